//! Which page a browser's request comes from. Refuses to know who is signed in there.

use axum::http::{HeaderMap, Method, header};

/// True if a browser says that another site's page made this request, or if it may not be known that it was ours:
/// then a cookie proves nothing.
pub fn cross_site(method: &Method, headers: &HeaderMap, is_upgrade: bool) -> bool {
    if method.is_safe() && !is_upgrade {
        return false;
    }
    match headers.get("sec-fetch-site").and_then(|value| value.to_str().ok()) {
        // Browsers send it on WebSocket handshakes as well; `none` is a user's own doing, such as a bookmark.
        Some("same-origin" | "none") => return headers.contains_key(header::ORIGIN) && !same_origin(headers),
        Some(_) => return true,
        None => {}
    }
    !same_origin(headers)
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
        assert!(!cross_site(&Method::POST, &ours, false));
        assert!(cross_site(&Method::POST, &port, false));
        assert!(!cross_site(&Method::POST, &fetch, false));
        assert!(cross_site(&Method::POST, &site, false));
        assert!(cross_site(&Method::POST, &silent, false));
        assert!(!cross_site(&Method::GET, &port, false));
        assert!(cross_site(&Method::GET, &port, true), "a WebSocket handshake is a GET that changes things");
    }
}
