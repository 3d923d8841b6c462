//! Who waits in one queue: all in the order of service, and those whom routing serves in groups that ask the same.
//! Knows nothing of agents.

use super::demand::Terms;
use super::heads::{Head, Heads, HeadsBySkill};
use super::skills::{KnownSkills, SkillNumber, SkillSet};
use crate::intake::Ranked;
use frontdesk_model::{ConversationId, Priority, QueueId, Timestamp};
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

#[derive(Clone, Default)]
pub(crate) struct Line {
    /// All that are Open, in the order of service.
    pub open: Ranked<Place>,
    groups: Vec<Option<Group>>,
    vacant: Vec<GroupId>,
    /// By what their terms hash to: next to each other, so that a search does not go from terms to terms.
    by_terms: BTreeSet<(u64, GroupId)>,
    /// The first of each group, by the skill without which nobody is looked at.
    heads: HeadsBySkill,
    /// The same of groups that no member could take, skilled as they are: nobody has to come across them.
    out_of_reach: HeadsBySkill,
    /// Groups that an agent without a free unit may serve.
    open_to_the_full: usize,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct GroupId(u32);

/// Waiting conversations that ask the same of an agent; at least one.
#[derive(Clone)]
pub(crate) struct Group {
    pub terms: Box<Terms>,
    pub places: Places,
    pub index: Index,
}

/// Most groups are small where demands differ much.
#[derive(Clone)]
pub(crate) enum Places {
    One(Place),
    Many(BTreeSet<Place>),
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

/// How a group is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Index {
    pub needed_skill: SkillNumber,
    /// All skills without which nobody can take it.
    pub needs: SkillSet,
    /// Whether any member may have them all.
    pub within_reach: bool,
    pub open_to_the_full: bool,
}

impl Line {
    pub fn group(&self, id: GroupId) -> Option<&Group> {
        self.groups.get(id.0 as usize)?.as_ref()
    }

    /// The group of these terms, if anybody waits on them.
    pub fn find(&self, terms: &Terms) -> Option<GroupId> {
        let hash = hash_of(terms);
        let alike = self.by_terms.range((hash, GroupId(0))..=(hash, GroupId(u32::MAX)));
        alike.map(|(_, id)| *id).find(|id| self.group(*id).is_some_and(|group| *group.terms == *terms))
    }

    /// Joins a group that is there.
    pub fn join(&mut self, place: Place, id: GroupId) {
        self.open.insert(place);
        let Some(group) = self.groups.get_mut(id.0 as usize).and_then(Option::as_mut) else { return };
        let former = group.head(id);
        group.places.insert(place);
        if place < former.place {
            let (skill, next) = (group.index.needed_skill, group.head(id));
            let heads = if group.index.within_reach { &mut self.heads } else { &mut self.out_of_reach };
            heads.remove(skill, &former);
            heads.insert(skill, next);
        }
    }

    /// The first of its kind: a group of its own.
    pub fn join_alone(&mut self, place: Place, terms: Terms, index: Index) -> GroupId {
        self.open.insert(place);
        let id = self.vacant.pop().unwrap_or_else(|| {
            self.groups.push(None);
            GroupId(u32::try_from(self.groups.len() - 1).expect("fewer than four thousand million groups"))
        });
        self.by_terms.insert((hash_of(&terms), id));
        let group = Group { terms: Box::new(terms), places: Places::One(place), index };
        let heads = if index.within_reach { &mut self.heads } else { &mut self.out_of_reach };
        heads.insert(index.needed_skill, group.head(id));
        self.groups[id.0 as usize] = Some(group);
        self.open_to_the_full += usize::from(index.open_to_the_full);
        id
    }

    pub fn leave(&mut self, at: &LinePlace) {
        self.open.remove(&at.place);
        let Some(id) = at.group else { return };
        let Some(slot) = self.groups.get_mut(id.0 as usize) else { return };
        let Some(group) = slot else { return };
        let heads = if group.index.within_reach { &mut self.heads } else { &mut self.out_of_reach };
        let (skill, former) = (group.index.needed_skill, group.head(id));
        let was_head = former.place == at.place;
        if was_head {
            heads.remove(skill, &former);
        }
        if group.places.remove(&at.place) {
            if was_head {
                heads.insert(skill, group.head(id));
            }
        } else {
            self.by_terms.remove(&(hash_of(&group.terms), id));
            self.open_to_the_full -= usize::from(group.index.open_to_the_full);
            *slot = None;
            self.vacant.push(id);
        }
    }

    /// All groups are gone. Whoever stood in one must be told so.
    pub fn forget_groups(&mut self) {
        *self = Line { open: std::mem::take(&mut self.open), ..Line::default() };
    }

    /// Whether an agent without a free unit has anything to look at here.
    pub fn is_open_to(&self, available_units: i64) -> bool {
        !self.by_terms.is_empty() && (available_units > 0 || self.open_to_the_full > 0)
    }

    /// The groups for which this skill is needed, the first in line first.
    pub fn heads(&self, needed_skill: SkillNumber) -> Option<&Heads> {
        self.heads.get(needed_skill)
    }

    /// A member has these skills from now on.
    pub fn reach_out(&mut self, theirs: &KnownSkills) {
        for id in self.out_of_reach.within(theirs) {
            let Some(group) = self.groups.get_mut(id.0 as usize).and_then(Option::as_mut) else { continue };
            group.index.within_reach = true;
            let (skill, head) = (group.index.needed_skill, group.head(id));
            self.out_of_reach.remove(skill, &head);
            self.heads.insert(skill, head);
        }
    }
}

impl Group {
    fn head(&self, id: GroupId) -> Head {
        Head { place: *self.places.first(), group: id, needs: self.index.needs }
    }
}

/// The same in every run: nothing here is left to chance.
fn hash_of(terms: &Terms) -> u64 {
    let mut hasher = DefaultHasher::new();
    terms.hash(&mut hasher);
    hasher.finish()
}

impl Places {
    pub fn first(&self) -> &Place {
        match self {
            Places::One(place) => place,
            Places::Many(places) => places.first().expect("a group is never empty"),
        }
    }

    pub fn last(&self) -> &Place {
        match self {
            Places::One(place) => place,
            Places::Many(places) => places.last().expect("a group is never empty"),
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = &Place> {
        let (one, many) = match self {
            Places::One(place) => (Some(place), None),
            Places::Many(places) => (None, Some(places)),
        };
        one.into_iter().chain(many.into_iter().flatten())
    }

    fn insert(&mut self, place: Place) {
        match self {
            Places::One(only) => *self = Places::Many(BTreeSet::from([*only, place])),
            Places::Many(places) => drop(places.insert(place)),
        }
    }

    /// False: this was the last one.
    fn remove(&mut self, place: &Place) -> bool {
        match self {
            Places::One(_) => false,
            Places::Many(places) => {
                places.remove(place);
                if let (1, Some(only)) = (places.len(), places.first()) {
                    *self = Places::One(*only);
                }
                true
            }
        }
    }
}
