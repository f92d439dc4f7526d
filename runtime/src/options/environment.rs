//! Options in the environment: `JDK_JAVA_OPTIONS` for the launcher, `JAVA_TOOL_OPTIONS` and `_JAVA_OPTIONS` for the machine.

use super::{Options, argfile, takes_value, unrecognized};
use crate::error::LaunchError;

const LAUNCHER: &str = "JDK_JAVA_OPTIONS";

/// Options that say what to run or only print: not for the launcher's variable.
const NOT_ALLOWED: &[&str] = &[
    "-jar",
    "-m",
    "--module",
    "-h",
    "-?",
    "-help",
    "--help",
    "-X",
    "--help-extra",
    "-version",
    "--version",
    "-fullversion",
    "--full-version",
    "--dry-run",
];

fn variable(name: &str) -> Option<String> {
    std::env::var_os(name).map(|text| text.to_string_lossy().into_owned())
}

/// The words of `JDK_JAVA_OPTIONS`, which go before those of the command line.
pub(super) fn launcher_options() -> Result<Vec<String>, LaunchError> {
    let Some(text) = variable(LAUNCHER) else { return Ok(Vec::new()) };
    eprintln!("NOTE: Picked up {LAUNCHER}: {text}");
    let (words, closed) = words(&text);
    if !closed {
        return Err(LaunchError::Usage(format!("Error: Unmatched quote in environment variable {LAUNCHER}")));
    }
    let words = argfile::expand(words.into_iter())?;
    let mut value_next = false;
    for word in &words {
        if NOT_ALLOWED.contains(&word.as_str()) {
            return Err(LaunchError::Usage(format!(
                "Error: Option {word} is not allowed in environment variable {LAUNCHER}"
            )));
        }
        if !word.starts_with('-') && !value_next {
            return Err(LaunchError::Usage(format!(
                "Error: Cannot specify main class in environment variable {LAUNCHER}"
            )));
        }
        value_next = takes_value(word);
    }
    Ok(words)
}

/// Words between white space; quotes of both kinds keep it.
fn words(text: &str) -> (Vec<String>, bool) {
    let mut all = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    for c in text.chars() {
        match quote {
            Some(q) if c == q => quote = None,
            Some(_) => word.get_or_insert_default().push(c),
            None if c == '"' || c == '\'' => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            None if c.is_ascii_whitespace() => all.extend(word.take()),
            None => word.get_or_insert_default().push(c),
        }
    }
    all.extend(word);
    (all, quote.is_none())
}

impl Options {
    /// Applies the options of `JAVA_TOOL_OPTIONS` or `_JAVA_OPTIONS`: those of the machine, none of the launcher.
    pub(super) fn machine_options(&mut self, name: &str) -> Result<(), LaunchError> {
        let Some(text) = variable(name) else { return Ok(()) };
        eprintln!("Picked up {name}: {text}");
        let (words, closed) = words(&text);
        if !closed {
            return Err(LaunchError::Create(format!("Unmatched quote in {name}")));
        }
        for word in words {
            let long = word.starts_with("--") && word.contains('=');
            let short =
                !word.starts_with("--") && !takes_value(&word) && !NOT_ALLOWED.contains(&word.as_str());
            if !word.starts_with('-') || !(long || short) || word.starts_with("--class-path") {
                return Err(unrecognized(&word));
            }
            self.option(&word, &mut std::iter::empty())?;
            self.passed.push(word);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn quotes_keep_white_space() {
        assert_eq!(
            words(" -Dk='a b'\t-ea ''"),
            (vec!["-Dk=a b".to_owned(), "-ea".to_owned(), String::new()], true)
        );
        assert!(!words("-Dk='x").1);
    }
}
