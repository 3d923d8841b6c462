//! Opaque secrets: random, shown once, kept as a SHA-256 only. Refuses to know who holds one.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use frontdesk_model::Uuid;
use sha2::{Digest, Sha256};

/// A prefix says what a leaked string is and lets scanners find it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecretKind {
    SignIn,
    Token,
    Visitor,
    SetUp,
}

impl SecretKind {
    fn prefix(self) -> &'static str {
        match self {
            SecretKind::SignIn => "fds_",
            SecretKind::Token => "fdt_",
            SecretKind::Visitor => "fdv_",
            SecretKind::SetUp => "fdu_",
        }
    }
}

/// A new secret of 256 random bits.
pub fn new_secret(kind: SecretKind) -> Result<String, getrandom::Error> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes)?;
    Ok(spell(kind, &bytes))
}

/// The same secret for the same key, as long as `pepper` lives: a repeated request gets the first answer.
pub fn derive_secret(kind: SecretKind, pepper: &[u8; 32], key: &str) -> String {
    spell(kind, &digest(&[pepper, b"secret", key.as_bytes()]))
}

/// The same id for the same caller's key, today and after a restart.
pub fn derive_uuid(scope: &str, key: &str) -> Uuid {
    let digest = digest(&[b"id", scope.as_bytes(), key.as_bytes()]);
    let mut bytes = [0_u8; 16];
    bytes.copy_from_slice(&digest[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

pub fn hash_secret(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

fn spell(kind: SecretKind, bytes: &[u8; 32]) -> String {
    format!("{}{}", kind.prefix(), URL_SAFE_NO_PAD.encode(bytes))
}

fn digest(parts: &[&[u8]]) -> [u8; 32] {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    hasher.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn derived_ids_differ_by_scope_and_key_and_by_nothing_else() {
        assert_eq!(derive_uuid("a", "bc"), derive_uuid("a", "bc"));
        assert_ne!(derive_uuid("a", "bc"), derive_uuid("ab", "c"));
    }

    #[test]
    fn secrets_say_what_they_are_and_never_repeat() {
        let (one, two) = (new_secret(SecretKind::Token).unwrap(), new_secret(SecretKind::Token).unwrap());
        assert!(one.starts_with("fdt_") && one.len() == 47);
        assert_ne!(one, two);
    }
}
