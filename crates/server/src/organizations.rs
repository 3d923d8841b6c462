//! The organisations of this process and their desks. Knows nothing of what happens in them.

use crate::desk::{Desk, DeskError, OpenError, Surroundings};
use frontdesk_model::{Batch, Organization, OrganizationId, Row, WidgetId};
use frontdesk_store::CommitError;
use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};
use tokio::sync::Mutex;

#[derive(Clone)]
pub struct Organizations {
    inner: Arc<Inner>,
}

struct Inner {
    surroundings: Surroundings,
    desks: RwLock<BTreeMap<OrganizationId, Desk>>,
    /// Organisations are created one after another.
    creating: Mutex<()>,
}

impl Organizations {
    /// Opens the desk of every organisation in the store.
    pub async fn open(surroundings: Surroundings) -> Result<Self, OpenError> {
        let mut desks = BTreeMap::new();
        for organization in surroundings.store.organizations().await? {
            desks.insert(organization.id, Desk::open(organization.id, surroundings.clone()).await?);
        }
        let inner = Inner { surroundings, desks: RwLock::new(desks), creating: Mutex::new(()) };
        Ok(Organizations { inner: Arc::new(inner) })
    }

    pub fn get(&self, id: OrganizationId) -> Option<Desk> {
        self.inner.desks.read().unwrap_or_else(PoisonError::into_inner).get(&id).cloned()
    }

    pub fn all(&self) -> Vec<Desk> {
        self.inner.desks.read().unwrap_or_else(PoisonError::into_inner).values().cloned().collect()
    }

    /// The organisation that the widget belongs to.
    pub fn of_widget(&self, id: WidgetId) -> Option<Desk> {
        self.all().into_iter().find(|desk| desk.view().widget(id).is_some())
    }

    /// A new organisation with its first rows, in one commit.
    pub async fn create(&self, organization: Organization, rows: Vec<Row>) -> Result<Desk, CreateError> {
        let _one_at_a_time = self.inner.creating.lock().await;
        let id = organization.id;
        if self.get(id).is_some() {
            return Err(CreateError::Exists(id));
        }
        let surroundings = &self.inner.surroundings;
        let rows = std::iter::once(Row::Organization(organization)).chain(rows).collect();
        // Fence 0: nobody owns it yet.
        let batch =
            Batch { organization_id: id, fence: 0, journal_before: 0, rows, journal: Vec::new(), commands: Vec::new() };
        surroundings.store.commit(batch).await?;
        let desk = Desk::open(id, surroundings.clone()).await?;
        self.inner.desks.write().unwrap_or_else(PoisonError::into_inner).insert(id, desk.clone());
        Ok(desk)
    }

    /// Sends the live streams away, then writes what was taken in.
    pub async fn close(&self) {
        for desk in self.all() {
            desk.live().shut_down().await;
            desk.close().await;
        }
    }
}

#[derive(Debug, thiserror::Error)]
pub enum CreateError {
    #[error("the organisation {0} exists already")]
    Exists(OrganizationId),
    #[error(transparent)]
    Commit(#[from] CommitError),
    #[error(transparent)]
    Open(#[from] OpenError),
}

impl From<CreateError> for DeskError {
    fn from(error: CreateError) -> Self {
        match error {
            CreateError::Exists(_) => DeskError::Internal,
            CreateError::Commit(CommitError::Full) => DeskError::Full,
            CreateError::Commit(_) | CreateError::Open(_) => DeskError::Unknown,
        }
    }
}
