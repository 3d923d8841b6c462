//! Agents, their presence, and signing in, on the native wire.

use super::{
    AgentCapacityProfile, BasePresence, Change, ContextVariable, PresenceSource, Role, Settings, SkillRating, Time,
};
use frontdesk_model as model;
use frontdesk_model::Uuid;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Agent {
    pub id: Uuid,
    pub name: String,
    /// Only for oneself and for supervisors and administrators.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    pub role: Role,
    pub active: bool,
    pub capacity_units: u32,
    pub default_presence_id: Option<Uuid>,
    pub created_at: Time,
    pub skills: Vec<SkillRating>,
    /// Work that takes a profile goes only to agents who have it.
    pub capacity_profiles: Vec<AgentCapacityProfile>,
    /// What assignment rules may ask for by name: `agent.city`.
    pub attributes: Vec<ContextVariable>,
    /// When they work, for assignment rules that ask; none = always.
    pub operating_hours_id: Option<Uuid>,
    /// Raised with each change; the `ETag` too.
    pub version: u64,
}

impl Agent {
    pub fn new(agent: &model::Agent, shows_email: bool) -> Self {
        Agent {
            id: agent.id.0,
            name: agent.name.clone(),
            email: shows_email.then(|| agent.email.clone()),
            role: agent.role.into(),
            active: agent.active,
            capacity_units: agent.capacity_units,
            default_presence_id: agent.default_presence_id.map(|id| id.0),
            created_at: Time(agent.created_at),
            skills: agent.skills.iter().copied().map(Into::into).collect(),
            capacity_profiles: agent.capacity_profiles.iter().copied().map(Into::into).collect(),
            attributes: agent.attributes.iter().cloned().map(Into::into).collect(),
            operating_hours_id: agent.operating_hours_id.map(|id| id.0),
            version: agent.version,
        }
    }
}

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AgentStatus {
    pub agent_id: Uuid,
    pub presence_id: Uuid,
    pub base: BasePresence,
    pub source: PresenceSource,
    pub presence_modified_at: Time,
    /// Below zero after picks and forced assignments.
    pub available_units: i64,
    pub open_sessions: u32,
    pub last_assigned_at: Option<Time>,
}

impl From<&model::AgentStatus> for AgentStatus {
    fn from(status: &model::AgentStatus) -> Self {
        AgentStatus {
            agent_id: status.agent_id.0,
            presence_id: status.presence_id.0,
            base: status.base.into(),
            source: status.source.into(),
            presence_modified_at: Time(status.presence_modified_at),
            available_units: status.available_units,
            open_sessions: status.open_sessions,
            last_assigned_at: status.last_assigned_at.map(Time),
        }
    }
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct AgentItem {
    pub agent: Agent,
    /// None before they first signed in.
    pub status: Option<AgentStatus>,
    /// Conversations assigned to them now.
    pub assigned: usize,
}

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewAgent {
    pub name: String,
    /// Sign-in name: unique on the server.
    pub email: String,
    pub role: Role,
    /// None: they cannot sign in until one is set.
    #[serde(default)]
    pub password: Option<String>,
    /// 100 unless said otherwise.
    #[serde(default)]
    pub capacity_units: Option<u32>,
    #[serde(default)]
    pub default_presence_id: Option<Uuid>,
    #[serde(default)]
    pub skills: Vec<SkillRating>,
    #[serde(default)]
    pub capacity_profiles: Vec<AgentCapacityProfile>,
    #[serde(default)]
    pub attributes: Vec<ContextVariable>,
    #[serde(default)]
    pub operating_hours_id: Option<Uuid>,
}

#[derive(Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AgentChange {
    pub name: Option<String>,
    pub email: Option<String>,
    pub role: Option<Role>,
    /// False: signed out everywhere, and no longer assigned work.
    pub active: Option<bool>,
    pub password: Option<String>,
    pub capacity_units: Option<u32>,
    #[serde(default)]
    #[schema(value_type = Option<Uuid>)]
    pub default_presence_id: Change<Uuid>,
    /// Each of these lists whole, in place of the former one.
    pub skills: Option<Vec<SkillRating>>,
    pub capacity_profiles: Option<Vec<AgentCapacityProfile>>,
    pub attributes: Option<Vec<ContextVariable>>,
    #[serde(default)]
    #[schema(value_type = Option<Uuid>)]
    pub operating_hours_id: Change<Uuid>,
}

/// All of one's own, in place of the former ones.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OwnSkills {
    pub skills: Vec<SkillRating>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Me {
    pub id: Uuid,
    pub email: String,
    pub name: String,
    pub role: Role,
    pub organization_id: Uuid,
    pub organization_name: String,
    pub settings: Settings,
    pub status: Option<AgentStatus>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    pub email: String,
    pub password: String,
}

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SetUp {
    /// From the link that the server printed.
    pub token: String,
    pub organization_name: String,
    pub email: String,
    pub name: String,
    pub password: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct SetUpNeeded {
    /// True until there is a first administrator.
    pub needed: bool,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Token {
    pub id: Uuid,
    pub name: String,
    pub created_at: Time,
    pub expires_at: Option<Time>,
}

impl From<&model::Token> for Token {
    fn from(token: &model::Token) -> Self {
        Token {
            id: token.id.0,
            name: token.name.clone(),
            created_at: Time(token.created_at),
            expires_at: token.expires_at.map(Time),
        }
    }
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewToken {
    #[serde(default)]
    pub name: String,
    /// Absent: it lasts until it is deleted.
    #[serde(default)]
    pub expires_at: Option<Time>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TokenCreated {
    pub id: Uuid,
    /// Shown this once.
    pub token: String,
    pub expires_at: Option<Time>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PresenceChoice {
    pub presence_id: Uuid,
}
