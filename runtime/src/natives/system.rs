//! `System`, `Runtime`, `Shutdown`.

use super::support::null_pointer;
use rvm_vm::class::{Class, Symbol, ValueKind};
use rvm_vm::heap::{self, copy_refs};
use rvm_vm::natives::Args;
use rvm_vm::object::{Ref, array_base};
use rvm_vm::thread::JavaThread;
use rvm_vm::{JResult, natives, vm};
use std::time::{SystemTime, UNIX_EPOCH};

natives! {
    pub(super) TABLE;
    "java/lang/System" {
        currentTimeMillis "()J" = |_: &JavaThread, _: Args| since_epoch().as_millis() as i64;
        nanoTime "()J" = nano_time;
        arraycopy "(Ljava/lang/Object;ILjava/lang/Object;II)V" = array_copy;
        identityHashCode "(Ljava/lang/Object;)I" = identity_hash;
        setStream0 "(ILjava/lang/Object;)V" = set_stream;
    }
    "java/lang/Runtime" {
        availableProcessors "()I" = processors;
        freeMemory "()J" = |_: &JavaThread, _: Args| vm().heap.free() as i64;
        totalMemory "()J" = |_: &JavaThread, _: Args| vm().heap.total() as i64;
        maxMemory "()J" = |_: &JavaThread, _: Args| vm().heap.maximum() as i64;
        gc "()V" = |t: &JavaThread, _: Args| heap::collect(t, "System.gc()");
    }
    "java/time/Clock" {
        now0 "([J)V" = |t: &JavaThread, a: Args| -> JResult<()> {
            let now = since_epoch();
            let array = super::support::non_null(t, a.reference(0))?;
            // SAFETY: a long[] by the descriptor; nothing allocates while the slice lives.
            if let [seconds, nanos, ..] = unsafe { array.slice_mut::<i64>() } {
                *seconds = now.as_secs() as i64;
                *nanos = i64::from(now.subsec_nanos());
            }
            Ok(())
        };
    }
    "java/lang/Shutdown" {
        halt0 "(I)V" = halt;
    }
}

pub(super) fn since_epoch() -> std::time::Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}

fn nano_time(_: &JavaThread, _: Args) -> i64 {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: fills the structure given.
    unsafe { libc::clock_gettime(libc::CLOCK_MONOTONIC, &mut time) };
    time.tv_sec * 1_000_000_000 + time.tv_nsec
}

fn identity_hash(thread: &JavaThread, args: Args) -> i32 {
    args.reference(0).non_null().map_or(0, |object| heap::identity_hash(thread, object))
}

fn halt(_: &JavaThread, args: Args) {
    crate::launch::leave(args.int(0))
}

fn set_stream(thread: &JavaThread, args: Args) -> JResult<()> {
    let (name, descriptor) = match args.int(0) {
        0 => ("in", "Ljava/io/InputStream;"),
        1 => ("out", "Ljava/io/PrintStream;"),
        _ => ("err", "Ljava/io/PrintStream;"),
    };
    let class = super::support::library_class(thread, "java/lang/System")?;
    let field = class.declared_field(Symbol::from_text(name), Symbol::from_text(descriptor));
    match field {
        Some(field) => class.set_static_word(field.offset, args.reference(1).word()),
        None => return Err(thread.throw("java/lang/NoSuchFieldError", name)),
    }
    Ok(())
}

/// `int[5]`, `object array[5]`: how messages name an array.
fn shown(class: &Class, length: u32) -> String {
    match class.element {
        ValueKind::Ref => format!("object array[{length}]"),
        kind => format!("{}[{length}]", kind.name()),
    }
}

fn array_copy(thread: &JavaThread, args: Args) -> JResult<()> {
    let (from, to) = (args.reference(0), args.reference(2));
    if from.is_null() || to.is_null() {
        return Err(null_pointer(thread));
    }
    let (source, target) = (from.class(), to.class());
    let store = |text: String| Err(thread.throw("java/lang/ArrayStoreException", &text));
    let (Some(from_kind), Some(to_kind)) = (source.element_kind(), target.element_kind()) else {
        let (what, class) = if source.is_array() { ("destination", target) } else { ("source", source) };
        return store(format!("arraycopy: {what} type {} is not an array", class.external_name()));
    };
    if from_kind != to_kind {
        let name = |kind: ValueKind| if kind == ValueKind::Ref { "object array" } else { kind.name() };
        let text =
            format!("arraycopy: type mismatch: can not copy {}[] into {}[]", name(from_kind), name(to_kind));
        return store(text);
    }
    let (from_index, to_index, count) = (args.int(1), args.int(3), args.int(4));
    check_range(thread, from, to, from_index, to_index, count)?;
    let (from_index, to_index, count) = (from_index as u32, to_index as u32, count as u32);
    if from_kind != ValueKind::Ref {
        let size = from_kind.size();
        let base = array_base(from_kind);
        let read = (from.raw() + base + from_index * size) as usize as *const u8;
        let write = (to.raw() + base + to_index * size) as usize as *mut u8;
        // SAFETY: both ranges were checked against the arrays' lengths.
        unsafe { std::ptr::copy(read, write, (count * size) as usize) };
        return Ok(());
    }
    match (source.component, target.component) {
        (Some(a), Some(b)) if !a.is_subclass_of(b) => {
            copy_checked(thread, from, to, from_index, to_index, count, b)
        }
        _ => {
            copy_refs(from, from_index, to, to_index, count);
            Ok(())
        }
    }
}

fn check_range(
    thread: &JavaThread,
    from: Ref,
    to: Ref,
    from_index: i32,
    to_index: i32,
    count: i32,
) -> JResult<()> {
    let bad = |text: String| Err(thread.throw("java/lang/ArrayIndexOutOfBoundsException", &text));
    let source = || shown(from.class(), from.length());
    let target = || shown(to.class(), to.length());
    if from_index < 0 {
        return bad(format!("arraycopy: source index {from_index} out of bounds for {}", source()));
    }
    if to_index < 0 {
        return bad(format!("arraycopy: destination index {to_index} out of bounds for {}", target()));
    }
    if count < 0 {
        return bad(format!("arraycopy: length {count} is negative"));
    }
    let last = from_index as u32 + count as u32;
    if last > from.length() {
        return bad(format!("arraycopy: last source index {last} out of bounds for {}", source()));
    }
    let last = to_index as u32 + count as u32;
    if last > to.length() {
        return bad(format!("arraycopy: last destination index {last} out of bounds for {}", target()));
    }
    Ok(())
}

/// Copies up to the first element that does not fit.
fn copy_checked(
    thread: &JavaThread,
    from: Ref,
    to: Ref,
    from_index: u32,
    to_index: u32,
    count: u32,
    component: &'static Class,
) -> JResult<()> {
    for index in 0..count {
        let element = from.element(from_index + index);
        if !element.is_null() && !element.class().is_subclass_of(component) {
            let source = rvm_vm::class::external_type(from.class().name.bytes());
            let related = from.class().component.is_none_or(|c| component.is_subclass_of(c));
            let text = if related {
                let wanted = component.external_name();
                format!(
                    "arraycopy: element type mismatch: can not cast one of the elements of {source} to the type of the destination array, {wanted}"
                )
            } else {
                let target = rvm_vm::class::external_type(to.class().name.bytes());
                format!("arraycopy: type mismatch: can not copy {source} into {target}")
            };
            return Err(thread.throw("java/lang/ArrayStoreException", &text));
        }
        heap::store_ref(to, array_base(ValueKind::Ref) + (to_index + index) * 4, element);
    }
    Ok(())
}

/// Processors that the program may use: what the command line says, or the host.
fn processors(_: &JavaThread, _: Args) -> i32 {
    crate::host::host()
        .processors
        .unwrap_or_else(|| std::thread::available_parallelism().map_or(1, |n| n.get() as i32))
}
