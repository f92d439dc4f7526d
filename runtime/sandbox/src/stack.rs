//! The main thread's stack as Linux lays it out: arguments, environment, auxiliary vector.

use crate::elf::Image;
use crate::error::SandboxError;
use crate::layout::{self, PAGE};
use crate::memory::GuestMemory;
use crate::policy::Policy;

/// Most bytes of arguments and environment.
const MOST: usize = 2 << 20;

/// Writes it; the stack pointer to start with.
pub fn write(
    memory: &GuestMemory,
    image: &Image,
    arguments: &[String],
    policy: &Policy,
    clock: bool,
) -> Result<u64, SandboxError> {
    let mut strings: Vec<u8> = Vec::new();
    let mut add = |bytes: &[u8]| {
        let at = strings.len();
        strings.extend(bytes);
        strings.push(0);
        at as u64
    };
    let arguments: Vec<u64> = arguments.iter().map(|a| add(a.as_bytes())).collect();
    let environment: Vec<u64> =
        policy.environment.iter().map(|(name, value)| add(format!("{name}={value}").as_bytes())).collect();
    let platform = add(b"x86_64");
    let executable = add(layout::EXECUTABLE.as_bytes());
    let mut random = [0; 16];
    crate::calls::random(&mut random).map_err(SandboxError::host("random numbers"))?;
    let random_at = strings.len() as u64;
    strings.extend(random);
    if strings.len() > MOST {
        return Err(SandboxError::Option("arguments and environment are too long".into()));
    }
    let base = (layout::STACK.end - strings.len() as u64 - 64) & !15;
    let hardware = u64::from(std::arch::x86_64::__cpuid(1).edx);
    let auxiliary = [
        (libc::AT_HWCAP, hardware),
        (libc::AT_PAGESZ, PAGE),
        (libc::AT_CLKTCK, 100),
        (libc::AT_PHDR, image.headers),
        (libc::AT_PHENT, 56),
        (libc::AT_PHNUM, image.header_count),
        (libc::AT_BASE, 0),
        (libc::AT_FLAGS, 0),
        (libc::AT_ENTRY, image.entry),
        (libc::AT_UID, 1000),
        (libc::AT_EUID, 1000),
        (libc::AT_GID, 1000),
        (libc::AT_EGID, 1000),
        (libc::AT_SECURE, 0),
        (libc::AT_RANDOM, base + random_at),
        (libc::AT_PLATFORM, base + platform),
        (libc::AT_EXECFN, base + executable),
        // An entry that nobody reads takes its place where there is none.
        if clock { (libc::AT_SYSINFO_EHDR, layout::VDSO) } else { (libc::AT_FLAGS, 0) },
        (libc::AT_NULL, 0),
    ];
    let mut words = vec![arguments.len() as u64];
    words.extend(arguments.iter().map(|at| base + at));
    words.push(0);
    words.extend(environment.iter().map(|at| base + at));
    words.push(0);
    words.extend(auxiliary.iter().flat_map(|&(kind, value)| [kind, value]));
    let rsp = (base - words.len() as u64 * 8) & !15;
    let bytes: Vec<u8> = words.iter().flat_map(|w| w.to_le_bytes()).collect();
    let put = |at, bytes: &[u8]| {
        memory.put(at, bytes).map_err(|_| SandboxError::Option("--memory is too little for the stack".into()))
    };
    put(base, &strings)?;
    put(rsp, &bytes)?;
    Ok(rsp)
}
