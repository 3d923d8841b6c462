//! Widgets on the native wire.

use super::{Change, ColorScheme, QuestionKind, WidgetPosition};
use frontdesk_model as model;
use frontdesk_model::Uuid;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Widget {
    pub id: Uuid,
    pub name: String,
    pub workstream_id: Uuid,
    pub title: String,
    pub greeting: String,
    /// Of button and header: `#rrggbb`.
    pub color: String,
    /// Of what the visitor writes; null: the same.
    pub message_color: Option<String>,
    pub logo_url: Option<String>,
    pub position: WidgetPosition,
    pub color_scheme: ColorScheme,
    /// `en`, `de` or `ar`; null: the visitor's own.
    pub locale: Option<String>,
    /// Host names that may embed it; empty = any.
    pub allowed_domains: Vec<String>,
    /// Null: always there.
    pub operating_hours_id: Option<Uuid>,
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
    /// Raised with each change; the `ETag` too.
    pub version: u64,
}

impl From<&model::Widget> for Widget {
    fn from(widget: &model::Widget) -> Self {
        let widget = widget.clone();
        Widget {
            id: widget.id.0,
            name: widget.name,
            workstream_id: widget.workstream_id.0,
            title: widget.title,
            greeting: widget.greeting,
            color: widget.color,
            message_color: widget.message_color,
            logo_url: widget.logo_url,
            position: widget.position.into(),
            color_scheme: widget.color_scheme.into(),
            locale: widget.locale,
            allowed_domains: widget.allowed_domains,
            operating_hours_id: widget.operating_hours_id.map(|id| id.0),
            only_during_hours: widget.only_during_hours,
            offline_text: widget.offline_text,
            pre_chat: widget.pre_chat.into_iter().map(PreChatQuestion::from).collect(),
            queue_position_shown: widget.queue_position_shown,
            expected_wait_shown: widget.expected_wait_shown,
            transcript_download: widget.transcript_download,
            survey_url: widget.survey_url,
            proactive_text: widget.proactive_text,
            proactive_shown_ms: widget.proactive_shown_ms,
            sound: widget.sound,
            version: widget.version,
        }
    }
}

/// One question before the chat. Its answer becomes the context variable of its name.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PreChatQuestion {
    pub name: String,
    pub text: String,
    #[serde(default = "single_line")]
    pub kind: QuestionKind,
    #[serde(default)]
    pub required: bool,
    /// What there is to choose from; of `options` alone.
    #[serde(default)]
    pub options: Vec<String>,
    /// What is agreed to; of `consent` alone.
    #[serde(default)]
    pub link: Option<String>,
}

fn single_line() -> QuestionKind {
    QuestionKind::SingleLine
}

impl From<model::PreChatQuestion> for PreChatQuestion {
    fn from(question: model::PreChatQuestion) -> Self {
        let model::PreChatQuestion { name, text, kind, required, options, link } = question;
        PreChatQuestion { name, text, kind: kind.into(), required, options, link }
    }
}

impl From<PreChatQuestion> for model::PreChatQuestion {
    fn from(question: PreChatQuestion) -> Self {
        let PreChatQuestion { name, text, kind, required, options, link } = question;
        let trimmed = |text: String| text.trim().to_owned();
        model::PreChatQuestion {
            name: trimmed(name),
            text: trimmed(text),
            kind: kind.into(),
            required,
            options: options.into_iter().map(trimmed).collect(),
            link,
        }
    }
}

/// A new widget and a change say the same, but for what a new one must have.
macro_rules! requests {
    ($($(#[$attribute:meta])* $field:ident: $kind:ty,)+) => {
        #[derive(Debug, Deserialize, ToSchema)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        pub struct NewWidget {
            pub name: String,
            pub workstream_id: Uuid,
            $(#[serde(default)] $(#[$attribute])* pub $field: $kind,)+
        }

        #[derive(Debug, Default, Deserialize, ToSchema)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        pub struct WidgetChange {
            pub name: Option<String>,
            pub workstream_id: Option<Uuid>,
            $(#[serde(default)] $(#[$attribute])* pub $field: $kind,)+
        }

        impl From<NewWidget> for WidgetChange {
            fn from(new: NewWidget) -> Self {
                WidgetChange { name: Some(new.name), workstream_id: Some(new.workstream_id), $($field: new.$field,)+ }
            }
        }
    };
}

requests! {
    title: Option<String>,
    greeting: Option<String>,
    color: Option<String>,
    #[schema(value_type = Option<String>)]
    message_color: Change<String>,
    #[schema(value_type = Option<String>)]
    logo_url: Change<String>,
    position: Option<WidgetPosition>,
    color_scheme: Option<ColorScheme>,
    #[schema(value_type = Option<String>)]
    locale: Change<String>,
    allowed_domains: Option<Vec<String>>,
    #[schema(value_type = Option<Uuid>)]
    operating_hours_id: Change<Uuid>,
    only_during_hours: Option<bool>,
    offline_text: Option<String>,
    pre_chat: Option<Vec<PreChatQuestion>>,
    queue_position_shown: Option<bool>,
    expected_wait_shown: Option<bool>,
    transcript_download: Option<bool>,
    #[schema(value_type = Option<String>)]
    survey_url: Change<String>,
    proactive_text: Option<String>,
    proactive_shown_ms: Option<u64>,
    sound: Option<bool>,
}
