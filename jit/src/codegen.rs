//! From a lowered function to code in memory, with its table of calls.

use crate::error::CompileError;
use crate::ir::Func;
use crate::lower::{lower, signature};
use cranelift_codegen::ir::{Block, Function, Inst, Opcode, UserFuncName, Value};
use cranelift_codegen::isa::OwnedTargetIsa;
use cranelift_codegen::settings::{self, Configurable};
use cranelift_codegen::{CodegenError, Context, control::ControlPlane, isa};
use cranelift_frontend::{FunctionBuilder, FunctionBuilderContext};
use hashbrown::HashMap;
use rvm_vm::class::Method;
use rvm_vm::compiled::{Code, Site};
use std::sync::OnceLock;

/// The machine: with Cranelift's optimisations, and without.
static ISAS: OnceLock<Result<[OwnedTargetIsa; 2], String>> = OnceLock::new();

fn targets() -> Result<&'static [OwnedTargetIsa; 2], CompileError> {
    let made = ISAS.get_or_init(|| Ok([target("speed")?, target("none")?]));
    made.as_ref().map_err(|e| CompileError::Codegen(e.clone()))
}

fn target(level: &str) -> Result<OwnedTargetIsa, String> {
    let mut flags = settings::builder();
    let set = |flags: &mut settings::Builder, name: &str, value: &str| {
        flags.set(name, value).map_err(|e| e.to_string())
    };
    set(&mut flags, "opt_level", level)?;
    set(&mut flags, "preserve_frame_pointers", "true")?;
    set(&mut flags, "enable_verifier", if cfg!(debug_assertions) { "true" } else { "false" })?;
    set(&mut flags, "enable_probestack", "false")?;
    set(&mut flags, "unwind_info", "false")?;
    let triple: target_lexicon::Triple =
        "x86_64-unknown-linux-gnu".parse().map_err(|_| "target".to_string())?;
    let mut builder = isa::lookup(triple).map_err(|e| e.to_string())?;
    let features = [
        ("has_sse3", std::arch::is_x86_feature_detected!("sse3")),
        ("has_ssse3", std::arch::is_x86_feature_detected!("ssse3")),
        ("has_sse41", std::arch::is_x86_feature_detected!("sse4.1")),
        ("has_sse42", std::arch::is_x86_feature_detected!("sse4.2")),
        ("has_avx", std::arch::is_x86_feature_detected!("avx")),
        ("has_avx2", std::arch::is_x86_feature_detected!("avx2")),
        ("has_bmi1", std::arch::is_x86_feature_detected!("bmi1")),
        ("has_bmi2", std::arch::is_x86_feature_detected!("bmi2")),
        ("has_lzcnt", std::arch::is_x86_feature_detected!("lzcnt")),
        ("has_popcnt", std::arch::is_x86_feature_detected!("popcnt")),
    ];
    for (name, there) in features {
        if there {
            builder.enable(name).map_err(|e| e.to_string())?;
        }
    }
    builder.finish(settings::Flags::new(flags)).map_err(|e| e.to_string())
}

/// Makes constants in each block that uses them. Cranelift moves some out of loops, where there are not registers for all.
fn make_constants_near(f: &mut Function) {
    let blocks: Vec<Block> = f.layout.blocks().collect();
    for block in blocks {
        let mut made: HashMap<Value, Value> = HashMap::new();
        let insts: Vec<Inst> = f.layout.block_insts(block).collect();
        for inst in insts {
            let far: Vec<Value> = f
                .dfg
                .inst_values(inst)
                .filter(|&v| {
                    let from = f.dfg.value_def(v).inst();
                    from.is_some_and(|i| {
                        f.dfg.insts[i].opcode() == Opcode::Iconst && f.layout.inst_block(i) != Some(block)
                    })
                })
                .collect();
            for v in far {
                if let (false, Some(from)) = (made.contains_key(&v), f.dfg.value_def(v).inst()) {
                    let copy = f.dfg.clone_inst(from);
                    f.layout.insert_inst(copy, inst);
                    made.insert(v, f.dfg.first_result(copy));
                }
            }
            f.dfg.map_inst_values(inst, |v| made.get(&v).copied().unwrap_or(v));
        }
    }
}

/// Generates and places code.
pub fn generate(method: &'static Method, f: &Func, print: bool) -> Result<Code, CompileError> {
    let [isa, plain] = targets()?;
    let mut context = Context::new();
    context.func = Function::with_name_signature(UserFuncName::user(0, 0), signature(method, f.on_stack));
    let mut frontend = FunctionBuilderContext::new();
    {
        let builder = FunctionBuilder::new(&mut context.func, &mut frontend);
        lower(f, builder, isa.frontend_config());
    }
    context.set_disasm(print);
    if print {
        say!("-- CLIF\n{}", context.func.display());
    }
    let text = cfg!(debug_assertions).then(|| context.func.display().to_string());
    let failed = |e: CodegenError| {
        let mut said = format!("{e:?}");
        if let Some(text) = &text {
            said.push_str(text);
        }
        CompileError::Codegen(said)
    };
    context.optimize(&**isa, &mut ControlPlane::default()).map_err(failed)?;
    make_constants_near(&mut context.func);
    let compiled = context.compile(&**plain, &mut ControlPlane::default()).map_err(|e| failed(e.inner))?;
    if let (true, Some(text)) = (print, &compiled.vcode) {
        say!("-- machine code\n{text}");
    }
    if !compiled.buffer.relocs().is_empty() {
        return Err(CompileError::Codegen("needs relocations".into()));
    }
    let bytes = compiled.buffer.data();
    let start = crate::memory::place(bytes, |_, _| {}).map_err(CompileError::Memory)?;
    let locations = compiled.buffer.get_srclocs_sorted();
    let maps = compiled.buffer.user_stack_maps();
    let mut slots = vec![];
    let mut sites: Vec<Site> = vec![];
    for call in compiled.buffer.call_sites() {
        let ret = call.ret_addr;
        let pos = locations
            .iter()
            .find(|l| l.start < ret && ret <= l.end && !l.loc.is_default())
            .map_or(0, |l| l.loc.bits() as usize);
        let (context, bci) = f.places.get(pos).copied().unwrap_or((0, 0));
        let first = slots.len() as u32;
        if let Ok(at) = maps.binary_search_by_key(&ret, |m| m.0) {
            let (_, span, map) = &maps[at];
            slots.extend(map.entries().map(|(_, offset)| span - offset));
        }
        let count = slots.len() as u32 - first;
        sites.push(Site { ret, context, bci, first, count });
    }
    sites.sort_by_key(|s| s.ret);
    Ok(Code {
        start,
        end: start + bytes.len(),
        sites: sites.into(),
        contexts: f.contexts.clone().into(),
        slots: slots.into(),
    })
}
