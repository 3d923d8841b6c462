//! What scripts rely on: exit codes, one line of JSON, one sentence about what is wrong, and where.

mod support;

use serde_json::json;
use support::{Server, administrator, free_port, get, run, text, token};

#[test]
fn a_wrong_command_line_is_a_usage_error_in_words_and_in_json() {
    assert_eq!(run(&["serve", "--listne", "127.0.0.1:1"]).code, 2);
    let (code, message) = run(&["serve", "--listne", "127.0.0.1:1", "--json"]).refusal(2);
    assert_eq!(code, "usage");
    assert!(message.contains("--listne"), "{message}");
}

#[test]
fn a_wrong_key_is_named_with_file_line_and_the_nearest_key() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("frontdesk.toml");
    std::fs::write(&file, "data = \"d\"\n\n[tls]\nself_singed = true\n").expect("written");
    for arguments in [vec!["config", "check", text(&file), "--json"], vec!["serve", "--config", text(&file), "--json"]]
    {
        let (_, message) = run(&arguments).refusal(2);
        assert!(message.contains("frontdesk.toml:4"), "{message}");
        assert!(message.contains("tls.self_signed"), "{message}");
    }
}

#[test]
fn the_printed_template_checks() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("frontdesk.toml");
    std::fs::write(&file, run(&["config", "template"]).stdout).expect("written");
    assert_eq!(run(&["config", "check", text(&file), "--json"]).answer()["right"], json!(true));
}

#[test]
fn a_folder_in_use_and_an_address_in_use_are_refused_with_code_3() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let port = free_port();
    let _server = Server::start(&data, port);
    let other = free_port();
    let ran = run(&["serve", "--data", text(&data), "--listen", &format!("127.0.0.1:{other}"), "--json"]);
    assert_eq!(ran.refusal(3).0, "in_use");
    let elsewhere = folder.path().join("elsewhere");
    let ran = run(&["serve", "--data", text(&elsewhere), "--listen", &format!("127.0.0.1:{port}"), "--json"]);
    assert_eq!(ran.refusal(3).0, "in_use");
}

#[test]
fn a_folder_of_a_newer_version_is_refused_with_code_4_and_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let database = data.join("frontdesk.sqlite");
    std::fs::create_dir(&data).expect("made");
    std::fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/newer.sqlite"), &database).expect("copied");
    let before = std::fs::read(&database).expect("read");
    for command in ["serve", "check"] {
        let (code, message) = run(&[command, "--data", text(&data), "--json"]).refusal(4);
        assert_eq!(code, "newer_data");
        assert!(message.contains("newer version"), "{message}");
    }
    assert!(std::fs::read(&database).expect("read") == before, "the file was changed");
}

#[test]
fn a_first_start_offers_the_set_up_link_until_there_is_an_administrator() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let server = Server::start(&data, free_port());
    assert!(server.ready["setUpUrl"].as_str().expect("a link").starts_with(&server.url));
    administrator(&data);
    let (code, _) = server.terminate();
    assert_eq!(code, 0);
    let again = Server::start(&data, free_port());
    assert_eq!(again.ready["setUpUrl"], json!(null));
}

#[test]
fn users_and_tokens_are_made_on_a_running_server_and_on_a_folder_alike() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    administrator(&data);
    let added =
        run(&["user", "add", "tom@example.org", "--name", "Tom", "--role", "agent", "--data", text(&data), "--json"]);
    assert!(added.answer()["password"].as_str().expect("a one-time password").len() >= 12);
    let server = Server::start(&data, free_port());
    let again =
        run(&["user", "add", "tom@example.org", "--name", "T", "--role", "agent", "--data", text(&data), "--json"]);
    assert!(again.refusal(1).1.contains("e-mail"), "{}", again.stderr);
    let tom = token(&data, "tom@example.org");
    let me = get(&server.url, "/api/v1/me", &tom).expect("who they are");
    assert_eq!(me["email"], json!("tom@example.org"));
    assert_eq!(run(&["token", "create", "--user", "nobody@example.org", "--data", text(&data)]).code, 1);
}

#[test]
fn a_backup_of_a_running_server_restores_and_passes_the_check() {
    let folder = tempfile::tempdir().expect("a folder");
    let (data, copy) = (folder.path().join("data"), folder.path().join("copy"));
    let file = folder.path().join("backup.frontdesk");
    administrator(&data);
    let server = Server::start(&data, free_port());
    run(&["backup", text(&file), "--data", text(&data), "--json"]).answer();
    // Never over something that is there.
    assert_eq!(run(&["backup", text(&file), "--data", text(&data)]).code, 1);
    drop(server);
    run(&["restore", text(&file), "--data", text(&copy), "--json"]).answer();
    assert_eq!(run(&["restore", text(&file), "--data", text(&copy)]).code, 1);
    assert_eq!(run(&["check", "--data", text(&copy), "--json"]).answer()["findings"], json!([]));
    token(&copy, "ada@example.org");
}

#[test]
fn a_damaged_backup_is_refused_with_code_5() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("backup.frontdesk");
    std::fs::write(&file, "this is no backup, however long one reads it ".repeat(100)).expect("written");
    let copy = folder.path().join("copy");
    let ran = run(&["restore", text(&file), "--data", text(&copy), "--json"]);
    assert_eq!(ran.refusal(5).0, "unsound_data");
    assert!(!copy.exists());
}
