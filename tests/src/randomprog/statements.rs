//! Statements.

use super::{Access, BASE, Elem, INTERFACE, Ty, Var, Writer};

/// Depth of nesting.
const DEEPEST: usize = 4;
/// How often the innermost loop of a method may run.
pub const TURNS: u64 = 1500;

impl Writer<'_> {
    /// A few statements.
    pub fn block(&mut self, count: usize) {
        let vars = self.vars.len();
        self.depth += 1;
        for _ in 0..count {
            self.statement();
        }
        self.depth -= 1;
        self.vars.truncate(vars);
    }

    /// One statement; what it declares stays.
    pub fn statement(&mut self) {
        let start = self.out.len();
        let vars = self.vars.len();
        let written = self.part();
        self.cost += self.weight;
        self.one();
        if !written {
            self.out.truncate(start);
            // Variables stay declared, as later statements use them.
            let declared: Vec<Var> = self.vars[vars..].to_vec();
            for v in declared {
                let kind = if v.access == Access::Final { "final " } else { "" };
                self.line(&format!("{kind}{} {} = {};", v.ty.name(), v.name, v.ty.plain()));
            }
        }
    }

    fn one(&mut self) {
        let deep = self.depth >= DEEPEST;
        match self.r.below(if deep { 48 } else { 100 }) {
            0..=9 => self.declare(),
            10..=26 => self.assign(),
            27..=31 => self.observe(),
            32..=34 => self.call_alone(),
            35..=36 => self.throw(),
            37..=38 => self.leave(),
            39 => self.bulk(),
            40 => self.neighbours(),
            41..=42 => self.short_lived(),
            43 => self.link(),
            44..=47 => self.assign(),
            48..=56 => self.condition(),
            57..=73 => self.repeat(),
            74..=78 => self.switch(),
            79..=86 => self.try_(),
            87..=90 => self.monitor(),
            91..=93 => self.list(),
            94..=95 => self.builder(),
            _ => {
                self.line("{");
                self.inner(3);
                self.line("}");
            }
        }
    }

    fn inner(&mut self, most: usize) {
        let count = 1 + self.r.below(most);
        self.indent += 1;
        self.block(count);
        self.indent -= 1;
    }

    fn declare(&mut self) {
        let ty = if self.r.chance(6) { Ty::Function } else { self.any_type() };
        let value = self.expr(ty, 3);
        let name = self.fresh("v");
        let access = if self.r.chance(30) { Access::Final } else { Access::Free };
        let kind = if access == Access::Final { "final " } else { "" };
        let value = if ty == Ty::Str { format!("cut({value})") } else { value };
        self.line(&format!("{kind}{} {name} = {value};", ty.name()));
        self.vars.push(Var { name, ty, access });
    }

    fn assign(&mut self) {
        let ty = match self.r.below(10) {
            0 => self.any_type(),
            1..=4 => Ty::Int,
            5 => Ty::Long,
            6 => Ty::Double,
            _ => self.r.pick(&super::PRIMITIVES),
        };
        let target = match self.r.below(10) {
            0..=2 => self.element(|e| e.ty() == ty, 2),
            3 => self.field_of(ty, 1),
            _ => {
                self.some(|v| v.ty == ty && matches!(v.access, Access::Free | Access::Field)).map(|v| v.name)
            }
        };
        let Some(target) = target else { return self.observe() };
        if ty.numeric() && self.r.chance(45) {
            if self.r.chance(25) {
                let op = self.r.pick(&["++", "--"]);
                return self.line(&format!("{target}{op};"));
            }
            let integral = !matches!(ty, Ty::Float | Ty::Double);
            if integral && self.r.chance(25) {
                let value = self.expr(Ty::Int, 2);
                let op = self.r.pick(&["<<=", ">>=", ">>>="]);
                return self.line(&format!("{target} {op} {value};"));
            }
            let from = if integral && self.r.chance(50) {
                self.r.pick(&[Ty::Int, Ty::Long, Ty::Char, Ty::Byte])
            } else {
                self.r.pick(&[Ty::Int, Ty::Long, Ty::Float, Ty::Double, ty])
            };
            let exact = integral && !matches!(from, Ty::Float | Ty::Double);
            let op = if exact {
                self.r.pick(&["+=", "-=", "*=", "&=", "|=", "^="])
            } else {
                self.r.pick(&["+=", "-=", "*="])
            };
            let value = self.expr(from, 3);
            return self.line(&format!("{target} {op} {value};"));
        }
        let value = self.expr(ty, 3);
        let value = if ty == Ty::Str { format!("cut({value})") } else { value };
        self.line(&format!("{target} = {value};"));
    }

    /// Mixes a value into what the program prints.
    pub fn observe(&mut self) {
        let ty = self.r.pick(&[
            Ty::Int,
            Ty::Int,
            Ty::Long,
            Ty::Double,
            Ty::Float,
            Ty::Str,
            Ty::Boxed,
            Ty::Bool,
            Ty::Char,
            Ty::Array(Elem::Int),
        ]);
        let value = self.expr(ty, 3);
        self.line(&format!("mix({value});"));
    }

    fn call_alone(&mut self) {
        let ty = self.r.pick(&[Ty::Int, Ty::Long, Ty::Double, Ty::Int]);
        match self.call(ty, 2) {
            Some(call) => self.line(&format!("mix({call});")),
            None => self.assign(),
        }
    }

    fn throw(&mut self) {
        let c = self.expr(Ty::Bool, 2);
        let e = self.expr(Ty::Int, 1);
        let what = self.r.pick(&[
            "new Problem(@)",
            "new Problem(@)",
            "new IllegalStateException(\"s\" + @)",
            "new ArrayStoreException(\"q\")",
            "new Error(\"e\")",
            "SHARED",
        ]);
        self.line(&format!("if ({c}) throw {};", what.replace('@', &e)));
    }

    fn leave(&mut self) {
        let c = self.expr(Ty::Bool, 2);
        if !self.labels.is_empty() && self.r.chance(75) {
            let at = self.r.below(self.labels.len());
            let label = self.labels[at].clone();
            let how = self.r.pick(&["break", "continue"]);
            return self.line(&format!("if ({c}) {how} {label};"));
        }
        match self.ret {
            Some(ty) => {
                let value = self.expr(ty, 2);
                self.line(&format!("if ({c}) return {value};"));
            }
            None => self.line(&format!("if ({c}) return;")),
        }
    }

    /// Methods that work on whole arrays.
    fn bulk(&mut self) {
        let Some(a) = self.some(|v| matches!(v.ty, Ty::Array(e) if e != Elem::Row)) else {
            return self.observe();
        };
        let Ty::Array(elem) = a.ty else { return };
        let value = self.expr(elem.ty(), 1);
        let at = if self.tries > 0 && self.r.chance(30) {
            self.expr(Ty::Int, 1)
        } else {
            self.r.below(4).to_string()
        };
        let ty = a.ty;
        let b = self.some(|v| v.ty == ty).map_or(a.name.clone(), |v| v.name);
        let text = match self.r.below(5) {
            0 => format!("Arrays.fill({}, {value});", a.name),
            1 => format!("Arrays.fill({}, {}, 7, {value});", a.name, self.r.below(7)),
            2 => format!("mix(Arrays.equals({}, {b}));", a.name),
            _ => {
                format!("System.arraycopy({}, {at}, {b}, {}, {});", a.name, self.r.below(4), self.r.below(5))
            }
        };
        self.line(&text);
    }

    fn short_lived(&mut self) {
        let name = self.fresh("o");
        match self.r.below(4) {
            0 => {
                let class = self.r.pick(&["B", "C", "D"]);
                let (x, n) = (self.expr(Ty::Int, 2), self.expr(Ty::Object(BASE), 1));
                self.line(&format!("final {class} {name} = new {class}();"));
                self.line(&format!("{name}.tag = {x};"));
                self.line(&format!("{name}.next = {n};"));
                self.line(&format!("mix({name}.tag + {name}.next.tag);"));
            }
            1 => {
                let x = self.expr(Ty::Int, 2);
                let y = self.expr(Ty::Long, 2);
                self.line(&format!("final Pair {name} = new Pair({x}, {y});"));
                self.line(&format!("mix({name}.a() + {name}.b());"));
                self.line(&format!("mix({name}.hashCode());"));
            }
            2 => {
                let x = self.expr(Ty::Boxed, 2);
                self.line(&format!("final Cell<Integer> {name} = new Cell<>({x});"));
                self.line(&format!("{name}.set({name}.get() + 1);"));
                self.line(&format!("mix((int) {name}.get());"));
            }
            _ => {
                let x = self.expr(Ty::Int, 2);
                self.line(&format!("final int[] {name} = {{{x}, 3, {x}}};"));
                self.line(&format!("{name}[1] += {name}[0] ^ {name}[2];"));
                self.line(&format!("mix({name}[1] + {name}.length);"));
            }
        }
    }

    fn link(&mut self) {
        let target = self.receiver_name();
        let value = if self.r.chance(15) { "null".into() } else { self.expr(Ty::Object(BASE), 1) };
        self.line(&format!("{target}.next = {value};"));
    }

    fn receiver_name(&mut self) -> String {
        self.some(|v| matches!(v.ty, Ty::Object(BASE..=3))).map_or("BASE".into(), |v| v.name)
    }

    fn condition(&mut self) {
        let c = self.expr(Ty::Bool, 3);
        self.line(&format!("if ({c}) {{"));
        self.inner(3);
        if self.r.chance(50) {
            self.line("} else {");
            self.inner(3);
        }
        self.line("}");
    }

    fn repeat(&mut self) {
        let room = TURNS / self.weight;
        if room < 3 {
            return self.condition();
        }
        let most = room.min(if self.weight == 1 && self.r.chance(20) { 300 } else { 20 });
        let label = self.fresh("L");
        let i = self.fresh("i");
        let mut turns = 2 + self.r.below(most as usize - 1) as u64;
        let vars = self.vars.len();
        let mut counter = Some(Ty::Int);
        let end = match self.r.below(12) {
            0..=3 => {
                self.line(&format!("{label}: for (int {i} = 0; {i} < {turns}; {i}++) {{"));
                "}".into()
            }
            4 => {
                self.line(&format!("{label}: for (int {i} = {}; {i} >= 0; {i}--) {{", turns - 1));
                "}".into()
            }
            5 | 6 => match self.some(|v| matches!(v.ty, Ty::Array(_)) && v.access != Access::Field) {
                // No array is longer than this, see `array`.
                Some(v) if most >= 20 => {
                    turns = 20;
                    self.line(&format!("{label}: for (int {i} = 0; {i} < {}.length; {i}++) {{", v.name));
                    "}".into()
                }
                _ => {
                    let step = 1 + self.r.below(3);
                    self.line(&format!("{label}: for (int {i} = 1; {i} <= {turns}; {i} += {step}) {{"));
                    "}".into()
                }
            },
            7 => {
                let bound = self.expr(Ty::Int, 1);
                turns = 8;
                self.line(&format!("{label}: for (int {i} = 0, n{i} = ({bound}) & 7; {i} < n{i}; {i}++) {{"));
                "}".into()
            }
            8 => {
                counter = Some(Ty::Long);
                self.line(&format!("{label}: for (long {i} = 0; {i} < {turns}; {i}++) {{"));
                "}".into()
            }
            9 => {
                self.line(&format!("int {i} = 0;"));
                self.line(&format!("{label}: while ({i}++ < {turns}) {{"));
                "}".into()
            }
            10 => {
                self.line(&format!("int {i} = 0;"));
                self.line(&format!("{label}: do {{"));
                format!("}} while (++{i} < {turns});")
            }
            _ => match self.some(|v| v.ty == Ty::Array(Elem::Int) && v.access != Access::Field) {
                Some(v) if most >= 20 => {
                    turns = 20;
                    self.line(&format!("{label}: for (int {i} : {}) {{", v.name));
                    "}".into()
                }
                _ => {
                    counter = None;
                    self.line(&format!("{label}: for (double d{i} = 0; d{i} < {turns}; d{i} += 1.5) {{"));
                    "}".into()
                }
            },
        };
        if let Some(ty) = counter {
            self.vars.push(Var { name: i, ty, access: Access::Counter });
        }
        let weight = self.weight;
        self.weight *= turns + 1;
        self.labels.push(label);
        self.inner(4);
        self.labels.pop();
        self.weight = weight;
        self.vars.truncate(vars);
        self.line(&end);
    }

    fn switch(&mut self) {
        if self.r.chance(15) {
            let e = self.expr(Ty::Str, 2);
            self.line(&format!("switch ({e}) {{"));
            for key in ["\"a\"", "\"\"", "\"ab\""] {
                self.line(&format!("case {key}:"));
                self.inner(1);
                if self.r.chance(60) {
                    self.line("    break;");
                }
            }
            self.line("default:");
            self.inner(1);
            return self.line("}");
        }
        if self.r.chance(20) {
            let e = self.expr(Ty::Int, 2);
            self.line(&format!("switch (E.at({e})) {{"));
            for key in ["X", "Y", "Z"] {
                self.line(&format!("    case {key} -> {{"));
                self.indent += 1;
                self.inner(2);
                self.indent -= 1;
                self.line("    }");
            }
            self.line("    default -> mix(9);");
            return self.line("}");
        }
        let e = self.expr(Ty::Int, 2);
        let dense = self.r.chance(60);
        self.line(&format!("switch (({e}) % {}) {{", if dense { 7 } else { 3000 }));
        let keys: [i32; 5] = if dense { [0, 1, 2, 4, -3] } else { [0, 1, 100, -2000, 2999] };
        for key in keys {
            if self.r.chance(20) {
                continue;
            }
            self.line(&format!("case {key}:"));
            self.inner(2);
            if self.r.chance(70) {
                self.line("    break;");
            }
        }
        if self.r.chance(70) {
            self.line("default:");
            self.inner(1);
        }
        self.line("}");
    }

    fn try_(&mut self) {
        self.tries += 1;
        self.line("try {");
        self.inner(4);
        self.tries -= 1;
        let catches = self.r.chance(85);
        if catches {
            let kinds = self.r.pick(&[
                &["RuntimeException"][..],
                &["ArithmeticException", "IndexOutOfBoundsException", "RuntimeException"],
                &["Problem", "NullPointerException | ArrayStoreException"],
                &["ClassCastException | NegativeArraySizeException", "ArithmeticException"],
                &["Throwable"],
                &["Error", "ArrayIndexOutOfBoundsException"],
            ]);
            for kind in kinds {
                let t = self.fresh("t");
                self.line(&format!("}} catch ({kind} {t}) {{"));
                self.line(&format!("    mix({t});"));
                if self.r.chance(60) {
                    self.inner(2);
                }
                if self.r.chance(6) {
                    self.line(&format!("    if (SWITCH) throw {t};"));
                }
            }
        }
        if !catches || self.r.chance(30) {
            self.line("} finally {");
            self.inner(2);
        }
        self.line("}");
    }

    fn monitor(&mut self) {
        let on = match self.r.below(4) {
            0 => "LOCK".to_string(),
            1 if self.this.is_some() => "this".to_string(),
            2 => self.some(|v| v.ty == Ty::Object(INTERFACE)).map_or("LOCK".into(), |v| v.name),
            _ => self.receiver_name(),
        };
        self.line(&format!("synchronized ({on}) {{"));
        self.inner(3);
        self.line("}");
        if self.r.chance(50) {
            self.line(&format!("mix(Thread.holdsLock({on}));"));
        }
    }

    fn list(&mut self) {
        let (list, i, n) = (self.fresh("list"), self.fresh("i"), 2 + self.r.below(8) as u64);
        let room = TURNS / self.weight;
        if room < n {
            return self.observe();
        }
        let weight = self.weight;
        self.weight *= n + 1;
        self.cost += 6 * self.weight;
        let vars = self.vars.len();
        self.line(&format!("final ArrayList<Integer> {list} = new ArrayList<>();"));
        self.line(&format!("for (int {i} = 0; {i} < {n}; {i}++) {{"));
        self.vars.push(Var { name: i, ty: Ty::Int, access: Access::Counter });
        let e = self.expr(Ty::Int, 2);
        self.line(&format!("    {list}.add({e});"));
        self.vars.truncate(vars);
        self.line("}");
        match self.r.below(3) {
            0 => {
                let i = self.fresh("i");
                self.line(&format!("for (int {i} : {list}) {{"));
                self.vars.push(Var { name: i.clone(), ty: Ty::Int, access: Access::Counter });
                self.line(&format!("    mix({i});"));
                self.inner(1);
                self.vars.truncate(vars);
                self.line("}");
            }
            1 => {
                let f = self.function(2);
                self.line(&format!("mix({list}.stream().mapToInt(Integer::intValue).reduce(1, {f}));"));
            }
            _ => {
                self.line(&format!("final HashMap<Integer, Integer> m{list} = new HashMap<>();"));
                self.line(&format!(
                    "for (Integer k{list} : {list}) m{list}.merge(k{list}, 1, Integer::sum);"
                ));
                self.line(&format!("mix(m{list}.hashCode() + m{list}.size());"));
            }
        }
        self.weight = weight;
    }

    fn builder(&mut self) {
        let (b, i, n) = (self.fresh("sb"), self.fresh("i"), 2 + self.r.below(8) as u64);
        let vars = self.vars.len();
        self.line(&format!("final StringBuilder {b} = new StringBuilder();"));
        self.line(&format!("for (int {i} = 0; {i} < {n}; {i}++) {{"));
        self.vars.push(Var { name: i, ty: Ty::Int, access: Access::Counter });
        let weight = self.weight;
        self.weight *= n + 1;
        self.cost += 4 * self.weight;
        let ty = self.r.pick(&[Ty::Int, Ty::Char, Ty::Str, Ty::Bool, Ty::Long]);
        let e = self.expr(ty, 1);
        self.line(&format!("    {b}.append({e}).append(',');"));
        self.line("}");
        self.weight = weight;
        self.vars.truncate(vars);
        self.line(&format!("mix({b}.toString());"));
    }
}
