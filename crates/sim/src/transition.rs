//! Everything that can happen, as values small enough to print, keep and leave out. Knows nothing of what follows.
//!
//! People and things are named by number, sessions by their role ("the one that is open"), so that a script keeps its
//! meaning when steps before are dropped.

use frontdesk_model::{BasePresence, ContextVariable, Notification, Priority, SetUpNoun, Timers, WrapUpBlock};
use serde::{Deserialize, Serialize};

/// One step: time passes, then something happens.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    pub wait_ms: u64,
    pub lateness: Lateness,
    pub what: Transition,
}

/// How the caller minds the alarms while time passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lateness {
    /// Each alarm at its very moment.
    Exact,
    /// Once, at the end: everything that fell due meanwhile is late.
    Late,
}

/// Numbers beyond those that exist stand for another organisation's ids.
pub type AgentNumber = usize;
pub type ConversationNumber = u32;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WhichSession {
    Unsaid,
    /// The conversation's last session.
    Last,
    /// One that was closed before, or if there is none, one that never was.
    Former,
    Foreign,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Text {
    Plain,
    /// As long as may be, of characters that take several bytes.
    Longest,
    Empty,
    Blank,
    TooLong,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Record {
    Contact(u64),
    Account(u64),
    Case(u64),
}

impl Record {
    pub fn number(self) -> u64 {
        match self {
            Record::Contact(number) | Record::Account(number) | Record::Case(number) => number,
        }
    }
}

/// What a supervisor does with other people's conversations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Act {
    AssignsToAgent {
        to: AgentNumber,
        regardless: bool,
    },
    AssignsToQueue {
        to: usize,
    },
    TransfersToAgent {
        to: AgentNumber,
    },
    TransfersToQueue {
        to: usize,
    },
    ForceCloses,
    /// Not in bulk.
    Monitors,
    /// Not in bulk.
    Joins,
    /// Only in bulk: of one, if of no more.
    WritesToCustomers {
        text: Text,
    },
    /// Only in bulk: of one, if of no more.
    NotifiesAgents {
        text: Text,
    },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Transition {
    // --- customers ---
    Starts {
        conversation: ConversationNumber,
        workstream: usize,
        queue: Option<usize>,
        customer: Option<Record>,
        case: Option<u64>,
        priority: Priority,
        titled: bool,
        #[serde(default)]
        context: Vec<ContextVariable>,
        #[serde(default)]
        preferred: Vec<AgentNumber>,
    },
    CustomerWrites {
        conversation: ConversationNumber,
        text: Text,
    },
    CustomerEnds {
        conversation: ConversationNumber,
    },
    CustomerConnects {
        conversation: ConversationNumber,
    },
    CustomerDrops {
        conversation: ConversationNumber,
    },
    CustomerReads {
        conversation: ConversationNumber,
        delivered: u64,
        read: u64,
    },

    // --- agents and conversations ---
    AgentWrites {
        agent: AgentNumber,
        conversation: ConversationNumber,
        text: Text,
        note: bool,
    },
    AgentReads {
        agent: AgentNumber,
        conversation: ConversationNumber,
        delivered: u64,
        read: u64,
    },
    Displays {
        agent: AgentNumber,
        conversation: ConversationNumber,
        session: WhichSession,
    },
    Accepts {
        agent: AgentNumber,
        conversation: ConversationNumber,
        session: WhichSession,
    },
    Rejects {
        agent: AgentNumber,
        conversation: ConversationNumber,
        session: WhichSession,
    },
    Picks {
        agent: AgentNumber,
        conversation: ConversationNumber,
    },
    Ends {
        agent: AgentNumber,
        conversation: ConversationNumber,
    },
    ClosesSession {
        agent: AgentNumber,
        conversation: ConversationNumber,
    },
    Releases {
        agent: AgentNumber,
        conversation: ConversationNumber,
    },
    TransfersToAgent {
        agent: AgentNumber,
        conversation: ConversationNumber,
        to: AgentNumber,
    },
    TransfersToQueue {
        agent: AgentNumber,
        conversation: ConversationNumber,
        to: usize,
    },
    Links {
        agent: AgentNumber,
        conversation: ConversationNumber,
        record: Record,
    },
    Unlinks {
        agent: AgentNumber,
        conversation: ConversationNumber,
        record: Record,
    },

    // --- advice ---
    ConsultsAgent {
        agent: AgentNumber,
        conversation: ConversationNumber,
        to: AgentNumber,
    },
    ConsultsQueue {
        agent: AgentNumber,
        conversation: ConversationNumber,
        to: usize,
    },
    /// The invitation that this agent has.
    AnswersConsult {
        agent: AgentNumber,
        conversation: ConversationNumber,
        accepts: bool,
    },
    /// Lets a consultant write to the customer.
    LetsIn {
        agent: AgentNumber,
        conversation: ConversationNumber,
        guest: AgentNumber,
    },
    SendsOut {
        agent: AgentNumber,
        conversation: ConversationNumber,
        guest: AgentNumber,
    },
    Leaves {
        agent: AgentNumber,
        conversation: ConversationNumber,
    },

    // --- supervision ---
    Supervises {
        agent: AgentNumber,
        conversation: ConversationNumber,
        act: Act,
    },
    InBulk {
        agent: AgentNumber,
        conversations: Vec<ConversationNumber>,
        act: Act,
    },
    ResetsPresence {
        agent: AgentNumber,
        of: AgentNumber,
        presence: usize,
    },
    /// Customers' pages ask where they stand.
    LooksAtLine,

    // --- agents and their workplace ---
    SetsPresence {
        agent: AgentNumber,
        presence: usize,
    },
    OpensBrowser {
        agent: AgentNumber,
    },
    LosesBrowser {
        agent: AgentNumber,
    },
    SignsOut {
        agent: AgentNumber,
    },

    // --- the set-up, while work waits ---
    SetUp(Change),

    // --- the machine ---
    /// The engine is thrown away and loaded from the rows written so far; every connection is gone.
    Crash,
    Nothing,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Change {
    Hires {
        capacity_units: u32,
    },
    Capacity {
        agent: AgentNumber,
        units: u32,
    },
    Activity {
        agent: AgentNumber,
        active: bool,
    },
    Members {
        queue: usize,
        members: Vec<AgentNumber>,
    },
    /// Whether everyone serves it, whoever comes and goes.
    Everyone {
        queue: usize,
        everyone: bool,
    },
    QueuePriority {
        queue: usize,
        priority: u32,
    },
    WorkstreamUnits {
        workstream: usize,
        units: u32,
    },
    WorkstreamBlock {
        workstream: usize,
        block: WrapUpBlock,
    },
    WorkstreamPresences {
        workstream: usize,
        allowed: Vec<BasePresence>,
    },
    WorkstreamNotification {
        workstream: usize,
        notification: Notification,
        offer_timeout_ms: u64,
    },
    WorkstreamWaits {
        workstream: usize,
        close_after_inactivity_ms: Option<u64>,
        reoffer_after_decline_ms: u64,
    },
    WorkstreamAffinity {
        workstream: usize,
        affinity: bool,
    },
    Timers(Timers),
    Limits {
        declines_allowed: u32,
        declining_agents_max: u32,
        sessions_max: u32,
    },
    PresenceBase {
        presence: usize,
        base: BasePresence,
    },
    // --- what routing asks for; drawn anew from the seed ---
    /// Skills, profiles, attributes and hours of an agent.
    Equips {
        agent: AgentNumber,
        seed: u64,
    },
    /// How a queue chooses, orders and overflows.
    Rearranges {
        queue: usize,
        seed: u64,
    },
    /// What a conversation of a workstream takes and asks.
    Charges {
        workstream: usize,
        seed: u64,
    },
    Reschedules {
        hours: u64,
        seed: u64,
    },
    /// The rulesets of a workstream.
    Rules {
        workstream: usize,
        seed: u64,
    },
    ProfileLimit {
        profile: u64,
        units: u32,
    },
    Supervisors {
        monitor: bool,
        assign: bool,
        transfer: bool,
        force_close: bool,
    },
    /// The last of its kind: refused where something hangs on it.
    Deletes {
        noun: SetUpNoun,
    },
    // --- what cannot be right ---
    NoSuchMember {
        queue: usize,
    },
    NoSuchQueue {
        workstream: usize,
    },
    ChangedDistribution {
        workstream: usize,
    },
}

impl Transition {
    /// What kind it is, for counting.
    pub fn name(&self) -> &'static str {
        use Transition::*;
        match self {
            Starts { .. } => "customer starts",
            CustomerWrites { .. } => "customer writes",
            CustomerEnds { .. } => "customer ends",
            CustomerConnects { .. } => "customer connects",
            CustomerDrops { .. } => "customer drops",
            CustomerReads { .. } => "customer reads",
            AgentWrites { note: false, .. } => "agent writes",
            AgentWrites { note: true, .. } => "agent notes",
            AgentReads { .. } => "agent reads",
            Displays { .. } => "agent's screen displays an offer",
            Accepts { .. } => "agent accepts",
            Rejects { .. } => "agent rejects",
            Picks { .. } => "agent picks",
            Ends { .. } => "agent ends",
            ClosesSession { .. } => "agent closes the session",
            Releases { .. } => "agent releases",
            TransfersToAgent { .. } => "agent transfers to an agent",
            TransfersToQueue { .. } => "agent transfers to a queue",
            Links { .. } => "agent links",
            Unlinks { .. } => "agent unlinks",
            ConsultsAgent { .. } => "agent consults an agent",
            ConsultsQueue { .. } => "agent consults a queue",
            AnswersConsult { accepts: true, .. } => "consultant accepts",
            AnswersConsult { accepts: false, .. } => "consultant rejects",
            LetsIn { .. } => "agent lets a consultant write to the customer",
            SendsOut { .. } => "agent sends a consultant out",
            Leaves { .. } => "guest leaves",
            Supervises { act, .. } => match act {
                Act::AssignsToAgent { .. } => "supervisor assigns to an agent",
                Act::AssignsToQueue { .. } => "supervisor assigns to a queue",
                Act::TransfersToAgent { .. } => "supervisor transfers to an agent",
                Act::TransfersToQueue { .. } => "supervisor transfers to a queue",
                Act::ForceCloses => "supervisor force-closes",
                Act::Monitors => "supervisor monitors",
                Act::Joins => "supervisor joins",
                Act::WritesToCustomers { .. } => "supervisor writes to a customer",
                Act::NotifiesAgents { .. } => "supervisor notifies an agent",
            },
            InBulk { .. } => "supervisor moves many",
            ResetsPresence { .. } => "supervisor resets a presence",
            LooksAtLine => "customers look where they stand",
            SetsPresence { .. } => "agent sets presence",
            OpensBrowser { .. } => "agent opens a browser",
            LosesBrowser { .. } => "agent loses a browser",
            SignsOut { .. } => "agent signs out",
            SetUp(change) => match change {
                Change::Equips { .. } => "set-up: what an agent can do",
                Change::Rearranges { .. } => "set-up: how a queue serves",
                Change::Charges { .. } => "set-up: what a conversation takes",
                Change::Reschedules { .. } => "set-up: operating hours",
                Change::Rules { .. } => "set-up: rules",
                Change::ProfileLimit { .. } => "set-up: a profile's limit",
                Change::Deletes { .. } => "set-up: something is deleted",
                Change::Supervisors { .. } => "set-up: supervisors' rights",
                Change::Everyone { .. } => "set-up: a queue of everyone",
                _ => "set-up changes",
            },
            Crash => "crash and reload",
            Nothing => "time alone passes",
        }
    }

    pub const NAMES: [&'static str; 55] = [
        "customer starts",
        "customer writes",
        "customer ends",
        "customer connects",
        "customer drops",
        "customer reads",
        "agent writes",
        "agent notes",
        "agent reads",
        "agent's screen displays an offer",
        "agent accepts",
        "agent rejects",
        "agent picks",
        "agent ends",
        "agent closes the session",
        "agent releases",
        "agent transfers to an agent",
        "agent transfers to a queue",
        "agent links",
        "agent unlinks",
        "agent consults an agent",
        "agent consults a queue",
        "consultant accepts",
        "consultant rejects",
        "agent lets a consultant write to the customer",
        "agent sends a consultant out",
        "guest leaves",
        "supervisor assigns to an agent",
        "supervisor assigns to a queue",
        "supervisor transfers to an agent",
        "supervisor transfers to a queue",
        "supervisor force-closes",
        "supervisor monitors",
        "supervisor joins",
        "supervisor writes to a customer",
        "supervisor notifies an agent",
        "supervisor moves many",
        "supervisor resets a presence",
        "customers look where they stand",
        "agent sets presence",
        "agent opens a browser",
        "agent loses a browser",
        "agent signs out",
        "set-up changes",
        "set-up: what an agent can do",
        "set-up: how a queue serves",
        "set-up: what a conversation takes",
        "set-up: operating hours",
        "set-up: rules",
        "set-up: a queue of everyone",
        "set-up: a profile's limit",
        "set-up: something is deleted",
        "set-up: supervisors' rights",
        "crash and reload",
        "time alone passes",
    ];
}
