//! Classes: members in order, initialisers, what the compiler adds.

use super::ctor::PendingCtor;
use super::{ClassCx, CxKind, Lower, MethodCx, acc, implicit_constructor};
use crate::low::*;
use hashbrown::HashMap;
use rvm_model::hir::{ClassBody, Expr, ExprKind, Init, MethodBody};
use rvm_model::symbols::{ClassId, FieldId, MethodId};
use rvm_model::types::Ty;
use rvm_syntax::Name;
use rvm_syntax::tree::flags;

/// Class-file flags of a class itself (JVMS table 4.1-B): a member's access becomes public or nothing.
fn class_flags(bits: u32) -> u16 {
    let mut out = (bits
        & (flags::PUBLIC | flags::FINAL | flags::INTERFACE | flags::ABSTRACT | flags::SYNTHETIC))
        as u16;
    out |= (bits & (flags::ANNOTATION | flags::ENUM)) as u16;
    if bits & flags::PROTECTED != 0 {
        out |= acc::PUBLIC;
    }
    if bits & flags::INTERFACE == 0 {
        out |= acc::SUPER;
    }
    out
}

const METHOD_FLAGS: u32 = 0x1fff & !flags::STRICTFP & !flags::INTERFACE;
const FIELD_FLAGS: u32 = 0x50df;

/// A method's code, or what a constructor still lacks.
enum Lowered {
    Method(LMethod),
    Ctor(PendingCtor),
}

enum Item<'b> {
    Init(&'b Init),
    Method(&'b MethodBody),
}

impl Lower<'_> {
    pub(super) fn class_body(&mut self, body: &ClassBody) {
        self.class = ClassCx::new(self.w, body.class);
        let id = body.class;
        let sym = self.w.class(id);
        let class_line = self.line(sym.span);
        let mut items: Vec<(u32, Item<'_>)> = Vec::new();
        for init in &body.inits {
            let span = match init {
                Init::Field(f, _) => self.w.field(*f).span,
                Init::Block(_, b) => b.span,
            };
            items.push((span.lo, Item::Init(init)));
        }
        for m in &body.methods {
            items.push((self.w.method(m.method).span.lo, Item::Method(m)));
        }
        // Names of lambdas count in the order of the source.
        items.sort_by_key(|i| i.0);

        let mut instance = MethodCx::new(CxKind::Init, Ty::VOID, Name::new("new"));
        instance.shared = true;
        instance.this = Some(VarId(0));
        let mut stat = MethodCx::new(CxKind::Method, Ty::VOID, Name::new("static"));
        let (mut instance_stmts, mut static_stmts) = (Vec::new(), Vec::new());
        let mut static_end = class_line;
        let mut lowered: HashMap<MethodId, Lowered> = HashMap::new();
        let mut ordinal = 0;
        let mut constants_end = None;
        for (_, item) in items {
            match item {
                Item::Init(init) => {
                    let is_static = match init {
                        Init::Field(f, _) => self.w.field(*f).has(flags::STATIC),
                        Init::Block(is_static, _) => *is_static,
                    };
                    let (cx, stmts) = if is_static {
                        (&mut stat, &mut static_stmts)
                    } else {
                        (&mut instance, &mut instance_stmts)
                    };
                    let fresh = MethodCx::new(CxKind::Method, Ty::VOID, Name::new(""));
                    self.cxs.push(std::mem::replace(cx, fresh));
                    let before = stmts.len();
                    let end = self.init(init, stmts, &mut ordinal);
                    if let Some(done) = self.cxs.pop() {
                        *cx = done;
                    }
                    if is_static && stmts.len() > before {
                        static_end = end;
                    }
                    if let Init::Field(f, _) = init
                        && self.w.field(*f).has(flags::ENUM)
                    {
                        constants_end = Some(static_stmts.len());
                    }
                }
                Item::Method(m) => {
                    let done = self.method(m.method, Some(m));
                    lowered.insert(m.method, done);
                }
            }
        }

        let mut fields: Vec<LField> = self.w.fields(id).into_iter().map(|f| self.field_decl(f)).collect();
        if sym.has(flags::ENUM) && !sym.is_interface() && !sym.name.as_str().is_empty() {
            let (field, init) = self.values_init(class_line);
            fields.push(field);
            static_stmts.insert(constants_end.unwrap_or(0), init);
        }
        if self.class.asserts {
            let (field, init) = self.assertion_init(self.class.name, class_line);
            fields.push(field);
            static_stmts.insert(0, init);
        }
        for local in self.class.captures.clone() {
            let (m, _) = self.capture_field(id, local);
            fields.push(synthetic_field(m));
        }
        if self.class.has_outer
            && let Some((m, _, _)) = self.outer_field(id)
        {
            fields.push(synthetic_field(m));
        }

        let mut methods = Vec::new();
        let mut order = self.w.methods(id);
        if sym.name.as_str().is_empty() {
            // javac puts the constructor that it makes up first.
            order.sort_by_key(|&m| !self.w.method(m).is_constructor());
        }
        for m in order {
            let done = lowered.remove(&m).unwrap_or_else(|| self.method(m, None));
            methods.push(match done {
                Lowered::Method(m) => m,
                Lowered::Ctor(ctor) => finish_ctor(ctor, &instance_stmts, &instance.vars),
            });
        }
        if sym.has(flags::ENUM) && !sym.name.as_str().is_empty() {
            methods.push(self.values_method(class_line));
        }
        methods.extend(self.bridge_methods(class_line));
        methods.extend(self.deserialize_method(class_line));
        methods.extend(std::mem::take(&mut self.class.lambdas).into_iter().rev());
        if !static_stmts.is_empty() {
            let mut clinit = self.static_init(stat, static_stmts);
            if let Some(code) = &mut clinit.code {
                code.body.end = static_end;
            }
            methods.push(clinit);
        }
        let class = LClass {
            class: Some(id),
            name: self.class.name,
            flags: class_flags(self.class_bits(id)),
            superclass: self.w.superclass_class(id).map(|s| self.names.binary(s)),
            interfaces: self.w.interfaces(id).iter().map(|&i| self.names.class(self.erase(i))).collect(),
            fields,
            methods,
            outermost: self.outermost,
        };
        self.out.push(class);
        body.classes.iter().for_each(|c| self.class_body(c));
    }

    /// Flags of a class, as far as its form decides them.
    pub(crate) fn class_bits(&self, id: ClassId) -> u32 {
        let sym = self.w.class(id);
        if !sym.name.as_str().is_empty() {
            return sym.flags.get();
        }
        if self.is_enum_like(id) { flags::ENUM | flags::FINAL } else { 0 }
    }

    // Lowers an initialiser; the result is its last line.
    fn init(&mut self, init: &Init, out: &mut Vec<LStmt>, ordinal: &mut i32) -> u32 {
        match init {
            Init::Block(_, block) => {
                let line = self.line(block.span);
                let block = self.block(block);
                let end = block.end;
                out.push(LStmt::new(LStmtKind::Block(block), line));
                end
            }
            Init::Field(field, value) => {
                let sym = self.w.field(*field);
                let line = self.line(sym.span);
                let is_static = sym.has(flags::STATIC);
                // A constant is in the ConstantValue attribute.
                if is_static && let Some(c) = self.w.known_constant(*field) {
                    if let rvm_model::hir::Const::Str(s) = &c {
                        self.check_string(s, value.span);
                    }
                    return line;
                }
                let ty = self.erase(sym.ty.get());
                let member = self.field_member(*field, sym.class);
                let mut value = self.init_value(value, ty);
                if sym.has(flags::ENUM)
                    && let LKind::New(_, args) = &mut value.kind
                {
                    let own = [self.string_const(sym.name.as_str()), LExpr::int(*ordinal)];
                    args.splice(0..0, own);
                    *ordinal += 1;
                }
                let target = if is_static {
                    LExpr::new(LKind::Static(member), ty)
                } else {
                    LExpr::new(LKind::Field(Box::new(self.this()), member), ty)
                };
                let hoisted = std::mem::take(&mut self.cx().hoisted);
                out.extend(hoisted.into_iter().map(|v| LStmt::new(LStmtKind::Let(v, None), 0)));
                let assign = LExpr::new(LKind::Assign(Box::new(target), Box::new(value)), ty);
                out.push(LStmt::expr(assign, line));
                line
            }
        }
    }

    fn init_value(&mut self, value: &Expr, ty: Ty) -> LExpr {
        // A constant's constructor call stands alone, so that name and ordinal can be put in.
        if let ExprKind::New { class, ctor, outer, args, .. } = &value.kind
            && self.is_enum_like(*class)
        {
            let line = self.line(value.span);
            return self.new_object(*class, *ctor, outer.as_deref(), args, line);
        }
        self.value_as(value, ty)
    }

    fn field_decl(&self, field: FieldId) -> LField {
        let sym = self.w.field(field);
        LField {
            flags: (sym.flags.get() & FIELD_FLAGS) as u16,
            name: sym.name,
            desc: self.names.desc(self.erase(sym.ty.get())),
            constant: if sym.has(flags::FINAL) { self.w.known_constant(field) } else { None },
            source: Some(field),
        }
    }

    fn method(&mut self, method: MethodId, body: Option<&MethodBody>) -> Lowered {
        let sym = self.w.method(method);
        let mut bits = (sym.flags.get() & METHOD_FLAGS) as u16;
        if sym.has(flags::STRICTFP) && self.opts.release < 17 && !sym.has(flags::ABSTRACT) {
            bits |= flags::STRICTFP as u16;
        }
        if sym.is_constructor() {
            return Lowered::Ctor(match body {
                Some(body) => self.constructor(method, body, bits),
                None => {
                    let body = implicit_constructor(self.w, method);
                    self.constructor(method, &body, bits)
                }
            });
        }
        let params = self.erase_all(&sym.params);
        let desc = self.names.method_desc(&params, self.erase(sym.ret));
        let code = match body {
            Some(body) => Some(self.method_code(method, body)),
            None if sym.has(flags::ABSTRACT) || sym.has(flags::NATIVE) => None,
            None => {
                let class = self.w.class(self.class.id);
                let line = self.line(class.span);
                if class.has(flags::ENUM) {
                    Some(self.enum_method(method, line))
                } else if class.has(flags::RECORD) {
                    Some(self.record_method(method, line))
                } else {
                    None
                }
            }
        };
        Lowered::Method(LMethod {
            flags: bits,
            name: sym.name,
            desc,
            source: Source::Method(method),
            exceptions: Vec::new(),
            code,
            extra: (0, 0),
            parameters: None,
        })
    }

    fn method_code(&mut self, method: MethodId, body: &MethodBody) -> LCode {
        let sym = self.w.method(method);
        let ret = self.erase(sym.ret);
        self.cxs.push(MethodCx::new(CxKind::Method, ret, sym.name));
        let mut params = Vec::new();
        if !sym.has(flags::STATIC) {
            let ty = self.w.raw_type(self.class.id);
            let generic = self.w.class_type(self.class.id);
            let this = self.add_var(Var { name: Name::new("this"), ty, generic, synthetic: false });
            self.cx().this = Some(this);
            params.push(this);
        }
        for &p in &body.params {
            params.push(self.declare_local(p));
        }
        let body = self.block(&body.body);
        let vars = self.cxs.pop().map(|cx| cx.vars).unwrap_or_default();
        LCode { vars, params, body, ctor: false, split: None }
    }
}

fn synthetic_field(m: Member) -> LField {
    LField { flags: acc::FINAL | acc::SYNTHETIC, name: m.name, desc: m.desc, constant: None, source: None }
}

fn finish_ctor(ctor: PendingCtor, init: &[LStmt], vars: &[Var]) -> LMethod {
    let mut method = ctor.method;
    if let (Some(at), Some(code)) = (ctor.init_at, &mut method.code)
        && !init.is_empty()
    {
        code.split = Some(code.vars.len());
        code.vars.extend_from_slice(vars);
        code.body.stmts.splice(at..at, init.iter().cloned());
    }
    method
}
