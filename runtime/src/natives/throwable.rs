//! `java.lang.Throwable` and `NullPointerException`'s helpful message.

use super::support::{non_null, text_or_null};
use rvm_vm::class::ValueKind;
use rvm_vm::heap::store_ref;
use rvm_vm::natives::Args;
use rvm_vm::object::{Ref, array_base};
use rvm_vm::thread::JavaThread;
use rvm_vm::{JResult, natives, stackwalk, vm};

natives! {
    pub(super) TABLE;
    "java/lang/Throwable" {
        capture "()Ljava/lang/Object;" = capture;
        depth0 "(Ljava/lang/Object;)I" = depth;
        frameIndex0 "(Ljava/lang/Object;I)I" = frame_index;
        frame0 "(Ljava/lang/Object;I[Ljava/lang/Object;)I" = frame;
    }
    "java/lang/NullPointerException" {
        helpfulMessage "(Ljava/lang/Object;)Ljava/lang/String;" = helpful;
    }
}

fn capture(thread: &JavaThread, args: Args) -> JResult<Ref> {
    stackwalk::fill_in(thread, args.reference(0))?;
    Ok(args.reference(0).get_ref(vm().known.backtrace()))
}

fn depth(thread: &JavaThread, args: Args) -> JResult<i32> {
    Ok(non_null(thread, args.reference(0))?.length() as i32)
}

/// Offset of the bytecode, -1 if there is none.
fn frame_index(thread: &JavaThread, args: Args) -> JResult<i32> {
    let backtrace = non_null(thread, args.reference(0))?;
    Ok(stackwalk::row(backtrace, args.int(1) as usize).and_then(|(_, bci)| bci).map_or(-1, i32::from))
}

/// Source line, -1 if unknown, -2 for native methods.
fn frame(thread: &JavaThread, args: Args) -> JResult<i32> {
    let backtrace = non_null(thread, args.reference(0))?;
    let Some((method, bci)) = stackwalk::row(backtrace, args.int(1) as usize) else {
        return Err(thread.throw_bare("java/lang/IndexOutOfBoundsException"));
    };
    let class = method.class();
    let put =
        |index: u32, value: Ref| store_ref(args.reference(2), array_base(ValueKind::Ref) + index * 4, value);
    put(0, vm().known.mirror(thread, class)?);
    put(1, vm().strings.intern(text_or_null(thread, Some(method.name))?));
    put(2, text_or_null(thread, class.source_file())?);
    if args.reference(2).length() > 3 {
        put(3, text_or_null(thread, Some(method.descriptor))?);
    }
    Ok(match bci {
        _ if method.is_native() => -2,
        None => -1,
        Some(bci) => method.line(bci).map_or(-1, i32::from),
    })
}

fn helpful(thread: &JavaThread, args: Args) -> JResult<Ref> {
    let Some(backtrace) = args.reference(0).non_null().filter(|_| crate::host::host().helpful) else {
        return Ok(Ref::NULL);
    };
    match stackwalk::row(backtrace, 0) {
        Some((method, Some(bci))) if !stackwalk::is_below_hidden(backtrace) => {
            match rvm_vm::npe::describe(method, bci) {
                Some(text) => rvm_vm::object::string::from_text(thread, &text),
                None => Ok(Ref::NULL),
            }
        }
        _ => Ok(Ref::NULL),
    }
}
