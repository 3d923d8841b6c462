//! Secrets: whom they stand for, and that a deleted one stands for nobody.

use super::fixture::*;
use crate::{CredentialHolder, Credentials, Store};
use frontdesk_model::*;
use std::sync::Arc;

pub(crate) async fn secrets_lead_to_their_holder(store: Arc<dyn Store>) {
    let mut desk = Desk::open(store.clone()).await;
    let token = |number: u64, created_at, expires_at| Token {
        id: id(number),
        agent_id: id(2),
        name: "script".to_owned(),
        secret_hash: [number as u8; 32],
        created_at: Timestamp(created_at),
        expires_at,
    };
    let (old, new) = (token(42, 1, None), token(41, 2, Some(Timestamp(99))));
    let (created_at, expires_at) = (Timestamp(1), Timestamp(50));
    desk.commit(vec![
        Row::Token(new.clone()),
        Row::Token(old.clone()),
        Row::SignInSession(SignInSession { secret_hash: [1; 32], agent_id: id(2), created_at, expires_at }),
        Row::VisitorToken(VisitorToken { secret_hash: [2; 32], visitor_id: id(21), created_at, expires_at }),
    ])
    .await;

    let organization_id = desk.organization_id;
    let held = |holder, expires_at| Some(Credentials { organization_id, holder, expires_at });
    let find = |byte| store.find_credentials([byte; 32]);
    assert_eq!(find(1).await.unwrap(), held(CredentialHolder::SignIn(id(2)), Some(expires_at)));
    assert_eq!(find(2).await.unwrap(), held(CredentialHolder::Visitor(id(21)), Some(expires_at)));
    assert_eq!(find(41).await.unwrap(), held(CredentialHolder::Token(id(41), id(2)), Some(Timestamp(99))));
    assert_eq!(find(42).await.unwrap(), held(CredentialHolder::Token(id(42), id(2)), None));
    assert_eq!(find(3).await.unwrap(), None);
    assert_eq!(store.list_tokens(organization_id, id(2)).await.unwrap(), [old, new.clone()]);
    assert_eq!(store.list_tokens(organization_id, id(3)).await.unwrap(), []);

    desk.commit(vec![Row::DeletedToken(id(42)), Row::DeletedSignInSession([1; 32])]).await;
    assert_eq!(find(1).await.unwrap(), None);
    assert_eq!(find(42).await.unwrap(), None);
    assert_eq!(store.list_tokens(organization_id, id(2)).await.unwrap(), [new]);
}

pub(crate) async fn an_agent_is_found_by_address_without_case(store: Arc<dyn Store>) {
    let mut desk = Desk::open(store.clone()).await;
    let mut other = Desk::open_as(store.clone(), id(2)).await;
    desk.commit(vec![Row::Agent(agent(5))]).await;
    other.commit(vec![Row::Agent(Agent { email: "Élise@example.com".to_owned(), ..agent(6) })]).await;
    let find = |email| store.find_agent_by_email(email);
    assert_eq!(find("aGENT.5@example.COM").await.unwrap(), Some((desk.organization_id, agent(5))));
    assert_eq!(find("éLISE@EXAMPLE.COM").await.unwrap().map(|found| found.0), Some(other.organization_id));
    assert_eq!(find("agent.5@example.org").await.unwrap(), None);

    desk.commit(vec![Row::Agent(Agent { email: "new@example.com".to_owned(), ..agent(5) })]).await;
    assert_eq!(find("agent.5@example.com").await.unwrap(), None);
    assert!(find("new@example.com").await.unwrap().is_some());
}
