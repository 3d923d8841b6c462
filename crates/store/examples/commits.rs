//! What this disk and the SQLite backend allow: durable message-sends a second at several batch sizes, how fast history
//! loads, and what an agent's newest fifty cost beside it. The base that ratios of the whole server are taken from.
//!
//! `cargo run --release -p frontdesk-store --example commits -- [stored conversations] [rounds]`

use frontdesk_model::*;
use frontdesk_store::{AgentConversations, Sqlite, SqliteOptions, Store};
use std::sync::Arc;
use std::time::{Duration, Instant};

const BATCH_SIZES: [u64; 4] = [1, 16, 64, 256];
const ROUND: Duration = Duration::from_secs(2);
const LOADED_AT_ONCE: u64 = 50_000;
const AGENTS: u64 = 1_000;
const OPEN_MAX: u64 = 10_000;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let stored: u64 = arguments.next().map_or(Ok(200_000), |text| text.parse())?;
    let rounds: usize = arguments.next().map_or(Ok(5), |text| text.parse())?;
    let folder = tempfile::tempdir_in(".")?;
    let mut desk = Desk::found(Arc::new(Sqlite::open(folder.path(), SqliteOptions::new(Timestamp(0)))?)).await?;

    let began = Instant::now();
    for first in (0..stored).step_by(LOADED_AT_ONCE as usize) {
        let rows = (first..stored.min(first + LOADED_AT_ONCE)).map(|number| Row::Conversation(history(number, stored)));
        desk.store.bulk_load(desk.organization_id, rows.collect()).await?;
    }
    let seconds = began.elapsed().as_secs_f64();
    println!("load    {stored} conversations in {seconds:.1} s, {:.0} a second", stored as f64 / seconds);

    let began = Instant::now();
    let open = desk.store.load(desk.organization_id).await?.map_or(0, |snapshot| snapshot.conversations.len());
    println!("start   {open} open conversations in {:.0} ms", began.elapsed().as_secs_f64() * 1e3);

    for statuses in [vec![ConversationStatus::Active], Vec::new()] {
        let times = list_times(&desk, statuses.clone()).await?;
        println!("list    newest 50 of {statuses:?}: {}", percentiles(times));
    }

    let mut medians = vec![Vec::new(); BATCH_SIZES.len()];
    for _ in 0..rounds {
        for (size, rates) in BATCH_SIZES.into_iter().zip(&mut medians) {
            let (rate, times) = desk.send_for(ROUND, size, stored).await?;
            rates.push(rate);
            println!("commit  batches of {size:3}: {rate:8.0} messages a second; a batch {}", percentiles(times));
        }
    }
    for (size, mut rates) in BATCH_SIZES.into_iter().zip(medians) {
        rates.sort_by(f64::total_cmp);
        println!("median  batches of {size:3}: {:8.0} messages a second", rates[rates.len() / 2]);
    }
    println!("log     {} bytes", desk.store.log_bytes());
    Ok(())
}

struct Desk {
    store: Arc<Sqlite>,
    organization_id: OrganizationId,
    fence: u64,
    head: u64,
    sent: u64,
}

impl Desk {
    async fn found(store: Arc<Sqlite>) -> Result<Self, Box<dyn std::error::Error>> {
        let organization_id = id(1);
        let settings = Settings::default();
        let organization = Organization {
            id: organization_id,
            name: "Bench".to_owned(),
            created_at: Timestamp(0),
            settings,
            version: 0,
        };
        let rows = vec![Row::Organization(organization)];
        let (journal, commands) = (Vec::new(), Vec::new());
        store.commit(Batch { organization_id, fence: 0, journal_before: 0, rows, journal, commands }).await?;
        let fence = store.take_ownership(organization_id).await?;
        Ok(Desk { store, organization_id, fence, head: 0, sent: 0 })
    }

    async fn send_for(
        &mut self,
        time: Duration,
        size: u64,
        stored: u64,
    ) -> Result<(f64, Vec<Duration>), Box<dyn std::error::Error>> {
        let (began, mut times, before) = (Instant::now(), Vec::new(), self.sent);
        while began.elapsed() < time {
            let batch = self.batch(size, stored);
            let asked = Instant::now();
            self.store.commit(batch).await?;
            times.push(asked.elapsed());
        }
        Ok(((self.sent - before) as f64 / began.elapsed().as_secs_f64(), times))
    }

    /// Each message: its conversation's row, its own and one journal entry.
    fn batch(&mut self, size: u64, stored: u64) -> Batch {
        let (mut rows, mut journal) = (Vec::new(), Vec::new());
        let journal_before = self.head;
        let open = stored.min(OPEN_MAX);
        for _ in 0..size {
            self.sent += 1;
            self.head += 1;
            // Each open conversation once, then each once more, in an order that jumps about.
            let (turn, place) = (self.sent / open + 1, self.sent.wrapping_mul(7_919) % open);
            let mut conversation = Conversation::clone(&history(stored - open + place, stored));
            conversation.unread = 1;
            conversation.last_message_number = turn;
            conversation.last_public_number = turn;
            let message = Arc::new(message(conversation.id, turn, self.sent));
            journal.push(JournalEntry {
                sequence: self.head,
                at: message.sent_at,
                conversation_id: Some(conversation.id),
                audience: Audience { agents: vec![id(place % AGENTS)], ..Audience::default() },
                event: Event::MessageAdded { message: message.clone() },
            });
            rows.push(Row::Conversation(Arc::new(conversation)));
            rows.push(Row::Message(message));
        }
        let organization_id = self.organization_id;
        Batch { organization_id, fence: self.fence, journal_before, rows, journal, commands: Vec::new() }
    }
}

async fn list_times(
    desk: &Desk,
    statuses: Vec<ConversationStatus>,
) -> Result<Vec<Duration>, Box<dyn std::error::Error>> {
    let mut times = Vec::new();
    for turn in 0..2_000 {
        let query = AgentConversations {
            agent_id: id(turn * 7 % AGENTS),
            statuses: statuses.clone(),
            created_from: None,
            created_before: None,
            order: Vec::new(),
            offset: 0,
            limit: 50,
        };
        let asked = Instant::now();
        desk.store.list_agent_conversations(desk.organization_id, query).await?;
        times.push(asked.elapsed());
    }
    Ok(times)
}

fn percentiles(mut times: Vec<Duration>) -> String {
    times.sort();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e3;
    format!("p50 {:.2} ms, p99 {:.2} ms", at(0.5), at(0.99))
}

fn id<T: From<Uuid>>(number: u64) -> T {
    Uuid::from_u64_pair(0x0190_0000_0000_7000 + number / 1_000, 0x8000_0000_0000_0000 | number).into()
}

/// The last ten thousand are active, the rest closed; agents take turns.
fn history(number: u64, of: u64) -> Arc<Conversation> {
    let at = Timestamp(1_700_000_000_000 + number as i64 * 1_000);
    let active = number + OPEN_MAX >= of;
    let agent = Some(id(number % AGENTS));
    Arc::new(Conversation {
        id: id(number),
        status: if active { ConversationStatus::Active } else { ConversationStatus::Closed },
        status_reason: if active { StatusReason::InConversation } else { StatusReason::EndedByAgent },
        channel: Channel::LiveChat,
        mode: ConversationMode::LiveChat,
        distribution: DistributionMode::Push,
        workstream_id: id(11),
        queue_id: Some(id(12)),
        widget_id: Some(id(13)),
        visitor_id: Some(id(20_000_000 + number)),
        title: format!("Where is my order {number}?"),
        priority: Priority::Normal,
        locale: Some("en-GB".to_owned()),
        customer_name: format!("Customer {}", number % 5_000),
        customer: None,
        case_id: None,
        context: Vec::new(),
        active_agent_id: agent.filter(|_| active),
        list_agent_id: agent,
        last_agent_id: agent,
        active_agent_assigned_at: Some(at),
        active_participant_id: Some(id(number)),
        last_session_id: Some(id(number)),
        created_at: at,
        modified_at: at,
        status_changed_at: at,
        started_at: Some(at),
        queued_at: Some(at),
        wrap_up_started_at: None,
        closed_at: (!active).then_some(at + 600_000),
        first_wait_ms: Some(12_000),
        talk_ms: 240_000,
        wrap_up_ms: 30_000,
        transfer_count: 0,
        escalation_count: 0,
        accepted: true,
        abandoned: false,
        held_units: 30,
        held_until: None,
        declines: Vec::new(),
        last_message_number: 0,
        last_public_number: 0,
        unread: 0,
        last_message: Some(MessagePreview {
            from_customer: true,
            sender_name: format!("Customer {}", number % 5_000),
            text: "Thank you, that is all I wanted to know.".to_owned(),
            attachments: 0,
            sent_at: at,
        }),
        customer_waiting_since: None,
        marks: ReadMarks::default(),
        customer_presence: CustomerPresence::Connected,
        demand: Demand::default(),
    })
}

fn message(conversation_id: ConversationId, number: u64, sent: u64) -> Message {
    Message {
        conversation_id,
        number,
        public_number: Some(number),
        sent_at: Timestamp(1_800_000_000_000 + sent as i64),
        sender: Sender::Customer { visitor_id: Some(id(sent)), name: "Customer".to_owned() },
        visibility: Visibility::Public,
        text: "I ordered two weeks ago and have heard nothing since; could you look it up for me, please?".to_owned(),
        attachments: Vec::new(),
        client_message_id: Some(format!("{sent:032x}")),
    }
}
