//! Indented lines with comments in a fixed column.

/// Collects output.
pub struct Output<'o> {
    text: &'o mut String,
    indent: usize,
}

/// Distance from the indentation to the comment.
const COMMENT: usize = 40;

impl<'o> Output<'o> {
    pub fn new(text: &'o mut String) -> Self {
        Output { text, indent: 0 }
    }

    pub fn blank(&mut self) {
        self.text.push('\n');
    }

    pub fn line(&mut self, line: impl AsRef<str>) {
        self.text.extend(std::iter::repeat_n(' ', self.indent));
        self.text.push_str(line.as_ref().trim_end_matches(' '));
        self.text.push('\n');
    }

    /// A line with `// comment` in the comment column.
    pub fn comment(&mut self, line: impl AsRef<str>, comment: impl AsRef<str>) {
        let line = line.as_ref();
        let width = COMMENT.max(line.chars().count() + 1);
        self.line(format!("{line:width$}// {}", comment.as_ref()));
    }

    /// Lines printed by `body` are two columns further in.
    pub fn nested<T>(&mut self, body: impl FnOnce(&mut Self) -> T) -> T {
        self.indent += 2;
        let result = body(self);
        self.indent -= 2;
        result
    }
}
