//! Templates: how an offer, and the session it opens, look to the agent. Knows no screen, and no text that is filled in:
//! `{customerName}` stays as it is written.

use crate::{Notification, NotificationTemplateId, SessionTemplateId};
use serde::{Deserialize, Serialize};

/// How an offer is shown and answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct NotificationTemplate {
    pub id: NotificationTemplateId,
    pub name: String,
    /// May name slugs, such as `{customerName}`.
    pub title: String,
    pub icon: TemplateIcon,
    /// Shown in this order; those whose value comes to nothing are left out.
    pub fields: Vec<TemplateField>,
    pub notification: Notification,
    /// The countdown.
    pub timeout_ms: u64,
    pub countdown_shown: bool,
    pub on_timeout: OfferTimeout,
    pub accept_text: String,
    pub reject_text: String,
    pub desktop: DesktopNotification,
    pub version: u64,
}

impl Default for NotificationTemplate {
    /// As an offer looks without a template.
    fn default() -> Self {
        NotificationTemplate {
            id: NotificationTemplateId::default(),
            name: String::new(),
            title: "{customerName}".to_owned(),
            icon: TemplateIcon::default(),
            fields: Vec::new(),
            notification: Notification::ScreenPopWithDecline,
            timeout_ms: 120_000,
            countdown_shown: true,
            on_timeout: OfferTimeout::default(),
            accept_text: "Accept".to_owned(),
            reject_text: "Reject".to_owned(),
            desktop: DesktopNotification::default(),
            version: 0,
        }
    }
}

/// How the tab of a conversation's session looks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SessionTemplate {
    pub id: SessionTemplateId,
    pub name: String,
    /// May name slugs.
    pub title: String,
    pub icon: TemplateIcon,
    pub version: u64,
}

impl Default for SessionTemplate {
    fn default() -> Self {
        SessionTemplate {
            id: SessionTemplateId::default(),
            name: String::new(),
            title: "{customerName}".to_owned(),
            icon: TemplateIcon::default(),
            version: 0,
        }
    }
}

/// A header and what stands behind it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TemplateField {
    pub header: String,
    /// May name slugs.
    pub value: String,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TemplateIcon {
    /// That of the conversation's channel.
    #[default]
    Channel,
    Chat,
    Person,
    People,
    Alert,
    Star,
}

/// What becomes of an offer whose countdown has passed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfferTimeout {
    /// It counts as declined and goes to somebody else.
    #[default]
    Decline,
    /// It opens by itself where it was shown.
    Accept,
}

/// When the browser tells of an offer outside the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DesktopNotification {
    Never,
    /// While the page cannot be seen.
    #[default]
    Background,
    Always,
}

/// Why something is offered to an agent: each has a template of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OfferScenario {
    /// From a queue, of a customer who is linked to a record.
    IncomingAuthenticated,
    /// From a queue, of somebody unknown.
    IncomingUnauthenticated,
    Consult,
    Transfer,
    SupervisorAssign,
}

impl OfferScenario {
    /// By the reason that stands with the participant.
    pub fn of(assign_reason: Option<&str>, customer_known: bool) -> OfferScenario {
        match assign_reason {
            Some("AgentConsult") => OfferScenario::Consult,
            Some("AgentTransfer" | "SupervisorTransferToAgent") => OfferScenario::Transfer,
            Some("SupervisorAssign") => OfferScenario::SupervisorAssign,
            _ if customer_known => OfferScenario::IncomingAuthenticated,
            _ => OfferScenario::IncomingUnauthenticated,
        }
    }
}

/// The templates of a workstream's offers; none: as the workstream itself says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct NotificationTemplates {
    pub incoming_authenticated: Option<NotificationTemplateId>,
    pub incoming_unauthenticated: Option<NotificationTemplateId>,
    pub consult: Option<NotificationTemplateId>,
    pub transfer: Option<NotificationTemplateId>,
    pub supervisor_assign: Option<NotificationTemplateId>,
}

impl NotificationTemplates {
    pub fn of(&self, scenario: OfferScenario) -> Option<NotificationTemplateId> {
        match scenario {
            OfferScenario::IncomingAuthenticated => self.incoming_authenticated,
            OfferScenario::IncomingUnauthenticated => self.incoming_unauthenticated,
            OfferScenario::Consult => self.consult,
            OfferScenario::Transfer => self.transfer,
            OfferScenario::SupervisorAssign => self.supervisor_assign,
        }
    }
}
