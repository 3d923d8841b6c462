//! Widgets: which workstream their visitors reach, and that what they ask and show makes sense. Knows nothing of pages.

use super::check::{check_length, check_name, check_once, check_range};
use crate::Refusal;
use frontdesk_model::{PreChatQuestion, QuestionKind, Widget};
use std::ops::RangeInclusive;

const QUESTIONS_MAX: usize = 10;
const QUESTION_CHARACTERS_MAX: usize = 512;
const OPTIONS_MAX: usize = 50;
const OPTION_CHARACTERS_MAX: usize = 100;
const VARIABLE_CHARACTERS_MAX: usize = 100;
const TEXT_CHARACTERS_MAX: usize = 500;
const ADDRESS_CHARACTERS_MAX: usize = 2_000;
const PROACTIVE_SHOWN_MS: RangeInclusive<u64> = 1_000..=3_600_000;
/// The languages that the widget speaks.
const LOCALES: [&str; 3] = ["en", "de", "ar"];

pub(super) fn check(widget: &Widget) -> Result<(), Refusal> {
    check_name(&widget.name)?;
    if let Some(color) = &widget.message_color {
        check_color("messageColor", color)?;
    }
    for (field, address) in [("logoUrl", &widget.logo_url), ("surveyUrl", &widget.survey_url)] {
        check_address(field, address.as_deref())?;
    }
    check_locale(widget.locale.as_deref())?;
    check_length("offlineText", &widget.offline_text, TEXT_CHARACTERS_MAX)?;
    check_length("proactiveText", &widget.proactive_text, TEXT_CHARACTERS_MAX)?;
    check_range("proactiveShownMs", widget.proactive_shown_ms, PROACTIVE_SHOWN_MS)?;
    if widget.only_during_hours && widget.operating_hours_id.is_none() {
        let detail = "a widget that is shown only during its hours has operating hours";
        return Err(Refusal::invalid("hours_missing", detail).at("onlyDuringHours"));
    }
    check_survey(&widget.pre_chat)
}

fn check_survey(questions: &[PreChatQuestion]) -> Result<(), Refusal> {
    if questions.len() > QUESTIONS_MAX {
        let detail = format!("at most {QUESTIONS_MAX} questions are asked before a chat");
        return Err(Refusal::invalid("too_many", detail).at("preChat"));
    }
    for (index, question) in questions.iter().enumerate() {
        check_question(question, &format!("preChat[{index}]"))?;
    }
    let names = questions.iter().map(|question| question.name.to_lowercase());
    check_once("name_twice", "preChat", names, "each answer has a name of its own")
}

fn check_question(question: &PreChatQuestion, place: &str) -> Result<(), Refusal> {
    let PreChatQuestion { name, text, kind, required, options, link } = question;
    check_text(&format!("{place}.name"), name, VARIABLE_CHARACTERS_MAX)?;
    check_text(&format!("{place}.text"), text, QUESTION_CHARACTERS_MAX)?;
    let refuse = |code, part: &str, detail: &str| Err(Refusal::invalid(code, detail).at(format!("{place}.{part}")));
    match kind {
        QuestionKind::Options if options.is_empty() => {
            return refuse("options_missing", "options", "there is something to choose from");
        }
        QuestionKind::Options if options.len() > OPTIONS_MAX => {
            return refuse("too_many", "options", &format!("there are at most {OPTIONS_MAX} options"));
        }
        QuestionKind::Options => {}
        _ if !options.is_empty() => return refuse("options_unused", "options", "only option sets have options"),
        QuestionKind::Consent if !required => {
            return refuse("consent_optional", "required", "a consent is always required");
        }
        _ => {}
    }
    for (index, option) in options.iter().enumerate() {
        check_text(&format!("{place}.options[{index}]"), option, OPTION_CHARACTERS_MAX)?;
    }
    check_once("option_twice", &format!("{place}.options"), options.iter(), "each option stands here once")?;
    if link.is_some() && *kind != QuestionKind::Consent {
        return refuse("link_unused", "link", "only a consent has a link");
    }
    check_address(&format!("{place}.link"), link.as_deref())
}

/// Some text on one line.
fn check_text(field: &str, text: &str, characters_max: usize) -> Result<(), Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::invalid("text_missing", format!("{field} has some text")).at(field));
    }
    if text.chars().any(char::is_control) {
        return Err(Refusal::invalid("control_characters", format!("{field} is one line of text")).at(field));
    }
    check_length(field, text, characters_max)
}

fn check_color(field: &str, color: &str) -> Result<(), Refusal> {
    let digits = color.strip_prefix('#').unwrap_or("");
    if digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Ok(());
    }
    Err(Refusal::invalid("invalid_color", format!("{field} is a colour such as #0f6cbd")).at(field))
}

/// A browser goes there when it is clicked: nothing but the web.
fn check_address(field: &str, address: Option<&str>) -> Result<(), Refusal> {
    let Some(address) = address else { return Ok(()) };
    let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let fits = host.is_some_and(|host| !host.is_empty() && !host.starts_with('/'))
        && !address.chars().any(|c| c.is_whitespace() || c.is_control());
    if !fits {
        let detail = format!("{field} is an address such as https://www.example.com/survey");
        return Err(Refusal::invalid("invalid_address", detail).at(field));
    }
    check_length(field, address, ADDRESS_CHARACTERS_MAX)
}

fn check_locale(locale: Option<&str>) -> Result<(), Refusal> {
    match locale {
        Some(locale) if !LOCALES.contains(&locale) => {
            let detail = format!("the widget speaks {}", LOCALES.join(", "));
            Err(Refusal::invalid("unknown_locale", detail).at("locale"))
        }
        _ => Ok(()),
    }
}
