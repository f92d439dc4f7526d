//! `java.lang.Object`.

use super::support::null_pointer;
use rvm_vm::heap;
use rvm_vm::natives::Args;
use rvm_vm::object::Ref;
use rvm_vm::thread::{self, JavaThread};
use rvm_vm::{JResult, natives, vm};
use std::time::Duration;

natives! {
    pub(super) TABLE;
    "java/lang/Object" {
        getClass "()Ljava/lang/Class;" = get_class;
        hashCode "()I" = hash_code;
        clone "()Ljava/lang/Object;" = clone;
        notify "()V" = |t: &JavaThread, a: Args| thread::notify(t, a.reference(0), false);
        notifyAll "()V" = |t: &JavaThread, a: Args| thread::notify(t, a.reference(0), true);
        wait "(J)V" = wait;
    }
}

fn get_class(thread: &JavaThread, args: Args) -> JResult<Ref> {
    vm().known.mirror(thread, args.reference(0).class())
}

fn hash_code(thread: &JavaThread, args: Args) -> i32 {
    heap::identity_hash(thread, args.reference(0))
}

fn clone(thread: &JavaThread, args: Args) -> JResult<Ref> {
    let object = args.reference(0);
    let class = object.class();
    let cloneable = |i: &&rvm_vm::class::Class| i.name == *"java/lang/Cloneable";
    if !class.is_array() && !class.all_interfaces.iter().any(cloneable) {
        return Err(thread.throw("java/lang/CloneNotSupportedException", &class.external_name()));
    }
    heap::clone_object(thread, object)
}

fn wait(thread: &JavaThread, args: Args) -> JResult<()> {
    let millis = args.long(1);
    if args.reference(0).is_null() {
        return Err(null_pointer(thread));
    }
    if millis < 0 {
        return Err(thread.throw("java/lang/IllegalArgumentException", "timeout value is negative"));
    }
    let limit = (millis > 0).then(|| Duration::from_millis(millis as u64));
    thread::wait(thread, args.reference(0), limit)
}
