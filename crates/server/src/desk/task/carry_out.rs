//! One command after another, asked of the engine; what it says is collected. Knows nothing of disks.

use super::Task;
use crate::desk::batch::{Answer, Told};
use crate::desk::command::{Carried, Command, DeskError, Job, Outcome, Question};
use crate::desk::repeats::RepeatKey;
use frontdesk_engine::{Input, Refusal, Reply};
use frontdesk_model::{CommandRecord, ConversationId, Timestamp};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::PoisonError;

impl Task {
    pub(super) fn carry_out(&mut self, job: Job) {
        let Job { command, repeat_keys, reply, ticket } = job;
        let Command { key, input, rows, question } = command;
        let about = input.as_deref().and_then(Input::conversation_id);
        let message_key = input.as_deref().and_then(RepeatKey::of_first_message);
        let outcome = self.ask(input.map(|input| *input)).and_then(|carried| self.put_question(carried, question));
        let mut first_message = None;
        if let Ok(carried) = &outcome {
            rows.into_iter().for_each(|row| self.pending.put(row));
            if let Some(key) = key {
                self.pending.commands.push(CommandRecord {
                    key: key.as_str().to_owned(),
                    at: self.now,
                    conversation_id: about,
                    reply: serde_json::to_string(carried.reply.as_slice()).unwrap_or_default(),
                });
            }
            first_message = message_key.map(|key| (key, first_message_stored(about, self.now)));
        }
        self.pending.answers.push(Answer { reply, repeat_keys, outcome, first_message, ticket });
    }

    fn ask(&mut self, input: Option<Input>) -> Outcome {
        let Some(input) = input else { return Ok(Carried::default()) };
        self.ledger.note(&input);
        match self.handle(input) {
            Some(Ok(reply)) => Ok(Carried { reply: Some(reply), ..Carried::default() }),
            Some(Err(refusal)) => Err(DeskError::Refused(refusal)),
            None => Err(DeskError::Internal),
        }
    }

    fn put_question(&mut self, carried: Carried, question: Option<Question>) -> Outcome {
        let Some(question) = question else { return Ok(carried) };
        let (now, core) = (self.now, &self.core);
        match catch_unwind(AssertUnwindSafe(|| core.tell(question, now))) {
            Ok(told) => Ok(Carried { told: Some(Box::new(told)), ..carried }),
            Err(_panic) => {
                self.condemn();
                Err(DeskError::Internal)
            }
        }
    }

    /// None: the engine panicked.
    fn handle(&mut self, input: Input) -> Option<Result<Reply, Refusal>> {
        if self.condemned {
            return None;
        }
        let (now, ids) = (self.now, self.shared.surroundings.ids.clone());
        let told = Told::of(&input);
        let core = &mut self.core;
        match catch_unwind(AssertUnwindSafe(|| core.handle(input, now, &mut || ids.next()))) {
            Ok(result) => {
                if result.is_ok() {
                    self.pending.record(told, now, &mut self.loaded_at);
                }
                self.collect();
                Some(result)
            }
            Err(_panic) => {
                self.condemn();
                None
            }
        }
    }

    pub(super) fn condemn(&mut self) {
        tracing::error!(organization = %self.shared.organization_id, "the engine panicked; it is made anew from the store");
        self.shared.surroundings.metrics.engine_panics.inc();
        self.condemned = true;
    }

    pub(super) fn collect(&mut self) {
        while let Some(output) = self.core.poll_output() {
            self.pending.collect(output, self.now);
        }
    }

    /// After a load: what it changed by itself, and who is still connected.
    pub(super) fn settle_in(&mut self) {
        self.tell_time();
        self.loaded_at = Some(self.now);
        self.collect();
        let inputs = self.ledger.connected(&self.shared.view.read().unwrap_or_else(PoisonError::into_inner));
        for input in inputs {
            // Whom the engine refuses has no place in it any more.
            let _ = self.handle(input);
        }
    }
}

/// As the message's own answer would be.
fn first_message_stored(about: Option<ConversationId>, now: Timestamp) -> Carried {
    let stored =
        |conversation_id| Reply::MessageStored { conversation_id, number: 1, public_number: Some(1), sent_at: now };
    Carried { reply: about.map(stored), ..Carried::default() }
}
