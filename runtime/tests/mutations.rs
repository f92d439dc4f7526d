//! Damaged class files, many in one process: each is loaded and linked, or turned down with a Java error.

use rvm_runtime::natives::TABLES;
use rvm_runtime::sources::{ClassPath, Shared};
use rvm_vm::class::Symbol;
use rvm_vm::heap::HeapOptions;
use rvm_vm::load::{self, ClassBytes, ClassSource, NoClasses};
use rvm_vm::{Vm, VmOptions, link, vm};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

const SOURCE: &str = r#"
import java.util.*;
import java.util.function.*;

public class Sample<T extends Comparable<T>> implements Iterable<T> {
    interface Shape { double area(); default String show() { return "area " + area(); } }
    static class Circle implements Shape {
        final double radius;
        Circle(double radius) { this.radius = radius; }
        public double area() { return Math.PI * radius * radius; }
    }
    enum Color { RED, GREEN { int code() { return 7; } }, BLUE; int code() { return ordinal(); } }
    private final List<T> items = new ArrayList<>();
    private static long counter = 1L << 40;
    static final String NAME = "sample \u00e4\u20ac";
    volatile int state;
    synchronized void add(T item) { items.add(item); counter += items.size(); }
    public Iterator<T> iterator() { return items.iterator(); }
    static int sum(int[] values) {
        int total = 0;
        outer:
        for (int i = 0; i < values.length; i++) {
            for (int v : values) { if (v == i) continue outer; total += v; }
        }
        return total;
    }
    static String pick(Object o, int n) {
        switch (n) { case 1: return "one"; case 2: case 3: return "few"; case 1000: return "many"; default: break; }
        switch (String.valueOf(o)) { case "a": return "A"; case "b": return "B"; }
        try {
            if (o instanceof Integer) { return "" + ((Integer) o + n) + (float) n + (long) n * 3.5; }
            Object[][] grid = new Object[2][3];
            grid[n][0] = o;
            return grid[1][2] == null ? "null" : grid.toString();
        } catch (ArrayIndexOutOfBoundsException | ClassCastException e) {
            return e.getMessage();
        } finally {
            counter--;
        }
    }
    static int run(Function<Integer, Integer> f, Supplier<int[]> s) {
        Runnable r = () -> counter++;
        r.run();
        synchronized (f) { return f.apply(3) + s.get().length; }
    }
    public static void main(String[] args) {
        Sample<String> s = new Sample<>();
        s.add("x");
        for (String t : s) { System.out.println(t + pick(t, 2) + run(x -> x + args.length, () -> new int[4])); }
        for (Color c : Color.values()) { System.out.println(c + " " + c.code() + new Circle(2).show()); }
    }
}
"#;

/// Xorshift: the same mutations in every run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }
}

fn mutate(bytes: &mut Vec<u8>, random: &mut Random) {
    for _ in 0..1 + random.below(3) {
        let at = random.below(bytes.len());
        match random.below(16) {
            0..6 => bytes[at] = random.next() as u8,
            6..11 => bytes[at] ^= 1 << random.below(8),
            11..13 => bytes[at] = bytes[at].wrapping_add(if random.below(2) == 0 { 1 } else { 255 }),
            13 => bytes.insert(at, random.next() as u8),
            14 if bytes.len() > 1 => drop(bytes.remove(at)),
            _ => bytes.truncate(at.max(1)),
        }
    }
}

struct Classes(BTreeMap<Vec<u8>, Cow<'static, [u8]>>);

impl ClassSource for Classes {
    fn find(&self, name: &[u8]) -> Option<ClassBytes> {
        let bytes = self.0.get(name)?.clone();
        Some(ClassBytes { bytes, origin: Cow::Borrowed("mutation"), trusted: false })
    }
}

struct Platform;

impl rvm_model::world::ClassFinder for Platform {
    fn find(&self, binary: &str) -> Option<Cow<'static, [u8]>> {
        rvm_stdlib::find(binary).map(Cow::Borrowed)
    }

    fn package_exists(&self, dotted: &str) -> bool {
        rvm_stdlib::has_package(dotted)
    }
}

fn count() -> usize {
    std::env::var("RVM_MUTATIONS").ok().and_then(|text| text.parse().ok()).unwrap_or(100_000)
}

#[test]
fn damaged_class_files_give_java_errors() {
    let classes = rvm_compiler::compile_source("Sample.java", SOURCE.into(), &[], || Box::new(Platform))
        .unwrap_or_else(|messages| panic!("{messages}"));
    // Classes live for ever, and so do their files.
    let originals: BTreeMap<Vec<u8>, Cow<'static, [u8]>> = classes
        .iter()
        .map(|(name, bytes)| {
            (name.clone().into_bytes(), Cow::Borrowed(&*Box::leak(bytes.clone().into_boxed_slice())))
        })
        .collect();
    let options = VmOptions {
        heap: HeapOptions { maximum: 64 << 20, ..HeapOptions::default() },
        stack_size: 1 << 20,
        verbose_class: false,
        verify_app: true,
        verify_boot: false,
        trace_depth: 1024,
        traces: true,
        out_of_memory: None,
        log: |_| {},
        natives: TABLES.to_vec(),
        boot: Box::new(Shared(Arc::new(ClassPath::library()))),
        app: Box::new(NoClasses),
    };
    let thread = Vm::start(options, 1 << 20).unwrap_or_else(|error| panic!("{error}"));
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    let (mut accepted, mut errors) = (0usize, BTreeMap::<String, usize>::new());
    for _ in 0..count() {
        let (name, bytes) = &classes[random.below(classes.len())];
        let mut damaged = bytes.clone();
        mutate(&mut damaged, &mut random);
        let mut all = originals.clone();
        all.insert(name.clone().into_bytes(), Cow::Owned(damaged));
        let loader = vm().loaders.add_isolated(Box::new(Classes(all)));
        let linked = load::find(&thread, loader, Symbol::from_text(name)).and_then(|class| match class {
            Some(class) => link::link(&thread, class),
            None => panic!("{name} is not found"),
        });
        match linked {
            Ok(()) => accepted += 1,
            Err(thrown) => {
                let class = thread.take_pending(thrown).class().external_name();
                *errors.entry(class).or_default() += 1;
            }
        }
    }
    println!("{} mutations: {accepted} accepted, {errors:?}", count());
    let known = [
        "java.lang.ClassFormatError",
        "java.lang.ClassCircularityError",
        "java.lang.IllegalAccessError",
        "java.lang.IncompatibleClassChangeError",
        "java.lang.NoClassDefFoundError",
        "java.lang.SecurityException",
        "java.lang.UnsupportedClassVersionError",
        "java.lang.VerifyError",
    ];
    let strange: Vec<&String> = errors.keys().filter(|name| !known.contains(&name.as_str())).collect();
    assert!(strange.is_empty(), "unexpected errors: {strange:?}");
    assert!(errors.len() >= 5 && accepted > 0, "the mutations are too tame: {errors:?}");
}
