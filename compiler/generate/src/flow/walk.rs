//! The operands of an expression.

use rvm_model::hir::{Expr, ExprKind, MethodRefTarget};

/// Calls `f` on the direct operands in the order of evaluation. Bodies of lambdas, switches and classes are the caller's.
pub(super) fn operands<'a>(e: &'a Expr, f: &mut dyn FnMut(&'a Expr)) {
    match &e.kind {
        ExprKind::Literal(_)
        | ExprKind::Null
        | ExprKind::Local(_)
        | ExprKind::This(_)
        | ExprKind::ClassLit(_)
        | ExprKind::Lambda(_)
        | ExprKind::Switch(_)
        | ExprKind::Hole
        | ExprKind::Error => {}
        ExprKind::Field { recv, .. } => recv.iter().for_each(|r| f(r)),
        ExprKind::ArrayLength(e)
        | ExprKind::Unary(_, e)
        | ExprKind::InstanceOf(e, ..)
        | ExprKind::Convert(_, e) => f(e),
        ExprKind::Index(a, b) | ExprKind::Binary(_, a, b) | ExprKind::Assign(a, b) => {
            f(a);
            f(b);
        }
        ExprKind::Call { recv, args, .. } => {
            recv.iter().for_each(|r| f(r));
            args.iter().for_each(f);
        }
        ExprKind::CtorCall { outer, args, .. } | ExprKind::New { outer, args, .. } => {
            outer.iter().for_each(|r| f(r));
            args.iter().for_each(f);
        }
        ExprKind::NewArray(list) | ExprKind::ArrayInit(list) | ExprKind::Concat(list) => {
            list.iter().for_each(f)
        }
        ExprKind::CompoundAssign { target, rhs, .. } => {
            f(target);
            f(rhs);
        }
        ExprKind::IncDec { target, .. } => f(target),
        ExprKind::Conditional(c, a, b) => {
            f(c);
            f(a);
            f(b);
        }
        ExprKind::MethodRef(r) => match &r.target {
            MethodRefTarget::Method { recv: Some(recv), .. } => f(recv),
            MethodRefTarget::Ctor { outer: Some(outer), .. } => f(outer),
            _ => {}
        },
    }
}

/// A boolean constant.
pub(super) fn constant(e: &Expr) -> Option<bool> {
    match &e.kind {
        ExprKind::Literal(rvm_model::hir::Const::Int(v)) if e.ty == rvm_model::types::Ty::BOOLEAN => {
            Some(*v != 0)
        }
        _ => None,
    }
}
