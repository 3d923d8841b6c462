//! Simulated customers: they come to the shop's two widgets, say what is on their mind, wait for answers and leave. They use
//! the public visitor API, like any browser. Knows nothing of agents.

use super::company::CUSTOMERS;
use super::scenarios::{Filling, Scenario, Voice};
use crate::client::wire::{Side, VisitorFrame};
use crate::client::{Api, ApiError, Heard, StartConversation, VisitorClient};
use crate::random::Random;
use frontdesk_model::{ConversationStatus, WidgetId};
use serde_json::json;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, sleep_until};

const AT_ONCE_MAX: usize = 14;
const PAUSE_MS: std::ops::Range<u64> = 6_000..22_000;
const THINK_MS: std::ops::Range<u64> = 5_000..16_000;
/// Without an answer for so long, a customer gives up.
const PATIENCE: Duration = Duration::from_secs(8 * 60);
/// Said everything: how long they still wait for the agent to end.
const LINGER: Duration = Duration::from_secs(45);

#[derive(Clone, Copy)]
pub struct Widgets {
    pub website: WidgetId,
    pub account: WidgetId,
}

/// Sends customers until it is dropped.
pub async fn arrive(api: Api, widgets: Widgets, random: Random, scenarios: Arc<Vec<Scenario>>) {
    let mut pace = random.branch("arrivals");
    let mut present = JoinSet::new();
    for number in 0_u64.. {
        while present.len() >= AT_ONCE_MAX {
            present.join_next().await;
        }
        while present.try_join_next().is_some() {}
        let (api, scenarios) = (api.clone(), scenarios.clone());
        let random = random.branch(&format!("customer {number}"));
        present.spawn(async move {
            if let Err(error) = visit(&api, widgets, random, &scenarios).await {
                tracing::debug!(%error, "a simulated customer left");
            }
        });
        sleep(Duration::from_millis(pace.within(PAUSE_MS))).await;
    }
}

async fn visit(api: &Api, widgets: Widgets, mut random: Random, scenarios: &[Scenario]) -> Result<(), ApiError> {
    let scenario = random.pick(scenarios);
    let name = *random.pick(&CUSTOMERS);
    let filling = Filling::draw(&mut random, "", name);
    let mut said = scenario.lines.iter().filter(|(voice, _)| *voice == Voice::Customer).map(|(_, line)| *line);
    let first = filling.fill(said.next().unwrap_or("Hello?"));
    let website = random.chance(65);
    let key = uuid::Uuid::now_v7().to_string();
    let start = StartConversation {
        widget_id: if website { widgets.website } else { widgets.account },
        name: Some(name.to_owned()),
        email: None,
        title: Some(scenario.title.to_owned()),
        locale: Some(scenario.locale.to_owned()),
        context: BTreeMap::from([
            ("order".to_owned(), filling.order.clone()),
            ("topic".to_owned(), scenario.queue.key().to_owned()),
        ]),
        text: first,
        client_message_id: format!("{key}-0"),
    };
    let visitor = VisitorClient::start(api, &key, &start).await?;
    let words = said.map(|line| filling.fill(line)).collect();
    Visit { visitor, key, words, spoken: 0, random, ends: website }.stay().await
}

struct Visit {
    visitor: VisitorClient,
    key: String,
    /// Still to say.
    words: Vec<String>,
    spoken: usize,
    random: Random,
    /// Live chat is ended; a lasting conversation is just left.
    ends: bool,
}

impl Visit {
    async fn stay(mut self) -> Result<(), ApiError> {
        let mut live = self.visitor.live();
        let teller = live.teller();
        let mut leave_at = Instant::now() + PATIENCE;
        let mut speak_at: Option<Instant> = None;
        loop {
            let speaking = speak_at.unwrap_or(leave_at);
            tokio::select! {
                heard = live.next() => match heard {
                    Heard::Frame(VisitorFrame::Message { message }) if message.from == Side::Agent => {
                        teller.tell(&json!({ "type": "marks", "delivered": message.number, "read": message.number }));
                        // An agent may say several things: answer the last one.
                        speak_at = Some(Instant::now() + Duration::from_millis(self.random.within(THINK_MS)));
                    }
                    Heard::Frame(VisitorFrame::Status { status: ConversationStatus::WrapUp | ConversationStatus::Closed }) => {
                        return Ok(());
                    }
                    Heard::Frame(_) | Heard::Nonsense(_) => {}
                    Heard::Ended(_) => return Ok(()),
                },
                () = sleep_until(speaking), if speak_at.is_some() => {
                    speak_at = None;
                    leave_at = Instant::now() + if self.speak(&teller).await? { PATIENCE } else { LINGER };
                }
                () = sleep_until(leave_at), if speak_at.is_none() => break,
            }
        }
        match self.ends {
            true => self.visitor.end(&format!("{}-end", self.key)).await,
            false => Ok(()),
        }
    }

    /// False when everything has been said.
    async fn speak(&mut self, teller: &crate::client::Teller) -> Result<bool, ApiError> {
        let Some(text) = self.words.get(self.spoken).cloned() else { return Ok(false) };
        self.spoken += 1;
        teller.tell(&json!({ "type": "typing" }));
        sleep(Duration::from_millis(25 * text.chars().count() as u64)).await;
        self.visitor.send(&text, &format!("{}-{}", self.key, self.spoken)).await?;
        Ok(self.spoken < self.words.len())
    }
}
