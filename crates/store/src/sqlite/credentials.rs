//! Who a secret stands for, over all organisations. Knows hashes only.

use super::values::*;
use crate::port::{CredentialHolder, Credentials};
use crate::search::fold;
use frontdesk_model::*;
use rusqlite::Connection;

const AGENT: &str = "SELECT organization_id, body FROM agent WHERE email = ?1 ORDER BY organization_id, id LIMIT 1";
const SIGN_IN: &str = "SELECT organization_id, agent_id, expires_at FROM sign_in_session WHERE secret_hash = ?1";
const VISITOR: &str = "SELECT organization_id, visitor_id, expires_at FROM visitor_token WHERE secret_hash = ?1";
const TOKEN: &str = "SELECT organization_id, id, agent_id, expires_at FROM token WHERE secret_hash = ?1";
const TOKENS: &str = "SELECT id, agent_id, name, secret_hash, created_at, expires_at FROM token
    WHERE organization_id = ?1 AND agent_id = ?2 ORDER BY created_at, id";

pub fn agent_by_email(connection: &Connection, email: &str) -> rusqlite::Result<Option<(OrganizationId, Agent)>> {
    query_one(connection, AGENT, &[&fold(email)], |columns| {
        let organization_id = columns.next()?;
        let body: String = columns.next()?;
        Ok((organization_id, from_json(&body)?))
    })
}

pub fn find(connection: &Connection, secret_hash: [u8; 32]) -> rusqlite::Result<Option<Credentials>> {
    let signed_in = query_one(connection, SIGN_IN, &[&secret_hash], |columns| {
        let organization_id = columns.next()?;
        let holder = CredentialHolder::SignIn(columns.next()?);
        Ok(Credentials { organization_id, holder, expires_at: columns.next()? })
    })?;
    if signed_in.is_some() {
        return Ok(signed_in);
    }
    let visitor = query_one(connection, VISITOR, &[&secret_hash], |columns| {
        let organization_id = columns.next()?;
        let holder = CredentialHolder::Visitor(columns.next()?);
        Ok(Credentials { organization_id, holder, expires_at: columns.next()? })
    })?;
    if visitor.is_some() {
        return Ok(visitor);
    }
    query_one(connection, TOKEN, &[&secret_hash], |columns| {
        let organization_id = columns.next()?;
        let holder = CredentialHolder::Token(columns.next()?, columns.next()?);
        Ok(Credentials { organization_id, holder, expires_at: columns.next()? })
    })
}

pub fn tokens(
    connection: &Connection,
    organization_id: OrganizationId,
    agent_id: AgentId,
) -> rusqlite::Result<Vec<Token>> {
    query(connection, TOKENS, &[&organization_id, &agent_id], |columns| {
        Ok(Token {
            id: columns.next()?,
            agent_id: columns.next()?,
            name: columns.next()?,
            secret_hash: columns.next()?,
            created_at: columns.next()?,
            expires_at: columns.next()?,
        })
    })
}

pub fn write_token(connection: &Connection, organization_id: OrganizationId, token: &Token) -> rusqlite::Result<()> {
    let columns = ["organization_id", "id", "agent_id", "name", "secret_hash", "created_at", "expires_at"];
    let values: [&dyn Column; 7] = [
        &organization_id,
        &token.id,
        &token.agent_id,
        &token.name,
        &token.secret_hash,
        &token.created_at,
        &token.expires_at,
    ];
    execute(connection, &upsert("token", 2, &columns), &values).map(drop)
}

pub fn delete_token(connection: &Connection, organization_id: OrganizationId, id: TokenId) -> rusqlite::Result<()> {
    execute(connection, "DELETE FROM token WHERE organization_id = ?1 AND id = ?2", &[&organization_id, &id]).map(drop)
}

pub fn write_sign_in_session(
    connection: &Connection,
    organization_id: OrganizationId,
    session: &SignInSession,
) -> rusqlite::Result<()> {
    let columns = ["organization_id", "secret_hash", "agent_id", "created_at", "expires_at"];
    let values: [&dyn Column; 5] =
        [&organization_id, &session.secret_hash, &session.agent_id, &session.created_at, &session.expires_at];
    execute(connection, &upsert("sign_in_session", 2, &columns), &values).map(drop)
}

pub fn delete_sign_in_session(
    connection: &Connection,
    organization_id: OrganizationId,
    secret_hash: &[u8; 32],
) -> rusqlite::Result<()> {
    let sql = "DELETE FROM sign_in_session WHERE organization_id = ?1 AND secret_hash = ?2";
    execute(connection, sql, &[&organization_id, secret_hash]).map(drop)
}

pub fn write_visitor_token(
    connection: &Connection,
    organization_id: OrganizationId,
    token: &VisitorToken,
) -> rusqlite::Result<()> {
    let columns = ["organization_id", "secret_hash", "visitor_id", "created_at", "expires_at"];
    let values: [&dyn Column; 5] =
        [&organization_id, &token.secret_hash, &token.visitor_id, &token.created_at, &token.expires_at];
    execute(connection, &upsert("visitor_token", 2, &columns), &values).map(drop)
}
