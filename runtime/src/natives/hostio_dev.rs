//! Until the real java.io is there.
use rvm_vm::natives;
use rvm_vm::natives::Args;
use rvm_vm::thread::JavaThread;
natives! {
    pub(super) TABLE;
    "java/io/FileOutputStream" {
        w "(I[BII)V" = |_: &JavaThread, a: Args| {
            // SAFETY: byte[] by the descriptor.
            let b = unsafe { a.reference(1).slice::<u8>() };
            let part = &b[a.int(2) as usize..(a.int(2)+a.int(3)) as usize];
            // SAFETY: bytes.
            unsafe { libc::write(a.int(0), part.as_ptr().cast(), part.len()) };
        };
    }
}
