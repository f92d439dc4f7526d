//! The scope of a file: its package, types and imports (JLS 7.3, 7.5).

use crate::Ctx;
use hashbrown::HashMap;
use rvm_model::symbols::{ClassId, FieldId, MethodId, Owner};
use rvm_syntax::tree::{CompilationUnit, Ident, Import, flags};
use rvm_syntax::{FileId, Name, Span};
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

/// A source file's scope.
pub struct Unit {
    /// The file.
    pub file: FileId,
    /// Its package, dotted.
    pub package: Name,
    /// The tree.
    pub tree: Rc<CompilationUnit>,
    /// Top-level classes declared here.
    pub types: RefCell<HashMap<Name, ClassId>>,
    /// Imports, resolved when first asked about.
    imports: OnceCell<Imports>,
}

#[derive(Default)]
struct Imports {
    /// Single-type imports, and single static imports of types.
    single: HashMap<Name, ClassId>,
    /// Names that two of them give to different classes.
    clashing: HashMap<Name, (ClassId, ClassId)>,
    /// `p.*` and `C.*`.
    on_demand: Vec<OnDemand>,
    /// `import static C.m`: member name and class.
    static_single: Vec<(Name, ClassId)>,
    /// `import static C.*`.
    static_on_demand: Vec<ClassId>,
}

impl Imports {
    fn add_single(&mut self, name: Name, class: ClassId) {
        let old = *self.single.entry(name).or_insert(class);
        if old != class {
            self.clashing.entry(name).or_insert((old, class));
        }
    }
}

#[derive(Clone, Copy)]
enum OnDemand {
    /// Slashed, with a slash at the end.
    Package(Name),
    Class(ClassId),
}

impl Unit {
    pub(crate) fn new(tree: Rc<CompilationUnit>) -> Unit {
        let package = tree.package.as_ref().map_or(String::new(), |p| dotted(&p.name));
        Unit {
            file: tree.file,
            package: Name::new(&package),
            tree,
            types: RefCell::default(),
            imports: OnceCell::new(),
        }
    }

    /// The prefix of internal names of the package's classes.
    pub(crate) fn prefix(&self) -> String {
        if self.package.as_str().is_empty() {
            String::new()
        } else {
            format!("{}/", self.package.as_str().replace('.', "/"))
        }
    }
}

pub(crate) fn dotted(path: &[Ident]) -> String {
    let parts: Vec<&str> = path.iter().map(|i| i.name.as_str()).collect();
    parts.join(".")
}

impl<'a> Ctx<'a> {
    fn imports<'u>(&self, unit: &'u Unit) -> &'u Imports {
        if let Some(i) = unit.imports.get() {
            return i;
        }
        // Resolving an import may look at superclasses of other files, which look at imports here: those see none yet. As errors are
        // reported only in the pass that reports them, nothing is lost.
        if unit.tree.imports.is_empty() {
            return unit.imports.get_or_init(Imports::default);
        }
        let (imports, _) = self.diags.speculate(|| self.resolve_imports(unit));
        unit.imports.get_or_init(|| imports)
    }

    /// Reports what is wrong with the imports of a file that can be told before classes have members.
    pub(crate) fn check_imports_early(&self, unit: &Unit) {
        let imports = self.resolve_imports(unit);
        let _ = unit.imports.set(imports);
    }

    fn resolve_imports(&self, unit: &Unit) -> Imports {
        let mut result = Imports::default();
        for import in &unit.tree.imports {
            self.resolve_import(unit, import, &mut result);
        }
        result
    }

    fn resolve_import(&self, unit: &Unit, import: &Import, result: &mut Imports) {
        let path = &import.path;
        let Some(last) = path.last() else { return };
        match (import.is_static, import.on_demand) {
            (false, false) => {
                if let Some(c) = self.import_class(unit, path) {
                    result.add_single(last.name, c);
                }
            }
            (false, true) => {
                // A class of that name is preferred to a package (JLS 6.4.2), which need not be known here.
                let (class, _) = self.diags.speculate(|| self.import_class(unit, path));
                match class {
                    Some(c) => result.on_demand.push(OnDemand::Class(c)),
                    None => {
                        let package = Name::new(&dotted(path));
                        if !self.world.package_exists(package) && path.len() > 1 {
                            // The package of what may be a class exists: then it is the class that is missing.
                            let outer = Name::new(&dotted(&path[..path.len() - 1]));
                            let outer_class =
                                self.diags.speculate(|| self.import_class(unit, &path[..path.len() - 1])).0;
                            if outer_class.is_some() && !self.world.package_exists(outer) {
                                self.import_class(unit, path);
                                return;
                            }
                        }
                        let slashed = Name::new(&format!("{}/", dotted(path).replace('.', "/")));
                        result.on_demand.push(OnDemand::Package(slashed));
                    }
                }
            }
            (true, false) => {
                if path.len() < 2 {
                    return;
                }
                match self.import_class(unit, &path[..path.len() - 1]) {
                    Some(c) => {
                        result.static_single.push((last.name, c));
                        if let Some(member) = self.static_member_class(c, last.name, 0) {
                            result.add_single(last.name, member);
                        }
                    }
                    None => self.diags.error(
                        import.span.with_at(import.span.lo),
                        "static-imp-only-classes-and-interfaces",
                        "static import only from classes and interfaces",
                    ),
                }
            }
            (true, true) => {
                if let Some(c) = self.import_class(unit, path) {
                    result.static_on_demand.push(c);
                }
            }
        }
    }

    /// A static member type, own or inherited.
    fn static_member_class(&self, c: ClassId, name: Name, depth: u32) -> Option<ClassId> {
        if depth > 500 {
            return None;
        }
        if let Some(m) = self.world.member_class_named(c, name) {
            let sym = self.world.class(m);
            let is_static =
                sym.flags.get() & (flags::STATIC | flags::INTERFACE | flags::ENUM | flags::RECORD) != 0
                    || self.world.class(c).is_interface();
            return is_static.then_some(m);
        }
        self.super_classes(c).iter().find_map(|&s| self.static_member_class(s, name, depth + 1))
    }

    /// The class that a qualified name in an import means: the longest package prefix wins over nothing, a class over a package.
    fn import_class(&self, unit: &Unit, path: &[Ident]) -> Option<ClassId> {
        let mut class: Option<ClassId> = None;
        let mut package = String::new();
        for (i, id) in path.iter().enumerate() {
            let at_last = i + 1 == path.len();
            // Points at the dot before the segment.
            let span = if i == 0 { id.span } else { self.dot_span(path, i) };
            match class {
                None => {
                    let binary = if package.is_empty() {
                        id.name.as_str().to_string()
                    } else {
                        format!("{}/{}", package.replace('.', "/"), id.name)
                    };
                    let found = if i == 0 && path.len() > 1 {
                        // A simple name in an import is a package (JLS 7.5), unless a class in the unnamed package is all there is.
                        if self.world.package_exists(id.name) {
                            None
                        } else {
                            self.load_class(Name::new(&binary))
                        }
                    } else if i == 0 {
                        None
                    } else {
                        self.load_class(Name::new(&binary))
                    };
                    let found = found.filter(|&c| self.world.class(c).owner.get() == Owner::Package);
                    if let Some(c) = found {
                        if at_last && !self.accessible_from_unit(c, unit) {
                            self.not_public(span, c);
                            return None;
                        }
                        class = Some(c);
                    } else if at_last {
                        if i > 0 && !self.world.package_exists(Name::new(&package)) {
                            self.diags.error(
                                span,
                                "doesnt-exist",
                                format!("package {package} does not exist"),
                            );
                        } else {
                            let mut text = format!("cannot find symbol\n  symbol:   class {}", id.name);
                            if i > 0 {
                                text.push_str(&format!("\n  location: package {package}"));
                            } else {
                                text = format!("cannot find symbol\n  symbol: class {}", id.name);
                            }
                            self.diags.error(span, "cant-resolve-location", text);
                        }
                        return None;
                    } else {
                        if i > 0 {
                            package.push('.');
                        }
                        package.push_str(id.name.as_str());
                    }
                }
                Some(c) => match self.member_class(c, id.name) {
                    super::TypeLookup::Class(m) | super::TypeLookup::Inaccessible(m) => {
                        if at_last && !self.accessible_from_unit(m, unit) {
                            self.not_public(span, m);
                            return None;
                        }
                        class = Some(m);
                    }
                    _ => {
                        let kind = self.world.kind_name(c);
                        let shown = self.world.class_display(c);
                        self.diags.error(
                            span,
                            "cant-resolve-location",
                            format!(
                                "cannot find symbol\n  symbol:   class {}\n  location: {kind} {shown}",
                                id.name
                            ),
                        );
                        return None;
                    }
                },
            }
        }
        class
    }

    /// The span of `path[..=i]`; segments after the first point at their dots.
    pub(crate) fn dot_span(&self, path: &[Ident], i: usize) -> Span {
        self.dot_between(path[0].span, path[i].span)
    }

    /// From the start of `first` to the end of `last`, pointing where `last` points.
    pub(crate) fn dot_between(&self, first: Span, last: Span) -> Span {
        Span { lo: first.lo, ..last }
    }

    /// Access from a file as such: by package, or within the same top-level class not at all.
    fn accessible_from_unit(&self, c: ClassId, unit: &Unit) -> bool {
        let w = self.world;
        let sym = w.class(c);
        let here = sym.package == unit.package;
        let bits = sym.flags.get();
        let own = match sym.owner.get() {
            // Private member types can be imported within their own file.
            Owner::Class(_) if bits & flags::PRIVATE != 0 => {
                let top = w.outermost_class(c);
                unit.types.borrow().values().any(|&t| t == top)
            }
            _ => bits & flags::PUBLIC != 0 || here,
        };
        own && match sym.owner.get() {
            Owner::Class(o) => self.accessible_from_unit(o, unit),
            _ => true,
        }
    }

    /// Reports that a class cannot be accessed.
    pub(crate) fn not_public(&self, span: Span, c: ClassId) {
        let w = self.world;
        let sym = w.class(c);
        let (key, text) = match sym.owner.get() {
            Owner::Class(o) => {
                let (name, outer) = (w.class_display(c), w.class_display(o));
                if sym.has(flags::PRIVATE) {
                    ("report-access", format!("{name} has private access in {outer}"))
                } else if sym.has(flags::PROTECTED) {
                    ("report-access", format!("{name} has protected access in {outer}"))
                } else if !sym.has(flags::PUBLIC) && self.is_outer_public(o) {
                    (
                        "not-def-public-cant-access",
                        format!("{name} is not public in {outer}; cannot be accessed from outside package"),
                    )
                } else {
                    (
                        "not-def-access-class-intf-cant-access",
                        format!("{outer}.{} is defined in an inaccessible class or interface", sym.name),
                    )
                }
            }
            _ if sym.package.as_str().is_empty() => {
                let name = w.class_display(c);
                (
                    "not-def-public-cant-access",
                    format!(
                        "{name} is not public in unnamed package; cannot be accessed from outside package"
                    ),
                )
            }
            _ => (
                "not-def-public-cant-access",
                format!(
                    "{} is not public in {}; cannot be accessed from outside package",
                    w.class_display(c),
                    sym.package
                ),
            ),
        };
        self.diags.error(span, key, text);
    }

    fn is_outer_public(&self, o: ClassId) -> bool {
        let w = self.world;
        w.class(o).has(flags::PUBLIC) && w.enclosing_class(o).is_none_or(|p| self.is_outer_public(p))
    }

    // ---- lookup through imports ----

    /// Two classes that single imports give one name.
    pub(crate) fn clashing_import(&self, unit: &Unit, name: Name) -> Option<(ClassId, ClassId)> {
        self.imports(unit).clashing.get(&name).copied()
    }

    /// By single-type import.
    pub(crate) fn single_import(&self, unit: &Unit, name: Name) -> Option<ClassId> {
        self.imports(unit).single.get(&name).copied()
    }

    /// By import on demand, java.lang included: all accessible classes of that name, or else an inaccessible one.
    pub(crate) fn on_demand_imports(&self, unit: &Unit, name: Name) -> (Vec<ClassId>, Option<ClassId>) {
        let mut found: Vec<ClassId> = Vec::new();
        let mut hidden = None;
        let mut add = |c: ClassId| {
            if !self.accessible_from_unit(c, unit) {
                hidden = hidden.or(Some(c));
            } else if !found.contains(&c) {
                found.push(c);
            }
        };
        let java_lang = self.load_class(Name::new(&format!("java/lang/{name}")));
        java_lang
            .filter(|&c| self.world.class(c).owner.get() == Owner::Package)
            .into_iter()
            .for_each(&mut add);
        let imports = self.imports(unit);
        for i in &imports.on_demand {
            match *i {
                OnDemand::Package(prefix) => {
                    if prefix.as_str() != "java/lang/"
                        && let Some(c) = self.load_class(Name::new(&format!("{prefix}{name}")))
                        && self.world.class(c).owner.get() == Owner::Package
                    {
                        add(c);
                    }
                }
                OnDemand::Class(c) => {
                    if let super::TypeLookup::Class(m) = self.member_class(c, name) {
                        add(m);
                    }
                }
            }
        }
        for &c in &imports.static_on_demand {
            if let Some(m) = self.static_member_class(c, name, 0) {
                add(m);
            }
        }
        (found, hidden)
    }

    /// Static fields of that name by static imports: single ones shadow those on demand.
    pub fn static_import_fields(&self, env: &super::Env, name: Name) -> Vec<FieldId> {
        let imports = self.imports(env.unit());
        let mut found = Vec::new();
        for &(n, c) in &imports.static_single {
            if n == name {
                self.static_fields(env.unit(), c, name, &mut found, 0);
            }
        }
        if found.is_empty() {
            for &c in &imports.static_on_demand {
                self.static_fields(env.unit(), c, name, &mut found, 0);
            }
        }
        found
    }

    /// What a static import can bring in: public members, and those of the same package that are not private.
    fn is_importable(&self, unit: &Unit, bits: u32, c: ClassId) -> bool {
        bits & flags::PUBLIC != 0
            || (bits & flags::PRIVATE == 0 && self.world.class_raw(c).package == unit.package)
    }

    fn static_fields(&self, unit: &Unit, c: ClassId, name: Name, found: &mut Vec<FieldId>, depth: u32) {
        if depth > 500 {
            return;
        }
        if let Some(f) = self.world.field_named(c, name) {
            let bits = self.world.field(f).flags.get();
            if bits & flags::STATIC != 0 && self.is_importable(unit, bits, c) && !found.contains(&f) {
                found.push(f);
            }
            return;
        }
        for s in self.super_classes(c) {
            self.static_fields(unit, s, name, found, depth + 1);
        }
    }

    /// Static methods of that name by static imports, each with the class named in the import: single imports first; those on demand only
    /// where no single one gives any.
    pub fn static_import_methods(&self, env: &super::Env, name: Name) -> Vec<MethodId> {
        let imports = self.imports(env.unit());
        let mut found = Vec::new();
        let mut add = |c: ClassId| {
            for m in self.static_methods(env.unit(), c, name) {
                if !found.contains(&m) {
                    found.push(m);
                }
            }
        };
        imports.static_single.iter().filter(|s| s.0 == name).for_each(|s| add(s.1));
        if found.is_empty() {
            imports.static_on_demand.iter().for_each(|&c| {
                for m in self.static_methods(env.unit(), c, name) {
                    if !found.contains(&m) {
                        found.push(m);
                    }
                }
            });
        }
        found
    }

    fn static_methods(&self, unit: &Unit, c: ClassId, name: Name) -> Vec<MethodId> {
        let w = self.world;
        let mut all = w.members_named(c, name);
        all.retain(|&m| {
            let sym = w.method(m);
            sym.has(flags::STATIC) && self.is_importable(unit, sym.flags.get(), sym.class)
        });
        all
    }

    // ---- late checks ----

    /// Members of a class that is imported from may not be entered yet when the importing file is first in the run.
    fn enter_with_supers(&self, c: ClassId) {
        let mut stack = vec![c];
        let mut seen = Vec::new();
        while let Some(c) = stack.pop() {
            if seen.contains(&c) {
                continue;
            }
            seen.push(c);
            self.complete_header(c);
            self.enter_members(c);
            stack.extend(self.super_classes(c));
        }
    }

    /// Reports what is wrong with imports once all classes have members: names imported twice, static imports of nothing, packages that
    /// do not exist.
    pub(crate) fn check_imports_late(&self, unit: &Unit) {
        let mut seen: HashMap<Name, ClassId> = HashMap::new();
        let mut seen_static: HashMap<Name, ClassId> = HashMap::new();
        let w = self.world;
        for import in unit.tree.imports.iter().filter(|i| !i.on_demand) {
            let Some(last) = import.path.last() else { continue };
            let class_path =
                if import.is_static { &import.path[..import.path.len() - 1] } else { &import.path[..] };
            if class_path.is_empty() {
                continue;
            }
            let (class, _) = self.diags.speculate(|| self.import_class(unit, class_path));
            let Some(class) = class else { continue };
            let imported = if import.is_static {
                match self.static_member_class(class, last.name, 0) {
                    Some(m) => m,
                    None => continue,
                }
            } else {
                class
            };
            let (mine, other) =
                if import.is_static { (&mut seen_static, &seen) } else { (&mut seen, &seen_static) };
            let clash = match mine.get(&last.name).or(other.get(&last.name)) {
                Some(&old) if old != imported => Some((old, import.is_static)),
                _ => None,
            };
            mine.entry(last.name).or_insert(imported);
            if let Some((old, is_static)) = clash {
                // Static imports clash only where the name is used.
                if !is_static {
                    let shown = w.class_display(old);
                    let text = format!(
                        "a type with the same simple name is already defined by the single-type-import of {shown}"
                    );
                    self.diags.error(
                        import.span.with_at(import.span.lo),
                        "already-defined-single-import",
                        text,
                    );
                }
                continue;
            }
            let own = unit.types.borrow().get(&last.name).copied();
            if let Some(own) = own
                && own != imported
            {
                let shown = w.class_display(own);
                let text = format!("{shown} is already defined in this compilation unit");
                self.diags.error(import.span.with_at(import.span.lo), "already-defined-this-unit", text);
            }
        }
        for import in unit.tree.imports.iter().filter(|i| i.is_static && !i.on_demand) {
            let Some(last) = import.path.last() else { continue };
            let (class, _) =
                self.diags.speculate(|| self.import_class(unit, &import.path[..import.path.len() - 1]));
            let Some(c) = class else { continue };
            self.enter_with_supers(c);
            let mut fields = Vec::new();
            self.static_fields(unit, c, last.name, &mut fields, 0);
            if fields.is_empty()
                && self.static_methods(unit, c, last.name).is_empty()
                && self.static_member_class(c, last.name, 0).is_none()
            {
                let kind = w.kind_name(c);
                let shown = w.class_display(c);
                let text = format!(
                    "cannot find symbol\n  symbol:   static {}\n  location: {kind} {shown}",
                    last.name
                );
                self.diags.error(import.span.with_at(import.span.lo), "cant-resolve-location", text);
            }
        }
        for import in unit.tree.imports.iter().filter(|i| i.on_demand && !i.is_static) {
            let package = dotted(&import.path);
            let (class, _) = self.diags.speculate(|| self.import_class(unit, &import.path));
            if class.is_none() && !w.package_exists(Name::new(&package)) {
                let span = import.span.with_at(import.span.lo);
                self.diags.error(span, "doesnt-exist", format!("package {package} does not exist"));
            }
        }
    }
}
