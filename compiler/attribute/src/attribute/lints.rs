//! Named warnings about expressions.

use super::Attr;
use super::operand::{Callee, Operand, PendingCall};
use crate::check::notes::Old;
use rvm_model::hir::{self, ExprKind};
use rvm_model::symbols::{ClassId, FieldId, MethodId};
use rvm_model::types::{Ty, TyKind};
use rvm_syntax::Span;
use rvm_syntax::lint::Lint;
use rvm_syntax::tree::flags;

impl Attr<'_> {
    /// `required: T, found: S` of an unchecked conversion or cast.
    pub(crate) fn lint_unchecked(&self, span: Span, what: &str, required: Ty, found: Ty) {
        if !self.ctx.diags.wants(Lint::Unchecked, span) {
            return;
        }
        let mut m = self.mentioned();
        let required = self.show_in(required, &mut m);
        let found = self.show_in(found, &mut m);
        let text = format!("unchecked {what}\n  required: {required}\n  found:    {found}");
        self.ctx.diags.lint(Lint::Unchecked, span, "prob-found-req", m.printer.finish(text));
    }

    /// Use of a deprecated member outside its own top-level class.
    pub(crate) fn lint_deprecated_method(&self, m: MethodId, span: Span) {
        let sym = self.w.method(m);
        if sym.has(flags::DEPRECATED) && self.is_foreign(sym.class) {
            self.ctx.warn_deprecated(Old::Method(m), span);
        }
    }

    /// The same for a field.
    pub(crate) fn lint_deprecated_field(&self, f: FieldId, span: Span) {
        let sym = self.w.field(f);
        if sym.has(flags::DEPRECATED) && self.is_foreign(sym.class) {
            self.ctx.warn_deprecated(Old::Field(f), span);
        }
    }

    fn is_foreign(&self, class: ClassId) -> bool {
        self.top.or(self.access_from) != Some(self.w.outermost_class(class))
    }

    /// A call through a raw type whose parameters erasure changes (JLS 4.8).
    pub(crate) fn lint_raw_call(&self, site: Ty, method: MethodId, span: Span) {
        let w = self.w;
        let sym = w.method(method);
        if sym.has(flags::STATIC)
            || !w.is_raw_member_site(site, sym.class)
            || !self.ctx.diags.wants(Lint::Unchecked, span)
            || sym.params.iter().all(|&p| p == w.erasure(p))
        {
            return;
        }
        let mut m = self.mentioned();
        let shown = self.show_method_plain(method, &mut m);
        let owner = w.raw_type(sym.class);
        let text =
            format!("unchecked call to {shown} as a member of the raw type {}", self.show_in(owner, &mut m));
        self.ctx.diags.lint(Lint::Unchecked, span, "unchecked-call-mbr-of-raw-type", m.printer.finish(text));
    }

    /// An assignment to a field of a raw type.
    pub(crate) fn lint_raw_assign(&self, target: &hir::Expr) {
        let ExprKind::Field { recv: Some(recv), field, .. } = &target.kind else { return };
        let (w, sym) = (self.w, self.w.field(*field));
        if sym.has(flags::STATIC)
            || sym.ty.get() == w.erasure(sym.ty.get())
            || !w.is_raw_member_site(recv.ty, sym.class)
        {
            return;
        }
        let mut m = self.mentioned();
        let owner = self.show_in(w.raw_type(sym.class), &mut m);
        let text = format!("unchecked assignment to variable {} as member of raw type {owner}", sym.name);
        let key = "unchecked-assign-to-var";
        self.ctx.diags.lint(Lint::Unchecked, target.span, key, m.printer.finish(text));
    }

    /// A call that needed an unchecked conversion of an argument (JLS 15.12.2.6).
    pub(crate) fn lint_unchecked_call(&mut self, pc: &PendingCall, args: &[Operand]) {
        if !self.ctx.diags.wants(Lint::Unchecked, pc.span) {
            return;
        }
        let w = self.w;
        let sym = w.method(pc.method);
        let params: Vec<Ty> = match &pc.callee {
            Callee::Method { access, .. } if !sym.has(flags::STATIC) => {
                sym.params.iter().map(|&p| w.member_type(self.bound_of(*access), p, sym.class)).collect()
            }
            _ => sym.params.clone(),
        };
        let found: Vec<Ty> = args
            .iter()
            .map(|a| match a {
                Operand::Done(e) => e.ty,
                Operand::Call(c) => self.inst(c.ret),
                _ => Ty::NULL,
            })
            .collect();
        let mut m = self.mentioned();
        let owner = sym.class;
        let text = format!(
            "unchecked method invocation: {} {} in {} {} is applied to given types\n  required: {}\n  found:    {}",
            if sym.is_constructor() { "constructor" } else { "method" },
            sym.name,
            w.kind_name_for_location(owner),
            w.class(owner).name,
            self.show_list(&params, &mut m),
            self.show_list(&found, &mut m)
        );
        self.ctx.diags.lint(
            Lint::Unchecked,
            pc.span,
            "unchecked-meth-invocation-applied",
            m.printer.finish(text),
        );
        for (i, a) in args.iter().enumerate() {
            let Operand::Done(e) = a else { continue };
            let formal = match params.get(i) {
                Some(&p) if !pc.varargs || i + 1 < params.len() => p,
                _ => match params.last() {
                    Some(&p) => w.elem_type(p).unwrap_or(p),
                    None => continue,
                },
            };
            let erased = w.erasure(formal);
            if e.ty.is_reference()
                && formal != erased
                && !matches!(w.kind(formal), TyKind::Var(_))
                && w.class_of(formal).and_then(|c| w.as_super(e.ty, c)).is_some_and(|s| w.is_raw(s))
            {
                self.lint_unchecked(e.span, "conversion", formal, e.ty);
            }
        }
    }

    /// A generic array made for variable-arity arguments (JLS 15.12.4.2).
    pub(crate) fn lint_varargs_array(&self, method: MethodId, array: Ty, span: Span) {
        let w = self.w;
        let elem = w.elem_type(array).unwrap_or(array);
        if w.is_reifiable(elem) || !self.ctx.diags.wants(Lint::Unchecked, span) {
            return;
        }
        let safe = w
            .method(method)
            .annotations
            .borrow()
            .iter()
            .any(|a| w.class_raw(a.class).binary.as_str() == "java/lang/SafeVarargs");
        if !safe {
            let mut m = self.mentioned();
            let shown = self.show_in(array, &mut m);
            let text = format!("unchecked generic array creation for varargs parameter of type {shown}");
            let key = "unchecked-generic-array-creation";
            self.ctx.diags.lint(Lint::Unchecked, span, key, m.printer.finish(text));
        }
    }

    /// `m(null)` for `m(String...)`: an array or an element?
    pub(crate) fn warn_inexact_varargs(&self, pc: &PendingCall, last: Option<(Ty, Span)>) {
        if pc.varargs || !self.w.method(pc.method).has(flags::VARARGS) {
            return;
        }
        let (Some((arg, span)), Some(&param)) = (last, pc.params.last()) else { return };
        let array = self.inst(param);
        let Some(elem) = self.w.elem_type(array) else { return };
        if arg.is_primitive()
            || self.w.erasure(array) == self.w.erasure(arg)
            || !self.w.is_subtype_unchecked(arg, elem).0
        {
            return;
        }
        let mut m = self.mentioned();
        let (elem, array) = (self.show_in(elem, &mut m), self.show_in(array, &mut m));
        let text = format!(
            "non-varargs call of varargs method with inexact argument type for last parameter;\n  cast to {elem} for a varargs call\n  cast to {array} for a non-varargs call and to suppress this warning"
        );
        self.ctx.diags.warn(span, "inexact-non-varargs-call", m.printer.finish(text));
    }

    /// A static member named through an instance.
    pub(crate) fn lint_static(&self, what: &str, owner: ClassId, span: Span) {
        let text = format!(
            "static {what} should be qualified by type name, {}, instead of by an expression",
            self.w.class(owner).name
        );
        self.ctx.diags.lint(Lint::Static, span, "static-not-qualified-by-type", text);
    }

    /// A cast to the type that the value has.
    pub(crate) fn lint_cast(&self, from: Ty, to: Ty, span: Span) {
        if from == to && self.ctx.diags.wants(Lint::Cast, span) {
            let mut m = self.mentioned();
            let text = format!("redundant cast to {}", self.show_in(to, &mut m));
            self.ctx.diags.lint(Lint::Cast, span, "redundant-cast", m.printer.finish(text));
        }
    }

    /// An integer division by the constant 0.
    pub(crate) fn lint_division(&self, span: Span) {
        self.ctx.diags.lint(Lint::Divzero, span, "div-zero", "division by zero");
    }

    /// `synchronized` on a value-based class.
    pub(crate) fn lint_synchronized(&self, lock: &hir::Expr, span: Span) {
        let Some(c) = self.w.class_of(lock.ty) else { return };
        const VALUE_BASED: &[&str] = &[
            "java/lang/Boolean",
            "java/lang/Byte",
            "java/lang/Character",
            "java/lang/Double",
            "java/lang/Float",
            "java/lang/Integer",
            "java/lang/Long",
            "java/lang/Short",
            "java/lang/Runtime$Version",
            "java/lang/ProcessHandle",
            "java/util/Optional",
            "java/util/OptionalInt",
            "java/util/OptionalLong",
            "java/util/OptionalDouble",
            "java/time/Duration",
            "java/time/Instant",
            "java/time/LocalDate",
            "java/time/LocalDateTime",
            "java/time/LocalTime",
            "java/time/MonthDay",
            "java/time/OffsetDateTime",
            "java/time/OffsetTime",
            "java/time/Period",
            "java/time/Year",
            "java/time/YearMonth",
            "java/time/ZonedDateTime",
            "java/time/ZoneOffset",
            "java/time/ZoneId",
        ];
        if VALUE_BASED.contains(&self.w.class_raw(c).binary.as_str()) {
            let text = "attempt to synchronize on an instance of a value-based class";
            let key = "attempt-to-synchronize-on-instance-of-value-based-class";
            self.ctx.diags.lint(Lint::Synchronization, span, key, text);
        }
    }

    /// A resource whose `close` may throw InterruptedException.
    pub(crate) fn lint_interruptible_close(&self, ty: Ty, span: Span) {
        if !self.ctx.diags.wants(Lint::Try, span) {
            return;
        }
        let w = self.w;
        let closeable = w.class_named("java/lang/AutoCloseable");
        let Some(c) = w.erased_class(ty).filter(|&c| c != closeable && w.is_sub_class(c, closeable)) else {
            return;
        };
        let interrupted = w.raw_type(w.class_named("java/lang/InterruptedException"));
        let mut at = Some(c);
        let mut found = None;
        while let Some(k) = at {
            let close = |m: &MethodId| w.method(*m).params.is_empty();
            found = w.methods_named(k, rvm_syntax::Name::new("close")).into_iter().find(close);
            if found.is_some() {
                break;
            }
            at = w.superclass_class(k);
        }
        if found.is_some_and(|m| w.method(m).throws.iter().any(|&t| w.is_subtype(interrupted, t))) {
            let mut m = self.mentioned();
            let text = format!(
                "auto-closeable resource {} has a member method close() that could throw InterruptedException",
                self.show_in(ty, &mut m)
            );
            let key = "try-resource-throws-interrupted-exc";
            self.ctx.diags.lint(Lint::Try, span, key, m.printer.finish(text));
        }
    }
}
