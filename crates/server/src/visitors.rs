//! Visitors as live connections: whether a conversation's customer is there, and waiting for what they may read. Knows
//! nothing of tokens: whoever comes here may see the conversation.

#[derive(Default)]
pub struct Visitors {}

impl Visitors {
    pub(crate) fn new() -> Self {
        Visitors::default()
    }
}
