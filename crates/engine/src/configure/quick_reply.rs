//! Quick replies: they have words, in a language, under tags that can be searched. Knows nothing of what the slugs in
//! them stand for: braces that are no slug are text.

use super::check::{check_length, check_once};
use crate::Refusal;
use frontdesk_model::{PersonalQuickReply, QuickReply};

const TITLE_CHARACTERS_MAX: usize = 100;
const TEXT_CHARACTERS_MAX: usize = 4_000;
const LOCALE_CHARACTERS_MAX: usize = 35;
const TAGS_MAX: usize = 20;
const TAG_CHARACTERS_MAX: usize = 50;

pub(super) fn check(reply: &QuickReply) -> Result<(), Refusal> {
    check_words(&reply.title, &reply.text)?;
    check_locale(&reply.locale)?;
    check_tags(&reply.tags)?;
    check_once("twice", "workstreamIds", reply.workstreams.iter(), "each workstream stands here once")
}

/// What an agent keeps for themselves is as long and as well-formed as what is shared.
pub fn check_personal_quick_reply(reply: &PersonalQuickReply) -> Result<(), Refusal> {
    check_words(&reply.title, &reply.text)?;
    check_locale(&reply.locale)?;
    check_tags(&reply.tags)
}

fn check_words(title: &str, text: &str) -> Result<(), Refusal> {
    for (field, words, characters_max) in [("title", title, TITLE_CHARACTERS_MAX), ("text", text, TEXT_CHARACTERS_MAX)]
    {
        if words.trim().is_empty() {
            return Err(Refusal::invalid("text_missing", format!("{field} has some text")).at(field));
        }
        check_length(field, words, characters_max)?;
    }
    Ok(())
}

/// A language of two or three letters, then whatever narrows it down: `en-US`, `zh-Hant-TW`.
fn check_locale(locale: &str) -> Result<(), Refusal> {
    let mut parts = locale.split('-');
    let language = parts.next().unwrap_or_default();
    let named = (2..=3).contains(&language.len()) && language.bytes().all(|byte| byte.is_ascii_alphabetic());
    let narrowed = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if named && parts.all(narrowed) && locale.len() <= LOCALE_CHARACTERS_MAX {
        return Ok(());
    }
    Err(Refusal::invalid("broken_locale", "a locale is a language tag, such as en-US").at("locale"))
}

fn check_tags(tags: &[String]) -> Result<(), Refusal> {
    if tags.len() > TAGS_MAX {
        return Err(Refusal::invalid("too_many", format!("there are at most {TAGS_MAX} tags")).at("tags"));
    }
    for (index, tag) in tags.iter().enumerate() {
        let field = format!("tags[{index}]");
        if tag.is_empty() || tag.contains(|c: char| c == '#' || c.is_whitespace() || c.is_control()) {
            let detail = "a tag is one word, without the # that it is searched with";
            return Err(Refusal::invalid("broken_tag", detail).at(field));
        }
        check_length(&field, tag, TAG_CHARACTERS_MAX)?;
    }
    check_once("twice", "tags", tags.iter().map(|tag| tag.to_lowercase()), "each tag stands here once")
}
