//! Bridge methods (JLS 15.12.4.5).

use super::{Lower, acc};
use crate::low::*;
use rvm_model::symbols::ClassId;
use rvm_model::types::Ty;
use rvm_syntax::Name;
use rvm_syntax::tree::flags;

impl Lower<'_> {
    pub(super) fn bridge_methods(&self, line: u32) -> Vec<LMethod> {
        let class = self.class.id;
        let own = self.w.raw_type(class);
        let this =
            Var { name: Name::new("this"), ty: own, generic: self.w.class_type(class), synthetic: false };
        let mut methods = Vec::new();
        for bridge in self.w.bridges(class) {
            let target = self.w.method(bridge.target);
            let mut vars = vec![this.clone()];
            let mut args = Vec::new();
            let to = self.erase_all(&target.params);
            for (i, (&from, &to)) in bridge.params.iter().zip(&to).enumerate() {
                vars.push(Var {
                    name: Name::new(&format!("x{i}")),
                    ty: from,
                    generic: from,
                    synthetic: true,
                });
                let v = self.var(VarId(i as u32 + 1), from);
                args.push(self.coerce(v, to));
            }
            let ret = self.erase(target.ret);
            let receiver = Some(Box::new(self.var(VarId(0), own)));
            let (kind, m) = if bridge.inherited {
                let owner = self.w.raw_type(self.super_site(target.class));
                (Invoke::Special, self.method_member(bridge.target, owner))
            } else {
                (Invoke::Virtual, self.method_member(bridge.target, own))
            };
            let call = LExpr::new(LKind::Call(kind, receiver, m, args), ret).at(line);
            let stmt = if bridge.ret == Ty::VOID {
                LStmt::expr(call, line)
            } else {
                LStmt::new(LStmtKind::Return(Some(self.coerce(call, bridge.ret))), line)
            };
            let params = (0..vars.len() as u32).map(VarId).collect();
            let access = target.flags.get() & (flags::PUBLIC | flags::PROTECTED);
            methods.push(LMethod {
                flags: access as u16
                    | acc::BRIDGE
                    | acc::SYNTHETIC
                    | (target.flags.get() & flags::VARARGS) as u16,
                name: target.name,
                desc: self.names.method_desc(&bridge.params, bridge.ret),
                source: Source::None,
                exceptions: bridge.throws.iter().map(|&t| self.names.class(t)).collect(),
                code: Some(LCode {
                    vars,
                    params,
                    body: LBlock { stmts: vec![stmt], end: line },
                    ctor: false,
                    split: None,
                }),
                extra: (0, 0),
                parameters: None,
            });
        }
        methods
    }

    // invokespecial names a direct supertype: the superclass, or the superinterface that brings the method.
    fn super_site(&self, owner: ClassId) -> ClassId {
        let superclass = self.w.superclass_class(self.class.id);
        if self.w.class(owner).is_interface() && superclass.is_none_or(|s| !self.w.is_sub_class(s, owner)) {
            let mut direct = self.w.interfaces(self.class.id).iter().filter_map(|&t| self.w.erased_class(t));
            return direct.find(|&c| self.w.is_sub_class(c, owner)).unwrap_or(owner);
        }
        superclass.unwrap_or(owner)
    }
}
