//! `-ea`, `-da`, `-esa`, `-dsa`: the most specific setting for a class wins, among equals the last.

/// Which classes run their `assert` statements.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Assertions {
    system: bool,
    everywhere: bool,
    classes: Vec<(String, bool)>,
    packages: Vec<(String, bool)>,
}

impl Assertions {
    /// Whether anything is enabled at all.
    pub fn any(&self) -> bool {
        self.system || self.everywhere || self.classes.iter().chain(&self.packages).any(|(_, on)| *on)
    }

    pub(super) fn set_system(&mut self, on: bool) {
        self.system = on;
    }

    /// `rest` is what follows `-ea`: nothing, `:Class` or `:package...`.
    pub(super) fn add(&mut self, rest: &str, on: bool) -> Option<()> {
        if rest.is_empty() {
            self.everywhere = on;
            return Some(());
        }
        let name = rest.strip_prefix(':').filter(|n| !n.is_empty())?;
        match name.strip_suffix("...") {
            Some(package) => self.packages.push((package.to_owned(), on)),
            None => self.classes.push((name.to_owned(), on)),
        }
        Some(())
    }

    /// Whether assertions are on for a class (binary name with dots).
    pub fn enabled(&self, class: &str, system: bool) -> bool {
        let outer = class.split('$').next().unwrap_or(class);
        if let Some((_, on)) = self.classes.iter().rev().find(|(name, _)| name == class || name == outer) {
            return *on;
        }
        let mut package = class.rsplit_once('.').map_or("", |(p, _)| p);
        loop {
            if let Some((_, on)) = self.packages.iter().rev().find(|(name, _)| name == package) {
                return *on;
            }
            match package.rsplit_once('.') {
                Some((parent, _)) => package = parent,
                None => break,
            }
        }
        if system { self.system } else { self.everywhere }
    }
}

#[cfg(test)]
mod tests {
    use super::Assertions;

    #[test]
    fn specific_wins() {
        let mut a = Assertions::default();
        assert!(a.add("", true).is_some());
        assert!(a.add(":p.q...", false).is_some());
        assert!(a.add(":p.q.C", true).is_some());
        assert!(a.enabled("X", false) && !a.enabled("X", true));
        assert!(!a.enabled("p.q.r.D", false) && a.enabled("p.q.C$1", false));
        assert!(a.add(":", true).is_none());
    }
}
