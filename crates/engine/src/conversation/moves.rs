//! The life of a conversation as one table: (state, what happens) -> move. This is data-model §12 and nothing else;
//! a pair that is not here is refused. Knows nothing of who may make a move or of what it brings about.

use crate::Refusal;
use frontdesk_model::{ClosureReason, ConversationMode, ConversationStatus, StatusReason};

/// A status, with the difference that matters within Active: assigned, or accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Open,
    /// Active, and the agent has yet to accept.
    Offered,
    Active,
    Waiting,
    WrapUp {
        begun: StatusReason,
    },
    Closed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Happening {
    /// By routing, or back to their agent.
    Assigned,
    Accepted,
    Rejected,
    OfferTimedOut,
    /// No browser ever showed the offer.
    OfferNeverShown,
    Picked,
    AgentEnded,
    /// X.
    AgentClosedSession,
    Released,
    AgentGone,
    AgentDeactivated,
    TransferredToAgent {
        by_supervisor: bool,
    },
    TransferredToQueue {
        by_supervisor: bool,
    },
    TransferredToEmptyQueue,
    /// The queue it came to, or the one it waits in, does not keep it.
    OverflowEnds {
        waiting: bool,
    },
    /// To the queue that it was given.
    OverflowTransfers {
        waiting: bool,
    },
    /// To an agent.
    SupervisorAssigned,
    SupervisorAssignedToQueue,
    /// To its customer, before anybody had it.
    SupervisorWrote,
    ForceClosed,
    CustomerWrote,
    CustomerEnded,
    /// Disconnected for longer than is waited.
    CustomerGone,
    /// Nothing happened for longer than is waited.
    Idle,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SessionFate {
    Stays,
    Opens,
    Closes(ClosureReason),
    /// Closed, and a new one seeks an agent.
    Renews(ClosureReason),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Move {
    pub to: ConversationStatus,
    pub reason: StatusReason,
    pub session: SessionFate,
    /// Back in the queue where it stood: nobody has served the customer, or their agent was lost.
    pub keeps_place: bool,
}

pub(crate) fn next(state: State, happening: Happening, mode: ConversationMode) -> Option<Move> {
    use ClosureReason as Closure;
    use ConversationStatus::{self as To};
    use Happening::*;
    use SessionFate::{Closes, Opens, Renews, Stays};
    use State::*;
    use StatusReason as Why;

    let live_chat = mode.is_live_chat();
    let to = |to: To, reason: Why, session: SessionFate| Some(Move { to, reason, session, keeps_place: false });
    let back = |closure: Closure| {
        let (to, reason) = (To::Open, Why::AwaitingAgentAssignment);
        Some(Move { to, reason, session: Renews(closure), keeps_place: true })
    };

    match (state, happening) {
        // Open → Active: routing assigns, or an agent picks.
        (Open, Assigned) => to(To::Active, Why::AwaitingAgentAcceptance, Stays),
        (Open, Picked) => to(To::Active, Why::InConversation, Stays),
        (Open, SupervisorAssigned) => to(To::Active, Why::AssignedBySupervisor, Stays),
        // Open → Open: a supervisor moves it to another queue.
        (Open, SupervisorAssignedToQueue) => {
            to(To::Open, Why::AwaitingAgentAssignment, Renews(Closure::SupervisorAssignToQueue))
        }
        // Open → Waiting, never in live chat: a supervisor has written, it is for the customer to answer.
        (Open, SupervisorWrote) if !live_chat => {
            to(To::Waiting, Why::AwaitingCustomerResponse, Closes(Closure::AgentMovedConversationToWaiting))
        }
        // Open → Closed: the customer leaves before assignment (live chat), or nothing happens.
        (Open, CustomerEnded) if live_chat => {
            to(To::Closed, Why::CustomerDisconnectedOrLeftOpen, Closes(Closure::CustomerEndConversation))
        }
        (Open, CustomerGone) if live_chat => {
            to(To::Closed, Why::CustomerDisconnectedOrLeftOpen, Closes(Closure::CustomerDisconnect))
        }
        // Open → Closed, or on to another queue: too long a line or too long a wait, or nobody is there.
        (Open, OverflowEnds { waiting }) => {
            let closure =
                if waiting { Closure::InqueueOverflowEndConversation } else { Closure::OverflowEndConversation };
            to(To::Closed, Why::ClosedDueToOverflow, Closes(closure))
        }
        (Open, OverflowTransfers { waiting }) => {
            let closure = if waiting { Closure::InqueueOverflowQueueTransfer } else { Closure::OverflowQueueTransfer };
            to(To::Open, Why::AwaitingAgentAssignment, Renews(closure))
        }
        (Open, Idle) => to(To::Closed, Why::AutoClosedBySystem, Closes(Closure::AutoClose)),

        // Active, not accepted: accepted, or back to Open.
        (Offered, Accepted) => to(To::Active, Why::InConversation, Stays),
        (Offered, Rejected) => back(Closure::AgentReject),
        (Offered, OfferTimedOut) => back(Closure::AgentTimeout),
        (Offered, OfferNeverShown | AgentDeactivated) => back(Closure::AgentReRouted),
        // Active, not accepted → Closed: the customer leaves (live chat).
        (Offered, CustomerEnded) if live_chat => {
            to(To::Closed, Why::CustomerDisconnectedOrLeftActive, Closes(Closure::CustomerEndConversation))
        }
        (Offered, CustomerGone) if live_chat => {
            to(To::Closed, Why::CustomerDisconnectedOrLeftActive, Closes(Closure::CustomerDisconnect))
        }

        // Active → Wrap-up: End, by the agent or in the live-chat widget, or the customer is gone.
        (Active, AgentEnded) => to(To::WrapUp, Why::AgentMovedToWrapUp, Stays),
        (Active, CustomerEnded) if live_chat => to(To::WrapUp, Why::CustomerMovedToWrapUp, Stays),
        (Active, CustomerGone) if live_chat => to(To::WrapUp, Why::CustomerDisconnectedOrLeftActive, Stays),
        // Active → Waiting, never in live chat; there X leads back to Open.
        (Active, AgentClosedSession) if live_chat => {
            to(To::Open, Why::AwaitingAgentAssignment, Renews(Closure::AgentClosed))
        }
        (Active, AgentClosedSession) => {
            to(To::Waiting, Why::AwaitingCustomerResponse, Closes(Closure::AgentMovedConversationToWaiting))
        }
        // Active → Open: released, the agent is lost, another queue.
        (Active, Released) => to(To::Open, Why::AwaitingAgentAssignment, Renews(Closure::AgentTransferToQueue)),
        (Active, AgentGone) => back(Closure::AgentDisconnected),
        (Active, AgentDeactivated) => back(Closure::AgentReRouted),
        (Active, TransferredToQueue { by_supervisor }) => {
            let closure = if by_supervisor { Closure::SupervisorAssignToQueue } else { Closure::AgentTransferToQueue };
            to(To::Open, Why::AwaitingAgentAssignment, Renews(closure))
        }
        (Active, TransferredToEmptyQueue) => {
            to(To::Closed, Why::ClosedDueToFailure, Closes(Closure::AgentTransferToQueue))
        }
        // Active → Active: another agent is to accept.
        (Active, TransferredToAgent { by_supervisor }) => {
            let closure = if by_supervisor { Closure::SupervisorTransferToAgent } else { Closure::AgentTransferred };
            to(To::Active, Why::AwaitingAgentAcceptance, Renews(closure))
        }
        (Offered | Active, Idle) => to(To::Closed, Why::AutoClosedBySystem, Closes(Closure::AutoClose)),

        // Waiting: the customer writes, an agent reopens it, a supervisor gives it to another, or nobody does anything.
        (Waiting, CustomerWrote) if !live_chat => to(To::Open, Why::AwaitingAgentAssignment, Opens),
        (Waiting, Picked) => to(To::Active, Why::InConversation, Opens),
        (Waiting, TransferredToAgent { by_supervisor: true }) => to(To::Active, Why::AwaitingAgentAcceptance, Opens),
        (Waiting, Idle) => to(To::Closed, Why::AutoClosedFromWaiting, Stays),

        // Wrap-up → Closed: X after End, or the clock.
        (WrapUp { begun }, AgentClosedSession) => to(To::Closed, closed_after(begun), Closes(closure_after(begun))),
        (WrapUp { .. }, Idle | AgentDeactivated) => to(To::Closed, Why::AutoClosedBySystem, Closes(Closure::AutoClose)),

        // Whatever is not closed: a supervisor closes it.
        (Closed, ForceClosed) => None,
        (Waiting, ForceClosed) => to(To::Closed, Why::ForceClosedBySupervisor, Stays),
        (_, ForceClosed) => to(To::Closed, Why::ForceClosedBySupervisor, Closes(Closure::ForceClose)),

        _ => None,
    }
}

/// Who brought the conversation to its end, said again when it closes.
fn closed_after(begun: StatusReason) -> StatusReason {
    match begun {
        StatusReason::AgentMovedToWrapUp => StatusReason::EndedByAgent,
        _ => StatusReason::CustomerDisconnectedOrLeftActive,
    }
}

fn closure_after(begun: StatusReason) -> ClosureReason {
    match begun {
        StatusReason::AgentMovedToWrapUp => ClosureReason::AgentEndConversation,
        StatusReason::CustomerMovedToWrapUp => ClosureReason::CustomerEndConversation,
        _ => ClosureReason::CustomerDisconnect,
    }
}

/// Why there is no such move, in words that help whoever tried.
pub(crate) fn refusal(state: State, happening: Happening) -> Refusal {
    match (state, happening) {
        (_, Happening::CustomerEnded) if !matches!(state, State::WrapUp { .. } | State::Closed) => {
            Refusal::conflict("not_live_chat", "only the agents end a conversation that is not live chat")
        }
        (State::WrapUp { .. } | State::Closed, _) => {
            Refusal::conflict("conversation_ended", "this conversation has ended")
        }
        (_, Happening::SupervisorAssigned | Happening::SupervisorAssignedToQueue) => {
            Refusal::conflict("conversation_not_open", "only open conversations are assigned; transfer this one")
        }
        (State::Open, Happening::SupervisorWrote) => {
            let detail = "a live chat does not wait for its customer: assign it to somebody who answers";
            Refusal::conflict("live_chat", detail)
        }
        (_, Happening::SupervisorWrote) => {
            let detail = "only customers of open conversations are written to; this one is not open";
            Refusal::conflict("conversation_not_open", detail)
        }
        (State::Offered, Happening::Picked) => {
            Refusal::conflict("already_assigned", "this conversation was just assigned to somebody")
        }
        (State::Offered, _) => Refusal::conflict("offer_not_accepted", "the offer has not been accepted yet"),
        (State::Active, Happening::Accepted) => {
            Refusal::conflict("already_accepted", "this conversation has been accepted already")
        }
        (State::Active, Happening::Rejected) => {
            Refusal::conflict("already_accepted", "this conversation has been accepted, it can no longer be rejected")
        }
        (State::Active, _) => Refusal::conflict("already_assigned", "this conversation is assigned to somebody"),
        (State::Open | State::Waiting, _) => {
            Refusal::conflict("conversation_not_active", "this conversation is not active")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STATES: [State; 6] = [
        State::Open,
        State::Offered,
        State::Active,
        State::Waiting,
        State::WrapUp { begun: StatusReason::AgentMovedToWrapUp },
        State::Closed,
    ];

    const HAPPENINGS: [Happening; 25] = [
        Happening::Assigned,
        Happening::Accepted,
        Happening::Rejected,
        Happening::OfferTimedOut,
        Happening::OfferNeverShown,
        Happening::Picked,
        Happening::AgentEnded,
        Happening::AgentClosedSession,
        Happening::Released,
        Happening::AgentGone,
        Happening::AgentDeactivated,
        Happening::TransferredToAgent { by_supervisor: false },
        Happening::TransferredToQueue { by_supervisor: false },
        Happening::TransferredToAgent { by_supervisor: true },
        Happening::TransferredToEmptyQueue,
        Happening::OverflowEnds { waiting: false },
        Happening::OverflowTransfers { waiting: true },
        Happening::SupervisorAssigned,
        Happening::SupervisorAssignedToQueue,
        Happening::SupervisorWrote,
        Happening::ForceClosed,
        Happening::CustomerWrote,
        Happening::CustomerEnded,
        Happening::CustomerGone,
        Happening::Idle,
    ];

    fn moves(mode: ConversationMode) -> Vec<(State, Happening, ConversationStatus)> {
        let pairs = STATES.into_iter().flat_map(|state| HAPPENINGS.map(|happening| (state, happening)));
        pairs.filter_map(|(state, happening)| Some((state, happening, next(state, happening, mode)?.to))).collect()
    }

    #[test]
    fn live_chat_never_waits_and_closed_is_final_in_every_mode() {
        let live_chat = moves(ConversationMode::LiveChat);
        assert!(live_chat.iter().all(|(.., to)| *to != ConversationStatus::Waiting));
        for mode in [ConversationMode::LiveChat, ConversationMode::PersistentChat, ConversationMode::Asynchronous] {
            assert!(moves(mode).iter().all(|(from, ..)| *from != State::Closed));
        }
    }

    #[test]
    fn only_live_chat_ends_with_its_customer_and_persistent_chat_lives_like_the_asynchronous() {
        let by_customer = |happening| matches!(happening, Happening::CustomerEnded | Happening::CustomerGone);
        let asynchronous = moves(ConversationMode::Asynchronous);
        assert!(asynchronous.iter().all(|(_, happening, _)| !by_customer(*happening)));
        assert_eq!(asynchronous, moves(ConversationMode::PersistentChat));
        let live_chat = moves(ConversationMode::LiveChat);
        assert_eq!(live_chat.iter().filter(|(_, happening, _)| by_customer(*happening)).count(), 6);
    }

    #[test]
    fn nothing_but_an_acceptance_or_a_pick_leads_into_a_conversation() {
        for mode in [ConversationMode::LiveChat, ConversationMode::Asynchronous] {
            for (state, happening) in STATES.into_iter().flat_map(|state| HAPPENINGS.map(|it| (state, it))) {
                let found = next(state, happening, mode);
                if found.is_some_and(|found| found.reason == StatusReason::InConversation) {
                    assert!(matches!(happening, Happening::Accepted | Happening::Picked), "{state:?} {happening:?}");
                }
            }
        }
    }
}
