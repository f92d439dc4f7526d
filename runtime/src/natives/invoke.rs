//! `java.lang.invoke`: classes spun for method handles, and hidden classes.

use super::support::{class_of, mirror_or_null, non_null};
use rvm_vm::class::{Method, MethodFlags, flags, tag};
use rvm_vm::heap::compare_exchange_ref;
use rvm_vm::load::{DefineOptions, LoaderKind, define};
use rvm_vm::natives::Args;
use rvm_vm::object::{HandleScope, Ref, string};
use rvm_vm::thread::JavaThread;
use rvm_vm::{JResult, link, natives, vm};
use std::borrow::Cow;
use std::sync::atomic::Ordering::SeqCst;
use std::sync::atomic::{AtomicU8, AtomicU16, AtomicU32, AtomicU64, Ordering};

natives! {
    pub(super) TABLE;
    "java/lang/invoke/Spinner" {
        define "(Ljava/lang/Class;[B[I[Ljava/lang/Object;)Ljava/lang/Class;" = spin;
        method "(Ljava/lang/Class;I)J" = |t: &JavaThread, a: Args| -> JResult<i64> {
            let class = class_of(t, a.reference(0))?;
            member(t, class.methods.get(a.int(1) as usize))
        };
        field "(Ljava/lang/Class;I)J" = |t: &JavaThread, a: Args| -> JResult<i64> {
            let class = class_of(t, a.reference(0))?;
            member(t, class.fields.get(a.int(1) as usize))
        };
    }
    "rvm/internal/Reflection" {
        defineNext "(Ljava/lang/Class;[B)Ljava/lang/Class;" = |t: &JavaThread, a: Args| -> JResult<Ref> {
            let host = class_of(t, a.reference(0))?;
            let bytes = bytes(t, a.reference(1))?;
            let trusted = host.loader.kind == LoaderKind::Boot;
            let options = DefineOptions { name: None, origin: "Lookup", trusted, hidden: None };
            let class = define(t, host.loader, Cow::Owned(bytes), options)?;
            mirror_or_null(t, Some(class))
        };
        initialize "(Ljava/lang/Class;)V" = |t: &JavaThread, a: Args| -> JResult<()> {
            link::initialize(t, class_of(t, a.reference(0))?)
        };
    }
    "java/lang/invoke/Cells" {
        offset "(Ljava/lang/Class;I)J" = offset;
        exchange "(Ljava/lang/Object;JIJJ)J" = |_t: &JavaThread, a: Args| -> i64 {
            exchange(a.reference(0), a.long(1), a.int(2), a.long(3) as u64, a.long(4) as u64)
        };
        exchangeRef "(Ljava/lang/Object;JLjava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;" = exchange_ref;
    }
    "java/lang/invoke/MethodHandles" {
        defineHidden "(Ljava/lang/Class;[BZLjava/lang/Object;)Ljava/lang/Class;" = define_hidden;
        classData0 "(Ljava/lang/Class;)Ljava/lang/Object;" = |t: &JavaThread, a: Args| -> JResult<Ref> {
            Ok(class_of(t, a.reference(0))?.rare.class_data.get())
        };
        refusal "(Ljava/lang/Class;Ljava/lang/Class;IZLjava/lang/Class;)Ljava/lang/String;" = refusal;
        mayAccess "(Ljava/lang/Class;Ljava/lang/Class;)Z" = |t: &JavaThread, a: Args| -> JResult<bool> {
            Ok(link::access::class_accessible(class_of(t, a.reference(0))?, class_of(t, a.reference(1))?))
        };
        hide "(Ljava/lang/Class;)V" = |t: &JavaThread, a: Args| -> JResult<()> {
            hide(class_of(t, a.reference(0))?.methods);
            Ok(())
        };
    }
}

fn member<T>(thread: &JavaThread, member: Option<&'static T>) -> JResult<i64> {
    match member {
        Some(member) => Ok(std::ptr::from_ref(member) as usize as i64),
        None => Err(thread.throw_bare("java/lang/IndexOutOfBoundsException")),
    }
}

/// Why one class may not use a member of another; null if it may.
fn refusal(thread: &JavaThread, args: Args) -> JResult<Ref> {
    let from = class_of(thread, args.reference(0))?;
    let owner = class_of(thread, args.reference(1))?;
    let through = class_of(thread, args.reference(4))?;
    let index = args.int(2) as usize;
    let (access, text): (u16, Box<dyn Fn() -> String>) = if args.boolean(3) {
        let Some(field) = owner.fields.get(index) else { return Ok(Ref::NULL) };
        (field.access, Box::new(move || link::access::field_text(from, field)))
    } else {
        let Some(method) = owner.methods.get(index) else { return Ok(Ref::NULL) };
        (method.access, Box::new(move || link::access::method_text(from, method)))
    };
    match link::access::member_accessible(thread, from, owner, access, through)? {
        true => Ok(Ref::NULL),
        false => string::from_text(thread, &text()),
    }
}

/// Leaves methods out of stack traces, except those that are a public class's interface.
fn hide(methods: &[Method]) {
    methods
        .iter()
        .filter(|m| !m.has(flags::PUBLIC) || !m.class().has(flags::PUBLIC))
        .for_each(|m| m.mark(MethodFlags::HIDDEN));
}

/// The suffix of the next hidden class, as HotSpot's look.
fn suffix() -> String {
    static NEXT: AtomicU64 = AtomicU64::new(0x8_00c0_1000);
    format!("{:#018x}", NEXT.fetch_add(0x400, Ordering::Relaxed))
}

/// Defines a class that the library spun, some entries of its constant pool resolved beforehand: classes to their `Class` objects,
/// members to what `method` and `field` gave, dynamic constants to any object.
fn spin(thread: &JavaThread, args: Args) -> JResult<Ref> {
    let host = class_of(thread, args.reference(0))?;
    let bytes = bytes(thread, args.reference(1))?;
    let suffix = suffix();
    let options = DefineOptions {
        name: None,
        origin: "__JVM_LookupDefineClass__",
        trusted: true,
        hidden: Some((&suffix, Some(host))),
    };
    let class = define(thread, host.loader, Cow::Owned(bytes), options)?;
    let count = non_null(thread, args.reference(2))?.length();
    for at in 0..count {
        // SAFETY: an int[] by the descriptor; nothing allocates meanwhile.
        let index = unsafe { args.reference(2).slice::<i32>() }[at as usize] as u16;
        let value = non_null(thread, args.reference(3))?.element(at);
        let word = match class.pool.tag(index) {
            tag::CLASS => u64::from(class_of(thread, value)?.address()),
            tag::DYNAMIC => std::ptr::from_ref(vm().roots.add(&vm().arena, value)) as usize as u64,
            _ => {
                // A Long with the member's address.
                let field = value.class().fields.iter().find(|f| !f.is_static() && f.name == *"value");
                field.map_or(0, |f| value.get::<u64>(f.offset))
            }
        };
        class.pool.remember(index, word);
    }
    hide(class.methods);
    link::initialize(thread, class)?;
    mirror_or_null(thread, Some(class))
}

fn bytes(thread: &JavaThread, array: Ref) -> JResult<Vec<u8>> {
    let array = non_null(thread, array)?;
    // SAFETY: a byte[] by the descriptor; copied before anything allocates.
    Ok(unsafe { array.slice::<u8>() }.to_vec())
}

/// `Lookup.defineHiddenClass`: a class next to the lookup class, in its nest if asked for.
fn define_hidden(thread: &JavaThread, args: Args) -> JResult<Ref> {
    let host = class_of(thread, args.reference(0))?;
    let bytes = bytes(thread, args.reference(1))?;
    let suffix = suffix();
    let nest = args.boolean(2).then_some(host);
    let options = DefineOptions {
        name: None,
        origin: "__JVM_LookupDefineClass__",
        trusted: false,
        hidden: Some((&suffix, nest)),
    };
    let scope = HandleScope::new(thread);
    let class = define(thread, host.loader, Cow::Owned(bytes), options)?;
    class.rare.class_data.set(args.reference(3));
    let mirror = scope.handle(vm().known.mirror(thread, class)?);
    Ok(mirror.get())
}

/// Where a field is: its offset in the object, or the address of a static one.
fn offset(thread: &JavaThread, args: Args) -> JResult<i64> {
    let class = class_of(thread, args.reference(0))?;
    match class.fields.get(args.int(1) as usize) {
        Some(field) if field.is_static() => Ok(field.static_address() as i64),
        Some(field) => Ok(i64::from(field.offset)),
        None => Err(thread.throw_bare("java/lang/IndexOutOfBoundsException")),
    }
}

/// Compare-and-exchange of 1, 2, 4 or 8 bytes; what was there, zero-extended. Without an object the offset is an address.
fn exchange(object: Ref, offset: i64, size: i32, expected: u64, value: u64) -> i64 {
    let address = object.raw() as usize + offset as usize;
    macro_rules! cell {
        ($atomic:ty, $bits:ty) => {{
            // SAFETY: the library passes an offset or address that `offset` gave, or one of an array's element that it checked, and
            // the size of the variable there, which is aligned to it.
            let cell = unsafe { <$atomic>::from_ptr(address as *mut $bits) };
            match cell.compare_exchange(expected as $bits, value as $bits, SeqCst, SeqCst) {
                Ok(old) | Err(old) => u64::from(old) as i64,
            }
        }};
    }
    match size {
        1 => cell!(AtomicU8, u8),
        2 => cell!(AtomicU16, u16),
        4 => cell!(AtomicU32, u32),
        _ => cell!(AtomicU64, u64),
    }
}

fn exchange_ref(_thread: &JavaThread, args: Args) -> Ref {
    let (object, offset) = (args.reference(0), args.long(1));
    if !object.is_null() {
        return compare_exchange_ref(object, offset as u32, args.reference(2), args.reference(3));
    }
    // SAFETY: the address of a static field of reference type, whose word's low half holds the reference.
    let cell = unsafe { AtomicU32::from_ptr(offset as usize as *mut u32) };
    let (expected, value) = (args.reference(2).raw(), args.reference(3).raw());
    let old = match cell.compare_exchange(expected, value, SeqCst, SeqCst) {
        Ok(old) | Err(old) => old,
    };
    // SAFETY: what a static field of reference type holds.
    unsafe { Ref::from_raw(old) }
}
