//! Files on the native wire, to agents and visitors alike.

use super::Time;
use frontdesk_model as model;
use frontdesk_model::Uuid;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A file that a message carries.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Attachment {
    pub id: Uuid,
    /// Text, never markup.
    pub name: String,
    /// As the content was found to be.
    pub media_type: String,
    pub size_bytes: u64,
}

impl From<&model::Attachment> for Attachment {
    fn from(attachment: &model::Attachment) -> Self {
        Attachment {
            id: attachment.id.0,
            name: attachment.name.clone(),
            media_type: attachment.media_type.clone(),
            size_bytes: attachment.size_bytes,
        }
    }
}

pub(super) fn attachments(of: &[model::Attachment]) -> Vec<Attachment> {
    of.iter().map(Attachment::from).collect()
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FileLink {
    /// On this server, without its host. Whoever has it may read the file.
    pub url: String,
    pub expires_at: Time,
    #[serde(flatten)]
    pub attachment: Attachment,
}

/// What the widget may take; a page says so before anything is sent.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FileLimits {
    pub size_bytes_max: u64,
    pub image_size_bytes_max: u64,
    pub blocked_extensions: Vec<String>,
}

/// Which files may be sent.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AttachmentRules {
    pub from_customers: bool,
    pub from_agents: bool,
    /// Of one file. Images in live chat: at most 20 MB all the same.
    pub size_kilobytes_max: u32,
    /// In lower case, without the dot.
    pub blocked_extensions: Vec<String>,
}

impl From<&model::AttachmentRules> for AttachmentRules {
    fn from(rules: &model::AttachmentRules) -> Self {
        let model::AttachmentRules { from_customers, from_agents, size_kilobytes_max, blocked_extensions } =
            rules.clone();
        AttachmentRules { from_customers, from_agents, size_kilobytes_max, blocked_extensions }
    }
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AttachmentRulesChange {
    pub from_customers: Option<bool>,
    pub from_agents: Option<bool>,
    /// 1 to 131,072.
    pub size_kilobytes_max: Option<u32>,
    pub blocked_extensions: Option<Vec<String>>,
}

impl AttachmentRulesChange {
    pub fn apply(self, to: &mut model::AttachmentRules) {
        to.from_customers = self.from_customers.unwrap_or(to.from_customers);
        to.from_agents = self.from_agents.unwrap_or(to.from_agents);
        to.size_kilobytes_max = self.size_kilobytes_max.unwrap_or(to.size_kilobytes_max);
        if let Some(extensions) = self.blocked_extensions {
            let spelt = |extension: String| extension.trim().trim_start_matches('.').to_lowercase();
            to.blocked_extensions = extensions.into_iter().map(spelt).collect();
        }
    }
}
