//! The session cookie, written and read. Refuses to know what is in it.

use axum::http::{HeaderMap, HeaderValue, header};

pub const SESSION_COOKIE: &str = "frontdesk_session";

pub fn session_cookie(secret: &str, max_age_s: u64, secure: bool) -> Option<HeaderValue> {
    spell(&format!("{SESSION_COOKIE}={secret}; Path=/; Max-Age={max_age_s}; HttpOnly; SameSite=Strict"), secure)
}

pub fn clear_session_cookie(secure: bool) -> Option<HeaderValue> {
    spell(&format!("{SESSION_COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict"), secure)
}

fn spell(text: &str, secure: bool) -> Option<HeaderValue> {
    let text = if secure { format!("{text}; Secure") } else { text.to_owned() };
    HeaderValue::try_from(text).ok()
}

/// The session's secret, if this request brings one.
pub fn read(headers: &HeaderMap) -> Option<&str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, value)| *name == SESSION_COOKIE && !value.is_empty())
        .map(|(_, value)| value)
}
