//! `--print-ir`: bytecode and SSA as text.

use crate::ir::{Func, NONE, Term};
use rvm_classfile::code::Instructions;
use rvm_vm::class::Method;

/// Prints a method's bytecode and its SSA.
pub fn show(method: &'static Method, f: &Func) {
    say!("-- bytecode of {}", method.external());
    for i in Instructions::new(method.code()).flatten() {
        say!("{:5} {} {:?}", i.pc, i.opcode.mnemonic(), i.operand);
    }
    say!("-- SSA");
    let edge = |e: u32| {
        if e == NONE {
            return "out".to_string();
        }
        let edge = &f.edges[e as usize];
        format!("b{}{:?}", edge.to, edge.args)
    };
    for b in f.reverse_postorder() {
        let block = &f.blocks[b as usize];
        say!("b{b}{:?}{}:", block.params, if block.cold { " cold" } else { "" });
        for &v in &block.insts {
            let n = &f.nodes[v as usize];
            let exc = if n.exc == NONE { String::new() } else { format!(" !{}", edge(n.exc)) };
            say!("  v{v}: {:?} = {:?} {:?}{exc}", n.ty, n.op, n.args);
        }
        match &block.term {
            Term::Jump(e) => say!("  jump {}", edge(*e)),
            Term::Branch(c, y, n) => say!("  if v{c} {} else {}", edge(*y), edge(*n)),
            Term::Switch(k, cases, d) => {
                say!(
                    "  switch v{k} {:?} else {}",
                    cases.iter().map(|c| (c.0, edge(c.1))).collect::<Vec<_>>(),
                    edge(*d)
                );
            }
            Term::Return(v) if *v == NONE => say!("  return"),
            Term::Return(v) => say!("  return v{v}"),
            Term::Unwind => say!("  unwind"),
            Term::None => say!("  end"),
        }
    }
}
