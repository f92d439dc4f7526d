//! The command line's options of the sandbox.

use crate::error::SandboxError;
use crate::net::NetGrant;
use crate::policy::{Grant, Mode, Policy};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// What the command line says about the sandbox.
#[derive(Debug, Clone, Default)]
pub struct SandboxOptions {
    /// The policy so far; its folder is not set.
    pub policy: Policy,
    /// Whether the command line says where snapshots of starts are kept.
    cache_named: bool,
    /// The first option that only means something behind a wall.
    needs_mode: Option<String>,
}

/// The help text.
pub const HELP: &str = "\
    --sandbox none|process|kvm
                  run as an ordinary process (default), as a process behind seccomp and
                  Landlock, or as the guest of a virtual machine; nothing is granted but the
                  console, the class path (read only) and what these options name:
    --memory <size>
                  memory, 1g if not given; beyond it exit code 137
    --cpus <n>    processors to run on at once
    --timeout <time>, --cpu-time <time>
                  wall-clock time (exit code 124) and processor time (152): 2, 1.5s, 300ms, 1m
    --dir <host>[:<guest>][:ro|:links]
                  a folder or file of the host, and its path as the program sees it; to be
                  read only, or one in which links may be made
    --env <name>[=<value>]
                  an environment variable
    --net <what>  connections and messages to host:port, those that come to listen:port, the
                  host's servers of names (dns), or any; *:80, host:* and listen:* may be given
    --max-output <size>
                  bytes written to the console; beyond it exit code 153
    --snapshot <file>
                  kvm: write the guest's memory and threads to a file just before main is
                  called, and whenever signal USR1 arrives
    --snapshot-after <time>
                  write the snapshot then, not before main
    --restore <file>
                  kvm: go on with a snapshot instead of starting a program; --dir and -cp
                  grant again what it was granted
    --snapshot-cache off|<folder>
                  kvm: start from no snapshot that was kept of an earlier start, or keep them
                  there; else they are kept in $XDG_CACHE_HOME/rvm or ~/.cache/rvm
    --sandbox-report
                  print what was used
";

fn bad(option: &str, value: &str, wanted: &str) -> SandboxError {
    SandboxError::Option(format!("Error: {option} {value}: {wanted}"))
}

fn size(option: &str, text: &str) -> Result<u64, SandboxError> {
    let error = || bad(option, text, "a size like 512k, 64m, 2g is expected");
    let shift = match text.chars().last() {
        Some('k' | 'K') => 10,
        Some('m' | 'M') => 20,
        Some('g' | 'G') => 30,
        Some('0'..='9') => 0,
        _ => return Err(error()),
    };
    let digits = if shift == 0 { text } else { &text[..text.len() - 1] };
    if digits.starts_with('+') {
        return Err(error());
    }
    let number: u64 = digits.parse().map_err(|_| error())?;
    number.checked_mul(1 << shift).filter(|n| *n > 0).ok_or_else(error)
}

fn time(option: &str, text: &str) -> Result<Duration, SandboxError> {
    let units = [("ms", 0.001), ("s", 1.0), ("m", 60.0), ("h", 3600.0), ("", 1.0)];
    let (digits, unit) =
        units.iter().find_map(|(name, unit)| Some((text.strip_suffix(name)?, unit))).unwrap_or((text, &1.0));
    let plain = digits.chars().all(|c| c.is_ascii_digit() || c == '.');
    let seconds = digits.parse::<f64>().ok().filter(|n| plain && *n > 0.0).map(|n| n * unit);
    let time = seconds.filter(|s| *s < 1e9).and_then(|s| Duration::try_from_secs_f64(s).ok());
    time.filter(|t| !t.is_zero())
        .ok_or_else(|| bad(option, text, "a time like 2, 1.5s, 300ms, 1m is expected"))
}

/// The host's absolute path, as the program would see it.
pub fn absolute(path: &Path) -> Result<String, SandboxError> {
    let whole = std::path::absolute(path).map_err(SandboxError::host(path.display().to_string()))?;
    let text = whole
        .to_str()
        .ok_or_else(|| SandboxError::Option(format!("Error: {}: not UTF-8", whole.display())))?;
    Ok(plain(text))
}

/// An absolute path without `.`, `..` and double slashes.
fn plain(path: &str) -> String {
    format!("/{}", crate::files::names(path).join("/"))
}

fn grant(text: &str) -> Result<Grant, SandboxError> {
    let (rest, write, links) = match text.rsplit_once(':') {
        Some((rest, "ro")) => (rest, false, false),
        Some((rest, "rw")) => (rest, true, false),
        Some((rest, "links")) => (rest, true, true),
        _ => (text, true, false),
    };
    let (host, guest) = match rest.split_once(':') {
        Some((host, guest)) => (host, Some(guest)),
        None => (rest, None),
    };
    let wanted = "HOST[:GUEST][:ro|:links] is expected, GUEST being absolute";
    if host.is_empty() || guest.is_some_and(|g| !g.starts_with('/') || g.contains(':') || g.contains('\0')) {
        return Err(bad("--dir", text, wanted));
    }
    let host = PathBuf::from(host);
    if !host.exists() {
        return Err(bad("--dir", text, "there is no such file or folder"));
    }
    if !host.is_dir() && !host.is_file() {
        return Err(bad("--dir", text, "only folders and files can be granted"));
    }
    let guest = match guest {
        Some(guest) => plain(guest),
        None => absolute(&host)?,
    };
    if guest == "/" && !host.is_dir() {
        return Err(bad("--dir", text, wanted));
    }
    Ok(Grant { host, guest, write, links, classes_only: false })
}

const NAMES: &[&str] = &[
    "--sandbox",
    "--memory",
    "--cpus",
    "--timeout",
    "--cpu-time",
    "--dir",
    "--env",
    "--net",
    "--max-output",
    "--snapshot",
    "--snapshot-after",
    "--restore",
    "--snapshot-cache",
    "--sandbox-report",
];

impl SandboxOptions {
    /// Whether the next word is this option's value.
    pub fn takes_value(option: &str) -> bool {
        NAMES.contains(&option) && option != "--sandbox-report"
    }

    /// Takes an option if it is one of the sandbox's; `false` if not.
    pub fn take(
        &mut self,
        option: &str,
        rest: &mut impl Iterator<Item = String>,
    ) -> Result<bool, SandboxError> {
        let (name, inline) = match option.split_once('=') {
            Some((name, value)) => (name, Some(value.to_owned())),
            None => (option, None),
        };
        if !NAMES.contains(&name) {
            return Ok(false);
        }
        if name != "--sandbox" {
            self.needs_mode.get_or_insert_with(|| name.to_owned());
        }
        let policy = &mut self.policy;
        if name == "--sandbox-report" && inline.is_none() {
            policy.report = true;
            return Ok(true);
        }
        let value = match inline {
            Some(value) => value,
            None => {
                rest.next().ok_or_else(|| SandboxError::Option(format!("Error: {name} requires a value")))?
            }
        };
        match name {
            "--sandbox" => {
                policy.mode = match value.as_str() {
                    "none" => Mode::None,
                    "process" => Mode::Process,
                    "kvm" => Mode::Kvm,
                    _ => return Err(bad(name, &value, "none, process or kvm is expected")),
                }
            }
            "--memory" => {
                policy.memory = size(name, &value)?;
                policy.memory_named = true;
                if policy.memory < 16 << 20 {
                    return Err(bad(name, &value, "at least 16m is needed"));
                }
            }
            "--cpus" => {
                let number = value.parse().ok().filter(|n| (1..=1024).contains(n));
                policy.cpus =
                    Some(number.ok_or_else(|| bad(name, &value, "a number from 1 to 1024 is expected"))?);
            }
            "--timeout" => policy.wall = Some(time(name, &value)?),
            "--snapshot" => policy.snapshot = Some(PathBuf::from(value)),
            "--snapshot-after" => policy.snapshot_after = Some(time(name, &value)?),
            "--restore" => policy.restore = Some(PathBuf::from(value)),
            "--snapshot-cache" => {
                self.cache_named = true;
                policy.cache = Some(PathBuf::from(value)).filter(|p| p.as_os_str() != "off");
            }
            "--cpu-time" => policy.cpu = Some(time(name, &value)?),
            "--dir" => policy.grants.push(grant(&value)?),
            "--env" => {
                let (key, given) = match value.split_once('=') {
                    Some((key, given)) => (key.to_owned(), Some(given.to_owned())),
                    None => (value.clone(), std::env::var(&value).ok()),
                };
                if key.is_empty() {
                    return Err(bad(name, &value, "NAME or NAME=VALUE is expected"));
                }
                policy.environment.retain(|(known, _)| *known != key);
                policy.environment.extend(given.map(|given| (key, given)));
            }
            "--net" => policy.net.push(NetGrant::parse(&value)?),
            "--max-output" => policy.output = Some(size(name, &value)?),
            _ => return Err(bad(name, &value, "takes no value")),
        }
        Ok(true)
    }

    /// The folder in which snapshots of starts are kept: the one named, else the user's.
    pub fn cache(&self) -> Option<PathBuf> {
        if self.cache_named {
            return self.policy.cache.clone();
        }
        let folder = |name: &str, below: &str| {
            let folder = PathBuf::from(std::env::var_os(name)?);
            folder.is_absolute().then(|| folder.join(below))
        };
        folder("XDG_CACHE_HOME", "rvm").or_else(|| folder("HOME", ".cache/rvm"))
    }

    /// Refuses limits and grants that nothing would enforce.
    pub fn check(&self) -> Result<(), SandboxError> {
        match &self.needs_mode {
            Some(option) if self.policy.mode == Mode::None => {
                Err(SandboxError::Option(format!("Error: {option} needs --sandbox process or --sandbox kvm")))
            }
            _ => {
                let policy = &self.policy;
                let of_machine = [
                    ("--snapshot", policy.snapshot.is_some()),
                    ("--restore", policy.restore.is_some()),
                    ("--snapshot-cache", self.cache_named),
                ];
                let wrong = of_machine.iter().find(|(_, given)| *given && policy.mode != Mode::Kvm);
                if let Some((name, _)) = wrong {
                    return Err(SandboxError::Option(format!("Error: {name} needs --sandbox kvm")));
                }
                let which = |path: &Option<PathBuf>| {
                    let file = std::fs::metadata(path.as_ref()?).ok()?;
                    Some((file.dev(), file.ino()))
                };
                // What is there is removed when a run starts that is to write it.
                if policy.restore.is_some()
                    && which(&policy.restore).is_some_and(|file| which(&policy.snapshot) == Some(file))
                {
                    let text = "Error: --snapshot names the file of --restore: another is needed".to_owned();
                    return Err(SandboxError::Option(text));
                }
                if policy.snapshot_after.is_some() && policy.snapshot.is_none() {
                    return Err(SandboxError::Option("Error: --snapshot-after needs --snapshot".into()));
                }
                Ok(())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Policy, SandboxError> {
        let mut options = SandboxOptions::default();
        let mut words = text.split(' ').map(str::to_owned);
        while let Some(word) = words.next() {
            assert!(options.take(&word, &mut words)?, "{word}");
        }
        options.check()?;
        Ok(options.policy)
    }

    #[test]
    fn values() {
        let policy = parse(
            "--sandbox kvm --memory 64m --cpus=2 --timeout 1.5 --cpu-time 300ms --max-output 1k --env A=b=c",
        )
        .unwrap();
        assert_eq!((policy.mode, policy.memory, policy.cpus), (Mode::Kvm, 64 << 20, Some(2)));
        assert_eq!(
            (policy.wall, policy.cpu),
            (Some(Duration::from_millis(1500)), Some(Duration::from_millis(300)))
        );
        assert_eq!(
            (policy.output, policy.environment),
            (Some(1024), vec![("A".to_owned(), "b=c".to_owned())])
        );
    }

    #[test]
    fn grants() {
        let dirs = parse("--sandbox kvm --dir /tmp:/a/../b//c --dir /tmp:/x:ro --dir=/tmp").unwrap().grants;
        let seen: Vec<_> = dirs.iter().map(|g| (g.guest.as_str(), g.write)).collect();
        assert_eq!(seen, [("/b/c", true), ("/x", false), ("/tmp", true)]);
    }

    #[test]
    fn refusals() {
        for text in [
            "--memory 64m",
            "--sandbox",
            "--sandbox qemu",
            "--sandbox kvm --memory 1q",
            "--sandbox kvm --memory 99999999999g",
            "--sandbox kvm --memory 1",
            "--sandbox kvm --cpus 0",
            "--sandbox kvm --timeout -1",
            "--sandbox kvm --timeout inf",
            "--sandbox kvm --timeout 0",
            "--sandbox kvm --timeout 1e3",
            "--sandbox kvm --dir /tmp:relative",
            "--sandbox kvm --dir /nowhere/at/all:/x",
            "--sandbox kvm --dir :",
            "--sandbox kvm --dir /dev/null:/x",
            "--sandbox kvm --net all",
            "--sandbox kvm --env =x",
            "--sandbox kvm --sandbox-report=yes",
            "--sandbox process --snapshot x",
            "--sandbox process --restore x",
            "--sandbox process --snapshot-cache off",
            "--sandbox kvm --snapshot-after 1",
            "--sandbox kvm --snapshot /dev/null --restore /dev/../dev/null",
        ] {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
