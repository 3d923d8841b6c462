//! The first of each group in a line, in the order of service. Knows nothing of who fits.

use super::line::{GroupId, Place};
use super::skills::{KnownSkills, SkillNumber, SkillSet};
use std::collections::BTreeSet;

/// Where an agent meets a group, with what tells most misfits apart before anybody looks at its terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Head {
    pub place: Place,
    pub group: GroupId,
    /// Skills without which nobody can take it.
    pub needs: SkillSet,
}

/// An ordered set whose first is at hand: an agent asks dozens of lists, and few of them for more than that.
#[derive(Clone, Debug, Default)]
pub(crate) struct Heads {
    first: Option<Head>,
    others: BTreeSet<Head>,
}

impl Heads {
    pub fn insert(&mut self, head: Head) {
        match self.first {
            Some(first) if first < head => drop(self.others.insert(head)),
            former => {
                self.others.extend(former);
                self.first = Some(head);
            }
        }
    }

    pub fn remove(&mut self, head: &Head) {
        if self.first == Some(*head) {
            self.first = self.others.pop_first();
        } else {
            self.others.remove(head);
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = &Head> + use<'_> {
        self.first.iter().chain(&self.others)
    }
}

/// One list for each skill, by its number: of the groups for which that skill is the one to look under.
#[derive(Clone, Debug, Default)]
pub(crate) struct HeadsBySkill {
    lists: Vec<Heads>,
}

impl HeadsBySkill {
    pub fn get(&self, skill: SkillNumber) -> Option<&Heads> {
        self.lists.get(skill.index())
    }

    pub fn insert(&mut self, skill: SkillNumber, head: Head) {
        if self.lists.len() <= skill.index() {
            self.lists.resize_with(skill.index() + 1, Heads::default);
        }
        self.lists[skill.index()].insert(head);
    }

    pub fn remove(&mut self, skill: SkillNumber, head: &Head) {
        if let Some(heads) = self.lists.get_mut(skill.index()) {
            heads.remove(head);
        }
    }

    /// The groups that someone with such skills may fit.
    pub fn within(&self, theirs: &KnownSkills) -> Vec<GroupId> {
        let lists = theirs.numbers.iter().filter_map(|skill| self.get(*skill));
        let heads = lists.flat_map(Heads::iter).filter(|head| head.needs.may_be_within(theirs.set));
        heads.map(|head| head.group).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use frontdesk_model::{ConversationId, Priority, Timestamp, Uuid};
    use std::cmp::Reverse;

    fn head(at: i64) -> Head {
        let conversation_id = ConversationId(Uuid::from_u128(1));
        let place = Place {
            bucket: 1,
            sort: 0,
            priority: Reverse(Priority::Normal),
            queued_at: Timestamp(at),
            conversation_id,
        };
        Head { place, group: GroupId::default(), needs: SkillSet::default() }
    }

    #[test]
    fn it_is_an_ordered_set_whatever_is_put_in_and_taken_out() {
        let (mut heads, mut plain) = (Heads::default(), BTreeSet::new());
        for number in 0..2_000 {
            let one = head(number * 7_919 % 61);
            if number * 104_729 % 5 < 3 && !plain.contains(&one) {
                heads.insert(one);
                plain.insert(one);
            } else {
                heads.remove(&one);
                plain.remove(&one);
            }
            assert!(heads.iter().eq(&plain));
        }
    }
}
