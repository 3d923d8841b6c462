//! An agent's live stream: resume from a journal number, then everything the agent may hear. Knows nothing of how they
//! signed in.

use super::frames::{AgentCommand, AgentFrame, encode};
use super::hub::Subscription;
use super::outbox::{Due, Item};
use super::socket::{Connection, Gone, Next, last_words, serve};
use super::typing;
use crate::desk::Desk;
use axum::extract::ws::{Utf8Bytes, WebSocket, WebSocketUpgrade, close_code};
use axum::response::Response;
use frontdesk_engine::Input;
use frontdesk_model::AgentId;

/// Whoever missed more does better to fetch the lists.
const MISSED_MAX: u64 = 10_000;
const PAGE: u32 = 500;

/// Answers the upgrade and serves the stream. `after`: the last journal number the client has, if any.
pub fn agent_stream(desk: Desk, agent_id: AgentId, after: Option<u64>, upgrade: WebSocketUpgrade) -> Response {
    serve(upgrade, move |socket| run(desk, agent_id, after, socket))
}

async fn run(desk: Desk, agent_id: AgentId, after: Option<u64>, socket: WebSocket) {
    let subscription = desk.live().subscribe_agent(agent_id);
    let _connected = Connected::new(&desk, agent_id).await;
    let connection = Connection::new(socket, subscription.outbox.clone());
    let mut stream = AgentStream { desk: &desk, agent_id, connection, told: subscription.at };
    // Ends when the connection does.
    let _gone = stream.serve(&subscription, after).await;
}

struct AgentStream<'a> {
    desk: &'a Desk,
    agent_id: AgentId,
    connection: Connection,
    /// Up to this journal number the client has all that is meant for it.
    told: u64,
}

impl AgentStream<'_> {
    async fn serve(&mut self, subscription: &Subscription<'_>, after: Option<u64>) -> Result<(), Gone> {
        // Boxed: what resuming needs is not to be kept for as long as the connection idles.
        Box::pin(self.resume(subscription, after)).await?;
        loop {
            let desk = self.desk;
            match self.connection.next(|| desk.live().now_ms()).await? {
                Next::Due(due) => self.send(due).await?,
                Next::Said(text) => self.obey(&text).await?,
            }
        }
    }

    async fn resume(&mut self, subscription: &Subscription<'_>, after: Option<u64>) -> Result<(), Gone> {
        let at = subscription.at;
        // Lists may show a commit a moment before the streams tell of it.
        let shown = at.max(self.desk.view().sequence());
        let after = after.filter(|after| *after <= shown && at.saturating_sub(*after) <= MISSED_MAX);
        let hello = AgentFrame::Hello { sequence: after.unwrap_or(at), resumed: after.is_some() };
        self.connection.send(encode(&hello)).await?;
        let Some(after) = after else { return Ok(()) };
        self.told = at.max(after);
        match self.desk.live().recent(after) {
            Some(recent) => {
                let missed = recent
                    .iter()
                    .filter(|published| published.entry.sequence <= at)
                    .filter(|published| subscription.scope.hears(&published.entry))
                    .map(|published| published.agent_frame());
                self.connection.send_all(missed.collect::<Vec<_>>()).await
            }
            None => self.read_journal(subscription, after).await,
        }
    }

    async fn read_journal(&mut self, subscription: &Subscription<'_>, after: u64) -> Result<(), Gone> {
        let mut after = after;
        while after < subscription.at {
            let page = self.desk.store().list_journal(self.desk.organization_id(), after, PAGE).await;
            let Ok(page) = page else {
                self.refuse(close_code::AGAIN, "store_away", "The journal cannot be read now; resume in a moment.");
                return Err(Gone);
            };
            let Some(last) = page.items.last() else { return Ok(()) };
            after = last.sequence;
            let frames = page
                .items
                .into_iter()
                .filter(|entry| entry.sequence <= subscription.at && subscription.scope.hears(entry))
                .map(|entry| super::hub::Published::new(entry.into()).agent_frame());
            self.connection.send_all(frames).await?;
        }
        self.send_progress(subscription.at).await
    }

    async fn send(&mut self, due: Due) -> Result<(), Gone> {
        if let Some(end) = due.end {
            let (close, code, detail) = last_words(end);
            self.refuse(close, code, detail);
            return Err(Gone);
        }
        // Asked before the items are sent: all that was told up to then is among them or in the outbox by now.
        let told_by_now = due.ping.then(|| self.desk.live().sequence());
        self.send_items(due.items).await?;
        if let Some(sequence) = told_by_now {
            let late = self.connection.take_items();
            self.send_items(late).await?;
            self.connection.ping().await?;
            if sequence > self.told {
                self.send_progress(sequence).await?;
            }
        }
        Ok(())
    }

    async fn send_items(&mut self, items: impl IntoIterator<Item = Item>) -> Result<(), Gone> {
        let mut told = self.told;
        let frames: Vec<Utf8Bytes> = items
            .into_iter()
            .filter_map(|item| match item {
                Item::Fleeting(frame) => Some(frame),
                Item::Published(published) if published.entry.sequence > told => {
                    told = published.entry.sequence;
                    Some(published.agent_frame())
                }
                Item::Published(_) => None,
            })
            .collect();
        self.told = told;
        if frames.is_empty() { Ok(()) } else { self.connection.send_all(frames).await }
    }

    async fn send_progress(&mut self, sequence: u64) -> Result<(), Gone> {
        self.told = self.told.max(sequence);
        self.connection.send(encode(&AgentFrame::Progress { sequence })).await
    }

    async fn obey(&mut self, text: &str) -> Result<(), Gone> {
        match serde_json::from_str(text) {
            Ok(AgentCommand::Ping) => self.connection.send(encode(&AgentFrame::Pong)).await,
            Ok(AgentCommand::Typing { conversation_id }) => {
                typing::from_agent(self.desk, self.agent_id, conversation_id);
                Ok(())
            }
            Ok(AgentCommand::Displayed { conversation_id, session_id }) => {
                let agent_id = self.agent_id;
                self.desk.tell(Input::OfferDisplayed { conversation_id, session_id, agent_id }).await;
                Ok(())
            }
            Err(error) => {
                self.refuse(close_code::POLICY, "invalid_frame", &error.to_string());
                Err(Gone)
            }
        }
    }

    fn refuse(&mut self, close: u16, code: &str, detail: &str) {
        self.connection.refuse(close, Some(encode(&AgentFrame::Error { code, detail })));
    }
}

/// While it lives, the agent has one browser more.
struct Connected<'a> {
    desk: &'a Desk,
    agent_id: AgentId,
}

impl<'a> Connected<'a> {
    /// On disk, if the store is there at all.
    async fn new(desk: &'a Desk, agent_id: AgentId) -> Self {
        desk.tell_and_wait(Input::AgentConnected { agent_id }).await;
        Connected { desk, agent_id }
    }
}

impl Drop for Connected<'_> {
    fn drop(&mut self) {
        self.desk.tell_now(Input::AgentDisconnected { agent_id: self.agent_id });
    }
}
