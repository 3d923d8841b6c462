//! Taking a file in: announced in the store, streamed into its place, checked by its content on the way, on disk, and only
//! then acknowledged. What breaks off in between leaves an announcement that is swept. Refuses to know who may send.

use super::{BYTES_MAX, LIVE_CHAT_IMAGE_BYTES_MAX, place};
use crate::app::AppState;
use crate::auth::derive_uuid;
use crate::desk::Desk;
use crate::errors::{Answer, Problem};
use crate::extract::shorten;
use crate::middleware::drain;
use axum::body::{Body, HttpBody};
use axum::http::StatusCode;
use bytes::{Bytes, BytesMut};
use frontdesk_files::Writing;
use frontdesk_files::content::{self, Found, HEAD_BYTES, Objection};
use frontdesk_model::{
    Attachment, AttachmentRules, Conversation, ConversationStatus, FileId, FileState, Row, StoredFile, Uploader,
};
use http_body_util::BodyExt;
use std::time::Duration;

/// A sender who says nothing for so long is gone.
const SILENCE_MAX: Duration = Duration::from_secs(30);

pub struct Upload<'a> {
    pub desk: &'a Desk,
    pub conversation: &'a Conversation,
    pub by: Uploader,
    pub name: &'a str,
    pub media_type: Option<&'a str>,
    /// The sender's own: the same one again is the same file.
    pub key: Option<&'a str>,
}

pub async fn receive(app: &AppState, upload: Upload<'_>, mut body: Body) -> Answer<Attachment> {
    let received = take(app, &upload, &mut body).await;
    if received.is_err() {
        // A caller who is still sending would not see why.
        drain(body, 0).await;
    }
    received
}

async fn take(app: &AppState, upload: &Upload<'_>, body: &mut Body) -> Answer<Attachment> {
    let rules = upload.desk.view().organization().settings.attachments.clone();
    let name = check(upload, &rules)?;
    let limits = Limits::of(&rules, upload.conversation.mode.is_live_chat());
    limits.check(body.size_hint().lower(), false)?;

    let id = upload.id();
    let under_way = app.keeping.begin(id).ok_or_else(|| {
        let detail = "the same upload is under way; wait, then try again";
        Problem { retry_after_ms: Some(1_000), ..Problem::conflict("upload_under_way", detail) }
    })?;
    let organization_id = upload.desk.organization_id();
    if let Some(file) = app.store.find_file(organization_id, id).await?
        && file.state > FileState::Coming
    {
        drain(std::mem::take(body), 0).await;
        return Ok(file.attachment);
    }
    let mut file = StoredFile {
        conversation_id: upload.conversation.id,
        uploaded_by: upload.by,
        uploaded_at: app.now(),
        state: FileState::Coming,
        attachment: Attachment { id, name, media_type: String::new(), size_bytes: 0 },
    };
    upload.desk.write(vec![Row::File(file.clone())]).await?;
    match stream(app, upload, &rules, &limits, &mut file, body).await {
        Ok(()) => {
            file.state = FileState::Loose;
            upload.desk.write(vec![Row::File(file.clone())]).await?;
            drop(under_way);
            Ok(file.attachment)
        }
        Err(problem) => {
            if let Err(error) = upload.desk.write(vec![Row::DeletedFile(id)]).await {
                tracing::debug!(%error, "the announcement of a file that was refused stays until it is swept");
            }
            Err(problem)
        }
    }
}

impl Upload<'_> {
    fn id(&self) -> FileId {
        let scope = || match self.by {
            Uploader::Visitor(id) => format!("{}/visitor/{id}/file", self.conversation.id),
            Uploader::Agent(id) => format!("{}/agent/{id}/file", self.conversation.id),
        };
        match self.key {
            Some(key) => FileId(derive_uuid(&scope(), key)),
            None => FileId(self.desk.ids().next()),
        }
    }
}

/// What can be said before the first byte; answers the name as it will be kept.
fn check(upload: &Upload<'_>, rules: &AttachmentRules) -> Answer<String> {
    let allowed = match upload.by {
        Uploader::Visitor(_) => rules.from_customers,
        Uploader::Agent(_) => rules.from_agents,
    };
    if !allowed {
        return Err(Problem::new(StatusCode::FORBIDDEN, "attachments_off", "this organisation takes no files here"));
    }
    if upload.conversation.status == ConversationStatus::Closed {
        return Err(Problem::conflict("conversation_closed", "the conversation is closed"));
    }
    let name = content::harmless_name(upload.name)
        .ok_or_else(|| Problem::invalid_field("name", format!("'{}' names no file", shorten(upload.name))))?;
    content::check_name(&name, &rules.blocked_extensions).map_err(refused)?;
    Ok(name)
}

/// Into its place, checked once its beginning is there.
async fn stream(
    app: &AppState,
    upload: &Upload<'_>,
    rules: &AttachmentRules,
    limits: &Limits,
    file: &mut StoredFile,
    body: &mut Body,
) -> Answer<()> {
    let mut writing = app.keeping.files.write(place(upload.desk.organization_id(), file.id())).await?;
    let mut head = BytesMut::new();
    let mut found: Option<Found> = None;
    let judge = |name: &str, head: &[u8]| {
        content::judge(name, upload.media_type, &head[..head.len().min(HEAD_BYTES)], &rules.blocked_extensions)
            .map_err(refused)
    };
    while let Some(bytes) = next(body).await? {
        file.attachment.size_bytes += bytes.len() as u64;
        if found.is_none() && head.len() < HEAD_BYTES {
            head.extend_from_slice(&bytes[..bytes.len().min(HEAD_BYTES - head.len())]);
        }
        if found.is_none() && head.len() == HEAD_BYTES {
            found = Some(judge(&file.attachment.name, &head)?);
        }
        limits.check(file.attachment.size_bytes, found.as_ref().is_some_and(|found| found.is_image))?;
        writing.add(bytes).await?;
    }
    let found = match found {
        Some(found) => found,
        None => judge(&file.attachment.name, &head)?,
    };
    file.attachment.media_type = found.media_type;
    finish(writing, file.attachment.size_bytes).await
}

async fn finish(writing: Box<dyn Writing>, size_bytes: u64) -> Answer<()> {
    if size_bytes == 0 {
        return Err(Problem::invalid("file_empty", "the file is empty"));
    }
    Ok(writing.finish().await?)
}

async fn next(body: &mut Body) -> Answer<Option<Bytes>> {
    loop {
        let frame = tokio::time::timeout(SILENCE_MAX, body.frame());
        let frame = frame.await.map_err(|_| Problem::invalid("upload_stopped", "nothing came for a while"))?;
        let Some(frame) = frame else { return Ok(None) };
        let frame = frame.map_err(|_| Problem::invalid("body_unreadable", "the body ended early"))?;
        if let Ok(data) = frame.into_data() {
            return Ok(Some(data));
        }
    }
}

fn refused(objection: Objection) -> Problem {
    let code = match &objection {
        Objection::Blocked(_) | Objection::BlockedContent(_) | Objection::Program => "file_type_blocked",
        Objection::NotItsExtension(_) | Objection::NotAsDeclared(_) => "file_content_differs",
    };
    Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, code, format!("the file is not taken: {objection}"))
}

/// Of one file.
pub struct Limits {
    pub bytes_max: u64,
    pub image_bytes_max: u64,
}

impl Limits {
    pub fn of(rules: &AttachmentRules, is_live_chat: bool) -> Self {
        let bytes_max = (u64::from(rules.size_kilobytes_max) * 1_024).min(BYTES_MAX);
        let image_bytes_max = match is_live_chat {
            true => bytes_max.min(LIVE_CHAT_IMAGE_BYTES_MAX),
            false => bytes_max,
        };
        Limits { bytes_max, image_bytes_max }
    }

    fn check(&self, size_bytes: u64, is_image: bool) -> Answer<()> {
        let max = if is_image { self.image_bytes_max } else { self.bytes_max };
        if size_bytes <= max {
            return Ok(());
        }
        let noun = if is_image { "images" } else { "files" };
        let detail = format!("{noun} may have at most {}", words(max));
        Err(Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "file_too_large", detail))
    }
}

fn words(bytes: u64) -> String {
    match bytes {
        _ if bytes.is_multiple_of(1 << 20) => format!("{} MB", bytes >> 20),
        _ => format!("{} kB", bytes >> 10),
    }
}
