//! `rvm.internal.security.BlockDigest`: the block functions of the digests, which use the processor's instructions for them.

use super::support::non_null;
use rvm_vm::JResult;
use rvm_vm::natives;
use rvm_vm::natives::Args;
use rvm_vm::object::ArrayElement;
use rvm_vm::thread::JavaThread;

natives! {
    pub(super) TABLE;
    "rvm/internal/security/BlockDigest" {
        md5 "([I[BII)V" = |t: &JavaThread, a: Args| take::<u32, 4, 64>(t, a, md5::block_api::compress);
        sha1 "([I[BII)V" = |t: &JavaThread, a: Args| take::<u32, 5, 64>(t, a, sha1::block_api::compress);
        sha256 "([I[BII)V" = |t: &JavaThread, a: Args| take::<u32, 8, 64>(t, a, sha2::block_api::compress256);
        sha512 "([J[BII)V" = |t: &JavaThread, a: Args| take::<u64, 8, 128>(t, a, sha2::block_api::compress512);
    }
}

/// Takes whole blocks into a digest's state. Arguments: state, data, offset, number of blocks.
fn take<W: ArrayElement, const STATE: usize, const BLOCK: usize>(
    thread: &JavaThread,
    args: Args,
    compress: fn(&mut [W; STATE], &[[u8; BLOCK]]),
) -> JResult<()> {
    let (state, data) = (non_null(thread, args.reference(0))?, non_null(thread, args.reference(1))?);
    // SAFETY: an int[] or long[], and a byte[], by the descriptor; two different arrays. Nothing allocates while the slices live
    // but for an exception on the way out.
    let (state, data) = unsafe { (state.slice_mut::<W>(), data.slice::<u8>()) };
    let (from, count) = (args.int(2), args.int(3));
    let range = usize::try_from(from).ok().zip(usize::try_from(count).ok());
    let data = range.and_then(|(from, count)| data.get(from..from.checked_add(count.checked_mul(BLOCK)?)?));
    match (<&mut [W; STATE]>::try_from(state), data) {
        (Ok(state), Some(data)) => {
            compress(state, data.as_chunks().0);
            Ok(())
        }
        _ => Err(thread.throw_bare("java/lang/ArrayIndexOutOfBoundsException")),
    }
}
