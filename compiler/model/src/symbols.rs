//! Symbols: classes, type variables, fields, methods, local variables.
//!
//! All live in the arenas of a [`crate::world::World`], addressed by copyable ids. Symbols come from trees (enter) or from class files
//! (`classreader`, lazily: asking for members completes the class).

use crate::hir::Const;
use crate::types::Ty;
use rvm_syntax::tree;
use rvm_syntax::{Name, Span};
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

/// A class, interface, enum, record or annotation type.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct ClassId(pub u32);
/// A method or constructor.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct MethodId(pub u32);
/// A field.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct FieldId(pub u32);
/// A type variable.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct TypeVarId(pub u32);
/// A local variable or parameter; unique in the whole run.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct LocalId(pub u32);

/// Where a class is declared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Owner {
    /// A top-level class.
    Package,
    /// A member of a class.
    Class(ClassId),
    /// A local or anonymous class in a method, constructor or initialiser of the class; the method is None in an initialiser or field initialiser.
    Method(ClassId, Option<MethodId>),
}

/// A class symbol.
#[derive(Debug)]
pub struct ClassSym {
    /// Its id.
    pub id: ClassId,
    /// Simple name; empty for an anonymous class.
    pub name: Name,
    /// Package, dotted; empty for the unnamed one.
    pub package: Name,
    /// Internal form of the binary name, `java/util/Map$Entry` (JVMS 4.2.1).
    pub binary: Name,
    /// Where it is declared.
    pub owner: Cell<Owner>,
    /// Bits of [`tree::flags`]; a nested class has its InnerClasses flags (PRIVATE, PROTECTED, STATIC included).
    pub flags: Cell<u32>,
    /// Its type parameters.
    pub type_params: OnceCell<Vec<TypeVarId>>,
    /// Direct superclass type; None for Object and (by convention Object) interfaces have Object here.
    pub superclass: OnceCell<Option<Ty>>,
    /// Direct superinterface types.
    pub interfaces: OnceCell<Vec<Ty>>,
    /// Permitted direct subclasses, written or inferred.
    pub permitted: RefCell<Vec<ClassId>>,
    /// Fields in declaration order.
    pub fields: RefCell<Vec<FieldId>>,
    /// Methods and constructors (`<init>`) in declaration order; `<clinit>` is not a symbol.
    pub methods: RefCell<Vec<MethodId>>,
    /// Member types in declaration order.
    pub member_classes: RefCell<Vec<ClassId>>,
    /// Record components, in order, as fields.
    pub components: RefCell<Vec<FieldId>>,
    /// The tree, for classes of this run.
    pub decl: Option<Rc<tree::TypeDecl>>,
    /// Where it is declared in the source.
    pub span: Span,
    /// A local or anonymous class (or one nested in such) that stands in a static context: no enclosing instance. Member classes use flags STATIC.
    pub static_context: Cell<bool>,
    /// Local variables that a local or anonymous class captures, filled by attribute in order of first use, including those needed to create
    /// other local classes and superclasses. Lower turns them to `val$x` fields and constructor parameters.
    pub captures: RefCell<Vec<LocalId>>,
    /// Annotations with constant values, kept for the class file.
    pub annotations: RefCell<Vec<crate::hir::Annotation>>,
    /// Annotations of the types in its header.
    pub type_annotations: RefCell<Vec<crate::hir::TypeAnnotation>>,
    /// How much of a class file was read, and the index of members by name.
    pub(crate) internal: crate::world::ClassInternal,
}

impl ClassSym {
    /// A class with nothing known but its names; the flags are 0, the owner is the package.
    pub fn new(id: ClassId, name: Name, package: Name, binary: Name) -> ClassSym {
        ClassSym {
            id,
            name,
            package,
            binary,
            owner: Cell::new(Owner::Package),
            flags: Cell::new(0),
            type_params: OnceCell::new(),
            superclass: OnceCell::new(),
            interfaces: OnceCell::new(),
            permitted: RefCell::default(),
            fields: RefCell::default(),
            methods: RefCell::default(),
            member_classes: RefCell::default(),
            components: RefCell::default(),
            decl: None,
            span: Span::NONE,
            static_context: Cell::new(false),
            captures: RefCell::default(),
            annotations: RefCell::default(),
            type_annotations: RefCell::default(),
            internal: crate::world::ClassInternal::default(),
        }
    }

    /// Whether all bits of `flag` are set.
    pub fn has(&self, flag: u32) -> bool {
        self.flags.get() & flag == flag
    }

    /// An interface or annotation interface.
    pub fn is_interface(&self) -> bool {
        self.has(tree::flags::INTERFACE)
    }
}

impl MethodSym {
    /// A method without parameters, result, flags or tree.
    pub fn new(id: MethodId, class: ClassId, name: Name, ret: Ty) -> MethodSym {
        MethodSym {
            id,
            name,
            class,
            flags: Cell::new(0),
            type_params: Vec::new(),
            params: Vec::new(),
            param_names: Vec::new(),
            ret,
            throws: Vec::new(),
            decl: None,
            span: Span::NONE,
            annotations: RefCell::default(),
            type_annotations: RefCell::default(),
            param_annotations: RefCell::default(),
            default_value: RefCell::default(),
            polymorphic: false,
        }
    }

    /// Whether all bits of `flag` are set.
    pub fn has(&self, flag: u32) -> bool {
        self.flags.get() & flag == flag
    }

    /// A constructor.
    pub fn is_constructor(&self) -> bool {
        self.name.as_str() == "<init>"
    }
}

impl FieldSym {
    /// A field without a tree.
    pub fn new(id: FieldId, class: ClassId, name: Name, ty: Ty) -> FieldSym {
        FieldSym {
            id,
            name,
            class,
            flags: Cell::new(0),
            ty: Cell::new(ty),
            constant: OnceCell::new(),
            decl: None,
            span: Span::NONE,
            annotations: RefCell::default(),
            type_annotations: RefCell::default(),
            component_annotations: RefCell::default(),
        }
    }

    /// Whether all bits of `flag` are set.
    pub fn has(&self, flag: u32) -> bool {
        self.flags.get() & flag == flag
    }
}

/// A type variable symbol.
#[derive(Debug)]
pub struct TypeVarSym {
    /// Its id.
    pub id: TypeVarId,
    /// Its name.
    pub name: Name,
    /// Declared by a class or method; None for a captured variable.
    pub owner: Option<TypeVarOwner>,
    /// The upper bound: one type or an intersection.
    pub upper: Cell<Ty>,
    /// The lower bound of a captured variable (`? super T`), otherwise the null type.
    pub lower: Cell<Ty>,
    /// The wildcard that a captured variable stands for.
    pub wildcard: Option<Ty>,
}

/// What declares a type variable.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TypeVarOwner {
    /// A class.
    Class(ClassId),
    /// A method or constructor.
    Method(MethodId),
}

/// A field symbol.
#[derive(Debug)]
pub struct FieldSym {
    /// Its id.
    pub id: FieldId,
    /// Its name.
    pub name: Name,
    /// The declaring class.
    pub class: ClassId,
    /// Bits of [`tree::flags`]; an enum constant has ENUM.
    pub flags: Cell<u32>,
    /// The declared type.
    pub ty: Cell<Ty>,
    /// The value of a constant variable (JLS 4.12.4): filled by the class reader, or lazily by attribute for source fields (None inside: not constant).
    pub constant: OnceCell<Option<Const>>,
    /// The declarator, for fields of this run (enum constants have none).
    pub decl: Option<Rc<tree::VarDecl>>,
    /// The place of the declaration.
    pub span: Span,
    /// Annotations for the class file.
    pub annotations: RefCell<Vec<crate::hir::Annotation>>,
    /// Annotations of the types in its header.
    pub type_annotations: RefCell<Vec<crate::hir::TypeAnnotation>>,
    /// Annotations of the record component that it is the field of.
    pub component_annotations: RefCell<Vec<crate::hir::Annotation>>,
}

/// A method or constructor symbol.
#[derive(Debug)]
pub struct MethodSym {
    /// Its id.
    pub id: MethodId,
    /// Its name; `<init>` for constructors.
    pub name: Name,
    /// The declaring class.
    pub class: ClassId,
    /// Bits of [`tree::flags`] (VARARGS, DEFAULT, SYNTHETIC, BRIDGE ... included).
    pub flags: Cell<u32>,
    /// Its type parameters.
    pub type_params: Vec<TypeVarId>,
    /// Declared parameter types. Enum constructors do NOT list the synthetic name and ordinal, inner-class constructors NOT the outer instance,
    /// local-class constructors NOT the captured variables: lower adds these to the descriptor (and the class reader removes them again where it can know).
    pub params: Vec<Ty>,
    /// Parameter names as far as known (sources).
    pub param_names: Vec<Name>,
    /// The return type; void for constructors.
    pub ret: Ty,
    /// Declared exceptions.
    pub throws: Vec<Ty>,
    /// The tree, for methods of this run; a default constructor has none.
    pub decl: Option<Rc<tree::MethodDecl>>,
    /// The place of the declaration.
    pub span: Span,
    /// Annotations for the class file.
    pub annotations: RefCell<Vec<crate::hir::Annotation>>,
    /// Annotations of the types in its header.
    pub type_annotations: RefCell<Vec<crate::hir::TypeAnnotation>>,
    /// Annotations of each parameter.
    pub param_annotations: RefCell<Vec<Vec<crate::hir::Annotation>>>,
    /// The default of an annotation's element.
    pub default_value: RefCell<Option<crate::hir::AnnotationValue>>,
    /// Signature-polymorphic (JLS 15.12.3): MethodHandle.invoke, VarHandle.get ...
    pub polymorphic: bool,
}

/// A local variable, parameter, exception parameter, resource or pattern variable.
#[derive(Debug)]
pub struct LocalSym {
    /// Its id.
    pub id: LocalId,
    /// Its name; made-up ones contain `$`.
    pub name: Name,
    /// Its type.
    pub ty: Cell<Ty>,
    /// FINAL if declared so; [`LOCAL_PARAM`], [`LOCAL_EFFECTIVELY_FINAL`] (set by attribute's assignment scan and confirmed by flow).
    pub flags: Cell<u32>,
    /// The value of a constant variable.
    pub constant: RefCell<Option<Const>>,
    /// The place of the declaration.
    pub span: Span,
    /// The class and lambda nesting it is declared in is known by its owner body: class...
    pub class: ClassId,
    /// ... and the depth of lambdas within that class's body at the declaration (0: in the method itself).
    pub lambda_depth: u32,
}

/// Flag of a [`LocalSym`]: a method, constructor, lambda or exception parameter.
pub const LOCAL_PARAM: u32 = 1 << 24;
/// Flag of a [`LocalSym`]: never assigned after its initialisation (JLS 4.12.4).
pub const LOCAL_EFFECTIVELY_FINAL: u32 = 1 << 25;
