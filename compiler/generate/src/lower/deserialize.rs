//! `$deserializeLambda$`: makes a serializable lambda again from its serialized form (java.lang.invoke.SerializedLambda).

use super::known::member;
use super::{CxKind, Lower, MethodCx, acc};
use crate::low::*;
use rvm_model::hir::{BinaryOp, Const};
use rvm_model::types::Ty;
use rvm_syntax::Name;

/// A serializable lambda or method reference of the class.
pub struct Case {
    /// The interface.
    pub iface: Ty,
    /// The function method.
    pub sam_name: Name,
    /// Its descriptor.
    pub sam_desc: Name,
    /// What implements it.
    pub handle: Handle,
    /// The call site without arguments.
    pub indy: Indy,
    /// Types of the arguments.
    pub arg_types: Vec<Ty>,
}

const SERIALIZED: &str = "java/lang/invoke/SerializedLambda";

impl Lower<'_> {
    /// The method, if the class has serializable lambdas.
    pub(super) fn deserialize_method(&mut self, line: u32) -> Option<LMethod> {
        let cases = std::mem::take(&mut self.class.deserialize);
        if cases.is_empty() {
            return None;
        }
        let object = self.k.object;
        self.cxs.push(MethodCx::new(CxKind::Method, object, Name::new("$deserializeLambda$")));
        let ty = self.w.type_named(SERIALIZED);
        let param = self.new_var("lambda", ty, false);
        let mut stmts = Vec::new();
        for case in &cases {
            let mut test = self.is_string("getImplMethodName", case.handle.member.name.as_str(), param, ty);
            let kind = self.get("getImplMethodKind", "()I", param, ty, Ty::INT);
            let kind_is = Box::new(LExpr::int(i32::from(case.handle.kind)));
            let same_kind = LExpr::new(LKind::Binary(BinaryOp::Eq, Box::new(kind), kind_is), Ty::BOOLEAN);
            let texts = [
                ("getFunctionalInterfaceClass", self.names.class(case.iface).as_str()),
                ("getFunctionalInterfaceMethodName", case.sam_name.as_str()),
                ("getFunctionalInterfaceMethodSignature", case.sam_desc.as_str()),
                ("getImplClass", case.handle.member.owner.as_str()),
                ("getImplMethodSignature", case.handle.member.desc.as_str()),
            ];
            let mut tests = vec![same_kind];
            for (getter, text) in texts {
                tests.push(self.is_string(getter, text, param, ty));
            }
            for t in tests {
                test = LExpr::new(LKind::Binary(BinaryOp::AndAnd, Box::new(test), Box::new(t)), Ty::BOOLEAN);
            }
            let mut indy = case.indy.clone();
            for (i, &to) in case.arg_types.iter().enumerate() {
                let m = member(SERIALIZED, "getCapturedArg", "(I)Ljava/lang/Object;");
                let arg = self.call_virtual(self.var(param, ty), m, vec![LExpr::int(i as i32)], object);
                indy.args.push(self.adapt(arg, if to.is_primitive() { self.w.boxed(to) } else { to }, to));
            }
            let made = LExpr::new(LKind::Indy(Box::new(indy)), case.iface);
            let ret = LStmt::new(LStmtKind::Return(Some(made)), line);
            stmts.push(LStmt::new(LStmtKind::If(test, Box::new(ret), None), line));
        }
        let class = "java/lang/IllegalArgumentException";
        let text: Vec<u16> = "Invalid lambda deserialization".encode_utf16().collect();
        let message = LExpr::new(LKind::Const(Const::Str(text.into())), self.k.string);
        let exception = LExpr::new(
            LKind::New(member(class, "<init>", "(Ljava/lang/String;)V"), vec![message]),
            self.w.type_named(class),
        );
        stmts.push(LStmt::new(LStmtKind::Throw(exception), line));
        let cx = self.cxs.pop()?;
        Some(LMethod {
            flags: acc::PRIVATE | acc::STATIC | acc::SYNTHETIC,
            name: Name::new("$deserializeLambda$"),
            desc: self.names.method_desc(&[ty], object),
            source: Source::None,
            exceptions: Vec::new(),
            code: Some(LCode {
                vars: cx.vars,
                params: vec![param],
                body: LBlock { stmts, end: line },
                ctor: false,
                split: None,
            }),
            extra: (0, 0),
            parameters: None,
        })
    }

    fn get(&self, getter: &str, desc: &str, param: VarId, ty: Ty, ret: Ty) -> LExpr {
        self.call_virtual(self.var(param, ty), member(SERIALIZED, getter, desc), Vec::new(), ret)
    }

    fn is_string(&self, getter: &str, text: &str, param: VarId, ty: Ty) -> LExpr {
        let got = self.get(getter, "()Ljava/lang/String;", param, ty, self.k.string);
        let m = member("java/lang/Object", "equals", "(Ljava/lang/Object;)Z");
        self.call_virtual(got, m, vec![self.string_const(text)], Ty::BOOLEAN)
    }
}
