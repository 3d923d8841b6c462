//! The desk's loop: drain the mailbox, ask the engine, write, publish, answer. While one batch is on its way to disk the
//! next is collected. There is one recovery: throw the engine away and make it anew of what the store holds.

mod carry_out;
mod commit;
mod recover;

use super::admission::{Gate, Pace};
use super::batch::{Answer, Pending};
use super::command::{DeskError, Mail};
use super::core::Core;
use super::ledger::Ledger;
use super::loading;
use super::repeats::Repeats;
use super::{Desk, MAILBOX_JOBS_MAX, OpenError, Shared, Surroundings};
use crate::live::{Hub, run_heartbeat};
use crate::visitors::Visitors;
use frontdesk_model::{JournalEntry, OrganizationId, Row, Timestamp};
use frontdesk_store::CommitError;
use futures_util::future::BoxFuture;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, RwLock};
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};

pub(super) async fn open(organization_id: OrganizationId, surroundings: Surroundings) -> Result<Desk, OpenError> {
    let owned = loading::take(organization_id, &surroundings).await?;
    let now = surroundings.clock.now();
    let (mailbox, mail) = mpsc::channel(MAILBOX_JOBS_MAX);
    let shared = Arc::new(Shared {
        organization_id,
        gate: Gate::new(),
        repeats: Repeats::new(now),
        hub: Hub::new(&owned.view, surroundings.clock.clone(), surroundings.metrics.clone()),
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
        loaded_at: None,
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
    /// When the engine was loaded, until the journal says so.
    loaded_at: Option<Timestamp>,
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
                    let retry_after_ms = loading::pause_ms(1);
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
            self.alarm_not_before = now + loading::pause_ms(self.alarm_panics);
        }
    }
}
