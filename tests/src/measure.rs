//! Measuring commands: CPU time of whole processes, and CPU time an iteration after warming up.

use crate::case::{entries, file_name};
use crate::{our, tests_dir};
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
    let text = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let rest = text.rsplit(')').next().unwrap_or("");
    let fields: Vec<&str> = rest.split_whitespace().collect();
    let ticks = |i: usize| fields.get(i).and_then(|f| f.parse::<f64>().ok()).unwrap_or(0.0);
    (ticks(13) + ticks(14)) / 100.0
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
    let output = output(way, &["-cp", ".", "Steady", class, &warm.to_string(), &measure.to_string()], dir);
    String::from_utf8_lossy(&output.stdout).trim().strip_prefix("ms ")?.parse().ok()
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
    /** CPU ticks (10 ms) of the process: utime and stime of proc(5). */
    static long ticks() throws IOException {{
        byte[] bytes = new byte[4096];
        int n;
        try (InputStream in = new FileInputStream("/proc/self/stat")) {{ n = in.read(bytes); }}
        String text = new String(bytes, 0, n, "US-ASCII");
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }}
    public static void main(String[] args) throws Exception {{
        PrintStream out = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true));
        String first = null;
        long from = System.nanoTime();
        long start = 0, began = 0, runs = 0;
        boolean warm = false;
        while (true) {{
            long now = System.nanoTime();
            if (!warm && now - from >= Double.parseDouble(args[1]) * 1e9) {{
                warm = true;
                began = now;
                start = ticks();
                runs = 0;
            }}
            if (warm && runs > 0 && now - began >= Double.parseDouble(args[2]) * 1e9) {{ break; }}
            bytes.reset();
            run(args[0]);
            runs++;
            String text = bytes.toString();
            if (first == null) {{ first = text; }}
            if (!text.equals(first)) {{ throw new Error("another result: " + text); }}
        }}
        out.println("ms " + (ticks() - start) * 10.0 / runs);
        System.exit(0);
    }}
}}
"#
    )
}
