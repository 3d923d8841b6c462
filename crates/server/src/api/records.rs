//! Contacts, accounts and cases: found, added and changed.

use super::{page_size, put_record};
use crate::app::App;
use crate::auth::SignedIn;
use crate::check;
use crate::errors::{Answer, Problem};
use crate::extract::{Id, IdempotencyKey, Json, Query};
use crate::wire::{
    Account, AccountChange, Case, CaseChange, Change, Contact, ContactChange, CustomerRef, Items, NewAccount, NewCase,
    NewContact,
};
use axum::Json as Answered;
use axum::extract::State;
use axum::http::StatusCode;
use frontdesk_model as model;
use frontdesk_model::{AccountId, CaseId, ContactId, Uuid};
use frontdesk_store::port::{Record, RecordKind};
use serde::Deserialize;

const NAME_CHARACTERS_MAX: usize = 200;
const PHONE_CHARACTERS_MAX: usize = 50;

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SearchQuery {
    /// A piece of a name, e-mail, phone, title or ticket number; absent = the newest.
    #[serde(default)]
    pub search: String,
    /// 1 to 200; 50 when absent.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// Find contacts.
#[utoipa::path(
    get, path = "/api/v1/contacts", tag = "records", params(SearchQuery), responses((status = 200, body = Items<Contact>))
)]
pub async fn search_contacts(
    State(app): State<App>,
    signed_in: SignedIn,
    Query(query): Query<SearchQuery>,
) -> Answer<Answered<Items<Contact>>> {
    let records = search(&app, &signed_in, RecordKind::Contact, query).await?;
    let contacts = records.into_iter().filter_map(|record| match record {
        Record::Contact(contact) => Some(contact.into()),
        _ => None,
    });
    Ok(Answered(Items { items: contacts.collect() }))
}

/// Find accounts.
#[utoipa::path(
    get, path = "/api/v1/accounts", tag = "records", params(SearchQuery), responses((status = 200, body = Items<Account>))
)]
pub async fn search_accounts(
    State(app): State<App>,
    signed_in: SignedIn,
    Query(query): Query<SearchQuery>,
) -> Answer<Answered<Items<Account>>> {
    let records = search(&app, &signed_in, RecordKind::Account, query).await?;
    let accounts = records.into_iter().filter_map(|record| match record {
        Record::Account(account) => Some(account.into()),
        _ => None,
    });
    Ok(Answered(Items { items: accounts.collect() }))
}

/// Find cases.
#[utoipa::path(
    get, path = "/api/v1/cases", tag = "records", params(SearchQuery), responses((status = 200, body = Items<Case>))
)]
pub async fn search_cases(
    State(app): State<App>,
    signed_in: SignedIn,
    Query(query): Query<SearchQuery>,
) -> Answer<Answered<Items<Case>>> {
    let records = search(&app, &signed_in, RecordKind::Case, query).await?;
    let cases = records.into_iter().filter_map(|record| match record {
        Record::Case(case) => Some(case.into()),
        _ => None,
    });
    Ok(Answered(Items { items: cases.collect() }))
}

/// A new contact.
#[utoipa::path(
    post, path = "/api/v1/contacts", tag = "records", request_body = NewContact, responses((status = 201, body = Contact))
)]
pub async fn create_contact(
    State(app): State<App>,
    signed_in: SignedIn,
    key: IdempotencyKey,
    Json(request): Json<NewContact>,
) -> Answer<(StatusCode, Answered<Contact>)> {
    let contact = model::Contact {
        id: ContactId(signed_in.new_id("contact", &key)),
        name: check::name("name", &request.name, NAME_CHARACTERS_MAX)?,
        email: check::optional_email("email", request.email.as_deref())?,
        phone: check::optional_text("phone", request.phone.as_deref(), PHONE_CHARACTERS_MAX)?,
        account_id: account_of(&app, &signed_in, request.account_id).await?,
        created_at: app.now(),
        modified_at: app.now(),
    };
    put_record(&signed_in, "contact", &key, Record::Contact(contact.clone())).await?;
    Ok((StatusCode::CREATED, Answered(contact.into())))
}

/// Change a contact. What is absent stays; null takes away.
#[utoipa::path(
    patch, path = "/api/v1/contacts/{contactId}", tag = "records",
    params(("contactId" = Uuid, Path)), request_body = ContactChange, responses((status = 200, body = Contact))
)]
pub async fn update_contact(
    State(app): State<App>,
    signed_in: SignedIn,
    Id(id): Id<ContactId>,
    key: IdempotencyKey,
    Json(change): Json<ContactChange>,
) -> Answer<Answered<Contact>> {
    let _turn = app.configuring.lock().await;
    let found = app.store.find_record(signed_in.organization_id(), RecordKind::Contact, id.0).await?;
    let Some(Record::Contact(mut contact)) = found else { return Err(Problem::not_found("contact")) };
    if let Some(name) = &change.name {
        contact.name = check::name("name", name, NAME_CHARACTERS_MAX)?;
    }
    if let Change::Set(email) = &change.email {
        contact.email = check::optional_email("email", email.as_deref())?;
    }
    if let Change::Set(phone) = &change.phone {
        contact.phone = check::optional_text("phone", phone.as_deref(), PHONE_CHARACTERS_MAX)?;
    }
    if let Change::Set(account_id) = change.account_id {
        contact.account_id = account_of(&app, &signed_in, account_id).await?;
    }
    contact.modified_at = app.now();
    put_record(&signed_in, &format!("contact/{id}"), &key, Record::Contact(contact.clone())).await?;
    Ok(Answered(contact.into()))
}

/// A new account.
#[utoipa::path(
    post, path = "/api/v1/accounts", tag = "records", request_body = NewAccount, responses((status = 201, body = Account))
)]
pub async fn create_account(
    State(app): State<App>,
    signed_in: SignedIn,
    key: IdempotencyKey,
    Json(request): Json<NewAccount>,
) -> Answer<(StatusCode, Answered<Account>)> {
    let account = model::Account {
        id: AccountId(signed_in.new_id("account", &key)),
        name: check::name("name", &request.name, NAME_CHARACTERS_MAX)?,
        email: check::optional_email("email", request.email.as_deref())?,
        phone: check::optional_text("phone", request.phone.as_deref(), PHONE_CHARACTERS_MAX)?,
        created_at: app.now(),
        modified_at: app.now(),
    };
    put_record(&signed_in, "account", &key, Record::Account(account.clone())).await?;
    Ok((StatusCode::CREATED, Answered(account.into())))
}

/// Change an account. What is absent stays; null takes away.
#[utoipa::path(
    patch, path = "/api/v1/accounts/{accountId}", tag = "records",
    params(("accountId" = Uuid, Path)), request_body = AccountChange, responses((status = 200, body = Account))
)]
pub async fn update_account(
    State(app): State<App>,
    signed_in: SignedIn,
    Id(id): Id<AccountId>,
    key: IdempotencyKey,
    Json(change): Json<AccountChange>,
) -> Answer<Answered<Account>> {
    let _turn = app.configuring.lock().await;
    let found = app.store.find_record(signed_in.organization_id(), RecordKind::Account, id.0).await?;
    let Some(Record::Account(mut account)) = found else { return Err(Problem::not_found("account")) };
    if let Some(name) = &change.name {
        account.name = check::name("name", name, NAME_CHARACTERS_MAX)?;
    }
    if let Change::Set(email) = &change.email {
        account.email = check::optional_email("email", email.as_deref())?;
    }
    if let Change::Set(phone) = &change.phone {
        account.phone = check::optional_text("phone", phone.as_deref(), PHONE_CHARACTERS_MAX)?;
    }
    account.modified_at = app.now();
    put_record(&signed_in, &format!("account/{id}"), &key, Record::Account(account.clone())).await?;
    Ok(Answered(account.into()))
}

/// A new case.
#[utoipa::path(
    post, path = "/api/v1/cases", tag = "records", request_body = NewCase, responses((status = 201, body = Case))
)]
pub async fn create_case(
    State(app): State<App>,
    signed_in: SignedIn,
    key: IdempotencyKey,
    Json(request): Json<NewCase>,
) -> Answer<(StatusCode, Answered<Case>)> {
    let id = CaseId(signed_in.new_id("case", &key));
    let ticket_number = check::optional_text("ticketNumber", request.ticket_number.as_deref(), 100)?;
    let case = model::Case {
        id,
        ticket_number: ticket_number.unwrap_or_else(|| ticket_number_of(id)),
        title: check::name("title", &request.title, NAME_CHARACTERS_MAX)?,
        status: model::CaseStatus::Active,
        customer: customer_of(&app, &signed_in, request.customer).await?,
        created_at: app.now(),
        modified_at: app.now(),
    };
    put_record(&signed_in, "case", &key, Record::Case(case.clone())).await?;
    Ok((StatusCode::CREATED, Answered(case.into())))
}

/// Change a case. What is absent stays; null takes away.
#[utoipa::path(
    patch, path = "/api/v1/cases/{caseId}", tag = "records",
    params(("caseId" = Uuid, Path)), request_body = CaseChange, responses((status = 200, body = Case))
)]
pub async fn update_case(
    State(app): State<App>,
    signed_in: SignedIn,
    Id(id): Id<CaseId>,
    key: IdempotencyKey,
    Json(change): Json<CaseChange>,
) -> Answer<Answered<Case>> {
    let _turn = app.configuring.lock().await;
    let found = app.store.find_record(signed_in.organization_id(), RecordKind::Case, id.0).await?;
    let Some(Record::Case(mut case)) = found else { return Err(Problem::not_found("case")) };
    if let Some(title) = &change.title {
        case.title = check::name("title", title, NAME_CHARACTERS_MAX)?;
    }
    if let Change::Set(customer) = change.customer {
        case.customer = customer_of(&app, &signed_in, customer).await?;
    }
    case.status = change.status.map_or(case.status, Into::into);
    case.modified_at = app.now();
    put_record(&signed_in, &format!("case/{id}"), &key, Record::Case(case.clone())).await?;
    Ok(Answered(case.into()))
}

async fn search(app: &App, signed_in: &SignedIn, kind: RecordKind, query: SearchQuery) -> Answer<Vec<Record>> {
    let limit = page_size(query.limit, 50, 200)?;
    let text = check::text("search", &query.search, 200)?;
    Ok(app.store.search_records(signed_in.organization_id(), kind, &text, limit).await?)
}

async fn account_of(app: &App, signed_in: &SignedIn, id: Option<Uuid>) -> Answer<Option<AccountId>> {
    let Some(id) = id else { return Ok(None) };
    match app.store.find_record(signed_in.organization_id(), RecordKind::Account, id).await? {
        Some(_) => Ok(Some(AccountId(id))),
        None => Err(Problem::invalid_field("accountId", "is no account of this organisation")),
    }
}

async fn customer_of(
    app: &App,
    signed_in: &SignedIn,
    customer: Option<CustomerRef>,
) -> Answer<Option<model::CustomerRef>> {
    let Some(customer) = customer.map(model::CustomerRef::from) else { return Ok(None) };
    let (kind, id) = match customer {
        model::CustomerRef::Contact(id) => (RecordKind::Contact, id.0),
        model::CustomerRef::Account(id) => (RecordKind::Account, id.0),
    };
    match app.store.find_record(signed_in.organization_id(), kind, id).await? {
        Some(_) => Ok(Some(customer)),
        None => Err(Problem::invalid_field("customer", "is no contact or account of this organisation")),
    }
}

/// Short enough to be said on the phone; made of the id, so that nothing has to be counted.
fn ticket_number_of(id: CaseId) -> String {
    let (_, low) = id.0.as_u64_pair();
    format!("CAS-{:08}", low % 100_000_000)
}
