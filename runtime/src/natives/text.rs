//! `rvm.internal.Unicode`: normal forms.

use super::support::non_null;
use rvm_vm::natives::Args;
use rvm_vm::object::{Ref, string};
use rvm_vm::thread::JavaThread;
use rvm_vm::{JResult, natives};
use unicode_normalization::UnicodeNormalization;

natives! {
    pub(super) TABLE;
    "rvm/internal/Unicode" {
        normalize "(Ljava/lang/String;I)Ljava/lang/String;" = |t: &JavaThread, a: Args| -> JResult<Ref> {
            let text = string::text(non_null(t, a.reference(0))?);
            let normal: String = match a.int(1) {
                0 => text.nfd().collect(),
                1 => text.nfc().collect(),
                2 => text.nfkd().collect(),
                _ => text.nfkc().collect(),
            };
            string::from_text(t, &normal)
        };
    }
}
