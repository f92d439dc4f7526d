//! A vCPU's state when it starts: long mode, ring 3, the tables of `kernel`.

use crate::error::SandboxError;
use crate::kernel::{self, USER_FLAGS};
use crate::layout::{self, selector};
use crate::memory::GuestMemory;
use kvm_bindings::{
    CpuId, KVM_MAX_CPUID_ENTRIES, Msrs, kvm_msr_entry, kvm_regs, kvm_segment, kvm_sregs, kvm_xcrs,
};
use kvm_bindings::{KVM_VCPU_TSC_CTRL, KVM_VCPU_TSC_OFFSET, kvm_device_attr};
use kvm_ioctls::{Kvm, SyncReg, VcpuFd};
use std::os::fd::AsRawFd;

const CR0: u64 = 0x8005_0033;
const CR4_PAE_SSE: u64 = 0x620;
const CR4_FSGSBASE: u64 = 1 << 16;
const CR4_OSXSAVE: u64 = 1 << 18;
const EFER: u64 = 0xd01;
/// x87, SSE, AVX, AVX-512.
const XCR0_WANTED: u64 = 0xe7;

const MSR_STAR: u32 = 0xc000_0081;
const MSR_LSTAR: u32 = 0xc000_0082;
const MSR_SFMASK: u32 = 0xc000_0084;

/// Flags that are a program's own: of arithmetic, and the direction.
const ARITHMETIC: u64 = 0xcd5;
/// Forms of floating-point state.
const XSAVE: u8 = 1;
const FXSAVE: u8 = 0;

/// What all vCPUs of a machine share.
#[derive(Debug)]
pub struct Shape {
    cpuid: CpuId,
    root: u64,
    xcr0: u64,
    fsgsbase: bool,
    /// Whether the guest's time stamp counter is the host's.
    pub same_counter: bool,
}

const AVX: &str = "switching AVX on";

/// Makes the guest's time stamp counter the host's.
fn set_counter(vcpu: &VcpuFd) -> Result<(), SandboxError> {
    const SET_DEVICE_ATTR: libc::c_ulong = 0x4018_aee1;
    let offset = 0u64;
    let attribute = kvm_device_attr {
        group: KVM_VCPU_TSC_CTRL,
        attr: u64::from(KVM_VCPU_TSC_OFFSET),
        addr: std::ptr::from_ref(&offset) as u64,
        flags: 0,
    };
    // SAFETY: reads the structure and the number that it points to; both live for the call.
    match unsafe { libc::ioctl(vcpu.as_raw_fd(), SET_DEVICE_ATTR, &raw const attribute) } {
        0 => Ok(()),
        _ => Err(SandboxError::Kvm { what: "time stamp counter", error: std::io::Error::last_os_error() }),
    }
}

fn edit(cpuid: &mut CpuId, leaf: u32, sub: u32, f: impl Fn(&mut kvm_bindings::kvm_cpuid_entry2)) {
    cpuid.as_mut_slice().iter_mut().filter(|e| e.function == leaf && e.index == sub).for_each(f);
}

impl Shape {
    /// Asks KVM what processors it can make.
    pub fn new(kvm: &Kvm, root: u64) -> Result<Self, SandboxError> {
        let cpuid = kvm
            .get_supported_cpuid(KVM_MAX_CPUID_ENTRIES)
            .map_err(SandboxError::kvm("supported processors"))?;
        let find = |leaf, sub| cpuid.as_slice().iter().find(move |e| e.function == leaf && e.index == sub);
        let xsave = find(1, 0).is_some_and(|e| e.ecx >> 26 & 1 != 0);
        let known = find(0xd, 0).map_or(3, |e| u64::from(e.eax) | u64::from(e.edx) << 32);
        let fsgsbase = find(7, 0).is_some_and(|e| e.ebx & 1 != 0);
        let mut xcr0 = if xsave { known & XCR0_WANTED } else { 0 };
        if xcr0 & 0xe0 != 0xe0 {
            xcr0 &= 7;
        }
        Ok(Self { cpuid, root, xcr0, fsgsbase, same_counter: true })
    }

    /// Takes AVX out of what the guest sees: for where KVM refuses to switch it on.
    pub fn without_avx(&mut self) {
        self.xcr0 = 0;
        // XSAVE, OSXSAVE, AVX, FMA, F16C; AVX2 and AVX-512 and what builds on them.
        edit(&mut self.cpuid, 1, 0, |e| e.ecx &= !(1 << 26 | 1 << 27 | 1 << 28 | 1 << 12 | 1 << 29));
        edit(&mut self.cpuid, 7, 0, |e| {
            e.ebx &= !(1 << 5 | 1 << 16 | 1 << 17 | 1 << 21 | 0b1_1111 << 26 | 1 << 31);
            e.ecx &= !(1 << 1 | 1 << 6 | 1 << 9 | 1 << 10 | 1 << 11 | 1 << 12 | 1 << 14);
            e.edx &= !(1 << 2 | 1 << 3 | 1 << 8 | 1 << 23);
        });
        edit(&mut self.cpuid, 7, 1, |e| e.eax &= !(1 << 4 | 1 << 5 | 1 << 23));
    }

    /// Sets the first vCPU up, and finds out what this KVM refuses.
    pub fn prepare_first(&mut self, vcpu: &VcpuFd, memory: &GuestMemory) -> Result<(), SandboxError> {
        self.same_counter = set_counter(vcpu).is_ok();
        match self.prepare(vcpu, 0, memory) {
            Err(SandboxError::Kvm { what: AVX, .. }) => {
                self.without_avx();
                self.prepare(vcpu, 0, memory)
            }
            other => other,
        }
    }

    /// Sets a new vCPU up; what is left are registers (`enter`).
    pub fn prepare(&self, vcpu: &VcpuFd, index: u64, memory: &GuestMemory) -> Result<(), SandboxError> {
        memory.write_kernel(kernel::vcpu_page(index), &kernel::vcpu_tables(index));
        if self.same_counter {
            set_counter(vcpu)?;
        }
        let mut cpuid = self.cpuid.clone();
        edit(&mut cpuid, 1, 0, |e| e.ebx = e.ebx & 0x00ff_ffff | (index as u32) << 24);
        vcpu.set_cpuid2(&cpuid).map_err(SandboxError::kvm("processor's features"))?;
        self.system_registers(vcpu, index, [0; 2])?;
        if self.xcr0 != 0 {
            let mut xcrs = kvm_xcrs { nr_xcrs: 1, ..Default::default() };
            xcrs.xcrs[0].value = self.xcr0;
            vcpu.set_xcrs(&xcrs).map_err(SandboxError::kvm(AVX))?;
        }
        let star = u64::from(selector::SYSRET) << 48 | u64::from(selector::KERNEL_CODE) << 32;
        let entry = |index, data| kvm_msr_entry { index, data, ..Default::default() };
        let entries =
            [entry(MSR_STAR, star), entry(MSR_LSTAR, layout::SYSCALL_STUB), entry(MSR_SFMASK, 0x4_4700)];
        let msrs = Msrs::from_entries(&entries)
            .map_err(|_| SandboxError::Guest("model-specific registers".into()))?;
        let set = vcpu.set_msrs(&msrs).map_err(SandboxError::kvm("system-call registers"))?;
        if set != entries.len() {
            return Err(SandboxError::Guest("KVM does not take the system-call registers".into()));
        }
        self.reset_floating(vcpu)
    }

    /// Floating point as a thread begins with it, whatever the vCPU's last one has left.
    pub fn reset_floating(&self, vcpu: &VcpuFd) -> Result<(), SandboxError> {
        let fpu = kvm_bindings::kvm_fpu { fcw: 0x37f, mxcsr: 0x1f80, ..Default::default() };
        vcpu.set_fpu(&fpu).map_err(SandboxError::kvm("floating point"))
    }

    /// Segments, tables and modes of ring 3, with these bases of `fs` and `gs`.
    pub fn system_registers(&self, vcpu: &VcpuFd, index: u64, bases: [u64; 2]) -> Result<(), SandboxError> {
        let mut s: kvm_sregs = vcpu.get_sregs().map_err(SandboxError::kvm("system registers"))?;
        let data = kvm_segment {
            selector: selector::USER_DATA,
            limit: u32::MAX,
            type_: 3,
            present: 1,
            dpl: 3,
            db: 1,
            s: 1,
            g: 1,
            ..Default::default()
        };
        (s.ds, s.es, s.ss, s.fs, s.gs) = (data, data, data, data, data);
        s.cs = kvm_segment { selector: selector::USER_CODE, type_: 11, db: 0, l: 1, ..data };
        (s.fs.base, s.gs.base) = (bases[0], bases[1]);
        s.gdt.base = kernel::vcpu_page(index);
        s.gdt.limit = kernel::GDT_SIZE as u16 - 1;
        s.idt.base = layout::IDT;
        s.idt.limit = kernel::VECTORS as u16 * 16 - 1;
        s.tr = kvm_segment {
            base: kernel::task(index),
            limit: kernel::TASK_SIZE as u32 - 1,
            selector: selector::TASK,
            type_: 11,
            present: 1,
            ..Default::default()
        };
        s.ldt = kvm_segment { unusable: 1, ..Default::default() };
        s.cr0 = CR0;
        s.cr3 = self.root;
        s.cr4 = CR4_PAE_SSE
            | if self.fsgsbase { CR4_FSGSBASE } else { 0 }
            | if self.xcr0 != 0 { CR4_OSXSAVE } else { 0 };
        s.efer = EFER;
        vcpu.set_sregs(&s).map_err(SandboxError::kvm("system registers"))
    }

    /// Bases of `fs` and `gs`, which the guest may set itself.
    pub fn bases(&self, vcpu: &VcpuFd) -> Result<[u64; 2], SandboxError> {
        let s = vcpu.get_sregs().map_err(SandboxError::kvm("system registers"))?;
        Ok([s.fs.base, s.gs.base])
    }

    /// Floating-point and vector registers.
    pub fn floating(&self, vcpu: &VcpuFd) -> Result<Vec<u8>, SandboxError> {
        let mut bytes = vec![XSAVE];
        match vcpu.get_xsave() {
            Ok(state) => bytes.extend(state.region.iter().flat_map(|word| word.to_le_bytes())),
            Err(_) => {
                let fpu = vcpu.get_fpu().map_err(SandboxError::kvm("floating point"))?;
                bytes[0] = FXSAVE;
                fpu.fpr.iter().chain(&fpu.xmm).for_each(|register| bytes.extend(register));
                bytes.extend(fpu.fcw.to_le_bytes());
                bytes.extend(fpu.fsw.to_le_bytes());
                bytes.extend([fpu.ftwx, 0]);
                bytes.extend(fpu.mxcsr.to_le_bytes());
            }
        }
        Ok(bytes)
    }

    /// Sets them; `false` if they make no sense to KVM.
    pub fn set_floating(&self, vcpu: &VcpuFd, bytes: &[u8]) -> bool {
        let Some((kind, rest)) = bytes.split_first() else { return false };
        if *kind == XSAVE {
            let mut state = kvm_bindings::kvm_xsave::default();
            if rest.len() != state.region.len() * 4 {
                return false;
            }
            for (slot, word) in state.region.iter_mut().zip(rest.chunks_exact(4)) {
                *slot = u32::from_le_bytes(std::array::from_fn(|i| word[i]));
            }
            // SAFETY: no features beyond what fits into the structure are ever switched on.
            return unsafe { vcpu.set_xsave(&state) }.is_ok();
        }
        let Ok(mut fpu) = vcpu.get_fpu() else { return false };
        if rest.len() != 24 * 16 + 10 {
            return false;
        }
        for (slot, bytes) in fpu.fpr.iter_mut().chain(&mut fpu.xmm).zip(rest.chunks_exact(16)) {
            slot.copy_from_slice(bytes);
        }
        let last = &rest[24 * 16..];
        fpu.fcw = u16::from_le_bytes([last[0], last[1]]);
        fpu.fsw = u16::from_le_bytes([last[2], last[3]]);
        fpu.ftwx = last[4];
        fpu.mxcsr = u32::from_le_bytes([last[6], last[7], last[8], last[9]]) & 0xffff;
        vcpu.set_fpu(&fpu).is_ok()
    }

    /// A number for what a guest can see of its processor: equal where a snapshot can go on.
    pub fn kind(&self) -> u64 {
        let mut bytes: Vec<u8> = Vec::new();
        for e in self.cpuid.as_slice() {
            // Features, and where registers lie in saved state; not what differs from processor to processor.
            let words = match (e.function, e.index) {
                (0, _) | (7, _) | (0xd, 0..=9) | (0x8000_0001, _) => [e.eax, e.ebx, e.ecx, e.edx],
                (1, _) => [e.eax, 0, e.ecx, e.edx],
                _ => continue,
            };
            [e.function, e.index].iter().chain(&words).for_each(|word| bytes.extend(word.to_le_bytes()));
        }
        bytes.extend(self.xcr0.to_le_bytes());
        bytes.extend([u8::from(self.fsgsbase), u8::from(self.same_counter)]);
        crate::snapshot::format::Sum::of(&bytes)
    }

    /// Registers of a thread that begins at `rip`; from now on registers travel with the exits.
    pub fn enter(&self, vcpu: &mut VcpuFd, regs: kvm_regs) {
        vcpu.set_sync_valid_reg(SyncReg::Register);
        vcpu.sync_regs_mut().regs = kvm_regs { rflags: USER_FLAGS | regs.rflags & ARITHMETIC, ..regs };
        vcpu.set_sync_dirty_reg(SyncReg::Register);
    }
}
