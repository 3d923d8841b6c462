//! Who changed what of the set-up.

use super::page_size;
use crate::app::App;
use crate::auth::SignedIn;
use crate::errors::{Answer, Problem};
use crate::extract::Query;
use crate::wire::{Named, SetUpChange, SetUpChangePage};
use axum::Json;
use axum::extract::State;
use frontdesk_model as model;
use serde::Deserialize;
use utoipa::IntoParams;

const PAGE_SIZE: u32 = 50;
const PAGE_SIZE_MAX: u32 = 200;

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct AuditQuery {
    /// 1 to 200; 50 unless said otherwise.
    pub limit: Option<u32>,
    /// Only changes with numbers below this.
    pub before: Option<u64>,
}

/// Changes to the set-up, newest first, for supervisors and administrators. Passwords are in none of them.
#[utoipa::path(
    get, path = "/api/v1/audit", tag = "routing", params(AuditQuery), responses((status = 200, body = SetUpChangePage))
)]
pub async fn list(
    State(app): State<App>,
    signed_in: SignedIn,
    Query(query): Query<AuditQuery>,
) -> Answer<Json<SetUpChangePage>> {
    if !signed_in.role.oversees() {
        return Err(Problem::forbidden("who changed what is for supervisors and administrators"));
    }
    let limit = page_size(query.limit, PAGE_SIZE, PAGE_SIZE_MAX)?;
    // The store counts in signed numbers.
    let before = query.before.unwrap_or(u64::MAX).min(i64::MAX.unsigned_abs());
    let mut changes = app.store.list_set_up_changes(signed_in.organization_id(), before, limit + 1).await?;
    let more = changes.len() > limit as usize;
    changes.truncate(limit as usize);
    let next_before = changes.last().filter(|_| more).map(|change| change.number);
    let view = signed_in.desk.view();
    let shown = |change: &model::SetUpChange| SetUpChange {
        number: change.number,
        at: change.at.into(),
        by: change.by.map(|id| Named { id: id.0, name: view.agent(id).map(|agent| agent.name.clone()) }),
        noun: change.noun.into(),
        id: change.id,
        name: change.after.as_ref().or(change.before.as_ref()).map_or("", model::SetUpPiece::name).to_owned(),
        before: change.before.as_ref().map(Into::into),
        after: change.after.as_ref().map(Into::into),
    };
    Ok(Json(SetUpChangePage { items: changes.iter().map(shown).collect(), next_before }))
}
