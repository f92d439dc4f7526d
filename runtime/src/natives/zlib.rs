//! `rvm.internal.Zlib`: streams of the reference deflater by number, and checksums.

use super::support::non_null;
use libz_sys as z;
use rvm_vm::natives;
use rvm_vm::natives::Args;
use rvm_vm::object::{Ref, string};
use rvm_vm::thread::JavaThread;
use rvm_vm::{JResult, Thrown};
use std::collections::HashMap;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};

natives! {
    pub(super) TABLE;
    "rvm/internal/Zlib" {
        openDeflate "(IIZ)J" = |t: &JavaThread, a: Args| open(t, Stream::deflate(a.int(0), a.int(1), a.boolean(2)));
        openInflate "(Z)J" = |t: &JavaThread, a: Args| open(t, Stream::inflate(a.boolean(0)));
        close "(J)V" = |_: &JavaThread, a: Args| -> JResult<()> {
            let gone = lock(&STREAMS).remove(&a.long(0));
            drop(gone);
            Ok(())
        };
        run "(J[BII[BII[III)I" = run;
        dictionary "(J[BII)I" = |t: &JavaThread, a: Args| -> JResult<i32> {
            let stream = stream(t, a)?;
            let (array, from, length) = range(t, a, 1)?;
            // SAFETY: a byte[] by the descriptor, the range is checked; nothing allocates while the slice lives.
            let bytes = unsafe { &array.slice::<u8>()[from..from + length] };
            Ok(lock(&stream).dictionary(bytes))
        };
        message "(J)Ljava/lang/String;" = |t: &JavaThread, a: Args| -> JResult<Ref> {
            let stream = stream(t, a)?;
            let text = lock(&stream).message();
            text.map_or(Ok(Ref::NULL), |text| string::from_text(t, &text))
        };
        reset "(J)I" = |t: &JavaThread, a: Args| -> JResult<i32> { Ok(lock(&*stream(t, a)?).reset()) };
        adler "(J)I" = |t: &JavaThread, a: Args| -> JResult<i32> { Ok(lock(&*stream(t, a)?).state.adler as u32 as i32) };
        crc32 "(I[BII)I" = |t: &JavaThread, a: Args| checksum(t, a, |sum, bytes| {
            let mut hasher = crc32fast::Hasher::new_with_initial(sum);
            hasher.update(bytes);
            hasher.finalize()
        });
        adler32 "(I[BII)I" = |t: &JavaThread, a: Args| checksum(t, a, |sum, bytes| {
            let mut adler = simd_adler32::Adler32::from_checksum(sum);
            adler.write(bytes);
            adler.finish()
        });
        crc32c "(I[BII)I" = |t: &JavaThread, a: Args| checksum(t, a, castagnoli);
    }
}

/// One deflater or inflater. zlib keeps a pointer back to the state: it stays in its box.
struct Stream {
    state: Box<z::z_stream>,
    inflates: bool,
}

// SAFETY: zlib's state has no ties to the thread that made it; the mutex around a stream orders all calls.
unsafe impl Send for Stream {}

static STREAMS: LazyLock<Mutex<HashMap<i64, Arc<Mutex<Stream>>>>> = LazyLock::new(Mutex::default);
static NEXT: AtomicI64 = AtomicI64::new(1);

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

const STREAM_SIZE: i32 = std::mem::size_of::<z::z_stream>() as i32;

fn blank() -> Box<z::z_stream> {
    // SAFETY: zero is a valid value of all fields of this plain structure but the two allocators, which may not be null pointers in
    // Rust: `MaybeUninit` keeps them unread until they are set.
    let mut state: Box<std::mem::MaybeUninit<z::z_stream>> = Box::new(std::mem::MaybeUninit::zeroed());
    let at = state.as_mut_ptr();
    // SAFETY: writes fields of memory that the box owns, then every field is initialised.
    unsafe {
        (&raw mut (*at).zalloc).write(allocate);
        (&raw mut (*at).zfree).write(release);
        state.assume_init()
    }
}

extern "C" fn allocate(_: *mut libc::c_void, items: z::uInt, size: z::uInt) -> *mut libc::c_void {
    // SAFETY: plain numbers.
    unsafe { libc::calloc(items as usize, size as usize) }
}

extern "C" fn release(_: *mut libc::c_void, memory: *mut libc::c_void) {
    // SAFETY: zlib gives back what `allocate` gave it.
    unsafe { libc::free(memory) }
}

impl Stream {
    fn deflate(level: i32, strategy: i32, bare: bool) -> Option<Stream> {
        let mut state = blank();
        let bits = if bare { -15 } else { 15 };
        // SAFETY: the structure is initialised and stays in its box.
        let code = unsafe {
            z::deflateInit2_(
                &mut *state,
                level,
                z::Z_DEFLATED,
                bits,
                8,
                strategy,
                z::zlibVersion(),
                STREAM_SIZE,
            )
        };
        (code == z::Z_OK).then_some(Stream { state, inflates: false })
    }

    fn inflate(bare: bool) -> Option<Stream> {
        let mut state = blank();
        let bits = if bare { -15 } else { 15 };
        // SAFETY: the structure is initialised and stays in its box.
        let code = unsafe { z::inflateInit2_(&mut *state, bits, z::zlibVersion(), STREAM_SIZE) };
        (code == z::Z_OK).then_some(Stream { state, inflates: true })
    }

    fn dictionary(&mut self, bytes: &[u8]) -> i32 {
        let length = bytes.len() as z::uInt;
        // SAFETY: an initialised stream; the slice is readable for its length.
        unsafe {
            if self.inflates {
                z::inflateSetDictionary(&mut *self.state, bytes.as_ptr(), length)
            } else {
                z::deflateSetDictionary(&mut *self.state, bytes.as_ptr(), length)
            }
        }
    }

    fn message(&self) -> Option<String> {
        let text = self.state.msg;
        // SAFETY: null or one of zlib's constant strings.
        (!text.is_null()).then(|| unsafe { std::ffi::CStr::from_ptr(text) }.to_string_lossy().into_owned())
    }

    fn reset(&mut self) -> i32 {
        // SAFETY: an initialised stream.
        unsafe {
            if self.inflates { z::inflateReset(&mut *self.state) } else { z::deflateReset(&mut *self.state) }
        }
    }

    /// One step; the code, and how many bytes were taken and made.
    fn run(&mut self, input: &[u8], output: &mut [u8], how: i32, params: i32) -> (i32, usize, usize) {
        let state = &mut *self.state;
        // zlib wants pointers that are not null even for empty ranges; a slice's never is.
        state.next_in = input.as_ptr().cast_mut();
        state.avail_in = input.len() as z::uInt;
        state.next_out = output.as_mut_ptr();
        state.avail_out = output.len() as z::uInt;
        // SAFETY: an initialised stream; both ranges are valid for their lengths during the call, and zlib only reads its input.
        let code = unsafe {
            if self.inflates {
                z::inflate(state, how)
            } else if params >= 0 {
                z::deflateParams(state, (params & 0xff) - 1, params >> 8)
            } else {
                z::deflate(state, how)
            }
        };
        let used = (input.len() - state.avail_in as usize, output.len() - state.avail_out as usize);
        state.next_in = std::ptr::null_mut();
        state.next_out = std::ptr::null_mut();
        (code, used.0, used.1)
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        // SAFETY: an initialised stream, ended once.
        unsafe {
            if self.inflates {
                z::inflateEnd(&mut *self.state);
            } else {
                z::deflateEnd(&mut *self.state);
            }
        }
    }
}

fn open(thread: &JavaThread, stream: Option<Stream>) -> JResult<i64> {
    let stream = stream.ok_or_else(|| thread.throw_bare("java/lang/InternalError"))?;
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    lock(&STREAMS).insert(number, Arc::new(Mutex::new(stream)));
    Ok(number)
}

fn stream(thread: &JavaThread, args: Args) -> JResult<Arc<Mutex<Stream>>> {
    let found = lock(&STREAMS).get(&args.long(0)).cloned();
    found.ok_or_else(|| thread.throw("java/lang/NullPointerException", "the stream has been closed"))
}

fn out_of_range(thread: &JavaThread) -> Thrown {
    thread.throw_bare("java/lang/ArrayIndexOutOfBoundsException")
}

/// A byte array and a checked range of it, from three arguments.
fn range(thread: &JavaThread, args: Args, at: usize) -> JResult<(Ref, usize, usize)> {
    let array = non_null(thread, args.reference(at))?;
    let (from, length) = (args.int(at + 1), args.int(at + 2));
    if from < 0 || length < 0 || from as u32 as u64 + length as u32 as u64 > u64::from(array.length()) {
        return Err(out_of_range(thread));
    }
    Ok((array, from as usize, length as usize))
}

/// Takes input into output; stores how many bytes went in and came out.
fn run(thread: &JavaThread, args: Args) -> JResult<i32> {
    let stream = stream(thread, args)?;
    let (input, in_from, in_length) = range(thread, args, 1)?;
    let (output, out_from, out_length) = range(thread, args, 4)?;
    let counts = non_null(thread, args.reference(7))?;
    // Through buffers of the host: input and output may be one array.
    // SAFETY: a byte[] by the descriptor; nothing allocates while the slice lives.
    let source = unsafe { &input.slice::<u8>()[in_from..in_from + in_length] }.to_vec();
    let mut target = vec![0u8; out_length];
    let (code, taken, made) = lock(&stream).run(&source, &mut target, args.int(8), args.int(9));
    // SAFETY: likewise, for writing.
    let bytes = unsafe { output.slice_mut::<u8>() };
    bytes[out_from..out_from + made].copy_from_slice(&target[..made]);
    // SAFETY: an int[] by the descriptor.
    match unsafe { counts.slice_mut::<i32>() } {
        [first, second, ..] => (*first, *second) = (taken as i32, made as i32),
        _ => return Err(out_of_range(thread)),
    }
    Ok(code)
}

fn checksum(thread: &JavaThread, args: Args, sum: impl Fn(u32, &[u8]) -> u32) -> JResult<i32> {
    let (array, from, length) = range(thread, args, 1)?;
    // SAFETY: a byte[] by the descriptor; nothing allocates while the slice lives.
    let bytes = unsafe { &array.slice::<u8>()[from..from + length] };
    Ok(sum(args.int(0) as u32, bytes) as i32)
}

/// The table of CRC-32C (RFC 3720), for bytes with the lowest bit first.
const CASTAGNOLI: [u32; 256] = {
    let mut table = [0u32; 256];
    let mut byte = 0;
    while byte < 256 {
        let mut value = byte as u32;
        let mut bit = 0;
        while bit < 8 {
            value = if value & 1 != 0 { (value >> 1) ^ 0x82f6_3b78 } else { value >> 1 };
            bit += 1;
        }
        table[byte] = value;
        byte += 1;
    }
    table
};

fn castagnoli(sum: u32, bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!sum, |crc, &b| (crc >> 8) ^ CASTAGNOLI[usize::from(crc as u8 ^ b)])
}
