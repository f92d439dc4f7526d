//! Loops over neighbouring elements of arrays, some of which are one.

use super::Writer;
use super::statements::TURNS;

const TYPES: [&str; 8] = ["int", "long", "double", "float", "byte", "short", "char", "boolean"];

impl Writer<'_> {
    /// Arrays, a loop over them, and what became of them.
    pub fn neighbours(&mut self) {
        let (length, n) = (12 + self.r.below(50) as u64, 4 + self.r.below(60) as u64);
        if TURNS / self.weight < n.max(length) * 2 {
            return self.observe();
        }
        self.cost += 12 * self.weight * n;
        let names: Vec<String> = (0..3).map(|_| self.fresh("near")).collect();
        let kind = self.r.pick(&TYPES);
        let mut kinds = vec![];
        for (at, name) in names.iter().enumerate() {
            let same = at > 0 && self.r.chance(30);
            let own = if same {
                kinds[0]
            } else if self.r.chance(60) {
                kind
            } else {
                self.r.pick(&TYPES)
            };
            let value = if same { names[0].clone() } else { format!("new {own}[{length}]") };
            self.line(&format!("final {own}[] {name} = {value};"));
            kinds.push(own);
        }
        let (i, k, s) = (self.fresh("i"), self.fresh("same"), self.fresh("total"));
        for (name, own) in names.iter().zip(&kinds) {
            let (times, plus) = (self.r.below(2000), self.r.below(9));
            let value = match *own {
                "boolean" => format!("({i} * {times} >> 2 & 1) == 0"),
                "double" | "float" => format!("{i} * {times} / {plus}f"),
                own => format!("({own}) ({i} * {times}L << {i} % {})", plus + 1),
            };
            self.line(&format!("for (int {i} = 0; {i} < {length}; {i}++) {name}[{i}] = {value};"));
        }
        let number = self.expr(super::Ty::Int, 1);
        self.line(&format!("final int {k} = {number};"));
        let sum = self.r.pick(&["int", "long"]);
        self.line(&format!("{sum} {s} = {k};"));
        let start = if self.r.chance(70) { self.r.below(3) as i64 } else { -1 };
        let step = if self.r.chance(85) { "++".to_string() } else { format!(" += {}", 1 + self.r.below(3)) };
        let end = if self.r.chance(50) { format!("{}.length - 2", names[0]) } else { n.to_string() };
        self.line("try {");
        if self.r.chance(15) {
            self.line(&format!("    for (int {i} = {end} - 1; {i} >= {start}; {i}--) {{"));
        } else {
            self.line(&format!("    for (int {i} = {start}; {i} < {end}; {i}{step}) {{"));
        }
        for _ in 0..1 + self.r.below(3) {
            let to = self.r.below(3);
            let target = format!("{}[{}]", names[to], self.place(&i));
            let value = match kinds[to] {
                "boolean" => self.truth(&names, &kinds, &i, 2),
                own => format!("({own}) ({})", self.number(&names, &kinds, (&i, &k), 3)),
            };
            self.line(&format!("        {target} = {value};"));
        }
        if self.r.chance(40) {
            let value = self.number(&names, &kinds, (&i, &k), 2);
            let op = self.r.pick(&["+=", "-=", "^=", "|=", "&="]);
            self.line(&format!("        {s} {op} (int) ({value});"));
        }
        self.line("    }");
        self.line("} catch (ArrayIndexOutOfBoundsException e) {");
        self.line("    mix(e.getMessage());");
        self.line("}");
        self.line(&format!("mix({s});"));
        for name in names {
            self.line(&format!("mix(Arrays.hashCode({name}));"));
        }
    }

    fn place(&mut self, i: &str) -> String {
        match self.r.below(10) {
            0 => format!("{i} + 1"),
            1 => format!("{i} - 1"),
            2 => format!("{i} + {}", self.r.below(5)),
            _ => i.to_string(),
        }
    }

    fn truth(&mut self, names: &[String], kinds: &[&str], i: &str, depth: usize) -> String {
        let at = self.r.below(names.len());
        if depth == 0 || self.r.chance(30) {
            let place = self.place(i);
            return if kinds[at] == "boolean" {
                format!("{}[{place}]", names[at])
            } else {
                "true".to_string()
            };
        }
        let (a, b) = (self.truth(names, kinds, i, depth - 1), self.truth(names, kinds, i, depth - 1));
        let op = self.r.pick(&["&", "|", "^"]);
        format!("({a} {op} !{b})")
    }

    /// A number of any type.
    fn number(&mut self, names: &[String], kinds: &[&str], own: (&str, &str), depth: usize) -> String {
        let (i, k) = own;
        if depth == 0 || self.r.chance(20) {
            let at = self.r.below(names.len());
            return match self.r.below(8) {
                0 => i.to_string(),
                1 => k.to_string(),
                2 => format!("{}", self.r.below(300) as i64 - 100),
                _ if kinds[at] == "boolean" => k.to_string(),
                _ => format!("{}[{}]", names[at], self.place(i)),
            };
        }
        let a = self.number(names, kinds, own, depth - 1);
        let b = self.number(names, kinds, own, depth - 1);
        match self.r.below(14) {
            0 => format!("Math.min({a}, {b})"),
            1 => format!("Math.max({a}, {b})"),
            2 => format!("Math.abs({a})"),
            3 => format!("((int) ({a}) << {k})"),
            4 => format!("((int) ({a}) >> {})", self.r.below(40)),
            5 => format!("((long) ({a}) >>> {k})"),
            6 => format!("((int) ({a}) & (int) ({b}))"),
            7 => format!("((long) ({a}) ^ (int) ({b}))"),
            8 => {
                let ty = self.r.pick(&["byte", "short", "char", "int", "long", "float", "double"]);
                format!("({ty}) ({a})")
            }
            9 => format!("Integer.rotateLeft((int) ({a}), {k})"),
            10 => format!("-({a})"),
            11 => format!("({a} * {b})"),
            12 => format!("({a} - {b})"),
            _ => format!("({a} + {b})"),
        }
    }
}
