//! Switches on strings and enums to switches on int (JLS 14.11, 15.28).

use super::Lower;
use super::known::member;
use crate::low::*;
use rvm_model::hir::{CaseLabel, Expr, LabelId, Switch, SwitchKind};
use rvm_model::types::Ty;
use rvm_syntax::Span;
use std::rc::Rc;

/// String.hashCode (its algorithm is specified).
fn string_hash(s: &[u16]) -> i32 {
    s.iter().fold(0i32, |h, &c| h.wrapping_mul(31).wrapping_add(i32::from(c)))
}

impl Lower<'_> {
    pub(super) fn switch_stmt(&mut self, s: &Switch, span: Span) -> LStmtKind {
        let (mut before, switch) = self.switch(s, span, false);
        let last = LStmtKind::Switch(Box::new(switch));
        if before.is_empty() {
            return last;
        }
        before.push(LStmt::new(last, 0));
        LStmtKind::Block(LBlock { stmts: before, end: 0 })
    }

    pub(super) fn switch_expr(&mut self, e: &Expr, s: &Switch) -> LExpr {
        let ty = self.erase(e.ty);
        let (before, switch) = self.switch(s, e.span, true);
        let value = LExpr::new(LKind::Switch(Box::new(switch)), ty);
        if before.is_empty() { value } else { LExpr::new(LKind::Let(before, Box::new(value)), ty) }
    }

    fn switch(&mut self, s: &Switch, span: Span, is_expr: bool) -> (Vec<LStmt>, LSwitch) {
        let tries = self.cx().tries;
        let line = self.line(span);
        let selector = self.value(&s.selector);
        let mut before = Vec::new();
        let selector = match s.kind {
            _ if s.cases.is_empty() && s.kind != SwitchKind::Int => {
                let ty = selector.ty;
                let checked = LExpr::new(LKind::NonNull(Box::new(selector)), ty);
                before.push(LStmt::expr(checked, line));
                LExpr::int(0)
            }
            SwitchKind::Int => selector,
            SwitchKind::Enum => self.enum_selector(selector, s),
            SwitchKind::Str => self.string_selector(selector, s, &mut before, line),
        };
        let mut strings = 0;
        let mut cases: Vec<LCase> = Vec::new();
        for case in &s.cases {
            let labels = case
                .labels
                .iter()
                .map(|label| match label {
                    CaseLabel::Int(v) => *v,
                    CaseLabel::Enum(field) => self.maps.index(*field),
                    CaseLabel::Str(_) => {
                        strings += 1;
                        strings - 1
                    }
                })
                .collect();
            let body = self.stmts(&case.body);
            cases.push(LCase { labels, is_default: case.is_default, body });
        }
        if is_expr && s.exhaustive_enum && !s.cases.iter().any(|c| c.is_default) {
            let class = "java/lang/IncompatibleClassChangeError";
            let new =
                LExpr::new(LKind::New(member(class, "<init>", "()V"), Vec::new()), self.w.type_named(class));
            let body = vec![LStmt::new(LStmtKind::Throw(new.at(line)), line)];
            cases.push(LCase { labels: Vec::new(), is_default: true, body });
        }
        let has_try = self.cx().tries != tries;
        (before, LSwitch { label: s.label, selector, cases, end: self.end_line(span), has_try })
    }

    // The number of the string among the labels, -1 if it is none of them.
    fn string_selector(&mut self, selector: LExpr, s: &Switch, before: &mut Vec<LStmt>, line: u32) -> LExpr {
        let string = self.k.string;
        let value = self.new_var("s$", string, true);
        let number = self.new_var("tmp$", Ty::INT, true);
        before.push(LStmt::new(LStmtKind::Let(value, Some(selector)), line));
        before.push(LStmt::new(LStmtKind::Let(number, Some(LExpr::int(-1))), line));
        /// Strings of one hash code, with their case numbers.
        type Group = (i32, Vec<(Rc<[u16]>, i32)>);
        let mut groups: Vec<Group> = Vec::new();
        let mut places = hashbrown::HashMap::new();
        let labels = s.cases.iter().flat_map(|c| &c.labels);
        for (n, label) in labels.enumerate() {
            if let CaseLabel::Str(text) = label {
                let hash = string_hash(text);
                let place = *places.entry(hash).or_insert_with(|| {
                    groups.push((hash, Vec::new()));
                    groups.len() - 1
                });
                groups[place].1.push((text.clone(), n as i32));
            }
        }
        let label = self.fresh_label();
        let cases =
            groups.into_iter().map(|(hash, texts)| self.hash_case(hash, texts, value, number, label, line));
        let cases: Vec<LCase> = cases.collect();
        let hash = member("java/lang/String", "hashCode", "()I");
        let selector = self.call_virtual(self.var(value, string), hash, Vec::new(), Ty::INT).at(line);
        let switch = LSwitch { label, selector, cases, end: 0, has_try: false };
        before.push(LStmt::new(LStmtKind::Switch(Box::new(switch)), line));
        self.var(number, Ty::INT)
    }

    fn hash_case(
        &mut self,
        hash: i32,
        texts: Vec<(Rc<[u16]>, i32)>,
        value: VarId,
        number: VarId,
        label: LabelId,
        line: u32,
    ) -> LCase {
        let mut chain: Option<Box<LStmt>> = None;
        for (text, n) in texts {
            let equals = member("java/lang/String", "equals", "(Ljava/lang/Object;)Z");
            let constant = LExpr::new(LKind::Const(rvm_model::hir::Const::Str(text)), self.k.string);
            let test = self.call_virtual(self.var(value, self.k.string), equals, vec![constant], Ty::BOOLEAN);
            let target = Box::new(self.var(number, Ty::INT));
            let set = LExpr::new(LKind::Assign(target, Box::new(LExpr::int(n))), Ty::INT);
            let then = Box::new(LStmt::expr(set, line));
            chain = Some(Box::new(LStmt::new(LStmtKind::If(test.at(line), then, chain), line)));
        }
        let mut body: Vec<LStmt> = chain.into_iter().map(|s| *s).collect();
        body.push(LStmt::new(LStmtKind::Break(label), line));
        LCase { labels: vec![hash], is_default: false, body }
    }
}
