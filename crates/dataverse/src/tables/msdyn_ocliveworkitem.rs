//! `msdyn_ocliveworkitem`: a conversation. Every column of the published reference is here; those that nothing fills yet
//! read as null.

use super::choices::{CHANNELS, DISTRIBUTION, channel_value, distribution_value};
use crate::metadata::{Choices, Column, Kind, Names, Sort, Table, Value};
use frontdesk_model::{
    Channel, Conversation, ConversationOrder as By, ConversationStatus, CustomerRef, Priority, StatusReason,
};

/// Returned whether asked for or not.
pub const DEFAULT_COLUMNS: [&str; 5] =
    ["msdyn_ocliveworkitemid", "msdyn_liveworkstreamid", "msdyn_lastsessionid", "statuscode", "createdon"];

/// 6 and 7 are internal to the contract: they may be asked for and nothing is ever in them here.
pub static STATUS: Choices = Choices {
    name: "msdyn_ocliveworkitem_statuscode",
    options: &[
        (1, "Open"),
        (2, "Active"),
        (3, "Waiting"),
        (4, "Closed"),
        (5, "Wrap-up"),
        (6, "Resolved"),
        (7, "Scheduled"),
    ],
};

static STATE: Choices = Choices {
    name: "msdyn_ocliveworkitem_statecode",
    options: &[(0, "Open"), (1, "Closed"), (2, "Resolved"), (3, "Scheduled"), (4, "Wrap-up")],
};

static STATUS_CHANGE_REASON: Choices = Choices {
    name: "msdyn_statuschangereason",
    options: &[
        (192_350_001, "AwaitingAgentAssignment"),
        (192_350_002, "AwaitingAgentAcceptance"),
        (192_350_003, "InConversation"),
        (192_350_004, "AwaitingCustomerResponse"),
        (192_350_005, "AgentMovedToWrapUp"),
        (192_350_006, "CustomerDisconnectedOrLeftActiveConversation"),
        (192_350_007, "CutomerMovedToWrapUp"),
        (192_350_008, "ConversationEndedByAgent"),
        (192_350_009, "AutoClosedFromWaitingState"),
        (192_350_010, "AutoClosedBySystem"),
        (192_350_011, "ClosedDueToOverflow"),
        (192_350_012, "CustomerDisconnectedOrLeftOpenConversation"),
        (192_350_013, "ConversationEndedByBot"),
        (192_350_014, "ClosedDueToFailure"),
        (192_350_015, "ForceClosedBySupervisor"),
        (192_350_016, "ClosedInDataverseDirectlyByAdmin"),
        (192_350_017, "AssignedBySupervisor"),
    ],
};

static SENTIMENT: Choices = Choices {
    name: "msdyn_sentimentlabel",
    options: &[
        (0, "N/A"),
        (7, "Very negative"),
        (8, "Negative"),
        (9, "Slightly negative"),
        (10, "Neutral"),
        (11, "Slightly positive"),
        (12, "Positive"),
        (13, "Very positive"),
    ],
};

static PRIORITY: Choices = Choices { name: "prioritycode", options: &[(0, "Low"), (1, "Normal"), (2, "High")] };

static COMMUNITY: Choices = Choices {
    name: "socialprofile_community",
    options: &[
        (0, "Other"),
        (1, "Facebook"),
        (2, "Twitter"),
        (3, "Line"),
        (4, "Wechat"),
        (5, "Cortana"),
        (6, "Direct Line"),
        (7, "Microsoft Teams"),
        (8, "Direct Line Speech"),
        (9, "Email"),
        (10, "GroupMe"),
        (11, "Kik"),
        (12, "Telegram"),
        (13, "Skype"),
        (14, "Slack"),
        (15, "WhatsApp"),
        (16, "Apple Messages For Business"),
        (17, "Google's Business Messages"),
    ],
};

const CUSTOMER: Kind = Kind::Lookup { targets: &["account", "contact"] };
const OWNER: Kind = Kind::Lookup { targets: &["systemuser", "team"] };
const USER: Kind = Kind::Lookup { targets: &["systemuser"] };
const SECONDS: Kind = Kind::Integer;

pub static TABLE: Table<Conversation> = Table {
    names: Names {
        logical: "msdyn_ocliveworkitem",
        set: "msdyn_ocliveworkitems",
        display: "Conversation",
        primary_id: "activityid",
        primary_name: "subject",
    },
    columns: &[
        // What it is.
        Column::new("activityid", "Conversation", Kind::Guid, Sort::By(By::Id), |c| Value::Guid(c.id.0)),
        Column::new(
            "msdyn_ocliveworkitemid",
            "Conversation ID",
            Kind::Text { length_max: 100 },
            Sort::By(By::Id),
            |c| Value::Text(c.id.to_string().into()),
        ),
        Column::new("subject", "Subject", Kind::Text { length_max: 200 }, Sort::By(By::Title), |c| {
            Value::text(cut(&c.title, 200))
        }),
        Column::new("msdyn_title", "Title", Kind::Text { length_max: 4_000 }, Sort::By(By::Title), |c| {
            Value::text(cut(&c.title, 4_000))
        }),
        Column::empty("description", "Description", Kind::Memo { length_max: 2_000 }),
        Column::new("msdyn_channel", "Channel", Kind::MultipleChoice(&CHANNELS), Sort::Never, |c| {
            Value::MultipleChoice(vec![channel_value(c.channel)])
        }),
        Column::new("community", "Social Channel", Kind::Choice(&COMMUNITY), Sort::Never, |c| {
            Value::Choice(community_value(c.channel))
        }),
        Column::new("prioritycode", "Priority", Kind::Choice(&PRIORITY), Sort::By(By::Priority), |c| {
            Value::Choice(match c.priority {
                Priority::Low => 0,
                Priority::Normal => 1,
                Priority::High => 2,
            })
        }),
        Column::empty("msdyn_intent", "Intent", Kind::Text { length_max: 500 }),
        // How it stands.
        Column::new("statecode", "Activity Status", Kind::Choice(&STATE), Sort::By(By::IsClosed), |c| {
            Value::Choice(i64::from(c.status == ConversationStatus::Closed))
        }),
        Column::new("statuscode", "Status Reason", Kind::Choice(&STATUS), Sort::By(By::Status), |c| {
            Value::Choice(c.status.code())
        }),
        Column::new(
            "msdyn_statuschangereason",
            "Status change reason",
            Kind::Choice(&STATUS_CHANGE_REASON),
            Sort::By(By::StatusReason),
            |c| Value::Choice(reason_value(c.status_reason)),
        ),
        Column::empty("msdyn_statereason", "State reason", Kind::Text { length_max: 4_000 }),
        // Whose it is and where.
        Column::new("msdyn_activeagentid", "Active agent", USER, Sort::By(By::ActiveAgentId), |c| {
            Value::lookup(c.active_agent_id, "systemuser")
        }),
        Column::new(
            "msdyn_activeagentassignedon",
            "Active agent assigned on",
            Kind::DateTime,
            Sort::By(By::AssignedAt),
            |c| Value::optional_date(c.active_agent_assigned_at),
        ),
        Column::new(
            "msdyn_activesessionparticipantid",
            "Active session participant",
            Kind::Lookup { targets: &["msdyn_sessionparticipant"] },
            Sort::Never,
            |c| Value::lookup(c.active_participant_id, "msdyn_sessionparticipant"),
        ),
        Column::new(
            "msdyn_lastsessionid",
            "Last session",
            Kind::Lookup { targets: &["msdyn_ocsession"] },
            Sort::By(By::LastSessionId),
            |c| Value::lookup(c.last_session_id, "msdyn_ocsession"),
        ),
        Column::new(
            "msdyn_liveworkstreamid",
            "Work stream",
            Kind::Lookup { targets: &["msdyn_liveworkstream"] },
            Sort::By(By::WorkstreamId),
            |c| Value::lookup(Some(c.workstream_id), "msdyn_liveworkstream"),
        ),
        Column::new(
            "msdyn_workstreamworkdistributionmode",
            "Work distribution mode",
            Kind::Choice(&DISTRIBUTION),
            Sort::By(By::Distribution),
            |c| Value::Choice(distribution_value(c.distribution)),
        ),
        Column::new("msdyn_cdsqueueid", "Queue", Kind::Lookup { targets: &["queue"] }, Sort::By(By::QueueId), |c| {
            Value::lookup(c.queue_id, "queue")
        }),
        Column::empty("msdyn_queueid", "Queue (legacy)", Kind::Lookup { targets: &["msdyn_omnichannelqueue"] }),
        Column::empty("msdyn_queueitemid", "Queue item", Kind::Lookup { targets: &["queueitem"] }),
        // Whom it is for.
        Column::new("msdyn_customer", "Customer", CUSTOMER, Sort::By(By::CustomerId), customer),
        Column::new("regardingobjectid", "Regarding", CUSTOMER, Sort::By(By::CustomerId), customer),
        Column::new("msdyn_issueid", "Case", Kind::Lookup { targets: &["incident"] }, Sort::By(By::CaseId), |c| {
            Value::lookup(c.case_id, "incident")
        }),
        Column::new(
            "msdyn_customerlocale",
            "Customer locale",
            Kind::Text { length_max: 100 },
            Sort::By(By::Locale),
            |c| Value::optional_text(c.locale.as_deref()),
        ),
        Column::empty("msdyn_customerlanguageid", "Customer language", Kind::Lookup { targets: &["msdyn_oclanguage"] }),
        Column::empty("msdyn_socialprofileid", "Social profile", Kind::Lookup { targets: &["socialprofile"] }),
        Column::empty(
            "msdyn_externalcontext",
            "External context",
            Kind::Lookup { targets: &["msdyn_ocexternalcontext"] },
        ),
        Column::empty(
            "msdyn_channelinstanceid",
            "Channel instance",
            Kind::Lookup { targets: &["msdyn_channelinstance"] },
        ),
        Column::empty("msdyn_channelprovidername", "Channel provider", Kind::Memo { length_max: 200 }),
        Column::empty("msdyn_routableobjectid", "Routable object", Kind::Lookup { targets: &["incident"] }),
        Column::empty("msdyn_routableobjectlogicalname", "Routable object name", Kind::Text { length_max: 500 }),
        // When.
        date("createdon", "Created On", By::CreatedAt, |c| Value::DateTime(c.created_at)),
        date("msdyn_createdon", "Created on", By::CreatedAt, |c| Value::DateTime(c.created_at)),
        date("msdyn_initiatedon", "Initiated on", By::CreatedAt, |c| Value::DateTime(c.created_at)),
        date("msdyn_startedon", "Started on", By::StartedAt, |c| Value::optional_date(c.started_at)),
        date("modifiedon", "Modified On", By::ModifiedAt, |c| Value::DateTime(c.modified_at)),
        date("msdyn_modifiedon", "Modified on", By::ModifiedAt, |c| Value::DateTime(c.modified_at)),
        date("msdyn_statusupdatedon", "Status updated on", By::StatusChangedAt, |c| {
            Value::DateTime(c.status_changed_at)
        }),
        date("msdyn_wrapupinitiatedon", "Wrap-up initiated on", By::WrapUpStartedAt, |c| {
            Value::optional_date(c.wrap_up_started_at)
        }),
        date("msdyn_closedon", "Closed on", By::ClosedAt, |c| Value::optional_date(c.closed_at)),
        date("msdyn_firstwaitstartedon", "First wait started on", By::CreatedAt, |c| Value::DateTime(c.created_at)),
        date("actualstart", "Actual Start", By::StartedAt, |c| Value::optional_date(c.started_at)),
        date("actualend", "Actual End", By::ClosedAt, |c| Value::optional_date(c.closed_at)),
        Column::empty("scheduledstart", "Start Date", Kind::DateTime),
        Column::empty("scheduledend", "Due Date", Kind::DateTime),
        Column::empty("actualdurationminutes", "Actual Duration", Kind::Integer),
        // How often and how long.
        Column::new("msdyn_transfercount", "Transfer count", Kind::Integer, Sort::By(By::TransferCount), |c| {
            Value::Integer(i64::from(c.transfer_count))
        }),
        Column::new("msdyn_escalationcount", "Escalation count", Kind::Integer, Sort::By(By::EscalationCount), |c| {
            Value::Integer(i64::from(c.escalation_count))
        }),
        Column::new("msdyn_overflowtransfercount", "Overflow transfer count", Kind::Integer, Sort::Constant, |_| {
            Value::Integer(0)
        }),
        Column::new(
            "msdyn_conversationfirstwaittimeinseconds",
            "First wait time",
            SECONDS,
            Sort::By(By::FirstWait),
            |c| Value::seconds(c.first_wait_ms),
        ),
        Column::new("msdyn_conversationhandletimeinseconds", "Handle time", SECONDS, Sort::Never, |c| {
            Value::seconds(Some(c.talk_ms + c.wrap_up_ms))
        }),
        Column::new("msdyn_conversationtalktimeinseconds", "Talk time", SECONDS, Sort::By(By::Talk), |c| {
            Value::seconds(Some(c.talk_ms))
        }),
        Column::new("msdyn_conversationholdtimeinseconds", "Hold time", SECONDS, Sort::Constant, |_| Value::Integer(0)),
        Column::new("msdyn_conversationwrapuptimeinseconds", "Wrap-up time", SECONDS, Sort::By(By::WrapUp), |c| {
            Value::seconds(Some(c.wrap_up_ms))
        }),
        Column::empty("msdyn_firstresponsetimeinmsadjforoh", "First response time", Kind::Decimal { places: 2 }),
        Column::empty("msdyn_averageresponsetimeinmsadjforoh", "Average response time", Kind::Decimal { places: 2 }),
        // Yes and no.
        flag("msdyn_isabandoned", "Is abandoned", Sort::By(By::Abandoned), |c| Value::Boolean(c.abandoned)),
        flag("msdyn_isagentaccepted", "Is agent accepted", Sort::By(By::Accepted), |c| Value::Boolean(c.accepted)),
        flag("msdyn_isagentsession", "Is agent session", Sort::Constant, |_| Value::Boolean(true)),
        flag("msdyn_isoutbound", "Is outbound", Sort::Constant, |_| Value::Boolean(false)),
        flag("msdyn_thirdpartyconversation", "Third-party conversation", Sort::Constant, |_| Value::Boolean(false)),
        flag("msdyn_copilotengaged", "Copilot engaged", Sort::Constant, |_| Value::Boolean(false)),
        // Sentiment and service levels: not measured yet.
        Column::empty("msdyn_customersentimentlabel", "Customer sentiment", Kind::Choice(&SENTIMENT)),
        Column::empty("msdyn_urcustomersentimentlabel", "Customer sentiment (routing)", Kind::Choice(&SENTIMENT)),
        Column::empty("msdyn_urcustomersentimentscore", "Customer sentiment score", Kind::Integer),
        Column::empty("slaid", "SLA", Kind::Lookup { targets: &["sla"] }),
        Column::empty("slainvokedid", "Last SLA applied", Kind::Lookup { targets: &["sla"] }),
        // What every user-owned table has.
        Column::new("ownerid", "Owner", OWNER, Sort::Constant, |c| Value::lookup(c.list_agent_id, "systemuser")),
        Column::new("owninguser", "Owning User", USER, Sort::Constant, |c| {
            Value::lookup(c.list_agent_id, "systemuser")
        }),
        Column::empty("owningteam", "Owning Team", Kind::Lookup { targets: &["team"] }),
        Column::empty("owningbusinessunit", "Owning Business Unit", Kind::Lookup { targets: &["businessunit"] }),
        Column::empty("createdby", "Created By", USER),
        Column::empty("modifiedby", "Modified By", USER),
        Column::empty("createdonbehalfby", "Created By (Delegate)", USER),
        Column::empty("modifiedonbehalfby", "Modified By (Delegate)", USER),
        Column::empty("overriddencreatedon", "Record Created On", Kind::DateTime),
        Column::empty("importsequencenumber", "Import Sequence Number", Kind::Integer),
        Column::empty("timezoneruleversionnumber", "Time Zone Rule Version Number", Kind::Integer),
        Column::empty("utcconversiontimezonecode", "UTC Conversion Time Zone Code", Kind::Integer),
        Column::empty("versionnumber", "Version Number", Kind::BigInteger),
    ],
};

const fn date(
    logical: &'static str,
    display: &'static str,
    order: By,
    read: fn(&Conversation) -> Value<'_>,
) -> Column<Conversation> {
    Column::new(logical, display, Kind::DateTime, Sort::By(order), read)
}

const fn flag(
    logical: &'static str,
    display: &'static str,
    sort: Sort,
    read: fn(&Conversation) -> Value<'_>,
) -> Column<Conversation> {
    Column::new(logical, display, Kind::Boolean, sort, read)
}

fn customer(conversation: &Conversation) -> Value<'_> {
    match conversation.customer {
        Some(CustomerRef::Contact(id)) => Value::lookup(Some(id), "contact"),
        Some(CustomerRef::Account(id)) => Value::lookup(Some(id), "account"),
        None => Value::Null,
    }
}

/// At most so many characters.
fn cut(text: &str, characters_max: usize) -> &str {
    text.char_indices().nth(characters_max).map_or(text, |(at, _)| &text[..at])
}

fn community_value(channel: Channel) -> i64 {
    match channel {
        Channel::Facebook => 1,
        Channel::Line => 3,
        Channel::Email => 9,
        Channel::Telegram => 12,
        Channel::Whatsapp => 15,
        Channel::LiveChat | Channel::Sms | Channel::Custom => 0,
    }
}

fn reason_value(reason: StatusReason) -> i64 {
    let offset = match reason {
        StatusReason::AwaitingAgentAssignment => 1,
        StatusReason::AwaitingAgentAcceptance => 2,
        StatusReason::InConversation => 3,
        StatusReason::AwaitingCustomerResponse => 4,
        StatusReason::AgentMovedToWrapUp => 5,
        StatusReason::CustomerDisconnectedOrLeftActive => 6,
        StatusReason::CustomerMovedToWrapUp => 7,
        StatusReason::EndedByAgent => 8,
        StatusReason::AutoClosedFromWaiting => 9,
        StatusReason::AutoClosedBySystem => 10,
        StatusReason::ClosedDueToOverflow => 11,
        StatusReason::CustomerDisconnectedOrLeftOpen => 12,
        StatusReason::ClosedDueToFailure => 14,
        StatusReason::ForceClosedBySupervisor => 15,
        StatusReason::AssignedBySupervisor => 17,
    };
    192_350_000 + offset
}
