//! Two engines that are told the same, one polled after each call and one after many, as a desk does that commits in
//! groups: in the end the same must be written and told. Knows nothing of what that is.

use crate::record::Record;
use crate::run::run_seed;
use crate::system::System;
use crate::world::World;
use frontdesk_engine::{Alarm, Engine, Ids, Input, Output, Refusal, Reply};
use frontdesk_model::*;
use std::borrow::Cow;
use std::sync::Arc;

const CALLS_A_BATCH: usize = 17;

struct Twins {
    polled_often: Engine,
    polled_rarely: Engine,
    often: Written,
    rarely: Written,
    calls: usize,
}

/// All rows in their last image, all messages and events in order.
#[derive(Clone, Debug, PartialEq)]
struct Written {
    record: Record,
    messages: Vec<Arc<Message>>,
    events: Vec<Output>,
}

impl Written {
    fn new(organization: &Organization) -> Written {
        let record = Record { organization: Some(organization.clone()), ..Record::default() };
        Written { record, messages: Vec::new(), events: Vec::new() }
    }

    fn write(&mut self, outputs: Vec<Output>) {
        self.messages.extend(self.record.apply(&outputs).messages);
        self.events.extend(outputs.into_iter().filter(|output| matches!(output, Output::Event { .. })));
    }
}

impl Written {
    /// Rows of a batch come by id: what was written first among a conversation's sessions is not told by their order.
    fn in_order(&self) -> Written {
        let mut sorted = self.clone();
        let record = &mut sorted.record;
        record.sessions.retain(|id, _| record.conversations.contains_key(id));
        record.participants.retain(|id, _| record.conversations.contains_key(id));
        record.sessions.values_mut().for_each(|sessions| sessions.sort_by_key(|session| session.id));
        record.participants.values_mut().for_each(|all| all.sort_by_key(|participant| participant.id));
        sorted
    }
}

/// Gives one twin the ids that the other drew.
struct Replayed<'a>(&'a mut dyn Iterator<Item = Uuid>);

impl Ids for Replayed<'_> {
    fn next(&mut self) -> Uuid {
        self.0.next().expect("both draw alike")
    }
}

impl Twins {
    fn new(world: &World) -> Twins {
        Twins {
            polled_often: Engine::new(world.organization.clone()),
            polled_rarely: Engine::new(world.organization.clone()),
            often: Written::new(&world.organization),
            rarely: Written::new(&world.organization),
            calls: 0,
        }
    }

    /// The same call to both.
    fn call<T: PartialEq + std::fmt::Debug>(
        &mut self,
        ids: &mut dyn Ids,
        call: impl Fn(&mut Engine, &mut dyn Ids) -> T,
    ) -> T {
        self.calls += 1;
        if self.calls.is_multiple_of(CALLS_A_BATCH) {
            self.compare();
        }
        let mut drawn = Vec::new();
        let mut draw = || {
            drawn.push(ids.next());
            drawn[drawn.len() - 1]
        };
        let answer = call(&mut self.polled_often, &mut draw);
        let again = call(&mut self.polled_rarely, &mut Replayed(&mut drawn.into_iter()));
        assert_eq!(answer, again);
        answer
    }

    fn compare(&mut self) {
        self.rarely.write(std::iter::from_fn(|| self.polled_rarely.poll_output()).collect());
        let (often, rarely) = (self.often.in_order(), self.rarely.in_order());
        assert!(often == rarely, "after {} calls:\n{often:?}\n{rarely:?}", self.calls);
        for written in [&mut self.often, &mut self.rarely] {
            written.messages.clear();
            written.events.clear();
        }
    }
}

impl System for Twins {
    fn handle(&mut self, input: Input, now: Timestamp, ids: &mut dyn Ids) -> Result<Reply, Refusal> {
        self.call(ids, |engine, ids| engine.handle(input.clone(), now, ids))
    }

    fn handle_timeout(&mut self, now: Timestamp, ids: &mut dyn Ids) {
        self.call(ids, |engine, ids| engine.handle_timeout(now, ids));
    }

    fn poll_output(&mut self) -> Option<Output> {
        let output = self.polled_often.poll_output()?;
        self.often.write(vec![output.clone()]);
        Some(output)
    }

    fn poll_timeout(&self) -> Option<Alarm> {
        assert_eq!(self.polled_often.poll_timeout(), self.polled_rarely.poll_timeout());
        self.polled_often.poll_timeout()
    }

    fn conversations(&self) -> impl Iterator<Item = Arc<Conversation>> {
        System::conversations(&self.polled_often)
    }

    fn statuses(&self) -> impl Iterator<Item = Cow<'_, AgentStatus>> {
        System::statuses(&self.polled_often)
    }

    fn sessions(&self) -> impl Iterator<Item = Cow<'_, Session>> {
        System::sessions(&self.polled_often)
    }

    fn participants(&self) -> impl Iterator<Item = Cow<'_, Participant>> {
        System::participants(&self.polled_often)
    }

    fn waiting(&self, queue: QueueId) -> Vec<ConversationId> {
        System::waiting(&self.polled_often, queue)
    }

    fn audit(&self, now: Timestamp) -> Vec<String> {
        System::audit(&self.polled_often, now)
    }

    /// What was not committed is lost: the batch has to be written first.
    fn load(&self, snapshot: Snapshot, now: Timestamp) -> Self {
        Twins {
            polled_often: Engine::load(snapshot.clone(), now),
            polled_rarely: Engine::load(snapshot, now),
            often: self.often.clone(),
            rarely: self.often.clone(),
            calls: 0,
        }
    }
}

#[test]
fn a_batch_of_calls_writes_and_tells_what_the_calls_one_by_one_do() {
    for seed in 1..=12 {
        let outcome = run_seed(seed, 1_000, false, Twins::new);
        assert!(outcome.failure.is_none(), "{:?}", outcome.failure.map(|failure| failure.broken));
    }
}
