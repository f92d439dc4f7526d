//! Parsed method descriptors, one for each distinct descriptor.

use super::{Symbol, ValueKind};
use hashbrown::HashMap;
use std::sync::Mutex;

/// A method descriptor in parts.
#[derive(Debug)]
pub struct Signature {
    /// Kinds of the parameters, without the receiver.
    pub params: &'static [ValueKind],
    /// Kind of the result.
    pub ret: ValueKind,
    /// Where each parameter's descriptor starts in the descriptor; the last entry is where the result's does.
    pub starts: &'static [u16],
}

/// Signatures by descriptor.
#[derive(Debug, Default)]
pub struct SignatureTable(Mutex<HashMap<Symbol, &'static Signature>>);

impl Signature {
    /// The signature of a method descriptor; descriptors were checked when the class was parsed.
    pub fn of(descriptor: Symbol) -> &'static Signature {
        let vm = crate::vm();
        let mut table = vm.signatures.0.lock().unwrap_or_else(|e| e.into_inner());
        table.entry(descriptor).or_insert_with(|| {
            let (params, starts, ret) = parse(descriptor.bytes());
            let signature = Signature { params: vm.arena.copy(&params), ret, starts: vm.arena.copy(&starts) };
            vm.arena.put(signature)
        })
    }

    /// Descriptor of parameter `index`, or of the result for `params.len()`.
    pub fn part<'d>(&self, descriptor: &'d [u8], index: usize) -> &'d [u8] {
        let from = self.starts[index] as usize;
        let to = match self.starts.get(index + 1) {
            // The result's descriptor stands behind the closing parenthesis.
            Some(&next) if index + 1 == self.params.len() => next as usize - 1,
            Some(&next) => next as usize,
            None => descriptor.len(),
        };
        descriptor.get(from..to).unwrap_or_default()
    }
}

fn parse(descriptor: &[u8]) -> (Vec<ValueKind>, Vec<u16>, ValueKind) {
    let (mut params, mut starts) = (Vec::new(), Vec::new());
    let mut at = 1;
    while at < descriptor.len() && descriptor[at] != b')' {
        starts.push(at as u16);
        params.push(ValueKind::of_descriptor(descriptor[at]).unwrap_or(ValueKind::Int));
        while descriptor.get(at) == Some(&b'[') {
            at += 1;
        }
        if descriptor.get(at) == Some(&b'L') {
            while at < descriptor.len() && descriptor[at] != b';' {
                at += 1;
            }
        }
        at += 1;
    }
    starts.push((at + 1).min(descriptor.len()) as u16);
    let ret = descriptor.get(at + 1).and_then(|&c| ValueKind::of_descriptor(c)).unwrap_or(ValueKind::Void);
    (params, starts, ret)
}
