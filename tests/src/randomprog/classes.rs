//! Classes, methods and what is around them.

use super::{Access, BASE, CLASSES, Callee, ELEMS, Elem, INTERFACE, MOST, SUPER, Ty, Var, Writer};

/// Rounds that `main` runs.
const ROUNDS: u64 = 60;

/// What every program has.
const PRELUDE: &str = r#"
    static long h;
    static final Object LOCK = new Object();
    static final Problem SHARED = new Problem(77);
    static boolean SWITCH;
    static final AtomicInteger ATOM = new AtomicInteger();
    static final AtomicLong ALONG = new AtomicLong();
    static final IntBinaryOperator ADD = (a, b) -> a + b;
    static final Counter CELL = new Counter();
    static final VarHandle COUNT;
    static final MethodHandle SUM;
    static {
        try {
            COUNT = MethodHandles.lookup().findVarHandle(Counter.class, "count", int.class);
            SUM = MethodHandles.lookup().findStatic(NAME.class, "sum", MethodType.methodType(int.class, int.class, int.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
    static int sum(int a, int b) { return a * 31 + b; }
    static int handle(int a, int b) {
        try {
            return (int) SUM.invokeExact(a, b);
        } catch (Throwable t) {
            throw new IllegalStateException(t);
        }
    }
    static void mix(long v) { h = h * 31 + (v ^ (v >>> 32)); }
    static void mix(int v) { h = h * 31 + v; }
    static void mix(char v) { h = h * 31 + v; }
    static void mix(boolean v) { h = h * 31 + (v ? 1231 : 1237); }
    static void mix(double v) { mix(Double.doubleToLongBits(v)); }
    static void mix(float v) { mix(Float.floatToIntBits(v)); }
    static void mix(String v) { mix(v == null ? 0 : v.hashCode()); }
    static void mix(Integer v) { mix(v == null ? 0 : v.intValue()); }
    static void mix(int[] v) { mix(Arrays.hashCode(v)); }
    static void mix(Throwable t) {
        mix(t.getClass().getName());
        mix(t.getMessage());
        if (t == SHARED) return;
        int seen = 0;
        for (StackTraceElement e : t.getStackTrace()) {
            if (e.getClassName().startsWith("NAME") && seen++ < 6) {
                // Compilers number lambdas as they like.
                mix(e.getMethodName().startsWith("lambda$") ? "lambda" : e.getMethodName());
                mix(e.getLineNumber());
            }
        }
    }
    static String cut(String s) { return s.length() > 40 ? s.substring(s.length() - 40) : s; }
    static A[] bases(int n) {
        A[] made = new A[n];
        for (int i = 0; i < n; i++) made[i] = i % 3 == 0 ? new B() : i % 3 == 1 ? new C() : new D();
        return made;
    }
    static String[] strings(int n) {
        String[] made = new String[n];
        for (int i = 0; i < n; i++) made[i] = "s" + i;
        return made;
    }
    static final class Counter { volatile int count; }
    static final class Problem extends RuntimeException {
        Problem(int code) { super("p" + code); }
    }
    record Pair(int a, long b) { }
    static final class Cell<T> {
        private T value;
        Cell(T value) { this.value = value; }
        T get() { return value; }
        void set(T value) { this.value = value; }
    }
    enum E {
        X, Y, Z, W;
        static E at(int n) { return values()[n & 3]; }
    }
"#;

impl Writer<'_> {
    pub fn program(&mut self, name: &str) -> String {
        self.fields[BASE].push(Var { name: "tag".into(), ty: Ty::Int, access: Access::Field });
        self.fields[BASE].push(Var { name: "next".into(), ty: Ty::Object(BASE), access: Access::Field });
        let mut declared = vec![String::new(); CLASSES.len()];
        for (class, text) in declared.iter_mut().enumerate() {
            let tag = if class == BASE { "    int tag = 1;\n        A next = this;\n" } else { "" };
            text.push_str(tag);
            for n in 0..1 + self.r.below(3) {
                let ty = match self.any_type() {
                    Ty::Object(_) | Ty::Function => Ty::Int,
                    other => other,
                };
                let field = format!("f{}{n}", CLASSES[class].to_lowercase());
                let volatile = if self.r.chance(10) { "volatile " } else { "" };
                text.push_str(&format!("        {volatile}{} {field} = {};\n", ty.name(), ty.plain()));
                self.fields[class].push(Var { name: field, ty, access: Access::Field });
            }
        }
        let mut statics = String::new();
        for n in 0..4 + self.r.below(5) {
            let ty = self.any_type();
            let ty = if ty == Ty::Function { Ty::Long } else { ty };
            let volatile = if self.r.chance(10) { "volatile " } else { "" };
            statics.push_str(&format!("    static {volatile}{} s{n} = {};\n", ty.name(), ty.plain()));
            self.statics.push(Var { name: format!("s{n}"), ty, access: Access::Field });
        }
        for elem in [Elem::Int, self.r.pick(&ELEMS)] {
            let n = self.statics.len();
            let ty = Ty::Array(elem);
            let name = elem.ty().name();
            let value = match elem {
                Elem::Base => "bases(10)".into(),
                Elem::Str => "strings(9)".into(),
                Elem::Row => "new int[9][8]".into(),
                _ => format!("new {name}[16]"),
            };
            statics.push_str(&format!("    static final {name}[] s{n} = {value};\n"));
            self.statics.push(Var { name: format!("s{n}"), ty, access: Access::Final });
        }
        let mut interface = String::new();
        let count = 6 + self.r.below(5);
        let mut methods = String::new();
        for n in 0..count {
            if self.r.chance(60) {
                methods.push_str(&self.static_method(n));
            } else {
                interface.push_str(&self.family(n));
            }
        }
        let main = self.main();
        let mut text = String::from(
            "import java.lang.invoke.*;\nimport java.util.*;\nimport java.util.concurrent.atomic.*;\nimport java.util.function.*;\n\n",
        );
        text.push_str(&format!("public class {name} {{"));
        text.push_str(&PRELUDE.replace("NAME", name));
        text.push_str("    static final A BASE = new C();\n");
        text.push_str(&statics);
        text.push_str(&format!("    interface I {{\n{interface}    }}\n"));
        for class in 0..CLASSES.len() {
            let head = match (class, SUPER[class]) {
                (BASE, _) => "abstract static class A implements I".to_string(),
                (_, Some(up)) => format!("static class {} extends {}", CLASSES[class], CLASSES[up]),
                _ => format!("static final class {} implements I", CLASSES[class]),
            };
            text.push_str(&format!("    {head} {{\n    {}{}    }}\n", declared[class], self.body[class]));
        }
        text.push_str(&methods);
        text.push_str(&main);
        text.push_str("}\n");
        text
    }

    fn parameters(&mut self) -> Vec<Ty> {
        (0..self.r.below(4))
            .map(|_| self.any_type())
            .map(|t| if t == Ty::Boxed { Ty::Int } else { t })
            .collect()
    }

    fn result(&mut self) -> Ty {
        match self.r.below(10) {
            0..=3 => Ty::Int,
            4 => Ty::Long,
            5 => Ty::Double,
            6 => self.r.pick(&super::PRIMITIVES),
            7 => Ty::Object(BASE),
            _ => self.any_type(),
        }
    }

    /// A method's text, and what a call costs.
    fn method(
        &mut self,
        head: &str,
        name: &str,
        params: &[Ty],
        ret: Ty,
        this: Option<usize>,
        size: usize,
    ) -> (String, u64) {
        self.vars.clear();
        self.lambda = 0;
        self.weight = 1;
        self.cost = 1;
        self.this = this;
        self.ret = Some(ret);
        self.labels.clear();
        self.tries = 0;
        self.depth = 0;
        self.indent = if this.is_some() { 3 } else { 2 };
        self.out.clear();
        let mut list = vec![];
        for (n, &ty) in params.iter().enumerate() {
            let name = format!("a{n}");
            list.push(format!("{} {name}", ty.name()));
            self.vars.push(Var { name, ty, access: Access::Free });
        }
        let count = 1 + self.r.below(size);
        for _ in 0..count {
            if self.cost >= MOST {
                break;
            }
            self.statement();
        }
        let value = self.expr(ret, 2);
        self.line(&format!("return {value};"));
        let pad = if this.is_some() { "        " } else { "    " };
        let text = format!("{pad}{head}{} {name}({}) {{\n{}{pad}}}\n", ret.name(), list.join(", "), self.out);
        (text, self.cost)
    }

    fn static_method(&mut self, n: usize) -> String {
        let params = self.parameters();
        let ret = self.result();
        let name = format!("m{n}");
        let head = if self.r.chance(10) { "static synchronized " } else { "static " };
        let size = if self.r.chance(40) { 3 } else { 12 };
        let (text, cost) = self.method(head, &name, &params, ret, None, size);
        self.callees.push(Callee { name, params, ret, cost, on: None });
        text
    }

    /// A method that classes override; returns its declaration in the interface.
    fn family(&mut self, n: usize) -> String {
        let params = self.parameters();
        let ret = self.result();
        let name = format!("w{n}");
        let mut most = 1;
        // Declared by the interface with or without a body, or by the base class.
        let form = self.r.below(3);
        let mut declaration = String::new();
        if form == 1 {
            let (text, cost) = self.method("default ", &name, &params, ret, Some(INTERFACE), 3);
            most = most.max(cost);
            declaration = text;
        } else if form == 0 {
            let list: Vec<String> =
                params.iter().enumerate().map(|(n, t)| format!("{} a{n}", t.name())).collect();
            declaration = format!("        {} {name}({});\n", ret.name(), list.join(", "));
        }
        for class in 0..CLASSES.len() {
            let needed = match (form, class) {
                (0, BASE | 4) | (2, BASE) => true,
                (2, 4) => false,
                _ => self.r.chance(50),
            };
            if !needed {
                continue;
            }
            let synchronized = if self.r.chance(15) { "public synchronized " } else { "public " };
            let size = if self.r.chance(60) { 2 } else { 7 };
            let (text, cost) = self.method(synchronized, &name, &params, ret, Some(class), size);
            most = most.max(cost);
            self.body[class].push_str(&text);
        }
        let classes = if form == 2 { &[BASE, BASE, 1, 3][..] } else { &[INTERFACE, INTERFACE, BASE, 1, 4] };
        for &on in classes {
            let callee = Callee { name: name.clone(), params: params.clone(), ret, cost: most, on: Some(on) };
            self.callees.push(callee);
        }
        declaration
    }

    fn main(&mut self) -> String {
        let (run, _) = self.method("static ", "run", &[Ty::Int], Ty::Long, None, 14);
        let mut calls = String::new();
        // Every method is called, whatever `run` does.
        let callees = self.callees.clone();
        for c in callees.iter().filter(|c| c.on != Some(4) && c.on != Some(1)) {
            self.vars.clear();
            self.vars.push(Var { name: "round".into(), ty: Ty::Int, access: Access::Counter });
            self.this = None;
            self.tries = 1;
            self.cost = MOST;
            let args: Vec<String> = c.params.iter().map(|&p| self.expr(p, 1)).collect();
            let on = match c.on {
                None => String::new(),
                Some(INTERFACE) => "(round % 3 == 0 ? new S() : round % 3 == 1 ? BASE : new D()).".into(),
                Some(_) => "(round % 4 == 0 ? BASE : round % 4 == 1 ? new B() : new D()).".into(),
            };
            let value = format!("{on}{}({})", c.name, args.join(", "));
            let show = match c.ret {
                Ty::Object(_) | Ty::Array(_) | Ty::Function => format!("mix({value} == null);"),
                _ => format!("mix({value});"),
            };
            let every = 1 + c.cost * ROUNDS / 150_000;
            let test = if every > 1 { format!("if (round % {every} == 0) ") } else { String::new() };
            calls.push_str(&format!("        try {{\n            {test}{show}\n        }} catch (Throwable t) {{\n            mix(t);\n        }}\n"));
        }
        format!(
            "{run}    static void round(int round) {{\n        try {{\n            mix(run(round));\n        }} catch (Throwable t) {{\n            mix(t);\n        }}\n{calls}    }}\n\n    public static void main(String[] args) {{\n        for (int i = 0; i < {ROUNDS}; i++) {{\n            round(i);\n            if (i % 8 == 7) System.out.println(i + \" \" + h);\n        }}\n        System.out.println(h + \" \" + Thread.holdsLock(LOCK) + \" \" + Thread.holdsLock(BASE) + \" \" + ATOM.get());\n    }}\n"
        )
    }
}
