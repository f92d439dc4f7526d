#![no_main]
//! The whole compiler, and the verifier on what it makes.

#[allow(dead_code)]
#[path = "../checks.rs"]
mod checks;

thread_local! {
    static LIBRARY: rvm_verifier::ClassSet = checks::library();
}

libfuzzer_sys::fuzz_target!(|text: &str| {
    LIBRARY.with(|set| checks::compiled(text, set));
});
