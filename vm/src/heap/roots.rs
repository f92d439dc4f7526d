//! The collector's roots: everything outside the heap that holds a reference.

use crate::Vm;
use crate::object::Ref;
use crate::thread::WorldStopped;

/// Replaces every root by what `f` makes of it (its new address, or itself). Null stays null.
pub(super) fn each_root(vm: &Vm, world: &WorldStopped<'_>, mut f: impl FnMut(Ref) -> Ref) {
    let mut keep = |r: Ref| if r.is_null() { r } else { f(r) };
    for thread in world.threads() {
        thread.each_root(&mut keep);
        crate::stackwalk::each_root(thread, &mut |slot: &mut u64| {
            // SAFETY: the walker passes registers that hold references.
            *slot = keep(unsafe { Ref::from_word(*slot) }).word();
        });
    }
    vm.known.each_spare(|slot| slot.set(keep(slot.get())));
    vm.references.each_root(|slot| slot.set(keep(slot.get())));
    vm.loaders.each_loader(|loader| loader.mirror.set(keep(loader.mirror.get())));
    vm.roots.each(|slot| {
        let old = slot.get();
        let new = keep(old);
        if new != old {
            slot.set(new);
        }
    });
    vm.loaders.each_class(|class| {
        class.mirror.set(keep(class.mirror.get()));
        class.rare.class_data.set(keep(class.rare.class_data.get()));
        for index in 0..class.static_refs {
            let word = class.static_word(index * 8);
            // SAFETY: the first `static_refs` words are references.
            let old = unsafe { Ref::from_word(word) };
            let new = keep(old);
            if new != old {
                class.set_static_word(index * 8, new.word());
            }
        }
    });
}
