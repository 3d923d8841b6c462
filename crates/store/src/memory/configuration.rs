//! The set-up of an organisation and what its agents are doing.

use super::Rows;
use frontdesk_model::{Row, SetUpNoun, Uuid};

/// Rows of other nouns are not set-up and change nothing here.
pub fn apply(rows: &mut Rows, row: Row) {
    match row {
        Row::Organization(organization) => rows.organization = Some(organization),
        Row::Agent(agent) => drop(rows.agents.insert(agent.id, agent)),
        Row::AgentStatus(status) => drop(rows.agent_statuses.insert(status.agent_id, status)),
        Row::Queue(queue) => drop(rows.queues.insert(queue.id, queue)),
        Row::Workstream(workstream) => drop(rows.workstreams.insert(workstream.id, workstream)),
        Row::Presence(presence) => drop(rows.presences.insert(presence.id, presence)),
        Row::Widget(widget) => drop(rows.widgets.insert(widget.id, widget)),
        Row::Skill(skill) => drop(rows.skills.insert(skill.id, skill)),
        Row::CapacityProfile(profile) => drop(rows.capacity_profiles.insert(profile.id, profile)),
        Row::OperatingHours(hours) => drop(rows.operating_hours.insert(hours.id, hours)),
        Row::Ruleset(ruleset) => drop(rows.rulesets.insert(ruleset.id, ruleset)),
        Row::SessionTemplate(template) => drop(rows.session_templates.insert(template.id, template)),
        Row::NotificationTemplate(template) => drop(rows.notification_templates.insert(template.id, template)),
        Row::QuickReply(reply) => drop(rows.quick_replies.insert(reply.id, reply)),
        Row::DeletedSetUp(noun, id) => delete(rows, noun, id),
        Row::SetUpChange(change) => rows.set_up_changes.push(*change),
        _ => {}
    }
}

fn delete(rows: &mut Rows, noun: SetUpNoun, id: Uuid) {
    match noun {
        SetUpNoun::Organization => rows.organization = None,
        SetUpNoun::Presence => drop(rows.presences.remove(&id.into())),
        SetUpNoun::Skill => drop(rows.skills.remove(&id.into())),
        SetUpNoun::CapacityProfile => drop(rows.capacity_profiles.remove(&id.into())),
        SetUpNoun::OperatingHours => drop(rows.operating_hours.remove(&id.into())),
        SetUpNoun::Agent => drop(rows.agents.remove(&id.into())),
        SetUpNoun::Queue => drop(rows.queues.remove(&id.into())),
        SetUpNoun::Workstream => drop(rows.workstreams.remove(&id.into())),
        SetUpNoun::Ruleset => drop(rows.rulesets.remove(&id.into())),
        SetUpNoun::SessionTemplate => drop(rows.session_templates.remove(&id.into())),
        SetUpNoun::NotificationTemplate => drop(rows.notification_templates.remove(&id.into())),
        SetUpNoun::Widget => drop(rows.widgets.remove(&id.into())),
        SetUpNoun::QuickReply => drop(rows.quick_replies.remove(&id.into())),
    }
}
