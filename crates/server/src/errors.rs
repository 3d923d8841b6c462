//! What goes wrong, in the words of RFC 9457. Constructors are words; each says which status it stands for. Refuses to
//! know causes: what a store or a panic said is logged where it happened and never shown.

use crate::desk::DeskError;
use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use frontdesk_engine::{Refusal, RefusalKind};
use frontdesk_store::ReadError;
use serde::Serialize;
use std::borrow::Cow;

/// The answer when a request cannot be carried out. Rendered by the middleware, which knows the correlation id.
#[derive(Clone, Debug)]
pub struct Problem {
    pub status: StatusCode,
    /// Stable, snake_case: what programs look at.
    pub code: Cow<'static, str>,
    /// For people.
    pub detail: String,
    pub errors: Vec<FieldError>,
    pub retry_after_ms: Option<u64>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct FieldError {
    /// The field at fault, as it is spelt in the request.
    pub field: String,
    pub detail: String,
}

pub type Answer<T> = Result<T, Problem>;

impl Problem {
    pub fn new(status: StatusCode, code: impl Into<Cow<'static, str>>, detail: impl Into<String>) -> Self {
        Problem { status, code: code.into(), detail: detail.into(), errors: Vec::new(), retry_after_ms: None }
    }

    /// 400: a value that can never be right.
    pub fn invalid(code: impl Into<Cow<'static, str>>, detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, detail)
    }

    /// 400: one field is at fault.
    pub fn invalid_field(field: impl Into<String>, detail: impl Into<String>) -> Self {
        let (field, detail) = (field.into(), detail.into());
        let mut problem = Self::invalid("invalid_field", format!("{field}: {detail}"));
        problem.errors.push(FieldError { field, detail });
        problem
    }

    /// 401: nobody is signed in, or no longer.
    pub fn unauthorized(code: &'static str, detail: impl Into<String>) -> Self {
        Self::new(StatusCode::UNAUTHORIZED, code, detail)
    }

    /// 403: known who, but they may not.
    pub fn forbidden(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::FORBIDDEN, "forbidden", detail)
    }

    /// 404: not there, or not theirs to see; the answer does not tell which.
    pub fn not_found(noun: &'static str) -> Self {
        Self::new(StatusCode::NOT_FOUND, format!("{}_not_found", noun.replace(' ', "_")), format!("no such {noun}"))
    }

    /// 409: right in itself, but not in the state that things are in.
    pub fn conflict(code: impl Into<Cow<'static, str>>, detail: impl Into<String>) -> Self {
        Self::new(StatusCode::CONFLICT, code, detail)
    }

    /// 413.
    pub fn too_large(limit_bytes: usize) -> Self {
        let detail = format!("the body is larger than the {limit_bytes} bytes that are taken");
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "body_too_large", detail)
    }

    /// 415.
    pub fn not_json() -> Self {
        let detail = "send the body as application/json";
        Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "not_json", detail)
    }

    /// 429 with `Retry-After`.
    pub fn too_many_requests(retry_after_ms: u64) -> Self {
        let mut problem =
            Self::new(StatusCode::TOO_MANY_REQUESTS, "too_many_requests", "too many requests; wait, then try again");
        problem.retry_after_ms = Some(retry_after_ms);
        problem
    }

    /// 503 with `Retry-After`: whether it was carried out is not known; the same key again tells.
    pub fn outcome_unknown() -> Self {
        Self::unavailable("outcome_unknown", "whether this was carried out is not known; repeat it with the same key")
    }

    /// 503 with `Retry-After`.
    pub fn unavailable(code: &'static str, detail: impl Into<String>) -> Self {
        let mut problem = Self::new(StatusCode::SERVICE_UNAVAILABLE, code, detail);
        problem.retry_after_ms = Some(1_000);
        problem
    }

    /// 500: our mistake. `what` goes to the log, never to the caller.
    pub fn internal(what: impl std::fmt::Display) -> Self {
        tracing::error!(error = %what, "a request failed through a fault of the server");
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", "the server made a mistake; it has been logged")
    }

    pub fn with_error(mut self, field: impl Into<String>, detail: impl Into<String>) -> Self {
        self.errors.push(FieldError { field: field.into(), detail: detail.into() });
        self
    }

    /// The body, and the headers that belong to it.
    pub fn render(&self, correlation_id: &str) -> Response {
        let body = ProblemBody {
            r#type: "about:blank",
            title: self.status.canonical_reason().unwrap_or("Error"),
            status: self.status.as_u16(),
            code: &self.code,
            detail: &self.detail,
            correlation_id,
            errors: &self.errors,
        };
        let bytes = serde_json::to_vec(&body).unwrap_or_default();
        let mut response = Response::new(Body::from(bytes));
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if let Some(retry_after_ms) = self.retry_after_ms {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(retry_after_ms.div_ceil(1_000).max(1)));
        }
        if self.status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ProblemBody<'a> {
    r#type: &'static str,
    title: &'static str,
    status: u16,
    code: &'a str,
    detail: &'a str,
    correlation_id: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    errors: &'a [FieldError],
}

/// The same shape, for the API's description.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Problem)]
#[allow(dead_code, reason = "describes what `render` writes")]
pub struct ProblemSchema {
    pub r#type: String,
    pub title: String,
    pub status: u16,
    /// Stable, snake_case: what programs look at.
    pub code: String,
    /// For people.
    pub detail: String,
    pub correlation_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub errors: Option<Vec<FieldError>>,
}

impl IntoResponse for Problem {
    /// An empty response that carries the problem to the middleware.
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = self.status;
        response.extensions_mut().insert(self);
        response
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        let status = match refusal.kind {
            RefusalKind::Invalid => StatusCode::BAD_REQUEST,
            RefusalKind::Forbidden => StatusCode::FORBIDDEN,
            RefusalKind::NotFound => StatusCode::NOT_FOUND,
            RefusalKind::Conflict => StatusCode::CONFLICT,
        };
        let mut problem = Problem::new(status, refusal.code, refusal.detail);
        let errors = refusal.faults.into_iter().map(|fault| FieldError { field: fault.field, detail: fault.detail });
        problem.errors = errors.collect();
        problem
    }
}

impl From<DeskError> for Problem {
    fn from(error: DeskError) -> Self {
        let retry = |mut problem: Problem, retry_after_ms| {
            problem.retry_after_ms = Some(retry_after_ms);
            problem
        };
        match error {
            DeskError::Refused(refusal) => refusal.into(),
            DeskError::Busy { retry_after_ms } => {
                let detail = "the desk is busy; nothing was changed; wait, then try again";
                retry(Problem::new(StatusCode::TOO_MANY_REQUESTS, "busy", detail), retry_after_ms)
            }
            DeskError::Unavailable { retry_after_ms } => retry(
                Problem::unavailable("store_unavailable", "the store is away; nothing was changed"),
                retry_after_ms,
            ),
            DeskError::Unknown => Problem::outcome_unknown(),
            DeskError::Full => {
                retry(Problem::unavailable("storage_full", "the disk is full; nothing was changed"), 30_000)
            }
            DeskError::Internal => Problem::internal("a desk failed"),
            DeskError::Closed => Problem::unavailable("shutting_down", "the server is going down; nothing was changed"),
        }
    }
}

impl From<ReadError> for Problem {
    fn from(error: ReadError) -> Self {
        tracing::error!(%error, "the store could not be read");
        Problem::unavailable("store_unavailable", "the store does not answer; try again")
    }
}
