//! When to collect and what: nursery or everything; how large the generations are afterwards; the log.

use super::space::{Heap, Policy};
use super::{alloc, full, verify, young as nursery};
use crate::thread::{JavaThread, WorldStopped};
use crate::{Vm, vm};
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

/// How hard to try to make room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effort {
    /// A nursery collection, if that is likely to do.
    Usual,
    /// A full one.
    Full,
    /// A full one that clears all soft references.
    Desperate,
}

/// What to collect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Young,
    Full { desperate: bool, explicit: bool },
}

/// Collects everything (`System.gc`) unless another thread has just collected.
pub fn collect(thread: &JavaThread, cause: &str) {
    run(thread, cause, 0, |_, _| Kind::Full { desperate: false, explicit: true }, || ());
}

/// Collects the nursery.
pub(super) fn young(thread: &JavaThread, cause: &str) {
    let kind = |heap: &Heap, _: &mut Policy| match heap.room_to_promote() {
        true => Kind::Young,
        false => Kind::Full { desperate: false, explicit: false },
    };
    run(thread, cause, 0, kind, || ());
}

/// Zeal mode: nursery and full collections in turn.
pub(super) fn zeal(thread: &JavaThread) {
    let kind = |heap: &Heap, policy: &mut Policy| {
        policy.zeal_full = !policy.zeal_full;
        if policy.zeal_full || !heap.room_to_promote() {
            Kind::Full { desperate: false, explicit: false }
        } else {
            Kind::Young
        }
    };
    run(thread, "Zeal", 0, kind, || ());
}

/// Collects to make room for `size` bytes, and takes them before other threads run again and use up what was freed. `None` if
/// another thread collected meanwhile, `Some(None)` if there was no room afterwards.
pub(super) fn for_room(thread: &JavaThread, size: usize, effort: Effort) -> Option<Option<usize>> {
    let kind = |heap: &Heap, policy: &mut Policy| match effort {
        Effort::Usual if !alloc::is_large(size) && promotion_fits(heap, policy) => Kind::Young,
        Effort::Desperate => Kind::Full { desperate: true, explicit: false },
        _ => Kind::Full { desperate: false, explicit: false },
    };
    run(thread, "Allocation Failure", size, kind, || alloc::take(thread, size))
}

/// Whether a nursery collection will probably leave the old generation below its limit.
fn promotion_fits(heap: &Heap, policy: &Policy) -> bool {
    let expected = policy.promoted.min(heap.eden.used() + heap.survivor_space().used());
    heap.room_to_promote() && heap.eden.capacity() > 0 && heap.old.top() + expected <= heap.old.end()
}

/// Collects, then does `last` before other threads run again.
fn run<T>(
    thread: &JavaThread,
    cause: &str,
    size: usize,
    kind: impl FnOnce(&Heap, &mut Policy) -> Kind,
    last: impl FnOnce() -> T,
) -> Option<T> {
    let vm = vm();
    let world = vm.threads.stop_world(thread)?;
    let heap = &vm.heap;
    let kind = kind(heap, &mut heap.policy());
    for thread in world.threads() {
        thread.tlab_top.set(0);
        thread.tlab_end.set(0);
    }
    match kind {
        Kind::Young => {
            collect_young(vm, &world, cause);
            let cramped = {
                let policy = heap.policy();
                heap.eden.capacity() < policy.granted.min(policy.eden) / 2
            };
            if cramped {
                collect_full(vm, &world, cause, size, false, false);
            }
        }
        Kind::Full { desperate, explicit } => {
            collect_full(vm, &world, cause, size, desperate, explicit);
        }
    }
    Some(last())
}

fn collect_young(vm: &Vm, world: &WorldStopped<'_>, cause: &str) {
    let heap = &vm.heap;
    let start = Instant::now();
    let before = heap.used();
    let allocated = heap.eden.used();
    let doubtful = heap.policy().doubtful;
    let work = if doubtful { processor_time() } else { None };
    let outcome = nursery::collect(vm, world);
    let pause = start.elapsed();
    let work = work.and_then(|from| processor_time()?.checked_sub(from));
    {
        let mut policy = heap.policy();
        policy.doubtful = pause > SURE;
        // Not measured, and doubtful: as the ones before.
        let usual = || match policy.cost {
            0 => pause,
            cost => pause.min(Duration::from_nanos(cost * (allocated >> 10) as u64)),
        };
        let work = work.unwrap_or_else(|| if pause > SURE { usual() } else { pause });
        policy.threshold = outcome.threshold;
        // A decaying maximum: full collections come before promotion fails, not after.
        policy.promoted = outcome.promoted.max(policy.promoted - policy.promoted / 8);
        adapt(heap, &mut policy, vm, work, allocated, outcome.promoted + outcome.survived);
        shrink_to_fit(heap, &mut policy);
    }
    report(vm, world, "Young", cause, before, pause);
}

/// What a nursery collection may cost. Other processes' time does not count: a smaller eden would not help against it.
const PAUSE: Duration = Duration::from_micros(2000);
/// A thread that has run for no longer was hardly interrupted: its clock, which a virtual machine has to leave for, is not read.
const SURE: Duration = Duration::from_micros(800);
/// Eden does not shrink below this for the sake of pauses.
const LEAST_EDEN: usize = 256 << 10;

/// Eden grows while collecting it takes more than a hundredth of the time, or much of it survives, and has the size at
/// which collecting it takes no longer than it may, going by the dearest of recent collections.
fn adapt(heap: &Heap, policy: &mut Policy, vm: &Vm, work: Duration, allocated: usize, alive: usize) {
    let now = vm.started.elapsed().as_nanos() as u64;
    let interval = now.saturating_sub(policy.last_end).max(1);
    policy.last_end = now;
    if heap.options.young_initial.is_some() {
        return;
    }
    let work = work.as_nanos() as u64;
    let cost = work / (allocated >> 10).max(64) as u64;
    policy.cost = cost.max(policy.cost - policy.cost / 8).max(1);
    let wanted = ((PAUSE.as_nanos() as u64 / policy.cost) as usize) << 10;
    if wanted < policy.eden {
        // At most to a quarter at a time: one collection says little of the next.
        let least = LEAST_EDEN.max(policy.eden / 4);
        policy.eden = wanted.clamp(least.min(policy.eden), policy.eden) & !0xffff;
        return;
    }
    let busy = work * 100 > interval;
    if (busy || alive > allocated / 8) && policy.eden * 2 <= wanted {
        policy.eden = (policy.eden * 2).min(policy.eden_most);
    }
}

/// Time this thread has run, if the system says.
fn processor_time() -> Option<Duration> {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: fills the structure.
    let done = unsafe { libc::clock_gettime(libc::CLOCK_THREAD_CPUTIME_ID, &mut time) };
    (done == 0).then(|| Duration::new(time.tv_sec as u64, time.tv_nsec as u32))
}

/// After a nursery collection: what was promoted leaves less room for eden.
fn shrink_to_fit(heap: &Heap, policy: &mut Policy) {
    let room = heap.maximum().saturating_sub(heap.old.used() + heap.survivor_space().used());
    let eden = policy.eden.min(room / 9 * 8) & !0xffff;
    // Eden grows only as far as the old generation's limit allows.
    let limit = heap.maximum().saturating_sub(heap.old.capacity()) / 9 * 8;
    let eden = eden.min(limit.max(heap.eden.capacity())) & !0xffff;
    heap.eden.set_capacity(eden);
    let survivor = heap.survivor_size(eden);
    for half in &heap.survivors {
        half.set_capacity(survivor.max(half.used()));
    }
}

fn collect_full(
    vm: &'static Vm,
    world: &WorldStopped<'_>,
    cause: &str,
    size: usize,
    desperate: bool,
    explicit: bool,
) {
    let heap = &vm.heap;
    let start = Instant::now();
    let before = heap.used();
    let live = full::collect(vm, world, desperate);
    {
        let mut policy = heap.policy();
        let wanted = if alloc::is_large(size) { size } else { 0 };
        heap.resize(live, wanted, &mut policy);
        policy.free = heap.maximum().saturating_sub(live);
        policy.promoted /= 2;
        policy.last_end = vm.started.elapsed().as_nanos() as u64;
    }
    give_back(heap, explicit);
    report(vm, world, "Full", cause, before, start.elapsed());
}

/// Memory that will not be needed soon goes back to the system.
fn give_back(heap: &Heap, all: bool) {
    let old = &heap.old;
    let keep = if all { old.top() } else { old.end().max(old.top()) };
    for (space, keep) in [
        (old, keep),
        (&heap.eden, if all { heap.eden.base } else { heap.eden.end() }),
        (&heap.survivors[0], heap.survivors[0].base),
        (&heap.survivors[1], heap.survivors[1].base),
    ] {
        let touched = space.touched.load(Ordering::Relaxed);
        let keep = keep.next_multiple_of(crate::memory::PAGE);
        if touched > keep {
            // SAFETY: nothing lies above the spaces' tops.
            unsafe { heap.discard(keep, touched.next_multiple_of(crate::memory::PAGE)) };
            space.touched.store(keep, Ordering::Relaxed);
        }
    }
}

fn report(vm: &Vm, world: &WorldStopped<'_>, what: &str, cause: &str, before: usize, pause: Duration) {
    let heap = &vm.heap;
    let number = heap.collections.fetch_add(1, Ordering::Relaxed);
    heap.pause_nanos.fetch_add(pause.as_nanos() as usize, Ordering::Relaxed);
    if heap.options.zeal > 0 {
        verify::verify(vm, world);
    }
    if heap.options.verbose {
        vm.log(&format!(
            "[{:.3}s][info][gc] GC({number}) Pause {what} ({cause}) {}M->{}M({}M) {:.3}ms",
            vm.started.elapsed().as_secs_f64(),
            before >> 20,
            heap.used() >> 20,
            heap.total() >> 20,
            pause.as_secs_f64() * 1e3
        ));
    }
}
