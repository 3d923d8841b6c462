//! The set-up of an organisation and what its agents are doing.

use super::Rows;
use frontdesk_model::Row;

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
        _ => {}
    }
}
