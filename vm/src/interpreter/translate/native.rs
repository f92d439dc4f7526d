//! What a call of a method jumps to: its register code, made on first call; or a word or two for methods without bytecode.

use super::body::Body;
use super::{first_word, translate};
use crate::class::{Method, MethodFlags, ValueKind};
use crate::interpreter::opcode::Op;
use crate::thread::JavaThread;
use std::alloc::Layout;
use std::sync::atomic::Ordering;

/// The method's code, made if need be; null if an exception was raised.
#[cold]
pub fn entry(thread: &JavaThread, method: &'static Method) -> *const u64 {
    let known = method.code_words.load(Ordering::Acquire) as *const u64;
    if !known.is_null() {
        let _ = method.entry.compare_exchange(0, known as usize, Ordering::AcqRel, Ordering::Acquire);
        return known;
    }
    let (words, frame) = match make(method) {
        Ok(code) => code,
        Err(error) => {
            let _ = thread.throw("java/lang/InternalError", &format!("{}: {error}", method.external()));
            return std::ptr::null();
        }
    };
    let code = place(&words, frame);
    let code = match method.code_words.compare_exchange(0, code as usize, Ordering::AcqRel, Ordering::Acquire)
    {
        Ok(_) => code,
        Err(other) => other as *const u64,
    };
    // Compiled code stays.
    let _ = method.entry.compare_exchange(0, code as usize, Ordering::AcqRel, Ordering::Acquire);
    code
}

fn make(method: &'static Method) -> Result<(Vec<u64>, usize), super::TranslateError> {
    if method.is_native() || method.is(MethodFlags::INTRINSIC) {
        let args = method.arg_count();
        let Some(function) = method.native() else {
            return Ok((vec![first_word(Op::NoCode, args as u16, 0, 0)], args));
        };
        let op = match (method.is_synchronized(), method.ret()) {
            (true, _) => Op::NativeLocked,
            (false, ValueKind::Void) => Op::NativeVoid,
            (false, _) => Op::Native,
        };
        return Ok((vec![first_word(op, args as u16, 0, 0), function as usize as u64], args.max(1)));
    }
    if method.code_offset == 0 {
        let args = method.arg_count();
        return Ok((vec![first_word(Op::NoCode, args as u16, 0, 0)], args));
    }
    let translation = translate(method, &Body::of(method))?;
    Ok((translation.code, translation.frame))
}

/// Copies code to memory that lives for ever, behind a word with the frame's size.
fn place(words: &[u64], frame: usize) -> *const u64 {
    let Ok(layout) = Layout::array::<u64>(words.len() + 1) else { crate::fatal("method too large") };
    let at = crate::vm().arena.alloc(layout).as_ptr().cast::<u64>();
    // SAFETY: freshly allocated for so many words.
    unsafe {
        at.write(frame as u64);
        std::ptr::copy_nonoverlapping(words.as_ptr(), at.add(1), words.len());
        at.add(1)
    }
}
