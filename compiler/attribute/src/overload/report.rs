//! Why no method was chosen, in javac's words.

use super::{Outcome, Query, Reason};
use crate::attribute::Attr;
use crate::attribute::coerce::{Why, deeper, indent_details};
use crate::attribute::env::Env;
use crate::attribute::operand::Operand;
use crate::attribute::report::{Location, Mentioned, Misfit};
use crate::overload::applicable::{HAS_VALUE, NO_VALUE, VOID_BODY};
use rvm_model::symbols::{ClassId, MethodId};
use rvm_model::types::Ty;
use rvm_syntax::Span;
use rvm_syntax::tree::Ident;
use rvm_syntax::tree::{LambdaBody, LambdaExpr, flags};

/// How long the text of a lambda in a message may be.
const SHORT: usize = 20;

impl<'a> Attr<'a> {
    /// An argument as `found:` lines show it: its type, or its text where only a target would give it one.
    pub(crate) fn show_operand(&mut self, op: &Operand, m: &mut Mentioned<'_>) -> String {
        match op {
            Operand::Done(e) => self.show_in(e.ty, m),
            Operand::Call(pc) => {
                let mark = self.infer.mark();
                let mut vars = Vec::new();
                self.infer_vars_in(pc.ret, &mut vars);
                self.resolve(&vars);
                let ty = self.inst(pc.ret);
                let text = self.show_in(ty, m);
                self.infer.undo(mark);
                text
            }
            Operand::Lambda(l) => shorten(&self.lambda_text(&l.tree, l.span)),
            Operand::MethodRef(r) => shorten(self.source_text(r.span)),
            Operand::Cond(c) => shorten(self.source_text(c.span)),
            Operand::Switch(s) => shorten(self.source_text(s.span)),
        }
    }

    fn source_text(&self, span: Span) -> &str {
        if span.file == Span::NONE.file {
            return "";
        }
        self.ctx.diags.file(span.file).text.get(span.lo as usize..span.hi as usize).unwrap_or("")
    }

    fn lambda_text(&self, tree: &LambdaExpr, span: Span) -> String {
        let text = self.source_text(span);
        let arrow = tree.span.at.saturating_sub(span.lo) as usize;
        let body = text.get(arrow..).unwrap_or("").trim_start_matches("->").trim();
        let params: Vec<String> = tree
            .params
            .iter()
            .map(|p| match &p.ty {
                Some(t) => format!("{} {}", self.source_text(t.span), p.name.name),
                None => p.name.name.to_string(),
            })
            .collect();
        format!("({})->{body}", params.join(", "))
    }

    fn show_args(&mut self, args: &[Operand], m: &mut Mentioned<'_>) -> String {
        let list: Vec<String> = args.iter().map(|a| self.show_operand(a, m)).collect();
        list.join(",")
    }

    /// `method m(int)` for a symbol that was not found.
    pub(crate) fn method_symbol(&mut self, name: Ident, args: &[Operand]) -> (String, Mentioned<'a>) {
        // Texts of types with marks belong to one printer, so the message is made with it.
        let mut m = self.mentioned();
        let shown = self.show_args(args, &mut m);
        (format!("method {}({shown})", name.name), m)
    }

    pub(crate) fn report_no_method(&self, span: Span, symbol: (String, Mentioned<'_>), location: Location) {
        self.cannot_find(span, &symbol.0, location, symbol.1);
    }

    /// A method with its parameters, type parameters in front.
    pub(crate) fn show_method_plain(&self, method: MethodId, m: &mut Mentioned<'_>) -> String {
        self.show_method(method, m)
    }

    pub(crate) fn report_method_access(&self, span: Span, method: MethodId) {
        let sym = self.w.method(method);
        let shown = self.w.method_display(method);
        self.report_not_accessible(span, shown, sym.flags.get(), sym.class);
    }

    /// Says why a call could not be resolved. `name` is None for constructors.
    pub(crate) fn report_outcome(
        &mut self,
        env: &Env,
        outcome: Outcome,
        q: &Query<'_>,
        at: Span,
        span: Span,
        name: Option<Ident>,
    ) {
        let _ = (env, span);
        if crate::attribute::calls::args_have_errors(q.args) {
            return;
        }
        match outcome {
            Outcome::Chosen(_) => {}
            Outcome::None => {}
            Outcome::Inaccessible(method) => self.report_method_access(at, method),
            Outcome::Ambiguous(a, b) => {
                let mut m = self.mentioned();
                let text = self.ambiguous_text(a, b, &mut m);
                self.report(at, "ref-ambiguous", text, m);
            }
            Outcome::Inapplicable(reasons) => {
                let verbose = self.ctx.diags.verbose.get();
                let relevant: Vec<&(MethodId, Reason)> = reasons
                    .iter()
                    .filter(|(m, r)| verbose || !matches!(r, Reason::Arity) || self.is_inferred(*m, q))
                    .collect();
                if !relevant.is_empty() && relevant.len() < reasons.len() {
                    self.ctx.diags.simplified();
                }
                match (reasons.as_slice(), relevant.as_slice()) {
                    ([(method, reason)], _) => self.report_one(*method, reason, q, at),
                    (_, [(method, reason)]) => self.report_one(*method, reason, q, at),
                    (_, []) => {
                        let all: Vec<&(MethodId, Reason)> = reasons.iter().collect();
                        self.report_many(&all, q, at, name);
                    }
                    (_, some) => {
                        let some = some.to_vec();
                        self.report_many(&some, q, at, name);
                    }
                }
            }
        }
    }

    fn ambiguous_text(&self, a: MethodId, b: MethodId, m: &mut Mentioned<'_>) -> String {
        let kind = |x: MethodId| if self.w.method(x).is_constructor() { "constructor" } else { "method" };
        let (ca, cb) = (self.w.method(a).class, self.w.method(b).class);
        format!(
            "reference to {} is ambiguous\n  both {} {} in {} and {} {} in {} match",
            self.method_name(a),
            kind(a),
            self.show_method(a, m),
            self.show_class(ca, m),
            kind(b),
            self.show_method(b, m),
            self.show_class(cb, m)
        )
    }

    /// The only candidate (or only one of the right arity). A plain argument mismatch is reported at the argument.
    fn report_one(&mut self, method: MethodId, reason: &Reason, q: &Query<'_>, at: Span) {
        let generic = self.is_inferred(method, q);
        if !self.ctx.diags.verbose.get()
            && let Reason::Argument { index, misfit, varargs: false } = reason
            && let Some(arg) = q.args.get(*index)
            && self.report_argument(method, arg, *index, misfit, generic, q)
        {
            self.ctx.diags.simplified();
            return;
        }
        let sym = self.w.method(method);
        let mut m = self.mentioned();
        let kind = if sym.is_constructor() { "constructor" } else { "method" };
        let name = self.method_name(method);
        let params: Vec<Ty> = if sym.has(flags::STATIC) || q.diamond.is_some() {
            sym.params.clone()
        } else {
            sym.params.iter().map(|&p| self.w.member_type(q.site, p, sym.class)).collect()
        };
        let required = self.show_list(&params, &mut m);
        let found = if q.args.is_empty() { "no arguments".into() } else { self.show_args(q.args, &mut m) };
        let class_kind = self.w.kind_name(sym.class);
        let owner = self.w.class_type(sym.class);
        let owner = self.show_in(owner, &mut m);
        let reason = self.reason_text(method, reason, q, &mut m);
        let reason = indent_details(&reason);
        let text = format!(
            "{kind} {name} in {class_kind} {owner} cannot be applied to given types;\n  required: {required}\n  found:    {found}\n  reason: {reason}"
        );
        self.report(at, "cant-apply-symbol", text, m);
    }

    /// A mismatch that javac reports at the argument; false if it describes the call instead.
    fn report_argument(
        &mut self,
        method: MethodId,
        arg: &Operand,
        index: usize,
        misfit: &Misfit,
        generic: bool,
        q: &Query<'_>,
    ) -> bool {
        match arg {
            Operand::Lambda(l) => {
                let start = l.span.with_at(l.span.lo);
                let block = matches!(l.tree.body, LambdaBody::Block(_));
                match misfit {
                    Misfit::Text(HAS_VALUE) if !generic && !l.tree.explicit => {
                        self.report_misfit(start, &Misfit::Text("unexpected return value"), Why::ASSIGN);
                    }
                    Misfit::Text(VOID_BODY) if !generic => {
                        if !l.tree.explicit {
                            self.report_misfit(start, &Misfit::Text(NO_VALUE), Why::ASSIGN);
                        }
                        if let LambdaBody::Expr(e) = &l.tree.body {
                            self.report_misfit(e.span, misfit, Why::ASSIGN);
                        }
                    }
                    Misfit::Text(NO_VALUE) => {
                        if generic && !l.tree.explicit {
                            return false;
                        }
                        if let LambdaBody::Block(b) = &l.tree.body
                            && !l.tree.explicit
                            && crate::attribute::lambda::block_shape(b).value.is_some()
                        {
                            self.error(
                                b.span.with_at(b.span.lo),
                                "lambda-body-neither-value-nor-void-compatible",
                                "lambda body is neither value nor void compatible",
                            );
                        }
                        self.report_misfit(start, misfit, Why::ASSIGN);
                    }
                    Misfit::In(..) => {
                        if generic {
                            return false;
                        }
                        let at = l
                            .body
                            .borrow()
                            .as_ref()
                            .and_then(|b| b.results.values.first().map(Operand::span));
                        self.report_misfit(at.unwrap_or(start), misfit, Why::ASSIGN);
                    }
                    _ => {
                        if generic && block && !l.tree.explicit {
                            return false;
                        }
                        self.report_misfit(start, misfit, Why::ASSIGN);
                    }
                }
                true
            }
            Operand::MethodRef(r) => {
                // Completing it against the declared type says what is wrong with it.
                let sym = self.w.method(method);
                let Some(&param) = sym.params.get(index) else { return false };
                let formal =
                    if sym.has(flags::STATIC) { param } else { self.w.member_type(q.site, param, sym.class) };
                let before = self.ctx.diags.error_count();
                self.complete_ref(r, formal, Why::ASSIGN);
                if self.ctx.diags.error_count() == before {
                    self.report_misfit(r.span.with_at(r.span.lo), misfit, Why::ASSIGN);
                }
                true
            }
            other if !generic => {
                self.report_misfit(other.span(), misfit, Why::ASSIGN);
                true
            }
            _ => false,
        }
    }

    fn is_inferred(&self, method: MethodId, q: &Query<'_>) -> bool {
        q.diamond.is_some() || (!self.w.method(method).type_params.is_empty() && q.type_args.is_empty())
    }

    /// A reason; further lines follow newlines.
    fn reason_text(
        &mut self,
        method: MethodId,
        reason: &Reason,
        q: &Query<'_>,
        m: &mut Mentioned<'_>,
    ) -> String {
        let inner = match reason {
            Reason::Arity => "actual and formal argument lists differ in length".to_string(),
            Reason::Argument { misfit, varargs, .. } => {
                let what = if *varargs { "varargs" } else { "argument" };
                format!("{what} mismatch; {}", self.misfit_text(misfit, m).replace('\n', "\n  "))
            }
            Reason::Inference(f) => return self.failure_text(f, m),
            Reason::TypeArgs => {
                return format!(
                    "wrong number of type arguments; required {}",
                    self.w.method(method).type_params.len()
                );
            }
            Reason::Bound(t, bounds) => {
                let (t, b) = (self.show_in(*t, m), self.show_plain_list(bounds, m));
                return format!("explicit type argument {t} does not conform to declared bound(s) {b}");
            }
        };
        if !self.is_inferred(method, q) {
            return inner;
        }
        let mut vars: Vec<Ty> = Vec::new();
        if let Some(c) = q.diamond {
            vars.extend(self.w.type_params(c).iter().map(|&v| self.w.var_type(v)));
        }
        vars.extend(self.w.method(method).type_params.iter().map(|&v| self.w.var_type(v)));
        let list = self.show_plain_list(&vars, m);
        format!("cannot infer type-variable(s) {list}\n({})", deeper(&inner))
    }

    fn report_many(&mut self, list: &[&(MethodId, Reason)], q: &Query<'_>, at: Span, name: Option<Ident>) {
        let mut m = self.mentioned();
        let found = if q.args.is_empty() { "no arguments".into() } else { self.show_args(q.args, &mut m) };
        let (kind, shown) = match (name, list.first()) {
            (Some(n), _) => ("method", n.name.to_string()),
            (None, Some((c, _))) => ("constructor", self.method_name(*c).to_string()),
            (None, None) => ("constructor", String::new()),
        };
        let mut text = format!("no suitable {kind} found for {shown}({found})");
        for (method, reason) in list {
            let sym = self.w.method(*method);
            let params: Vec<Ty> = if sym.has(flags::STATIC) || q.diamond.is_some() {
                sym.params.clone()
            } else {
                sym.params.iter().map(|&p| self.w.member_type(q.site, p, sym.class)).collect()
            };
            let owner = self.show_class(sym.class, &mut m);
            let mut head = String::new();
            if !sym.type_params.is_empty() {
                let vars: Vec<Ty> = sym.type_params.iter().map(|&v| self.w.var_type(v)).collect();
                head = format!("<{}>", self.show_plain_list(&vars, &mut m));
            }
            let name = self.method_name(*method);
            let params = self.show_params_of(*method, &params, &mut m);
            text.push_str(&format!("\n    {kind} {owner}.{head}{name}({params}) is not applicable"));
            let reason = self.reason_text(*method, reason, q, &mut m);
            let mut lines = reason.lines();
            text.push_str(&format!("\n      ({}", lines.next().unwrap_or("")));
            for l in lines {
                text.push_str(&format!("\n        {l}"));
            }
            text.push(')');
        }
        self.report(at, "cant-apply-symbols", text, m);
    }

    /// A diamond whose arguments cannot be inferred.
    pub(crate) fn report_diamond(&mut self, outcome: Outcome, q: &Query<'_>, class: ClassId, span: Span) {
        let mut m = self.mentioned();
        let name = self.show_class(class, &mut m);
        match outcome {
            Outcome::Inapplicable(reasons) => {
                let relevant: Vec<&(MethodId, Reason)> =
                    reasons.iter().filter(|(_, r)| !matches!(r, Reason::Arity)).collect();
                let one = match (reasons.as_slice(), relevant.as_slice()) {
                    ([one], _) => Some(one),
                    (_, [one]) => Some(*one),
                    _ => None,
                };
                match one {
                    Some((method, reason)) => {
                        let reason = self.reason_text(*method, reason, q, &mut m);
                        let mut text = format!("cannot infer type arguments for {name}<>\n  reason: ");
                        for (i, l) in reason.lines().enumerate() {
                            if i > 0 {
                                text.push_str("\n      ");
                            }
                            text.push_str(l);
                        }
                        self.report(span, "cant-apply-diamond-1", text, m);
                    }
                    None => {
                        self.report(
                            span,
                            "cant-apply-diamond",
                            format!("cannot infer type arguments for {name}<>"),
                            m,
                        );
                    }
                }
            }
            Outcome::Inaccessible(method) => self.report_method_access(span, method),
            Outcome::Ambiguous(a, b) => {
                let text = self.ambiguous_text(a, b, &mut m);
                self.report(span, "ref-ambiguous", text, m);
            }
            _ => {}
        }
    }

    /// Why a method reference has no declaration.
    pub(crate) fn ref_misfit(
        &mut self,
        r: &crate::attribute::operand::PendingRef,
        outcome: Outcome,
        q: &Query<'_>,
    ) -> crate::attribute::report::Misfit {
        let what = if r.name.name.as_str() == "new" { "constructor" } else { "method" };
        let mut m = self.mentioned();
        let text = match outcome {
            Outcome::Ambiguous(a, b) => {
                format!("invalid {what} reference\n{}", deeper(&self.ambiguous_text(a, b, &mut m)))
            }
            Outcome::Inaccessible(method) => {
                let sym = self.w.method(method);
                let access = if sym.has(flags::PRIVATE) {
                    "has private access in"
                } else if sym.has(flags::PROTECTED) {
                    "has protected access in"
                } else {
                    "is not public in"
                };
                let shown = self.show_method(method, &mut m);
                format!("invalid {what} reference\n{shown} {access} {}", self.show_class(sym.class, &mut m))
            }
            Outcome::Inapplicable(reasons) => {
                let relevant: Vec<&(MethodId, Reason)> =
                    reasons.iter().filter(|(_, r)| !matches!(r, Reason::Arity)).collect();
                let one = match (reasons.as_slice(), relevant.as_slice()) {
                    ([one], _) => Some(one.clone()),
                    (_, [one]) => Some((*one).clone()),
                    _ => None,
                };
                match one {
                    Some((method, Reason::Argument { misfit, varargs: false, .. }))
                        if !self.is_inferred(method, q) =>
                    {
                        let inner = deeper(&self.misfit_text(&misfit, &mut m));
                        format!("invalid {what} reference\nincompatible types: {inner}")
                    }
                    Some((method, reason)) => {
                        let sym = self.w.method(method);
                        let owner = self.w.class_type(sym.class);
                        let owner = self.show_in(owner, &mut m);
                        let required = if sym.params.is_empty() {
                            "no arguments".to_string()
                        } else {
                            self.show_params(method, &mut m)
                        };
                        let found = if q.args.is_empty() {
                            "no arguments".into()
                        } else {
                            self.show_args(q.args, &mut m)
                        };
                        let reason = self.reason_text(method, &reason, q, &mut m);
                        format!(
                            "invalid {what} reference\n{what} {} in {} {owner} cannot be applied to given types\n  required: {required}\n  found:    {found}\n  reason: {}",
                            self.method_name(method),
                            self.w.kind_name(sym.class),
                            deeper(&reason)
                        )
                    }
                    None => format!("incompatible parameter types in {what} reference"),
                }
            }
            _ => format!("invalid {what} reference"),
        };
        Misfit::Owned(m.finish(text))
    }
}

/// As javac shortens the text of an expression.
fn shorten(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let chars: Vec<char> = text.chars().collect();
    if chars.len() < SHORT {
        return text;
    }
    let head = (SHORT - 5) * 2 / 3;
    let tail = SHORT - 5 - head;
    let first: String = chars[..head].iter().collect();
    let last: String = chars[chars.len() - tail..].iter().collect();
    format!("{first}[...]{last}")
}
