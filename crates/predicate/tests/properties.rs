//! Promises of the surface, over random conditions and records.

use frontdesk_predicate::reach::{Because, unreachable};
use frontdesk_predicate::{
    FieldType, FirstMatch, Number, Operand, Operator, Predicate, Schema, Structure, Value, check,
};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use std::collections::BTreeMap;

type Record = BTreeMap<String, Value>;

/// Any name: segments with dots, quotes, reserved words, nothing at all.
fn any_name() -> impl Strategy<Value = String> {
    prop_oneof![Just("in".to_owned()), Just("true.has".to_owned()), "[a-z_]{1,5}(\\.[a-zA-Z0-9_]{0,5}){0,2}", ".{0,6}"]
}

fn any_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        ".{0,8}".prop_map(Value::Text),
        any::<f64>().prop_filter_map("finite", Number::new).prop_map(Value::Number),
        any::<i32>().prop_map(Value::from),
        any::<bool>().prop_map(Value::Boolean),
        any::<i64>().prop_map(Value::Time),
        (-4_000_000_000_000_i64..4_000_000_000_000).prop_map(Value::Time),
    ]
}

/// Few names and values, chosen to meet each other, across kinds too.
fn small_name() -> impl Strategy<Value = String> {
    prop_oneof![Just("a"), Just("b"), Just("c")].prop_map(str::to_owned)
}

const TEXTS: [&str; 11] =
    ["x", "X", "xy", "Yx", "1", "1.0", "2", "true", "", "1970-01-01T00:00:00.001Z", "1970-01-01t00:00:00.001z"];

fn small_text() -> impl Strategy<Value = String> {
    prop::sample::select(TEXTS.to_vec()).prop_map(str::to_owned)
}

fn small_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        4 => small_text().prop_map(Value::Text),
        3 => (0..4).prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::Boolean),
        1 => (0..3_i64).prop_map(Value::Time),
    ]
}

fn operator() -> impl Strategy<Value = Operator> {
    use Operator::*;
    // Equality is what rules mostly say.
    prop::sample::select(vec![Equal, Equal, Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual])
}

fn tree(
    name: impl Strategy<Value = String> + Clone + 'static,
    text: impl Strategy<Value = String> + Clone + 'static,
    value: impl Strategy<Value = Value> + Clone + 'static,
) -> impl Strategy<Value = Predicate> {
    let compare = |(field, operator, operand)| Predicate::Compare { field, operator, operand };
    let leaf = prop_oneof![
        1 => Just(Predicate::Always),
        8 => (name.clone(), operator(), value.clone().prop_map(Operand::Value)).prop_map(compare),
        1 => (name.clone(), operator(), name.clone().prop_map(Operand::Field)).prop_map(compare),
        4 => (name.clone(), vec(value, 0..4)).prop_map(|(field, values)| Predicate::In { field, values }),
        1 => (name.clone(), text.clone()).prop_map(|(field, text)| Predicate::Contains { field, text }),
        1 => (name.clone(), text.clone()).prop_map(|(field, text)| Predicate::StartsWith { field, text }),
        1 => (name.clone(), text).prop_map(|(field, text)| Predicate::EndsWith { field, text }),
        1 => name.prop_map(Predicate::Exists),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            3 => vec(inner.clone(), 0..4).prop_map(Predicate::All),
            2 => vec(inner.clone(), 0..4).prop_map(Predicate::Any),
            1 => inner.prop_map(|part| Predicate::Not(Box::new(part))),
        ]
    })
}

fn any_tree() -> impl Strategy<Value = Predicate> {
    tree(any_name().boxed(), ".{0,8}".boxed(), any_value().boxed())
}

fn small_tree() -> impl Strategy<Value = Predicate> {
    tree(small_name().boxed(), small_text().boxed(), small_value().boxed())
}

fn small_record() -> impl Strategy<Value = Record> {
    btree_map(small_name(), small_value(), 0..4)
}

/// Conjunctions of tests of the field `a` by very few values: where contradictions and coverings live.
fn narrow_rule() -> impl Strategy<Value = Predicate> {
    use Operator::*;
    let field = || "a".to_owned();
    let orders = prop::sample::select(vec![Less, LessOrEqual, Greater, GreaterOrEqual]);
    let value = prop_oneof![
        prop::sample::select(vec!["1", "1.0", "x", "xy", "true"]).prop_map(Value::from),
        (1..3).prop_map(Value::from),
        Just(Value::Boolean(true)),
    ];
    let piece = prop::sample::select(vec!["", "1", "x", "y", "tr"]).prop_map(str::to_owned);
    let test = prop_oneof![
        4 => (orders, 0..3).prop_map(move |(order, number)| Predicate::compare(field(), order, number)),
        4 => vec(value, 1..4).prop_map(move |values| Predicate::one_of(field(), values)),
        1 => piece.clone().prop_map(move |text| Predicate::Contains { field: field(), text }),
        1 => piece.clone().prop_map(move |text| Predicate::StartsWith { field: field(), text }),
        1 => piece.prop_map(move |text| Predicate::EndsWith { field: field(), text }),
        1 => Just(Predicate::Exists(field())),
    ];
    let literal = (test, prop::bool::weighted(0.25));
    let negate = |(test, negated)| if negated { Predicate::Not(Box::new(test)) } else { test };
    vec(literal.prop_map(negate), 1..4).prop_map(Predicate::All)
}

/// Every kind of value that the tests of `narrow_rule` can tell apart, and none.
fn every_record() -> Vec<Record> {
    let texts = TEXTS.iter().chain(&["xyx", "3", "-1", "0.5", "False", "\u{212a}"]).map(|text| Value::from(*text));
    let halves = (-3..9).filter_map(|half| Number::new(f64::from(half) / 2.0)).map(Value::Number);
    let others = [true, false].map(Value::from).into_iter().chain((-1..4).map(Value::Time));
    let values = texts.chain(halves).chain(others);
    values.map(|value| Record::from([("a".to_owned(), value)])).chain([Record::new()]).collect()
}

fn naive(rules: &[Predicate], record: &Record) -> Option<usize> {
    rules.iter().position(|rule| rule.holds(record))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn what_is_printed_reads_back_as_the_same(predicate in any_tree()) {
        let text = predicate.to_string();
        let read = Predicate::parse(&text);
        prop_assert_eq!(read.clone(), Ok(predicate.clone().normal()), "{}", text);
        prop_assert_eq!(read.unwrap().to_string(), text);
        let json = serde_json::to_string(&predicate).unwrap();
        prop_assert_eq!(serde_json::from_str::<Predicate>(&json).unwrap(), predicate.normal());
    }

    #[test]
    fn the_normal_form_and_the_structure_say_the_same(predicate in small_tree(), record in small_record()) {
        let normal = predicate.clone().normal();
        prop_assert_eq!(predicate.holds(&record), normal.holds(&record));
        prop_assert_eq!(predicate.first_unmet(&record).is_none(), predicate.holds(&record));
        let json = serde_json::to_string(&predicate.to_structure()).unwrap();
        let structure: Structure = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(Predicate::from_structure(structure), Ok(normal));
    }

    #[test]
    fn no_text_makes_the_parser_panic(
        text in prop_oneof![".{0,80}", "([ab.()!\\[\\],<=&|\"'\\\\-]|in|has|true|timestamp|1e9|\\.contains\\(|\n){0,40}"],
    ) {
        match Predicate::parse(&text) {
            Ok(predicate) => prop_assert_eq!(Predicate::parse(&predicate.to_string()), Ok(predicate)),
            Err(error) => prop_assert!(error.at.byte <= text.len() && !error.to_string().is_empty()),
        }
    }

    #[test]
    fn no_condition_makes_the_check_panic(predicate in any_tree()) {
        let schema = Schema::new().field("a", FieldType::Number).field("b", FieldType::choice(["x"])).open("c", FieldType::Open);
        if let Err(faults) = check(&predicate, &schema) {
            prop_assert!(faults.iter().all(|fault| !fault.detail.is_empty()));
        }
    }

    #[test]
    fn the_index_finds_what_the_plain_loop_finds(
        rules in vec(small_tree(), 0..12),
        records in vec(small_record(), 1..8),
    ) {
        let index = FirstMatch::new(rules.clone());
        for record in records {
            prop_assert_eq!(index.first(&record), naive(&rules, &record));
            let all: Vec<usize> = (0..rules.len()).filter(|rule| rules[*rule].holds(&record)).collect();
            prop_assert_eq!(index.matches(&record).collect::<Vec<_>>(), all);
        }
    }

    #[test]
    fn a_rule_called_unreachable_is_never_the_first_match(
        rules in vec(small_tree(), 1..8),
        records in vec(small_record(), 1..60),
    ) {
        check_unreachable(&rules, &records)?;
    }

}

proptest! {
    // Cheap, and each case is one of many thousands that matter.
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn a_rule_called_unreachable_is_reached_by_no_record_at_all(rules in vec(narrow_rule(), 1..4)) {
        check_unreachable(&rules, &every_record())?;
    }
}

fn check_unreachable(rules: &[Predicate], records: &[Record]) -> Result<(), TestCaseError> {
    for found in unreachable(rules) {
        for record in records.iter().filter(|record| rules[found.rule].holds(*record)) {
            let covered = match &found.because {
                Because::Contradiction => false,
                Because::CoveredBy(covering) => {
                    covering.iter().any(|rule| *rule < found.rule && rules[*rule].holds(record))
                }
            };
            prop_assert!(covered, "{:?}, yet {} holds for {:?}", found, rules[found.rule], record);
            prop_assert_ne!(naive(rules, record), Some(found.rule));
        }
    }
    Ok(())
}
