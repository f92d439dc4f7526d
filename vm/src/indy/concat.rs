//! `StringConcatFactory`: the recipe becomes a plan; a host function adds up the parts' lengths, makes the result's array and fills it.
//! Arguments whose text only Java code knows (objects, float, double) are turned into strings first, by spun bytecode.

use super::convert::{kind, stack_kind};
use super::spin::{Spinner, method_of};
use super::{CallSite, Site};
use crate::class::{Class, Method, Signature, Symbol, ValueKind, tag};
use crate::error::JResult;
use crate::interpreter::Frame;
use crate::natives::{Args, NativeFn};
use crate::object::{HandleScope, Ref, string};
use crate::thread::JavaThread;
use crate::{heap, vm};
use rvm_classfile::code_builder::CodeBuilder;
use rvm_classfile::flags;
use rvm_classfile::mutf8;
use rvm_classfile::opcode::{Kind, Opcode};

/// A part of the result.
#[derive(Debug)]
pub enum Part {
    /// Literal text, all of it Latin-1.
    Latin1(Box<[u8]>),
    /// Literal text.
    Utf16(Box<[u16]>),
    /// An argument and how to write it: `Ref` for strings.
    Argument(usize, ValueKind),
}

/// What a join method puts together.
#[derive(Debug)]
pub struct Plan(Vec<Part>);

impl Plan {
    /// In order.
    pub fn parts(&self) -> &[Part] {
        &self.0
    }
}

/// What a method joins, if it is one that does.
pub fn joined(method: &Method) -> Option<&'static Plan> {
    let function = method.native()?;
    // SAFETY: only `bind` gives this function to a method, after its plan.
    std::ptr::fn_addr_eq(function, join as NativeFn).then(|| unsafe { plan_of(method) })
}

/// # Safety
/// `bind` gave the method its plan.
unsafe fn plan_of(method: &Method) -> &'static Plan {
    // SAFETY: plans live for ever.
    unsafe { &*method.translated.load(std::sync::atomic::Ordering::Acquire).cast::<Plan>() }
}

/// A recipe in pieces.
pub(super) enum Piece {
    /// Literal text.
    Text(Vec<u16>),
    /// The next argument.
    Argument,
}

pub(super) fn link(thread: &JavaThread, site: &Site, with_recipe: bool) -> JResult<CallSite> {
    let count = Signature::of(site.descriptor).params.len();
    let pieces =
        if with_recipe { recipe(thread, site)? } else { (0..count).map(|_| Piece::Argument).collect() };
    let arguments = pieces.iter().filter(|p| matches!(p, Piece::Argument)).count();
    if arguments != count {
        let text = format!(
            "Mismatched number of concat arguments: recipe wants {arguments} arguments but signature provides {count}"
        );
        return Err(thread.throw("java/lang/invoke/StringConcatException", &text));
    }
    let mut spinner = Spinner::new(site.host, "Concat");
    let descriptor = site.descriptor.text();
    let plan = add_methods(thread, &mut spinner, &descriptor, pieces)?;
    let class = spinner.define(thread)?;
    bind(class, plan);
    let entry = if class.methods.iter().any(|m| m.name == *"concat") { "concat" } else { "join" };
    Ok(CallSite::Method(method_of(class, entry)))
}

/// The first static argument: \1 stands for an argument, \2 for the next constant.
fn recipe(thread: &JavaThread, site: &Site) -> JResult<Vec<Piece>> {
    let pool = &site.host.pool;
    let Some(&first) = site.arguments.first().filter(|&&index| pool.tag(index) == tag::STRING) else {
        return Err(thread.throw("java/lang/invoke/StringConcatException", "the recipe is missing"));
    };
    let mut constants = site.arguments[1..].iter();
    let mut pieces = Vec::new();
    let mut text: Vec<u16> = Vec::new();
    for unit in units(pool.utf8(pool.first(first))) {
        match unit {
            1 => {
                flush(&mut pieces, &mut text);
                pieces.push(Piece::Argument);
            }
            2 => match constants.next() {
                Some(&index) => text.extend(constant_text(thread, site.host, index)?),
                None => {
                    return Err(thread
                        .throw("java/lang/invoke/StringConcatException", "the recipe wants more constants"));
                }
            },
            unit => text.push(unit),
        }
    }
    flush(&mut pieces, &mut text);
    Ok(pieces)
}

fn flush(pieces: &mut Vec<Piece>, text: &mut Vec<u16>) {
    if !text.is_empty() {
        pieces.push(Piece::Text(std::mem::take(text)));
    }
}

fn units(modified: &[u8]) -> Vec<u16> {
    mutf8::decode_utf16(modified)
        .unwrap_or_else(|_| String::from_utf8_lossy(modified).encode_utf16().collect())
}

fn constant_text(thread: &JavaThread, host: &'static Class, index: u16) -> JResult<Vec<u16>> {
    let pool = &host.pool;
    Ok(match pool.tag(index) {
        tag::STRING => units(pool.utf8(pool.first(index))),
        tag::INTEGER => (pool.bits32(index) as i32).to_string().encode_utf16().collect(),
        tag::LONG => (pool.bits64(index) as i64).to_string().encode_utf16().collect(),
        _ => {
            return Err(thread.throw("java/lang/invoke/StringConcatException", "constant of an unknown kind"));
        }
    })
}

/// Adds the native method `join`, and if some argument needs it, `concat`, which prepares the arguments and calls it.
/// Both take the arguments of `descriptor`.
pub(super) fn add_methods(
    thread: &JavaThread,
    spinner: &mut Spinner,
    descriptor: &str,
    pieces: Vec<Piece>,
) -> JResult<Plan> {
    let symbol = Symbol::from_text(descriptor);
    let signature = Signature::of(symbol);
    let types: Vec<String> = (0..signature.params.len())
        .map(|i| String::from_utf8_lossy(signature.part(symbol.bytes(), i)).into_owned())
        .collect();
    const STRING: &str = "Ljava/lang/String;";
    let joined: Vec<&str> = types
        .iter()
        .map(|t| match kind(t) {
            ValueKind::Ref | ValueKind::Float | ValueKind::Double => STRING,
            _ => t,
        })
        .collect();
    let join = format!("({}){STRING}", joined.concat());
    spinner.def.method(flags::PRIVATE | flags::STATIC | flags::NATIVE, "join", &join, Vec::new());
    if types.iter().any(|t| !joined.contains(&t.as_str())) {
        let slots = types.iter().map(|t| usize::from(kind(t).words())).sum();
        let mut code = CodeBuilder::new(slots);
        let mut local = 0;
        for ty in &types {
            let value = kind(ty);
            code.load(stack_kind(value), local);
            local += value.words();
            stringify(&mut code, spinner, ty);
        }
        let own = spinner.name.clone();
        code.invoke(Opcode::Invokestatic, &own, "join", &join, false, &mut spinner.def.cp);
        code.ret(Some(Kind::A));
        match code.finish(&mut spinner.def.cp) {
            Ok(code) => spinner.def.method(flags::STATIC, "concat", descriptor, vec![code]),
            Err(error) => {
                return Err(thread.throw("java/lang/InternalError", &format!("spinning a class: {error}")));
            }
        }
    }
    let mut next = 0;
    let parts = pieces.into_iter().map(|piece| match piece {
        Piece::Text(units) => {
            if units.iter().all(|&u| u < 256) {
                Part::Latin1(units.iter().map(|&u| u as u8).collect())
            } else {
                Part::Utf16(units.into())
            }
        }
        Piece::Argument => {
            let index = next;
            next += 1;
            Part::Argument(index, kind(joined[index]))
        }
    });
    Ok(Plan(parts.collect()))
}

/// Turns the value on the stack into a string if `join` cannot write it.
fn stringify(code: &mut CodeBuilder, spinner: &mut Spinner, ty: &str) {
    let argument = match kind(ty) {
        ValueKind::Float => "F",
        ValueKind::Double => "D",
        ValueKind::Ref if ty != "Ljava/lang/String;" => "Ljava/lang/Object;",
        _ => return,
    };
    let descriptor = format!("({argument})Ljava/lang/String;");
    code.invoke(Opcode::Invokestatic, "java/lang/String", "valueOf", &descriptor, false, &mut spinner.def.cp);
}

/// Gives the class's `join` its plan and the host function that carries it out.
pub(super) fn bind(class: &'static Class, plan: Plan) {
    let method = method_of(class, "join");
    let plan: *mut Plan = Box::into_raw(Box::new(plan));
    method.translated.store(plan.cast(), std::sync::atomic::Ordering::Release);
    method.bind(join);
}

fn current_plan(thread: &JavaThread) -> &'static Plan {
    // SAFETY: the innermost frame is that of a `join` method, which `bind` gave its plan.
    unsafe {
        let mut method: *const Method = (*(thread.frame.get() as *const Frame)).method;
        if method == crate::compiled::COMPILED {
            method = thread.host_method.get();
        }
        plan_of(&*method)
    }
}

/// 00 to 99.
static PAIRS: [[u8; 2]; 100] = {
    let mut pairs = [[0; 2]; 100];
    let mut n = 0;
    while n < 100 {
        pairs[n] = [b'0' + n as u8 / 10, b'0' + n as u8 % 10];
        n += 1;
    }
    pairs
};

/// Fills a buffer of the length of a number's text with it.
pub fn digits(value: i64, buffer: &mut [u8]) {
    let mut at = buffer.len();
    let mut rest = value.unsigned_abs();
    if value < 0 {
        buffer[0] = b'-';
    }
    while rest > u64::from(u32::MAX) {
        at -= 2;
        buffer[at..at + 2].copy_from_slice(&PAIRS[(rest % 100) as usize]);
        rest /= 100;
    }
    // Half as wide, a division is much cheaper.
    let mut rest = rest as u32;
    while rest >= 10 {
        at -= 2;
        buffer[at..at + 2].copy_from_slice(&PAIRS[(rest % 100) as usize]);
        rest /= 100;
    }
    if rest > 0 || value == 0 {
        buffer[at - 1] = b'0' + rest as u8;
    }
}

/// Length of a number's text.
pub fn digit_count(value: i64) -> usize {
    let value_digits = match value.unsigned_abs() {
        0..10 => 1,
        10..100 => 2,
        100..1000 => 3,
        1000..10_000 => 4,
        large => large.ilog10() as usize + 1,
    };
    value_digits + usize::from(value < 0)
}

/// Copies between slices of one length; short ones without a call.
fn copy(to: &mut [u8], from: &[u8]) {
    let length = from.len();
    match length {
        8..=16 => {
            let (first, last): ([u8; 8], [u8; 8]) = (word(from, 0), word(from, length - 8));
            to[..8].copy_from_slice(&first);
            to[length - 8..].copy_from_slice(&last);
        }
        4..8 => {
            let (first, last): ([u8; 4], [u8; 4]) = (word(from, 0), word(from, length - 4));
            to[..4].copy_from_slice(&first);
            to[length - 4..].copy_from_slice(&last);
        }
        0..4 => {
            for (to, from) in to.iter_mut().zip(from) {
                *to = *from;
            }
        }
        _ => to.copy_from_slice(from),
    }
}

fn word<const N: usize>(from: &[u8], at: usize) -> [u8; N] {
    std::array::from_fn(|i| from[at + i])
}

fn integer(args: Args, index: usize, kind: ValueKind) -> i64 {
    match kind {
        ValueKind::Long => args.long(index),
        ValueKind::Byte => i64::from(args.int(index) as i8),
        ValueKind::Short => i64::from(args.int(index) as i16),
        _ => i64::from(args.int(index)),
    }
}

/// The host function behind every `join`.
fn join(thread: &JavaThread, args: Args) -> JResult<u64> {
    let plan = current_plan(thread);
    let mut length = 0usize;
    let mut wide = false;
    for part in &plan.0 {
        length += match part {
            Part::Latin1(text) => text.len(),
            Part::Utf16(text) => {
                wide = true;
                text.len()
            }
            Part::Argument(index, ValueKind::Ref) => match args.reference(*index).non_null() {
                None => 4,
                Some(text) => {
                    wide |= string::is_utf16(text);
                    string::length(text)
                }
            },
            Part::Argument(index, ValueKind::Char) => {
                wide |= args.int(*index) as u16 > 255;
                1
            }
            Part::Argument(index, ValueKind::Boolean) => 5 - usize::from(args.boolean(*index)),
            Part::Argument(index, kind) => digit_count(integer(args, *index, *kind)),
        };
    }
    let bytes = if wide { length * 2 } else { length };
    let Ok(size) = i32::try_from(bytes) else {
        return Err(crate::link::throw::out_of_memory(thread, "Overflow: String length out of range"));
    };
    let value = heap::alloc_array(thread, vm().known.array(ValueKind::Byte), size)?;
    // SAFETY: a fresh byte[]; nothing allocates while the slice lives.
    let target = unsafe { value.slice_mut::<u8>() };
    let mut writer = Writer { target, at: 0, wide };
    for part in &plan.0 {
        match part {
            Part::Latin1(text) => writer.latin1(text),
            Part::Utf16(text) => writer.utf16(text),
            Part::Argument(index, ValueKind::Ref) => match args.reference(*index).non_null() {
                None => writer.latin1(b"null"),
                Some(text) => string::with(text, |data| match data {
                    Ok(bytes) => writer.latin1(bytes),
                    Err(units) => writer.utf16(units),
                }),
            },
            Part::Argument(index, ValueKind::Char) => writer.utf16(&[args.int(*index) as u16]),
            Part::Argument(index, ValueKind::Boolean) => {
                writer.latin1(if args.boolean(*index) { b"true" } else { b"false" });
            }
            Part::Argument(index, kind) => {
                writer.number(integer(args, *index, *kind));
            }
        }
    }
    let scope = HandleScope::new(thread);
    let value = scope.handle(value);
    let text = heap::alloc_object(thread, vm().known.string())?;
    let layout = vm().known.string_layout();
    heap::store_ref(text, layout.value, value.get());
    text.set::<i8>(layout.coder, i8::from(wide));
    Ok(Ref::word(text))
}

struct Writer<'a> {
    target: &'a mut [u8],
    at: usize,
    wide: bool,
}

impl Writer<'_> {
    fn latin1(&mut self, text: &[u8]) {
        if self.wide {
            for &byte in text {
                self.unit(u16::from(byte));
            }
        } else {
            let end = self.at + text.len();
            copy(&mut self.target[self.at..end], text);
            self.at = end;
        }
    }

    fn number(&mut self, value: i64) {
        let length = digit_count(value);
        if self.wide {
            let mut buffer = [0; 20];
            digits(value, &mut buffer[..length]);
            self.latin1(&buffer[..length]);
        } else {
            digits(value, &mut self.target[self.at..self.at + length]);
            self.at += length;
        }
    }

    fn utf16(&mut self, text: &[u16]) {
        for &unit in text {
            if self.wide {
                self.unit(unit);
            } else {
                self.target[self.at] = unit as u8;
                self.at += 1;
            }
        }
    }

    fn unit(&mut self, unit: u16) {
        self.target[self.at..self.at + 2].copy_from_slice(&unit.to_ne_bytes());
        self.at += 2;
    }
}

#[cfg(test)]
mod tests {
    use super::{copy, digit_count, digits};

    #[test]
    fn numbers_are_written_as_rust_writes_them() {
        let mut values = vec![0, 9, 10, 99, 100, 999, 1000, i64::from(u32::MAX), i64::MAX, i64::MIN];
        values.extend((0..19).flat_map(|n| [10i64.pow(n) - 1, 10i64.pow(n), 10i64.pow(n) + 1]));
        values.extend((0..63).map(|n| 1i64 << n));
        for value in
            values.into_iter().flat_map(|v| [v, v.wrapping_neg(), v.wrapping_add(i64::from(u32::MAX))])
        {
            let mut text = vec![b'?'; digit_count(value)];
            digits(value, &mut text);
            assert_eq!(String::from_utf8_lossy(&text), value.to_string());
        }
    }

    #[test]
    fn short_copies_are_whole() {
        for length in 0..40u8 {
            let from: Vec<u8> = (1..=length).collect();
            let mut to = vec![0; usize::from(length)];
            copy(&mut to, &from);
            assert_eq!(to, from);
        }
    }
}
