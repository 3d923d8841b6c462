//! A web-chat widget: which workstream its visitors reach, how it looks, what it asks first and when it is there. Knows
//! nothing of who writes.

use crate::{OperatingHoursId, WidgetId, WorkstreamId};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Widget {
    pub id: WidgetId,
    pub name: String,
    pub workstream_id: WorkstreamId,
    pub title: String,
    pub greeting: String,
    /// Of button and header: `#rrggbb`.
    pub color: String,
    /// Of what the visitor writes; none: the same.
    pub message_color: Option<String>,
    pub logo_url: Option<String>,
    pub position: WidgetPosition,
    pub color_scheme: ColorScheme,
    /// None: the visitor's own language.
    pub locale: Option<String>,
    /// Host names that may embed it; empty = any.
    pub allowed_domains: Vec<String>,
    /// None: always there.
    pub operating_hours_id: Option<OperatingHoursId>,
    /// While it is closed, not even its button is shown.
    pub only_during_hours: bool,
    /// Said while it is closed; empty: the widget's own words.
    pub offline_text: String,
    /// Asked before the first message.
    pub pre_chat: Vec<PreChatQuestion>,
    pub queue_position_shown: bool,
    pub expected_wait_shown: bool,
    pub transcript_download: bool,
    /// Offered once the chat is over.
    pub survey_url: Option<String>,
    /// Of an invitation that the page makes; empty: the widget's own words.
    pub proactive_text: String,
    pub proactive_shown_ms: u64,
    /// A new message can be heard while nobody looks.
    pub sound: bool,
    pub version: u64,
}

impl Default for Widget {
    fn default() -> Self {
        Widget {
            id: WidgetId::default(),
            name: String::new(),
            workstream_id: WorkstreamId::default(),
            title: String::new(),
            greeting: String::new(),
            color: String::new(),
            message_color: None,
            logo_url: None,
            position: WidgetPosition::default(),
            color_scheme: ColorScheme::default(),
            locale: None,
            allowed_domains: Vec::new(),
            operating_hours_id: None,
            only_during_hours: false,
            offline_text: String::new(),
            pre_chat: Vec::new(),
            queue_position_shown: true,
            expected_wait_shown: true,
            transcript_download: false,
            survey_url: None,
            proactive_text: String::new(),
            proactive_shown_ms: 60_000,
            sound: true,
            version: 0,
        }
    }
}

/// The lower corner of the page that the button is in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WidgetPosition {
    #[default]
    Right,
    Left,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColorScheme {
    /// As the visitor's system has it.
    #[default]
    System,
    Light,
    Dark,
}

/// One question of the survey before the chat. Its answer becomes the context variable of its name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PreChatQuestion {
    pub name: String,
    pub text: String,
    pub kind: QuestionKind,
    pub required: bool,
    /// What there is to choose from; of `Options` alone.
    pub options: Vec<String>,
    /// What is agreed to; of `Consent` alone.
    pub link: Option<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuestionKind {
    #[default]
    SingleLine,
    MultipleLines,
    Options,
    /// A box to tick, with a link to what is agreed to; answered with `true`.
    Consent,
}
