//! Lambda expressions: a synthetic method and an invokedynamic (JLS 15.27.4).

use super::known::member;
use super::{Captured, CxKind, Lower, MethodCx, acc, deserialize};
use crate::low::*;
use rvm_classfile::constant::ref_kind;
use rvm_model::hir::{Expr, Lambda};
use rvm_model::symbols::{LocalId, MethodId};
use rvm_model::types::{Ty, TyKind};
use rvm_syntax::Name;

const METAFACTORY: &str = "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;";
const ALT_METAFACTORY: &str = "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;";
const FLAG_SERIALIZABLE: i32 = 1;
const FLAG_MARKERS: i32 = 2;
const FLAG_BRIDGES: i32 = 4;

/// The function type of a lambda or method reference, and where it comes from.
pub(super) struct Function<'a> {
    /// The interface's method.
    pub method: MethodId,
    /// Parameters.
    pub params: &'a [Ty],
    /// Result.
    pub ret: Ty,
}

impl Lower<'_> {
    pub(super) fn lambda(&mut self, e: &Expr, lambda: &Lambda) -> LExpr {
        let ret = self.erase(lambda.fn_ret);
        let params: Vec<Ty> = lambda.params.iter().map(|&p| self.local_type(p)).collect();
        self.open_lambda(ret);
        let vars: Vec<VarId> = lambda.params.iter().map(|&p| self.lambda_param(p)).collect();
        let body = self.block(&lambda.body);
        let f = Function { method: lambda.method, params: &lambda.fn_params, ret: lambda.fn_ret };
        self.close_lambda(e, f, body, vars, &params, ret, Vec::new())
    }

    fn lambda_param(&mut self, local: LocalId) -> VarId {
        self.declare_local(local)
    }

    pub(super) fn open_lambda(&mut self, ret: Ty) {
        let name = self.cx().lambda_name;
        self.cxs.push(MethodCx::new(CxKind::Lambda, ret, name));
    }

    /// Ends a lambda's body: makes its method, and the expression that makes the object. `bound`: values for leading parameters
    /// `vars[..bound.len()]`.
    #[allow(clippy::too_many_arguments, reason = "all of it describes one method")]
    pub(super) fn close_lambda(
        &mut self,
        e: &Expr,
        f: Function<'_>,
        body: LBlock,
        vars: Vec<VarId>,
        param_types: &[Ty],
        ret: Ty,
        bound: Vec<LExpr>,
    ) -> LExpr {
        let Some(mut cx) = self.cxs.pop() else { return LExpr::new(LKind::Null, Ty::NULL) };
        let is_static = !cx.uses_this;
        let mut params = Vec::new();
        let mut captured_types = Vec::new();
        if let Some(this) = cx.this {
            params.push(this);
        }
        for &(_, v) in &cx.captured {
            params.push(v);
            captured_types.push(cx.vars[v.0 as usize].ty);
        }
        params.extend(vars);
        let mut types = captured_types.clone();
        types.extend_from_slice(param_types);
        let desc = self.names.method_desc(&types, ret);
        let iface = self.function_interface(e.ty, f.method);
        let serializable = self.is_serializable(e.ty);
        let name = self.lambda_name(cx.lambda_name, serializable, desc, &f);
        let handle = self.lambda_handle(name, desc, is_static);
        let captured = std::mem::take(&mut cx.captured);
        self.class.lambdas.push(LMethod {
            flags: acc::PRIVATE | acc::SYNTHETIC | if is_static { acc::STATIC } else { 0 },
            name,
            desc,
            source: Source::None,
            exceptions: Vec::new(),
            code: Some(LCode { vars: cx.vars, params, body, ctor: false, split: None }),
            extra: (0, 0),
            parameters: None,
        });
        let mut args = Vec::new();
        if !is_static {
            args.push(self.this());
        }
        for (what, _) in captured {
            let v = match what {
                Captured::Local(local) => self.local(local),
                Captured::Outer => match self.w.enclosing_class(self.class.id) {
                    Some(outer) => self.enclosing_this(outer),
                    None => self.this(),
                },
            };
            args.push(v);
        }
        args.extend(bound);
        self.metafactory(e, iface, handle, args, f, serializable)
    }

    fn lambda_name(&mut self, method: Name, serializable: bool, desc: Name, f: &Function<'_>) -> Name {
        if serializable {
            // Stable across compilations, as far as the lambda itself does not change.
            let text = format!("{}.{}{}{}", self.class.name, method, desc, self.w.method(f.method).name);
            let hash = text.bytes().fold(0u32, |h, b| h.wrapping_mul(31).wrapping_add(u32::from(b)));
            let base = format!("lambda${method}${hash:x}");
            let n = self.class.serial_count.entry(base.clone()).or_insert(0);
            *n += 1;
            return Name::new(&format!("{base}${n}"));
        }
        let n = self.class.lambda_count;
        self.class.lambda_count += 1;
        Name::new(&format!("lambda${method}${n}"))
    }

    fn lambda_handle(&self, name: Name, desc: Name, is_static: bool) -> Handle {
        let member = Member { owner: self.class.name, name, desc, interface: self.class.is_interface };
        let kind = match (is_static, self.opts.release < 15, self.class.is_interface) {
            (true, ..) => ref_kind::INVOKE_STATIC,
            (_, true, _) => ref_kind::INVOKE_SPECIAL,
            (_, _, true) => ref_kind::INVOKE_INTERFACE,
            _ => ref_kind::INVOKE_VIRTUAL,
        };
        Handle { kind, member }
    }

    /// The interface of a lambda's type that has the function method.
    pub(super) fn function_interface(&self, ty: Ty, method: MethodId) -> Ty {
        let owner = self.w.method(method).class;
        let parts = self.w.components_of(ty);
        let found =
            parts.iter().find(|&&p| self.w.erased_class(p).is_some_and(|c| self.w.is_sub_class(c, owner)));
        self.erase(found.copied().unwrap_or(ty))
    }

    pub(super) fn is_serializable(&self, ty: Ty) -> bool {
        let serializable = self.w.type_named("java/io/Serializable");
        self.w.components_of(ty).iter().any(|&p| self.w.is_subtype(self.erase(p), serializable))
    }

    /// The invokedynamic that makes a function object.
    pub(super) fn metafactory(
        &mut self,
        e: &Expr,
        iface: Ty,
        handle: Handle,
        args: Vec<LExpr>,
        f: Function<'_>,
        serializable: bool,
    ) -> LExpr {
        let sym = self.w.method(f.method);
        let sam = self.names.method_desc(&self.erase_all(&sym.params), self.erase(sym.ret));
        let instantiated = self.names.method_desc(&self.erase_all(f.params), self.erase(f.ret));
        let types: Vec<Ty> = args.iter().map(|a| a.ty).collect();
        let desc = self.names.method_desc(&types, iface);
        let mut boot_args =
            vec![BootArg::MethodType(sam), BootArg::Handle(handle), BootArg::MethodType(instantiated)];
        let markers = self.markers(e.ty, iface);
        let bridges = self.function_bridges(iface, f.method, sam);
        let alt = serializable || !markers.is_empty() || !bridges.is_empty();
        if alt {
            let mut flags = if serializable { FLAG_SERIALIZABLE } else { 0 };
            flags |= if markers.is_empty() { 0 } else { FLAG_MARKERS };
            flags |= if bridges.is_empty() { 0 } else { FLAG_BRIDGES };
            boot_args.push(BootArg::Int(flags));
            if !markers.is_empty() {
                boot_args.push(BootArg::Int(markers.len() as i32));
                boot_args.extend(markers.iter().map(|&m| BootArg::Class(self.names.class(m))));
            }
            if !bridges.is_empty() {
                boot_args.push(BootArg::Int(bridges.len() as i32));
                boot_args.extend(bridges.iter().map(|&b| BootArg::MethodType(b)));
            }
        }
        let (name, desc_of) =
            if alt { ("altMetafactory", ALT_METAFACTORY) } else { ("metafactory", METAFACTORY) };
        let bootstrap = Handle {
            kind: ref_kind::INVOKE_STATIC,
            member: member("java/lang/invoke/LambdaMetafactory", name, desc_of),
        };
        let indy = Indy { bootstrap, boot_args, name: sym.name, desc, args };
        if serializable {
            self.class.deserialize.push(deserialize::Case {
                iface,
                sam_name: sym.name,
                sam_desc: sam,
                handle,
                indy: Indy { args: Vec::new(), ..indy.clone() },
                arg_types: types,
            });
        }
        LExpr::new(LKind::Indy(Box::new(indy)), iface)
    }

    // Other interfaces of an intersection that the object implements.
    fn markers(&self, ty: Ty, iface: Ty) -> Vec<Ty> {
        let TyKind::Intersection(parts) = self.w.kind(ty) else { return Vec::new() };
        let serializable = self.w.type_named("java/io/Serializable");
        parts
            .iter()
            .map(|&p| self.erase(p))
            .filter(|&p| p != iface && p != serializable && p != self.k.object)
            .collect()
    }

    // Other erasures of the function method, from superinterfaces.
    fn function_bridges(&self, iface: Ty, method: MethodId, sam: Name) -> Vec<Name> {
        let mut found = Vec::new();
        let Some(class) = self.w.erased_class(iface) else { return found };
        let own = self.w.method(method);
        for c in self.w.superclasses(class) {
            if !self.w.class(c).is_interface() {
                continue;
            }
            for m in self.w.methods_named(c, own.name) {
                let sym = self.w.method(m);
                if m == method
                    || !sym.has(rvm_syntax::tree::flags::ABSTRACT)
                    || sym.params.len() != own.params.len()
                {
                    continue;
                }
                let desc = self.names.method_desc(&self.erase_all(&sym.params), self.erase(sym.ret));
                if desc != sam && !found.contains(&desc) && self.w.overrides_in(method, m, class) {
                    found.push(desc);
                }
            }
        }
        found
    }
}
