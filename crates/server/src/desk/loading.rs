//! Taking an organisation and making an engine of what the store holds: at the start and after every failure alike.

use super::core::Core;
use super::{OpenError, Shared, Surroundings, View};
use frontdesk_model::{JournalEntry, OrganizationId};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::PoisonError;

const PAUSE_MS_FIRST: u64 = 50;
const PAUSE_MS_MAX: u64 = 5_000;
const JOURNAL_PAGE: u32 = 1_000;

/// How long to wait after so many failures in a row.
pub(super) fn pause_ms(failures: u32) -> u64 {
    PAUSE_MS_FIRST.saturating_mul(1 << failures.saturating_sub(1).min(16)).min(PAUSE_MS_MAX)
}

/// An organisation that is ours, as the store holds it.
pub(super) struct Owned {
    pub core: Box<dyn Core>,
    pub fence: u64,
    pub view: View,
}

pub(super) async fn take(organization_id: OrganizationId, surroundings: &Surroundings) -> Result<Owned, OpenError> {
    // First the fence, then the rows: what another process still had on its way is in them, or refused.
    let fence = surroundings.store.take_ownership(organization_id).await?;
    let snapshot = surroundings.store.load(organization_id).await?.ok_or(OpenError::NotFound(organization_id))?;
    let view = View::new(&snapshot);
    let now = surroundings.clock.now();
    let loader = surroundings.loader.clone();
    let core = catch_unwind(AssertUnwindSafe(|| loader(snapshot, now))).map_err(|_panic| OpenError::Panicked)?;
    Ok(Owned { core, fence, view })
}

/// Also what was written without anybody having been told: a commit of unknown outcome may have succeeded.
pub(super) async fn take_again(shared: &Shared) -> Result<(Owned, Vec<JournalEntry>), OpenError> {
    let owned = take(shared.organization_id, &shared.surroundings).await?;
    let told = shared.view.read().unwrap_or_else(PoisonError::into_inner).sequence();
    let mut missed: Vec<JournalEntry> = Vec::new();
    loop {
        let after = missed.last().map_or(told, |entry| entry.sequence);
        if after >= owned.view.sequence() {
            return Ok((owned, missed));
        }
        let page = shared.surroundings.store.list_journal(shared.organization_id, after, JOURNAL_PAGE).await?;
        if page.items.is_empty() {
            return Ok((owned, missed));
        }
        missed.extend(page.items);
    }
}
