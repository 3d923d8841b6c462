//! The world's clock: moves when told, never back. Knows nothing of real time.

use frontdesk_model::Timestamp;

#[derive(Clone, Copy, Debug)]
pub struct Clock {
    now: Timestamp,
}

impl Clock {
    pub fn new(start: Timestamp) -> Self {
        Clock { now: start }
    }

    pub fn now(&self) -> Timestamp {
        self.now
    }

    pub fn move_to(&mut self, at: Timestamp) {
        self.now = self.now.max(at);
    }
}
