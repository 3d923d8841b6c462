//! The report of a replay. Knows figures, and how to say them to people and to programs.

use super::play::Outcome;
use super::transcript::FaultKind;
use super::verify::ListFigures;
use crate::client::Counters;
use crate::figures::{Percentiles, rounded};
use serde::Serialize;
use std::fmt;
use std::sync::atomic::Ordering;
use std::time::Duration;

const FAULTS_SHOWN: usize = 20;

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    pub conversations: Pair,
    pub messages: Pair,
    /// Messages, system messages included, as the two sides' streams brought them.
    pub customers_heard: usize,
    pub agents_heard: usize,
    /// Turns found when everything was read again over HTTP.
    pub read_again: usize,
    pub missing: usize,
    pub doubled: usize,
    pub out_of_order: usize,
    pub wrong_text: usize,
    pub errors: usize,
    pub lists: ListFigures,
    /// Customer's send to agent's screen.
    pub latency_ms: Percentiles,
    pub commands_repeated: u64,
    pub streams_reconnected: u64,
    pub seconds: f64,
    pub messages_per_second: f64,
    pub faults: Vec<String>,
}

/// What the file has, and what was played to its end.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Pair {
    pub in_file: usize,
    pub played: usize,
}

impl Report {
    pub fn new(
        conversations: Pair,
        messages: Pair,
        lists: ListFigures,
        outcome: Outcome,
        counters: &Counters,
        took: Duration,
    ) -> Report {
        let count = |kind: FaultKind| outcome.faults.iter().filter(|fault| fault.kind == kind).count();
        let seconds = took.as_secs_f64();
        Report {
            messages_per_second: rounded(messages.played as f64 / seconds.max(0.001)),
            read_again: messages.played,
            conversations,
            messages,
            customers_heard: outcome.customers_heard,
            agents_heard: outcome.agents_heard,
            missing: count(FaultKind::Missing),
            doubled: count(FaultKind::Doubled),
            out_of_order: count(FaultKind::OutOfOrder),
            wrong_text: count(FaultKind::WrongText),
            errors: count(FaultKind::Unfinished) + count(FaultKind::Unexpected),
            lists,
            latency_ms: Percentiles::of_us(&outcome.latencies_us),
            commands_repeated: counters.repeated.load(Ordering::Relaxed),
            streams_reconnected: counters.reconnected.load(Ordering::Relaxed),
            seconds: rounded(seconds),
            faults: outcome.faults.into_iter().take(FAULTS_SHOWN).map(|fault| fault.detail).collect(),
        }
    }

    pub fn is_flawless(&self) -> bool {
        self.faults.is_empty()
            && self.conversations.in_file == self.conversations.played
            && self.messages.in_file == self.messages.played
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let latency = &self.latency_ms;
        writeln!(
            f,
            "conversations   {} of {} played to their end",
            self.conversations.played, self.conversations.in_file
        )?;
        writeln!(f, "messages        {} of {} stored in order", self.messages.played, self.messages.in_file)?;
        writeln!(f, "heard           {} by customers, {} by agents", self.customers_heard, self.agents_heard)?;
        writeln!(
            f,
            "missing {}, doubled {}, out of order {}, wrong text {}, other errors {}",
            self.missing, self.doubled, self.out_of_order, self.wrong_text, self.errors
        )?;
        writeln!(
            f,
            "agents' lists   {} agents, {} closed, {} in wrap-up, {} disagreements",
            self.lists.agents, self.lists.closed, self.lists.wrap_up, self.lists.disagreements
        )?;
        writeln!(
            f,
            "to the screen   p50 {:.1} ms, p95 {:.1} ms, p99 {:.1} ms, max {:.1} ms",
            latency.p50, latency.p95, latency.p99, latency.max
        )?;
        writeln!(f, "repeated        {} commands, {} reconnects", self.commands_repeated, self.streams_reconnected)?;
        write!(f, "time            {:.1} s, {:.0} messages a second", self.seconds, self.messages_per_second)?;
        for fault in &self.faults {
            write!(f, "\n  {fault}")?;
        }
        Ok(())
    }
}
