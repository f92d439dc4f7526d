//! The register machine: code words, registers, frames, and how one instruction hands over to the next.
//!
//! Code is a sequence of 64-bit words. The first word of an instruction is `op:16 a:16 b:16 c:16`, low bits first; some
//! instructions have more words. A call ends in a word whose topmost 16 bits are its destination register, so that a
//! return finds it just below the return address.
//!
//! A handler is a function that ends in a call of the next handler; all of them have the same signature, so LLVM turns that
//! call into a jump and the host's stack stays flat. What may block, allocate or throw sits in separate cold functions, so that
//! hot handlers save no registers.

use crate::class::Method;
use crate::thread::JavaThread;
use std::sync::atomic::{AtomicU64, Ordering};

/// An instruction's implementation.
pub type Handler = unsafe extern "sysv64" fn(Pc, Regs, Thread, Fp, Table);

/// The handlers by opcode; travels in a register.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct Table(pub *const Handler);

/// The running thread.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct Thread(pub *mut JavaThread);

impl Thread {
    /// The thread, for host code. Live for the whole run.
    #[inline(always)]
    pub fn get<'a>(self) -> &'a JavaThread {
        // SAFETY: the interpreter runs on the thread that owns this structure.
        unsafe { &*self.0 }
    }
}

/// A code position.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(transparent)]
pub struct Pc(pub *const u64);

// The methods of `Pc` and `Regs` read what the translator wrote: positions inside translated code, registers inside the
// frame. That is the contract of every `unsafe fn` here.
#[allow(clippy::missing_safety_doc)]
impl Pc {
    #[inline(always)]
    unsafe fn half(self, index: usize) -> u16 {
        // SAFETY: the position is inside translated code.
        unsafe { *self.0.cast::<u16>().add(index) }
    }
    /// Opcode.
    #[inline(always)]
    pub unsafe fn op(self) -> usize {
        // SAFETY: contract of the module.
        unsafe { self.half(0) as usize }
    }
    /// First operand.
    #[inline(always)]
    pub unsafe fn a(self) -> usize {
        // SAFETY: contract of the module.
        unsafe { self.half(1) as usize }
    }
    /// Second operand.
    #[inline(always)]
    pub unsafe fn b(self) -> usize {
        // SAFETY: contract of the module.
        unsafe { self.half(2) as usize }
    }
    /// Third operand.
    #[inline(always)]
    pub unsafe fn c(self) -> usize {
        // SAFETY: contract of the module.
        unsafe { self.half(3) as usize }
    }
    /// Third operand, signed.
    #[inline(always)]
    pub unsafe fn c_signed(self) -> i32 {
        // SAFETY: contract of the module.
        unsafe { self.half(3) as i16 as i32 }
    }
    /// Second operand, signed.
    #[inline(always)]
    pub unsafe fn b_signed(self) -> i32 {
        // SAFETY: contract of the module.
        unsafe { self.half(2) as i16 as i32 }
    }
    /// Second and third operand as one.
    #[inline(always)]
    pub unsafe fn bc(self) -> u32 {
        // SAFETY: contract of the module.
        unsafe { *self.0.cast::<u32>().add(1) }
    }
    /// A word of the instruction.
    #[inline(always)]
    pub unsafe fn word(self, index: usize) -> u64 {
        // SAFETY: contract of the module.
        unsafe { *self.0.add(index) }
    }
    /// A half of a word (0 low, 1 high).
    #[inline(always)]
    pub unsafe fn word32(self, index: usize, half: usize) -> u32 {
        // SAFETY: contract of the module.
        unsafe { *self.0.cast::<u32>().add(index * 2 + half) }
    }
    /// A word that may be patched meanwhile, read at once.
    #[inline(always)]
    pub unsafe fn load(self, index: usize) -> u64 {
        // SAFETY: contract of the module; code words are 8-aligned.
        unsafe { (*self.0.add(index).cast::<AtomicU64>()).load(Ordering::Acquire) }
    }
    /// Patches a word: other threads see the old or the new one.
    #[inline(always)]
    pub unsafe fn patch(self, index: usize, word: u64) {
        // SAFETY: code memory is writable and 8-aligned.
        unsafe { (*self.0.add(index).cast::<AtomicU64>()).store(word, Ordering::Release) }
    }
    /// The position `words` further.
    #[inline(always)]
    pub unsafe fn skip(self, words: isize) -> Pc {
        // SAFETY: contract of the module.
        Pc(unsafe { self.0.offset(words) })
    }
    /// Destination register of the call that returns here.
    #[inline(always)]
    pub unsafe fn call_dst(self) -> usize {
        // SAFETY: a return address has a call's last word below it.
        unsafe { *self.0.cast::<u16>().sub(1) as usize }
    }
}

/// A frame's registers. ints, floats and references use the low 32 bits; the high bits are not significant.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct Regs(pub *mut u64);

#[allow(clippy::missing_safety_doc)]
impl Regs {
    /// All 64 bits.
    #[inline(always)]
    pub unsafe fn get(self, r: usize) -> u64 {
        // SAFETY: contract of the module.
        unsafe { *self.0.add(r) }
    }
    /// Writes all 64 bits.
    #[inline(always)]
    pub unsafe fn set(self, r: usize, value: u64) {
        // SAFETY: contract of the module.
        unsafe { *self.0.add(r) = value }
    }
    /// The low half: an int's bits or a reference.
    #[inline(always)]
    pub unsafe fn u32(self, r: usize) -> u32 {
        // SAFETY: contract of the module.
        unsafe { *self.0.add(r).cast::<u32>() }
    }
    /// An int.
    #[inline(always)]
    pub unsafe fn i32(self, r: usize) -> i32 {
        // SAFETY: contract of the module.
        unsafe { *self.0.add(r).cast::<i32>() }
    }
    /// A long.
    #[inline(always)]
    pub unsafe fn i64(self, r: usize) -> i64 {
        // SAFETY: contract of the module.
        unsafe { *self.0.add(r).cast::<i64>() }
    }
    /// A float.
    #[inline(always)]
    pub unsafe fn f32(self, r: usize) -> f32 {
        // SAFETY: contract of the module.
        unsafe { *self.0.add(r).cast::<f32>() }
    }
    /// A double.
    #[inline(always)]
    pub unsafe fn f64(self, r: usize) -> f64 {
        // SAFETY: contract of the module.
        unsafe { *self.0.add(r).cast::<f64>() }
    }
    /// The register at `r` as the first of another frame.
    #[inline(always)]
    pub unsafe fn window(self, r: usize) -> Regs {
        // SAFETY: contract of the module.
        Regs(unsafe { self.0.add(r) })
    }
}

/// A value as registers hold it.
pub trait Word: Copy {
    /// Reads a register.
    #[allow(clippy::missing_safety_doc)]
    unsafe fn load(r: Regs, index: usize) -> Self;
    /// The register's new content.
    fn word(self) -> u64;
}

macro_rules! words {
    ($($type:ident $get:ident |$v:ident| $word:expr;)*) => {$(
        impl Word for $type {
            #[inline(always)]
            unsafe fn load(r: Regs, index: usize) -> Self {
                // SAFETY: contract of the module.
                unsafe { r.$get(index) }
            }
            #[inline(always)]
            fn word(self) -> u64 {
                let $v = self;
                $word
            }
        }
    )*};
}
words! {
    i32 i32 |v| u64::from(v as u32);
    u32 u32 |v| u64::from(v);
    i64 i64 |v| v as u64;
    f32 f32 |v| u64::from(v.to_bits());
    f64 f64 |v| v.to_bits();
}

/// A frame's record. Records lie at the far end of the thread's stack and grow down, towards the registers.
#[derive(Debug)]
#[repr(C)]
pub struct Frame {
    /// The method; null in an entry record, where host code called.
    pub method: *const Method,
    /// Where to go on. Odd: inside the instruction at that address less one. Even: behind the call just made.
    pub pc: u64,
    /// Its registers.
    pub regs: *mut u64,
}

/// The current frame's record.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(transparent)]
pub struct Fp(pub *mut Frame);

/// Starts the next instruction.
///
/// # Safety
/// `pc` is the start of a translated instruction of the frame's method.
#[inline(always)]
pub unsafe extern "sysv64" fn dispatch(pc: Pc, r: Regs, t: Thread, f: Fp, h: Table) {
    // SAFETY: opcodes are indices of the table.
    unsafe { (*h.0.add(pc.op()))(pc, r, t, f, h) }
}

impl Thread {
    /// Counts a back edge or call; true if it is time to poll.
    #[inline(always)]
    pub unsafe fn spend(self) -> bool {
        // SAFETY: the thread is live. Who stops the world may set the budget to 0 meanwhile, and does so again if this
        // store undid it; no read-modify-write is needed.
        unsafe {
            let left = (*self.0).budget.load(Ordering::Relaxed) - 1;
            (*self.0).budget.store(left, Ordering::Relaxed);
            left < 0
        }
    }
}

impl Fp {
    /// The caller's record.
    #[inline(always)]
    pub unsafe fn caller(self) -> Fp {
        // SAFETY: below an entry record there is always another or the stack's end.
        Fp(unsafe { self.0.add(1) })
    }

    /// The record of a callee.
    #[inline(always)]
    pub unsafe fn callee(self) -> Fp {
        // SAFETY: frames are pushed with room to spare (see `call::enter`).
        Fp(unsafe { self.0.sub(1) })
    }

    /// The method that runs here.
    #[inline(always)]
    pub unsafe fn method(self) -> &'static Method {
        // SAFETY: not an entry record; methods are immortal.
        unsafe { &*(*self.0).method }
    }

    /// The frame's registers.
    #[inline(always)]
    pub unsafe fn regs(self) -> Regs {
        // SAFETY: the record is live.
        Regs(unsafe { (*self.0).regs })
    }

    /// Makes the frame, stopped in the instruction at `pc`, visible to host code.
    #[inline(always)]
    pub unsafe fn leave(self, pc: Pc, t: Thread) {
        // SAFETY: the record and the thread are live; translated code has its frame size in front.
        unsafe {
            (*self.0).pc = pc.0 as u64 | 1;
            self.publish(
                t,
                frame_words((*(*self.0).method).code_words.load(Ordering::Relaxed) as *const u64),
            );
        }
    }

    /// Makes the frame, whose `pc` is set, visible to host code.
    #[inline(always)]
    pub unsafe fn publish(self, t: Thread, words: usize) {
        // SAFETY: the record and the thread are live.
        unsafe {
            (*t.0).frame.set(self.0 as usize);
            (*t.0).stack_top.set((*self.0).regs.add(words) as usize);
        }
    }
}

/// Registers of a frame, from the word in front of its code.
///
/// # Safety
/// `entry` is a method's translated code.
#[inline(always)]
pub unsafe fn frame_words(entry: *const u64) -> usize {
    // SAFETY: the translator writes the word.
    unsafe { *entry.sub(1) as usize }
}
