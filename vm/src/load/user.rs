//! Loaders written in Java.

use super::Loader;
use crate::class::{Class, Symbol};
use crate::error::JResult;
use crate::link::resolve_method_by_name;
use crate::object::{HandleScope, string};
use crate::thread::JavaThread;
use crate::vm;

/// Calls `ClassLoader.loadClass`; `ClassNotFoundException` stays pending.
pub(super) fn load_class(
    thread: &JavaThread,
    loader: &'static Loader,
    name: Symbol,
) -> JResult<Option<&'static Class>> {
    thread.check_host_stack()?;
    let scope = HandleScope::new(thread);
    let dotted = name.text().replace('/', ".");
    let text = scope.handle(string::from_text(thread, &dotted)?);
    let class = loader.mirror.get().class();
    let method = resolve_method_by_name(thread, class, "loadClass", "(Ljava/lang/String;)Ljava/lang/Class;")?;
    let method = crate::link::select_virtual(class, method);
    let word = thread.call(method, &[loader.mirror.get().word(), text.get().word()])?;
    // SAFETY: the method's result is a reference.
    let mirror = unsafe { crate::object::Ref::from_word(word) };
    if mirror.is_null() {
        return Ok(None);
    }
    let class = vm().known.class_of_mirror(mirror);
    if class.name != name {
        return Ok(None);
    }
    loader.enter_as(name, class);
    Ok(Some(class))
}
