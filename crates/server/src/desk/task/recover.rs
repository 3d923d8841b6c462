//! The one recovery: throw the engine away, answer everyone, and begin anew with what the store holds. Knows nothing of
//! why a commit failed beyond what callers are told.

use super::{InFlight, Task};
use crate::desk::OpenError;
use crate::desk::batch::Answer;
use crate::desk::command::{DeskError, Job, Mail};
use crate::desk::loading::{self, Owned};
use frontdesk_store::CommitError;
use std::sync::PoisonError;
use std::sync::atomic::Ordering;
use tokio::sync::oneshot;

impl Task {
    /// The engine is ahead of the disk and nobody can tell by how much: only the store knows.
    pub(super) async fn give_up(&mut self, in_flight: InFlight, error: &CommitError) {
        tracing::error!(organization = %self.shared.organization_id, %error, "a commit failed; loading from the store");
        self.shared.surroundings.metrics.commit_failures.inc();
        self.failures += 1;
        let retry_after_ms = loading::pause_ms(self.failures);
        let (sent, unsent) = match error {
            CommitError::Full => (DeskError::Full, DeskError::Full),
            CommitError::Fenced => {
                (DeskError::Unavailable { retry_after_ms }, DeskError::Unavailable { retry_after_ms })
            }
            CommitError::Repeated | CommitError::Unknown(_) => {
                (DeskError::Unknown, DeskError::Unavailable { retry_after_ms })
            }
        };
        let unsent_answers = std::mem::take(&mut self.pending).answers;
        self.fail(in_flight.answers, &sent);
        self.fail(unsent_answers, &unsent);
        self.reload().await;
    }

    /// Whatever the engine had answered, a refusal included: it may rest on what was never written.
    fn fail(&self, answers: Vec<Answer>, error: &DeskError) {
        self.shared.repeats.forget_before(self.now);
        let failed = answers.into_iter().map(|answer| {
            let outcome = match answer.outcome {
                Err(DeskError::Internal) => Err(DeskError::Internal),
                _ => Err(error.clone()),
            };
            Answer { outcome, first_message: None, ..answer }
        });
        self.answer(failed.collect());
    }

    /// Until the store lets us; callers are answered meanwhile.
    pub(super) async fn reload(&mut self) {
        self.shared.surroundings.metrics.reloads.inc();
        self.shared.repeats.forget_before(self.now);
        let mut attempts = self.failures.saturating_sub(1);
        if attempts > 0 {
            self.pause(attempts, None).await;
        }
        let (owned, missed) = loop {
            match loading::take_again(&self.shared).await {
                Ok(found) => break found,
                Err(error) => {
                    tracing::error!(organization = %self.shared.organization_id, %error, "the organisation cannot be loaded");
                    attempts += 1;
                    self.pause(attempts, told_while_away(&error)).await;
                }
            }
            if self.closing.is_some() {
                return;
            }
        };
        let Owned { core, fence, view } = owned;
        (self.core, self.fence, self.condemned, self.alarm) = (core, fence, false, None);
        let set_up = view.set_up_rows();
        {
            let mut shown = self.shared.view.write().unwrap_or_else(PoisonError::into_inner);
            let former = std::mem::replace(&mut *shown, view);
            shown.succeed(&former);
        }
        self.tell(missed, &set_up);
        self.shared.ready.store(true, Ordering::Release);
        self.settle_in();
    }

    /// Longer after each failure. Nothing is carried out meanwhile, and everyone is told: `error`, or that we are away.
    async fn pause(&mut self, attempts: u32, error: Option<DeskError>) {
        self.shared.ready.store(false, Ordering::Release);
        let retry_after_ms = loading::pause_ms(attempts);
        let error = error.unwrap_or(DeskError::Unavailable { retry_after_ms });
        let clock = self.shared.surroundings.clock.clone();
        let mut slept = clock.sleep_until(clock.now() + retry_after_ms);
        loop {
            tokio::select! {
                () = &mut slept => return,
                mail = self.mail.recv(), if self.closing.is_none() => match mail {
                    Some(Mail::Job(job)) => self.turn_away(job, error.clone()),
                    Some(Mail::Close(closing)) => self.closing = Some(closing),
                    None => self.closing = Some(oneshot::channel().0),
                },
            }
            if self.closing.is_some() {
                return;
            }
        }
    }

    /// Nothing is done, but a connection that comes or goes does so all the same.
    pub(super) fn turn_away(&mut self, job: Job, error: DeskError) {
        job.command.input.iter().for_each(|input| self.ledger.note(input));
        let Job { repeat_keys, reply, ticket, .. } = job;
        self.answer(vec![Answer { reply, repeat_keys, outcome: Err(error), first_message: None, ticket }]);
    }
}

/// A full disk has a name of its own.
fn told_while_away(error: &OpenError) -> Option<DeskError> {
    matches!(error, OpenError::Commit(CommitError::Full)).then_some(DeskError::Full)
}
