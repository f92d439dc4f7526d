//! What leaving a guest costs: for the bench `exits`. The same text goes out by paravirtual calls, and byte by byte through an emulated serial port.

use crate::error::SandboxError;
use crate::kernel;
use crate::layout::{PORT_CALL, SYSCALL_STUB};
use crate::machine::{Machine, Program};
use crate::memory::Fault;
use crate::policy::Policy;
use crate::watch::processor_time;
use kvm_ioctls::{SyncReg, VcpuExit};
use std::time::{Duration, Instant};

/// What a run came to.
#[derive(Debug, Clone, Copy, Default)]
pub struct Cost {
    /// Exits of the guest.
    pub exits: u64,
    /// Bytes that went out.
    pub bytes: u64,
    /// From the first instruction to the end.
    pub wall: Duration,
    /// Processor time meanwhile.
    pub processor: Duration,
}

enum Left {
    Out(u8),
    In,
    Stop,
}

/// The line status register of a serial port that can take a byte.
const READY: u8 = 0x20;

/// Runs a guest that calls `write` and `exit_group` only, or reads and writes the port of system calls as if a serial port's registers lay there.
pub fn measure(program: &Program) -> Result<Cost, SandboxError> {
    let (machine, mut vcpu, thread) = Machine::new(Policy::default(), program)?;
    machine.shape.enter(&mut vcpu, thread.regs);
    let mut cost = Cost::default();
    let (began, used) = (Instant::now(), processor_time());
    // What a device does with what it is given.
    let mut sink: Vec<u8> = Vec::with_capacity(1 << 16);
    loop {
        let left = match vcpu.run().map_err(SandboxError::kvm("running"))? {
            VcpuExit::IoOut(PORT_CALL, data) => Left::Out(data.first().copied().unwrap_or(0)),
            VcpuExit::IoIn(PORT_CALL, data) => {
                data.fill(READY);
                Left::In
            }
            // The page-fault stub asks for memory.
            VcpuExit::IoOut(..) => {
                let regs = vcpu.sync_regs().regs;
                let (frame, ..) =
                    kernel::Frame::parse_page_fault(&machine.memory.read_kernel::<64>(regs.rsp));
                let address = vcpu.get_sregs().map_err(SandboxError::kvm("system registers"))?.cr2;
                match machine.memory.touch(address, frame.code & 2 != 0) {
                    Ok((place, value)) => {
                        let regs = &mut vcpu.sync_regs_mut().regs;
                        (regs.rdi, regs.rax) = (place, value);
                        vcpu.set_sync_dirty_reg(SyncReg::Register);
                        continue;
                    }
                    Err(Fault::Limit | Fault::Unmapped | Fault::Host) => Left::Stop,
                }
            }
            _ => Left::Stop,
        };
        cost.exits += 1;
        if sink.len() >= 1 << 16 {
            sink.clear();
        }
        let regs = vcpu.sync_regs().regs;
        match left {
            Left::In => {}
            Left::Out(byte) if regs.rip != SYSCALL_STUB + kernel::CALL_SIZE => {
                sink.push(byte);
                cost.bytes += 1;
            }
            Left::Out(_) if regs.rax == libc::SYS_write as u64 => {
                let mut part = [0; 4096];
                let size = (regs.rdx as usize).min(part.len());
                machine
                    .memory
                    .get(regs.rsi, &mut part[..size])
                    .map_err(|_| SandboxError::Guest("text that is not mapped".into()))?;
                sink.extend(&part[..size]);
                cost.bytes += size as u64;
                vcpu.sync_regs_mut().regs.rax = size as u64;
                vcpu.set_sync_dirty_reg(SyncReg::Register);
            }
            Left::Out(_) | Left::Stop => break,
        }
    }
    cost.wall = began.elapsed();
    cost.processor = processor_time().saturating_sub(used);
    Ok(cost)
}
