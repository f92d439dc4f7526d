//! Verifies class files against each other: `verify [-lenient] [-list LISTING] FILE...`

use rvm_verifier::{ClassSet, parse_checked, verify};

fn main() {
    let mut lenient = false;
    let mut files = Vec::new();
    let mut listing = String::new();
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "-list" => {
                let file = args.next().unwrap_or_default();
                listing = std::fs::read_to_string(file).unwrap_or_default();
            }
            "-lenient" => lenient = true,
            _ => files.push((std::fs::read(&arg).unwrap_or_default(), arg)),
        }
    }
    let mut set = if lenient { ClassSet::new().lenient() } else { ClassSet::new() };
    set.add_listing(&listing);
    for (bytes, _) in &files {
        if let Ok(class) = rvm_classfile::parse(bytes) {
            set.add(&class);
        }
    }
    let mut failed = 0;
    let start = std::time::Instant::now();
    for (bytes, file) in &files {
        let result = match parse_checked(bytes) {
            Ok(class) => verify(&class, &mut set).map_err(|e| match e {
                rvm_verifier::Failure::Load(missing) => missing.to_string(),
                other => other.to_string(),
            }),
            Err(rejection) => Err(rejection.to_string()),
        };
        if let Err(message) = result {
            println!("{file}: {message}");
            failed += 1;
        }
    }
    let total: usize = files.iter().map(|(bytes, _)| bytes.len()).sum();
    println!("{} files, {total} bytes, {failed} rejected, {:?}", files.len(), start.elapsed());
}
