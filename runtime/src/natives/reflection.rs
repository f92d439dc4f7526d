//! `rvm.internal.Reflection`.

use super::members::{Member, component_count, number};
use super::support::{
    boxed, byte_array, class_of, mirror_or_null, non_null, read_field, ref_array, text_or_null, unboxed,
    write_field,
};
use rvm_vm::class::{Class, Field, Symbol, ValueKind, tag};
use rvm_vm::heap::{alloc_array, alloc_object};
use rvm_vm::link::{initialize, select_interface, select_virtual};
use rvm_vm::load::{self, DefineOptions, array_of};
use rvm_vm::natives::Args;
use rvm_vm::object::{HandleScope, Ref, string};
use rvm_vm::thread::JavaThread;
use rvm_vm::{JResult, natives, stackwalk, vm};
use std::borrow::Cow;

natives! {
    pub(super) TABLE;
    "rvm/internal/Reflection" {
        count "(Ljava/lang/Class;I)I" = count;
        name "(Ljava/lang/Class;II)Ljava/lang/String;" = name;
        descriptor "(Ljava/lang/Class;II)Ljava/lang/String;" = |t: &JavaThread, a: Args| -> JResult<Ref> {
            let (class, member) = member(t, a)?;
            text_or_null(t, member.descriptor(class))
        };
        signature "(Ljava/lang/Class;II)Ljava/lang/String;" = |t: &JavaThread, a: Args| -> JResult<Ref> {
            let (class, member) = member(t, a)?;
            let contents = member.attribute(class, b"Signature");
            text_or_null(t, contents.map(|c| class.pool.symbol(number(c, 0))))
        };
        flags "(Ljava/lang/Class;II)I" = |t: &JavaThread, a: Args| -> JResult<i32> {
            let (class, member) = member(t, a)?;
            Ok(i32::from(member.flags(class)))
        };
        exceptions "(Ljava/lang/Class;I)[Ljava/lang/String;" = exceptions;
        attribute "(Ljava/lang/Class;III)[B" = attribute;
        constant "(Ljava/lang/Class;I)Ljava/lang/Object;" = constant;
        find "(Ljava/lang/Class;Ljava/lang/String;Ljava/lang/String;)I" = find;
        invoke "(Ljava/lang/Class;ILjava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;" = invoke;
        invokeSpecial "(Ljava/lang/Class;ILjava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;" = invoke_special;
        getField "(Ljava/lang/Class;ILjava/lang/Object;)Ljava/lang/Object;" = get_field;
        fieldOffset "(Ljava/lang/Class;I)J" = |t: &JavaThread, a: Args| field(t, a).map(|f| i64::from(f.offset));
        setField "(Ljava/lang/Class;ILjava/lang/Object;Ljava/lang/Object;)V" = set_field;
        allocate "(Ljava/lang/Class;)Ljava/lang/Object;" = allocate;
        newArray "(Ljava/lang/Class;I)Ljava/lang/Object;" = new_array;
        caller "(I)Ljava/lang/Class;" = caller;
        define "(Ljava/lang/Class;Ljava/lang/String;[B)Ljava/lang/Class;" = define;
    }
}

fn member(thread: &JavaThread, args: Args) -> JResult<(&'static Class, Member)> {
    let class = class_of(thread, args.reference(0))?;
    match Member::of(class, args.int(1), args.int(2)) {
        Some(member) => Ok((class, member)),
        None => Err(thread.throw_bare("java/lang/IndexOutOfBoundsException")),
    }
}

fn count(thread: &JavaThread, args: Args) -> JResult<i32> {
    let class = class_of(thread, args.reference(0))?;
    Ok(match args.int(1) {
        0 => class.fields.len() as i32,
        1 => class.methods.len() as i32,
        2 => component_count(class).map_or(-1, |n| n as i32),
        _ => 1,
    })
}

/// Names of members are interned, as reflection's callers expect.
fn name(thread: &JavaThread, args: Args) -> JResult<Ref> {
    let (class, member) = member(thread, args)?;
    let text = text_or_null(thread, Some(member.name(class)))?;
    Ok(vm().strings.intern(text))
}

fn exceptions(thread: &JavaThread, args: Args) -> JResult<Ref> {
    let class = class_of(thread, args.reference(0))?;
    let table = Member::of(class, 1, args.int(1)).and_then(|m| m.attribute(class, b"Exceptions"));
    let Some(table) = table else { return Ok(Ref::NULL) };
    ref_array(thread, vm().known.string(), number(table, 0) as usize, |index| {
        text_or_null(thread, Some(class.pool.name(number(table, 2 + 2 * index))))
    })
}

fn attribute(thread: &JavaThread, args: Args) -> JResult<Ref> {
    let (class, member) = member(thread, args)?;
    let name: &[u8] = match args.int(3) {
        0 => b"RuntimeVisibleAnnotations",
        1 => b"RuntimeVisibleParameterAnnotations",
        2 => b"AnnotationDefault",
        3 => b"RuntimeVisibleTypeAnnotations",
        _ => b"MethodParameters",
    };
    member.attribute(class, name).map_or(Ok(Ref::NULL), |bytes| byte_array(thread, bytes))
}

fn constant(thread: &JavaThread, args: Args) -> JResult<Ref> {
    let class = class_of(thread, args.reference(0))?;
    let index = args.int(1) as u16;
    let pool = &class.pool;
    match pool.tag(index) {
        tag::UTF8 => text_or_null(thread, Some(pool.symbol(index))),
        tag::INTEGER => boxed(thread, ValueKind::Int, u64::from(pool.bits32(index))),
        tag::FLOAT => boxed(thread, ValueKind::Float, u64::from(pool.bits32(index))),
        tag::LONG => boxed(thread, ValueKind::Long, pool.bits64(index)),
        tag::DOUBLE => boxed(thread, ValueKind::Double, pool.bits64(index)),
        _ => Err(thread.throw("java/lang/IllegalArgumentException", "Wrong type at constant pool index")),
    }
}

fn find(thread: &JavaThread, args: Args) -> JResult<i32> {
    let class = class_of(thread, args.reference(0))?;
    let symbol = |r: Ref| -> JResult<Symbol> { Ok(Symbol::of(&string::modified(non_null(thread, r)?))) };
    let (name, descriptor) = (symbol(args.reference(1))?, symbol(args.reference(2))?);
    Ok(class.declared_method(name, descriptor).map_or(-1, |m| i32::from(m.slot)))
}

fn invoke(thread: &JavaThread, args: Args) -> JResult<Ref> {
    call(thread, args, true)
}

/// Calls just this method, though the receiver's class may override it.
fn invoke_special(thread: &JavaThread, args: Args) -> JResult<Ref> {
    call(thread, args, false)
}

fn call(thread: &JavaThread, args: Args, select: bool) -> JResult<Ref> {
    let class = class_of(thread, args.reference(0))?;
    let Some(Member::Method(index)) = Member::of(class, 1, args.int(1)) else {
        return Err(thread.throw_bare("java/lang/IndexOutOfBoundsException"));
    };
    let mut method = &class.methods[index];
    if method.is_static() {
        initialize(thread, class)?;
    } else {
        let receiver = non_null(thread, args.reference(2))?;
        if select && !method.is_private() && !method.is_constructor() {
            method = if class.is_interface() {
                select_interface(thread, receiver.class(), method)?
            } else {
                select_virtual(receiver.class(), method)
            };
        }
        if method.is_abstract() {
            return Err(rvm_vm::link::abstract_error(thread, receiver.class(), method));
        }
    }
    let signature = method.signature();
    let mut words = Vec::with_capacity(signature.params.len() + 1);
    if !method.is_static() {
        words.push(args.reference(2).word());
    }
    for (index, &kind) in signature.params.iter().enumerate() {
        let array = non_null(thread, args.reference(3))?;
        if index as u32 >= array.length() {
            return Err(thread.throw("java/lang/IllegalArgumentException", "wrong number of arguments"));
        }
        words.push(unboxed(thread, kind, array.element(index as u32))?);
    }
    let result = thread.call(method, &words)?;
    boxed(thread, signature.ret, result)
}

fn field(thread: &JavaThread, args: Args) -> JResult<&'static Field> {
    let class = class_of(thread, args.reference(0))?;
    match Member::of(class, 0, args.int(1)) {
        Some(Member::Field(index)) => Ok(&class.fields[index]),
        _ => Err(thread.throw_bare("java/lang/IndexOutOfBoundsException")),
    }
}

fn get_field(thread: &JavaThread, args: Args) -> JResult<Ref> {
    let field = field(thread, args)?;
    let word = if field.is_static() {
        initialize(thread, field.class())?;
        field.class().static_word(field.offset)
    } else {
        read_field(field, non_null(thread, args.reference(2))?)
    };
    boxed(thread, field.kind, word)
}

fn set_field(thread: &JavaThread, args: Args) -> JResult<()> {
    let field = field(thread, args)?;
    if field.is_static() {
        initialize(thread, field.class())?;
        let word = unboxed(thread, field.kind, args.reference(3))?;
        field.class().set_static_word(field.offset, word);
    } else {
        let word = unboxed(thread, field.kind, args.reference(3))?;
        write_field(field, non_null(thread, args.reference(2))?, word);
    }
    Ok(())
}

fn allocate(thread: &JavaThread, args: Args) -> JResult<Ref> {
    let class = class_of(thread, args.reference(0))?;
    if class.is_abstract() || class.is_array() || class.is_primitive() {
        return Err(thread.throw("java/lang/InstantiationException", &class.external_name()));
    }
    initialize(thread, class)?;
    alloc_object(thread, class)
}

fn new_array(thread: &JavaThread, args: Args) -> JResult<Ref> {
    let component = class_of(thread, args.reference(0))?;
    let dims = component.name.bytes().iter().take_while(|&&c| c == b'[').count();
    if component.is_primitive() && component.element == ValueKind::Void || dims >= 255 {
        return Err(thread.throw_bare("java/lang/IllegalArgumentException"));
    }
    alloc_array(thread, array_of(component), args.int(1))
}

fn caller(thread: &JavaThread, args: Args) -> JResult<Ref> {
    let skipped = |name: &[u8]| name == b"rvm/internal/Reflection" || name == b"java/lang/reflect/Method";
    // The innermost frame is this native's own.
    let class = stackwalk::frames(thread)
        .skip(1)
        .filter(|f| {
            !f.method.is(rvm_vm::class::MethodFlags::HIDDEN) && !skipped(f.method.class().name.bytes())
        })
        .nth(args.int(0).max(0) as usize)
        .map(|f| f.method.class());
    mirror_or_null(thread, class)
}

fn define(thread: &JavaThread, args: Args) -> JResult<Ref> {
    let host = class_of(thread, args.reference(0))?;
    let name = string::text(non_null(thread, args.reference(1))?);
    let array = non_null(thread, args.reference(2))?;
    // SAFETY: a byte[] by the descriptor; copied before anything allocates.
    let bytes = unsafe { array.slice::<u8>() }.to_vec();
    let scope = HandleScope::new(thread);
    let name = Symbol::from_text(&name.replace('.', "/"));
    let options =
        DefineOptions { name: Some(name), origin: "rvm.internal.Reflection", trusted: true, hidden: None };
    let class = load::define(thread, host.loader, Cow::Owned(bytes), options)?;
    let mirror = scope.handle(vm().known.mirror(thread, class)?);
    Ok(mirror.get())
}
