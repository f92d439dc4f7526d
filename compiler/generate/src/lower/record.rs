//! Records (JLS 8.10): implicit constructor, accessors, equals, hashCode, toString.

use super::known::member;
use super::{Lower, acc};
use crate::low::*;
use rvm_classfile::constant::ref_kind;
use rvm_model::symbols::MethodId;
use rvm_model::types::Ty;
use rvm_syntax::Name;

const OBJECT_METHODS: &str = "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/TypeDescriptor;Ljava/lang/Class;Ljava/lang/String;[Ljava/lang/invoke/MethodHandle;)Ljava/lang/Object;";

impl Lower<'_> {
    fn this_var(&self) -> Var {
        let ty = self.w.raw_type(self.class.id);
        Var { name: Name::new("this"), ty, generic: self.w.class_type(self.class.id), synthetic: false }
    }

    /// Code of a record's implicit method.
    pub(super) fn record_method(&mut self, method: MethodId, line: u32) -> LCode {
        let class = self.class.id;
        let sym = self.w.method(method);
        let this_ty = self.w.raw_type(class);
        let this = self.var(VarId(0), this_ty);
        let components = self.w.components(class);
        let mut vars = vec![self.this_var()];
        let mut params = vec![VarId(0)];
        let ret = self.erase(sym.ret);
        let value = match (sym.name.as_str(), sym.params.len()) {
            ("toString" | "hashCode", 0) | ("equals", 1) => {
                let mut args = vec![this];
                let mut types = vec![this_ty];
                if sym.params.len() == 1 {
                    let object = self.k.object;
                    vars.push(Var { name: Name::new("o"), ty: object, generic: object, synthetic: false });
                    params.push(VarId(1));
                    args.push(self.var(VarId(1), object));
                    types.push(object);
                }
                let names: Vec<&str> = components.iter().map(|&c| self.w.field(c).name.as_str()).collect();
                let mut boot_args = vec![
                    BootArg::Class(self.class.name),
                    BootArg::Str(names.join(";").encode_utf16().collect()),
                ];
                for &c in &components {
                    let member = self.field_member(c, class);
                    boot_args.push(BootArg::Handle(Handle { kind: ref_kind::GET_FIELD, member }));
                }
                let bootstrap = Handle {
                    kind: ref_kind::INVOKE_STATIC,
                    member: member("java/lang/runtime/ObjectMethods", "bootstrap", OBJECT_METHODS),
                };
                let desc = self.names.method_desc(&types, ret);
                LExpr::new(
                    LKind::Indy(Box::new(Indy { bootstrap, boot_args, name: sym.name, desc, args })),
                    ret,
                )
            }
            _ => match components.iter().find(|&&c| self.w.field(c).name == sym.name) {
                Some(&c) => LExpr::new(LKind::Field(Box::new(this), self.field_member(c, class)), ret),
                None => LExpr::new(LKind::Null, Ty::NULL),
            },
        };
        let body = vec![LStmt::new(LStmtKind::Return(Some(value)), line)];
        LCode { vars, params, body: LBlock { stmts: body, end: line }, ..LCode::default() }
    }

    /// `this.c = c` for all components, from the canonical constructor's parameters.
    pub(super) fn component_assignments(&mut self, params: &[VarId], line: u32) -> Vec<LStmt> {
        let class = self.class.id;
        let components = self.w.components(class);
        let mut stmts = Vec::new();
        for (&c, &p) in components.iter().zip(params) {
            let ty = self.erase(self.w.field(c).ty.get());
            let target = LExpr::new(LKind::Field(Box::new(self.this()), self.field_member(c, class)), ty);
            let assign = LExpr::new(LKind::Assign(Box::new(target), Box::new(self.var(p, ty))), ty);
            stmts.push(LStmt::expr(assign, line));
        }
        stmts
    }

    /// MethodParameters of a canonical constructor that has no parameter list of its own.
    pub(super) fn canonical_parameters(&self, method: MethodId) -> Option<Vec<(Name, u16)>> {
        let _ = acc::MANDATED;
        let class = self.w.method(method).class;
        Some(self.w.components(class).iter().map(|&c| (self.w.field(c).name, 0)).collect())
    }
}
