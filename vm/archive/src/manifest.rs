//! The manifest of a jar.

/// The main section of a jar's manifest.
#[derive(Debug, Default)]
pub struct Manifest(Vec<(String, String)>);

impl Manifest {
    /// Lines `Name: value`; a line that starts with a space goes on; the first empty line ends the section.
    pub fn parse(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let mut attributes: Vec<(String, String)> = Vec::new();
        for line in text.split('\n').map(|l| l.trim_end_matches('\r')) {
            if line.is_empty() {
                break;
            }
            match (line.strip_prefix(' '), attributes.last_mut()) {
                (Some(more), Some((_, value))) => value.push_str(more),
                _ => {
                    if let Some((name, value)) = line.split_once(':') {
                        attributes
                            .push((name.to_owned(), value.strip_prefix(' ').unwrap_or(value).to_owned()));
                    }
                }
            }
        }
        Self(attributes)
    }

    /// An attribute's value; names ignore case.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, v)| v.as_str())
    }
}
