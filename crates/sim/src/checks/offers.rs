//! Every offer is made once and ends once, and what is open is what the sessions say. Knows events and sessions.

use super::{Broken, Memory, Promise, Turn, ensure};
use frontdesk_model::*;
use std::collections::BTreeMap;

/// The offers on agents' screens, by what they were told.
pub type Ledger = BTreeMap<SessionId, (ConversationId, AgentId, Timestamp)>;

pub fn check(turn: &Turn<'_>, memory: &mut Memory) -> Result<(), Broken> {
    for (_, event) in turn.events() {
        match event {
            Event::OfferMade { conversation_id, session_id, agent_id, expires_at } => {
                let offer = (*conversation_id, *agent_id, *expires_at);
                let before = memory.offers.insert(*session_id, offer);
                ensure(before.is_none(), Promise::OffersEnd, || format!("made again: {event:?}"))?;
            }
            Event::OfferEnded { conversation_id, session_id, agent_id, .. } => {
                let made = memory.offers.remove(session_id);
                let same =
                    made.is_some_and(|(conversation, agent, _)| (conversation, agent) == (*conversation_id, *agent_id));
                ensure(same, Promise::OffersEnd, || format!("{event:?} ends an offer that was not open: {made:?}"))?;
            }
            _ => {}
        }
    }
    check_against_sessions(turn, memory)
}

/// What is on screens is what the rows say is on offer: no more, no less, with the same limit.
fn check_against_sessions(turn: &Turn<'_>, memory: &Memory) -> Result<(), Broken> {
    let mut on_offer = 0;
    for id in turn.record.conversations.keys() {
        let Some(session) = turn.record.open_session(*id) else { continue };
        let Some(expires_at) = session.offer_expires_at.filter(|_| session.agent_accepted_at.is_none()) else {
            continue;
        };
        on_offer += 1;
        let told = memory.offers.get(&session.id);
        let same = told.is_some_and(|told| Some(*told) == session.agent_id.map(|agent| (*id, agent, expires_at)));
        ensure(same, Promise::OffersEnd, || format!("{session:?} is on offer, told was {told:?}"))?;
    }
    ensure(on_offer == memory.offers.len(), Promise::OffersEnd, || {
        format!("{on_offer} offers are open, told and not taken back are {:?}", memory.offers)
    })
}
