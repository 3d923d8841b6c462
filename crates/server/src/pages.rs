//! What browsers load: the embedded pages and scripts, and the page to try the API. Knows files and headers, not what
//! the pages do.

use crate::app::{App, AppState};
use crate::errors::{Answer, Problem};
use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use frontdesk_model::WidgetId;
use frontdesk_ui::Asset;
use std::collections::BTreeSet;

const DOCS: [(&str, &str, &str); 3] = [
    ("index.html", "text/html; charset=utf-8", include_str!("docs/index.html")),
    ("docs.js", "text/javascript; charset=utf-8", include_str!("docs/docs.js")),
    ("docs.css", "text/css; charset=utf-8", include_str!("docs/docs.css")),
];

/// The page to browse and try the API.
pub async fn docs() -> Response {
    docs_response(&DOCS[0])
}

pub async fn docs_file(Path(file): Path<String>) -> Answer<Response> {
    let found = DOCS.iter().find(|(name, ..)| *name == file);
    found.map(docs_response).ok_or_else(|| Problem::not_found("page"))
}

fn docs_response((_, content_type, text): &(&'static str, &'static str, &'static str)) -> Response {
    let mut response = Response::new(Body::from(*text));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"),
    );
    response
}

/// The visitor's demo page. It may be framed by the widget's own sites.
pub async fn chat(State(app): State<App>, Path(widget_id): Path<String>, headers: HeaderMap) -> Answer<Response> {
    let widget = widget_id.parse::<WidgetId>().ok().and_then(|id| {
        let desk = app.organizations.of_widget(id)?;
        let view = desk.view();
        view.widget(id).cloned()
    });
    let widget = widget.ok_or_else(|| Problem::not_found("widget"))?;
    let page = frontdesk_ui::asset("chat.html").ok_or_else(|| Problem::not_found("page"))?;
    let ancestors = match widget.allowed_domains.is_empty() {
        true => "*".to_owned(),
        false => format!("'self' {}", widget.allowed_domains.join(" ")),
    };
    Ok(serve(&page, &headers, Some(page_policy("", &ancestors))))
}

/// Everything that is no route of the API: the workspace and its files.
pub async fn other(State(app): State<App>, request: Request) -> Answer<Response> {
    let path = request.uri().path();
    if !matches!(*request.method(), Method::GET | Method::HEAD) || path.starts_with("/api/") {
        return Err(Problem::not_found("resource"));
    }
    let headers = request.headers();
    let file = path.trim_start_matches('/');
    match frontdesk_ui::asset(file) {
        Some(asset) if !is_page(&asset) => Ok(serve(&asset, headers, None)),
        // Screens have addresses of their own: a browser that goes to one gets the workspace.
        _ if file.is_empty() || file == "index.html" || wants_page(headers) => {
            let page = frontdesk_ui::asset("index.html").ok_or_else(|| Problem::not_found("page"))?;
            Ok(serve(&page, headers, Some(page_policy(&framed_origins(&app), "'self'"))))
        }
        _ => Err(Problem::not_found("resource")),
    }
}

pub async fn method_not_allowed() -> Problem {
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed", "this address does not take this method")
}

fn is_page(asset: &Asset) -> bool {
    asset.content_type.starts_with("text/html")
}

fn wants_page(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    match text("sec-fetch-mode") {
        Some(mode) => mode == "navigate",
        None => text("accept").is_some_and(|accept| accept.contains("text/html")),
    }
}

/// Pages that may be framed in the workspace, of every organisation: who will sign in is not known yet.
fn framed_origins(app: &AppState) -> String {
    let origins: BTreeSet<String> =
        app.desks().iter().flat_map(|desk| desk.view().organization().settings.framed_origins.clone()).collect();
    origins.into_iter().collect::<Vec<_>>().join(" ")
}

/// Styles are made by scripts at run time, hence `unsafe-inline` for them; scripts come from here alone.
fn page_policy(frames: &str, ancestors: &str) -> String {
    format!(
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; \
         frame-src 'self' {frames}; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors {ancestors}"
    )
}

/// The best packed form that the browser takes, or 304 when it has it.
fn serve(asset: &Asset, request: &HeaderMap, policy: Option<String>) -> Response {
    let mut response = Response::new(Body::empty());
    let headers = response.headers_mut();
    headers.insert(header::ETAG, HeaderValue::from_static(asset.etag));
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    let caching = if asset.immutable { "public, max-age=31536000, immutable" } else { "no-cache" };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    if let Some(policy) = policy.and_then(|policy| HeaderValue::try_from(policy).ok()) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    if is_known(asset, request) {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        return response;
    }
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.content_type));
    let (bytes, encoding) = match (asset.brotli, asset.gzip) {
        (Some(brotli), _) if accepts(request, "br") => (brotli, Some("br")),
        (_, Some(gzip)) if accepts(request, "gzip") => (gzip, Some("gzip")),
        _ => (asset.bytes, None),
    };
    if let Some(encoding) = encoding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    *response.body_mut() = Body::from(bytes);
    response.into_response()
}

fn is_known(asset: &Asset, request: &HeaderMap) -> bool {
    let Some(known) = request.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok()) else { return false };
    let opaque = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    known.split(',').any(|tag| tag.trim() == "*" || opaque(tag) == opaque(asset.etag))
}

fn accepts(request: &HeaderMap, encoding: &str) -> bool {
    request
        .get_all(header::ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|offer| {
            let (name, weight) = offer.split_once(';').unwrap_or((offer, ""));
            let refused = matches!(weight.trim().replace(' ', "").as_str(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000");
            name.trim().eq_ignore_ascii_case(encoding) && !refused
        })
}
