//! Files of a conversation as agents send and read them, and the one address where bytes are given out, to whoever has a link.

use super::find_visible_conversation;
use crate::app::{App, AppState};
use crate::auth::SignedIn;
use crate::errors::{Answer, Problem};
use crate::extract::{Id, IdempotencyKey, Query, SecondId};
use crate::files::{self, TicketFault, Upload, place, receive};
use crate::wire::{Attachment, FileLink, Time};
use axum::Json as Answered;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use frontdesk_files::content::is_shown_inline;
use frontdesk_model::{ConversationId, FileId, FileState, StoredFile, Timestamp, Uploader};
use serde::Deserialize;

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct UploadQuery {
    /// What the file is called, with its extension.
    pub name: String,
}

/// Upload a file, to be named by a message; its bytes are the body.
#[utoipa::path(
    post, path = "/api/v1/conversations/{conversationId}/files", tag = "messages",
    params(("conversationId" = Uuid, Path), UploadQuery),
    request_body(content = String, content_type = "application/octet-stream"),
    responses((status = 201, body = Attachment))
)]
pub async fn upload(
    State(app): State<App>,
    signed_in: SignedIn,
    Id(id): Id<ConversationId>,
    Query(query): Query<UploadQuery>,
    key: IdempotencyKey,
    headers: HeaderMap,
    body: Body,
) -> Answer<(StatusCode, Answered<Attachment>)> {
    let conversation = find_visible_conversation(&signed_in, id).await?;
    let upload = Upload {
        desk: &signed_in.desk,
        conversation: &conversation,
        by: Uploader::Agent(signed_in.agent_id),
        name: &query.name,
        media_type: media_type(&headers),
        key: key.0.as_deref(),
    };
    let attachment = receive(&app, upload, body).await?;
    Ok((StatusCode::CREATED, Answered(Attachment::from(&attachment))))
}

/// A link to one of its files, for a while.
#[utoipa::path(
    get, path = "/api/v1/conversations/{conversationId}/files/{fileId}", tag = "messages",
    params(("conversationId" = Uuid, Path), ("fileId" = Uuid, Path)), responses((status = 200, body = FileLink))
)]
pub async fn link(
    State(app): State<App>,
    signed_in: SignedIn,
    Id(id): Id<ConversationId>,
    SecondId(file_id): SecondId<FileId>,
) -> Answer<Answered<FileLink>> {
    let conversation = find_visible_conversation(&signed_in, id).await?;
    let me = Uploader::Agent(signed_in.agent_id);
    let file = app.store.find_file(signed_in.organization_id(), file_id).await?;
    let may_read = |file: &StoredFile| file.uploaded_by == me || !file.is_loose();
    linked(&app, file.filter(may_read), conversation.id, signed_in.organization_id())
}

/// The link, if the file is there and this conversation's.
pub fn linked(
    app: &AppState,
    file: Option<StoredFile>,
    conversation_id: ConversationId,
    organization_id: frontdesk_model::OrganizationId,
) -> Answer<Answered<FileLink>> {
    let file = file
        .filter(|file| file.conversation_id == conversation_id && file.state > FileState::Coming)
        .ok_or_else(|| Problem::not_found("file"))?;
    let (url, expires_at) = app.keeping.links.to(place(organization_id, file.id()), app.now());
    Ok(Answered(FileLink { url, expires_at: Time(expires_at), attachment: Attachment::from(&file.attachment) }))
}

pub fn media_type(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok())
}

/// The bytes, for whoever has a link.
pub async fn serve(State(app): State<App>, Path(ticket): Path<String>) -> Answer<Response> {
    let (place, until) = app.keeping.links.check(&ticket, app.now()).map_err(|fault| match fault {
        TicketFault::Unknown => Problem::not_found("file"),
        TicketFault::Expired => {
            Problem::new(StatusCode::GONE, "link_expired", "the link has expired; ask for a new one")
        }
    })?;
    let file = app.store.find_file(place.organization_id, place.file_id).await?;
    let file = file.filter(|file| file.state > FileState::Coming).ok_or_else(|| Problem::not_found("file"))?;
    let contents = app.keeping.files.read(place).await?.ok_or_else(|| {
        tracing::error!(file = %place.file_id, "the bytes of a file are missing");
        Problem::not_found("file")
    })?;
    let mut response = Body::from_stream(contents.chunks).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(contents.size_bytes));
    add_headers(headers, &file, until, app.now())?;
    Ok(response)
}

/// Nothing in a file may run, whatever a browser takes it for.
fn add_headers(headers: &mut HeaderMap, file: &StoredFile, until: Timestamp, now: Timestamp) -> Answer<()> {
    let media_type = &file.attachment.media_type;
    let disposition = if is_shown_inline(media_type) { "inline" } else { "attachment" };
    let disposition = format!("{disposition}; {}", files::disposition_names(&file.attachment.name));
    let seconds = until.since(now) / 1_000;
    let text = |text: &str| HeaderValue::from_str(text).map_err(Problem::internal);
    headers.insert(header::CONTENT_TYPE, text(media_type)?);
    headers.insert(header::CONTENT_DISPOSITION, text(&disposition)?);
    headers.insert(header::CACHE_CONTROL, text(&format!("private, max-age={seconds}, immutable"))?);
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox"));
    // A page with the widget may be on any site.
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("cross-origin"));
    Ok(())
}
