//! Session templates on the native wire.

use super::TemplateIcon;
use frontdesk_model as model;
use frontdesk_model::Uuid;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SessionTemplate {
    pub id: Uuid,
    pub name: String,
    /// May name slugs: `{customerName}`, `{caseTitle}`, `{queueName}`, any context variable.
    pub title: String,
    pub icon: TemplateIcon,
    /// Raised with each change; the `ETag` too.
    pub version: u64,
}

impl From<&model::SessionTemplate> for SessionTemplate {
    fn from(template: &model::SessionTemplate) -> Self {
        SessionTemplate {
            id: template.id.0,
            name: template.name.clone(),
            title: template.title.clone(),
            icon: template.icon.into(),
            version: template.version,
        }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewSessionTemplate {
    pub name: String,
    /// `{customerName}` unless said otherwise.
    #[serde(default)]
    pub title: Option<String>,
    #[serde(default)]
    pub icon: Option<TemplateIcon>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SessionTemplateChange {
    pub name: Option<String>,
    pub title: Option<String>,
    pub icon: Option<TemplateIcon>,
}

impl From<NewSessionTemplate> for SessionTemplateChange {
    fn from(new: NewSessionTemplate) -> Self {
        SessionTemplateChange { name: Some(new.name), title: new.title, icon: new.icon }
    }
}
