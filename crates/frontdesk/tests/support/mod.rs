//! The binary, run as people and scripts run it.
#![allow(dead_code)] // Each test file uses its own part.

use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};

pub struct Ran {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Ran {
    /// The one line of JSON on stdout.
    pub fn answer(&self) -> Value {
        assert_eq!(self.code, 0, "stdout: {}\nstderr: {}", self.stdout, self.stderr);
        self.json()
    }

    pub fn json(&self) -> Value {
        assert_eq!(self.stdout.lines().count(), 1, "stdout: {}\nstderr: {}", self.stdout, self.stderr);
        serde_json::from_str(&self.stdout).expect("one line of JSON")
    }

    /// The sentence of a failure that was asked for as JSON.
    pub fn refusal(&self, code: i32) -> (String, String) {
        assert_eq!(self.code, code, "stdout: {}\nstderr: {}", self.stdout, self.stderr);
        let last = self.stderr.lines().last().expect("a line on stderr");
        let error: Value = serde_json::from_str(last).expect("an error as JSON");
        let text = |key: &str| error["error"][key].as_str().expect("a text").to_owned();
        (text("code"), text("message"))
    }
}

pub fn binary() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_frontdesk"));
    command.env("RUST_LOG", "warn").stdin(Stdio::null());
    command
}

pub fn run(arguments: &[&str]) -> Ran {
    let output = binary().args(arguments).output().expect("the binary runs");
    Ran {
        code: output.status.code().expect("an exit code"),
        stdout: String::from_utf8(output.stdout).expect("UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

pub fn text(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

/// Below the ports that the system gives to clients; never the same twice, so that tests may run at once.
pub fn free_port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    loop {
        let start = 20_000 + (std::process::id() % 5_000) as u16 * 2;
        let port = start + NEXT.fetch_add(1, Ordering::Relaxed) % 2_000;
        if TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return port;
        }
    }
}

/// `frontdesk serve`, killed when it is dropped.
pub struct Server {
    child: Child,
    stdout: BufReader<ChildStdout>,
    pub ready: Value,
    pub url: String,
}

impl Server {
    pub fn start(data: &Path, port: u16) -> Server {
        Server::start_with(data, port, &[])
    }

    pub fn start_with(data: &Path, port: u16, environment: &[(&str, &str)]) -> Server {
        let mut command = binary();
        command.args(["serve", "--json", "--data", text(data), "--listen", &format!("127.0.0.1:{port}")]);
        command.envs(environment.iter().copied());
        Server::spawn(command)
    }

    /// `frontdesk demo`, which says the same and more.
    pub fn demo(data: &Path, more: &[&str]) -> Server {
        let mut command = binary();
        command.args(["demo", "--json", "--data", text(data), "--listen", &format!("127.0.0.1:{}", free_port())]);
        command.args(more);
        Server::spawn(command)
    }

    fn spawn(mut command: Command) -> Server {
        let mut child = command.stdout(Stdio::piped()).spawn().expect("the server starts");
        let mut stdout = BufReader::new(child.stdout.take().expect("its output"));
        let mut line = String::new();
        stdout.read_line(&mut line).expect("a ready line");
        let ready: Value = serde_json::from_str(&line).expect("a ready line of JSON");
        let url = ready["url"].as_str().expect("its address").to_owned();
        Server { child, stdout, ready, url }
    }

    pub fn kill(mut self) {
        self.child.kill().expect("killed");
        self.child.wait().expect("gone");
    }

    /// As an operator does; gives its exit code and what else it said on stdout.
    pub fn terminate(mut self) -> (i32, String) {
        let status = Command::new("kill").arg(self.child.id().to_string()).status().expect("kill runs");
        assert!(status.success());
        let mut rest = String::new();
        self.stdout.read_to_string(&mut rest).expect("its output");
        (self.child.wait().expect("gone").code().expect("an exit code"), rest)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Gone already, where a test ended it.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// One GET; none when there is no answer or no success.
pub fn get(server: &str, path: &str, token: &str) -> Option<Value> {
    let (status, body) = ask(server, &format!("GET {path}"), token, "")?;
    (status == 200).then_some(body)
}

/// One POST; its status and answer.
pub fn post(server: &str, path: &str, token: &str, body: &Value) -> (u16, Value) {
    ask(server, &format!("POST {path}"), token, &body.to_string()).expect("an answer")
}

fn ask(server: &str, what: &str, token: &str, body: &str) -> Option<(u16, Value)> {
    let authority = server.strip_prefix("http://")?;
    let mut stream = TcpStream::connect(authority).ok()?;
    let sign_in = if token.is_empty() { String::new() } else { format!("Authorization: Bearer {token}\r\n") };
    let length = body.len();
    let head = format!("{what} HTTP/1.0\r\nHost: {authority}\r\nOrigin: {server}\r\n{sign_in}");
    let head = format!("{head}Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}");
    stream.write_all(head.as_bytes()).ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    let (head, body) = answer.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    Some((status, serde_json::from_str(body).unwrap_or(Value::Null)))
}

/// The first administrator and a token of theirs; works on a folder and on a running server alike.
pub fn administrator(data: &Path) -> String {
    let email = "ada@example.org";
    run(&["user", "add", email, "--name", "Ada", "--role", "administrator", "--data", text(data), "--json"]).answer();
    token(data, email)
}

pub fn token(data: &Path, email: &str) -> String {
    let made = run(&["token", "create", "--user", email, "--data", text(data), "--json"]).answer();
    made["token"].as_str().expect("a token").to_owned()
}
