//! `--print-ir`: bytecode and SSA as text.

use crate::ir::{Func, NONE, Term};
use rvm_classfile::code::Instructions;
use rvm_vm::class::Method;

/// Prints a method's bytecode and its SSA.
pub fn show(method: &'static Method, f: &Func) {
    println!("-- bytecode of {}", method.external());
    for i in Instructions::new(method.code()).flatten() {
        println!("{:5} {} {:?}", i.pc, i.opcode.mnemonic(), i.operand);
    }
    println!("-- SSA");
    let edge = |e: u32| {
        if e == NONE {
            return "out".to_string();
        }
        let edge = &f.edges[e as usize];
        format!("b{}{:?}", edge.to, edge.args)
    };
    for b in f.reverse_postorder() {
        let block = &f.blocks[b as usize];
        println!("b{b}{:?}{}:", block.params, if block.cold { " cold" } else { "" });
        for &v in &block.insts {
            let n = &f.nodes[v as usize];
            let exc = if n.exc == NONE { String::new() } else { format!(" !{}", edge(n.exc)) };
            println!("  v{v}: {:?} = {:?} {:?}{exc}", n.ty, n.op, n.args);
        }
        match &block.term {
            Term::Jump(e) => println!("  jump {}", edge(*e)),
            Term::Branch(c, y, n) => println!("  if v{c} {} else {}", edge(*y), edge(*n)),
            Term::Switch(k, cases, d) => {
                println!(
                    "  switch v{k} {:?} else {}",
                    cases.iter().map(|c| (c.0, edge(c.1))).collect::<Vec<_>>(),
                    edge(*d)
                );
            }
            Term::Return(v) if *v == NONE => println!("  return"),
            Term::Return(v) => println!("  return v{v}"),
            Term::Unwind => println!("  unwind"),
            Term::None => println!("  end"),
        }
    }
}
