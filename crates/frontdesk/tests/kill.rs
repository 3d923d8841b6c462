//! A server that is killed again and again under load keeps its promises. The full round is `frontdesk torture --kills 200`.

mod support;

use serde_json::json;
use support::run;

const KILLS: &str = "20";

#[test]
fn nothing_acknowledged_is_lost_or_doubled_when_the_server_is_killed_under_load() {
    let report = run(&["torture", "--kills", KILLS, "--seed", "1", "--json"]).answer();
    for promise in ["missing", "doubled", "gaps"] {
        assert_eq!(report[promise], json!(0), "{report}");
    }
    assert_eq!(report["check"], json!([]), "{report}");
    assert_eq!(report["faults"], json!([]), "{report}");
    assert!(
        report["answers"].as_u64() > Some(0) && report["acknowledged"].as_u64() > report["answers"].as_u64(),
        "{report}"
    );
}
