//! `LambdaMetafactory`: a class that implements the functional interface by calling the method the lambda was compiled to. Without captured
//! values there is one instance; otherwise a factory method makes one a call.

use super::convert::{convert, kind, stack_kind};
use super::handle::Handle;
use super::spin::{Spinner, method_of};
use super::{CallSite, Site, conversion_error};
use crate::class::{Class, Signature, Symbol, ValueKind, tag};
use crate::error::JResult;
use crate::link;
use crate::thread::JavaThread;
use crate::{heap, vm};
use rvm_classfile::code_builder::CodeBuilder;
use rvm_classfile::constant::ref_kind;
use rvm_classfile::flags;
use rvm_classfile::opcode::Opcode;

/// Flag of `altMetafactory`: the library links such call sites.
pub(super) const SERIALIZABLE: i32 = 1;
/// Flags of `altMetafactory`.
const MARKERS: i32 = 2;
const BRIDGES: i32 = 4;

/// The parameters and the result of a method type, as descriptors.
struct Type {
    params: Vec<String>,
    ret: String,
    whole: String,
}

impl Type {
    fn of(descriptor: Symbol) -> Self {
        let signature = Signature::of(descriptor);
        let bytes = descriptor.bytes();
        let part = |index| String::from_utf8_lossy(signature.part(bytes, index)).into_owned();
        let count = signature.params.len();
        Self {
            params: (0..count).map(part).collect(),
            ret: part(count),
            whole: descriptor.text().into_owned(),
        }
    }
}

struct Lambda {
    interface: &'static Class,
    /// The interface method's name.
    name: Symbol,
    /// Erased types of the interface's method and of its bridges.
    methods: Vec<Type>,
    /// The method's type with type arguments filled in.
    instantiated: Type,
    implementation: Handle,
    /// Types of the captured values.
    captured: Type,
    markers: Vec<&'static Class>,
}

pub(super) fn link(thread: &JavaThread, site: &Site, alternative: bool) -> JResult<CallSite> {
    let lambda = parse(thread, site, alternative)?;
    check(thread, &lambda)?;
    spin(thread, site.host, &lambda)
}

fn method_type(thread: &JavaThread, host: &'static Class, index: Option<&u16>) -> JResult<Type> {
    match index {
        Some(&index) if host.pool.tag(index) == tag::METHOD_TYPE => Ok(Type::of(host.pool.name(index))),
        _ => Err(conversion_error(thread, "a method type is missing among the bootstrap arguments")),
    }
}

fn parse(thread: &JavaThread, site: &Site, alternative: bool) -> JResult<Lambda> {
    let host = site.host;
    let args = &site.arguments;
    let erased = method_type(thread, host, args.first())?;
    let implementation = match args.get(1) {
        Some(&index) if host.pool.tag(index) == tag::METHOD_HANDLE => Handle::resolve(thread, host, index)?,
        _ => return Err(conversion_error(thread, "the implementation's method handle is missing")),
    };
    let instantiated = method_type(thread, host, args.get(2))?;
    let captured = Type::of(site.descriptor);
    let interface = class_by_descriptor(thread, host, &captured.ret)?;
    let mut lambda = Lambda {
        interface,
        name: site.name,
        methods: vec![erased],
        instantiated,
        implementation,
        captured,
        markers: Vec::new(),
    };
    if alternative {
        let mut rest = args.iter().skip(3);
        let int = |rest: &mut dyn Iterator<Item = &u16>| {
            rest.next().map_or(0, |&index| host.pool.bits32(index) as i32)
        };
        let bits = int(&mut rest);
        if bits & MARKERS != 0 {
            for _ in 0..int(&mut rest) {
                let Some(&index) = rest.next() else { break };
                lambda.markers.push(link::resolve_class(thread, host, index)?);
            }
        }
        if bits & BRIDGES != 0 {
            for _ in 0..int(&mut rest) {
                lambda.methods.push(method_type(thread, host, rest.next())?);
            }
        }
    }
    Ok(lambda)
}

fn class_by_descriptor(
    thread: &JavaThread,
    host: &'static Class,
    descriptor: &str,
) -> JResult<&'static Class> {
    link::load_or_throw(thread, host.loader, Symbol::from_text(super::convert::class_of(descriptor)))
}

fn check(thread: &JavaThread, lambda: &Lambda) -> JResult<()> {
    let fail = |text: String| Err(conversion_error(thread, &text));
    for class in std::iter::once(&lambda.interface).chain(&lambda.markers) {
        if !class.is_interface() {
            return fail(format!("{} is not an interface", class.external_name()));
        }
    }
    let implementation = &lambda.implementation;
    if implementation.method.is_none() {
        let name = match implementation.kind {
            ref_kind::GET_FIELD => "getField",
            ref_kind::GET_STATIC => "getStatic",
            ref_kind::PUT_FIELD => "putField",
            _ => "putStatic",
        };
        return fail(format!("Unsupported MethodHandle kind: {name}"));
    }
    let signature = Signature::of(implementation.descriptor);
    let receiver = usize::from(has_receiver(implementation.kind));
    let (captured, arity) = (lambda.captured.params.len(), lambda.instantiated.params.len());
    if signature.params.len() + receiver != captured + arity {
        return fail(format!(
            "Incorrect number of parameters for {} method {}; {captured} captured parameters, {arity} functional \
             interface method parameters, {} implementation parameters",
            if receiver == 0 { "static" } else { "instance" },
            implementation.name,
            signature.params.len()
        ));
    }
    if lambda.methods.iter().any(|m| m.params.len() != arity) {
        return fail(format!(
            "Incorrect number of parameters for the method type {}",
            lambda.instantiated.whole
        ));
    }
    Ok(())
}

fn has_receiver(kind: u8) -> bool {
    matches!(kind, ref_kind::INVOKE_VIRTUAL | ref_kind::INVOKE_SPECIAL | ref_kind::INVOKE_INTERFACE)
}

fn spin(thread: &JavaThread, host: &'static Class, lambda: &Lambda) -> JResult<CallSite> {
    let mut spinner = Spinner::new(host, "Lambda");
    for &interface in std::iter::once(&lambda.interface).chain(&lambda.markers) {
        let index = spinner.class(interface);
        if !spinner.def.interfaces.contains(&index) {
            spinner.def.interfaces.push(index);
        }
    }
    for (index, descriptor) in lambda.captured.params.iter().enumerate() {
        spinner.def.field(flags::PRIVATE | flags::FINAL, &field(index), descriptor, Vec::new());
    }
    let mut seen: Vec<&str> = Vec::new();
    for method in &lambda.methods {
        if !seen.contains(&method.whole.as_str()) {
            seen.push(&method.whole);
            implement(thread, &mut spinner, lambda, method)?;
        }
    }
    if lambda.captured.params.is_empty() {
        let class = spinner.define(thread)?;
        let instance = heap::alloc_object(thread, class)?;
        return Ok(CallSite::Constant(vm().roots.add(&vm().arena, instance)));
    }
    factory(thread, &mut spinner, lambda)?;
    let class = spinner.define(thread)?;
    Ok(CallSite::Method(method_of(class, "make$")))
}

fn field(index: usize) -> String {
    format!("arg${}", index + 1)
}

/// Adds the method `make$`, which takes the captured values and makes an instance.
fn factory(thread: &JavaThread, spinner: &mut Spinner, lambda: &Lambda) -> JResult<()> {
    let name = spinner.name.clone();
    let slots = lambda.captured.params.iter().map(|p| usize::from(kind(p).words())).sum();
    let mut code = CodeBuilder::new(slots);
    let this = spinner.def.this_class;
    code.class_op(Opcode::New, this);
    let mut local = 0;
    for (index, descriptor) in lambda.captured.params.iter().enumerate() {
        code.op(Opcode::Dup);
        code.load(stack_kind(kind(descriptor)), local);
        code.field(Opcode::Putfield, &name, &field(index), descriptor, &mut spinner.def.cp);
        local += kind(descriptor).words();
    }
    code.op(Opcode::Areturn);
    add(thread, spinner, code, flags::STATIC | flags::FINAL, "make$", &lambda.captured.whole)
}

fn add(
    thread: &JavaThread,
    spinner: &mut Spinner,
    code: CodeBuilder,
    access: u16,
    name: &str,
    descriptor: &str,
) -> JResult<()> {
    match code.finish(&mut spinner.def.cp) {
        Ok(code) => {
            spinner.def.method(access, name, descriptor, vec![code]);
            Ok(())
        }
        Err(error) => Err(thread.throw("java/lang/InternalError", &format!("spinning a class: {error}"))),
    }
}

/// Adds the interface's method in one of its erased types.
fn implement(thread: &JavaThread, spinner: &mut Spinner, lambda: &Lambda, erased: &Type) -> JResult<()> {
    let implementation = &lambda.implementation;
    let own = spinner.name.clone();
    let slots: usize = erased.params.iter().map(|p| usize::from(kind(p).words())).sum();
    let mut code = CodeBuilder::new(slots + 1);
    let owner = format!("L{};", implementation.class.name.text());
    let target = Type::of(implementation.descriptor);
    // What the implementation takes, its receiver included.
    let mut wanted: Vec<&str> = Vec::new();
    if has_receiver(implementation.kind) {
        wanted.push(if implementation.class.is_array() { &owner[1..owner.len() - 1] } else { &owner });
    }
    wanted.extend(target.params.iter().map(String::as_str));
    if implementation.kind == ref_kind::NEW_INVOKE_SPECIAL {
        let index = spinner.class(implementation.class);
        code.class_op(Opcode::New, index).op(Opcode::Dup);
    }
    for (index, descriptor) in lambda.captured.params.iter().enumerate() {
        code.load(rvm_classfile::opcode::Kind::A, 0);
        code.field(Opcode::Getfield, &own, &field(index), descriptor, &mut spinner.def.cp);
        convert(&mut code, spinner, descriptor, wanted[index], descriptor);
    }
    let mut local = 1;
    for (index, from) in erased.params.iter().enumerate() {
        code.load(stack_kind(kind(from)), local);
        local += kind(from).words();
        let to = wanted[lambda.captured.params.len() + index];
        convert(&mut code, spinner, from, to, &lambda.instantiated.params[index]);
    }
    call(&mut code, spinner, implementation);
    let result = if implementation.kind == ref_kind::NEW_INVOKE_SPECIAL { owner.clone() } else { target.ret };
    finish(&mut code, spinner, &result, &erased.ret, &lambda.instantiated.ret);
    let name = lambda.name.text();
    add(thread, spinner, code, flags::PUBLIC, &name, &erased.whole)
}

fn call(code: &mut CodeBuilder, spinner: &mut Spinner, implementation: &Handle) {
    let opcode = match implementation.kind {
        ref_kind::INVOKE_STATIC => Opcode::Invokestatic,
        ref_kind::INVOKE_INTERFACE => Opcode::Invokeinterface,
        ref_kind::INVOKE_VIRTUAL => Opcode::Invokevirtual,
        _ => Opcode::Invokespecial,
    };
    let class = implementation.class.name.text();
    let (name, descriptor) = (implementation.name.text(), implementation.descriptor.text());
    let cp = &mut spinner.def.cp;
    let index = if implementation.interface {
        cp.interface_method_ref(&class, &name, &descriptor)
    } else {
        cp.method_ref(&class, &name, &descriptor)
    };
    code.invoke(opcode, &class, &name, &descriptor, implementation.interface, cp);
    spinner.resolve_class(&class, implementation.class);
    if let Some(method) = implementation.method {
        spinner.resolve_method(index, method);
    }
}

/// Returns the implementation's result as the interface's.
fn finish(code: &mut CodeBuilder, spinner: &mut Spinner, from: &str, to: &str, actual: &str) {
    let (source, target) = (kind(from), kind(to));
    if target == ValueKind::Void {
        match source.words() {
            0 => {}
            1 => {
                code.op(Opcode::Pop);
            }
            _ => {
                code.op(Opcode::Pop2);
            }
        }
        code.op(Opcode::Return);
        return;
    }
    if source == ValueKind::Ref && target == ValueKind::Ref {
        // Unchecked conversions let any object through here; the caller casts what was erased.
        let plain = ["Ljava/lang/Object;", from].contains(&to);
        if !plain && from == "Ljava/lang/Object;" {
            convert(code, spinner, from, to, from);
        }
    } else if source == ValueKind::Ref {
        convert(code, spinner, from, to, from);
    } else {
        convert_boxed(code, spinner, from, to, actual);
    }
    code.ret(Some(stack_kind(target)));
}

/// A primitive result: widened to the instantiated type first if that is primitive, boxed otherwise.
fn convert_boxed(code: &mut CodeBuilder, spinner: &mut Spinner, from: &str, to: &str, actual: &str) {
    if kind(actual) != ValueKind::Ref && kind(to) == ValueKind::Ref {
        convert(code, spinner, from, actual, from);
        convert(code, spinner, actual, to, actual);
    } else {
        convert(code, spinner, from, to, from);
    }
}
