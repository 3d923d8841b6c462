//! Which page a browser's request comes from. Refuses to know who is signed in there.

use axum::http::{HeaderMap, Method, header};

/// True if a cookie proves nothing: this changes something, and the browser does not say that a page of ours asks.
pub fn cross_site(method: &Method, headers: &HeaderMap) -> bool {
    // A WebSocket handshake is a GET that changes things.
    let changes = !method.is_safe() || headers.contains_key(header::UPGRADE);
    changes && page(headers) != Page::Ours
}

/// True if a browser says that another site's page makes this request.
pub fn from_other_site(headers: &HeaderMap) -> bool {
    page(headers) == Page::Other
}

#[derive(PartialEq, Eq)]
enum Page {
    Ours,
    Other,
    Unsaid,
}

fn page(headers: &HeaderMap) -> Page {
    // No page can forge it, and it holds behind proxies that change the host; `none` is a user's own doing.
    match headers.get("sec-fetch-site").and_then(|value| value.to_str().ok()) {
        Some("same-origin" | "none") => Page::Ours,
        Some(_) => Page::Other,
        None if !headers.contains_key(header::ORIGIN) => Page::Unsaid,
        None if same_origin(headers) => Page::Ours,
        None => Page::Other,
    }
}

/// Whether `Origin` names the very host and port that is asked.
pub fn same_origin(headers: &HeaderMap) -> bool {
    let host = headers.get(header::HOST).and_then(|value| value.to_str().ok());
    let origin = headers.get(header::ORIGIN).and_then(|value| value.to_str().ok());
    match (host, origin) {
        (Some(host), Some(origin)) => authority(origin).is_some_and(|authority| authority.eq_ignore_ascii_case(host)),
        _ => false,
    }
}

/// The host name that `Origin` names, without its port.
pub fn host_of_origin(headers: &HeaderMap) -> Option<&str> {
    let origin = headers.get(header::ORIGIN)?.to_str().ok()?;
    let authority = authority(origin)?;
    match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => Some(host),
        _ => Some(authority),
    }
}

fn authority(origin: &str) -> Option<&str> {
    origin.split_once("://").map(|(_, authority)| authority)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.parse().unwrap(), axum::http::HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn only_this_very_server_may_use_the_cookie_to_change_things() {
        let ours = headers(&[("host", "desk.example:8443"), ("origin", "https://desk.example:8443")]);
        let port = headers(&[("host", "desk.example:8443"), ("origin", "https://desk.example:9999")]);
        let fetch = headers(&[("host", "desk.example"), ("sec-fetch-site", "same-origin")]);
        let site = headers(&[("host", "desk.example"), ("sec-fetch-site", "same-site")]);
        let silent = headers(&[("host", "desk.example")]);
        let socket = headers(&[("host", "desk.example"), ("upgrade", "websocket"), ("origin", "https://evil.example")]);
        assert!(!cross_site(&Method::POST, &ours));
        assert!(cross_site(&Method::POST, &port));
        assert!(!cross_site(&Method::POST, &fetch));
        assert!(cross_site(&Method::POST, &site));
        assert!(cross_site(&Method::POST, &silent));
        assert!(!cross_site(&Method::GET, &port));
        assert!(cross_site(&Method::GET, &socket), "a handshake is a GET that changes things");
        assert!(from_other_site(&port) && !from_other_site(&silent) && !from_other_site(&ours));
    }
}
