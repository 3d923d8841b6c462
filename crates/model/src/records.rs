//! The records a conversation can be linked to. Knows nothing of conversations.

use crate::{AccountId, CaseId, ContactId, CustomerRef, Timestamp, Uuid};
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

/// Any of them.
#[derive(Clone, Debug, PartialEq)]
pub enum Record {
    Contact(Contact),
    Account(Account),
    Case(Case),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordKind {
    Contact,
    Account,
    Case,
}

impl Record {
    pub fn kind(&self) -> RecordKind {
        match self {
            Record::Contact(_) => RecordKind::Contact,
            Record::Account(_) => RecordKind::Account,
            Record::Case(_) => RecordKind::Case,
        }
    }

    pub fn id(&self) -> Uuid {
        match self {
            Record::Contact(contact) => contact.id.0,
            Record::Account(account) => account.id.0,
            Record::Case(case) => case.id.0,
        }
    }

    pub fn created_at(&self) -> Timestamp {
        match self {
            Record::Contact(contact) => contact.created_at,
            Record::Account(account) => account.created_at,
            Record::Case(case) => case.created_at,
        }
    }
}
