//! Enums: their constants, `values`, `valueOf`, and the maps that switches use (JLS 8.9, 14.11).

use super::known::member;
use super::{CxKind, Lower, MethodCx, acc};
use crate::low::*;
use hashbrown::HashMap;
use rvm_model::hir::{CaseLabel, Switch};
use rvm_model::symbols::{ClassId, FieldId, MethodId};
use rvm_model::types::Ty;
use rvm_syntax::Name;
use rvm_syntax::tree::flags;

/// `Outer$1.$SwitchMap$pkg$E[e.ordinal()]`: the numbers that switches in one top-level class give the constants of enums. The array is
/// filled at run time, so that a switch works with a newer version of the enum.
#[derive(Default)]
pub struct SwitchMaps {
    class: Option<Name>,
    maps: Vec<SwitchMap>,
    by_enum: HashMap<ClassId, usize>,
    numbers: HashMap<FieldId, i32>,
}

struct SwitchMap {
    class: ClassId,
    field: Member,
    constants: Vec<FieldId>,
    line: u32,
}

impl SwitchMaps {
    /// The number of a constant.
    pub fn index(&self, field: FieldId) -> i32 {
        self.numbers.get(&field).copied().unwrap_or(0)
    }
}

impl Lower<'_> {
    /// The class for made-up static members that no class of the source can have.
    fn map_class(&mut self) -> Name {
        match self.maps.class {
            Some(name) => name,
            None => {
                let name = self.fresh_class_name();
                self.maps.class = Some(name);
                name
            }
        }
    }

    pub(super) fn enum_selector(&mut self, selector: LExpr, s: &Switch) -> LExpr {
        let ints = self.w.array_of(Ty::INT);
        let enum_class = self.w.erased_class(selector.ty);
        let labels: Vec<FieldId> = s
            .cases
            .iter()
            .flat_map(|c| &c.labels)
            .filter_map(|l| match l {
                CaseLabel::Enum(f) => Some(*f),
                _ => None,
            })
            .collect();
        let class = labels.first().map(|&f| self.w.field(f).class).or(enum_class).unwrap_or(self.class.id);
        let line = self.line(s.selector.span);
        let owner = self.map_class();
        let place = match self.maps.by_enum.get(&class) {
            Some(&p) => p,
            None => {
                let binary = self.names.binary(class);
                let name = format!("$SwitchMap${}", binary.as_str().replace('/', "$"));
                let field = Member { owner, name: Name::new(&name), desc: Name::new("[I"), interface: false };
                self.maps.maps.push(SwitchMap { class, field, constants: Vec::new(), line });
                self.maps.by_enum.insert(class, self.maps.maps.len() - 1);
                self.maps.maps.len() - 1
            }
        };
        let map = &mut self.maps.maps[place];
        for f in labels {
            if let hashbrown::hash_map::Entry::Vacant(e) = self.maps.numbers.entry(f) {
                map.constants.push(f);
                e.insert(map.constants.len() as i32);
            }
        }
        let array = LExpr::new(LKind::Static(map.field), ints);
        let ordinal = self.ordinal(selector, class).at(line);
        LExpr::new(LKind::Index(Box::new(array), Box::new(ordinal)), Ty::INT)
    }

    fn ordinal(&self, e: LExpr, class: ClassId) -> LExpr {
        let m = Member { owner: self.names.binary(class), ..member("", "ordinal", "()I") };
        self.call_virtual(e, m, Vec::new(), Ty::INT)
    }

    /// Writes the class of the switch maps, if there is one.
    pub(super) fn finish_switch_maps(&mut self) {
        let Some(name) = self.maps.class else { return };
        let maps = std::mem::take(&mut self.maps.maps);
        self.cxs.push(MethodCx::new(CxKind::Method, Ty::VOID, Name::new("static")));
        let ints = self.w.array_of(Ty::INT);
        let error_ty = self.w.type_named("java/lang/NoSuchFieldError");
        let mut fields = Vec::new();
        let mut stmts = Vec::new();
        for map in &maps {
            fields.push(LField {
                flags: acc::STATIC | acc::FINAL | acc::SYNTHETIC,
                name: map.field.name,
                desc: map.field.desc,
                constant: None,
                source: None,
            });
            let ty = self.w.raw_type(map.class);
            let all = self.enum_values(map.class);
            let length = LExpr::new(LKind::ArrayLength(Box::new(all)), Ty::INT);
            let array = LExpr::new(LKind::NewArray(vec![length]), ints);
            let target = LExpr::new(LKind::Static(map.field), ints);
            let assign = LExpr::new(LKind::Assign(Box::new(target.clone()), Box::new(array)), ints);
            stmts.push(LStmt::expr(assign, map.line));
            for (i, &f) in map.constants.iter().enumerate() {
                let constant = LExpr::new(LKind::Static(self.field_member(f, map.class)), ty);
                let ordinal = self.ordinal(constant, map.class);
                let place = LExpr::new(LKind::Index(Box::new(target.clone()), Box::new(ordinal)), Ty::INT);
                let set =
                    LExpr::new(LKind::Assign(Box::new(place), Box::new(LExpr::int(i as i32 + 1))), Ty::INT);
                let ignored = self.new_var("ex", error_ty, true);
                let t = LTry {
                    body: LBlock { stmts: vec![LStmt::expr(set, map.line)], end: 0 },
                    catches: vec![LCatch {
                        types: vec![error_ty],
                        var: ignored,
                        body: LBlock::default(),
                        line: map.line,
                    }],
                    finally: None,
                    body_only: false,
                    end: 0,
                };
                stmts.push(LStmt::new(LStmtKind::Try(Box::new(t)), map.line));
            }
        }
        let Some(cx) = self.cxs.pop() else { return };
        let clinit = self.static_init(cx, stmts);
        self.out.push(self.made_up_class(name, fields, vec![clinit]));
    }

    // E.values()
    fn enum_values(&self, class: ClassId) -> LExpr {
        let ty = self.w.array_of(self.w.raw_type(class));
        let m = Member {
            owner: self.names.binary(class),
            name: Name::new("values"),
            desc: self.names.method_desc(&[], ty),
            interface: false,
        };
        self.call_static(m, Vec::new(), ty)
    }

    /// A synthetic class beside the outermost class.
    pub(super) fn made_up_class(&self, name: Name, fields: Vec<LField>, methods: Vec<LMethod>) -> LClass {
        LClass {
            class: None,
            name,
            flags: acc::SUPER | acc::SYNTHETIC,
            superclass: Some(Name::new("java/lang/Object")),
            interfaces: Vec::new(),
            fields,
            methods,
            outermost: self.outermost,
        }
    }

    pub(super) fn static_init(&self, cx: MethodCx, stmts: Vec<LStmt>) -> LMethod {
        LMethod {
            flags: acc::STATIC,
            name: Name::new("<clinit>"),
            desc: Name::new("()V"),
            source: Source::None,
            exceptions: Vec::new(),
            code: Some(LCode {
                vars: cx.vars,
                params: Vec::new(),
                body: LBlock { stmts, end: 0 },
                ctor: false,
                split: None,
            }),
            extra: (0, 0),
            parameters: None,
        }
    }

    // ---- the enum itself ----

    /// `$VALUES`.
    pub(super) fn values_field(&self) -> (Member, Ty) {
        let class = self.class.id;
        let ty = self.w.array_of(self.w.raw_type(class));
        let mut name = String::from("$VALUES");
        while self.w.field_named(class, Name::new(&name)).is_some() {
            name.push('$');
        }
        let m = Member {
            owner: self.class.name,
            name: Name::new(&name),
            desc: self.names.desc(ty),
            interface: false,
        };
        (m, ty)
    }

    fn values_helper(&self) -> Member {
        let (field, ty) = self.values_field();
        let name = match self.w.methods_named(self.class.id, Name::new("$values")).is_empty() {
            true => "$values",
            false => "$values$",
        };
        Member { name: Name::new(name), desc: self.names.method_desc(&[], ty), ..field }
    }

    /// `$VALUES = $values()`, and the field.
    pub(super) fn values_init(&self, line: u32) -> (LField, LStmt) {
        let (field, ty) = self.values_field();
        let call = self.call_static(self.values_helper(), Vec::new(), ty).at(line);
        let target = LExpr::new(LKind::Static(field), ty);
        let assign = LExpr::new(LKind::Assign(Box::new(target), Box::new(call)), ty);
        let flags = acc::PRIVATE | acc::STATIC | acc::FINAL | acc::SYNTHETIC;
        let f = LField { flags, name: field.name, desc: field.desc, constant: None, source: None };
        (f, LStmt::expr(assign, line))
    }

    /// `private static E[] $values() { return new E[] {A, B}; }`
    pub(super) fn values_method(&self, line: u32) -> LMethod {
        let class = self.class.id;
        let (_, ty) = self.values_field();
        let m = self.values_helper();
        let own = self.w.raw_type(class);
        let constants = self.w.fields(class).into_iter().filter(|&f| self.w.field(f).has(flags::ENUM));
        let elements =
            constants.map(|f| LExpr::new(LKind::Static(self.field_member(f, class)), own)).collect();
        let array = LExpr::new(LKind::ArrayInit(elements), ty);
        LMethod {
            flags: acc::PRIVATE | acc::STATIC | acc::SYNTHETIC,
            name: m.name,
            desc: m.desc,
            source: Source::None,
            exceptions: Vec::new(),
            code: Some(LCode {
                body: LBlock { stmts: vec![LStmt::new(LStmtKind::Return(Some(array)), line)], end: line },
                ..LCode::default()
            }),
            extra: (0, 0),
            parameters: None,
        }
    }

    /// Code of the implicit `values()` or `valueOf(String)`.
    pub(super) fn enum_method(&mut self, method: MethodId, line: u32) -> LCode {
        let class = self.class.id;
        let own = self.w.raw_type(class);
        if self.w.method(method).params.is_empty() {
            let (field, ty) = self.values_field();
            let array = LExpr::new(LKind::Static(field), ty);
            let m = Member { owner: field.desc, ..member("", "clone", "()Ljava/lang/Object;") };
            let copy = self.call_virtual(array, m, Vec::new(), self.k.object).at(line);
            let copy = self.coerce(copy, ty);
            let body = vec![LStmt::new(LStmtKind::Return(Some(copy)), line)];
            return LCode { body: LBlock { stmts: body, end: line }, ..LCode::default() };
        }
        let string = self.k.string;
        let name = Var { name: Name::new("name"), ty: string, generic: string, synthetic: false };
        let m = member("java/lang/Enum", "valueOf", "(Ljava/lang/Class;Ljava/lang/String;)Ljava/lang/Enum;");
        let args = vec![self.class_literal(own), self.var(VarId(0), string)];
        let found = self.call_static(m, args, self.w.type_named("java/lang/Enum")).at(line);
        let found = self.coerce(found, own);
        let body = vec![LStmt::new(LStmtKind::Return(Some(found)), line)];
        LCode {
            vars: vec![name],
            params: vec![VarId(0)],
            body: LBlock { stmts: body, end: line },
            ..LCode::default()
        }
    }
}
