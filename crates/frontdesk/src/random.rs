//! A small seeded generator: the same seed tells the same story. Not for secrets.

use std::ops::Range;
use uuid::Uuid;

/// SplitMix64.
#[derive(Clone, Debug)]
pub struct Random {
    state: u64,
}

impl Random {
    pub fn new(seed: u64) -> Random {
        Random { state: seed }
    }

    /// A generator of its own for one part of the story, so that a change in one part leaves the others alone.
    pub fn branch(&self, part: &str) -> Random {
        let folded = part.bytes().fold(self.state, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
        let mut branch = Random { state: folded };
        branch.next();
        branch
    }

    pub fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Within the range; its start if the range is empty.
    pub fn within(&mut self, range: Range<u64>) -> u64 {
        let width = range.end.saturating_sub(range.start).max(1);
        range.start + self.next() % width
    }

    pub fn chance(&mut self, percent: u64) -> bool {
        self.within(0..100) < percent
    }

    /// One of them. The list is ours and never empty.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        let index = self.within(0..items.len() as u64) as usize;
        &items[index]
    }

    /// A version 7 id that carries this time.
    pub fn id_at(&mut self, unix_ms: i64) -> Uuid {
        let mut random = [0u8; 10];
        random[..8].copy_from_slice(&self.next().to_be_bytes());
        random[8..].copy_from_slice(&self.next().to_be_bytes()[..2]);
        uuid::Builder::from_unix_timestamp_millis(u64::try_from(unix_ms).unwrap_or(0), &random).into_uuid()
    }
}

/// A seed from the operating system, for runs that were given none.
pub fn fresh_seed() -> u64 {
    getrandom::u64().unwrap_or_else(|_| std::process::id().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_tells_the_same_story_and_branches_differ() {
        let draw = |mut random: Random| (random.next(), random.id_at(1_700_000_000_000), random.within(5..9));
        assert_eq!(draw(Random::new(7)), draw(Random::new(7)));
        assert_ne!(draw(Random::new(7).branch("a")), draw(Random::new(7).branch("b")));
        let mut random = Random::new(1);
        assert!((0..1000).all(|_| (5..9).contains(&random.within(5..9))));
    }
}
