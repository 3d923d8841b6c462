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

/// Where the deadlines of one owner stand in the ordered set. Of a dozen kinds most have one or two.
#[derive(Clone, Debug, Default)]
pub(crate) struct Slots(Vec<(Deadline, Timestamp)>);

impl Slots {
    /// It has left the ordered set.
    pub fn forget(&mut self, deadline: Deadline) {
        self.0.retain(|(arranged, _)| *arranged != deadline);
    }
}

#[derive(Clone, Default)]
pub(crate) struct Deadlines {
    due: BTreeSet<(Timestamp, Deadline)>,
}

impl Deadlines {
    /// Moves a deadline to `at`. Its owner keeps where it stands, so that an unchanged one costs nothing.
    pub fn arrange(&mut self, deadline: Deadline, slots: &mut Slots, at: Option<Timestamp>) {
        let slot = slots.0.iter().position(|(arranged, _)| *arranged == deadline);
        let former = slot.map(|slot| slots.0[slot].1);
        if former == at {
            return;
        }
        if let (Some(slot), Some(former)) = (slot, former) {
            self.due.remove(&(former, deadline));
            slots.0.swap_remove(slot);
        }
        if let Some(at) = at {
            self.due.insert((at, deadline));
            slots.0.push((deadline, at));
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
