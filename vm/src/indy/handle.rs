//! MethodHandle constants (JVMS 5.4.3.5): resolved to the member they name.

use crate::class::{Class, Field, Method, Symbol, tag};
use crate::error::JResult;
use crate::link::{self, CallKind, FieldUse, ResolvedCall};
use crate::thread::JavaThread;
use rvm_classfile::constant::ref_kind;

/// A resolved MethodHandle constant.
pub(super) struct Handle {
    /// Of JVMS table 5.4.3.5-A.
    pub kind: u8,
    /// The class named.
    pub class: &'static Class,
    /// Whether the entry is an InterfaceMethodref.
    pub interface: bool,
    /// Member name.
    pub name: Symbol,
    /// Member descriptor.
    pub descriptor: Symbol,
    /// The method, unless a field is meant.
    pub method: Option<&'static Method>,
    /// The field, if one is meant.
    pub field: Option<&'static Field>,
}

impl Handle {
    /// Resolves the constant for `host`.
    pub fn resolve(thread: &JavaThread, host: &'static Class, index: u16) -> JResult<Self> {
        let (kind, member) = host.pool.method_handle(index);
        let (class_index, name, descriptor) = host.pool.member(member);
        let class = link::resolve_class(thread, host, class_index)?;
        let call = match kind {
            ref_kind::INVOKE_VIRTUAL => Some(CallKind::Virtual),
            ref_kind::INVOKE_STATIC => Some(CallKind::Static),
            ref_kind::INVOKE_SPECIAL | ref_kind::NEW_INVOKE_SPECIAL => Some(CallKind::Special),
            ref_kind::INVOKE_INTERFACE => Some(CallKind::Interface),
            _ => None,
        };
        let method = match call {
            None => None,
            Some(call) => match link::resolve_call(thread, host, member, call)? {
                ResolvedCall::Static(m)
                | ResolvedCall::Direct(m)
                | ResolvedCall::Virtual(m, _)
                | ResolvedCall::Interface(m)
                | ResolvedCall::Polymorphic(m) => Some(m),
            },
        };
        let field = match method {
            Some(_) => None,
            None => {
                let is_static = matches!(kind, ref_kind::GET_STATIC | ref_kind::PUT_STATIC);
                let field = link::resolve_plain_field(thread, host, member)?;
                link::check_static(thread, field, FieldUse { is_static, is_put: false })?;
                let puts = matches!(kind, ref_kind::PUT_FIELD | ref_kind::PUT_STATIC);
                super::constants::check_field_handle(thread, host, field, puts)?;
                Some(field)
            }
        };
        let interface = host.pool.tag(member) == tag::INTERFACE_METHODREF;
        Ok(Self { kind, class, interface, name, descriptor, method, field })
    }
}
