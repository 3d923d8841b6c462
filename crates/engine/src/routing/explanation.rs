//! What is written down of a decision, and the answer to "why is this waiting?". Asks the same question of every member
//! that the search asks. Knows nothing of words for people.

use super::search::{Choice, Subject};
use crate::Engine;
use frontdesk_model::{
    AgentId, AssignedBecause, Considered, Conversation, ConversationId, ConversationStatus, DemandSeen, PassedOver,
    PassedOverReason, RoutingStep, Timestamp,
};
use std::collections::{BTreeMap, BTreeSet};

/// Why a conversation waits, now.
#[derive(Clone, Debug, PartialEq)]
pub struct WaitingNow {
    /// `RoutingStep::Waits` as it would be written down now.
    pub step: RoutingStep,
    /// Its turn in the queue: 1 is served first.
    pub position: u32,
    /// Whether routing looks for an agent. Otherwise it waits to be picked: its workstream does not push, or too many
    /// agents have declined it.
    pub is_pushed: bool,
}

impl Engine {
    /// Why this conversation waits; none unless it does.
    pub fn explain(&self, id: ConversationId, now: Timestamp) -> Option<WaitingNow> {
        let held = self.conversations.get(&id)?;
        let place = held.place.as_ref().filter(|_| held.conversation.status == ConversationStatus::Open)?;
        let queue = &self.queues[&place.queue_id];
        let ahead = queue.line.open.rank(&place.place).unwrap_or_default();
        let terms = self.terms_of(&held.conversation, queue, now);
        let subject = Subject { conversation: &held.conversation, queue, terms: &terms, now };
        Some(WaitingNow {
            step: RoutingStep::Waits {
                queue_id: place.queue_id,
                demand: terms.seen(&held.conversation, now),
                considered: self.considered(&subject, None),
            },
            position: u32::try_from(ahead).unwrap_or(u32::MAX).saturating_add(1),
            is_pushed: place.group.is_some(),
        })
    }

    /// Whether this agent could be assigned it, were it the only one that waits; no index is asked.
    pub(crate) fn could_take(&self, conversation: &Conversation, agent_id: AgentId, now: Timestamp) -> bool {
        let Some(queue) = conversation.queue_id.and_then(|id| self.queues.get(&id)) else { return false };
        let terms = self.terms_of(conversation, queue, now);
        let subject = Subject { conversation, queue, terms: &terms, now };
        self.agents.get(&agent_id).is_some_and(|state| self.preference(&subject, state).is_ok())
    }

    /// What is to be written down when it is given to this agent.
    pub(super) fn step_of(&self, id: ConversationId, choice: &Choice, now: Timestamp) -> Option<RoutingStep> {
        let (subject, _) = self.subject(id, now)?;
        let considered = self.considered(&subject, Some(choice.agent_id));
        debug_assert_eq!(considered.eligible.first(), Some(&choice.agent_id), "the search missed the best of {id}");
        Some(RoutingStep::Assigned {
            agent_id: choice.agent_id,
            queue_id: subject.queue.queue.id,
            method: subject.queue.queue.method,
            rule: choice.rule.clone(),
            because: choice.because,
            demand: subject.terms.seen(subject.conversation, now),
            considered,
        })
    }

    /// Back to whoever had it: nobody else was looked at.
    pub(crate) fn note_affinity(&mut self, id: ConversationId, agent_id: AgentId, now: Timestamp) {
        let Some(held) = self.conversations.get(&id) else { return };
        let Some(queue) = held.conversation.queue_id.and_then(|queue_id| self.queues.get(&queue_id)) else { return };
        let demand: DemandSeen = self.terms_of(&held.conversation, queue, now).seen(&held.conversation, now);
        let step = RoutingStep::Assigned {
            agent_id,
            queue_id: queue.queue.id,
            method: queue.queue.method,
            rule: None,
            because: AssignedBecause::Affinity,
            demand,
            considered: Considered { eligible: vec![agent_id], ..Considered::default() },
        };
        self.note(id, step, now);
    }

    /// Whoever came into a line and found nobody. Says whether there was anything to write.
    pub(crate) fn note_who_waits(&mut self, now: Timestamp) -> bool {
        let entered = std::mem::take(&mut self.router.entered);
        let mut noted = false;
        for id in entered {
            let Some((subject, _)) = self.subject(id, now) else { continue };
            let step = RoutingStep::Waits {
                queue_id: subject.queue.queue.id,
                demand: subject.terms.seen(subject.conversation, now),
                considered: self.considered(&subject, None),
            };
            self.note(id, step, now);
            noted = true;
        }
        noted
    }

    /// All members, or in a large queue: whoever was chosen, those who are ready in the order of the method, then the
    /// others as the queue lists them, up to `Considered::LISTED_MAX`.
    fn considered(&self, subject: &Subject<'_>, chosen: Option<AgentId>) -> Considered {
        let members = &subject.queue.queue.members;
        let unlisted = members.len().saturating_sub(Considered::LISTED_MAX);
        if unlisted == 0 {
            return self.consider(subject, members.iter().copied(), 0);
        }
        let ready =
            subject.queue.floor.ready(true).map(|rank| rank.agent_id).filter(|id| subject.queue.has_member(*id));
        let in_turn = chosen.into_iter().chain(ready).chain(members.iter().copied());
        let mut seen = BTreeSet::new();
        let first = in_turn.filter(|id| seen.insert(*id)).take(Considered::LISTED_MAX);
        self.consider(subject, first, u32::try_from(unlisted).unwrap_or(u32::MAX))
    }

    fn consider(&self, subject: &Subject<'_>, agents: impl Iterator<Item = AgentId>, unlisted: u32) -> Considered {
        let mut eligible = Vec::new();
        let mut passed_over: BTreeMap<PassedOverReason, Vec<AgentId>> = BTreeMap::new();
        for state in agents.filter_map(|id| self.agents.get(&id)) {
            match self.preference(subject, state) {
                Ok(preference) => eligible.push(preference),
                Err(reason) => passed_over.entry(reason).or_default().push(state.agent.id),
            }
        }
        eligible.sort_unstable();
        Considered {
            eligible: eligible.into_iter().map(|preference| preference.rank.agent_id).collect(),
            passed_over: passed_over.into_iter().map(|(reason, agents)| PassedOver { reason, agents }).collect(),
            unlisted,
        }
    }
}
