//! The desk's loop: drain the mailbox, ask the engine, write, publish, answer. While one batch is on its way to disk the
//! next is collected. There is one recovery: throw the engine away and make it anew of what the store holds.

use super::admission::Pace;
use super::batch::{Answer, Pending};
use super::command::{Carried, Command, DeskError, Job, Mail, Outcome};
use super::core::Core;
use super::ledger::Ledger;
use super::recovery::{self, Owned};
use super::repeats::{RepeatKey, Repeats};
use super::{Desk, MAILBOX_JOBS_MAX, OpenError, Shared, Surroundings, View};
use crate::desk::admission::Gate;
use crate::live::{Hub, run_heartbeat};
use crate::visitors::Visitors;
use frontdesk_bus::{News, Notice};
use frontdesk_engine::{Input, Refusal, Reply};
use frontdesk_model::{Batch, CommandRecord, JournalEntry, OrganizationId, Row, Timestamp};
use frontdesk_store::CommitError;
use futures_util::future::BoxFuture;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};

pub(super) async fn open(organization_id: OrganizationId, surroundings: Surroundings) -> Result<Desk, OpenError> {
    let owned = recovery::take(organization_id, &surroundings).await?;
    let now = surroundings.clock.now();
    let (mailbox, mail) = mpsc::channel(MAILBOX_JOBS_MAX);
    let shared = Arc::new(Shared {
        organization_id,
        gate: Gate::new(),
        repeats: Repeats::new(now),
        hub: Hub::new(owned.view.sequence(), surroundings.clock.clone(), surroundings.metrics.clone()),
        view: RwLock::new(owned.view),
        visitors: Visitors::default(),
        ready: AtomicBool::new(true),
        surroundings,
    });
    let desk = Desk { shared: shared.clone(), mailbox };
    let mut task = Task {
        core: owned.core,
        fence: owned.fence,
        now,
        shared,
        mail,
        pending: Pending::default(),
        in_flight: None,
        last_commit_ended: Duration::ZERO,
        pace: Pace::new(),
        ledger: Ledger::default(),
        condemned: false,
        alarm: None,
        alarm_not_before: Timestamp::MIN,
        alarm_panics: 0,
        failures: 0,
        closing: None,
    };
    task.settle_in();
    tokio::spawn(task.run());
    tokio::spawn(run_heartbeat(desk.downgrade(), desk.clock().clone()));
    Ok(desk)
}

pub(super) struct Task {
    shared: Arc<Shared>,
    mail: mpsc::Receiver<Mail>,
    core: Box<dyn Core>,
    fence: u64,
    /// The time the engine was told last: it never steps back, whatever the clock does.
    now: Timestamp,
    pending: Pending,
    in_flight: Option<InFlight>,
    last_commit_ended: Duration,
    pace: Pace,
    /// Who is connected, whatever became of the commits that said so.
    ledger: Ledger,
    /// The engine panicked: nothing more is asked of it, and what it said before is written first.
    condemned: bool,
    alarm: Option<(Timestamp, BoxFuture<'static, ()>)>,
    alarm_not_before: Timestamp,
    alarm_panics: u32,
    /// Commits that failed one after another.
    failures: u32,
    closing: Option<oneshot::Sender<()>>,
}

/// A batch on its way to disk.
struct InFlight {
    commit: BoxFuture<'static, Result<(), CommitError>>,
    answers: Vec<Answer>,
    /// What the view shows of the rows.
    shown: Vec<Row>,
    journal: Vec<JournalEntry>,
    began: Duration,
    started: Duration,
}

enum Next {
    Committed(Result<(), CommitError>),
    Mail(Option<Mail>),
    Alarm,
}

impl Task {
    async fn run(mut self) {
        loop {
            self.fire_due_alarm();
            self.start_commit();
            if self.in_flight.is_none() {
                if self.closing.is_some() {
                    break;
                }
                if self.condemned {
                    self.reload().await;
                    continue;
                }
            }
            match self.next().await {
                Next::Committed(result) => self.end_commit(result).await,
                Next::Mail(Some(mail)) => self.take_in(mail),
                Next::Mail(None) => self.closing = Some(oneshot::channel().0),
                Next::Alarm => {}
            }
        }
        self.end();
    }

    /// Whoever is still in the mailbox came too late.
    fn end(mut self) {
        self.shared.ready.store(false, Ordering::Release);
        self.mail.close();
        while let Ok(mail) = self.mail.try_recv() {
            match mail {
                Mail::Job(job) => self.turn_away(job, DeskError::Closed),
                Mail::Close(closing) => drop(closing.send(())),
            }
        }
        if let Some(closing) = self.closing {
            let _ = closing.send(());
        }
    }

    async fn next(&mut self) -> Next {
        self.set_alarm();
        let takes_more = self.takes_more();
        let committed = async {
            match &mut self.in_flight {
                Some(in_flight) => (&mut in_flight.commit).await,
                None => std::future::pending().await,
            }
        };
        let alarm = async {
            match &mut self.alarm {
                Some((_, sleep)) => sleep.await,
                None => std::future::pending().await,
            }
        };
        let next = tokio::select! {
            biased;
            result = committed => Next::Committed(result),
            mail = self.mail.recv(), if takes_more => Next::Mail(mail),
            () = alarm, if takes_more => Next::Alarm,
        };
        if matches!(next, Next::Alarm) {
            self.alarm = None;
        }
        next
    }

    fn takes_more(&self) -> bool {
        !self.condemned && self.closing.is_none() && !self.pending.is_full()
    }

    /// This one, and what is in the mailbox already.
    fn take_in(&mut self, mail: Mail) {
        self.fire_due_alarm();
        self.pending.began.get_or_insert(self.shared.surroundings.clock.elapsed());
        let mut next = Some(mail);
        while let Some(mail) = next {
            match mail {
                Mail::Job(job) if self.condemned => {
                    let retry_after_ms = recovery::pause_ms(1);
                    self.turn_away(job, DeskError::Unavailable { retry_after_ms });
                }
                Mail::Job(job) => self.carry_out(job),
                Mail::Close(closing) => self.closing = Some(closing),
            }
            next = if self.takes_more() { self.mail.try_recv().ok() } else { None };
        }
    }

    fn tell_time(&mut self) {
        self.now = self.now.max(self.shared.surroundings.clock.now());
    }

    fn carry_out(&mut self, job: Job) {
        let Job { command, repeat_keys, reply, ticket } = job;
        let Command { key, inputs, rows } = command;
        let about = inputs.first().and_then(super::command::conversation_of);
        let mut message_keys = message_keys(&inputs);
        let outcome = self.ask(inputs);
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
                Some(Err(refusal)) => return Ok(Carried { replies, refusal: Some(refusal), repeated: false }),
                None => return Err(DeskError::Internal),
            }
        }
        Ok(Carried { replies, refusal: None, repeated: false })
    }

    /// None: the engine panicked.
    fn handle(&mut self, input: Input) -> Option<Result<Reply, Refusal>> {
        if self.condemned {
            return None;
        }
        let (now, ids) = (self.now, self.shared.surroundings.ids.clone());
        let core = &mut self.core;
        match catch_unwind(AssertUnwindSafe(|| core.handle(input, now, &mut || ids.next()))) {
            Ok(result) => {
                self.collect();
                Some(result)
            }
            Err(_panic) => {
                self.condemn();
                None
            }
        }
    }

    fn condemn(&mut self) {
        tracing::error!(organization = %self.shared.organization_id, "the engine panicked; it is made anew from the store");
        self.shared.surroundings.metrics.engine_panics.inc();
        self.condemned = true;
    }

    fn collect(&mut self) {
        while let Some(output) = self.core.poll_output() {
            self.pending.collect(output, self.now);
        }
    }

    /// After a load: what it changed by itself, and who is still connected.
    fn settle_in(&mut self) {
        self.tell_time();
        self.collect();
        let inputs = self.ledger.connected(&self.shared.view.read().unwrap_or_else(PoisonError::into_inner));
        for input in inputs {
            // Whom the engine refuses has no place in it any more.
            let _ = self.handle(input);
        }
    }

    fn due(&self) -> Option<Timestamp> {
        self.core.poll_timeout().map(|alarm| alarm.at.max(self.alarm_not_before))
    }

    fn set_alarm(&mut self) {
        let due = self.due();
        if self.alarm.as_ref().map(|(at, _)| *at) != due {
            self.alarm = due.map(|at| (at, self.shared.surroundings.clock.sleep_until(at)));
        }
    }

    /// Before anything else that happens at the same time.
    fn fire_due_alarm(&mut self) {
        self.tell_time();
        if !self.takes_more() || self.due().is_none_or(|at| at > self.now) {
            return;
        }
        let (now, ids) = (self.now, self.shared.surroundings.ids.clone());
        let core = &mut self.core;
        if catch_unwind(AssertUnwindSafe(|| core.handle_timeout(now, &mut || ids.next()))).is_ok() {
            self.collect();
            self.alarm_panics = 0;
        } else {
            self.condemn();
            self.alarm_panics += 1;
            self.alarm_not_before = now + recovery::pause_ms(self.alarm_panics);
        }
    }

    /// What was collected goes on its way, unless something is on its way already.
    fn start_commit(&mut self) {
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

    async fn end_commit(&mut self, result: Result<(), CommitError>) {
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

    fn tell(&self, journal: Vec<JournalEntry>, shown: &[Row]) {
        let entries: Arc<[Arc<JournalEntry>]> = journal.into_iter().map(Arc::new).collect();
        self.shared.hub.publish(&entries, shown);
        if let Some(last) = entries.last() {
            let news = News::Committed { up_to: last.sequence, entries: entries.clone() };
            self.shared.surroundings.bus.publish(Notice { organization_id: self.shared.organization_id, news });
        }
    }

    fn answer(&self, answers: Vec<Answer>) {
        let mut waiting = Vec::with_capacity(answers.len());
        let kept = answers.into_iter().flat_map(|answer| {
            let Answer { reply, repeat_keys, outcome, extra_answers, ticket } = answer;
            let kept: Vec<(RepeatKey, Outcome)> = repeat_keys
                .into_iter()
                .map(|key| (key, outcome.clone()))
                .chain(extra_answers.into_iter().map(|(key, carried)| (key, Ok(carried))))
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

    /// The engine is ahead of the disk and nobody can tell by how much: only the store knows.
    async fn give_up(&mut self, in_flight: InFlight, error: &CommitError) {
        tracing::error!(organization = %self.shared.organization_id, %error, "a commit failed; loading from the store");
        self.shared.surroundings.metrics.commit_failures.inc();
        self.failures += 1;
        let retry_after_ms = recovery::pause_ms(self.failures);
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
            Answer { outcome, extra_answers: Vec::new(), ..answer }
        });
        self.answer(failed.collect());
    }

    /// Until the store lets us; callers are answered meanwhile.
    async fn reload(&mut self) {
        self.shared.surroundings.metrics.reloads.inc();
        self.shared.repeats.forget_before(self.now);
        let mut attempts = self.failures.saturating_sub(1);
        if attempts > 0 {
            self.pause(attempts).await;
        }
        let (owned, missed) = loop {
            match recovery::take_again(&self.shared).await {
                Ok(found) => break found,
                Err(error) => {
                    tracing::error!(organization = %self.shared.organization_id, %error, "the organisation cannot be loaded");
                    attempts += 1;
                    self.pause(attempts).await;
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

    /// Longer after each failure. Nothing is carried out meanwhile, and everyone is told.
    async fn pause(&mut self, attempts: u32) {
        self.shared.ready.store(false, Ordering::Release);
        let retry_after_ms = recovery::pause_ms(attempts);
        let clock = self.shared.surroundings.clock.clone();
        let mut slept = clock.sleep_until(clock.now() + retry_after_ms);
        loop {
            tokio::select! {
                () = &mut slept => return,
                mail = self.mail.recv(), if self.closing.is_none() => match mail {
                    Some(Mail::Job(job)) => self.turn_away(job, DeskError::Unavailable { retry_after_ms }),
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
    fn turn_away(&mut self, job: Job, error: DeskError) {
        job.command.inputs.iter().for_each(|input| self.ledger.note(input));
        let Job { repeat_keys, reply, ticket, .. } = job;
        self.answer(vec![Answer { reply, repeat_keys, outcome: Err(error), extra_answers: Vec::new(), ticket }]);
    }
}

/// The messages' own keys, in the order of the inputs; none for other inputs.
fn message_keys(inputs: &[Input]) -> Vec<Option<RepeatKey>> {
    if inputs.len() < 2 { Vec::new() } else { inputs.iter().map(RepeatKey::of_message).collect() }
}

/// A message that came with others may be repeated alone.
fn answers_of_messages(keys: &mut [Option<RepeatKey>], replies: &[Reply]) -> Vec<(RepeatKey, Carried)> {
    let answers = keys.iter_mut().zip(replies).filter_map(|(key, reply)| {
        let carried = Carried { replies: vec![reply.clone()], refusal: None, repeated: false };
        key.take().map(|key| (key, carried))
    });
    answers.collect()
}
