//! A whole server on a free port, and people who use it. Knows HTTP and WebSocket as any client does, and no inside but
//! the clock.

use axum::http::StatusCode;
use frontdesk_model::{Role, Timestamp};
use frontdesk_server::clock::ManualClock;
use frontdesk_server::config::ServerConfig;
use frontdesk_server::desk::engine_loader;
use frontdesk_server::ids::RandomIds;
use frontdesk_server::operations::{self, AddUser, CreateToken};
use frontdesk_server::{Parts, RunningServer, serve_parts};
use frontdesk_store::{Memory, Sqlite, SqliteOptions, Store};
use futures_util::{SinkExt, StreamExt};
use reqwest::header::HeaderMap;
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::Duration;
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};

pub const START: Timestamp = Timestamp(1_795_406_400_000);
pub const PASSWORD: &str = "a good password";
/// Nothing that is awaited here takes so long; a test that would hang fails instead.
const PATIENCE: Duration = Duration::from_secs(20);

pub struct TestServer {
    running: Option<RunningServer>,
    pub clock: Arc<ManualClock>,
    pub http: reqwest::Client,
    pub url: String,
    pub administrator: Person,
    pub organization_id: String,
    pub queue_id: String,
    pub widget_id: String,
    _folder: Option<tempfile::TempDir>,
}

impl TestServer {
    /// In memory, set up, with an administrator, one queue, live chat and a widget.
    pub async fn start() -> Self {
        Self::start_with(Arc::new(Memory::new()), |_| {}).await
    }

    pub async fn start_on_sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let store = Sqlite::open(folder.path(), SqliteOptions::new(START)).expect("a new store");
        let data = folder.path().to_owned();
        let mut server = Self::start_with(Arc::new(store), |config| config.data = Some(data)).await;
        server._folder = Some(folder);
        server
    }

    pub async fn start_with(store: Arc<dyn Store>, change: impl FnOnce(&mut ServerConfig)) -> Self {
        let clock = Arc::new(ManualClock::new(START));
        let running = start_empty(store, clock.clone(), change).await;
        let http = client();
        let url = running.url().to_owned();
        let token = running.set_up_link().and_then(|link| link.split("#token=").nth(1)).expect("a set-up link");
        let me = http
            .post(format!("{url}/api/v1/set-up"))
            .json(&json!({
                "token": token, "organizationName": "Contoso", "email": "root@example.com",
                "name": "Root", "password": PASSWORD,
            }))
            .send()
            .await
            .expect("the server answers");
        assert_eq!(me.status(), StatusCode::OK);
        let me: Value = me.json().await.expect("JSON");
        let mut server = TestServer {
            administrator: Person { id: text(&me["id"]), email: "root@example.com".to_owned(), ..nobody(&http, &url) },
            organization_id: text(&me["organizationId"]),
            running: Some(running),
            clock,
            http,
            url,
            queue_id: String::new(),
            widget_id: String::new(),
            _folder: None,
        };
        server.administrator.token = Some(server.token_of("root@example.com").await);
        server.queue_id = text(&server.administrator.get("/api/v1/queues").await.json["items"][0]["id"]);
        server.widget_id = text(&server.administrator.get("/api/v1/widgets").await.json["items"][0]["id"]);
        server
    }

    pub fn running(&self) -> &RunningServer {
        self.running.as_ref().expect("running until it is stopped")
    }

    pub async fn stop(mut self) {
        self.running.take().expect("running until it is stopped").shutdown().await;
    }

    /// An agent who serves the queue, with a bearer token.
    pub async fn agent(&self, name: &str) -> Person {
        self.user(name, Role::Agent).await
    }

    pub async fn supervisor(&self, name: &str) -> Person {
        self.user(name, Role::Supervisor).await
    }

    async fn user(&self, name: &str, role: Role) -> Person {
        let email = format!("{}@example.com", name.to_lowercase());
        let user = AddUser {
            email: email.clone(),
            name: name.to_owned(),
            role,
            password: Some(PASSWORD.to_owned()),
            organization: None,
        };
        let added = operations::add_user(&self.running().app, user).await.expect("a new user");
        let token = self.token_of(&email).await;
        let person = Person { id: added.id.to_string(), email, token: Some(token), ..nobody(&self.http, &self.url) };
        if role == Role::Agent {
            let queues = self.administrator.get("/api/v1/queues").await.json;
            let mut members = queues["items"][0]["members"].as_array().expect("members").clone();
            members.push(json!(person.id));
            let path = format!("/api/v1/queues/{}/members", self.queue_id);
            self.administrator.put(&path, json!({ "members": members })).await.expect_status(200);
        }
        person
    }

    async fn token_of(&self, email: &str) -> String {
        let request = CreateToken { user: email.to_owned(), name: "test".to_owned(), expires_at: None };
        operations::create_token(&self.running().app, request).await.expect("a token").token
    }

    /// Somebody without credentials.
    pub fn anyone(&self) -> Person {
        nobody(&self.http, &self.url)
    }

    /// A customer who has written "Hello".
    pub async fn visitor(&self) -> Customer {
        self.visitor_saying("Hello").await
    }

    pub async fn visitor_saying(&self, words: &str) -> Customer {
        self.visitor_at(&self.widget_id, words).await
    }

    /// A customer of a persistent chat in the same queue, who has written "Hello".
    pub async fn persistent_visitor(&self) -> Customer {
        let workstream = json!({
            "name": "Messages", "channel": "live_chat", "mode": "persistent_chat", "fallbackQueueId": self.queue_id,
        });
        let root = &self.administrator;
        let workstream = root.post("/api/v1/workstreams", workstream).await.expect_status(201).json;
        let widget = json!({ "name": "Messages", "workstreamId": workstream["id"] });
        let widget = root.post("/api/v1/widgets", widget).await.expect_status(201).json;
        self.visitor_at(&text(&widget["id"]), "Hello").await
    }

    async fn visitor_at(&self, widget_id: &str, words: &str) -> Customer {
        let body = json!({ "widgetId": widget_id, "name": "Vera", "text": words });
        let started = self.anyone().post("/api/v1/visitor/conversations", body).await.expect_status(201);
        Customer {
            conversation_id: text(&started.json["conversationId"]),
            person: Person {
                id: text(&started.json["visitorId"]),
                token: Some(text(&started.json["token"])),
                ..self.anyone()
            },
        }
    }

    /// The organisation of other people on the same server, with an agent of theirs.
    pub async fn foreign_agent(&self, name: &str) -> Person {
        let app = &self.running().app;
        let desk = operations::create_organization(app, "Fabrikam").await.expect("another organisation");
        drop(desk);
        let email = format!("{}@fabrikam.example", name.to_lowercase());
        let user = AddUser {
            email: email.clone(),
            name: name.to_owned(),
            role: Role::Administrator,
            password: Some(PASSWORD.to_owned()),
            organization: Some("Fabrikam".to_owned()),
        };
        let added = operations::add_user(app, user).await.expect("a user of theirs");
        let token = self.token_of(&email).await;
        Person { id: added.id.to_string(), email, token: Some(token), ..self.anyone() }
    }
}

/// A server with nothing in it.
pub async fn start_empty(
    store: Arc<dyn Store>,
    clock: Arc<ManualClock>,
    change: impl FnOnce(&mut ServerConfig),
) -> RunningServer {
    let mut config = ServerConfig { rate_limits: None, ..ServerConfig::default() };
    change(&mut config);
    let parts = Parts { store, clock, ids: Arc::new(RandomIds), loader: engine_loader() };
    loop {
        config.listen = free_address();
        match serve_parts(config.clone(), parts.clone()).await {
            Ok(running) => return running,
            Err(error) if format!("{error:#}").contains("cannot listen on 127") => continue,
            Err(error) => panic!("the server does not start: {error:#}"),
        }
    }
}

/// Below the range from which the system gives out ports by itself.
fn free_address() -> SocketAddr {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let offset = NEXT.fetch_add(1, Ordering::Relaxed).wrapping_add((std::process::id() as u16).wrapping_mul(31));
    SocketAddr::from((Ipv4Addr::LOCALHOST, 20_000 + offset % 12_000))
}

pub fn client() -> reqwest::Client {
    // Another test may have installed it already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::builder()
        .timeout(PATIENCE)
        .no_proxy()
        .tls_danger_accept_invalid_certs(true)
        .build()
        .expect("a client")
}

fn nobody(http: &reqwest::Client, url: &str) -> Person {
    Person { id: String::new(), email: String::new(), token: None, http: http.clone(), url: url.to_owned() }
}

/// Somebody with a token, or without.
#[derive(Clone)]
pub struct Person {
    pub id: String,
    pub email: String,
    pub token: Option<String>,
    pub http: reqwest::Client,
    pub url: String,
}

impl Person {
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.http.request(method, format!("{}{path}", self.url));
        match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        }
    }

    pub async fn get(&self, path: &str) -> Answered {
        answer(self.request(Method::GET, path)).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Answered {
        answer(self.request(Method::POST, path).json(&body)).await
    }

    pub async fn put(&self, path: &str, body: Value) -> Answered {
        answer(self.request(Method::PUT, path).json(&body)).await
    }

    pub async fn patch(&self, path: &str, body: Value) -> Answered {
        answer(self.request(Method::PATCH, path).json(&body)).await
    }

    pub async fn delete(&self, path: &str) -> Answered {
        answer(self.request(Method::DELETE, path)).await
    }

    /// A command on a conversation, such as "accept".
    pub async fn command(&self, conversation_id: &str, command: &str, body: Value) -> Answered {
        self.post(&format!("/api/v1/conversations/{conversation_id}/{command}"), body).await
    }

    /// A browser: the live stream, and with it the agent's default presence.
    pub async fn connect(&self) -> Stream {
        Stream::open(&format!("{}/api/v1/live", self.url), self.token.as_deref().expect("a token")).await
    }

    /// Accepts the next offer on this stream, whose conversation it names.
    pub async fn accept_next(&self, stream: &mut Stream) -> String {
        let offer = stream.event("offer_made").await;
        let conversation_id = text(&offer["conversationId"]);
        self.command(&conversation_id, "accept", json!({})).await.expect_status(200);
        conversation_id
    }
}

/// A visitor and their conversation.
pub struct Customer {
    pub person: Person,
    pub conversation_id: String,
}

impl Customer {
    pub fn path(&self, rest: &str) -> String {
        format!("/api/v1/visitor/conversations/{}{rest}", self.conversation_id)
    }

    pub async fn say(&self, words: &str) -> Answered {
        self.person.post(&self.path("/messages"), json!({ "text": words })).await
    }

    /// All that they can read.
    pub async fn messages(&self) -> Value {
        self.person.get(&self.path("/messages")).await.expect_status(200).json["items"].take()
    }

    pub async fn connect(&self) -> Stream {
        let url = format!("{}{}", self.person.url, self.path("/live"));
        Stream::open(&url, self.person.token.as_deref().expect("a token")).await
    }
}

/// What the server said.
#[derive(Debug)]
pub struct Answered {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: String,
    /// Null when the body is none.
    pub json: Value,
}

impl Answered {
    #[track_caller]
    pub fn expect_status(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.body);
        self
    }

    /// A problem in the API's shape, with this code.
    #[track_caller]
    pub fn expect_problem(self, status: u16, code: &str) -> Self {
        assert_eq!((self.status, self.json["code"].as_str()), (status, Some(code)), "{}", self.body);
        assert_eq!(self.header("content-type"), "application/problem+json");
        assert_eq!(self.json["status"], json!(status));
        assert_eq!(self.json["correlationId"].as_str(), Some(self.header("x-correlation-id")));
        assert!(self.json["title"].is_string() && self.json["detail"].is_string(), "{}", self.body);
        self
    }

    /// The problem says that this field is at fault, and how.
    #[track_caller]
    pub fn expect_field(self, field: &str, words: &str) -> Self {
        let errors = self.json["errors"].as_array().cloned().unwrap_or_default();
        let found = errors.iter().any(|error| {
            error["field"] == json!(field) && error["detail"].as_str().is_some_and(|detail| detail.contains(words))
        });
        assert!(found, "no '{words}' at '{field}' in {}", self.body);
        self
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
    }
}

pub async fn answer(request: RequestBuilder) -> Answered {
    let response = request.send().await.expect("the server answers");
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    let body = response.text().await.expect("a body");
    let json = serde_json::from_str(&body).unwrap_or(Value::Null);
    Answered { status, headers, body, json }
}

/// A live stream.
pub struct Stream {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
}

impl Stream {
    async fn open(url: &str, token: &str) -> Self {
        let mut request = url.replacen("http", "ws", 1).into_client_request().expect("an address");
        let headers = request.headers_mut();
        headers.insert("authorization", format!("Bearer {token}").parse().expect("a header"));
        headers.insert("sec-websocket-protocol", "frontdesk.v1".parse().expect("a header"));
        let (socket, _) = tokio_tungstenite::connect_async(request).await.expect("the stream opens");
        let mut stream = Stream { socket };
        stream.frame("hello").await;
        stream
    }

    /// The next frame of this type; others before it are passed over.
    pub async fn frame(&mut self, kind: &str) -> Value {
        self.find(|frame| frame["type"] == json!(kind)).await
    }

    /// The next event of this kind.
    pub async fn event(&mut self, kind: &str) -> Value {
        self.find(|frame| frame["event"]["kind"] == json!(kind)).await["event"].take()
    }

    pub async fn send(&mut self, frame: Value) {
        self.socket.send(Message::text(frame.to_string())).await.expect("the stream is open");
    }

    /// True if the server says that it is restarting, before it closes.
    pub async fn ended(&mut self) -> bool {
        let mut said = false;
        while let Some(Ok(message)) = self.socket.next().await {
            if let Message::Text(text) = message {
                said |= text.contains(r#""code":"restarting""#);
            }
        }
        said
    }

    async fn find(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        let searching = async {
            loop {
                let message = self.socket.next().await.expect("the stream goes on").expect("the stream is sound");
                let Message::Text(text) = message else { continue };
                let frame: Value = serde_json::from_str(&text).expect("JSON");
                if wanted(&frame) {
                    return frame;
                }
            }
        };
        tokio::time::timeout(PATIENCE, searching).await.expect("the frame comes")
    }
}

pub fn text(value: &Value) -> String {
    value.as_str().expect("text").to_owned()
}
