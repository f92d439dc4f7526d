//! Format checks and verification, done by their own crate, which sees classes through [`Loaded`].

use super::members::{find_field, find_interface_method, find_method};
use super::resolve::load_or_throw;
use crate::class::{Class, Symbol, flags};
use crate::error::{JResult, Thrown};
use crate::thread::JavaThread;
use crate::vm;
use rvm_verifier::{Failure, Hierarchy, Member};

/// An exception class and its message.
pub type Rejection = (&'static str, String);

/// Checks a class file's version and format (JVMS 4.1 to 4.8).
pub fn check_format(bytes: &[u8], wanted: Option<Symbol>) -> Result<(), Rejection> {
    match rvm_verifier::parse_checked(bytes) {
        Ok(_) => Ok(()),
        Err(rejection) => {
            let mut text = rejection.java_message();
            // A file too new or too broken to name itself goes by the name it was asked for.
            if let (true, Some(name)) = (rejection.class.is_empty(), wanted) {
                text = text.replacen("<Unknown>", &name.text(), 1);
            }
            // HotSpot refuses versions before it reads a name.
            if let (true, Some(name)) = (rejection.kind.java_class().ends_with("VersionError"), wanted) {
                text = text.replacen(&*rejection.class, &name.text(), 1);
            }
            Err((rejection.kind.java_class(), text))
        }
    }
}

/// Verifies a class (JVMS 4.9, 4.10) if the options want it: classes of the class path by default.
pub fn verify(thread: &JavaThread, class: &'static Class) -> JResult<()> {
    let options = &vm().options;
    let wanted = if class.rare.trusted { options.verify_boot } else { options.verify_app };
    // What the library spins breaks rules on purpose: its constant pool names what only the machine knows.
    if !wanted || class.bytes().is_empty() || super::access::spun(class) {
        return Ok(());
    }
    let file = match rvm_classfile::parse(class.bytes()) {
        Ok(file) => file,
        Err(error) => {
            let text = format!("{error} in class file {}", class.name);
            return Err(thread.throw("java/lang/ClassFormatError", &text));
        }
    };
    let own_name = file.name().unwrap_or_default();
    let mut hierarchy = Loaded { thread, class, own_name };
    match rvm_verifier::verify(&file, &mut hierarchy) {
        Ok(()) => Ok(()),
        Err(Failure::Load(thrown)) => Err(thrown),
        Err(Failure::Rejected(rejection)) => {
            Err(thread.throw(rejection.kind.java_class(), &rejection.java_message()))
        }
    }
}

/// The classes that the loader of the class being verified sees.
struct Loaded<'v> {
    thread: &'v JavaThread,
    class: &'static Class,
    /// The name in the file, which a hidden class does not go by.
    own_name: &'v [u8],
}

impl Loaded<'_> {
    fn load(&self, name: &[u8]) -> JResult<&'static Class> {
        if name == self.own_name {
            return Ok(self.class);
        }
        // Superclasses are loaded already: no need to ask the loader.
        let symbol = Symbol::of(name);
        match self.class.supers().find(|c| c.name == symbol) {
            Some(class) => Ok(class),
            None => load_or_throw(self.thread, self.class.loader, symbol),
        }
    }
}

impl Hierarchy for Loaded<'_> {
    type Error = Thrown;

    fn is_interface(&mut self, class: &[u8]) -> JResult<bool> {
        Ok(self.load(class)?.is_interface())
    }

    fn super_class(&mut self, class: &[u8]) -> JResult<Option<Vec<u8>>> {
        Ok(self.load(class)?.super_class.map(|c| c.name.bytes().to_vec()))
    }

    fn is_subclass(&mut self, class: &[u8], ancestor: &[u8]) -> JResult<bool> {
        if class == ancestor {
            return Ok(true);
        }
        let hidden = self.class.rare.hidden && ancestor == self.own_name;
        let class = self.load(class)?;
        Ok(class.supers().any(|c| c.name.bytes() == ancestor || (hidden && c == self.class)))
    }

    fn is_protected_elsewhere(&mut self, _current: &[u8], class: &[u8], member: Member<'_>) -> JResult<bool> {
        let class = self.load(class)?;
        let (name, descriptor) = (Symbol::of(member.name), Symbol::of(member.descriptor));
        let found = if !member.method {
            find_field(class, name, descriptor).map(|f| (f.access, f.class()))
        } else if class.is_interface() {
            find_interface_method(class, name, descriptor).map(|m| (m.access, m.class()))
        } else {
            find_method(class, name, descriptor).map(|m| (m.access, m.class()))
        };
        Ok(found
            .is_some_and(|(access, owner)| access & flags::PROTECTED != 0 && !self.class.same_package(owner)))
    }
}
