//! What a conversation would come to if it began now: the same classification, the same choice of a queue, the same
//! overflow before it, and nothing of it kept. Knows nothing of agents.

use crate::conversation::starting;
use crate::{Engine, NewConversation, Refusal};
use frontdesk_model::{Conversation, OverflowAction, QueueId, RoutingStep, Timestamp};

/// What rules and queues would decide, and the conversation as they would leave it.
#[derive(Clone, Debug, PartialEq)]
pub struct Trial {
    pub steps: Vec<RoutingStep>,
    /// Where it would wait; none: overflow ends it.
    pub queue_id: Option<QueueId>,
    pub conversation: Conversation,
}

impl Engine {
    /// Refused where a conversation could not begin like this.
    pub fn try_intake(&self, new: NewConversation, now: Timestamp) -> Result<Trial, Refusal> {
        let workstream = self.check_new(&new)?;
        let named = new.queue_id;
        let mut conversation = starting::open(new, workstream, now);
        let entry = self.take_in(&mut conversation, named, now);
        let came_to = conversation.queue_id;
        let mut steps: Vec<RoutingStep> = entry.classified.into_iter().chain([entry.queued]).collect();
        if let (Some(overflowing), Some(queue_id)) = (entry.overflow, came_to) {
            steps.push(overflowing.step(queue_id));
            match overflowing.action {
                OverflowAction::EndConversation => conversation.queue_id = None,
                OverflowAction::TransferToQueue { queue_id } if self.queues.contains_key(&queue_id) => {
                    conversation.queue_id = Some(queue_id);
                }
                OverflowAction::TransferToQueue { .. } | OverflowAction::QueueAnyway => {}
            }
        }
        Ok(Trial { steps, queue_id: conversation.queue_id, conversation })
    }
}
