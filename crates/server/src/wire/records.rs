//! Contacts, accounts and cases on the native wire.

use super::{CaseStatus, Change, CustomerRef, Time};
use frontdesk_model as model;
use frontdesk_model::Uuid;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Contact {
    pub id: Uuid,
    pub name: String,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub account_id: Option<Uuid>,
    pub created_at: Time,
    pub modified_at: Time,
}

impl From<model::Contact> for Contact {
    fn from(contact: model::Contact) -> Self {
        Contact {
            id: contact.id.0,
            name: contact.name,
            email: contact.email,
            phone: contact.phone,
            account_id: contact.account_id.map(|id| id.0),
            created_at: Time(contact.created_at),
            modified_at: Time(contact.modified_at),
        }
    }
}

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Account {
    pub id: Uuid,
    pub name: String,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub created_at: Time,
    pub modified_at: Time,
}

impl From<model::Account> for Account {
    fn from(account: model::Account) -> Self {
        Account {
            id: account.id.0,
            name: account.name,
            email: account.email,
            phone: account.phone,
            created_at: Time(account.created_at),
            modified_at: Time(account.modified_at),
        }
    }
}

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Case {
    pub id: Uuid,
    /// Shown to people: `CAS-01042`.
    pub ticket_number: String,
    pub title: String,
    pub status: CaseStatus,
    pub customer: Option<CustomerRef>,
    pub created_at: Time,
    pub modified_at: Time,
}

impl From<model::Case> for Case {
    fn from(case: model::Case) -> Self {
        Case {
            id: case.id.0,
            ticket_number: case.ticket_number,
            title: case.title,
            status: case.status.into(),
            customer: case.customer.map(CustomerRef::from),
            created_at: Time(case.created_at),
            modified_at: Time(case.modified_at),
        }
    }
}

/// The customer a conversation is linked to, whole.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CustomerRecord {
    Contact(Contact),
    Account(Account),
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewContact {
    pub name: String,
    #[serde(default)]
    pub email: Option<String>,
    #[serde(default)]
    pub phone: Option<String>,
    #[serde(default)]
    pub account_id: Option<Uuid>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ContactChange {
    pub name: Option<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub email: Change<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub phone: Change<String>,
    #[serde(default)]
    #[schema(value_type = Option<Uuid>)]
    pub account_id: Change<Uuid>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewAccount {
    pub name: String,
    #[serde(default)]
    pub email: Option<String>,
    #[serde(default)]
    pub phone: Option<String>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AccountChange {
    pub name: Option<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub email: Change<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub phone: Change<String>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewCase {
    pub title: String,
    /// Made when absent.
    #[serde(default)]
    pub ticket_number: Option<String>,
    #[serde(default)]
    pub customer: Option<CustomerRef>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CaseChange {
    pub title: Option<String>,
    pub status: Option<CaseStatus>,
    #[serde(default)]
    #[schema(value_type = Option<CustomerRef>)]
    pub customer: Change<CustomerRef>,
}
