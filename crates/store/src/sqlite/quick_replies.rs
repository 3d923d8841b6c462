//! The quick replies that agents keep for themselves. Knows nothing of the shared ones: those are set-up.

use super::values::*;
use frontdesk_model::*;
use rusqlite::Connection;

pub fn of_agent(
    connection: &Connection,
    organization_id: OrganizationId,
    agent_id: AgentId,
) -> rusqlite::Result<Vec<PersonalQuickReply>> {
    let sql = "SELECT body FROM personal_quick_reply WHERE organization_id = ?1 AND agent_id = ?2 ORDER BY id";
    query(connection, sql, &[&organization_id, &agent_id], read_body)
}

pub fn write(
    connection: &Connection,
    organization_id: OrganizationId,
    reply: &PersonalQuickReply,
) -> rusqlite::Result<()> {
    let sql = upsert("personal_quick_reply", 2, &["organization_id", "id", "agent_id", "body"]);
    execute(connection, &sql, &[&organization_id, &reply.id, &reply.agent_id, &to_json(reply)?]).map(drop)
}

pub fn delete(connection: &Connection, organization_id: OrganizationId, id: QuickReplyId) -> rusqlite::Result<()> {
    let sql = "DELETE FROM personal_quick_reply WHERE organization_id = ?1 AND id = ?2";
    execute(connection, sql, &[&organization_id, &id]).map(drop)
}
