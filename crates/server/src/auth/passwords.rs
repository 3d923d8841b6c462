//! Passwords: argon2id, off the async workers, a few at a time. Refuses to know whose password it is.

use crate::errors::{Answer, Problem};
use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use tokio::sync::Semaphore;

/// Verified against when there is no such user, so that the answer takes as long.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5bm9ib2R5bm9ib2Q$c2l4dHktZm91ciBiaXRzIG9mIG5vdGhpbmcgYXQgYWw";

const WAITING_MAX: usize = 64;

pub struct Passwords {
    /// Each hash takes 19 MiB and a core for some 20 ms.
    cores: Semaphore,
    waiting: Semaphore,
}

impl Default for Passwords {
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(2, |cores| cores.get());
        Passwords { cores: Semaphore::new(cores), waiting: Semaphore::new(WAITING_MAX) }
    }
}

impl Passwords {
    pub async fn hash(&self, password: String) -> Answer<String> {
        self.run(move || hash_password(&password)).await?
    }

    /// Whether the password is the one of this hash; without a hash it takes as long and is not.
    pub async fn verify(&self, password: String, hash: Option<String>) -> Answer<bool> {
        self.run(move || {
            let known = hash.is_some();
            let text = hash.unwrap_or_else(|| NOBODY.to_owned());
            let matches = PasswordHash::new(&text)
                .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok());
            known && matches
        })
        .await
    }

    async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Answer<T> {
        let _place = self.waiting.try_acquire().map_err(|_| Problem::too_many_requests(1_000))?;
        let _core = self.cores.acquire().await.map_err(Problem::internal)?;
        tokio::task::spawn_blocking(work).await.map_err(Problem::internal)
    }
}

/// In PHC form. Takes a core for some 20 ms: a server goes through [`Passwords`].
pub fn hash_password(password: &str) -> Answer<String> {
    let hash = Argon2::default().hash_password(password.as_bytes());
    hash.map(|hash| hash.to_string())
        .map_err(|error| Problem::internal(format!("a password could not be hashed: {error}")))
}

/// What a new password must be.
pub fn check_password(field: &str, password: &str) -> Answer<()> {
    match password.chars().count() {
        0..=7 => Err(Problem::invalid_field(field, "must have at least 8 characters")),
        8..=256 => Ok(()),
        _ => Err(Problem::invalid_field(field, "must have at most 256 characters")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_for_unknown_users_costs_what_a_real_one_does() {
        let nobody = PasswordHash::new(NOBODY).unwrap();
        let real = Argon2::default().hash_password(b"a password").unwrap().to_string();
        let real = PasswordHash::new(&real).unwrap();
        assert_eq!(nobody.params, real.params);
        assert_eq!(nobody.algorithm, real.algorithm);
        assert!(nobody.hash.is_some());
    }

    #[tokio::test]
    async fn only_the_password_of_the_hash_is_right() {
        let passwords = Passwords::default();
        let hash = passwords.hash("correct horse".to_owned()).await.unwrap();
        assert!(passwords.verify("correct horse".to_owned(), Some(hash.clone())).await.unwrap());
        assert!(!passwords.verify("wrong horse".to_owned(), Some(hash)).await.unwrap());
        assert!(!passwords.verify("correct horse".to_owned(), None).await.unwrap());
    }
}
