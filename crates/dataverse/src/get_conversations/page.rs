//! The token that leads to the next page: how far the reader is, when they began, and of which question.

use super::error::InputError;
use frontdesk_model::Timestamp;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Position {
    pub offset: u64,
    /// Just after the first page was read.
    pub cutoff: Timestamp,
}

impl Position {
    pub fn token(self, fingerprint: u64) -> String {
        format!("1-{}-{}-{fingerprint:016x}", self.offset, self.cutoff.as_millis())
    }

    pub fn parse(token: &str, fingerprint: u64) -> Result<Position, InputError> {
        let invalid = |detail: &str| InputError::new("skip_token_invalid", "skipToken", format!("skipToken {detail}"));
        let mut parts = token.split('-');
        let (Some("1"), Some(offset), Some(cutoff), Some(of), None) =
            (parts.next(), parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(invalid("is not one that a previous page gave"));
        };
        let (Ok(offset), Ok(cutoff), Ok(of)) = (offset.parse(), cutoff.parse(), u64::from_str_radix(of, 16)) else {
            return Err(invalid("is not one that a previous page gave"));
        };
        if of != fingerprint {
            return Err(invalid("belongs to another question: only top may differ from page to page"));
        }
        Ok(Position { offset, cutoff: Timestamp(cutoff) })
    }
}
