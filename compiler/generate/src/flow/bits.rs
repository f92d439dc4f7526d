//! Sets of variables by number.

/// A growing set of small numbers.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    pub fn has(&self, i: usize) -> bool {
        self.0.get(i / 64).is_some_and(|w| w >> (i % 64) & 1 != 0)
    }

    pub fn add(&mut self, i: usize) {
        if self.0.len() <= i / 64 {
            self.0.resize(i / 64 + 1, 0);
        }
        self.0[i / 64] |= 1 << (i % 64);
    }

    pub fn remove(&mut self, i: usize) {
        if let Some(w) = self.0.get_mut(i / 64) {
            *w &= !(1 << (i % 64));
        }
    }

    /// Adds all from `from` up to, not including, `to`.
    pub fn add_range(&mut self, from: usize, to: usize) {
        for i in from..to {
            self.add(i);
        }
    }

    /// Removes all from `from` on.
    pub fn remove_from(&mut self, from: usize) {
        self.0.truncate(from.div_ceil(64));
        if !from.is_multiple_of(64)
            && let Some(w) = self.0.get_mut(from / 64)
        {
            *w &= (1 << (from % 64)) - 1;
        }
    }

    pub fn and(&mut self, other: &Bits) {
        self.0.truncate(other.0.len());
        for (a, b) in self.0.iter_mut().zip(&other.0) {
            *a &= b;
        }
    }

    pub fn or(&mut self, other: &Bits) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (a, b) in self.0.iter_mut().zip(&other.0) {
            *a |= b;
        }
    }

    /// Whether some number from `first` on is in it and not in `other`.
    pub fn exceeds(&self, other: &Bits, first: usize) -> bool {
        self.0.iter().enumerate().any(|(n, &w)| {
            let mut left = w & !other.0.get(n).copied().unwrap_or(0);
            if n == first / 64 {
                left &= !((1u64 << (first % 64)) - 1);
            }
            n >= first / 64 && left != 0
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Bits;

    #[test]
    fn sets() {
        let mut a = Bits::default();
        a.add_range(60, 70);
        assert!(a.has(60) && a.has(69) && !a.has(70));
        let mut b = a.clone();
        b.remove_from(65);
        assert!(b.has(64) && !b.has(65));
        assert!(a.exceeds(&b, 0) && a.exceeds(&b, 69) && !a.exceeds(&b, 70));
        assert!(!b.exceeds(&a, 0));
        b.or(&a);
        assert_eq!(a, b);
        b.remove(60);
        a.and(&b);
        assert!(!a.has(60) && a.has(61));
    }
}
