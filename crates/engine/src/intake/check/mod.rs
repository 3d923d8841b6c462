//! What is wrong with rules and overflow, said when they are saved and not when they run. Knows no drafts: what a piece
//! refers to is looked up in whatever set-up it is to be part of. That it is there at all is checked with all references.

mod queue;
mod ruleset;

pub(crate) use queue::check_queue;
pub(crate) use ruleset::check_ruleset;

use frontdesk_model::{Queue, QueueId, Ruleset, Skill, SkillId};
use frontdesk_predicate::{Predicate, Schema, check};

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// snake_case and stable.
    pub code: &'static str,
    /// Where: `rules[3].when`.
    pub field: String,
    /// A sentence for whoever wrote it.
    pub detail: String,
}

/// The set-up as it is, or as it would be.
pub(crate) trait SetUp {
    fn queue(&self, id: QueueId) -> Option<&Queue>;
    fn skill(&self, id: SkillId) -> Option<&Skill>;
    fn rulesets(&self) -> impl Iterator<Item = &Ruleset>;
}

/// More would help nobody.
const FAULTS_MAX: usize = 20;

/// Collects faults of one piece; each is told with the rule it stands in.
#[derive(Default)]
struct Faults(Vec<Fault>);

impl Faults {
    fn add(&mut self, code: &'static str, field: impl Into<String>, detail: impl Into<String>) {
        if self.0.len() < FAULTS_MAX {
            self.0.push(Fault { code, field: field.into(), detail: detail.into() });
        }
    }

    fn condition(&mut self, within: &str, field: &str, when: &Predicate, schema: &Schema) {
        for fault in check(when, schema).err().into_iter().flatten() {
            self.add(fault.code.as_str(), field, format!("{within}: {fault}"));
        }
    }

    /// Each rule has a name of its own; capitals make no difference.
    fn names<'a>(&mut self, field: &str, names: impl Iterator<Item = &'a str>) {
        let mut taken = std::collections::BTreeSet::new();
        for (place, name) in names.enumerate() {
            let field = format!("{field}[{place}].name");
            if name.trim().is_empty() {
                self.add("name_missing", field, format!("rule {} has no name", place + 1));
            } else if !taken.insert(name.trim().to_lowercase()) {
                self.add("duplicate_rule_name", field, format!("there are two rules of the name '{name}'"));
            }
        }
    }

    fn count(&mut self, field: &str, count: usize, max: usize, what: &str) {
        if count > max {
            self.add("too_many", field, format!("there are {count} {what}; {max} are allowed"));
        }
    }

    /// A queue that work is to be sent to.
    fn target(&mut self, within: &str, field: &str, id: QueueId, set_up: &impl SetUp) {
        if let Some(queue) = set_up.queue(id).filter(|queue| queue.has_no_members()) {
            let detail = format!("{within}: the queue '{}' has no members, so nobody would answer", queue.name);
            self.add("queue_without_members", field, detail);
        }
    }

    fn into_result(self) -> Result<(), Vec<Fault>> {
        if self.0.is_empty() { Ok(()) } else { Err(self.0) }
    }
}

#[cfg(test)]
mod tests;
