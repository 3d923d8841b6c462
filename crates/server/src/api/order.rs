//! A command on one conversation, by its caller and under the caller's key: what every such route has in common. Knows
//! no single command.

use super::find_visible_conversation;
use crate::app::App;
use crate::auth::SignedIn;
use crate::errors::{Answer, Problem};
use crate::extract::{Id, IdempotencyKey};
use crate::wire::CommandDone;
use axum::Json as Answered;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use frontdesk_engine::{Input, Reply};
use frontdesk_model::{AgentId, ConversationId, QueueId, Uuid};

pub type Done = Answer<Answered<CommandDone>>;

/// Who asks, of which conversation, under which key.
pub struct Order {
    pub signed_in: SignedIn,
    pub conversation_id: ConversationId,
    key: IdempotencyKey,
}

impl FromRequestParts<App> for Order {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        Ok(Order {
            signed_in: <SignedIn as FromRequestParts<App>>::from_request_parts(parts, app).await?,
            conversation_id: Id::from_request_parts(parts, app).await?.0,
            key: IdempotencyKey::from_request_parts(parts, app).await?,
        })
    }
}

impl Order {
    /// `operation` makes the caller's key this route's own.
    pub async fn carry(&self, operation: &str, input: impl FnOnce(ConversationId, AgentId) -> Input) -> Done {
        let Order { signed_in, conversation_id: id, key } = self;
        let key = signed_in.command_key(format_args!("{operation}/{id}"), key);
        if key.is_none() {
            // A repeat is answered as before, even if the conversation has moved out of sight meanwhile. Refusals must
            // not tell that a conversation out of one's sight is there.
            find_visible_conversation(signed_in, *id).await?;
        }
        let (session_id, participant_id) = match signed_in.desk.command(key, input(*id, signed_in.agent_id)).await? {
            Reply::SessionOpened { session_id, .. } => (Some(session_id.0), None),
            Reply::TakesPart { participant_id, .. } => (None, Some(participant_id.0)),
            _ => (None, None),
        };
        Ok(Answered(CommandDone { conversation_id: id.0, session_id, participant_id }))
    }
}

/// What a command names: an agent or a queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum To {
    Agent(AgentId),
    Queue(QueueId),
}

impl To {
    pub fn parse(agent_id: Option<Uuid>, queue_id: Option<Uuid>, code: &'static str) -> Answer<To> {
        match (agent_id, queue_id) {
            (Some(id), None) => Ok(To::Agent(id.into())),
            (None, Some(id)) => Ok(To::Queue(id.into())),
            _ => Err(Problem::invalid(code, "name either agentId or queueId")),
        }
    }
}
