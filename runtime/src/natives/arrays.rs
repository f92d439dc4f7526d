//! `java.util.Arrays`: comparing ranges; `rvm.internal.Bytes`.

use super::support::non_null;
use rvm_vm::natives::Args;
use rvm_vm::object::{ArrayElement, Ref};
use rvm_vm::thread::JavaThread;
use rvm_vm::{JResult, natives};

natives! {
    pub(super) TABLE;
    "java/util/Arrays" {
        firstDifference "([BI[BII)I" = |_: &JavaThread, a: Args| difference::<u8>(a);
        firstDifference "([ZI[ZII)I" = |_: &JavaThread, a: Args| difference::<u8>(a);
        firstDifference "([CI[CII)I" = |_: &JavaThread, a: Args| difference::<u16>(a);
        firstDifference "([SI[SII)I" = |_: &JavaThread, a: Args| difference::<u16>(a);
        firstDifference "([II[III)I" = |_: &JavaThread, a: Args| difference::<u32>(a);
        firstDifference "([JI[JII)I" = |_: &JavaThread, a: Args| difference::<u64>(a);
    }
    "rvm/internal/Bytes" {
        getChar "([BI)C" = |t: &JavaThread, a: Args| bytes(t, a).map(|b| u16::from_le_bytes(*b));
        getInt "([BI)I" = |t: &JavaThread, a: Args| bytes(t, a).map(|b| i32::from_le_bytes(*b));
        getLong "([BI)J" = |t: &JavaThread, a: Args| bytes(t, a).map(|b| i64::from_le_bytes(*b));
        putChar "([BIC)V" = |t: &JavaThread, a: Args| bytes(t, a).map(|b| *b = (a.int(2) as u16).to_le_bytes());
        putInt "([BII)V" = |t: &JavaThread, a: Args| bytes(t, a).map(|b| *b = a.int(2).to_le_bytes());
        putLong "([BIJ)V" = |t: &JavaThread, a: Args| bytes(t, a).map(|b| *b = a.long(2).to_le_bytes());
    }
}

/// Elements that are compared at once.
const STEP: usize = 32;

/// Array, offset, array, offset, length: how many elements are equal before the first that differ, -1 if all are. The ranges are in
/// bounds: the class is the only caller, and checks them.
fn difference<T: ArrayElement + PartialEq>(args: Args) -> i32 {
    let length = args.int(4) as usize;
    let range = |array: Ref, from: i32| {
        // SAFETY: an array of this type by the descriptor; nothing allocates.
        unsafe { array.slice::<T>() }.get(from as usize..).and_then(|s| s.get(..length)).unwrap_or_default()
    };
    let (a, b) = (range(args.reference(0), args.int(1)), range(args.reference(2), args.int(3)));
    let equal = a.chunks(STEP).zip(b.chunks(STEP)).take_while(|(a, b)| a == b).count() * STEP;
    let rest = a.iter().zip(b).skip(equal).position(|(a, b)| a != b);
    rest.map_or(-1, |n| (equal + n) as i32)
}

/// Array, index: some bytes from there on.
fn bytes<'a, const N: usize>(thread: &JavaThread, args: Args) -> JResult<&'a mut [u8; N]> {
    let array = non_null(thread, args.reference(0))?;
    // SAFETY: a byte[] by the descriptor, the only view of it; nothing allocates while the slice lives.
    let all = unsafe { array.slice_mut::<u8>() };
    all.get_mut(args.int(1) as usize..)
        .and_then(|rest| rest.first_chunk_mut())
        .ok_or_else(|| thread.throw_bare("java/lang/ArrayIndexOutOfBoundsException"))
}
