//! Files that no message came to name go: an hour after nobody could send them any more, so that no message can be on its way
//! with one. The bytes go first: what breaks off in between is swept the next time. Refuses to know why they were left.

use super::{USABLE_FOR_MS, place};
use crate::app::AppState;
use crate::desk::Desk;
use frontdesk_model::Row;
use std::sync::Weak;

const EVERY_MS: u64 = 60 * 60 * 1_000;
const KEPT_MS: u64 = USABLE_FOR_MS + EVERY_MS;
const AT_ONCE: u32 = 500;

/// Ends when the server is gone.
pub async fn run(app: Weak<AppState>) {
    loop {
        let Some(next) = app.upgrade().map(|app| app.clock.sleep_until(app.now() + EVERY_MS)) else { return };
        next.await;
        let Some(app) = app.upgrade() else { return };
        for desk in app.desks() {
            if let Err(error) = sweep(&app, &desk).await {
                tracing::warn!(%error, "files that nobody needs could not be swept; they are tried again");
            }
        }
    }
}

async fn sweep(app: &AppState, desk: &Desk) -> anyhow::Result<()> {
    loop {
        let before = app.now() - KEPT_MS;
        let loose = app.store.list_loose_files(desk.organization_id(), before, AT_ONCE).await?;
        let done = loose.len() < AT_ONCE as usize;
        let mut gone = Vec::with_capacity(loose.len());
        for file in &loose {
            app.keeping.files.delete(place(desk.organization_id(), file.id())).await?;
            gone.push(Row::DeletedFile(file.id()));
        }
        if !gone.is_empty() {
            desk.write(gone).await?;
        }
        if done {
            return Ok(());
        }
    }
}
