//! Compares `rvm` with `java` on the benchmark programs, all ways in turn in one run: CPU time of whole processes and in steady state, ratios, geometric
//! means. Needs a JDK 17. See `compare --help`.

mod chart;

use rvm_tests::measure::{Way, compile_programs, steady_state, whole_process};
use rvm_tests::{Scratch, jdk, our};
use std::fmt::Write;
use std::path::{Path, PathBuf};

const HELP: &str = "compare [OPTIONS] [PROGRAM...]
  --whole           whole processes only
  --steady          steady state only
  --ways LIST       of: int,c1,full (java -Xint, C1, full HotSpot), rvm-int (rvm -Xint), none (rvm); default: int,c1,full.
                    rvm is compared with all of them, or, if the first is kvm or process, rvm behind that wall: --ways kvm,none
  --rvm OPTIONS     options of rvm, e.g. --rvm \"-XX:CompileThreshold=100\"
  --runs N          runs of each whole process; the median counts (3)
  --rounds N        measurements of each steady state, all ways in turn; the least counts (1)
  --warm SECONDS    warming up before steady state is measured (3)
  --measure SECONDS how long steady state is measured (2)
  --markdown FILE   writes the tables there too
  --svg FILE        writes a chart of the ratios there";

struct Options {
    whole: bool,
    steady: bool,
    ways: String,
    rvm: String,
    runs: usize,
    rounds: usize,
    warm: f64,
    measure: f64,
    markdown: Option<PathBuf>,
    svg: Option<PathBuf>,
    programs: Vec<String>,
}

fn options() -> Result<Options, String> {
    let mut o = Options {
        whole: true,
        steady: true,
        ways: "int,c1,full".into(),
        rvm: String::new(),
        runs: 3,
        rounds: 1,
        warm: 3.0,
        measure: 2.0,
        markdown: None,
        svg: None,
        programs: Vec::new(),
    };
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or(format!("{arg} needs a value"));
        let number = |text: String| text.parse::<f64>().map_err(|_| format!("not a number: {text}"));
        match arg.as_str() {
            "--whole" => o.steady = false,
            "--steady" => o.whole = false,
            "--ways" => o.ways = value()?,
            "--rvm" => o.rvm = value()?,
            "--runs" => o.runs = number(value()?)?.max(1.0) as usize,
            "--rounds" => o.rounds = number(value()?)?.max(1.0) as usize,
            "--warm" => o.warm = number(value()?)?,
            "--measure" => o.measure = number(value()?)?,
            "--markdown" => o.markdown = Some(value()?.into()),
            "--svg" => o.svg = Some(value()?.into()),
            _ if arg.starts_with('-') => return Err(HELP.into()),
            _ => o.programs.push(arg),
        }
    }
    Ok(o)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// One kind of measurement: a row for each program, a value for each way; the first way is ours.
pub struct Table {
    title: &'static str,
    unit: &'static str,
    ways: Vec<String>,
    rows: Vec<(String, Vec<f64>)>,
}

impl Table {
    /// Our time over that of way `i`.
    fn ratio(values: &[f64], i: usize) -> f64 {
        values[0].max(1e-9) / values[i].max(1e-9)
    }

    /// Geometric mean of the ratios to way `i`.
    fn mean(&self, i: usize) -> f64 {
        let logs: f64 = self.rows.iter().map(|(_, v)| Table::ratio(v, i).ln()).sum();
        (logs / self.rows.len().max(1) as f64).exp()
    }

    fn markdown(&self) -> String {
        let mut s = format!("### {} ({})\n\n| program |", self.title, self.unit);
        for way in &self.ways {
            let _ = write!(s, " {way} |");
        }
        for way in &self.ways[1..] {
            let _ = write!(s, " / {way} |");
        }
        let _ = writeln!(s, "\n| --- |{}", " ---: |".repeat(self.ways.len() * 2 - 1));
        for (name, values) in &self.rows {
            let _ = write!(s, "| {name} |");
            for v in values {
                let _ = write!(s, " {v:.2} |");
            }
            for i in 1..values.len() {
                let _ = write!(s, " {:.2} |", Table::ratio(values, i));
            }
            s.push('\n');
        }
        let _ = write!(s, "| **geometric mean** |{}", " |".repeat(self.ways.len()));
        for i in 1..self.ways.len() {
            let _ = write!(s, " **{:.3}** |", self.mean(i));
        }
        let _ = write!(s, "\n| worst |{}", " |".repeat(self.ways.len()));
        for i in 1..self.ways.len() {
            let worst = self.rows.iter().map(|(_, v)| Table::ratio(v, i)).fold(0.0, f64::max);
            let _ = write!(s, " {worst:.2} |");
        }
        s.push('\n');
        s
    }
}

fn main() {
    let options = options().unwrap_or_else(|message| {
        eprintln!("{message}");
        std::process::exit(2);
    });
    let needs_java = options.ways.split(',').any(|way| matches!(way, "int" | "c1" | "full"));
    let Some(java) = jdk::java().or(if needs_java { None } else { Some(Path::new("java")) }) else {
        eprintln!("no JDK 17 on the PATH");
        std::process::exit(1);
    };
    let rvm = our("rvm");
    // Heaps are the same in all modes only if they are named.
    let heap = if options.rvm.contains("-Xmx") { "" } else { "-Xmx512m " };
    let walled = matches!(options.ways.split(',').next(), Some("kvm" | "process"));
    let mut ways = if walled { Vec::new() } else { vec![Way::new("rvm", &rvm, &options.rvm)] };
    for way in options.ways.split(',') {
        ways.push(match way {
            "int" => Way::new("java -Xint", java, "-Xint -XX:StackShadowPages=10 -XX:+UseSerialGC"),
            "c1" => Way::new("C1", java, "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"),
            "full" => Way::new("java", java, "-XX:+UseSerialGC"),
            "kvm" | "process" => {
                Way::new(way, &rvm, &format!("--sandbox {way} --memory 2g {heap}{}", options.rvm))
            }
            "none" => Way::new("none", &rvm, &format!("{heap}{}", options.rvm)),
            "rvm-int" => Way::new("rvm -Xint", &rvm, "-Xint"),
            _ => {
                eprintln!("unknown way: {way}\n{HELP}");
                std::process::exit(2);
            }
        });
    }
    let scratch = Scratch::new("compare");
    let dir = scratch.path();
    let mut names = compile_programs(dir);
    names.retain(|n| options.programs.is_empty() || options.programs.contains(n));
    let table = |title, unit| Table {
        title,
        unit,
        ways: ways.iter().map(|w| w.name.clone()).collect(),
        rows: Vec::new(),
    };
    let (mut whole, mut steady) =
        (table("Whole process", "CPU seconds"), table("Steady state", "CPU ms a run"));
    for name in &names {
        if options.whole {
            let mut times = vec![Vec::new(); ways.len()];
            let mut expected = None;
            for _ in 0..options.runs {
                for (way, times) in ways.iter().zip(&mut times) {
                    let (seconds, out) = whole_process(way, name, dir);
                    assert_eq!(
                        expected.get_or_insert_with(|| out.clone()),
                        &out,
                        "{name}: the outputs differ"
                    );
                    times.push(seconds);
                }
            }
            whole.rows.push((name.clone(), times.into_iter().map(median).collect()));
        }
        if options.steady {
            let mut least = vec![f64::INFINITY; ways.len()];
            for _ in 0..options.rounds {
                for (way, least) in ways.iter().zip(&mut least) {
                    let ms = steady_state(way, name, dir, options.warm, options.measure);
                    let ms = ms.unwrap_or_else(|| panic!("{name} fails with {} in steady state", way.name));
                    *least = least.min(ms);
                }
            }
            steady.rows.push((name.clone(), least));
        }
        eprintln!("{name}");
    }
    let tables: Vec<Table> = [whole, steady].into_iter().filter(|t| !t.rows.is_empty()).collect();
    let text: String = tables.iter().map(|t| t.markdown() + "\n").collect();
    print!("{text}");
    let save = |path: &Option<PathBuf>, text: &str| {
        if let Some(path) = path
            && let Err(e) = std::fs::write(path, text)
        {
            eprintln!("{}: {e}", path.display());
        }
    };
    save(&options.markdown, &text);
    save(&options.svg, &chart::svg(&tables));
}
