//! Every moment something must happen by itself, in one ordered set. Knows nothing of what happens then.

use crate::{Alarm, AlarmReason};
use frontdesk_model::{AgentId, ConversationId, OperatingHoursId, Timestamp};
use std::collections::BTreeSet;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Deadline {
    Offer(ConversationId),
    CustomerGone(ConversationId),
    AutoClose(ConversationId),
    WrapUpCapacity(ConversationId),
    Reoffer(ConversationId),
    Overflow(ConversationId),
    Hours(OperatingHoursId),
    Relax(ConversationId),
    ProfilesReset(AgentId),
    Consult(ConversationId),
    BrowserRestore(AgentId),
    AgentGone(AgentId),
}

impl Deadline {
    fn reason(self) -> AlarmReason {
        match self {
            Deadline::Offer(_) => AlarmReason::OfferExpires,
            Deadline::CustomerGone(_) => AlarmReason::CustomerGone,
            Deadline::AutoClose(_) => AlarmReason::AutoClose,
            Deadline::WrapUpCapacity(_) => AlarmReason::WrapUpCapacity,
            Deadline::Reoffer(_) => AlarmReason::ReofferAfterDecline,
            Deadline::Overflow(_) => AlarmReason::WaitedTooLong,
            Deadline::Hours(_) => AlarmReason::HoursChange,
            Deadline::Relax(_) => AlarmReason::RuleComesIntoForce,
            Deadline::ProfilesReset(_) => AlarmReason::CapacityReset,
            Deadline::Consult(_) => AlarmReason::ConsultExpires,
            Deadline::BrowserRestore(_) => AlarmReason::BrowserRestore,
            Deadline::AgentGone(_) => AlarmReason::AgentGone,
        }
    }
}

#[derive(Clone, Default)]
pub(crate) struct Deadlines {
    due: BTreeSet<(Timestamp, Deadline)>,
}

impl Deadlines {
    /// Moves a deadline to `at`. Its owner keeps in `slot` where it stands, so that an unchanged one costs nothing.
    pub fn arrange(&mut self, deadline: Deadline, slot: &mut Option<Timestamp>, at: Option<Timestamp>) {
        if *slot == at {
            return;
        }
        if let Some(former) = slot.take() {
            self.due.remove(&(former, deadline));
        }
        if let Some(at) = at {
            self.due.insert((at, deadline));
            *slot = Some(at);
        }
    }

    pub fn first(&self) -> Option<Alarm> {
        self.due.first().map(|(at, deadline)| Alarm { at: *at, reason: deadline.reason() })
    }

    pub fn is_due(&self, now: Timestamp) -> bool {
        self.due.first().is_some_and(|(at, _)| *at <= now)
    }

    pub fn pop_due(&mut self, now: Timestamp) -> Option<Deadline> {
        if self.is_due(now) { self.due.pop_first().map(|(_, deadline)| deadline) } else { None }
    }
}
