//! The store in miniature: keeps the rows as they were last written, numbers the journal. Knows no rules; what it
//! was given is judged elsewhere.

use frontdesk_calendar::Calendar;
use frontdesk_engine::Output;
use frontdesk_model::*;
use std::collections::BTreeMap;
use std::sync::Arc;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    pub organization: Option<Organization>,
    pub agents: BTreeMap<AgentId, Agent>,
    pub statuses: BTreeMap<AgentId, AgentStatus>,
    pub queues: BTreeMap<QueueId, Queue>,
    pub workstreams: BTreeMap<WorkstreamId, Workstream>,
    pub presences: BTreeMap<PresenceId, Presence>,
    pub widgets: BTreeMap<WidgetId, Widget>,
    pub skills: BTreeMap<SkillId, Skill>,
    pub capacity_profiles: BTreeMap<CapacityProfileId, CapacityProfile>,
    pub operating_hours: BTreeMap<OperatingHoursId, OperatingHours>,
    pub rulesets: BTreeMap<RulesetId, Ruleset>,
    /// The operating hours, ready to be asked.
    pub calendars: BTreeMap<OperatingHoursId, Calendar>,
    pub set_up_changes: u64,
    /// Not closed.
    pub conversations: BTreeMap<ConversationId, Arc<Conversation>>,
    pub closed: BTreeMap<ConversationId, Arc<Conversation>>,
    /// Those that are open; with them, the closed ones of conversations that are not.
    pub sessions: BTreeMap<ConversationId, Vec<Session>>,
    pub participants: BTreeMap<ConversationId, Vec<Participant>>,
    /// Stays in queues that have not ended.
    pub paces: BTreeMap<QueueId, QueuePace>,
    pub segments: BTreeMap<(ConversationId, u32), QueueSegment>,
    pub journal_sequence: u64,
}

/// What the rows of one call replaced.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    pub conversations: Vec<Change<Arc<Conversation>>>,
    pub statuses: Vec<Change<AgentStatus>>,
    pub sessions: Vec<Change<Session>>,
    pub participants: Vec<Change<Participant>>,
    pub messages: Vec<Arc<Message>>,
    pub segments: Vec<Change<QueueSegment>>,
    pub decisions: Vec<RoutingDecision>,
    pub set_up: bool,
}

#[derive(Clone, Debug)]
pub struct Change<T> {
    pub before: Option<T>,
    pub after: T,
}

impl Record {
    pub fn find(&self, id: ConversationId) -> Option<&Arc<Conversation>> {
        self.conversations.get(&id).or_else(|| self.closed.get(&id))
    }

    pub fn settings(&self) -> &Settings {
        &self.organization.as_ref().expect("an organisation is recorded before anything happens").settings
    }

    pub fn open_session(&self, id: ConversationId) -> Option<&Session> {
        self.sessions.get(&id)?.iter().rev().find(|session| session.status == SessionStatus::Open)
    }

    /// Without hours somebody is always there.
    pub fn is_open(&self, hours: Option<OperatingHoursId>, at: Timestamp) -> bool {
        let calendar = hours.and_then(|id| self.calendars.get(&id));
        calendar.is_none_or(|calendar| calendar.is_open(at.0))
    }

    /// `at` itself while they are open.
    pub fn opens_at(&self, hours: Option<OperatingHoursId>, at: Timestamp) -> Option<Timestamp> {
        match hours.and_then(|id| self.calendars.get(&id)) {
            Some(calendar) => calendar.next_opening(at.0).map(Timestamp),
            None => Some(at),
        }
    }

    /// What an engine would be loaded from.
    pub fn snapshot(&self) -> Option<Snapshot> {
        let open = |session: &&Session| session.status == SessionStatus::Open;
        let sessions: Vec<Session> = self.sessions.values().flatten().filter(open).cloned().collect();
        let present = |participant: &&Participant| participant.left_at.is_none();
        Some(Snapshot {
            organization: self.organization.clone()?,
            agents: self.agents.values().cloned().collect(),
            agent_statuses: self.statuses.values().cloned().collect(),
            queues: self.queues.values().cloned().collect(),
            workstreams: self.workstreams.values().cloned().collect(),
            presences: self.presences.values().cloned().collect(),
            widgets: self.widgets.values().cloned().collect(),
            skills: self.skills.values().cloned().collect(),
            capacity_profiles: self.capacity_profiles.values().cloned().collect(),
            operating_hours: self.operating_hours.values().cloned().collect(),
            rulesets: self.rulesets.values().cloned().collect(),
            // Nothing is looked at in a simulated world: its offers are as the workstreams say.
            session_templates: Vec::new(),
            notification_templates: Vec::new(),
            quick_replies: Vec::new(),
            set_up_changes: self.set_up_changes,
            conversations: self.conversations.values().cloned().collect(),
            participants: self.participants.values().flatten().filter(present).cloned().collect(),
            sessions,
            segments: self.segments.values().cloned().collect(),
            paces: self.paces.values().cloned().collect(),
            journal_sequence: self.journal_sequence,
        })
    }

    /// Writes all of them, as one transaction would.
    pub fn apply(&mut self, outputs: &[Output]) -> Changes {
        let mut changes = Changes::default();
        for output in outputs {
            match output {
                Output::Row(row) => self.write(row, &mut changes),
                Output::Event { .. } => self.journal_sequence += 1,
            }
        }
        for change in &changes.conversations {
            if change.after.status == ConversationStatus::Closed {
                self.forget_inside(change.after.id);
            }
        }
        changes
    }

    fn write(&mut self, row: &Row, changes: &mut Changes) {
        match row {
            Row::Conversation(conversation) => self.write_conversation(conversation, changes),
            Row::Session(session) => {
                let before = upsert(self.sessions.entry(session.conversation_id).or_default(), session, |a| a.id);
                changes.sessions.push(Change { before, after: session.clone() });
            }
            Row::Participant(participant) => {
                let list = self.participants.entry(participant.conversation_id).or_default();
                let before = upsert(list, participant, |a| a.id);
                changes.participants.push(Change { before, after: participant.clone() });
            }
            Row::Message(message) => changes.messages.push(message.clone()),
            Row::RoutingDecision(decision) => changes.decisions.push((**decision).clone()),
            Row::QueuePace(pace) => drop(self.paces.insert(pace.queue_id, pace.clone())),
            Row::QueueSegment(segment) => {
                let key = (segment.conversation_id, segment.number);
                let before = match segment.ended_at {
                    Some(_) => self.segments.remove(&key),
                    None => self.segments.insert(key, segment.clone()),
                };
                changes.segments.push(Change { before, after: segment.clone() });
            }
            Row::AgentStatus(status) => {
                let before = self.statuses.insert(status.agent_id, status.clone());
                changes.statuses.push(Change { before, after: status.clone() });
            }
            other => {
                changes.set_up = true;
                self.write_set_up(other);
            }
        }
    }

    fn write_conversation(&mut self, conversation: &Arc<Conversation>, changes: &mut Changes) {
        let id = conversation.id;
        let before = match self.closed.get(&id) {
            Some(closed) => Some(closed.clone()),
            None => self.conversations.remove(&id),
        };
        if conversation.status == ConversationStatus::Closed {
            self.closed.insert(id, conversation.clone());
        } else {
            self.conversations.insert(id, conversation.clone());
        }
        changes.conversations.push(Change { before, after: conversation.clone() });
    }

    fn write_set_up(&mut self, row: &Row) {
        match row {
            Row::Organization(organization) => self.organization = Some(organization.clone()),
            Row::Agent(agent) => drop(self.agents.insert(agent.id, agent.clone())),
            Row::Queue(queue) => drop(self.queues.insert(queue.id, queue.clone())),
            Row::Workstream(workstream) => drop(self.workstreams.insert(workstream.id, workstream.clone())),
            Row::Presence(presence) => drop(self.presences.insert(presence.id, presence.clone())),
            Row::Widget(widget) => drop(self.widgets.insert(widget.id, widget.clone())),
            Row::Skill(skill) => drop(self.skills.insert(skill.id, skill.clone())),
            Row::CapacityProfile(profile) => drop(self.capacity_profiles.insert(profile.id, profile.clone())),
            Row::OperatingHours(hours) => {
                if let Ok(calendar) = Calendar::compile(&hours.hours) {
                    self.calendars.insert(hours.id, calendar);
                }
                self.operating_hours.insert(hours.id, hours.clone());
            }
            Row::Ruleset(ruleset) => drop(self.rulesets.insert(ruleset.id, ruleset.clone())),
            Row::DeletedSetUp(noun, id) => self.delete_set_up(*noun, *id),
            Row::SetUpChange(change) => self.set_up_changes = change.number,
            // Records and secrets: no promise about routing hangs on them.
            _ => {}
        }
    }

    fn delete_set_up(&mut self, noun: SetUpNoun, id: Uuid) {
        match noun {
            SetUpNoun::Organization => self.organization = None,
            SetUpNoun::Presence => drop(self.presences.remove(&id.into())),
            SetUpNoun::Skill => drop(self.skills.remove(&id.into())),
            SetUpNoun::CapacityProfile => drop(self.capacity_profiles.remove(&id.into())),
            SetUpNoun::OperatingHours => {
                self.operating_hours.remove(&id.into());
                self.calendars.remove(&id.into());
            }
            SetUpNoun::Agent => drop(self.agents.remove(&id.into())),
            SetUpNoun::Queue => drop(self.queues.remove(&id.into())),
            SetUpNoun::Workstream => drop(self.workstreams.remove(&id.into())),
            SetUpNoun::Ruleset => drop(self.rulesets.remove(&id.into())),
            SetUpNoun::Widget => drop(self.widgets.remove(&id.into())),
            SetUpNoun::SessionTemplate | SetUpNoun::NotificationTemplate | SetUpNoun::QuickReply => {}
        }
    }

    /// Of a closed conversation nothing but the conversation itself is looked at again.
    fn forget_inside(&mut self, id: ConversationId) {
        if let Some(sessions) = self.sessions.get_mut(&id) {
            sessions.retain(|session| session.status == SessionStatus::Open);
        }
        if let Some(participants) = self.participants.get_mut(&id) {
            participants.retain(|participant| participant.left_at.is_none());
        }
    }
}

fn upsert<T: Clone, K: PartialEq>(list: &mut Vec<T>, item: &T, key: impl Fn(&T) -> K) -> Option<T> {
    match list.iter_mut().rev().find(|other| key(other) == key(item)) {
        Some(other) => Some(std::mem::replace(other, item.clone())),
        None => {
            list.push(item.clone());
            None
        }
    }
}
