//! The data folder that a server routes from: agents, queues, and two widgets whose visitors are sent to a queue by the
//! topic they name; one has a rule for each queue, the other many more. Knows no HTTP.

use crate::bench::data::{self, AgentAccess};
use crate::failure::Failure;
use crate::random::Random;
use frontdesk_model::*;
use frontdesk_predicate::Predicate;
use frontdesk_store::{Sqlite, SqliteOptions, Store};
use std::path::Path;

const SEED: u64 = 4;
const QUEUES_OF_AN_AGENT: usize = 4;
const ADMINISTRATOR: &str = "fdt_bench_administrator";

#[derive(Clone, Copy, Debug)]
pub struct Shape {
    pub agents: usize,
    pub queues: usize,
    /// Of the second widget.
    pub rules: usize,
}

pub struct Folder {
    pub agents: Vec<AgentAccess>,
    pub administrator: String,
    /// A rule for each queue; and as many rules as asked for.
    pub doors: [Door; 2],
}

/// A widget, and how those who come by it are sent on.
#[derive(Clone)]
pub struct Door {
    pub widget_id: WidgetId,
    pub ruleset_id: RulesetId,
    pub rules: usize,
    queues: Vec<QueueId>,
}

impl Door {
    /// Which queue a topic belongs to: the rule of that name says so.
    pub fn queue_of(&self, topic: usize) -> QueueId {
        self.queues[topic % self.queues.len()]
    }

    pub fn name_of_rule(topic: usize) -> String {
        format!("topic-{topic}")
    }

    fn ruleset(&self, workstream_id: WorkstreamId) -> Ruleset {
        let rule = |topic| RouteRule {
            name: Door::name_of_rule(topic),
            when: Predicate::equal("context.topic", topic.to_string()),
            queues: vec![QueueShare { queue_id: self.queue_of(topic), percent: 100 }],
        };
        let rules = Rules::RouteToQueue((0..self.rules).map(rule).collect());
        Ruleset { id: self.ruleset_id, name: "Topics".into(), workstream_id, position: 1, rules, version: 1 }
    }
}

/// Fills a new data folder and closes it again.
pub async fn fill(path: &Path, shape: Shape) -> Result<Folder, Failure> {
    let now = Timestamp(jiff::Timestamp::now().as_millisecond());
    let mut random = Random::new(SEED);
    let mut id = || random.id_at(now.as_millis());
    let organization_id = OrganizationId(id());
    let mut rows = vec![Row::Organization(organization(organization_id, now))];
    rows.extend(data::presences(std::array::from_fn(|_| id())));

    let administrator = data::agent(AgentId(id()), "Administrator".into(), Role::Administrator, 1);
    rows.push(Row::Token(data::access(TokenId(id()), administrator.id, ADMINISTRATOR)));
    rows.push(Row::Agent(administrator));
    let mut agents = Vec::with_capacity(shape.agents);
    for number in 0..shape.agents {
        // One conversation at a time.
        let agent = data::agent(AgentId(id()), format!("Agent {number}"), Role::Agent, 1);
        let token = format!("fdt_bench_agent_{number}");
        rows.push(Row::Token(data::access(TokenId(id()), agent.id, &token)));
        agents.push(AgentAccess { id: agent.id, token });
        rows.push(Row::Agent(agent));
    }
    let mut queues = Vec::with_capacity(shape.queues);
    for number in 0..shape.queues {
        // However few they are, nobody waits where nobody serves.
        let serves = |agent: &usize| {
            number % shape.agents == *agent
                || (0..QUEUES_OF_AN_AGENT).any(|nth| (agent + nth * 37) % shape.queues == number)
        };
        let members = (0..shape.agents).filter(serves).map(|agent| agents[agent].id).collect();
        let queue =
            Queue { id: QueueId(id()), name: format!("Queue {number}"), members, version: 1, ..Queue::default() };
        queues.push(queue.id);
        rows.push(Row::Queue(queue));
    }
    let doors = [shape.queues, shape.rules].map(|rules| {
        let workstream = workstream(WorkstreamId(id()), format!("Chat with {rules} rules"), queues[0]);
        let widget = widget(WidgetId(id()), &workstream);
        let door = Door { widget_id: widget.id, ruleset_id: RulesetId(id()), rules, queues: queues.clone() };
        rows.push(Row::Ruleset(door.ruleset(workstream.id)));
        rows.extend([Row::Workstream(workstream), Row::Widget(widget)]);
        door
    });

    let store = Sqlite::open(path, SqliteOptions::new(now))?;
    store.bulk_load(organization_id, rows).await.map_err(Failure::failed)?;
    Ok(Folder { agents, administrator: ADMINISTRATOR.to_owned(), doors })
}

/// Nobody gives up while we measure.
fn organization(id: OrganizationId, created_at: Timestamp) -> Organization {
    let mut organization = data::organization(id, created_at);
    organization.settings.timers.live_chat_open_close_ms = None;
    organization.settings.timers.live_chat_wrap_up_close_ms = None;
    organization
}

fn workstream(id: WorkstreamId, name: String, fallback_queue_id: QueueId) -> Workstream {
    Workstream { id, name, fallback_queue_id, version: 1, ..Workstream::default() }
}

fn widget(id: WidgetId, workstream: &Workstream) -> Widget {
    Widget {
        id,
        name: workstream.name.clone(),
        workstream_id: workstream.id,
        title: "Chat".into(),
        greeting: "How can we help?".into(),
        color: "#336699".into(),
        version: 1,
        ..Widget::default()
    }
}
