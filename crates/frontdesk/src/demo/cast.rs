//! What a demonstration remembers between its starts: who may sign in with which password. A file in its data folder.

use super::company::{PEOPLE, Part};
use super::seed::{Seed, seed};
use crate::data_folder::now;
use crate::failure::Failure;
use crate::random::Random;
use frontdesk_model::{Agent, AgentId, OrganizationId, Role, Row, Timestamp, Token, TokenId, WidgetId};
use frontdesk_server::operations;
use frontdesk_store::Store;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fs;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

const FILE: &str = "demo.json";
const WORDS: [&str; 32] = [
    "alder", "amber", "birch", "brook", "cedar", "clover", "copper", "dune", "ember", "fern", "fjord", "flint",
    "harbor", "hazel", "heath", "indigo", "juniper", "larch", "linen", "maple", "meadow", "moss", "oak", "olive",
    "pebble", "quarry", "rowan", "saffron", "sorrel", "tern", "walnut", "willow",
];

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Cast {
    pub seed: u64,
    /// When it was seeded: with the seed, it decides everybody's ids.
    pub seeded_at: Timestamp,
    pub organization_id: OrganizationId,
    pub website_widget: WidgetId,
    pub account_widget: WidgetId,
    pub users: Vec<User>,
    /// Of the first agent, for trying the API.
    pub token: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct User {
    pub id: AgentId,
    pub name: String,
    pub email: String,
    pub password: String,
    pub role: Role,
}

/// The one of this folder, or a new one, seeded into the store. A start that was broken off is taken up again.
pub async fn enter(data: &Path, store: &dyn Store, wished_seed: u64) -> Result<Cast, Failure> {
    let file = data.join(FILE);
    let known = read(&file)?;
    let organizations = store.organizations().await?;
    match (known, organizations.is_empty()) {
        (Some(cast), false) => Ok(cast),
        (None, false) => {
            let detail = "holds data that is no demonstration's; choose another folder with --data";
            Err(Failure::usage(format!("{} {detail}", data.display())))
        }
        (known, true) => {
            let (seed, at) = known.map_or((wished_seed, now()), |cast| (cast.seed, cast.seeded_at));
            let (cast, seeded) = create(seed, at)?;
            write(&file, &cast)?;
            store.bulk_load(seeded.organization_id, seeded.rows).await.map_err(Failure::failed)?;
            Ok(cast)
        }
    }
}

/// The story comes from the seed; passwords and the token from the operating system, since a server may be reachable.
fn create(story: u64, at: Timestamp) -> Result<(Cast, Seed), Failure> {
    let mut secrets = [0_u8; 48];
    getrandom::fill(&mut secrets).map_err(|error| Failure::failed(format!("no randomness: {error}")))?;
    let words = secrets[..3].iter().map(|byte| WORDS[usize::from(*byte) % WORDS.len()]);
    let number = u16::from_le_bytes([secrets[3], secrets[4]]) % 9_000 + 1_000;
    let password = format!("{}-{number}", words.collect::<Vec<_>>().join("-"));
    let hash = operations::hash_password(&password).map_err(|_| Failure::failed("a password could not be hashed"))?;
    let token = format!("fdt_{}", secrets[8..].iter().map(|byte| format!("{byte:02x}")).collect::<String>());

    let random = Random::new(story);
    let mut seeded = seed(&random, at, vec![hash; PEOPLE.len()]);
    let first = PEOPLE.iter().position(|person| person.part == Part::Yours).unwrap_or(0);
    seeded.rows.push(Row::Token(Token {
        id: TokenId(random.branch("token").id_at(at.as_millis())),
        agent_id: seeded.people[first].id,
        name: "demonstration".into(),
        secret_hash: Sha256::digest(token.as_bytes()).into(),
        created_at: at,
        expires_at: None,
    }));
    let user = |agent: &Agent| User {
        id: agent.id,
        name: agent.name.clone(),
        email: agent.email.clone(),
        password: password.clone(),
        role: agent.role,
    };
    let cast = Cast {
        seed: story,
        seeded_at: at,
        organization_id: seeded.organization_id,
        website_widget: seeded.website_widget,
        account_widget: seeded.account_widget,
        users: seeded.people.iter().map(user).collect(),
        token,
    };
    Ok((cast, seeded))
}

fn read(file: &Path) -> Result<Option<Cast>, Failure> {
    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Failure::failed(format!("{}: {error}", file.display()))),
    };
    let cast = serde_json::from_str(&text);
    cast.map(Some).map_err(|error| Failure::failed(format!("{} is unreadable: {error}", file.display())))
}

/// Under its name only when it is whole.
fn write(file: &Path, cast: &Cast) -> Result<(), Failure> {
    let unfinished = PathBuf::from(format!("{}.unfinished", file.display()));
    let text = serde_json::to_vec_pretty(cast).map_err(Failure::failed)?;
    let written = fs::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&unfinished)
        .and_then(|mut out| out.write_all(&text).and_then(|()| out.sync_all()))
        .and_then(|()| fs::rename(&unfinished, file));
    written.map_err(|error| Failure::failed(format!("{}: {error}", file.display())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use frontdesk_store::{Sqlite, SqliteOptions};

    #[tokio::test]
    async fn sign_ins_stay_valid_over_restarts_and_a_broken_first_start() {
        let folder = tempfile::tempdir().unwrap();
        let open = || Sqlite::open(folder.path(), SqliteOptions::new(Timestamp(0))).unwrap();
        // Broken off after the file was written.
        let (unfinished, _) = create(3, now()).unwrap();
        write(&folder.path().join(FILE), &unfinished).unwrap();
        let first = enter(folder.path(), &open(), 9).await.unwrap();
        assert_eq!((first.seed, first.organization_id), (3, unfinished.organization_id));
        let again = enter(folder.path(), &open(), 9).await.unwrap();
        assert_eq!(again, first);
        let (_, agent) = open().find_agent_by_email(&first.users[0].email).await.unwrap().unwrap();
        assert_eq!(agent.id, first.users[0].id);
    }

    #[tokio::test]
    async fn a_folder_with_other_data_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let store = Sqlite::open(folder.path(), SqliteOptions::new(Timestamp(0))).unwrap();
        let (_, seeded) = create(3, now()).unwrap();
        store.bulk_load(seeded.organization_id, seeded.rows).await.unwrap();
        assert!(enter(folder.path(), &store, 1).await.is_err());
    }
}
