//! Walking a thread's frames: roots for the collector, stack traces.

use crate::class::{Method, MethodFlags};
use crate::error::JResult;
use crate::interpreter::{Frame, Position, maps};
use crate::object::{HandleScope, Ref};
use crate::thread::JavaThread;
use crate::{compiled, heap, vm};

/// Most frames a stack trace holds without `-XX:MaxJavaStackTraceDepth`, as in HotSpot.
pub const MAX_DEPTH: usize = 1024;

/// Whether a call of the method runs a host function or nothing at all.
pub fn runs_host_code(method: &Method) -> bool {
    method.code_offset == 0 || method.is(MethodFlags::INTRINSIC)
}

/// A frame found by [`frames`].
#[derive(Debug, Clone, Copy)]
pub struct JavaFrame {
    /// The method that runs.
    pub method: &'static Method,
    /// Offset of the bytecode it is at; `None` for host functions.
    pub bci: Option<u16>,
    place: FramePlace,
}

/// Where a frame's references are.
#[derive(Debug, Clone, Copy)]
enum FramePlace {
    Interpreted(*const Frame),
    /// Of compiled code, which may stand for several frames.
    Compiled(compiled::Place),
}

impl JavaFrame {
    /// The objects the frame refers to, with compiled code those of all the frames it stands for. The thread is stopped.
    pub(crate) fn references(&self) -> Vec<Ref> {
        let mut words: Vec<u64> = Vec::new();
        match self.place {
            FramePlace::Interpreted(record) => {
                // SAFETY: a live record of a stopped thread.
                let (pc, regs) = unsafe { ((*record).pc, (*record).regs) };
                each_reference(self.method, pc, &mut |index| {
                    // SAFETY: the register belongs to the frame.
                    words.push(unsafe { *regs.add(index) });
                });
            }
            FramePlace::Compiled(place) => {
                for &distance in place.code.references(place.site) {
                    // SAFETY: the code keeps a reference there during this call.
                    words.push(unsafe { *((place.fp - distance as usize) as *const u64) });
                }
            }
        }
        // SAFETY: registers and slots that hold references.
        words.into_iter().map(|word| unsafe { Ref::from_word(word) }).filter(|r| !r.is_null()).collect()
    }
}

struct Records<'t> {
    at: *mut Frame,
    end: *mut Frame,
    _thread: &'t JavaThread,
}

impl Iterator for Records<'_> {
    type Item = *mut Frame;

    fn next(&mut self) -> Option<*mut Frame> {
        if self.at >= self.end {
            return None;
        }
        let record = self.at;
        // SAFETY: records lie one behind the other up to the stack's end.
        self.at = unsafe { self.at.add(1) };
        Some(record)
    }
}

fn records(thread: &JavaThread) -> Records<'_> {
    let end = thread.stack.end() as *mut Frame;
    let at = match thread.frame.get() {
        0 => end,
        frame => frame as *mut Frame,
    };
    Records { at, end, _thread: thread }
}

/// The thread's Java frames, innermost first. The thread is stopped or the caller.
pub fn frames(thread: &JavaThread) -> impl Iterator<Item = JavaFrame> + '_ {
    records(thread).flat_map(|record| {
        // SAFETY: a live record.
        let record = unsafe { &*record };
        let (mut one, mut several) = (None, None);
        if record.method == compiled::COMPILED {
            several = Some(compiled::places(record).flat_map(|place| {
                let chain = place.code.chain(place.site);
                let place = FramePlace::Compiled(place);
                chain.map(move |(method, bci)| {
                    let bci = (!runs_host_code(method)).then_some(bci);
                    JavaFrame { method, bci, place }
                })
            }));
        } else if !record.method.is_null() {
            one = Some(interpreted(record));
        }
        one.into_iter().chain(several.into_iter().flatten())
    })
}

/// The frame of a record that is neither an entry's nor one of compiled code.
fn interpreted(record: &Frame) -> JavaFrame {
    // SAFETY: methods are immortal.
    let method: &'static Method = unsafe { &*record.method };
    let bci = if runs_host_code(method) {
        None
    } else if record.pc == 0 {
        Some(0)
    } else {
        Some(maps(method).bci(method, Position(record.pc)))
    };
    JavaFrame { method, bci, place: FramePlace::Interpreted(record) }
}

/// Calls `f` with every register of the thread's frames that holds a reference. The thread is stopped or the caller.
pub(crate) fn each_root(thread: &JavaThread, f: &mut dyn FnMut(&mut u64)) {
    for record in records(thread) {
        // SAFETY: a live record of a stopped thread.
        let frame = unsafe { &*record };
        if frame.method == compiled::COMPILED {
            for place in compiled::places(frame) {
                for &distance in place.code.references(place.site) {
                    // SAFETY: the code keeps a reference there during this call.
                    f(unsafe { &mut *((place.fp - distance as usize) as *mut u64) });
                }
            }
            continue;
        }
        // SAFETY: a live record of a stopped thread.
        let (method, pc, regs) = unsafe { ((*record).method.as_ref(), (*record).pc, (*record).regs) };
        let Some(method) = method else { continue };
        // SAFETY: methods are immortal.
        let method: &'static Method = unsafe { &*std::ptr::from_ref(method) };
        each_reference(method, pc, &mut |index| {
            // SAFETY: the register belongs to the frame.
            f(unsafe { &mut *regs.add(index) });
        });
    }
}

/// Calls `f` with the numbers of an interpreter frame's registers that hold references.
fn each_reference(method: &'static Method, pc: u64, f: &mut dyn FnMut(usize)) {
    if pc == 0 || runs_host_code(method) {
        // Nothing but its arguments.
        for index in 0..method.arg_count() {
            if method.arg_kind(index) == crate::class::ValueKind::Ref {
                f(index);
            }
        }
        return;
    }
    for &index in maps(method).references(method, Position(pc)) {
        f(usize::from(index));
    }
}

/// `Throwable.fillInStackTrace`: notes the present frames in the throwable's `backtrace`, without those that make it: the
/// natives and constructors of the exception itself.
pub fn fill_in(thread: &JavaThread, throwable: Ref) -> JResult<()> {
    if !vm().options.traces {
        return Ok(());
    }
    let most = vm().options.trace_depth;
    let throwables = vm().known.throwable();
    let mut rows: Vec<u64> = Vec::new();
    // 0: in fillInStackTrace; 1: in the exception's constructors; 2: beyond.
    let mut stage = 0;
    let mut hidden = false;
    for frame in frames(thread) {
        let method = frame.method;
        if stage == 0 {
            let filling = matches!(method.name.bytes(), b"fillInStackTrace" | b"capture");
            if filling && method.class().is_subclass_of(throwables) {
                continue;
            }
            stage = 1;
        }
        if stage == 1 {
            let constructs = method.is_constructor() && throwable.class().is_subclass_of(method.class());
            if constructs {
                continue;
            }
            stage = 2;
        }
        if method.is(MethodFlags::HIDDEN) {
            hidden |= rows.is_empty();
            continue;
        }
        let mark = if hidden && rows.is_empty() { BELOW_HIDDEN } else { 0 };
        rows.push(pack(method, frame.bci) | mark);
        if rows.len() == most {
            break;
        }
    }
    let scope = HandleScope::new(thread);
    let throwable = scope.handle(throwable);
    let array = trace_array(thread, &rows)?;
    heap::store_ref(throwable.get(), vm().known.backtrace(), array);
    Ok(())
}

/// The rows of a thread's present frames, from the innermost on. The thread is stopped or the caller.
pub fn trace(thread: &JavaThread) -> Vec<u64> {
    let shown = frames(thread).filter(|f| !f.method.is(MethodFlags::HIDDEN));
    shown.take(MAX_DEPTH).map(|f| pack(f.method, f.bci)).collect()
}

/// A backtrace object of rows.
pub fn trace_array(thread: &JavaThread, rows: &[u64]) -> JResult<Ref> {
    let class = vm().known.array(crate::class::ValueKind::Long);
    let array = heap::alloc_array(thread, class, rows.len() as i32)?;
    // SAFETY: a fresh long[] of this length; nothing allocates meanwhile.
    for (slot, &row) in unsafe { array.slice_mut::<i64>() }.iter_mut().zip(rows) {
        *slot = row as i64;
    }
    Ok(array)
}

/// Row `index` of a backtrace object.
pub fn row(backtrace: Ref, index: usize) -> Option<(&'static Method, Option<u16>)> {
    // SAFETY: backtraces are long[]; nothing allocates meanwhile.
    let &row = unsafe { backtrace.slice::<i64>() }.get(index)?;
    Some(unpack(row as u64))
}

/// Marks the first row of a backtrace whose innermost frame is not shown: the exception did not happen in this row's method.
const BELOW_HIDDEN: u64 = 1 << 63;

/// Whether the innermost frame is missing in a backtrace, because it is hidden.
pub fn is_below_hidden(backtrace: Ref) -> bool {
    // SAFETY: backtraces are long[]; nothing allocates meanwhile.
    unsafe { backtrace.slice::<i64>() }.first().is_some_and(|&row| row < 0)
}

/// A row of a backtrace: method address low, bytecode offset plus one above.
fn pack(method: &'static Method, bci: Option<u16>) -> u64 {
    let bci = bci.map_or(0, |b| u64::from(b) + 1);
    (std::ptr::from_ref(method) as u64 & 0xffff_ffff) | bci << 32
}

/// The rows of a backtrace that [`fill_in`] made: methods with bytecode offsets, innermost first.
pub fn rows(array: Ref) -> Vec<(&'static Method, Option<u16>)> {
    if array.is_null() {
        return Vec::new();
    }
    // SAFETY: the field holds a long[] of packed rows; nothing allocates meanwhile.
    let rows = unsafe { array.slice::<i64>() };
    rows.iter().map(|&row| unpack(row as u64)).collect()
}

fn unpack(row: u64) -> (&'static Method, Option<u16>) {
    // SAFETY: `pack` put the address of an immortal method there.
    let method: &'static Method = unsafe { &*((row & 0xffff_ffff) as usize as *const Method) };
    let bci = (row & !BELOW_HIDDEN) >> 32;
    (method, (bci != 0).then(|| (bci - 1) as u16))
}
