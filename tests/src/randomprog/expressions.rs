//! Expressions.

use super::{Access, BASE, CLASSES, Elem, INTERFACE, MOST, Ty, Writer};

const INTS: [&str; 24] = [
    "0",
    "1",
    "(-1)",
    "2",
    "3",
    "5",
    "7",
    "8",
    "10",
    "16",
    "31",
    "32",
    "33",
    "63",
    "64",
    "127",
    "128",
    "255",
    "(-128)",
    "32767",
    "65536",
    "Integer.MAX_VALUE",
    "Integer.MIN_VALUE",
    "0x55aa55aa",
];
const LONGS: [&str; 14] = [
    "0L",
    "1L",
    "(-1L)",
    "2L",
    "7L",
    "63L",
    "64L",
    "1000L",
    "4294967296L",
    "4294967295L",
    "(-2147483649L)",
    "Long.MAX_VALUE",
    "Long.MIN_VALUE",
    "0x5555aaaa3333ccccL",
];
const DOUBLES: [&str; 16] = [
    "0d",
    "(-0d)",
    "1d",
    "(-1d)",
    "0.5",
    "2d",
    "3.25",
    "1e10",
    "(-1e19)",
    "1e300",
    "Double.NaN",
    "Double.POSITIVE_INFINITY",
    "Double.NEGATIVE_INFINITY",
    "Double.MIN_VALUE",
    "4294967296.5",
    "0.1",
];
const FLOATS: [&str; 12] = [
    "0f",
    "(-0f)",
    "1f",
    "(-1f)",
    "0.5f",
    "2f",
    "1e10f",
    "(-3e9f)",
    "Float.NaN",
    "Float.POSITIVE_INFINITY",
    "Float.MIN_VALUE",
    "0.1f",
];

impl Writer<'_> {
    /// An expression of a type, in parentheses where it needs them.
    pub fn expr(&mut self, ty: Ty, depth: usize) -> String {
        let written = depth == 0 || self.part();
        let text = self.expr_of(ty, depth);
        if written { text } else { ty.plain() }
    }

    fn expr_of(&mut self, ty: Ty, depth: usize) -> String {
        if depth == 0 || self.r.chance(12) {
            return self.leaf(ty);
        }
        let d = depth - 1;
        if self.r.chance(14)
            && let Some(call) = self.call(ty, d)
        {
            return call;
        }
        if self.r.chance(10) {
            let c = self.expr(Ty::Bool, d);
            let (a, b) = (self.expr(ty, d), self.expr(ty, d));
            return format!("({c} ? {a} : {b})");
        }
        if self.r.chance(12)
            && let Some(element) = self.element(|e| e.ty() == ty, d)
        {
            return element;
        }
        if self.r.chance(8)
            && let Some(field) = self.field_of(ty, d)
        {
            return field;
        }
        if self.r.chance(5)
            && let Some(v) = self.some(|v| v.ty == ty && matches!(v.access, Access::Free | Access::Field))
        {
            let value = self.expr(ty, d);
            return match ty {
                Ty::Byte | Ty::Short | Ty::Char | Ty::Int | Ty::Long | Ty::Float | Ty::Double
                    if self.r.chance(60) =>
                {
                    let name = &v.name;
                    match self.r.below(5) {
                        0 => format!("{name}++"),
                        1 => format!("--{name}"),
                        2 => format!("({name} += {value})"),
                        3 => format!("({name} *= {value})"),
                        _ => format!("({name} -= {value})"),
                    }
                }
                Ty::Str => format!("({} = cut({value}))", v.name),
                _ => format!("({} = {value})", v.name),
            };
        }
        match ty {
            Ty::Bool => self.boolean(d),
            Ty::Int => self.int(d),
            Ty::Long => self.long(d),
            Ty::Float => self.float(d),
            Ty::Double => self.double(d),
            Ty::Byte | Ty::Short | Ty::Char => {
                let from = self.r.pick(&[Ty::Int, Ty::Int, Ty::Long, Ty::Float, Ty::Double]);
                let e = self.expr(from, d);
                format!("((({}) ({e})))", ty.name())
            }
            Ty::Str => self.string(d),
            Ty::Boxed => {
                let e = self.expr(Ty::Int, d);
                match self.r.below(3) {
                    0 => format!("Integer.valueOf({e})"),
                    1 => format!("((Integer) ({e}))"),
                    _ => format!("new Cell<Integer>({e}).get()"),
                }
            }
            Ty::Object(INTERFACE) => {
                let class = self.r.below(CLASSES.len());
                self.expr(Ty::Object(class), d)
            }
            Ty::Object(class) => self.object(class, d),
            Ty::Array(elem) => self.array(elem, d),
            Ty::Function => self.function(d),
        }
    }

    /// A variable or a constant.
    fn leaf(&mut self, ty: Ty) -> String {
        if self.r.chance(75)
            && let Some(v) = self.some(|v| v.ty == ty)
        {
            return v.name;
        }
        match ty {
            Ty::Int if self.r.chance(25) => format!("{}", self.r.below(100)),
            Ty::Int => self.r.pick(&INTS).into(),
            Ty::Long => self.r.pick(&LONGS).into(),
            Ty::Float => self.r.pick(&FLOATS).into(),
            Ty::Double => self.r.pick(&DOUBLES).into(),
            Ty::Bool => self.r.pick(&["true", "false"]).into(),
            Ty::Byte => format!("(byte) {}", self.r.below(256)),
            Ty::Short => format!("(short) {}", self.r.below(65536)),
            Ty::Char => format!("'{}'", self.r.pick(&['a', 'b', 'z', '0', ' ', 'é', 'Ω'])),
            Ty::Str => format!("\"{}\"", self.r.pick(&["", "a", "ab", "hello", "Ωmega", "b"])),
            Ty::Boxed => self.r.pick(&["((Integer) 5)", "((Integer) 1000)", "((Integer) (-1))"]).into(),
            _ => ty.plain(),
        }
    }

    fn index(&mut self, array: &str, d: usize) -> String {
        match self.r.below(100) {
            0..=34 => {
                if let Some(v) = self.some(|v| v.access == Access::Counter && v.ty == Ty::Int) {
                    match self.r.below(10) {
                        0 => format!("{} + 1", v.name),
                        1 => format!("{} - 1", v.name),
                        2..=4 => format!("{} & 7", v.name),
                        _ => v.name,
                    }
                } else {
                    format!("{}", self.r.below(8))
                }
            }
            35..=89 => {
                let e = self.expr(Ty::Int, d.min(2));
                format!("({e}) & 7")
            }
            90..=94 => {
                let e = self.expr(Ty::Int, d.min(2));
                format!("Math.floorMod({e}, {array}.length)")
            }
            _ if self.tries > 0 => self.expr(Ty::Int, d.min(2)),
            _ => format!("{}", self.r.below(9)),
        }
    }

    /// An element of an array that is a variable.
    pub fn element(&mut self, wanted: impl Fn(Elem) -> bool, d: usize) -> Option<String> {
        let v = self.some(|v| matches!(v.ty, Ty::Array(e) if wanted(e)))?;
        let index = self.index(&v.name, d);
        Some(format!("{}[{index}]", v.name))
    }

    /// A field of another object.
    pub fn field_of(&mut self, ty: Ty, d: usize) -> Option<String> {
        let mut choices = vec![];
        for class in 0..CLASSES.len() {
            for f in &self.fields[class] {
                if f.ty == ty {
                    choices.push((class, f.name.clone()));
                }
            }
        }
        if choices.is_empty() {
            return None;
        }
        let (class, name) = choices[self.r.below(choices.len())].clone();
        let object = self.receiver(class, d);
        Some(format!("{object}.{name}"))
    }

    fn receiver(&mut self, class: usize, d: usize) -> String {
        if let Some(v) = self.some(|v| v.ty == Ty::Object(class)) {
            return v.name;
        }
        let e = self.expr(Ty::Object(class), d.min(1));
        format!("({e})")
    }

    /// A call of a method that gives this type.
    pub fn call(&mut self, ty: Ty, d: usize) -> Option<String> {
        let room = MOST.saturating_sub(self.cost);
        let can: Vec<usize> = (0..self.callees.len())
            .filter(|&n| {
                let c = &self.callees[n];
                c.ret == ty && (c.cost + 1) * self.weight <= room
            })
            .collect();
        if can.is_empty() {
            return None;
        }
        let callee = self.callees[self.r.pick(&can)].clone();
        self.cost += (callee.cost + 1) * self.weight;
        let args: Vec<String> = callee.params.iter().map(|&p| self.expr(p, d.min(2))).collect();
        let args = args.join(", ");
        Some(match callee.on {
            None => format!("{}({args})", callee.name),
            Some(class) => {
                let on = self.receiver(class, d);
                format!("{on}.{}({args})", callee.name)
            }
        })
    }

    pub fn boolean(&mut self, d: usize) -> String {
        match self.r.below(16) {
            0..=5 => {
                let ty = self.r.pick(&[
                    Ty::Int,
                    Ty::Int,
                    Ty::Int,
                    Ty::Long,
                    Ty::Double,
                    Ty::Float,
                    Ty::Char,
                    Ty::Byte,
                ]);
                let (a, b) = (self.expr(ty, d), self.expr(ty, d));
                let op = self.r.pick(&["<", "<=", ">", ">=", "==", "!="]);
                format!("({a} {op} {b})")
            }
            6..=7 => {
                let (a, b) = (self.expr(Ty::Bool, d), self.expr(Ty::Bool, d));
                let op = self.r.pick(&["&&", "||", "&", "|", "^", "==", "!="]);
                format!("({a} {op} {b})")
            }
            8 => format!("!{}", self.expr(Ty::Bool, d)),
            9 | 10 => {
                let o = self.expr(Ty::Object(BASE), d);
                let class = self.r.pick(&["B", "C", "D", "I"]);
                format!("((Object) {o} instanceof {class})")
            }
            11 => {
                let o = self.expr(Ty::Object(INTERFACE), d);
                let name = self.fresh("p");
                format!("((Object) {o} instanceof B {name} && {name}.next != null)")
            }
            12 => {
                let (a, b) = (self.expr(Ty::Object(BASE), d), self.expr(Ty::Object(BASE), d));
                format!("((Object) {a} {} {b})", self.r.pick(&["==", "!="]))
            }
            13 => {
                let (a, b) = (self.expr(Ty::Str, d), self.expr(Ty::Str, d));
                format!("{a}.{}({b})", self.r.pick(&["equals", "startsWith", "contains", "endsWith"]))
            }
            14 => {
                let a = self.expr(Ty::Double, d);
                format!("Double.{}({a})", self.r.pick(&["isNaN", "isInfinite"]))
            }
            _ => {
                if let Some(v) = self.some(|v| v.ty == Ty::Object(BASE)) {
                    return format!("Thread.holdsLock({})", v.name);
                }
                let (a, b) = (self.expr(Ty::Boxed, d), self.expr(Ty::Boxed, d));
                format!("{a}.equals({b})")
            }
        }
    }

    fn divisor(&mut self, ty: Ty, d: usize) -> String {
        let e = self.expr(ty, d);
        if self.tries > 0 && self.r.chance(40) || self.r.chance(4) {
            return e;
        }
        match self.r.below(3) {
            0 => format!("({e} | 1)"),
            1 => self.r.pick(&["3", "7", "10", "(-1)", "(-8)", "16", "1000", "(-3)"]).into(),
            _ => format!("(({e} & 15) + 1)"),
        }
    }

    fn int(&mut self, d: usize) -> String {
        match self.r.below(30) {
            0..=6 => {
                let (a, b) = (self.expr(Ty::Int, d), self.expr(Ty::Int, d));
                format!("({a} {} {b})", self.r.pick(&["+", "-", "*", "+", "-", "&", "|", "^"]))
            }
            7 | 8 => {
                let a = self.expr(Ty::Int, d);
                let by = self.r.pick(&[Ty::Int, Ty::Long]);
                let b = self.expr(by, d);
                format!("({a} {} {b})", self.r.pick(&["<<", ">>", ">>>"]))
            }
            9 | 10 => {
                let a = self.expr(Ty::Int, d);
                let b = self.divisor(Ty::Int, d);
                format!("({a} {} {b})", self.r.pick(&["/", "%"]))
            }
            11 => format!("{}({})", self.r.pick(&["-", "~"]), self.expr(Ty::Int, d)),
            12..=14 => {
                let from = self.r.pick(&[Ty::Long, Ty::Float, Ty::Double, Ty::Byte, Ty::Short, Ty::Char]);
                format!("((int) ({}))", self.expr(from, d))
            }
            15 => match self.some(|v| matches!(v.ty, Ty::Array(_))) {
                Some(v) => format!("{}.length", v.name),
                None => "8".into(),
            },
            16 | 17 => {
                let name = self.r.pick(&[
                    "Math.abs(@)",
                    "Math.min(@, @)",
                    "Math.max(@, @)",
                    "Integer.bitCount(@)",
                    "Integer.numberOfLeadingZeros(@)",
                    "Integer.numberOfTrailingZeros(@)",
                    "Integer.rotateLeft(@, @)",
                    "Integer.rotateRight(@, @)",
                    "Integer.reverse(@)",
                    "Integer.reverseBytes(@)",
                    "Integer.highestOneBit(@)",
                    "Integer.signum(@)",
                    "Integer.compare(@, @)",
                    "Integer.compareUnsigned(@, @)",
                    "Integer.divideUnsigned(@, @ | 1)",
                    "Integer.remainderUnsigned(@, @ | 1)",
                    "Math.floorMod(@, @ | 1)",
                    "Math.floorDiv(@, @ | 1)",
                ]);
                self.fill(name, Ty::Int, d)
            }
            18 => {
                let name = self.r.pick(&[
                    "Long.bitCount(@)",
                    "Long.numberOfLeadingZeros(@)",
                    "Long.numberOfTrailingZeros(@)",
                    "Long.signum(@)",
                    "Long.compare(@, @)",
                    "Long.hashCode(@)",
                ]);
                self.fill(name, Ty::Long, d)
            }
            19 => {
                let name = self.r.pick(&[
                    "Double.compare(@, @)",
                    "Double.hashCode(@)",
                    "(int) Math.round(@)",
                    "Math.getExponent(@)",
                    "(int) Math.signum(@)",
                ]);
                self.fill(name, Ty::Double, d)
            }
            20 => {
                let name = self.r.pick(&["Float.compare(@, @)", "Float.floatToIntBits(@)", "Math.round(@)"]);
                self.fill(name, Ty::Float, d)
            }
            21 | 22 => {
                let name = self.r.pick(&[
                    "@.length()",
                    "@.hashCode()",
                    "@.compareTo(@)",
                    "@.indexOf('a')",
                    "@.indexOf(@)",
                    "@.lastIndexOf('b')",
                    "(int) (@ + \"x\").charAt(0)",
                ]);
                self.fill(name, Ty::Str, d.min(2))
            }
            23 => {
                let e = self.expr(Ty::Boxed, d);
                if self.r.chance(50) { format!("(int) ({e})") } else { format!("({e}).hashCode()") }
            }
            24 => {
                let (a, b) = (self.expr(Ty::Int, d), self.expr(Ty::Int, d));
                let f = if self.r.chance(50) {
                    self.some(|v| v.ty == Ty::Function)
                        .map_or_else(|| "((IntBinaryOperator) ADD)".into(), |v| v.name)
                } else {
                    format!("((IntBinaryOperator) {})", self.function(d))
                };
                format!("{f}.applyAsInt({a}, {b})")
            }
            25 => {
                let e = self.expr(Ty::Int, d);
                let values: Vec<String> = (0..4).map(|_| self.expr(Ty::Int, d.min(1))).collect();
                format!(
                    "switch (({e}) & 7) {{ case 0 -> {}; case 1, 2 -> {}; case 5 -> {}; default -> {}; }}",
                    values[0], values[1], values[2], values[3]
                )
                .replacen("switch", "(switch", 1)
                    + ")"
            }
            26 => {
                let e = self.expr(Ty::Int, d);
                self.r
                    .pick(&[
                        "ATOM.getAndAdd(@)",
                        "ATOM.incrementAndGet()",
                        "ATOM.getAndSet(@)",
                        "handle(@, 3)",
                        "(int) COUNT.getAndAdd(CELL, (int) (@))",
                        "(int) COUNT.getVolatile(CELL)",
                        "(COUNT.compareAndSet(CELL, (int) (@), 7) ? 1 : 0)",
                        "ALONG.intValue()",
                    ])
                    .replace('@', &e)
            }
            27 => {
                let a = self.expr(Ty::Array(Elem::Int), d.min(1));
                format!("Arrays.hashCode({a})")
            }
            28 => {
                let e = self.expr(Ty::Object(BASE), d);
                let class = self.r.pick(&[1, 2, 3]);
                let name = CLASSES[class];
                if self.tries > 0 {
                    format!("(({name}) (Object) ({e})).tag")
                } else {
                    let v = self.fresh("p");
                    format!("((Object) {e} instanceof {name} {v} ? {v}.tag : 3)")
                }
            }
            _ => {
                let from = self.r.pick(&[Ty::Byte, Ty::Short, Ty::Char]);
                let (a, b) = (self.expr(from, d), self.expr(Ty::Int, d));
                format!("({a} {} {b})", self.r.pick(&["+", "-", "*", "&", "^"]))
            }
        }
    }

    fn fill(&mut self, pattern: &str, ty: Ty, d: usize) -> String {
        let mut text = String::new();
        let mut pieces = pattern.split('@');
        text.push_str(pieces.next().unwrap_or(""));
        for piece in pieces {
            let e = self.expr(ty, d);
            if ty == Ty::Str && piece.starts_with('.') {
                text.push_str(&format!("({e})"));
            } else {
                text.push_str(&e);
            }
            text.push_str(piece);
        }
        text
    }

    fn long(&mut self, d: usize) -> String {
        match self.r.below(14) {
            0..=4 => {
                let other = self.r.pick(&[Ty::Long, Ty::Long, Ty::Int, Ty::Char]);
                let (a, b) = (self.expr(Ty::Long, d), self.expr(other, d));
                format!("({a} {} {b})", self.r.pick(&["+", "-", "*", "&", "|", "^"]))
            }
            5 | 6 => {
                let by = self.r.pick(&[Ty::Int, Ty::Long]);
                let (a, b) = (self.expr(Ty::Long, d), self.expr(by, d));
                format!("({a} {} {b})", self.r.pick(&["<<", ">>", ">>>"]))
            }
            7 => {
                let a = self.expr(Ty::Long, d);
                let b = self.divisor(Ty::Long, d);
                format!("({a} {} {b})", self.r.pick(&["/", "%"]))
            }
            8 | 9 => {
                let from = self.r.pick(&[Ty::Int, Ty::Float, Ty::Double, Ty::Short]);
                format!("((long) ({}))", self.expr(from, d))
            }
            10 => format!("{}({})", self.r.pick(&["-", "~"]), self.expr(Ty::Long, d)),
            11 => {
                let name = self.r.pick(&[
                    "Math.abs(@)",
                    "Math.min(@, @)",
                    "Math.max(@, @)",
                    "Long.rotateLeft(@, 13)",
                    "Long.rotateRight(@, 7)",
                    "Long.reverse(@)",
                    "Long.reverseBytes(@)",
                    "Math.multiplyHigh(@, @)",
                    "Long.highestOneBit(@)",
                    "Long.lowestOneBit(@)",
                    "Math.floorMod(@, @ | 1L)",
                    "Long.divideUnsigned(@, @ | 1L)",
                    "Long.remainderUnsigned(@, @ | 1L)",
                ]);
                self.fill(name, Ty::Long, d)
            }
            12 => {
                let name =
                    self.r.pick(&["Double.doubleToLongBits(@)", "Math.round(@)", "(long) Math.rint(@)"]);
                self.fill(name, Ty::Double, d)
            }
            _ => {
                let e = self.expr(Ty::Long, d);
                self.r.pick(&["ALONG.getAndAdd(@)", "ALONG.addAndGet(@)", "ALONG.get()"]).replace('@', &e)
            }
        }
    }

    fn double(&mut self, d: usize) -> String {
        match self.r.below(12) {
            0..=5 => {
                let other = self.r.pick(&[Ty::Double, Ty::Double, Ty::Int, Ty::Float, Ty::Long]);
                let (a, b) = (self.expr(Ty::Double, d), self.expr(other, d));
                format!("({a} {} {b})", self.r.pick(&["+", "-", "*", "/", "%"]))
            }
            6..=8 => {
                let from = self.r.pick(&[Ty::Int, Ty::Long, Ty::Float, Ty::Char]);
                format!("((double) ({}))", self.expr(from, d))
            }
            9 => format!("-({})", self.expr(Ty::Double, d)),
            _ => {
                let name = self.r.pick(&[
                    "Math.sqrt(@)",
                    "Math.abs(@)",
                    "Math.floor(@)",
                    "Math.ceil(@)",
                    "Math.rint(@)",
                    "Math.min(@, @)",
                    "Math.max(@, @)",
                    "Math.fma(@, @, @)",
                    "Math.signum(@)",
                    // Math.copySign may take any sign of a NaN.
                    "StrictMath.copySign(@, @)",
                    "Math.ulp(@)",
                    "Math.nextUp(@)",
                    "Math.scalb(@, 3)",
                ]);
                self.fill(name, Ty::Double, d)
            }
        }
    }

    fn float(&mut self, d: usize) -> String {
        match self.r.below(8) {
            0..=3 => {
                let other = self.r.pick(&[Ty::Float, Ty::Float, Ty::Int, Ty::Long]);
                let (a, b) = (self.expr(Ty::Float, d), self.expr(other, d));
                format!("({a} {} {b})", self.r.pick(&["+", "-", "*", "/", "%"]))
            }
            4 | 5 => {
                let from = self.r.pick(&[Ty::Int, Ty::Long, Ty::Double, Ty::Byte]);
                format!("((float) ({}))", self.expr(from, d))
            }
            6 => format!("-({})", self.expr(Ty::Float, d)),
            _ => {
                let name = self.r.pick(&[
                    "Math.abs(@)",
                    "Math.min(@, @)",
                    "Math.max(@, @)",
                    "Math.fma(@, @, @)",
                    "Math.signum(@)",
                    "Math.nextUp(@)",
                ]);
                self.fill(name, Ty::Float, d)
            }
        }
    }

    fn string(&mut self, d: usize) -> String {
        let d = d.min(2);
        match self.r.below(6) {
            0 | 1 => {
                let ty = self.r.pick(&[Ty::Int, Ty::Long, Ty::Char, Ty::Bool, Ty::Str, Ty::Boxed, Ty::Byte]);
                let (a, b) = (self.expr(Ty::Str, d), self.expr(ty, d));
                format!("cut({a} + {b})")
            }
            2 => {
                let e = self.expr(Ty::Int, d);
                format!(
                    "{}({e})",
                    self.r.pick(&["String.valueOf", "Integer.toString", "Integer.toHexString"])
                )
            }
            3 => {
                let (a, b, c) = (self.expr(Ty::Str, d), self.expr(Ty::Int, d), self.expr(Ty::Char, d));
                format!(
                    "cut(new StringBuilder({a}).append({b}).append({c}).append('-').reverse().toString())"
                )
            }
            4 => {
                let (a, b) = (self.expr(Ty::Str, d), self.expr(Ty::Int, d));
                if self.tries > 0 {
                    format!("({a}).substring(({b}) & 3)")
                } else {
                    format!("cut({a} + \"abc\").substring(({b}) & 3)")
                }
            }
            _ => {
                let (a, b) = (self.expr(Ty::Str, d), self.expr(Ty::Char, d));
                format!("({a}).replace('a', {b})")
            }
        }
    }

    fn object(&mut self, class: usize, d: usize) -> String {
        match (class, self.r.below(4)) {
            (BASE, 0) => {
                let class = self.r.pick(&[1, 2, 3]);
                self.expr(Ty::Object(class), d)
            }
            (BASE, 1) => match self.some(|v| v.ty == Ty::Object(BASE)) {
                Some(v) => format!("({0}.next == null ? {0} : {0}.next)", v.name),
                None => "new C()".into(),
            },
            (1, 0) => "new C()".into(),
            (BASE, _) => format!("new {}()", self.r.pick(&["B", "C", "D"])),
            _ => format!("new {}()", CLASSES[class]),
        }
    }

    fn array(&mut self, elem: Elem, d: usize) -> String {
        let name = elem.ty().name();
        match self.r.below(6) {
            0 if elem != Elem::Row => {
                let values: Vec<String> = (0..8).map(|_| self.expr(elem.ty(), d.min(1))).collect();
                format!("new {name}[] {{{}}}", values.join(", "))
            }
            1 if elem != Elem::Base => {
                let v = self.some(|v| v.ty == Ty::Array(elem));
                match v {
                    Some(v) if self.r.chance(50) => format!("{}.clone()", v.name),
                    Some(v) => format!("Arrays.copyOf({}, {})", v.name, 8 + self.r.below(5)),
                    None => Ty::Array(elem).plain(),
                }
            }
            2 if self.tries > 0 && elem != Elem::Row => {
                let e = self.expr(Ty::Int, d.min(1));
                format!("new {name}[({e}) % 20]")
            }
            _ if elem == Elem::Row => format!("new int[{}][{}]", 8 + self.r.below(3), 8 + self.r.below(3)),
            _ if elem == Elem::Base => format!("bases({})", 8 + self.r.below(4)),
            _ if elem == Elem::Str => format!("strings({})", 8 + self.r.below(4)),
            _ => format!("new {name}[{}]", 8 + self.r.below(12)),
        }
    }

    /// A lambda or method reference that is an `IntBinaryOperator`.
    pub fn function(&mut self, d: usize) -> String {
        if self.r.chance(25) {
            return self.r.pick(&["Math::max", "Integer::sum", "ADD", "Integer::compare"]).into();
        }
        let (a, b) = (self.fresh("x"), self.fresh("y"));
        // What a lambda costs is not known where it is called: it calls nothing.
        let saved = (self.lambda, std::mem::take(&mut self.callees), self.vars.len(), self.tries);
        self.lambda = self.vars.len();
        self.tries = 0;
        for name in [&a, &b] {
            self.vars.push(super::Var { name: name.clone(), ty: Ty::Int, access: Access::Final });
        }
        let body = self.expr(Ty::Int, d.min(2));
        self.lambda = saved.0;
        self.callees = saved.1;
        self.vars.truncate(saved.2);
        self.tries = saved.3;
        format!("({a}, {b}) -> {body}")
    }
}
