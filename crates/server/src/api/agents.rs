//! Users of the organisation, and one's own presence.

use super::set_up::{self, Tagged};
use crate::app::{App, AppState};
use crate::auth::{Administrator, SignedIn, check_password};
use crate::check;
use crate::desk::View;
use crate::errors::{Answer, Problem};
use crate::extract::{Id, IdempotencyKey, IfMatch, Json};
use crate::operations::{NAME_CHARACTERS_MAX, check_email_is_free};
use crate::seed;
use crate::wire::{self, AgentChange, AgentItem, AgentStatus, Change, Items, NewAgent, OwnSkills, PresenceChoice};
use axum::Json as Answered;
use axum::extract::State;
use frontdesk_engine::Input;
use frontdesk_model::{Agent, AgentId, OperatingHoursId, PresenceId, Role, Uuid};

const CAPACITY_UNITS_MAX: u32 = 100_000;

/// Everyone, with presence and load.
#[utoipa::path(get, path = "/api/v1/agents", tag = "agents", responses((status = 200, body = Items<AgentItem>)))]
pub async fn list(signed_in: SignedIn) -> Answered<Items<AgentItem>> {
    let view = signed_in.desk.view();
    Answered(Items { items: view.agents().map(|agent| item(&view, &signed_in, agent)).collect() })
}

/// One of them.
#[utoipa::path(
    get, path = "/api/v1/agents/{agentId}", tag = "agents",
    params(("agentId" = Uuid, Path)), responses((status = 200, body = AgentItem))
)]
pub async fn get(signed_in: SignedIn, Id(id): Id<AgentId>) -> Answer<Tagged<AgentItem>> {
    let agent = set_up::find(&signed_in, id)?;
    Ok(shown(&signed_in, &agent))
}

/// A new user.
#[utoipa::path(
    post, path = "/api/v1/agents", tag = "agents", request_body = NewAgent, responses((status = 201, body = AgentItem))
)]
pub async fn create(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    key: IdempotencyKey,
    Json(request): Json<NewAgent>,
) -> Answer<Tagged<AgentItem>> {
    let id = AgentId(signed_in.new_id("agent", &key));
    let name = check::name("name", &request.name, NAME_CHARACTERS_MAX)?;
    let email = check::email("email", &request.email)?;
    let mut agent = seed::agent(id, &name, &email, request.role.into(), app.now());
    if let Some(units) = request.capacity_units {
        agent.capacity_units = check::range("capacityUnits", units, 0, CAPACITY_UNITS_MAX)?;
    }
    agent.default_presence_id = default_presence(&signed_in, request.default_presence_id)?;
    agent.skills = request.skills.into_iter().map(Into::into).collect();
    agent.capacity_profiles = request.capacity_profiles.into_iter().map(Into::into).collect();
    agent.attributes = request.attributes.into_iter().map(Into::into).collect();
    agent.operating_hours_id = request.operating_hours_id.map(OperatingHoursId);
    agent.password_hash = hash_password(&app, request.password).await?;
    let _turn = app.configuring.lock().await;
    check_email_is_free(&app, &email, Some(id)).await?;
    let agent = set_up::put(&signed_in, "agent", &key, None, agent).await?;
    Ok(shown(&signed_in, &agent).created())
}

/// Change a user. What is absent stays.
#[utoipa::path(
    patch, path = "/api/v1/agents/{agentId}", tag = "agents",
    params(("agentId" = Uuid, Path)), request_body = AgentChange, responses((status = 200, body = AgentItem))
)]
pub async fn update(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    Id(id): Id<AgentId>,
    tag: IfMatch,
    key: IdempotencyKey,
    Json(change): Json<AgentChange>,
) -> Answer<Tagged<AgentItem>> {
    let password_hash = hash_password(&app, change.password.clone()).await?;
    let _turn = app.configuring.lock().await;
    let found = signed_in.desk.view().agent(id).cloned();
    let mut agent = found.ok_or_else(|| Problem::not_found("agent"))?;
    if let Some(name) = &change.name {
        agent.name = check::name("name", name, NAME_CHARACTERS_MAX)?;
    }
    if let Some(email) = &change.email {
        agent.email = check::email("email", email)?;
        check_email_is_free(&app, &agent.email, Some(id)).await?;
    }
    if let Some(units) = change.capacity_units {
        agent.capacity_units = check::range("capacityUnits", units, 0, CAPACITY_UNITS_MAX)?;
    }
    if let Change::Set(presence_id) = change.default_presence_id {
        agent.default_presence_id = default_presence(&signed_in, presence_id)?;
    }
    if let Some(skills) = change.skills {
        agent.skills = skills.into_iter().map(Into::into).collect();
    }
    if let Some(profiles) = change.capacity_profiles {
        agent.capacity_profiles = profiles.into_iter().map(Into::into).collect();
    }
    if let Some(attributes) = change.attributes {
        agent.attributes = attributes.into_iter().map(Into::into).collect();
    }
    if let Change::Set(hours) = change.operating_hours_id {
        agent.operating_hours_id = hours.map(OperatingHoursId);
    }
    agent.role = change.role.map_or(agent.role, Role::from);
    agent.active = change.active.unwrap_or(agent.active);
    agent.password_hash = password_hash.or(agent.password_hash);
    check_an_administrator_remains(&signed_in, &agent)?;
    let agent = set_up::put(&signed_in, &format!("agent/{id}"), &key, Some(&tag), agent).await?;
    Ok(shown(&signed_in, &agent))
}

/// One's own skills, where the organisation lets agents change them.
#[utoipa::path(
    put, path = "/api/v1/agents/me/skills", tag = "agents",
    request_body = OwnSkills, responses((status = 200, body = AgentItem))
)]
pub async fn set_own_skills(
    State(app): State<App>,
    signed_in: SignedIn,
    tag: IfMatch,
    key: IdempotencyKey,
    Json(OwnSkills { skills }): Json<OwnSkills>,
) -> Answer<Tagged<AgentItem>> {
    if !signed_in.desk.view().organization().settings.agents_edit_skills {
        return Err(Problem::forbidden("in this organisation an administrator changes skills"));
    }
    let edit = |_: &_, agent: &mut Agent| {
        agent.skills = skills.into_iter().map(Into::into).collect();
        Ok(())
    };
    let agent = set_up::update(&app, &signed_in, signed_in.agent_id, (tag, key), edit).await?;
    Ok(shown(&signed_in, &agent))
}

/// One's own presence.
#[utoipa::path(get, path = "/api/v1/agents/me/presence", tag = "agents", responses((status = 200, body = AgentStatus)))]
pub async fn presence(signed_in: SignedIn) -> Answer<Answered<AgentStatus>> {
    own_status(&signed_in)
}

/// Choose one's presence.
#[utoipa::path(
    put, path = "/api/v1/agents/me/presence", tag = "agents",
    request_body = PresenceChoice, responses((status = 200, body = AgentStatus))
)]
pub async fn set_presence(signed_in: SignedIn, Json(choice): Json<PresenceChoice>) -> Answer<Answered<AgentStatus>> {
    let input = Input::SetPresence { agent_id: signed_in.agent_id, presence_id: PresenceId(choice.presence_id) };
    signed_in.desk.command(None, input).await?;
    own_status(&signed_in)
}

fn own_status(signed_in: &SignedIn) -> Answer<Answered<AgentStatus>> {
    let status = signed_in.desk.view().status(signed_in.agent_id).map(AgentStatus::from);
    status.map(Answered).ok_or_else(|| Problem::not_found("presence"))
}

fn shown(signed_in: &SignedIn, agent: &Agent) -> Tagged<AgentItem> {
    Tagged::new(agent, |agent| item(&signed_in.desk.view(), signed_in, agent))
}

fn item(view: &View, signed_in: &SignedIn, agent: &Agent) -> AgentItem {
    let shows_email = signed_in.role.oversees() || agent.id == signed_in.agent_id;
    AgentItem {
        agent: wire::Agent::new(agent, shows_email),
        status: view.status(agent.id).map(AgentStatus::from),
        assigned: view.assigned_to(agent.id),
    }
}

fn default_presence(signed_in: &SignedIn, id: Option<Uuid>) -> Answer<Option<PresenceId>> {
    let Some(id) = id.map(PresenceId) else { return Ok(None) };
    match signed_in.desk.view().presence(id) {
        Some(presence) if presence.settable => Ok(Some(id)),
        Some(_) => Err(Problem::invalid_field("defaultPresenceId", "is a presence that only the system sets")),
        None => Err(Problem::invalid_field("defaultPresenceId", "is no presence of this organisation")),
    }
}

async fn hash_password(app: &AppState, password: Option<String>) -> Answer<Option<String>> {
    let Some(password) = password else { return Ok(None) };
    check_password("password", &password)?;
    app.passwords.hash(password).await.map(Some)
}

fn check_an_administrator_remains(signed_in: &SignedIn, changed: &Agent) -> Answer<()> {
    let administers = |agent: &Agent| agent.active && agent.role == Role::Administrator;
    let view = signed_in.desk.view();
    let others = view.agents().any(|agent| agent.id != changed.id && administers(agent));
    if others || administers(changed) {
        return Ok(());
    }
    Err(Problem::conflict("last_administrator", "this is the last administrator; make another one first"))
}
