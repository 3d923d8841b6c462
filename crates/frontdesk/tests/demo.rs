//! The demonstration: one line when it is ready, sign-ins that work and stay, and a world that lives or keeps quiet.

mod support;

use serde_json::{Value, json};
use std::time::{Duration, Instant};
use support::{Server, get, post, run, text};

fn user<'a>(server: &'a Server, role: &str) -> &'a Value {
    let users = server.ready["users"].as_array().expect("users");
    users.iter().find(|user| user["role"] == json!(role)).expect("a user of this role")
}

fn token(data: &std::path::Path, user: &Value) -> String {
    let email = user["email"].as_str().expect("an e-mail");
    support::token(data, email)
}

fn sequence(server: &Server, token: &str) -> u64 {
    get(&server.url, "/api/v1/conversations?view=mine", token).expect("a list")["sequence"].as_u64().expect("a number")
}

#[test]
fn a_quiet_world_is_ready_with_sign_ins_that_survive_a_restart() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("demo");
    let server = Server::demo(&data, &["--quiet-world", "--seed", "5"]);
    let count = |role: &str| {
        let users = server.ready["users"].as_array().expect("users");
        users.iter().filter(|user| user["role"] == json!(role)).count()
    };
    assert_eq!((count("agent"), count("supervisor"), count("administrator")), (12, 2, 1));
    for key in ["organizationId", "widgetId"] {
        assert!(server.ready[key].as_str().is_some_and(|id| id.len() == 36), "{key}");
    }
    let agent = user(&server, "agent").clone();
    let sign_in = json!({ "email": agent["email"], "password": agent["password"] });
    assert_eq!(post(&server.url, "/api/v1/sign-in", "", &sign_in).0, 200);
    let first_ready = server.ready.clone();
    assert_eq!(server.terminate().0, 0);

    let again = Server::demo(&data, &["--quiet-world"]);
    assert_eq!(again.ready["users"], first_ready["users"]);
    assert_eq!(post(&again.url, "/api/v1/sign-in", "", &sign_in).0, 200);
}

#[test]
fn get_conversations_of_every_agent_tells_of_weeks_of_work() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("demo");
    let server = Server::demo(&data, &["--quiet-world"]);
    let administrator = token(&data, user(&server, "administrator"));
    for agent in server.ready["users"].as_array().expect("users").iter().filter(|user| user["role"] == json!("agent")) {
        let path = |status: u8| {
            format!("/api/v1/agents/{}/conversations?status={status}", agent["id"].as_str().expect("an id"))
        };
        for (status, least) in [(3, 2), (4, 20)] {
            let answer = get(&server.url, &path(status), &administrator).expect("an answer");
            let values = answer["result"]["values"].as_array().expect("records");
            assert!(values.len() >= least, "{agent}: {} with status {status}", values.len());
        }
    }
}

#[test]
fn a_quiet_world_stays_as_it_is_and_a_lively_one_goes_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let (quiet_data, lively_data) = (folder.path().join("quiet"), folder.path().join("lively"));
    let quiet = Server::demo(&quiet_data, &["--quiet-world"]);
    let quiet_token = token(&quiet_data, user(&quiet, "administrator"));
    let quiet_before = sequence(&quiet, &quiet_token);
    let lively = Server::demo(&lively_data, &[]);
    let lively_token = token(&lively_data, user(&lively, "administrator"));
    // A customer came, an agent accepted and answered.
    let deadline = Instant::now() + Duration::from_secs(120);
    while !an_agent_answered(&lively, &lively_token) {
        assert!(Instant::now() < deadline, "nobody answered");
    }
    assert_eq!(sequence(&quiet, &quiet_token), quiet_before);
    assert_eq!(lively.terminate().0, 0);
    assert_eq!(run(&["check", "--data", text(&lively_data), "--json"]).answer()["findings"], json!([]));
}

fn an_agent_answered(server: &Server, token: &str) -> bool {
    let listed = get(&server.url, "/api/v1/conversations?view=ongoing&limit=200", token).expect("a list");
    let conversations = listed["items"].as_array().expect("conversations");
    // The past has live chats too, but none that is active.
    conversations.iter().any(|conversation| {
        conversation["mode"] == json!("live_chat")
            && conversation["status"] == json!("active")
            && conversation["lastMessage"]["fromCustomer"] == json!(false)
    })
}

#[test]
fn a_folder_with_other_data_is_no_demonstration() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("real");
    support::administrator(&data);
    let (_, message) = run(&["demo", "--data", text(&data), "--json"]).refusal(2);
    assert!(message.contains("no demonstration"), "{message}");
}
