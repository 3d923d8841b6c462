//! The instants at which a calendar flips, worked out once for each stretch of about seven weeks and kept. Knows nothing of how
//! openings are written down.

use crate::rules::Rules;
use crate::zone::{Zone, minutes_into};
use jiff::Span as Duration;
use std::sync::OnceLock;

/// 2^32 ms, about 50 days: so that finding an instant's block is a shift, and a question that is asked once of hours that
/// were just made costs little.
const BLOCK_BITS: u32 = 32;
/// From 1970 into 2109. Further away is worked out anew at each question.
const KEPT: usize = 1024;

/// Filled as blocks are first asked for; what is in them follows from the rules alone, so nobody can tell when.
#[derive(Clone, Debug)]
pub(crate) struct Blocks(Box<[OnceLock<Block>]>);

#[derive(Clone, Debug)]
pub(crate) struct Block {
    /// In the last millisecond before the block.
    open_before: bool,
    /// Ascending, from the block's first millisecond to its last.
    flips: Box<[i64]>,
}

impl Blocks {
    pub fn new() -> Blocks {
        Blocks((0..KEPT).map(|_| OnceLock::new()).collect())
    }

    /// Hands the block of `at` to `look`.
    pub fn at<T>(&self, at: i64, zone: &Zone, rules: &Rules, look: impl FnOnce(&Block) -> T) -> T {
        let index = at >> BLOCK_BITS;
        match usize::try_from(index).ok().and_then(|index| self.0.get(index)) {
            Some(kept) => look(kept.get_or_init(|| Block::work_out(index, zone, rules))),
            None => look(&Block::work_out(index, zone, rules)),
        }
    }

    /// The first millisecond of the block after that of `at`.
    pub fn end(at: i64) -> Option<i64> {
        ((at >> BLOCK_BITS) + 1).checked_mul(1 << BLOCK_BITS)
    }
}

impl Block {
    pub fn is_open(&self, at: i64) -> bool {
        let flips_so_far = self.flips.partition_point(|flip| *flip <= at);
        self.open_before ^ (flips_so_far % 2 == 1)
    }

    pub fn first_flip_after(&self, after: i64) -> Option<i64> {
        self.flips.get(self.flips.partition_point(|flip| *flip <= after)).copied()
    }

    fn work_out(index: i64, zone: &Zone, rules: &Rules) -> Block {
        let start = index << BLOCK_BITS;
        let end = start.saturating_add(1 << BLOCK_BITS);
        let mut pieces = pieces(start, end, zone, rules);
        pieces.sort_unstable();
        let mut flips: Vec<i64> = Vec::with_capacity(2 * pieces.len());
        for (from, to) in pieces {
            match flips.last_mut() {
                Some(last) if from <= *last => *last = (*last).max(to),
                _ => flips.extend([from, to]),
            }
        }
        let before = flips.partition_point(|flip| *flip < start);
        let within = flips.partition_point(|flip| *flip < end);
        Block { open_before: before % 2 == 1, flips: flips[before..within].into() }
    }
}

/// All openings that could touch the stretch, with some that do not.
fn pieces(start: i64, end: i64, zone: &Zone, rules: &Rules) -> Vec<(i64, i64)> {
    // Two dates more at either side: one for what runs over midnight, one for clocks and zones that skip a date.
    let margin = Duration::new().days(2);
    let first = zone.date(start).saturating_sub(margin);
    let last = zone.date(end).saturating_add(margin);
    let mut pieces = Vec::new();
    for date in first.series(Duration::new().days(1)).take_while(|date| *date <= last) {
        for minutes in rules.openings_on(date) {
            let from = zone.first_reading(minutes_into(date, minutes.from));
            let to = zone.last_reading(minutes_into(date, minutes.to));
            if from < to {
                pieces.push((from, to));
            }
        }
    }
    pieces
}
