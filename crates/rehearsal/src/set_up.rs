//! The set-up a rehearsal runs under: an organisation without its work. Knows nothing of files.

use frontdesk_engine::{Engine, Input, Refusal};
use frontdesk_model::{
    Agent, AgentId, AssignmentMethod, BasePresence, Channel, ConversationMode, Notification, Organization,
    OrganizationId, Presence, PresenceId, Queue, QueueId, SetUpChange, SetUpEdit, SetUpEdits, SetUpNoun, SetUpPiece,
    Settings, Snapshot, Timers, Timestamp, Uuid, Workstream, WorkstreamId, WrapUpBlock,
};

/// Everything an organisation has decided, and nothing that happened in it.
#[derive(Clone, Debug, PartialEq)]
pub struct SetUp {
    parts: Snapshot,
}

impl SetUp {
    /// Conversations, loads and presences of the moment are left out.
    pub fn of(snapshot: Snapshot) -> SetUp {
        let parts = Snapshot {
            agent_statuses: Vec::new(),
            conversations: Vec::new(),
            sessions: Vec::new(),
            participants: Vec::new(),
            segments: Vec::new(),
            paces: Vec::new(),
            journal_sequence: 0,
            set_up_changes: 0,
            ..snapshot
        };
        SetUp { parts }
    }

    pub fn parts(&self) -> &Snapshot {
        &self.parts
    }

    pub fn into_parts(self) -> Snapshot {
        self.parts
    }

    pub fn agents(&self) -> &[Agent] {
        &self.parts.agents
    }

    pub fn queues(&self) -> &[Queue] {
        &self.parts.queues
    }

    pub fn workstreams(&self) -> &[Workstream] {
        &self.parts.workstreams
    }

    pub fn settings(&self) -> &Settings {
        &self.parts.organization.settings
    }

    /// The presence that stands for this base state when nobody names one.
    pub fn presence(&self, base: BasePresence) -> Option<PresenceId> {
        let of_base = || self.parts.presences.iter().filter(|presence| presence.base == base);
        of_base().find(|presence| presence.is_default).or_else(|| of_base().next()).map(|presence| presence.id)
    }

    /// Those who can be assigned anything: active members of at least one queue.
    pub fn staff(&self) -> Vec<AgentId> {
        let serves = |agent: &&Agent| self.parts.queues.iter().any(|queue| queue.members.contains(&agent.id));
        self.parts.agents.iter().filter(|agent| agent.active).filter(serves).map(|agent| agent.id).collect()
    }

    /// Staffed by so many: the first of its agents, and where it has fewer, more of their kind in turn: the same
    /// queues, skills, profiles and units.
    pub fn staffed_by(&self, agents: usize) -> SetUp {
        let staff = self.staff();
        let mut parts = self.parts.clone();
        for left_out in staff.iter().skip(agents) {
            parts.queues.iter_mut().for_each(|queue| queue.members.retain(|member| member != left_out));
        }
        for number in staff.len()..agents {
            if staff.is_empty() {
                break;
            }
            let kind = staff[number % staff.len()];
            let Some(model) = parts.agents.iter().find(|agent| agent.id == kind).cloned() else { continue };
            let id = AgentId(Uuid::from_u128(kind.0.as_u128() ^ ((number as u128) << 64)));
            let name = format!("{} {}", model.name, number / staff.len() + 1);
            parts.agents.push(Agent { id, name, email: format!("{id}@rehearsal.invalid"), ..model });
            for queue in parts.queues.iter_mut().filter(|queue| queue.members.contains(&kind)) {
                queue.members.push(id);
            }
        }
        SetUp { parts }
    }

    /// With its timers and settings changed.
    pub fn with_settings(mut self, change: impl FnOnce(&mut Settings)) -> SetUp {
        change(&mut self.parts.organization.settings);
        self
    }

    /// Adds a piece, or puts it in the place of the one with its id.
    pub fn put(&mut self, piece: SetUpPiece) {
        let parts = &mut self.parts;
        match piece {
            SetUpPiece::Organization(piece) => parts.organization = piece,
            SetUpPiece::Agent(piece) => put_in(&mut parts.agents, piece, |one| one.id),
            SetUpPiece::Queue(piece) => put_in(&mut parts.queues, piece, |one| one.id),
            SetUpPiece::Workstream(piece) => put_in(&mut parts.workstreams, piece, |one| one.id),
            SetUpPiece::Presence(piece) => put_in(&mut parts.presences, piece, |one| one.id),
            SetUpPiece::Widget(piece) => put_in(&mut parts.widgets, piece, |one| one.id),
            SetUpPiece::Skill(piece) => put_in(&mut parts.skills, piece, |one| one.id),
            SetUpPiece::CapacityProfile(piece) => put_in(&mut parts.capacity_profiles, piece, |one| one.id),
            SetUpPiece::OperatingHours(piece) => put_in(&mut parts.operating_hours, piece, |one| one.id),
            SetUpPiece::Ruleset(piece) => put_in(&mut parts.rulesets, piece, |one| one.id),
            SetUpPiece::SessionTemplate(piece) => put_in(&mut parts.session_templates, piece, |one| one.id),
            SetUpPiece::NotificationTemplate(piece) => put_in(&mut parts.notification_templates, piece, |one| one.id),
            SetUpPiece::QuickReply(piece) => put_in(&mut parts.quick_replies, piece, |one| one.id),
        }
    }

    pub fn delete(&mut self, noun: SetUpNoun, id: Uuid) {
        let parts = &mut self.parts;
        match noun {
            SetUpNoun::Organization => {}
            SetUpNoun::Agent => parts.agents.retain(|one| one.id.0 != id),
            SetUpNoun::Queue => parts.queues.retain(|one| one.id.0 != id),
            SetUpNoun::Workstream => parts.workstreams.retain(|one| one.id.0 != id),
            SetUpNoun::Presence => parts.presences.retain(|one| one.id.0 != id),
            SetUpNoun::Widget => parts.widgets.retain(|one| one.id.0 != id),
            SetUpNoun::Skill => parts.skills.retain(|one| one.id.0 != id),
            SetUpNoun::CapacityProfile => parts.capacity_profiles.retain(|one| one.id.0 != id),
            SetUpNoun::OperatingHours => parts.operating_hours.retain(|one| one.id.0 != id),
            SetUpNoun::Ruleset => parts.rulesets.retain(|one| one.id.0 != id),
            SetUpNoun::SessionTemplate => parts.session_templates.retain(|one| one.id.0 != id),
            SetUpNoun::NotificationTemplate => parts.notification_templates.retain(|one| one.id.0 != id),
            SetUpNoun::QuickReply => parts.quick_replies.retain(|one| one.id.0 != id),
        }
    }

    /// As it is once all these edits are in force, if they may be.
    pub fn changed(&self, edits: Vec<SetUpEdit>) -> Result<SetUp, Refusal> {
        let now = Timestamp(0);
        let tried = Box::new(SetUpEdits { by: None, edits: edits.clone() });
        let mut last_id = 1u128 << 100;
        let mut ids = || {
            last_id += 1;
            Uuid::from_u128(last_id)
        };
        self.engine(now).handle(Input::Configure(tried), now, &mut ids)?;
        let mut changed = self.clone();
        for edit in edits {
            match edit {
                SetUpEdit::Put { piece, .. } => changed.put(piece),
                SetUpEdit::Delete { noun, id, .. } => changed.delete(noun, id),
            }
        }
        Ok(changed)
    }

    /// As it was before these changes, which come newest first.
    pub fn before(mut self, changes: &[SetUpChange]) -> SetUp {
        for change in changes {
            match &change.before {
                Some(piece) => self.put(piece.clone()),
                None => self.delete(change.noun, change.id),
            }
        }
        self
    }

    pub(crate) fn engine(&self, now: Timestamp) -> Engine {
        Engine::load(self.parts.clone(), now)
    }
}

fn put_in<T, I: PartialEq>(all: &mut Vec<T>, piece: T, id: impl Fn(&T) -> I) {
    match all.iter_mut().find(|one| id(one) == id(&piece)) {
        Some(former) => *former = piece,
        None => all.push(piece),
    }
}

/// One queue, live chat that opens by itself, no wrap-up, and so many agents of so many units, each conversation taking
/// one. Nothing is closed by the clock. What theory speaks of.
pub fn plain(agents: usize, units: u32) -> SetUp {
    let queue_id = QueueId(Uuid::from_u128(1));
    let organization = Organization {
        id: OrganizationId(Uuid::from_u128(2)),
        name: "Rehearsal".to_owned(),
        created_at: Timestamp(0),
        settings: Settings { timers: no_closing_by_the_clock(), ..Settings::default() },
        version: 0,
    };
    let agents: Vec<Agent> = (0..agents as u128).map(|number| plain_agent(number, units)).collect();
    let queue = Queue {
        id: queue_id,
        name: "Everyone".to_owned(),
        method: AssignmentMethod::HighestCapacity,
        members: agents.iter().map(|agent| agent.id).collect(),
        ..Queue::default()
    };
    let workstream = Workstream {
        id: WorkstreamId(Uuid::from_u128(3)),
        name: "Live chat".to_owned(),
        channel: Channel::LiveChat,
        mode: ConversationMode::LiveChat,
        notification: Notification::OpenSession,
        wrap_up_block: WrapUpBlock::Always,
        fallback_queue_id: queue_id,
        ..Workstream::default()
    };
    SetUp {
        parts: Snapshot {
            organization,
            agents,
            agent_statuses: Vec::new(),
            queues: vec![queue],
            workstreams: vec![workstream],
            presences: plain_presences(),
            widgets: Vec::new(),
            skills: Vec::new(),
            capacity_profiles: Vec::new(),
            operating_hours: Vec::new(),
            rulesets: Vec::new(),
            session_templates: Vec::new(),
            notification_templates: Vec::new(),
            quick_replies: Vec::new(),
            set_up_changes: 0,
            conversations: Vec::new(),
            sessions: Vec::new(),
            participants: Vec::new(),
            segments: Vec::new(),
            paces: Vec::new(),
            journal_sequence: 0,
        },
    }
}

fn no_closing_by_the_clock() -> Timers {
    Timers {
        live_chat_open_close_ms: None,
        live_chat_active_close_ms: None,
        live_chat_wrap_up_close_ms: None,
        asynchronous_open_close_ms: None,
        asynchronous_active_close_ms: None,
        asynchronous_wrap_up_close_ms: None,
        ..Timers::default()
    }
}

fn plain_agent(number: u128, units: u32) -> Agent {
    let id = AgentId(Uuid::from_u128((4 << 64) + number));
    Agent {
        id,
        name: format!("Agent {}", number + 1),
        email: format!("agent-{}@rehearsal.invalid", number + 1),
        active: true,
        capacity_units: units,
        ..Agent::default()
    }
}

fn plain_presences() -> Vec<Presence> {
    let bases = [
        ("Available", BasePresence::Available),
        ("Busy", BasePresence::Busy),
        ("Do not disturb", BasePresence::DoNotDisturb),
        ("Away", BasePresence::Away),
        ("Offline", BasePresence::Offline),
        ("Inactive", BasePresence::Inactive),
    ];
    let presence = |(number, (name, base)): (usize, (&str, BasePresence))| Presence {
        id: PresenceId(Uuid::from_u128((5 << 64) + number as u128)),
        name: name.to_owned(),
        base,
        settable: base != BasePresence::Inactive,
        is_default: true,
        version: 0,
    };
    bases.into_iter().enumerate().map(presence).collect()
}
