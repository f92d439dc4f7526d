//! What the verifier will know at a point of the code: types of locals and operand stack (JVMS 4.10.1).

use rvm_syntax::Name;

/// A verification type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum VType {
    /// Unusable.
    Top,
    /// int and everything narrower.
    Int,
    /// long.
    Long,
    /// float.
    Float,
    /// double.
    Double,
    /// The null type.
    Null,
    /// `this` before the constructor call.
    UninitThis,
    /// A new object before its constructor call: pc of its `new`.
    Uninit(u32),
    /// A class (internal name) or array (descriptor).
    Obj(Name),
}

impl VType {
    /// Slots it takes.
    pub fn width(self) -> u32 {
        if matches!(self, VType::Long | VType::Double) { 2 } else { 1 }
    }
}

/// A set of registers; the first 64 without allocation.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Bits {
    low: u64,
    high: Vec<u64>,
}

impl Bits {
    /// Whether `i` is in it.
    pub fn has(&self, i: u32) -> bool {
        match i {
            0..64 => self.low >> i & 1 != 0,
            _ => self.high.get((i / 64 - 1) as usize).is_some_and(|w| w >> (i % 64) & 1 != 0),
        }
    }

    /// Adds `i`.
    pub fn add(&mut self, i: u32) {
        if i < 64 {
            self.low |= 1 << i;
        } else {
            let word = (i / 64 - 1) as usize;
            if self.high.len() <= word {
                self.high.resize(word + 1, 0);
            }
            self.high[word] |= 1 << (i % 64);
        }
    }

    /// Keeps what is in `other`, too.
    pub fn intersect(&mut self, other: &Bits) {
        self.low &= other.low;
        self.high.truncate(other.high.len());
        for (a, b) in self.high.iter_mut().zip(&other.high) {
            *a &= b;
        }
    }

    /// Removes all from `limit` on.
    pub fn truncate(&mut self, limit: u32) {
        if limit < 64 {
            self.low &= (1 << limit) - 1;
            self.high.clear();
        } else {
            self.high.truncate((limit / 64) as usize);
            let word = (limit / 64 - 1) as usize;
            if let Some(w) = self.high.get_mut(word) {
                *w &= (1 << (limit % 64)) - 1;
            }
        }
    }
}

/// State at a jump.
#[derive(Clone, Debug)]
pub struct State {
    /// Operand stack.
    pub stack: Vec<VType>,
    /// Registers that have a value.
    pub defined: Bits,
}

/// Jumps to one place that is not there yet, and the state they arrive in.
#[derive(Debug, Default)]
pub struct Chain {
    /// Offsets of the jump instructions.
    pub jumps: Vec<u32>,
    /// What holds at all of them; None if there are none.
    pub state: Option<State>,
}

impl Chain {
    /// No jump.
    pub fn none() -> Chain {
        Chain::default()
    }

    /// Whether there is no jump.
    pub fn is_empty(&self) -> bool {
        self.jumps.is_empty()
    }

    /// Adds the jumps of `other`.
    pub fn merge(&mut self, other: Chain) {
        if let Some(state) = other.state {
            match &mut self.state {
                Some(mine) => mine.defined.intersect(&state.defined),
                none => *none = Some(state),
            }
        }
        if self.jumps.is_empty() {
            self.jumps = other.jumps;
        } else {
            self.jumps.extend(other.jumps);
        }
    }

    /// Both together.
    pub fn and(mut self, other: Chain) -> Chain {
        self.merge(other);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::Bits;

    #[test]
    fn bits_beyond_the_first_word() {
        let mut a = Bits::default();
        for i in [0, 63, 64, 127, 128, 200] {
            a.add(i);
        }
        let mut b = a.clone();
        b.truncate(128);
        assert!(b.has(127) && !b.has(128) && !b.has(200));
        b.truncate(64);
        assert!(b.has(63) && !b.has(64));
        a.intersect(&b);
        assert!(a.has(0) && a.has(63) && !a.has(64));
        let mut c = a.clone();
        c.truncate(63);
        assert!(c.has(0) && !c.has(63));
    }
}
