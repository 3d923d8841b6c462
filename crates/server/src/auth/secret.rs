//! Opaque secrets: random, shown once, kept as a SHA-256 only. Refuses to know who holds one.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use frontdesk_model::{Timestamp, Uuid};
use sha2::{Digest, Sha256};

/// Milliseconds for the next nine thousand years.
const TIME_BYTES: usize = 6;

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

/// A new secret of 256 random bits for a visitor, which begins with the time: thousands of visitors may come in a second,
/// and what is kept of the next one then lies beside what is kept of the last, on a page that is written anyway.
pub fn new_visitor_secret(now: Timestamp) -> Result<String, getrandom::Error> {
    let mut bytes = [0_u8; TIME_BYTES + 32];
    bytes[..TIME_BYTES].copy_from_slice(&now.as_millis().to_be_bytes()[8 - TIME_BYTES..]);
    getrandom::fill(&mut bytes[TIME_BYTES..])?;
    Ok(format!("{}{}", SecretKind::Visitor.prefix(), URL_SAFE_NO_PAD.encode(bytes)))
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

/// What is kept of a secret. Where the secret begins with a time, so does this.
pub fn hash_secret(secret: &str) -> [u8; 32] {
    let mut hash: [u8; 32] = Sha256::digest(secret.as_bytes()).into();
    if let Some(time) = time_of(secret) {
        hash.copy_within(..32 - TIME_BYTES, TIME_BYTES);
        hash[..TIME_BYTES].copy_from_slice(&time);
    }
    hash
}

/// None for the kinds without one, and for visitors' secrets as they once were.
fn time_of(secret: &str) -> Option<[u8; TIME_BYTES]> {
    let body = secret.strip_prefix(SecretKind::Visitor.prefix())?;
    let bytes = URL_SAFE_NO_PAD.decode(body).ok()?;
    if bytes.len() == TIME_BYTES + 32 { bytes.first_chunk().copied() } else { None }
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

    #[test]
    fn what_is_kept_of_visitors_secrets_is_in_the_order_in_which_they_were_made() {
        let secret = |at| new_visitor_secret(Timestamp(at)).unwrap();
        let hashes: Vec<_> = [0, 1, 255, 256, 1 << 40].map(secret).iter().map(|secret| hash_secret(secret)).collect();
        assert!(hashes.is_sorted() && hashes[0] != hash_secret(&secret(0)));
        assert!(secret(7).starts_with("fdv_"));
    }

    #[test]
    fn secrets_without_a_time_are_kept_as_their_hash() {
        let former = new_secret(SecretKind::Visitor).unwrap();
        for secret in [former.as_str(), "fdv_", "fdv_bench_visitor_1", "fdt_x", "", "fdv_ü"] {
            let plain: [u8; 32] = Sha256::digest(secret.as_bytes()).into();
            assert_eq!(hash_secret(secret), plain, "{secret}");
        }
    }
}
