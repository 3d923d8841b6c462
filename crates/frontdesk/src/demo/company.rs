//! Alder & Pine: its people, queues, workstreams and customers. Plain tables; knows no past and no future.

use frontdesk_model::{BasePresence, Channel, ConversationMode, DistributionMode, Notification, Role, WrapUpBlock};

pub const NAME: &str = "Alder & Pine";

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
    pub name: &'static str,
    pub role: Role,
    pub queues: &'static [QueueName],
    pub part: Part,
}

use QueueName::{Advice, Orders, Service};

const fn agent(name: &'static str, queues: &'static [QueueName], part: Part) -> Person {
    Person { name, role: Role::Agent, queues, part }
}

pub const PEOPLE: [Person; 15] = [
    agent("Mara Lindqvist", &[Orders, Advice, Service], Part::Yours),
    agent("Jonas Weber", &[Orders], Part::Played(BasePresence::Available)),
    agent("Priya Raman", &[Advice, Orders], Part::Played(BasePresence::Available)),
    agent("Tomás Herrera", &[Service], Part::Played(BasePresence::Available)),
    agent("Amélie Roux", &[Service, Advice], Part::Played(BasePresence::Available)),
    agent("Kwame Boateng", &[Orders, Service], Part::Played(BasePresence::Available)),
    agent("Saoirse Nolan", &[Advice], Part::Played(BasePresence::Busy)),
    agent("Henrik Dahl", &[Orders], Part::Played(BasePresence::DoNotDisturb)),
    agent("Yuki Tanaka", &[Service], Part::Played(BasePresence::Away)),
    agent("Elif Kaya", &[Advice, Service], Part::Played(BasePresence::Available)),
    agent("Oliver Marsh", &[Orders, Advice], Part::Off),
    agent("Zofia Nowak", &[Service], Part::Off),
    Person { name: "Ingrid Solberg", role: Role::Supervisor, queues: &[Orders, Advice], part: Part::Yours },
    Person { name: "Marcus Oyelaran", role: Role::Supervisor, queues: &[Service], part: Part::Off },
    Person { name: "Ada Thornton", role: Role::Administrator, queues: &[], part: Part::Yours },
];

impl Person {
    pub fn email(&self) -> String {
        let first: String = self.name.split(' ').next().unwrap_or_default().chars().map(plain).collect();
        format!("{}@alderpine.example", first.to_lowercase())
    }
}

fn plain(letter: char) -> char {
    match letter {
        'á' | 'à' => 'a',
        'é' | 'è' => 'e',
        other => other,
    }
}

pub struct Stream {
    pub name: &'static str,
    pub channel: Channel,
    pub mode: ConversationMode,
    pub distribution: DistributionMode,
    pub capacity_units: u32,
    pub wrap_up_block: WrapUpBlock,
    pub notification: Notification,
    pub close_after_inactivity_days: Option<u64>,
    pub fallback: QueueName,
    /// Share of the past, in percent.
    pub share: u64,
}

pub const STREAMS: [Stream; 5] = [
    Stream {
        name: "Website chat",
        channel: Channel::LiveChat,
        mode: ConversationMode::LiveChat,
        distribution: DistributionMode::Push,
        capacity_units: 30,
        wrap_up_block: WrapUpBlock::Always,
        notification: Notification::ScreenPopWithDecline,
        close_after_inactivity_days: None,
        fallback: Orders,
        share: 45,
    },
    Stream {
        name: "Customer account",
        channel: Channel::LiveChat,
        mode: ConversationMode::PersistentChat,
        distribution: DistributionMode::Push,
        capacity_units: 20,
        wrap_up_block: WrapUpBlock::For { milliseconds: 60_000 },
        notification: Notification::ScreenPopWithDecline,
        close_after_inactivity_days: Some(7),
        fallback: Service,
        share: 20,
    },
    Stream {
        name: "WhatsApp",
        channel: Channel::Whatsapp,
        mode: ConversationMode::Asynchronous,
        distribution: DistributionMode::Push,
        capacity_units: 15,
        wrap_up_block: WrapUpBlock::Never,
        notification: Notification::ScreenPopWithDecline,
        close_after_inactivity_days: Some(14),
        fallback: Advice,
        share: 18,
    },
    Stream {
        name: "Text messages",
        channel: Channel::Sms,
        mode: ConversationMode::Asynchronous,
        distribution: DistributionMode::Push,
        capacity_units: 10,
        wrap_up_block: WrapUpBlock::Never,
        notification: Notification::ScreenPopWithTimeout,
        close_after_inactivity_days: Some(14),
        fallback: Orders,
        share: 9,
    },
    Stream {
        name: "E-mail",
        channel: Channel::Email,
        mode: ConversationMode::Asynchronous,
        distribution: DistributionMode::Pick,
        capacity_units: 10,
        wrap_up_block: WrapUpBlock::Never,
        notification: Notification::OpenSession,
        close_after_inactivity_days: Some(30),
        fallback: Service,
        share: 8,
    },
];

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

    #[test]
    fn the_company_is_as_large_as_promised() {
        let count = |role| PEOPLE.iter().filter(|person| person.role == role).count();
        assert_eq!((count(Role::Agent), count(Role::Supervisor), count(Role::Administrator)), (12, 2, 1));
        let emails: std::collections::BTreeSet<String> = PEOPLE.iter().map(Person::email).collect();
        assert_eq!(emails.len(), PEOPLE.len());
        assert!(emails.iter().all(|email| email.is_ascii()));
        assert_eq!(STREAMS.iter().map(|stream| stream.share).sum::<u64>(), 100);
    }
}
