//! Rulesets of workstreams: whole, or one rule at a time, so that ten thousand need not be sent to change one.

use super::page_size;
use super::set_up::{self, Tagged};
use crate::app::App;
use crate::auth::{Administrator, SignedIn};
use crate::check;
use crate::errors::{Answer, Problem};
use crate::extract::{Id, IdAndName, IdempotencyKey, IfMatch, Json, Query};
use crate::wire::{self, Items, NewRule, NewRuleset, Rule, Ruleset, RulesetChange, RulesetKind, RulesetSummary};
use axum::Json as Answered;
use axum::extract::State;
use axum::http::StatusCode;
use frontdesk_model as model;
use frontdesk_model::{Rules, RulesetId, Uuid, WorkstreamId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

const NAME_CHARACTERS_MAX: usize = 200;
const PAGE_SIZE: u32 = 100;
const PAGE_SIZE_MAX: u32 = 1_000;

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RulesetQuery {
    /// Only those of this workstream.
    pub workstream_id: Option<Uuid>,
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RuleQuery {
    /// How many to leave out.
    pub offset: Option<usize>,
    /// 1 to 1,000; 100 unless said otherwise.
    pub limit: Option<u32>,
}

#[derive(Serialize, ToSchema)]
pub struct RulePage {
    pub items: Vec<Rule>,
    /// All that there are.
    pub total: usize,
}

/// All of them, without their rules.
#[utoipa::path(
    get, path = "/api/v1/rulesets", tag = "routing",
    params(RulesetQuery), responses((status = 200, body = Items<RulesetSummary>))
)]
pub async fn list(signed_in: SignedIn, Query(query): Query<RulesetQuery>) -> Answered<Items<RulesetSummary>> {
    let view = signed_in.desk.view();
    let wanted = |ruleset: &&model::Ruleset| query.workstream_id.is_none_or(|id| ruleset.workstream_id.0 == id);
    let mut items: Vec<RulesetSummary> = view.rulesets().filter(wanted).map(RulesetSummary::from).collect();
    items.sort_by(|a, b| (a.workstream_id, a.position, &a.name).cmp(&(b.workstream_id, b.position, &b.name)));
    Answered(Items { items })
}

/// One of them, whole.
#[utoipa::path(
    get, path = "/api/v1/rulesets/{rulesetId}", tag = "routing",
    params(("rulesetId" = Uuid, Path)), responses((status = 200, body = Ruleset))
)]
pub async fn get(signed_in: SignedIn, Id(id): Id<RulesetId>) -> Answer<Tagged<Ruleset>> {
    let ruleset = set_up::find(&signed_in, id)?;
    Ok(Tagged::new(&ruleset, Ruleset::from))
}

/// Its rules, page by page.
#[utoipa::path(
    get, path = "/api/v1/rulesets/{rulesetId}/rules", tag = "routing",
    params(("rulesetId" = Uuid, Path), RuleQuery), responses((status = 200, body = RulePage))
)]
pub async fn rules(
    signed_in: SignedIn,
    Id(id): Id<RulesetId>,
    Query(query): Query<RuleQuery>,
) -> Answer<Tagged<RulePage>> {
    let limit = page_size(query.limit, PAGE_SIZE, PAGE_SIZE_MAX)? as usize;
    let ruleset: model::Ruleset = set_up::find(&signed_in, id)?;
    Ok(Tagged::new(&ruleset, |ruleset| {
        let all = wire::rules(&ruleset.rules);
        let total = all.len();
        RulePage { items: all.into_iter().skip(query.offset.unwrap_or(0)).take(limit).collect(), total }
    }))
}

/// A new ruleset. A workstream has any number that classify and one that routes.
#[utoipa::path(
    post, path = "/api/v1/rulesets", tag = "routing",
    request_body = NewRuleset, responses((status = 201, body = Ruleset))
)]
pub async fn create(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    key: IdempotencyKey,
    Json(request): Json<NewRuleset>,
) -> Answer<Tagged<Ruleset>> {
    let id = RulesetId(signed_in.new_id("ruleset", &key));
    let ruleset = set_up::create(&app, &signed_in, &key, read_new(id, request)?).await?;
    Ok(Tagged::new(&ruleset, Ruleset::from).created())
}

pub fn read_new(id: RulesetId, request: NewRuleset) -> Answer<model::Ruleset> {
    Ok(model::Ruleset {
        id,
        name: check::name("name", &request.name, NAME_CHARACTERS_MAX)?,
        workstream_id: WorkstreamId(request.workstream_id),
        position: request.position.unwrap_or(1),
        rules: read_rules(request.kind, request.rules)?,
        version: 0,
    })
}

/// Change a ruleset. What is absent stays; rules, where they are given, replace all.
#[utoipa::path(
    patch, path = "/api/v1/rulesets/{rulesetId}", tag = "routing",
    params(("rulesetId" = Uuid, Path)), request_body = RulesetChange, responses((status = 200, body = RulesetSummary))
)]
pub async fn update(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    Id(id): Id<RulesetId>,
    tag: IfMatch,
    key: IdempotencyKey,
    Json(change): Json<RulesetChange>,
) -> Answer<Tagged<RulesetSummary>> {
    let edit = |_: &_, ruleset: &mut model::Ruleset| {
        if let Some(name) = &change.name {
            ruleset.name = check::name("name", name, NAME_CHARACTERS_MAX)?;
        }
        ruleset.position = change.position.unwrap_or(ruleset.position);
        if let Some(rules) = change.rules {
            ruleset.rules = read_rules((&ruleset.rules).into(), rules)?;
        }
        Ok(())
    };
    let ruleset = set_up::update(&app, &signed_in, id, (tag, key), edit).await?;
    Ok(Tagged::new(&ruleset, RulesetSummary::from))
}

/// Delete a ruleset.
#[utoipa::path(
    delete, path = "/api/v1/rulesets/{rulesetId}", tag = "routing",
    params(("rulesetId" = Uuid, Path)), responses((status = 204))
)]
pub async fn delete(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    Id(id): Id<RulesetId>,
    tag: IfMatch,
    key: IdempotencyKey,
) -> Answer<StatusCode> {
    set_up::delete::<model::Ruleset>(&app, &signed_in, id, (tag, key)).await
}

/// Insert one rule.
#[utoipa::path(
    post, path = "/api/v1/rulesets/{rulesetId}/rules", tag = "routing",
    params(("rulesetId" = Uuid, Path)), request_body = NewRule, responses((status = 200, body = RulesetSummary))
)]
pub async fn insert_rule(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    Id(id): Id<RulesetId>,
    tag: IfMatch,
    key: IdempotencyKey,
    Json(NewRule { rule, before }): Json<NewRule>,
) -> Answer<Tagged<RulesetSummary>> {
    let edit = |_: &_, ruleset: &mut model::Ruleset| {
        let at = match &before {
            Some(name) => position(&ruleset.rules, name)
                .ok_or_else(|| Problem::invalid_field("before", format!("there is no rule '{name}'")))?,
            None => usize::MAX,
        };
        splice(&mut ruleset.rules, at, 0, Some(rule))
    };
    let ruleset = set_up::update(&app, &signed_in, id, (tag, key), edit).await?;
    Ok(Tagged::new(&ruleset, RulesetSummary::from))
}

/// Replace one rule where it stands.
#[utoipa::path(
    put, path = "/api/v1/rulesets/{rulesetId}/rules/{rule}", tag = "routing",
    params(("rulesetId" = Uuid, Path), ("rule" = String, Path, description = "Its name")),
    request_body = Rule, responses((status = 200, body = RulesetSummary))
)]
pub async fn replace_rule(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    IdAndName(id, name): IdAndName<RulesetId>,
    tag: IfMatch,
    key: IdempotencyKey,
    Json(rule): Json<Rule>,
) -> Answer<Tagged<RulesetSummary>> {
    change_rule(&app, &signed_in, id, (tag, key), &name, Some(rule)).await
}

/// Delete one rule.
#[utoipa::path(
    delete, path = "/api/v1/rulesets/{rulesetId}/rules/{rule}", tag = "routing",
    params(("rulesetId" = Uuid, Path), ("rule" = String, Path, description = "Its name")),
    responses((status = 200, body = RulesetSummary))
)]
pub async fn delete_rule(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    IdAndName(id, name): IdAndName<RulesetId>,
    tag: IfMatch,
    key: IdempotencyKey,
) -> Answer<Tagged<RulesetSummary>> {
    change_rule(&app, &signed_in, id, (tag, key), &name, None).await
}

async fn change_rule(
    app: &App,
    signed_in: &SignedIn,
    id: RulesetId,
    condition: (IfMatch, IdempotencyKey),
    name: &str,
    with: Option<Rule>,
) -> Answer<Tagged<RulesetSummary>> {
    let edit = |_: &_, ruleset: &mut model::Ruleset| {
        let at = position(&ruleset.rules, name).ok_or_else(|| Problem::not_found("rule"))?;
        splice(&mut ruleset.rules, at, 1, with)
    };
    let ruleset = set_up::update(app, signed_in, id, condition, edit).await?;
    Ok(Tagged::new(&ruleset, RulesetSummary::from))
}

fn position(rules: &Rules, name: &str) -> Option<usize> {
    match rules {
        Rules::Classification(rules) => rules.iter().position(|rule| rule.name == name),
        Rules::RouteToQueue(rules) => rules.iter().position(|rule| rule.name == name),
    }
}

/// In place of `removed` rules from `at` on, which may be past the end, this one or none.
fn splice(rules: &mut Rules, at: usize, removed: usize, with: Option<Rule>) -> Answer<()> {
    match rules {
        Rules::Classification(rules) => {
            let with = with.map(|rule| classification("rule", rule)).transpose()?;
            let at = at.min(rules.len());
            rules.splice(at..at + removed, with);
        }
        Rules::RouteToQueue(rules) => {
            let with = with.map(|rule| route("rule", rule)).transpose()?;
            let at = at.min(rules.len());
            rules.splice(at..at + removed, with);
        }
    }
    Ok(())
}

fn read_rules(kind: RulesetKind, rules: Vec<Rule>) -> Answer<Rules> {
    let rules = rules.into_iter().enumerate().map(|(index, rule)| (format!("rules[{index}]"), rule));
    match kind {
        RulesetKind::Classification => {
            rules.map(|(place, rule)| classification(&place, rule)).collect::<Answer<_>>().map(Rules::Classification)
        }
        RulesetKind::RouteToQueue => {
            rules.map(|(place, rule)| route(&place, rule)).collect::<Answer<_>>().map(Rules::RouteToQueue)
        }
    }
}

fn classification(place: &str, rule: Rule) -> Answer<model::ClassificationRule> {
    if rule.queues.is_some() {
        return Err(Problem::invalid_field(format!("{place}.queues"), "is for route-to-queue rulesets"));
    }
    let name = check::name(&format!("{place}.name"), &rule.name, NAME_CHARACTERS_MAX)?;
    let outputs = rule.outputs.unwrap_or_default().into_iter().map(Into::into).collect();
    Ok(model::ClassificationRule { name, when: rule.when, outputs })
}

fn route(place: &str, rule: Rule) -> Answer<model::RouteRule> {
    if rule.outputs.is_some() {
        return Err(Problem::invalid_field(format!("{place}.outputs"), "is for classification rulesets"));
    }
    let name = check::name(&format!("{place}.name"), &rule.name, NAME_CHARACTERS_MAX)?;
    let queues = rule.queues.unwrap_or_default().into_iter().map(Into::into).collect();
    Ok(model::RouteRule { name, when: rule.when, queues })
}
