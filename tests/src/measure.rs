//! Measuring commands: CPU time of whole processes, and CPU time an iteration after warming up.

use crate::case::{entries, file_name};
use crate::{our, tests_dir};
use std::io::{BufRead, BufReader, Lines, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

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
    let fields = rest.split_whitespace().skip(13).take(2);
    fields.filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
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
    let mut session = Session::start(way, class, dir);
    session.run_for(warm)?;
    let (runs, time) = session.run_for(measure)?;
    Some(time.as_secs_f64() * 1000.0 / runs as f64)
}

/// A process that runs the `main` of a program as often as it is asked.
#[derive(Debug)]
pub struct Session {
    child: Child,
    replies: Lines<BufReader<ChildStdout>>,
}

impl Session {
    /// Starts it, for a class that [`compile_programs`] has compiled into `dir`.
    ///
    /// # Panics
    /// If the command cannot be started.
    pub fn start(way: &Way, class: &str, dir: &Path) -> Session {
        let mut child = Command::new(&way.program)
            .args(&way.options)
            .args(["-cp", ".", "Steady", class])
            .current_dir(dir)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|e| panic!("{}: {e}", way.program.display()));
        let replies = BufReader::new(child.stdout.take().expect("piped")).lines();
        Session { child, replies }
    }

    /// Runs `main` so many times: the CPU time of all threads of the process, read from outside, since not every way has a /proc.
    /// None if a run fails or prints something else than the first did.
    pub fn run(&mut self, runs: u64) -> Option<Duration> {
        let before = time_of(self.child.id());
        writeln!(self.child.stdin.as_mut()?, "{runs}").ok()?;
        self.replies.next()?.ok().filter(|line| line == "done")?;
        Some(time_of(self.child.id()).saturating_sub(before))
    }

    /// Runs `main` for so many seconds, at least once: how often, and the CPU time.
    pub fn run_for(&mut self, seconds: f64) -> Option<(u64, Duration)> {
        let from = Instant::now();
        let (mut runs, mut time) = (0, Duration::ZERO);
        while runs == 0 || from.elapsed().as_secs_f64() < seconds {
            time += self.run(1)?;
            runs += 1;
        }
        Some((runs, time))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // The end of its input is the end of the program.
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}

/// CPU time of a process and of those that it has started (a sandbox may be one).
fn time_of(process: u32) -> Duration {
    let below =
        std::fs::read_to_string(format!("/proc/{process}/task/{process}/children")).unwrap_or_default();
    let below = below.split_whitespace().filter_map(|id| id.parse().ok()).map(time_of);
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    let mut clock = 0;
    // SAFETY: both calls write to the variables they are given and nowhere else.
    let read = unsafe {
        libc::clock_getcpuclockid(process as i32, &mut clock) == 0
            && libc::clock_gettime(clock, &mut time) == 0
    };
    let own = if read { Duration::new(time.tv_sec as u64, time.tv_nsec as u32) } else { Duration::ZERO };
    own + below.sum::<Duration>()
}

/// Compiles `tests/bench` and the driver of a [`Session`] into `dir`; the names of the programs.
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
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        String first = null;
        for (String line = in.readLine(); line != null; line = in.readLine()) {{
            for (long runs = Long.parseLong(line); runs > 0; runs--) {{
                bytes.reset();
                run(args[0]);
                String text = bytes.toString();
                if (first == null) {{ first = text; }}
                if (!text.equals(first)) {{ throw new Error("another result: " + text); }}
            }}
            out.println("done");
            out.flush();
        }}
        System.exit(0);
    }}
}}
"#
    )
}
