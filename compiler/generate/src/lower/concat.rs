//! String concatenation (JLS 15.18.1): invokedynamic from release 9 on, StringBuilder before.

use super::Lower;
use super::known::member;
use crate::low::*;
use rvm_classfile::constant::ref_kind;
use rvm_model::hir::{Const, Expr, ExprKind};
use rvm_model::types::Ty;

/// The most arguments that one call site takes.
const MAX_ARGS: usize = 200;

/// A constant as string conversion shows it, where that is certain.
fn constant_text(c: &Const, ty: Ty) -> Option<Vec<u16>> {
    match c {
        Const::Str(s) => Some(s.to_vec()),
        Const::Int(v) => Some(match ty {
            Ty::BOOLEAN => if *v != 0 { "true" } else { "false" }.encode_utf16().collect(),
            Ty::CHAR => vec![*v as u16],
            _ => v.to_string().encode_utf16().collect(),
        }),
        Const::Long(v) => Some(v.to_string().encode_utf16().collect()),
        Const::Float(_) | Const::Double(_) => None,
    }
}

impl Lower<'_> {
    pub(super) fn concat_expr(&mut self, parts: &[Expr]) -> LExpr {
        let mut values = Vec::with_capacity(parts.len());
        parts.iter().for_each(|p| self.concat_part(p, &mut values));
        self.concat(values)
    }

    /// `old += rhs` on a string.
    pub(super) fn concat_append(&mut self, old: LExpr, rhs: &Expr) -> LExpr {
        let mut values = Vec::new();
        if self.opts.release < 9 {
            // The old value is on the stack already: it cannot wait for a StringBuilder.
            let old = self.to_string_value(old);
            self.concat_part(rhs, &mut values);
            let rest = match values.len() {
                1 if values[0].ty == self.k.string => self.to_string_value(values.remove(0)),
                _ => self.builder(values),
            };
            let m = member("java/lang/String", "concat", "(Ljava/lang/String;)Ljava/lang/String;");
            return self.call_virtual(old, m, vec![rest], self.k.string);
        }
        values.push(old);
        self.concat_part(rhs, &mut values);
        self.concat(values)
    }

    fn concat_part(&mut self, part: &Expr, out: &mut Vec<LExpr>) {
        if let ExprKind::Concat(parts) = &part.kind {
            return parts.iter().for_each(|p| self.concat_part(p, out));
        }
        let v = self.natural(part);
        let own = self.erase(part.ty);
        out.push(if own == self.k.string { self.coerce(v, own) } else { v });
    }

    fn concat(&mut self, values: Vec<LExpr>) -> LExpr {
        if self.opts.release < 9 {
            return self.builder(values);
        }
        if values.len() > MAX_ARGS {
            let mut values = values.into_iter();
            let mut groups = Vec::new();
            loop {
                let group: Vec<LExpr> = values.by_ref().take(MAX_ARGS).collect();
                if group.is_empty() {
                    break;
                }
                groups.push(self.concat(group));
            }
            return self.concat(groups);
        }
        let mut recipe = Vec::new();
        let mut boot_args = Vec::new();
        let mut args = Vec::new();
        let mut params = Vec::new();
        for v in values {
            let text = match &v.kind {
                LKind::Const(c) => constant_text(c, v.ty),
                LKind::Null => Some("null".encode_utf16().collect()),
                _ => None,
            };
            match text {
                // The recipe's own tags cannot stand for themselves.
                Some(text) if text.iter().any(|&c| c == 1 || c == 2) => {
                    recipe.push(2);
                    boot_args.push(BootArg::Str(text));
                }
                Some(text) => recipe.extend(text),
                None => {
                    recipe.push(1);
                    let v = self.concat_argument(v);
                    params.push(v.ty);
                    args.push(v);
                }
            }
        }
        boot_args.insert(0, BootArg::Str(recipe));
        let desc = self.names.method_desc(&params, self.k.string);
        let bootstrap = Handle {
            kind: ref_kind::INVOKE_STATIC,
            member: member(
                "java/lang/invoke/StringConcatFactory",
                "makeConcatWithConstants",
                "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/String;[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;",
            ),
        };
        let indy = Indy { bootstrap, boot_args, name: self.name("makeConcatWithConstants"), desc, args };
        LExpr::new(LKind::Indy(Box::new(indy)), self.k.string)
    }

    // An object is turned into its string where it stands in the order of evaluation.
    fn concat_argument(&self, v: LExpr) -> LExpr {
        if v.ty.is_primitive() || v.ty == self.k.string || self.w.unboxed(v.ty).is_some() {
            return v;
        }
        self.to_string_value(v)
    }

    fn to_string_value(&self, v: LExpr) -> LExpr {
        let m = member("java/lang/String", "valueOf", "(Ljava/lang/Object;)Ljava/lang/String;");
        self.call_static(m, vec![v], self.k.string)
    }

    fn builder(&mut self, values: Vec<LExpr>) -> LExpr {
        let class = "java/lang/StringBuilder";
        let ty = self.w.type_named(class);
        let mut e = LExpr::new(LKind::New(member(class, "<init>", "()V"), Vec::new()), ty);
        for v in values {
            let param = match v.ty {
                Ty::BYTE | Ty::SHORT => Ty::INT,
                t if t.is_primitive() || t == self.k.string => t,
                Ty::NULL => self.k.string,
                _ => self.k.object,
            };
            let m = Member { desc: self.names.method_desc(&[param], ty), ..member(class, "append", "") };
            e = self.call_virtual(e, m, vec![v], ty);
        }
        self.call_virtual(e, member(class, "toString", "()Ljava/lang/String;"), Vec::new(), self.k.string)
    }
}
