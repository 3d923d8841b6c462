//! The agents' part: accept what is offered, answer what the file says, end and close. Knows what this agent's own stream
//! shows; which dialogue a conversation is, it reads off the title, as a person would.

use super::dialogue::{Speaker, Turn};
use super::play::{Handled, Play};
use super::transcript::{Arrived, FaultKind, Transcript};
use crate::client::wire::{AgentEvent, AgentFrame, ConversationSeen, MessageSeen};
use crate::client::{AgentClient, ApiError, Heard};
use frontdesk_model::{BasePresence, ConversationId, ConversationStatus, Sender, SessionId, StatusReason};
use std::collections::BTreeMap;
use std::sync::Arc;
use tokio::sync::{mpsc, watch};
use uuid::Uuid;

/// Works until told to stop.
pub async fn work(agent: AgentClient, play: Arc<Play>, mut stop: watch::Receiver<bool>) {
    let (done_in, mut done) = mpsc::unbounded_channel();
    let mut live = agent.live();
    let mut desk = Desk { agent, play, work: BTreeMap::new(), done: done_in, returning: false };
    loop {
        tokio::select! {
            heard = live.next() => match heard {
                Heard::Frame(frame) => desk.hear(frame),
                Heard::Nonsense(detail) => desk.play.fault(FaultKind::Unexpected, detail),
                Heard::Ended(detail) => {
                    let name = &desk.agent.me.name;
                    return desk.play.fault(FaultKind::Unfinished, format!("the stream of {name} ended: {detail}"));
                }
            },
            Some(finished) = done.recv() => desk.finish(finished),
            _ = stop.changed() => return,
        }
    }
}

struct Desk {
    agent: AgentClient,
    play: Arc<Play>,
    work: BTreeMap<ConversationId, Work>,
    done: mpsc::UnboundedSender<Done>,
    /// On the way back to Available.
    returning: bool,
}

enum Work {
    /// Accepting and reading what is there; what the stream shows meanwhile is kept.
    Joining {
        kept: Vec<MessageSeen>,
        /// Offered anew meanwhile: join again when this is done.
        again: Option<SessionId>,
    },
    Playing {
        index: usize,
        transcript: Transcript,
        /// Up to here we read ourselves; the stream may bring these once as well.
        read_up_to: u64,
        /// The last number that the stream itself brought.
        streamed: u64,
        sending: bool,
    },
    Ending,
}

/// What a command that ran beside the stream came to.
enum Done {
    /// None: not ours after all.
    Joined(ConversationId, Result<Option<(usize, Vec<MessageSeen>)>, ApiError>),
    Sent(ConversationId, Result<(), ApiError>),
    Closed(ConversationId, usize, Result<(), ApiError>),
    Listed(Result<Vec<ConversationSeen>, ApiError>),
    Returned,
}

impl Desk {
    fn hear(&mut self, frame: AgentFrame) {
        match frame {
            AgentFrame::Hello { resumed: false, .. } => self.list(),
            AgentFrame::Event { event, .. } => self.hear_event(event),
            AgentFrame::Error { code, detail } => {
                self.play.fault(FaultKind::Unexpected, format!("the agent's stream: {code}: {detail}"));
            }
            AgentFrame::Hello { .. } | AgentFrame::Progress { .. } | AgentFrame::Other => {}
        }
    }

    fn hear_event(&mut self, event: AgentEvent) {
        match event {
            AgentEvent::OfferMade { conversation_id, session_id, agent_id } if agent_id == self.agent.me.id => {
                self.join(conversation_id, Some(session_id), true);
            }
            AgentEvent::MessageAdded { message } => self.hear_message(message),
            AgentEvent::ConversationChanged { conversation }
                if conversation.active_agent_id != Some(self.agent.me.id) =>
            {
                // Given to somebody else, who goes on where we were.
                if matches!(self.work.get(&conversation.id), Some(Work::Playing { .. })) {
                    self.leave(conversation.id);
                }
            }
            AgentEvent::AgentStatusChanged { status }
                if status.agent_id == self.agent.me.id
                    && matches!(status.base, BasePresence::Inactive | BasePresence::Offline)
                    && !self.returning =>
            {
                self.returning = true;
                self.spawn(|agent| async move {
                    // Refused is as good as done: the next change of state brings us here again.
                    let _ = agent.set_presence(BasePresence::Available).await;
                    Done::Returned
                });
            }
            _ => {}
        }
    }

    fn hear_message(&mut self, message: MessageSeen) {
        let id = message.conversation_id;
        match self.work.get_mut(&id) {
            Some(Work::Joining { kept, .. }) => kept.push(message),
            Some(Work::Playing { index, transcript, read_up_to, streamed, .. }) => {
                self.play.heard_by(Speaker::Agent);
                let is_overlap = message.number > *streamed && message.number <= *read_up_to;
                *streamed = message.number.max(*streamed);
                if is_overlap {
                    return;
                }
                let index = *index;
                let turn = transcript.hear(&self.play.dialogues[index], &arrived(&message));
                if let (Some(turn), Sender::Customer { .. }) = (turn, &message.sender) {
                    self.play.agent_saw(index, turn);
                }
                self.advance(id);
            }
            Some(Work::Ending) | None => {}
        }
    }

    /// Everything of ours, after more was missed than the stream can tell.
    fn list(&mut self) {
        self.spawn(|agent| async move { Done::Listed(agent.list("mine").await.map(|listed| listed.items)) });
    }

    fn join(&mut self, id: ConversationId, session: Option<SessionId>, accept: bool) {
        if let Some(Work::Joining { again, .. }) = self.work.get_mut(&id) {
            *again = session.or(*again);
            return;
        }
        self.leave(id);
        self.work.insert(id, Work::Joining { kept: Vec::new(), again: None });
        let play = self.play.clone();
        self.spawn(move |agent| async move { Done::Joined(id, join(&agent, &play, id, session, accept).await) });
    }

    fn finish(&mut self, done: Done) {
        match done {
            Done::Joined(id, joined) => self.joined(id, joined),
            Done::Sent(id, Ok(())) => {
                if let Some(Work::Playing { sending, .. }) = self.work.get_mut(&id) {
                    *sending = false;
                }
                self.advance(id);
            }
            // No longer ours: whoever has it now goes on.
            Done::Sent(id, Err(ApiError::Refused(_))) => self.leave(id),
            Done::Sent(id, Err(error)) => {
                self.play.fault(FaultKind::Unfinished, format!("an agent's turn was not taken: {error}"));
                self.leave(id);
            }
            Done::Closed(id, index, closed) => {
                self.work.remove(&id);
                let handled = Handled { conversation_id: id, agent_id: self.agent.me.id };
                match closed {
                    Ok(()) => self.play.handled(index, handled),
                    Err(error) => {
                        let dialogue = &self.play.dialogues[index].id;
                        self.play.fault(FaultKind::Unfinished, format!("dialogue {dialogue} was not closed: {error}"));
                    }
                }
            }
            Done::Listed(Ok(conversations)) => {
                for conversation in conversations {
                    self.take_up(&conversation);
                }
            }
            Done::Listed(Err(error)) => self.play.fault(FaultKind::Unexpected, format!("an agent's list: {error}")),
            Done::Returned => self.returning = false,
        }
    }

    fn take_up(&mut self, conversation: &ConversationSeen) {
        let ours = self.play.dialogue_of(&conversation.title).is_some();
        if !ours || conversation.list_agent_id != Some(self.agent.me.id) {
            return;
        }
        match conversation.status {
            ConversationStatus::Active => {
                let accept = conversation.status_reason.awaits_acceptance();
                self.join(conversation.id, None, accept);
            }
            ConversationStatus::WrapUp if !matches!(self.work.get(&conversation.id), Some(Work::Ending)) => {
                self.join(conversation.id, None, false);
            }
            _ => {}
        }
    }

    fn joined(&mut self, id: ConversationId, joined: Result<Option<(usize, Vec<MessageSeen>)>, ApiError>) {
        let Some(Work::Joining { kept, again }) = self.work.remove(&id) else { return };
        let (index, read) = match joined {
            Ok(Some(joined)) => joined,
            Ok(None) if again.is_some() => return self.join(id, again, true),
            Ok(None) => return,
            Err(error) => return self.play.fault(FaultKind::Unexpected, format!("an accepted conversation: {error}")),
        };
        let mut transcript = Transcript::default();
        let read_up_to = read.last().map_or(0, |message| message.number);
        // The stream and the reading overlap; beyond the reading, the stream alone must be without a fault.
        for message in read.iter().chain(kept.iter().filter(|message| message.number > read_up_to)) {
            self.play.heard_by(Speaker::Agent);
            transcript.hear(&self.play.dialogues[index], &arrived(message));
        }
        let streamed = kept.last().map_or(0, |message| message.number);
        self.work.insert(id, Work::Playing { index, transcript, read_up_to, streamed, sending: false });
        self.advance(id);
    }

    /// Says the agent's turn, if it is one, or ends what is complete.
    fn advance(&mut self, id: ConversationId) {
        let Some(Work::Playing { index, transcript, sending, .. }) = self.work.get_mut(&id) else { return };
        let (index, play) = (*index, self.play.clone());
        let dialogue = &play.dialogues[index];
        if transcript.is_complete(dialogue) {
            self.leave(id);
            self.work.insert(id, Work::Ending);
            self.spawn(
                move |agent| async move { Done::Closed(id, index, end_and_close(&agent, &play, index, id).await) },
            );
        } else if !*sending && let Some((turn, words)) = transcript.next_turn(dialogue, Speaker::Agent) {
            *sending = true;
            let (text, key) = (words.text.clone(), play.key(index, turn));
            let play = play.clone();
            self.spawn(move |agent| async move {
                play.think(&text).await;
                Done::Sent(id, agent.send(id, &text, &key).await.map(|_| ()))
            });
        }
    }

    fn leave(&mut self, id: ConversationId) {
        if let Some(Work::Playing { transcript, .. }) = self.work.remove(&id) {
            self.play.faults(transcript.faults);
        }
    }

    fn spawn<W: Future<Output = Done> + Send + 'static>(&self, work: impl FnOnce(AgentClient) -> W) {
        let work = work(self.agent.clone());
        let done = self.done.clone();
        tokio::spawn(async move {
            // Nobody listens any more when the replay is over.
            let _ = done.send(work.await);
        });
    }
}

async fn join(
    agent: &AgentClient,
    play: &Play,
    id: ConversationId,
    session: Option<SessionId>,
    accept: bool,
) -> Result<Option<(usize, Vec<MessageSeen>)>, ApiError> {
    if accept {
        // A listed offer names no session: each try is a command of its own.
        let which = session.map_or_else(Uuid::now_v7, |session| session.0);
        match agent.accept(id, session, &format!("{}-accept-{id}-{which}", play.run)).await {
            // Refused: withdrawn, lapsed, or accepted by us already. The conversation itself says which.
            Ok(()) | Err(ApiError::Refused(_)) => {}
            Err(error) => return Err(error),
        }
    }
    let conversation = match agent.conversation(id).await {
        Ok(conversation) => conversation,
        Err(ApiError::Refused(_)) => return Ok(None),
        Err(error) => return Err(error),
    };
    let accepted =
        conversation.status_reason == StatusReason::InConversation || conversation.status == ConversationStatus::WrapUp;
    if !accepted || conversation.list_agent_id != Some(agent.me.id) {
        return Ok(None);
    }
    let Some(index) = play.dialogue_of(&conversation.title) else { return Ok(None) };
    Ok(Some((index, agent.messages(id).await?)))
}

async fn end_and_close(agent: &AgentClient, play: &Play, index: usize, id: ConversationId) -> Result<(), ApiError> {
    match agent.end(id, &play.key(index, "end")).await {
        // In wrap-up already, when we come back to it after a restart.
        Ok(()) | Err(ApiError::Refused(_)) => {}
        Err(error) => return Err(error),
    }
    agent.close_session(id, &play.key(index, "close")).await
}

fn arrived(message: &MessageSeen) -> Arrived {
    let from = match message.sender {
        Sender::Customer { .. } => Some(Speaker::Customer),
        Sender::Agent { .. } => Some(Speaker::Agent),
        Sender::System { .. } => None,
    };
    Arrived { number: message.number, turn: from.map(|from| Turn { from, text: message.text.clone() }) }
}
