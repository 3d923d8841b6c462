//! Queues with their members, rules and overflow. Not in the file: id and version.

use super::organization::lasts;
use crate::fields::{Entry, Fields, Names, Value};
use crate::node::Node;
use crate::reading::{Given, Reading};
use crate::values::Lasts;
use crate::words::{Word, read_word, words};
use frontdesk_model::{
    AgentOrder, AssignmentRule, BasePresence, OverflowAction, OverflowBefore, OverflowCondition, OverflowWaiting,
    PlaceOrder, PrioritizationRule, Queue, QueueId, SkillMatching,
};
use frontdesk_predicate::Predicate;

impl Entry for Queue {
    fn blank() -> Queue {
        Queue::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        let Queue {
            name,
            priority,
            method,
            members,
            everyone,
            operating_hours_id,
            assignment_rules,
            prioritization_rules,
            overflow_before,
            overflow_waiting,
            service_level_ms,
            short_abandon_ms,
            id: _,
            version: _,
        } = self;
        let usual = Queue::default();
        fields.required("name", name);
        fields.usually("priority", priority, usual.priority);
        fields.usually("method", method, usual.method);
        fields.optional("operatingHours", operating_hours_id);
        lasts(fields, "serviceLevel", service_level_ms, usual.service_level_ms);
        lasts(fields, "shortAbandon", short_abandon_ms, usual.short_abandon_ms);
        fields.usually("everyone", everyone, false);
        // Of a queue of everyone nobody is named.
        if !*everyone {
            fields.usually("members", members, Vec::new());
        }
        fields.usually("overflowBefore", overflow_before, Vec::new());
        fields.optional("overflowWaiting", overflow_waiting);
        fields.blocks("prioritizationRules", prioritization_rules);
        fields.blocks("assignmentRules", assignment_rules);
    }
}

impl Entry for AssignmentRule {
    fn blank() -> AssignmentRule {
        AssignmentRule {
            name: String::new(),
            after_wait_ms: 0,
            when: Predicate::Always,
            presences: Vec::new(),
            skills: SkillMatching::default(),
            within_capacity: true,
            within_hours: false,
            order: Vec::new(),
        }
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        let AssignmentRule { name, after_wait_ms, when, presences, skills, within_capacity, within_hours, order } =
            self;
        fields.required("name", name);
        lasts(fields, "afterWait", after_wait_ms, 0);
        fields.usually("when", when, Predicate::Always);
        fields.usually("presences", presences, vec![BasePresence::Available, BasePresence::Busy]);
        fields.usually("skills", skills, SkillMatching::default());
        fields.usually("withinCapacity", within_capacity, true);
        fields.usually("withinHours", within_hours, false);
        fields.usually("order", order, Vec::new());
    }
}

impl Entry for PrioritizationRule {
    fn blank() -> PrioritizationRule {
        PrioritizationRule { name: String::new(), when: Predicate::Always, order: None }
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        let PrioritizationRule { name, when, order } = self;
        fields.required("name", name);
        fields.required("when", when);
        fields.optional("order", order);
    }
}

impl Entry for PlaceOrder {
    fn blank() -> PlaceOrder {
        PlaceOrder { field: String::new(), descending: false }
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        let PlaceOrder { field, descending } = self;
        fields.required("field", field);
        fields.usually("descending", descending, false);
    }
}

/// The keys that are a word; an attribute is a table.
#[derive(Clone, Copy, PartialEq)]
enum OrderWord {
    RoundRobin,
    LeastActive,
    MostUnitsFree,
    MostProfileUnitsFree,
    MostProficient,
    LeastProficient,
    FewestSkills,
    MostSkills,
}

words! {
    OrderWord {
        RoundRobin = "round_robin",
        LeastActive = "least_active",
        MostUnitsFree = "most_units_free",
        MostProfileUnitsFree = "most_profile_units_free",
        MostProficient = "most_proficient",
        LeastProficient = "least_proficient",
        FewestSkills = "fewest_skills",
        MostSkills = "most_skills",
    }
}

impl OrderWord {
    fn of(order: &AgentOrder) -> Option<OrderWord> {
        Some(match order {
            AgentOrder::RoundRobin => OrderWord::RoundRobin,
            AgentOrder::LeastActive => OrderWord::LeastActive,
            AgentOrder::MostUnitsFree => OrderWord::MostUnitsFree,
            AgentOrder::MostProfileUnitsFree => OrderWord::MostProfileUnitsFree,
            AgentOrder::MostProficient => OrderWord::MostProficient,
            AgentOrder::LeastProficient => OrderWord::LeastProficient,
            AgentOrder::FewestSkills => OrderWord::FewestSkills,
            AgentOrder::MostSkills => OrderWord::MostSkills,
            AgentOrder::Attribute { .. } => return None,
        })
    }

    fn order(self) -> AgentOrder {
        match self {
            OrderWord::RoundRobin => AgentOrder::RoundRobin,
            OrderWord::LeastActive => AgentOrder::LeastActive,
            OrderWord::MostUnitsFree => AgentOrder::MostUnitsFree,
            OrderWord::MostProfileUnitsFree => AgentOrder::MostProfileUnitsFree,
            OrderWord::MostProficient => AgentOrder::MostProficient,
            OrderWord::LeastProficient => AgentOrder::LeastProficient,
            OrderWord::FewestSkills => AgentOrder::FewestSkills,
            OrderWord::MostSkills => AgentOrder::MostSkills,
        }
    }
}

#[derive(Clone, PartialEq)]
struct ByAttribute {
    attribute: String,
    descending: bool,
}

impl Entry for ByAttribute {
    fn blank() -> ByAttribute {
        ByAttribute { attribute: String::new(), descending: false }
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        let ByAttribute { attribute, descending } = self;
        fields.required("attribute", attribute);
        fields.usually("descending", descending, false);
    }
}

impl Value for AgentOrder {
    fn blank() -> AgentOrder {
        AgentOrder::RoundRobin
    }

    fn write(&self, names: &Names) -> Node {
        match (self, OrderWord::of(self)) {
            (AgentOrder::Attribute { name, descending }, _) => {
                ByAttribute { attribute: name.clone(), descending: *descending }.write(names)
            }
            (_, word) => Node::Text(word.map_or("", Word::as_word).to_owned()),
        }
    }

    fn read(&mut self, given: &Given, reading: &mut Reading) {
        if given.value.is_table() {
            let mut by = <ByAttribute as Entry>::blank();
            by.read(given, reading);
            *self = AgentOrder::Attribute { name: by.attribute, descending: by.descending };
        } else {
            let mut word = OrderWord::RoundRobin;
            read_word(&mut word, given, reading);
            *self = word.order();
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum ConditionWord {
    OutOfHours,
    QueueLength,
}

#[derive(Clone, Copy, PartialEq)]
enum ActionWord {
    EndConversation,
    TransferToQueue,
    QueueAnyway,
}

words! {
    ConditionWord { OutOfHours = "out_of_hours", QueueLength = "queue_length" }
    ActionWord {
        EndConversation = "end_conversation",
        TransferToQueue = "transfer_to_queue",
        QueueAnyway = "queue_anyway",
    }
}

impl Entry for OverflowBefore {
    fn blank() -> OverflowBefore {
        OverflowBefore { condition: OverflowCondition::OutOfHours, action: OverflowAction::EndConversation }
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        let (mut word, mut waiting) = match self.condition {
            OverflowCondition::OutOfHours => (ConditionWord::OutOfHours, 0),
            OverflowCondition::QueueLength { waiting_max } => (ConditionWord::QueueLength, waiting_max),
        };
        fields.required("when", &mut word);
        self.condition = match word {
            ConditionWord::OutOfHours => OverflowCondition::OutOfHours,
            ConditionWord::QueueLength => {
                fields.required("waitingMax", &mut waiting);
                OverflowCondition::QueueLength { waiting_max: waiting }
            }
        };
        action(fields, &mut self.action);
    }
}

impl Entry for OverflowWaiting {
    fn blank() -> OverflowWaiting {
        OverflowWaiting { after_ms: 0, action: OverflowAction::EndConversation }
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        let mut after = Lasts(self.after_ms);
        fields.required("after", &mut after);
        self.after_ms = after.0;
        action(fields, &mut self.action);
    }
}

fn action(fields: &mut impl Fields, action: &mut OverflowAction) {
    let (mut word, mut queue_id) = match *action {
        OverflowAction::EndConversation => (ActionWord::EndConversation, QueueId::default()),
        OverflowAction::TransferToQueue { queue_id } => (ActionWord::TransferToQueue, queue_id),
        OverflowAction::QueueAnyway => (ActionWord::QueueAnyway, QueueId::default()),
    };
    fields.required("do", &mut word);
    *action = match word {
        ActionWord::EndConversation => OverflowAction::EndConversation,
        ActionWord::QueueAnyway => OverflowAction::QueueAnyway,
        ActionWord::TransferToQueue => {
            fields.required("queue", &mut queue_id);
            OverflowAction::TransferToQueue { queue_id }
        }
    };
}
