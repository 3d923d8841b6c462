//! What a request carries, read strictly: every fault is named with where it stands. Refuses to know what the values are for.

use crate::app::App;
use crate::errors::Problem;
use crate::middleware::drain;
use axum::body::{Body, HttpBody};
use axum::extract::{FromRequest, FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Request, Uri, header};
use bytes::{Bytes, BytesMut};
use http_body_util::BodyExt;
use serde::de::DeserializeOwned;
use std::str::FromStr;

/// A JSON body.
pub struct Json<T>(pub T);

impl<T: DeserializeOwned> FromRequest<App> for Json<T> {
    type Rejection = Problem;

    async fn from_request(request: Request<Body>, app: &App) -> Result<Self, Problem> {
        if !is_json(request.headers()) {
            return Err(Problem::not_json());
        }
        let bytes = read_body(request, app).await?;
        parse_json(&bytes).map(Json)
    }
}

/// The body as it came, within the limit. Of a larger one the rest is read and thrown away: a caller who is still
/// sending would not see the answer.
pub async fn read_body(request: Request<Body>, app: &App) -> Result<Bytes, Problem> {
    let limit_bytes = app.config.body_limit_bytes;
    let mut body = request.into_body();
    let mut bytes = BytesMut::new();
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| Problem::invalid("body_unreadable", "the body ended early"))?;
        let Ok(data) = frame.into_data() else { continue };
        if bytes.len() + data.len() > limit_bytes {
            drain(body, 0).await;
            return Err(Problem::too_large(limit_bytes));
        }
        // Most bodies are one frame.
        if bytes.is_empty() && body.is_end_stream() {
            return Ok(data);
        }
        bytes.extend_from_slice(&data);
    }
    Ok(bytes.freeze())
}

pub fn is_json(headers: &HeaderMap) -> bool {
    let Some(content_type) = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()) else {
        return false;
    };
    let essence = content_type.split(';').next().unwrap_or("").trim().to_ascii_lowercase();
    essence == "application/json" || (essence.starts_with("application/") && essence.ends_with("+json"))
}

pub fn parse_json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    let text = std::str::from_utf8(bytes).map_err(invalid_utf8)?;
    if text.trim().is_empty() {
        return Err(Problem::invalid("invalid_json", "the body is empty; JSON was expected"));
    }
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let path = error.path().to_string();
        json_problem(&path, error.into_inner())
    })?;
    deserializer.end().map_err(|error| json_problem(".", error))?;
    Ok(value)
}

pub fn invalid_utf8(error: std::str::Utf8Error) -> Problem {
    Problem::invalid("invalid_utf8", format!("the body is not UTF-8: byte {} is wrong", error.valid_up_to()))
}

/// Malformed JSON is told by position, a wrong value by its field.
fn json_problem(path: &str, error: serde_json::Error) -> Problem {
    let detail = error.to_string();
    if error.is_data() {
        // The field says where; a position would be taken for one within the field's own text.
        let place = format!(" at line {} column {}", error.line(), error.column());
        let detail = plain(detail.strip_suffix(&place).unwrap_or(&detail));
        let within = if path == "." { "" } else { path };
        let field = match named_field(detail) {
            Some(name) if within.is_empty() => name.to_owned(),
            Some(name) if within.rsplit('.').next() == Some(name) => within.to_owned(),
            Some(name) => format!("{within}.{name}"),
            None if within.is_empty() => "body".to_owned(),
            None => within.to_owned(),
        };
        return Problem::invalid_field(field, detail);
    }
    Problem::invalid("invalid_json", format!("the body is not JSON: {detail}"))
}

/// serde speaks of types; people of what a number may be.
fn plain(detail: &str) -> &str {
    match detail.contains("invalid value: integer `-") && detail.contains(", expected u") {
        true => "must not be negative",
        false => detail,
    }
}

/// serde names missing and unknown fields in its message alone.
fn named_field(detail: &str) -> Option<&str> {
    let rest = detail.strip_prefix("missing field `").or_else(|| detail.strip_prefix("unknown field `"))?;
    rest.split('`').next()
}

/// The query, each name known and each value right.
pub struct Query<T>(pub T);

impl<T: DeserializeOwned> Query<T> {
    pub fn read(uri: &Uri) -> Result<Self, Problem> {
        let query = axum::extract::Query::<T>::try_from_uri(uri).map_err(|rejection| {
            let text = rejection.body_text();
            let detail = text.strip_prefix("Failed to deserialize query string: ").unwrap_or(&text);
            match named_field(detail) {
                Some(field) => Problem::invalid_field(field, detail),
                None => match detail.split_once(": ") {
                    Some((field, detail)) => Problem::invalid_field(field, detail),
                    None => Problem::invalid_field("query", detail),
                },
            }
        })?;
        Ok(Query(query.0))
    }
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        Query::read(&parts.uri)
    }
}

/// The first id of a path; most have no other.
pub struct Id<T>(pub T);

impl<T: FromStr, S: Send + Sync> FromRequestParts<S> for Id<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        nth_id(parts, state, 0).await.map(Id)
    }
}

/// The second id of a path.
pub struct SecondId<T>(pub T);

impl<T: FromStr, S: Send + Sync> FromRequestParts<S> for SecondId<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        nth_id(parts, state, 1).await.map(SecondId)
    }
}

async fn nth_id<T: FromStr, S: Send + Sync>(parts: &mut Parts, state: &S, nth: usize) -> Result<T, Problem> {
    let params = RawPathParams::from_request_parts(parts, state)
        .await
        .map_err(|_| Problem::invalid("invalid_path", "the path is not UTF-8"))?;
    let (name, text) =
        params.iter().nth(nth).ok_or_else(|| Problem::internal("a route without an id was asked for one"))?;
    text.parse().map_err(|_| Problem::invalid_field(name, format!("'{}' is not a GUID", shorten(text))))
}

/// What a caller sent, short enough to be said back.
pub fn shorten(text: &str) -> String {
    match text.char_indices().nth(80) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The caller's key for this command, if one was given.
pub struct IdempotencyKey(pub Option<String>);

impl<S: Send + Sync> FromRequestParts<S> for IdempotencyKey {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let Some(value) = parts.headers.get("idempotency-key") else {
            return Ok(IdempotencyKey(None));
        };
        let fault = |detail| Err(Problem::invalid_field("Idempotency-Key", detail));
        match value.to_str() {
            Ok("") => fault("must not be empty"),
            Ok(key) if key.len() > 200 => fault("must have at most 200 characters"),
            Ok(key) => Ok(IdempotencyKey(Some(key.to_owned()))),
            Err(_) => fault("must be visible ASCII"),
        }
    }
}

/// A JSON body that may be left out: then everything is as if absent.
pub struct OptionalJson<T>(pub T);

impl<T: DeserializeOwned + Default> FromRequest<App> for OptionalJson<T> {
    type Rejection = Problem;

    async fn from_request(request: Request<Body>, app: &App) -> Result<Self, Problem> {
        let is_json = is_json(request.headers());
        let bytes = read_body(request, app).await?;
        match bytes.is_empty() {
            true => Ok(OptionalJson(T::default())),
            false if !is_json => Err(Problem::not_json()),
            false => parse_json(&bytes).map(OptionalJson),
        }
    }
}

/// Only while what is changed has one of these versions; none was asked for: whatever it has.
#[derive(Default)]
pub struct IfMatch(Option<Vec<String>>);

impl IfMatch {
    pub fn is_given(&self) -> bool {
        self.0.is_some()
    }

    /// The version that is right. Where the caller has seen another one, theirs, or one that never is.
    pub fn expected(&self, current: u64) -> u64 {
        let Some(tags) = &self.0 else { return current };
        let mut versions = tags.iter().map(|tag| tag.trim_start_matches("W/").trim_matches('"').parse().ok());
        match tags.iter().any(|tag| tag == "*") || versions.clone().any(|version| version == Some(current)) {
            true => current,
            false => versions.next().flatten().unwrap_or(u64::MAX),
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let Some(value) = parts.headers.get(header::IF_MATCH) else { return Ok(IfMatch(None)) };
        let text = value.to_str().map_err(|_| Problem::invalid_field("If-Match", "must be visible ASCII"))?;
        Ok(IfMatch(Some(text.split(',').map(|tag| tag.trim().to_owned()).collect())))
    }
}

/// The id of a path and the name of something within it.
pub struct IdAndName<T>(pub T, pub String);

impl<T: FromStr + Send, S: Send + Sync> FromRequestParts<S> for IdAndName<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Id(id) = Id::from_request_parts(parts, state).await?;
        let params = RawPathParams::from_request_parts(parts, state)
            .await
            .map_err(|_| Problem::invalid("invalid_path", "the path is not UTF-8"))?;
        let name = params.iter().nth(1).ok_or_else(|| Problem::internal("a route without a name was asked for one"))?;
        Ok(IdAndName(id, name.1.to_owned()))
    }
}
