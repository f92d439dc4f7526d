//! What the test runners share: finding the commands, running them with a time limit, finding cases.

pub mod case;
pub mod command;
pub mod jdk;
pub mod measure;
pub mod randomprog;
pub mod rename;

use std::path::{Path, PathBuf};

/// The folder `tests/` of the checkout.
pub fn tests_dir() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// One of our commands (`rvm`, `rvmc`, `rvmp`): beside the test's own executable, where cargo puts it.
///
/// # Panics
/// If it was not built: `cargo build --release` comes before the tests.
pub fn our(name: &str) -> PathBuf {
    let me = std::env::current_exe().expect("the test's own path");
    // .../release/deps/programs-0123 -> .../release/rvm
    let path = me.ancestors().skip(1).take(2).map(|d| d.join(name)).find(|p| p.is_file());
    path.unwrap_or_else(|| panic!("{name} is not built: run `cargo build --release` first"))
}

/// A fresh folder for a case, below the system's temporary folder; removed by [`Scratch::drop`].
#[derive(Debug)]
pub struct Scratch(PathBuf);

impl Scratch {
    /// Makes the folder.
    ///
    /// # Panics
    /// If the temporary folder is not writable.
    pub fn new(name: &str) -> Scratch {
        let dir = std::env::temp_dir().join(format!(
            "rvm-test-{}-{}",
            std::process::id(),
            name.replace(['/', ' '], "-")
        ));
        let _ = std::fs::remove_dir_all(&dir);
        std::fs::create_dir_all(&dir).expect("a writable temporary folder");
        Scratch(dir)
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// A folder inside, made if it is not there.
    ///
    /// # Panics
    /// If it cannot be made.
    pub fn sub(&self, name: &str) -> PathBuf {
        let dir = self.0.join(name);
        std::fs::create_dir_all(&dir).expect("a writable temporary folder");
        dir
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
