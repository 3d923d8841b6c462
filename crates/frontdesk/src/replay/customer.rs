//! The customer's part of one dialogue: a visitor in a browser. Knows what that visitor's own stream shows, nothing else.

use super::dialogue::{Speaker, Turn};
use super::play::Play;
use super::transcript::{Arrived, FaultKind, Transcript, check_whole};
use crate::client::wire::{Side, VisitorFrame, VisitorMessage};
use crate::client::{Api, ApiError, Heard, StartConversation, VisitorClient};
use frontdesk_model::{ConversationStatus, WidgetId};
use std::collections::BTreeMap;
use std::time::Duration;
use tokio::time::timeout;

const LOOK_ROUND_EVERY: Duration = Duration::from_secs(1);

/// Plays to the end, then reads everything once more over HTTP.
pub async fn play(play: &Play, api: &Api, widget: WidgetId, index: usize) {
    let dialogue = &play.dialogues[index];
    let mut customer = match start(play, api, widget, index).await {
        Ok(visitor) => Customer { play, index, visitor, transcript: Transcript::default(), ended: false },
        Err(error) => {
            return play.fault(FaultKind::Unfinished, format!("dialogue {} did not start: {error}", dialogue.id));
        }
    };
    if let Err(detail) = customer.converse().await {
        play.fault(FaultKind::Unfinished, format!("dialogue {}, its customer: {detail}", dialogue.id));
    }
    play.faults(std::mem::take(&mut customer.transcript.faults));
    match customer.visitor.messages().await {
        Ok(messages) => play.faults(check_whole(dialogue, messages.iter().map(arrived)).1),
        Err(error) => {
            play.fault(FaultKind::Unexpected, format!("dialogue {}, read again by its customer: {error}", dialogue.id));
        }
    }
}

async fn start(play: &Play, api: &Api, widget: WidgetId, index: usize) -> Result<VisitorClient, ApiError> {
    let dialogue = &play.dialogues[index];
    let first = dialogue.turns.first().map(|turn| turn.text.clone()).unwrap_or_default();
    let context = dialogue.services.first().map(|service| ("service".to_owned(), service.clone()));
    let start = StartConversation {
        widget_id: widget,
        name: Some(format!("Customer {}", dialogue.id)),
        email: None,
        title: Some(play.title(index)),
        locale: None,
        context: BTreeMap::from_iter(context),
        text: first,
        client_message_id: play.key(index, 0),
    };
    play.customer_sends(index, 0);
    VisitorClient::start(api, &play.key(index, "start"), &start).await
}

struct Customer<'a> {
    play: &'a Play,
    index: usize,
    visitor: VisitorClient,
    transcript: Transcript,
    ended: bool,
}

impl Customer<'_> {
    async fn converse(&mut self) -> Result<(), String> {
        let play = self.play;
        let dialogue = &play.dialogues[self.index];
        let mut live = self.visitor.live();
        while !(self.ended && self.transcript.is_complete(dialogue)) {
            match timeout(LOOK_ROUND_EVERY, live.next()).await {
                Ok(Heard::Frame(frame)) => self.hear(frame).await?,
                Ok(Heard::Nonsense(detail)) => play.fault(FaultKind::Unexpected, detail),
                Ok(Heard::Ended(detail)) => return Err(detail),
                Err(_) if play.is_stalled() => {
                    let turns = self.transcript.turns();
                    return Err(format!("nothing moves any more after turn {turns} of {}", dialogue.turns.len()));
                }
                Err(_) => {}
            }
        }
        Ok(())
    }

    async fn hear(&mut self, frame: VisitorFrame) -> Result<(), String> {
        match frame {
            VisitorFrame::Hello { status, .. } | VisitorFrame::Status { status } => {
                self.ended = matches!(status, ConversationStatus::WrapUp | ConversationStatus::Closed);
                Ok(())
            }
            VisitorFrame::Message { message } => {
                let play = self.play;
                play.heard_by(Speaker::Customer);
                match self.transcript.hear(&play.dialogues[self.index], &arrived(&message)) {
                    Some(_) => self.answer().await,
                    None => Ok(()),
                }
            }
            VisitorFrame::Error { code, detail } => {
                self.play.fault(FaultKind::Unexpected, format!("the visitor's stream: {code}: {detail}"));
                Ok(())
            }
            VisitorFrame::Other => Ok(()),
        }
    }

    /// If the file says that it is the customer's turn.
    async fn answer(&mut self) -> Result<(), String> {
        let play = self.play;
        let Some((turn, words)) = self.transcript.next_turn(&play.dialogues[self.index], Speaker::Customer) else {
            return Ok(());
        };
        play.think(&words.text).await;
        play.customer_sends(self.index, turn);
        let sent = self.visitor.send(&words.text, &play.key(self.index, turn)).await;
        sent.map(|_| ()).map_err(|error| format!("turn {turn} was not taken: {error}"))
    }
}

fn arrived(message: &VisitorMessage) -> Arrived {
    let from = match message.from {
        Side::Customer => Some(Speaker::Customer),
        Side::Agent => Some(Speaker::Agent),
        Side::System => None,
    };
    Arrived { number: message.number, turn: from.map(|from| Turn { from, text: message.text.clone() }) }
}
