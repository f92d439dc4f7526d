//! Moves and constants.

use super::handlers;
use crate::interpreter::machine::*;

handlers! {
    /// Nothing.
    fn nop(pc, r, t, f, h) {
        pc.skip(1)
    }

    /// `a = b`
    fn mov(pc, r, t, f, h) {
        r.set(pc.a(), r.get(pc.b()));
        pc.skip(1)
    }

    /// `a = b; a + 1 = c`
    fn mov2(pc, r, t, f, h) {
        let (x, y) = (r.get(pc.b()), r.get(pc.c()));
        let at = r.window(pc.a());
        at.set(0, x);
        at.set(1, y);
        pc.skip(1)
    }

    /// `a = b; a + 1 = c; a + 2, a + 3 = the next word's halves`
    fn mov4(pc, r, t, f, h) {
        let next = pc.skip(1);
        let (x, y, z, w) = (r.get(pc.b()), r.get(pc.c()), r.get(next.a()), r.get(next.b()));
        let at = r.window(pc.a());
        at.set(0, x);
        at.set(1, y);
        at.set(2, z);
        at.set(3, w);
        pc.skip(2)
    }

    /// `a = b; a + 1 = c; a + 2 = the next word's half`
    fn mov3(pc, r, t, f, h) {
        let next = pc.skip(1);
        let (x, y, z) = (r.get(pc.b()), r.get(pc.c()), r.get(next.a()));
        let at = r.window(pc.a());
        at.set(0, x);
        at.set(1, y);
        at.set(2, z);
        pc.skip(2)
    }

    /// `a = bc`, the high half 0
    fn constant(pc, r, t, f, h) {
        r.set(pc.a(), u64::from(pc.bc()));
        pc.skip(1)
    }

    /// `a = bc`, sign-extended
    fn constant_signed(pc, r, t, f, h) {
        r.set(pc.a(), i64::from(pc.bc() as i32) as u64);
        pc.skip(1)
    }

    /// `a = the next word`
    fn constant_wide(pc, r, t, f, h) {
        r.set(pc.a(), pc.word(1));
        pc.skip(2)
    }
}
