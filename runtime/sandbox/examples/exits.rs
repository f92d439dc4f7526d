//! The bench of exits: `cargo run --release -p rvm-sandbox --example exits`. A text of 64 bytes goes out again and again, by calls of whole lines, by calls of
//! single bytes, and through an emulated serial port, which asks whether the port is ready before each byte.

#[path = "../tests/common/mod.rs"]
mod common;

use common::{DATA, elf, exit, file};
use rvm_sandbox::exits::{Cost, measure};
use rvm_sandbox::{Program, SandboxError};

const LINE: u32 = 64;
const ROUNDS: u32 = 5;

/// `body`, so many times.
fn repeat(times: u32, body: &[u8]) -> Vec<u8> {
    let mut code = vec![0x41, 0xbc]; // mov r12d, times
    code.extend(times.to_le_bytes());
    let start = code.len() as i32;
    code.extend(body);
    code.extend([0x41, 0xff, 0xcc, 0x0f, 0x85]); // dec r12d; jnz
    let back = start - (code.len() as i32 + 4);
    code.extend(back.to_le_bytes());
    code.extend(exit(0));
    elf(&code, &[b'x'; LINE as usize], 4096)
}

fn write(size: u32) -> Vec<u8> {
    let mut code = vec![0xbf, 1, 0, 0, 0, 0x48, 0xbe]; // mov edi, 1; mov rsi, text
    code.extend(DATA.to_le_bytes());
    code.push(0xba); // mov edx, size
    code.extend(size.to_le_bytes());
    code.extend([0xb8, 1, 0, 0, 0, 0x0f, 0x05]); // mov eax, 1; syscall
    code
}

/// A serial driver: wait until ready, put a byte.
fn serial() -> Vec<u8> {
    vec![0xe4, 0x50, 0xa8, 0x20, 0x74, 0xfa, 0xb0, b'x', 0xe6, 0x50]
}

fn run(name: &str, code: &[u8], lines: f64) -> Result<(), SandboxError> {
    let path = file(code);
    let mut costs: Vec<Cost> = Vec::new();
    for _ in 0..ROUNDS {
        let file = std::fs::File::open(&path).map_err(SandboxError::host("the guest"))?;
        costs.push(measure(&Program { file, arguments: vec!["bench".to_owned()] })?);
    }
    let _ = std::fs::remove_file(path);
    costs.sort_by_key(|c| c.processor);
    let Some(best) = costs.first() else { return Ok(()) };
    let micros = |d: std::time::Duration| d.as_secs_f64() * 1e6;
    println!(
        "{name:<28} {:>7} exits {:>8} bytes  {:>8.2} us an exit (wall {:.2})  {:>9.2} us a line",
        best.exits,
        best.bytes,
        micros(best.processor) / best.exits as f64,
        micros(best.wall) / best.exits as f64,
        micros(best.processor) / lines,
    );
    Ok(())
}

fn main() {
    let all = || {
        println!("a line is {LINE} bytes; the best of {ROUNDS} runs, by processor time");
        run("call, a whole line", &repeat(4000, &write(LINE)), 4000.0)?;
        run("call, a byte each", &repeat(100 * LINE, &write(1)), 100.0)?;
        run("serial port, a byte each", &repeat(100 * LINE, &serial()), 100.0)
    };
    if let Err(error) = all() {
        eprintln!("{error}");
        std::process::exit(125);
    }
}
