//! The records a conversation can be linked to. Knows nothing of conversations.

use crate::{AccountId, CaseId, ContactId, CustomerRef, Timestamp};
use serde::{Deserialize, Serialize};

/// A person we serve.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Contact {
    pub id: ContactId,
    pub name: String,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub account_id: Option<AccountId>,
    pub created_at: Timestamp,
    pub modified_at: Timestamp,
}

/// A company we serve.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Account {
    pub id: AccountId,
    pub name: String,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub created_at: Timestamp,
    pub modified_at: Timestamp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseStatus {
    Active,
    Resolved,
    Cancelled,
}

/// Something to be solved, over any number of conversations.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Case {
    pub id: CaseId,
    /// Shown to people: `CAS-01042`.
    pub ticket_number: String,
    pub title: String,
    pub status: CaseStatus,
    pub customer: Option<CustomerRef>,
    pub created_at: Timestamp,
    pub modified_at: Timestamp,
}
