//! An agent who works while the server is killed: accepts what is offered, answers, ends and closes. Everything the server
//! acknowledges goes into the ledger. Knows nothing of kills.

use super::ledger::{Ledger, Side};
use crate::client::wire::{AgentEvent, AgentFrame, Items, MessageSeen, QueueNamed};
use crate::client::{AgentClient, ApiError, Heard};
use frontdesk_model::{ConversationId, ConversationStatus, Sender, SessionId};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;
use tokio::sync::watch;

/// Then the conversation is ended, so that others are accepted, ended and closed under fire too.
const ANSWERS_EACH: u64 = 4;

/// A new agent, who serves the queue that every organisation begins with.
pub async fn hire(administrator: &AgentClient) -> Result<AgentClient, ApiError> {
    const EMAIL: &str = "agent@frontdesk.invalid";
    const PASSWORD: &str = "only for this folder";
    let api = &administrator.api;
    let agent = json!({ "name": "Agent", "email": EMAIL, "role": "agent", "password": PASSWORD });
    api.post::<Value>("/api/v1/agents", "agent", &agent).await?;
    let agent = AgentClient::sign_in(api, EMAIL, PASSWORD).await?;
    let queues: Items<QueueNamed> = api.get("/api/v1/queues").await?;
    for queue in queues.items {
        let path = format!("/api/v1/queues/{}/members", queue.id);
        api.put::<Value>(&path, &json!({ "members": [agent.me.id] })).await?;
    }
    Ok(agent)
}

/// Works until told to stop. A refusal is an answer like another: things moved on while the server was away.
pub async fn work(agent: AgentClient, ledger: Arc<Ledger>, mut stop: watch::Receiver<bool>) -> Result<(), String> {
    let mut live = agent.live();
    let mut shift = Shift { agent, ledger, answers: BTreeMap::new() };
    loop {
        let heard = tokio::select! {
            heard = live.next() => heard,
            _ = stop.changed() => return Ok(()),
        };
        let done = match heard {
            Heard::Frame(frame) => shift.hear(frame).await,
            Heard::Nonsense(detail) => return Err(format!("the agent's stream: {detail}")),
            Heard::Ended(detail) => return Err(format!("the agent's stream ended: {detail}")),
        };
        match done {
            Ok(()) | Err(ApiError::Refused(_)) => {}
            Err(error) => return Err(format!("the agent: {error}")),
        }
    }
}

struct Shift {
    agent: AgentClient,
    ledger: Arc<Ledger>,
    /// By conversation, how many were given.
    answers: BTreeMap<ConversationId, u64>,
}

impl Shift {
    async fn hear(&mut self, frame: AgentFrame) -> Result<(), ApiError> {
        match frame {
            AgentFrame::Hello { resumed: false, .. } => self.take_up().await,
            AgentFrame::Event { event: AgentEvent::OfferMade { conversation_id, session_id, agent_id }, .. }
                if agent_id == self.agent.me.id =>
            {
                self.accept(conversation_id, Some(session_id)).await
            }
            AgentFrame::Event { event: AgentEvent::MessageAdded { message }, .. } => self.answer(&message).await,
            _ => Ok(()),
        }
    }

    async fn take_up(&mut self) -> Result<(), ApiError> {
        for conversation in self.agent.list("mine").await?.items {
            let offered = conversation.status_reason.awaits_acceptance();
            if offered && conversation.status == ConversationStatus::Active {
                self.accept(conversation.id, None).await?;
            }
        }
        Ok(())
    }

    async fn accept(&mut self, id: ConversationId, session: Option<SessionId>) -> Result<(), ApiError> {
        let key = session.map_or_else(uuid::Uuid::now_v7, |session| session.0);
        self.agent.accept(id, session, &format!("accept-{key}")).await?;
        self.ledger.accepted(id);
        Ok(())
    }

    async fn answer(&mut self, message: &MessageSeen) -> Result<(), ApiError> {
        let id = message.conversation_id;
        if !matches!(message.sender, Sender::Customer { .. }) || !self.ledger.is_accepted(id) {
            return Ok(());
        }
        let key = format!("answer-{}", message.number);
        let sent = self.agent.send(id, "an answer", &key).await?;
        self.ledger.acknowledged(id, Side::Agent, sent.number, &key);
        let answers = self.answers.entry(id).or_default();
        *answers += 1;
        if *answers < ANSWERS_EACH {
            return Ok(());
        }
        self.agent.end(id, &format!("end-{id}")).await?;
        self.agent.close_session(id, &format!("close-{id}")).await?;
        self.ledger.closed(id);
        Ok(())
    }
}
