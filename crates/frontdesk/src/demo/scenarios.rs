//! What the shop's customers and agents talk about, read from `scenarios.txt`. Knows nobody by name.

use super::company::QueueName;
use crate::random::Random;

const TEXT: &str = include_str!("scenarios.txt");

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    Customer,
    Agent,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    pub queue: QueueName,
    pub locale: &'static str,
    pub title: &'static str,
    pub lines: Vec<(Voice, &'static str)>,
}

/// What fills the braces.
#[derive(Clone, Debug)]
pub struct Filling {
    /// By the word in braces.
    goods: [(&'static str, &'static str); GOODS.len()],
    pub order: String,
    pub city: &'static str,
    pub day: &'static str,
    pub sum: String,
    pub agent: String,
    pub customer: String,
}

impl Filling {
    pub fn draw(random: &mut Random, agent: &str, customer: &str) -> Filling {
        Filling {
            goods: GOODS.map(|(word, names)| (word, *random.pick(names))),
            order: format!("AP-{}", random.within(40_000..99_999)),
            city: random.pick::<&str>(&CITIES),
            day: random.pick::<&str>(&DAYS),
            sum: format!("€ {}.00", random.within(2..90) * 10),
            agent: first_name(agent).to_owned(),
            customer: first_name(customer).to_owned(),
        }
    }

    pub fn fill(&self, line: &str) -> String {
        let goods = self.goods.iter().fold(line.to_owned(), |line, (word, name)| line.replace(word, name));
        goods
            .replace("{order}", &self.order)
            .replace("{city}", self.city)
            .replace("{day}", self.day)
            .replace("{sum}", &self.sum)
            .replace("{agent}", &self.agent)
            .replace("{customer}", &self.customer)
    }
}

const GOODS: [(&str, &[&str]); 7] = [
    ("{product}", &["Fjord sofa", "Larch dining table", "Hazel bed", "Cove wardrobe", "Sill desk", "Heath rug"]),
    ("{sofa}", &["Fjord sofa", "Moss armchair", "Otter day bed", "Dune corner sofa"]),
    ("{table}", &["Larch dining table", "Sill desk", "Rowan sideboard", "Pebble coffee table"]),
    ("{lamp}", &["Ember floor lamp", "Lumen pendant", "Firefly desk lamp"]),
    ("{chair}", &["Tern", "Linden", "Sorrel"]),
    ("{cabinet}", &["Cove wardrobe", "Birch chest of drawers", "Quarry sideboard"]),
    ("{bed}", &["Hazel bed", "Willow bed"]),
];
const CITIES: [&str; 10] =
    ["Leeds", "Bristol", "Utrecht", "Hamburg", "Lyon", "Valencia", "Graz", "Ghent", "Aarhus", "Portland"];
const DAYS: [&str; 5] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

fn first_name(name: &str) -> &str {
    name.split(' ').next().unwrap_or(name)
}

/// All of them, in the file's order.
pub fn all() -> Vec<Scenario> {
    let mut scenarios: Vec<Scenario> = Vec::new();
    for line in TEXT.lines() {
        if let Some(heading) = line.strip_prefix("== ") {
            scenarios.extend(open(heading));
        } else if let (Some(scenario), Some((voice, words))) = (scenarios.last_mut(), spoken(line)) {
            scenario.lines.push((voice, words));
        }
    }
    scenarios
}

fn open(heading: &'static str) -> Option<Scenario> {
    let mut parts = heading.split(" | ").skip(1);
    let queue = QueueName::from_key(parts.next()?)?;
    Some(Scenario { queue, locale: parts.next()?, title: parts.next()?, lines: Vec::new() })
}

fn spoken(line: &'static str) -> Option<(Voice, &'static str)> {
    let customer = line.strip_prefix("C: ").map(|words| (Voice::Customer, words));
    customer.or_else(|| line.strip_prefix("A: ").map(|words| (Voice::Agent, words)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_scenario_is_read_and_every_brace_filled() {
        let scenarios = all();
        assert_eq!(scenarios.len(), TEXT.lines().filter(|line| line.starts_with("== ")).count());
        assert_eq!(scenarios.iter().map(|scenario| scenario.title).collect::<BTreeSet<_>>().len(), scenarios.len());
        let filling = Filling::draw(&mut Random::new(1), "Mara Lind", "Tom Reed");
        for scenario in &scenarios {
            assert!(scenario.lines.len() >= 5, "{}", scenario.title);
            assert_eq!(scenario.lines[0].0, Voice::Customer, "{}", scenario.title);
            for (_, line) in &scenario.lines {
                assert!(!filling.fill(line).contains('{'), "{line}");
            }
        }
    }
}
