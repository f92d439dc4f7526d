//! Warnings that have a name (`-Xlint:name`, `@SuppressWarnings("name")`), and where they are wanted.

use crate::span::{FileId, Span};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeSet, HashMap};

macro_rules! lints {
    ($($variant:ident = $name:literal, $default:literal, $text:literal;)*) => {
        /// A named warning.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum Lint {
            $(#[doc = $text] $variant,)*
        }

        impl Lint {
            /// All of them.
            pub const ALL: &[Lint] = &[$(Lint::$variant,)*];

            /// Its name on the command line and in `@SuppressWarnings`.
            pub fn name(self) -> &'static str {
                match self { $(Lint::$variant => $name,)* }
            }

            /// What it warns of, for the help text.
            pub fn about(self) -> &'static str {
                match self { $(Lint::$variant => $text,)* }
            }

            fn on_by_default(self) -> bool {
                match self { $(Lint::$variant => $default,)* }
            }
        }
    };
}

// name, on without -Xlint, meaning
lints! {
    Auxiliaryclass = "auxiliaryclass", false, "A class used from another file than its own.";
    Cast = "cast", false, "A cast that changes nothing.";
    Classfile = "classfile", false, "An oddity in a class file.";
    Deprecation = "deprecation", false, "Use of what is deprecated.";
    DepAnn = "dep-ann", true, "`@deprecated` in a comment without the annotation.";
    Divzero = "divzero", false, "An integer division by the constant 0.";
    Empty = "empty", false, "An empty statement after `if`.";
    Exports = "exports", false, "A doubtful export of a module.";
    Fallthrough = "fallthrough", false, "One case of a switch falls into the next.";
    Finally = "finally", false, "A finally clause that cannot complete normally.";
    MissingExplicitCtor = "missing-explicit-ctor", false, "A public class of an exported package without constructor.";
    Module = "module", true, "A doubtful name of a module.";
    Opens = "opens", true, "A doubtful `opens` of a module.";
    Options = "options", true, "Options that do not go together.";
    Overloads = "overloads", false, "Methods whose calls may be ambiguous.";
    Overrides = "overrides", false, "`equals` without `hashCode`.";
    Path = "path", false, "An element of the class path that does not exist.";
    Processing = "processing", false, "A problem of annotation processing.";
    Rawtypes = "rawtypes", false, "A generic type without arguments.";
    Removal = "removal", true, "Use of what is deprecated and will be removed.";
    RequiresAutomatic = "requires-automatic", false, "A module that requires an automatic one.";
    RequiresTransitiveAutomatic = "requires-transitive-automatic", true, "The same, transitively.";
    Serial = "serial", false, "A serializable class without version.";
    Static = "static", false, "A static member named through an instance.";
    Strictfp = "strictfp", true, "`strictfp`, which has no effect since release 17.";
    Synchronization = "synchronization", true, "Locking an instance of a value-based class.";
    TextBlocks = "text-blocks", false, "Doubtful white space in a text block.";
    Try = "try", false, "A resource that is not used.";
    Unchecked = "unchecked", false, "An operation that the JVM cannot check.";
    Varargs = "varargs", false, "A varargs method that may pollute the heap.";
    Preview = "preview", true, "Use of a preview feature.";
}

impl Lint {
    /// The warning of that name.
    pub fn by_name(name: &str) -> Option<Lint> {
        Lint::ALL.iter().copied().find(|l| l.name() == name)
    }

    fn bit(self) -> u64 {
        1 << self as u32
    }

    /// Those that javac counts and sums up in a note where they are not wanted in full.
    pub fn is_mandatory(self) -> bool {
        matches!(self, Lint::Deprecation | Lint::Removal | Lint::Unchecked | Lint::Preview)
    }
}

/// A set of named warnings.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LintSet(u64);

impl Default for LintSet {
    fn default() -> Self {
        let on = Lint::ALL.iter().filter(|l| l.on_by_default());
        LintSet(on.fold(0, |set, l| set | l.bit()))
    }
}

impl LintSet {
    /// No warning at all.
    pub const NONE: LintSet = LintSet(0);

    /// What a list of `-Xlint:` words asks for.
    ///
    /// # Errors
    /// The word that names no warning.
    pub fn parse<'w>(words: impl IntoIterator<Item = &'w str>) -> Result<LintSet, &'w str> {
        let words: Vec<&str> = words.into_iter().collect();
        let mut set = match () {
            () if words.contains(&"all") => LintSet(u64::MAX),
            () if words.contains(&"none") => LintSet::NONE,
            () => LintSet::default(),
        };
        for word in words {
            let (name, wanted) = word.strip_prefix('-').map_or((word, true), |n| (n, false));
            match Lint::by_name(name) {
                Some(l) if wanted => set.0 |= l.bit(),
                Some(l) => set.0 &= !l.bit(),
                None if matches!(word, "all" | "none") => {}
                None => return Err(word),
            }
        }
        Ok(set)
    }

    /// Whether it is in the set.
    pub fn has(self, lint: Lint) -> bool {
        self.0 & lint.bit() != 0
    }

    /// The set with one more.
    pub fn with(self, lint: Lint) -> LintSet {
        LintSet(self.0 | lint.bit())
    }

    /// Whether nothing is in it.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// A range of a file where some are suppressed.
#[derive(Clone, Copy, Debug)]
struct Quiet {
    lo: u32,
    hi: u32,
    set: LintSet,
}

/// What is wanted where, and what was left to the closing notes.
#[derive(Default, Debug)]
pub struct Lints {
    wanted: Cell<LintSet>,
    quiet: RefCell<HashMap<FileId, Vec<Quiet>>>,
    /// Files with mandatory warnings that were not printed.
    noted: RefCell<Vec<(Lint, BTreeSet<FileId>)>>,
}

impl Lints {
    /// Says which are printed.
    pub fn want(&self, set: LintSet) {
        self.wanted.set(set);
    }

    /// Whether it is printed where nothing suppresses it.
    pub fn is_wanted(&self, lint: Lint) -> bool {
        self.wanted.get().has(lint)
    }

    /// Suppresses some within `span`.
    pub fn suppress(&self, span: Span, set: LintSet) {
        if !set.is_empty() {
            let quiet = Quiet { lo: span.lo, hi: span.hi, set };
            self.quiet.borrow_mut().entry(span.file).or_default().push(quiet);
        }
    }

    /// Whether it is suppressed at a place.
    pub fn is_quiet(&self, lint: Lint, span: Span) -> bool {
        let all = self.quiet.borrow();
        let at = |q: &Quiet| q.lo <= span.at && span.at <= q.hi && q.set.has(lint);
        all.get(&span.file).is_some_and(|l| l.iter().any(at))
    }

    pub(crate) fn note(&self, lint: Lint, file: FileId) {
        let mut noted = self.noted.borrow_mut();
        match noted.iter_mut().find(|(l, _)| *l == lint) {
            Some((_, files)) => {
                files.insert(file);
            }
            None => noted.push((lint, BTreeSet::from([file]))),
        }
    }

    /// The files with such warnings that were not printed.
    pub fn noted(&self, lint: Lint) -> BTreeSet<FileId> {
        self.noted.borrow().iter().find(|(l, _)| *l == lint).map(|(_, f)| f.clone()).unwrap_or_default()
    }
}
