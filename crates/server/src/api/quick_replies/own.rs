//! An agent's own quick replies: theirs alone to see and to change, no part of the set-up and its changes.

use super::TITLE_CHARACTERS_MAX;
use crate::api::set_up::Tagged;
use crate::app::App;
use crate::auth::SignedIn;
use crate::check;
use crate::errors::{Answer, Problem};
use crate::extract::{Id, IdempotencyKey, IfMatch, Json};
use crate::wire::{Items, NewPersonalQuickReply, PersonalQuickReply, PersonalQuickReplyChange};
use axum::Json as Answered;
use axum::extract::State;
use axum::http::StatusCode;
use frontdesk_engine::check_personal_quick_reply;
use frontdesk_model as model;
use frontdesk_model::{QuickReplyId, Row};

const OWN_MAX: usize = 500;

/// One's own.
#[utoipa::path(
    get, path = "/api/v1/agents/me/quick-replies", tag = "agents",
    responses((status = 200, body = Items<PersonalQuickReply>))
)]
pub async fn list(signed_in: SignedIn) -> Answer<Answered<Items<PersonalQuickReply>>> {
    let own = of_caller(&signed_in).await?;
    Ok(Answered(Items { items: own.iter().map(PersonalQuickReply::from).collect() }))
}

/// A new one of one's own.
#[utoipa::path(
    post, path = "/api/v1/agents/me/quick-replies", tag = "agents",
    request_body = NewPersonalQuickReply, responses((status = 201, body = PersonalQuickReply))
)]
pub async fn create(
    State(app): State<App>,
    signed_in: SignedIn,
    key: IdempotencyKey,
    Json(request): Json<NewPersonalQuickReply>,
) -> Answer<Tagged<PersonalQuickReply>> {
    let id = QuickReplyId(signed_in.new_id("personal_quick_reply", &key));
    let _turn = app.configuring.lock().await;
    let own = of_caller(&signed_in).await?;
    if let Some(made_before) = own.iter().find(|reply| reply.id == id) {
        return Ok(shown(made_before).created());
    }
    if own.len() >= OWN_MAX {
        let detail = format!("an agent has at most {OWN_MAX} quick replies of their own");
        return Err(Problem::conflict("too_many_quick_replies", detail));
    }
    let reply = model::PersonalQuickReply {
        id,
        agent_id: signed_in.agent_id,
        title: String::new(),
        text: String::new(),
        locale: model::QuickReply::USUAL_LOCALE.to_owned(),
        tags: Vec::new(),
        version: 0,
    };
    Ok(write(&signed_in, reply, request.into()).await?.created())
}

/// Change one's own. What is absent stays.
#[utoipa::path(
    patch, path = "/api/v1/agents/me/quick-replies/{quickReplyId}", tag = "agents",
    params(("quickReplyId" = Uuid, Path)),
    request_body = PersonalQuickReplyChange, responses((status = 200, body = PersonalQuickReply))
)]
pub async fn update(
    State(app): State<App>,
    signed_in: SignedIn,
    Id(id): Id<QuickReplyId>,
    tag: IfMatch,
    Json(change): Json<PersonalQuickReplyChange>,
) -> Answer<Tagged<PersonalQuickReply>> {
    let _turn = app.configuring.lock().await;
    let reply = find(&signed_in, id, &tag).await?;
    write(&signed_in, reply, change).await
}

/// Delete one's own.
#[utoipa::path(
    delete, path = "/api/v1/agents/me/quick-replies/{quickReplyId}", tag = "agents",
    params(("quickReplyId" = Uuid, Path)), responses((status = 204))
)]
pub async fn delete(
    State(app): State<App>,
    signed_in: SignedIn,
    Id(id): Id<QuickReplyId>,
    tag: IfMatch,
) -> Answer<StatusCode> {
    let _turn = app.configuring.lock().await;
    find(&signed_in, id, &tag).await?;
    signed_in.desk.write(vec![Row::DeletedPersonalQuickReply(id)]).await?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn of_caller(signed_in: &SignedIn) -> Answer<Vec<model::PersonalQuickReply>> {
    let store = signed_in.desk.store();
    Ok(store.list_personal_quick_replies(signed_in.organization_id(), signed_in.agent_id).await?)
}

/// As the caller has seen it.
async fn find(signed_in: &SignedIn, id: QuickReplyId, tag: &IfMatch) -> Answer<model::PersonalQuickReply> {
    let found = of_caller(signed_in).await?.into_iter().find(|reply| reply.id == id);
    let reply = found.ok_or_else(|| Problem::not_found("quick reply"))?;
    if tag.expected(reply.version) != reply.version {
        let detail = format!("the quick reply {id} has version {}: it was changed in between", reply.version);
        return Err(Problem::new(StatusCode::PRECONDITION_FAILED, "version_conflict", detail));
    }
    Ok(reply)
}

async fn write(
    signed_in: &SignedIn,
    former: model::PersonalQuickReply,
    change: PersonalQuickReplyChange,
) -> Answer<Tagged<PersonalQuickReply>> {
    let title = change.title.map(|title| check::name("title", &title, TITLE_CHARACTERS_MAX)).transpose()?;
    let reply = model::PersonalQuickReply {
        title: title.unwrap_or(former.title),
        text: change.text.unwrap_or(former.text),
        locale: change.locale.unwrap_or(former.locale),
        tags: change.tags.unwrap_or(former.tags),
        version: former.version + 1,
        ..former
    };
    check_personal_quick_reply(&reply)?;
    signed_in.desk.write(vec![Row::PersonalQuickReply(reply.clone())]).await?;
    Ok(shown(&reply))
}

fn shown(reply: &model::PersonalQuickReply) -> Tagged<PersonalQuickReply> {
    Tagged::of_version(reply.version, reply.into())
}
