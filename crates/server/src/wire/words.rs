//! The words of enums as the native API spells them. A new word in the model does not compile until it is here.

use frontdesk_model as model;
use serde::{Deserialize, Serialize};

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($variant:ident),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($variant),+ }

        impl From<model::$name> for $name {
            fn from(word: model::$name) -> Self {
                match word { $(model::$name::$variant => $name::$variant),+ }
            }
        }

        impl From<$name> for model::$name {
            fn from(word: $name) -> Self {
                match word { $($name::$variant => model::$name::$variant),+ }
            }
        }
    )+};
}

words! {
    Role { Agent, Supervisor, Administrator }
    BasePresence { Available, Busy, DoNotDisturb, Away, Offline, Inactive }
    /// Who set a presence.
    PresenceSource { Automatic, Agent, System }
    Channel { LiveChat, Sms, Whatsapp, Facebook, Telegram, Line, Email, Custom }
    ConversationMode { LiveChat, PersistentChat, Asynchronous }
    DistributionMode { Push, Pick }
    Notification { OpenSession, ScreenPopWithTimeout, ScreenPopWithDecline }
    AssignmentMethod { HighestCapacity, AdvancedRoundRobin, LeastActive, Custom }
    /// How strictly required skills are taken: each of them, the nearest agent, or not at all.
    SkillMatching { Exact, Closest, Ignored }
    /// When an item that has ended gives its unit back.
    CapacityReset { Immediate, EndOfDay }
    /// Why one agent was chosen.
    AssignedBecause { FirstInOrder, NearestInSkills, Affinity, Preferred }
    /// The first thing that stood against an agent.
    PassedOverReason {
        Deactivated,
        NotConnected,
        Presence,
        Hours,
        Skill,
        Condition,
        Units,
        NoProfile,
        ProfileFull,
        Blocked,
        Declined,
        DeclinedRecently,
    }
    /// How a stay in a queue began.
    SegmentCreation { DirectQueueEntry, TransferIn, Overflow, CustomerReturned, Reopened }
    /// How a stay in a queue ended.
    SegmentClosure { EndConversation, TransferOut, OverflowQueueTransfer, OverflowEndConversation, Waiting }
    /// What stands before an offer or a session.
    TemplateIcon { Channel, Chat, Person, People, Alert, Star }
    /// What becomes of an offer whose countdown has passed: declined for the agent, or opened where it was shown.
    OfferTimeout { Decline, Accept }
    /// When the browser tells of an offer outside the page.
    DesktopNotification { Never, Background, Always }
    /// The lower corner of the page that a widget is in.
    WidgetPosition { Right, Left }
    /// As the visitor's system has it, or always the same.
    ColorScheme { System, Light, Dark }
    /// How a question before a chat is answered; a consent with `true`.
    QuestionKind { SingleLine, MultipleLines, Options, Consent }
    /// A kind of piece of the set-up.
    SetUpNoun {
        Organization,
        Presence,
        Skill,
        CapacityProfile,
        OperatingHours,
        Agent,
        Queue,
        SessionTemplate,
        NotificationTemplate,
        Workstream,
        Ruleset,
        Widget,
        QuickReply,
    }
    ConversationStatus { Open, Active, Waiting, Closed, WrapUp }
    StatusReason {
        AwaitingAgentAssignment,
        AwaitingAgentAcceptance,
        InConversation,
        AwaitingCustomerResponse,
        AgentMovedToWrapUp,
        CustomerDisconnectedOrLeftActive,
        CustomerMovedToWrapUp,
        EndedByAgent,
        AutoClosedFromWaiting,
        AutoClosedBySystem,
        CustomerDisconnectedOrLeftOpen,
        ClosedDueToFailure,
        ForceClosedBySupervisor,
        AssignedBySupervisor,
        ClosedDueToOverflow,
    }
    Priority { Low, Normal, High }
    SessionStatus { Open, Completed, Cancelled }
    ClosureReason {
        AgentReject,
        AgentTimeout,
        ConversationTimeout,
        AgentClosed,
        ConversationClosed,
        AgentTransferred,
        AgentDisconnected,
        AgentReRouted,
        AgentTransferToQueue,
        SupervisorAssignToQueue,
        SupervisorTransferToAgent,
        ForceClose,
        AutoClose,
        CustomerDisconnect,
        AgentEndConversation,
        CustomerEndConversation,
        AgentMovedConversationToWaiting,
        OverflowQueueTransfer,
        OverflowEndConversation,
        InqueueOverflowQueueTransfer,
        InqueueOverflowEndConversation,
    }
    ParticipantMode { Primary, Consult, Monitor }
    /// What a system message tells.
    SystemMessage {
        AgentAccepted,
        AgentEnded,
        AgentDisconnected,
        CustomerEnded,
        CustomerDisconnected,
        TransferToQueue,
        TransferToAgent,
        SessionClosed,
        ConversationClosed,
        ConsultInitiated,
        ConsultAccepted,
        ConsultRejected,
        ConsultTimedOut,
        ConsultSessionClosed,
        AgentJoined,
        AgentLeft,
    }
    Visibility { Public, Internal }
    CaseStatus { Active, Resolved, Cancelled }
}
