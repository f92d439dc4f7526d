//! Measuring commands: CPU time of whole processes, and CPU time an iteration after warming up.

use crate::case::{entries, file_name};
use crate::{our, tests_dir};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

/// A way to run a class: a name for tables, the command and its options.
#[derive(Debug, Clone)]
pub struct Way {
    /// Head of the column.
    pub name: String,
    /// The command.
    pub program: std::path::PathBuf,
    /// Its options.
    pub options: Vec<String>,
}

impl Way {
    /// A way, its options split at spaces.
    pub fn new(name: &str, program: &Path, options: &str) -> Way {
        let options = options.split_whitespace().map(str::to_string).collect();
        Way { name: name.to_string(), program: program.to_path_buf(), options }
    }
}

/// CPU seconds of all children that have been waited for (user and system).
fn children_seconds() -> f64 {
    // cutime and cstime of /proc/self/stat (proc(5)), in ticks of 10 ms: fine for programs of tenths of a second.
    ticks("/proc/self/stat", 13)
}

/// Seconds in two fields of such a file, the first at `from` behind the name.
fn ticks(path: &str, from: usize) -> f64 {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let rest = text.rsplit(')').next().unwrap_or("");
    let fields: Vec<&str> = rest.split_whitespace().collect();
    let ticks = |i: usize| fields.get(i).and_then(|f| f.parse::<f64>().ok()).unwrap_or(0.0);
    (ticks(from) + ticks(from + 1)) / 100.0
}

fn output(way: &Way, args: &[&str], dir: &Path) -> std::process::Output {
    let output = Command::new(&way.program)
        .args(&way.options)
        .args(args)
        .current_dir(dir)
        .stdin(Stdio::null())
        .output();
    output.unwrap_or_else(|e| panic!("{}: {e}", way.program.display()))
}

/// Runs a class; CPU seconds of the whole process, and its output.
///
/// # Panics
/// If the command cannot be started.
pub fn whole_process(way: &Way, class: &str, dir: &Path) -> (f64, Vec<u8>) {
    let before = children_seconds();
    let output = output(way, &["-cp", ".", class], dir);
    (children_seconds() - before, output.stdout)
}

/// CPU milliseconds that one run of the class's `main` takes after `warm` seconds of runs, over `measure` seconds of them; all threads of the process.
/// None if a run fails or two runs print different things.
///
/// # Panics
/// If the command cannot be started.
pub fn steady_state(way: &Way, class: &str, dir: &Path, warm: f64, measure: f64) -> Option<f64> {
    let times = [warm.to_string(), measure.to_string()];
    let mut child = Command::new(&way.program)
        .args(&way.options)
        .args(["-cp", ".", "Steady", class, &times[0], &times[1]])
        .current_dir(dir)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|e| panic!("{}: {e}", way.program.display()));
    let mut lines = BufReader::new(child.stdout.take().expect("piped")).lines();
    let mut next = |prefix: &str| {
        let line = lines.next()?.ok()?;
        let rest = line.strip_prefix(prefix)?.to_owned();
        Some((rest, seconds_of(child.id())))
    };
    // The program waits for the end of its input: until then its time can be read, from outside, since not every way has a /proc.
    let result = next("warm").zip(next("runs "));
    drop(child.stdin.take());
    let done = child.wait().is_ok_and(|status| status.success());
    let ((_, before), (runs, after)) = result.filter(|_| done)?;
    Some((after - before) * 1000.0 / runs.parse::<f64>().ok()?)
}

/// CPU seconds of a process and of those that it has started (a sandbox may be one).
fn seconds_of(process: u32) -> f64 {
    let below =
        std::fs::read_to_string(format!("/proc/{process}/task/{process}/children")).unwrap_or_default();
    let below = below.split_whitespace().filter_map(|id| id.parse().ok()).map(seconds_of);
    ticks(&format!("/proc/{process}/stat"), 11) + below.sum::<f64>()
}

/// Compiles `tests/bench` and a driver for [`steady_state`] into `dir`; the names of the programs.
///
/// # Panics
/// If that fails.
pub fn compile_programs(dir: &Path) -> Vec<String> {
    let mut compile = vec!["-d".to_string(), dir.to_string_lossy().into_owned()];
    let mut names = Vec::new();
    for path in entries(&tests_dir().join("bench")) {
        if let Some(name) = file_name(&path).strip_suffix(".java") {
            names.push(name.to_string());
            compile.push(path.to_string_lossy().into_owned());
        }
    }
    let driver = dir.join("Steady.java");
    std::fs::write(&driver, steady_source(&names)).expect("a writable temporary folder");
    compile.push(driver.to_string_lossy().into_owned());
    let compiled = crate::command::run(&our("rvmc"), &compile, dir, b"", std::time::Duration::from_secs(60));
    assert_eq!(compiled.code, 0, "{}", compiled.err);
    names
}

fn steady_source(names: &[String]) -> String {
    let cases: String =
        names.iter().map(|n| format!("case \"{n}\": {n}.main(new String[0]); break;\n")).collect();
    format!(
        r#"
import java.io.*;
public class Steady {{
    static void run(String name) throws Exception {{
        switch (name) {{ {cases} default: throw new Error(name); }}
    }}
    public static void main(String[] args) throws Exception {{
        PrintStream out = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true));
        String first = null;
        long from = System.nanoTime();
        long began = 0, runs = 0;
        boolean warm = false;
        while (true) {{
            long now = System.nanoTime();
            if (!warm && now - from >= Double.parseDouble(args[1]) * 1e9) {{
                warm = true;
                began = now;
                runs = 0;
                out.println("warm");
                out.flush();
            }}
            if (warm && runs > 0 && now - began >= Double.parseDouble(args[2]) * 1e9) {{ break; }}
            bytes.reset();
            run(args[0]);
            runs++;
            String text = bytes.toString();
            if (first == null) {{ first = text; }}
            if (!text.equals(first)) {{ throw new Error("another result: " + text); }}
        }}
        out.println("runs " + runs);
        out.flush();
        while (System.in.read() >= 0) {{ }}
        System.exit(0);
    }}
}}
"#
    )
}
