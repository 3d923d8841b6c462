//! Several lines of groups as one, in the order of service. Knows nothing of who fits.

use super::line::{Group, GroupId, Place};
use super::queue::{QueueState, Turn};
use std::collections::btree_set;

type Heads<'a> = btree_set::Iter<'a, (Place, GroupId)>;

/// Few groups are asked for before one fits, so what comes next is looked for among the lines: no heap pays for itself.
pub(super) struct Merged<'a> {
    lines: Vec<Next<'a>>,
}

/// What a line has next.
struct Next<'a> {
    turn: Turn,
    group: GroupId,
    queue: &'a QueueState,
    rest: Heads<'a>,
}

impl<'a> Merged<'a> {
    /// `lines`: about how many there will be.
    pub fn with_capacity(lines: usize) -> Merged<'a> {
        Merged { lines: Vec::with_capacity(lines) }
    }

    pub fn add(&mut self, queue: &'a QueueState, mut rest: Heads<'a>) {
        if let Some((place, group)) = rest.next() {
            self.lines.push(Next { turn: queue.turn(*place), group: *group, queue, rest });
        }
    }
}

impl<'a> Iterator for Merged<'a> {
    type Item = (Turn, &'a QueueState, &'a Group);

    fn next(&mut self) -> Option<Self::Item> {
        let (at, first) = self.lines.iter_mut().enumerate().min_by_key(|(_, line)| line.turn)?;
        let (turn, queue, group) = (first.turn, first.queue, first.group);
        match first.rest.next() {
            Some((place, group)) => (first.turn, first.group) = (queue.turn(*place), *group),
            None => drop(self.lines.swap_remove(at)),
        }
        Some((turn, queue, queue.line.group(group)?))
    }
}
