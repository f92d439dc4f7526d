//! `rvmc`: the Java compiler's command.

use rvm_model::world::ClassFinder;
use std::borrow::Cow;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The library image as the compiler's platform.
struct Library;

impl ClassFinder for Library {
    fn find(&self, binary: &str) -> Option<Cow<'static, [u8]>> {
        rvm_stdlib::find(binary).map(Cow::Borrowed)
    }

    fn package_exists(&self, dotted: &str) -> bool {
        rvm_stdlib::has_package(dotted)
    }
}

fn main() {
    let args = std::env::args_os().skip(1).map(|a| a.to_string_lossy().into_owned()).collect();
    let code = rvm_compiler::main(args, || Box::new(Library));
    std::process::exit(code);
}
