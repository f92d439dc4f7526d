//! Assembles texts: `assemble FOLDER FILE...` writes FOLDER/FILE/CLASS.class

use std::path::Path;

fn main() {
    let mut args = std::env::args().skip(1);
    let folder = args.next().unwrap_or_else(|| ".".into());
    for file in args {
        let text = match std::fs::read_to_string(&file) {
            Ok(text) => text,
            Err(error) => {
                eprintln!("{file}: {error}");
                std::process::exit(1);
            }
        };
        match rvm_classfile::asm::assemble(&text) {
            Ok(classes) => {
                let stem = Path::new(&file).file_stem().unwrap_or_default();
                for class in classes {
                    let path = Path::new(&folder).join(stem).join(format!("{}.class", class.name));
                    let parent = path.parent().unwrap_or(Path::new("."));
                    if let Err(error) =
                        std::fs::create_dir_all(parent).and_then(|()| std::fs::write(&path, class.bytes))
                    {
                        eprintln!("{}: {error}", path.display());
                        std::process::exit(1);
                    }
                }
            }
            Err(error) => {
                eprintln!("{file}: {error}");
                std::process::exit(1);
            }
        }
    }
}
