//! Every route, one line each, with who may use it beside it: `anyone`, `visitor` (their token), `everyone` (who is
//! signed in), `administrator`; "own" and "of it" are checked in the handler, against the conversation. Knows nothing else.

use crate::api::quick_replies::{own as own_quick_replies, usable as usable_quick_replies};
use crate::api::routing::trial;
use crate::api::visitor;
use crate::api::{
    agents, audit, capacity_profiles, consult, conversation_commands as command, conversations, files,
    get_conversations, live, messages, notification_templates, operating_hours, organization, presences, queues,
    quick_replies, records, routing, rulesets, search, session_templates, sign_in, skills, status, supervision, tokens,
    widgets, workstreams,
};
use crate::app::App;
use crate::{description, middleware, pages};
use axum::Router;
use axum::routing::get;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The native API, each route described.
fn api() -> OpenApiRouter<App> {
    OpenApiRouter::with_openapi(description::frame())
        .routes(routes!(sign_in::set_up_needed, sign_in::set_up)) // anyone · anyone with the one-time link
        .routes(routes!(sign_in::sign_in)) // anyone with a password
        .routes(routes!(sign_in::sign_out)) // everyone
        .routes(routes!(sign_in::me)) // everyone
        .routes(routes!(tokens::list, tokens::create)) // everyone, own
        .routes(routes!(tokens::delete)) // everyone, own
        .routes(routes!(agents::list, agents::create)) // everyone · administrator
        .routes(routes!(agents::get, agents::update)) // everyone · administrator
        .routes(routes!(agents::presence, agents::set_presence)) // everyone, own
        .routes(routes!(agents::set_own_skills)) // everyone, own, where the organisation lets them
        .routes(routes!(get_conversations::by_query)) // own; supervisors all
        .routes(routes!(get_conversations::by_input)) // own; supervisors all
        .routes(routes!(presences::list, presences::create)) // everyone · administrator
        .routes(routes!(presences::get, presences::update, presences::delete)) // everyone · administrator
        .routes(routes!(queues::list, queues::create)) // everyone · administrator
        .routes(routes!(queues::get, queues::update, queues::delete)) // everyone · administrator
        .routes(routes!(queues::set_members)) // administrator
        .routes(routes!(workstreams::list, workstreams::create)) // everyone · administrator
        .routes(routes!(workstreams::get, workstreams::update, workstreams::delete)) // everyone · administrator
        .routes(routes!(workstreams::copy)) // administrator
        .routes(routes!(session_templates::list, session_templates::create)) // everyone · administrator
        .routes(routes!(session_templates::get, session_templates::update, session_templates::delete)) // the same
        .routes(routes!(notification_templates::list, notification_templates::create)) // everyone · administrator
        .routes(routes!(notification_templates::get, notification_templates::update, notification_templates::delete)) // the same
        .routes(routes!(quick_replies::list, quick_replies::create)) // everyone · administrator
        .routes(routes!(quick_replies::get, quick_replies::update, quick_replies::delete)) // the same
        .routes(routes!(own_quick_replies::list, own_quick_replies::create)) // everyone, own
        .routes(routes!(own_quick_replies::update, own_quick_replies::delete)) // everyone, own
        .routes(routes!(usable_quick_replies::of_conversation)) // agent of it, member of its queue, supervisors
        .routes(routes!(usable_quick_replies::of_workstream)) // everyone
        .routes(routes!(widgets::list, widgets::create)) // everyone · administrator
        .routes(routes!(widgets::get, widgets::update, widgets::delete)) // everyone · administrator
        .routes(routes!(skills::list, skills::create)) // everyone · administrator
        .routes(routes!(skills::get, skills::update, skills::delete)) // everyone · administrator
        .routes(routes!(capacity_profiles::list, capacity_profiles::create)) // everyone · administrator
        .routes(routes!(capacity_profiles::get, capacity_profiles::update, capacity_profiles::delete)) // the same
        .routes(routes!(operating_hours::list, operating_hours::create)) // everyone · administrator
        .routes(routes!(operating_hours::get, operating_hours::update, operating_hours::delete)) // the same
        .routes(routes!(rulesets::list, rulesets::create)) // everyone · administrator
        .routes(routes!(rulesets::get, rulesets::update, rulesets::delete)) // everyone · administrator
        .routes(routes!(rulesets::rules, rulesets::insert_rule)) // everyone · administrator
        .routes(routes!(rulesets::replace_rule, rulesets::delete_rule)) // administrator
        .routes(routes!(organization::get, organization::update)) // everyone · administrator
        .routes(routes!(conversations::list)) // own and own queues; "ongoing": supervisors
        .routes(routes!(search::search)) // what of it they may see
        .routes(routes!(conversations::get)) // agent of it, member of its queue, supervisors
        .routes(routes!(conversations::earlier)) // the same
        .routes(routes!(routing::of_conversation)) // the same
        .routes(routes!(routing::fields)) // everyone
        .routes(routes!(routing::check_condition)) // everyone: it saves nothing
        .routes(routes!(routing::check_ruleset)) // administrator
        .routes(routes!(trial::try_routing)) // administrator: it starts nothing
        .routes(routes!(audit::list)) // supervisors
        .routes(routes!(messages::list, messages::create)) // the same · its agent; notes: supervisors too
        .routes(routes!(files::upload)) // agent of it, member of its queue, supervisors
        .routes(routes!(files::link)) // the same
        .routes(routes!(command::accept)) // who is offered
        .routes(routes!(command::reject)) // who is offered
        .routes(routes!(command::displayed)) // who is offered
        .routes(routes!(command::pick)) // members of its queue; its last agent
        .routes(routes!(command::end)) // its agent
        .routes(routes!(command::close_session)) // its agent
        .routes(routes!(command::release)) // its agent
        .routes(routes!(command::transfer)) // its agent; supervisors
        .routes(routes!(consult::consult)) // its agent
        .routes(routes!(consult::accept)) // who is invited
        .routes(routes!(consult::reject)) // who is invited
        .routes(routes!(consult::add)) // its agent
        .routes(routes!(consult::remove)) // its agent
        .routes(routes!(consult::leave)) // who takes part
        .routes(routes!(supervision::assign)) // supervisors
        .routes(routes!(supervision::force_close)) // supervisors
        .routes(routes!(supervision::monitor)) // supervisors
        .routes(routes!(supervision::join)) // supervisors
        .routes(routes!(supervision::bulk)) // supervisors
        .routes(routes!(supervision::set_presence)) // supervisors
        .routes(routes!(supervision::set_queues)) // supervisors
        .routes(routes!(command::link)) // its agent
        .routes(routes!(command::unlink)) // its agent
        .routes(routes!(command::marks)) // its agent
        .routes(routes!(records::search_contacts, records::create_contact)) // everyone
        .routes(routes!(records::update_contact)) // everyone
        .routes(routes!(records::search_accounts, records::create_account)) // everyone
        .routes(routes!(records::update_account)) // everyone
        .routes(routes!(records::search_cases, records::create_case)) // everyone
        .routes(routes!(records::update_case)) // everyone
        .routes(routes!(live::stream)) // everyone, what they may hear
        .routes(routes!(visitor::widgets::get)) // anyone on the widget's sites
        .routes(routes!(visitor::conversations::list, visitor::conversations::start)) // visitor · anyone on its sites
        .routes(routes!(visitor::conversations::get)) // visitor, own
        .routes(routes!(visitor::messages::list, visitor::messages::create)) // visitor, own
        .routes(routes!(visitor::files::upload)) // visitor, own
        .routes(routes!(visitor::files::link)) // visitor, own and what they may read
        .routes(routes!(visitor::conversations::marks)) // visitor, own
        .routes(routes!(visitor::conversations::typing)) // visitor, own
        .routes(routes!(visitor::conversations::end)) // visitor, own
        .routes(routes!(visitor::conversations::stream)) // visitor, own
}

/// The API's description, as it is served.
pub fn openapi() -> utoipa::openapi::OpenApi {
    let (_, openapi) = api().split_for_parts();
    description::finish(openapi)
}

pub fn router(app: App) -> Router {
    let (api, _) = api().split_for_parts();
    api.route("/healthz", get(status::healthz)) // anyone
        .route("/readyz", get(status::readyz)) // anyone
        .route("/metrics", get(status::metrics)) // anyone who reaches the port: no names, no ids
        .route("/files/{ticket}", get(files::serve)) // anyone with a link
        .route("/openapi.json", get(description::openapi_json)) // anyone
        .route("/docs", get(pages::docs)) // anyone
        .route("/docs/{file}", get(pages::docs_file)) // anyone
        .route("/chat/{widgetId}", get(pages::chat)) // anyone
        .fallback(pages::other) // anyone: the workspace and its files
        .method_not_allowed_fallback(pages::method_not_allowed)
        .layer(axum::middleware::from_fn_with_state(app.clone(), middleware::around))
        .with_state(app)
}
