//! Queue segments: one row for each stay of a conversation in a queue, from entering it to leaving it for another, to
//! Waiting or to the end. Derived here and nowhere else, from what the conversation is after each step and from how its
//! sessions end. Knows nothing of why a conversation moves, nor of averages.

use crate::Engine;
use frontdesk_model::{
    AgentId, ClosureReason, Conversation, ConversationId, ConversationStatus, QueueId, QueueSegment, SegmentClosure,
    SegmentCreation, Session, StatusReason, Timestamp,
};

/// What makes a stay this one: another queue, or another place in the line, is another stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stay {
    queue_id: QueueId,
    queued_at: Option<Timestamp>,
}

impl Stay {
    /// None: in no queue now.
    fn of(conversation: &Conversation) -> Option<Stay> {
        use ConversationStatus::*;
        let stays = matches!(conversation.status, Open | Active | WrapUp);
        let stay = |queue_id| Stay { queue_id, queued_at: conversation.queued_at };
        conversation.queue_id.filter(|_| stays).map(stay)
    }
}

/// A stay that has not ended: what its row cannot take from the conversation.
#[derive(Clone)]
pub(crate) struct OpenSegment {
    stay: Stay,
    number: u32,
    declines: u32,
    source_queue_id: Option<QueueId>,
    creation_reason: SegmentCreation,
    started_at: Timestamp,
    /// None: nobody was offered it.
    work: Option<Box<Work>>,
    /// What the conversation's sums were when it entered.
    talk_before_ms: u64,
    wrap_up_before_ms: u64,
    unsaved: bool,
}

/// What agents did of it during a stay.
#[derive(Clone, Default, PartialEq)]
struct Work {
    assigned_at: Option<Timestamp>,
    accepted_at: Option<Timestamp>,
    agent_id: Option<AgentId>,
    talk_ms: u64,
    wrap_up_ms: u64,
}

impl OpenSegment {
    fn restored(row: &QueueSegment, stay: Stay, conversation: &Conversation) -> OpenSegment {
        let work = Work {
            assigned_at: row.agent_assigned_at,
            accepted_at: row.agent_accepted_at,
            agent_id: row.agent_id,
            talk_ms: row.talk_ms,
            wrap_up_ms: row.wrap_up_ms,
        };
        OpenSegment {
            stay,
            number: row.number,
            declines: row.declines,
            source_queue_id: row.source_queue_id,
            creation_reason: row.creation_reason,
            started_at: row.started_at,
            talk_before_ms: conversation.talk_ms.saturating_sub(work.talk_ms),
            wrap_up_before_ms: conversation.wrap_up_ms.saturating_sub(work.wrap_up_ms),
            work: (work != Work::default()).then(|| Box::new(work)),
            unsaved: false,
        }
    }

    /// As it is stored while it lasts.
    pub fn row(&self, conversation_id: ConversationId) -> QueueSegment {
        let nothing = Work::default();
        let work = self.work.as_deref().unwrap_or(&nothing);
        QueueSegment {
            conversation_id,
            number: self.number,
            queue_id: self.stay.queue_id,
            source_queue_id: self.source_queue_id,
            target_queue_id: None,
            started_at: self.started_at,
            ended_at: None,
            agent_assigned_at: work.assigned_at,
            agent_accepted_at: work.accepted_at,
            agent_id: work.agent_id,
            closed_at: None,
            abandoned: false,
            creation_reason: self.creation_reason,
            closure_reason: None,
            session_closure: None,
            first_wait_ms: work.accepted_at.map(|at| at.since(self.started_at)),
            talk_ms: work.talk_ms,
            wrap_up_ms: work.wrap_up_ms,
            declines: self.declines,
        }
    }

    /// First offered, first accepted; who accepted last; and the times.
    fn follow(&mut self, conversation: &Conversation, session: Option<&Session>) {
        let before = self.work.as_deref().cloned().unwrap_or_default();
        let mut work = before.clone();
        work.talk_ms = conversation.talk_ms - self.talk_before_ms;
        work.wrap_up_ms = conversation.wrap_up_ms - self.wrap_up_before_ms;
        if let Some(session) = session {
            work.assigned_at = work.assigned_at.or(session.agent_assigned_at);
            if let Some(accepted_at) = session.agent_accepted_at {
                work.accepted_at.get_or_insert(accepted_at);
                work.agent_id = session.agent_id;
            }
        }
        if work != before {
            self.unsaved = true;
            self.work = Some(Box::new(work));
        }
    }
}

impl Engine {
    /// Brings the conversation's stay in line with what it is now.
    pub(crate) fn sync_segment(&mut self, id: ConversationId, now: Timestamp) {
        let Some(held) = self.conversations.get_mut(&id) else { return };
        let stay = Stay::of(&held.conversation);
        if held.segment.as_ref().map(|segment| segment.stay) != stay {
            let left = self.end_stay(id, stay, now);
            if let Some(stay) = stay {
                self.begin_stay(id, stay, left, now);
            }
        }
        let Some(held) = self.conversations.get_mut(&id) else { return };
        let Some(segment) = &mut held.segment else { return };
        segment.follow(&held.conversation, held.session.as_ref());
        if std::mem::take(&mut segment.unsaved) {
            self.outbox.save_segment(segment.row(id));
        }
    }

    /// A session of this stay has ended, and the next image says what became of the conversation.
    pub(crate) fn segment_session_ends(&mut self, id: ConversationId, reason: ClosureReason) {
        let held = self.edit_quietly(id);
        held.session_closure = Some(reason);
        if let Some(segment) = &mut held.segment
            && matches!(reason, ClosureReason::AgentReject | ClosureReason::AgentTimeout)
        {
            segment.declines += 1;
            segment.unsaved = true;
        }
    }

    /// The queue of the stay that ended.
    fn end_stay(&mut self, id: ConversationId, next: Option<Stay>, now: Timestamp) -> Option<QueueId> {
        let held = self.conversations.get_mut(&id)?;
        let mut segment = held.segment.take()?;
        let conversation = &held.conversation;
        segment.follow(conversation, None);
        let mut row = segment.row(id);
        row.ended_at = Some(now);
        row.closed_at = conversation.closed_at;
        row.target_queue_id = next.map(|next| next.queue_id);
        row.first_wait_ms.get_or_insert(now.since(row.started_at));
        row.closure_reason = Some(why_left(conversation, held.session_closure));
        if conversation.status == ConversationStatus::Closed {
            row.session_closure = held.session_closure;
            row.abandoned = row.agent_accepted_at.is_none() && left_by_customer(conversation);
        }
        let left = row.queue_id;
        self.outbox.save_segment(row);
        Some(left)
    }

    fn begin_stay(&mut self, id: ConversationId, stay: Stay, left: Option<QueueId>, now: Timestamp) {
        let session_closure = self.conversations[&id].session_closure;
        let conversation = self.edit(id);
        conversation.demand.segments += 1;
        // What was written before stays were recorded has its first one now.
        let first = stay.queued_at.filter(|_| conversation.demand.segments == 1);
        let segment = OpenSegment {
            stay,
            number: conversation.demand.segments,
            declines: 0,
            source_queue_id: left,
            creation_reason: why_entered(conversation, left.is_some(), session_closure, now),
            started_at: first.unwrap_or(now),
            work: None,
            talk_before_ms: conversation.talk_ms,
            wrap_up_before_ms: conversation.wrap_up_ms,
            unsaved: true,
        };
        self.edit_quietly(id).segment = Some(segment);
    }

    pub(crate) fn load_segments(&mut self, segments: Vec<QueueSegment>) {
        for row in segments.into_iter().filter(|segment| segment.ended_at.is_none()) {
            let Some(held) = self.conversations.get_mut(&row.conversation_id) else { continue };
            if let Some(stay) = Stay::of(&held.conversation).filter(|stay| stay.queue_id == row.queue_id) {
                held.segment = Some(OpenSegment::restored(&row, stay, &held.conversation));
            }
        }
    }

    /// While it is in a queue, a conversation has one open segment, of that queue, that says what its session says.
    pub(crate) fn audit_segment(&self, conversation: &Conversation) -> Option<String> {
        let row = self.segment(conversation.id);
        let session = self.session(conversation.id);
        let sound = match (Stay::of(conversation), &row) {
            (None, None) => true,
            (Some(stay), Some(row)) => {
                let accepted = session.is_some_and(|session| session.agent_accepted_at.is_some());
                row.queue_id == stay.queue_id
                    && row.number == conversation.demand.segments
                    && row.ended_at.is_none()
                    && row.agent_assigned_at >= row.agent_accepted_at.and(Some(row.started_at))
                    && (!accepted || row.agent_accepted_at.is_some() && row.agent_id == conversation.active_agent_id)
                    && row.first_wait_ms.is_some() == row.agent_accepted_at.is_some()
                    && row.talk_ms <= conversation.talk_ms
                    && row.wrap_up_ms <= conversation.wrap_up_ms
            }
            _ => false,
        };
        (!sound).then(|| format!("conversation {} is {:?}, its segment {row:?}", conversation.id, conversation.status))
    }
}

/// Where it went. Overflow shows in how the session ended.
fn why_left(after: &Conversation, session_closure: Option<ClosureReason>) -> SegmentClosure {
    use ClosureReason::*;
    match (after.status, session_closure) {
        (ConversationStatus::Waiting, _) => SegmentClosure::Waiting,
        (ConversationStatus::Closed, Some(OverflowEndConversation | InqueueOverflowEndConversation)) => {
            SegmentClosure::OverflowEndConversation
        }
        (ConversationStatus::Closed, _) => SegmentClosure::EndConversation,
        (_, Some(OverflowQueueTransfer | InqueueOverflowQueueTransfer)) => SegmentClosure::OverflowQueueTransfer,
        _ => SegmentClosure::TransferOut,
    }
}

/// Where it came from: another stay, the customer who had been waited for, or outside.
fn why_entered(
    after: &Conversation,
    from_another: bool,
    session_closure: Option<ClosureReason>,
    now: Timestamp,
) -> SegmentCreation {
    use ClosureReason::{InqueueOverflowQueueTransfer, OverflowQueueTransfer};
    if matches!(session_closure, Some(OverflowQueueTransfer | InqueueOverflowQueueTransfer)) {
        SegmentCreation::Overflow
    } else if from_another {
        SegmentCreation::TransferIn
    } else if after.demand.segments == 1 {
        SegmentCreation::DirectQueueEntry
    } else if after.queued_at == Some(now) {
        SegmentCreation::CustomerReturned
    } else {
        // What is reopened keeps the time of its last queue.
        SegmentCreation::Reopened
    }
}

fn left_by_customer(conversation: &Conversation) -> bool {
    matches!(
        conversation.status_reason,
        StatusReason::CustomerDisconnectedOrLeftOpen | StatusReason::CustomerDisconnectedOrLeftActive
    )
}
