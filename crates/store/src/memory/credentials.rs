//! Who a secret stands for, over all organisations. Knows hashes only.

use super::Rows;
use crate::port::{CredentialHolder, Credentials};
use crate::search::fold;
use frontdesk_model::{Agent, AgentId, OrganizationId, Token};
use std::collections::BTreeMap;

type Organizations = BTreeMap<OrganizationId, Rows>;

pub fn agent_by_email(organizations: &Organizations, email: &str) -> Option<(OrganizationId, Agent)> {
    let email = fold(email);
    organizations.iter().find_map(|(id, rows)| {
        let agent = rows.agents.values().find(|agent| fold(&agent.email) == email)?;
        Some((*id, agent.clone()))
    })
}

pub fn find(organizations: &Organizations, secret_hash: [u8; 32]) -> Option<Credentials> {
    organizations.iter().find_map(|(organization_id, rows)| {
        let (holder, expires_at) = holder(rows, secret_hash)?;
        Some(Credentials { organization_id: *organization_id, holder, expires_at })
    })
}

pub fn tokens(rows: &Rows, agent_id: AgentId) -> Vec<Token> {
    let mut tokens: Vec<_> = rows.tokens.values().filter(|token| token.agent_id == agent_id).cloned().collect();
    tokens.sort_by_key(|token| (token.created_at, token.id));
    tokens
}

fn holder(rows: &Rows, secret_hash: [u8; 32]) -> Option<(CredentialHolder, Option<frontdesk_model::Timestamp>)> {
    if let Some(session) = rows.sign_in_sessions.get(&secret_hash) {
        return Some((CredentialHolder::SignIn(session.agent_id), Some(session.expires_at)));
    }
    if let Some(token) = rows.visitor_tokens.get(&secret_hash) {
        return Some((CredentialHolder::Visitor(token.visitor_id), Some(token.expires_at)));
    }
    let token = rows.tokens.values().find(|token| token.secret_hash == secret_hash)?;
    Some((CredentialHolder::Token(token.id, token.agent_id), token.expires_at))
}
