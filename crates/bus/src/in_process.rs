//! The bus within one process. Knows nothing of networks.

use crate::{Bus, Heard, Notice};
use frontdesk_model::OrganizationId;
use futures_util::future::BoxFuture;
use futures_util::stream::{BoxStream, StreamExt, unfold};
use std::collections::HashMap;
use std::future::ready;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tokio::sync::broadcast::{self, error::RecvError};

/// Notices a listener may be behind before it is told that it missed some.
const BEHIND_MAX: usize = 1_024;

pub struct InProcess {
    behind_max: usize,
    listened_to: Mutex<HashMap<OrganizationId, broadcast::Sender<Notice>>>,
}

impl InProcess {
    pub fn new() -> Self {
        Self::with_behind_max(BEHIND_MAX)
    }

    /// At least one; rounded up to a power of two.
    pub fn with_behind_max(behind_max: usize) -> Self {
        InProcess { behind_max: behind_max.max(1), listened_to: Mutex::default() }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<OrganizationId, broadcast::Sender<Notice>>> {
        self.listened_to.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for InProcess {
    fn default() -> Self {
        Self::new()
    }
}

impl Bus for InProcess {
    fn publish(&self, notice: Notice) {
        let mut listened_to = self.lock();
        let organization_id = notice.organization_id;
        let Some(sender) = listened_to.get(&organization_id) else { return };
        if sender.send(notice).is_err() {
            listened_to.remove(&organization_id);
        }
    }

    fn subscribe(&self, organization_id: OrganizationId) -> BoxFuture<'static, BoxStream<'static, Heard>> {
        let mut listened_to = self.lock();
        let sender = listened_to.entry(organization_id).or_insert_with(|| broadcast::channel(self.behind_max).0);
        let heard = unfold(sender.subscribe(), |mut receiver| async move {
            match receiver.recv().await {
                Ok(notice) => Some((Heard::Notice(notice), receiver)),
                Err(RecvError::Lagged(_)) => Some((Heard::Missed, receiver)),
                Err(RecvError::Closed) => None,
            }
        });
        Box::pin(ready(heard.boxed()))
    }
}

#[cfg(test)]
mod tests {
    crate::suite::run!(crate::InProcess::with_behind_max);
}
