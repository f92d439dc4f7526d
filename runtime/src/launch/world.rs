//! `-XX:+CompileTheWorld`: shows whether the JIT can compile all of the class library.

use rvm_vm::class::Symbol;
use rvm_vm::link;
use rvm_vm::object::Ref;
use rvm_vm::thread::JavaThread;
use rvm_vm::vm;

/// Loads and links all classes of the library, none is initialised, and compiles their methods. What fails is told on standard error,
/// and a line with the numbers at the end.
pub(super) fn compile(thread: &JavaThread) {
    let (mut classes, mut methods, mut failed) = (0, 0, 0);
    for (name, _) in rvm_stdlib::classes() {
        let loaded = link::load_or_throw(thread, vm().loaders.boot(), Symbol::from_text(name));
        let Ok(class) = loaded.and_then(|class| link::link(thread, class).map(|()| class)) else {
            thread.pending.set(Ref::NULL);
            eprintln!("{name}: not linked");
            failed += 1;
            continue;
        };
        let (count, refused) = rvm_jit::compile_all(class);
        classes += 1;
        methods += count;
        failed += refused.len();
        for (method, error) in refused {
            eprintln!("{}: not compiled: {error}", method.external());
        }
    }
    eprintln!("{methods} methods of {classes} classes compiled, {failed} failures");
}
