//! What supervisors ask for, and what came of each conversation of many.

use frontdesk_engine as engine;
use frontdesk_model::Uuid;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// To an agent or to a queue: exactly one of the two.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Assignment {
    #[serde(default)]
    pub agent_id: Option<Uuid>,
    #[serde(default)]
    pub queue_id: Option<Uuid>,
    /// Of the agent's presence and capacity.
    #[serde(default)]
    pub regardless: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum BulkAct {
    Assign,
    Transfer,
    ForceClose,
    /// Writes to the customers of open conversations that can wait (persistent and asynchronous ones); each then waits for
    /// its customer. Live chats are not written to.
    Message,
    /// Tells the agents whose the conversations are, and keeps it in each as a note.
    Notify,
}

/// One act on up to 1,000 conversations; each is decided by itself.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Bulk {
    pub act: BulkAct,
    pub conversation_ids: Vec<Uuid>,
    /// To assign and to transfer: exactly one of `agentId` and `queueId`.
    #[serde(default)]
    pub agent_id: Option<Uuid>,
    #[serde(default)]
    pub queue_id: Option<Uuid>,
    /// To assign: regardless of the agent's presence and capacity.
    #[serde(default)]
    pub regardless: bool,
    /// To `message` and to `notify`: at most 1,000 characters.
    #[serde(default)]
    pub text: Option<String>,
}

/// What came of one conversation of many.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct BulkAnswer {
    pub conversation_id: Uuid,
    pub done: bool,
    /// Why it was not done.
    pub code: Option<String>,
    pub detail: Option<String>,
}

impl From<engine::BulkAnswer> for BulkAnswer {
    fn from(answer: engine::BulkAnswer) -> Self {
        let done = answer.refused.is_none();
        let (code, detail) = answer.refused.map(|refused| (refused.code, refused.detail)).unzip();
        BulkAnswer { conversation_id: answer.conversation_id.0, done, code, detail }
    }
}

/// Which queues an agent serves.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AgentQueues {
    pub queue_ids: Vec<Uuid>,
}
