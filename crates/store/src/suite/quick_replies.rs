//! What agents keep for themselves.

use super::fixture::*;
use crate::Store;
use frontdesk_model::*;
use std::sync::Arc;

pub(crate) async fn an_agent_s_own_quick_replies_are_theirs_alone(store: Arc<dyn Store>) {
    let mut desk = Desk::open(store.clone()).await;
    let mut other = Desk::open_as(store.clone(), id(2)).await;
    let own = |number: u64, agent: u64| PersonalQuickReply {
        id: id(number),
        agent_id: id(agent),
        title: format!("Reply {number}"),
        text: "Bis gleich,\n{FirstName{Customer}}".to_owned(),
        locale: "de-CH".to_owned(),
        tags: vec!["bye".to_owned()],
        version: 1,
    };
    let rows = [own(82, 5), own(81, 5), own(83, 6)].map(Row::PersonalQuickReply);
    desk.commit(rows.to_vec()).await;
    other.commit(vec![Row::PersonalQuickReply(own(84, 5))]).await;
    let list = |agent: u64| store.list_personal_quick_replies(desk.organization_id, id(agent));
    assert_eq!(list(5).await.unwrap(), [own(81, 5), own(82, 5)]);
    assert_eq!(list(6).await.unwrap(), [own(83, 6)]);
    assert_eq!(list(7).await.unwrap(), []);

    let better = PersonalQuickReply { text: "Ade".to_owned(), version: 2, ..own(81, 5) };
    desk.commit(vec![Row::PersonalQuickReply(better.clone()), Row::DeletedPersonalQuickReply(id(82))]).await;
    assert_eq!(store.list_personal_quick_replies(desk.organization_id, id(5)).await.unwrap(), [better]);
}
