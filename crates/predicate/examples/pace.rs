//! What finding the first rule costs, by the number of rules: indexed and one after the other, in one run.
//!
//!     cargo run --release -p frontdesk-predicate --example pace

use frontdesk_predicate::{FirstMatch, Predicate, Record, ValueRef, reach};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// A conversation as the rules see it.
struct Conversation {
    channel: &'static str,
    product: String,
    orders: String,
    vip: bool,
}

impl Record for Conversation {
    fn value(&self, field: &str) -> Option<ValueRef<'_>> {
        Some(match field {
            "conversation.channel" => ValueRef::Text(self.channel),
            "context.product" => ValueRef::Text(&self.product),
            "context.orders" => ValueRef::Text(&self.orders),
            "customer.vip" => ValueRef::Boolean(self.vip),
            _ => return None,
        })
    }
}

const CHANNELS: [&str; 3] = ["chat", "sms", "voice"];

/// Three rules a product, as a catalogue grows them, and ten that look at no product. The last rule catches the rest.
fn rules(count: usize) -> Vec<Predicate> {
    let rule = |number: usize| {
        let (channel, product) = (CHANNELS[number % 3], number / 3);
        match number % 10 {
            0 if number < 100 => format!("context.orders > {}", 900 + number),
            1 => format!(r#"conversation.channel == "{channel}" && context.product in ["P-{product}", "Q-{product}"]"#),
            2 => format!(r#"context.product == "P-{product}" && (customer.vip || context.orders > 50)"#),
            _ => format!(r#"conversation.channel == "{channel}" && context.product == "P-{product}""#),
        }
    };
    let parse = |text: String| Predicate::parse(&text).unwrap_or_else(|error| panic!("{text}: {error}"));
    (0..count - 1).map(|number| parse(rule(number))).chain([Predicate::Always]).collect()
}

/// Products all over the catalogue, a tenth unknown to every rule.
fn conversations(rules: usize) -> Vec<Conversation> {
    let conversation = |number: usize| Conversation {
        channel: CHANNELS[number % 3],
        product: format!("P-{}", number.wrapping_mul(2_654_435_761) % (rules / 3 * 10 / 9 + 1)),
        orders: (number % 100).to_string(),
        vip: number.is_multiple_of(7),
    };
    (0..997).map(conversation).collect()
}

fn main() {
    println!("{:>7}  {:>12}  {:>12}  {:>10}  {:>12}", "rules", "indexed ns", "in turn ns", "build ms", "reach ms");
    for count in [100, 1_000, 10_000] {
        let rules = rules(count);
        let conversations = conversations(count);
        let started = Instant::now();
        let index = FirstMatch::new(rules.clone());
        let build = started.elapsed();
        let started = Instant::now();
        black_box(reach::unreachable(&rules));
        let reach = started.elapsed();
        let in_turn = |record: &Conversation| rules.iter().position(|rule| rule.holds(record));
        for conversation in &conversations {
            assert_eq!(index.first(conversation), in_turn(conversation), "the two agree");
        }
        let indexed = cost_ns(&conversations, |conversation| index.first(conversation));
        let naive = cost_ns(&conversations, in_turn);
        let ms = |time: Duration| time.as_secs_f64() * 1e3;
        println!("{count:>7}  {indexed:>12.0}  {naive:>12.0}  {:>10.1}  {:>12.1}", ms(build), ms(reach));
    }
}

/// Of one call: the quickest of several passes over all records, each at least 50 ms long.
fn cost_ns(records: &[Conversation], decide: impl Fn(&Conversation) -> Option<usize>) -> f64 {
    let pass = || {
        let started = Instant::now();
        let mut calls = 0;
        while started.elapsed() < Duration::from_millis(50) {
            for record in records {
                black_box(decide(black_box(record)));
            }
            calls += records.len();
        }
        started.elapsed().as_nanos() as f64 / calls as f64
    };
    (0..5).map(|_| pass()).fold(f64::INFINITY, f64::min)
}
