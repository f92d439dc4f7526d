//! The command `rvm`.

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let code = rvm_runtime::launch::run(std::env::args_os().skip(1));
    // Threads that are daemons must not keep the process, nor destructors run under their feet.
    rvm_runtime::launch::leave(code);
}
