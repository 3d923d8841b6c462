//! Conversations that have been held before the demonstration begins, and those still open in it. Knows the model's fields
//! well enough to leave rows as the engine would have left them.

use super::company::{PEOPLE, Part, QueueName, STREAMS};
use super::scenarios::{Filling, Scenario, Voice};
use super::seed::Setting;
use crate::random::Random;
use frontdesk_model::*;
use std::sync::Arc;

const MINUTE: u64 = 60_000;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;
const CLOSED: usize = 330;
const WAITING_EACH: usize = 2;
const OPEN_MAILS: usize = 6;
const PREVIEW_CHARACTERS_MAX: usize = 120;

/// How far a conversation has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Open,
    Active,
    Waiting,
    WrapUp,
    Closed,
}

struct Plan {
    stage: Stage,
    stream: usize,
    /// Index in `PEOPLE`; none while open.
    agent: Option<usize>,
    created_at: Timestamp,
}

pub fn conversations(random: &mut Random, setting: &Setting, scenarios: &[Scenario]) -> Vec<Row> {
    let mut rows = Vec::new();
    for plan in plans(random, setting) {
        rows.extend(Telling::new(random, setting, scenarios, plan).rows());
    }
    rows
}

/// Who had how many conversations of which kind, and when.
fn plans(random: &mut Random, setting: &Setting) -> Vec<Plan> {
    let now = setting.now;
    let agents: Vec<usize> = (0..PEOPLE.len()).filter(|index| setting.agents[*index].role == Role::Agent).collect();
    let streams = setting.workstreams.iter().enumerate();
    let asynchronous: Vec<usize> =
        streams.filter(|(_, stream)| !stream.mode.is_live_chat()).map(|(index, _)| index).collect();
    let mut plans = Vec::new();
    for number in 0..CLOSED {
        // Five and the number of agents share no factor, so everybody has some today.
        let created_at = if number % 5 == 0 { earlier_today(random, now) } else { in_past_weeks(random, now) };
        let agent = Some(agents[number % agents.len()]);
        plans.push(Plan { stage: Stage::Closed, stream: stream_by_share(random), agent, created_at });
    }
    for agent in &agents {
        let yours = PEOPLE[*agent].part == Part::Yours;
        let waiting = WAITING_EACH + usize::from(yours);
        let stages = std::iter::repeat_n(Stage::Waiting, waiting)
            .chain(yours.then_some([Stage::Active, Stage::Active, Stage::WrapUp]).into_iter().flatten());
        for stage in stages {
            let age = if stage == Stage::Waiting { 3 * HOUR..4 * DAY } else { HOUR / 2..2 * HOUR };
            let created_at = now - random.within(age);
            plans.push(Plan { stage, stream: *random.pick(&asynchronous), agent: Some(*agent), created_at });
        }
    }
    let mail = setting.workstreams.iter().position(|stream| stream.distribution == DistributionMode::Pick).unwrap_or(0);
    for _ in 0..OPEN_MAILS {
        let created_at = now - random.within(10 * MINUTE..20 * HOUR);
        plans.push(Plan { stage: Stage::Open, stream: mail, agent: None, created_at });
    }
    plans
}

/// Late enough to be today's, early enough to be over.
fn earlier_today(random: &mut Random, now: Timestamp) -> Timestamp {
    let since_midnight = u64::try_from(now.as_millis().rem_euclid(DAY as i64)).unwrap_or(0);
    now - random.within(40 * MINUTE..since_midnight.clamp(2 * HOUR, 9 * HOUR))
}

/// In the shop's hours.
fn in_past_weeks(random: &mut Random, now: Timestamp) -> Timestamp {
    let midnight = now.as_millis() - now.as_millis().rem_euclid(DAY as i64);
    Timestamp(midnight) - random.within(1..28) * DAY + random.within(8 * HOUR..19 * HOUR)
}

fn stream_by_share(random: &mut Random) -> usize {
    let mut drawn = random.within(0..100);
    for (index, stream) in STREAMS.iter().enumerate() {
        if drawn < stream.share {
            return index;
        }
        drawn -= stream.share;
    }
    0
}

/// One conversation being told, line by line.
struct Telling<'a> {
    random: &'a mut Random,
    setting: &'a Setting,
    scenario: &'a Scenario,
    plan: Plan,
    filling: Filling,
    contact: &'a Contact,
    workstream: &'a Workstream,
    id: ConversationId,
    visitor_id: Option<VisitorId>,
    messages: Vec<Arc<Message>>,
    clock: Timestamp,
    accepted_at: Option<Timestamp>,
    ended_at: Option<Timestamp>,
}

impl<'a> Telling<'a> {
    fn new(random: &'a mut Random, setting: &'a Setting, scenarios: &'a [Scenario], plan: Plan) -> Telling<'a> {
        let agent = plan.agent.map(|agent| &setting.agents[agent]);
        let serves = |name: &QueueName| agent.is_none_or(|agent| setting.queues[name].members.contains(&agent.id));
        let queues: Vec<QueueName> = QueueName::ALL.into_iter().filter(serves).collect();
        let fitting: Vec<&Scenario> = scenarios.iter().filter(|scenario| queues.contains(&scenario.queue)).collect();
        let scenario = *random.pick(&fitting);
        let contact = random.pick(&setting.contacts);
        let agent_name = agent.map_or("", |agent| agent.name.as_str());
        let filling = Filling::draw(random, agent_name, &contact.name);
        let workstream = &setting.workstreams[plan.stream];
        let at = plan.created_at.as_millis();
        let id = ConversationId(random.id_at(at));
        let visitor_id = (workstream.channel == Channel::LiveChat).then(|| VisitorId(random.id_at(at)));
        let clock = plan.created_at;
        let (messages, accepted_at, ended_at) = (Vec::new(), None, None);
        Telling {
            random,
            setting,
            scenario,
            plan,
            filling,
            contact,
            workstream,
            id,
            visitor_id,
            messages,
            clock,
            accepted_at,
            ended_at,
        }
    }

    fn rows(mut self) -> Vec<Row> {
        self.tell();
        let session = self.session();
        let participant = session.as_ref().and_then(|session| self.participant(session));
        let conversation = self.conversation(session.as_ref(), participant.as_ref());
        let mut rows = vec![Row::Conversation(Arc::new(conversation))];
        rows.extend(session.map(Row::Session));
        rows.extend(participant.map(Row::Participant));
        rows.extend(self.messages.into_iter().map(Row::Message));
        rows
    }

    fn tell(&mut self) {
        let lines = self.scenario.lines.clone();
        let told = match self.plan.stage {
            Stage::Open => 1,
            // Ends on a customer's line, so that there is something to answer.
            Stage::Active => 3,
            // The agent has answered and waits for the customer.
            Stage::Waiting => 2,
            Stage::WrapUp | Stage::Closed => lines.len(),
        };
        for (voice, line) in lines.into_iter().take(told) {
            if voice == Voice::Agent && self.accepted_at.is_none() {
                self.accept();
            }
            let text = self.filling.fill(line);
            self.say(voice, text);
        }
        match self.plan.stage {
            Stage::Active | Stage::Waiting if self.accepted_at.is_none() => self.accept(),
            Stage::WrapUp | Stage::Closed => {
                self.pass(5_000..40_000);
                self.ended_at = Some(self.clock);
                self.system(SystemMessage::AgentEnded);
            }
            _ => {}
        }
    }

    fn accept(&mut self) {
        self.pass(8_000..150_000);
        self.accepted_at = Some(self.clock);
        self.system(SystemMessage::AgentAccepted);
    }

    fn say(&mut self, voice: Voice, text: String) {
        let pause = if self.workstream.mode.is_live_chat() { 8_000..70_000 } else { MINUTE..12 * MINUTE };
        if !self.messages.is_empty() {
            self.pass(pause);
        }
        let sender = match voice {
            Voice::Customer => Sender::Customer { visitor_id: self.visitor_id, name: self.contact.name.clone() },
            Voice::Agent => {
                let agent = self
                    .agent()
                    .map(|agent| (agent.id, agent.name.clone()))
                    .unwrap_or((AgentId(Uuid::nil()), String::new()));
                Sender::Agent { agent_id: agent.0, name: agent.1 }
            }
        };
        self.add(sender, text);
    }

    fn system(&mut self, event: SystemMessage) {
        self.add(Sender::System { event }, String::new());
    }

    fn add(&mut self, sender: Sender, text: String) {
        let number = self.messages.len() as u64 + 1;
        self.messages.push(Arc::new(Message {
            conversation_id: self.id,
            number,
            public_number: Some(number),
            sent_at: self.clock,
            sender,
            visibility: Visibility::Public,
            text,
            attachments: Vec::new(),
            client_message_id: None,
        }));
    }

    /// Never beyond the present.
    fn pass(&mut self, milliseconds: std::ops::Range<u64>) {
        let latest = self.setting.now - 1_000;
        self.clock = (self.clock + self.random.within(milliseconds)).min(latest);
    }

    fn agent(&self) -> Option<&'a Agent> {
        self.plan.agent.and_then(|index| self.setting.agents.get(index))
    }

    fn session(&mut self) -> Option<Session> {
        let agent_id = self.agent()?.id;
        let closed_at = match self.plan.stage {
            Stage::Closed => Some(self.clock + MINUTE),
            Stage::Waiting => Some(self.clock),
            _ => None,
        };
        Some(Session {
            id: SessionId(self.random.id_at(self.plan.created_at.as_millis())),
            conversation_id: self.id,
            queue_id: Some(self.queue().id),
            channel: self.workstream.channel,
            status: if closed_at.is_some() { SessionStatus::Completed } else { SessionStatus::Open },
            created_at: self.plan.created_at,
            queue_assigned_at: Some(self.plan.created_at),
            agent_id: Some(agent_id),
            agent_assigned_at: self.accepted_at,
            offer_displayed_at: self.accepted_at,
            offer_expires_at: None,
            agent_accepted_at: self.accepted_at,
            closed_at,
            closure_reason: match self.plan.stage {
                Stage::Closed => Some(ClosureReason::AgentEndConversation),
                Stage::Waiting => Some(ClosureReason::AgentMovedConversationToWaiting),
                _ => None,
            },
        })
    }

    fn participant(&mut self, session: &Session) -> Option<Participant> {
        Some(Participant {
            id: ParticipantId(self.random.id_at(self.plan.created_at.as_millis())),
            session_id: session.id,
            conversation_id: self.id,
            agent_id: session.agent_id?,
            mode: ParticipantMode::Primary,
            public: true,
            added_at: self.accepted_at?,
            joined_at: self.accepted_at,
            left_at: session.closed_at,
            left_reason: session.closure_reason,
            assign_reason: None,
        })
    }

    fn queue(&self) -> &'a Queue {
        &self.setting.queues[&self.scenario.queue]
    }

    fn conversation(&mut self, session: Option<&Session>, participant: Option<&Participant>) -> Conversation {
        let agent_id = self.agent().map(|agent| agent.id);
        let stage = self.plan.stage;
        let last_number = self.messages.len() as u64;
        let closed_at = session.and_then(|session| session.closed_at).filter(|_| stage == Stage::Closed);
        let changed_at = closed_at.or(self.ended_at).or(self.accepted_at).unwrap_or(self.plan.created_at);
        let active = stage == Stage::Active;
        let unanswered = self.messages.last().filter(|message| matches!(message.sender, Sender::Customer { .. }));
        let (status, status_reason) = status_of(stage);
        let linked = self.random.chance(75);
        let case = self.random.chance(25).then(|| self.random.pick(&self.setting.cases).id);
        let priority = match self.random.within(0..10) {
            0 => Priority::Low,
            8.. => Priority::High,
            _ => Priority::Normal,
        };
        let blocks = stage == Stage::WrapUp && self.workstream.wrap_up_block == WrapUpBlock::Always;
        Conversation {
            id: self.id,
            status,
            status_reason,
            channel: self.workstream.channel,
            mode: self.workstream.mode,
            distribution: self.workstream.distribution,
            workstream_id: self.workstream.id,
            queue_id: Some(self.queue().id),
            widget_id: self
                .setting
                .widgets
                .iter()
                .find(|widget| widget.workstream_id == self.workstream.id)
                .map(|w| w.id),
            visitor_id: self.visitor_id,
            title: self.scenario.title.into(),
            priority,
            locale: Some(self.scenario.locale.into()),
            customer_name: self.contact.name.clone(),
            customer: linked.then_some(CustomerRef::Contact(self.contact.id)),
            case_id: case,
            context: vec![
                ContextVariable { name: "order".into(), value: self.filling.order.clone() },
                ContextVariable { name: "topic".into(), value: self.scenario.queue.key().into() },
            ],
            active_agent_id: agent_id.filter(|_| active),
            list_agent_id: agent_id,
            last_agent_id: agent_id,
            active_agent_assigned_at: self.accepted_at,
            active_participant_id: participant.filter(|_| active).map(|participant| participant.id),
            last_session_id: session.map(|session| session.id),
            created_at: self.plan.created_at,
            modified_at: changed_at.max(self.clock),
            status_changed_at: changed_at,
            started_at: self.accepted_at,
            queued_at: Some(self.plan.created_at),
            wrap_up_started_at: self.ended_at,
            closed_at,
            first_wait_ms: self.accepted_at.map(|at| at.since(self.plan.created_at)),
            talk_ms: self.ended_at.zip(self.accepted_at).map_or(0, |(end, start)| end.since(start)),
            wrap_up_ms: closed_at.zip(self.ended_at).map_or(0, |(close, end)| close.since(end)),
            transfer_count: u32::from(self.random.chance(8)),
            escalation_count: 0,
            accepted: self.accepted_at.is_some(),
            abandoned: false,
            held_units: if active || blocks { self.workstream.capacity_units } else { 0 },
            held_until: None,
            declines: Vec::new(),
            last_message_number: last_number,
            last_public_number: last_number,
            unread: unanswered.map_or(0, |_| 1),
            last_message: self.preview(),
            customer_waiting_since: unanswered.map(|message| message.sent_at),
            marks: ReadMarks::default(),
            customer_presence: CustomerPresence::Unknown,
            demand: Demand::default(),
        }
    }

    /// System messages have no words, so they are no preview.
    fn preview(&self) -> Option<MessagePreview> {
        let spoken = self.messages.iter().rev().find(|message| !message.text.is_empty())?;
        let (from_customer, sender_name) = match &spoken.sender {
            Sender::Customer { name, .. } => (true, name.clone()),
            Sender::Agent { name, .. } => (false, name.clone()),
            Sender::System { .. } => return None,
        };
        let text = spoken.text.chars().take(PREVIEW_CHARACTERS_MAX).collect();
        Some(MessagePreview { from_customer, sender_name, text, attachments: 0, sent_at: spoken.sent_at })
    }
}

fn status_of(stage: Stage) -> (ConversationStatus, StatusReason) {
    match stage {
        Stage::Open => (ConversationStatus::Open, StatusReason::AwaitingAgentAssignment),
        Stage::Active => (ConversationStatus::Active, StatusReason::InConversation),
        Stage::Waiting => (ConversationStatus::Waiting, StatusReason::AwaitingCustomerResponse),
        Stage::WrapUp => (ConversationStatus::WrapUp, StatusReason::AgentMovedToWrapUp),
        Stage::Closed => (ConversationStatus::Closed, StatusReason::EndedByAgent),
    }
}
