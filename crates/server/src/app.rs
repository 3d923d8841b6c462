//! What every handler may reach. Holds the parts together and refuses to know what any of them does.

use crate::answers::AnswerCache;
use crate::auth::{CredentialCache, Passwords, SignInThrottle};
use crate::clock::Clock;
use crate::config::{ServerConfig, Tls};
use crate::desk::{Desk, DeskMetrics};
use crate::files::Keeping;
use crate::fragments::Fragments;
use crate::ids::Ids;
use crate::metrics::Metrics;
use crate::organizations::Organizations;
use crate::rate_limits::Limiter;
use crate::set_up::SetUpLink;
use frontdesk_files::Files;
use frontdesk_model::Timestamp;
use frontdesk_store::Store;
use std::sync::Arc;

pub type App = Arc<AppState>;

pub struct AppState {
    pub config: ServerConfig,
    pub store: Arc<dyn Store>,
    pub clock: Arc<dyn Clock>,
    pub ids: Arc<dyn Ids>,
    pub organizations: Organizations,
    pub credentials: CredentialCache,
    pub passwords: Passwords,
    pub throttle: SignInThrottle,
    pub limiter: Option<Limiter>,
    pub metrics: Metrics,
    pub answers: AnswerCache,
    pub fragments: Fragments,
    pub set_up: SetUpLink,
    pub keeping: Keeping,
    /// Changes to the set-up are read, changed and written one after the other.
    pub configuring: tokio::sync::Mutex<()>,
    /// What secrets of repeated requests are derived from; new with every start.
    pub pepper: [u8; 32],
    pub serves_tls: bool,
    pub strict_transport: bool,
}

impl AppState {
    pub fn new(
        config: ServerConfig,
        organizations: Organizations,
        desk_metrics: &Arc<DeskMetrics>,
        store: Arc<dyn Store>,
        clock: Arc<dyn Clock>,
        ids: Arc<dyn Ids>,
        files: Arc<dyn Files>,
    ) -> anyhow::Result<Self> {
        let mut pepper = [0; 32];
        getrandom::fill(&mut pepper).map_err(|error| anyhow::anyhow!("no randomness: {error}"))?;
        Ok(AppState {
            metrics: Metrics::new(desk_metrics),
            answers: AnswerCache::new(config.answer_cache_bytes / 2),
            fragments: Fragments::new(config.answer_cache_bytes / 2),
            limiter: config.rate_limits.map(Limiter::new),
            serves_tls: config.tls != Tls::Off,
            // A browser that once believed it could not go back to another certificate or to plain HTTP.
            strict_transport: matches!(config.tls, Tls::Files { .. }),
            credentials: CredentialCache::default(),
            passwords: Passwords::default(),
            throttle: SignInThrottle::default(),
            set_up: SetUpLink::default(),
            keeping: Keeping::new(files, &pepper),
            configuring: tokio::sync::Mutex::new(()),
            pepper,
            config,
            store,
            clock,
            ids,
            organizations,
        })
    }

    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    pub fn desks(&self) -> Vec<Desk> {
        self.organizations.all()
    }
}
