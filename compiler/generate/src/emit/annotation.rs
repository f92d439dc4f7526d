//! Annotations of symbols to those of the class file.

use super::pool::Pool;
use crate::names::Names;
use rvm_classfile::Attribute;
use rvm_classfile::annotation::{Annotation, ElementValue, TypeAnnotation, TypeTarget};
use rvm_model::hir;
use rvm_model::types::Ty;

/// Adds Runtime(In)VisibleAnnotations.
pub fn annotations(
    list: &[hir::Annotation],
    names: &Names<'_>,
    pool: &mut Pool,
    out: &mut Vec<Attribute<'static>>,
) {
    let (visible, invisible) = split(list, names, pool);
    if !visible.is_empty() {
        out.push(Attribute::RuntimeVisibleAnnotations(visible));
    }
    if !invisible.is_empty() {
        out.push(Attribute::RuntimeInvisibleAnnotations(invisible));
    }
}

/// Adds Runtime(In)VisibleParameterAnnotations.
pub fn parameters(
    lists: &[Vec<hir::Annotation>],
    names: &Names<'_>,
    pool: &mut Pool,
    out: &mut Vec<Attribute<'static>>,
) {
    let (visible, invisible): (Vec<_>, Vec<_>) = lists.iter().map(|l| split(l, names, pool)).unzip();
    if visible.iter().any(|l: &Vec<Annotation>| !l.is_empty()) {
        out.push(Attribute::RuntimeVisibleParameterAnnotations(visible));
    }
    if invisible.iter().any(|l: &Vec<Annotation>| !l.is_empty()) {
        out.push(Attribute::RuntimeInvisibleParameterAnnotations(invisible));
    }
}

/// Adds Runtime(In)VisibleTypeAnnotations.
pub fn types(
    list: &[hir::TypeAnnotation],
    names: &Names<'_>,
    pool: &mut Pool,
    out: &mut Vec<Attribute<'static>>,
) {
    let (mut visible, mut invisible) = (Vec::new(), Vec::new());
    for a in list {
        let (target_type, target) = match a.target {
            hir::TypeTarget::ClassParam(i) => (0x00, TypeTarget::TypeParameter(i)),
            hir::TypeTarget::MethodParam(i) => (0x01, TypeTarget::TypeParameter(i)),
            hir::TypeTarget::Supertype(i) => (0x10, TypeTarget::Supertype(i)),
            hir::TypeTarget::ClassBound(parameter, bound) => {
                (0x11, TypeTarget::TypeParameterBound { parameter, bound })
            }
            hir::TypeTarget::MethodBound(parameter, bound) => {
                (0x12, TypeTarget::TypeParameterBound { parameter, bound })
            }
            hir::TypeTarget::Field => (0x13, TypeTarget::Empty),
            hir::TypeTarget::Return => (0x14, TypeTarget::Empty),
            hir::TypeTarget::Receiver => (0x15, TypeTarget::Empty),
            hir::TypeTarget::Param(i) => (0x16, TypeTarget::FormalParameter(i)),
            hir::TypeTarget::Throws(i) => (0x17, TypeTarget::Throws(i)),
        };
        let annotation = annotation(&a.annotation, names, pool);
        let made = TypeAnnotation { target_type, target, path: a.path.clone(), annotation };
        match a.annotation.runtime {
            Some(true) => visible.push(made),
            Some(false) => invisible.push(made),
            None => {}
        }
    }
    if !visible.is_empty() {
        out.push(Attribute::RuntimeVisibleTypeAnnotations(visible));
    }
    if !invisible.is_empty() {
        out.push(Attribute::RuntimeInvisibleTypeAnnotations(invisible));
    }
}

fn split(list: &[hir::Annotation], names: &Names<'_>, pool: &mut Pool) -> (Vec<Annotation>, Vec<Annotation>) {
    let (mut visible, mut invisible) = (Vec::new(), Vec::new());
    for a in list {
        match a.runtime {
            Some(true) => visible.push(annotation(a, names, pool)),
            Some(false) => invisible.push(annotation(a, names, pool)),
            None => {}
        }
    }
    (visible, invisible)
}

fn annotation(a: &hir::Annotation, names: &Names<'_>, pool: &mut Pool) -> Annotation {
    let desc = names.desc(names.w.raw_type(a.class));
    let type_index = pool.descriptor(desc);
    let elements = a.values.iter().map(|(name, v)| (pool.utf8(*name), value(v, names, pool))).collect();
    Annotation { type_index, elements }
}

/// An element's value.
pub fn value(v: &hir::AnnotationValue, names: &Names<'_>, pool: &mut Pool) -> ElementValue {
    use hir::AnnotationValue as V;
    match v {
        V::Const(hir::Const::Str(s), _) => ElementValue::Const { tag: b's', index: pool.cp.utf8_utf16(s) },
        V::Const(c, ty) => {
            let tag = match *ty {
                Ty::BOOLEAN => b'Z',
                Ty::BYTE => b'B',
                Ty::SHORT => b'S',
                Ty::CHAR => b'C',
                Ty::INT => b'I',
                Ty::LONG => b'J',
                Ty::FLOAT => b'F',
                _ => b'D',
            };
            ElementValue::Const { tag, index: pool.constant(c) }
        }
        V::Enum(field) => {
            let sym = names.w.field(*field);
            let desc = names.desc(names.w.erasure(sym.ty.get()));
            ElementValue::Enum { type_name: pool.descriptor(desc), const_name: pool.utf8(sym.name) }
        }
        V::Class(ty) => {
            let desc = names.desc(names.w.erasure(*ty));
            ElementValue::Class(pool.descriptor(desc))
        }
        V::Annotation(a) => ElementValue::Annotation(Box::new(annotation(a, names, pool))),
        V::Array(list) => ElementValue::Array(list.iter().map(|v| value(v, names, pool)).collect()),
    }
}
