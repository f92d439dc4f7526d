//! Concatenation: where all parts are short and Latin-1 the result is made and filled in place; the host function does the rest.

use super::vector::unaligned;
use super::{Lower, trusted};
use crate::helpers;
use crate::ir::*;
use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::{Block, InstBuilder, Value, types};
use rvm_vm::class::{Method, ValueKind};
use rvm_vm::indy::{Part, joined};
use rvm_vm::object::{ARRAY_LENGTH, array_base};

/// Longest result that is made in place.
const LONGEST: i64 = 2000;
/// Longest literal text that is written by stores of its bytes.
const SHORT: usize = 24;

/// A part of the result, once it is known how long it is.
enum Piece {
    Literal(&'static [u8]),
    /// Address and length.
    Bytes(Value, Value),
    Char(Value),
    /// Value and length of its text.
    Number(Value, Value),
}

impl Lower<'_, '_> {
    /// A call of a method that joins strings; false for other methods.
    pub fn concat(&mut self, v: Val, method: &'static Method) -> bool {
        let Some(plan) = joined(method) else { return false };
        if plan.parts().iter().any(|part| matches!(part, Part::Utf16(_))) {
            return false;
        }
        let (slow, done) = (self.cold(), self.b.create_block());
        self.b.append_block_param(done, types::I64);
        let mut pieces = vec![];
        let mut length = self.zero(Ty::J);
        for part in plan.parts() {
            let (piece, more) = self.piece(v, part, slow);
            length = self.b.ins().iadd(length, more);
            pieces.push(piece);
        }
        let text = self.new_text(length, slow, &pieces);
        self.b.ins().jump(done, &[text.into()]);
        self.b.switch_to_block(slow);
        let text = self.native_call(v, method);
        self.b.ins().jump(done, &[text.into()]);
        self.b.switch_to_block(done);
        let text = self.b.block_params(done)[0];
        self.set(v, text);
        true
    }

    /// A part and its length; goes to `slow` where it is null or not Latin-1.
    fn piece(&mut self, v: Val, part: &'static Part, slow: Block) -> (Piece, Value) {
        let (index, kind) = match part {
            Part::Latin1(text) => {
                let length = self.b.ins().iconst(types::I64, text.len() as i64);
                return (Piece::Literal(text), length);
            }
            Part::Utf16(_) => return (Piece::Literal(&[]), self.zero(Ty::J)),
            Part::Argument(index, kind) => (*index, *kind),
        };
        let value = self.get(self.f.nodes[v as usize].args[index]);
        match kind {
            ValueKind::Ref => {
                let (from, length) = self.latin1(value, slow);
                (Piece::Bytes(from, length), length)
            }
            ValueKind::Char => {
                let unit = self.b.ins().band_imm_u(value, 0xffff);
                let wide = self.b.ins().icmp_imm_u(IntCC::UnsignedGreaterThan, unit, 255);
                self.unless(wide, slow);
                (Piece::Char(unit), self.b.ins().iconst(types::I64, 1))
            }
            ValueKind::Boolean => {
                let bit = self.b.ins().band_imm_u(value, 1);
                let [yes, no] = ["true", "false"].map(|text| {
                    let at = self.b.ins().iconst(types::I64, text.as_ptr() as i64);
                    (at, self.b.ins().iconst(types::I64, text.len() as i64))
                });
                let from = self.b.ins().select(bit, yes.0, no.0);
                let length = self.b.ins().select(bit, yes.1, no.1);
                (Piece::Bytes(from, length), length)
            }
            _ => {
                let narrow = match kind {
                    ValueKind::Byte => self.b.ins().ireduce(types::I8, value),
                    ValueKind::Short => self.b.ins().ireduce(types::I16, value),
                    _ => value,
                };
                let wide =
                    if kind == ValueKind::Long { narrow } else { self.b.ins().sextend(types::I64, narrow) };
                let length = self.call_leaf(helpers::digit_count as *const () as usize, &[wide], types::I64);
                (Piece::Number(wide, length), length)
            }
        }
    }

    /// Address and length of the bytes of a Latin-1 string.
    fn latin1(&mut self, string: Value, slow: Block) -> (Value, Value) {
        let layout = rvm_vm::vm().known.string_layout();
        let there = self.b.create_block();
        self.b.ins().brif(string, there, &[], slow, &[]);
        self.b.switch_to_block(there);
        let coder = self.b.ins().uload8(types::I32, trusted(), string, layout.coder as i32);
        self.unless(coder, slow);
        // A string that is being made by another thread may have no array yet.
        let array = self.b.ins().uload32(trusted(), string, layout.value as i32);
        let made = self.b.create_block();
        self.b.ins().brif(array, made, &[], slow, &[]);
        self.b.switch_to_block(made);
        let length = self.b.ins().uload32(trusted(), array, ARRAY_LENGTH as i32);
        (self.b.ins().iadd_imm_u(array, i64::from(array_base(ValueKind::Byte))), length)
    }

    /// Goes to `slow` if `bad`.
    fn unless(&mut self, bad: Value, slow: Block) {
        let on = self.b.create_block();
        self.b.ins().brif(bad, slow, &[], on, &[]);
        self.b.switch_to_block(on);
    }

    /// A new string of these parts, array and all in one piece of the thread's buffer.
    fn new_text(&mut self, length: Value, slow: Block, pieces: &[Piece]) -> Value {
        let known = &rvm_vm::vm().known;
        let (class, layout) = (known.string(), known.string_layout());
        let base = i64::from(array_base(ValueKind::Byte));
        let long = self.b.ins().icmp_imm_u(IntCC::UnsignedGreaterThan, length, LONGEST);
        self.unless(long, slow);
        let size = self.b.ins().iadd_imm_s(length, base + 7);
        let size = self.b.ins().band_imm_s(size, -8);
        let all = self.b.ins().iadd_imm_s(size, i64::from(class.instance_size));
        let array = self.bump(all, slow);
        let text = self.b.ins().iadd(array, size);
        let bytes = self.address(known.array(ValueKind::Byte).address());
        self.b.ins().istore32(trusted(), bytes, array, 0);
        self.b.ins().istore32(trusted(), length, array, ARRAY_LENGTH as i32);
        let class = self.address(class.address());
        self.b.ins().istore32(trusted(), class, text, 0);
        self.b.ins().istore32(trusted(), array, text, layout.value as i32);
        let mut to = self.b.ins().iadd_imm_s(array, base);
        for (n, piece) in pieces.iter().enumerate() {
            let length = self.write(piece, to);
            if n + 1 < pieces.len() {
                to = self.b.ins().iadd(to, length);
            }
        }
        text
    }

    /// Writes a part and gives its length.
    fn write(&mut self, piece: &Piece, to: Value) -> Value {
        match *piece {
            Piece::Literal(text) => {
                let length = self.b.ins().iconst(types::I64, text.len() as i64);
                if text.len() <= SHORT {
                    self.store_bytes(text, to);
                } else {
                    let from = self.b.ins().iconst(types::I64, text.as_ptr() as i64);
                    self.copy_text(from, to, length);
                }
                length
            }
            Piece::Bytes(from, length) => {
                self.copy_text(from, to, length);
                length
            }
            Piece::Char(unit) => {
                self.b.ins().istore8(unaligned(), unit, to, 0);
                self.b.ins().iconst(types::I64, 1)
            }
            Piece::Number(value, length) => {
                self.leaf(helpers::digits as *const () as usize, [value, to, length]);
                length
            }
        }
    }

    fn copy_text(&mut self, from: Value, to: Value, length: Value) {
        self.leaf(helpers::copy_text as *const () as usize, [from, to, length]);
    }

    /// Calls a function of the machine that neither collects nor throws, and has no result.
    fn leaf(&mut self, helper: usize, args: [Value; 3]) {
        let signature = self.signature_of(&[types::I64; 3], None);
        let code = self.b.ins().iconst(types::I64, helper as i64);
        self.b.ins().call_indirect(signature, code, &args);
    }

    fn store_bytes(&mut self, text: &[u8], to: Value) {
        let mut at = 0;
        while at < text.len() {
            let (ty, size) = match text.len() - at {
                8.. => (types::I64, 8),
                4.. => (types::I32, 4),
                2.. => (types::I16, 2),
                _ => (types::I8, 1),
            };
            let mut word = [0; 8];
            word[..size].copy_from_slice(&text[at..at + size]);
            let word = self.b.ins().iconst(ty, i64::from_le_bytes(word));
            self.b.ins().store(unaligned(), word, to, at as i32);
            at += size;
        }
    }
}
