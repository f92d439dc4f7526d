//! The phases in order: parse, enter, then class by class attribute, flow, generate.

use crate::options::Options;
use rvm_attribute::Ctx;
use rvm_model::World;
use rvm_model::symbols::ClassId;
use rvm_model::world::ClassFinder;
use rvm_syntax::tree::CompilationUnit;
use rvm_syntax::{Diagnostics, FileId, parse};
use std::rc::Rc;

/// A class file that was made.
#[derive(Clone, Debug)]
pub struct Made {
    /// Internal binary name, `a/b/C$D`.
    pub binary: String,
    /// The class file.
    pub bytes: Vec<u8>,
    /// The source file it comes from.
    pub source: FileId,
}

/// Gives the text of a source file on the source path for a top-level class (internal binary name): file name to show, and text.
pub type SourceText = Box<dyn Fn(&str) -> Option<(String, String)>>;

/// What a run works on.
pub struct Inputs<'a> {
    /// Files that are registered with the run's diagnostics.
    pub files: &'a [FileId],
    /// Finds class files.
    pub finder: Box<dyn ClassFinder>,
    /// Finds sources of classes that are not in `files`.
    pub sources: Option<SourceText>,
    /// Names of the modules on the module path.
    pub modules: Vec<String>,
}

impl<'a> Inputs<'a> {
    /// Files alone.
    pub fn of(files: &'a [FileId], finder: Box<dyn ClassFinder>) -> Inputs<'a> {
        Inputs { files, finder, sources: None, modules: Vec::new() }
    }
}

/// Compiles. Without errors, returns the class files.
pub fn compile(diags: &Rc<Diagnostics>, inputs: Inputs<'_>, options: &Options) -> Vec<Made> {
    let Inputs { files, finder, sources, modules } = inputs;
    diags.lints.want(options.lint);
    diags.release.set(options.release);
    diags.verbose.set(options.verbose_messages);
    let units: Vec<CompilationUnit> = files.iter().map(|&f| parse(diags, f)).collect();
    // Like javac, syntax errors are reported alone.
    if diags.error_count() > 0 {
        return Vec::new();
    }
    let world = World::new(finder);
    let ctx = Ctx {
        world: &world,
        diags,
        options: rvm_attribute::Options { release: options.release, any_file_name: options.any_file_name },
        attr: Default::default(),
        enter: Default::default(),
    };
    if let Some(sources) = sources {
        let diags = diags.clone();
        *ctx.enter.source_finder.borrow_mut() = Some(Box::new(move |binary: &str| {
            let (name, text) = sources(binary)?;
            let file = diags.add_file(name, text);
            Some(parse(&diags, file))
        }));
    }
    let declares_module = units.iter().find(|u| u.module.is_some()).map(|u| u.file);
    ctx.enter(units);
    let module = ctx.module(&modules);
    let generate_options = rvm_generate::Options {
        release: options.target,
        debug: rvm_generate::Debug {
            lines: options.debug.lines,
            vars: options.debug.vars,
            source: options.debug.source,
        },
        parameters: options.parameters,
    };
    let mut made = Vec::new();
    if let (Some(module), Some(source), 0) = (module, declares_module, diags.error_count())
        && let Some(bytes) = rvm_generate::generate_module(&world, diags, &module, &generate_options)
    {
        made.push(Made { binary: "module-info".to_string(), bytes, source });
    }
    let mut done = 0;
    // Attribution may bring in more classes from the source path.
    let mut early = std::collections::HashMap::new();
    while let Some(&class) = ctx.top_level_classes().get(done) {
        done += 1;
        // Like javac, superclasses are looked at before their subclasses.
        for class in supers_first(&ctx, class) {
            if let std::collections::hash_map::Entry::Vacant(place) = early.entry(class) {
                place.insert(Some(rvm_attribute::attribute::attribute_class(&ctx, class)));
                ctx.report_problems(rvm_syntax::Span::NONE);
            }
        }
        let Some(body) = early.insert(class, None).flatten() else { continue };
        // Once there is an error, only attribution goes on.
        if diags.error_count() > 0 {
            continue;
        }
        rvm_generate::flow::check(&world, diags, &body);
        if diags.error_count() > 0 {
            continue;
        }
        let source = world.class(class).span.file;
        for (binary, bytes) in rvm_generate::generate(&world, diags, body, &generate_options) {
            made.push(Made { binary, bytes, source });
        }
    }
    ctx.report_problems(rvm_syntax::Span::NONE);
    crate::notes::closing_notes(diags);
    if diags.error_count() > 0 {
        return Vec::new();
    }
    made
}

/// The top-level classes of this run from which `class` inherits, outermost first, and itself.
fn supers_first(ctx: &Ctx<'_>, class: ClassId) -> Vec<ClassId> {
    let mut chain = vec![class];
    let mut at = class;
    while let Some(up) = ctx.world.superclass_class(at) {
        at = ctx.world.outermost_class(up);
        if chain.contains(&at) || !ctx.world.is_source(at) {
            break;
        }
        chain.push(at);
    }
    chain.reverse();
    chain
}
