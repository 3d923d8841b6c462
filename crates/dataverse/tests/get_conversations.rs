//! getConversations from its input to the answer's bytes: every reading, every refusal.

use frontdesk_dataverse::get_conversations::{InputError, Query, Request, write_answer};
use frontdesk_model::*;
use serde_json::{Value, json};

const AGENT: &str = "2b330c52-6844-4d36-8e05-03c78c9681dc";
const NOW: Timestamp = Timestamp(1_795_406_400_000);
const DAY: u64 = 86_400_000;

fn parse(input: Value) -> Result<Request, InputError> {
    Request::from_json(input.to_string().as_bytes())
}

/// With the agent filled in.
fn ask(mut input: Value) -> Result<Query, InputError> {
    input["agentId"] = AGENT.into();
    parse(input)?.at(NOW)
}

fn refused(input: Value) -> InputError {
    ask(input).expect_err("the input should be refused")
}

fn order_of(order_by: Value) -> Vec<(ConversationOrder, bool)> {
    ask(json!({ "orderBy": order_by })).unwrap().order.into_iter().map(|key| (key.by, key.descending)).collect()
}

fn conversation() -> Conversation {
    Conversation {
        id: ConversationId(Uuid::from_u128(7)),
        status: ConversationStatus::WrapUp,
        status_reason: StatusReason::EndedByAgent,
        channel: Channel::LiveChat,
        mode: ConversationMode::LiveChat,
        distribution: DistributionMode::Push,
        workstream_id: WorkstreamId(Uuid::from_u128(8)),
        queue_id: None,
        widget_id: None,
        visitor_id: None,
        title: "A \"quoted\" sofa".into(),
        priority: Priority::High,
        locale: None,
        customer_name: "Nadia".into(),
        customer: Some(CustomerRef::Contact(ContactId(Uuid::from_u128(9)))),
        case_id: None,
        context: Vec::new(),
        active_agent_id: None,
        list_agent_id: None,
        last_agent_id: None,
        active_agent_assigned_at: None,
        active_participant_id: None,
        last_session_id: None,
        created_at: NOW,
        modified_at: NOW,
        status_changed_at: NOW,
        started_at: None,
        queued_at: None,
        wrap_up_started_at: None,
        closed_at: None,
        first_wait_ms: Some(61_999),
        talk_ms: 0,
        wrap_up_ms: 0,
        transfer_count: 2,
        escalation_count: 0,
        accepted: true,
        abandoned: false,
        held_units: 0,
        held_until: None,
        declines: Vec::new(),
        last_message_number: 0,
        last_public_number: 0,
        unread: 0,
        last_message: None,
        customer_waiting_since: None,
        marks: ReadMarks::default(),
        customer_presence: CustomerPresence::default(),
        demand: Demand::default(),
    }
}

/// The record of one conversation with these attributes.
fn record(attributes: Value) -> Value {
    let request = parse(json!({ "agentId": AGENT, "attributes": attributes })).unwrap();
    let bytes = write_answer(&request.columns, &request.at(NOW).unwrap(), &[conversation()], false);
    let answer: Value = serde_json::from_slice(&bytes).unwrap();
    assert_eq!(answer["status"], true);
    answer["result"]["values"][0].clone()
}

#[test]
fn the_page_s_own_example_is_understood() {
    let query = ask(json!({
        "attributes": ["msdyn_title", "msdyn_channel"],
        "status": [3],
        "orderBy": [{ "attributeName": "createdon", "descending": true }]
    }))
    .unwrap();
    assert_eq!(query.statuses, [ConversationStatus::Waiting]);
    assert_eq!(query.order[0], OrderKey::descending(ConversationOrder::CreatedAt));
}

#[test]
fn the_agent_is_required_and_a_guid_in_any_dress() {
    assert_eq!(parse(json!({})).err().unwrap().code, "agent_id_missing");
    assert_eq!(parse(json!({ "agentId": "Anna" })).err().unwrap().code, "agent_id_invalid");
    for dress in [AGENT.to_uppercase(), format!("{{{AGENT}}}"), AGENT.replace('-', "")] {
        assert_eq!(parse(json!({ "agentID": dress })).unwrap().agent_id.to_string(), AGENT);
    }
}

#[test]
fn the_input_may_be_an_object_or_a_json_string_that_holds_one() {
    let object = json!({ "agentId": AGENT, "status": [1] });
    let text = Value::String(object.to_string());
    assert_eq!(parse(object).unwrap().canonical(), parse(text).unwrap().canonical());
    assert_eq!(Request::from_json(b"{agentId:").err().unwrap().code, "input_not_json");
    assert_eq!(Request::from_json(br#""not json""#).err().unwrap().code, "input_not_json");
    assert_eq!(Request::from_json(b"[1]").err().unwrap().code, "input_invalid");
    assert_eq!(Request::from_json(&[0xff, 0xfe]).err().unwrap().code, "input_not_json");
}

#[test]
fn status_is_read_from_numbers_text_lists_and_labels() {
    use ConversationStatus::*;
    for (input, expected) in [
        (json!([3]), vec![Waiting]),
        (json!(["3"]), vec![Waiting]),
        (json!(["2,3"]), vec![Active, Waiting]),
        (json!("3, 2"), vec![Active, Waiting]),
        (json!(5), vec![WrapUp]),
        (json!(["Wrap-up", "wrap up", "open"]), vec![Open, WrapUp]),
        (json!([]), vec![]),
        (json!(""), vec![]),
        (Value::Null, vec![]),
    ] {
        let query = ask(json!({ "status": input })).unwrap();
        assert_eq!(query.statuses, expected, "{input}");
        assert!(!query.nothing);
    }
}

#[test]
fn a_status_that_nothing_is_ever_in_finds_nothing_and_one_that_is_none_is_refused() {
    assert!(ask(json!({ "status": [6, "Scheduled"] })).unwrap().nothing);
    for wrong in [json!([9]), json!(["busy"]), json!([2.5]), json!([true]), json!([-1]), json!(["2,x"])] {
        let error = refused(json!({ "status": wrong }));
        assert_eq!((error.code, error.field.as_str()), ("status_invalid", "status[0]"), "{wrong}");
    }
}

#[test]
fn attributes_come_in_any_casing_each_once_after_the_defaults() {
    let record = record(json!(["MSDYN_Title", "StatusCode", "msdyn_title", "_msdyn_customer_value"]));
    let keys: Vec<&String> = record.as_object().unwrap().keys().collect();
    assert_eq!(keys.iter().filter(|key| key.as_str() == "msdyn_title").count(), 1);
    for default in
        ["msdyn_ocliveworkitemid", "msdyn_liveworkstreamid", "msdyn_lastsessionid", "statuscode", "createdon"]
    {
        assert!(record.get(default).is_some(), "{default}");
    }
}

#[test]
fn an_unknown_attribute_is_named_with_its_nearest_spelling() {
    let error = refused(json!({ "attributes": ["msdyn_title", "msdyn_titel"] }));
    assert_eq!((error.code, error.field.as_str()), ("attribute_unknown", "attributes[1]"));
    assert!(error.detail.contains("msdyn_titel") && error.detail.contains("did you mean 'msdyn_title'"), "{error}");
    assert_eq!(refused(json!({ "attributes": [7] })).code, "attribute_invalid");
    assert_eq!(refused(json!({ "attributes": true })).code, "input_invalid");
}

#[test]
fn the_order_is_total_and_newest_first_by_default() {
    use ConversationOrder::*;
    assert_eq!(order_of(json!([])), [(CreatedAt, true), (Id, true)]);
    assert_eq!(
        order_of(json!([{ "attributeName": "msdyn_title" }])),
        [(Title, false), (CreatedAt, false), (Id, false)]
    );
    assert_eq!(
        order_of(json!([{ "attributeName": "StatusCode" }, { "attributeName": "createdon", "descending": true }])),
        [(Status, false), (CreatedAt, true), (Id, true)]
    );
}

#[test]
fn sorting_by_what_is_the_same_in_every_row_only_turns_the_ties() {
    use ConversationOrder::*;
    assert_eq!(order_of(json!([{ "attributeName": "msdyn_intent" }])), [(CreatedAt, false), (Id, false)]);
    assert_eq!(
        order_of(json!([{ "attributeName": "msdyn_intent", "descending": true }, { "attributeName": "createdon" }])),
        [(CreatedAt, false), (Id, false)]
    );
}

#[test]
fn an_order_that_cannot_be_is_refused_by_name() {
    let error = refused(json!({ "orderBy": [{ "attributeName": "createdon" }, { "attributeName": "createdonn" }] }));
    assert_eq!((error.code, error.field.as_str()), ("order_by_unknown", "orderBy[1].attributeName"));
    let error = refused(json!({ "orderBy": [{ "attributeName": "msdyn_channel" }] }));
    assert_eq!(error.code, "order_by_unsortable");
    assert_eq!(refused(json!({ "orderBy": ["createdon"] })).code, "order_by_invalid");
    assert_eq!(
        refused(json!({ "orderBy": [{ "attributeName": "createdon", "descending": "yes" }] })).code,
        "order_by_invalid"
    );
    let many: Vec<Value> = (0..17).map(|_| json!({ "attributeName": "createdon" })).collect();
    assert_eq!(refused(json!({ "orderBy": many })).code, "order_by_invalid");
}

#[test]
fn created_before_days_is_a_window_of_whole_days_back_from_now() {
    for (days, from) in [(0, NOW), (1, NOW - DAY), (30, NOW - 30 * DAY), (36_500, NOW - 36_500 * DAY)] {
        assert_eq!(ask(json!({ "createdBeforeDays": days })).unwrap().created_from, Some(from));
    }
    assert_eq!(ask(json!({ "createdBeforeDays": "7" })).unwrap().created_from, Some(NOW - 7 * DAY));
    for wrong in [json!(-1), json!(36_501), json!(1e300), json!(0.5), json!("soon"), json!([1]), json!(true)] {
        assert_eq!(refused(json!({ "createdBeforeDays": wrong })).code, "created_before_days_invalid", "{wrong}");
    }
}

#[test]
fn created_after_and_before_bound_the_time_and_the_narrower_bound_wins() {
    let query = ask(json!({
        "createdAfter": "2026-11-20T00:00:00Z", "createdBefore": "2026-11-22", "createdBeforeDays": 1
    }))
    .unwrap();
    assert_eq!(query.created_from, Some(NOW - DAY));
    assert_eq!(query.created_before, Some("2026-11-22T00:00:00Z".parse().unwrap()));
    assert_eq!(refused(json!({ "createdAfter": "last week" })).code, "created_after_invalid");
    assert_eq!(refused(json!({ "createdBefore": 5 })).code, "created_before_invalid");
}

#[test]
fn pages_follow_each_other_and_leave_out_what_has_come_since_the_first() {
    let first = parse(json!({ "agentId": AGENT, "top": 1 })).unwrap();
    let bytes = write_answer(&first.columns, &first.at(NOW).unwrap(), &[conversation()], true);
    let answer: Value = serde_json::from_slice(&bytes).unwrap();
    let token = answer["result"]["nextToken"].as_str().unwrap();

    let second = ask(json!({ "top": 50, "skipToken": token })).unwrap();
    assert_eq!((second.offset, second.top, second.created_before), (1, 50, Some(NOW + 1)));
    assert_eq!(refused(json!({ "status": [1], "skipToken": token })).code, "skip_token_invalid");
    for wrong in ["", "x", "1-2-3", "1-a-b-c", "1--1-2-3", "2-0-0-0"] {
        assert_eq!(refused(json!({ "skipToken": wrong })).code, "skip_token_invalid", "{wrong}");
    }
    for wrong in [json!(0), json!(5_001), json!(-3), json!("many")] {
        assert_eq!(refused(json!({ "top": wrong })).code, "top_invalid", "{wrong}");
    }
}

#[test]
fn a_query_string_asks_the_same_as_the_input() {
    let pairs = [
        ("attributes", "msdyn_title,msdyn_channel"),
        ("status", "2"),
        ("status", "3"),
        ("orderBy", "createdon desc, msdyn_title"),
        ("top", "10"),
    ];
    let from_query = Request::from_query(AGENT, pairs).unwrap();
    let from_json = parse(json!({
        "agentId": AGENT, "attributes": ["msdyn_title", "msdyn_channel"], "status": [2, 3], "top": 10,
        "orderBy": [{ "attributeName": "createdon", "descending": true }, { "attributeName": "msdyn_title" }]
    }));
    assert_eq!(from_query.canonical(), from_json.unwrap().canonical());
    assert_eq!(Request::from_query(AGENT, [("statuss", "2")]).err().unwrap().code, "parameter_unknown");
    assert_eq!(Request::from_query(AGENT, [("top", "2"), ("top", "3")]).err().unwrap().code, "parameter_repeated");
    assert_eq!(Request::from_query(AGENT, [("orderBy", "createdon up")]).err().unwrap().code, "order_by_invalid");
}

#[test]
fn a_record_shows_lookups_choices_times_and_absence_as_documented() {
    let record = record(json!([
        "msdyn_title",
        "msdyn_channel",
        "msdyn_customer",
        "msdyn_issueid",
        "prioritycode",
        "statecode",
        "msdyn_conversationfirstwaittimeinseconds",
        "msdyn_isagentaccepted",
        "msdyn_closedon",
        "activityid"
    ]));
    let contact = "00000000-0000-0000-0000-000000000009";
    let expected = json!({
        "msdyn_ocliveworkitemid": "00000000-0000-0000-0000-000000000007",
        "msdyn_liveworkstreamid": "00000000-0000-0000-0000-000000000008",
        "_msdyn_liveworkstreamid_value": "00000000-0000-0000-0000-000000000008",
        "msdyn_lastsessionid": null,
        "_msdyn_lastsessionid_value": null,
        "statuscode": 5,
        "statuscode@OData.Community.Display.V1.FormattedValue": "Wrap-up",
        "createdon": NOW.to_string(),
        "msdyn_title": "A \"quoted\" sofa",
        "msdyn_channel": "192360000",
        "msdyn_channel@OData.Community.Display.V1.FormattedValue": "Live chat",
        "msdyn_customer": contact,
        "_msdyn_customer_value": contact,
        "_msdyn_customer_value@Microsoft.Dynamics.CRM.lookuplogicalname": "contact",
        "msdyn_issueid": null,
        "_msdyn_issueid_value": null,
        "prioritycode": 2,
        "prioritycode@OData.Community.Display.V1.FormattedValue": "High",
        "statecode": 0,
        "statecode@OData.Community.Display.V1.FormattedValue": "Open",
        "msdyn_conversationfirstwaittimeinseconds": 61,
        "msdyn_isagentaccepted": true,
        "msdyn_closedon": null,
        "activityid": "00000000-0000-0000-0000-000000000007"
    });
    assert_eq!(record, expected);
}

proptest::proptest! {
    #[test]
    fn no_input_panics_and_every_refusal_says_why(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200), text in ".{0,60}") {
        if let Err(error) = Request::from_json(&bytes) {
            assert!(!error.detail.is_empty());
        }
        let input = json!({ "agentId": AGENT, "attributes": [text], "status": text, "skipToken": text, "top": text });
        if let Err(error) = parse(input).and_then(|request| request.at(NOW)) {
            assert!(!error.detail.is_empty());
        }
        let _ = Request::from_query(&text, [("orderBy", text.as_str()), ("createdAfter", text.as_str())]);
    }
}
