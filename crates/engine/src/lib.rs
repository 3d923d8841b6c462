//! The pure core of one organisation: conversations that are not closed, sessions, offers, agents' presence and load,
//! queues and deadlines. It is told what happened and when, and says what shall be written and who shall hear of it.
//!
//! ```text
//! loop {
//!     engine.handle_timeout(now, &mut ids);                 // when an alarm is due, before anything else
//!     let reply = engine.handle(input, now, &mut ids);      // what happened; a refusal has changed nothing
//!     while let Some(output) = engine.poll_output() { … }   // rows to write, events to journal, in order
//!     let alarm = engine.poll_timeout();                    // call `handle_timeout` then, with the time
//! }
//! ```
//!
//! Outputs may be polled after each input or after many: rows are the last image of each thing, events are all there.
//! A closed conversation leaves the engine with its last row and event; commands on it are refused as not found.
//! Before the first agent, every base presence needs its default presence (`SetUpPiece::Presence`).
//!
//! Refuses to know: clocks, randomness, async, SQL, HTTP, passwords, and what a message says. Same inputs, times and
//! ids give the same outputs, byte for byte.

mod agents;
mod audit;
mod changes;
mod configure;
mod conversation;
mod deadlines;
mod decisions;
mod hours;
mod input;
mod intake;
mod load;
mod outbox;
mod output;
mod presence;
mod profiles;
mod routing;
mod segments;
mod timers;
mod workplace;

pub use configure::check_personal_quick_reply;
pub use input::{Bulk, BulkAct, FirstMessage, Input, NewConversation};
pub use intake::Trial;
pub use intake::fields::{RuleKind, fields};
pub use output::{
    Alarm, AlarmReason, BulkAnswer, Fault, KeptRefusal, Output, Refusal, RefusalKind, Reply, WaitingPlace,
};
pub use routing::WaitingNow;

use agents::AgentState;
use changes::Changes;
use configure::Names;
use conversation::{Held, Words};
use deadlines::Deadlines;
use frontdesk_model::{
    Agent, AgentId, AgentStatus, CapacityProfile, CapacityProfileId, Conversation, ConversationId,
    NotificationTemplate, NotificationTemplateId, OperatingHours, OperatingHoursId, Organization, Participant,
    Presence, PresenceId, Queue, QueueId, QueuePace, QueueSegment, QuickReply, QuickReplyId, Ruleset, RulesetId,
    Session, SessionTemplate, SessionTemplateId, Skill, SkillId, Timestamp, Uuid, Widget, WidgetId, Workstream,
    WorkstreamId,
};
use hours::Hours;
use intake::Rulebook;
use outbox::Outbox;
use routing::{QueueState, Router};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Where new identities come from: the engine makes none up.
pub trait Ids {
    fn next(&mut self) -> Uuid;
}

impl<F: FnMut() -> Uuid> Ids for F {
    fn next(&mut self) -> Uuid {
        self()
    }
}

/// One organisation at work. See the module's page for how it is driven. A clone goes its own way: for trying out
/// what could happen next.
#[derive(Clone)]
pub struct Engine {
    organization: Organization,
    presences: BTreeMap<PresenceId, Presence>,
    workstreams: BTreeMap<WorkstreamId, Workstream>,
    widgets: BTreeMap<WidgetId, Widget>,
    skills: BTreeMap<SkillId, Skill>,
    capacity_profiles: BTreeMap<CapacityProfileId, CapacityProfile>,
    operating_hours: BTreeMap<OperatingHoursId, OperatingHours>,
    session_templates: BTreeMap<SessionTemplateId, SessionTemplate>,
    notification_templates: BTreeMap<NotificationTemplateId, NotificationTemplate>,
    quick_replies: BTreeMap<QuickReplyId, QuickReply>,
    rulebook: Rulebook,
    hours: Hours,
    paces: BTreeMap<QueueId, QueuePace>,
    /// The number of the last change to the set-up.
    set_up_changes: u64,
    names: Names,
    agents: BTreeMap<AgentId, Box<AgentState>>,
    queues: BTreeMap<QueueId, QueueState>,
    /// Boxed, as agents are: the tree itself stays small, and a search in it in the cache.
    conversations: BTreeMap<ConversationId, Box<Held>>,
    router: Router,
    deadlines: Deadlines,
    changes: Changes,
    outbox: Outbox,
}

/// What one call was told: the time, and where ids come from.
pub(crate) struct Step<'a> {
    now: Timestamp,
    ids: &'a mut dyn Ids,
}

impl Engine {
    /// An organisation without anything in it; `Configure` brings the rest.
    pub fn new(organization: Organization) -> Engine {
        Engine {
            organization,
            presences: BTreeMap::new(),
            workstreams: BTreeMap::new(),
            widgets: BTreeMap::new(),
            skills: BTreeMap::new(),
            capacity_profiles: BTreeMap::new(),
            operating_hours: BTreeMap::new(),
            session_templates: BTreeMap::new(),
            notification_templates: BTreeMap::new(),
            quick_replies: BTreeMap::new(),
            rulebook: Rulebook::default(),
            hours: Hours::default(),
            paces: BTreeMap::new(),
            set_up_changes: 0,
            names: Names::default(),
            agents: BTreeMap::new(),
            queues: BTreeMap::new(),
            conversations: BTreeMap::new(),
            router: Router::default(),
            deadlines: Deadlines::default(),
            changes: Changes::default(),
            outbox: Outbox::default(),
        }
    }

    /// Something happened. Atomic: a refusal has changed nothing and produced no output.
    pub fn handle(&mut self, input: Input, now: Timestamp, ids: &mut dyn Ids) -> Result<Reply, Refusal> {
        let step = &mut Step { now, ids };
        let reply = self.apply(input, step)?;
        self.settle(step);
        Ok(reply)
    }

    /// The time has come for all alarms up to `now`. Without one it does nothing.
    pub fn handle_timeout(&mut self, now: Timestamp, ids: &mut dyn Ids) {
        let step = &mut Step { now, ids };
        while let Some(deadline) = self.deadlines.pop_due(now) {
            self.lapse(deadline, step);
            self.sync(now);
            // What falls due in the same moment comes first: then routing sees all of it, and serves each in turn.
            if self.deadlines.is_due(now) {
                self.publish();
            } else {
                self.settle(step);
            }
        }
    }

    /// The next thing to write or to tell: rows first, then events in order.
    pub fn poll_output(&mut self) -> Option<Output> {
        self.outbox.poll(&self.agents, &self.conversations)
    }

    /// When to call `handle_timeout`, and what for.
    pub fn poll_timeout(&self) -> Option<Alarm> {
        self.deadlines.first()
    }

    /// Each arm checks everything first and only then changes anything.
    fn apply(&mut self, input: Input, step: &mut Step) -> Result<Reply, Refusal> {
        use Input::*;
        match input {
            StartConversation(new) => self.start_conversation(*new, step),
            CustomerMessage { conversation_id, text, attachments, client_message_id } => {
                self.customer_message(conversation_id, Words { text, attachments, client_message_id }, step)
            }
            CustomerEnd { conversation_id } => self.customer_end(conversation_id, step),
            CustomerConnected { conversation_id } => self.customer_connected(conversation_id),
            CustomerDisconnected { conversation_id } => self.customer_disconnected(conversation_id, step),
            CustomerMarks { conversation_id, delivered, read } => self.customer_marks(conversation_id, delivered, read),
            LookAtLine { conversation_ids } => {
                let places = conversation_ids.into_iter().filter_map(|id| self.waiting_place(id));
                Ok(Reply::Line { places: places.collect() })
            }
            AgentMessage { conversation_id, agent_id, text, attachments, visibility, client_message_id } => {
                let words = Words { text, attachments, client_message_id };
                self.agent_message(conversation_id, agent_id, words, visibility, step)
            }
            AgentMarks { conversation_id, agent_id, delivered, read } => {
                self.agent_marks(conversation_id, agent_id, delivered, read)
            }
            OfferDisplayed { conversation_id, session_id, agent_id } => {
                self.offer_displayed(conversation_id, session_id, agent_id, step)
            }
            AcceptOffer { conversation_id, session_id, agent_id } => {
                self.accept_offer(conversation_id, session_id, agent_id, step)
            }
            RejectOffer { conversation_id, session_id, agent_id } => {
                self.reject_offer(conversation_id, session_id, agent_id, step)
            }
            Pick { conversation_id, agent_id } => self.pick(conversation_id, agent_id, step),
            EndConversation { conversation_id, agent_id } => self.end_conversation(conversation_id, agent_id, step),
            CloseSession { conversation_id, agent_id } => self.close_session(conversation_id, agent_id, step),
            Release { conversation_id, agent_id } => self.release(conversation_id, agent_id, step),
            TransferToAgent { conversation_id, agent_id, to_agent_id } => {
                self.transfer_to_agent(conversation_id, agent_id, to_agent_id, step)
            }
            TransferToQueue { conversation_id, agent_id, to_queue_id } => {
                self.transfer_to_queue(conversation_id, agent_id, to_queue_id, step)
            }
            LinkCustomer { conversation_id, agent_id, customer, name } => {
                self.link_customer(conversation_id, agent_id, customer, name, step)
            }
            LinkCase { conversation_id, agent_id, case_id } => self.link_case(conversation_id, agent_id, case_id, step),
            UnlinkCustomer { conversation_id, agent_id, customer } => {
                self.unlink_customer(conversation_id, agent_id, customer, step)
            }
            UnlinkCase { conversation_id, agent_id, case_id } => {
                self.unlink_case(conversation_id, agent_id, case_id, step)
            }
            ConsultAgent { conversation_id, agent_id, to_agent_id } => {
                self.consult_agent(conversation_id, agent_id, to_agent_id, step)
            }
            ConsultQueue { conversation_id, agent_id, to_queue_id } => {
                self.consult_queue(conversation_id, agent_id, to_queue_id, step)
            }
            AcceptConsult { conversation_id, agent_id, participant_id } => {
                self.accept_consult(conversation_id, agent_id, participant_id, step)
            }
            RejectConsult { conversation_id, agent_id, participant_id } => {
                self.reject_consult(conversation_id, agent_id, participant_id, step)
            }
            AddToPublic { conversation_id, agent_id, participant_id } => {
                self.add_to_public(conversation_id, agent_id, participant_id, step)
            }
            RemoveConsultant { conversation_id, agent_id, participant_id } => {
                self.remove_consultant(conversation_id, agent_id, participant_id, step)
            }
            Leave { conversation_id, agent_id } => self.leave(conversation_id, agent_id, step),
            AssignToAgent { conversation_id, agent_id, to_agent_id, regardless } => {
                self.assign_to_agent(conversation_id, agent_id, to_agent_id, regardless, step)
            }
            AssignToQueue { conversation_id, agent_id, to_queue_id } => {
                self.assign_to_queue(conversation_id, agent_id, to_queue_id, step)
            }
            ForceClose { conversation_id, agent_id } => self.force_close(conversation_id, agent_id, step),
            Monitor { conversation_id, agent_id } => self.monitor(conversation_id, agent_id, step),
            Join { conversation_id, agent_id } => self.join(conversation_id, agent_id, step),
            Bulk(bulk) => self.bulk(*bulk, step),
            ResetPresence { agent_id, of_agent_id, presence_id } => {
                self.reset_presence(agent_id, of_agent_id, presence_id, step)
            }
            SetPresence { agent_id, presence_id } => self.set_presence(agent_id, presence_id, step),
            AgentConnected { agent_id } => self.agent_connected(agent_id, step),
            AgentDisconnected { agent_id } => self.agent_disconnected(agent_id, step),
            AgentSignedOut { agent_id } => self.agent_signed_out(agent_id, step),
            Configure(edits) => self.configure(*edits, step),
            PutRecord(record) => self.put_record(record),
        }
    }
}

/// What others may look at between inputs. It shows what was handled, not what was committed.
impl Engine {
    pub fn organization(&self) -> &Organization {
        &self.organization
    }

    /// One that is not closed.
    pub fn conversation(&self, id: ConversationId) -> Option<&Arc<Conversation>> {
        self.conversations.get(&id).map(|held| &held.conversation)
    }

    /// Those that are not closed, by id.
    pub fn conversations(&self) -> impl Iterator<Item = &Arc<Conversation>> {
        self.conversations.values().map(|held| &held.conversation)
    }

    /// The session that is open in a conversation; Waiting ones have none.
    pub fn session(&self, id: ConversationId) -> Option<&Session> {
        self.conversations.get(&id)?.session.as_ref()
    }

    /// Those who take part in the open session, or are invited to.
    pub fn participants(&self, id: ConversationId) -> &[Participant] {
        self.conversations.get(&id).map_or(&[], |held| &held.participants)
    }

    /// Its stay in a queue that has not ended.
    pub fn segment(&self, id: ConversationId) -> Option<QueueSegment> {
        self.conversations.get(&id)?.segment.as_ref().map(|segment| segment.row(id))
    }

    pub fn agent(&self, id: AgentId) -> Option<&Agent> {
        self.agents.get(&id).map(|state| &state.agent)
    }

    pub fn agents(&self) -> impl Iterator<Item = &Agent> {
        self.agents.values().map(|state| &state.agent)
    }

    pub fn agent_status(&self, id: AgentId) -> Option<&AgentStatus> {
        self.agents.get(&id).map(|state| &state.status)
    }

    /// Whether at least one browser of theirs is connected.
    pub fn has_browser(&self, id: AgentId) -> bool {
        self.agents.get(&id).is_some_and(|state| state.has_browser())
    }

    /// The conversations assigned to an agent, Active or in Wrap-up, by id.
    pub fn assigned(&self, id: AgentId) -> impl Iterator<Item = ConversationId> {
        self.agents.get(&id).into_iter().flat_map(|state| state.assigned.iter().copied())
    }

    pub fn queue(&self, id: QueueId) -> Option<&Queue> {
        self.queues.get(&id).map(|state| &state.queue)
    }

    pub fn queues(&self) -> impl Iterator<Item = &Queue> {
        self.queues.values().map(|state| &state.queue)
    }

    /// The open conversations of a queue in the order in which they will be served.
    pub fn waiting(&self, queue: QueueId) -> impl Iterator<Item = ConversationId> {
        self.queues.get(&queue).into_iter().flat_map(|state| state.line.open.iter().map(|place| place.conversation_id))
    }

    /// Where a live chat stands in its queue; none where it does not wait.
    pub fn waiting_place(&self, id: ConversationId) -> Option<WaitingPlace> {
        let held = self.conversations.get(&id).filter(|held| held.conversation.mode.is_live_chat())?;
        let at = held.place.as_ref()?;
        let open = &self.queues.get(&at.queue_id)?.line.open;
        Some(WaitingPlace { conversation_id: id, position: 1 + open.rank(&at.place)?, waiting: open.len() })
    }

    /// How many wait in the queue.
    pub fn waiting_count(&self, queue: QueueId) -> usize {
        self.queues.get(&queue).map_or(0, |state| state.line.open.len())
    }

    /// Kept for each queue that has served live chats.
    pub fn paces(&self) -> impl Iterator<Item = &QueuePace> {
        self.paces.values()
    }

    pub fn workstream(&self, id: WorkstreamId) -> Option<&Workstream> {
        self.workstreams.get(&id)
    }

    pub fn workstreams(&self) -> impl Iterator<Item = &Workstream> {
        self.workstreams.values()
    }

    pub fn presence(&self, id: PresenceId) -> Option<&Presence> {
        self.presences.get(&id)
    }

    pub fn presences(&self) -> impl Iterator<Item = &Presence> {
        self.presences.values()
    }

    pub fn widget(&self, id: WidgetId) -> Option<&Widget> {
        self.widgets.get(&id)
    }

    pub fn widgets(&self) -> impl Iterator<Item = &Widget> {
        self.widgets.values()
    }

    pub fn skill(&self, id: SkillId) -> Option<&Skill> {
        self.skills.get(&id)
    }

    pub fn skills(&self) -> impl Iterator<Item = &Skill> {
        self.skills.values()
    }

    pub fn capacity_profile(&self, id: CapacityProfileId) -> Option<&CapacityProfile> {
        self.capacity_profiles.get(&id)
    }

    pub fn capacity_profiles(&self) -> impl Iterator<Item = &CapacityProfile> {
        self.capacity_profiles.values()
    }

    pub fn hours(&self, id: OperatingHoursId) -> Option<&OperatingHours> {
        self.operating_hours.get(&id)
    }

    pub fn operating_hours(&self) -> impl Iterator<Item = &OperatingHours> {
        self.operating_hours.values()
    }

    pub fn session_template(&self, id: SessionTemplateId) -> Option<&SessionTemplate> {
        self.session_templates.get(&id)
    }

    pub fn session_templates(&self) -> impl Iterator<Item = &SessionTemplate> {
        self.session_templates.values()
    }

    pub fn notification_template(&self, id: NotificationTemplateId) -> Option<&NotificationTemplate> {
        self.notification_templates.get(&id)
    }

    pub fn notification_templates(&self) -> impl Iterator<Item = &NotificationTemplate> {
        self.notification_templates.values()
    }

    pub fn quick_reply(&self, id: QuickReplyId) -> Option<&QuickReply> {
        self.quick_replies.get(&id)
    }

    pub fn quick_replies(&self) -> impl Iterator<Item = &QuickReply> {
        self.quick_replies.values()
    }

    pub fn ruleset(&self, id: RulesetId) -> Option<&Ruleset> {
        self.rulebook.get(id)
    }

    pub fn rulesets(&self) -> impl Iterator<Item = &Ruleset> {
        self.rulebook.iter()
    }

    /// The number of the last change to the set-up.
    pub fn set_up_changes(&self) -> u64 {
        self.set_up_changes
    }
}
