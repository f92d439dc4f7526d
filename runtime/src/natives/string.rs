//! `java.lang.String`.

use rvm_vm::natives::Args;
use rvm_vm::thread::JavaThread;
use rvm_vm::{natives, vm};

natives! {
    pub(super) TABLE;
    "java/lang/String" {
        intern "()Ljava/lang/String;" = |_: &JavaThread, a: Args| vm().strings.intern(a.reference(0)).get();
    }
}
