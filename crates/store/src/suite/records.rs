//! Contacts, accounts and cases.

use super::fixture::*;
use crate::{Record, RecordKind, Store};
use frontdesk_model::*;
use std::sync::Arc;

fn contact(number: u64, name: &str) -> Contact {
    Contact {
        id: id(number),
        name: name.to_owned(),
        email: Some(format!("Mail{number}@example.com")),
        phone: None,
        account_id: Some(id(32)),
        created_at: Timestamp(number as i64),
        modified_at: Timestamp(1),
    }
}

fn account() -> Account {
    Account {
        id: id(32),
        name: "Fabrikam".to_owned(),
        email: None,
        phone: Some("+49 30 1234".to_owned()),
        created_at: Timestamp(1),
        modified_at: Timestamp(2),
    }
}

fn case(customer: Option<CustomerRef>) -> Case {
    Case {
        id: id(33),
        ticket_number: "CAS-01042".to_owned(),
        title: "Broken kettle".to_owned(),
        status: CaseStatus::Resolved,
        customer,
        created_at: Timestamp(1),
        modified_at: Timestamp(2),
    }
}

pub(crate) async fn records_are_found_by_id(store: Arc<dyn Store>) {
    let mut desk = Desk::open(store.clone()).await;
    let find = |kind, number: u64| store.find_record(id(1), kind, id(number));
    for customer in [None, Some(CustomerRef::Account(id(32))), Some(CustomerRef::Contact(id(31)))] {
        let name = format!("Ada {customer:?}");
        desk.commit(vec![Row::Contact(contact(31, &name)), Row::Account(account()), Row::Case(case(customer))]).await;
        assert_eq!(find(RecordKind::Contact, 31).await.unwrap(), Some(Record::Contact(contact(31, &name))));
        assert_eq!(find(RecordKind::Account, 32).await.unwrap(), Some(Record::Account(account())));
        assert_eq!(find(RecordKind::Case, 33).await.unwrap(), Some(Record::Case(case(customer))));
    }
    assert_eq!(find(RecordKind::Contact, 32).await.unwrap(), None);
}

pub(crate) async fn records_are_searched_by_a_piece_of_anything(store: Arc<dyn Store>) {
    let mut desk = Desk::open(store.clone()).await;
    desk.commit(vec![
        Row::Contact(contact(31, "Ada Lovelace")),
        Row::Contact(contact(34, "Émile 100%")),
        Row::Contact(contact(35, "Adam_Smith")),
        Row::Account(account()),
        Row::Case(case(None)),
    ])
    .await;
    for (kind, text, limit, expected) in [
        (RecordKind::Contact, "", 10, vec![35, 34, 31]),
        (RecordKind::Contact, "", 2, vec![35, 34]),
        (RecordKind::Contact, " ADA ", 10, vec![35, 31]),
        (RecordKind::Contact, "émi", 10, vec![34]),
        (RecordKind::Contact, "%", 10, vec![34]),
        (RecordKind::Contact, "_", 10, vec![35]),
        (RecordKind::Contact, "mail31@", 10, vec![31]),
        (RecordKind::Contact, "lovelacemail", 10, vec![]),
        (RecordKind::Contact, "fabrikam", 10, vec![]),
        (RecordKind::Account, "30 12", 10, vec![32]),
        (RecordKind::Case, "cas-010", 10, vec![33]),
        (RecordKind::Case, "kettle", 10, vec![33]),
    ] {
        let found = store.search_records(desk.organization_id, kind, text, limit).await.unwrap();
        let found: Vec<_> = found.iter().map(Record::id).collect();
        assert_eq!(found, expected.into_iter().map(id::<Uuid>).collect::<Vec<_>>(), "{kind:?} {text:?}");
    }
}
