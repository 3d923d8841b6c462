//! Notification templates on the native wire, and which of them a workstream uses.

use super::{Change, DesktopNotification, Notification, OfferTimeout, TemplateIcon};
use frontdesk_model as model;
use frontdesk_model::{NotificationTemplateId, Uuid};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct NotificationTemplate {
    pub id: Uuid,
    pub name: String,
    /// May name slugs: `{customerName}`, `{caseTitle}`, `{queueName}`, any context variable.
    pub title: String,
    pub icon: TemplateIcon,
    /// Shown in this order; those whose value comes to nothing are left out.
    pub fields: Vec<TemplateField>,
    /// How the agent answers.
    pub notification: Notification,
    /// The countdown.
    pub timeout_ms: u64,
    pub countdown_shown: bool,
    pub on_timeout: OfferTimeout,
    pub accept_text: String,
    pub reject_text: String,
    pub desktop: DesktopNotification,
    /// Raised with each change; the `ETag` too.
    pub version: u64,
}

impl From<&model::NotificationTemplate> for NotificationTemplate {
    fn from(template: &model::NotificationTemplate) -> Self {
        NotificationTemplate {
            id: template.id.0,
            name: template.name.clone(),
            title: template.title.clone(),
            icon: template.icon.into(),
            fields: template.fields.iter().cloned().map(TemplateField::from).collect(),
            notification: template.notification.into(),
            timeout_ms: template.timeout_ms,
            countdown_shown: template.countdown_shown,
            on_timeout: template.on_timeout.into(),
            accept_text: template.accept_text.clone(),
            reject_text: template.reject_text.clone(),
            desktop: template.desktop.into(),
            version: template.version,
        }
    }
}

/// A header and what stands behind it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TemplateField {
    pub header: String,
    /// May name slugs.
    pub value: String,
}

impl From<model::TemplateField> for TemplateField {
    fn from(field: model::TemplateField) -> Self {
        TemplateField { header: field.header, value: field.value }
    }
}

impl From<TemplateField> for model::TemplateField {
    fn from(field: TemplateField) -> Self {
        model::TemplateField { header: field.header, value: field.value }
    }
}

/// What is absent is as it is without a template.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewNotificationTemplate {
    pub name: String,
    #[serde(default)]
    pub title: Option<String>,
    #[serde(default)]
    pub icon: Option<TemplateIcon>,
    /// At most ten.
    #[serde(default)]
    pub fields: Option<Vec<TemplateField>>,
    #[serde(default)]
    pub notification: Option<Notification>,
    /// 10,000 to 600,000; 120,000 unless said otherwise.
    #[serde(default)]
    pub timeout_ms: Option<u64>,
    #[serde(default)]
    pub countdown_shown: Option<bool>,
    #[serde(default)]
    pub on_timeout: Option<OfferTimeout>,
    #[serde(default)]
    pub accept_text: Option<String>,
    #[serde(default)]
    pub reject_text: Option<String>,
    #[serde(default)]
    pub desktop: Option<DesktopNotification>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NotificationTemplateChange {
    pub name: Option<String>,
    pub title: Option<String>,
    pub icon: Option<TemplateIcon>,
    pub fields: Option<Vec<TemplateField>>,
    pub notification: Option<Notification>,
    pub timeout_ms: Option<u64>,
    pub countdown_shown: Option<bool>,
    pub on_timeout: Option<OfferTimeout>,
    pub accept_text: Option<String>,
    pub reject_text: Option<String>,
    pub desktop: Option<DesktopNotification>,
}

impl From<NewNotificationTemplate> for NotificationTemplateChange {
    fn from(new: NewNotificationTemplate) -> Self {
        NotificationTemplateChange {
            name: Some(new.name),
            title: new.title,
            icon: new.icon,
            fields: new.fields,
            notification: new.notification,
            timeout_ms: new.timeout_ms,
            countdown_shown: new.countdown_shown,
            on_timeout: new.on_timeout,
            accept_text: new.accept_text,
            reject_text: new.reject_text,
            desktop: new.desktop,
        }
    }
}

/// The templates of a workstream's offers, by their kind; none: as the workstream itself says.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct NotificationTemplates {
    /// From a queue, of a customer who is linked to a record.
    pub incoming_authenticated: Option<Uuid>,
    /// From a queue, of somebody unknown.
    pub incoming_unauthenticated: Option<Uuid>,
    pub consult: Option<Uuid>,
    pub transfer: Option<Uuid>,
    pub supervisor_assign: Option<Uuid>,
}

impl From<model::NotificationTemplates> for NotificationTemplates {
    fn from(templates: model::NotificationTemplates) -> Self {
        let id = |template: Option<NotificationTemplateId>| template.map(|id| id.0);
        NotificationTemplates {
            incoming_authenticated: id(templates.incoming_authenticated),
            incoming_unauthenticated: id(templates.incoming_unauthenticated),
            consult: id(templates.consult),
            transfer: id(templates.transfer),
            supervisor_assign: id(templates.supervisor_assign),
        }
    }
}

/// What is absent stays.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NotificationTemplatesChange {
    #[serde(default)]
    #[schema(value_type = Option<Uuid>)]
    pub incoming_authenticated: Change<Uuid>,
    #[serde(default)]
    #[schema(value_type = Option<Uuid>)]
    pub incoming_unauthenticated: Change<Uuid>,
    #[serde(default)]
    #[schema(value_type = Option<Uuid>)]
    pub consult: Change<Uuid>,
    #[serde(default)]
    #[schema(value_type = Option<Uuid>)]
    pub transfer: Change<Uuid>,
    #[serde(default)]
    #[schema(value_type = Option<Uuid>)]
    pub supervisor_assign: Change<Uuid>,
}

impl NotificationTemplatesChange {
    pub fn apply(self, to: &mut model::NotificationTemplates) {
        let changes = [
            (self.incoming_authenticated, &mut to.incoming_authenticated),
            (self.incoming_unauthenticated, &mut to.incoming_unauthenticated),
            (self.consult, &mut to.consult),
            (self.transfer, &mut to.transfer),
            (self.supervisor_assign, &mut to.supervisor_assign),
        ];
        for (change, template) in changes {
            if let Change::Set(id) = change {
                *template = id.map(NotificationTemplateId);
            }
        }
    }
}
