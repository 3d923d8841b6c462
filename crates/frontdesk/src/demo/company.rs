//! Alder & Pine: its set-up, which of its people are played, and its customers. Plain tables; knows no past and no future.

use frontdesk_model::{BasePresence, Organization, Timestamp, Uuid};
use frontdesk_setup::SetUp;

/// In the format of `frontdesk config export`.
const SET_UP: &str = include_str!("set_up.toml");

/// The set-up of an organisation that has nothing else yet.
pub fn set_up(organization: Organization, at: Timestamp, new_id: impl FnMut() -> Uuid) -> SetUp {
    let empty = SetUp::empty(organization);
    let document = frontdesk_setup::read(SET_UP).expect("the demonstration's own file is right");
    let edits = frontdesk_setup::plan(&document, &empty, at, new_id).expect("it refers to nothing outside");
    empty.with(&edits)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum QueueName {
    Orders,
    Advice,
    Service,
}

impl QueueName {
    pub const ALL: [QueueName; 3] = [QueueName::Orders, QueueName::Advice, QueueName::Service];

    pub fn from_key(key: &str) -> Option<QueueName> {
        Self::ALL.into_iter().find(|queue| queue.key() == key)
    }

    pub fn key(self) -> &'static str {
        match self {
            QueueName::Orders => "orders",
            QueueName::Advice => "advice",
            QueueName::Service => "service",
        }
    }

    pub fn title(self) -> &'static str {
        match self {
            QueueName::Orders => "Orders & delivery",
            QueueName::Advice => "Products & advice",
            QueueName::Service => "Returns & repairs",
        }
    }
}

/// What a colleague does in the demonstration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Left to whoever looks at the demonstration.
    Yours,
    /// Played, in this presence.
    Played(BasePresence),
    /// Has the day off.
    Off,
}

pub struct Person {
    pub email: &'static str,
    pub part: Part,
}

const fn person(email: &'static str, part: Part) -> Person {
    Person { email, part }
}

/// In the order in which they are shown.
pub const PEOPLE: [Person; 15] = [
    person("mara@alderpine.example", Part::Yours),
    person("jonas@alderpine.example", Part::Played(BasePresence::Available)),
    person("priya@alderpine.example", Part::Played(BasePresence::Available)),
    person("tomas@alderpine.example", Part::Played(BasePresence::Available)),
    person("amelie@alderpine.example", Part::Played(BasePresence::Available)),
    person("kwame@alderpine.example", Part::Played(BasePresence::Available)),
    person("saoirse@alderpine.example", Part::Played(BasePresence::Busy)),
    person("henrik@alderpine.example", Part::Played(BasePresence::DoNotDisturb)),
    person("yuki@alderpine.example", Part::Played(BasePresence::Away)),
    person("elif@alderpine.example", Part::Played(BasePresence::Available)),
    person("oliver@alderpine.example", Part::Off),
    person("zofia@alderpine.example", Part::Off),
    person("ingrid@alderpine.example", Part::Yours),
    person("marcus@alderpine.example", Part::Off),
    person("ada@alderpine.example", Part::Yours),
];

/// A workstream and its share of the past, in percent.
pub struct Stream {
    pub name: &'static str,
    pub share: u64,
}

pub const STREAMS: [Stream; 5] = [
    Stream { name: "Website chat", share: 45 },
    Stream { name: "Customer account", share: 20 },
    Stream { name: "WhatsApp", share: 18 },
    Stream { name: "Text messages", share: 9 },
    Stream { name: "E-mail", share: 8 },
];

/// One for each of the two ways to write from a browser.
pub const WEBSITE_WIDGET: &str = "Website";
pub const ACCOUNT_WIDGET: &str = "Customer account";

pub const ACCOUNTS: [&str; 8] = [
    "Brightwater Studios",
    "Hotel Zum Anker",
    "Café Merle",
    "Northgate Dental",
    "Lindgren Architects",
    "Casa del Puerto",
    "Blue Door Nursery",
    "Fenwick & Daughters",
];

pub const CUSTOMERS: [&str; 48] = [
    "Tom Reed",
    "Hannah Fischer",
    "Lucía Moreno",
    "Peter van Dijk",
    "Grace Okafor",
    "Louis Bernard",
    "Emma Novak",
    "Daniel Costa",
    "Ruth Abelson",
    "Mikkel Holm",
    "Chloé Martin",
    "Samir Haddad",
    "Nora Byrne",
    "Felix Brandt",
    "Ines Duarte",
    "George Whitlock",
    "Anika Sharma",
    "Viktor Lang",
    "Beatrice Amato",
    "Owen Price",
    "Lena Hoffmann",
    "Carlos Vega",
    "Maya Goldstein",
    "Stefan Kovač",
    "Julia Winter",
    "Andre Silva",
    "Fatima Zahra",
    "Liam Doyle",
    "Sofia Rossi",
    "Noah Jensen",
    "Charlotte Evans",
    "Marek Zielinski",
    "Isla Campbell",
    "Pablo Navarro",
    "Greta Lindholm",
    "Ahmed Mansour",
    "Paula Richter",
    "Theo Laurent",
    "Mei Wong",
    "Jack Turner",
    "Alma Berg",
    "Ivan Petrov",
    "Rosa Delgado",
    "Simon Keller",
    "Eva Horvat",
    "Ben Ashworth",
    "Dina Nasser",
    "Otto Vogel",
];

#[cfg(test)]
mod tests {
    use super::*;
    use frontdesk_engine::{Engine, Input};
    use frontdesk_model::{OrganizationId, Role, SetUpEdits, Settings};
    use std::collections::BTreeSet;

    fn organization() -> Organization {
        Organization {
            id: OrganizationId(Uuid::from_u128(1)),
            name: "Nobody yet".to_owned(),
            created_at: Timestamp(0),
            settings: Settings::default(),
            version: 0,
        }
    }

    fn ids() -> impl FnMut() -> Uuid {
        let mut last = 1;
        move || {
            last += 1;
            Uuid::from_u128(last)
        }
    }

    fn company() -> SetUp {
        set_up(organization(), Timestamp(0), ids())
    }

    #[test]
    fn an_engine_finds_no_fault_with_the_set_up() {
        let document = frontdesk_setup::read(SET_UP).unwrap();
        let edits = frontdesk_setup::plan(&document, &SetUp::empty(organization()), Timestamp(0), ids()).unwrap();
        let mut engine = Engine::new(organization());
        let edits = Input::Configure(Box::new(SetUpEdits { by: None, edits }));
        engine.handle(edits, Timestamp(0), &mut ids()).unwrap();
        assert_eq!(engine.agents().count(), PEOPLE.len());
    }

    #[test]
    fn its_export_imported_into_an_empty_organisation_exports_the_same_bytes() {
        let text = frontdesk_setup::export(&company());
        let document = frontdesk_setup::read(&text).unwrap();
        let empty = SetUp::empty(organization());
        let edits = frontdesk_setup::plan(&document, &empty, Timestamp(5), ids()).unwrap();
        assert_eq!(frontdesk_setup::export(&empty.with(&edits)), text);
    }

    #[test]
    fn the_company_is_as_large_as_promised() {
        let company = company();
        let count = |role| company.agents.iter().filter(|agent| agent.role == role).count();
        assert_eq!((count(Role::Agent), count(Role::Supervisor), count(Role::Administrator)), (12, 2, 1));
        assert_eq!(STREAMS.iter().map(|stream| stream.share).sum::<u64>(), 100);
    }

    #[test]
    fn the_tables_speak_of_those_who_are_in_the_set_up() {
        let company = company();
        let people: BTreeSet<&str> = PEOPLE.iter().map(|person| person.email).collect();
        assert_eq!(people, company.agents.iter().map(|agent| agent.email.as_str()).collect());
        assert!(STREAMS.iter().all(|stream| company.workstreams.iter().any(|there| there.name == stream.name)));
        assert!(QueueName::ALL.iter().all(|queue| company.queues.iter().any(|there| there.name == queue.title())));
        let widgets: Vec<&str> = company.widgets.iter().map(|widget| widget.name.as_str()).collect();
        assert_eq!(widgets, [WEBSITE_WIDGET, ACCOUNT_WIDGET]);
    }
}
