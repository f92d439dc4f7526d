//! `rvm.internal.Boot`: system properties and the environment.

use crate::host::host;
use rvm_vm::natives::Args;
use rvm_vm::object::{Ref, string};
use rvm_vm::thread::JavaThread;
use rvm_vm::{JResult, natives};

natives! {
    pub(super) TABLE;
    "rvm/internal/Boot" {
        properties "()[Ljava/lang/String;" = |t: &JavaThread, _: Args| -> JResult<Ref> { string::array_of(t, &properties()) };
        environment "()[Ljava/lang/String;" = |t: &JavaThread, _: Args| -> JResult<Ref> { string::array_of(t, &environment()) };
    }
}

fn environment() -> Vec<String> {
    // What the sandbox tells the resolver is not the program's.
    let told = |name: &std::ffi::OsString| name == rvm_sandbox::policy::HOSTS;
    std::env::vars_os()
        .filter(|(name, _)| !told(name))
        .flat_map(|(name, value)| [name.to_string_lossy().into_owned(), value.to_string_lossy().into_owned()])
        .collect()
}

/// Name and home of the user, from the password file.
fn user() -> (String, String) {
    // SAFETY: no arguments, cannot fail.
    let uid = unsafe { libc::getuid() }.to_string();
    let file = std::fs::read_to_string("/etc/passwd").unwrap_or_default();
    for line in file.lines() {
        let parts: Vec<&str> = line.split(':').collect();
        if parts.len() >= 6 && parts[2] == uid {
            return (parts[0].to_owned(), parts[5].to_owned());
        }
    }
    let or = |name: &str, other: &str| std::env::var(name).unwrap_or_else(|_| other.to_owned());
    (or("USER", "?"), or("HOME", "?"))
}

fn os_version() -> String {
    // SAFETY: all zeros is a valid value of this plain structure, which uname fills.
    let mut names: libc::utsname = unsafe { std::mem::zeroed() };
    // SAFETY: as above.
    unsafe { libc::uname(&mut names) };
    names.release.iter().take_while(|&&c| c != 0).map(|&c| c as u8 as char).collect()
}

/// The folder that holds `bin/rvm`, or the one of the command.
fn home() -> String {
    let command = std::env::current_exe().unwrap_or_default();
    let folder = command.parent().map(std::path::Path::to_owned).unwrap_or_default();
    let home = if folder.ends_with("bin") { folder.parent().map(std::path::Path::to_owned) } else { None };
    home.unwrap_or(folder).to_string_lossy().into_owned()
}

fn properties() -> Vec<String> {
    let (name, user_home) = user();
    let directory =
        std::env::current_dir().map_or_else(|_| String::new(), |d| d.to_string_lossy().into_owned());
    let version = env!("CARGO_PKG_VERSION");
    let mut all: Vec<(String, String)> = [
        ("java.version", "17.0.15"),
        ("java.version.date", "2025-04-15"),
        ("java.specification.name", "Java Platform API Specification"),
        ("java.specification.vendor", "Oracle Corporation"),
        ("java.specification.version", "17"),
        ("java.vm.specification.name", "Java Virtual Machine Specification"),
        ("java.vm.specification.vendor", "Oracle Corporation"),
        ("java.vm.specification.version", "17"),
        ("java.runtime.name", "RVM Runtime Environment"),
        ("java.runtime.version", version),
        ("java.vm.name", "RVM 64-Bit VM"),
        ("java.vm.vendor", "RVM"),
        ("java.vm.version", version),
        ("java.vm.info", "interpreted mode"),
        ("java.vendor", "RVM"),
        ("java.class.version", "61.0"),
        ("java.class.path", &host().class_path_text),
        ("java.home", &home()),
        ("java.io.tmpdir", "/tmp"),
        ("java.library.path", "/usr/java/packages/lib:/usr/lib64:/lib64:/lib:/usr/lib"),
        ("os.name", "Linux"),
        ("os.arch", "amd64"),
        ("os.version", &os_version()),
        ("user.name", &name),
        ("user.home", &user_home),
        ("user.dir", &directory),
        ("user.language", "en"),
        ("file.separator", "/"),
        ("path.separator", ":"),
        ("line.separator", "\n"),
        ("file.encoding", "UTF-8"),
        ("native.encoding", "UTF-8"),
        ("sun.jnu.encoding", "UTF-8"),
        ("sun.arch.data.model", "64"),
        ("sun.cpu.endian", "little"),
        ("sun.java.command", &host().command),
        ("sun.java.launcher", "SUN_STANDARD"),
    ]
    .map(|(key, value)| (key.to_owned(), value.to_owned()))
    .to_vec();
    for (key, value) in &host().properties {
        all.retain(|(known, _)| known != key);
        all.push((key.clone(), value.clone()));
    }
    all.into_iter().flat_map(|(key, value)| [key, value]).collect()
}
