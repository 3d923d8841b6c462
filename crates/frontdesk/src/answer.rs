//! How a command answers: words for people, one line of JSON for programs. Knows nothing of what is said.

use serde::Serialize;
use std::fmt::Display;
use std::io::Write;

#[derive(Clone, Copy, Debug)]
pub struct Answer {
    pub json: bool,
}

impl Answer {
    /// A closed pipe is the reader's choice, not an error.
    pub fn give(self, words: impl Display, data: &impl Serialize) {
        let mut out = std::io::stdout().lock();
        let _ = match self.json {
            true => writeln!(out, "{}", serde_json::to_string(data).unwrap_or_else(|_| "null".into())),
            false => writeln!(out, "{words}"),
        };
        let _ = out.flush();
    }
}
