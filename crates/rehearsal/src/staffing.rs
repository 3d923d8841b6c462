//! How many agents each hour of a forecast needs: the smallest number with which the simulated service level reaches the
//! target with the confidence asked for. Found by bisection, each number met by the same customers. Knows nothing of who
//! the agents are: the set-up's own, in turn.
//!
//! Each hour is first looked at alone, as if it lasted; then the week is run as a whole with the numbers found, and an
//! hour that inherits too much of the one before gets more.

use crate::demand::{Customer, Demand, Forecast, always_there, by_the_hour};
use crate::hours::{HOUR_MS, HOURS_OF_WEEK, WeekHours};
use crate::set_up::SetUp;
use crate::statistics::{Interval, interval};
use crate::world::{Ending, Outcome, run};
use frontdesk_model::Timestamp;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// "80% in 60s".
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Target {
    /// 0 to 1.
    pub share: f64,
    pub within_ms: u64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Care {
    pub replications: u64,
    pub confidence: f64,
    pub agents_max: u32,
    pub seed: u64,
}

impl Default for Care {
    fn default() -> Self {
        Care { replications: 10, confidence: 0.95, agents_max: 2_000, seed: 1 }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Staffing {
    pub target: f64,
    pub within_ms: u64,
    pub confidence: f64,
    pub replications: u64,
    /// By hour of the week; 168.
    pub hours: Vec<HourStaffing>,
    pub agent_hours: u64,
    /// Over whole weeks with these numbers.
    pub service_level_of_week: Option<f64>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct HourStaffing {
    pub hour: usize,
    /// Expected.
    pub arrivals: f64,
    pub agents: u32,
    /// As if the hour lasted: what is expected, and the least that it is with the confidence asked for.
    pub service_level: f64,
    pub service_level_least: f64,
    /// In the week as a whole, where it inherits from the hour before.
    pub service_level_in_week: Option<f64>,
}

#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum StaffingError {
    #[error("the set-up has no agent in any queue")]
    NoStaff,
    #[error("{arrivals} arrivals an hour are not served in time by {agents_max} agents")]
    Unreachable { arrivals: f64, agents_max: u32 },
}

pub fn staff(set_up: &SetUp, forecast: &Forecast, target: Target, care: Care) -> Result<Staffing, StaffingError> {
    if set_up.staff().is_empty() {
        return Err(StaffingError::NoStaff);
    }
    let mut known: BTreeMap<u64, (u32, Interval)> = BTreeMap::new();
    let mut hours = Vec::with_capacity(HOURS_OF_WEEK);
    for hour in 0..HOURS_OF_WEEK {
        let arrivals = forecast.rate(hour);
        let (agents, level) = match known.get(&arrivals.to_bits()) {
            Some(known) => *known,
            None => smallest(set_up, forecast, arrivals, target, care)?,
        };
        known.insert(arrivals.to_bits(), (agents, level));
        hours.push(HourStaffing {
            hour,
            arrivals,
            agents,
            service_level: level.mean,
            service_level_least: level.lower(),
            service_level_in_week: None,
        });
    }
    let service_level_of_week = run_weeks(set_up, forecast, &mut hours, target, care);
    Ok(Staffing {
        target: target.share,
        within_ms: target.within_ms,
        confidence: care.confidence,
        replications: care.replications,
        agent_hours: hours.iter().map(|hour| u64::from(hour.agents)).sum(),
        hours,
        service_level_of_week,
    })
}

/// Doubled until it is enough, then halved between too few and enough.
fn smallest(
    set_up: &SetUp,
    forecast: &Forecast,
    arrivals: f64,
    target: Target,
    care: Care,
) -> Result<(u32, Interval), StaffingError> {
    if arrivals <= 0.0 {
        return Ok((0, Interval { mean: 1.0, half_width: 0.0 }));
    }
    let demands: Vec<(Arc<[Customer]>, Timestamp, Timestamp)> =
        (0..care.replications).map(|number| steady_hours(forecast, arrivals, care.seed * 1_000 + number)).collect();
    let level = |agents: u32| {
        let staffed = set_up.staffed_by(agents as usize);
        let levels = at_once(&demands, |(customers, counted_from, until)| {
            let from = Timestamp(0);
            let shifts = always_there(&staffed, from);
            let demand = Demand { from, until: *until, customers: customers.clone(), shifts };
            share_in_time(&run(&staffed, &demand), *counted_from, target.within_ms)
        });
        interval(&levels, 2.0 * care.confidence - 1.0)
    };
    let (mut too_few, mut enough) = (0, 1);
    let mut found = level(enough);
    while found.lower() < target.share {
        if enough >= care.agents_max {
            return Err(StaffingError::Unreachable { arrivals, agents_max: care.agents_max });
        }
        (too_few, enough) = (enough, (enough * 2).min(care.agents_max));
        found = level(enough);
    }
    while enough - too_few > 1 {
        let middle = too_few + (enough - too_few) / 2;
        let tried = level(middle);
        if tried.lower() >= target.share { (enough, found) = (middle, tried) } else { too_few = middle }
    }
    Ok((enough, found))
}

/// Long enough for the queue to forget that it began empty, and for enough customers to be counted.
fn steady_hours(forecast: &Forecast, arrivals: f64, seed: u64) -> (Arc<[Customer]>, Timestamp, Timestamp) {
    const CUSTOMERS: f64 = 400.0;
    let warm_up_ms = (10.0 * forecast.mean_talk_ms()) as u64 + HOUR_MS;
    let counted_ms = (CUSTOMERS / arrivals).max(2.0) * HOUR_MS as f64;
    let counted_from = Timestamp(0) + warm_up_ms;
    let until = counted_from + counted_ms as u64;
    let steady = Forecast { arrivals_per_hour: vec![arrivals; HOURS_OF_WEEK], ..forecast.clone() };
    (steady.draw(Timestamp(0), until, &WeekHours::in_zone("UTC"), seed), counted_from, until)
}

fn share_in_time(outcome: &Outcome, counted_from: Timestamp, within_ms: u64) -> f64 {
    let counted = outcome.visits.iter().filter(|visit| visit.arrived_at >= counted_from);
    let (mut in_time, mut all) = (0.0, 0.0);
    for visit in counted {
        all += 1.0;
        in_time += f64::from(u8::from(visit.ending == Ending::Answered && visit.wait_ms <= within_ms));
    }
    if all > 0.0 { in_time / all } else { 1.0 }
}

/// Each on a thread of its own, so many at a time as there are processors.
fn at_once<T: Sync, R: Send>(all: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let mut done = Vec::with_capacity(all.len());
    for some in all.chunks(processors) {
        std::thread::scope(|scope| {
            let threads: Vec<_> = some.iter().map(|one| scope.spawn(|| work(one))).collect();
            for thread in threads {
                match thread.join() {
                    Ok(result) => done.push(result),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
        });
    }
    done
}

/// How often the week is run to mend hours that inherit too much.
const MENDINGS_MAX: u32 = 8;

/// The week as a whole; hours that fall short for what they inherit get one more, until none does.
fn run_weeks(
    set_up: &SetUp,
    forecast: &Forecast,
    hours: &mut [HourStaffing],
    target: Target,
    care: Care,
) -> Option<f64> {
    let zone = WeekHours::in_zone(&set_up.settings().time_zone);
    let from = zone.monday_before(Timestamp(4 * 86_400_000 + 7 * 86_400_000));
    let until = from + 7 * 24 * HOUR_MS;
    let weeks: Vec<_> =
        (0..care.replications).map(|number| forecast.draw(from, until, &zone, care.seed * 2_000 + number)).collect();
    let mut whole = None;
    for mending in 0..=MENDINGS_MAX {
        let numbers: Vec<u32> = hours.iter().map(|hour| hour.agents).collect();
        let staffed = set_up.staffed_by(numbers.iter().copied().max().unwrap_or(0) as usize);
        let shifts = by_the_hour(&staffed, &numbers, from, until, &zone);
        let mut counts = vec![(0u64, 0u64); HOURS_OF_WEEK];
        let outcomes = at_once(&weeks, |customers| {
            run(&staffed, &Demand { from, until, customers: customers.clone(), shifts: shifts.clone() })
        });
        for outcome in outcomes {
            for visit in outcome.visits {
                let slot = &mut counts[zone.hour_of_week(visit.arrived_at)];
                slot.0 += u64::from(visit.ending == Ending::Answered && visit.wait_ms <= target.within_ms);
                slot.1 += 1;
            }
        }
        let share = |(in_time, all): (u64, u64)| (all > 0).then(|| in_time as f64 / all as f64);
        let sum = counts.iter().fold((0, 0), |sum, slot| (sum.0 + slot.0, sum.1 + slot.1));
        whole = share(sum);
        let mut mended = false;
        for (hour, counted) in hours.iter_mut().zip(counts) {
            hour.service_level_in_week = share(counted);
            let falls_short = hour.service_level_in_week.is_some_and(|level| level < target.share);
            if falls_short && mending < MENDINGS_MAX && hour.agents < care.agents_max {
                hour.agents += 1;
                mended = true;
            }
        }
        if !mended {
            break;
        }
    }
    whole
}
