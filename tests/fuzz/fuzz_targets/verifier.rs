#![no_main]
//! The verifier, with the library's classes.

use std::cell::RefCell;

#[allow(dead_code)]
#[path = "../checks.rs"]
mod checks;

thread_local! {
    static LIBRARY: RefCell<rvm_verifier::ClassSet> = RefCell::new(checks::library());
}

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    LIBRARY.with_borrow_mut(|set| checks::verified(data, set));
});
