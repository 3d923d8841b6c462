//! The benchmarks run, keep their own checks, and answer in the shape they promise; figures mean something on release
//! builds and full sizes alone.

mod support;

use support::run;

const SIZES: [&str; 16] = [
    "--waiting",
    "2000",
    "--agents",
    "100",
    "--queues",
    "5",
    "--skills",
    "10", //
    "--rate",
    "100",
    "--seconds",
    "2",
    "--rules",
    "50",
    "--online",
    "10",
];

/// It fails where the server has lost, doubled or misled a conversation, or a changed rule decides nothing.
#[test]
fn routing_is_measured_in_the_engine_and_through_the_server() {
    let arguments = ["bench", "route", "--rounds", "1", "--json"];
    let answer = run(&[&arguments[..], &SIZES[..]].concat()).answer();
    let measures = answer.as_array().expect("measures");
    for name in [
        "route/engine/20",
        "route/engine/2000",
        "route/engine/2000/explaining",
        "route/engine/2000/memory",
        "route/engine/2000/growth",
        "route/intake",
        "route/intake/refused",
        "route/intake/processor",
        "route/restart",
        "route/rule-change/5",
        "route/rule-change/50",
        "route/offer",
    ] {
        let measure = measures.iter().find(|measure| measure["name"] == name);
        assert!(measure.is_some_and(|measure| measure["ours"].is_number()), "{name} in {answer}");
    }
}
