//! How getConversations looks on the wire, for the API's description: the Dataverse layer reads and writes it.

use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[allow(dead_code, reason = "describes what the Dataverse layer reads")]
pub struct GetConversationsInput {
    /// A GUID; `agentID` is taken too.
    pub agent_id: String,
    /// Logical names of `msdyn_ocliveworkitem`, besides the default five.
    pub attributes: Option<Vec<String>>,
    /// Numbers or labels: 1 Open, 2 Active, 3 Waiting, 4 Closed, 5 Wrap-up. Absent or empty = every one.
    pub status: Option<Vec<Value>>,
    pub order_by: Option<Vec<GetConversationsOrder>>,
    /// Created in the last N × 24 hours.
    pub created_before_days: Option<u32>,
    /// ISO 8601, inclusive.
    pub created_after: Option<String>,
    /// ISO 8601, exclusive.
    pub created_before: Option<String>,
    pub top: Option<u32>,
    /// `nextToken` of the page before.
    pub skip_token: Option<String>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[allow(dead_code, reason = "describes what the Dataverse layer reads")]
pub struct GetConversationsOrder {
    pub attribute_name: String,
    pub descending: Option<bool>,
}

#[derive(Serialize, ToSchema)]
#[allow(dead_code, reason = "describes what the Dataverse layer writes")]
pub struct GetConversationsAnswer {
    pub status: bool,
    pub result: GetConversationsResult,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[allow(dead_code, reason = "describes what the Dataverse layer writes")]
pub struct GetConversationsResult {
    /// Records by logical name.
    pub values: Vec<serde_json::Map<String, Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}
