//! Operating hours at work: compiled once when put, asked by queues and agents, with one deadline for each that agents
//! keep, so that nobody scans for those who have just come to their desks. Knows no rules of recurrence: those are the
//! calendar's.
//!
//! A queue's hours decide only when something enters it, so they need no clock. An agent's decide whether they can be
//! assigned what already waits.

use crate::Engine;
use crate::deadlines::{Deadline, Slots};
use frontdesk_calendar::Calendar;
use frontdesk_model::{AgentId, OperatingHours, OperatingHoursId, Timestamp};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

#[derive(Clone, Default)]
pub(crate) struct Hours {
    calendars: BTreeMap<OperatingHoursId, Arc<Calendar>>,
    /// The agents who keep each.
    agents: BTreeMap<OperatingHoursId, BTreeSet<AgentId>>,
    /// Where its deadline stands in the ordered set.
    deadlines: Slots,
}

impl Hours {
    /// Without hours somebody is always there; so it is with hours that are unknown.
    pub fn is_open(&self, id: Option<OperatingHoursId>, now: Timestamp) -> bool {
        self.calendar(id).is_none_or(|calendar| calendar.is_open(now.0))
    }

    /// `now` while it is open; none where it never opens again.
    pub fn next_opening(&self, id: Option<OperatingHoursId>, now: Timestamp) -> Option<Timestamp> {
        match self.calendar(id) {
            Some(calendar) => calendar.next_opening(now.0).map(Timestamp),
            None => Some(now),
        }
    }

    fn calendar(&self, id: Option<OperatingHoursId>) -> Option<&Calendar> {
        self.calendars.get(&id?).map(Arc::as_ref)
    }
}

impl Engine {
    /// Hours that are new or were changed; they have been checked.
    pub(crate) fn keep_hours(&mut self, hours: &OperatingHours, now: Timestamp) {
        if let Ok(calendar) = Calendar::compile(&hours.hours) {
            self.hours.calendars.insert(hours.id, Arc::new(calendar));
        }
        self.hours_change(hours.id, now);
    }

    pub(crate) fn drop_hours(&mut self, id: OperatingHoursId, now: Timestamp) {
        self.hours.calendars.remove(&id);
        self.hours_change(id, now);
    }

    /// From now on the agent keeps these hours, and none else.
    pub(crate) fn agent_keeps_hours(
        &mut self,
        agent_id: AgentId,
        former: Option<OperatingHoursId>,
        next: Option<OperatingHoursId>,
        now: Timestamp,
    ) {
        if let Some(former) = former
            && let Some(agents) = self.hours.agents.get_mut(&former)
        {
            agents.remove(&agent_id);
            self.arrange_hours(former, now);
        }
        if let Some(next) = next {
            self.hours.agents.entry(next).or_default().insert(agent_id);
            self.arrange_hours(next, now);
        }
    }

    /// Its deadline has come.
    pub(crate) fn hours_lapse(&mut self, id: OperatingHoursId, now: Timestamp) {
        self.hours.deadlines.forget(Deadline::Hours(id));
        self.hours_change(id, now);
    }

    /// Whoever keeps these hours may have come or gone: their standing is derived anew.
    fn hours_change(&mut self, id: OperatingHoursId, now: Timestamp) {
        for agent_id in self.hours.agents.get(&id).into_iter().flatten() {
            self.changes.unsynced_agents.push(*agent_id);
            self.router.look_at_agent(*agent_id);
        }
        self.arrange_hours(id, now);
    }

    fn arrange_hours(&mut self, id: OperatingHoursId, now: Timestamp) {
        let Hours { calendars, agents, deadlines } = &mut self.hours;
        let kept = agents.get(&id).is_some_and(|agents| !agents.is_empty());
        let next = calendars.get(&id).filter(|_| kept).and_then(|calendar| calendar.next_change(now.0));
        self.deadlines.arrange(Deadline::Hours(id), deadlines, next.map(Timestamp));
    }
}
