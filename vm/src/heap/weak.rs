//! Soft, weak and phantom references.

use super::barrier::store_ref;
use super::space::Heap;
use crate::Vm;
use crate::class::ReferenceKind;
use crate::object::Ref;

/// What a collection does with reference objects.
#[derive(Debug, Clone, Default)]
pub(super) struct References {
    /// Offset of `Reference.referent`.
    pub referent: u32,
    /// Offset of `SoftReference.timestamp`; 0 if nothing ever read one.
    timestamp: u32,
    /// Soft references last used before this time (milliseconds) are cleared; all if it is `i64::MAX`.
    clear_before: i64,
    /// Found so far, their referents not traced.
    pub discovered: Vec<Ref>,
}

impl References {
    /// `desperate`: soft references are cleared whatever their age.
    pub fn new(vm: &Vm, desperate: bool) -> Self {
        let clock = vm.started.elapsed().as_millis() as i64;
        let free = (vm.heap.policy().free >> 20) as u64;
        let span = free.saturating_mul(vm.heap.options.soft_millis);
        let clear_before =
            if desperate { i64::MAX } else { clock.saturating_sub(i64::try_from(span).unwrap_or(i64::MAX)) };
        let timestamp = vm.known.soft_reference(clock);
        Self { referent: vm.known.referent(), timestamp, clear_before, discovered: Vec::new() }
    }

    /// The same for another thread, which finds its own.
    pub fn part(&self) -> Self {
        Self { discovered: Vec::new(), ..self.clone() }
    }

    /// Whether the referent of a reference object is to be traced as any other field is.
    #[inline]
    pub fn is_strong(&self, object: Ref, kind: ReferenceKind) -> bool {
        kind == ReferenceKind::Soft
            && self.clear_before != i64::MAX
            && (self.timestamp == 0 || object.get::<i64>(self.timestamp) >= self.clear_before)
    }

    /// Clears references whose referents died and hands them to the library. `moved` gives a living object's address.
    pub fn process(&mut self, vm: &Vm, mut moved: impl FnMut(Ref) -> Option<Ref>) {
        let mut cleared = Vec::new();
        for object in std::mem::take(&mut self.discovered) {
            let target = object.get_ref(self.referent);
            if target.is_null() {
                continue;
            }
            match moved(target) {
                Some(new) if new != target => store_ref(object, self.referent, new),
                Some(_) => {}
                None => {
                    object.set::<u32>(self.referent, 0);
                    cleared.push(object);
                }
            }
        }
        vm.references.enqueue(vm, &cleared);
    }
}

impl Heap {
    /// Forgets hashes of objects that died and notes where the others went.
    pub(super) fn update_hashes(&self, added: &[(Ref, i32)], moved: impl Fn(Ref) -> Option<Ref>) {
        let mut hashes = self.hashes.lock().unwrap_or_else(|e| e.into_inner());
        if hashes.is_empty() && added.is_empty() {
            return;
        }
        let old = std::mem::take(&mut *hashes);
        for (address, hash) in old {
            // SAFETY: the table holds objects that lived at the last collection.
            if let Some(new) = moved(unsafe { Ref::from_raw(address) }) {
                hashes.insert(new.raw(), hash);
            }
        }
        hashes.extend(added.iter().map(|&(object, hash)| (object.raw(), hash)));
    }
}
