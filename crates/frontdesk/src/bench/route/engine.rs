//! The engine alone, on one thread: decisions a second, the slowest hundredth, what an explanation costs, memory for each
//! that waits. Each size runs in a child process: memory that one gave back would count for less in the next. Knows
//! nothing of disks or sockets.

use super::company::Company;
use super::{Options, Sizes};
use crate::answer::Answer;
use crate::bench::{Measure, Round, tell};
use crate::failure::Failure;
use crate::figures::Percentiles;
use crate::process::{own_binary, resident_bytes};
use clap::Args;
use frontdesk_engine::{Engine, Input};
use frontdesk_model::{AgentId, ConversationId, Timestamp, Uuid};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::time::Instant;

pub const COMMAND: &str = "bench-engine";
const DECISIONS_MAX: usize = 100_000;
/// As many conversations come as are served, in turns of so many.
const TURN: usize = 1_000;
/// Growth is measured against a line this many times shorter.
const SHORTER: u64 = 100;

const DECISIONS_A_SECOND_WANTED: f64 = 100_000.0;
const P99_MS_WANTED: f64 = 1.0;
const BYTES_WANTED: f64 = 1_024.0;
const GROWTH_WANTED: f64 = 1.5;

#[derive(Clone, Copy, Debug, Args)]
pub struct EngineOptions {
    #[command(flatten)]
    sizes: Sizes,
}

/// What a child says of one size.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Figures {
    decisions_per_s: f64,
    decision_ms: Spread,
    explanation_ms: Spread,
    arrival_ms: Spread,
    bytes_per_conversation: f64,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Spread {
    p50: f64,
    p99: f64,
}

impl From<Spread> for Percentiles {
    fn from(spread: Spread) -> Percentiles {
        Percentiles { p50: spread.p50, p99: spread.p99, ..Percentiles::default() }
    }
}

pub async fn run(options: &Options, rounds: usize) -> Result<Vec<Measure>, Failure> {
    let long = options.sizes;
    let short = Sizes { waiting: (long.waiting / SHORTER).max(1), ..long };
    let mut pairs = Vec::with_capacity(rounds);
    for round in 1..=rounds {
        tell(format_args!("round {round}: the engine alone, {} and {} waiting", short.waiting, long.waiting));
        pairs.push((in_child(&short).await?, in_child(&long).await?));
    }
    let (shorts, longs): (Vec<Figures>, Vec<Figures>) = pairs.iter().cloned().unzip();
    let mut measures = of_size(short.waiting, &shorts);
    measures.extend(of_size(long.waiting, &longs));
    let growth = |(short, long): &(Figures, Figures)| short.decisions_per_s / long.decisions_per_s;
    let growths: Vec<_> = pairs.iter().map(|pair| (value(growth(pair)), value(GROWTH_WANTED))).collect();
    measures.push(Measure::new(format!("route/engine/{}/growth", long.waiting), "times the cost", &growths));
    Ok(measures)
}

fn of_size(waiting: u64, rounds: &[Figures]) -> Vec<Measure> {
    let measure = |name: &str, unit, of: &dyn Fn(&Figures) -> (Round, Round)| {
        Measure::new(format!("route/engine/{waiting}{name}"), unit, &rounds.iter().map(of).collect::<Vec<_>>())
    };
    vec![
        measure("", "decisions/s of a core", &|figures| {
            let wanted = Percentiles { p99: P99_MS_WANTED, ..Percentiles::default() };
            let ours = Round { value: figures.decisions_per_s, latency: figures.decision_ms.into() };
            (ours, Round { value: DECISIONS_A_SECOND_WANTED, latency: wanted })
        }),
        measure("/explaining", "% of a decision", &|figures| {
            let share = figures.explanation_ms.p50 / figures.decision_ms.p50 * 100.0;
            (Round { value: share, latency: figures.explanation_ms.into() }, Round::default())
        }),
        measure("/new", "us, a new conversation", &|figures| {
            let value = figures.arrival_ms.p50 * 1_000.0;
            (Round { value, latency: figures.arrival_ms.into() }, Round::default())
        }),
        measure("/memory", "bytes/waiting", &|figures| (value(figures.bytes_per_conversation), value(BYTES_WANTED))),
    ]
}

fn value(value: f64) -> Round {
    Round { value, ..Round::default() }
}

async fn in_child(sizes: &Sizes) -> Result<Figures, Failure> {
    let mut command = own_binary()?;
    let Sizes { waiting, agents, queues, skills } = sizes;
    let named = [("--waiting", waiting), ("--agents", agents), ("--queues", queues), ("--skills", skills)];
    command.arg(COMMAND).args(named.into_iter().flat_map(|(name, size)| [name.to_owned(), size.to_string()]));
    let output = command.kill_on_drop(true).output().await.map_err(Failure::failed)?;
    serde_json::from_slice(&output.stdout).map_err(|_| Failure::failed(String::from_utf8_lossy(&output.stderr).trim()))
}

/// In the child.
pub fn measure(options: &EngineOptions) -> Result<(), Failure> {
    let mut pace = Pace::begin(&options.sizes);
    let before = resident_bytes(std::process::id())?;
    pace.wait(options.sizes.waiting)?;
    let grown = resident_bytes(std::process::id())?.saturating_sub(before);
    pace.everyone_comes()?;
    let spent = pace.decide(options.sizes.waiting)?;
    let [decision_ms, explanation_ms, arrival_ms] = [spent.decisions, spent.explanations, spent.arrivals].map(spread);
    let figures = Figures {
        decisions_per_s: spent.decided as f64 / spent.deciding_ns.max(1) as f64 * 1e9,
        decision_ms,
        explanation_ms,
        arrival_ms,
        bytes_per_conversation: grown as f64 / options.sizes.waiting as f64,
    };
    Answer { json: true }.give("", &figures);
    Ok(())
}

fn spread(mut milliseconds: Vec<f64>) -> Spread {
    milliseconds.sort_by(f64::total_cmp);
    let at = |percent: usize| milliseconds.get(milliseconds.len() * percent / 100).copied().unwrap_or_default();
    Spread { p50: at(50), p99: at(99) }
}

struct Pace {
    engine: Engine,
    company: Company,
    now: Timestamp,
    last_id: u128,
}

/// Milliseconds each; of the decisions also what they took of a processor.
#[derive(Default)]
struct Spent {
    decisions: Vec<f64>,
    explanations: Vec<f64>,
    arrivals: Vec<f64>,
    decided: usize,
    deciding_ns: u64,
}

impl Pace {
    fn begin(sizes: &Sizes) -> Pace {
        let (mut company, now) = (Company::new(sizes), Timestamp(0));
        let engine = Engine::load(company.snapshot(), now);
        let mut pace = Pace { engine, company, now, last_id: 1 << 64 };
        pace.drain();
        pace
    }

    /// Milliseconds.
    fn tell(&mut self, input: Input) -> Result<f64, Failure> {
        self.now = self.now + 1;
        let last_id = &mut self.last_id;
        let mut ids = || {
            *last_id += 1;
            Uuid::from_u128(*last_id)
        };
        let begun = Instant::now();
        let handled = self.engine.handle(input, self.now, &mut ids);
        let spent = begun.elapsed().as_secs_f64() * 1e3;
        handled.map_err(|refusal| Failure::failed(format!("the engine refused: {refusal:?}")))?;
        self.drain();
        Ok(spent)
    }

    fn drain(&mut self) {
        while let Some(output) = self.engine.poll_output() {
            std::hint::black_box(output);
        }
    }

    fn wait(&mut self, waiting: u64) -> Result<(), Failure> {
        for number in 0..u128::from(waiting) {
            let new = self.company.new_conversation(number);
            self.tell(Input::StartConversation(Box::new(new)))?;
        }
        Ok(())
    }

    fn everyone_comes(&mut self) -> Result<(), Failure> {
        self.company.agent_ids().try_for_each(|agent_id| self.tell(Input::AgentConnected { agent_id }).map(drop))
    }

    /// A decision is the whole input: an agent's last conversation closes, the next one is found, assigned, offered and
    /// explained. As many come as are served, so that the line stays as long.
    fn decide(&mut self, waiting: u64) -> Result<Spent, Failure> {
        let mut spent = Spent::default();
        let wanted = DECISIONS_MAX.min(waiting as usize * 10);
        let mut next = u128::from(waiting);
        while spent.decided < wanted {
            let served = self.serve(&mut next, &mut spent)?;
            if served.is_empty() {
                return Err(Failure::failed("nobody was assigned anything: more agents or fewer skills are needed"));
            }
            let before_ns = worked_for_ns();
            for (conversation_id, agent_id) in &served {
                let (conversation_id, agent_id) = (*conversation_id, *agent_id);
                spent.decisions.push(self.tell(Input::CloseSession { conversation_id, agent_id })?);
            }
            spent.deciding_ns += worked_for_ns() - before_ns;
            spent.decided += served.len();
        }
        Ok(spent)
    }

    /// One turn: conversations come, and agents work through theirs up to the moment at which they are free again.
    fn serve(&mut self, next: &mut u128, spent: &mut Spent) -> Result<BTreeSet<(ConversationId, AgentId)>, Failure> {
        let mut served = BTreeSet::new();
        for _ in 0..TURN {
            *next += 1;
            let new = self.company.new_conversation(*next);
            let id = new.id;
            spent.arrivals.push(self.tell(Input::StartConversation(Box::new(new)))?);
            let begun = Instant::now();
            std::hint::black_box(self.engine.explain(id, self.now));
            spent.explanations.push(begun.elapsed().as_secs_f64() * 1e3);
            let agent_id = self.company.agent_for(*next);
            let Some(conversation_id) = self.engine.assigned(agent_id).next() else { continue };
            if served.insert((conversation_id, agent_id)) {
                self.tell(Input::AcceptOffer { conversation_id, session_id: None, agent_id })?;
                self.tell(Input::EndConversation { conversation_id, agent_id })?;
            }
        }
        Ok(served)
    }
}

/// How long this thread has been on a processor: on a busy machine the wall clock says something else.
fn worked_for_ns() -> u64 {
    let statistics = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    statistics.split(' ').next().and_then(|worked| worked.parse().ok()).unwrap_or_default()
}
