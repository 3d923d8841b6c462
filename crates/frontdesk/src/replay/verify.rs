//! The last look: everything read again over HTTP, and every agent's list held against what they handled.

use super::dialogue::{Speaker, Turn};
use super::play::{Handled, Outcome, Play};
use super::transcript::{Arrived, FaultKind, check_whole};
use crate::client::wire::{ConversationRecord, MessageSeen};
use crate::client::{AgentClient, ApiError};
use frontdesk_model::{AgentId, ConversationId, ConversationStatus, Sender};
use futures_util::{StreamExt, stream};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

const AT_ONCE: usize = 16;

#[derive(Clone, Copy, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ListFigures {
    pub agents: usize,
    pub closed: usize,
    pub wrap_up: usize,
    pub disagreements: usize,
}

/// Reads every conversation as an administrator; says how many turns are there.
pub async fn read_again(play: &Play, administrator: &AgentClient, outcome: &Outcome) -> usize {
    let readings = outcome.handled.iter().map(|(index, handled)| read_one(play, administrator, *index, *handled));
    stream::iter(readings).buffer_unordered(AT_ONCE).fold(0, |sum, turns| async move { sum + turns }).await
}

async fn read_one(play: &Play, administrator: &AgentClient, index: usize, handled: Handled) -> usize {
    let dialogue = &play.dialogues[index];
    match administrator.messages(handled.conversation_id).await {
        Ok(messages) => {
            let (turns, faults) = check_whole(dialogue, messages.iter().map(arrived));
            play.faults(faults);
            turns
        }
        Err(error) => {
            play.fault(FaultKind::Unexpected, format!("dialogue {}, read again: {error}", dialogue.id));
            0
        }
    }
}

fn arrived(message: &MessageSeen) -> Arrived {
    let from = match message.sender {
        Sender::Customer { .. } => Some(Speaker::Customer),
        Sender::Agent { .. } => Some(Speaker::Agent),
        Sender::System { .. } => None,
    };
    Arrived { number: message.number, turn: from.map(|from| Turn { from, text: message.text.clone() }) }
}

/// getConversations of each agent holds what they handled, ended, and nothing of what others handled.
pub async fn check_lists(play: &Play, agents: &[AgentClient], outcome: &Outcome) -> Result<ListFigures, ApiError> {
    let mut handled_by: BTreeMap<AgentId, BTreeSet<ConversationId>> = BTreeMap::new();
    for handled in outcome.handled.values() {
        handled_by.entry(handled.agent_id).or_default().insert(handled.conversation_id);
    }
    let of_this_run: BTreeSet<ConversationId> = handled_by.values().flatten().copied().collect();
    let mut figures = ListFigures { agents: agents.len(), ..ListFigures::default() };
    for agent in agents {
        let listed = agent.get_conversations(agent.me.id).await?;
        let expected = handled_by.remove(&agent.me.id).unwrap_or_default();
        let disagreements = compare(&expected, &of_this_run, &listed, &mut figures);
        figures.disagreements += disagreements.len();
        for disagreement in disagreements {
            let detail = format!("the list of {}: {disagreement}", agent.me.name);
            play.fault(FaultKind::Disagreement, detail);
        }
    }
    Ok(figures)
}

fn compare(
    expected: &BTreeSet<ConversationId>,
    of_this_run: &BTreeSet<ConversationId>,
    listed: &[ConversationRecord],
    figures: &mut ListFigures,
) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for record in listed.iter().filter(|record| of_this_run.contains(&record.id)) {
        if !seen.insert(record.id) {
            wrong.push(format!("{} is there twice", record.id));
        }
        if !expected.contains(&record.id) {
            wrong.push(format!("{} is there, but somebody else handled it", record.id));
        }
        match ConversationStatus::from_code(record.statuscode) {
            Some(ConversationStatus::Closed) => figures.closed += 1,
            Some(ConversationStatus::WrapUp) => figures.wrap_up += 1,
            other => wrong.push(format!("{} was ended, but is {other:?}", record.id)),
        }
    }
    wrong.extend(expected.difference(&seen).map(|id| format!("{id} is not there")));
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;
    use frontdesk_model::Uuid;

    #[test]
    fn a_list_agrees_only_if_it_holds_exactly_what_the_agent_handled() {
        let id = |number| ConversationId(Uuid::from_u128(number));
        let record = |number, statuscode| ConversationRecord { id: id(number), statuscode };
        let expected = BTreeSet::from([id(1), id(2)]);
        let of_this_run = BTreeSet::from([id(1), id(2), id(3)]);
        let check =
            |listed: &[ConversationRecord]| compare(&expected, &of_this_run, listed, &mut ListFigures::default()).len();
        assert_eq!(check(&[record(1, 4), record(2, 5), record(9, 1)]), 0);
        assert_eq!(check(&[record(1, 4)]), 1);
        assert_eq!(check(&[record(1, 4), record(2, 4), record(2, 4)]), 1);
        assert_eq!(check(&[record(1, 4), record(2, 4), record(3, 4)]), 1);
        assert_eq!(check(&[record(1, 2), record(2, 4)]), 1);
    }
}
