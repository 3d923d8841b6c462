//! A visitor's live stream of one conversation: resume from a public message number, then messages, status and marks.
//! Knows nothing of tokens, and is told nothing that a customer may not hear.

use super::frames::{VisitorCommand, VisitorFrame, encode};
use super::hub::{Published, Subscription};
use super::line::place_of;
use super::outbox::{Due, Item};
use super::socket::{Connection, Gone, Next, last_words, serve};
use super::typing;
use crate::desk::Desk;
use crate::visitors::{self, Standing};
use crate::wire::VisitorMessage;
use axum::extract::ws::{Utf8Bytes, WebSocket, WebSocketUpgrade, close_code};
use axum::response::Response;
use frontdesk_engine::Input;
use frontdesk_model::{ConversationId, ConversationStatus, Event, JournalEntry};

const PAGE: u32 = 200;

/// Answers the upgrade and serves the stream. `after`: the last public message number the client has.
pub fn visitor_stream(desk: Desk, conversation_id: ConversationId, after: u64, upgrade: WebSocketUpgrade) -> Response {
    serve(upgrade, move |socket| run(desk, conversation_id, after, socket))
}

async fn run(desk: Desk, conversation_id: ConversationId, after: u64, socket: WebSocket) {
    let subscription = desk.live().subscribe_customer(conversation_id);
    let _connected = desk.visitors().connect(&desk, conversation_id);
    let connection = Connection::new(socket, subscription.outbox.clone());
    let mut stream = VisitorStream {
        desk: &desk,
        conversation_id,
        connection,
        told: 0,
        last_number: after,
        standing: Standing::default(),
    };
    // Ends when the connection does.
    let _gone = stream.serve().await;
}

struct VisitorStream<'a> {
    desk: &'a Desk,
    conversation_id: ConversationId,
    connection: Connection,
    /// Up to this journal number everything is in what was sent first.
    told: u64,
    /// The last public message number that was sent.
    last_number: u64,
    /// What the client was told of the conversation's status.
    standing: Standing,
}

impl VisitorStream<'_> {
    async fn serve(&mut self) -> Result<(), Gone> {
        // Boxed: what resuming needs is not to be kept for as long as the connection idles.
        Box::pin(self.greet()).await?;
        loop {
            let desk = self.desk;
            match self.connection.next(|| desk.live().now_ms()).await? {
                Next::Due(due) => Box::pin(self.send(due)).await?,
                Next::Said(text) => Box::pin(self.obey(&text)).await?,
            }
        }
    }

    async fn greet(&mut self) -> Result<(), Gone> {
        self.told = self.desk.view().sequence();
        let Ok(Some(conversation)) = visitors::find(self.desk, self.conversation_id).await else {
            return self.store_away();
        };
        self.standing = Standing::of(&self.desk.view(), &conversation);
        let last_number = conversation.last_public_number;
        let hello = encode(&VisitorFrame::Hello {
            last_number,
            status: self.standing.status.into(),
            agent_name: self.standing.agent_name.as_deref(),
        });
        self.connection.send(hello).await?;
        if let Some(place) = place_of(self.desk, &conversation).await {
            self.connection.send(encode(&VisitorFrame::position(place))).await?;
        }
        // A number that was never given: the client knows another past than we do.
        self.last_number = self.last_number.min(last_number);
        self.catch_up().await
    }

    /// Every public message after the last one sent, as the store has them.
    async fn catch_up(&mut self) -> Result<(), Gone> {
        loop {
            let organization_id = self.desk.organization_id();
            let store = self.desk.store();
            let page = store.list_public_messages(organization_id, self.conversation_id, self.last_number, PAGE).await;
            let Ok(page) = page else { return self.store_away() };
            let messages: Vec<VisitorMessage> =
                page.items.iter().filter_map(|message| VisitorMessage::of(message)).collect();
            if let Some(last) = messages.last() {
                self.last_number = last.number;
                let frames = messages.into_iter().map(|message| encode(&VisitorFrame::Message { message }));
                self.connection.send_all(frames).await?;
            }
            if !page.more {
                return Ok(());
            }
        }
    }

    fn store_away(&mut self) -> Result<(), Gone> {
        self.refuse(close_code::AGAIN, "store_away", "The messages cannot be read now; resume in a moment.");
        Err(Gone)
    }

    async fn send(&mut self, due: Due) -> Result<(), Gone> {
        if let Some(end) = due.end {
            let (close, code, detail) = last_words(end);
            self.refuse(close, code, detail);
            return Err(Gone);
        }
        let mut frames = Vec::new();
        for item in due.items {
            match item {
                Item::Fleeting(frame) => frames.push(frame),
                Item::Published(published) if published.entry.sequence > self.told => {
                    self.tell(&published, &mut frames).await?;
                }
                Item::Published(_) => {}
            }
        }
        if !frames.is_empty() {
            self.connection.send_all(frames).await?;
        }
        if due.ping { self.connection.ping().await } else { Ok(()) }
    }

    async fn tell(&mut self, published: &Published, frames: &mut Vec<Utf8Bytes>) -> Result<(), Gone> {
        let JournalEntry { event, .. } = published.entry.as_ref();
        match event {
            Event::MessageAdded { message } => {
                let Some(number) = message.public_number else { return Ok(()) };
                if number == self.last_number + 1 {
                    self.last_number = number;
                    frames.extend(published.visitor_message_frame());
                } else if number > self.last_number {
                    self.connection.send_all(std::mem::take(frames)).await?;
                    self.catch_up().await?;
                }
            }
            Event::ConversationChanged { conversation } => {
                let standing = Standing::of(&self.desk.view(), conversation);
                if standing != self.standing {
                    frames.push(encode(&VisitorFrame::Status {
                        status: standing.status.into(),
                        agent_name: standing.agent_name.as_deref(),
                    }));
                    self.standing = standing;
                }
            }
            Event::MarksMoved { marks, .. } => {
                // A mark that cannot be translated now moves on with the next one.
                if let Ok(marks) = visitors::public_marks(self.desk, self.conversation_id, *marks).await {
                    frames.push(encode(&VisitorFrame::Marks { marks: marks.into() }));
                }
            }
            _ => {}
        }
        Ok(())
    }

    async fn obey(&mut self, text: &str) -> Result<(), Gone> {
        match serde_json::from_str(text) {
            Ok(VisitorCommand::Ping) => self.connection.send(encode(&VisitorFrame::Pong)).await,
            Ok(VisitorCommand::Typing) => {
                typing::from_customer(self.desk, self.conversation_id);
                Ok(())
            }
            Ok(VisitorCommand::Marks { delivered, read }) => self.mark(delivered, read).await,
            Err(error) => {
                self.refuse(close_code::POLICY, "invalid_frame", &error.to_string());
                Err(Gone)
            }
        }
    }

    async fn mark(&mut self, delivered: u64, read: u64) -> Result<(), Gone> {
        let conversation_id = self.conversation_id;
        let delivered = visitors::message_number(self.desk, conversation_id, delivered).await;
        let read = visitors::message_number(self.desk, conversation_id, read).await;
        if let (Ok(delivered), Ok(read)) = (delivered, read) {
            self.desk.tell(Input::CustomerMarks { conversation_id, delivered, read }).await;
        }
        Ok(())
    }

    fn refuse(&mut self, close: u16, code: &str, detail: &str) {
        self.connection.refuse(close, Some(encode(&VisitorFrame::Error { code, detail })));
    }
}

/// Hears what a conversation's customer may hear, for those who ask without a stream.
pub(crate) struct Watch<'a> {
    subscription: Subscription<'a>,
}

impl<'a> Watch<'a> {
    pub fn new(desk: &'a Desk, conversation_id: ConversationId) -> Self {
        Watch { subscription: desk.live().subscribe_customer(conversation_id) }
    }

    /// Also ends when the conversation is closed, or when nobody shall wait any longer.
    pub async fn until_message_after(&self, after: u64) {
        loop {
            let due = self.subscription.outbox.due().await;
            let over = due.items.iter().any(|item| match item {
                Item::Published(published) => ends_waiting(&published.entry.event, after),
                Item::Fleeting(_) => false,
            });
            if over || due.end.is_some() {
                return;
            }
        }
    }
}

fn ends_waiting(event: &Event, after: u64) -> bool {
    match event {
        Event::MessageAdded { message } => message.public_number.is_some_and(|number| number > after),
        Event::ConversationChanged { conversation } => conversation.status == ConversationStatus::Closed,
        _ => false,
    }
}
