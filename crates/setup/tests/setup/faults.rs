//! Bad files: each fault with its line, its code and words that help, and all of them at once.

use crate::support::{AT, empty, ids};
use frontdesk_model::{SetUpEdit, SetUpPiece};
use frontdesk_setup::{Fault, FaultCode, plan, read};

const QUEUE: &str = "format = 1\n\n[[queues]]\nname = \"Orders\"\n";
const AGENT: &str = "format = 1\n[[skills]]\nname = \"English\"\n[[agents]]\nemail = \"a@b.c\"\nname = \"A\"\n";
const RULESET: &str = "format = 1\n[[rulesets]]\nworkstream = \"Chat\"\nname = \"R\"\nkind = \"classification\"\n";

fn faults(text: &str) -> Vec<Fault> {
    read(text).expect_err(text)
}

#[test]
fn each_fault_is_named_with_its_line() {
    use FaultCode::*;
    let cases: &[(&str, &str, usize, FaultCode, &str)] = &[
        ("", "", 1, OtherFormat, "does not say its format"),
        ("\nformat = 2\nwhatever = 3\n", "", 2, OtherFormat, "written in format 2"),
        ("format = \"1\"\n", "", 1, OtherFormat, "no number"),
        ("format = 1\n[[queues\n", "", 2, Syntax, ""),
        ("format = 1\nqueus = []\n", "", 2, UnknownKey, "did you mean 'queues'?"),
        ("format = 1\n[queues]\nname = \"Q\"\n", "", 2, WrongType, "[[queues]]"),
        (
            "format = 1\n[organization]\nsesionsMax = 3\nname = \"O\"\n",
            "",
            3,
            UnknownKey,
            "did you mean 'sessionsMax'?",
        ),
        ("format = 1\n\n[organization]\ntimeZone = \"UTC\"\n", "", 3, MissingKey, "'name' is missing"),
        (
            "format = 1\n[organization]\nname = \"O\"\n[organization.timers]\nautoCloseScan = \"soon\"\n",
            "",
            5,
            WrongValue,
            "not a duration",
        ),
        (
            "format = 1\n[organization]\nname = \"O\"\n[organization.supervisors]\nassign = \"yes\"\n",
            "",
            5,
            WrongType,
            "true or false, not a text",
        ),
        ("format = 1\n\n[[queues]]\npriority = 1\n", "", 3, MissingKey, "'name' is missing"),
        ("format = 1\n[[queues]]\nname = \"  \"\n", "", 3, WrongValue, "some text"),
        (QUEUE, "[[queues]]\nname = \"ORDERS\"\n", 5, NameTwice, "line 3 already"),
        (QUEUE, "priority = \"high\"\n", 5, WrongType, "queue 'Orders': here belongs a whole number, not a text"),
        (QUEUE, "priority = -1\n", 5, WrongValue, "-1 is not a whole number from 0"),
        (QUEUE, "priority = 99999999999\n", 5, WrongValue, "99999999999"),
        (QUEUE, "method = \"highest capacity\"\n", 5, WrongValue, "did you mean 'highest_capacity'?"),
        (QUEUE, "serviceLevel = 60\n", 5, WrongType, "duration with its unit"),
        (QUEUE, "serviceLevel = \"60\"\n", 5, WrongValue, "not a duration"),
        (QUEUE, "serviceLevel = \"367d\"\n", 5, WrongValue, "longer than a year"),
        (QUEUE, "members = \"a@b.c\"\n", 5, WrongType, "a list"),
        (QUEUE, "agents = []\nmembers = [\"a@b.c\"]\n", 5, UnknownKey, "unknown key 'agents'"),
        (QUEUE, "overflowWaiting = { after = \"5m\", do = \"transfer_to_queue\" }\n", 5, MissingKey, "'queue'"),
        (
            QUEUE,
            "overflowWaiting = { after = \"5m\", do = \"transfer_to_queue\", queue = \"Order\" }\n",
            5,
            UnknownName,
            "there is no queue 'Order'; did you mean 'Orders'?",
        ),
        (QUEUE, "overflowBefore = [{ when = \"out_of_hours\", do = \"end\" }]\n", 5, WrongValue, "known here"),
        (QUEUE, "[[queues.prioritizationRules]]\nname = \"V\"\nwhen = 'context.tier == '\n", 7, WrongValue, "queue"),
        (QUEUE, "[[queues.assignmentRules]]\nname = \"V\"\norder = [\"most_skilled\"]\n", 7, WrongValue, "most_skills"),
        (QUEUE, "formerName = 3\n", 5, WrongType, "a text"),
        (QUEUE, "[[queues]]\nname = \"New\"\nformerName = \"orders\"\n", 5, NameTwice, "means another object"),
        (AGENT, "skills = { Englisch = 5 }\n", 7, UnknownName, "did you mean 'English'?"),
        (AGENT, "skills = { English = \"5\" }\n", 7, WrongType, "whole number"),
        (AGENT, "attributes = { city = 5 }\n", 7, WrongType, "a text"),
        (AGENT, "password = \"x\"\n", 7, UnknownKey, "unknown key 'password'"),
        (AGENT, "[[agents]]\nemail = \"A@B.C\"\nname = \"Other\"\n", 7, NameTwice, "agent 'A@B.C'"),
        (
            RULESET,
            "[[rulesets.rules]]\nname = \"r\"\nwhen = 'true'\nset = [{ prio = \"high\" }]\n",
            9,
            WrongValue,
            "priority",
        ),
        (RULESET, "[[rulesets.rules]]\nname = \"r\"\n", 6, MissingKey, "'when'"),
        (
            "format = 1\n[[operatingHours]]\nname = \"H\"\ntimeZone = \"Europe/Berlin\"\n",
            "weekly = [\n  { days = [\"Monday\"], from = \"09:00\", to = \"26:00\" },\n]\n",
            6,
            WrongValue,
            "26:00",
        ),
        (
            "format = 1\n[[operatingHours]]\nname = \"H\"\ntimeZone = \"Europe/Berlyn\"\n",
            "weekly = [{ days = [\"Monday\"], from = \"09:00\", to = \"17:00\" }]\n",
            4,
            WrongValue,
            "Berlin",
        ),
        (
            "format = 1\n[[operatingHours]]\nname = \"H\"\ntimeZone = \"UTC\"\n",
            "weekly = [{ days = [\"Mon\"], from = \"09:00\", to = \"17:00\" }]\n",
            5,
            WrongValue,
            "Monday",
        ),
    ];
    for (head, rest, line, code, words) in cases {
        let text = format!("{head}{rest}");
        let faults = faults(&text);
        let found =
            faults.iter().any(|fault| fault.line == *line && fault.code == *code && fault.message.contains(words));
        assert!(found, "{text}\nwanted line {line}, {code:?}, {words}\n{faults:#?}");
    }
}

#[test]
fn all_faults_are_said_at_once_in_the_order_of_the_lines() {
    let text = "format = 1\nqueus = []\n\n[[queues]]\nnmae = \"A\"\npriority = true\n\n[[widgets]]\nname = \"W\"\n";
    let lines: Vec<(usize, FaultCode)> = faults(text).iter().map(|fault| (fault.line, fault.code)).collect();
    use FaultCode::*;
    let expected = [
        (2, UnknownKey),
        (4, MissingKey),
        (5, UnknownKey),
        (6, WrongType),
        (8, MissingKey),
        (8, MissingKey),
        (8, MissingKey),
    ];
    assert_eq!(lines, expected);
}

#[test]
fn names_in_sections_that_the_file_leaves_alone_are_looked_for_in_the_organisation() {
    let there = read("format = 1\n[[queues]]\nname = \"Orders\"\n").expect("right");
    let set_up = empty().with(&plan(&there, &empty(), AT, ids(10)).expect("fits"));
    let stream = |queue: &str| {
        let text = format!(
            "format = 1\n[[workstreams]]\nname = \"Chat\"\nchannel = \"live_chat\"\ncapacityUnits = 30\n\
             fallbackQueue = \"{queue}\"\n"
        );
        plan(&read(&text).expect("right"), &set_up, AT, ids(20))
    };
    let edits = stream("orders").expect("fits");
    let [SetUpEdit::Put { piece: SetUpPiece::Workstream(workstream), .. }] = &edits[..] else { panic!("{edits:?}") };
    assert_eq!(workstream.fallback_queue_id, set_up.queues[0].id);
    let faults = stream("Ordres").expect_err("unknown");
    assert_eq!((faults.len(), faults[0].line, faults[0].code), (1, 6, FaultCode::UnknownName));
    assert!(faults[0].message.contains("did you mean 'Orders'?"), "{}", faults[0].message);
}
