//! Who asks. Signing in, what proves it afterwards, and what each role may reach. Refuses to know what is asked for.

mod cookie;
mod credentials;
mod origin;
mod passwords;
mod principal;
mod secret;
mod throttle;

pub use cookie::{SESSION_COOKIE, clear_session_cookie, session_cookie};
pub use credentials::CredentialCache;
pub use origin::{cross_site, from_other_site, host_of_origin, same_origin};
pub use passwords::{Passwords, check_password, hash_password};
pub use principal::{Administrator, SignedIn, Visitor};
pub use secret::{SecretKind, derive_secret, derive_uuid, hash_secret, new_secret, new_visitor_secret};
pub use throttle::{SignInThrottle, network_of};
