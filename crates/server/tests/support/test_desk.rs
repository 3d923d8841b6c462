//! A desk in one line, over a store that can fail, on a clock that stands. Knows nothing of HTTP.

use super::faulty_store::FaultyStore;
use super::fixture;
use frontdesk_bus::InProcess;
use frontdesk_engine::{Alarm, Engine, Ids, Input, Output, Refusal, Reply};
use frontdesk_model::{ConversationId, Message, Row, Snapshot, Timestamp};
use frontdesk_server::clock::{Clock, ManualClock};
use frontdesk_server::desk::{
    Carried, Command, Core, Desk, DeskError, DeskMetrics, Loader, Question, Surroundings, Told,
};
use frontdesk_server::ids::CountingIds;
use frontdesk_store::{Memory, Store};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// A customer's message with these words makes the engine panic.
pub const PANIC: &str = "panic!";

pub struct TestDesk {
    pub desk: Desk,
    pub store: Arc<FaultyStore>,
    pub clock: Arc<ManualClock>,
    pub metrics: Arc<DeskMetrics>,
}

impl TestDesk {
    /// The fixture's organisation over a store in memory.
    pub async fn open() -> Self {
        Self::open_over(Arc::new(Memory::new())).await
    }

    pub async fn open_over(inner: Arc<dyn Store>) -> Self {
        let rows = [Row::Organization(fixture::organization())].into_iter().chain(fixture::rows()).collect();
        inner.bulk_load(fixture::organization_id(), rows).await.expect("the fixture is sound");
        Self::resume(FaultyStore::new(inner), Arc::new(ManualClock::new(fixture::START))).await
    }

    async fn resume(store: Arc<FaultyStore>, clock: Arc<ManualClock>) -> Self {
        let metrics = Arc::new(DeskMetrics::default());
        let surroundings = surroundings(store.clone(), clock.clone(), metrics.clone());
        let desk = Desk::open(fixture::organization_id(), surroundings).await.expect("the desk opens");
        TestDesk { desk, store, clock, metrics }
    }

    /// Another process over the same store: this one just stops.
    pub async fn restart(self) -> Self {
        let TestDesk { desk, store, clock, .. } = self;
        drop(desk);
        clock.advance(Duration::from_millis(1));
        Self::resume(store, clock).await
    }

    pub async fn command(&self, input: Input) -> Result<Reply, DeskError> {
        self.desk.command(None, input).await
    }

    /// Without waiting for the outcome.
    pub fn send(&self, command: Command) -> tokio::task::JoinHandle<Result<Carried, DeskError>> {
        let desk = self.desk.clone();
        tokio::spawn(async move { desk.submit(command).await })
    }

    /// Until so many commands wait or are on their way to disk.
    pub async fn depth(&self, depth: usize) {
        while self.desk.depth() != depth {
            tokio::task::yield_now().await;
        }
    }

    /// All messages of a conversation, from the store.
    pub async fn messages(&self, id: ConversationId) -> Vec<Arc<Message>> {
        self.store.list_messages(fixture::organization_id(), id, 0, 10_000).await.expect("messages").items
    }

    pub fn shown(&self, id: ConversationId) -> bool {
        self.desk.view().conversation(id).is_some()
    }
}

pub fn surroundings(store: Arc<dyn Store>, clock: Arc<dyn Clock>, metrics: Arc<DeskMetrics>) -> Surroundings {
    // Each process makes ids of its own.
    static PROCESSES: AtomicU64 = AtomicU64::new(1);
    let ids = Arc::new(CountingIds::new(PROCESSES.fetch_add(1, Ordering::Relaxed)));
    Surroundings { store, clock, ids, metrics, bus: Arc::new(InProcess::new()), loader: fragile_loader() }
}

fn fragile_loader() -> Loader {
    Arc::new(|snapshot: Snapshot, now: Timestamp| {
        Box::new(Fragile { engine: Engine::load(snapshot, now) }) as Box<dyn Core>
    })
}

/// The engine, with a fault in it.
struct Fragile {
    engine: Engine,
}

impl Core for Fragile {
    fn handle(&mut self, input: Input, now: Timestamp, ids: &mut dyn Ids) -> Result<Reply, Refusal> {
        let fatal = matches!(&input, Input::CustomerMessage { text, .. } if text == PANIC);
        let reply = Core::handle(&mut self.engine, input, now, ids);
        assert!(!fatal, "told to");
        reply
    }

    fn poll_output(&mut self) -> Option<Output> {
        Core::poll_output(&mut self.engine)
    }

    fn poll_timeout(&self) -> Option<Alarm> {
        Core::poll_timeout(&self.engine)
    }

    fn handle_timeout(&mut self, now: Timestamp, ids: &mut dyn Ids) {
        Core::handle_timeout(&mut self.engine, now, ids);
    }

    fn tell(&self, question: Question, now: Timestamp) -> Told {
        Core::tell(&self.engine, question, now)
    }
}
