//! invokedynamic and the constants of java.lang.invoke.

use crate::class::{Class, Method};
use crate::error::JResult;
use crate::memory::RootSlot;
use crate::thread::JavaThread;

/// What a linked call site does.
#[derive(Debug, Clone, Copy)]
pub enum CallSite {
    /// Calls this static method with the call site's arguments.
    Method(&'static Method),
    /// Gives the same object each time.
    Constant(&'static RootSlot),
}

/// Links the call site of an invokedynamic in `method` (JVMS 5.4.3.6).
pub fn link_call_site(thread: &JavaThread, method: &'static Method, index: u16) -> JResult<CallSite> {
    let _ = (method, index);
    Err(thread.throw("java/lang/UnsupportedOperationException", "invokedynamic"))
}

/// The slot of a MethodType, MethodHandle or Dynamic constant.
pub fn constant(thread: &JavaThread, from: &'static Class, index: u16) -> JResult<&'static RootSlot> {
    let _ = (from, index);
    Err(thread.throw("java/lang/UnsupportedOperationException", "constants of java.lang.invoke"))
}

/// The value of a Dynamic constant of primitive type.
pub fn dynamic_primitive(thread: &JavaThread, from: &'static Class, index: u16) -> JResult<u64> {
    let _ = (from, index);
    Err(thread.throw("java/lang/UnsupportedOperationException", "constants of java.lang.invoke"))
}
