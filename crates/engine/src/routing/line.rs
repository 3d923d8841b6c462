//! Who waits in one queue: all in the order of service, and those whom routing serves in groups that ask the same.
//! Knows nothing of agents.

use super::demand::Terms;
use crate::intake::Ranked;
use frontdesk_model::{ConversationId, Priority, QueueId, SkillId, Timestamp};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

#[derive(Clone, Default)]
pub(crate) struct Line {
    /// All that are Open, in the order of service.
    pub open: Ranked<Place>,
    groups: BTreeMap<GroupId, Group>,
    by_terms: BTreeMap<Arc<Terms>, GroupId>,
    /// The first of each group, by the skill without which nobody is looked at (none: all groups that need none).
    heads: BTreeMap<Option<SkillId>, BTreeSet<(Place, GroupId)>>,
    last_group: u32,
    /// Groups that an agent without a free unit may serve.
    open_to_the_full: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct GroupId(u32);

/// Waiting conversations that ask the same of an agent.
#[derive(Clone)]
pub(crate) struct Group {
    pub terms: Arc<Terms>,
    pub places: BTreeSet<Place>,
    pub needed_skill: Option<SkillId>,
    open_to_the_full: bool,
}

/// A place in a line: a customer who comes back to somebody (affinity), then bucket by bucket, each in its own order,
/// then high priority first, then who came first. Where customers answer when they answer, a place is as old as the
/// message that brought the conversation back into the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    /// 0: affinity; from 1 on the queue's prioritisation rules, then everything else.
    pub bucket: u32,
    /// What the bucket is ordered by; the same for all where it has no order of its own.
    pub sort: i64,
    pub priority: Reverse<Priority>,
    pub queued_at: Timestamp,
    pub conversation_id: ConversationId,
}

/// Where a conversation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LinePlace {
    pub queue_id: QueueId,
    pub place: Place,
    /// Routing looks for an agent; otherwise it waits to be picked.
    pub group: Option<GroupId>,
}

/// What a group is indexed by.
pub(crate) struct Index {
    pub needed_skill: Option<SkillId>,
    pub open_to_the_full: bool,
}

impl Line {
    pub fn group(&self, id: GroupId) -> Option<&Group> {
        self.groups.get(&id)
    }

    /// The group of these terms, if anybody waits on them.
    pub fn find(&self, terms: &Terms) -> Option<GroupId> {
        self.by_terms.get(terms).copied()
    }

    /// Joins those who wait to be picked, or the group of these terms; the index is for a group that is new.
    pub fn join(&mut self, place: Place, pushed: Option<(Terms, Index)>) -> Option<GroupId> {
        self.open.insert(place);
        let (terms, index) = pushed?;
        let id = self.find(&terms).unwrap_or_else(|| self.begin(terms, index));
        let group = self.groups.get_mut(&id).expect("found or begun");
        let head = group.places.first().copied();
        group.places.insert(place);
        if head.is_none_or(|head| place < head) {
            let heads = self.heads.entry(group.needed_skill).or_default();
            if let Some(head) = head {
                heads.remove(&(head, id));
            }
            heads.insert((place, id));
        }
        Some(id)
    }

    pub fn leave(&mut self, at: &LinePlace) {
        self.open.remove(&at.place);
        let Some(id) = at.group else { return };
        let Some(group) = self.groups.get_mut(&id) else { return };
        let was_head = group.places.first() == Some(&at.place);
        group.places.remove(&at.place);
        if !was_head {
            return;
        }
        let next = group.places.first().copied();
        let needed_skill = group.needed_skill;
        let heads = self.heads.entry(needed_skill).or_default();
        heads.remove(&(at.place, id));
        match next {
            Some(next) => drop(heads.insert((next, id))),
            None => {
                if heads.is_empty() {
                    self.heads.remove(&needed_skill);
                }
                self.end(id);
            }
        }
    }

    /// Nobody stands in any group any more: what they ask for is found out anew.
    pub fn forget_groups(&mut self) {
        let last_group = self.last_group;
        *self = Line { open: std::mem::take(&mut self.open), last_group, ..Line::default() };
    }

    /// Whether an agent without a free unit has anything to look at here.
    pub fn is_open_to(&self, available_units: i64) -> bool {
        !self.groups.is_empty() && (available_units > 0 || self.open_to_the_full > 0)
    }

    /// The groups for which this skill is needed (none: those that need none), the first in line first.
    pub fn heads(&self, needed_skill: Option<SkillId>) -> impl Iterator<Item = (&Place, &Group)> {
        let heads = self.heads.get(&needed_skill);
        heads.into_iter().flatten().map(|(place, id)| (place, &self.groups[id]))
    }

    fn begin(&mut self, terms: Terms, index: Index) -> GroupId {
        self.last_group = self.last_group.wrapping_add(1);
        let id = GroupId(self.last_group);
        let Index { needed_skill, open_to_the_full } = index;
        let terms = Arc::new(terms);
        self.by_terms.insert(terms.clone(), id);
        self.open_to_the_full += usize::from(open_to_the_full);
        self.groups.insert(id, Group { terms, places: BTreeSet::new(), needed_skill, open_to_the_full });
        id
    }

    fn end(&mut self, id: GroupId) {
        let Some(group) = self.groups.remove(&id) else { return };
        self.by_terms.remove(&group.terms);
        self.open_to_the_full -= usize::from(group.open_to_the_full);
    }
}
