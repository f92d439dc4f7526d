//! `java.util.Arrays`: comparing ranges.

use rvm_vm::natives;
use rvm_vm::natives::Args;
use rvm_vm::object::{ArrayElement, Ref};
use rvm_vm::thread::JavaThread;

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
