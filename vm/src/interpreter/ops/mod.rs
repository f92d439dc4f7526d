//! What the instructions do, by family.

pub mod arith;
pub mod array;
pub mod branch;
pub mod call;
pub mod field;
pub mod handle;
pub mod moves;
pub mod object;
pub mod raise;
pub mod returns;

/// Declares handlers. The body yields the next position, or leaves by `return` to another handler.
macro_rules! handlers {
    ($($(#[$attr:meta])* fn $name:ident $(<$($g:ident : $b:path),+>)? ($pc:ident, $r:ident, $t:ident, $f:ident, $h:ident) $body:block)*) => {$(
        $(#[$attr])*
        #[allow(clippy::missing_safety_doc, clippy::needless_return, clippy::diverging_sub_expression, unreachable_code, unused_variables)]
        pub unsafe extern "sysv64" fn $name $(<$($g: $b),+>)? ($pc: Pc, $r: Regs, $t: Thread, $f: Fp, $h: Table) {
            // SAFETY: operands are what the translator wrote for this instruction (see machine.rs).
            unsafe {
                let next: Pc = $body;
                dispatch(next, $r, $t, $f, $h)
            }
        }
    )*};
}
pub(crate) use handlers;
