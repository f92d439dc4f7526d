//! Whether a function is in SSA form: each value is defined once, where it dominates its uses, and edges carry what their targets take.

use super::cfg::Cfg;
use crate::ir::*;

/// The first thing that is wrong.
pub fn check(f: &Func) -> Result<(), String> {
    let cfg = Cfg::new(f);
    // Where each value is defined: node of the graph, and position in its block.
    let mut home = vec![(NONE, 0); f.nodes.len()];
    for &b in &cfg.order {
        let block = &f.blocks[b as usize];
        let params = block.params.iter().map(|&p| (p, cfg.entry_of(b), 0));
        // What comes before an instruction that may raise is there on its exception edge: taken for the block's start.
        let raises = block.insts.iter().rposition(|&v| f.nodes[v as usize].exc != NONE).unwrap_or(0);
        let at = |n: usize| if n < raises { cfg.entry_of(b) } else { cfg.exit_of(b) };
        let insts = block.insts.iter().enumerate().map(|(n, &v)| (v, at(n), n + 1));
        for (v, node, n) in params.chain(insts) {
            if home[v as usize].0 != NONE {
                return Err(format!("v{v} is defined twice, in b{b}"));
            }
            home[v as usize] = (node, n);
        }
    }
    let fine = |v: Val, node: u32, at: usize| {
        if matches!(f.nodes[v as usize].op, Op::Const(_)) {
            return true;
        }
        let (defined, n) = home[v as usize];
        defined != NONE && if defined == node { n <= at } else { cfg.dominates(defined, node) }
    };
    for &b in &cfg.order {
        let block = &f.blocks[b as usize];
        let exit = cfg.exit_of(b);
        for (n, &v) in block.insts.iter().enumerate() {
            let node = &f.nodes[v as usize];
            if let Some(bad) = node.args.iter().find(|&&a| !fine(a, exit, n)) {
                return Err(format!("v{v} in b{b} uses v{bad}"));
            }
            if node.exc != NONE {
                let edge = &f.edges[node.exc as usize];
                if let Some(bad) = edge.args.iter().find(|&&a| !fine(a, exit, n)) {
                    return Err(format!("exception edge of v{v} in b{b} uses v{bad}"));
                }
            }
        }
        match block.term {
            Term::Branch(v, ..) | Term::Switch(v, ..) | Term::Return(v)
                if v != NONE && !fine(v, exit, usize::MAX) =>
            {
                return Err(format!("end of b{b} uses v{v}"));
            }
            _ => {}
        }
        for e in f.term_edges(b) {
            let edge = &f.edges[e as usize];
            if let Some(bad) = edge.args.iter().find(|&&a| !fine(a, exit, usize::MAX)) {
                return Err(format!("edge from b{b} to b{} uses v{bad}", edge.to));
            }
            if edge.args.len() != f.blocks[edge.to as usize].params.len() {
                return Err(format!("edge from b{b} to b{} has {} arguments", edge.to, edge.args.len()));
            }
        }
    }
    Ok(())
}
