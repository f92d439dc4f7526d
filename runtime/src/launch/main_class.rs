//! The main class and its `main`.

use super::{finish, initialize_library, report};
use crate::options::Options;
use rvm_vm::class::{Class, Method, Symbol, ValueKind, flags};
use rvm_vm::load;
use rvm_vm::object::{HandleScope, string};
use rvm_vm::thread::JavaThread;
use rvm_vm::{Thrown, vm};

/// Runs `main`; the exit code.
pub(super) fn run(thread: &JavaThread, name: &str, options: &Options) -> i32 {
    let dry_run = options.dry_run;
    if let Err(thrown) = initialize_library(thread) {
        report(thread, thrown);
        return 1;
    }
    if let Some(folder) = options.jit.as_ref().and_then(|jit| jit.folder.as_ref()) {
        super::world::compile_folder(thread, folder);
    }
    if options.snapshot_at_start {
        rvm_sandbox::snapshot::request();
    }
    let code = match find_main(thread, name, dry_run) {
        Ok(_) if dry_run => 0,
        Ok(method) => match call_main(thread, method, options) {
            Ok(()) => 0,
            Err(thrown) => {
                report(thread, thrown);
                1
            }
        },
        Err(text) => {
            if let Some(text) = text {
                super::say(true, &format!("{text}\n"));
            }
            1
        }
    };
    finish(thread);
    code
}

fn call_main(thread: &JavaThread, method: &'static Method, options: &Options) -> Result<(), Thrown> {
    let array = string::array_of(thread, &options.arguments)?;
    if options.snapshot_before_main {
        rvm_sandbox::snapshot::request();
    }
    thread.call(method, &[array.word()]).map(drop)
}

/// The main method, ready to be called, or what to say (nothing if it was said already).
fn find_main(thread: &JavaThread, name: &str, dry_run: bool) -> Result<&'static Method, Option<String>> {
    let class = load_main(thread, name)?;
    // Initialisation comes before the look at the method, as java does it.
    let main = Symbol::of(b"main");
    let descriptor = Symbol::of(b"([Ljava/lang/String;)V");
    let method = class.supers().find_map(|c| c.declared_method(main, descriptor));
    let method = method.or_else(|| {
        class
            .all_interfaces
            .iter()
            .filter(|_| class.is_interface())
            .find_map(|i| i.declared_method(main, descriptor))
    });
    if let Err(thrown) = rvm_vm::link::link(thread, class) {
        return Err(link_failure(thread, class, thrown));
    }
    match method {
        Some(m) if m.has(flags::PUBLIC) && m.is_static() => {
            if dry_run {
                return Ok(m);
            }
            rvm_vm::link::initialize(thread, class).map_err(|thrown| {
                report(thread, thrown);
                None
            })?;
            Ok(m)
        }
        Some(_) if from_source() => {
            Err(Some("error: 'main' method is not declared 'public static'".to_owned()))
        }
        Some(m) if m.has(flags::PUBLIC) => Err(Some(format!(
            "Error: Main method is not static in class {name}, please define the main method as:\n   public static void main(String[] args)"
        ))),
        _ => Err(Some(other_main(class, name))),
    }
}

/// Whether a source file is run, of which java speaks in other words.
fn from_source() -> bool {
    crate::host().source
}

fn other_main(class: &'static Class, name: &str) -> String {
    let wrong_type = class.methods.iter().any(|m| {
        m.name == *"main"
            && m.has(flags::PUBLIC)
            && m.is_static()
            && m.descriptor.bytes().starts_with(b"([Ljava/lang/String;)")
            && m.ret() != ValueKind::Void
    });
    if from_source() {
        return match wrong_type {
            true => "error: 'main' method is not declared with a return type of 'void'".to_owned(),
            false => format!("error: can't find main(String[]) method in class: {name}"),
        };
    }
    if wrong_type {
        return format!(
            "Error: Main method must return a value of type void in class {name}, please \ndefine the main method as:\n   public static void main(String[] args)"
        );
    }
    format!(
        "Error: Main method not found in class {name}, please define the main method as:\n   public static void main(String[] args)\nor a JavaFX application class must extend javafx.application.Application"
    )
}

fn load_main(thread: &JavaThread, name: &str) -> Result<&'static Class, Option<String>> {
    let missing =
        |cause: String| Some(format!("Error: Could not find or load main class {name}\nCaused by: {cause}"));
    let internal = Symbol::from_text(&name.replace('.', "/"));
    if internal.bytes().first() == Some(&b'[') {
        return Err(missing(format!("java.lang.ClassNotFoundException: {name}")));
    }
    match load::find(thread, vm().loaders.app(), internal) {
        Ok(Some(class)) => Ok(class),
        Ok(None) => Err(missing(format!("java.lang.ClassNotFoundException: {name}"))),
        Err(thrown) => {
            let scope = HandleScope::new(thread);
            let exception = scope.handle(thread.take_pending(thrown));
            let linkage = vm().known.linkage_error(thread, exception.get());
            let name = exception.get().class().external_name();
            // java prints these with the launcher's own line, other errors as uncaught.
            if linkage && matches!(name.as_str(), "java.lang.NoClassDefFoundError") {
                let offset = vm().known.throwable_message(thread);
                let text = offset.and_then(|o| exception.get().get_ref(o).non_null()).map(string::text);
                return Err(missing(format!("{name}: {}", text.unwrap_or_default())));
            }
            if linkage {
                return Err(start_failure(thread, exception));
            }
            let thrown = thread.raise(exception.get());
            report(thread, thrown);
            Err(None)
        }
    }
}

/// `Error: LinkageError occurred while loading main class X`, then what happened.
fn start_failure(thread: &JavaThread, exception: rvm_vm::object::Handle<'_>) -> Option<String> {
    let command = crate::host().command.split(' ').next().unwrap_or_default().replace('/', ".");
    let offset = vm().known.throwable_message(thread);
    let text = offset.and_then(|o| exception.get().get_ref(o).non_null()).map(string::text);
    Some(format!(
        "Error: LinkageError occurred while loading main class {command}\n\t{}{}",
        exception.get().class().external_name(),
        text.map_or_else(String::new, |t| format!(": {t}"))
    ))
}

fn link_failure(thread: &JavaThread, class: &'static Class, thrown: Thrown) -> Option<String> {
    let scope = HandleScope::new(thread);
    let exception = scope.handle(thread.take_pending(thrown));
    if !vm().known.linkage_error(thread, exception.get()) {
        let thrown = thread.raise(exception.get());
        report(thread, thrown);
        return None;
    }
    let offset = vm().known.throwable_message(thread);
    let text = offset.and_then(|o| exception.get().get_ref(o).non_null()).map(string::text);
    let _ = class;
    Some(format!(
        "Error: Unable to initialize main class {}\nCaused by: {}{}",
        class.external_name(),
        exception.get().class().external_name(),
        text.map_or_else(String::new, |t| format!(": {t}"))
    ))
}
