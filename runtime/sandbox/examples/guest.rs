//! Runs a static executable as a guest: `guest [options of the sandbox] FILE ARGUMENTS`.

use rvm_sandbox::options::SandboxOptions;
use rvm_sandbox::policy::Mode;
use rvm_sandbox::{Program, SandboxError, run_guest};

fn run() -> Result<std::convert::Infallible, SandboxError> {
    let mut options = SandboxOptions::default();
    let mut words = std::env::args().skip(1).peekable();
    while let Some(option) = words.next_if(|word| word.starts_with("--")) {
        if !options.take(&option, &mut words)? {
            return Err(SandboxError::Option(format!("unknown option {option}")));
        }
    }
    options.policy.mode = Mode::Kvm;
    let arguments: Vec<String> = words.collect();
    let name = arguments.first().ok_or_else(|| SandboxError::Option("no executable is named".into()))?;
    let file = std::fs::File::open(name).map_err(SandboxError::host(name.clone()))?;
    run_guest(options.policy, &Program { file, arguments })
}

fn main() {
    let Err(error) = run();
    eprintln!("{error}");
    std::process::exit(125);
}
