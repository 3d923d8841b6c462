//! A batch on its way to disk, and what follows once it is there: show it, answer for it, tell of it; in this order, so
//! that whoever has an answer finds what it says. Knows nothing of failures.

use super::{InFlight, Task};
use crate::desk::View;
use crate::desk::batch::Answer;
use crate::desk::command::Outcome;
use crate::desk::repeats::RepeatKey;
use frontdesk_bus::{News, Notice};
use frontdesk_model::{Batch, JournalEntry, Row};
use frontdesk_store::CommitError;
use std::sync::{Arc, PoisonError};

impl Task {
    /// What was collected goes on its way, unless something is on its way already.
    pub(super) fn start_commit(&mut self) {
        if self.in_flight.is_some() || self.pending.is_empty() {
            return;
        }
        let mut pending = std::mem::take(&mut self.pending);
        if pending.writes_nothing() {
            // Refusals and what changed nothing: all they rest on is on disk.
            self.answer(pending.answers);
            return;
        }
        let journal_before = self.shared.view.read().unwrap_or_else(PoisonError::into_inner).sequence();
        pending.number_from(journal_before);
        let started = self.shared.surroundings.clock.elapsed();
        let shown = pending.rows.iter().filter(|row| View::shows(row)).cloned().collect();
        let journal = pending.journal.clone();
        let batch = Batch {
            organization_id: self.shared.organization_id,
            fence: self.fence,
            journal_before,
            rows: pending.rows,
            journal: pending.journal,
            commands: pending.commands,
        };
        let store = self.shared.surroundings.store.clone();
        self.in_flight = Some(InFlight {
            commit: Box::pin(async move { store.commit(batch).await }),
            answers: pending.answers,
            shown,
            journal,
            began: pending.began.unwrap_or(started),
            started,
        });
    }

    pub(super) async fn end_commit(&mut self, result: Result<(), CommitError>) {
        let Some(in_flight) = self.in_flight.take() else { return };
        match result {
            Ok(()) => self.publish(in_flight),
            Err(error) => self.give_up(in_flight, &error).await,
        }
    }

    /// On disk: show it, answer for it, tell of it; in this order, so that whoever has an answer finds what it says.
    fn publish(&mut self, in_flight: InFlight) {
        let InFlight { answers, shown, journal, began, started, .. } = in_flight;
        let ended = self.shared.surroundings.clock.elapsed();
        let metrics = &self.shared.surroundings.metrics;
        metrics.commits.inc();
        metrics.commit_seconds.observe(ended.saturating_sub(started).as_secs_f64());
        metrics.batch_commands.observe(answers.len() as f64);
        self.pace.record(answers.len(), ended.saturating_sub(began.max(self.last_commit_ended)));
        self.shared.gate.set_pace(&self.pace);
        self.last_commit_ended = ended;
        self.failures = 0;

        {
            let mut view = self.shared.view.write().unwrap_or_else(PoisonError::into_inner);
            let sequence = journal.last().map_or(view.sequence(), |entry| entry.sequence);
            view.apply(&shown, sequence);
        }
        self.answer(answers);
        self.tell(journal, &shown);
    }

    pub(super) fn tell(&self, journal: Vec<JournalEntry>, shown: &[Row]) {
        let entries: Arc<[Arc<JournalEntry>]> = journal.into_iter().map(Arc::new).collect();
        self.shared.hub.publish(&entries, shown);
        if let Some(last) = entries.last() {
            let news = News::Committed { up_to: last.sequence, entries: entries.clone() };
            self.shared.surroundings.bus.publish(Notice { organization_id: self.shared.organization_id, news });
        }
    }

    pub(super) fn answer(&self, answers: Vec<Answer>) {
        let mut waiting = Vec::with_capacity(answers.len());
        let kept = answers.into_iter().flat_map(|answer| {
            let Answer { reply, repeat_keys, outcome, first_message, ticket } = answer;
            let kept: Vec<(RepeatKey, Outcome)> = repeat_keys
                .into_iter()
                .map(|key| (key, outcome.clone()))
                .chain(first_message.map(|(key, carried)| (key, Ok(carried))))
                .collect();
            waiting.push((reply, outcome, ticket));
            kept
        });
        self.shared.repeats.finish(self.now, kept);
        for (reply, outcome, _ticket) in waiting {
            if let Some(reply) = reply {
                // A caller who went away will ask again with the same key, or never.
                let _ = reply.send(outcome);
            }
        }
    }
}
