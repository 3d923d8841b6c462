//! Rules tried out: what would become of a conversation with these facts. Starts none.

use super::names::Names;
use crate::app::App;
use crate::auth::Administrator;
use crate::check;
use crate::errors::{Answer, Problem};
use crate::extract::Json;
use crate::wire::{RoutingToTry, TriedRouting};
use axum::Json as Answered;
use axum::extract::State;
use frontdesk_engine as engine;
use frontdesk_engine::{NewConversation, RuleKind, Trial};
use frontdesk_model::{ContextVariable, ConversationId, DemandSeen, Priority, RoutingDecision, WidgetId, WorkstreamId};
use std::collections::BTreeMap;

/// Which rules would match, what they would set and where a conversation would wait if it began now. Changes nothing.
#[utoipa::path(
    post, path = "/api/v1/routing/try", tag = "routing",
    request_body = RoutingToTry, responses((status = 200, body = TriedRouting))
)]
pub async fn try_routing(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    Json(request): Json<RoutingToTry>,
) -> Answer<Answered<TriedRouting>> {
    let id = request.conversation_id.unwrap_or_else(|| signed_in.desk.ids().next());
    let new = NewConversation {
        id: ConversationId(id),
        workstream_id: WorkstreamId(request.workstream_id),
        widget_id: request.widget_id.map(WidgetId),
        customer_name: check::text("customerName", &request.customer_name, 100)?,
        title: request.title,
        priority: request.priority.map_or(Priority::Normal, Into::into),
        locale: check::optional_text("locale", request.locale.as_deref(), 35)?,
        context: variables(request.context),
        facts: facts(request.facts)?,
        ..NewConversation::default()
    };
    let trial = signed_in.desk.would_decide(new).await??;
    let view = signed_in.desk.view();
    Ok(Answered(shown(trial, &Names::new(&view), app.now())))
}

fn variables(texts: BTreeMap<String, String>) -> Vec<ContextVariable> {
    texts.into_iter().map(|(name, value)| ContextVariable { name, value }).collect()
}

/// Of linked records and the visitor; everything else has a place of its own in the request.
fn facts(given: BTreeMap<String, String>) -> Answer<Vec<ContextVariable>> {
    const ELSEWHERE: [&str; 3] = ["conversation.", "context.", "widget."];
    let schema = engine::fields(RuleKind::RouteToQueue);
    let known = |name: &str| schema.fields().any(|(field, _)| field == name);
    let elsewhere = |name: &str| ELSEWHERE.iter().any(|namespace| name.starts_with(namespace));
    match given.keys().find(|name| !known(name) || elsewhere(name)) {
        Some(name) => {
            let detail = "is no fact of a linked record or the visitor, such as customer.name or visitor.device";
            Err(Problem::invalid_field(format!("facts.{name}"), detail))
        }
        None => Ok(variables(given)),
    }
}

fn shown(trial: Trial, names: &Names<'_>, at: frontdesk_model::Timestamp) -> TriedRouting {
    let Trial { steps, queue_id, conversation } = trial;
    let decision =
        |(number, step)| names.decision(RoutingDecision { conversation_id: conversation.id, number, at, step });
    let decisions = (1..).zip(steps).map(decision).collect();
    let demand = names.demand(DemandSeen {
        priority: conversation.priority,
        skills: conversation.demand.skills,
        capacity_profiles: conversation.demand.capacity_profiles,
        ..DemandSeen::default()
    });
    TriedRouting {
        decisions,
        queue: queue_id.map(|id| names.queue(id)),
        priority: demand.priority,
        skills: demand.skills,
        capacity_profiles: demand.capacity_profiles,
        context: conversation.context.into_iter().map(Into::into).collect(),
    }
}
