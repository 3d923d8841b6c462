//! A forecast from files: dialogues say what people ask and how long it takes, a profile says how many come in each hour.
//! Knows nothing of set-ups but the workstream they arrive in.

use super::lengths::milliseconds;
use crate::failure::Failure;
use crate::replay::dialogue::{self, Dialogue};
use crate::replay::play::natural;
use clap::Args;
use frontdesk_model::{ContextVariable, WorkstreamId};
use frontdesk_rehearsal::demand::{Forecast, Kind, Spread, asks};
use frontdesk_rehearsal::{HOURS_OF_WEEK, SetUp};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// How people behave where no journal says it
#[derive(Clone, Debug, Args)]
pub struct BehaviourOptions {
    /// How long the average customer waits before leaving; lengths vary exponentially
    #[arg(long, value_name = "LENGTH", default_value = "10m", value_parser = milliseconds)]
    pub patience: u64,
    /// The average wrap-up after a conversation
    #[arg(long, value_name = "LENGTH", default_value = "30s", value_parser = milliseconds)]
    pub wrap_up: u64,
    /// How long agents take to accept on average
    #[arg(long, value_name = "LENGTH", default_value = "5s", value_parser = milliseconds)]
    pub accept: u64,
    /// The workstream in which conversations arrive, by name; without it the first one that pushes
    #[arg(long, value_name = "NAME")]
    pub workstream: Option<String>,
}

/// Where the kinds of customers come from.
pub enum Talks<'a> {
    /// One dialogue a line; how long each takes follows from its turns, and `service` is set as a context variable.
    Dialogues(&'a PathBuf),
    /// Of this length on average, varying as logarithms do, by 0.8 of it.
    Mean(u64),
}

pub fn forecast(
    arrivals: &Path,
    talks: &Talks,
    behaviour: &BehaviourOptions,
    set_up: &SetUp,
) -> Result<Forecast, Failure> {
    let arrivals_per_hour = profile(arrivals)?;
    let workstream_id = workstream(behaviour.workstream.as_deref(), set_up)?;
    let kinds = match talks {
        Talks::Dialogues(file) => kinds_of(&dialogue::read(file, None)?, workstream_id),
        Talks::Mean(ms) => {
            let talk = Spread::Lognormal { mean_ms: (*ms).max(1) as f64, variation: 0.8 };
            vec![Kind { weight: 1.0, asks: asks(workstream_id), talk }]
        }
    };
    if kinds.is_empty() {
        return Err(Failure::usage("the file of dialogues is empty"));
    }
    let exponential = |ms: u64| match ms {
        0 => Spread::Constant { ms: 0 },
        ms => Spread::Exponential { mean_ms: ms as f64 },
    };
    Ok(Forecast {
        arrivals_per_hour,
        kinds,
        patience: Some(exponential(behaviour.patience.max(1))),
        wrap_up: exponential(behaviour.wrap_up),
        accept: exponential(behaviour.accept),
    })
}

/// 24 rates (each day alike) or 168 (Monday from midnight), separated by spaces, commas or lines; `#` begins a comment.
pub fn profile(file: &Path) -> Result<Vec<f64>, Failure> {
    let text = std::fs::read_to_string(file)
        .map_err(|error| Failure::usage(format!("{} cannot be read: {error}", file.display())))?;
    rates(&text).map_err(|wrong| Failure::usage(format!("{}: {wrong}", file.display())))
}

fn rates(text: &str) -> Result<Vec<f64>, String> {
    let mut rates = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let line = line.split('#').next().unwrap_or_default();
        for word in line.split(|letter: char| letter.is_whitespace() || letter == ',').filter(|word| !word.is_empty()) {
            match word.parse::<f64>() {
                Ok(rate) if (0.0..=1_000_000.0).contains(&rate) => rates.push(rate),
                _ => return Err(format!("line {}: '{word}' is not a number of arrivals an hour", number + 1)),
            }
        }
    }
    match rates.len() {
        24 => Ok(rates.iter().copied().cycle().take(HOURS_OF_WEEK).collect()),
        HOURS_OF_WEEK => Ok(rates),
        count => Err(format!("there are {count} rates, not 24 (a day) or 168 (a week)")),
    }
}

/// One kind for each service, with the lengths of its dialogues.
fn kinds_of(dialogues: &[Dialogue], workstream_id: WorkstreamId) -> Vec<Kind> {
    let mut by_service: BTreeMap<Option<&String>, Vec<u64>> = BTreeMap::new();
    for dialogue in dialogues {
        let length_ms: u128 = dialogue.turns.iter().map(|turn| natural(&turn.text).as_millis()).sum();
        let lengths = by_service.entry(dialogue.services.first()).or_default();
        lengths.push(u64::try_from(length_ms).unwrap_or(u64::MAX));
    }
    let kind = |(service, lengths): (Option<&String>, Vec<u64>)| {
        let mut asks = asks(workstream_id);
        asks.context
            .extend(service.map(|service| ContextVariable { name: "service".to_owned(), value: service.clone() }));
        Kind { weight: lengths.len() as f64, asks, talk: Spread::Recorded(lengths) }
    };
    by_service.into_iter().map(kind).collect()
}

fn workstream(name: Option<&str>, set_up: &SetUp) -> Result<WorkstreamId, Failure> {
    use frontdesk_model::DistributionMode::Push;
    let mut all = set_up.workstreams().iter();
    let found = match name {
        Some(name) => all.find(|workstream| workstream.name.eq_ignore_ascii_case(name.trim())),
        None => all.find(|workstream| workstream.distribution == Push),
    };
    found.map(|workstream| workstream.id).ok_or_else(|| match name {
        Some(name) => Failure::usage(format!("there is no workstream '{name}'")),
        None => Failure::usage("no workstream pushes its work to agents"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_is_a_day_or_a_week_and_anything_else_is_named() {
        let day: Vec<String> = (0..24).map(|hour| hour.to_string()).collect();
        let week = rates(&format!("# by the hour\n{}", day.join(", "))).unwrap();
        assert_eq!((week.len(), week[25]), (168, 1.0));
        for (text, expected) in [("1 2 3", "3 rates"), ("1\ntwo", "line 2: 'two'"), ("-1", "'-1'"), ("", "0 rates")] {
            let wrong = rates(text).unwrap_err();
            assert!(wrong.contains(expected), "{wrong}");
        }
    }
}
