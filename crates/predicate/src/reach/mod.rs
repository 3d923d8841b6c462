//! Rules of an ordered list that can never be the first to hold: because they contradict themselves, or because earlier rules
//! catch all that they would. Knows only the conditions.
//!
//! **Sound:** a rule that some record would reach is never reported, whatever kinds of values the record has. **Not complete:**
//! reported are
//! - contradictions between the tests of one field: values, lists, ranges of numbers and times, parts of texts, absence, and a
//!   test beside its own negation;
//! - rules of which each alternative is caught by *one* earlier alternative that asks for the same or less, or, for lists,
//!   of which each value is.
//!
//! Not seen are ranges that only together cover a later one, orders of texts, and arithmetic between fields. Bounded, so that
//! no list takes long, are the alternatives of a rule ([`BRANCHES_MAX`]), the values in a list ([`VALUES_MAX`]; a rule past either
//! is left alone), the alternatives kept of all rules ([`KEPT_MAX`]) and the steps spent ([`STEPS_MAX`]).

mod branch;

use crate::tree::Predicate;
use crate::value::Value;
use branch::{Branch, branches};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

pub const BRANCHES_MAX: usize = 64;
pub const VALUES_MAX: usize = 256;
pub const KEPT_MAX: usize = 50_000;
pub const STEPS_MAX: usize = 5_000_000;

/// A rule of the list, counted from 0, that is never the first to hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unreachable {
    pub rule: usize,
    pub because: Because,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Because {
    /// It holds for no record at all.
    Contradiction,
    /// These earlier rules hold whenever it does.
    CoveredBy(Vec<usize>),
}

/// The unreachable rules of an ordered list, ascending.
pub fn unreachable(predicates: &[Predicate]) -> Vec<Unreachable> {
    let mut earlier = Earlier::default();
    let mut found = Vec::new();
    for (rule, predicate) in predicates.iter().enumerate() {
        let Some(mut alternatives) = branches(predicate) else {
            continue;
        };
        alternatives.retain(|branch| !branch.is_contradictory());
        if alternatives.is_empty() {
            found.push(Unreachable { rule, because: Because::Contradiction });
            continue;
        }
        let mut covering = BTreeSet::new();
        if alternatives.iter().all(|branch| earlier.covers(branch, &mut covering)) {
            found.push(Unreachable { rule, because: Because::CoveredBy(covering.into_iter().collect()) });
            // What it would catch is caught already, so it need not be looked at again.
            continue;
        }
        alternatives.into_iter().for_each(|branch| earlier.add(rule, branch));
    }
    found
}

/// The alternatives of the rules so far, found by one value each of them asks for.
#[derive(Default)]
struct Earlier<'a> {
    branches: Vec<(usize, Branch<'a>)>,
    by_value: BTreeMap<(&'a str, Value), Vec<usize>>,
    others: Vec<usize>,
    /// Spent so far: one for each comparison, and one for each value handled in it.
    steps: usize,
}

impl<'a> Earlier<'a> {
    fn add(&mut self, rule: usize, branch: Branch<'a>) {
        let place = self.branches.len();
        if place == KEPT_MAX || self.is_spent() {
            return;
        }
        self.steps += branch.values();
        let crowd = |(field, values): &(&'a str, Vec<Value>)| -> usize {
            let sharing = values.iter().map(|value| self.by_value.get(&(*field, value.clone())).map_or(0, Vec::len));
            sharing.sum::<usize>() + values.len()
        };
        match branch.lists().into_iter().min_by_key(crowd) {
            Some((field, values)) => {
                for value in values {
                    self.by_value.entry((field, value)).or_default().push(place);
                }
            }
            None => self.others.push(place),
        }
        self.branches.push((rule, branch));
    }

    /// Whether whatever fits the branch fits an earlier one; adds the rules that show it.
    fn covers(&mut self, branch: &Branch<'a>, covering: &mut BTreeSet<usize>) -> bool {
        if let Some(rule) = self.covering(branch) {
            covering.insert(rule);
            return true;
        }
        if self.is_spent() {
            return false;
        }
        branch.lists().into_iter().filter(|(_, values)| values.len() > 1).any(|(field, values)| {
            let each = values.len();
            let mut covering_one = |value| {
                self.steps += each;
                self.covering(&branch.with_value(field, value))
            };
            let rules: Option<BTreeSet<usize>> = values.into_iter().map(&mut covering_one).collect();
            rules.map(|mut rules| covering.append(&mut rules)).is_some()
        })
    }

    fn is_spent(&self) -> bool {
        self.steps > STEPS_MAX
    }

    fn covering(&mut self, branch: &Branch<'a>) -> Option<usize> {
        if self.is_spent() {
            return None;
        }
        let lists = branch.lists();
        let cost = 1 + branch.values();
        let by_value = lists.into_iter().filter_map(|(field, mut values)| {
            // An earlier list that holds all the values holds the first.
            values.truncate(1);
            self.by_value.get(&(field, values.pop()?))
        });
        for place in std::iter::once(&self.others).chain(by_value).flatten() {
            self.steps += cost;
            if self.steps > STEPS_MAX {
                return None;
            }
            let (rule, earlier) = &self.branches[*place];
            if branch.implies(earlier) {
                return Some(*rule);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn because(rules: &[&str]) -> Vec<(usize, Because)> {
        let rules: Vec<Predicate> = rules.iter().map(|rule| Predicate::parse(rule).unwrap()).collect();
        unreachable(&rules).into_iter().map(|found| (found.rule, found.because)).collect()
    }

    #[test]
    fn contradictions_are_found() {
        let cases = [
            "false",
            r#"tier == "a" && tier == "b""#,
            r#"tier == "a" && tier != "A""#,
            r#"tier in ["a", "b"] && tier in ["c", "d"]"#,
            r#"tier in ["a", "b"] && !(tier in ["A", "B", "c"])"#,
            r#"tier in ["a", "b"] && tier != "a" && tier != "b""#,
            "x < 1 && x > 2",
            "x < 1 && x >= 1",
            "x >= 1 && x > 1 && x <= 1",
            "x == 5 && x > 5",
            "x > 2 && !(x > 1)",
            r#"at < timestamp("2026-01-01T00:00:00Z") && at > timestamp("2027-01-01T00:00:00Z")"#,
            "!has(x) && x == 1",
            r#"!has(x) && x.contains("a")"#,
            "!has(x) && x == y",
            "x == y && y != x",
            "x < y && !(y > x)",
            r#"x == "refund" && !x.contains("fun")"#,
            r#"x == "refund" && x.startsWith("fun")"#,
            r#"x.startsWith("refund") && !x.startsWith("ref")"#,
            "x == 1 && (x == 2 || x == 3)",
            "vip && !vip",
            "vip == true && vip == false",
        ];
        for rule in cases {
            assert_eq!(because(&[rule]), [(0, Because::Contradiction)], "{rule}");
        }
    }

    #[test]
    fn covered_rules_are_found() {
        let cases: &[(&[&str], &[usize])] = &[
            (&["true", "x == 1"], &[0]),
            (&["x == 1", "X == 1", "x == 1"], &[0]),
            (&["x == 1", "x == 1 && y == 2"], &[0]),
            (&[r#"x in ["a", "b", "c"]"#, r#"x in ["B", "a"]"#], &[0]),
            (&["x == 1", "x == 2", "x in [1, 2]"], &[0, 1]),
            (&["x == 1 && y == 3", "x == 2", "y == 3 && x in [2, 1]"], &[0, 1]),
            (&["x == 1", "y == 2", "x == 1 && z || y == 2"], &[0, 1]),
            (&["x > 5", "x > 6"], &[0]),
            (&["x >= 5", "x in [5, 7]"], &[0]),
            (&["x != 5", "x == 6"], &[0]),
            (&["x != 5", "!has(x)"], &[0]),
            (&["x != 5", "x > 5"], &[0]),
            (&["has(x)", r#"x.endsWith("a")"#], &[0]),
            (&[r#"x.contains("fund")"#, r#"x == "Refund""#], &[0]),
            (&[r#"x.contains("fund")"#, r#"x.startsWith("REFUND")"#], &[0]),
            (&["!(x > 5)", "x < 5"], &[0]),
            (&["a == b", "b == a && c"], &[0]),
        ];
        for (rules, covering) in cases {
            let expected = (rules.len() - 1, Because::CoveredBy(covering.to_vec()));
            assert_eq!(because(rules), [expected], "{rules:?}");
        }
    }

    #[test]
    fn past_the_bounds_rules_are_left_alone() {
        let any = |count: usize| Predicate::Any((0..count as u32).map(|n| Predicate::equal("x", n)).collect());
        let list = |count: usize| Predicate::one_of("x", 0..count as u32);
        let cases =
            [(any(BRANCHES_MAX), 1), (any(BRANCHES_MAX + 1), 0), (list(VALUES_MAX), 1), (list(VALUES_MAX + 1), 0)];
        for (rule, expected) in cases {
            assert_eq!(unreachable(&[rule.clone(), rule]).len(), expected);
        }
    }

    #[test]
    fn reachable_rules_are_left_alone() {
        let cases: &[&[&str]] = &[
            &["x == 1", "x == 2", "true"],
            // The text "10" is the number 10 as well, and the number 10 is the text "10.0".
            &[r#"x == "10" && x == 10"#],
            &[r#"x == "10" && x == "10.0""#],
            &[r#"x == "10" && !x.contains("1")"#],
            &[r#"x.contains("1")"#, r#"x == "10""#],
            &["!(x < 1) && !(x > 0)"],
            &["x >= 1 && x <= 1"],
            &["x < 1", "!(x < 1)"],
            &["x != 1 && x != 2"],
            &["x == y && x != z"],
            &["x > 5", "x >= 5"],
            &[r#"x.startsWith("a") && x.startsWith("ab")"#],
            &["x == 1", "x in [1, 2]"],
            &["has(x)", r#"x != "a""#],
        ];
        for rules in cases {
            assert_eq!(because(rules), [], "{rules:?}");
        }
    }
}
