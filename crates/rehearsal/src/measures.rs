//! What is said of a run: waits, service level, abandonment, occupancy and transfers, over all, by queue and by hour of
//! the week. Knows nothing of how a run came about or of how a report looks.

use crate::hours::{HOUR_MS, HOURS_OF_WEEK, WeekHours};
use crate::occupancy::Use;
use crate::set_up::SetUp;
use crate::world::{Ending, Outcome, Visit};
use frontdesk_model::{Queue, QueueId};
use serde::Serialize;
use std::collections::BTreeMap;

/// Everything about one run.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Measures {
    /// "old", "new".
    pub name: String,
    pub agents: usize,
    pub all: Figures,
    pub queues: Vec<QueueMeasures>,
    /// By hour of the week, Monday from midnight; 168.
    pub hours: Vec<Figures>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct QueueMeasures {
    pub id: QueueId,
    pub name: String,
    pub all: Figures,
    pub hours: Vec<Figures>,
}

/// Of those who came in a stretch of time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Figures {
    pub arrivals: u64,
    pub answered: u64,
    /// Gave up.
    pub left: u64,
    /// Closed unanswered by the organisation.
    pub sent_away: u64,
    pub still_waiting: u64,
    /// The set-up has no place for them.
    pub refused: u64,
    /// Until they were answered, or no longer waited. None where nobody came.
    pub wait_ms_p50: Option<u64>,
    pub wait_ms_p90: Option<u64>,
    pub wait_ms_p99: Option<u64>,
    pub wait_ms_mean: Option<f64>,
    /// Answered in time, of all but those who left sooner than counts.
    pub service_level: Option<f64>,
    /// Left, of all but those who left sooner than counts.
    pub abandonment: Option<f64>,
    /// Of the agents' units while they were on line.
    pub occupancy: Option<f64>,
    /// On average.
    pub agents_on_line: Option<f64>,
    pub transfers: u64,
}

/// What counts as in time and as leaving; by default each queue says it for itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Terms {
    pub within_ms: Option<u64>,
}

pub fn measure(name: &str, set_up: &SetUp, outcome: &Outcome, terms: Terms) -> Measures {
    let hours = WeekHours::in_zone(&set_up.settings().time_zone);
    let queues: BTreeMap<QueueId, &Queue> = set_up.queues().iter().map(|queue| (queue.id, queue)).collect();
    let mut all = Group::default();
    let mut by_hour = vec![Group::default(); HOURS_OF_WEEK];
    let mut by_queue: BTreeMap<QueueId, (Group, Vec<Group>)> = BTreeMap::new();
    let mut clock = HourClock { hours: &hours, known: None };
    for visit in &outcome.visits {
        let hour = clock.hour_of_week(visit.arrived_at);
        let queue = visit.queue_id.and_then(|id| queues.get(&id));
        let counted = Counted::of(visit, queue.copied(), terms);
        all.add(counted);
        by_hour[hour].add(counted);
        if let Some(queue) = queue {
            let (whole, hours) =
                by_queue.entry(queue.id).or_insert_with(|| (Group::default(), vec![Group::default(); HOURS_OF_WEEK]));
            whole.add(counted);
            hours[hour].add(counted);
        }
    }
    let used = used_by_hour(outcome, &hours);
    let span_ms = outcome.until.since(outcome.from) as f64;
    let whole = used.iter().fold(Use::default(), |mut sum, (used, _)| {
        sum.add(*used);
        sum
    });
    let of_queue = |queue: &Queue| {
        let (group, hours) = by_queue.remove(&queue.id).unwrap_or_default();
        let mut all = group.figures();
        let mut members = Use::default();
        queue
            .members
            .iter()
            .filter_map(|id| outcome.occupancy.agents.get(id))
            .for_each(|agent| members.add(agent.used));
        all.occupancy = members.share();
        all.agents_on_line = Some(members.on_line_ms / span_ms);
        let hours = hours.into_iter().map(Group::figures).collect();
        QueueMeasures { id: queue.id, name: queue.name.clone(), all, hours }
    };
    let mut queues: Vec<QueueMeasures> = set_up.queues().iter().map(of_queue).collect();
    queues.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
    let with_use = |group: Group, used: Use, ms: f64| {
        let mut figures = group.figures();
        figures.occupancy = used.share();
        figures.agents_on_line = (ms > 0.0).then(|| used.on_line_ms / ms);
        figures
    };
    Measures {
        name: name.to_owned(),
        agents: set_up.staff().len(),
        all: with_use(all, whole, span_ms),
        queues,
        hours: by_hour.into_iter().zip(used).map(|(group, (used, ms))| with_use(group, used, ms)).collect(),
    }
}

/// The use of each hour of the week, and how much of the run fell into it.
fn used_by_hour(outcome: &Outcome, hours: &WeekHours) -> Vec<(Use, f64)> {
    let mut used = vec![(Use::default(), 0.0); HOURS_OF_WEEK];
    let span_ms = outcome.until.since(outcome.from);
    for hour in 0..span_ms.div_ceil(HOUR_MS) {
        let begins = outcome.from + hour * HOUR_MS;
        let slot = &mut used[hours.hour_of_week(begins)];
        let in_hour = usize::try_from(hour).ok().and_then(|hour| outcome.occupancy.hours.get(hour));
        slot.0.add(in_hour.copied().unwrap_or_default());
        slot.1 += HOUR_MS.min(span_ms - hour * HOUR_MS) as f64;
    }
    used
}

/// Arrivals come in order, so the hour is looked up once for each hour.
struct HourClock<'a> {
    hours: &'a WeekHours,
    known: Option<(i64, usize)>,
}

impl HourClock<'_> {
    fn hour_of_week(&mut self, at: frontdesk_model::Timestamp) -> usize {
        // Time zones differ from UTC by quarters of an hour.
        let quarter = at.0.div_euclid(HOUR_MS as i64 / 4);
        match self.known {
            Some((known, hour)) if known == quarter => hour,
            _ => {
                let hour = self.hours.hour_of_week(at);
                self.known = Some((quarter, hour));
                hour
            }
        }
    }
}

#[derive(Clone, Copy)]
struct Counted {
    visit: Visit,
    in_time: bool,
    /// Left so soon that it does not count.
    passes_by: bool,
}

impl Counted {
    fn of(visit: &Visit, queue: Option<&Queue>, terms: Terms) -> Counted {
        let defaults = Queue::default();
        let queue = queue.unwrap_or(&defaults);
        let within_ms = terms.within_ms.unwrap_or(queue.service_level_ms);
        Counted {
            visit: *visit,
            in_time: visit.ending == Ending::Answered && visit.wait_ms <= within_ms,
            passes_by: visit.ending == Ending::Left && visit.wait_ms < queue.short_abandon_ms,
        }
    }
}

#[derive(Clone, Debug, Default)]
struct Group {
    waits: Vec<u64>,
    figures: Figures,
    in_time: u64,
    passing_by: u64,
}

impl Group {
    fn add(&mut self, counted: Counted) {
        let figures = &mut self.figures;
        figures.arrivals += 1;
        figures.transfers += u64::from(counted.visit.transfers);
        match counted.visit.ending {
            Ending::Answered => figures.answered += 1,
            Ending::Left => figures.left += 1,
            Ending::SentAway => figures.sent_away += 1,
            Ending::StillWaiting => figures.still_waiting += 1,
            Ending::Refused => figures.refused += 1,
        }
        if counted.visit.ending != Ending::Refused {
            self.waits.push(counted.visit.wait_ms);
        }
        self.in_time += u64::from(counted.in_time);
        self.passing_by += u64::from(counted.passes_by);
    }

    fn figures(mut self) -> Figures {
        self.waits.sort_unstable();
        let waits = &self.waits;
        let counting = self.figures.arrivals - self.passing_by;
        let share = |part: u64| (counting > 0).then(|| part as f64 / counting as f64);
        Figures {
            wait_ms_p50: percentile(waits, 50),
            wait_ms_p90: percentile(waits, 90),
            wait_ms_p99: percentile(waits, 99),
            wait_ms_mean: (!waits.is_empty())
                .then(|| waits.iter().map(|ms| *ms as f64).sum::<f64>() / waits.len() as f64),
            service_level: share(self.in_time),
            abandonment: share(self.figures.left - self.passing_by),
            ..self.figures
        }
    }
}

/// By the nearest rank: a wait that somebody really had.
fn percentile(sorted: &[u64], percent: usize) -> Option<u64> {
    let rank = (sorted.len() * percent).div_ceil(100).max(1);
    sorted.get(rank - 1).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_waits_that_somebody_had() {
        let hundred: Vec<u64> = (1..=100).collect();
        for (sorted, percent, expected) in
            [(&hundred[..], 50, Some(50)), (&hundred, 99, Some(99)), (&[7], 99, Some(7)), (&[], 50, None)]
        {
            assert_eq!(percentile(sorted, percent), expected);
        }
    }
}
