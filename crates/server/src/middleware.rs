//! What happens round every request, in order, in one function. Knows nothing of what the request is for.

use crate::app::App;
use crate::auth::network_of;
use crate::errors::Problem;
use crate::metrics::RequestLabels;
use axum::body::{Body, HttpBody};
use axum::extract::{ConnectInfo, FromRequestParts, MatchedPath, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures_util::FutureExt;
use http_body_util::BodyExt;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tracing::Instrument;

pub const CORRELATION_ID: HeaderName = HeaderName::from_static("x-correlation-id");
const CORRELATION_ID_BYTES_MAX: usize = 128;
/// Of a body that is refused, so much is read and thrown away: a caller who is still sending would not see the answer.
const DRAINED_BYTES_MAX: u64 = 128 << 20;
const DRAINED_WITHIN: Duration = Duration::from_secs(10);

/// Who asks, before anything is known of what for.
#[derive(Clone, Debug)]
pub struct Caller {
    /// IPv6: the network.
    pub address: IpAddr,
    /// They came by TLS, to us or to the proxy in front.
    pub secure: bool,
    pub correlation_id: Arc<str>,
}

pub async fn around(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let started = Instant::now();
    // 1. Who asks whom, however it was said; a correlation id, theirs or a new one.
    name_host(&app, &mut request);
    let caller = caller_of(&app, &request);
    let correlation_id = caller.correlation_id.clone();
    let span = tracing::info_span!("request", correlation_id = &*correlation_id);
    let seen = Seen::of(&request);
    let time_limit = if is_upload(&request) { app.config.upload_timeout } else { app.config.request_timeout };
    request.extensions_mut().insert(caller);

    // 2. Answers that need no handler; then the handler, with a time limit and with panics caught.
    let mut response = match early_answer(&app, &mut request).await {
        Some(response) => response,
        None => {
            let handled = AssertUnwindSafe(next.run(request)).catch_unwind();
            match tokio::time::timeout(time_limit, handled.instrument(span.clone())).await {
                Ok(Ok(response)) => response,
                Ok(Err(panic)) => span.in_scope(|| Problem::internal(panic_text(&*panic))).into_response(),
                Err(_) => timed_out(&seen.method).into_response(),
            }
        }
    };

    // 3. A problem is written out, now that all of its parts are known.
    let code = match response.extensions_mut().remove::<Problem>() {
        Some(problem) => {
            let headers = std::mem::take(response.headers_mut());
            response = problem.render(&correlation_id);
            response.headers_mut().extend(headers);
            Some(problem.code)
        }
        None => None,
    };

    // 4. Headers that every response has.
    let headers = response.headers_mut();
    if let Ok(value) = HeaderValue::try_from(&*correlation_id) {
        headers.insert(CORRELATION_ID, value);
    }
    add_security_headers(&app, headers);
    seen.add_cors_headers(headers);

    // 5. Figures, and a line in the log: never bodies, queries, e-mails or tokens.
    let elapsed = started.elapsed();
    let status = response.status();
    app.metrics.request(RequestLabels::new(&seen.method, seen.route.clone(), status), elapsed);
    span.in_scope(|| seen.log(status, code.as_deref().unwrap_or(""), elapsed));
    response
}

/// Preflights and bodies that say at once that they are too large; requests of a flooding address.
async fn early_answer(app: &App, request: &mut Request) -> Option<Response> {
    if request.method() == Method::OPTIONS && is_open_to_pages(request.uri().path()) {
        return Some(StatusCode::NO_CONTENT.into_response());
    }
    let length = request.body().size_hint().lower();
    if is_upload(request) {
        return None;
    }
    if length > app.config.body_limit_bytes as u64 {
        drain(std::mem::take(request.body_mut()), length).await;
        return Some(Problem::too_large(app.config.body_limit_bytes).into_response());
    }
    None
}

/// A file on its way in, which its handler measures by the organisation's rules.
fn is_upload(request: &Request) -> bool {
    let path = request.uri().path();
    request.method() == Method::POST && path.starts_with("/api/v1/") && path.ends_with("/files")
}

/// Reads what is still to come, within reason.
pub async fn drain(mut body: Body, expected_bytes: u64) {
    if expected_bytes > DRAINED_BYTES_MAX {
        return;
    }
    let reading = async {
        let mut seen_bytes = 0_u64;
        while let Some(Ok(frame)) = body.frame().await {
            seen_bytes += frame.data_ref().map_or(0, |data| data.len() as u64);
            if seen_bytes > DRAINED_BYTES_MAX {
                return;
            }
        }
    };
    // Whoever is slower than this does not see the answer; nothing else depends on it.
    let _ = tokio::time::timeout(DRAINED_WITHIN, reading).await;
}

fn timed_out(method: &Method) -> Problem {
    if method.is_safe() {
        Problem::unavailable("timed_out", "the answer took too long; try again")
    } else {
        Problem::outcome_unknown()
    }
}

fn panic_text(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    format!("panicked: {}", text.unwrap_or("without words"))
}

fn caller_of(app: &App, request: &Request) -> Caller {
    let headers = request.headers();
    let connection = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(address)| address.ip());
    let mut address = connection.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST));
    let mut secure = app.serves_tls;
    if app.config.behind_proxy {
        // The proxy appends: the last one is what it saw itself.
        if let Some(forwarded) = last_of(headers, "x-forwarded-for").and_then(|text| text.parse().ok()) {
            address = forwarded;
        }
        secure |= last_of(headers, "x-forwarded-proto") == Some("https");
    }
    Caller { address: network_of(address), secure, correlation_id: correlation_id(app, headers) }
}

/// Pages are told apart by the host they were loaded from, which HTTP/2 and proxies say elsewhere.
fn name_host(app: &App, request: &mut Request) {
    let forwarded = last_of(request.headers(), "x-forwarded-host").filter(|_| app.config.behind_proxy);
    let named = match (forwarded, request.uri().authority()) {
        (Some(host), _) => HeaderValue::from_str(host).ok(),
        (None, Some(authority)) => HeaderValue::from_str(authority.as_str()).ok(),
        (None, None) => None,
    };
    if let Some(host) = named {
        request.headers_mut().insert(header::HOST, host);
    }
}

fn last_of<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get_all(name).iter().next_back()?.to_str().ok()?.rsplit(',').next().map(str::trim)
}

fn correlation_id(app: &App, headers: &HeaderMap) -> Arc<str> {
    let given = headers.get(CORRELATION_ID).and_then(|value| value.to_str().ok()).map(str::trim);
    match given {
        Some(id) if !id.is_empty() && id.len() <= CORRELATION_ID_BYTES_MAX => Arc::from(id),
        _ => Arc::from(app.ids.next().as_hyphenated().encode_lower(&mut [0; 36]) as &str),
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        parts.extensions.get::<Caller>().cloned().ok_or_else(|| Problem::internal("a request without its caller"))
    }
}

/// What has to be known of a request after it was handed on.
struct Seen {
    method: Method,
    route: Option<MatchedPath>,
    /// The page of another site that asks, where such may ask.
    page: Option<HeaderValue>,
    is_public_script: bool,
}

impl Seen {
    fn of(request: &Request) -> Self {
        let path = request.uri().path();
        Seen {
            method: request.method().clone(),
            route: request.extensions().get::<MatchedPath>().cloned(),
            page: request.headers().get(header::ORIGIN).filter(|_| is_open_to_pages(path)).cloned(),
            is_public_script: path.starts_with("/widget/") || path.starts_with("/sdk/"),
        }
    }

    /// A visitor's page is on any of the widget's sites. No cookie ever counts there, so that any page may ask; which
    /// pages may start a conversation is checked where that happens.
    fn add_cors_headers(&self, headers: &mut HeaderMap) {
        if self.is_public_script {
            headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
            headers.insert("cross-origin-resource-policy", HeaderValue::from_static("cross-origin"));
        }
        let Some(page) = &self.page else { return };
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, page.clone());
        headers.append(header::VARY, HeaderValue::from_static("Origin"));
        headers
            .insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static("x-correlation-id, retry-after"));
        if self.method == Method::OPTIONS {
            headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static("GET, POST"));
            headers.insert(
                header::ACCESS_CONTROL_ALLOW_HEADERS,
                HeaderValue::from_static("authorization, content-type, idempotency-key, x-correlation-id"),
            );
            headers.insert(header::ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("600"));
        }
    }

    fn log(&self, status: StatusCode, code: &str, elapsed: Duration) {
        let (method, route) = (self.method.as_str(), self.route.as_ref().map_or("other", MatchedPath::as_str));
        let (status, took_us) = (status.as_u16(), u64::try_from(elapsed.as_micros()).unwrap_or(u64::MAX));
        match status {
            500.. => tracing::warn!(method, route, status, code, took_us, "request failed"),
            400.. => tracing::info!(method, route, status, code, took_us, "request refused"),
            _ => tracing::debug!(method, route, status, took_us, "request"),
        }
    }
}

fn is_open_to_pages(path: &str) -> bool {
    path.starts_with("/api/v1/visitor/")
}

/// The strictest that fits; pages bring their own policy.
fn add_security_headers(app: &App, headers: &mut HeaderMap) {
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers
        .entry(header::CONTENT_SECURITY_POLICY)
        .or_insert(HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'"));
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    if app.strict_transport {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::ServerConfig;
    use crate::serve::{Parts, open};
    use axum::Router;
    use axum::routing::get;
    use frontdesk_store::Memory;
    use tower::ServiceExt;

    async fn ask(request: Request) -> (StatusCode, HeaderMap, serde_json::Value) {
        let app = open(ServerConfig::default(), Parts::real(Arc::new(Memory::new()))).await.unwrap();
        let router = Router::new()
            .route(
                "/panics",
                get(|| async {
                    if true {
                        panic!("a secret of ours")
                    }
                }),
            )
            .route(
                "/host",
                get(|headers: HeaderMap| async move { axum::Json(headers["host"].to_str().unwrap().to_owned()) }),
            )
            .layer(axum::middleware::from_fn_with_state(app, around));
        let response = router.oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        (parts.status, parts.headers, serde_json::from_slice(&bytes).unwrap())
    }

    #[tokio::test]
    async fn a_panic_is_a_500_that_tells_nothing_of_it() {
        let request = Request::get("/panics").header("x-correlation-id", "abc").body(Body::empty()).unwrap();
        let (status, headers, problem) = ask(request).await;
        assert_eq!(
            (status, &headers[CORRELATION_ID]),
            (StatusCode::INTERNAL_SERVER_ERROR, &HeaderValue::from_static("abc"))
        );
        assert_eq!(problem["code"], "internal");
        assert!(!problem.to_string().contains("secret"));
        assert!(headers.contains_key(header::CONTENT_SECURITY_POLICY));
    }

    #[tokio::test]
    async fn http_2_names_the_host_in_the_address() {
        let request = Request::get("https://desk.example:8443/host").body(Body::empty()).unwrap();
        assert_eq!(ask(request).await.2, "desk.example:8443");
    }
}
