//! Agents, known by their e-mail. Not in the file: id, password and time of creation; that an agent is there says that they
//! are active.

use crate::fields::{Entry, Fields, Ids, Names, Value};
use crate::node::Node;
use crate::reading::{Given, Reading};
use frontdesk_model::{
    Agent, AgentCapacityProfile, CapacityProfileId, ContextVariable, Role, SetUpNoun, SkillId, SkillRating,
};
use std::collections::BTreeMap;

/// What a new agent has, and what is not written.
const CAPACITY_UNITS: u32 = 100;

impl Entry for Agent {
    fn blank() -> Agent {
        Agent { active: true, ..Agent::default() }
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        let Agent {
            name,
            email,
            role,
            capacity_units,
            default_presence_id,
            skills,
            capacity_profiles,
            attributes,
            operating_hours_id,
            id: _,
            active: _,
            password_hash: _,
            created_at: _,
            version: _,
        } = self;
        fields.required("email", email);
        fields.required("name", name);
        fields.usually("role", role, Role::Agent);
        fields.usually("capacityUnits", capacity_units, CAPACITY_UNITS);
        fields.usually("capacityProfiles", capacity_profiles, Vec::new());
        fields.usually("skills", skills, Vec::new());
        fields.optional("operatingHours", operating_hours_id);
        fields.optional("defaultPresence", default_presence_id);
        let mut texts = Attributes(std::mem::take(attributes));
        fields.usually("attributes", &mut texts, Attributes(Vec::new()));
        *attributes = texts.0;
    }
}

/// The name of a profile, or with a limit of their own `{ profile = …, unitsMax = … }`.
impl Value for AgentCapacityProfile {
    fn blank() -> AgentCapacityProfile {
        AgentCapacityProfile { profile_id: CapacityProfileId::default(), units_max: None }
    }

    fn write(&self, names: &Names) -> Node {
        match self.units_max {
            None => self.profile_id.write(names),
            Some(_) => Limited(*self).write(names),
        }
    }

    fn read(&mut self, given: &Given, reading: &mut Reading) {
        if given.value.is_table() {
            let mut limited = Limited(*self);
            limited.read(given, reading);
            *self = limited.0;
        } else {
            self.profile_id.read(given, reading);
        }
    }

    fn re_identify(&mut self, ids: &Ids) {
        self.profile_id.re_identify(ids);
    }
}

#[derive(Clone, PartialEq)]
struct Limited(AgentCapacityProfile);

impl Entry for Limited {
    fn blank() -> Limited {
        Limited(AgentCapacityProfile::blank())
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        let AgentCapacityProfile { profile_id, units_max } = &mut self.0;
        fields.required("profile", profile_id);
        fields.optional("unitsMax", units_max);
    }
}

/// As a table, `{ English = 5 }`, in the order of the names: ratings have no order of their own.
impl Value for Vec<SkillRating> {
    fn blank() -> Vec<SkillRating> {
        Vec::new()
    }

    fn write(&self, names: &Names) -> Node {
        let sorted: BTreeMap<String, u32> = self
            .iter()
            .rev()
            .map(|rating| (names.of(SetUpNoun::Skill, rating.skill_id.0), rating.proficiency))
            .collect();
        Node::Table(sorted.into_iter().map(|(name, rating)| (name, Node::Integer(i64::from(rating)))).collect())
    }

    fn read(&mut self, given: &Given, reading: &mut Reading) {
        let Some(table) = given.table(reading) else { return };
        let mut ratings = Vec::new();
        for (name, value) in table.iter() {
            let skill = reading.named(SetUpNoun::Skill, name.get_ref(), name.span().start);
            let mut proficiency = 0;
            proficiency.read(&Given::new(value), reading);
            ratings.extend(skill.map(|id| SkillRating { skill_id: SkillId(id), proficiency }));
        }
        *self = ratings;
    }

    fn re_identify(&mut self, ids: &Ids) {
        self.iter_mut().for_each(|rating| rating.skill_id.re_identify(ids));
    }
}

/// As a table of texts in the order of the names.
#[derive(Clone, PartialEq)]
struct Attributes(Vec<ContextVariable>);

impl Value for Attributes {
    fn blank() -> Attributes {
        Attributes(Vec::new())
    }

    fn write(&self, _names: &Names) -> Node {
        let sorted: BTreeMap<&str, &str> =
            self.0.iter().rev().map(|attribute| (attribute.name.as_str(), attribute.value.as_str())).collect();
        Node::Table(sorted.into_iter().map(|(name, value)| (name.to_owned(), Node::Text(value.to_owned()))).collect())
    }

    fn read(&mut self, given: &Given, reading: &mut Reading) {
        let Some(table) = given.table(reading) else { return };
        self.0.clear();
        for (name, value) in table.iter() {
            let mut text = String::new();
            text.read(&Given::new(value), reading);
            self.0.push(ContextVariable { name: name.get_ref().to_string(), value: text });
        }
    }
}
