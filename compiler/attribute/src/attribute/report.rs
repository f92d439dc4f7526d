//! Messages: texts and detail lines as javac words them.

use super::Attr;
use super::coerce::deeper;
use super::env::Env;
use crate::infer::Failure;
use crate::infer::store::BoundKind;
use rvm_model::print::Printer;
use rvm_model::relations::NotFunctional;
use rvm_model::symbols::{ClassId, LocalId, MethodId, TypeVarId};
use rvm_model::types::{InferVar, Ty};
use rvm_syntax::{Name, Span};
use std::fmt::Write as _;

/// Where a symbol was looked for, for the `location:` line.
#[derive(Clone, Copy)]
pub(crate) enum Location {
    /// Not worth a line.
    None,
    /// A class or interface.
    Type(Ty),
    /// A variable of some type.
    Local(LocalId, Ty),
    /// A field of some type.
    Field(Name, Ty),
    /// A package.
    Package(Name),
}

/// The types a message mentions, for its `where` lines.
pub(crate) struct Mentioned<'w> {
    pub(crate) printer: Printer<'w>,
}

/// Why an expression does not fit its target, to be worded when it is reported. Holds no inference variables.
#[derive(Clone, Debug)]
pub(crate) enum Misfit {
    /// Fixed words; detail lines follow newlines.
    Text(&'static str),
    /// Words of its own.
    Owned(String),
    /// A type that does not convert to another.
    Convert(Ty, Ty),
    /// A target that is no functional interface.
    NotFunctional(Ty, NotFunctional),
    /// Words of the context above the reason.
    In(&'static str, Box<Misfit>),
    /// Inference failed.
    Inference(Failure),
    /// An argument of a generic method: `cannot infer type-variable(s) T`, and why.
    CannotInfer(Vec<TypeVarId>, Box<Misfit>),
    /// `no instance(s) of type variable(s) T exist so that A conforms to B`.
    NoInstance(Vec<TypeVarId>, Ty, Ty),
}

impl Mentioned<'_> {
    /// The text with its `where` lines.
    pub(crate) fn finish(self, text: String) -> String {
        self.printer.finish(text)
    }
}

impl<'a> Attr<'a> {
    /// A fresh collection for a message.
    pub(crate) fn mentioned(&self) -> Mentioned<'a> {
        Mentioned { printer: Printer::new(self.w) }
    }

    /// A type as javac prints it; collects what the `where` lines explain.
    pub(crate) fn show_in(&self, ty: Ty, m: &mut Mentioned<'_>) -> String {
        m.printer.ty(self.without_infer(ty))
    }

    /// Several types, separated by commas; `no arguments` if there are none.
    pub(crate) fn show_list(&self, types: &[Ty], m: &mut Mentioned<'_>) -> String {
        if types.is_empty() {
            return "no arguments".into();
        }
        self.show_plain_list(types, m)
    }

    pub(crate) fn show_plain_list(&self, types: &[Ty], m: &mut Mentioned<'_>) -> String {
        types.iter().map(|&t| self.show_in(t, m)).collect::<Vec<_>>().join(",")
    }

    /// `m(int,String)`, `<T>m(T)`, or the class's name for a constructor.
    pub(crate) fn show_method(&self, method: MethodId, m: &mut Mentioned<'_>) -> String {
        m.printer.method(method)
    }

    /// A class's name.
    pub(crate) fn show_class(&self, class: ClassId, m: &mut Mentioned<'_>) -> String {
        m.printer.class(class)
    }

    /// The parameter list of a method.
    pub(crate) fn show_params(&self, method: MethodId, m: &mut Mentioned<'_>) -> String {
        m.printer.params(method, &self.w.method(method).params)
    }

    /// As [`Attr::show_params`], with the parameter types given.
    pub(crate) fn show_params_of(&self, method: MethodId, params: &[Ty], m: &mut Mentioned<'_>) -> String {
        m.printer.params(method, params)
    }

    /// The name of a method; for a constructor its class's.
    pub(crate) fn method_name(&self, method: MethodId) -> &'static str {
        let sym = self.w.method(method);
        if sym.is_constructor() { self.w.class(sym.class).name.as_str() } else { sym.name.as_str() }
    }

    /// `class` or `interface` of a type, for a location.
    fn kind_name_of(&self, ty: Ty) -> &'static str {
        self.w.class_of(ty).map_or("class", |c| self.w.kind_name_for_location(c))
    }

    /// The words for a misfit; detail lines follow newlines.
    pub(crate) fn misfit_text(&self, misfit: &Misfit, m: &mut Mentioned<'_>) -> String {
        match misfit {
            Misfit::Text(t) => (*t).to_string(),
            Misfit::Owned(t) => t.clone(),
            Misfit::Convert(from, to) => self.mismatch(*from, *to, m),
            Misfit::NotFunctional(t, why) => {
                let shown = self.show_in(*t, m);
                match why.detail(self.w) {
                    Some(d) => format!("{shown} is not a functional interface\n{d}"),
                    None => format!("{shown} is not a functional interface"),
                }
            }
            Misfit::In(prefix, inner) => format!("{prefix}\n{}", deeper(&self.misfit_text(inner, m))),
            Misfit::Inference(f) => self.failure_text(f, m),
            Misfit::CannotInfer(vars, inner) => {
                let names: Vec<String> = vars.iter().map(|&v| self.show_in(self.w.var_type(v), m)).collect();
                let inner = deeper(&self.misfit_text(inner, m));
                format!("cannot infer type-variable(s) {}\n(argument mismatch; {inner})", names.join(","))
            }
            Misfit::NoInstance(vars, from, to) => {
                let names: Vec<String> = vars.iter().map(|&v| self.show_in(self.w.var_type(v), m)).collect();
                format!(
                    "no instance(s) of type variable(s) {} exist so that {} conforms to {}",
                    names.join(","),
                    self.show_in(*from, m),
                    self.show_in(*to, m)
                )
            }
        }
    }

    /// A misfit between two types, safe to keep after the inference is undone.
    pub(crate) fn convert_misfit(&self, from: Ty, to: Ty) -> Misfit {
        Misfit::Convert(self.without_infer(from), self.without_infer(to))
    }

    /// Reports an error and appends the `where` lines.
    pub(crate) fn report(&self, span: Span, key: &'static str, text: String, m: Mentioned<'_>) {
        self.ctx.diags.error(span, key, m.printer.finish(text));
    }

    /// Reports an error that mentions no types.
    pub(crate) fn error(&self, span: Span, key: &'static str, text: impl Into<String>) {
        self.ctx.diags.error(span, key, text);
    }

    /// `incompatible types: REASON` with the reason's further lines as details.
    pub(crate) fn incompatible(&self, span: Span, reason: &str, m: Mentioned<'_>) {
        self.report(span, "incompatible-types", format!("incompatible types: {reason}"), m);
    }

    /// Why a value of one type is not one of another: `String cannot be converted to int`.
    pub(crate) fn mismatch(&self, from: Ty, to: Ty, m: &mut Mentioned<'_>) -> String {
        let (f, t) = (self.unboxed_or_self(from), to);
        if f.is_numeric() && t.is_numeric() && (from.is_primitive() || self.w.unboxed(from).is_some()) {
            return format!(
                "possible lossy conversion from {} to {}",
                self.show_in(from, m),
                self.show_in(to, m)
            );
        }
        format!("{} cannot be converted to {}", self.show_in(from, m), self.show_in(to, m))
    }

    /// Reports that a value does not fit its target.
    pub(crate) fn report_mismatch(&self, span: Span, from: Ty, to: Ty) {
        if from == Ty::ERROR || to == Ty::ERROR {
            return;
        }
        let mut m = self.mentioned();
        let text = self.mismatch(from, to, &mut m);
        self.incompatible(span, &text, m);
    }

    /// `cannot find symbol` with its symbol and location lines.
    pub(crate) fn cannot_find(&self, span: Span, symbol: &str, location: Location, mut m: Mentioned<'_>) {
        let mut text = "cannot find symbol".to_string();
        let place = match location {
            Location::None => String::new(),
            Location::Type(t) => format!("{} {}", self.kind_name_of(t), self.show_in(t, &mut m)),
            Location::Local(id, t) => {
                format!("variable {} of type {}", self.w.local(id).name, self.show_in(t, &mut m))
            }
            Location::Field(name, t) => format!("variable {name} of type {}", self.show_in(t, &mut m)),
            Location::Package(p) => format!("package {p}"),
        };
        if place.is_empty() {
            let _ = write!(text, "\n  symbol: {symbol}");
        } else {
            let _ = write!(text, "\n  symbol:   {symbol}\n  location: {place}");
        }
        self.report(span, "cant-resolve", text, m);
    }

    /// The location line for a name looked up in the scopes of an environment.
    pub(crate) fn location_of(&self, env: &Env) -> Location {
        Location::Type(self.w.class_type(env.class()))
    }

    /// What an inference failure says.
    pub(crate) fn failure_text(&self, failure: &Failure, m: &mut Mentioned<'_>) -> String {
        // javac 17 calls upper bounds "lower bounds" in this message.
        let label = |k: BoundKind| match k {
            BoundKind::Eq => "equality constraints",
            BoundKind::Lower | BoundKind::Upper => "lower bounds",
        };
        match failure {
            Failure::EqBounds(v, types) => {
                let name = self.show_in(self.w.var_type(*v), m);
                let list = self.show_plain_list(types, m);
                format!("inference variable {name} has incompatible equality constraints {list}")
            }
            Failure::Bounds(v, a, xs, b, ys) => {
                let name = self.show_in(self.w.var_type(*v), m);
                // javac lists upper bounds before lower ones.
                let ((a, xs), (b, ys)) = if *a == BoundKind::Lower && *b == BoundKind::Upper {
                    ((b, ys), (a, xs))
                } else {
                    ((a, xs), (b, ys))
                };
                let xs = self.show_plain_list(xs, m);
                let ys = self.show_plain_list(ys, m);
                format!(
                    "inference variable {name} has incompatible bounds\n{}: {xs}\n{}: {ys}",
                    label(*a),
                    label(*b)
                )
            }
            Failure::Upper(ty, uppers) => {
                let t = self.show_in(*ty, m);
                let list = self.show_plain_list(uppers, m);
                format!(
                    "inferred type does not conform to upper bound(s)\ninferred: {t}\nupper bound(s): {list}"
                )
            }
        }
    }

    /// A variable's bounds as a message shows them: the newest first, as javac keeps them, declared ones last.
    pub(crate) fn shown_bounds(&self, v: InferVar, kind: BoundKind) -> Vec<Ty> {
        let bounds = self.infer.bounds(v, kind);
        let declared = if kind == BoundKind::Upper { self.infer.var(v).declared } else { 0 };
        let mut out = Vec::new();
        for &t in bounds[declared..].iter().rev().chain(&bounds[..declared]) {
            let t = self.without_infer(t);
            if !out.contains(&t) {
                out.push(t);
            }
        }
        out
    }
}
