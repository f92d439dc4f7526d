//! `@FILE` arguments: options kept in files.

use crate::error::LaunchError;

/// Replaces `@FILE` by the file's words, up to the main class; `@@x` stands for `@x`.
pub(super) fn expand(arguments: impl Iterator<Item = String>) -> Result<Vec<String>, LaunchError> {
    let mut all = Vec::new();
    let mut enabled = true;
    let mut value_next = false;
    for argument in arguments {
        if enabled && argument == "-disable-@files" {
            enabled = false;
        } else if enabled && argument.starts_with("@@") {
            all.push(argument[1..].to_owned());
        } else if enabled && argument.len() > 1 && argument.starts_with('@') {
            let name = &argument[1..];
            let text = std::fs::read_to_string(name)
                .map_err(|_| LaunchError::Usage(format!("Error: could not open `{name}'")))?;
            all.extend(words(&text));
        } else {
            // What follows the main class belongs to the program.
            if !argument.starts_with('-') && !value_next {
                enabled = false;
            }
            value_next = super::takes_value(&argument);
            all.push(argument);
        }
    }
    Ok(all)
}

/// Words are separated by white space; quotes keep it; `#` starts a comment; a backslash escapes inside quotes and
/// continues a line outside.
fn words(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut word: Option<String> = None;
    let mut quote: Option<char> = None;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match (quote, c) {
            (Some(q), c) if c == q => quote = None,
            (Some(_), '\\') => {
                let escaped = match chars.next() {
                    Some('n') => '\n',
                    Some('r') => '\r',
                    Some('t') => '\t',
                    Some('f') => '\x0c',
                    Some('\n') => {
                        while chars.next_if(|c| *c == ' ' || *c == '\t').is_some() {}
                        continue;
                    }
                    Some(other) => other,
                    None => '\\',
                };
                word.get_or_insert_default().push(escaped);
            }
            (Some(_), c) => word.get_or_insert_default().push(c),
            (None, '"' | '\'') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None, '#') => while chars.next_if(|c| *c != '\n').is_some() {},
            (None, '\\') if chars.peek() == Some(&'\n') => {
                chars.next();
                while chars.next_if(|c| *c == ' ' || *c == '\t').is_some() {}
            }
            (None, c) if c.is_ascii_whitespace() => all.extend(word.take()),
            (None, c) => word.get_or_insert_default().push(c),
        }
    }
    all.extend(word);
    all
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn quotes_comments_continuations() {
        assert_eq!(words("-cp \"a b\" # c\n-Dx='y'z Main\\\n X"), ["-cp", "a b", "-Dx=yz", "MainX"]);
    }
}
