//! Routing over HTTP: rules that were saved decide the next conversation, and every conversation says why it is where it is.

use crate::test_server::{Customer, Person, TestServer, text};
use serde_json::{Value, json};

/// Two queues, and an agent who serves the first one.
struct Desk {
    server: TestServer,
    ada: Person,
    billing: Value,
    workstream: Value,
}

impl Desk {
    async fn open() -> Desk {
        let server = TestServer::start().await;
        let ada = server.agent("Ada").await;
        let root = &server.administrator;
        let queue = json!({ "name": "Billing", "members": [root.id] });
        let billing = root.post("/api/v1/queues", queue).await.expect_status(201).json["id"].clone();
        let workstream = root.get("/api/v1/workstreams").await.json["items"][0]["id"].clone();
        Desk { server, ada, billing, workstream }
    }

    fn root(&self) -> &Person {
        &self.server.administrator
    }

    fn route(&self, tier: &str, queue: &Value) -> Value {
        let when = format!("context.tier == '{tier}'");
        json!({ "name": tier, "when": when, "queues": [{ "queueId": queue, "percent": 100 }] })
    }

    async fn routes(&self, rules: Value) -> String {
        let new =
            json!({ "name": "Routes", "workstreamId": self.workstream, "kind": "route_to_queue", "rules": rules });
        let ruleset = self.root().post("/api/v1/rulesets", new).await.expect_status(201).json;
        format!("/api/v1/rulesets/{}", text(&ruleset["id"]))
    }

    async fn customer(&self, tier: &str) -> String {
        let body = json!({ "widgetId": self.server.widget_id, "text": "Hello", "context": { "tier": tier } });
        let started = self.server.anyone().post("/api/v1/visitor/conversations", body).await.expect_status(201).json;
        text(&started["conversationId"])
    }

    async fn routing(&self, person: &Person, id: &str) -> Value {
        person.get(&format!("/api/v1/conversations/{id}/routing")).await.expect_status(200).json
    }

    async fn queue_of(&self, id: &str) -> Value {
        self.root().get(&format!("/api/v1/conversations/{id}")).await.json["conversation"]["queueId"].clone()
    }
}

fn decision<'a>(routing: &'a Value, kind: &str) -> &'a Value {
    let decisions = routing["decisions"].as_array().expect("decisions");
    decisions.iter().find(|decision| decision["kind"] == kind).unwrap_or_else(|| panic!("no {kind} in {routing}"))
}

#[tokio::test]
async fn a_rule_changed_over_rest_decides_the_next_conversation_while_others_wait() {
    let desk = Desk::open().await;
    let support = json!(desk.server.queue_id);
    let waiting: Vec<String> = {
        let mut waiting = Vec::new();
        for _ in 0..20 {
            waiting.push(desk.customer("gold").await);
        }
        waiting
    };
    let ruleset = desk.routes(json!([desk.route("gold", &desk.billing)])).await;
    assert_eq!(desk.queue_of(&desk.customer("gold").await).await, desk.billing);
    assert_eq!(desk.queue_of(&desk.customer("silver").await).await, support);

    let replaced = desk.route("silver", &desk.billing);
    desk.root().put(&format!("{ruleset}/rules/gold"), replaced).await.expect_status(200);
    assert_eq!(desk.queue_of(&desk.customer("silver").await).await, desk.billing);
    assert_eq!(desk.queue_of(&desk.customer("gold").await).await, support);
    assert_eq!(desk.queue_of(&waiting[0]).await, support, "what waits stays where it is");
    desk.root().delete(&ruleset).await.expect_status(204);
    assert_eq!(desk.queue_of(&desk.customer("silver").await).await, support);
}

/// In force for work that waits too: a member who joins is given what waits.
#[tokio::test]
async fn a_change_of_a_queue_is_in_force_for_what_waits() {
    let desk = Desk::open().await;
    let waiting = desk.customer("gold").await;
    let _browser = desk.root().connect().await;
    let path = format!("/api/v1/queues/{}/members", desk.server.queue_id);
    desk.root().put(&path, json!({ "members": [desk.root().id] })).await.expect_status(200);
    let assigned = desk.root().get(&format!("/api/v1/conversations/{waiting}")).await.json;
    assert_eq!(assigned["conversation"]["activeAgentId"], json!(desk.root().id));
}

#[tokio::test]
async fn a_conversation_says_which_rule_sent_it_where_and_why_it_waits() {
    let desk = Desk::open().await;
    let new = json!({ "name": "German", "kind": "Language" });
    let skill = desk.root().post("/api/v1/skills", new).await.expect_status(201).json["id"].clone();
    let output = json!({ "set": "skill", "skill": { "skillId": skill, "proficiency": 7 } });
    let rule = json!({ "name": "Golden German", "when": "context.tier == 'gold'", "outputs": [output] });
    let classes = json!({
        "name": "Classes", "workstreamId": desk.workstream, "kind": "classification", "rules": [rule],
    });
    desk.root().post("/api/v1/rulesets", classes).await.expect_status(201);
    desk.routes(json!([desk.route("gold", &json!(desk.server.queue_id))])).await;
    let _browser = desk.ada.connect().await;
    let id = desk.customer("gold").await;

    let routing = desk.routing(&desk.ada, &id).await;
    let classified = decision(&routing, "classified");
    assert_eq!(classified["fired"][0]["rule"], "Golden German");
    assert_eq!(classified["saw"], json!([{ "name": "context.tier", "value": "gold" }]));
    assert!(text(&classified["sentence"]).contains("'Golden German' of 'Classes' fired"), "{classified}");
    let queued = decision(&routing, "queued");
    assert_eq!((&queued["queue"]["name"], &queued["why"]["rule"]), (&json!("Support"), &json!("gold")));
    assert!(text(&queued["sentence"]).starts_with("Went to 'Support', because the rule 'gold'"), "{queued}");

    let waiting = &routing["waiting"];
    assert_eq!((&waiting["position"], &waiting["isPushed"]), (&json!(1), &json!(true)));
    assert_eq!(waiting["demand"]["skills"][0]["skill"]["name"], "German");
    let passed = &waiting["considered"]["passedOver"][0];
    assert_eq!((&passed["reason"], &passed["agents"][0]["name"]), (&json!("skill"), &json!("Ada")));
    let sentence = text(&waiting["sentence"]);
    assert!(
        sentence.contains("Ada (without the skills it asks for)") && sentence.contains("German of at least 7"),
        "{sentence}"
    );

    let rated = json!({ "skills": [{ "skillId": skill, "proficiency": 8 }] });
    desk.root().patch(&format!("/api/v1/agents/{}", desk.ada.id), rated).await.expect_status(200);
    let routing = desk.routing(&desk.ada, &id).await;
    let assigned = decision(&routing, "assigned");
    assert_eq!((&assigned["agent"]["name"], &assigned["because"]), (&json!("Ada"), &json!("first_in_order")));
    assert!(text(&assigned["sentence"]).starts_with("Given to Ada from 'Support'"), "{assigned}");
    assert_eq!(routing["waiting"], Value::Null);
}

#[tokio::test]
async fn why_a_conversation_waits_is_for_those_who_may_see_it() {
    let desk = Desk::open().await;
    let (outsider, sue) = (desk.server.supervisor("Sue").await, desk.server.foreign_agent("Eve").await);
    let customer: Customer = desk.server.visitor().await;
    let path = format!("/api/v1/conversations/{}/routing", customer.conversation_id);
    outsider.get(&path).await.expect_status(200);
    desk.ada.get(&path).await.expect_status(200);
    sue.get(&path).await.expect_problem(404, "conversation_not_found");
    customer.person.get(&path).await.expect_problem(403, "forbidden");
}

#[tokio::test]
async fn a_condition_is_checked_before_it_is_saved() {
    let desk = Desk::open().await;
    let fields = desk.ada.get("/api/v1/routing/fields?kind=assignment").await.expect_status(200).json;
    let names: Vec<String> =
        fields["fields"].as_array().expect("fields").iter().map(|field| text(&field["name"])).collect();
    assert!(names.contains(&"conversation.channel".to_owned()) && names.contains(&"agent.unitsFree".to_owned()));
    assert!(fields["namespaces"].as_array().expect("namespaces").iter().any(|open| open["name"] == "context"));
    desk.ada.get("/api/v1/routing/fields").await.expect_field("kind", "missing");

    let check = |condition: &str| {
        let body = json!({ "kind": "classification", "condition": condition });
        let ada = desk.ada.clone();
        async move { ada.post("/api/v1/routing/check", body).await.expect_status(200).json }
    };
    let right = check("context.tier=='gold'&&!has( case.title )").await;
    assert_eq!(right["faults"], json!([]));
    assert_eq!(right["canonical"], "context.tier == \"gold\" && !has(case.title)");
    assert_eq!(right["structure"]["kind"], "all");
    let built = json!({ "kind": "classification", "structure": right["structure"] });
    let built = desk.ada.post("/api/v1/routing/check", built).await.expect_status(200).json;
    assert_eq!(built["canonical"], right["canonical"]);
    let torn = check("context.tier ==\n  && true").await;
    assert_eq!((&torn["faults"][0]["code"], &torn["faults"][0]["line"]), (&json!("syntax"), &json!(2)));
    let unknown = check("conversation.chanel == 'sms'").await;
    assert_eq!(unknown["faults"][0]["code"], "unknown_field");
    assert!(text(&unknown["faults"][0]["detail"]).contains("conversation.channel"), "{unknown}");

    let rules = json!([desk.route("gold", &desk.billing), { "name": "All", "when": "true", "queues": [] }]);
    let ruleset = json!({ "name": "R", "workstreamId": desk.workstream, "kind": "route_to_queue", "rules": rules });
    let checked = desk.root().post("/api/v1/routing/check-ruleset", ruleset).await.expect_status(200).json;
    assert!(text(&checked["faults"][0]["field"]).starts_with("rules[1].queues"), "{checked}");
    assert_eq!(desk.root().get("/api/v1/rulesets").await.json["items"], json!([]), "nothing was saved");
}

#[tokio::test]
async fn rules_are_tried_out_on_facts_and_nothing_begins() {
    let desk = Desk::open().await;
    let root = desk.root();
    let skill = root.post("/api/v1/skills", json!({ "name": "German" })).await.expect_status(201).json["id"].clone();
    let outputs = json!([
        { "set": "skill", "skill": { "skillId": skill, "proficiency": 7 } },
        { "set": "priority", "priority": "high" },
        { "set": "context", "variable": { "name": "tier", "value": "gold" } },
    ]);
    let rule = json!({ "name": "Contoso", "when": "customer.account.name == 'Contoso'", "outputs": outputs });
    let classes = json!({
        "name": "Classes", "workstreamId": desk.workstream, "kind": "classification", "rules": [rule],
    });
    root.post("/api/v1/rulesets", classes).await.expect_status(201);
    desk.routes(json!([desk.route("gold", &desk.billing)])).await;

    let attempt = |more: Value| {
        let mut body = json!({ "workstreamId": desk.workstream });
        body.as_object_mut().expect("an object").extend(more.as_object().expect("members").clone());
        root.post("/api/v1/routing/try", body)
    };
    let tried = attempt(json!({ "facts": { "customer.account.name": "Contoso" } })).await.expect_status(200).json;
    assert_eq!((&tried["queue"]["name"], &tried["priority"]), (&json!("Billing"), &json!("high")));
    let wanted = json!([{ "skill": { "id": skill, "name": "German" }, "proficiency": 7 }]);
    assert_eq!((&tried["skills"], &tried["context"][0]["value"]), (&wanted, &json!("gold")));
    assert_eq!(decision(&tried, "classified")["fired"][0]["rule"], "Contoso");
    let queued = decision(&tried, "queued");
    assert_eq!(queued["saw"], json!([{ "name": "context.tier", "value": "gold" }]));
    assert!(text(&queued["sentence"]).starts_with("Went to 'Billing', because the rule 'gold'"), "{queued}");

    let tried = attempt(json!({ "context": { "tier": "silver" } })).await.expect_status(200).json;
    assert_eq!((&tried["queue"]["name"], &tried["skills"]), (&json!("Support"), &json!([])));
    assert_eq!(decision(&tried, "classified")["fired"][0]["rule"], Value::Null);

    // It would be the second to wait, and the line is one long.
    let full = json!({
        "condition": { "when": "queue_length", "waitingMax": 1 }, "action": { "do": "end_conversation" },
    });
    let billing = format!("/api/v1/queues/{}", text(&desk.billing));
    root.patch(&billing, json!({ "overflowBefore": [full] })).await.expect_status(200);
    desk.customer("gold").await;
    let tried = attempt(json!({ "context": { "tier": "gold" } })).await.expect_status(200).json;
    assert_eq!(tried["queue"], Value::Null, "{tried}");
    assert_eq!(decision(&tried, "overflowed")["condition"]["when"], "queue_length");

    let ongoing = root.get("/api/v1/conversations?view=ongoing").await.json;
    assert_eq!(ongoing["items"].as_array().expect("items").len(), 1, "the customer's own");
}

#[tokio::test]
async fn what_cannot_be_tried_out_is_named() {
    let desk = Desk::open().await;
    let stream = &desk.workstream;
    let nobody = "00000000-0000-0000-0000-000000000009";
    let cases = [
        (json!({ "workstreamId": nobody }), 404, "workstream_not_found"),
        (json!({ "workstreamId": stream, "widgetId": nobody }), 404, "widget_not_found"),
        (json!({ "workstreamId": stream, "facts": { "customer.shoeSize": "9" } }), 400, "facts.customer.shoeSize"),
        (json!({ "workstreamId": stream, "facts": { "context.tier": "gold" } }), 400, "facts.context.tier"),
        (json!({ "workstreamId": stream, "context": { "tier": "x".repeat(513) } }), 400, "context_variable_too_long"),
        (json!({ "workstreamId": stream, "priority": "urgent" }), 400, "priority"),
        (json!({ "workstreamId": stream, "tier": "gold" }), 400, "tier"),
    ];
    for (body, status, words) in cases {
        let refused = desk.root().post("/api/v1/routing/try", body.clone()).await;
        assert_eq!(refused.status, status, "{body}: {}", refused.body);
        assert!(refused.body.contains(words), "'{words}' is not in {}", refused.body);
    }
    desk.ada.post("/api/v1/routing/try", json!({ "workstreamId": stream })).await.expect_problem(403, "forbidden");
}

#[tokio::test]
async fn a_customers_first_words_are_kept_where_a_full_line_ends_the_conversation_at_once() {
    let desk = Desk::open().await;
    desk.routes(json!([desk.route("gold", &desk.billing)])).await;
    let full =
        json!([{ "condition": { "when": "queue_length", "waitingMax": 1 }, "action": { "do": "end_conversation" } }]);
    let queue = format!("/api/v1/queues/{}", text(&desk.billing));
    desk.root().patch(&queue, json!({ "overflowBefore": full })).await.expect_status(200);
    desk.customer("gold").await;
    let ended = desk.customer("gold").await;
    let path = format!("/api/v1/conversations/{ended}");
    assert_eq!(desk.root().get(&path).await.json["conversation"]["status"], "closed");
    let messages = desk.root().get(&format!("{path}/messages")).await.expect_status(200).json;
    assert_eq!(messages["items"][0]["text"], "Hello");
}
