//! getConversations over HTTP: kept answers are never stale, time moves the window, pages join.

use crate::test_server::{Person, TestServer, text};
use serde_json::{Value, json};
use std::time::Duration;

async fn ids(person: &Person, query: &str) -> Vec<String> {
    let listed =
        person.get(&format!("/api/v1/agents/{}/conversations?{query}", person.id)).await.expect_status(200).json;
    assert_eq!(listed["status"], json!(true));
    let values = listed["result"]["values"].as_array().expect("values").clone();
    values.iter().map(|record| text(&record["msdyn_ocliveworkitemid"])).collect()
}

#[tokio::test]
async fn every_acknowledged_change_shows_in_the_next_answer() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    let mut stream = ada.connect().await;
    assert!(ids(&ada, "").await.is_empty());
    let mut accepted = Vec::new();
    for _ in 0..3 {
        server.clock.advance(Duration::from_secs(1));
        server.visitor().await;
        accepted.insert(0, ada.accept_next(&mut stream).await);
        for query in ["", "status=2", "status=2,4", "status=2&attributes=msdyn_title", "status=Active"] {
            assert_eq!(ids(&ada, query).await, accepted, "{query}");
            assert_eq!(ids(&ada, query).await, accepted, "{query}, kept");
        }
    }
    ada.command(&accepted[1], "end", json!({})).await.expect_status(200);
    assert_eq!(ids(&ada, "status=2").await, [accepted[0].clone(), accepted[2].clone()]);
    assert_eq!(ids(&ada, "status=5").await, [accepted[1].clone()]);
    ada.command(&accepted[1], "close-session", json!({})).await.expect_status(200);
    assert_eq!(ids(&ada, "status=5").await, [""; 0]);
    assert_eq!(ids(&ada, "status=4").await, [accepted[1].clone()]);
    assert_eq!(ids(&ada, "").await, accepted);
}

#[tokio::test]
async fn both_ways_give_the_same_record_with_the_five_defaults() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    let mut stream = ada.connect().await;
    server.visitor().await;
    let id = ada.accept_next(&mut stream).await;
    let query = format!("/api/v1/agents/{}/conversations?attributes=msdyn_title,msdyn_channel,statuscode", ada.id);
    let by_query = ada.get(&query).await.expect_status(200);
    let input =
        json!({ "agentId": ada.id, "attributes": ["msdyn_title", "msdyn_channel", "statuscode"], "status": [2] });
    let by_input = ada.post("/api/v1/omnichannel/getConversations", input.clone()).await.expect_status(200);
    assert_eq!(by_query.json, by_input.json);
    let as_text = ada.post("/api/v1/omnichannel/getConversations", json!(input.to_string())).await.expect_status(200);
    assert_eq!(as_text.json, by_input.json);
    let record = &by_query.json["result"]["values"][0];
    assert_eq!(record["msdyn_ocliveworkitemid"], json!(id));
    assert_eq!(record["statuscode@OData.Community.Display.V1.FormattedValue"], "Active");
    for name in ["msdyn_liveworkstreamid", "msdyn_lastsessionid", "createdon", "msdyn_title", "msdyn_channel"] {
        assert!(!record[name].is_null(), "{name} in {record}");
    }
    assert_eq!(by_query.header("content-type"), "application/json");
}

#[tokio::test]
async fn a_window_of_days_moves_with_the_clock_although_nothing_happens() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    let mut stream = ada.connect().await;
    server.visitor().await;
    let id = ada.accept_next(&mut stream).await;
    let of_today = "status=2&createdBeforeDays=1";
    let only = vec![id];
    assert_eq!(ids(&ada, of_today).await, only);
    assert_eq!(ids(&ada, "createdBeforeDays=1").await, only);
    // Live chat in conversation has no clock that would close it within this time.
    server.clock.advance(Duration::from_secs(24 * 60 * 60));
    assert_eq!(ids(&ada, of_today).await, only, "exactly a day is within it");
    server.clock.advance(Duration::from_millis(1));
    assert_eq!(ids(&ada, of_today).await, [""; 0]);
    assert_eq!(ids(&ada, "createdBeforeDays=1").await, [""; 0]);
    assert_eq!(ids(&ada, "createdBeforeDays=2").await, only);
}

#[tokio::test]
async fn pages_join_without_a_seam_in_memory_and_from_the_store() {
    let server = TestServer::start().await;
    let ada = server.agent("Ada").await;
    let patch = json!({ "capacityUnits": 1_000 });
    server.administrator.patch(&format!("/api/v1/agents/{}", ada.id), patch).await.expect_status(200);
    let mut stream = ada.connect().await;
    for _ in 0..5 {
        server.visitor().await;
        ada.accept_next(&mut stream).await;
    }
    for status in ["status=2", "status=2,4"] {
        let whole = ids(&ada, status).await;
        let mut joined: Vec<String> = Vec::new();
        let mut token = String::new();
        loop {
            let path = format!("/api/v1/agents/{}/conversations?{status}&top=2{token}", ada.id);
            let page: Value = ada.get(&path).await.expect_status(200).json["result"].clone();
            joined.extend(
                page["values"].as_array().expect("values").iter().map(|record| text(&record["msdyn_ocliveworkitemid"])),
            );
            match page["nextToken"].as_str() {
                Some(next) => token = format!("&skipToken={next}"),
                None => break,
            }
        }
        assert_eq!((joined.len(), &joined), (5, &whole), "{status}");
    }
}
