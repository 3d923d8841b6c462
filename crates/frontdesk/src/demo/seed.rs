//! The organisation as it stands when the demonstration begins: set-up, people, customers, and weeks of conversations.
//! Deterministic from seed, time and password hashes. Knows no store.

use super::company::{self, ACCOUNTS, CUSTOMERS, PEOPLE, Part, Person, QueueName, STREAMS};
use super::past;
use super::scenarios;
use crate::random::Random;
use frontdesk_model::{
    Account, AccountId, Agent, AgentId, AgentLoad, AgentStatus, BasePresence, Case, CaseStatus, Contact, ContactId,
    Conversation, ConversationStatus, CustomerRef, Organization, OrganizationId, Presence, PresenceSource, Queue, Row,
    Settings, Timestamp, Widget, WidgetId, Workstream,
};
use frontdesk_setup::SetUp;
use std::collections::BTreeMap;

const DAY_MS: u64 = 24 * 60 * 60 * 1_000;

/// Ids that the rest of the demonstration needs.
pub struct Seed {
    pub organization_id: OrganizationId,
    pub website_widget: WidgetId,
    pub account_widget: WidgetId,
    /// In the order of `PEOPLE`.
    pub people: Vec<Agent>,
    pub rows: Vec<Row>,
}

/// Everything that conversations of the past refer to.
pub struct Setting {
    pub now: Timestamp,
    pub agents: Vec<Agent>,
    pub queues: BTreeMap<QueueName, Queue>,
    pub workstreams: Vec<Workstream>,
    pub widgets: Vec<Widget>,
    pub contacts: Vec<Contact>,
    pub cases: Vec<Case>,
}

/// `password_hash` for each person, in the order of `PEOPLE`.
pub fn seed(random: &Random, now: Timestamp, password_hashes: Vec<String>) -> Seed {
    let created_at = now - 60 * DAY_MS;
    let organization = Organization {
        id: OrganizationId(random.branch("organization").id_at(created_at.as_millis())),
        name: String::new(),
        created_at,
        settings: Settings::default(),
        version: 0,
    };
    let mut ids = random.branch("set-up");
    let set_up = company::set_up(organization, created_at, || ids.id_at(created_at.as_millis()));
    let agents = people(&set_up, password_hashes);
    let accounts = accounts(&mut random.branch("accounts"), created_at);
    let contacts = contacts(&mut random.branch("contacts"), created_at, &accounts);
    let cases = cases(&mut random.branch("cases"), now, &contacts);
    let queue = |name: QueueName| set_up.queues.iter().find(|queue| queue.name == name.title()).cloned();
    let workstream =
        |stream: &company::Stream| set_up.workstreams.iter().find(|there| there.name == stream.name).cloned();
    let setting = Setting {
        now,
        agents,
        queues: QueueName::ALL.into_iter().filter_map(|name| Some((name, queue(name)?))).collect(),
        workstreams: STREAMS.iter().filter_map(workstream).collect(),
        widgets: set_up.widgets.clone(),
        contacts,
        cases,
    };
    let past = past::conversations(&mut random.branch("past"), &setting, &scenarios::all());
    let statuses = statuses(&setting, &set_up.presences, &past);
    let Setting { agents, contacts, cases, .. } = setting;

    let widget = |name| set_up.widgets.iter().find(|widget| widget.name == name).map(|widget| widget.id);
    let seed = Seed {
        organization_id: set_up.organization.id,
        website_widget: widget(company::WEBSITE_WIDGET).unwrap_or_default(),
        account_widget: widget(company::ACCOUNT_WIDGET).unwrap_or_default(),
        people: agents.clone(),
        rows: Vec::new(),
    };
    let mut rows = vec![Row::Organization(set_up.organization)];
    rows.extend(set_up.presences.into_iter().map(Row::Presence));
    rows.extend(set_up.skills.into_iter().map(Row::Skill));
    rows.extend(set_up.capacity_profiles.into_iter().map(Row::CapacityProfile));
    rows.extend(set_up.operating_hours.into_iter().map(Row::OperatingHours));
    rows.extend(agents.into_iter().map(Row::Agent));
    rows.extend(set_up.queues.into_iter().map(Row::Queue));
    rows.extend(set_up.session_templates.into_iter().map(Row::SessionTemplate));
    rows.extend(set_up.notification_templates.into_iter().map(Row::NotificationTemplate));
    rows.extend(set_up.quick_replies.into_iter().map(Row::QuickReply));
    rows.extend(set_up.workstreams.into_iter().map(Row::Workstream));
    rows.extend(set_up.rulesets.into_iter().map(Row::Ruleset));
    rows.extend(set_up.widgets.into_iter().map(Row::Widget));
    rows.extend(accounts.into_iter().map(Row::Account));
    rows.extend(contacts.into_iter().map(Row::Contact));
    rows.extend(cases.into_iter().map(Row::Case));
    rows.extend(statuses.into_iter().map(Row::AgentStatus));
    rows.extend(past);
    Seed { rows, ..seed }
}

/// In the order of `PEOPLE`, able to sign in.
fn people(set_up: &SetUp, password_hashes: Vec<String>) -> Vec<Agent> {
    let agent = |(person, password_hash): (&Person, String)| {
        let agent = set_up.agents.iter().find(|agent| agent.email == person.email)?;
        Some(Agent { password_hash: Some(password_hash), ..agent.clone() })
    };
    PEOPLE.iter().zip(password_hashes).filter_map(agent).collect()
}

fn accounts(random: &mut Random, at: Timestamp) -> Vec<Account> {
    let account = |name: &&str| Account {
        id: AccountId(random.id_at(at.as_millis())),
        name: (*name).into(),
        email: Some(format!("office@{}.example", slug(name))),
        phone: Some(phone(random)),
        created_at: at,
        modified_at: at,
    };
    ACCOUNTS.iter().map(account).collect()
}

fn contacts(random: &mut Random, at: Timestamp, accounts: &[Account]) -> Vec<Contact> {
    let contact = |name: &&str| Contact {
        id: ContactId(random.id_at(at.as_millis())),
        name: (*name).into(),
        email: Some(format!("{}@mail.example", slug(name))),
        phone: Some(phone(random)),
        account_id: random.chance(30).then(|| random.pick(accounts).id),
        created_at: at,
        modified_at: at,
    };
    CUSTOMERS.iter().map(contact).collect()
}

fn cases(random: &mut Random, now: Timestamp, contacts: &[Contact]) -> Vec<Case> {
    const TITLES: [&str; 8] = [
        "Delivery delayed twice",
        "Replacement of a damaged top",
        "Refund not yet on the card",
        "Missing hardware bag",
        "Kitchen plan for a small flat",
        "Trade prices for a hotel",
        "Wrong colour delivered",
        "Drawer runners under warranty",
    ];
    let case = |number: u64| {
        let created_at = now - random.within(1..40) * DAY_MS;
        Case {
            id: random.id_at(created_at.as_millis()).into(),
            ticket_number: format!("CAS-{:05}", 1_000 + number),
            title: (*random.pick(&TITLES)).into(),
            status: if random.chance(60) { CaseStatus::Resolved } else { CaseStatus::Active },
            customer: Some(CustomerRef::Contact(random.pick(contacts).id)),
            created_at,
            modified_at: created_at + DAY_MS / 2,
        }
    };
    (1..=40).map(case).collect()
}

/// What everybody is doing, with the capacity that the conversations of the past leave them.
fn statuses(setting: &Setting, presences: &[Presence], past: &[Row]) -> Vec<AgentStatus> {
    let mut held: BTreeMap<AgentId, (i64, u32)> = BTreeMap::new();
    for conversation in past.iter().filter_map(conversation_of) {
        if let Some(agent_id) = conversation.list_agent_id {
            let (units, sessions) = held.entry(agent_id).or_default();
            *units += i64::from(conversation.held_units);
            *sessions +=
                u32::from(matches!(conversation.status, ConversationStatus::Active | ConversationStatus::WrapUp));
        }
    }
    let status = |(person, agent): (&Person, &Agent)| {
        // An Offline that somebody chose would stay when they sign in.
        let (base, source) = match person.part {
            Part::Played(base) => (base, PresenceSource::Agent),
            Part::Yours | Part::Off => (BasePresence::Offline, PresenceSource::System),
        };
        let (units, open_sessions) = held.get(&agent.id).copied().unwrap_or_default();
        let presence = presences.iter().find(|presence| presence.base == base && presence.is_default);
        presence.map(|presence| AgentStatus {
            agent_id: agent.id,
            presence_id: presence.id,
            base,
            source,
            presence_modified_at: setting.now,
            available_units: i64::from(agent.capacity_units) - units,
            open_sessions,
            last_assigned_at: None,
            lost: None,
            load: AgentLoad::default(),
        })
    };
    PEOPLE.iter().zip(&setting.agents).filter_map(status).collect()
}

fn conversation_of(row: &Row) -> Option<&Conversation> {
    match row {
        Row::Conversation(conversation) => Some(conversation),
        _ => None,
    }
}

fn slug(name: &str) -> String {
    let letters = name.to_lowercase();
    let words = letters.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(".").chars().filter(char::is_ascii).collect()
}

fn phone(random: &mut Random) -> String {
    format!("+44 20 7946 {:04}", random.within(0..1_000))
}

#[cfg(test)]
mod tests {
    use super::*;
    use frontdesk_model::Role;
    use frontdesk_store::{Sqlite, SqliteOptions, Store};

    const NOW: Timestamp = Timestamp(1_795_406_706_007);

    fn hashes() -> Vec<String> {
        PEOPLE.iter().map(|_| "$argon2id$".to_owned()).collect()
    }

    #[test]
    fn the_same_seed_gives_the_same_organisation() {
        assert_eq!(seed(&Random::new(5), NOW, hashes()).rows, seed(&Random::new(5), NOW, hashes()).rows);
        assert_ne!(seed(&Random::new(5), NOW, hashes()).rows, seed(&Random::new(6), NOW, hashes()).rows);
    }

    #[test]
    fn every_agent_has_something_in_each_list_and_nothing_is_in_the_future() {
        let seed = seed(&Random::new(1), NOW, hashes());
        let conversations: Vec<&Conversation> = seed.rows.iter().filter_map(conversation_of).collect();
        assert!(conversations.len() > 300);
        let midnight = Timestamp(NOW.as_millis() - NOW.as_millis().rem_euclid(DAY_MS as i64));
        for agent in seed.people.iter().filter(|agent| agent.role == Role::Agent) {
            let theirs: Vec<_> = conversations.iter().filter(|c| c.list_agent_id == Some(agent.id)).collect();
            let has = |status| theirs.iter().any(|conversation| conversation.status == status);
            assert!(has(ConversationStatus::Waiting) && has(ConversationStatus::Closed), "{}", agent.name);
            assert!(theirs.iter().any(|c| c.closed_at >= Some(midnight)), "{} closed nothing today", agent.name);
        }
        assert!(conversations.iter().all(|c| c.created_at < NOW && c.modified_at <= NOW));
        assert!(conversations.iter().any(|c| c.status == ConversationStatus::Open));
    }

    #[tokio::test]
    async fn a_store_finds_no_fault_with_it() {
        let folder = tempfile::tempdir().unwrap();
        let store = Sqlite::open(folder.path(), SqliteOptions::new(NOW)).unwrap();
        let seed = seed(&Random::new(1), NOW, hashes());
        store.bulk_load(seed.organization_id, seed.rows).await.unwrap();
        assert_eq!(store.check().await.unwrap(), Vec::<String>::new());
        let snapshot = store.load(seed.organization_id).await.unwrap().unwrap();
        assert!(snapshot.conversations.iter().all(|c| c.status != ConversationStatus::Closed));
    }
}
