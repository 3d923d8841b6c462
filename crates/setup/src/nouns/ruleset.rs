//! Rulesets: classification and route-to-queue rules of a workstream. Not in the file: id and version.

use crate::fields::{Entry, Fields, Ids, Names, Value};
use crate::node::Node;
use crate::reading::{Given, Reading};
use crate::words::words;
use frontdesk_model::{
    CapacityProfileId, Classification, ClassificationRule, ContextVariable, Priority, QueueId, QueueShare, RouteRule,
    Rules, Ruleset, SkillId, SkillRating,
};
use frontdesk_predicate::Predicate;

#[derive(Clone, Copy, PartialEq)]
enum RulesWord {
    Classification,
    RouteToQueue,
}

words! {
    RulesWord { Classification = "classification", RouteToQueue = "route_to_queue" }
}

impl Entry for Ruleset {
    fn blank() -> Ruleset {
        Ruleset { position: 1, ..Ruleset::default() }
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        let Ruleset { name, workstream_id, position, rules, id: _, version: _ } = self;
        let mut word = match rules {
            Rules::Classification(_) => RulesWord::Classification,
            Rules::RouteToQueue(_) => RulesWord::RouteToQueue,
        };
        fields.required("workstream", workstream_id);
        fields.required("name", name);
        fields.required("kind", &mut word);
        fields.usually("position", position, 1);
        match (word, &mut *rules) {
            (RulesWord::Classification, Rules::RouteToQueue(_)) => *rules = Rules::Classification(Vec::new()),
            (RulesWord::RouteToQueue, Rules::Classification(_)) => *rules = Rules::RouteToQueue(Vec::new()),
            _ => {}
        }
        match rules {
            Rules::Classification(rules) => fields.blocks("rules", rules),
            Rules::RouteToQueue(rules) => fields.blocks("rules", rules),
        }
    }
}

impl Entry for ClassificationRule {
    fn blank() -> ClassificationRule {
        ClassificationRule { name: String::new(), when: Predicate::Always, outputs: Vec::new() }
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        let ClassificationRule { name, when, outputs } = self;
        fields.required("name", name);
        fields.required("when", when);
        fields.usually("set", outputs, Vec::new());
    }
}

impl Entry for RouteRule {
    fn blank() -> RouteRule {
        RouteRule { name: String::new(), when: Predicate::Always, queues: Vec::new() }
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        let RouteRule { name, when, queues } = self;
        fields.required("name", name);
        fields.required("when", when);
        fields.required("queues", queues);
    }
}

impl Entry for QueueShare {
    fn blank() -> QueueShare {
        QueueShare { queue_id: QueueId::default(), percent: 100 }
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        let QueueShare { queue_id, percent } = self;
        fields.required("queue", queue_id);
        fields.usually("percent", percent, 100);
    }
}

/// One output, told by its key: `{ queue = … }`, `{ priority = … }`, `{ skill = …, proficiency = … }`,
/// `{ capacityProfile = … }`, `{ context = …, value = … }`.
impl Value for Classification {
    fn blank() -> Classification {
        Classification::Priority { priority: Priority::Normal }
    }

    fn write(&self, names: &Names) -> Node {
        Output(self.clone()).write(names)
    }

    fn read(&mut self, given: &Given, reading: &mut Reading) {
        let keys = ["queue", "priority", "skill", "capacityProfile", "context"];
        let blank = match keys.into_iter().find(|key| given.get(key).is_some()) {
            Some("queue") => Classification::Queue { queue_id: QueueId::default() },
            Some("priority") => Classification::Priority { priority: Priority::Normal },
            Some("skill") => {
                Classification::Skill { skill: SkillRating { skill_id: SkillId::default(), proficiency: 0 } }
            }
            Some("capacityProfile") => Classification::CapacityProfile { profile_id: CapacityProfileId::default() },
            Some(_) => {
                Classification::Context { variable: ContextVariable { name: String::new(), value: String::new() } }
            }
            None => {
                let message = format!("an output is a table with one of the keys {}", keys.join(", "));
                return reading.wrong_value(given, message);
            }
        };
        let mut output = Output(blank);
        output.read(given, reading);
        *self = output.0;
    }

    fn re_identify(&mut self, ids: &Ids) {
        match self {
            Classification::Queue { queue_id } => queue_id.re_identify(ids),
            Classification::Skill { skill } => skill.skill_id.re_identify(ids),
            Classification::CapacityProfile { profile_id } => profile_id.re_identify(ids),
            Classification::Priority { .. } | Classification::Context { .. } => {}
        }
    }
}

#[derive(Clone, PartialEq)]
struct Output(Classification);

impl Entry for Output {
    fn blank() -> Output {
        Output(<Classification as Value>::blank())
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        match &mut self.0 {
            Classification::Queue { queue_id } => fields.required("queue", queue_id),
            Classification::Priority { priority } => fields.required("priority", priority),
            Classification::Skill { skill } => {
                let SkillRating { skill_id, proficiency } = skill;
                fields.required("skill", skill_id);
                fields.required("proficiency", proficiency);
            }
            Classification::CapacityProfile { profile_id } => fields.required("capacityProfile", profile_id),
            Classification::Context { variable } => {
                let ContextVariable { name, value } = variable;
                fields.required("context", name);
                fields.required("value", value);
            }
        }
    }
}
