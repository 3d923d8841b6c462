//! A customer in a browser. Knows the visitor's API and nothing of agents.

use super::api::{Api, ApiError};
use super::live::Live;
use super::wire::{ConversationStarted, MessageAccepted, MessagesListed, VisitorFrame, VisitorMessage};
use frontdesk_model::{ConversationId, WidgetId};
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StartConversation {
    pub widget_id: WidgetId,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub context: BTreeMap<String, String>,
    pub text: String,
    pub client_message_id: String,
}

/// One customer in one conversation.
#[derive(Clone)]
pub struct VisitorClient {
    api: Api,
    pub conversation_id: ConversationId,
}

impl VisitorClient {
    /// Starts a conversation; the key makes a repeated start the same conversation.
    pub async fn start(api: &Api, key: &str, start: &StartConversation) -> Result<VisitorClient, ApiError> {
        let path = "/api/v1/visitor/conversations";
        let started: ConversationStarted = api.post(path, key, start).await?;
        let api = match &started.token {
            Some(token) => api.with_token(token),
            None => api.clone(),
        };
        Ok(VisitorClient { api, conversation_id: started.conversation_id })
    }

    pub fn live(&self) -> Live<VisitorFrame> {
        Live::open(&self.api, self.path("/live"), Some(0))
    }

    /// The client's message id is the key: the same one again is the same message.
    pub async fn send(&self, text: &str, client_message_id: &str) -> Result<MessageAccepted, ApiError> {
        let body = json!({ "text": text, "clientMessageId": client_message_id });
        self.api.post_message(&self.path("/messages"), &body).await
    }

    pub async fn end(&self, key: &str) -> Result<(), ApiError> {
        self.api.post::<Value>(&self.path("/end"), key, &json!({})).await.map(|_| ())
    }

    /// All that the customer may read, from the first on.
    pub async fn messages(&self) -> Result<Vec<VisitorMessage>, ApiError> {
        let mut all: Vec<VisitorMessage> = Vec::new();
        loop {
            let after = all.last().map_or(0, |message| message.number);
            let path = self.path(&format!("/messages?after={after}&limit=200"));
            let page: MessagesListed<VisitorMessage> = self.api.get(&path).await?;
            let empty = page.items.is_empty();
            all.extend(page.items);
            if !page.more || empty {
                return Ok(all);
            }
        }
    }

    fn path(&self, rest: &str) -> String {
        format!("/api/v1/visitor/conversations/{}{rest}", self.conversation_id)
    }
}
