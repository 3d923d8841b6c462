//! What is written down of a decision, and the answer to "why is this waiting?". Asks the same question of every member
//! that the search asks. Knows nothing of words for people.

use super::demand::Ask;
use super::eligibility::absence;
use super::rank::Preference;
use super::search::{Choice, Subject};
use crate::Engine;
use crate::agents::Attendance;
use frontdesk_model::{
    AgentId, AssignedBecause, Considered, Conversation, ConversationId, ConversationStatus, DemandSeen, PassedOver,
    PassedOverReason, RoutingStep, Timestamp,
};

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

    /// Whoever was chosen, then all who are there for it, then the others as the queue lists them, up to
    /// `Considered::LISTED_MAX`. Why the others cannot take it needs no look at them.
    fn considered(&self, subject: &Subject<'_>, chosen: Option<AgentId>) -> Considered {
        let asks: Vec<Ask<'_>> = subject.terms.asks(&subject.queue.queue).collect();
        let absent = Attendance::all().map(|attendance| {
            let last = asks.last().and_then(|ask| absence(attendance, ask))?;
            asks.iter().all(|ask| absence(attendance, ask).is_some()).then_some(last)
        });
        let members = || subject.queue.attendance();
        let there = members().filter(|(id, attendance)| absent[attendance.number()].is_none() && Some(*id) != chosen);
        let mut room = Considered::LISTED_MAX;
        let mut listed = Listed::default();
        for id in chosen.into_iter().chain(there.map(|(id, _)| id)).take(room) {
            room -= 1;
            let Some(state) = self.agents.get(&id) else { continue };
            match self.preference(subject, state) {
                Ok(preference) => listed.eligible.push(preference),
                Err(reason) => listed.pass_over(reason, id),
            }
        }
        let others = members().filter_map(|(id, attendance)| Some((id, absent[attendance.number()]?)));
        others.take(room).for_each(|(id, reason)| listed.pass_over(reason, id));
        listed.of(subject.queue.queue.members.len())
    }
}

#[derive(Default)]
struct Listed {
    eligible: Vec<Preference>,
    passed_over: Vec<PassedOver>,
}

impl Listed {
    fn pass_over(&mut self, reason: PassedOverReason, agent_id: AgentId) {
        match self.passed_over.iter_mut().find(|over| over.reason == reason) {
            Some(over) => over.agents.push(agent_id),
            None => {
                let mut agents = Vec::with_capacity(Considered::LISTED_MAX);
                agents.push(agent_id);
                self.passed_over.push(PassedOver { reason, agents });
            }
        }
    }

    fn of(mut self, members: usize) -> Considered {
        self.eligible.sort_unstable();
        self.passed_over.sort_unstable_by_key(|over| over.reason);
        let passed_over: usize = self.passed_over.iter().map(|over| over.agents.len()).sum();
        let unlisted = members.saturating_sub(self.eligible.len() + passed_over);
        Considered {
            eligible: self.eligible.iter().map(|preference| preference.rank.agent_id).collect(),
            passed_over: self.passed_over,
            unlisted: u32::try_from(unlisted).unwrap_or(u32::MAX),
        }
    }
}
