//! Routing as people ask about it: why a conversation went where it went and why it waits, what rules may name, and
//! whether a rule is right before it is saved.

mod names;
mod sentences;
pub mod trial;

use super::{find_visible_conversation, rulesets};
use crate::app::App;
use crate::auth::{Administrator, SignedIn};
use crate::errors::{Answer, FieldError, Problem};
use crate::extract::{Id, Json, Query};
use crate::wire::{
    CheckedCondition, CheckedRuleset, ConditionFault, ConditionToCheck, NewRuleset, RoutingField, RoutingFields,
    RoutingOfConversation, RuleKind, WaitingNow,
};
use axum::Json as Answered;
use axum::extract::State;
use frontdesk_engine as engine;
use frontdesk_model::{ConversationId, ConversationStatus, RoutingStep, RulesetId, SetUpEdit, SetUpEdits};
use frontdesk_predicate::{FieldType, ParseErrorKind, Predicate, check};
use names::Names;
use serde::Deserialize;
use utoipa::IntoParams;

/// Every decision about a conversation with what it saw, its stays in queues, and why it waits now.
#[utoipa::path(
    get, path = "/api/v1/conversations/{conversationId}/routing", tag = "routing",
    params(("conversationId" = Uuid, Path)), responses((status = 200, body = RoutingOfConversation))
)]
pub async fn of_conversation(
    State(app): State<App>,
    signed_in: SignedIn,
    Id(id): Id<ConversationId>,
) -> Answer<Answered<RoutingOfConversation>> {
    let conversation = find_visible_conversation(&signed_in, id).await?;
    let waiting = match conversation.status {
        ConversationStatus::Open => signed_in.desk.why_waiting(id).await?,
        _ => None,
    };
    let (decisions, segments) = app.store.list_routing(signed_in.organization_id(), id).await?;
    let view = signed_in.desk.view();
    let names = Names::new(&view);
    Ok(Answered(RoutingOfConversation {
        decisions: decisions.into_iter().map(|decision| names.decision(decision)).collect(),
        segments: segments.into_iter().map(|segment| names.segment(segment)).collect(),
        waiting: waiting.and_then(|waiting| shown(&names, waiting)),
    }))
}

fn shown(names: &Names<'_>, waiting: engine::WaitingNow) -> Option<WaitingNow> {
    let engine::WaitingNow { step, position, is_pushed } = waiting;
    let RoutingStep::Waits { queue_id, demand, considered } = step else { return None };
    let (queue, demand, considered) = (names.queue(queue_id), names.demand(demand), names.considered(considered));
    let sentence = sentences::waits_now(&queue, position, is_pushed, &demand, &considered);
    Some(WaitingNow { sentence, queue, position, is_pushed, demand, considered })
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct FieldsQuery {
    pub kind: RuleKind,
}

/// What rules of this kind may name.
#[utoipa::path(
    get, path = "/api/v1/routing/fields", tag = "routing",
    params(FieldsQuery), responses((status = 200, body = RoutingFields))
)]
pub async fn fields(_: SignedIn, Query(query): Query<FieldsQuery>) -> Answered<RoutingFields> {
    let schema = engine::fields(query.kind.into());
    let field = |(name, holds): (&str, &FieldType)| RoutingField {
        name: name.to_owned(),
        r#type: match holds {
            FieldType::Text => "text",
            FieldType::Number => "number",
            FieldType::Boolean => "boolean",
            FieldType::Time => "time",
            FieldType::Choice(_) => "choice",
            FieldType::Open => "open",
        },
        choices: if let FieldType::Choice(words) = holds { words.clone() } else { Vec::new() },
    };
    Answered(RoutingFields {
        fields: schema.fields().map(field).collect(),
        namespaces: schema.namespaces().map(field).collect(),
    })
}

/// Reads a condition: its faults, or how it will be shown. Saves nothing.
#[utoipa::path(
    post, path = "/api/v1/routing/check", tag = "routing",
    request_body = ConditionToCheck, responses((status = 200, body = CheckedCondition))
)]
pub async fn check_condition(
    _: SignedIn,
    Json(ConditionToCheck { kind, condition, structure }): Json<ConditionToCheck>,
) -> Answer<Answered<CheckedCondition>> {
    let read = match (condition, structure) {
        (Some(text), None) => read_text(&text),
        (None, Some(structure)) => Predicate::from_structure(structure).map_err(|bound| ConditionFault {
            code: "too_large",
            detail: bound.to_string(),
            field: None,
            line: None,
            column: None,
        }),
        _ => return Err(Problem::invalid_field("condition", "send a text or a structure, and not both")),
    };
    Ok(Answered(match read {
        Ok(predicate) => CheckedCondition {
            faults: faults_of(&predicate, kind),
            canonical: Some(predicate.to_string()),
            structure: Some(predicate.to_structure()),
        },
        Err(fault) => CheckedCondition { faults: vec![fault], ..CheckedCondition::default() },
    }))
}

fn read_text(text: &str) -> Result<Predicate, ConditionFault> {
    Predicate::parse(text).map_err(|error| ConditionFault {
        code: match error.kind {
            ParseErrorKind::Unexpected { .. } => "syntax",
            ParseErrorKind::TooLarge(_) => "too_large",
        },
        detail: error.kind.to_string(),
        field: None,
        line: Some(error.at.line),
        column: Some(error.at.column),
    })
}

fn faults_of(predicate: &Predicate, kind: RuleKind) -> Vec<ConditionFault> {
    let faults = check(predicate, &engine::fields(kind.into())).err().unwrap_or_default();
    let shown = faults.into_iter().map(|fault| ConditionFault {
        code: fault.code.as_str(),
        detail: fault.detail,
        field: fault.field,
        line: None,
        column: None,
    });
    shown.collect()
}

/// Checks a ruleset against the set-up as it stands, as if it were saved. Saves nothing.
#[utoipa::path(
    post, path = "/api/v1/routing/check-ruleset", tag = "routing",
    request_body = NewRuleset, responses((status = 200, body = CheckedRuleset))
)]
pub async fn check_ruleset(
    Administrator(signed_in): Administrator,
    Json(request): Json<NewRuleset>,
) -> Answer<Answered<CheckedRuleset>> {
    // One of this name in this workstream would be replaced.
    let replaced = {
        let view = signed_in.desk.view();
        let same = |ruleset: &&frontdesk_model::Ruleset| {
            ruleset.workstream_id.0 == request.workstream_id && ruleset.name == request.name
        };
        view.rulesets().find(same).map(|ruleset| ruleset.id)
    };
    let id = replaced.unwrap_or_else(|| RulesetId(signed_in.desk.ids().next()));
    let ruleset = rulesets::read_new(id, request)?;
    let edits = SetUpEdits { by: Some(signed_in.agent_id), edits: vec![SetUpEdit::put(ruleset)] };
    let faults = match signed_in.desk.would_take(edits).await? {
        Ok(()) => Vec::new(),
        Err(refusal) => {
            refusal.faults.into_iter().map(|fault| FieldError { field: fault.field, detail: fault.detail }).collect()
        }
    };
    Ok(Answered(CheckedRuleset { faults }))
}
