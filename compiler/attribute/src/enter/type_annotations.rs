//! Annotations of types (JLS 9.7.4): resolved, checked, and those of declarations kept for the class file (JVMS 4.7.20).

use super::annotations::Site;
use crate::Ctx;
use crate::scope::Env;
use rvm_model::hir::{self, TypeAnnotation, TypeTarget};
use rvm_model::symbols::*;
use rvm_model::types::{Ty, TyKind};
use rvm_syntax::tree::{self, MethodDecl, TypeDecl, TypeNode, TypeNodeKind, TypeParam};

/// Steps of a type_path (JVMS 4.7.20.2).
const ARRAY: (u8, u8) = (0, 0);
const NESTED: (u8, u8) = (1, 0);
const BOUND: (u8, u8) = (2, 0);

/// Collects the annotations in the types of one declaration.
struct Collector<'c, 'a> {
    ctx: &'c Ctx<'a>,
    env: &'c Env,
    out: Vec<TypeAnnotation>,
}

impl Collector<'_, '_> {
    fn add(&mut self, list: &[tree::Annotation], target: TypeTarget, path: &[(u8, u8)]) {
        if list.is_empty() {
            return;
        }
        let parameter = matches!(target, TypeTarget::ClassParam(_) | TypeTarget::MethodParam(_));
        for annotation in self.ctx.type_annotations_of(self.env, list, parameter) {
            self.out.push(TypeAnnotation { target, path: path.to_vec(), annotation });
        }
    }

    /// A type with its annotations; `declared` are those of the declaration, which stand before its innermost element type.
    fn ty(
        &mut self,
        node: &TypeNode,
        ty: Ty,
        target: TypeTarget,
        path: &mut Vec<(u8, u8)>,
        declared: &[hir::Annotation],
    ) {
        let w = self.ctx.world;
        match (&node.kind, w.kind(ty)) {
            (TypeNodeKind::Array(elem), TyKind::Array(t)) => {
                self.add(&node.annotations, target, path);
                path.push(ARRAY);
                self.ty(elem, *t, target, path, declared);
                path.pop();
            }
            (TypeNodeKind::Wildcard(bound), _) => {
                self.add(&node.annotations, target, path);
                if let (Some((_, b)), TyKind::Wildcard(_, t)) = (bound, w.kind(ty)) {
                    path.push(BOUND);
                    self.ty(b, *t, target, path, &[]);
                    path.pop();
                }
            }
            (TypeNodeKind::Named(segments), _) => {
                let class = w.class_of(ty);
                // From the last segment outwards, each with the class it names.
                let mut classes = vec![class];
                for _ in 1..segments.len() {
                    let inner = classes.last().copied().flatten();
                    classes.push(inner.and_then(|c| w.enclosing_class(c)));
                }
                classes.reverse();
                for (i, (segment, class)) in segments.iter().zip(classes).enumerate() {
                    let depth = class.map_or(0, |c| self.nesting(c));
                    let before = path.len();
                    path.extend(std::iter::repeat_n(NESTED, depth));
                    // Annotations in front belong to the first segment.
                    if i == 0 {
                        self.add(&node.annotations, target, path);
                        for annotation in declared {
                            let annotation = annotation.clone();
                            self.out.push(TypeAnnotation { target, path: path.clone(), annotation });
                        }
                    }
                    self.add(&segment.annotations, target, path);
                    if let (Some(nodes), Some(t)) = (&segment.args, self.segment_type(ty, class)) {
                        let args = w.type_args(t).to_vec();
                        for (k, (n, a)) in nodes.iter().zip(args).enumerate() {
                            path.push((3, k as u8));
                            self.ty(n, a, target, path, &[]);
                            path.pop();
                        }
                    }
                    path.truncate(before);
                }
            }
            (TypeNodeKind::Intersection(parts) | TypeNodeKind::Union(parts), _) => {
                parts.iter().for_each(|p| self.ty(p, Ty::ERROR, target, path, &[]));
            }
            _ => {
                self.add(&node.annotations, target, path);
                for annotation in declared {
                    let annotation = annotation.clone();
                    self.out.push(TypeAnnotation { target, path: path.clone(), annotation });
                }
            }
        }
    }

    /// The part of a nested type that names `class`.
    fn segment_type(&self, ty: Ty, class: Option<ClassId>) -> Option<Ty> {
        let w = self.ctx.world;
        let mut at = Some(ty);
        while let Some(t) = at {
            if w.class_of(t) == class {
                return Some(t);
            }
            at = match w.kind(t) {
                TyKind::Class { outer, .. } => *outer,
                _ => None,
            };
        }
        None
    }

    /// How many enclosing types a class's type has.
    fn nesting(&self, class: ClassId) -> usize {
        let w = self.ctx.world;
        let mut depth = 0;
        let mut at = class;
        while w.has_outer_instance(at) {
            let Some(outer) = w.enclosing_class(at) else { break };
            depth += 1;
            at = outer;
        }
        depth
    }

    fn type_params(&mut self, nodes: &[TypeParam], vars: &[TypeVarId], method: bool) {
        let w = self.ctx.world;
        for (i, (p, &v)) in nodes.iter().zip(vars).enumerate() {
            let i = i as u8;
            let target = if method { TypeTarget::MethodParam(i) } else { TypeTarget::ClassParam(i) };
            self.add(&p.annotations, target, &[]);
            let bounds = w.components_of(w.type_var(v).upper.get());
            // Number 0 is for a class.
            let shift = u8::from(bounds.first().is_some_and(|&b| w.is_interface_type(b)));
            for (k, (n, b)) in p.bounds.iter().zip(bounds).enumerate() {
                let k = k as u8 + shift;
                let target =
                    if method { TypeTarget::MethodBound(i, k) } else { TypeTarget::ClassBound(i, k) };
                self.ty(n, b, target, &mut Vec::new(), &[]);
            }
        }
    }
}

impl<'a> Ctx<'a> {
    /// The annotations of a type or type parameter, checked; source-retention ones left out.
    fn type_annotations_of(
        &self,
        env: &Env,
        list: &[tree::Annotation],
        parameter: bool,
    ) -> Vec<hir::Annotation> {
        let site = if parameter { Site::TypeParameter } else { Site::TypeUse };
        let mut kept = self.resolve_kept(env, list, site);
        kept.retain(|a| a.runtime.is_some());
        kept
    }

    /// Checks the annotations of a type in a body.
    pub(crate) fn check_type_annotations(&self, env: &Env, node: &TypeNode, ty: Ty) {
        if has_annotations(node) {
            let mut collector = Collector { ctx: self, env, out: Vec::new() };
            collector.ty(node, ty, TypeTarget::Field, &mut Vec::new(), &[]);
        }
    }

    /// Those in the header of a class.
    pub(super) fn type_annotate_class(&self, c: ClassId, decl: &TypeDecl) {
        let w = self.world;
        let Some(env) = self.outer_env(c) else { return };
        let env = env.with_header(c, w.type_params(c));
        let mut collector = Collector { ctx: self, env: &env, out: Vec::new() };
        collector.type_params(&decl.type_params, w.type_params(c), false);
        if let (Some(node), Some(t)) = (&decl.extends, w.superclass(c)) {
            collector.ty(node, t, TypeTarget::Supertype(0xffff), &mut Vec::new(), &[]);
        }
        for (i, (node, &t)) in decl.interfaces.iter().zip(w.interfaces(c)).enumerate() {
            collector.ty(node, t, TypeTarget::Supertype(i as u16), &mut Vec::new(), &[]);
        }
        *w.class(c).type_annotations.borrow_mut() = collector.out;
    }

    /// Those of a field's type.
    pub(super) fn type_annotate_field(
        &self,
        f: FieldId,
        env: &Env,
        node: &TypeNode,
        list: &[tree::Annotation],
    ) {
        let sym = self.world.field(f);
        let declared = self.declared_type_annotations(env, list);
        let mut collector = Collector { ctx: self, env, out: Vec::new() };
        collector.ty(node, sym.ty.get(), TypeTarget::Field, &mut Vec::new(), &declared);
        *sym.type_annotations.borrow_mut() = collector.out;
    }

    /// Those in a method's header.
    pub(super) fn type_annotate_method(
        &self,
        m: MethodId,
        env: &Env,
        decl: &MethodDecl,
        params: &[tree::Param],
    ) {
        let sym = self.world.method(m);
        let mut collector = Collector { ctx: self, env, out: Vec::new() };
        collector.type_params(&decl.type_params, &sym.type_params, true);
        let declared = match sym.ret == Ty::VOID && !sym.is_constructor() {
            true => Vec::new(),
            false => self.declared_type_annotations(env, &decl.modifiers.annotations),
        };
        match &decl.ret {
            Some(node) => collector.ty(node, sym.ret, TypeTarget::Return, &mut Vec::new(), &declared),
            None => {
                let path = vec![NESTED; collector.nesting(sym.class)];
                for annotation in declared {
                    collector.out.push(TypeAnnotation {
                        target: TypeTarget::Return,
                        path: path.clone(),
                        annotation,
                    });
                }
            }
        }
        self.type_annotate_params(&mut collector, sym, params);
        for (i, (node, &t)) in decl.throws.iter().zip(&sym.throws).enumerate() {
            collector.ty(node, t, TypeTarget::Throws(i as u16), &mut Vec::new(), &[]);
        }
        if let Some(receiver) = &decl.receiver {
            let t = self.world.class_type(sym.class);
            collector.ty(receiver, t, TypeTarget::Receiver, &mut Vec::new(), &[]);
        }
        *sym.type_annotations.borrow_mut() = collector.out;
    }

    /// A record's accessor or canonical constructor that is not written.
    pub(super) fn type_annotate_implicit(&self, m: MethodId, env: &Env, components: &[tree::Param]) {
        let sym = self.world.method(m);
        let mut collector = Collector { ctx: self, env, out: Vec::new() };
        if sym.is_constructor() {
            self.type_annotate_params(&mut collector, sym, components);
        } else if let Some(p) = components.iter().find(|p| p.name.name == sym.name)
            && let Some(node) = &p.ty
        {
            let declared = self.declared_type_annotations(env, &p.modifiers.annotations);
            collector.ty(node, sym.ret, TypeTarget::Return, &mut Vec::new(), &declared);
        }
        *sym.type_annotations.borrow_mut() = collector.out;
    }

    fn type_annotate_params(
        &self,
        collector: &mut Collector<'_, '_>,
        sym: &MethodSym,
        params: &[tree::Param],
    ) {
        for (i, (p, &t)) in params.iter().zip(&sym.params).enumerate() {
            if let Some(node) = &p.ty {
                let declared = self.declared_type_annotations(collector.env, &p.modifiers.annotations);
                collector.ty(node, t, TypeTarget::Param(i as u8), &mut Vec::new(), &declared);
            }
        }
    }

    /// Annotations of a declaration that are (also) those of its type. What is wrong with them was reported with the declaration.
    fn declared_type_annotations(&self, env: &Env, list: &[tree::Annotation]) -> Vec<hir::Annotation> {
        if list.is_empty() {
            return Vec::new();
        }
        let (mut kept, _) = self.diags.speculate(|| self.resolve_type_use(env, list));
        kept.retain(|a| a.runtime.is_some());
        kept
    }
}

/// Whether there is an annotation anywhere in a type.
fn has_annotations(node: &TypeNode) -> bool {
    !node.annotations.is_empty()
        || match &node.kind {
            TypeNodeKind::Array(e) => has_annotations(e),
            TypeNodeKind::Wildcard(Some((_, b))) => has_annotations(b),
            TypeNodeKind::Named(segments) => segments
                .iter()
                .any(|s| !s.annotations.is_empty() || s.args.iter().flatten().any(has_annotations)),
            TypeNodeKind::Union(parts) | TypeNodeKind::Intersection(parts) => {
                parts.iter().any(has_annotations)
            }
            _ => false,
        }
}

/// Whether a declaration's types or modifiers have annotations: most have none.
pub(super) fn method_has_annotations(decl: &MethodDecl, params: &[tree::Param]) -> bool {
    !decl.modifiers.annotations.is_empty()
        || decl.ret.iter().chain(&decl.throws).chain(&decl.receiver).any(has_annotations)
        || params_have_annotations(params)
        || params_of_types_have_annotations(&decl.type_params)
}

/// The same for parameters.
pub(super) fn params_have_annotations(params: &[tree::Param]) -> bool {
    params.iter().any(|p| !p.modifiers.annotations.is_empty() || p.ty.as_ref().is_some_and(has_annotations))
}

/// The same for a class's header.
pub(super) fn header_has_annotations(decl: &TypeDecl) -> bool {
    decl.extends.iter().chain(&decl.interfaces).any(has_annotations)
        || params_of_types_have_annotations(&decl.type_params)
}

fn params_of_types_have_annotations(params: &[TypeParam]) -> bool {
    params.iter().any(|p| !p.annotations.is_empty() || p.bounds.iter().any(has_annotations))
}

/// The same for a field.
pub(super) fn type_has_annotations(node: &TypeNode, list: &[tree::Annotation]) -> bool {
    !list.is_empty() || has_annotations(node)
}
