//! What values must be, whatever they are for: each check says which field is at fault. Knows no rules of the desk.

use crate::errors::{Answer, Problem};

/// A name or a title: trimmed, not empty, on one line.
pub fn name(field: &str, text: &str, characters_max: usize) -> Answer<String> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Problem::invalid_field(field, "must not be empty"));
    }
    if text.chars().any(char::is_control) {
        return Err(Problem::invalid_field(field, "must not contain control characters"));
    }
    at_most(field, text, characters_max)
}

/// Free text, possibly empty.
pub fn text(field: &str, text: &str, characters_max: usize) -> Answer<String> {
    at_most(field, text.trim(), characters_max)
}

/// Free text or nothing; empty is nothing.
pub fn optional_text(field: &str, text: Option<&str>, characters_max: usize) -> Answer<Option<String>> {
    match text.map(str::trim) {
        None | Some("") => Ok(None),
        Some(text) => at_most(field, text, characters_max).map(Some),
    }
}

pub fn email(field: &str, text: &str) -> Answer<String> {
    let text = text.trim();
    let plausible = text.split_once('@').is_some_and(|(name, domain)| {
        !name.is_empty() && !domain.is_empty() && !domain.contains('@') && !domain.starts_with('.')
    });
    if !plausible || text.len() > 254 || text.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return Err(Problem::invalid_field(field, "is not an e-mail address"));
    }
    Ok(text.to_owned())
}

pub fn optional_email(field: &str, text: Option<&str>) -> Answer<Option<String>> {
    match text.map(str::trim) {
        None | Some("") => Ok(None),
        Some(text) => email(field, text).map(Some),
    }
}

/// `#rrggbb`.
pub fn color(field: &str, text: &str) -> Answer<String> {
    let digits = text.strip_prefix('#').unwrap_or("");
    if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(Problem::invalid_field(field, "must be a colour such as #0f6cbd"));
    }
    Ok(text.to_ascii_lowercase())
}

/// Host names, such as `shop.example.com` or `*.example.com`.
pub fn host_names(field: &str, names: Vec<String>) -> Answer<Vec<String>> {
    let fits = |name: &str| {
        let host = name.strip_prefix("*.").unwrap_or(name);
        !host.is_empty() && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'))
    };
    list(field, names, fits, "is not a host name such as shop.example.com")
}

/// Origins, such as `https://crm.example.com` or `http://localhost:3000`; a bare host name is one too.
pub fn origins(field: &str, names: Vec<String>) -> Answer<Vec<String>> {
    let fits = |name: &str| {
        let authority = name.strip_prefix("https://").or_else(|| name.strip_prefix("http://")).unwrap_or(name);
        let (host, port) = authority.split_once(':').unwrap_or((authority, "0"));
        let host = host.strip_prefix("*.").unwrap_or(host);
        !host.is_empty()
            && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'))
            && (port == "*" || port.parse::<u16>().is_ok())
    };
    list(field, names, fits, "is not an origin such as https://crm.example.com")
}

fn list(field: &str, names: Vec<String>, fits: impl Fn(&str) -> bool, fault: &str) -> Answer<Vec<String>> {
    if names.len() > 200 {
        return Err(Problem::invalid_field(field, "must have at most 200 entries"));
    }
    for (index, name) in names.iter().enumerate() {
        if name.len() > 255 || !fits(name) {
            return Err(Problem::invalid_field(format!("{field}[{index}]"), fault));
        }
    }
    Ok(names.into_iter().map(|name| name.to_ascii_lowercase()).collect())
}

pub fn range<T: PartialOrd + std::fmt::Display>(field: &str, value: T, from: T, to: T) -> Answer<T> {
    if value < from || value > to {
        return Err(Problem::invalid_field(field, format!("must be from {from} to {to}")));
    }
    Ok(value)
}

/// As it is.
pub fn at_most(field: &str, text: &str, characters_max: usize) -> Answer<String> {
    // Counting stops where it is decided.
    if text.chars().nth(characters_max).is_some() {
        return Err(Problem::invalid_field(field, format!("must have at most {characters_max} characters")));
    }
    Ok(text.to_owned())
}

/// Whether the host of a page is one that a widget's list allows.
pub fn domain_allowed(allowed: &[String], host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    allowed.is_empty()
        || allowed.iter().any(|domain| match domain.strip_prefix("*.") {
            Some(parent) => host.strip_suffix(parent).is_some_and(|rest| rest.ends_with('.')),
            None => *domain == host,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_sub_domains_only() {
        let allowed = ["shop.example".to_owned(), "*.example.com".to_owned()];
        for (host, expected) in [
            ("shop.example", true),
            ("SHOP.example", true),
            ("www.example.com", true),
            ("example.com", false),
            ("badexample.com", false),
            ("www.shop.example", false),
        ] {
            assert_eq!(domain_allowed(&allowed, host), expected, "{host}");
        }
        assert!(domain_allowed(&[], "anything"));
    }

    #[test]
    fn origins_that_would_break_out_of_a_header_are_refused() {
        for good in ["https://crm.example.com", "http://localhost:3000", "crm.example.com", "https://*.example.com:*"] {
            assert!(origins("framedOrigins", vec![good.to_owned()]).is_ok(), "{good}");
        }
        for bad in ["", "https://", "a b", "x; script-src *", "https://h/path", "h:99999", "javascript:alert(1)"] {
            assert!(origins("framedOrigins", vec![bad.to_owned()]).is_err(), "{bad}");
        }
    }
}
