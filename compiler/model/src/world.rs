//! The arenas of a run: all symbols and interned types, the finder of class files, and the accessors that complete classes.

use crate::hir::Const;
use crate::symbols::*;
use crate::types::{Ty, TyKind};
use elsa::FrozenVec;
use hashbrown::HashMap;
use rvm_syntax::Name;
use std::borrow::Cow;
use std::cell::{Cell, OnceCell, RefCell};

/// Where class files come from: class path, library image.
pub trait ClassFinder {
    /// The bytes of the class file of that internal binary name (`java/util/Map$Entry`).
    fn find(&self, binary: &str) -> Option<Cow<'static, [u8]>>;
    /// Whether a package (dotted) or a package inside it has classes.
    fn package_exists(&self, dotted: &str) -> bool;
    /// Where the class file of that name lies, for messages.
    fn location(&self, binary: &str) -> String {
        format!("{binary}.class")
    }
}

/// Everything a run knows. Shared by reference; arenas only grow.
pub struct World {
    classes: FrozenVec<Box<ClassSym>>,
    methods: FrozenVec<Box<MethodSym>>,
    fields: FrozenVec<Box<FieldSym>>,
    type_vars: FrozenVec<Box<TypeVarSym>>,
    locals: FrozenVec<Box<LocalSym>>,
    types: FrozenVec<Box<TyKind>>,
    type_ids: RefCell<HashMap<TyKind, Ty>>,
    /// By internal binary name; None: looked for and absent.
    pub(crate) by_binary: RefCell<HashMap<Name, Option<ClassId>>>,
    finder: Box<dyn ClassFinder>,
    packages: RefCell<HashMap<Name, bool>>,
    problems: RefCell<Vec<ClassProblem>>,
    pub(crate) memo: crate::relations::Memo,
    known: Known,
}

/// A class file that is needed but absent or malformed.
#[derive(Clone, Debug)]
pub struct ClassProblem {
    /// Internal binary name.
    pub binary: Name,
    /// `class file for x.Y not found`, or what is wrong with the file.
    pub reason: String,
}

/// How far a class is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum State {
    /// From source or made up: whoever made it fills it.
    #[default]
    Source,
    /// Only names are known.
    Unread,
    /// Flags, type parameters, supertypes are there.
    Header,
    /// All is there (or being filled).
    Members,
    /// There is no such class file, or a bad one.
    Missing,
}

/// The world's own part of a class symbol.
#[derive(Debug, Default)]
pub(crate) struct ClassInternal {
    pub state: Cell<State>,
    pub bytes: OnceCell<Cow<'static, [u8]>>,
    index: RefCell<MemberIndex>,
}

#[derive(Debug, Default)]
struct MemberIndex {
    methods: HashMap<Name, Vec<MethodId>>,
    methods_seen: usize,
    fields: HashMap<Name, FieldId>,
    fields_seen: usize,
    classes: HashMap<Name, ClassId>,
    classes_seen: usize,
}

#[derive(Default)]
struct Known {
    object: OnceCell<Ty>,
    string: OnceCell<Ty>,
    init: OnceCell<Name>,
    object_class: OnceCell<ClassId>,
}

macro_rules! arena {
    ($field:ident, $get:ident, $add:ident, $id:ident, $sym:ident) => {
        /// The symbol behind an id.
        pub fn $get(&self, id: $id) -> &$sym {
            &self.$field[id.0 as usize]
        }
        /// Adds a symbol; `make` gets its id.
        pub fn $add(&self, make: impl FnOnce($id) -> $sym) -> $id {
            let id = $id(self.$field.len() as u32);
            self.$field.push(Box::new(make(id)));
            id
        }
    };
}

impl World {
    arena!(methods, method, add_method, MethodId, MethodSym);
    arena!(fields, field, add_field, FieldId, FieldSym);
    arena!(type_vars, type_var, add_type_var, TypeVarId, TypeVarSym);
    arena!(locals, local, add_local, LocalId, LocalSym);

    /// A world without symbols that takes its class files from `finder`.
    pub fn new(finder: Box<dyn ClassFinder>) -> World {
        let world = World {
            classes: FrozenVec::new(),
            methods: FrozenVec::new(),
            fields: FrozenVec::new(),
            type_vars: FrozenVec::new(),
            locals: FrozenVec::new(),
            types: FrozenVec::new(),
            type_ids: RefCell::default(),
            by_binary: RefCell::default(),
            finder,
            packages: RefCell::default(),
            problems: RefCell::default(),
            memo: Default::default(),
            known: Known::default(),
        };
        use TyKind::*;
        for kind in [Boolean, Byte, Short, Char, Int, Long, Float, Double, Void, Null, Error] {
            world.intern(kind);
        }
        world
    }

    /// The form of a type.
    pub fn kind(&self, ty: Ty) -> &TyKind {
        &self.types[ty.0 as usize]
    }

    /// The handle of a type's form.
    pub fn intern(&self, kind: TyKind) -> Ty {
        if let Some(&ty) = self.type_ids.borrow().get(&kind) {
            return ty;
        }
        let ty = Ty(self.types.len() as u32);
        self.types.push(Box::new(kind.clone()));
        self.type_ids.borrow_mut().insert(kind, ty);
        ty
    }

    // ---- classes ----

    /// The symbol behind an id, with flags, owner, type parameters and supertypes read.
    pub fn class(&self, id: ClassId) -> &ClassSym {
        let sym = self.class_raw(id);
        if sym.internal.state.get() == State::Unread {
            crate::reader::read_header(self, sym);
        }
        sym
    }

    /// The symbol behind an id as it is: a class file is not read for it.
    pub fn class_raw(&self, id: ClassId) -> &ClassSym {
        &self.classes[id.0 as usize]
    }

    /// Adds a symbol; `make` gets its id. [`World::declare`] makes it known by name.
    pub fn add_class(&self, make: impl FnOnce(ClassId) -> ClassSym) -> ClassId {
        let id = ClassId(self.classes.len() as u32);
        self.classes.push(Box::new(make(id)));
        id
    }

    /// Number of methods; ids are below it.
    pub fn method_count(&self) -> u32 {
        self.methods.len() as u32
    }

    /// Number of classes; ids are below it.
    pub fn class_count(&self) -> u32 {
        self.classes.len() as u32
    }

    /// Makes a class of this run known by its binary name; an earlier one of that name is returned and kept.
    pub fn declare(&self, id: ClassId) -> Result<(), ClassId> {
        let binary = self.class_raw(id).binary;
        let mut map = self.by_binary.borrow_mut();
        match map.get(&binary) {
            Some(&Some(old)) if self.class_raw(old).internal.state.get() == State::Source => Err(old),
            _ => {
                map.insert(binary, Some(id));
                Ok(())
            }
        }
    }

    /// The class of that internal binary name, from this run's sources or a class file.
    pub fn class_by_binary(&self, binary: Name) -> Option<ClassId> {
        let known = self.by_binary.borrow().get(&binary).copied();
        match known {
            Some(Some(id)) => {
                // A reference in a class file made the symbol; only the file itself proves the class exists.
                if self.class(id).internal.state.get() == State::Missing { None } else { Some(id) }
            }
            Some(None) => None,
            None => {
                let Some(bytes) = self.finder.find(binary.as_str()) else {
                    self.by_binary.borrow_mut().insert(binary, None);
                    return None;
                };
                let id = self.add_unread(binary, None);
                let _ = self.class_raw(id).internal.bytes.set(bytes);
                Some(id)
            }
        }
    }

    /// As [`World::class_by_binary`].
    pub fn find_class(&self, binary: &str) -> Option<ClassId> {
        self.class_by_binary(Name::new(binary))
    }

    /// A class the compiler needs; if it is absent, an empty one stands for it and a problem is noted.
    pub fn class_named(&self, binary: &str) -> ClassId {
        let name = Name::new(binary);
        match self.class_by_binary(name) {
            Some(id) => id,
            None => self.class_ref(name, None),
        }
    }

    /// The symbol for a class that a class file refers to; read when first asked about. `simple` is its name if InnerClasses gives it.
    pub(crate) fn class_ref(&self, binary: Name, simple: Option<Name>) -> ClassId {
        if let Some(&Some(id)) = self.by_binary.borrow().get(&binary) {
            return id;
        }
        self.add_unread(binary, simple)
    }

    fn add_unread(&self, binary: Name, simple: Option<Name>) -> ClassId {
        let text = binary.as_str();
        let (package, last) = text.rsplit_once('/').unwrap_or(("", text));
        let package = Name::new(&package.replace('/', "."));
        let name = simple.unwrap_or_else(|| Name::new(last));
        let id = self.add_class(|id| {
            let sym = ClassSym::new(id, name, package, binary);
            sym.internal.state.set(State::Unread);
            sym
        });
        self.by_binary.borrow_mut().insert(binary, Some(id));
        id
    }

    pub(crate) fn find_bytes(&self, binary: Name) -> Option<Cow<'static, [u8]>> {
        self.finder.find(binary.as_str())
    }

    pub(crate) fn note_problem(&self, binary: Name, reason: String) {
        self.problems.borrow_mut().push(ClassProblem { binary, reason });
    }

    /// Whether class files that were needed are absent or malformed.
    pub fn has_problems(&self) -> bool {
        !self.problems.borrow().is_empty()
    }

    pub(crate) fn note_bad_file(&self, binary: Name, what: &str) -> String {
        let place = self.finder.location(binary.as_str());
        format!(
            "bad class file: {place}\n    {what}\n    Please remove or make sure it appears in the correct subdirectory of the classpath."
        )
    }

    /// Takes the list of class files that were needed but absent or malformed since the last call.
    pub fn take_problems(&self) -> Vec<ClassProblem> {
        std::mem::take(&mut self.problems.borrow_mut())
    }

    /// Whether the class was referred to but has no usable class file.
    pub fn is_missing(&self, c: ClassId) -> bool {
        self.class(c).internal.state.get() == State::Missing
    }

    /// Whether the class comes from a tree of this run (or was made up by the compiler).
    pub fn is_source(&self, c: ClassId) -> bool {
        self.class_raw(c).internal.state.get() == State::Source
    }

    /// Whether a package (dotted) exists: one of this run's sources is in it, or class files are.
    pub fn package_exists(&self, dotted: Name) -> bool {
        if let Some(&known) = self.packages.borrow().get(&dotted) {
            return known;
        }
        let found = self.finder.package_exists(dotted.as_str());
        self.packages.borrow_mut().insert(dotted, found);
        found
    }

    /// Makes a package and those around it known.
    pub fn declare_package(&self, dotted: Name) {
        let text = dotted.as_str();
        let mut map = self.packages.borrow_mut();
        map.insert(dotted, true);
        for (i, _) in text.match_indices('.') {
            map.insert(Name::new(&text[..i]), true);
        }
    }

    // ---- well-known classes ----

    /// `java.lang.Object`.
    pub fn object(&self) -> Ty {
        *self.known.object.get_or_init(|| self.class_type(self.object_class()))
    }

    /// The class `java.lang.Object`.
    pub fn object_class(&self) -> ClassId {
        *self.known.object_class.get_or_init(|| self.class_named("java/lang/Object"))
    }

    /// `java.lang.String`.
    pub fn string(&self) -> Ty {
        *self.known.string.get_or_init(|| self.class_type(self.class_named("java/lang/String")))
    }

    /// The type of a well-known class without type parameters (or its raw type), by internal binary name.
    pub fn type_named(&self, binary: &str) -> Ty {
        self.raw_type(self.class_named(binary))
    }

    /// `<init>`.
    pub fn init_name(&self) -> Name {
        *self.known.init.get_or_init(|| Name::new("<init>"))
    }

    // ---- accessors that complete ----

    fn complete(&self, c: ClassId) -> &ClassSym {
        let sym = self.class(c);
        if sym.internal.state.get() == State::Header {
            crate::reader::read_members(self, sym);
        }
        sym
    }

    /// The direct superclass; interfaces have Object, Object None.
    pub fn superclass(&self, c: ClassId) -> Option<Ty> {
        self.class(c).superclass.get().copied().flatten()
    }

    /// The class of the direct superclass.
    pub fn superclass_class(&self, c: ClassId) -> Option<ClassId> {
        self.superclass(c).and_then(|t| self.class_of(t))
    }

    /// The direct superinterfaces.
    pub fn interfaces(&self, c: ClassId) -> &[Ty] {
        self.class(c).interfaces.get().map_or(&[], |v| v)
    }

    /// The type parameters.
    pub fn type_params(&self, c: ClassId) -> &[TypeVarId] {
        self.class(c).type_params.get().map_or(&[], |v| v)
    }

    /// The fields, in declaration order.
    pub fn fields(&self, c: ClassId) -> Vec<FieldId> {
        self.complete(c).fields.borrow().clone()
    }

    /// The methods and constructors, in declaration order; synthetic ones of class files are left out.
    pub fn methods(&self, c: ClassId) -> Vec<MethodId> {
        self.complete(c).methods.borrow().clone()
    }

    /// The member types, in declaration order.
    pub fn member_classes(&self, c: ClassId) -> Vec<ClassId> {
        self.complete(c).member_classes.borrow().clone()
    }

    /// The components of a record.
    pub fn components(&self, c: ClassId) -> Vec<FieldId> {
        self.complete(c).components.borrow().clone()
    }

    /// Annotations of a class.
    pub fn class_annotations(&self, c: ClassId) -> Vec<crate::hir::Annotation> {
        self.complete(c).annotations.borrow().clone()
    }

    /// Permitted subclasses of a sealed class.
    pub fn permitted(&self, c: ClassId) -> Vec<ClassId> {
        self.complete(c).permitted.borrow().clone()
    }

    /// The methods that the class itself declares under that name.
    pub fn methods_named(&self, c: ClassId, name: Name) -> Vec<MethodId> {
        let sym = self.complete(c);
        let list = sym.methods.borrow();
        let mut index = sym.internal.index.borrow_mut();
        for &m in &list[index.methods_seen.min(list.len())..] {
            index.methods.entry(self.method(m).name).or_default().push(m);
        }
        index.methods_seen = list.len();
        index.methods.get(&name).cloned().unwrap_or_default()
    }

    /// The constructors of a class.
    pub fn constructors(&self, c: ClassId) -> Vec<MethodId> {
        self.methods_named(c, self.init_name())
    }

    /// The field that the class itself declares under that name.
    pub fn field_named(&self, c: ClassId, name: Name) -> Option<FieldId> {
        let sym = self.complete(c);
        let list = sym.fields.borrow();
        let mut index = sym.internal.index.borrow_mut();
        for &f in &list[index.fields_seen.min(list.len())..] {
            index.fields.entry(self.field(f).name).or_insert(f);
        }
        index.fields_seen = list.len();
        index.fields.get(&name).copied()
    }

    /// The member type that the class itself declares under that name.
    pub fn member_class_named(&self, c: ClassId, name: Name) -> Option<ClassId> {
        let sym = self.complete(c);
        let list = sym.member_classes.borrow();
        let mut index = sym.internal.index.borrow_mut();
        for &m in &list[index.classes_seen.min(list.len())..] {
            index.classes.entry(self.class_raw(m).name).or_insert(m);
        }
        index.classes_seen = list.len();
        index.classes.get(&name).copied()
    }

    /// The constant of a class-file field, or of a source field if attribute filled it already.
    pub fn known_constant(&self, f: FieldId) -> Option<Const> {
        self.field(f).constant.get().cloned().flatten()
    }

    // ---- nesting ----

    /// The class that a member, local or anonymous class stands in.
    pub fn enclosing_class(&self, c: ClassId) -> Option<ClassId> {
        match self.class(c).owner.get() {
            Owner::Package => None,
            Owner::Class(o) | Owner::Method(o, _) => Some(o),
        }
    }

    /// The top-level class around (or itself).
    pub fn outermost_class(&self, c: ClassId) -> ClassId {
        let mut c = c;
        while let Some(o) = self.enclosing_class(c) {
            c = o;
        }
        c
    }

    /// Whether objects of the class have an enclosing instance (JLS 8.1.3): an inner member class, or a local or anonymous
    /// class that does not stand in a static context.
    pub fn has_outer_instance(&self, c: ClassId) -> bool {
        use rvm_syntax::tree::flags::*;
        let sym = self.class(c);
        let flags = sym.flags.get();
        match sym.owner.get() {
            Owner::Package => false,
            Owner::Class(o) => {
                flags & (STATIC | INTERFACE | ENUM | RECORD) == 0 && !self.class(o).is_interface()
            }
            Owner::Method(..) => {
                !sym.static_context.get() && flags & (STATIC | INTERFACE | ENUM | RECORD) == 0
            }
        }
    }

    /// `inner` is `outer` or nested in it, at any depth.
    pub fn is_nested_in(&self, inner: ClassId, outer: ClassId) -> bool {
        let mut c = Some(inner);
        while let Some(i) = c {
            if i == outer {
                return true;
            }
            c = self.enclosing_class(i);
        }
        false
    }
}
