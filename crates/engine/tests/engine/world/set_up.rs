//! The set-up, put and changed in a line. Knows no conversations.

use super::World;
use frontdesk_calendar::{OperatingHours as Hours, Weekday, WeeklyOpening};
use frontdesk_engine::Input;
use frontdesk_model::*;
use frontdesk_predicate::Predicate;

impl World {
    pub fn configure(&mut self, piece: impl Into<SetUpPiece>) {
        self.ok(Input::put(piece));
    }

    pub fn change_workstream(&mut self, change: impl FnOnce(&mut Workstream)) {
        change(&mut self.workstream);
        self.configure(self.workstream.clone());
    }

    pub fn change_settings(&mut self, change: impl FnOnce(&mut Settings)) {
        let mut organization = self.engine.organization().clone();
        change(&mut organization.settings);
        self.configure(organization);
    }

    pub fn change_agent(&mut self, id: AgentId, change: impl FnOnce(&mut Agent)) {
        let mut agent = self.engine.agent(id).unwrap().clone();
        change(&mut agent);
        self.configure(agent);
    }

    pub fn other_queue(&mut self, members: &[AgentId]) -> QueueId {
        let id = QueueId(self.next_id());
        let queue = Queue { id, name: format!("Other {id}"), members: members.to_vec(), ..self.queue.clone() };
        self.configure(queue);
        id
    }

    /// A queue of its own with one member who is not there.
    pub fn queue_named(&mut self, name: &str, change: impl FnOnce(&mut Queue)) -> QueueId {
        let id = QueueId(self.next_id());
        let member = self.colleague_with(|_| {});
        let mut queue = Queue { id, name: name.into(), members: vec![member], ..Queue::default() };
        change(&mut queue);
        self.configure(queue);
        id
    }

    pub fn change_own_queue(&mut self, change: impl FnOnce(&mut Queue)) {
        change(&mut self.queue);
        self.configure(self.queue.clone());
    }

    pub fn change_queue(&mut self, id: QueueId, change: impl FnOnce(&mut Queue)) {
        let mut queue = self.engine.queue(id).unwrap().clone();
        change(&mut queue);
        self.configure(queue);
    }

    /// A skill rated 1 to 10. Whoever starts with a context variable of its name requires it so much.
    pub fn asked_skill(&mut self, name: &str) -> SkillId {
        self.asked_skill_rated(name, RatingModel::default())
    }

    pub fn asked_skill_rated(&mut self, name: &str, rating: RatingModel) -> SkillId {
        let id = SkillId(self.next_id());
        self.configure(Skill { id, name: name.into(), rating, ..Skill::default() });
        let rule = |proficiency: u32| ClassificationRule {
            name: format!("{name} {proficiency}"),
            when: Predicate::equal(format!("context.{name}"), proficiency),
            outputs: vec![Classification::Skill { skill: SkillRating { skill_id: id, proficiency } }],
        };
        let ruleset = Ruleset {
            id: RulesetId(self.next_id()),
            name: name.into(),
            workstream_id: self.workstream.id,
            position: 1,
            rules: Rules::Classification((rating.minimum..=rating.maximum).map(rule).collect()),
            version: 0,
        };
        self.configure(ruleset);
        id
    }

    pub fn capacity_profile(&mut self, name: &str, change: impl FnOnce(&mut CapacityProfile)) -> CapacityProfileId {
        let id = CapacityProfileId(self.next_id());
        let mut profile = CapacityProfile { id, name: name.into(), units_max: 1, ..CapacityProfile::default() };
        change(&mut profile);
        self.configure(profile);
        id
    }

    pub fn ruleset_named(&self, name: &str, position: u32, rules: Rules) -> Ruleset {
        // The same again for the same name.
        let number = name.bytes().fold(9, |number: u128, byte| number * 31 + u128::from(byte));
        let (id, workstream_id) = (RulesetId(Uuid::from_u128(number)), self.workstream.id);
        Ruleset { id, name: name.into(), workstream_id, position, rules, version: 1 }
    }

    pub fn put_rulesets(&mut self, rulesets: Vec<Ruleset>) {
        rulesets.into_iter().for_each(|ruleset| self.configure(ruleset));
    }

    /// Monday to Friday, nine to five, UTC.
    pub fn office_hours(&mut self) -> OperatingHoursId {
        let id = OperatingHoursId(self.next_id());
        let weekly = WeeklyOpening {
            days: Weekday::ALL[..5].to_vec(),
            from: "09:00".into(),
            to: "17:00".into(),
            every_weeks: 1,
            anchor_date: None,
            from_date: None,
            until_date: None,
        };
        let hours = Hours { time_zone: "UTC".into(), weekly: vec![weekly], ..Hours::default() };
        self.configure(OperatingHours { id, name: "Office".into(), hours, version: 1 });
        id
    }
}
