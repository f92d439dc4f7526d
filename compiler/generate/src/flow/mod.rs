//! Flow analysis: what only the order of execution tells. Four passes over a top-level class, one after the other, as messages are
//! expected in that order: reachability (JLS 14.22), definite assignment (JLS 16), exceptions (JLS 11.2), captured variables (JLS 8.1.3, 15.27.2).

mod alive;
mod assign;
mod assign_expr;
mod bits;
mod capture;
mod exceptions;
mod walk;

use hashbrown::{HashMap, HashSet};
use rvm_model::World;
use rvm_model::hir::{Block, ClassBody, Init, MethodBody, Try};
use rvm_model::symbols::{ClassId, LocalId, Owner};
use rvm_syntax::tree::flags;
use rvm_syntax::{Diagnostics, Span};

/// What the passes share.
pub(crate) struct Shared<'a> {
    w: &'a World,
    diags: &'a Diagnostics,
    /// Bodies of local and anonymous classes, to look at where they stand.
    bodies: HashMap<ClassId, &'a ClassBody>,
    /// Constructors that the source does not have.
    implicit: HashMap<ClassId, MethodBody>,
    /// `try` statements whose finally block cannot complete.
    stuck: HashSet<*const Try>,
    /// Local variables that are assigned more than effectively final ones may be.
    reassigned: HashSet<LocalId>,
}

/// Checks a top-level class; reports errors. To be called when attribution found none.
pub fn check(w: &World, diags: &Diagnostics, body: &ClassBody) {
    let mut shared = Shared {
        w,
        diags,
        bodies: HashMap::new(),
        implicit: HashMap::new(),
        stuck: HashSet::new(),
        reassigned: HashSet::new(),
    };
    shared.index(body);
    alive::check(&mut shared, body);
    assign::check(&mut shared, body);
    exceptions::check(&shared, body);
    capture::check(&shared, body);
}

/// What a class body has besides methods.
pub(crate) enum Item<'a> {
    /// An initialiser.
    Init(&'a Init),
    /// A field without initialiser.
    Field(Span),
    /// A member class.
    Class(&'a ClassBody),
}

impl Item<'_> {
    fn span(&self, shared: &Shared<'_>) -> Span {
        match self {
            Item::Init(Init::Field(f, _)) => shared.w.field(*f).span,
            Item::Init(Init::Block(_, b)) => b.span,
            Item::Field(span) => *span,
            Item::Class(c) => shared.w.class(c.class).span,
        }
    }
}

/// Static items, instance items, methods, each in the order of the source.
pub(crate) type Members<'a> = (Vec<Item<'a>>, Vec<Item<'a>>, Vec<&'a MethodBody>);

impl<'a> Shared<'a> {
    fn index(&mut self, body: &'a ClassBody) {
        let w = self.w;
        if !w.class(body.class).is_interface()
            && !body.methods.iter().any(|m| w.method(m.method).is_constructor())
            && let Some(&ctor) = w.constructors(body.class).first()
        {
            self.implicit.insert(body.class, crate::lower::implicit_constructor(w, ctor));
        }
        for c in &body.classes {
            self.bodies.insert(c.class, c);
            self.index(c);
        }
    }

    fn members(&self, body: &'a ClassBody) -> Members<'a> {
        let mut items: Vec<(bool, Item<'a>)> = Vec::new();
        let mut seen = HashSet::new();
        for init in &body.inits {
            let is_static = match init {
                Init::Field(f, _) => {
                    seen.insert(*f);
                    self.w.field(*f).has(flags::STATIC)
                }
                Init::Block(is_static, _) => *is_static,
            };
            items.push((is_static, Item::Init(init)));
        }
        let record = self.w.class(body.class).has(flags::RECORD);
        for f in self.w.fields(body.class) {
            let sym = self.w.field(f);
            if !(seen.contains(&f) || record && sym.decl.is_none()) {
                items.push((sym.has(flags::STATIC), Item::Field(sym.span)));
            }
        }
        for c in &body.classes {
            let sym = self.w.class(c.class);
            if sym.owner.get() == Owner::Class(body.class) {
                // Only a written `static` counts for the order.
                let is_static = sym.decl.as_ref().is_some_and(|d| d.modifiers.flags & flags::STATIC != 0);
                items.push((is_static, Item::Class(c)));
            }
        }
        items.sort_by_key(|(_, i)| i.span(self).lo);
        let (statics, instances): (Vec<_>, Vec<_>) = items.into_iter().partition(|i| i.0);
        let strip = |v: Vec<(bool, Item<'a>)>| v.into_iter().map(|i| i.1).collect();
        let methods = body.methods.iter().filter(|m| !self.is_implicit_ctor(m)).collect();
        (strip(statics), strip(instances), methods)
    }

    /// A constructor that the source does not have.
    fn is_implicit_ctor(&self, m: &MethodBody) -> bool {
        let sym = self.w.method(m.method);
        sym.is_constructor() && sym.decl.is_none()
    }

    /// The constructor that a class without one has.
    fn default_ctor<'s>(&'s self, body: &'s ClassBody) -> Option<&'s MethodBody> {
        let made = body.methods.iter().find(|m| self.is_implicit_ctor(m));
        made.or_else(|| self.implicit.get(&body.class))
    }

    fn error(&self, span: Span, key: &'static str, message: impl Into<String>) {
        self.diags.error(span, key, message);
    }

    /// The place of a block's closing brace.
    fn end_of(&self, block: &Block) -> Span {
        let at = block.span.hi.saturating_sub(1);
        block.span.with_at(at)
    }

    fn text_before(&self, span: Span, at: u32) -> &'a str {
        if span.file == Span::NONE.file {
            return "";
        }
        self.diags.file(span.file).text.get(..at as usize).unwrap_or("")
    }

    /// The place of the last `word` before `at`.
    fn keyword_before(&self, span: Span, at: u32, word: &str) -> Span {
        match self.text_before(span, at).rfind(word) {
            Some(lo) => span.with_at(lo as u32),
            None => span,
        }
    }

    /// The place where a static initialiser starts: its keyword.
    fn init_place(&self, is_static: bool, block: &Block) -> Span {
        let span = block.span;
        let start = span.with_at(span.lo);
        if is_static && !self.diags_text_starts(span, "static") {
            return self.keyword_before(span, span.lo, "static");
        }
        start
    }

    fn diags_text_starts(&self, span: Span, word: &str) -> bool {
        span.file != Span::NONE.file
            && self.diags.file(span.file).text.get(span.lo as usize..).is_some_and(|t| t.starts_with(word))
    }
}
