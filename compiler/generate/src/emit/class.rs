//! A whole class file: members, attributes.

use super::annotation;
use super::code::Code;
use super::inner::Nested;
use super::method::{Gen, Known};
use super::pool::Pool;
use crate::low::*;
use crate::names::Names;
use crate::{Options, lower};
use hashbrown::{HashMap, HashSet};
use rvm_classfile::attribute::{Handler, LineNumber, LocalVariable, MethodParameter, RecordComponent};
use rvm_classfile::writer::{ClassDef, MemberDef};
use rvm_classfile::{Attribute, Attributes, Constant, FormatError};
use rvm_model::World;
use rvm_model::symbols::{ClassId, FieldId, MethodId, Owner};
use rvm_syntax::tree::flags;
use rvm_syntax::{Diagnostics, Name, Span};

/// What all classes of one top-level class share.
struct Emitter<'a> {
    w: &'a World,
    names: &'a Names<'a>,
    diags: &'a Diagnostics,
    opts: &'a Options,
    known: Known,
    classes: HashMap<Name, ClassId>,
    made_up: HashSet<Name>,
    nest: Vec<Name>,
    enum_bodies: HashMap<ClassId, Vec<Name>>,
}

/// Writes all classes; those that do not fit the format are reported and left out.
pub fn emit(
    w: &World,
    diags: &Diagnostics,
    names: &Names<'_>,
    opts: &Options,
    classes: &[LClass],
) -> Vec<(String, Vec<u8>)> {
    let mut emitter = Emitter {
        w,
        names,
        diags,
        opts,
        known: Known::new(),
        classes: HashMap::new(),
        made_up: HashSet::new(),
        nest: Vec::new(),
        enum_bodies: HashMap::new(),
    };
    for class in classes {
        match class.class {
            Some(id) => {
                emitter.classes.insert(class.name, id);
                if id != class.outermost {
                    emitter.nest.push(class.name);
                }
                if w.class(id).name.as_str().is_empty()
                    && let Some(base) = w.superclass_class(id)
                    && w.class(base).has(flags::ENUM)
                {
                    emitter.enum_bodies.entry(base).or_default().push(class.name);
                }
            }
            None => {
                emitter.made_up.insert(class.name);
                emitter.nest.push(class.name);
            }
        }
    }
    classes
        .iter()
        .filter_map(|c| emitter.class(c).map(|bytes| (c.name.as_str().to_string(), bytes)))
        .collect()
}

impl Emitter<'_> {
    fn class(&self, class: &LClass) -> Option<Vec<u8>> {
        let mut pool = Pool::default();
        let mut def =
            ClassDef { major: 44 + self.opts.release as u16, access: class.flags, ..ClassDef::default() };
        let errors = self.diags.error_count();
        for m in &class.methods {
            let member = self.method(class, m, &mut pool);
            def.methods.push(member);
        }
        pool.stage = 0;
        def.this_class = pool.class(class.name);
        def.super_class = class.superclass.map_or(0, |s| pool.class(s));
        def.interfaces = class.interfaces.iter().map(|&i| pool.class(i)).collect();
        pool.stage = 1;
        for f in &class.fields {
            let member = self.field(f, &mut pool);
            def.fields.push(member);
        }
        self.class_attributes(class, &mut pool, &mut def.attributes);
        if self.diags.error_count() > errors {
            return None;
        }
        def.bootstrap_methods = std::mem::take(&mut pool.bootstraps);
        def.cp = std::mem::take(&mut pool.cp);
        match def.to_bytes() {
            Ok(bytes) => Some(bytes),
            Err(error) => {
                let span = class.class.map_or(self.w.class(class.outermost).span, |c| self.w.class(c).span);
                self.report(span, &error);
                None
            }
        }
    }

    fn report(&self, span: Span, error: &FormatError) {
        match error {
            FormatError::TooManyConstants => self.diags.error(span, "limit-pool", "too many constants"),
            // Annotations hold strings that lower did not see.
            FormatError::StringTooLong(_) => {
                self.diags.error(span, "limit-string", "constant string too long")
            }
            // Tables of more than 65535 rows have more than 65535 constants.
            _ => self.diags.error(span, "limit-pool", "too many constants"),
        }
    }

    // ---- members ----

    fn field(&self, f: &LField, pool: &mut Pool) -> MemberDef<'static> {
        let mut attributes = Vec::new();
        if let Some(c) = &f.constant {
            attributes.push(Attribute::ConstantValue(pool.constant(c)));
        }
        if let Some(id) = f.source {
            self.field_attributes(id, pool, &mut attributes);
        }
        MemberDef {
            access: f.flags,
            name: pool.utf8(f.name),
            descriptor: pool.descriptor(f.desc),
            attributes,
        }
    }

    fn field_attributes(&self, id: FieldId, pool: &mut Pool, out: &mut Vec<Attribute<'static>>) {
        let sym = self.w.field(id);
        if sym.has(flags::DEPRECATED) {
            out.push(Attribute::Deprecated);
        }
        if let Some(text) = self.w.variable_signature(sym.ty.get()) {
            out.push(Attribute::Signature(pool.signature(&text)));
        }
        annotation::annotations(&sym.annotations.borrow(), self.names, pool, out);
        annotation::types(&sym.type_annotations.borrow(), self.names, pool, out);
    }

    fn method(&self, class: &LClass, m: &LMethod, pool: &mut Pool) -> MemberDef<'static> {
        let mut attributes = Vec::new();
        let span = match m.source {
            Source::Method(id) if self.w.method(id).span != Span::NONE => self.w.method(id).span,
            _ if m.name.as_str() == "<clinit>" => self.static_init_place(class),
            _ => class.class.map_or(Span::NONE, |c| self.w.class(c).span),
        };
        let is_static = m.flags & flags::STATIC as u16 != 0;
        let slots = crate::names::argument_slots(m.desc.as_str()) + !is_static as u32;
        if slots > 255 {
            self.diags.error(span, "limit-params", "too many parameters");
        } else if let Some(code) = &m.code
            && let Some(code) = self.code(class, code, span, pool)
        {
            attributes.push(code);
        }
        let exceptions: Vec<Name> = match m.source {
            Source::Method(id) => {
                self.w.method(id).throws.iter().map(|&t| self.names.class(self.w.erasure(t))).collect()
            }
            Source::None => m.exceptions.clone(),
        };
        if !exceptions.is_empty() {
            attributes.push(Attribute::Exceptions(exceptions.iter().map(|&e| pool.class(e)).collect()));
        }
        if let Source::Method(id) = m.source {
            self.method_attributes(class, m, id, pool, &mut attributes);
        }
        MemberDef {
            access: m.flags,
            name: pool.utf8(m.name),
            descriptor: pool.descriptor(m.desc),
            attributes,
        }
    }

    /// Where the first static initialiser stands.
    fn static_init_place(&self, class: &LClass) -> Span {
        let Some(id) = class.class else { return Span::NONE };
        let field = self.w.fields(id).into_iter().find(|&f| {
            let sym = self.w.field(f);
            sym.has(flags::STATIC)
                && self.w.known_constant(f).is_none()
                && (sym.has(flags::ENUM) || sym.decl.as_ref().is_some_and(|d| d.init.is_some()))
        });
        field.map_or(self.w.class(id).span, |f| self.w.field(f).span)
    }

    fn method_attributes(
        &self,
        class: &LClass,
        m: &LMethod,
        id: MethodId,
        pool: &mut Pool,
        out: &mut Vec<Attribute<'static>>,
    ) {
        let sym = self.w.method(id);
        if let Some(value) = &*sym.default_value.borrow() {
            out.push(Attribute::AnnotationDefault(annotation::value(value, self.names, pool)));
        }
        if let Some(parameters) = self.parameters(class, m, id) {
            let list = parameters
                .into_iter()
                .map(|(name, access)| MethodParameter { name: pool.utf8(name), access })
                .collect();
            out.push(Attribute::MethodParameters(list));
        }
        if sym.has(flags::DEPRECATED) {
            out.push(Attribute::Deprecated);
        }
        let anonymous = class.class.is_some_and(|c| self.w.class(c).name.as_str().is_empty());
        let extra = m.extra.1 > 0 || class.class.is_some_and(|c| self.w.class(c).has(flags::ENUM));
        if !(anonymous && sym.is_constructor()) {
            let signature = match self.w.method_signature(id) {
                Some(text) => Some(text),
                // The descriptor has more parameters than the declaration.
                None if sym.is_constructor() && extra => Some(self.w.method_descriptor(&sym.params, sym.ret)),
                None => None,
            };
            if let Some(text) = signature {
                out.push(Attribute::Signature(pool.signature(&text)));
            }
        }
        annotation::annotations(&sym.annotations.borrow(), self.names, pool, out);
        annotation::parameters(&sym.param_annotations.borrow(), self.names, pool, out);
        annotation::types(&sym.type_annotations.borrow(), self.names, pool, out);
    }

    // MethodParameters: with -parameters, and for constructors whose parameters the source does not list.
    fn parameters(&self, class: &LClass, m: &LMethod, id: MethodId) -> Option<Vec<(Name, u16)>> {
        if !self.opts.parameters {
            return m.parameters.clone();
        }
        let sym = self.w.method(id);
        let code = m.code.as_ref();
        let enum_method = sym.decl.is_none() && class.class.is_some_and(|c| self.w.class(c).has(flags::ENUM));
        let mut list = Vec::new();
        let synthetic = (flags::FINAL | flags::SYNTHETIC) as u16;
        if let (Some(code), true) = (code, sym.is_constructor()) {
            let vars = &code.params[1..];
            let is_member =
                class.class.is_some_and(|c| matches!(self.w.class(c).owner.get(), Owner::Class(_)));
            for (i, v) in vars.iter().enumerate() {
                let name = code.vars[v.0 as usize].name;
                let declared = i >= m.extra.0 && i < vars.len() - m.extra.1;
                let access = if declared {
                    self.declared_flags(id, i - m.extra.0)
                } else if name.as_str().starts_with("this$") && is_member {
                    (flags::FINAL | flags::MANDATED) as u16
                } else if name.as_str().starts_with('$') {
                    flags::SYNTHETIC as u16
                } else {
                    synthetic
                };
                list.push((name, access));
            }
        } else {
            for (i, &name) in sym.param_names.iter().enumerate() {
                let mandated = if enum_method { flags::MANDATED as u16 } else { 0 };
                list.push((name, self.declared_flags(id, i) | mandated));
            }
        }
        (!list.is_empty()).then_some(list)
    }

    fn declared_flags(&self, id: MethodId, i: usize) -> u16 {
        let sym = self.w.method(id);
        let declared = sym.decl.as_ref().and_then(|d| d.params.get(i));
        declared.map_or(0, |p| (p.modifiers.flags & flags::FINAL) as u16)
    }

    fn code(&self, class: &LClass, body: &LCode, span: Span, pool: &mut Pool) -> Option<Attribute<'static>> {
        let mut fat = false;
        loop {
            let code = Code::new(pool, fat);
            let mut generator = Gen::new(code, self.names, self.known, class.name, body);
            generator.run(body);
            if generator.code.needs_fat && !fat {
                fat = true;
                continue;
            }
            return self.finish_code(generator, span);
        }
    }

    fn finish_code(&self, mut generator: Gen<'_, '_>, span: Span) -> Option<Attribute<'static>> {
        let code = &mut generator.code;
        if code.max_locals > 0xffff {
            self.diags.error(span, "limit-locals", "too many local variables");
            return None;
        }
        if code.max_stack > 0xffff {
            self.diags.error(span, "limit-stack", "code requires too much stack");
            return None;
        }
        if code.here() > 0xffff {
            self.diags.error(span, "limit-code", "code too large");
            return None;
        }
        let handlers = code
            .handlers
            .iter()
            .map(|h| Handler {
                start_pc: h.start as u16,
                end_pc: h.end as u16,
                handler_pc: h.handler as u16,
                catch_type: h.class,
            })
            .collect();
        let mut attributes = Vec::new();
        if self.opts.debug.lines && !code.lines.is_empty() {
            let list =
                code.lines.iter().map(|&(pc, line)| LineNumber { start_pc: pc as u16, line: line as u16 });
            attributes.push(Attribute::LineNumberTable(list.collect()));
        }
        if self.opts.debug.vars {
            self.variables(&mut generator, &mut attributes);
        }
        let code = generator.code;
        let (max_stack, max_locals) = (code.max_stack as u16, code.max_locals as u16);
        let (bytes, frames, pool) = code.finish();
        if !frames.is_empty() {
            attributes.push(Attribute::StackMapTable(frames));
        }
        let attributes = Attributes::encode(&attributes, &mut pool.cp).ok()?;
        Some(Attribute::Code(rvm_classfile::Code {
            max_stack,
            max_locals,
            code: bytes.into(),
            handlers,
            attributes,
        }))
    }

    fn variables(&self, generator: &mut Gen<'_, '_>, out: &mut Vec<Attribute<'static>>) {
        let mut plain = Vec::new();
        let mut generic = Vec::new();
        for range in std::mem::take(&mut generator.code.ranges) {
            let var = generator.var(range.var);
            if var.synthetic {
                continue;
            }
            let pool = &mut generator.code.pool;
            let row = LocalVariable {
                start_pc: range.start as u16,
                length: (range.end - range.start) as u16,
                name: pool.utf8(var.name),
                descriptor: pool.descriptor(self.names.desc(var.ty)),
                index: range.reg as u16,
            };
            plain.push(row);
            if let Some(text) = self.w.variable_signature(var.generic) {
                generic.push(LocalVariable { descriptor: pool.signature(&text), ..row });
            }
        }
        if !plain.is_empty() {
            out.push(Attribute::LocalVariableTable(plain));
        }
        if !generic.is_empty() {
            out.push(Attribute::LocalVariableTypeTable(generic));
        }
    }

    // ---- class attributes ----

    fn class_attributes(&self, class: &LClass, pool: &mut Pool, out: &mut Vec<Attribute<'static>>) {
        let top = self.w.class(class.outermost);
        if let Some(text) = class.class.and_then(|id| self.w.class_signature(id)) {
            out.push(Attribute::Signature(pool.signature(&text)));
        }
        if self.opts.debug.source && top.span.file != Span::NONE.file {
            let path = &self.diags.file(top.span.file).name;
            let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
            out.push(Attribute::SourceFile(pool.cp.utf8(name)));
        }
        if let Some(id) = class.class {
            let sym = self.w.class(id);
            if sym.has(flags::DEPRECATED) {
                out.push(Attribute::Deprecated);
            }
            annotation::annotations(&sym.annotations.borrow(), self.names, pool, out);
            annotation::types(&sym.type_annotations.borrow(), self.names, pool, out);
            if let Owner::Method(owner, method) = sym.owner.get() {
                let method = method.map_or(0, |m| self.enclosing_method(m, pool));
                let class = pool.class(self.names.binary(owner));
                out.push(Attribute::EnclosingMethod { class, method });
            }
        } else {
            let class = pool.class(top.binary);
            out.push(Attribute::EnclosingMethod { class, method: 0 });
        }
        if self.opts.release >= 11 {
            if class.class != Some(class.outermost) {
                out.push(Attribute::NestHost(pool.class(top.binary)));
            } else if !self.nest.is_empty() {
                let nest = self.nest_members(class.outermost);
                out.push(Attribute::NestMembers(nest.into_iter().map(|n| pool.class(n)).collect()));
            }
        }
        if let Some(id) = class.class {
            self.record(id, pool, out);
            self.permitted(id, pool, out);
        }
        // Last, when all is mentioned; only the BootstrapMethods attribute follows.
        let nested = Nested { names: self.names, classes: &self.classes, made_up: &self.made_up };
        let own = class.class.map(|id| self.w.member_classes(id)).unwrap_or_default();
        let entries: Vec<_> = nested.entries(pool, &own);
        if !entries.is_empty() {
            out.push(Attribute::InnerClasses(entries));
        }
    }

    /// In javac's order: member classes from the last to the first, then local ones likewise, each followed by its own.
    fn nest_members(&self, outermost: ClassId) -> Vec<Name> {
        let mut locals: HashMap<ClassId, Vec<ClassId>> = HashMap::new();
        for name in &self.nest {
            if let Some(&id) = self.classes.get(name)
                && let Owner::Method(owner, _) = self.w.class(id).owner.get()
            {
                locals.entry(owner).or_default().push(id);
            }
        }
        let mut out = Vec::new();
        let mut todo = vec![outermost];
        while let Some(id) = todo.pop() {
            if id != outermost {
                out.push(self.w.class(id).binary);
            }
            // The stack turns both lists around.
            todo.extend(locals.get(&id).into_iter().flatten());
            todo.extend(self.w.member_classes(id));
        }
        let listed: HashSet<Name> = out.iter().copied().collect();
        out.extend(self.nest.iter().copied().filter(|n| !listed.contains(n)));
        out
    }

    fn enclosing_method(&self, method: MethodId, pool: &mut Pool) -> u16 {
        let sym = self.w.method(method);
        let desc = match sym.is_constructor() {
            true => lower::ctor_descriptor(self.names, method),
            false => Name::new(&self.w.descriptor_of_method(method)),
        };
        let name = pool.utf8(sym.name);
        let descriptor = pool.descriptor(desc);
        pool.cp.constant(&Constant::NameAndType { name, descriptor })
    }

    fn record(&self, id: ClassId, pool: &mut Pool, out: &mut Vec<Attribute<'static>>) {
        if !self.w.class(id).has(flags::RECORD) {
            return;
        }
        let mut components = Vec::new();
        for c in self.w.components(id) {
            let sym = self.w.field(c);
            let mut attributes = Vec::new();
            if let Some(text) = self.w.variable_signature(sym.ty.get()) {
                attributes.push(Attribute::Signature(pool.signature(&text)));
            }
            annotation::annotations(&sym.component_annotations.borrow(), self.names, pool, &mut attributes);
            annotation::types(&sym.type_annotations.borrow(), self.names, pool, &mut attributes);
            let desc = self.names.desc(self.w.erasure(sym.ty.get()));
            let (name, descriptor) = (pool.utf8(sym.name), pool.descriptor(desc));
            match Attributes::encode(&attributes, &mut pool.cp) {
                Ok(attributes) => components.push(RecordComponent { name, descriptor, attributes }),
                Err(error) => self.report(sym.span, &error),
            }
        }
        out.push(Attribute::Record(components));
    }

    fn permitted(&self, id: ClassId, pool: &mut Pool, out: &mut Vec<Attribute<'static>>) {
        if self.opts.release < 17 {
            return;
        }
        let sym = self.w.class(id);
        let list: Vec<u16> = if sym.has(flags::SEALED) && !sym.has(flags::ENUM) {
            self.w.permitted(id).into_iter().map(|c| pool.class(self.names.binary(c))).collect()
        } else {
            self.enum_bodies.get(&id).into_iter().flatten().map(|&n| pool.class(n)).collect()
        };
        if !list.is_empty() {
            out.push(Attribute::PermittedSubclasses(list));
        }
    }
}
