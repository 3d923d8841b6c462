//! Files as a visitor sends and reads them: into their own conversation, and of it what they may read.

use super::find_own;
use crate::api::files::{UploadQuery, linked, media_type};
use crate::app::App;
use crate::auth::Visitor;
use crate::errors::{Answer, Problem};
use crate::extract::{Id, IdempotencyKey, Query, SecondId};
use crate::files::{Upload, receive};
use crate::middleware::Caller;
use crate::wire::{Attachment, FileLink};
use axum::Json as Answered;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use frontdesk_model::{ConversationId, FileId, FileState, StoredFile, Uploader};

/// Upload a file, to be named by a message; its bytes are the body.
#[utoipa::path(
    post, path = "/api/v1/visitor/conversations/{conversationId}/files", tag = "visitor",
    params(("conversationId" = Uuid, Path), UploadQuery),
    request_body(content = String, content_type = "application/octet-stream"),
    responses((status = 201, body = Attachment))
)]
#[allow(clippy::too_many_arguments, reason = "each is one part of the request")]
pub async fn upload(
    State(app): State<App>,
    visitor: Visitor,
    caller: Caller,
    Id(id): Id<ConversationId>,
    Query(query): Query<UploadQuery>,
    key: IdempotencyKey,
    headers: HeaderMap,
    body: Body,
) -> Answer<(StatusCode, Answered<Attachment>)> {
    let conversation = find_own(&visitor, id).await?;
    if let Some(limiter) = &app.limiter {
        limiter.check_upload(visitor.visitor_id, caller.address).map_err(Problem::too_many_requests)?;
    }
    let upload = Upload {
        desk: &visitor.desk,
        conversation: &conversation,
        by: Uploader::Visitor(visitor.visitor_id),
        name: &query.name,
        media_type: media_type(&headers),
        key: key.0.as_deref(),
    };
    let attachment = receive(&app, upload, body).await?;
    Ok((StatusCode::CREATED, Answered(Attachment::from(&attachment))))
}

/// A link to a file of one's own or of a message that one may read, for a while.
#[utoipa::path(
    get, path = "/api/v1/visitor/conversations/{conversationId}/files/{fileId}", tag = "visitor",
    params(("conversationId" = Uuid, Path), ("fileId" = Uuid, Path)), responses((status = 200, body = FileLink))
)]
pub async fn link(
    State(app): State<App>,
    visitor: Visitor,
    Id(id): Id<ConversationId>,
    SecondId(file_id): SecondId<FileId>,
) -> Answer<Answered<FileLink>> {
    let conversation = find_own(&visitor, id).await?;
    let organization_id = visitor.desk.organization_id();
    let me = Uploader::Visitor(visitor.visitor_id);
    let file = app.store.find_file(organization_id, file_id).await?;
    let may_read = |file: &StoredFile| file.uploaded_by == me || file.state == FileState::Public;
    linked(&app, file.filter(may_read), conversation.id, organization_id)
}
