//! Code memory: one file mapped twice, writable at one address and executable at another.

use rvm_vm::class::Method;
use std::io;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::sync::{Mutex, OnceLock};

const SIZE: usize = 256 << 20;
/// Kept for ways into the interpreter, without which code that exists could not go on.
const RESERVE: usize = 16 << 20;
/// Most bytes of such a way.
const WAY: usize = 32;

/// Whether there is code memory: a sandbox may not grant it.
pub fn available() -> io::Result<()> {
    arena().map(drop)
}

struct Arena {
    writable: usize,
    executable: usize,
    used: Mutex<usize>,
}

static ARENA: OnceLock<Result<Arena, i32>> = OnceLock::new();

fn map(protection: i32, file: i32) -> io::Result<usize> {
    // SAFETY: a new mapping wherever there is room.
    let at = unsafe {
        libc::mmap(std::ptr::null_mut(), SIZE, protection, libc::MAP_SHARED | libc::MAP_NORESERVE, file, 0)
    };
    if at == libc::MAP_FAILED { Err(io::Error::last_os_error()) } else { Ok(at as usize) }
}

fn create() -> io::Result<Arena> {
    // SAFETY: plain system calls; the file is closed once it is mapped.
    unsafe {
        let file = libc::memfd_create(c"rvm-code".as_ptr(), libc::MFD_CLOEXEC);
        if file < 0 {
            return Err(io::Error::last_os_error());
        }
        if libc::ftruncate(file, SIZE as libc::off_t) != 0 {
            let error = io::Error::last_os_error();
            libc::close(file);
            return Err(error);
        }
        let writable = map(libc::PROT_READ | libc::PROT_WRITE, file);
        let executable = map(libc::PROT_READ | libc::PROT_EXEC, file);
        libc::close(file);
        Ok(Arena { writable: writable?, executable: executable?, used: Mutex::new(0) })
    }
}

fn arena() -> io::Result<&'static Arena> {
    match ARENA.get_or_init(|| create().map_err(|e| e.raw_os_error().unwrap_or(libc::ENOMEM))) {
        Ok(arena) => Ok(arena),
        Err(code) => Err(io::Error::from_raw_os_error(*code)),
    }
}

/// Copies code in; `finish` is given the bytes to write and the address they will run at.
pub fn place(code: &[u8], finish: impl FnOnce(&mut [u8], usize)) -> io::Result<usize> {
    let arena = arena()?;
    let mut used = arena.used.lock().unwrap_or_else(|e| e.into_inner());
    let at = used.next_multiple_of(64);
    if at + code.len() > SIZE - if code.len() > WAY { RESERVE } else { 0 } {
        return Err(io::Error::from_raw_os_error(libc::ENOMEM));
    }
    *used = at + code.len();
    // SAFETY: this part of the mapping is nobody else's.
    let bytes = unsafe { std::slice::from_raw_parts_mut((arena.writable + at) as *mut u8, code.len()) };
    bytes.copy_from_slice(code);
    finish(bytes, arena.executable + at);
    Ok(arena.executable + at)
}

/// What compiled code calls for a method; methods without compiled code get a few instructions that lead into the interpreter.
pub fn ensure_code(method: &'static Method) -> usize {
    let known = method.compiled.load(Ordering::Acquire);
    if known != 0 {
        return known;
    }
    // mov r10d, method; mov r11, interpreter; jmp r11
    let mut code = vec![0x41, 0xba];
    code.extend((std::ptr::from_ref(method) as usize as u32).to_le_bytes());
    code.extend([0x49, 0xbb]);
    code.extend((rvm_vm::compiled::interpret_entry as *const () as u64).to_le_bytes());
    code.extend([0x41, 0xff, 0xe3]);
    let Ok(at) = place(&code, |_, _| {}) else { rvm_vm::fatal("no code memory is left") };
    match method.compiled.compare_exchange(0, at, Ordering::AcqRel, Ordering::Acquire) {
        Ok(_) => at,
        Err(other) => other,
    }
}

/// Binary logarithm of the number of cells of an inline cache.
pub const CACHE_BITS: u32 = 3;

/// The cells of an inline cache, chosen by a hash of the class: class low, method high.
pub fn inline_cache() -> usize {
    let cells: &'static [AtomicU64; 1 << CACHE_BITS] =
        rvm_vm::vm().arena.put([const { AtomicU64::new(0) }; 1 << CACHE_BITS]);
    std::ptr::from_ref(cells) as usize
}

/// A counter that compiled code counts down.
pub fn counter(from: u32) -> usize {
    std::ptr::from_ref(rvm_vm::vm().arena.put(AtomicU32::new(from))) as usize
}
