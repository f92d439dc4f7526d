//! Giving up rights: what the process that holds a guest, or is one, may still ask of the host.
//!
//! All of it happens before the program's first instruction, on a process of one thread; threads made later inherit it.

use crate::calls::{self, Needs};
use crate::error::SandboxError;
use crate::policy::{Grant, Policy};
use landlock::{
    ABI, Access as _, AccessFs, AccessNet, BitFlags, CompatLevel, Compatible, NetPort, PathBeneath, PathFd,
    Ruleset, RulesetAttr, RulesetCreatedAttr,
};
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen as Len, SeccompCmpOp as Op, SeccompCondition, SeccompFilter,
    SeccompRule,
};
use std::collections::BTreeMap;
use std::io;

fn failed(what: &str) -> impl Fn(String) -> SandboxError + '_ {
    move |error| SandboxError::Host { what: what.to_owned(), error: io::Error::other(error) }
}

/// Closes what was inherited beside the console.
pub fn close_inherited() {
    // SAFETY: nothing of this process is open yet.
    unsafe { libc::syscall(libc::SYS_close_range, 3u32, u32::MAX, 0u32) };
}

fn limit(which: libc::__rlimit_resource_t, most: u64) -> Result<(), SandboxError> {
    let mut now = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
    // SAFETY: fills the structure given.
    unsafe { libc::getrlimit(which, &mut now) };
    let most = most.min(now.rlim_max);
    limit_to(which, most, most)
}

fn limit_to(which: libc::__rlimit_resource_t, now: u64, most: u64) -> Result<(), SandboxError> {
    let new = libc::rlimit { rlim_cur: now, rlim_max: most };
    // SAFETY: reads the structure given.
    match unsafe { libc::setrlimit(which, &new) } {
        0 => Ok(()),
        _ => Err(SandboxError::host("setting limits")(io::Error::last_os_error())),
    }
}

/// Open files without which no program gets anywhere.
const DESCRIPTORS_LEAST: u64 = 32;

/// Refuses where the host lets this process open next to nothing: a program would be told of files that do not exist.
pub fn enough() -> Result<(), SandboxError> {
    let mut now = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
    // SAFETY: fills the structure given.
    unsafe { libc::getrlimit(libc::RLIMIT_NOFILE, &mut now) };
    if now.rlim_max < DESCRIPTORS_LEAST {
        let text = format!("ulimit -n is {}, at least {DESCRIPTORS_LEAST} is needed", now.rlim_max);
        return Err(SandboxError::Option(text));
    }
    // The rest is done where the program's limits are set.
    limit_to(libc::RLIMIT_NOFILE, now.rlim_cur.max(DESCRIPTORS_LEAST), now.rlim_max)
}

/// Limits of the host's kernel: no core files, so many descriptors.
pub fn limits(descriptors: u64) -> Result<(), SandboxError> {
    limit(libc::RLIMIT_CORE, 0)?;
    limit(libc::RLIMIT_NOFILE, descriptors)
}

/// Lets this process run on so many processors only.
pub fn processors(count: usize) -> Result<(), SandboxError> {
    // SAFETY: all zeros is a valid value of this plain structure; both calls take its size.
    let result = unsafe {
        let mut now: libc::cpu_set_t = std::mem::zeroed();
        let mut new: libc::cpu_set_t = std::mem::zeroed();
        libc::sched_getaffinity(0, size_of::<libc::cpu_set_t>(), &mut now);
        let allowed = (0..libc::CPU_SETSIZE as usize).filter(|cpu| libc::CPU_ISSET(*cpu, &now));
        allowed.take(count).for_each(|cpu| libc::CPU_SET(cpu, &mut new));
        libc::sched_setaffinity(0, size_of::<libc::cpu_set_t>(), &new)
    };
    if result == 0 { Ok(()) } else { Err(SandboxError::host("--cpus")(io::Error::last_os_error())) }
}

/// What Landlock allows below a grant.
fn below(grant: &Grant, folder: bool) -> BitFlags<AccessFs> {
    let mut access = AccessFs::ReadFile | AccessFs::ReadDir;
    if grant.write {
        access |= AccessFs::WriteFile
            | AccessFs::RemoveFile
            | AccessFs::RemoveDir
            | AccessFs::MakeReg
            | AccessFs::MakeDir
            | AccessFs::Refer
            | AccessFs::Truncate;
    }
    if grant.links {
        access |= AccessFs::MakeSym;
    }
    if folder { access } else { access & AccessFs::from_file(ABI::V3) }
}

/// Leaves no files and ports but those granted. `path` says where a grant lies now, `own_root` that there is nothing else. Does what the kernel can: `false` if it has no Landlock.
pub fn files(
    policy: &Policy,
    path: fn(&Grant) -> std::path::PathBuf,
    own_root: bool,
) -> Result<bool, SandboxError> {
    let problem = failed("Landlock");
    let (to, at) = policy.net_ports();
    let mut handled: BitFlags<AccessNet> = BitFlags::EMPTY;
    if to.is_some() {
        handled |= AccessNet::ConnectTcp;
    }
    if at.is_some() {
        handled |= AccessNet::BindTcp;
    }
    let mut rules = Ruleset::default()
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessFs::from_all(ABI::V5))
        .and_then(|r| if handled.is_empty() { Ok(r) } else { r.handle_access(handled) })
        .and_then(Ruleset::create)
        .map_err(|e| problem(e.to_string()))?;
    for grant in &policy.grants {
        let place = path(grant);
        let Ok(fd) = PathFd::new(&place) else { continue };
        rules = rules
            .add_rule(PathBeneath::new(fd, below(grant, place.is_dir())))
            .map_err(|e| problem(e.to_string()))?;
    }
    if own_root && let Ok(fd) = PathFd::new("/") {
        // Nothing lies there but the ways to what is granted.
        let names = PathBeneath::new(fd, AccessFs::ReadDir);
        rules = rules.add_rule(names).map_err(|e| problem(e.to_string()))?;
    }
    for (ports, access) in [(to, AccessNet::ConnectTcp), (at, AccessNet::BindTcp)] {
        // Without a grant there is no port at all.
        for port in ports.filter(|_| policy.any_net()).into_iter().flatten() {
            rules = rules.add_rule(NetPort::new(port, access)).map_err(|e| problem(e.to_string()))?;
        }
    }
    let status = rules.restrict_self().map_err(|e| problem(e.to_string()))?;
    Ok(status.ruleset != landlock::RulesetStatus::NotEnforced)
}

type Rules = BTreeMap<i64, Vec<SeccompRule>>;

fn arg(index: u8, length: Len, op: Op, value: u64) -> Result<SeccompCondition, SandboxError> {
    SeccompCondition::new(index, length, op, value).map_err(|e| failed("seccomp")(e.to_string()))
}

fn one(rules: &mut Rules, call: i64, conditions: Vec<SeccompCondition>) -> Result<(), SandboxError> {
    let rule = SeccompRule::new(conditions).map_err(|e| failed("seccomp")(e.to_string()))?;
    rules.entry(call).or_default().push(rule);
    Ok(())
}

/// Calls whose arguments are looked at.
const LOOKED_AT: [i64; 8] = [
    libc::SYS_clone,
    libc::SYS_mprotect,
    libc::SYS_mmap,
    libc::SYS_ioctl,
    libc::SYS_fcntl,
    libc::SYS_prlimit64,
    libc::SYS_kill,
    libc::SYS_tgkill,
];
const TERMINAL: [u64; 3] = [libc::TCGETS, libc::TIOCGWINSZ, libc::FIONREAD];

const THREAD: u64 = (libc::CLONE_VM | libc::CLONE_THREAD | libc::CLONE_SIGHAND) as u64;
const NAMESPACES: u64 = (libc::CLONE_NEWNS
    | libc::CLONE_NEWUSER
    | libc::CLONE_NEWPID
    | libc::CLONE_NEWNET
    | libc::CLONE_NEWIPC
    | libc::CLONE_NEWUTS
    | libc::CLONE_VFORK) as u64;

/// Calls whose arguments are looked at, in both modes.
fn common(rules: &mut Rules) -> Result<(), SandboxError> {
    let threads = vec![
        arg(0, Len::Qword, Op::MaskedEq(THREAD), THREAD)?,
        arg(0, Len::Qword, Op::MaskedEq(NAMESPACES), 0)?,
    ];
    one(rules, libc::SYS_clone, threads)?;
    let executable = libc::PROT_EXEC as u64;
    one(rules, libc::SYS_mprotect, vec![arg(2, Len::Qword, Op::MaskedEq(executable), 0)?])?;
    // The console is no memory: through it more could be reached than what is written to it.
    let no_console = || arg(4, Len::Dword, Op::Gt, 2);
    one(rules, libc::SYS_mmap, vec![arg(2, Len::Qword, Op::MaskedEq(executable), 0)?, no_console()?])?;
    for request in TERMINAL {
        one(rules, libc::SYS_ioctl, vec![arg(1, Len::Dword, Op::Eq, request)?])?;
    }
    let locks = [libc::F_GETLK, libc::F_SETLK, libc::F_SETLKW];
    for command in [libc::F_GETFD, libc::F_GETFL, libc::F_SETFD].into_iter().chain(locks) {
        one(rules, libc::SYS_fcntl, vec![arg(1, Len::Dword, Op::Eq, command as u64)?])?;
    }
    // Limits are told, not set.
    one(rules, libc::SYS_prlimit64, vec![arg(2, Len::Qword, Op::Eq, 0)?])?;
    let own = u64::from(std::process::id());
    for call in [libc::SYS_kill, libc::SYS_tgkill] {
        one(rules, call, vec![arg(0, Len::Dword, Op::Eq, own)?])?;
    }
    Ok(())
}

fn apply(rules: Rules) -> Result<(), SandboxError> {
    let refuse = |error: i32| SeccompAction::Errno(error as u32);
    let problem = failed("seccomp");
    let filter = SeccompFilter::new(
        rules,
        refuse(libc::ENOSYS),
        SeccompAction::Allow,
        seccompiler::TargetArch::x86_64,
    );
    let program: BpfProgram =
        filter.and_then(TryInto::try_into).map_err(|e: seccompiler::BackendError| problem(e.to_string()))?;
    // This sets "no new privileges" too.
    seccompiler::apply_filter(&program).map_err(|e| problem(e.to_string()))
}

/// System calls that the process of a guest makes itself while the guest runs.
const OF_HOST: &[i64] = &[
    libc::SYS_read,
    libc::SYS_write,
    libc::SYS_close,
    libc::SYS_fstat,
    libc::SYS_poll,
    libc::SYS_lseek,
    libc::SYS_munmap,
    libc::SYS_brk,
    libc::SYS_madvise,
    libc::SYS_mremap,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigreturn,
    // What the kernel lets a call that waits go on by, after the process was stopped for a while.
    libc::SYS_restart_syscall,
    libc::SYS_sigaltstack,
    libc::SYS_pread64,
    libc::SYS_pwrite64,
    libc::SYS_sched_yield,
    libc::SYS_fsync,
    libc::SYS_ftruncate,
    libc::SYS_getdents64,
    libc::SYS_uname,
    libc::SYS_gettid,
    libc::SYS_getpid,
    libc::SYS_futex,
    libc::SYS_sched_getaffinity,
    libc::SYS_clock_gettime,
    libc::SYS_clock_nanosleep,
    libc::SYS_exit,
    libc::SYS_exit_group,
    libc::SYS_readlinkat,
    libc::SYS_mkdirat,
    libc::SYS_unlinkat,
    libc::SYS_renameat,
    libc::SYS_renameat2,
    libc::SYS_linkat,
    libc::SYS_symlinkat,
    libc::SYS_fchmod,
    libc::SYS_faccessat2,
    libc::SYS_fstatfs,
    libc::SYS_utimensat,
    libc::SYS_newfstatat,
    libc::SYS_statx,
    libc::SYS_set_robust_list,
    libc::SYS_rseq,
    libc::SYS_getrandom,
    libc::SYS_openat2,
    libc::SYS_pipe2,
];

/// And those that it makes for a guest that was granted something of the network.
const OF_NETWORK: &[i64] = &[
    libc::SYS_connect,
    libc::SYS_sendto,
    libc::SYS_recvfrom,
    libc::SYS_shutdown,
    libc::SYS_bind,
    libc::SYS_listen,
    libc::SYS_accept4,
    libc::SYS_getsockname,
    libc::SYS_getpeername,
    libc::SYS_setsockopt,
    libc::SYS_getsockopt,
];

/// Sockets of the Internet's protocols, for streams and messages.
fn sockets(rules: &mut Rules, all: bool) -> Result<(), SandboxError> {
    rules.remove(&libc::SYS_socket);
    for family in [libc::AF_INET, libc::AF_INET6] {
        for (kind, usual) in [(libc::SOCK_STREAM, libc::IPPROTO_TCP), (libc::SOCK_DGRAM, libc::IPPROTO_UDP)] {
            for protocol in [0, usual] {
                let family = arg(0, Len::Dword, Op::Eq, family as u64)?;
                let kind = arg(1, Len::Dword, Op::MaskedEq(0xff), kind as u64)?;
                let protocol = arg(2, Len::Dword, Op::Eq, protocol as u64)?;
                one(rules, libc::SYS_socket, vec![family, kind, protocol])?;
            }
        }
    }
    if all {
        // To ask for interfaces.
        let family = arg(0, Len::Dword, Op::Eq, libc::AF_NETLINK as u64)?;
        let protocol = arg(2, Len::Dword, Op::Eq, libc::NETLINK_ROUTE as u64)?;
        one(rules, libc::SYS_socket, vec![family, protocol])?;
        one(rules, libc::SYS_ioctl, vec![arg(1, Len::Dword, Op::Eq, libc::SIOCGIFINDEX)?])?;
    }
    Ok(())
}

/// Requests to KVM that the process of a guest makes while the guest runs, by their number.
const KVM: &[u64] = &[
    0x41, // KVM_CREATE_VCPU
    0x46, // KVM_SET_USER_MEMORY_REGION
    0x80, // KVM_RUN
    0x81, 0x82, // registers
    0x83, 0x84, // system registers
    0x88, 0x89, // model-specific registers
    0x8c, 0x8d, 0xa4, // floating point
    0x90, // CPUID
    0xa7, // extended control registers
    0xe1, // the time stamp counter's offset
];

/// The signal that the C library prepares for when the first thread is made, to change user identities in all threads.
const OF_LIBRARY: u64 = 33;

/// Numbers of all system calls that the process of a guest may make while the guest runs.
pub fn host_calls() -> impl Iterator<Item = i64> {
    OF_HOST.iter().copied().chain(LOOKED_AT).chain([libc::SYS_rt_sigaction])
}

/// All requests (number and type) that it may make by `ioctl`.
pub fn host_requests() -> impl Iterator<Item = u64> {
    KVM.iter().map(|request| 0xae00 | request).chain(TERMINAL.map(|request| request & 0xffff))
}

/// The filter of the process that holds a guest.
pub fn calls_of_machine(policy: &Policy) -> Result<(), SandboxError> {
    let network = policy.any_net();
    let mut rules: Rules = OF_HOST.iter().map(|call| (*call, Vec::new())).collect();
    common(&mut rules)?;
    if network {
        rules.extend(OF_NETWORK.iter().map(|call| (*call, Vec::new())));
        sockets(&mut rules, policy.all_net())?;
    }
    for request in KVM {
        let number = arg(1, Len::Dword, Op::MaskedEq(0xffff), 0xae00 | request)?;
        one(&mut rules, libc::SYS_ioctl, vec![number])?;
    }
    one(&mut rules, libc::SYS_rt_sigaction, vec![arg(0, Len::Dword, Op::Eq, OF_LIBRARY)?])?;
    apply(rules)
}

/// The filter of a program that runs as a process: what a guest is served, with the arguments that a guest may give.
pub fn calls_of_program(policy: &Policy) -> Result<(), SandboxError> {
    let (network, links) = (policy.any_net(), policy.grants.iter().any(|grant| grant.links));
    let rows = calls::TABLE.iter().filter(|row| match row.needs {
        Needs::Network => network,
        Needs::Links => links,
        Needs::Nothing | Needs::Files | Needs::Changes => true,
    });
    let mut rules: Rules = rows.map(|row| (row.number as i64, Vec::new())).collect();
    let own = [
        libc::SYS_rt_sigreturn,
        libc::SYS_restart_syscall,
        libc::SYS_rseq,
        libc::SYS_mremap,
        libc::SYS_membarrier,
    ];
    own.into_iter().for_each(|call| drop(rules.insert(call, Vec::new())));
    // Only of itself: `tkill` cannot be told apart by process.
    rules.remove(&libc::SYS_tkill);
    LOOKED_AT.iter().for_each(|call| drop(rules.remove(call)));
    common(&mut rules)?;
    if network {
        sockets(&mut rules, policy.all_net())?;
        one(&mut rules, libc::SYS_ioctl, vec![arg(1, Len::Dword, Op::Eq, libc::FIONBIO)?])?;
    }
    // The code cache: a memory file mapped a second time, never writable and executable at once.
    let both = (libc::PROT_EXEC | libc::PROT_WRITE) as u64;
    one(
        &mut rules,
        libc::SYS_mmap,
        vec![
            arg(2, Len::Qword, Op::MaskedEq(both), libc::PROT_EXEC as u64)?,
            arg(3, Len::Dword, Op::MaskedEq(libc::MAP_SHARED as u64), libc::MAP_SHARED as u64)?,
        ],
    )?;
    apply(rules)
}
