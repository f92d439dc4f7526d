//! Exceptions the interpreter raises, in HotSpot's words.

use crate::class::Class;
use crate::link::access;
use crate::thread::JavaThread;

/// NullPointerException for the instruction that the current frame is in. Its message is made when asked for
/// (`npe::describe`).
pub fn null_pointer(thread: &JavaThread) {
    let _ = thread.throw_bare("java/lang/NullPointerException");
}

/// ArrayIndexOutOfBoundsException for an index into the array at `array`.
pub fn bounds(thread: &JavaThread, index: i32, array: u32) {
    // SAFETY: the register holds a valid array, which the caller checked for null.
    let length = unsafe { crate::object::Ref::from_raw(array) }.length();
    let text = format!("Index {index} out of bounds for length {length}");
    let _ = thread.throw("java/lang/ArrayIndexOutOfBoundsException", &text);
}

/// ArrayStoreException for an object of class `class`.
pub fn array_store(thread: &JavaThread, class: &'static Class) {
    let _ = thread.throw("java/lang/ArrayStoreException", &class.external_name());
}

/// ClassCastException for an object of class `class` and the class at address `target`.
pub fn class_cast(thread: &JavaThread, class: &'static Class, target: u32) {
    // SAFETY: the instruction names a class by its address.
    let target = unsafe { Class::from_address(u64::from(target)) };
    let _ = thread.throw("java/lang/ClassCastException", &class_cast_text(class, target));
}

/// The message of a ClassCastException.
pub fn class_cast_text(class: &'static Class, target: &'static Class) -> String {
    let from = class.external_name();
    let places = access::two_places(&from, class.loader, target);
    format!("class {from} cannot be cast to class {} ({places})", target.external_name())
}
