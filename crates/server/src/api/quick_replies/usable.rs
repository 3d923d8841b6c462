//! The quick replies that an agent may insert: those shared with a workstream and their own, what fits best first. Knows
//! nothing of what their slugs stand for.

use super::own;
use crate::api::find_visible_conversation;
use crate::auth::SignedIn;
use crate::errors::{Answer, Problem};
use crate::extract::{Id, Query};
use crate::wire::{Items, UsableQuickReply};
use axum::Json as Answered;
use frontdesk_model::{ConversationId, WorkstreamId};
use serde::Deserialize;

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ConversationQuickRepliesQuery {
    /// Words of title or text, and `#tag`s (their beginnings do): all must be found. Absent = all.
    #[serde(default)]
    pub search: String,
}

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct WorkstreamQuickRepliesQuery {
    /// Words of title or text, and `#tag`s (their beginnings do): all must be found. Absent = all.
    #[serde(default)]
    pub search: String,
    /// Those in this language come first.
    #[serde(default)]
    pub locale: Option<String>,
}

/// Those that may be used in a conversation: its language first.
#[utoipa::path(
    get, path = "/api/v1/conversations/{conversationId}/quick-replies", tag = "conversations",
    params(("conversationId" = Uuid, Path), ConversationQuickRepliesQuery),
    responses((status = 200, body = Items<UsableQuickReply>))
)]
pub async fn of_conversation(
    signed_in: SignedIn,
    Id(id): Id<ConversationId>,
    Query(query): Query<ConversationQuickRepliesQuery>,
) -> Answer<Answered<Items<UsableQuickReply>>> {
    let conversation = find_visible_conversation(&signed_in, id).await?;
    usable(&signed_in, conversation.workstream_id, conversation.locale.as_deref(), &query.search).await
}

/// Those that may be used in conversations of a workstream.
#[utoipa::path(
    get, path = "/api/v1/workstreams/{workstreamId}/quick-replies", tag = "conversations",
    params(("workstreamId" = Uuid, Path), WorkstreamQuickRepliesQuery),
    responses((status = 200, body = Items<UsableQuickReply>))
)]
pub async fn of_workstream(
    signed_in: SignedIn,
    Id(id): Id<WorkstreamId>,
    Query(query): Query<WorkstreamQuickRepliesQuery>,
) -> Answer<Answered<Items<UsableQuickReply>>> {
    if signed_in.desk.view().workstream(id).is_none() {
        return Err(Problem::not_found("workstream"));
    }
    usable(&signed_in, id, query.locale.as_deref(), &query.search).await
}

async fn usable(
    signed_in: &SignedIn,
    workstream_id: WorkstreamId,
    locale: Option<&str>,
    search: &str,
) -> Answer<Answered<Items<UsableQuickReply>>> {
    let own = own::of_caller(signed_in).await?;
    let view = signed_in.desk.view();
    let shared = view.quick_replies().filter(|reply| reply.is_for(workstream_id)).map(UsableQuickReply::from);
    let all = shared.chain(own.into_iter().map(UsableQuickReply::from));
    Ok(Answered(Items { items: found(all, locale.unwrap_or_default(), &Sought::new(search)) }))
}

/// What somebody looks for, in lower case.
struct Sought {
    words: Vec<String>,
    tags: Vec<String>,
}

impl Sought {
    fn new(search: &str) -> Sought {
        let parts = search.split_whitespace().map(str::to_lowercase);
        let (tags, words) = parts.partition(|part: &String| part.starts_with('#'));
        Sought { words, tags: tags.into_iter().map(|tag: String| tag[1..].to_owned()).collect() }
    }

    /// None: it is not what is sought. Lower ranks come first.
    fn rank(&self, reply: &UsableQuickReply) -> Option<u8> {
        let tags: Vec<String> = reply.tags.iter().map(|tag| tag.to_lowercase()).collect();
        if !self.tags.iter().all(|sought| tags.iter().any(|tag| tag.starts_with(sought.as_str()))) {
            return None;
        }
        let (title, text) = (reply.title.to_lowercase(), reply.text.to_lowercase());
        match self.words.iter().all(|word| title.contains(word.as_str())) {
            true => Some(0),
            false => {
                self.words.iter().all(|word| title.contains(word.as_str()) || text.contains(word.as_str())).then_some(1)
            }
        }
    }
}

/// By language, then titles before texts, then by title.
fn found(all: impl Iterator<Item = UsableQuickReply>, locale: &str, sought: &Sought) -> Vec<UsableQuickReply> {
    let ranked = all.filter_map(|reply| Some((distance(&reply.locale, locale), sought.rank(&reply)?, reply)));
    let mut ranked: Vec<_> = ranked.collect();
    ranked.sort_by_cached_key(|(distance, rank, reply)| (*distance, *rank, reply.title.to_lowercase(), reply.id));
    ranked.into_iter().map(|(.., reply)| reply).collect()
}

/// The same, the same language, another one.
fn distance(one: &str, other: &str) -> u8 {
    let language = |locale: &str| locale.split('-').next().unwrap_or_default().to_lowercase();
    match one.eq_ignore_ascii_case(other) {
        true => 0,
        false if language(one) == language(other) => 1,
        false => 2,
    }
}
