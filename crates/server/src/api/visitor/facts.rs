//! What rules may ask of a conversation that begins, beside what the page says: the records its customer was linked to
//! before, two levels deep, and the browser. Knows no rules.

use crate::app::AppState;
use crate::auth::Visitor;
use crate::errors::Answer;
use axum::http::{HeaderMap, HeaderName, header};
use frontdesk_model::{CaseStatus, ContextVariable, CustomerRef, OrganizationId, Record, RecordKind, Uuid};

const VALUE_CHARACTERS_MAX: usize = 512;
const EARLIER_MAX: u32 = 20;

pub(super) async fn of(app: &AppState, visitor: Option<&Visitor>, headers: &HeaderMap) -> Answer<Vec<ContextVariable>> {
    let mut facts = Facts::default();
    if let Some(visitor) = visitor {
        let organization_id = visitor.desk.organization_id();
        let earlier = app.store.list_visitor_conversations(organization_id, visitor.visitor_id, EARLIER_MAX).await?;
        if let Some(customer) = earlier.iter().find_map(|conversation| conversation.customer) {
            customer_facts(app, organization_id, "customer", customer, &mut facts).await?;
        }
        if let Some(case_id) = earlier.iter().find_map(|conversation| conversation.case_id) {
            case_facts(app, organization_id, case_id.0, &mut facts).await?;
        }
    }
    facts.add("visitor.language", first_language(headers));
    let device =
        text(headers, &header::USER_AGENT).map(|agent| if agent.contains("Mobi") { "mobile" } else { "desktop" });
    facts.add("visitor.device", device);
    Ok(facts.0)
}

async fn customer_facts(
    app: &AppState,
    organization_id: OrganizationId,
    namespace: &str,
    customer: CustomerRef,
    facts: &mut Facts,
) -> Answer<()> {
    let (kind, id) = match customer {
        CustomerRef::Contact(id) => (RecordKind::Contact, id.0),
        CustomerRef::Account(id) => (RecordKind::Account, id.0),
    };
    match app.store.find_record(organization_id, kind, id).await? {
        Some(Record::Contact(contact)) => {
            facts.add("customer.kind", (namespace == "customer").then_some("contact"));
            facts.reachable(namespace, &contact.name, contact.email.as_deref(), contact.phone.as_deref());
            let account_id = contact.account_id.filter(|_| namespace == "customer");
            if let Some(id) = account_id
                && let Some(Record::Account(account)) =
                    app.store.find_record(organization_id, RecordKind::Account, id.0).await?
            {
                let (email, phone) = (account.email.as_deref(), account.phone.as_deref());
                facts.reachable("customer.account", &account.name, email, phone);
            }
        }
        Some(Record::Account(account)) => {
            facts.add("customer.kind", (namespace == "customer").then_some("account"));
            facts.reachable(namespace, &account.name, account.email.as_deref(), account.phone.as_deref());
        }
        _ => {}
    }
    Ok(())
}

async fn case_facts(app: &AppState, organization_id: OrganizationId, id: Uuid, facts: &mut Facts) -> Answer<()> {
    let Some(Record::Case(case)) = app.store.find_record(organization_id, RecordKind::Case, id).await? else {
        return Ok(());
    };
    facts.add("case.ticketNumber", Some(&case.ticket_number));
    facts.add("case.title", Some(&case.title));
    facts.add(
        "case.status",
        Some(match case.status {
            CaseStatus::Active => "active",
            CaseStatus::Resolved => "resolved",
            CaseStatus::Cancelled => "cancelled",
        }),
    );
    match case.customer {
        Some(customer) => customer_facts(app, organization_id, "case.customer", customer, facts).await,
        None => Ok(()),
    }
}

#[derive(Default)]
struct Facts(Vec<ContextVariable>);

impl Facts {
    fn add(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            let value = value.chars().take(VALUE_CHARACTERS_MAX).collect();
            self.0.push(ContextVariable { name: name.to_owned(), value });
        }
    }

    fn reachable(&mut self, namespace: &str, name: &str, email: Option<&str>, phone: Option<&str>) {
        self.add(&format!("{namespace}.name"), Some(name));
        self.add(&format!("{namespace}.email"), email);
        self.add(&format!("{namespace}.phone"), phone);
    }
}

/// `de-AT` of `de-AT,de;q=0.9`.
fn first_language(headers: &HeaderMap) -> Option<&str> {
    let language = text(headers, &header::ACCEPT_LANGUAGE)?.split([',', ';']).next()?.trim();
    Some(language).filter(|language| *language != "*")
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}
