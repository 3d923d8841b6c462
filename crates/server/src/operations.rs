//! What an operator does besides serving: add users, make tokens, back up. The same whether asked over the control
//! socket of a running server or in the process of a command line. Refuses to know how it was asked.

use crate::app::AppState;
pub use crate::auth::hash_password;
use crate::auth::{SecretKind, check_password, hash_secret, new_secret};
use crate::check;
use crate::desk::{Desk, DeskError};
use crate::errors::{Answer, Problem};
use crate::seed;
use frontdesk_engine::Input;
use frontdesk_model::{AgentId, OrganizationId, Role, Row, Timestamp, Token, TokenId};
use frontdesk_store::DataError;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

pub const NAME_CHARACTERS_MAX: usize = 160;

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddUser {
    pub email: String,
    pub name: String,
    pub role: Role,
    /// None: one is made and said once.
    #[serde(default)]
    pub password: Option<String>,
    /// The organisation's name; needed where there are several. The first user founds one by this name.
    #[serde(default)]
    pub organization: Option<String>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UserAdded {
    pub id: AgentId,
    pub email: String,
    pub role: Role,
    pub organization_id: OrganizationId,
    /// Only if it was made here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub password: Option<String>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CreateToken {
    /// The user's e-mail.
    pub user: String,
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub expires_at: Option<Timestamp>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TokenCreated {
    pub id: TokenId,
    pub token: String,
    pub agent_id: AgentId,
    pub expires_at: Option<Timestamp>,
}

pub async fn add_user(app: &AppState, user: AddUser) -> Answer<UserAdded> {
    let name = check::name("name", &user.name, NAME_CHARACTERS_MAX)?;
    let email = check::email("email", &user.email)?;
    let (password, made) = match user.password {
        Some(password) => (password, None),
        None => {
            let made = new_secret(SecretKind::SetUp).map_err(Problem::internal)?.split_off(4);
            let made = made[..20].to_owned();
            (made.clone(), Some(made))
        }
    };
    check_password("password", &password)?;
    let password_hash = app.passwords.hash(password).await?;

    let _turn = app.configuring.lock().await;
    check_email_is_free(app, &email, None).await?;
    let desk = organization_for_user(app, user.organization.as_deref()).await?;
    let mut agent = seed::agent(AgentId(app.ids.next()), &name, &email, user.role, app.now());
    agent.password_hash = Some(password_hash);
    let id = agent.id;
    desk.command(None, Input::put(agent)).await?;
    Ok(UserAdded { id, email, role: user.role, organization_id: desk.organization_id(), password: made })
}

/// `configuring` must be held.
pub async fn check_email_is_free(app: &AppState, email: &str, except: Option<AgentId>) -> Answer<()> {
    match app.store.find_agent_by_email(email).await? {
        Some((_, other)) if Some(other.id) != except => {
            Err(Problem::conflict("email_taken", "there is a user with this e-mail already")
                .with_error("email", "is taken"))
        }
        _ => Ok(()),
    }
}

pub async fn create_token(app: &AppState, request: CreateToken) -> Answer<TokenCreated> {
    let found = app.store.find_agent_by_email(request.user.trim()).await?;
    let (organization_id, agent) = found.filter(|(_, agent)| agent.active).ok_or_else(|| Problem::not_found("user"))?;
    let desk = app.organizations.get(organization_id).ok_or_else(|| Problem::not_found("user"))?;
    let secret = new_secret(SecretKind::Token).map_err(Problem::internal)?;
    let token = Token {
        id: TokenId(app.ids.next()),
        agent_id: agent.id,
        name: check::text("name", &request.name, NAME_CHARACTERS_MAX)?,
        secret_hash: hash_secret(&secret),
        created_at: app.now(),
        expires_at: request.expires_at,
    };
    let created = TokenCreated { id: token.id, token: secret, agent_id: agent.id, expires_at: token.expires_at };
    desk.write(vec![Row::Token(token)]).await?;
    Ok(created)
}

/// A consistent copy, while everything goes on.
pub async fn backup(app: &AppState, file: PathBuf) -> Answer<()> {
    app.store.backup(file).await.map_err(|error| match error {
        DataError::Io { .. } | DataError::InUse { .. } => Problem::conflict("backup_refused", error.to_string()),
        other => Problem::internal(other),
    })
}

/// Founds an organisation with what every one starts with.
pub async fn create_organization(app: &AppState, name: &str) -> Answer<Desk> {
    let new = seed::new_organization(name, app.now(), || app.ids.next());
    Ok(app.organizations.create(new.organization, new.rows).await.map_err(DeskError::from)?)
}

async fn organization_for_user(app: &AppState, name: Option<&str>) -> Answer<Desk> {
    match organization_named(app, name)? {
        Some(desk) => Ok(desk),
        None => {
            let name = check::name("organization", name.unwrap_or("My organisation"), NAME_CHARACTERS_MAX)?;
            create_organization(app, &name).await
        }
    }
}

/// The one of this name, or the only one. None: there is none at all yet.
pub fn organization_named(app: &AppState, name: Option<&str>) -> Answer<Option<Desk>> {
    let mut desks = app.desks();
    if desks.is_empty() {
        return Ok(None);
    }
    if let Some(name) = name {
        let wanted = name.trim();
        desks.retain(|desk| desk.view().organization().name.eq_ignore_ascii_case(wanted));
    }
    match desks.len() {
        0 => Err(Problem::not_found("organization")),
        1 => Ok(desks.pop()),
        _ => Err(Problem::invalid_field("organization", "there are several organisations; name one")),
    }
}
