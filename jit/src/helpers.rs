//! What compiled code asks of the machine. Helpers that may collect or throw are entered through a stub that notes the caller's frame
//! and return address in the thread's innermost record; they leave exceptions pending.

use crate::ir::Late;
use rvm_vm::class::{Class, Method, ValueKind, tag};
use rvm_vm::compiled::{RECORD_FP, RECORD_PC, THREAD_FRAME};
use rvm_vm::interpreter::handles::{Polymorphic, link_polymorphic};
use rvm_vm::link::{self, CallKind, FieldUse, ResolvedCall};
use rvm_vm::memory::RootSlot;
use rvm_vm::natives::Args;
use rvm_vm::object::{Ref, array_base};
use rvm_vm::thread::{self, JavaThread};
use rvm_vm::{JResult, heap, indy, vm};
use std::arch::naked_asm;

/// A helper's stub.
#[derive(Clone, Copy)]
pub struct Stub(unsafe extern "sysv64" fn());

impl Stub {
    /// Its address.
    pub fn address(self) -> usize {
        self.0 as *const () as usize
    }
}

macro_rules! stubs {
    ($($(#[$doc:meta])* $stub:ident = $entry:ident -> $target:path;)*) => {$(
        #[unsafe(naked)]
        unsafe extern "sysv64" fn $entry() {
            naked_asm!(
                "mov rax, [rdi + {frame}]",
                "mov [rax + {fp}], rbp",
                "mov r11, [rsp]",
                "mov [rax + {pc}], r11",
                "jmp {target}",
                frame = const THREAD_FRAME,
                fp = const RECORD_FP,
                pc = const RECORD_PC,
                target = sym $target,
            )
        }
        $(#[$doc])*
        pub const $stub: Stub = Stub($entry);
    )*};
}
stubs! {
    /// NullPointerException.
    NULL_POINTER = enter_null -> null_pointer;
    /// ArrayIndexOutOfBoundsException: index, length.
    BOUNDS = enter_bounds -> bounds;
    /// ArithmeticException.
    DIVISION = enter_division -> division;
    /// ClassCastException: object, class.
    CLASS_CAST = enter_cast -> class_cast;
    /// ArrayStoreException: object.
    ARRAY_STORE = enter_store -> array_store;
    /// StackOverflowError.
    STACK_OVERFLOW = enter_overflow -> stack_overflow;
    /// A new object of a class.
    NEW_OBJECT = enter_new -> new_object;
    /// A new array of an array class: class, length.
    NEW_ARRAY = enter_new_array -> new_array;
    /// Initialises a class.
    INITIALIZE = enter_initialize -> initialize;
    /// monitorenter.
    MONITOR_ENTER = enter_monitor_enter -> monitor_enter;
    /// monitorexit.
    MONITOR_EXIT = enter_monitor_exit -> monitor_exit;
    /// Selects an interface's method: receiver, method, inline cache.
    INTERFACE = enter_interface -> interface;
    /// The host function of a native method: method, arguments.
    NATIVE = enter_native -> native;
    /// Resolves something and does what an instruction does with it.
    LATE = enter_late -> late;
}

extern "sysv64" fn null_pointer(thread: &JavaThread) {
    let _ = thread.throw_bare("java/lang/NullPointerException");
}

extern "sysv64" fn bounds(thread: &JavaThread, index: i32, length: u32) {
    let text = format!("Index {index} out of bounds for length {length}");
    let _ = thread.throw("java/lang/ArrayIndexOutOfBoundsException", &text);
}

extern "sysv64" fn division(thread: &JavaThread) {
    let _ = thread.throw("java/lang/ArithmeticException", "/ by zero");
}

extern "sysv64" fn class_cast(thread: &JavaThread, object: u64, target: &'static Class) {
    // SAFETY: compiled code passes a valid reference that is not null.
    let class = unsafe { Ref::from_word(object) }.class();
    let text = rvm_vm::interpreter::class_cast_text(class, target);
    let _ = thread.throw("java/lang/ClassCastException", &text);
}

extern "sysv64" fn array_store(thread: &JavaThread, object: u64) {
    // SAFETY: as in `class_cast`.
    let class = unsafe { Ref::from_word(object) }.class();
    let _ = thread.throw("java/lang/ArrayStoreException", &class.external_name());
}

extern "sysv64" fn stack_overflow(thread: &JavaThread) {
    let _ = link::throw::stack_overflow(thread);
}

fn word(result: JResult<Ref>) -> u64 {
    result.map_or(0, Ref::word)
}

extern "sysv64" fn new_object(thread: &JavaThread, class: &'static Class) -> u64 {
    word(heap::alloc_object(thread, class))
}

extern "sysv64" fn new_array(thread: &JavaThread, class: &'static Class, length: i32) -> u64 {
    word(heap::alloc_array(thread, class, length))
}

extern "sysv64" fn initialize(thread: &JavaThread, class: &'static Class) {
    if !class.is_ready_for(thread) {
        let _ = link::initialize(thread, class);
    }
}

extern "sysv64" fn monitor_enter(thread: &JavaThread, object: u64) {
    // SAFETY: as in `class_cast`.
    thread::monitor_enter(thread, unsafe { Ref::from_word(object) });
}

extern "sysv64" fn monitor_exit(thread: &JavaThread, object: u64) {
    // SAFETY: as in `class_cast`.
    let _ = thread::monitor_exit(thread, unsafe { Ref::from_word(object) });
}

extern "sysv64" fn interface(
    thread: &JavaThread,
    receiver: u64,
    wanted: &'static Method,
    cell: &std::sync::atomic::AtomicU64,
) -> u64 {
    // SAFETY: as in `class_cast`.
    let class = unsafe { Ref::from_word(receiver) }.class();
    let Ok(method) = link::select_interface(thread, class, wanted) else { return 0 };
    crate::memory::ensure_code(method);
    let address = std::ptr::from_ref(method) as u64;
    cell.store(u64::from(class.address()) | address << 32, std::sync::atomic::Ordering::Release);
    address
}

extern "sysv64" fn native(thread: &JavaThread, method: &'static Method, args: *const u64) -> u64 {
    let Some(function) = method.native() else {
        rvm_vm::fatal("a native method lost its function");
    };
    thread.host_method.set(method);
    // SAFETY: compiled code passes as many words as the method has arguments; those that are references are in the call's map.
    function(thread, unsafe { Args::new(args) }).unwrap_or(0)
}

/// As the stub `NATIVE`, for functions that neither collect nor throw.
pub extern "sysv64" fn native_leaf(thread: &JavaThread, method: &'static Method, args: *const u64) -> u64 {
    native(thread, method, args)
}

/// `System.arraycopy` where nothing can go wrong: 1. Neither collects nor throws.
pub extern "sysv64" fn array_copy(from: u64, from_index: i32, to: u64, to_index: i32, count: i32) -> u32 {
    // SAFETY: as in `class_cast`, but for null.
    let (source, target) = unsafe { (Ref::from_word(from), Ref::from_word(to)) };
    if source.is_null() || target.is_null() || from_index | to_index | count < 0 {
        return 0;
    }
    // Few elements of one class, above all: builders of strings, insertions into lists, clones.
    let (first, second, number) = (from_index as u32, to_index as u32, count as u32);
    let fits = first + number <= source.length() && second + number <= target.length();
    if std::ptr::eq(source.class(), target.class()) && source.class().is_array() && fits {
        let kind = source.class().element;
        let (base, shift) = (array_base(kind), kind.size().trailing_zeros());
        let read = (source.raw() + base + (first << shift)) as usize as *const u8;
        let write = (target.raw() + base + (second << shift)) as usize as *mut u8;
        let bytes = (number as usize) << shift;
        // SAFETY: both ranges were checked against the arrays' lengths.
        unsafe {
            if bytes <= 32 { copy_bytes(read, write, bytes) } else { std::ptr::copy(read, write, bytes) }
        }
        if kind == ValueKind::Ref {
            heap::mark_cards(write as usize, write as usize + bytes);
        }
        return 1;
    }
    array_copy_any(from, from_index, to, to_index, count)
}

#[inline(never)]
extern "sysv64" fn array_copy_any(from: u64, from_index: i32, to: u64, to_index: i32, count: i32) -> u32 {
    // SAFETY: as in `class_cast`; they are not null.
    let (from, to) = unsafe { (Ref::from_word(from), Ref::from_word(to)) };
    let (source, target) = (from.class(), to.class());
    let (Some(kind), true) = (source.element_kind(), source.element_kind() == target.element_kind()) else {
        return 0;
    };
    let (from_index, to_index, count) = (from_index as u32, to_index as u32, count as u32);
    if from_index + count > from.length() || to_index + count > to.length() {
        return 0;
    }
    if kind == ValueKind::Ref {
        match (source.component, target.component) {
            (Some(a), Some(b)) if a == b || a.is_subclass_of(b) => {}
            _ => return 0,
        }
        heap::copy_refs(from, from_index, to, to_index, count);
        return 1;
    }
    let (size, base) = (kind.size(), array_base(kind));
    let read = (from.raw() + base + from_index * size) as usize as *const u8;
    let write = (to.raw() + base + to_index * size) as usize as *mut u8;
    // SAFETY: both ranges were checked against the arrays' lengths.
    unsafe { std::ptr::copy(read, write, (count * size) as usize) };
    1
}

/// Copies up to 32 bytes. The ranges may overlap: all is read before anything is written.
///
/// # Safety
/// Both ranges are readable and writable.
#[inline(always)]
unsafe fn copy_bytes(from: *const u8, to: *mut u8, count: usize) {
    // SAFETY: the words lie in the ranges: the last one ends where they end.
    unsafe {
        if count >= 16 {
            let (from, last) = (from.cast::<u128>(), from.add(count - 16).cast::<u128>());
            let words = (from.read_unaligned(), last.read_unaligned());
            to.cast::<u128>().write_unaligned(words.0);
            to.add(count - 16).cast::<u128>().write_unaligned(words.1);
        } else if count >= 8 {
            let (from, last) = (from.cast::<u64>(), from.add(count - 8).cast::<u64>());
            let words = (from.read_unaligned(), last.read_unaligned());
            to.cast::<u64>().write_unaligned(words.0);
            to.add(count - 8).cast::<u64>().write_unaligned(words.1);
        } else if count >= 4 {
            let (from, last) = (from.cast::<u32>(), from.add(count - 4).cast::<u32>());
            let words = (from.read_unaligned(), last.read_unaligned());
            to.cast::<u32>().write_unaligned(words.0);
            to.add(count - 4).cast::<u32>().write_unaligned(words.1);
        } else if count > 0 {
            let words = (from.read(), from.add(count / 2).read(), from.add(count - 1).read());
            to.write(words.0);
            to.add(count / 2).write(words.1);
            to.add(count - 1).write(words.2);
        }
    }
}

/// The identity hash of an object that has one. Neither collects nor throws.
pub extern "sysv64" fn identity_hash(object: u64) -> u64 {
    // SAFETY: as in `class_cast`.
    unsafe { Ref::from_word(object) }.identity_hash() as u64
}

/// Length of a number's text. Neither collects nor throws.
pub extern "sysv64" fn digit_count(value: i64) -> u64 {
    indy::digit_count(value) as u64
}

/// Writes a number's text of that length. Neither collects nor throws.
pub extern "sysv64" fn digits(value: i64, to: *mut u8, length: usize) {
    // SAFETY: compiled code passes bytes of an array that it made for them.
    indy::digits(value, unsafe { std::slice::from_raw_parts_mut(to, length) });
}

/// Copies between bytes that do not overlap. Neither collects nor throws.
pub extern "sysv64" fn copy_text(from: *const u8, to: *mut u8, count: usize) {
    // SAFETY: compiled code passes text, and bytes of an array that it made for it.
    unsafe {
        if count <= 16 {
            copy_bytes(from, to, count);
        } else {
            std::ptr::copy_nonoverlapping(from, to, count);
        }
    }
}

/// Whether two arrays of bytes, of one length, hold the same: 0 or 1. Neither collects nor throws.
pub extern "sysv64" fn same_bytes(a: u64, b: u64) -> u32 {
    // SAFETY: as in `class_cast`, but for null; nothing allocates while the slices live.
    let (a, b) = unsafe { (Ref::from_word(a).slice::<u8>(), Ref::from_word(b).slice::<u8>()) };
    let (wide_a, rest_a) = a.as_chunks::<8>();
    let (wide_b, rest_b) = b.as_chunks::<8>();
    let words = wide_a.iter().zip(wide_b).all(|(a, b)| u64::from_ne_bytes(*a) == u64::from_ne_bytes(*b));
    u32::from(words && rest_a.iter().zip(rest_b).all(|(a, b)| a == b))
}

/// Whether a class is a subtype of another: 0 or 1. Neither collects nor throws.
pub extern "sysv64" fn is_subtype(class: &'static Class, target: &'static Class) -> u32 {
    u32::from(class.is_subclass_of(target))
}

/// Enters an inflated monitor that is free: 0 or 1. Neither collects nor throws.
pub extern "sysv64" fn try_enter_inflated(thread: &JavaThread, object: u64) -> u32 {
    // SAFETY: as in `class_cast`.
    u32::from(thread::try_enter_inflated(thread, unsafe { Ref::from_word(object) }))
}

/// Leaves an inflated monitor: 0 or 1. Neither collects nor throws.
pub extern "sysv64" fn try_exit_inflated(thread: &JavaThread, object: u64) -> u32 {
    // SAFETY: as in `class_cast`.
    u32::from(thread::try_exit_inflated(thread, unsafe { Ref::from_word(object) }))
}

/// What to call for a method. Neither collects nor throws.
pub extern "sysv64" fn code_of(method: &'static Method) -> u64 {
    crate::memory::ensure_code(method) as u64
}

/// `%` of floats (JLS 15.17.3).
pub extern "sysv64" fn frem(x: f32, y: f32) -> f32 {
    x % y
}

/// `%` of doubles.
pub extern "sysv64" fn drem(x: f64, y: f64) -> f64 {
    x % y
}

extern "sysv64" fn late(thread: &JavaThread, methods: u64, what: u64, a: u64, b: u64) -> u64 {
    // SAFETY: compiled code passes the addresses of two methods, which are immortal: the place's, and above it the one it was
    // compiled for.
    let (method, root) =
        unsafe { (&*((methods & 0xffff_ffff) as *const Method), &*((methods >> 32) as *const Method)) };
    if what >> 40 == 0 {
        crate::compile::count_late(root);
    }
    late_result(thread, method, what, a, b).unwrap_or(0)
}

/// Code thought to be seldom run was reached often: the block at `bci` of a method, in the code of another, which was entered in a loop if bit 16 is
/// set. Neither collects nor throws.
pub extern "sysv64" fn reached(methods: u64, bci: u32) -> u32 {
    // SAFETY: as in `late`.
    let (method, root) =
        unsafe { (&*((methods & 0xffff_ffff) as *const Method), &*((methods >> 32) as *const Method)) };
    crate::compile::count_reached(root, bci >> 16 != 0, method, bci as u16);
    0
}

const KINDS: [Late; 19] = [
    Late::GetStatic,
    Late::PutStatic,
    Late::GetField,
    Late::PutField,
    Late::New,
    Late::NewArray,
    Late::MultiArray,
    Late::CheckCast,
    Late::InstanceOf,
    Late::Constant,
    Late::DynamicPrimitive,
    Late::Static,
    Late::Special,
    Late::Virtual,
    Late::Interface,
    Late::Dynamic,
    Late::Catch,
    Late::Miranda,
    Late::Mirror,
];

fn reference<'t>(scope: &'t rvm_vm::object::HandleScope<'t>, word: u64) -> rvm_vm::object::Handle<'t> {
    // SAFETY: compiled code passes valid references.
    scope.handle(unsafe { Ref::from_word(word) })
}

fn late_result(thread: &JavaThread, method: &'static Method, what: u64, a: u64, b: u64) -> JResult<u64> {
    let index = (what >> 8) as u16;
    let from = method.class();
    let scope = rvm_vm::object::HandleScope::new(thread);
    match KINDS[(what & 0xff) as usize] {
        Late::GetStatic | Late::PutStatic => {
            let is_put = what & 0xff == Late::PutStatic as u64;
            let kind_ref = is_put && is_reference(method, index);
            let value = if kind_ref { Some(reference(&scope, a)) } else { None };
            let field = link::resolve_field(thread, method, index, FieldUse { is_static: true, is_put })?;
            let class = field.class();
            if !class.is_ready_for(thread) {
                link::initialize(thread, class)?;
            }
            if is_put {
                let word = value.map_or(a, |v| v.get().word());
                class.set_static_word(field.offset, narrow(field.kind, word));
                return Ok(0);
            }
            Ok(class.static_word(field.offset))
        }
        Late::GetField | Late::PutField => {
            let is_put = what & 0xff == Late::PutField as u64;
            let object = reference(&scope, a);
            let value = if is_put && is_reference(method, index) { Some(reference(&scope, b)) } else { None };
            let field = link::resolve_field(thread, method, index, FieldUse { is_static: false, is_put })?;
            let object = object.get();
            if object.is_null() {
                return Err(thread.throw_bare("java/lang/NullPointerException"));
            }
            let offset = field.offset;
            if let Some(value) = value {
                heap::store_ref_volatile(object, offset, value.get());
                return Ok(0);
            }
            if is_put {
                let word = narrow(field.kind, b);
                match field.kind.size() {
                    1 => object.set_volatile(offset, word as u8),
                    2 => object.set_volatile(offset, word as u16),
                    4 => object.set_volatile(offset, word as u32),
                    _ => object.set_volatile(offset, word),
                }
                return Ok(0);
            }
            let value = match field.kind.size() {
                1 => object.get_volatile::<i8>(offset) as u32 as u64,
                2 => u64::from(object.get_volatile::<u16>(offset)),
                4 => u64::from(object.get_volatile::<u32>(offset)),
                _ => object.get_volatile::<u64>(offset),
            };
            Ok(narrow(field.kind, value))
        }
        Late::New => {
            let class = link::resolve_class(thread, from, index)?;
            if class.is_abstract() {
                return Err(thread.throw("java/lang/InstantiationError", &class.external_name()));
            }
            if !class.is_ready_for(thread) {
                link::initialize(thread, class)?;
            }
            heap::alloc_object(thread, class).map(Ref::word)
        }
        Late::NewArray => {
            let component = link::resolve_class(thread, from, index)?;
            heap::alloc_array(thread, rvm_vm::load::array_of(component), a as i32).map(Ref::word)
        }
        Late::MultiArray => {
            // SAFETY: compiled code passes the address and number of the lengths in its frame.
            let lengths =
                unsafe { std::slice::from_raw_parts(a as usize as *const i32, b as usize) }.to_vec();
            let class = link::resolve_class(thread, from, index)?;
            heap::alloc_multi(thread, class, &lengths).map(Ref::word)
        }
        Late::CheckCast => {
            let object = reference(&scope, a);
            if object.get().is_null() {
                return Ok(0);
            }
            let target = link::resolve_class(thread, from, index)?;
            let class = object.get().class();
            if !class.is_subclass_of(target) {
                let text = rvm_vm::interpreter::class_cast_text(class, target);
                return Err(thread.throw("java/lang/ClassCastException", &text));
            }
            Ok(0)
        }
        Late::InstanceOf | Late::Catch => {
            let object = reference(&scope, a);
            if object.get().is_null() {
                return Ok(0);
            }
            let target = link::resolve_class(thread, from, index)?;
            Ok(u64::from(object.get().class().is_subclass_of(target)))
        }
        Late::Constant => {
            let slot = match from.pool.tag(index) {
                tag::STRING => link::resolve_string(thread, from, index)?,
                tag::CLASS => {
                    let class = link::resolve_class(thread, from, index)?;
                    vm().known.mirror(thread, class)?;
                    &class.mirror
                }
                _ => indy::constant(thread, from, index)?,
            };
            Ok(std::ptr::from_ref(slot) as u64)
        }
        Late::DynamicPrimitive => indy::dynamic_primitive(thread, from, index),
        Late::Mirror => vm().known.mirror(thread, from).map(Ref::word),
        Late::Dynamic => match indy::link_call_site(thread, method, (what >> 24) as u16, index)? {
            indy::CallSite::Method(callee) => Ok(std::ptr::from_ref(callee) as u64),
            indy::CallSite::Constant(slot) => Ok(std::ptr::from_ref(slot) as u64 | 1),
        },
        call => {
            let receiver = reference(&scope, a);
            select(thread, from, index, call, receiver, b)
        }
    }
}

/// The method that a call reaches. For invokevirtual with the receiver above it, which a method handle may replace. `cell`, if not
/// 0, is for what the next call wants to know: an inline cache, or the root slot for the call site's method type.
fn select(
    thread: &JavaThread,
    from: &'static Class,
    index: u16,
    call: Late,
    receiver: rvm_vm::object::Handle<'_>,
    cell: u64,
) -> JResult<u64> {
    let kind = match call {
        Late::Static => CallKind::Static,
        Late::Special => CallKind::Special,
        Late::Interface => CallKind::Interface,
        _ => CallKind::Virtual,
    };
    let resolved = link::resolve_call(thread, from, index, kind)?;
    if let ResolvedCall::Static(method) = resolved {
        let class = method.class();
        if !class.is_ready_for(thread) {
            link::initialize(thread, class)?;
        }
        return Ok(std::ptr::from_ref(method) as u64);
    }
    if let ResolvedCall::Polymorphic(method) = resolved {
        if cell != 0
            && let Polymorphic::Handle(slot) | Polymorphic::Variable(_, slot) =
                link_polymorphic(thread, from, index, method)?
        {
            // SAFETY: compiled code passes the address of its root slot.
            unsafe { &*(cell as *const RootSlot) }.set(slot.get());
        }
        let (method, on) = rvm_vm::interpreter::polymorphic_target(thread, from, index, method, receiver)?;
        return Ok(method as u64 | on.word() << 32);
    }
    let Some(object) = receiver.get().non_null() else {
        return Err(thread.throw_bare("java/lang/NullPointerException"));
    };
    let class = object.class();
    let method = match resolved {
        ResolvedCall::Direct(method) => method,
        ResolvedCall::Virtual(_, at) => class.virtual_method(at),
        ResolvedCall::Interface(method) if kind == CallKind::Virtual => {
            link::select_miranda(thread, class, method)?
        }
        ResolvedCall::Interface(method) => link::select_interface(thread, class, method)?,
        ResolvedCall::Static(method) | ResolvedCall::Polymorphic(method) => method,
    };
    if call == Late::Miranda && cell != 0 {
        crate::memory::ensure_code(method);
        let word = u64::from(class.address()) | (std::ptr::from_ref(method) as u64) << 32;
        // SAFETY: compiled code passes the address of its inline cache.
        unsafe { &*(cell as *const std::sync::atomic::AtomicU64) }
            .store(word, std::sync::atomic::Ordering::Release);
    }
    let on = if call == Late::Virtual { receiver.get().word() << 32 } else { 0 };
    Ok(std::ptr::from_ref(method) as u64 | on)
}

fn is_reference(method: &Method, index: u16) -> bool {
    let pool = &method.class().pool;
    let descriptor = pool.utf8(pool.second(pool.second(index)));
    descriptor.first().and_then(|&c| ValueKind::of_descriptor(c)) == Some(ValueKind::Ref)
}

/// A word as a value of this kind.
fn narrow(kind: ValueKind, word: u64) -> u64 {
    match kind {
        ValueKind::Boolean => word & 1,
        ValueKind::Byte => u64::from(i32::from(word as i8) as u32),
        ValueKind::Char => u64::from(word as u16),
        ValueKind::Short => u64::from(i32::from(word as i16) as u32),
        ValueKind::Long | ValueKind::Double => word,
        _ => u64::from(word as u32),
    }
}
