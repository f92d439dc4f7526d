//! Interned names.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt;

/// An interned string: identifiers, qualified names, descriptors. Equal strings give equal names.
/// The texts live as long as the process.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Name(u32);

#[derive(Default)]
struct Interner {
    ids: HashMap<&'static str, u32>,
    texts: Vec<&'static str>,
}

thread_local! {
    static INTERNER: RefCell<Interner> = RefCell::default();
}

impl Name {
    /// Interns `text`.
    pub fn new(text: &str) -> Name {
        INTERNER.with_borrow_mut(|i| {
            if let Some(&id) = i.ids.get(text) {
                return Name(id);
            }
            let text: &'static str = Box::leak(text.into());
            let id = i.texts.len() as u32;
            i.texts.push(text);
            i.ids.insert(text, id);
            Name(id)
        })
    }

    /// The text. A name is only meaningful on the thread that interned it.
    pub fn as_str(self) -> &'static str {
        INTERNER.with_borrow(|i| i.texts[self.0 as usize])
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.as_str())
    }
}
