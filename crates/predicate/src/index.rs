//! The first of many rules that holds, without trying them all. Knows no rules' outcomes, only their order.
//!
//! A rule that can only hold when a field has one of a few values (`context.product == "P-17" && …`) is kept under those
//! values, its anchors, and is tried only for records that have one. Where a rule offers several, the values that fewest rules
//! ask for are taken. The rest is tried always. All candidates are tried in the order of the list, up to the first that holds.
//!
//! So a decision costs one search for each anchored field and one try for each rule that asks for what the record has, or has
//! no anchor; `examples/pace.rs` shows it. Ten thousand rules that all ask only for the channel are still thousands of tries.

use crate::fold;
use crate::holds::Record;
use crate::tree::{Operand, Operator, Predicate};
use crate::value::{Number, Value, ValueRef, read_boolean, read_number, read_time};
use std::collections::BTreeMap;

/// An ordered list of conditions; see the module.
#[derive(Clone, Debug, Default)]
pub struct FirstMatch {
    predicates: Vec<Predicate>,
    anchors: Vec<(String, Anchors)>,
    /// Without an anchor, ascending.
    always_tried: Vec<usize>,
}

/// The rules kept under each value of one field, ascending.
#[derive(Clone, Debug, Default)]
struct Anchors {
    /// Under the folded text, in its order.
    texts: Vec<(String, Vec<usize>)>,
    numbers: BTreeMap<Number, Vec<usize>>,
    booleans: BTreeMap<bool, Vec<usize>>,
    times: BTreeMap<i64, Vec<usize>>,
    /// Texts in rules that a record's number, boolean or time equals as well.
    written_numbers: BTreeMap<Number, Vec<usize>>,
    written_booleans: BTreeMap<bool, Vec<usize>>,
    written_times: BTreeMap<i64, Vec<usize>>,
}

/// A field and a value of it, texts folded.
type Key<'a> = (&'a str, Value);

impl FirstMatch {
    pub fn new(predicates: Vec<Predicate>) -> FirstMatch {
        let predicates: Vec<Predicate> = predicates.into_iter().map(Predicate::normal).collect();
        let mut uses: BTreeMap<Key<'_>, usize> = BTreeMap::new();
        for predicate in &predicates {
            predicate
                .visit(&mut |part| keys(part).into_iter().flatten().for_each(|key| *uses.entry(key).or_default() += 1));
        }
        let mut kept: BTreeMap<Key<'_>, Vec<usize>> = BTreeMap::new();
        let mut always_tried = Vec::new();
        for (rule, predicate) in predicates.iter().enumerate() {
            match anchors_of(predicate, &uses) {
                None => always_tried.push(rule),
                Some((_, keys)) => {
                    for key in keys {
                        let rules = kept.entry(key).or_default();
                        // `a == 1 || a == 1` names its anchor twice.
                        if rules.last() != Some(&rule) {
                            rules.push(rule);
                        }
                    }
                }
            }
        }
        let mut anchors: BTreeMap<String, Anchors> = BTreeMap::new();
        for ((field, value), rules) in kept {
            anchors.entry(field.to_owned()).or_default().keep(value, rules);
        }
        FirstMatch { anchors: anchors.into_iter().collect(), predicates, always_tried }
    }

    /// The first rule that holds.
    pub fn first<R: Record + ?Sized>(&self, record: &R) -> Option<usize> {
        self.matches(record).next()
    }

    /// Every rule that holds, in order; decided as far as the iterator is drawn.
    pub fn matches<'a, R: Record + ?Sized>(&'a self, record: &'a R) -> impl Iterator<Item = usize> + 'a {
        self.candidates(record).filter(|rule| self.predicates[*rule].holds(record))
    }

    pub fn predicates(&self) -> &[Predicate] {
        &self.predicates
    }

    fn candidates<R: Record + ?Sized>(&self, record: &R) -> Merged<'_> {
        let mut lists = Vec::with_capacity(1 + self.anchors.len());
        lists.push(self.always_tried.as_slice());
        for (field, anchors) in &self.anchors {
            if let Some(value) = record.value(field) {
                anchors.find(value, |rules| lists.push(rules));
            }
        }
        lists.retain(|rules| !rules.is_empty());
        Merged { lists }
    }
}

/// What a part by itself demands of one field: that it equals one of these.
fn keys(part: &Predicate) -> Option<Vec<Key<'_>>> {
    match part {
        Predicate::Compare { field, operator: Operator::Equal, operand: Operand::Value(value) } => {
            Some(vec![(field, folded(value))])
        }
        Predicate::In { field, values } => Some(values.iter().map(|value| (field.as_str(), folded(value))).collect()),
        _ => None,
    }
}

/// Values of which a record must have one for the condition to hold, and how many rules ask for them.
fn anchors_of<'a>(predicate: &'a Predicate, uses: &BTreeMap<Key<'a>, usize>) -> Option<(usize, Vec<Key<'a>>)> {
    match predicate {
        Predicate::All(parts) => parts.iter().filter_map(|part| anchors_of(part, uses)).min_by_key(|(asked, _)| *asked),
        Predicate::Any(parts) => parts.iter().try_fold((0, Vec::new()), |(asked, mut together), part| {
            let (more, keys) = anchors_of(part, uses)?;
            together.extend(keys);
            Some((asked + more, together))
        }),
        Predicate::Not(part) if **part == Predicate::Always => Some((0, Vec::new())),
        leaf => keys(leaf).map(|keys| (keys.iter().filter_map(|key| uses.get(key)).sum(), keys)),
    }
}

fn folded(value: &Value) -> Value {
    match value {
        Value::Text(text) => Value::Text(fold::folded(text).collect()),
        other => other.clone(),
    }
}

impl Anchors {
    /// Values arrive in ascending order.
    fn keep(&mut self, value: Value, rules: Vec<usize>) {
        match value {
            Value::Number(number) => add(&mut self.numbers, number, &rules),
            Value::Boolean(boolean) => add(&mut self.booleans, boolean, &rules),
            Value::Time(time) => add(&mut self.times, time, &rules),
            Value::Text(text) => {
                if let Some(number) = read_number(&text) {
                    add(&mut self.written_numbers, number, &rules);
                }
                if let Some(boolean) = read_boolean(&text) {
                    add(&mut self.written_booleans, boolean, &rules);
                }
                if let Some(time) = read_time(&text) {
                    add(&mut self.written_times, time, &rules);
                }
                self.texts.push((text, rules));
            }
        }
    }

    /// Tells the lists of rules that ask for a value the same as this one.
    fn find<'a>(&'a self, value: ValueRef<'_>, mut tell: impl FnMut(&'a [usize])) {
        match value {
            ValueRef::Text(text) => {
                if let Ok(at) = self.texts.binary_search_by(|(known, _)| fold::compare(known, text)) {
                    tell(&self.texts[at].1);
                }
                look_up(&self.numbers, || read_number(text), &mut tell);
                look_up(&self.booleans, || read_boolean(text), &mut tell);
                look_up(&self.times, || read_time(text), &mut tell);
            }
            ValueRef::Number(number) => {
                look_up(&self.numbers, || Number::new(number), &mut tell);
                look_up(&self.written_numbers, || Number::new(number), &mut tell);
            }
            ValueRef::Boolean(boolean) => {
                look_up(&self.booleans, || Some(boolean), &mut tell);
                look_up(&self.written_booleans, || Some(boolean), &mut tell);
            }
            ValueRef::Time(time) => {
                look_up(&self.times, || Some(time), &mut tell);
                look_up(&self.written_times, || Some(time), &mut tell);
            }
        }
    }
}

/// Two texts such as "1" and "1.0" are the same number, so lists may meet.
fn add<K: Ord>(kept: &mut BTreeMap<K, Vec<usize>>, key: K, rules: &[usize]) {
    let list = kept.entry(key).or_default();
    list.extend(rules);
    list.sort_unstable();
    list.dedup();
}

fn look_up<'a, K: Ord>(
    kept: &'a BTreeMap<K, Vec<usize>>,
    key: impl FnOnce() -> Option<K>,
    tell: &mut impl FnMut(&'a [usize]),
) {
    if !kept.is_empty()
        && let Some(rules) = key().and_then(|key| kept.get(&key))
    {
        tell(rules);
    }
}

/// Several ascending lists as one, without repeats.
struct Merged<'a> {
    /// None of them empty.
    lists: Vec<&'a [usize]>,
}

impl Iterator for Merged<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let next = self.lists.iter().map(|rules| rules[0]).min()?;
        self.lists.retain_mut(|rules| {
            if rules[0] == next {
                *rules = &rules[1..];
            }
            !rules.is_empty()
        });
        Some(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(rules: &[&str]) -> FirstMatch {
        FirstMatch::new(rules.iter().map(|rule| Predicate::parse(rule).unwrap()).collect())
    }

    fn record(values: &[(&str, Value)]) -> BTreeMap<String, Value> {
        values.iter().map(|(field, value)| ((*field).to_owned(), value.clone())).collect()
    }

    #[test]
    fn the_first_rule_that_holds_is_found_under_its_anchors() {
        let rules = list(&[
            r#"channel == "chat" && product == "P-1""#,
            r#"product in ["p-2", "P-3"] && score > 5"#,
            "score == 10",
            r#"score == "20""#,
            r#"product == "P-9" || score == 99"#,
            "false",
            "vip",
            r#"score > 50 && product != "P-4""#,
        ]);
        assert_eq!(rules.always_tried, [7]);
        let cases = [
            (record(&[("channel", "CHAT".into()), ("product", "p-1".into())]), Some(0)),
            (record(&[("channel", "sms".into()), ("product", "P-1".into())]), None),
            (record(&[("product", "P-3".into()), ("score", 6.into())]), Some(1)),
            (record(&[("product", "P-3".into()), ("score", 5.into())]), None),
            (record(&[("score", "10.0".into())]), Some(2)),
            (record(&[("score", 20.into())]), Some(3)),
            (record(&[("score", "20".into())]), Some(3)),
            (record(&[("score", "20.0".into())]), None),
            (record(&[("score", 99.into()), ("vip", true.into())]), Some(4)),
            (record(&[("vip", "True".into())]), Some(6)),
            (record(&[("score", 51.into()), ("product", "P-4".into())]), None),
            (record(&[("score", 51.into())]), Some(7)),
            (record(&[]), None),
        ];
        for (record, expected) in cases {
            assert_eq!(rules.first(&record), expected, "{record:?}");
        }
    }

    #[test]
    fn every_match_comes_in_order() {
        let rules = list(&["a == 1", "true", r#"a == "1" || b == 2"#, "b == 3", "b == 2"]);
        let record = record(&[("a", 1.into()), ("b", 2.into())]);
        assert_eq!(rules.matches(&record).collect::<Vec<_>>(), [0, 1, 2, 4]);
    }

    #[test]
    fn rules_are_anchored_where_fewest_others_are() {
        let rules: Vec<String> = (0..100).map(|n| format!(r#"channel == "chat" && product == "P-{n}""#)).collect();
        let rules = list(&rules.iter().map(String::as_str).collect::<Vec<_>>());
        let record = record(&[("channel", "chat".into()), ("product", "P-42".into())]);
        assert_eq!(rules.candidates(&record).collect::<Vec<_>>(), [42]);
    }
}
