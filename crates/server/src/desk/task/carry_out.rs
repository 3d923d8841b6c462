//! One command after another, asked of the engine; what it says is collected. Knows nothing of disks.

use super::Task;
use crate::desk::batch::{Answer, Told};
use crate::desk::command::{Carried, Command, DeskError, Job, Outcome, Question, conversation_of};
use crate::desk::repeats::RepeatKey;
use frontdesk_engine::{Input, Refusal, Reply};
use frontdesk_model::{CommandRecord, ConversationId, Timestamp};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::PoisonError;

impl Task {
    pub(super) fn carry_out(&mut self, job: Job) {
        let Job { command, repeat_keys, reply, ticket } = job;
        let Command { key, inputs, rows, question } = command;
        let about = inputs.first().and_then(conversation_of);
        let mut message_keys = message_keys(&inputs);
        let first_message = inputs.first().and_then(RepeatKey::of_first_message);
        let outcome = self.ask(inputs).and_then(|carried| self.put_question(carried, question));
        let mut extra_answers = Vec::new();
        if let Ok(carried) = &outcome {
            rows.into_iter().for_each(|row| self.pending.put(row));
            if let Some(key) = key {
                self.pending.commands.push(CommandRecord {
                    key: key.as_str().to_owned(),
                    at: self.now,
                    conversation_id: about,
                    reply: serde_json::to_string(&carried.replies).unwrap_or_default(),
                });
            }
            if carried.replies.len() > 1 {
                extra_answers = answers_of_messages(&mut message_keys, &carried.replies);
            }
            extra_answers.extend(first_message.map(|key| (key, first_message_stored(about, self.now))));
        }
        self.pending.answers.push(Answer { reply, repeat_keys, outcome, extra_answers, ticket });
    }

    /// In order, up to the first refusal.
    fn ask(&mut self, inputs: Vec<Input>) -> Outcome {
        let mut replies = Vec::with_capacity(inputs.len());
        for input in inputs {
            self.ledger.note(&input);
            match self.handle(input) {
                Some(Ok(reply)) => replies.push(reply),
                Some(Err(refusal)) if replies.is_empty() => return Err(DeskError::Refused(refusal)),
                Some(Err(refusal)) => {
                    return Ok(Carried { replies, refusal: Some(refusal), ..Carried::default() });
                }
                None => return Err(DeskError::Internal),
            }
        }
        Ok(Carried { replies, ..Carried::default() })
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

/// The messages' own keys, in the order of the inputs; none for other inputs.
fn message_keys(inputs: &[Input]) -> Vec<Option<RepeatKey>> {
    if inputs.len() < 2 { Vec::new() } else { inputs.iter().map(RepeatKey::of_message).collect() }
}

/// A message that came with others may be repeated alone.
fn answers_of_messages(keys: &mut [Option<RepeatKey>], replies: &[Reply]) -> Vec<(RepeatKey, Carried)> {
    let answers = keys.iter_mut().zip(replies).filter_map(|(key, reply)| {
        let carried = Carried { replies: vec![reply.clone()], ..Carried::default() };
        key.take().map(|key| (key, carried))
    });
    answers.collect()
}

/// As the message's own answer would be.
fn first_message_stored(about: Option<ConversationId>, now: Timestamp) -> Carried {
    let stored =
        |conversation_id| Reply::MessageStored { conversation_id, number: 1, public_number: Some(1), sent_at: now };
    Carried { replies: about.map(stored).into_iter().collect(), ..Carried::default() }
}
