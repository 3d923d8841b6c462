//! Where customers stand in line, told to those who wait with a stream open: every 30 s, every 60 s in a long line, and only
//! what differs from what they were told. Fleeting: never journaled, lost without harm. Knows nothing of how a line is
//! ordered.

use super::frames::{VisitorFrame, encode};
use crate::desk::{Command, Desk, View};
use frontdesk_engine::{Input, Reply, WaitingPlace};
use frontdesk_model::{Conversation, ConversationId, ConversationStatus};
use std::collections::BTreeMap;

/// From so many on who wait, each second look is left out.
const LONG_LINE: usize = 150;

/// What a customer who waits is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// None where the widget does not tell.
    pub queue_position: Option<usize>,
    pub expected_wait_ms: Option<u64>,
}

/// Where a conversation stands; none where it does not wait, or where the desk has no time to say.
pub async fn place_of(desk: &Desk, conversation: &Conversation) -> Option<Place> {
    let waits = conversation.mode.is_live_chat() && conversation.status == ConversationStatus::Open;
    if !waits {
        return None;
    }
    let told = Told::of(&desk.view(), conversation);
    let place = look(desk, vec![conversation.id]).await.pop()?;
    told.place(place.position)
}

/// What its customer was told to expect, while they wait.
pub fn expected_wait_ms(view: &View, conversation: &Conversation) -> Option<u64> {
    Told::of(view, conversation).expected_wait_ms.filter(|_| conversation.status == ConversationStatus::Open)
}

/// What its widget lets a customer know.
#[derive(Clone, Copy)]
struct Told {
    position: bool,
    expected_wait_ms: Option<u64>,
}

impl Told {
    fn of(view: &View, conversation: &Conversation) -> Told {
        let widget = conversation.widget_id.and_then(|id| view.widget(id));
        let wait_shown = widget.is_none_or(|widget| widget.expected_wait_shown);
        Told {
            position: widget.is_none_or(|widget| widget.queue_position_shown),
            expected_wait_ms: conversation.demand.expected_wait_ms.filter(|_| wait_shown),
        }
    }

    fn place(self, position: usize) -> Option<Place> {
        let place =
            Place { queue_position: self.position.then_some(position), expected_wait_ms: self.expected_wait_ms };
        (place.queue_position.is_some() || place.expected_wait_ms.is_some()).then_some(place)
    }
}

/// Keeps what was told between one look and the next.
#[derive(Default)]
pub(super) struct Line {
    told: BTreeMap<ConversationId, Place>,
    looks: u64,
}

impl Line {
    pub async fn look(&mut self, desk: &Desk) {
        self.looks += 1;
        let every_line = self.looks.is_multiple_of(2);
        let waiting: BTreeMap<ConversationId, Told> = {
            let view = desk.view();
            let here = desk.live().customers().into_iter().filter_map(|id| view.conversation(id));
            let open = here.filter(|conversation| conversation.status == ConversationStatus::Open);
            open.map(|conversation| (conversation.id, Told::of(&view, conversation))).collect()
        };
        self.told.retain(|id, _| waiting.contains_key(id));
        if waiting.is_empty() {
            return;
        }
        for place in look(desk, waiting.keys().copied().collect()).await {
            let id = place.conversation_id;
            let due = every_line || place.waiting < LONG_LINE;
            let Some(place) = waiting.get(&id).and_then(|told| told.place(place.position)) else { continue };
            if due && self.told.insert(id, place) != Some(place) {
                desk.live().send_to_customer(id, &encode(&VisitorFrame::position(place)));
            }
        }
    }
}

async fn look(desk: &Desk, conversation_ids: Vec<ConversationId>) -> Vec<WaitingPlace> {
    let carried = desk.submit(Command::new(Input::LookAtLine { conversation_ids })).await;
    match carried.ok().and_then(|carried| carried.reply) {
        Some(Reply::Line { places }) => places,
        // Too busy to say, or closing: the next look will tell.
        _ => Vec::new(),
    }
}
