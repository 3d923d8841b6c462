//! Simulated colleagues: they accept what they are offered, answer as the shop would, end and wrap up. They use the public
//! agents' API, like any workspace, and find the right words by a conversation's title.

use super::scenarios::{Filling, Scenario, Voice};
use crate::client::wire::{AgentEvent, AgentFrame, ConversationSeen};
use crate::client::{AgentClient, Api, ApiError, Heard, Teller};
use crate::random::Random;
use frontdesk_model::{BasePresence, ConversationId, ConversationStatus, Sender, SessionId};
use serde_json::json;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::{sleep, timeout};

const ACCEPT_MS: std::ops::Range<u64> = 1_500..6_000;
const THINK_MS: std::ops::Range<u64> = 2_500..8_000;
const WRAP_UP_MS: std::ops::Range<u64> = 4_000..20_000;
/// A customer who says nothing for so long has what they wanted.
const SILENCE: Duration = Duration::from_secs(60);

/// What a person at a visitor's page is told: nobody has written down how that conversation goes.
const IMPROVISED: [&str; 4] = [
    "Hello, this is {agent} at Alder & Pine. Thank you for writing to us! Let me have a look.",
    "I have asked our warehouse and noted it on your order. Is there anything I should add?",
    "Noted. A colleague reads it first thing in the morning, and you get an e-mail as soon as it is settled.",
    "Gladly. I have put that down too.",
];

pub struct Colleague {
    pub email: String,
    pub password: String,
    pub presence: BasePresence,
}

/// Works until it is dropped.
pub async fn work(api: Api, colleague: Colleague, random: Random, scenarios: Arc<Vec<Scenario>>) {
    let agent = match sign_in(&api, &colleague).await {
        Ok(agent) => agent,
        Err(error) => return tracing::warn!(%error, email = colleague.email, "a simulated colleague cannot work"),
    };
    let mut live = agent.live();
    let teller = live.teller();
    let mut place = Workplace { agent, teller, random, scenarios, presence: colleague.presence, open: BTreeMap::new() };
    loop {
        match live.next().await {
            Heard::Frame(frame) => place.hear(frame).await,
            Heard::Nonsense(_) => {}
            Heard::Ended(detail) => return tracing::warn!(detail, "a simulated colleague's stream ended"),
        }
    }
}

async fn sign_in(api: &Api, colleague: &Colleague) -> Result<AgentClient, ApiError> {
    AgentClient::sign_in(api, &colleague.email, &colleague.password).await
}

struct Workplace {
    agent: AgentClient,
    teller: Teller,
    random: Random,
    scenarios: Arc<Vec<Scenario>>,
    presence: BasePresence,
    open: BTreeMap<ConversationId, mpsc::UnboundedSender<Note>>,
}

/// What a conversation's own task is told.
enum Note {
    CustomerSaid(u64),
    /// In wrap-up, or no longer ours.
    Ended(ConversationStatus),
}

impl Workplace {
    async fn hear(&mut self, frame: AgentFrame) {
        match frame {
            AgentFrame::Hello { resumed: false, .. } => {
                if let Err(error) = self.begin().await {
                    tracing::warn!(%error, "a simulated colleague could not begin");
                }
            }
            AgentFrame::Event { event, .. } => self.hear_event(event),
            _ => {}
        }
    }

    async fn begin(&mut self) -> Result<(), ApiError> {
        self.agent.set_presence(self.presence).await?;
        for conversation in self.agent.list("mine").await?.items {
            self.take_up(&conversation);
        }
        Ok(())
    }

    /// What was open before goes on; what waits for the customer stays as it is.
    fn take_up(&mut self, conversation: &ConversationSeen) {
        if conversation.active_agent_id != Some(self.agent.me.id) || conversation.status != ConversationStatus::Active {
            return;
        }
        let offered = conversation.status_reason.awaits_acceptance();
        self.open(conversation.id, None, offered);
    }

    fn hear_event(&mut self, event: AgentEvent) {
        match event {
            AgentEvent::OfferMade { conversation_id, session_id, agent_id } if agent_id == self.agent.me.id => {
                self.open(conversation_id, Some(session_id), true);
            }
            AgentEvent::MessageAdded { message } => {
                if matches!(message.sender, Sender::Customer { .. }) {
                    self.note(message.conversation_id, Note::CustomerSaid(message.number));
                }
            }
            AgentEvent::ConversationChanged { conversation } => {
                let ours = conversation.active_agent_id == Some(self.agent.me.id);
                if !ours || conversation.status != ConversationStatus::Active {
                    self.note(conversation.id, Note::Ended(conversation.status));
                }
            }
            _ => {}
        }
    }

    fn note(&mut self, id: ConversationId, note: Note) {
        if let Some(notes) = self.open.get(&id)
            && notes.send(note).is_err()
        {
            self.open.remove(&id);
        }
    }

    fn open(&mut self, id: ConversationId, session: Option<SessionId>, offered: bool) {
        if self.open.get(&id).is_some_and(|notes| !notes.is_closed()) {
            return;
        }
        let (notes_in, notes) = mpsc::unbounded_channel();
        self.open.insert(id, notes_in);
        let random = self.random.branch(&id.to_string());
        let (agent, teller, scenarios) = (self.agent.clone(), self.teller.clone(), self.scenarios.clone());
        tokio::spawn(async move {
            let mut talk = Talk { agent, teller, random, id, notes, key: uuid::Uuid::now_v7().to_string(), said: 0 };
            if let Err(error) = talk.hold(session, offered, &scenarios).await {
                tracing::debug!(%error, "a simulated colleague let go of a conversation");
            }
        });
    }
}

/// One conversation, from the offer to its close.
struct Talk {
    agent: AgentClient,
    teller: Teller,
    random: Random,
    id: ConversationId,
    notes: mpsc::UnboundedReceiver<Note>,
    key: String,
    said: usize,
}

impl Talk {
    async fn hold(
        &mut self,
        session: Option<SessionId>,
        offered: bool,
        scenarios: &[Scenario],
    ) -> Result<(), ApiError> {
        if offered {
            self.pause(ACCEPT_MS).await;
            self.agent.accept(self.id, session, &format!("{}-accept", self.key)).await?;
        }
        let conversation = self.agent.conversation(self.id).await?;
        let messages = self.agent.messages(self.id).await?;
        let answered = messages.iter().filter(|message| matches!(message.sender, Sender::Agent { .. })).count();
        let filling = Filling::draw(&mut self.random, &self.agent.me.name, &conversation.customer_name);
        let script = scenarios.iter().find(|scenario| scenario.title == conversation.title);
        let mut turns = match script {
            Some(script) => agent_turns(script, &filling),
            None => IMPROVISED.iter().map(|line| vec![filling.fill(line)]).collect(),
        };
        turns.drain(..answered.min(turns.len()));
        let mut spoken = messages.iter().rev().filter(|message| !matches!(message.sender, Sender::System { .. }));
        let mut to_answer = spoken.next().is_some_and(|message| matches!(message.sender, Sender::Customer { .. }));
        let mut last_read = messages.last().map_or(0, |message| message.number);
        loop {
            if to_answer {
                self.agent.mark_read(self.id, last_read).await?;
                if turns.is_empty() {
                    // "Thanks, bye": nothing is left to say.
                    break;
                }
                for line in turns.remove(0) {
                    self.say(&line).await?;
                }
            }
            match timeout(SILENCE, self.notes.recv()).await {
                Ok(Some(Note::CustomerSaid(number))) => {
                    // What was read when we began may be told once more.
                    to_answer = number > last_read;
                    last_read = last_read.max(number);
                }
                Ok(Some(Note::Ended(ConversationStatus::WrapUp))) => return self.wrap_up().await,
                Ok(Some(Note::Ended(_)) | None) => return Ok(()),
                Err(_) if conversation.mode.is_live_chat() || turns.is_empty() => break,
                // A lasting conversation waits for the customer's next word.
                Err(_) => return self.agent.close_session(self.id, &format!("{}-leave", self.key)).await,
            }
        }
        self.agent.end(self.id, &format!("{}-end", self.key)).await?;
        self.wrap_up().await
    }

    async fn say(&mut self, line: &str) -> Result<(), ApiError> {
        self.pause(THINK_MS).await;
        self.teller.tell(&json!({ "type": "typing", "conversationId": self.id }));
        sleep(Duration::from_millis(20 * line.chars().count() as u64)).await;
        self.said += 1;
        self.agent.send(self.id, line, &format!("{}-{}", self.key, self.said)).await.map(|_| ())
    }

    async fn wrap_up(&mut self) -> Result<(), ApiError> {
        self.pause(WRAP_UP_MS).await;
        self.agent.close_session(self.id, &format!("{}-close", self.key)).await
    }

    async fn pause(&mut self, milliseconds: std::ops::Range<u64>) {
        sleep(Duration::from_millis(self.random.within(milliseconds))).await;
    }
}

/// The agent's lines, those that follow each other together.
fn agent_turns(scenario: &Scenario, filling: &Filling) -> Vec<Vec<String>> {
    let mut turns: Vec<Vec<String>> = Vec::new();
    let mut before = Voice::Customer;
    for (voice, line) in &scenario.lines {
        match (voice, turns.last_mut()) {
            (Voice::Agent, Some(turn)) if before == Voice::Agent => turn.push(filling.fill(line)),
            (Voice::Agent, _) => turns.push(vec![filling.fill(line)]),
            (Voice::Customer, _) => {}
        }
        before = *voice;
    }
    turns
}
