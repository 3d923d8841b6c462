//! The set-up as a file, as operators handle it: exported from one folder, imported into another, compared, refused.

mod support;

use serde_json::{Value, json};
use std::path::Path;
use support::{Ran, Server, administrator, free_port, get, post, run, text, token};

fn config(verb: &str, file: &Path, data: &Path, more: &[&str]) -> Ran {
    let mut arguments = vec!["config", verb, text(file), "--data", text(data), "--json"];
    arguments.extend(more);
    run(&arguments)
}

fn exported(file: &Path, data: &Path) -> String {
    config("export", file, data, &[]).answer();
    std::fs::read_to_string(file).expect("a file")
}

fn changes(ran: &Value) -> Vec<String> {
    let lines = ran["changes"].as_array().expect("changes");
    lines.iter().map(|line| line.as_str().expect("a line").to_owned()).collect()
}

#[test]
fn the_demonstration_s_export_imported_into_an_empty_organisation_exports_the_same_bytes() {
    let folder = tempfile::tempdir().expect("a folder");
    let (demo, copy) = (folder.path().join("demo"), folder.path().join("copy"));
    let (file, again) = (folder.path().join("set-up.toml"), folder.path().join("again.toml"));
    let server = Server::demo(&demo, &["--quiet-world"]);
    let bytes = exported(&file, &demo);
    assert!(bytes.contains("Trade customers") && !bytes.contains("argon2"), "{bytes}");
    assert_eq!(server.terminate().0, 0);
    // A stopped folder says the same.
    assert_eq!(exported(&again, &demo), bytes);
    assert_eq!(changes(&config("diff", &file, &demo, &[]).answer()), Vec::<String>::new());
    // Founded by the import.
    config("import", &file, &copy, &[]).answer();
    assert_eq!(exported(&again, &copy), bytes);
    // Into an organisation that somebody else administers, on a running server.
    let other = folder.path().join("other");
    administrator(&other);
    let _server = Server::start(&other, free_port());
    config("import", &file, &other, &[]).answer();
    assert_eq!(exported(&again, &other), bytes);
}

#[test]
fn an_import_into_a_running_server_is_in_force_at_once_and_keeps_ids_and_passwords() {
    let folder = tempfile::tempdir().expect("a folder");
    let (data, file) = (folder.path().join("data"), folder.path().join("set-up.toml"));
    let ada = administrator(&data);
    let server = Server::start(&data, free_port());
    let before = get(&server.url, "/api/v1/queues", &ada).expect("queues");
    let changed = exported(&file, &data).replace("name = \"Support\"", "name = \"Help\"\nformerName = \"Support\"");
    let changed = changed.replace("fallbackQueue = \"Support\"", "fallbackQueue = \"Help\"");
    std::fs::write(&file, changed + "\n[[skills]]\nname = \"English\"\n").expect("written");
    // `skills = []` stands at the head of the export.
    let refused = config("import", &file, &data, &[]).refusal(2).1;
    assert!(refused.contains("set-up.toml:"), "{refused}");
    let mended = std::fs::read_to_string(&file).expect("read").replace("skills = []\n", "");
    std::fs::write(&file, mended).expect("written");

    let lines = ["+ skill 'English'", "~ queue 'Support'", "    name: \"Support\" → \"Help\""];
    assert_eq!(changes(&config("import", &file, &data, &["--dry-run"]).answer()), lines);
    let diff = config("diff", &file, &data, &[]);
    assert_eq!((diff.code, changes(&diff.json())), (1, lines.map(str::to_owned).to_vec()));
    assert_eq!(get(&server.url, "/api/v1/queues", &ada), Some(before.clone()));

    assert_eq!(changes(&config("import", &file, &data, &[]).answer()), lines);
    let after = get(&server.url, "/api/v1/queues", &ada).expect("queues");
    assert_eq!(after["items"][0]["name"], json!("Help"));
    assert_eq!(after["items"][0]["id"], before["items"][0]["id"]);
    let nothing = config("diff", &file, &data, &[]);
    assert_eq!((nothing.code, changes(&nothing.json())), (0, vec![]));
}

#[test]
fn the_documented_example_is_put_in_force() {
    let page = include_str!("../../../docs/configuration.md");
    let (_, rest) = page.split_once("```toml\n").expect("an example");
    let (example, _) = rest.split_once("```").expect("its end");
    let folder = tempfile::tempdir().expect("a folder");
    let (data, file) = (folder.path().join("data"), folder.path().join("set-up.toml"));
    std::fs::write(&file, example).expect("written");
    config("import", &file, &data, &["--dry-run"]).refusal(1);
    let said = run(&["config", "import", text(&file), "--data", text(&data)]);
    assert_eq!(said.code, 0, "{}", said.stderr);
    assert!(said.stdout.contains("+ queue 'Rare books'") && said.stdout.contains("user add"), "{}", said.stdout);
    assert_eq!(config("diff", &file, &data, &[]).code, 0);
}

#[test]
fn a_file_that_is_wrong_or_refused_changes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let (data, file) = (folder.path().join("data"), folder.path().join("bad.toml"));
    let ada = administrator(&data);
    let good = exported(&file, &data);
    let server = Server::start(&data, free_port());
    let chat = get(&server.url, "/api/v1/widgets", &ada).expect("widgets");
    let start = json!({ "widgetId": chat["items"][0]["id"], "name": "Kim", "text": "Hello", "clientMessageId": "1" });
    assert!(post(&server.url, "/api/v1/visitor/conversations", "", &start).0 < 300);
    let queue = "\n[[queues]]\nname = \"Sales\"\n";
    let overflow =
        |to: &str| format!("overflowWaiting = {{ after = \"5m\", do = \"transfer_to_queue\", queue = \"{to}\" }}\n");
    let cases: [(String, i32, &str); 9] = [
        (good.replace("format = 1", "format = 2"), 2, "bad.toml:5: it is written in format 2"),
        (format!("{good}{queue}{queue}"), 2, "stands in line"),
        (good.replace("fallbackQueue = \"Support\"", "fallbackQueue = \"Suport\""), 2, "did you mean 'Support'?"),
        (good.replace("color = \"#", "color = \"red #"), 2, "must be a colour"),
        (
            good.replace("[organization]", "[organization]\nframedOrigins = [\"x; script-src *\"]"),
            2,
            "is not an origin",
        ),
        (good.replace("[organization]", "[organization]\ntimeZone = \"Europe/Berlyn\""), 1, "Berlyn"),
        // The visitor's conversation is under way.
        ("format = 1\nworkstreams = []\nwidgets = []\n".to_owned(), 1, "in use"),
        ("format = 1\nagents = []\n".to_owned(), 1, "no administrator"),
        (format!("{good}{queue}{}\n[[queues]]\nname = \"Help\"\n{}", overflow("Help"), overflow("Sales")), 1, "Sales"),
    ];
    for (bad, code, words) in cases {
        std::fs::write(&file, &bad).expect("written");
        for more in [&["--dry-run"][..], &[]] {
            let (_, message) = config("import", &file, &data, more).refusal(code);
            assert!(message.contains(words), "wanted {words}: {message}");
        }
        assert_eq!(config("diff", &file, &data, &[]).code, 2);
    }
    // All at once, each at its line.
    let zone = good.replace("[organization]", "[organization]\ntimeZone = \"Europe/Berlyn\"");
    let circle = format!("{zone}{queue}{}\n[[queues]]\nname = \"Help\"\n{}", overflow("Help"), overflow("Sales"));
    std::fs::write(&file, &circle).expect("written");
    let (_, message) = config("import", &file, &data, &[]).refusal(1);
    let line_of = |text: &str| 1 + circle[..circle.find(text).expect(text)].matches('\n').count();
    for (line, words) in [(line_of("[organization]"), "Berlyn"), (line_of("[[queues]]\nname = \"Sales\""), "circle")] {
        let told = |said: &str| said.contains(&format!("bad.toml:{line}: ")) && said.contains(words);
        assert!(message.lines().any(told), "wanted line {line}, {words}: {message}");
    }
    std::fs::write(&file, &good).expect("written");
    assert_eq!(exported(&file, &data), good);
    drop(server);
    // A new folder stays empty when what should found it is refused.
    let fresh = folder.path().join("fresh");
    std::fs::write(&file, good.replace("[organization]", "[organization]\ntimeZone = \"Nowhere\"")).expect("written");
    assert_eq!(config("import", &file, &fresh, &[]).code, 1);
    assert_eq!(config("export", &file, &fresh, &[]).code, 1);
    assert_eq!(config("import", &folder.path().join("missing.toml"), &data, &[]).code, 2);
    token(&data, "ada@example.org");
}
