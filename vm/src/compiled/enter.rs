//! Between interpreter and compiled code.

use super::{RECORD_FP, RECORD_PC, THREAD_FRAME};
use crate::class::{Method, ValueKind};
use crate::thread::JavaThread;
use std::arch::naked_asm;
use std::sync::atomic::Ordering::Acquire;

const INTS: usize = 6;
const FLOATS: usize = 8;

/// What compiled code returns: in rax or xmm0.
#[repr(C)]
struct Returned {
    int: u64,
    float: f64,
}

/// Calls `code` with arguments in registers and `count` more on the stack.
#[unsafe(naked)]
unsafe extern "sysv64" fn call(
    code: usize,
    ints: *const u64,
    floats: *const u64,
    stack: *const u64,
    count: usize,
) -> Returned {
    naked_asm!(
        "push rbp",
        "mov rbp, rsp",
        "mov rax, rdi",
        "mov r10, rsi",
        "test r8, r8",
        "jz 3f",
        "test r8b, 1",
        "jz 2f",
        "sub rsp, 8",
        "2:",
        "push qword ptr [rcx + r8*8 - 8]",
        "dec r8",
        "jnz 2b",
        "3:",
        "movsd xmm0, [rdx]",
        "movsd xmm1, [rdx + 8]",
        "movsd xmm2, [rdx + 16]",
        "movsd xmm3, [rdx + 24]",
        "movsd xmm4, [rdx + 32]",
        "movsd xmm5, [rdx + 40]",
        "movsd xmm6, [rdx + 48]",
        "movsd xmm7, [rdx + 56]",
        "mov rdi, [r10]",
        "mov rsi, [r10 + 8]",
        "mov rdx, [r10 + 16]",
        "mov rcx, [r10 + 24]",
        "mov r8, [r10 + 32]",
        "mov r9, [r10 + 40]",
        "call rax",
        "leave",
        "ret",
    )
}

fn is_float(kind: ValueKind) -> bool {
    matches!(kind, ValueKind::Float | ValueKind::Double)
}

/// A register's content as compiled code expects it.
fn argument(kind: ValueKind, word: u64) -> u64 {
    match kind {
        ValueKind::Long | ValueKind::Double => word,
        _ => u64::from(word as u32),
    }
}

/// Runs a method's compiled code with the arguments at `regs`; the result as registers hold it. An exception is left pending.
///
/// # Safety
/// The method has compiled code; the thread's innermost record is one for compiled code; the arguments are valid.
pub unsafe fn run(thread: &JavaThread, method: &'static Method, regs: *const u64) -> u64 {
    let mut ints = [0u64; INTS];
    let mut floats = [0u64; FLOATS];
    let mut stack: [u64; 16] = [0; 16];
    let mut more = Vec::new();
    ints[0] = std::ptr::from_ref(thread) as u64;
    let (mut next_int, mut next_float, mut next_stack) = (1, 0, 0);
    let count = method.arg_count();
    for index in 0..count {
        let kind = method.arg_kind(index);
        // SAFETY: the caller's contract.
        let word = argument(kind, unsafe { *regs.add(index) });
        if is_float(kind) && next_float < FLOATS {
            floats[next_float] = word;
            next_float += 1;
        } else if !is_float(kind) && next_int < INTS {
            ints[next_int] = word;
            next_int += 1;
        } else {
            if next_stack < stack.len() {
                stack[next_stack] = word;
            } else {
                if more.is_empty() {
                    more.extend_from_slice(&stack);
                }
                more.push(word);
            }
            next_stack += 1;
        }
    }
    let spilled = if more.is_empty() { stack.as_ptr() } else { more.as_ptr() };
    // SAFETY: the code follows the convention for the method's descriptor.
    let result =
        unsafe { call(method.compiled.load(Acquire), ints.as_ptr(), floats.as_ptr(), spilled, next_stack) };
    word_of(method.ret(), &result)
}

fn word_of(kind: ValueKind, result: &Returned) -> u64 {
    match kind {
        ValueKind::Float => result.float.to_bits() & 0xffff_ffff,
        ValueKind::Double => result.float.to_bits(),
        ValueKind::Long => result.int,
        ValueKind::Void => 0,
        _ => u64::from(result.int as u32),
    }
}

/// Runs code that was compiled for a loop of `method`, with the frame's registers at `regs`.
///
/// # Safety
/// As [`run`]; `regs` are those of a frame of the method at that loop's head.
pub unsafe fn run_from_registers(
    thread: &JavaThread,
    method: &'static Method,
    code: usize,
    regs: *const u64,
) -> u64 {
    let ints = [std::ptr::from_ref(thread) as u64, regs as u64, 0, 0, 0, 0];
    // SAFETY: the caller's contract.
    let result = unsafe { call(code, ints.as_ptr(), [0u64; FLOATS].as_ptr(), std::ptr::null(), 0) };
    word_of(method.ret(), &result)
}

/// Where compiled code goes on to call a method without compiled code: the method's address is in r10, arguments are
/// where the convention puts them.
///
/// # Safety
/// Called by compiled code only, through the few instructions a compiler makes for a method.
#[unsafe(naked)]
pub unsafe extern "sysv64" fn interpret_entry() {
    naked_asm!(
        "mov rax, [rdi + {frame}]",
        "mov [rax + {fp}], rbp",
        "mov r11, [rsp]",
        "mov [rax + {pc}], r11",
        "push rbp",
        "mov rbp, rsp",
        "sub rsp, 112",
        "mov [rsp], rdi",
        "mov [rsp + 8], rsi",
        "mov [rsp + 16], rdx",
        "mov [rsp + 24], rcx",
        "mov [rsp + 32], r8",
        "mov [rsp + 40], r9",
        "movsd [rsp + 48], xmm0",
        "movsd [rsp + 56], xmm1",
        "movsd [rsp + 64], xmm2",
        "movsd [rsp + 72], xmm3",
        "movsd [rsp + 80], xmm4",
        "movsd [rsp + 88], xmm5",
        "movsd [rsp + 96], xmm6",
        "movsd [rsp + 104], xmm7",
        "mov rsi, r10",
        "mov rdx, rsp",
        "lea rcx, [rbp + 16]",
        "call {target}",
        "movq xmm0, rax",
        "leave",
        "ret",
        frame = const THREAD_FRAME,
        fp = const RECORD_FP,
        pc = const RECORD_PC,
        target = sym interpret,
    )
}

/// Gathers the arguments of a call from compiled code and interprets the method. The result; an exception is left pending.
unsafe extern "sysv64" fn interpret(
    thread: &JavaThread,
    method: &'static Method,
    saved: *const u64,
    stack: *const u64,
) -> u64 {
    let count = method.arg_count();
    let mut words = [0u64; 24];
    let mut many = Vec::new();
    let words: &mut [u64] = if count <= words.len() {
        &mut words[..count]
    } else {
        many.resize(count, 0);
        &mut many
    };
    let (mut next_int, mut next_float, mut next_stack) = (1, INTS, 0);
    for (index, word) in words.iter_mut().enumerate() {
        let float = is_float(method.arg_kind(index));
        // SAFETY: the entry above saved 14 registers; further arguments are where the caller put them.
        *word = unsafe {
            if float && next_float < INTS + FLOATS {
                next_float += 1;
                *saved.add(next_float - 1)
            } else if !float && next_int < INTS {
                next_int += 1;
                *saved.add(next_int - 1)
            } else {
                next_stack += 1;
                *stack.add(next_stack - 1)
            }
        };
    }
    if let Some(function) = method.native()
        && !method.is_synchronized()
    {
        if let Some(compiler) = super::compiler() {
            compiler.host_called(method);
        }
        return crate::interpreter::call_native(thread, method, function, words).unwrap_or(0);
    }
    crate::interpreter::call(thread, method, words).unwrap_or(0)
}
