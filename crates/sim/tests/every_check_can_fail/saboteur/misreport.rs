//! What is written and told instead of what the engine did, where a lie begins there. Knows no inputs.

use super::{Saboteur, Spoiled, units_imagined};
use frontdesk_engine::Output;
use frontdesk_model::*;
use std::sync::Arc;

impl Saboteur {
    /// What is written and told instead; None: nothing.
    pub(super) fn misreport(&mut self, output: Output) -> Option<Output> {
        match output {
            Output::Row(row) => self.misreport_row(row).map(Output::Row),
            Output::Event { conversation_id, audience, event } => {
                let (audience, event) = self.misreport_event(conversation_id, audience, event)?;
                Some(Output::Event { conversation_id, audience, event })
            }
        }
    }

    fn misreport_row(&mut self, row: Row) -> Option<Row> {
        match (self.how, self.true_row(row)) {
            (Spoiled::GivesOtherReasons | Spoiled::ForgetsWhoCouldNot, Row::RoutingDecision(decision)) => {
                Some(Row::RoutingDecision(Box::new(self.misexplain(*decision))))
            }
            (Spoiled::FavoursSome, Row::RoutingDecision(mut decision)) => {
                let priority = self.priorities.get(&decision.conversation_id).copied().unwrap_or_default();
                if let RoutingStep::Assigned { demand, .. } | RoutingStep::Waits { demand, .. } = &mut decision.step {
                    demand.priority = priority;
                }
                Some(Row::RoutingDecision(decision))
            }
            (Spoiled::ForgetsDecisions, Row::RoutingDecision(decision))
                if matches!(decision.step, RoutingStep::Waits { .. }) =>
            {
                None
            }
            (Spoiled::KeepsStaysOpen, Row::QueueSegment(segment)) => {
                Some(Row::QueueSegment(QueueSegment { ended_at: None, closure_reason: None, ..segment }))
            }
            (Spoiled::LosesStays, Row::QueueSegment(_)) if self.is_nth(10) => None,
            (Spoiled::LosesRows, Row::Conversation(_)) if self.is_nth(20) => None,
            (Spoiled::LosesParticipants, Row::Participant(_)) => None,
            (Spoiled::SkipsANumber, Row::Message(message)) if self.is_nth(5) => {
                Some(Row::Message(Arc::new(Message { number: message.number + 1, ..(*message).clone() })))
            }
            (Spoiled::ForgetsTheWrapUpBlock, Row::Workstream(workstream)) => {
                let wrap_up_block = self.blocks.get(&workstream.id).copied().unwrap_or(WrapUpBlock::Always);
                Some(Row::Workstream(Workstream { wrap_up_block, ..workstream }))
            }
            (Spoiled::OverlooksAgents, Row::Workstream(workstream)) => {
                let allowed_presences = self.presences.get(&workstream.id).cloned().unwrap_or_default();
                Some(Row::Workstream(Workstream { allowed_presences, ..workstream }))
            }
            (Spoiled::PrefersSomeAgents, Row::Agent(agent)) => {
                let capacity_units = agent.capacity_units - units_imagined(agent.id);
                Some(Row::Agent(Agent { capacity_units, ..agent }))
            }
            (Spoiled::OverfillsAgents, Row::Agent(agent)) => {
                Some(Row::Agent(Agent { capacity_units: agent.capacity_units - 5, ..agent }))
            }
            (Spoiled::IgnoresMembership, Row::Queue(queue)) => {
                let members = self.members.get(&queue.id).cloned().unwrap_or_default();
                Some(Row::Queue(Queue { members, ..queue }))
            }
            (Spoiled::ForgetsNewcomers, Row::Queue(mut queue)) => {
                if queue.everyone {
                    queue.members.pop();
                }
                Some(Row::Queue(queue))
            }
            (Spoiled::ReopensAfterTheEnd, Row::Conversation(conversation)) => {
                if conversation.status == ConversationStatus::Closed {
                    self.closed = Some(conversation.clone());
                }
                Some(Row::Conversation(conversation))
            }
            (Spoiled::TouchesClosedOnes, Row::Conversation(conversation)) => {
                if let Some(closed) = self.closed.take() {
                    self.pending.push_back(Output::Row(Row::Conversation(closed)));
                }
                if conversation.status == ConversationStatus::Closed {
                    self.closed = Some(conversation.clone());
                }
                Some(Row::Conversation(conversation))
            }
            (Spoiled::ForgetsMarks, Row::Conversation(conversation)) if conversation.marks.agent_read > 0 => {
                self.seen += 1;
                let marks = if self.seen > 1 { ReadMarks::default() } else { conversation.marks };
                Some(Row::Conversation(Arc::new(Conversation { marks, ..(*conversation).clone() })))
            }
            (_, Row::Conversation(conversation)) => Some(Row::Conversation(self.twist_conversation(conversation))),
            (Spoiled::ForgetsDisplays, Row::Session(session)) => {
                Some(Row::Session(Session { offer_displayed_at: None, ..session }))
            }
            (_, Row::Session(session)) => Some(Row::Session(self.twist_session(session))),
            (_, Row::AgentStatus(status)) => Some(Row::AgentStatus(self.twist_status(status))),
            (_, row) => Some(row),
        }
    }

    fn misreport_event(
        &mut self,
        conversation_id: Option<ConversationId>,
        mut audience: Audience,
        event: Event,
    ) -> Option<(Audience, Event)> {
        let event = match event {
            Event::ConversationChanged { .. } if self.how == Spoiled::LosesEvents && self.is_nth(20) => return None,
            Event::OfferEnded { .. } if self.how == Spoiled::NeverTakesOffersBack => return None,
            Event::AgentNotified { .. } if self.how == Spoiled::ForgetsNotices => return None,
            Event::OfferMade { .. } if self.how == Spoiled::LosesOffers => return None,
            Event::ConversationChanged { conversation } => {
                if self.how == Spoiled::WhispersPastAgents {
                    audience.agents.clear();
                }
                Event::ConversationChanged { conversation: self.twist_conversation(conversation) }
            }
            Event::AgentStatusChanged { status } => Event::AgentStatusChanged { status: self.twist_status(status) },
            Event::MessageAdded { message } => {
                if self.how == Spoiled::ReadsNotesToCustomers {
                    audience.customer_of = conversation_id;
                }
                Event::MessageAdded { message }
            }
            event => event,
        };
        Some((audience, event))
    }

    /// Says that it was the presence, whatever it was; or leaves out who could not take it.
    fn misexplain(&self, mut decision: RoutingDecision) -> RoutingDecision {
        if let RoutingStep::Assigned { considered, .. } | RoutingStep::Waits { considered, .. } = &mut decision.step {
            if self.how == Spoiled::ForgetsWhoCouldNot {
                considered.passed_over.clear();
            }
            for passed_over in &mut considered.passed_over {
                passed_over.reason = PassedOverReason::Presence;
            }
        }
        decision
    }

    /// The same lie wherever the conversation shows.
    pub(super) fn twist_conversation(&self, conversation: Arc<Conversation>) -> Arc<Conversation> {
        let mut twisted = (*conversation).clone();
        match self.how {
            Spoiled::WaitsInLiveChat if twisted.status == ConversationStatus::WrapUp => {
                twisted.status = ConversationStatus::Waiting;
            }
            Spoiled::ForgetsWhenItClosed => twisted.closed_at = None,
            Spoiled::FavoursSome => {
                twisted.priority = self.priorities.get(&twisted.id).copied().unwrap_or(twisted.priority);
            }
            Spoiled::ServesTheLastFirst => {
                twisted.queued_at = twisted.queued_at.map(|at| Timestamp(Timestamp::MAX.0 - at.0));
            }
            Spoiled::ForgetsWhoWaits => twisted.customer_waiting_since = None,
            Spoiled::DreamsUpNames => twisted.customer_name = format!("Customer of engine {}", self.number),
            _ => return conversation,
        }
        Arc::new(twisted)
    }

    pub(super) fn twist_session(&self, mut session: Session) -> Session {
        if self.how == Spoiled::BlamesTheClock && session.closure_reason.is_some() {
            session.closure_reason = Some(ClosureReason::ConversationTimeout);
        }
        session
    }

    pub(super) fn twist_status(&self, mut status: AgentStatus) -> AgentStatus {
        match self.how {
            Spoiled::MiscountsUnits => status.available_units += 1,
            Spoiled::PrefersSomeAgents => {
                status.available_units -= i64::from(units_imagined(status.agent_id));
                status.source = PresenceSource::System;
            }
            Spoiled::OverfillsAgents => {
                status.available_units -= 5;
                // Nor does their presence give it away.
                status.source = PresenceSource::System;
            }
            Spoiled::IgnoresChoices if self.seen == 1 && status.source == PresenceSource::Agent => {
                status.source = PresenceSource::System;
            }
            Spoiled::AlwaysAvailable if status.base == BasePresence::DoNotDisturb => {
                status.base = BasePresence::Available;
            }
            _ => {}
        }
        status
    }
}
