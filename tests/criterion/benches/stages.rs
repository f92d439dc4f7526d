//! The stages, each on the benchmark programs' sources or the library's class files: parse, compile (attribute and generate with it), read class files,
//! verify, and whole processes: start-up, the compiler's start-up, start-up with every method of the benchmark programs JIT-compiled.

use criterion::{Criterion, Throughput};
use rvm_attribute::Ctx;
use rvm_bench::{Library, Source, build, command, compile, programs, run, write_classes};
use rvm_model::World;
use rvm_syntax::Diagnostics;
use rvm_tests::Scratch;
use rvm_verifier::ClassSet;
use std::hint::black_box;
use std::rc::Rc;
use std::time::Duration;

fn main() {
    build();
    let mut criterion = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(2))
        .configure_from_args();
    compiler(&mut criterion);
    machine(&mut criterion);
    processes(&mut criterion);
    criterion.final_summary();
}

fn compiler(criterion: &mut Criterion) {
    let sources = programs();
    let bytes: usize = sources.iter().map(|s| s.text.len()).sum();
    let mut group = criterion.benchmark_group("compiler");
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("parse", |b| {
        b.iter(|| {
            for source in &sources {
                let diags = Diagnostics::default();
                let file = diags.add_file(source.name.clone(), source.text.clone());
                black_box(rvm_syntax::parse(&diags, file));
            }
        });
    });
    for (name, generate) in [("attribute", false), ("generate", true)] {
        group.bench_function(format!("up to {name}"), |b| {
            b.iter(|| sources.iter().for_each(|source| front(source, generate)));
        });
    }
    group.finish();
}

/// Parses and attributes a source; with `generate`, makes its class files too.
fn front(source: &Source, generate: bool) {
    let diags = Rc::new(Diagnostics::default());
    let file = diags.add_file(format!("{}.java", source.name), source.text.clone());
    let unit = rvm_syntax::parse(&diags, file);
    let world = World::new(Box::new(Library));
    let options = rvm_attribute::Options { release: 17, any_file_name: true };
    let ctx =
        Ctx { world: &world, diags: &diags, options, attr: Default::default(), enter: Default::default() };
    ctx.enter(vec![unit]);
    let debug = rvm_generate::Debug { lines: true, vars: false, source: true };
    let options = rvm_generate::Options { release: 17, debug, parameters: false };
    for class in ctx.top_level_classes() {
        let body = rvm_attribute::attribute::attribute_class(&ctx, class);
        if generate {
            rvm_generate::flow::check(&world, &diags, &body);
            black_box(rvm_generate::generate(&world, &diags, body, &options));
        } else {
            black_box(body);
        }
    }
    assert_eq!(diags.error_count(), 0, "{}", diags.render(10));
}

fn machine(criterion: &mut Criterion) {
    let classes: Vec<(&str, &[u8])> =
        rvm_stdlib::classes().filter(|(name, _)| *name != "module-info").collect();
    let bytes: usize = classes.iter().map(|(_, b)| b.len()).sum();
    let mut set = ClassSet::new();
    for (_, file) in &classes {
        set.add(&rvm_classfile::parse(file).expect("a class of the library"));
    }
    let mut group = criterion.benchmark_group("class files of the library");
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("load", |b| {
        b.iter(|| {
            for (_, file) in &classes {
                let _ = black_box(rvm_verifier::parse_checked(file));
            }
        });
    });
    let parsed: Vec<_> =
        classes.iter().filter_map(|(_, file)| rvm_verifier::parse_checked(file).ok()).collect();
    group.bench_function("verify", |b| {
        b.iter(|| {
            for class in &parsed {
                let _ = black_box(rvm_verifier::verify(class, &mut set));
            }
        });
    });
    group.finish();
}

fn processes(criterion: &mut Criterion) {
    let scratch = Scratch::new("criterion-stages");
    let dir = scratch.path();
    let hello = rvm_bench::Source {
        name: "Hello".into(),
        text: "public class Hello { public static void main(String[] a) { System.out.println(\"Hello, World!\"); } }"
            .into(),
    };
    std::fs::write(dir.join("Hello.java"), &hello.text).expect("a writable folder");
    write_classes(&compile(&hello), dir);
    let mut group = criterion.benchmark_group("whole process");
    group.bench_function("rvm Hello", |b| b.iter(|| run(&command("rvm"), &["-cp", ".", "Hello"], dir)));
    group.bench_function("rvm Hello.java", |b| b.iter(|| run(&command("rvm"), &["Hello.java"], dir)));
    group.bench_function("rvmc Hello.java", |b| {
        b.iter(|| run(&command("rvmc"), &["-d", "out", "Hello.java"], dir))
    });
    let all = scratch.sub("all");
    let mut methods = 0;
    for source in programs() {
        let classes = compile(&source);
        write_classes(&classes, &all);
        methods += classes.iter().map(|(_, file)| code_bytes(file)).sum::<u64>();
    }
    let world = format!("-XX:CompileTheWorld={}", all.display());
    let path = format!("{}:.", all.display());
    group.throughput(Throughput::Bytes(methods));
    group.bench_function("rvm Hello, JIT-compiling the programs", |b| {
        b.iter(|| run(&command("rvm"), &[&world, "-cp", &path, "Hello"], dir))
    });
    group.finish();
}

/// Bytes of bytecode in a class file.
fn code_bytes(file: &[u8]) -> u64 {
    let class = rvm_classfile::parse(file).expect("a class that was just made");
    let code = class.methods.iter().filter_map(|m| m.code(&class.cp).expect("well-formed code"));
    code.map(|code| code.code.len() as u64).sum()
}
