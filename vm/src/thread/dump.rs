//! The dump of all threads that SIGQUIT asks for: stacks, monitors, deadlocks, in the form that `jstack` and its readers know.

use super::java_thread::Activity;
use super::monitor::owner_of;
use super::{JavaThread, WorldStopped};
use crate::class::{Class, Method, Symbol};
use crate::load::LoaderKind;
use crate::object::Ref;
use crate::stackwalk::{self, JavaFrame};
use crate::vm;
use std::fmt::Write;

/// The dump's text, without date and headline. The caller is a registered thread, which is left out.
pub fn dump(me: &JavaThread) -> String {
    let world = loop {
        if let Some(world) = vm().threads.stop_world(me) {
            break world;
        }
    };
    let mut text = String::new();
    let shown: Vec<&JavaThread> =
        world.threads().filter(|t| !std::ptr::eq(*t, me) && !t.object.get().is_null()).collect();
    for thread in &shown {
        describe(&mut text, thread);
    }
    deadlocks(&mut text, &world, &shown);
    text
}

/// A field of the thread's `Thread` object.
fn thread_field(thread: &JavaThread, name: &str, descriptor: &str) -> Option<(Ref, u32)> {
    let class = vm().known.thread();
    let field = class.declared_field(Symbol::from_text(name), Symbol::from_text(descriptor))?;
    Some((thread.object.get(), field.offset))
}

fn number(thread: &JavaThread) -> i64 {
    thread_field(thread, "id", "J").map_or(0, |(o, at)| o.get::<i64>(at))
}

fn describe(text: &mut String, thread: &JavaThread) {
    let frames: Vec<JavaFrame> =
        stackwalk::frames(thread).filter(|f| !f.method.is(crate::class::MethodFlags::HIDDEN)).collect();
    let daemon = thread_field(thread, "daemon", "Z").is_some_and(|(o, at)| o.get::<u8>(at) != 0);
    let priority = thread_field(thread, "priority", "I").map_or(5, |(o, at)| o.get::<i32>(at));
    let innermost = frames.first().map(|f| f.method.name.bytes()).unwrap_or_default();
    let (doing, state) = match (thread.activity(), innermost) {
        (Activity::Blocked, b"wait") => ("in Object.wait()", "BLOCKED (on object monitor)"),
        (Activity::Blocked, _) => ("waiting for monitor entry", "BLOCKED (on object monitor)"),
        (Activity::Waiting, b"wait") => ("in Object.wait()", "WAITING (on object monitor)"),
        (Activity::TimedWaiting, b"wait") => ("in Object.wait()", "TIMED_WAITING (on object monitor)"),
        (Activity::TimedWaiting, b"sleep") => ("waiting on condition", "TIMED_WAITING (sleeping)"),
        (Activity::TimedWaiting, _) => ("waiting on condition", "TIMED_WAITING (parking)"),
        (Activity::Waiting, _) => ("waiting on condition", "WAITING (parking)"),
        (Activity::Running, _) => ("runnable", "RUNNABLE"),
    };
    let _ = writeln!(
        text,
        "\"{}\" #{}{} prio={priority} os_prio=0 tid={:#018x} {doing}  [{:#018x}]",
        vm().known.thread_name(thread),
        number(thread),
        if daemon { " daemon" } else { "" },
        std::ptr::from_ref(thread) as usize,
        thread.stack_top.get(),
    );
    let _ = writeln!(text, "   java.lang.Thread.State: {state}");
    stack(text, thread, &frames);
    text.push('\n');
}

/// How an object is named.
fn named(object: Ref) -> String {
    let class = object.class();
    if class == vm().known.class() {
        return format!("a java.lang.Class for {}", vm().known.class_of_mirror(object).external_name());
    }
    format!("a {}", class.external_name())
}

/// A row of a stack.
pub(super) fn place(method: &Method, bci: Option<u16>) -> String {
    let class: &Class = method.class();
    let module = if class.loader.kind == LoaderKind::Boot { "java.base@17.0.15/" } else { "" };
    let line = bci.and_then(|bci| method.line(bci));
    let source = class.source_file().map(|s| s.text().into_owned());
    let at = match (method.is_native(), source, line) {
        (true, _, _) => "Native Method".to_owned(),
        (_, Some(source), Some(line)) => format!("{source}:{line}"),
        (_, Some(source), None) => source,
        (_, None, _) => "Unknown Source".to_owned(),
    };
    format!("\tat {}.{}({module}{at})", class.external_name(), method.name)
}

fn stack(text: &mut String, thread: &JavaThread, frames: &[JavaFrame]) {
    let blocked = thread.blocked_on.get();
    let waited = waited_for(frames);
    // An object is shown where it was locked: in the outermost frame whose code locks and which knows it.
    let mut locked: Vec<Vec<Ref>> = vec![Vec::new(); frames.len()];
    let mut seen: Vec<Ref> = Vec::new();
    for (index, frame) in frames.iter().enumerate().rev() {
        if !locks(frame.method) {
            continue;
        }
        for object in frame.references() {
            let held = owner_of(object) == Some(thread.id) || waited == Some(object);
            if held && !seen.contains(&object) {
                seen.push(object);
                locked[index].push(object);
            }
        }
    }
    for (index, frame) in frames.iter().enumerate() {
        let _ = writeln!(text, "{}", place(frame.method, frame.bci));
        if index == 0 {
            if let Some(object) = waited {
                let _ = writeln!(text, "\t- waiting on <{:#018x}> ({})", object.raw(), named(object));
            } else if !blocked.is_null() {
                let _ = writeln!(text, "\t- waiting to lock <{:#018x}> ({})", blocked.raw(), named(blocked));
            } else if frame.method.name == *"park"
                && let Some(blocker) = blocker(thread)
            {
                let _ =
                    writeln!(text, "\t- parking to wait for  <{:#018x}> ({})", blocker.raw(), named(blocker));
            }
        }
        for &object in &locked[index] {
            let _ = writeln!(text, "\t- locked <{:#018x}> ({})", object.raw(), named(object));
        }
    }
}

fn blocker(thread: &JavaThread) -> Option<Ref> {
    let (object, at) = thread_field(thread, "parkBlocker", "Ljava/lang/Object;")?;
    object.get_ref(at).non_null()
}

/// The object that the thread is in `Object.wait` for.
fn waited_for(frames: &[JavaFrame]) -> Option<Ref> {
    let frame = frames.first()?;
    let waits = frame.method.name == *"wait" && frame.method.class() == vm().known.object();
    if waits { frame.references().first().copied() } else { None }
}

fn locks(method: &Method) -> bool {
    let code = if method.code_offset == 0 { &[][..] } else { method.code() };
    method.is_synchronized()
        || rvm_classfile::code::Instructions::new(code)
            .flatten()
            .any(|i| i.opcode == rvm_classfile::opcode::Opcode::Monitorenter)
}

/// Threads that wait for each other's monitors in a circle.
fn deadlocks(text: &mut String, world: &WorldStopped<'_>, shown: &[&JavaThread]) {
    let waits_for = |thread: &JavaThread| -> Option<&JavaThread> {
        let object = thread.blocked_on.get().non_null()?;
        let owner = owner_of(object)?;
        world.threads().find(|t| t.id == owner)
    };
    let mut reported: Vec<u16> = Vec::new();
    let mut found = 0;
    for &start in shown {
        let mut path: Vec<&JavaThread> = vec![start];
        while let Some(next) = path.last().and_then(|t| waits_for(t)) {
            if let Some(at) = path.iter().position(|t| t.id == next.id) {
                let circle = path.split_off(at);
                if !circle.iter().any(|t| reported.contains(&t.id)) {
                    reported.extend(circle.iter().map(|t| t.id));
                    found += 1;
                    report(text, &circle);
                }
                break;
            }
            if reported.contains(&next.id) {
                break;
            }
            path.push(next);
        }
    }
    if found > 0 {
        let _ = writeln!(text, "Found {found} deadlock{}.\n", if found == 1 { "" } else { "s" });
    }
}

fn report(text: &mut String, circle: &[&JavaThread]) {
    text.push_str("\nFound one Java-level deadlock:\n=============================\n");
    for (index, thread) in circle.iter().enumerate() {
        let next = circle[(index + 1) % circle.len()];
        let object = thread.blocked_on.get();
        let _ = writeln!(
            text,
            "\"{}\":\n  waiting to lock monitor {:#018x} (object {:#018x}, {}),\n  which is held by \"{}\"\n",
            vm().known.thread_name(thread),
            object.state().0,
            object.raw(),
            named(object),
            vm().known.thread_name(next),
        );
    }
    text.push_str(
        "Java stack information for the threads listed above:\n===================================================\n",
    );
    for thread in circle {
        let _ = writeln!(text, "\"{}\":", vm().known.thread_name(thread));
        let frames: Vec<JavaFrame> =
            stackwalk::frames(thread).filter(|f| !f.method.is(crate::class::MethodFlags::HIDDEN)).collect();
        stack(text, thread, &frames);
    }
    text.push('\n');
}
