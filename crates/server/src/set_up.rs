//! The one-time link by which a new server gets its first administrator. Keeps the token's hash alone.

use crate::app::AppState;
use crate::auth::{SecretKind, hash_secret, new_secret};
use crate::errors::{Answer, Problem};
use frontdesk_model::{Role, Timestamp};
use tokio::sync::{Mutex, MutexGuard};

#[derive(Default)]
pub struct SetUpLink {
    open: Mutex<Option<OpenLink>>,
}

struct OpenLink {
    hash: [u8; 32],
    expires_at: Timestamp,
}

/// Whether nobody can administer this server yet.
pub fn is_needed(app: &AppState) -> bool {
    let desks = app.desks();
    !desks.iter().any(|desk| {
        let view = desk.view();
        let mut agents = view.agents();
        agents.any(|agent| agent.active && agent.role == Role::Administrator && agent.password_hash.is_some())
    })
}

/// A new token, in place of any former one; none when there is an administrator.
pub async fn open(app: &AppState) -> anyhow::Result<Option<String>> {
    if !is_needed(app) {
        return Ok(None);
    }
    let token = new_secret(SecretKind::SetUp).map_err(|error| anyhow::anyhow!("no randomness: {error}"))?;
    let lasts_ms = u64::try_from(app.config.set_up_link_lasts.as_millis()).unwrap_or(u64::MAX);
    *app.set_up.open.lock().await = Some(OpenLink { hash: hash_secret(&token), expires_at: app.now() + lasts_ms });
    Ok(Some(token))
}

/// The right to set up, held by one caller at a time; given back unless used up.
pub struct Turn<'a> {
    link: MutexGuard<'a, Option<OpenLink>>,
}

impl Turn<'_> {
    pub fn use_up(mut self) {
        *self.link = None;
    }
}

pub async fn take_turn<'a>(app: &'a AppState, token: &str) -> Answer<Turn<'a>> {
    let link = app.set_up.open.lock().await;
    let known = link.as_ref().is_some_and(|link| link.hash == hash_secret(token));
    if !known || !is_needed(app) {
        return Err(Problem::unauthorized("set_up_link_unknown", "this set-up link is not valid, or was used already"));
    }
    if link.as_ref().is_some_and(|link| link.expires_at <= app.now()) {
        return Err(Problem::unauthorized("expired", "the set-up link has expired; restart the server for a new one"));
    }
    Ok(Turn { link })
}
