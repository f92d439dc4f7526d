//! `String.equals` and `String.hashCode`: what needs no call is done in place.

use super::{Lower, trusted};
use crate::helpers;
use crate::ir::*;
use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::{InstBuilder, types};
use rvm_vm::class::Method;

const LENGTH: i32 = rvm_vm::object::ARRAY_LENGTH as i32;

impl Lower<'_, '_> {
    /// A call of one of those; false for other methods.
    pub fn string_function(&mut self, v: Val, method: &'static Method) -> bool {
        let known = &rvm_vm::vm().known;
        if method.class() != known.string() {
            return false;
        }
        if method.name == *"hashCode" {
            self.string_hash(v, method);
        } else if method.name == *"equals" {
            self.string_equals(v, method);
        } else {
            return false;
        }
        true
    }

    /// The hash that is kept; 0 says that none was computed yet.
    fn string_hash(&mut self, v: Val, method: &'static Method) {
        let hash = rvm_vm::vm().known.string_layout().hash as i32;
        let string = self.get(self.f.nodes[v as usize].args[0]);
        let (cold, done) = (self.cold(), self.b.create_block());
        self.b.append_block_param(done, types::I32);
        let kept = self.b.ins().load(types::I32, trusted(), string, hash);
        self.b.ins().brif(kept, done, &[kept.into()], cold, &[]);
        self.b.switch_to_block(cold);
        let made = self.native_leaf(v, method);
        let made = self.b.ins().ireduce(types::I32, made);
        self.b.ins().jump(done, &[made.into()]);
        self.b.switch_to_block(done);
        let result = self.b.block_params(done)[0];
        self.set(v, result);
    }

    /// Most comparisons are decided by identity, length or class.
    fn string_equals(&mut self, v: Val, method: &'static Method) {
        let known = &rvm_vm::vm().known;
        let (layout, class) = (known.string_layout(), i64::from(known.string().address()));
        let args = &self.f.nodes[v as usize].args;
        let (a, b) = (self.get(args[0]), self.get(args[1]));
        let done = self.b.create_block();
        self.b.append_block_param(done, types::I32);
        let (yes, no) = (self.constant(1, Ty::I), self.constant(0, Ty::I));
        let (other, there, string) = (self.b.create_block(), self.b.create_block(), self.b.create_block());
        let same = self.b.ins().icmp(IntCC::Equal, a, b);
        self.b.ins().brif(same, done, &[yes.into()], other, &[]);
        self.b.switch_to_block(other);
        self.b.ins().brif(b, there, &[], done, &[no.into()]);
        self.b.switch_to_block(there);
        let actual = self.class_of(b);
        let is = self.b.ins().icmp_imm_u(IntCC::Equal, actual, class);
        self.b.ins().brif(is, string, &[], done, &[no.into()]);
        self.b.switch_to_block(string);
        // A string that is being made by another thread may have no array yet.
        let (first, second, slow) = (self.b.create_block(), self.b.create_block(), self.cold());
        let array_a = self.b.ins().uload32(trusted(), a, layout.value as i32);
        self.b.ins().brif(array_a, first, &[], slow, &[]);
        self.b.switch_to_block(first);
        let array_b = self.b.ins().uload32(trusted(), b, layout.value as i32);
        self.b.ins().brif(array_b, second, &[], slow, &[]);
        self.b.switch_to_block(second);
        let coder_a = self.b.ins().uload8(types::I32, trusted(), a, layout.coder as i32);
        let coder_b = self.b.ins().uload8(types::I32, trusted(), b, layout.coder as i32);
        let (coded, long) = (self.b.create_block(), self.b.create_block());
        let same = self.b.ins().icmp(IntCC::Equal, coder_a, coder_b);
        self.b.ins().brif(same, coded, &[], slow, &[]);
        self.b.switch_to_block(coded);
        let length_a = self.b.ins().load(types::I32, trusted(), array_a, LENGTH);
        let length_b = self.b.ins().load(types::I32, trusted(), array_b, LENGTH);
        let same = self.b.ins().icmp(IntCC::Equal, length_a, length_b);
        self.b.ins().brif(same, long, &[], done, &[no.into()]);
        self.b.switch_to_block(long);
        let helper = helpers::same_bytes as *const () as usize;
        let equal = self.call_leaf(helper, &[array_a, array_b], types::I32);
        self.b.ins().jump(done, &[equal.into()]);
        self.b.switch_to_block(slow);
        let equal = self.native_leaf(v, method);
        let equal = self.b.ins().ireduce(types::I32, equal);
        self.b.ins().jump(done, &[equal.into()]);
        self.b.switch_to_block(done);
        let result = self.b.block_params(done)[0];
        self.set(v, result);
    }
}
