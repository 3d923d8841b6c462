//! Who asks, as an argument of the handler: asking for `Administrator` is the permission. Refuses to know what for.

use super::{cookie, cross_site, hash_secret};
use crate::app::{App, AppState};
use crate::desk::{CommandKey, Desk};
use crate::errors::{Answer, Problem};
use crate::extract::IdempotencyKey;
use crate::middleware::Caller;
use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use frontdesk_model::{AgentId, OrganizationId, Role, Uuid, VisitorId};
use frontdesk_store::Credentials;
use frontdesk_store::port::CredentialHolder;
use std::fmt;

/// A user of an organisation, known by a cookie or by a bearer token.
#[derive(Clone)]
pub struct SignedIn {
    pub desk: Desk,
    pub agent_id: AgentId,
    pub role: Role,
    pub secret_hash: [u8; 32],
    pub by_cookie: bool,
}

pub struct Administrator(pub SignedIn);

/// A customer, known by their own bearer token.
#[derive(Clone)]
pub struct Visitor {
    pub desk: Desk,
    pub visitor_id: VisitorId,
}

impl SignedIn {
    pub fn organization_id(&self) -> OrganizationId {
        self.desk.organization_id()
    }

    /// The caller's key, made this caller's own and this operation's own.
    pub fn command_key(&self, operation: impl fmt::Display, key: &IdempotencyKey) -> Option<CommandKey> {
        let caller = format_args!("agent/{}/{operation}", self.agent_id).to_string();
        key.0.as_deref().map(|key| CommandKey::new(caller, key))
    }

    /// An id for something new: the same one when the caller repeats themselves.
    pub fn new_id(&self, operation: &str, key: &IdempotencyKey) -> Uuid {
        match &key.0 {
            Some(key) => super::derive_uuid(&format!("{}/{}/{operation}", self.organization_id(), self.agent_id), key),
            None => self.desk.ids().next(),
        }
    }
}

impl FromRequestParts<App> for SignedIn {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let proof = Proof::read(parts, true).ok_or_else(|| nobody(app, parts))?;
        let by_cookie = proof.by_cookie;
        if by_cookie && cross_site(&parts.method, &parts.headers) {
            return Err(Problem::new(
                axum::http::StatusCode::FORBIDDEN,
                "cross_site",
                "with the cookie, this is only taken from this server's own pages: send Origin or Sec-Fetch-Site",
            ));
        }
        let secret_hash = hash_secret(proof.secret);
        let credentials = look_up(app, parts, secret_hash).await?;
        let (CredentialHolder::SignIn(agent_id) | CredentialHolder::Token(_, agent_id)) = credentials.holder else {
            return Err(Problem::forbidden("a visitor's token opens that visitor's conversations and nothing else"));
        };
        let desk = app.organizations.get(credentials.organization_id).ok_or_else(signed_out)?;
        let role = desk.view().agent(agent_id).filter(|agent| agent.active).map(|agent| agent.role);
        let role = role.ok_or_else(signed_out)?;
        Ok(SignedIn { desk, agent_id, role, secret_hash, by_cookie })
    }
}

impl FromRequestParts<App> for Administrator {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let signed_in = <SignedIn as FromRequestParts<App>>::from_request_parts(parts, app).await?;
        if signed_in.role != Role::Administrator {
            return Err(Problem::forbidden("this is for administrators"));
        }
        Ok(Administrator(signed_in))
    }
}

impl FromRequestParts<App> for Visitor {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        <Visitor as OptionalFromRequestParts<App>>::from_request_parts(parts, app)
            .await?
            .ok_or_else(|| nobody(app, parts))
    }
}

/// None only when no token is brought: a wrong or expired one is an error.
impl OptionalFromRequestParts<App> for Visitor {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Option<Self>, Problem> {
        let Some(proof) = Proof::read(parts, false) else { return Ok(None) };
        let credentials = look_up(app, parts, hash_secret(proof.secret)).await?;
        let CredentialHolder::Visitor(visitor_id) = credentials.holder else {
            return Err(Problem::forbidden("this is for visitors, with the token that they were given"));
        };
        let desk = app.organizations.get(credentials.organization_id).ok_or_else(signed_out)?;
        Ok(Some(Visitor { desk, visitor_id }))
    }
}

/// What a request brings to show who asks.
struct Proof<'a> {
    secret: &'a str,
    by_cookie: bool,
}

impl<'a> Proof<'a> {
    fn read(parts: &'a Parts, takes_cookie: bool) -> Option<Self> {
        if let Some(secret) = bearer(&parts.headers).or_else(|| bearer_protocol(&parts.headers)) {
            return Some(Proof { secret, by_cookie: false });
        }
        let secret = cookie::read(&parts.headers).filter(|_| takes_cookie)?;
        Some(Proof { secret, by_cookie: true })
    }
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, secret) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(secret.trim())
}

/// Browsers cannot set headers on a WebSocket.
fn bearer_protocol(headers: &HeaderMap) -> Option<&str> {
    headers
        .get_all(header::SEC_WEBSOCKET_PROTOCOL)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .find_map(|protocol| protocol.trim().strip_prefix("bearer."))
}

async fn look_up(app: &AppState, parts: &Parts, secret_hash: [u8; 32]) -> Answer<Credentials> {
    let credentials = match app.credentials.find(&secret_hash) {
        Some(credentials) => {
            if let Some(Err(wait_ms)) = app.limiter.as_ref().map(|limiter| limiter.check_credential(&secret_hash)) {
                return Err(Problem::too_many_requests(wait_ms));
            }
            credentials
        }
        None => read_credentials(app, parts, secret_hash).await?,
    };
    if credentials.expires_at.is_some_and(|expires_at| expires_at <= app.now()) {
        app.credentials.forget(&secret_hash);
        return Err(Problem::unauthorized("expired", "the sign-in or token has expired; sign in again"));
    }
    Ok(credentials)
}

/// Secrets not seen yet cost the address that sends them: guessing is slowed down.
async fn read_credentials(app: &AppState, parts: &Parts, secret_hash: [u8; 32]) -> Answer<Credentials> {
    check_address(app, parts)?;
    let revocations = app.credentials.revocations();
    let credentials = app.store.find_credentials(secret_hash).await?.ok_or_else(|| {
        Problem::unauthorized("unknown_credentials", "this sign-in or token is not known, or no longer; sign in again")
    })?;
    app.credentials.remember(secret_hash, credentials.clone(), revocations, app.now());
    Ok(credentials)
}

pub fn check_address(app: &AppState, parts: &Parts) -> Answer<()> {
    let (Some(limiter), Some(caller)) = (&app.limiter, parts.extensions.get::<Caller>()) else { return Ok(()) };
    limiter.check_address(caller.address).map_err(Problem::too_many_requests)
}

fn nobody(app: &AppState, parts: &Parts) -> Problem {
    match check_address(app, parts) {
        Err(problem) => problem,
        Ok(()) => Problem::unauthorized("not_signed_in", "sign in, or send a bearer token"),
    }
}

fn signed_out() -> Problem {
    Problem::unauthorized("signed_out", "this user may no longer sign in")
}
