//! The command `rvm`: options, what to run, exit codes, as `java` has them.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("rvm-launcher-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("a temporary folder");
        Self(path)
    }

    fn write(&self, name: &str, contents: impl AsRef<[u8]>) {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, contents).expect("a file");
    }

    /// Compiles a source into class files below the folder.
    fn compile(&self, source: &str) {
        let made = rvm_compiler::compile_source("Test.java", source.into(), &[], || Box::new(Platform));
        for (name, bytes) in made.unwrap_or_else(|messages| panic!("{messages}")) {
            self.write(&format!("{name}.class"), bytes);
        }
    }

    fn rvm(&self, arguments: &[&str]) -> Output {
        self.rvm_with(&[], arguments)
    }

    fn rvm_with(&self, environment: &[(&str, &str)], arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rvm"));
        command.args(arguments).current_dir(&self.0).envs(environment.iter().copied());
        for name in ["CLASSPATH", "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS"] {
            if !environment.iter().any(|(given, _)| *given == name) {
                command.env_remove(name);
            }
        }
        command.output().expect("rvm runs")
    }

    fn check(&self, arguments: &[&str], code: i32, out: &str, err: &str) {
        self.check_with(&[], arguments, code, out, err);
    }

    fn check_with(&self, environment: &[(&str, &str)], arguments: &[&str], code: i32, out: &str, err: &str) {
        let output = self.rvm_with(environment, arguments);
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let (stdout, stderr) = (text(&output.stdout), text(&output.stderr));
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {stdout}{stderr}");
        assert_eq!(stdout, out, "{arguments:?}");
        assert!(stderr.starts_with(err), "{arguments:?}: {stderr}");
        assert_eq!(err.is_empty(), stderr.is_empty(), "{arguments:?}: {stderr}");
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

struct Platform;

impl rvm_model::world::ClassFinder for Platform {
    fn find(&self, binary: &str) -> Option<std::borrow::Cow<'static, [u8]>> {
        rvm_stdlib::find(binary).map(std::borrow::Cow::Borrowed)
    }

    fn package_exists(&self, dotted: &str) -> bool {
        rvm_stdlib::has_package(dotted)
    }
}

const HELLO: &str = "public class Hello { public static void main(String[] a) {
    System.out.println(\"Hello\" + a.length); if (a.length == 9) System.exit(7); } }";

#[test]
fn classes_files_and_sources() {
    let folder = Folder::new("targets");
    folder.compile(HELLO);
    folder.compile(
        "package p.q; public class M { public static void main(String[] a) {
        System.out.println(M.class.getName() + System.getProperty(\"k\")); } }",
    );
    folder.write("Hello.java", HELLO);
    folder.write("Other.src", HELLO);
    folder.check(&["Hello"], 0, "Hello0\n", "");
    folder.check(&["Hello.class", "x"], 0, "Hello1\n", "");
    folder.check(&["Hello.java", "x", "y"], 0, "Hello2\n", "");
    folder.check(&["Other.src"], 0, "Hello0\n", "");
    folder.check(&["Hello", "1", "2", "3", "4", "5", "6", "7", "8", "9"], 7, "Hello9\n", "");
    folder.check(&["-Dk=v", "p/q/M.class"], 0, "p.q.Mv\n", "");
    folder.check(&["p.q.M"], 0, "p.q.Mnull\n", "");
    folder.check(&["-cp", "nowhere:.", "p/q/M"], 0, "p.q.Mnull\n", "");
    folder.check(&["--class-path=.", "-Xmx32m", "-Xss1m", "-ea", "-Xint", "Hello"], 0, "Hello0\n", "");
    folder.write("options", "-cp . # where\n\"-Dk=a b\"\np.q.M\n");
    folder.check(&["@options"], 0, "p.q.Ma b\n", "");
}

#[test]
fn what_cannot_run() {
    let folder = Folder::new("errors");
    folder.compile("public class Plain { int main(String[] a) { return 0; } }
        class Instance { public void main(String[] a) { } }
        class Result { public static int main(String[] a) { return 0; } }
        class Throws { public static void main(String[] a) throws Exception { throw new Exception(\"x\"); } }
        class Init { static int x = 1 / a(); static int a() { return 0; } public static void main(String[] a) { } }");
    folder.write("Bad.java", "class Bad { int x = }");
    folder.write("Cut.class", [0xca, 0xfe, 0xba, 0xbe, 0, 0]);
    folder.write("cut.jar", b"PK\x03\x04 not really");
    std::fs::create_dir(folder.0.join("Dir.class")).expect("a folder");
    let no_class =
        "Error: Could not find or load main class Nope\nCaused by: java.lang.ClassNotFoundException: Nope\n";
    folder.check(&["Nope"], 1, "", no_class);
    folder.check(&["Plain"], 1, "", "Error: Main method not found in class Plain, please define");
    folder.check(&["Instance"], 1, "", "Error: Main method is not static in class Instance");
    folder.check(&["Result"], 1, "", "Error: Main method must return a value of type void in class Result");
    folder.check(
        &["Throws"],
        1,
        "",
        "Exception in thread \"main\" java.lang.Exception: x\n\tat Throws.main(Test.java:4)\n",
    );
    folder.check(
        &["Init"],
        1,
        "",
        "Exception in thread \"main\" java.lang.ExceptionInInitializerError\nCaused by: java.lang.Arith",
    );
    folder.check(&["Bad.java"], 1, "", "Bad.java:1: error: ");
    folder.check(&["Cut.class"], 1, "", "Error: Cut.class is not a class file: Truncated");
    folder.check(&["Dir.class"], 1, "", "Error: Dir.class is not a file");
    folder.check(&["-jar", "cut.jar"], 1, "", "Error: Invalid or corrupt jarfile cut.jar");
    folder.check(&["-jar", "none.jar"], 1, "", "Error: Unable to access jarfile none.jar");
    folder.check(&["-cp", "cut.jar", "Plain"], 1, "", "Error: Could not find or load main class Plain");
}

#[test]
fn options_are_javas() {
    let folder = Folder::new("options");
    folder.compile(HELLO);
    let create = "Error: Could not create the Java Virtual Machine.\nError: A fatal exception has occurred.";
    for (option, text) in [
        ("-XX:+Nope", "Unrecognized VM option 'Nope'\n"),
        ("-XX:Nope=1", "Unrecognized VM option 'Nope=1'\n"),
        ("-nope", "Unrecognized option: -nope\n"),
        ("-Xmxq", "Invalid maximum heap size: -Xmxq\n"),
        ("-Xverify:some", "Unrecognized verification option: -Xverify:some\n"),
    ] {
        folder.check(&[option, "Hello"], 1, "", text);
        let output = folder.rvm(&[option, "Hello"]);
        assert!(String::from_utf8_lossy(&output.stderr).contains(create), "{option}");
    }
    // As java, the reason goes to standard output.
    let small = "\nThe Java thread stack size specified is too small. Specify at least 136k\n";
    folder.check(&["-Xss1", "Hello"], 1, small, create);
    folder.check(
        &["-Xmx1k", "Hello"],
        1,
        "Error occurred during initialization of VM\nToo small maximum heap\n",
        "",
    );
    folder.check(&["-cp"], 1, "", "Error: -cp requires class path specification\n");
    folder.check(&["-jar"], 1, "", "Error: -jar requires jar file specification\nUsage: ");
    folder.check(&[], 1, "", "Usage: rvm");
    folder.check(&["-version"], 0, "", "rvm version \"17");
    folder.check(&["-showversion", "Hello"], 0, "Hello0\n", "rvm version \"17");
    assert!(Path::new(env!("CARGO_BIN_EXE_rvm")).exists());
}

#[test]
fn zeal_and_limits() {
    let folder = Folder::new("heap");
    folder.compile(
        "import java.util.*; public class Heap { static int depth;
        static void deep() { depth++; deep(); }
        public static void main(String[] a) {
            Map<String, List<Integer>> m = new TreeMap<>();
            for (int i = 0; i < 300; i++) m.computeIfAbsent(\"k\" + i % 7, k -> new ArrayList<>()).add(i);
            System.out.println(m.get(\"k3\").size());
            try { List<long[]> l = new ArrayList<>(); while (a.length == 0) l.add(new long[1000]); }
            catch (OutOfMemoryError e) { System.out.println(e.getMessage()); }
            try { deep(); } catch (StackOverflowError e) { System.out.println(depth > 1000); }
        } }",
    );
    folder.check(&["-Xmx16m", "Heap"], 0, "43\nJava heap space\ntrue\n", "");
    folder.check(&["-XX:GCZeal=1", "Heap", "x"], 0, "43\ntrue\n", "");
    folder.check(&["-XX:GCZeal=7", "-Xverify:all", "Heap", "x"], 0, "43\ntrue\n", "");
}

/// Options in the environment, in the order in which they win.
#[test]
fn options_in_the_environment() {
    let folder = Folder::new("environment");
    folder.compile("public class Env { public static void main(String[] a) { System.out.println(System.getProperty(\"k\")); } }");
    let (launcher, tool, last) = (
        ("JDK_JAVA_OPTIONS", "-Dk=jdk"),
        ("JAVA_TOOL_OPTIONS", "-Dk='to ol'"),
        ("_JAVA_OPTIONS", "-Dk=last"),
    );
    let picked = "NOTE: Picked up JDK_JAVA_OPTIONS: -Dk=jdk\nPicked up JAVA_TOOL_OPTIONS: -Dk='to ol'\n";
    folder.check_with(&[launcher, tool], &["Env"], 0, "jdk\n", picked);
    folder.check_with(&[launcher, tool], &["-Dk=line", "Env"], 0, "line\n", picked);
    folder.check_with(&[launcher, tool, last], &["-Dk=line", "Env"], 0, "last\n", picked);
    folder.check_with(&[tool], &["Env"], 0, "to ol\n", "Picked up JAVA_TOOL_OPTIONS: -Dk='to ol'\n");
    let refused = "NOTE: Picked up JDK_JAVA_OPTIONS: -jar x\nError: Option -jar is not allowed in environment variable JDK_JAVA_OPTIONS";
    folder.check_with(&[("JDK_JAVA_OPTIONS", "-jar x")], &["Env"], 1, "", refused);
    folder.check_with(
        &[("JAVA_TOOL_OPTIONS", "Env")],
        &["Env"],
        1,
        "",
        "Picked up JAVA_TOOL_OPTIONS: Env\nUnrecognized option: Env",
    );
}

/// Flags of HotSpot that a program's behaviour depends on.
#[test]
fn flags_that_programs_see() {
    let folder = Folder::new("flags");
    folder.compile(
        "public class Flags { static int down(int n) { return n == 0 ? 1 / n : down(n - 1); }
        public static void main(String[] a) {
            if (a.length > 0) { java.util.List<byte[]> l = new java.util.ArrayList<>();
                try { while (true) l.add(new byte[1 << 20]); } catch (OutOfMemoryError e) { System.out.println(\"caught\"); } return; }
            try { down(5); } catch (ArithmeticException e) { System.out.println(e.getStackTrace().length); }
            try { Object o = null; o.hashCode(); } catch (NullPointerException e) { System.out.println(e.getMessage() == null); }
            System.out.println(Runtime.getRuntime().availableProcessors());
        } }",
    );
    folder.check(
        &["-XX:MaxJavaStackTraceDepth=3", "-XX:ActiveProcessorCount=5", "Flags"],
        0,
        "3\nfalse\n5\n",
        "",
    );
    let none = [
        "-XX:-StackTraceInThrowable",
        "-XX:-ShowCodeDetailsInExceptionMessages",
        "-XX:ActiveProcessorCount=1",
        "Flags",
    ];
    folder.check(&none, 0, "0\ntrue\n1\n", "");
    let exit = "Terminating due to java.lang.OutOfMemoryError: Java heap space\n";
    folder.check(&["-Xmx16m", "-XX:+ExitOnOutOfMemoryError", "Flags", "x"], 3, exit, "");
    folder.check(
        &["-Xmx16m", "-XX:+ExitOnOutOfMemoryError", "-XX:-ExitOnOutOfMemoryError", "Flags", "x"],
        0,
        "caught\n",
        "",
    );
}

/// Compiled code is never writable and executable at one address: the program reads its own process's maps.
#[test]
fn code_memory_is_not_writable() {
    let folder = Folder::new("maps");
    folder.compile(
        r#"
        public class Test {
            public static void main(String[] arguments) throws Exception {
                java.io.BufferedReader in = new java.io.BufferedReader(new java.io.FileReader("/proc/self/maps"));
                int executable = 0;
                int both = 0;
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    String rights = line.substring(line.indexOf(' ') + 1);
                    boolean code = rights.startsWith("x", 2);
                    if (code && line.contains("rvm-code")) {
                        executable++;
                    }
                    if (code && rights.startsWith("w", 1)) {
                        both++;
                    }
                }
                System.out.println(executable + " " + both);
            }
        }
        "#,
    );
    folder.check(&["-Xcomp", "-cp", ".", "Test"], 0, "1 0\n", "");
    folder.check(&["-Xint", "-cp", ".", "Test"], 0, "0 0\n", "");
}
