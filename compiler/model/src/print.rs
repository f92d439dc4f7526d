//! Types and symbols in messages, as javac prints them: simple names, `CAP#1`, `INT#1`, and the `where` lines that explain them.

use crate::symbols::*;
use crate::types::{Ty, TyKind, WildcardBound};
use crate::world::World;
use rvm_syntax::Name;
use rvm_syntax::tree::flags;
use std::cell::RefCell;
use std::fmt::Write as _;

// Marks around an index in half-made text; no identifier contains private-use characters we could confuse with them in practice.
const OPEN: char = '\u{f8f0}';
const CLOSE: char = '\u{f8f1}';

/// Makes one message. Type names are only known when all of the message is: two classes of one simple name are both printed in full, type
/// variables of one name are numbered. So [`Printer::ty`] and friends give text with marks in it that [`Printer::finish`] replaces.
///
/// ```ignore
/// let p = Printer::new(world);
/// let text = format!("incompatible types: {} cannot be converted to {}", p.ty(from), p.ty(to));
/// diagnostics.error(span, "incompatible-types", p.finish(text));
/// ```
pub struct Printer<'w> {
    w: &'w World,
    seen: RefCell<Seen>,
}

#[derive(Default)]
struct Seen {
    /// What marks stand for.
    items: Vec<Item>,
    vars: Vec<TypeVarId>,
    captures: Vec<TypeVarId>,
    intersections: Vec<Ty>,
    classes: Vec<ClassId>,
}

#[derive(Clone, Copy, PartialEq)]
enum Item {
    Class(ClassId),
    Var(TypeVarId),
}

impl<'w> Printer<'w> {
    /// A printer for one message.
    pub fn new(w: &'w World) -> Printer<'w> {
        Printer { w, seen: RefCell::default() }
    }

    fn mark(&self, item: Item) -> String {
        let mut seen = self.seen.borrow_mut();
        let index = match seen.items.iter().position(|i| *i == item) {
            Some(i) => i,
            None => {
                seen.items.push(item);
                seen.items.len() - 1
            }
        };
        format!("{OPEN}{index}{CLOSE}")
    }

    /// A type.
    pub fn ty(&self, t: Ty) -> String {
        let w = self.w;
        match w.kind(t) {
            TyKind::Boolean => "boolean".into(),
            TyKind::Byte => "byte".into(),
            TyKind::Short => "short".into(),
            TyKind::Char => "char".into(),
            TyKind::Int => "int".into(),
            TyKind::Long => "long".into(),
            TyKind::Float => "float".into(),
            TyKind::Double => "double".into(),
            TyKind::Void => "void".into(),
            TyKind::Null => "<null>".into(),
            TyKind::Error => "<any>".into(),
            TyKind::Infer(v) => format!("inference variable #{}", v.0),
            TyKind::Array(e) => format!("{}[]", self.ty(*e)),
            TyKind::Wildcard(kind, b) => match kind {
                WildcardBound::Extends if *b == w.object() => "?".into(),
                WildcardBound::Extends => format!("? extends {}", self.ty(*b)),
                WildcardBound::Super => format!("? super {}", self.ty(*b)),
            },
            TyKind::Var(v) => self.var(*v),
            TyKind::Intersection(parts) => {
                let known = self.seen.borrow().intersections.iter().position(|&i| i == t);
                let index = match known {
                    Some(i) => i,
                    None => {
                        self.seen.borrow_mut().intersections.push(t);
                        let i = self.seen.borrow().intersections.len() - 1;
                        // What its parts mention has where lines too.
                        for &p in parts.iter() {
                            self.ty(p);
                        }
                        i
                    }
                };
                format!("INT#{}", index + 1)
            }
            TyKind::Class { class, outer, args } => {
                let sym = w.class(*class);
                if sym.name.as_str().is_empty() {
                    return self.anonymous(*class);
                }
                let mut out = String::new();
                match outer {
                    Some(o) => {
                        let _ = write!(out, "{}.{}", self.ty(*o), sym.name);
                    }
                    None => out.push_str(&self.class(*class)),
                }
                if matches!(sym.owner.get(), Owner::Method(..)) {
                    self.visit_local_outer(*class);
                }
                if !args.is_empty() {
                    let args: Vec<String> = args.iter().map(|&a| self.ty(a)).collect();
                    let _ = write!(out, "<{}>", args.join(","));
                }
                out
            }
        }
    }

    /// A local class's type drags in the variables of the generic class around it.
    fn visit_local_outer(&self, c: ClassId) {
        if !self.w.class(c).static_context.get()
            && let Owner::Method(o, _) = self.w.class(c).owner.get()
        {
            self.ty(self.w.class_type(o));
        }
    }

    fn anonymous(&self, c: ClassId) -> String {
        self.visit_local_outer(c);
        let base = self.w.interfaces(c).first().copied().or(self.w.superclass(c));
        match base {
            Some(b) => format!("<anonymous {}>", self.ty(b)),
            None => "<anonymous>".into(),
        }
    }

    fn var(&self, v: TypeVarId) -> String {
        let sym = self.w.type_var(v);
        if let Some(wildcard) = sym.wildcard {
            let known = self.seen.borrow().captures.iter().position(|&c| c == v);
            let index = match known {
                Some(i) => i,
                None => {
                    self.seen.borrow_mut().captures.push(v);
                    let i = self.seen.borrow().captures.len() - 1;
                    self.ty(sym.upper.get());
                    if sym.lower.get() != Ty::NULL {
                        self.ty(sym.lower.get());
                    }
                    self.ty(wildcard);
                    i
                }
            };
            return format!("CAP#{}", index + 1);
        }
        if !self.seen.borrow().vars.contains(&v) {
            self.seen.borrow_mut().vars.push(v);
            self.bounds(sym.upper.get());
            // A method's where line prints its signature.
            if let Some(TypeVarOwner::Method(m)) = sym.owner
                && m.0 < self.w.method_count()
            {
                self.method(m);
            }
        }
        self.mark(Item::Var(v))
    }

    fn bounds(&self, upper: Ty) -> String {
        let parts: Vec<String> = self.w.components_of(upper).into_iter().map(|p| self.ty(p)).collect();
        parts.join(",")
    }

    /// Types, comma-separated as in argument lists.
    pub fn tys(&self, ts: &[Ty]) -> String {
        let list: Vec<String> = ts.iter().map(|&t| self.ty(t)).collect();
        list.join(",")
    }

    /// As [`Printer::tys`], `no arguments` for none (in `found:` and `required:` lines).
    pub fn args(&self, ts: &[Ty]) -> String {
        if ts.is_empty() { "no arguments".into() } else { self.tys(ts) }
    }

    /// A class's name (no type parameters).
    pub fn class(&self, c: ClassId) -> String {
        let sym = self.w.class(c);
        if sym.name.as_str().is_empty() {
            // As a symbol it has its binary name; as a type (see `ty`) what it extends.
            return format!("<anonymous {}>", sym.binary.as_str().replace('/', "."));
        }
        {
            let mut seen = self.seen.borrow_mut();
            if !seen.classes.contains(&c) {
                seen.classes.push(c);
            }
        }
        self.mark(Item::Class(c))
    }

    /// `m(int,String)`, `<T>m(T)`; a constructor has its class's name.
    pub fn method(&self, m: MethodId) -> String {
        let sym = self.w.method(m);
        let mut out = String::new();
        if !sym.type_params.is_empty() {
            let vars: Vec<String> = sym.type_params.iter().map(|&v| self.var(v)).collect();
            let _ = write!(out, "<{}>", vars.join(","));
        }
        if sym.is_constructor() {
            out.push_str(&self.class(sym.class));
        } else {
            out.push_str(sym.name.as_str());
        }
        let _ = write!(out, "({})", self.params(m, &sym.params));
        // The result is not printed, but the variables in it are explained.
        self.ty(sym.ret);
        out
    }

    /// The parameter list of a method, given its parameter types (perhaps substituted): the last one `T...` for variable arity.
    pub fn params(&self, m: MethodId, params: &[Ty]) -> String {
        let varargs = self.w.method(m).has(flags::VARARGS);
        let mut list: Vec<String> = params.iter().map(|&t| self.ty(t)).collect();
        if varargs
            && let (Some(last), Some(&t)) = (list.last_mut(), params.last())
            && let Some(e) = self.w.elem_type(t)
        {
            *last = format!("{}...", self.ty(e));
        }
        list.join(",")
    }

    /// Replaces the marks and appends the where lines.
    pub fn finish(self, message: String) -> String {
        // Printing a where line may bring up new types, which get lines of their own.
        let mut text = message;
        let mut lines: Vec<(usize, String, String)> = Vec::new();
        let (mut v, mut c, mut i) = (0, 0, 0);
        loop {
            let next = {
                let seen = self.seen.borrow();
                if v < seen.vars.len() {
                    v += 1;
                    Some(Item::Var(seen.vars[v - 1]))
                } else if c < seen.captures.len() {
                    c += 1;
                    Some(Item::Var(seen.captures[c - 1]))
                } else {
                    None
                }
            };
            let Some(Item::Var(var)) = next else {
                let t = self.seen.borrow().intersections.get(i).copied();
                let Some(t) = t else { break };
                i += 1;
                let mut parts = self.w.components_of(t);
                if self.w.is_interface_type(parts[0]) {
                    parts.insert(0, self.w.object());
                }
                lines.push((2, format!("INT#{i}"), format!("    INT#{i} extends {}", self.tys(&parts))));
                continue;
            };
            let sym = self.w.type_var(var);
            let name = self.var(var);
            let upper = self.bounds(sym.upper.get());
            if let Some(wildcard) = sym.wildcard {
                let lower = match sym.lower.get() {
                    Ty::NULL => String::new(),
                    l => format!(" super: {}", self.ty(l)),
                };
                let line = format!("    {name} extends {upper}{lower} from capture of {}", self.ty(wildcard));
                lines.push((1, name, line));
            } else {
                let place = match sym.owner {
                    Some(TypeVarOwner::Class(c)) => {
                        format!(" declared in {} {}", self.w.kind_name(c), self.class(c))
                    }
                    Some(TypeVarOwner::Method(m)) if m.0 < self.w.method_count() => {
                        let kind = if self.w.method(m).is_constructor() { "constructor" } else { "method" };
                        format!(" declared in {kind} {}", self.method(m))
                    }
                    _ => String::new(),
                };
                // A bound that could not be resolved is not shown.
                let upper =
                    if sym.upper.get() == Ty::ERROR { String::new() } else { format!(" extends {upper}") };
                lines.push((0, name.clone(), format!("    {name}{upper}{place}")));
            }
        }
        for (group, one, many) in [
            (0, "is a type-variable:", "are type-variables:"),
            (1, "is a fresh type-variable:", "are fresh type-variables:"),
            (2, "is an intersection type:", "are intersection types:"),
        ] {
            let of: Vec<&(usize, String, String)> = lines.iter().filter(|l| l.0 == group).collect();
            if of.is_empty() {
                continue;
            }
            let names: Vec<&str> = of.iter().map(|l| l.1.as_str()).collect();
            let verb = if of.len() == 1 { one } else { many };
            let _ = write!(text, "\n  where {} {verb}", names.join(","));
            for l in of {
                let _ = write!(text, "\n{}", l.2);
            }
        }
        self.resolve(&text)
    }

    fn resolve(&self, text: &str) -> String {
        let seen = self.seen.borrow();
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find(OPEN) {
            out.push_str(&rest[..at]);
            rest = &rest[at + OPEN.len_utf8()..];
            let Some(end) = rest.find(CLOSE) else { break };
            if let Some(&item) = rest[..end].parse::<usize>().ok().and_then(|i| seen.items.get(i)) {
                match item {
                    Item::Class(c) => self.class_name(c, &seen, &mut out),
                    Item::Var(v) => {
                        let name = self.w.type_var(v).name;
                        out.push_str(name.as_str());
                        let same: Vec<&TypeVarId> =
                            seen.vars.iter().filter(|&&o| self.w.type_var(o).name == name).collect();
                        if same.len() > 1
                            && let Some(n) = same.iter().position(|&&o| o == v)
                        {
                            let _ = write!(out, "#{}", n + 1);
                        }
                    }
                }
            }
            rest = &rest[end + CLOSE.len_utf8()..];
        }
        out.push_str(rest);
        out
    }

    fn class_name(&self, c: ClassId, seen: &Seen, out: &mut String) {
        let w = self.w;
        let name = w.class(c).name;
        if seen.classes.iter().any(|&o| o != c && w.class(o).name == name) {
            out.push_str(&w.qualified_name(c));
            return;
        }
        // An inner class shows what its objects stand in.
        if w.has_outer_instance(c)
            && let Owner::Class(o) = w.class(c).owner.get()
        {
            self.class_name(o, seen, out);
            out.push('.');
        }
        out.push_str(name.as_str());
    }
}

impl World {
    /// A type on its own, with simple names; messages use [`Printer`].
    pub fn display(&self, t: Ty) -> String {
        let p = Printer::new(self);
        let text = p.ty(t);
        p.resolve(&text)
    }

    /// A class's name as messages have it.
    pub fn class_display(&self, c: ClassId) -> String {
        let p = Printer::new(self);
        let text = p.class(c);
        p.resolve(&text)
    }

    /// A method's name and parameters as messages have them.
    pub fn method_display(&self, m: MethodId) -> String {
        let p = Printer::new(self);
        let text = p.method(m);
        p.resolve(&text)
    }

    /// The canonical name, `java.util.Map.Entry` (JLS 6.7); local classes have their simple name.
    pub fn qualified_name(&self, c: ClassId) -> String {
        let sym = self.class(c);
        match sym.owner.get() {
            Owner::Class(o) => format!("{}.{}", self.qualified_name(o), sym.name),
            Owner::Package if !sym.package.as_str().is_empty() => format!("{}.{}", sym.package, sym.name),
            _ => sym.name.to_string(),
        }
    }

    /// `class`, `interface`, `enum`, `record`, `@interface`.
    pub fn kind_name(&self, c: ClassId) -> &'static str {
        let f = self.class(c).flags.get();
        if f & flags::ANNOTATION != 0 {
            "@interface"
        } else if f & flags::INTERFACE != 0 {
            "interface"
        } else if f & flags::ENUM != 0 {
            "enum"
        } else if f & flags::RECORD != 0 {
            "record"
        } else {
            "class"
        }
    }

    /// As [`World::kind_name`], in `location:` lines, where enums and records are classes.
    pub fn kind_name_for_location(&self, c: ClassId) -> &'static str {
        let f = self.class(c).flags.get();
        if f & flags::ANNOTATION != 0 {
            "@interface"
        } else if f & flags::INTERFACE != 0 {
            "interface"
        } else {
            "class"
        }
    }

    /// The modifier words of flags, in javac's order, as used in messages.
    pub fn modifier_names(bits: u32) -> String {
        let mut words = Vec::new();
        for (bit, word) in [
            (flags::PUBLIC, "public"),
            (flags::PRIVATE, "private"),
            (flags::PROTECTED, "protected"),
            (flags::STATIC, "static"),
            (flags::FINAL, "final"),
            (flags::SYNCHRONIZED, "synchronized"),
            (flags::VOLATILE, "volatile"),
            (flags::TRANSIENT, "transient"),
            (flags::NATIVE, "native"),
            (flags::ABSTRACT, "abstract"),
            (flags::STRICTFP, "strictfp"),
            (flags::DEFAULT, "default"),
            (flags::SEALED, "sealed"),
            (flags::NON_SEALED, "non-sealed"),
        ] {
            if bits & bit != 0 {
                words.push(word);
            }
        }
        words.join(",")
    }

    /// The simple name of a class as a name.
    pub fn simple_name(&self, c: ClassId) -> Name {
        self.class(c).name
    }
}
