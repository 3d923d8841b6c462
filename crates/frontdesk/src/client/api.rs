//! Requests and answers, repeated until there is one. Knows no routes.

use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderValue, RETRY_AFTER};
use reqwest::{Client, Method, Response, StatusCode};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::time::Instant;

const FIRST_PAUSE: Duration = Duration::from_millis(25);
const LONGEST_PAUSE: Duration = Duration::from_secs(1);
const LONGEST_WISH: Duration = Duration::from_secs(10);
const ANSWER_WITHIN: Duration = Duration::from_secs(15);

/// What was needed beyond the first try; shared by all clients of one run.
#[derive(Debug, Default)]
pub struct Counters {
    pub repeated: AtomicU64,
    pub reconnected: AtomicU64,
}

/// One server, and perhaps a bearer token for it.
#[derive(Clone)]
pub struct Api {
    base: Arc<str>,
    http: Client,
    token: Option<Arc<str>>,
    patience: Duration,
    pub counters: Arc<Counters>,
}

#[derive(Clone, Debug, thiserror::Error)]
pub enum ApiError {
    #[error("{0}")]
    Refused(Problem),
    #[error("no answer from {server}: {detail}")]
    Unreachable { server: String, detail: String },
    #[error("{path} answered something unexpected: {detail}")]
    Unexpected { path: String, detail: String },
}

/// The server's own "no".
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Problem {
    pub status: u16,
    pub code: String,
    pub detail: String,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}: {}", self.status, self.code, self.detail)
    }
}

impl From<ApiError> for crate::failure::Failure {
    fn from(error: ApiError) -> Self {
        use crate::failure::{Failure, FailureKind};
        let kind = match &error {
            ApiError::Unreachable { .. } => FailureKind::Unreachable,
            _ => FailureKind::Failed,
        };
        Failure::new(kind, error)
    }
}

impl Api {
    /// `patience`: how long one command is repeated before it is given up.
    pub fn new(base: &str, patience: Duration) -> Result<Api, ApiError> {
        let base: Arc<str> = base.trim_end_matches('/').into();
        let unusable = |detail: String| ApiError::Unreachable { server: base.to_string(), detail };
        if !base.starts_with("http://") && !base.starts_with("https://") {
            return Err(unusable("a server is written as http://host:port".into()));
        }
        let http = Client::builder()
            .timeout(ANSWER_WITHIN)
            .connect_timeout(Duration::from_secs(5))
            .tcp_nodelay(true)
            .build()
            .map_err(|error| unusable(error.to_string()))?;
        Ok(Api { base, http, token: None, patience, counters: Arc::default() })
    }

    pub fn with_token(&self, token: &str) -> Api {
        Api { token: Some(token.into()), ..self.clone() }
    }

    /// As somebody who has not signed in.
    pub fn anonymous(&self) -> Api {
        Api { token: None, ..self.clone() }
    }

    pub fn base(&self) -> &str {
        &self.base
    }

    pub fn token(&self) -> Option<&str> {
        self.token.as_deref()
    }

    pub fn patience(&self) -> Duration {
        self.patience
    }

    pub async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, ApiError> {
        self.request(Method::GET, path, None, &()).await
    }

    /// The key makes repeats harmless: the server carries a key out once.
    pub async fn post<T: DeserializeOwned>(&self, path: &str, key: &str, body: &impl Serialize) -> Result<T, ApiError> {
        self.request(Method::POST, path, Some(key), body).await
    }

    /// For messages, whose own id in the body makes repeats harmless.
    pub async fn post_message<T: DeserializeOwned>(&self, path: &str, body: &impl Serialize) -> Result<T, ApiError> {
        self.request(Method::POST, path, None, body).await
    }

    pub async fn put<T: DeserializeOwned>(&self, path: &str, body: &impl Serialize) -> Result<T, ApiError> {
        self.request(Method::PUT, path, None, body).await
    }

    pub async fn patch<T: DeserializeOwned>(&self, path: &str, body: &impl Serialize) -> Result<T, ApiError> {
        self.request(Method::PATCH, path, None, body).await
    }

    async fn request<T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        key: Option<&str>,
        body: &impl Serialize,
    ) -> Result<T, ApiError> {
        let unexpected = |detail: String| ApiError::Unexpected { path: path.to_owned(), detail };
        let body = match method {
            Method::GET => None,
            _ => Some(serde_json::to_vec(body).map_err(|error| unexpected(error.to_string()))?),
        };
        let (_, answer) = self.exchange(method, path, key, body, &HeaderMap::new()).await?;
        let answer: &[u8] = if answer.is_empty() { b"null" } else { &answer };
        serde_json::from_slice(answer).map_err(|error| unexpected(error.to_string()))
    }

    /// Repeats until there is an answer that will not change by asking again.
    pub(super) async fn exchange(
        &self,
        method: Method,
        path: &str,
        key: Option<&str>,
        body: Option<Vec<u8>>,
        headers: &HeaderMap,
    ) -> Result<(HeaderMap, Vec<u8>), ApiError> {
        let started = Instant::now();
        let mut pause = FIRST_PAUSE;
        loop {
            let attempt = self.attempt(&method, path, key, body.clone(), headers).await;
            let (wish, detail) = match attempt {
                Ok(Answer::Final(headers, body)) => return Ok((headers, body)),
                Ok(Answer::Refused(problem)) => return Err(ApiError::Refused(problem)),
                Ok(Answer::Later(wish, problem)) => (wish, problem.to_string()),
                Err(error) => (None, innermost(&error)),
            };
            if started.elapsed() > self.patience {
                return Err(ApiError::Unreachable { server: self.base.to_string(), detail });
            }
            self.counters.repeated.fetch_add(1, Ordering::Relaxed);
            tokio::time::sleep(wish.unwrap_or(pause).min(LONGEST_WISH)).await;
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
    }

    async fn attempt(
        &self,
        method: &Method,
        path: &str,
        key: Option<&str>,
        body: Option<Vec<u8>>,
        headers: &HeaderMap,
    ) -> Result<Answer, reqwest::Error> {
        let mut request = self.http.request(method.clone(), format!("{}{path}", self.base)).headers(headers.clone());
        if let Some(token) = &self.token {
            request = request.header(AUTHORIZATION, format!("Bearer {token}"));
        }
        if let Some(key) = key {
            request = request.header("idempotency-key", key);
        }
        if let Some(body) = body {
            request =
                request.header(reqwest::header::CONTENT_TYPE, HeaderValue::from_static("application/json")).body(body);
        }
        Answer::read(request.send().await?).await
    }
}

enum Answer {
    Final(HeaderMap, Vec<u8>),
    Refused(Problem),
    /// Not now, or the outcome is unknown: the same again, after so long if the server said so.
    Later(Option<Duration>, Problem),
}

impl Answer {
    async fn read(response: Response) -> Result<Answer, reqwest::Error> {
        let status = response.status();
        let headers = response.headers().clone();
        let body = response.bytes().await?.to_vec();
        if status.is_success() {
            return Ok(Answer::Final(headers, body));
        }
        let mut problem: Problem = serde_json::from_slice(&body).unwrap_or_default();
        problem.status = status.as_u16();
        if problem.detail.is_empty() {
            problem.detail = String::from_utf8_lossy(&body).chars().take(200).collect();
        }
        let later = [
            StatusCode::TOO_MANY_REQUESTS,
            StatusCode::BAD_GATEWAY,
            StatusCode::SERVICE_UNAVAILABLE,
            StatusCode::GATEWAY_TIMEOUT,
        ];
        if !later.contains(&status) {
            return Ok(Answer::Refused(problem));
        }
        let wish = headers.get(RETRY_AFTER).and_then(|value| value.to_str().ok()).and_then(|text| text.parse().ok());
        Ok(Answer::Later(wish.map(Duration::from_secs), problem))
    }
}

fn innermost(error: &dyn std::error::Error) -> String {
    let mut innermost = error;
    while let Some(source) = innermost.source() {
        innermost = source;
    }
    innermost.to_string()
}
