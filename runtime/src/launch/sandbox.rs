//! Running behind a wall: what the command line grants besides the sandbox's own options.

use super::run_target;
use crate::error::LaunchError;
use crate::options::{Options, Target};
use rvm_sandbox::options::absolute;
use rvm_sandbox::policy::{Grant, Mode, Policy};
use rvm_sandbox::{Program, SandboxError};
use std::path::{Path, PathBuf};

fn refused(error: SandboxError) -> LaunchError {
    LaunchError::Sandbox(error.to_string())
}

/// Runs the target in the sandbox and ends the process with it.
pub(super) fn run(options: &Options, target: &Target) -> Result<i32, LaunchError> {
    rvm_sandbox::close_inherited();
    let mut policy = policy(options, Some(target))?;
    let fits = (policy.heap() as usize).min(rvm_vm::heap::Heap::LARGEST);
    // Without a size, the Java heap is what fits into the memory.
    let derived = options.max_heap.is_none() && options.initial_heap.is_none_or(|size| size <= fits);
    if policy.mode == Mode::Process {
        let mut inner = options.clone();
        if derived {
            inner.max_heap = Some(fits);
        }
        let body = || match run_target(&inner, target) {
            Ok(code) => code,
            Err(error) => super::tell(&error),
        };
        match rvm_sandbox::run_process(&policy, body).map_err(refused)? {}
    }
    let file = executable()?;
    let mut arguments = vec!["rvm".to_owned()];
    if derived {
        arguments.push(format!("-Xmx{fits}"));
    }
    if policy.snapshot.is_some() && policy.snapshot_after.is_none() {
        arguments.push("-XX:+SnapshotBeforeMain".to_owned());
    }
    if policy.snapshot.is_none() {
        policy.cache = options.sandbox.cache();
    }
    if policy.cache.is_some() {
        arguments.push("-XX:+SnapshotAtStart".to_owned());
    }
    arguments.extend_from_slice(&options.passed);
    match rvm_sandbox::run_guest(policy, &Program { file, arguments }).map_err(refused)? {}
}

fn executable() -> Result<std::fs::File, LaunchError> {
    std::fs::File::open("/proc/self/exe")
        .map_err(|e| LaunchError::Sandbox(format!("the guest's executable: {e}")))
}

/// Goes on with a snapshot and ends the process with it.
pub(super) fn restore(options: &Options) -> Result<i32, LaunchError> {
    rvm_sandbox::close_inherited();
    let policy = policy(options, None)?;
    let program = Program { file: executable()?, arguments: Vec::new() };
    match rvm_sandbox::run_guest(policy, &program).map_err(refused)? {}
}

/// The policy with the class path, which may be read.
fn policy(options: &Options, target: Option<&Target>) -> Result<Policy, LaunchError> {
    let mut policy = options.sandbox.policy.clone();
    policy.prepare_net(crate::natives::addresses).map_err(refused)?;
    policy.folder = absolute(Path::new(".")).map_err(refused)?;
    let mut add = |path: &Path, classes_only: bool| -> Result<(), LaunchError> {
        let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
        let guest = absolute(path).map_err(refused)?;
        policy.grants.push(Grant { host: path.to_owned(), guest, write: false, links: false, classes_only });
        Ok(())
    };
    let mut paths: Vec<&str> = Vec::new();
    let from_environment = std::env::var("CLASSPATH").ok().filter(|text| !text.is_empty());
    let named = matches!(target, Some(Target::Class(_))) && options.class_path.is_none();
    let given = options.class_path.as_ref().or(from_environment.as_ref().filter(|_| named));
    let listed = [given, options.boot_class_path.as_ref(), options.boot_append.as_ref()];
    paths.extend(listed.into_iter().flatten().flat_map(|text| text.split(':')));
    for path in paths {
        // `folder/*` names the jars of a folder.
        add(Path::new(path.strip_suffix("/*").unwrap_or(path)), false)?;
    }
    match target {
        // What nobody has named is open for classes only.
        None => {}
        Some(Target::Class(_)) if given.is_none() => add(Path::new("."), true)?,
        Some(Target::Class(_)) => {}
        Some(Target::ClassFile(path)) => add(&path.parent().map_or_else(PathBuf::new, Path::to_owned), true)?,
        Some(Target::Jar(path) | Target::Source(path)) => add(path, false)?,
    }
    if named && let Some(text) = from_environment {
        policy.environment.retain(|(name, _)| name != "CLASSPATH");
        policy.environment.push(("CLASSPATH".to_owned(), text));
    }
    Ok(policy)
}
