//! The loop: time passes, something happens, the engine answers, its rows are recorded, every promise is checked.
//! Knows how to drive; what may follow is known to `reference` and `checks`.

use crate::checks::{self, Broken, Call, Memory, Promise, Turn};
use crate::clock::Clock;
use crate::coverage::Coverage;
use crate::digest::Digest;
use crate::ids::{SeededIds, agent_id};
use crate::perform;
use crate::random::Random;
use crate::record::Record;
use crate::system::System;
use crate::transition::{Lateness, Step, Transition};
use crate::workplaces::Workplaces;
use crate::world::{START, World};
use frontdesk_engine::{Input, Output, Refusal, Reply};
use frontdesk_model::*;

/// So many alarms in a row without time passing, or between two steps, is an engine that chases its tail.
const ALARMS_MAX: usize = 20_000;
const STEPS_BETWEEN_FULL_CHECKS: u64 = 251;

#[derive(Clone)]
pub struct Simulation<S> {
    engine: S,
    record: Record,
    memory: Memory,
    clock: Clock,
    ids: SeededIds,
    workplaces: Workplaces,
    conversations_started: u32,
    steps: u64,
    pub coverage: Coverage,
    /// Of all outputs, where somebody wants to compare.
    pub digest: Option<Digest>,
}

/// What people can see of the world when they decide what to do next.
pub struct Scene<'a> {
    pub record: &'a Record,
    pub conversations_started: u32,
    pub now: Timestamp,
    alarm_at: Option<Timestamp>,
    workplaces: &'a Workplaces,
}

impl<S: System> Simulation<S> {
    /// The engine is a fresh one; the world is set up through it.
    pub fn new(engine: S, world: &World) -> Result<Self, Broken> {
        let mut simulation = Simulation {
            engine,
            record: Record { organization: Some(world.organization.clone()), ..Record::default() },
            memory: Memory::default(),
            clock: Clock::new(START),
            ids: SeededIds::new(world.ids_seed),
            workplaces: Workplaces::default(),
            conversations_started: 0,
            steps: 0,
            coverage: Coverage::default(),
            digest: None,
        };
        for input in world.set_up() {
            simulation.tell(&input)?;
        }
        Ok(simulation)
    }

    pub fn scene(&self) -> Scene<'_> {
        Scene {
            record: &self.record,
            conversations_started: self.conversations_started,
            now: self.clock.now(),
            alarm_at: self.engine.poll_timeout().map(|alarm| alarm.at),
            workplaces: &self.workplaces,
        }
    }

    pub fn step(&mut self, step: &Step) -> Result<(), Broken> {
        self.steps += 1;
        self.coverage.transition(step.what.name());
        let until = self.clock.now() + step.wait_ms;
        match step.lateness {
            Lateness::Exact => self.ring_until(until)?,
            Lateness::Late => {
                self.clock.move_to(until);
                self.ring_if_due()?;
            }
        }
        self.perform(&step.what)?;
        self.ring_if_due()?;
        checks::when_settled(&mut self.memory, &self.record, &self.workplaces, self.clock.now())?;
        if self.steps.is_multiple_of(STEPS_BETWEEN_FULL_CHECKS) { self.check_everything() } else { Ok(()) }
    }

    fn perform(&mut self, what: &Transition) -> Result<(), Broken> {
        if let Transition::Starts { conversation, .. } = what {
            self.conversations_started = self.conversations_started.max(conversation.saturating_add(1));
        }
        if *what == Transition::Crash {
            return self.crash();
        }
        match perform::input(what, &self.record) {
            Some(input) => self.tell(&input),
            None => Ok(()),
        }
    }

    // --- time ---

    /// Every alarm at its moment, up to and including `until`.
    fn ring_until(&mut self, until: Timestamp) -> Result<(), Broken> {
        for _ in 0..ALARMS_MAX {
            match self.engine.poll_timeout() {
                Some(alarm) if alarm.at <= until => {
                    self.clock.move_to(alarm.at);
                    self.ring()?;
                }
                _ => {
                    self.clock.move_to(until);
                    return Ok(());
                }
            }
        }
        Err(Broken::new(Promise::AlarmsEnd, format!("more than {ALARMS_MAX} alarms before {until}")))
    }

    fn ring_if_due(&mut self) -> Result<(), Broken> {
        match self.engine.poll_timeout() {
            Some(alarm) if alarm.at <= self.clock.now() => self.ring(),
            _ => Ok(()),
        }
    }

    fn ring(&mut self) -> Result<(), Broken> {
        let now = self.clock.now();
        if let Some(alarm) = self.engine.poll_timeout() {
            self.coverage.alarm(alarm.reason);
        }
        self.engine.handle_timeout(now, &mut self.ids);
        self.settle(Call::Timeout, None)?;
        match self.engine.poll_timeout() {
            Some(alarm) if alarm.at <= now => {
                Err(Broken::new(Promise::AlarmsEnd, format!("{alarm:?} is due still, after it rang at {now}")))
            }
            _ => checks::when_settled(&mut self.memory, &self.record, &self.workplaces, now),
        }
    }

    // --- calls ---

    fn tell(&mut self, input: &Input) -> Result<(), Broken> {
        let before = self.engine.poll_timeout();
        let answer = self.engine.handle(input.clone(), self.clock.now(), &mut self.ids);
        if answer.is_err() && before != self.engine.poll_timeout() {
            let detail = format!("{input:?} was refused, yet the alarm moved from {before:?}");
            return Err(Broken::new(Promise::RefusalsChangeNothing, detail));
        }
        self.coverage.answer(&answer);
        if answer.is_ok() {
            self.workplaces.note(input, &self.record, self.clock.now());
        }
        self.settle(Call::Input(input), Some(&answer))
    }

    /// Writes what the call put out, then checks everything.
    fn settle(&mut self, call: Call<'_>, answer: Option<&Result<Reply, Refusal>>) -> Result<(), Broken> {
        let outputs: Vec<Output> = std::iter::from_fn(|| self.engine.poll_output()).collect();
        if let Some(digest) = &mut self.digest {
            digest.add(&outputs);
        }
        let changes = self.record.apply(&outputs);
        self.memory.follow(call, &self.record, &changes);
        changes.decisions.iter().for_each(|decision| self.coverage.decision(&decision.step));
        let turn = Turn {
            now: self.clock.now(),
            call,
            answer,
            outputs: &outputs,
            changes: &changes,
            record: &self.record,
            workplaces: &self.workplaces,
            compare_with_engine: &|record| checks::holds_what_was_written(&self.engine, record),
        };
        checks::after_call(&turn, &mut self.memory, &mut self.coverage)?;
        checks::in_order_of_service(&self.engine, &self.record, &self.memory)
    }

    // --- the machine ---

    fn crash(&mut self) -> Result<(), Broken> {
        let Some(snapshot) = self.record.snapshot() else { return Ok(()) };
        self.engine = self.engine.load(snapshot, self.clock.now());
        self.workplaces.lose_all(&self.record, self.clock.now());
        self.settle(Call::Load, None)
    }

    /// Everything that can be seen of the world, for telling two states apart.
    pub fn visible(&self, with_set_up: bool) -> String {
        let record = &self.record;
        let sessions: Vec<&Session> = record.conversations.keys().filter_map(|id| record.open_session(*id)).collect();
        let waiting: Vec<_> = record.queues.keys().map(|queue| self.engine.waiting(*queue)).collect();
        let alarm = self.engine.poll_timeout();
        let work = (record.conversations.values(), record.statuses.values(), record.segments.values());
        let text =
            format!("{work:?}{sessions:?}{:?}{waiting:?}{alarm:?}", self.engine.participants().collect::<Vec<_>>());
        if !with_set_up {
            return text + &format!("{:?}", self.workplaces);
        }
        let set_up = (&record.organization, &record.agents, &record.queues, &record.workstreams);
        text + &format!("{:?}{set_up:?}", self.workplaces)
    }

    /// What is too slow to be asked after every step: nobody waits in vain, whoever changed last; the engine's own audit
    /// finds nothing, and one loaded from the rows holds what this one holds; connections alone may differ.
    pub fn check_everything(&self) -> Result<(), Broken> {
        checks::when_settled_afresh(&self.memory, &self.record, &self.workplaces, self.clock.now())?;
        let complaints = self.engine.audit(self.clock.now());
        if !complaints.is_empty() {
            return Err(Broken::new(Promise::RowsAreTheTruth, complaints.join("\n  ")));
        }
        let Some(snapshot) = self.record.snapshot() else { return Ok(()) };
        let mut record = self.record.clone();
        let mut loaded = self.engine.load(snapshot, self.clock.now());
        record.apply(&std::iter::from_fn(|| loaded.poll_output()).collect::<Vec<_>>());
        checks::same_but_for_connections(&self.engine, &loaded, &record)
    }
}

impl Scene<'_> {
    /// 0 where there is none, or where it is overdue.
    pub fn alarm_in_ms(&self) -> u64 {
        self.alarm_at.map_or(0, |at| at.since(self.now))
    }

    pub fn any_open(&self, random: &mut Random) -> Option<&Conversation> {
        let index = random.index(self.record.conversations.len());
        self.record.conversations.values().nth(index).map(|conversation| &**conversation)
    }

    /// Mostly one who may work here still.
    pub fn any_agent(&self, random: &mut Random) -> usize {
        let agent = random.index(self.record.agents.len());
        let active = self.record.agents.get(&agent_id(agent)).is_some_and(|agent| agent.active);
        if active { agent } else { random.index(self.record.agents.len()) }
    }

    /// Mostly one who oversees, if there is any.
    pub fn any_overseer(&self, random: &mut Random) -> usize {
        let oversees = |agent: &&Agent| agent.active && agent.role.oversees();
        let overseers: Vec<AgentId> = self.record.agents.values().filter(oversees).map(|agent| agent.id).collect();
        let found = random.pick(&overseers).and_then(|id| self.agent_number(*id));
        found.filter(|_| random.percent(90)).unwrap_or_else(|| self.any_agent(random))
    }

    /// Who takes part beside the agent whose it is.
    pub fn guests(&self, id: ConversationId) -> Vec<&Participant> {
        let all = self.record.participants.get(&id).into_iter().flatten();
        all.filter(|one| one.left_at.is_none() && one.mode != ParticipantMode::Primary).collect()
    }

    pub fn agent_number(&self, id: AgentId) -> Option<usize> {
        self.record.agents.contains_key(&id).then_some(id.0.as_u128() as u64 as usize)
    }

    pub fn has_browser(&self, agent: usize) -> bool {
        self.workplaces.has_browser(agent_id(agent))
    }

    pub fn is_accepted(&self, conversation: &Conversation) -> bool {
        self.record.open_session(conversation.id).is_some_and(|session| session.agent_accepted_at.is_some())
    }
}
