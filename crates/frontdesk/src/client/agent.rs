//! An agent at a workspace, or an administrator at the set-up. Knows the agents' API and nothing of visitors.

use super::api::{Api, ApiError};
use super::live::Live;
use super::wire::{
    AgentFrame, ConversationOpened, ConversationRecord, ConversationSeen, ConversationsListed, CreatedToken,
    GotConversations, Items, Me, MessageAccepted, MessageSeen, MessagesListed, PresenceNamed,
};
use frontdesk_model::{AgentId, BasePresence, ConversationId, SessionId};
use reqwest::Method;
use reqwest::header::{COOKIE, HeaderMap, HeaderValue, ORIGIN, SET_COOKIE};
use serde_json::{Value, json};

#[derive(Clone)]
pub struct AgentClient {
    pub api: Api,
    pub me: Me,
}

impl AgentClient {
    /// Signs in as a browser does, then takes a token, as a program does.
    pub async fn sign_in(api: &Api, email: &str, password: &str) -> Result<AgentClient, ApiError> {
        let body = json!({ "email": email, "password": password }).to_string().into_bytes();
        let api = &api.anonymous();
        let (headers, _) = api.exchange(Method::POST, "/api/v1/sign-in", None, Some(body), &origin_header(api)).await?;
        let unexpected = |detail: &str| ApiError::Unexpected { path: "/api/v1/sign-in".into(), detail: detail.into() };
        let cookie = headers
            .get(SET_COOKIE)
            .and_then(|value| value.to_str().ok())
            .and_then(|value| value.split(';').next())
            .and_then(|pair| HeaderValue::from_str(pair).ok())
            .ok_or_else(|| unexpected("no cookie was set"))?;
        let mut with_cookie = origin_header(api);
        with_cookie.insert(COOKIE, cookie);
        let body = json!({ "name": "frontdesk" }).to_string().into_bytes();
        let (_, answer) = api.exchange(Method::POST, "/api/v1/tokens", None, Some(body), &with_cookie).await?;
        let created: CreatedToken = serde_json::from_slice(&answer).map_err(|error| unexpected(&error.to_string()))?;
        AgentClient::with_token(api, &created.token).await
    }

    pub async fn with_token(api: &Api, token: &str) -> Result<AgentClient, ApiError> {
        let api = api.with_token(token);
        let me = api.get("/api/v1/me").await?;
        Ok(AgentClient { api, me })
    }

    pub fn live(&self) -> Live<AgentFrame> {
        Live::open(&self.api, "/api/v1/live".to_owned(), None)
    }

    pub async fn accept(&self, id: ConversationId, session: Option<SessionId>, key: &str) -> Result<(), ApiError> {
        let body = session.map_or(json!({}), |session| json!({ "sessionId": session }));
        self.act(id, "accept", key, body).await
    }

    pub async fn end(&self, id: ConversationId, key: &str) -> Result<(), ApiError> {
        self.act(id, "end", key, json!({})).await
    }

    pub async fn close_session(&self, id: ConversationId, key: &str) -> Result<(), ApiError> {
        self.act(id, "close-session", key, json!({})).await
    }

    async fn act(&self, id: ConversationId, verb: &str, key: &str, body: Value) -> Result<(), ApiError> {
        let path = format!("/api/v1/conversations/{id}/{verb}");
        self.api.post::<Value>(&path, key, &body).await.map(|_| ())
    }

    pub async fn send(
        &self,
        id: ConversationId,
        text: &str,
        client_message_id: &str,
    ) -> Result<MessageAccepted, ApiError> {
        let body = json!({ "text": text, "clientMessageId": client_message_id });
        self.api.post_message(&format!("/api/v1/conversations/{id}/messages"), &body).await
    }

    pub async fn mark_read(&self, id: ConversationId, number: u64) -> Result<(), ApiError> {
        let body = json!({ "delivered": number, "read": number });
        let key = format!("{id}-read-{number}");
        self.api.post::<Value>(&format!("/api/v1/conversations/{id}/marks"), &key, &body).await.map(|_| ())
    }

    /// Every message of a conversation, from the first on.
    pub async fn messages(&self, id: ConversationId) -> Result<Vec<MessageSeen>, ApiError> {
        let mut all: Vec<MessageSeen> = Vec::new();
        loop {
            let after = all.last().map_or(0, |message| message.number);
            let path = format!("/api/v1/conversations/{id}/messages?after={after}&limit=200");
            let page: MessagesListed<MessageSeen> = self.api.get(&path).await?;
            let empty = page.items.is_empty();
            all.extend(page.items);
            if !page.more || empty {
                return Ok(all);
            }
        }
    }

    pub async fn conversation(&self, id: ConversationId) -> Result<ConversationSeen, ApiError> {
        let opened: ConversationOpened = self.api.get(&format!("/api/v1/conversations/{id}")).await?;
        Ok(opened.conversation)
    }

    /// One of the lists: `mine`, `open`, `closed`.
    pub async fn list(&self, view: &str) -> Result<ConversationsListed, ApiError> {
        self.api.get(&format!("/api/v1/conversations?view={view}&limit=200")).await
    }

    /// getConversations, page by page.
    pub async fn get_conversations(&self, agent: AgentId) -> Result<Vec<ConversationRecord>, ApiError> {
        let mut all = Vec::new();
        let mut rest = String::new();
        loop {
            let path = format!("/api/v1/agents/{agent}/conversations?top=1000{rest}");
            let page: GotConversations = self.api.get(&path).await?;
            all.extend(page.result.values);
            match page.result.next_token {
                Some(token) => rest = format!("&skipToken={token}"),
                None => return Ok(all),
            }
        }
    }

    /// Sets the presence that stands for this base state.
    pub async fn set_presence(&self, base: BasePresence) -> Result<(), ApiError> {
        let presences: Items<PresenceNamed> = self.api.get("/api/v1/presences").await?;
        let Some(presence) = presences.items.iter().find(|presence| presence.base == base && presence.is_default)
        else {
            return Err(ApiError::Unexpected {
                path: "/api/v1/presences".into(),
                detail: format!("no {base:?} there"),
            });
        };
        self.api.put::<Value>("/api/v1/agents/me/presence", &json!({ "presenceId": presence.id })).await.map(|_| ())
    }
}

fn origin_header(api: &Api) -> HeaderMap {
    let mut headers = HeaderMap::new();
    if let Ok(origin) = HeaderValue::from_str(api.base()) {
        headers.insert(ORIGIN, origin);
    }
    headers
}
