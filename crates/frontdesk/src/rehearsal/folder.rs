//! A data folder as rehearsals read it: the set-up as it is, what changed in it, the journal, and the decisions that were
//! made. A server that runs on the folder is asked for a copy, so that nothing is disturbed. Knows nothing of what is
//! done with it.

use crate::config::{Configuration, no_flags};
use crate::data_folder::{Control, must_be_there, now, open_store};
use crate::failure::Failure;
use frontdesk_model::{
    ConversationId, JournalEntry, OrganizationId, RoutingDecision, SetUpChange, Snapshot, Timestamp, Uuid,
};
use frontdesk_server::control::Backup;
use frontdesk_store::Store;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const PAGE: u32 = 5_000;

pub struct Folder {
    store: Arc<dyn Store>,
    organization_id: OrganizationId,
    pub snapshot: Snapshot,
    _copy: Option<Copy>,
}

impl Folder {
    /// With several organisations, `name` says which.
    pub async fn open(data: Option<PathBuf>, name: Option<&str>) -> Result<Folder, Failure> {
        let mut flags = no_flags();
        flags.data = data;
        let mut configuration = Configuration::load(None, flags)?;
        let copy = match Control::reach(&configuration.data).await {
            Some(control) => Some(Copy::take(control).await?),
            None => {
                must_be_there(&configuration.data)?;
                None
            }
        };
        if let Some(copy) = &copy {
            configuration.data = copy.data();
        }
        let store = open_store(&configuration)?;
        let mut organizations = store.organizations().await?;
        if let Some(name) = name {
            organizations.retain(|organization| organization.name.eq_ignore_ascii_case(name.trim()));
        }
        let organization_id = match &organizations[..] {
            [one] => one.id,
            [] => return Err(Failure::failed("there is no such organisation in the data folder")),
            _ => return Err(Failure::usage("there are several organisations; name one with --organization")),
        };
        let snapshot = store.load(organization_id).await?;
        let snapshot = snapshot.ok_or_else(|| Failure::failed("the organisation cannot be loaded"))?;
        Ok(Folder { store, organization_id, snapshot, _copy: copy })
    }

    /// The entries from `since` on.
    pub async fn journal(&self, since: Timestamp) -> Result<Vec<JournalEntry>, Failure> {
        let mut after = self.last_before(since).await?;
        let mut entries = Vec::new();
        loop {
            let page = self.store.list_journal(self.organization_id, after, PAGE).await?;
            let Some(last) = page.items.last() else { return Ok(entries) };
            after = last.sequence;
            entries.extend(page.items);
            if !page.more {
                return Ok(entries);
            }
        }
    }

    /// The number of the last entry before `since`: by halving, since times only grow.
    async fn last_before(&self, since: Timestamp) -> Result<u64, Failure> {
        let (mut before, mut after) = (0, self.snapshot.journal_sequence + 1);
        while after - before > 1 {
            let middle = before + (after - before) / 2;
            let page = self.store.list_journal(self.organization_id, middle - 1, 1).await?;
            match page.items.first() {
                Some(entry) if entry.at < since => before = middle,
                _ => after = middle,
            }
        }
        Ok(before)
    }

    /// Changes to the set-up at or after `since`, newest first.
    pub async fn set_up_changes(&self, since: Timestamp) -> Result<Vec<SetUpChange>, Failure> {
        let mut changes: Vec<SetUpChange> = Vec::new();
        loop {
            let before = changes.last().map_or(self.snapshot.set_up_changes + 1, |change| change.number);
            let page = self.store.list_set_up_changes(self.organization_id, before, 500).await?;
            let count = page.len();
            changes.extend(page.into_iter().take_while(|change| change.at >= since));
            if count < 500 || changes.last().is_none_or(|change| change.at < since) {
                return Ok(changes);
            }
        }
    }

    pub async fn decisions(&self, of: BTreeSet<ConversationId>) -> Result<Vec<RoutingDecision>, Failure> {
        let mut decisions = Vec::new();
        for id in of {
            decisions.extend(self.store.list_routing(self.organization_id, id).await?.0);
        }
        Ok(decisions)
    }
}

/// A copy of a folder that is in use, gone when it is dropped.
struct Copy {
    folder: PathBuf,
}

impl Copy {
    async fn take(control: Control) -> Result<Copy, Failure> {
        let copy = Copy { folder: std::env::temp_dir().join(format!("frontdesk-rehearsal-{}", Uuid::now_v7())) };
        std::fs::create_dir_all(&copy.folder)
            .map_err(|error| Failure::failed(format!("{} cannot be made: {error}", copy.folder.display())))?;
        let file = copy.folder.join("copy.sqlite");
        control.ask::<Backup>("/backup", &Backup { file: file.clone() }).await?;
        frontdesk_store::restore(&file, &copy.data())?;
        Ok(copy)
    }

    fn data(&self) -> PathBuf {
        self.folder.join("data")
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// So long before now.
pub fn ago(ms: u64) -> Timestamp {
    now() - ms
}

/// One page of HTML, to a file.
pub fn write_page(file: &Path, page: &str) -> Result<(), Failure> {
    std::fs::write(file, page)
        .map_err(|error| Failure::failed(format!("{} cannot be written: {error}", file.display())))
}
