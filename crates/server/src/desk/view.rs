//! What may be shown: the state as of the last commit, never what is still on its way to disk. Knows nothing of who asks.

use frontdesk_model::{
    Agent, AgentId, AgentStatus, CapacityProfile, CapacityProfileId, Conversation, ConversationId, ConversationStatus,
    NotificationTemplate, NotificationTemplateId, OperatingHours, OperatingHoursId, Organization, Participant,
    ParticipantId, ParticipantMode, Presence, PresenceId, Queue, QueueId, QuickReply, QuickReplyId, Row, Ruleset,
    RulesetId, SessionTemplate, SessionTemplateId, SetUpNoun, Skill, SkillId, Snapshot, Timestamp, Uuid, Widget,
    WidgetId, Workstream, WorkstreamId,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

type ByTime = BTreeMap<(Timestamp, ConversationId), Arc<Conversation>>;

/// Everything of an organisation that is held in memory: the set-up whole, conversations only where not closed.
#[derive(Debug)]
pub struct View {
    sequence: u64,
    organization: Organization,
    agents: BTreeMap<AgentId, Agent>,
    statuses: BTreeMap<AgentId, AgentStatus>,
    queues: BTreeMap<QueueId, Queue>,
    workstreams: BTreeMap<WorkstreamId, Workstream>,
    presences: BTreeMap<PresenceId, Presence>,
    widgets: BTreeMap<WidgetId, Widget>,
    skills: BTreeMap<SkillId, Skill>,
    capacity_profiles: BTreeMap<CapacityProfileId, CapacityProfile>,
    operating_hours: BTreeMap<OperatingHoursId, OperatingHours>,
    rulesets: BTreeMap<RulesetId, Ruleset>,
    session_templates: BTreeMap<SessionTemplateId, SessionTemplate>,
    notification_templates: BTreeMap<NotificationTemplateId, NotificationTemplate>,
    quick_replies: BTreeMap<QuickReplyId, QuickReply>,
    conversations: BTreeMap<ConversationId, Arc<Conversation>>,
    /// By creation.
    of_agent: BTreeMap<AgentId, ByTime>,
    /// Status Open only, by the time they entered the queue.
    open_in_queue: BTreeMap<QueueId, ByTime>,
    /// What agents are invited to, or take part in, although it is another's. By row: who comes back has a new one.
    visits: BTreeMap<AgentId, BTreeSet<(ConversationId, ParticipantId)>>,
    versions: Versions,
}

/// Counters that rise with every change to what an agent's lists hold. Drawn from one counter, so that none ever
/// takes a value it had before, not even across a reload.
#[derive(Debug, Default)]
struct Versions {
    last: u64,
    /// Of agents who have none of their own.
    base: u64,
    of_agent: BTreeMap<AgentId, u64>,
    set_up: u64,
}

impl View {
    pub(crate) fn new(snapshot: &Snapshot) -> Self {
        let mut view = View {
            sequence: snapshot.journal_sequence,
            organization: snapshot.organization.clone(),
            agents: snapshot.agents.iter().map(|agent| (agent.id, agent.clone())).collect(),
            statuses: snapshot.agent_statuses.iter().map(|status| (status.agent_id, status.clone())).collect(),
            queues: snapshot.queues.iter().map(|queue| (queue.id, queue.clone())).collect(),
            workstreams: snapshot.workstreams.iter().map(|stream| (stream.id, stream.clone())).collect(),
            presences: snapshot.presences.iter().map(|presence| (presence.id, presence.clone())).collect(),
            widgets: snapshot.widgets.iter().map(|widget| (widget.id, widget.clone())).collect(),
            skills: snapshot.skills.iter().map(|skill| (skill.id, skill.clone())).collect(),
            capacity_profiles: snapshot.capacity_profiles.iter().map(|profile| (profile.id, profile.clone())).collect(),
            operating_hours: snapshot.operating_hours.iter().map(|hours| (hours.id, hours.clone())).collect(),
            rulesets: snapshot.rulesets.iter().map(|ruleset| (ruleset.id, ruleset.clone())).collect(),
            session_templates: snapshot.session_templates.iter().map(|known| (known.id, known.clone())).collect(),
            notification_templates: {
                snapshot.notification_templates.iter().map(|known| (known.id, known.clone())).collect()
            },
            quick_replies: snapshot.quick_replies.iter().map(|known| (known.id, known.clone())).collect(),
            conversations: BTreeMap::new(),
            of_agent: BTreeMap::new(),
            open_in_queue: BTreeMap::new(),
            visits: BTreeMap::new(),
            versions: Versions::default(),
        };
        for conversation in &snapshot.conversations {
            view.put_conversation(conversation);
        }
        for participant in &snapshot.participants {
            view.put_participant(participant);
        }
        view
    }

    /// The journal's last number that this shows.
    pub fn sequence(&self) -> u64 {
        self.sequence
    }

    pub fn organization(&self) -> &Organization {
        &self.organization
    }

    pub fn agent(&self, id: AgentId) -> Option<&Agent> {
        self.agents.get(&id)
    }

    pub fn agents(&self) -> impl ExactSizeIterator<Item = &Agent> {
        self.agents.values()
    }

    pub fn status(&self, id: AgentId) -> Option<&AgentStatus> {
        self.statuses.get(&id)
    }

    pub fn statuses(&self) -> impl ExactSizeIterator<Item = &AgentStatus> {
        self.statuses.values()
    }

    pub fn queue(&self, id: QueueId) -> Option<&Queue> {
        self.queues.get(&id)
    }

    pub fn queues(&self) -> impl ExactSizeIterator<Item = &Queue> {
        self.queues.values()
    }

    pub fn skill(&self, id: SkillId) -> Option<&Skill> {
        self.skills.get(&id)
    }

    pub fn skills(&self) -> impl ExactSizeIterator<Item = &Skill> {
        self.skills.values()
    }

    pub fn capacity_profile(&self, id: CapacityProfileId) -> Option<&CapacityProfile> {
        self.capacity_profiles.get(&id)
    }

    pub fn capacity_profiles(&self) -> impl ExactSizeIterator<Item = &CapacityProfile> {
        self.capacity_profiles.values()
    }

    pub fn operating_hours(&self, id: OperatingHoursId) -> Option<&OperatingHours> {
        self.operating_hours.get(&id)
    }

    pub fn all_operating_hours(&self) -> impl ExactSizeIterator<Item = &OperatingHours> {
        self.operating_hours.values()
    }

    pub fn ruleset(&self, id: RulesetId) -> Option<&Ruleset> {
        self.rulesets.get(&id)
    }

    pub fn rulesets(&self) -> impl ExactSizeIterator<Item = &Ruleset> {
        self.rulesets.values()
    }

    pub fn session_template(&self, id: SessionTemplateId) -> Option<&SessionTemplate> {
        self.session_templates.get(&id)
    }

    pub fn session_templates(&self) -> impl ExactSizeIterator<Item = &SessionTemplate> {
        self.session_templates.values()
    }

    pub fn notification_template(&self, id: NotificationTemplateId) -> Option<&NotificationTemplate> {
        self.notification_templates.get(&id)
    }

    pub fn notification_templates(&self) -> impl ExactSizeIterator<Item = &NotificationTemplate> {
        self.notification_templates.values()
    }

    pub fn quick_reply(&self, id: QuickReplyId) -> Option<&QuickReply> {
        self.quick_replies.get(&id)
    }

    pub fn quick_replies(&self) -> impl ExactSizeIterator<Item = &QuickReply> {
        self.quick_replies.values()
    }

    pub fn workstream(&self, id: WorkstreamId) -> Option<&Workstream> {
        self.workstreams.get(&id)
    }

    pub fn workstreams(&self) -> impl ExactSizeIterator<Item = &Workstream> {
        self.workstreams.values()
    }

    pub fn presence(&self, id: PresenceId) -> Option<&Presence> {
        self.presences.get(&id)
    }

    pub fn presences(&self) -> impl ExactSizeIterator<Item = &Presence> {
        self.presences.values()
    }

    pub fn widget(&self, id: WidgetId) -> Option<&Widget> {
        self.widgets.get(&id)
    }

    pub fn widgets(&self) -> impl ExactSizeIterator<Item = &Widget> {
        self.widgets.values()
    }

    /// None when it is closed or was never there: the store knows which.
    pub fn conversation(&self, id: ConversationId) -> Option<&Arc<Conversation>> {
        self.conversations.get(&id)
    }

    /// All that are not closed, by id.
    pub fn conversations(&self) -> impl ExactSizeIterator<Item = &Arc<Conversation>> {
        self.conversations.values()
    }

    /// Those that are not closed in whose lists this agent is (`list_agent_id`), newest first.
    pub fn conversations_of(&self, id: AgentId) -> impl Iterator<Item = &Arc<Conversation>> {
        self.of_agent.get(&id).into_iter().flat_map(|list| list.values().rev())
    }

    /// Those that are another's and that this agent was invited to, advises in, monitors or joined.
    pub fn visited_by(&self, id: AgentId) -> impl Iterator<Item = &Arc<Conversation>> {
        let visits = self.visits.get(&id).into_iter().flatten();
        visits.filter_map(|(conversation_id, _)| self.conversations.get(conversation_id))
    }

    pub fn visits(&self, agent_id: AgentId, id: ConversationId) -> bool {
        self.visits.get(&agent_id).is_some_and(|visits| visits.iter().any(|(visited, _)| *visited == id))
    }

    /// How many conversations the agent is assigned now.
    pub fn assigned_to(&self, id: AgentId) -> usize {
        self.conversations_of(id).filter(|conversation| conversation.active_agent_id == Some(id)).count()
    }

    /// Those that wait in this queue, longest first.
    pub fn open_in_queue(&self, id: QueueId) -> impl Iterator<Item = &Arc<Conversation>> {
        self.open_in_queue.get(&id).into_iter().flat_map(|list| list.values())
    }

    /// The queues this agent is a member of.
    pub fn queues_of(&self, id: AgentId) -> impl Iterator<Item = &Queue> {
        self.queues.values().filter(move |queue| queue.members.contains(&id))
    }

    /// Rises whenever a conversation that is or was in this agent's lists changes, a closed one included. Read it
    /// *before* the conversations: what was read then is at least as new as this number.
    pub fn version_of(&self, id: AgentId) -> u64 {
        self.versions.of_agent.get(&id).copied().unwrap_or(self.versions.base)
    }

    /// Rises whenever the set-up or a record (contact, account, case) changes: names that lists show may differ then.
    pub fn set_up_version(&self) -> u64 {
        self.versions.set_up
    }

    /// Whether `apply` has any use for the row.
    pub(super) fn shows(row: &Row) -> bool {
        is_set_up(row) || matches!(row, Row::AgentStatus(_) | Row::Conversation(_) | Row::Participant(_))
    }

    /// Agents and queues as rows, for those who follow their changes.
    pub(crate) fn set_up_rows(&self) -> Vec<Row> {
        let agents = self.agents.values().cloned().map(Row::Agent);
        let queues = self.queues.values().cloned().map(Row::Queue);
        agents.chain(queues).collect()
    }

    /// The rows of one commit and the journal's last number with them.
    pub(super) fn apply(&mut self, rows: &[Row], sequence: u64) {
        for row in rows {
            if is_set_up(row) {
                self.versions.last += 1;
                self.versions.set_up = self.versions.last;
            }
            match row {
                Row::Organization(organization) => self.organization = organization.clone(),
                Row::Agent(agent) => drop(self.agents.insert(agent.id, agent.clone())),
                Row::AgentStatus(status) => drop(self.statuses.insert(status.agent_id, status.clone())),
                Row::Queue(queue) => drop(self.queues.insert(queue.id, queue.clone())),
                Row::Workstream(workstream) => drop(self.workstreams.insert(workstream.id, workstream.clone())),
                Row::Presence(presence) => drop(self.presences.insert(presence.id, presence.clone())),
                Row::Widget(widget) => drop(self.widgets.insert(widget.id, widget.clone())),
                Row::Skill(skill) => drop(self.skills.insert(skill.id, skill.clone())),
                Row::CapacityProfile(profile) => drop(self.capacity_profiles.insert(profile.id, profile.clone())),
                Row::OperatingHours(hours) => drop(self.operating_hours.insert(hours.id, hours.clone())),
                Row::Ruleset(ruleset) => drop(self.rulesets.insert(ruleset.id, ruleset.clone())),
                Row::SessionTemplate(template) => drop(self.session_templates.insert(template.id, template.clone())),
                Row::NotificationTemplate(template) => {
                    self.notification_templates.insert(template.id, template.clone());
                }
                Row::QuickReply(reply) => drop(self.quick_replies.insert(reply.id, reply.clone())),
                Row::DeletedSetUp(noun, id) => self.delete_set_up(*noun, *id),
                Row::Conversation(conversation) => self.put_conversation(conversation),
                Row::Participant(participant) => self.put_participant(participant),
                Row::Contact(_) | Row::Account(_) | Row::Case(_) => {}
                Row::Session(_)
                | Row::QueueSegment(_)
                | Row::QueuePace(_)
                | Row::RoutingDecision(_)
                | Row::SetUpChange(_)
                | Row::Message(_)
                | Row::File(_)
                | Row::DeletedFile(_)
                | Row::Token(_)
                | Row::DeletedToken(_)
                | Row::SignInSession(_)
                | Row::DeletedSignInSession(_)
                | Row::VisitorToken(_)
                | Row::PersonalQuickReply(_)
                | Row::DeletedPersonalQuickReply(_) => {}
            }
        }
        self.sequence = sequence;
    }

    fn delete_set_up(&mut self, noun: SetUpNoun, id: Uuid) {
        match noun {
            SetUpNoun::Organization => {}
            SetUpNoun::Presence => drop(self.presences.remove(&id.into())),
            SetUpNoun::Skill => drop(self.skills.remove(&id.into())),
            SetUpNoun::CapacityProfile => drop(self.capacity_profiles.remove(&id.into())),
            SetUpNoun::OperatingHours => drop(self.operating_hours.remove(&id.into())),
            SetUpNoun::Agent => drop(self.agents.remove(&id.into())),
            SetUpNoun::Queue => drop(self.queues.remove(&id.into())),
            SetUpNoun::SessionTemplate => drop(self.session_templates.remove(&id.into())),
            SetUpNoun::NotificationTemplate => drop(self.notification_templates.remove(&id.into())),
            SetUpNoun::Workstream => drop(self.workstreams.remove(&id.into())),
            SetUpNoun::Ruleset => drop(self.rulesets.remove(&id.into())),
            SetUpNoun::Widget => drop(self.widgets.remove(&id.into())),
            SetUpNoun::QuickReply => drop(self.quick_replies.remove(&id.into())),
        }
    }

    /// In place of what `former` showed: nothing that was cached under its versions counts any more.
    pub(super) fn succeed(&mut self, former: &View) {
        let last = self.versions.last.max(former.versions.last) + 1;
        self.versions = Versions { last, base: last, of_agent: BTreeMap::new(), set_up: last };
    }

    fn put_conversation(&mut self, conversation: &Arc<Conversation>) {
        if let Some(former) = self.conversations.remove(&conversation.id) {
            self.unlist(&former);
        }
        self.raise_version(conversation.list_agent_id);
        if conversation.status == ConversationStatus::Closed {
            return;
        }
        self.conversations.insert(conversation.id, conversation.clone());
        if let Some(agent_id) = conversation.list_agent_id {
            let key = (conversation.created_at, conversation.id);
            self.of_agent.entry(agent_id).or_default().insert(key, conversation.clone());
        }
        if let Some((queue_id, key)) = waiting_place(conversation) {
            self.open_in_queue.entry(queue_id).or_default().insert(key, conversation.clone());
        }
    }

    fn put_participant(&mut self, participant: &Participant) {
        if participant.mode == ParticipantMode::Primary {
            return;
        }
        let visit = (participant.conversation_id, participant.id);
        if participant.left_at.is_none() {
            self.visits.entry(participant.agent_id).or_default().insert(visit);
        } else if let Some(visits) = self.visits.get_mut(&participant.agent_id) {
            visits.remove(&visit);
            if visits.is_empty() {
                self.visits.remove(&participant.agent_id);
            }
        }
    }

    fn unlist(&mut self, former: &Conversation) {
        if let Some(agent_id) = former.list_agent_id {
            remove_from(&mut self.of_agent, agent_id, (former.created_at, former.id));
        }
        if let Some((queue_id, key)) = waiting_place(former) {
            remove_from(&mut self.open_in_queue, queue_id, key);
        }
        self.raise_version(former.list_agent_id);
    }

    fn raise_version(&mut self, agent_id: Option<AgentId>) {
        if let Some(agent_id) = agent_id {
            self.versions.last += 1;
            self.versions.of_agent.insert(agent_id, self.versions.last);
        }
    }
}

fn is_set_up(row: &Row) -> bool {
    matches!(
        row,
        Row::Organization(_)
            | Row::Agent(_)
            | Row::Queue(_)
            | Row::Workstream(_)
            | Row::Presence(_)
            | Row::Widget(_)
            | Row::Skill(_)
            | Row::CapacityProfile(_)
            | Row::OperatingHours(_)
            | Row::Ruleset(_)
            | Row::SessionTemplate(_)
            | Row::NotificationTemplate(_)
            | Row::QuickReply(_)
            | Row::DeletedSetUp(..)
            | Row::Contact(_)
            | Row::Account(_)
            | Row::Case(_)
    )
}

fn waiting_place(conversation: &Conversation) -> Option<(QueueId, (Timestamp, ConversationId))> {
    let since = conversation.queued_at.unwrap_or(conversation.created_at);
    let waits = conversation.status == ConversationStatus::Open;
    conversation.queue_id.filter(|_| waits).map(|queue_id| (queue_id, (since, conversation.id)))
}

fn remove_from<K: Ord>(lists: &mut BTreeMap<K, ByTime>, list: K, key: (Timestamp, ConversationId)) {
    if let Some(entries) = lists.get_mut(&list) {
        entries.remove(&key);
        if entries.is_empty() {
            lists.remove(&list);
        }
    }
}
