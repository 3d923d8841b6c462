//! A second, independent reading of data-model.md §12: which moves a conversation may make, why, and when the clock
//! makes them. Plain functions over rows; knows nothing of how the engine goes about it.

use crate::record::Record;
use crate::workplaces::Workplaces;
use frontdesk_engine::{BulkAct, Input};
use frontdesk_model::*;

/// What can move a conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    Starts,
    Routing,
    CustomerWrites,
    CustomerEnds,
    Picks,
    Rejects,
    AgentEnds,
    AgentCloses,
    Releases,
    TransfersToAgent,
    TransfersToQueue,
    /// A supervisor, what is Open.
    Assigns,
    AssignsToQueue,
    /// A supervisor, to the customer of what is Open.
    SupervisorWrites,
    ForceCloses,
    /// Their agent may work here no longer.
    Deactivated,
    // --- by the clock, each only when its time has come ---
    CustomerGone,
    OfferExpires,
    AgentGone,
    AutoClose,
    Inactivity,
    /// The queue sends on or away whoever waits too long.
    Overflows,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lives {
    All,
    LiveChat,
    /// Asynchronous channels and persistent chat.
    Others,
}

/// One row of the table of moves.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    pub name: &'static str,
    from: Option<ConversationStatus>,
    to: ConversationStatus,
    lives: Lives,
    /// Where it matters whether the agent had accepted.
    accepted: Option<bool>,
    cause: Cause,
}

/// The facts of one move; the state before is None for what was not there.
#[derive(Clone, Copy, Debug)]
pub struct Move {
    pub from: Option<ConversationStatus>,
    pub to: ConversationStatus,
    pub live_chat: bool,
    pub accepted: bool,
    /// Another session than before: the conversation was Open in between.
    pub new_session: bool,
    /// Why the session ended that was open before; None where it goes on.
    pub closure: Option<ClosureReason>,
    /// Alarms that ring late ring together: what is known of the session may be what a later one did.
    pub may_have_gone_on: bool,
}

impl Rule {
    pub fn all() -> impl Iterator<Item = &'static Rule> {
        RULES.iter()
    }

    /// Why the session ended that was open before; empty where it goes on, or where there was none.
    fn closures(&self) -> &'static [ClosureReason] {
        use ClosureReason::*;
        match (self.cause, self.from) {
            (_, None | Some(Waiting)) | (Starts | Routing | Picks | CustomerWrites | AgentEnds | Inactivity, _) => &[],
            (Assigns, _) => &[],
            (AssignsToQueue, _) => &[SupervisorAssignToQueue],
            (SupervisorWrites, _) => &[AgentMovedConversationToWaiting],
            (ForceCloses, _) => &[ForceClose],
            (Overflows, _) if self.to == Open => &[InqueueOverflowQueueTransfer],
            (Overflows, _) => &[InqueueOverflowEndConversation],
            (CustomerEnds | CustomerGone, _) if self.to == WrapUp => &[],
            (CustomerEnds, _) => &[CustomerEndConversation],
            (CustomerGone, _) => &[CustomerDisconnect],
            (Rejects, _) => &[AgentReject],
            (OfferExpires, _) => &[AgentTimeout, AgentReRouted],
            (Cause::AgentGone, _) => &[AgentDisconnected],
            (Deactivated, Some(WrapUp)) | (Cause::AutoClose, _) => &[ClosureReason::AutoClose],
            (Deactivated, _) => &[AgentReRouted],
            (Releases, _) => &[AgentTransferToQueue],
            (TransfersToQueue, _) => &[AgentTransferToQueue, SupervisorAssignToQueue],
            (TransfersToAgent, _) => &[AgentTransferred, SupervisorTransferToAgent],
            (AgentCloses, Some(WrapUp)) => &[AgentEndConversation, CustomerEndConversation, CustomerDisconnect],
            (AgentCloses, _) if self.to == Waiting => &[AgentMovedConversationToWaiting],
            (AgentCloses, _) => &[AgentClosed],
        }
    }

    fn ends_session_of(&self, what: &Move) -> bool {
        match (self.closures(), what.closure) {
            ([], closure) => closure.is_none() || what.may_have_gone_on,
            (closures, closure) => closure.is_some_and(|reason| closures.contains(&reason)),
        }
    }

    fn allows(&self, from: Option<ConversationStatus>, to: ConversationStatus, what: &Move, cause: Cause) -> bool {
        self.cause == cause
            && self.from == from
            && self.to == to
            && match self.lives {
                Lives::All => true,
                Lives::LiveChat => what.live_chat,
                Lives::Others => !what.live_chat,
            }
            && self.accepted.is_none_or(|accepted| accepted == what.accepted)
    }
}

/// The rows that together explain the move; None where no row of the table does. The likeliest cause comes first.
///
/// Rows are recorded once a call, so one move here may be two in life: back to the queue and out of it again.
pub fn explain(what: &Move, causes: &[Cause]) -> Option<Vec<&'static Rule>> {
    if what.from == Some(what.to) && !what.new_session {
        return Some(Vec::new());
    }
    let find = |from, to, fits: &dyn Fn(&Rule) -> bool| {
        let by = |cause: &Cause| RULES.iter().find(|rule| rule.allows(from, to, what, *cause) && fits(rule));
        causes.iter().find_map(by)
    };
    if let Some(rule) = find(what.from, what.to, &|rule| rule.ends_session_of(what)) {
        return Some(vec![rule]);
    }
    // Work that came back to the queue may be on offer again at once; nothing else follows by itself.
    let back = find(what.from, Open, &|rule| rule.ends_session_of(what))?;
    let again = find(Some(Open), what.to, &|rule| rule.cause == Routing)?;
    Some(vec![back, again])
}

const fn rule(
    name: &'static str,
    from: Option<ConversationStatus>,
    to: ConversationStatus,
    lives: Lives,
    accepted: Option<bool>,
    cause: Cause,
) -> Rule {
    Rule { name, from, to, lives, accepted, cause }
}

use Cause::*;
use ConversationStatus::{Active, Closed, Open, Waiting, WrapUp};
use Lives::{All, LiveChat, Others};

#[rustfmt::skip]
const RULES: &[Rule] = &[
    rule("(new) -> Open: customer starts", None, Open, All, None, Starts),
    rule("(new) -> Closed: the queue overflows", None, Closed, All, None, Starts),
    rule("Open -> Open: waited too long, to another queue", Some(Open), Open, All, None, Overflows),
    rule("Open -> Closed: waited too long", Some(Open), Closed, All, None, Overflows),
    rule("Open -> Active: agent picks", Some(Open), Active, All, None, Picks),
    rule("Open -> Active: supervisor assigns", Some(Open), Active, All, None, Assigns),
    rule("Open -> Open: supervisor assigns to a queue", Some(Open), Open, All, None, AssignsToQueue),
    rule("Open -> Waiting: supervisor writes to the customer", Some(Open), Waiting, Others, None, SupervisorWrites),
    rule("Open -> Closed: supervisor force-closes", Some(Open), Closed, All, None, ForceCloses),
    rule("Active -> Closed: supervisor force-closes", Some(Active), Closed, All, None, ForceCloses),
    rule("Waiting -> Closed: supervisor force-closes", Some(Waiting), Closed, Others, None, ForceCloses),
    rule("Wrap-up -> Closed: supervisor force-closes", Some(WrapUp), Closed, All, None, ForceCloses),
    rule("Open -> Active: routing assigns", Some(Open), Active, All, None, Routing),
    rule("Open -> Closed: customer ends", Some(Open), Closed, LiveChat, None, CustomerEnds),
    rule("Open -> Closed: customer gone too long", Some(Open), Closed, LiveChat, None, CustomerGone),
    rule("Open -> Closed: live chat auto-closes", Some(Open), Closed, LiveChat, None, AutoClose),
    rule("Open -> Closed: asynchronous auto-closes", Some(Open), Closed, Others, None, AutoClose),
    rule("Active -> Wrap-up: agent ends", Some(Active), WrapUp, All, Some(true), AgentEnds),
    rule("Active -> Wrap-up: customer ends", Some(Active), WrapUp, LiveChat, Some(true), CustomerEnds),
    rule("Active -> Wrap-up: customer gone too long", Some(Active), WrapUp, LiveChat, Some(true), CustomerGone),
    rule("Active -> Closed: customer ends before acceptance", Some(Active), Closed, LiveChat, Some(false), CustomerEnds),
    rule("Active -> Closed: customer gone before acceptance", Some(Active), Closed, LiveChat, Some(false), CustomerGone),
    rule("Active -> Closed: live chat auto-closes", Some(Active), Closed, LiveChat, None, AutoClose),
    rule("Active -> Closed: asynchronous auto-closes", Some(Active), Closed, Others, None, AutoClose),
    rule("Active -> Open: agent rejects", Some(Active), Open, All, Some(false), Rejects),
    rule("Active -> Open: offer expires", Some(Active), Open, All, Some(false), OfferExpires),
    rule("Active -> Open: agent gone too long", Some(Active), Open, All, Some(true), AgentGone),
    rule("Active -> Open: agent deactivated", Some(Active), Open, All, None, Deactivated),
    rule("Wrap-up -> Closed: agent deactivated", Some(WrapUp), Closed, All, None, Deactivated),
    rule("Active -> Open: agent releases", Some(Active), Open, All, Some(true), Releases),
    rule("Active -> Open: transfer to a queue", Some(Active), Open, All, Some(true), TransfersToQueue),
    rule("Active -> Closed: transfer to a queue without members", Some(Active), Closed, All, Some(true), TransfersToQueue),
    rule("Active -> Active: transfer to an agent", Some(Active), Active, All, Some(true), TransfersToAgent),
    rule("Active -> Open: agent closes the session", Some(Active), Open, LiveChat, Some(true), AgentCloses),
    rule("Active -> Waiting: agent closes the session", Some(Active), Waiting, Others, Some(true), AgentCloses),
    rule("Waiting -> Active: agent reopens", Some(Waiting), Active, Others, None, Picks),
    rule("Waiting -> Active: transfer by a supervisor", Some(Waiting), Active, Others, None, TransfersToAgent),
    rule("Waiting -> Open: customer writes", Some(Waiting), Open, Others, None, CustomerWrites),
    rule("Waiting -> Closed: nobody wrote too long", Some(Waiting), Closed, Others, None, Inactivity),
    rule("Wrap-up -> Closed: agent closes the session", Some(WrapUp), Closed, All, None, AgentCloses),
    rule("Wrap-up -> Closed: live chat auto-closes", Some(WrapUp), Closed, LiveChat, None, AutoClose),
    rule("Wrap-up -> Closed: asynchronous auto-closes", Some(WrapUp), Closed, Others, None, AutoClose),
];

/// Why a conversation that stood so may have moved, besides what somebody asked.
pub fn causes_by_itself(
    conversation: &Conversation,
    session: Option<&Session>,
    record: &Record,
    workplaces: &Workplaces,
    now: Timestamp,
) -> impl Iterator<Item = Cause> {
    let by_the_clock = [
        (Cause::CustomerGone, customer_gone_at(conversation, record)),
        (Cause::AutoClose, auto_close_at(conversation, record)),
        (Cause::Inactivity, inactivity_at(conversation, record)),
        (Cause::Overflows, overflow_at(conversation, record)),
        (Cause::OfferExpires, session.and_then(|session| session.offer_expires_at)),
        (Cause::AgentGone, agent_gone_at(conversation, session, workplaces)),
    ];
    by_the_clock.into_iter().filter(move |(_, at)| at.is_some_and(|at| at <= now)).map(|(cause, _)| cause)
}

/// What somebody asked of a conversation that stood so (None: that was not there).
pub fn asked(input: &Input, id: ConversationId, before: Option<&Conversation>) -> Option<Cause> {
    let (conversation_id, cause) = match input {
        Input::StartConversation(new) => (new.id, Cause::Starts),
        Input::CustomerMessage { conversation_id, .. } => (*conversation_id, Cause::CustomerWrites),
        Input::CustomerEnd { conversation_id } => (*conversation_id, Cause::CustomerEnds),
        Input::Pick { conversation_id, .. } => (*conversation_id, Cause::Picks),
        Input::RejectOffer { conversation_id, .. } => (*conversation_id, Cause::Rejects),
        Input::EndConversation { conversation_id, .. } => (*conversation_id, Cause::AgentEnds),
        Input::CloseSession { conversation_id, .. } => (*conversation_id, Cause::AgentCloses),
        Input::Release { conversation_id, .. } => (*conversation_id, Cause::Releases),
        Input::TransferToAgent { conversation_id, .. } => (*conversation_id, Cause::TransfersToAgent),
        Input::TransferToQueue { conversation_id, .. } => (*conversation_id, Cause::TransfersToQueue),
        Input::AssignToAgent { conversation_id, .. } => (*conversation_id, Cause::Assigns),
        Input::AssignToQueue { conversation_id, .. } => (*conversation_id, Cause::AssignsToQueue),
        Input::ForceClose { conversation_id, .. } => (*conversation_id, Cause::ForceCloses),
        Input::Bulk(bulk) => {
            let cause = match bulk.act {
                BulkAct::AssignToAgent { .. } => Cause::Assigns,
                BulkAct::AssignToQueue { .. } => Cause::AssignsToQueue,
                BulkAct::TransferToAgent { .. } => Cause::TransfersToAgent,
                BulkAct::TransferToQueue { .. } => Cause::TransfersToQueue,
                BulkAct::ForceClose => Cause::ForceCloses,
                BulkAct::MessageCustomers { .. } => Cause::SupervisorWrites,
                BulkAct::NotifyAgents { .. } => return None,
            };
            return bulk.conversations.contains(&id).then_some(cause);
        }
        Input::Configure(_) => {
            let deactivates = |piece: &SetUpPiece| match piece {
                SetUpPiece::Agent(agent) => {
                    !agent.active && before.is_some_and(|before| before.active_agent_id == Some(agent.id))
                }
                _ => false,
            };
            return input.pieces().any(deactivates).then_some(Cause::Deactivated);
        }
        _ => return None,
    };
    (conversation_id == id).then_some(cause)
}

/// The words of the contract that a status may carry.
pub fn reasons(status: ConversationStatus, accepted: bool) -> &'static [StatusReason] {
    use StatusReason::*;
    match status {
        Open => &[AwaitingAgentAssignment],
        Active if accepted => &[InConversation],
        Active => &[AwaitingAgentAcceptance, AssignedBySupervisor],
        Waiting => &[AwaitingCustomerResponse],
        WrapUp => &[AgentMovedToWrapUp, CustomerMovedToWrapUp, CustomerDisconnectedOrLeftActive],
        Closed => &[
            EndedByAgent,
            AutoClosedFromWaiting,
            AutoClosedBySystem,
            CustomerDisconnectedOrLeftOpen,
            CustomerDisconnectedOrLeftActive,
            ClosedDueToFailure,
            ForceClosedBySupervisor,
            ClosedDueToOverflow,
        ],
    }
}

// --- the clocks ---

/// Live chat: Open and Active end when the customer is gone for longer than this.
pub fn customer_gone_at(conversation: &Conversation, record: &Record) -> Option<Timestamp> {
    let CustomerPresence::Disconnected { since } = conversation.customer_presence else { return None };
    let minded = conversation.mode.is_live_chat() && matches!(conversation.status, Open | Active);
    let workstream = record.workstreams.get(&conversation.workstream_id)?;
    let limit = workstream.reconnect_within_ms.unwrap_or(record.settings().timers.live_chat_customer_disconnected_ms);
    minded.then(|| since + limit)
}

/// The earliest moment at which nothing having happened closes it; the scan may come later, by one step at most.
pub fn auto_close_at(conversation: &Conversation, record: &Record) -> Option<Timestamp> {
    let timers = &record.settings().timers;
    let live_chat = conversation.mode.is_live_chat();
    let limit = match (conversation.status, live_chat) {
        (Open, true) => timers.live_chat_open_close_ms,
        (Open, false) => timers.asynchronous_open_close_ms,
        (Active, true) => timers.live_chat_active_close_ms,
        (Active, false) if conversation.mode == ConversationMode::PersistentChat => None,
        (Active, false) => timers.asynchronous_active_close_ms,
        (WrapUp, true) => longer(timers.live_chat_wrap_up_close_ms, wrap_up_block_ms(conversation, record)),
        (WrapUp, false) => longer(timers.asynchronous_wrap_up_close_ms, wrap_up_block_ms(conversation, record)),
        (Waiting | Closed, _) => None,
    };
    limit.map(|limit| conversation.modified_at + limit)
}

/// Waiting closes when neither side wrote for so long.
pub fn inactivity_at(conversation: &Conversation, record: &Record) -> Option<Timestamp> {
    let limit = record.workstreams.get(&conversation.workstream_id)?.close_after_inactivity_ms?;
    (conversation.status == Waiting).then(|| conversation.modified_at + limit)
}

/// When its queue sends it on or away; never back to a queue that did so itself.
pub fn overflow_at(conversation: &Conversation, record: &Record) -> Option<Timestamp> {
    let queue = record.queues.get(&conversation.queue_id?).filter(|_| conversation.status == Open)?;
    let setting = queue.overflow_waiting?;
    let possible = match setting.action {
        OverflowAction::EndConversation => true,
        OverflowAction::TransferToQueue { queue_id } => {
            queue_id != queue.id && !conversation.demand.overflowed_from.contains(&queue_id)
        }
        OverflowAction::QueueAnyway => false,
    };
    conversation.queued_at.filter(|_| possible).map(|queued_at| queued_at + setting.after_ms)
}

/// An accepted conversation goes back to its queue when its agent is without a browser for longer than this. What they
/// took up without one after that, they know how to handle without one.
pub fn agent_gone_at(
    conversation: &Conversation,
    session: Option<&Session>,
    workplaces: &Workplaces,
) -> Option<Timestamp> {
    let agent = conversation.active_agent_id.filter(|_| conversation.status == Active)?;
    let accepted_at = session?.agent_accepted_at?;
    workplaces.gone_at(agent).filter(|gone_at| accepted_at < *gone_at)
}

fn longer(close: Option<u64>, block: Option<u64>) -> Option<u64> {
    Some(close?.max(block.unwrap_or(0)))
}

fn wrap_up_block_ms(conversation: &Conversation, record: &Record) -> Option<u64> {
    match record.workstreams.get(&conversation.workstream_id)?.wrap_up_block {
        WrapUpBlock::For { milliseconds } => Some(milliseconds),
        WrapUpBlock::Always | WrapUpBlock::Never => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(from: ConversationStatus, to: ConversationStatus) -> Move {
        let (closure, may_have_gone_on) = (None, false);
        Move { from: Some(from), to, live_chat: true, accepted: true, new_session: false, closure, may_have_gone_on }
    }

    fn names(what: Move, causes: &[Cause]) -> Option<Vec<&'static str>> {
        explain(&what, causes).map(|rules| rules.iter().map(|rule| rule.name).collect())
    }

    #[test]
    fn closed_is_final_whatever_happens() {
        let everything = [Starts, Routing, Picks, CustomerWrites, AgentCloses, AgentGone, TransfersToAgent];
        for to in [Open, Active, Waiting, WrapUp] {
            assert_eq!(names(plain(Closed, to), &everything), None);
        }
    }

    #[test]
    fn live_chat_never_waits_and_the_others_never_reopen_by_x() {
        assert_eq!(names(plain(Active, Waiting), &[AgentCloses]), None);
        assert_eq!(names(Move { live_chat: false, ..plain(Active, Open) }, &[AgentCloses]), None);
        let closure = Some(ClosureReason::AgentMovedConversationToWaiting);
        assert!(names(Move { live_chat: false, closure, ..plain(Active, Waiting) }, &[AgentCloses]).is_some());
    }

    #[test]
    fn a_rejected_offer_may_be_on_offer_again_within_the_same_call() {
        let closure = Some(ClosureReason::AgentReject);
        let again = Move { accepted: false, new_session: true, closure, ..plain(Active, Active) };
        let rows = ["Active -> Open: agent rejects", "Open -> Active: routing assigns"];
        assert_eq!(names(again, &[Routing, Rejects]), Some(rows.to_vec()));
        assert_eq!(names(again, &[Routing]), None);
    }

    #[test]
    fn the_clock_alone_moves_nothing_before_its_time() {
        assert_eq!(names(plain(Open, Closed), &[Routing]), None);
        let closure = Some(ClosureReason::AutoClose);
        assert!(names(Move { closure, ..plain(Open, Closed) }, &[Routing, Cause::AutoClose]).is_some());
    }
}
