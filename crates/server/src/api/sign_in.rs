//! Setting up, signing in and out, and who one is.

use crate::app::{App, AppState};
use crate::auth::{
    SecretKind, SignedIn, check_password, clear_session_cookie, from_other_site, hash_secret, new_secret,
    session_cookie,
};
use crate::errors::{Answer, Problem};
use crate::extract::Json;
use crate::middleware::Caller;
use crate::operations::{NAME_CHARACTERS_MAX, check_email_is_free, create_organization};
use crate::wire::{Me, SetUp, SetUpNeeded, Settings, SignIn};
use crate::{check, seed, set_up};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use frontdesk_engine::Input;
use frontdesk_model::{AgentId, OrganizationId, Role, Row, SignInSession};

/// Whether a first administrator is needed.
#[utoipa::path(get, path = "/api/v1/set-up", tag = "sign-in", responses((status = 200, body = SetUpNeeded)))]
pub async fn set_up_needed(State(app): State<App>) -> axum::Json<SetUpNeeded> {
    axum::Json(SetUpNeeded { needed: set_up::is_needed(&app) })
}

/// Make the first administrator, with the one-time link that the server printed.
#[utoipa::path(post, path = "/api/v1/set-up", tag = "sign-in", request_body = SetUp, responses((status = 200, body = Me)))]
pub async fn set_up(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    Json(request): Json<SetUp>,
) -> Answer<Response> {
    check_own_page(&headers)?;
    check_throttle(&app, &caller, "set-up")?;
    let turn = match set_up::take_turn(&app, &request.token).await {
        Ok(turn) => turn,
        Err(problem) => {
            app.throttle.failed("set-up", caller.address, app.now());
            return Err(problem);
        }
    };
    let organization_name = check::name("organizationName", &request.organization_name, NAME_CHARACTERS_MAX)?;
    let name = check::name("name", &request.name, NAME_CHARACTERS_MAX)?;
    let email = check::email("email", &request.email)?;
    check_password("password", &request.password)?;
    let password_hash = app.passwords.hash(request.password).await?;

    let _turn = app.configuring.lock().await;
    check_email_is_free(&app, &email, None).await?;
    let first = app.desks().into_iter().next();
    let desk = match first {
        Some(desk) => desk,
        None => create_organization(&app, &organization_name).await?,
    };
    let mut administrator = seed::agent(AgentId(app.ids.next()), &name, &email, Role::Administrator, app.now());
    administrator.password_hash = Some(password_hash);
    let agent_id = administrator.id;
    desk.command(None, Input::put(administrator)).await?;
    turn.use_up();
    start_session(&app, &caller, desk.organization_id(), agent_id).await
}

/// Sign in: sets the cookie and answers with who one is.
#[utoipa::path(post, path = "/api/v1/sign-in", tag = "sign-in", request_body = SignIn, responses((status = 200, body = Me)))]
pub async fn sign_in(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    Json(request): Json<SignIn>,
) -> Answer<Response> {
    check_own_page(&headers)?;
    check_throttle(&app, &caller, &request.email)?;
    // No such user, no password and not active take as long as a wrong password.
    let found = app.store.find_agent_by_email(request.email.trim()).await?.filter(|(_, agent)| agent.active);
    let hash = found.as_ref().and_then(|(_, agent)| agent.password_hash.clone());
    let right = app.passwords.verify(request.password, hash).await?;
    match found {
        Some((organization_id, agent)) if right => {
            app.throttle.succeeded(&request.email, caller.address);
            start_session(&app, &caller, organization_id, agent.id).await
        }
        _ => {
            app.throttle.failed(&request.email, caller.address, app.now());
            Err(Problem::unauthorized("wrong_credentials", "the e-mail or the password is wrong"))
        }
    }
}

/// Sign out: Offline, and the cookie is worth nothing from now on.
#[utoipa::path(post, path = "/api/v1/sign-out", tag = "sign-in", responses((status = 204)))]
pub async fn sign_out(State(app): State<App>, caller: Caller, signed_in: SignedIn) -> Answer<Response> {
    if signed_in.by_cookie {
        signed_in.desk.write(vec![Row::DeletedSignInSession(signed_in.secret_hash)]).await?;
        app.credentials.forget(&signed_in.secret_hash);
    }
    signed_in.desk.command(None, Input::AgentSignedOut { agent_id: signed_in.agent_id }).await?;
    let mut response = StatusCode::NO_CONTENT.into_response();
    set_cookie(&mut response, clear_session_cookie(caller.secure))?;
    Ok(response)
}

/// Who one is.
#[utoipa::path(get, path = "/api/v1/me", tag = "sign-in", responses((status = 200, body = Me)))]
pub async fn me(signed_in: SignedIn) -> Answer<axum::Json<Me>> {
    me_of(&signed_in.desk, signed_in.agent_id).map(axum::Json)
}

async fn start_session(
    app: &AppState,
    caller: &Caller,
    organization_id: OrganizationId,
    agent_id: AgentId,
) -> Answer<Response> {
    let desk = app.organizations.get(organization_id).ok_or_else(|| Problem::internal("a user without a desk"))?;
    let secret = new_secret(SecretKind::SignIn).map_err(Problem::internal)?;
    let lasts = app.config.sign_in_lasts;
    let now = app.now();
    let session = SignInSession {
        secret_hash: hash_secret(&secret),
        agent_id,
        created_at: now,
        expires_at: now + u64::try_from(lasts.as_millis()).unwrap_or(u64::MAX),
    };
    desk.write(vec![Row::SignInSession(session)]).await?;
    let mut response = axum::Json(me_of(&desk, agent_id)?).into_response();
    set_cookie(&mut response, session_cookie(&secret, lasts.as_secs(), caller.secure))?;
    Ok(response)
}

fn set_cookie(response: &mut Response, cookie: Option<HeaderValue>) -> Answer<()> {
    let cookie = cookie.ok_or_else(|| Problem::internal("a cookie that is no header"))?;
    response.headers_mut().insert(header::SET_COOKIE, cookie);
    Ok(())
}

fn me_of(desk: &crate::desk::Desk, agent_id: AgentId) -> Answer<Me> {
    let view = desk.view();
    let agent = view.agent(agent_id).ok_or_else(|| Problem::internal("a signed-in user who is not there"))?;
    let organization = view.organization();
    Ok(Me {
        id: agent.id.0,
        email: agent.email.clone(),
        name: agent.name.clone(),
        role: agent.role.into(),
        organization_id: organization.id.0,
        organization_name: organization.name.clone(),
        settings: Settings::from(&organization.settings),
        status: view.status(agent_id).map(Into::into),
    })
}

/// Another site's page must not sign a browser in as somebody of its choice.
fn check_own_page(headers: &HeaderMap) -> Answer<()> {
    if from_other_site(headers) {
        return Err(Problem::new(StatusCode::FORBIDDEN, "cross_site", "sign in from this server's own pages"));
    }
    Ok(())
}

fn check_throttle(app: &AppState, caller: &Caller, email: &str) -> Answer<()> {
    match app.throttle.check(email, caller.address, app.now()) {
        Some(wait_ms) => Err(Problem::too_many_requests(wait_ms)),
        None => Ok(()),
    }
}
