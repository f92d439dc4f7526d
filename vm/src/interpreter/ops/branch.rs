//! Branches and switches. A taken backward branch counts down the thread's budget and polls when it is spent.
#![allow(clippy::neg_cmp_op_on_partial_ord, reason = "the negation is what is meant: true for NaN")]

use super::arith::WordImmediate;
use super::handlers;
use crate::interpreter::machine::*;
use crate::interpreter::poll;

/// A comparison.
pub trait Condition<T> {
    /// Whether to branch.
    fn holds(x: T, y: T) -> bool;
}

macro_rules! conditions {
    ($($(#[$doc:meta])* $name:ident [$($type:ty)*] |$x:ident, $y:ident| $value:expr;)*) => {$(
        $(#[$doc])*
        pub struct $name;
        $(impl Condition<$type> for $name {
            #[inline(always)]
            fn holds($x: $type, $y: $type) -> bool {
                $value
            }
        })*
    )*};
}
conditions! {
    /// `==`
    Eq [i32 u32 i64 f32 f64] |x, y| x == y;
    /// `!=`, true for NaN
    Ne [i32 u32 i64 f32 f64] |x, y| x != y;
    /// `<`
    Lt [i32 i64 f32 f64] |x, y| x < y;
    /// `>=`
    Ge [i32 i64 f32 f64] |x, y| x >= y;
    /// `>`
    Gt [i32 i64 f32 f64] |x, y| x > y;
    /// `<=`
    Le [i32 i64 f32 f64] |x, y| x <= y;
    /// not `<`: true for NaN
    Nlt [f32 f64] |x, y| !(x < y);
    /// not `>=`
    Nge [f32 f64] |x, y| !(x >= y);
    /// not `>`
    Ngt [f32 f64] |x, y| !(x > y);
    /// not `<=`
    Nle [f32 f64] |x, y| !(x <= y);
}

/// Takes a backward branch to `pc`.
#[inline(always)]
unsafe extern "sysv64" fn back(pc: Pc, r: Regs, t: Thread, f: Fp, h: Table) {
    // SAFETY: `pc` is a branch target.
    unsafe {
        if t.spend() {
            return poll::poll(pc, r, t, f, h);
        }
        dispatch(pc, r, t, f, h)
    }
}

handlers! {
    /// `if a ? b goto c`
    fn branch<T: Word, O: Condition<T>>(pc, r, t, f, h) {
        if O::holds(T::load(r, pc.a()), T::load(r, pc.b())) {
            return dispatch(pc.skip(pc.c_signed() as isize), r, t, f, h);
        }
        pc.skip(1)
    }

    /// `if a ? b goto c`, backward
    fn branch_back<T: Word, O: Condition<T>>(pc, r, t, f, h) {
        if O::holds(T::load(r, pc.a()), T::load(r, pc.b())) {
            return back(pc.skip(pc.c_signed() as isize), r, t, f, h);
        }
        pc.skip(1)
    }

    /// `if a ? immediate b goto c`
    fn branch_imm<T: WordImmediate, O: Condition<T>>(pc, r, t, f, h) {
        if O::holds(T::load(r, pc.a()), T::immediate(pc.b_signed())) {
            return dispatch(pc.skip(pc.c_signed() as isize), r, t, f, h);
        }
        pc.skip(1)
    }

    /// `if a ? immediate b goto c`, backward
    fn branch_imm_back<T: WordImmediate, O: Condition<T>>(pc, r, t, f, h) {
        if O::holds(T::load(r, pc.a()), T::immediate(pc.b_signed())) {
            return back(pc.skip(pc.c_signed() as isize), r, t, f, h);
        }
        pc.skip(1)
    }

    /// `if a ? 0 goto c`
    fn branch_zero<O: Condition<i32>>(pc, r, t, f, h) {
        if O::holds(r.i32(pc.a()), 0) {
            return dispatch(pc.skip(pc.c_signed() as isize), r, t, f, h);
        }
        pc.skip(1)
    }

    /// `if a ? 0 goto c`, backward
    fn branch_zero_back<O: Condition<i32>>(pc, r, t, f, h) {
        if O::holds(r.i32(pc.a()), 0) {
            return back(pc.skip(pc.c_signed() as isize), r, t, f, h);
        }
        pc.skip(1)
    }

    /// `goto bc`
    fn goto(pc, r, t, f, h) {
        pc.skip(pc.bc() as i32 as isize)
    }

    /// `goto bc`, backward
    fn goto_back(pc, r, t, f, h) {
        return back(pc.skip(pc.bc() as i32 as isize), r, t, f, h);
    }

    /// jsr: `a = address bc words from here`
    fn jsr(pc, r, t, f, h) {
        r.set(pc.a(), pc.skip(pc.bc() as i32 as isize).0 as u64);
        pc.skip(1)
    }

    /// ret: goes to the address in `a`
    fn ret_sub(pc, r, t, f, h) {
        return back(Pc(r.get(pc.a()) as *const u64), r, t, f, h);
    }

    /// tableswitch on `a`: word 1 is low and count, word 2 the default, then offsets two to a word
    fn table_switch(pc, r, t, f, h) {
        let index = r.u32(pc.a()).wrapping_sub(pc.word32(1, 0));
        let offset = if index < pc.word32(1, 1) {
            pc.word32(3, index as usize)
        } else {
            pc.word32(2, 0)
        };
        return back(pc.skip(offset as i32 as isize), r, t, f, h);
    }

    /// lookupswitch on `a`: word 1 is the count and the default, then a word a pair, key low, offset high, sorted
    fn lookup_switch(pc, r, t, f, h) {
        let key = r.i32(pc.a());
        let (mut low, mut high) = (0, pc.word32(1, 0) as usize);
        let mut offset = pc.word32(1, 1);
        while low < high {
            let middle = (low + high) / 2;
            let at = pc.word32(2 + middle, 0) as i32;
            if key == at {
                offset = pc.word32(2 + middle, 1);
                break;
            }
            if key < at {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return back(pc.skip(offset as i32 as isize), r, t, f, h);
    }
}
