//! What an engine starts from.

use super::Rows;
use frontdesk_model::{ConversationStatus, Organization, OrganizationId, SessionStatus, Snapshot};
use std::collections::BTreeMap;

pub fn organizations(organizations: &BTreeMap<OrganizationId, Rows>) -> Vec<Organization> {
    organizations.values().filter_map(|rows| rows.organization.clone()).collect()
}

pub fn load(rows: &Rows) -> Option<Snapshot> {
    let conversations: Vec<_> =
        rows.conversations.values().filter(|c| c.status != ConversationStatus::Closed).cloned().collect();
    let sessions: Vec<_> = conversations
        .iter()
        .flat_map(|c| super::conversations::sessions(rows, c.id).0)
        .filter(|session| session.status == SessionStatus::Open)
        .collect();
    let participants = sessions
        .iter()
        .flat_map(|session| {
            let (_, participants) = super::conversations::sessions(rows, session.conversation_id);
            participants.into_iter().filter(|p| p.session_id == session.id && p.left_at.is_none())
        })
        .collect();
    let not_closed = |id| rows.conversations.get(&id).is_some_and(|c| c.status != ConversationStatus::Closed);
    let segments = rows.segments.values().filter(|s| s.ended_at.is_none() && not_closed(s.conversation_id)).cloned();
    let segments = segments.collect();
    Some(Snapshot {
        organization: rows.organization.clone()?,
        agents: rows.agents.values().cloned().collect(),
        agent_statuses: rows.agent_statuses.values().cloned().collect(),
        queues: rows.queues.values().cloned().collect(),
        workstreams: rows.workstreams.values().cloned().collect(),
        presences: rows.presences.values().cloned().collect(),
        widgets: rows.widgets.values().cloned().collect(),
        skills: rows.skills.values().cloned().collect(),
        capacity_profiles: rows.capacity_profiles.values().cloned().collect(),
        operating_hours: rows.operating_hours.values().cloned().collect(),
        rulesets: rows.rulesets.values().cloned().collect(),
        session_templates: rows.session_templates.values().cloned().collect(),
        notification_templates: rows.notification_templates.values().cloned().collect(),
        quick_replies: rows.quick_replies.values().cloned().collect(),
        set_up_changes: rows.set_up_changes.last().map_or(0, |change| change.number),
        segments,
        paces: rows.paces.values().cloned().collect(),
        conversations,
        sessions,
        participants,
        journal_sequence: rows.head(),
    })
}
