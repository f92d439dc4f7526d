//! The safepoint that compiled loops call: a stub that preserves all registers, so that loops can keep theirs.

use rvm_vm::compiled::{RECORD_FP, RECORD_PC, THREAD_FRAME};
use rvm_vm::thread::JavaThread;
use std::arch::naked_asm;

/// The stub's address.
pub fn address() -> usize {
    enter_poll as *const () as usize
}

#[unsafe(naked)]
unsafe extern "sysv64" fn enter_poll() {
    naked_asm!(
        "push rax",
        "push rcx",
        "push rdx",
        "push rsi",
        "push rdi",
        "push r8",
        "push r9",
        "push r10",
        "push r11",
        "sub rsp, 256",
        ".irp n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15",
        "movups [rsp + 16 * \\n], xmm\\n",
        ".endr",
        "mov rax, [rdi + {frame}]",
        "mov [rax + {fp}], rbp",
        "mov r11, [rsp + 256 + 72]",
        "mov [rax + {pc}], r11",
        "call {target}",
        ".irp n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15",
        "movups xmm\\n, [rsp + 16 * \\n]",
        ".endr",
        "add rsp, 256",
        "pop r11",
        "pop r10",
        "pop r9",
        "pop r8",
        "pop rdi",
        "pop rsi",
        "pop rdx",
        "pop rcx",
        "pop rax",
        "ret",
        frame = const THREAD_FRAME,
        fp = const RECORD_FP,
        pc = const RECORD_PC,
        target = sym poll,
    )
}

extern "sysv64" fn poll(thread: &JavaThread) {
    thread.poll();
}
