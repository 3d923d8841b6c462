//! The organisation and what it has decided for itself, timers included.

use super::set_up::{self, Tagged};
use crate::app::App;
use crate::auth::{Administrator, SignedIn};
use crate::check;
use crate::errors::Answer;
use crate::extract::{IdempotencyKey, IfMatch, Json};
use crate::operations::NAME_CHARACTERS_MAX;
use crate::wire::{Organization, OrganizationChange, SettingsChange};
use axum::extract::State;
use frontdesk_model as model;

const YEAR_MS: u64 = 366 * 24 * 60 * 60_000;

/// The organisation, its settings and timers.
#[utoipa::path(get, path = "/api/v1/organization", tag = "set-up", responses((status = 200, body = Organization)))]
pub async fn get(signed_in: SignedIn) -> Tagged<Organization> {
    Tagged::new(signed_in.desk.view().organization(), Organization::from)
}

/// Change the name or the settings. What is absent stays.
#[utoipa::path(
    patch, path = "/api/v1/organization", tag = "set-up",
    request_body = OrganizationChange, responses((status = 200, body = Organization))
)]
pub async fn update(
    State(app): State<App>,
    Administrator(signed_in): Administrator,
    tag: IfMatch,
    key: IdempotencyKey,
    Json(change): Json<OrganizationChange>,
) -> Answer<Tagged<Organization>> {
    let edit = |_: &_, organization: &mut model::Organization| {
        if let Some(name) = &change.name {
            organization.name = check::name("name", name, NAME_CHARACTERS_MAX)?;
        }
        change.settings.map_or(Ok(()), |settings| apply(&mut organization.settings, settings))
    };
    let id = signed_in.organization_id();
    let organization = set_up::update(&app, &signed_in, id, (tag, key), edit).await?;
    Ok(Tagged::new(&organization, Organization::from))
}

fn apply(settings: &mut model::Settings, change: SettingsChange) -> Answer<()> {
    if let Some(timers) = change.timers {
        timers.apply(&mut settings.timers);
        check_timers(&settings.timers)?;
    }
    if let Some(allowed) = change.declines_allowed {
        settings.declines_allowed = check::range("settings.declinesAllowed", allowed, 1, 5)?;
    }
    if let Some(agents) = change.declining_agents_max {
        settings.declining_agents_max = check::range("settings.decliningAgentsMax", agents, 1, 100_000)?;
    }
    if let Some(sessions) = change.sessions_max {
        settings.sessions_max = check::range("settings.sessionsMax", sessions, 1, 1_000)?;
    }
    if let Some(characters) = change.message_characters_max {
        settings.message_characters_max = check::range("settings.messageCharactersMax", characters, 1, 100_000)?;
    }
    if let Some(origins) = change.framed_origins {
        settings.framed_origins = check::origins("settings.framedOrigins", origins)?;
    }
    settings.inactive_after_missed_offer =
        change.inactive_after_missed_offer.unwrap_or(settings.inactive_after_missed_offer);
    settings.do_not_disturb_after_reject =
        change.do_not_disturb_after_reject.unwrap_or(settings.do_not_disturb_after_reject);
    if let Some(time_zone) = change.time_zone {
        settings.time_zone = time_zone;
    }
    if let Some(supervisors) = change.supervisors {
        supervisors.apply(&mut settings.supervisors);
    }
    if let Some(attachments) = change.attachments {
        attachments.apply(&mut settings.attachments);
    }
    settings.agents_edit_skills = change.agents_edit_skills.unwrap_or(settings.agents_edit_skills);
    Ok(())
}

fn check_timers(timers: &model::Timers) -> Answer<()> {
    let always = [
        ("liveChatCustomerDisconnectedMs", timers.live_chat_customer_disconnected_ms),
        ("autoCloseScanMs", timers.auto_close_scan_ms),
        ("browserRestoreMs", timers.browser_restore_ms),
        ("agentDisconnectedMs", timers.agent_disconnected_ms),
        ("undisplayedOfferRerouteMs", timers.undisplayed_offer_reroute_ms),
    ];
    let sometimes = [
        ("liveChatOpenCloseMs", timers.live_chat_open_close_ms),
        ("liveChatActiveCloseMs", timers.live_chat_active_close_ms),
        ("liveChatWrapUpCloseMs", timers.live_chat_wrap_up_close_ms),
        ("asynchronousOpenCloseMs", timers.asynchronous_open_close_ms),
        ("asynchronousActiveCloseMs", timers.asynchronous_active_close_ms),
        ("asynchronousWrapUpCloseMs", timers.asynchronous_wrap_up_close_ms),
    ];
    let sometimes = sometimes.into_iter().filter_map(|(name, value)| value.map(|value| (name, value)));
    for (name, value) in always.into_iter().chain(sometimes) {
        check::range(&format!("settings.timers.{name}"), value, 0, YEAR_MS)?;
    }
    Ok(())
}
