//! Parses the named files and prints the diagnostics and the lines per second.
use rvm_syntax::{Diagnostics, parse};

fn main() {
    let diags = Diagnostics::default();
    let start = std::time::Instant::now();
    let mut lines = 0;
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path).expect("a readable file");
        lines += text.lines().count();
        let file = diags.add_file(path, text);
        let _ = parse(&diags, file);
    }
    print!("{}", diags.render(100));
    let s = start.elapsed().as_secs_f64();
    println!("{lines} lines, {:.0} lines/s", lines as f64 / s);
}
