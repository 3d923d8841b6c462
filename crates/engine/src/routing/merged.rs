//! Several lists of groups as one, in the order of service. Knows nothing of who fits but for the skills that are plainly
//! missing.

use super::heads::{Head, Heads};
use super::line::Group;
use super::queue::{QueueState, Turn};
use super::skills::SkillSet;

/// Few groups are asked for before one fits, so what comes next is looked for among the lists: no heap pays for itself.
pub(super) struct Merged<'a, Rest> {
    lists: Vec<Next<'a, Rest>>,
    /// Of whoever looks.
    theirs: SkillSet,
}

/// What a list has next.
struct Next<'a, Rest> {
    turn: Turn,
    head: &'a Head,
    queue: &'a QueueState,
    rest: Rest,
}

/// The groups of these lists that someone with such skills may fit.
pub(super) fn merged<'a>(
    lists: impl Iterator<Item = (&'a QueueState, &'a Heads)>,
    theirs: SkillSet,
) -> impl Iterator<Item = (Turn, &'a QueueState, &'a Group)> {
    let next = |(queue, heads): (&'a QueueState, &'a Heads)| {
        let mut rest = heads.iter();
        let head = rest.next()?;
        Some(Next { turn: queue.turn(head.place), head, queue, rest })
    };
    // First where the lists are, then what is in them: the processor waits for many of them at once.
    let lists: Vec<_> = lists.collect();
    Merged { lists: lists.into_iter().filter_map(next).collect(), theirs }
}

impl<'a, Rest: Iterator<Item = &'a Head>> Iterator for Merged<'a, Rest> {
    type Item = (Turn, &'a QueueState, &'a Group);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (at, list) = self.lists.iter_mut().enumerate().min_by_key(|(_, list)| list.turn)?;
            let (turn, queue, head) = (list.turn, list.queue, list.head);
            match list.rest.next() {
                Some(next) => (list.turn, list.head) = (queue.turn(next.place), next),
                None => drop(self.lists.swap_remove(at)),
            }
            if head.needs.may_be_within(self.theirs) {
                return Some((turn, queue, queue.line.group(head.group)?));
            }
        }
    }
}
