//! What the nouns of the set-up have in common over HTTP: one at a time, with its version as the `ETag`, changed only
//! while it is what the caller has seen. Knows nothing of what any of them holds.

use crate::app::AppState;
use crate::auth::SignedIn;
use crate::desk::{DeskError, View};
use crate::errors::{Answer, Problem};
use crate::extract::{IdempotencyKey, IfMatch};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use frontdesk_engine::Input;
use frontdesk_model::{
    Agent, CapacityProfile, NotificationTemplate, OperatingHours, Organization, Presence, Queue, QuickReply, Ruleset,
    SessionTemplate, SetUpEdit, SetUpEdits, SetUpNoun, SetUpPiece, Skill, Uuid, Widget, Workstream,
};
use serde::Serialize;

pub trait Noun: Clone + Into<SetUpPiece> {
    const NOUN: SetUpNoun;
    /// As it stands in "no such …".
    const WORD: &'static str;
    fn find(view: &View, id: Uuid) -> Option<&Self>;
    fn id(&self) -> Uuid;
    fn version(&self) -> u64;
}

macro_rules! nouns {
    ($($noun:ident: $find:ident, $word:literal;)+) => {$(
        impl Noun for $noun {
            const NOUN: SetUpNoun = SetUpNoun::$noun;
            const WORD: &'static str = $word;

            fn find(view: &View, id: Uuid) -> Option<&Self> {
                view.$find(id.into())
            }

            fn id(&self) -> Uuid {
                self.id.0
            }

            fn version(&self) -> u64 {
                self.version
            }
        }
    )+};
}

nouns! {
    Presence: presence, "presence";
    Skill: skill, "skill";
    CapacityProfile: capacity_profile, "capacity profile";
    OperatingHours: operating_hours, "operating hours";
    Agent: agent, "agent";
    Queue: queue, "queue";
    SessionTemplate: session_template, "session template";
    NotificationTemplate: notification_template, "notification template";
    Workstream: workstream, "workstream";
    Ruleset: ruleset, "ruleset";
    Widget: widget, "widget";
    QuickReply: quick_reply, "quick reply";
}

impl Noun for Organization {
    const NOUN: SetUpNoun = SetUpNoun::Organization;
    const WORD: &'static str = "organization";

    fn find(view: &View, id: Uuid) -> Option<&Self> {
        Some(view.organization()).filter(|organization| organization.id.0 == id)
    }

    fn id(&self) -> Uuid {
        self.id.0
    }

    fn version(&self) -> u64 {
        self.version
    }
}

/// An answer with the version of the piece that it shows.
pub struct Tagged<T> {
    status: StatusCode,
    version: u64,
    body: T,
}

impl<T> Tagged<T> {
    pub fn new<'a, N: Noun>(piece: &'a N, body: impl FnOnce(&'a N) -> T) -> Self {
        Tagged { status: StatusCode::OK, version: piece.version(), body: body(piece) }
    }

    /// Of something that is no piece of the set-up.
    pub fn of_version(version: u64, body: T) -> Self {
        Tagged { status: StatusCode::OK, version, body }
    }

    pub fn created(self) -> Self {
        Tagged { status: StatusCode::CREATED, ..self }
    }
}

impl<T: Serialize> IntoResponse for Tagged<T> {
    fn into_response(self) -> Response {
        let mut response = (self.status, axum::Json(self.body)).into_response();
        if let Ok(tag) = HeaderValue::try_from(format!("\"{}\"", self.version)) {
            response.headers_mut().insert(header::ETAG, tag);
        }
        response
    }
}

/// One piece as it was committed last.
pub fn find<N: Noun>(signed_in: &SignedIn, id: impl Into<Uuid>) -> Answer<N> {
    let found = N::find(&signed_in.desk.view(), id.into()).cloned();
    found.ok_or_else(|| Problem::not_found(N::WORD))
}

/// A new piece, under an id that repeats with the caller's key.
pub async fn create<N: Noun>(app: &AppState, signed_in: &SignedIn, key: &IdempotencyKey, piece: N) -> Answer<N> {
    let _turn = app.configuring.lock().await;
    put(signed_in, N::NOUN.as_str(), key, None, piece).await
}

/// A new piece with those that belong to it, all or none; `configuring` is held.
pub async fn create_together<N: Noun>(
    signed_in: &SignedIn,
    operation: &str,
    key: &IdempotencyKey,
    piece: N,
    rest: Vec<SetUpPiece>,
) -> Answer<N> {
    let id = piece.id();
    let edits = std::iter::once(piece.into()).chain(rest).map(SetUpEdit::put).collect();
    submit(signed_in, operation, key, None, edits).await?;
    find(signed_in, id)
}

/// Read, changed and written, one caller after the other. `edit` sees the piece as it is.
pub async fn update<N: Noun>(
    app: &AppState,
    signed_in: &SignedIn,
    id: impl Into<Uuid>,
    (tag, key): (IfMatch, IdempotencyKey),
    edit: impl FnOnce(&View, &mut N) -> Answer<()>,
) -> Answer<N> {
    let _turn = app.configuring.lock().await;
    let id = id.into();
    let piece = {
        let view = signed_in.desk.view();
        let mut piece = N::find(&view, id).cloned().ok_or_else(|| Problem::not_found(N::WORD))?;
        edit(&view, &mut piece)?;
        piece
    };
    let operation = format!("{}/{id}", N::NOUN.as_str());
    put(signed_in, &operation, &key, Some(&tag), piece).await
}

/// Written and read again; `configuring` is held. A changed piece still has the version that it was read with.
pub async fn put<N: Noun>(
    signed_in: &SignedIn,
    operation: &str,
    key: &IdempotencyKey,
    tag: Option<&IfMatch>,
    piece: N,
) -> Answer<N> {
    let id = piece.id();
    let expected_version = tag.map(|tag| tag.expected(piece.version()));
    let edit = SetUpEdit::Put { piece: piece.into(), expected_version };
    submit(signed_in, operation, key, tag, vec![edit]).await?;
    find(signed_in, id)
}

pub async fn delete<N: Noun>(
    app: &AppState,
    signed_in: &SignedIn,
    id: impl Into<Uuid>,
    (tag, key): (IfMatch, IdempotencyKey),
) -> Answer<StatusCode> {
    let _turn = app.configuring.lock().await;
    let id = id.into();
    let version = N::find(&signed_in.desk.view(), id).map_or(0, Noun::version);
    let expected_version = tag.is_given().then(|| tag.expected(version));
    let edit = SetUpEdit::Delete { noun: N::NOUN, id, expected_version };
    let operation = format!("{}/{id}/delete", N::NOUN.as_str());
    submit(signed_in, &operation, &key, Some(&tag), vec![edit]).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `operation` makes the caller's key this operation's own.
async fn submit(
    signed_in: &SignedIn,
    operation: &str,
    key: &IdempotencyKey,
    tag: Option<&IfMatch>,
    edits: Vec<SetUpEdit>,
) -> Answer<()> {
    let edits = SetUpEdits { by: Some(signed_in.agent_id), edits };
    let input = Input::Configure(Box::new(edits));
    match signed_in.desk.command(signed_in.command_key(operation, key), input).await {
        Ok(_) => Ok(()),
        Err(DeskError::Refused(refusal))
            if refusal.code == "version_conflict" && tag.is_some_and(IfMatch::is_given) =>
        {
            Err(Problem::new(StatusCode::PRECONDITION_FAILED, refusal.code, refusal.detail))
        }
        Err(error) => Err(error.into()),
    }
}
