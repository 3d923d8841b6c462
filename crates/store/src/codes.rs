//! The number under which each of the model's words is stored, in every backend. Knows nothing of what the words mean.
//! A number is never given to another word: what is on disk would change its meaning.

use frontdesk_model::*;

pub(crate) trait Code: Copy {
    fn code(self) -> i64;
    fn from_code(code: i64) -> Option<Self>;
}

macro_rules! codes {
    ($($kind:ident { $($word:ident = $code:literal),+ $(,)? })+) => {$(
        impl Code for $kind {
            fn code(self) -> i64 {
                match self { $($kind::$word => $code),+ }
            }
            fn from_code(code: i64) -> Option<Self> {
                match code { $($code => Some($kind::$word),)+ _ => None }
            }
        }
    )+};
}

codes! {
    ConversationStatus { Open = 1, Active = 2, Waiting = 3, Closed = 4, WrapUp = 5 }
    StatusReason {
        AwaitingAgentAssignment = 1,
        AwaitingAgentAcceptance = 2,
        InConversation = 3,
        AwaitingCustomerResponse = 4,
        AgentMovedToWrapUp = 5,
        CustomerDisconnectedOrLeftActive = 6,
        CustomerMovedToWrapUp = 7,
        EndedByAgent = 8,
        AutoClosedFromWaiting = 9,
        AutoClosedBySystem = 10,
        CustomerDisconnectedOrLeftOpen = 11,
        ClosedDueToFailure = 12,
        ForceClosedBySupervisor = 13,
        AssignedBySupervisor = 14,
        ClosedDueToOverflow = 15,
    }
    Channel { LiveChat = 1, Sms = 2, Whatsapp = 3, Facebook = 4, Telegram = 5, Line = 6, Email = 7, Custom = 8 }
    ConversationMode { LiveChat = 1, PersistentChat = 2, Asynchronous = 3 }
    DistributionMode { Push = 1, Pick = 2 }
    Priority { Low = 1, Normal = 2, High = 3 }
    SessionStatus { Open = 1, Completed = 2, Cancelled = 3 }
    ClosureReason {
        AgentReject = 1,
        AgentTimeout = 2,
        ConversationTimeout = 3,
        AgentClosed = 4,
        ConversationClosed = 5,
        AgentTransferred = 6,
        AgentDisconnected = 7,
        AgentReRouted = 8,
        AgentTransferToQueue = 9,
        SupervisorAssignToQueue = 10,
        SupervisorTransferToAgent = 11,
        ForceClose = 12,
        AutoClose = 13,
        CustomerDisconnect = 14,
        AgentEndConversation = 15,
        CustomerEndConversation = 16,
        AgentMovedConversationToWaiting = 17,
        OverflowQueueTransfer = 18,
        OverflowEndConversation = 19,
        InqueueOverflowQueueTransfer = 20,
        InqueueOverflowEndConversation = 21,
    }
    ParticipantMode { Primary = 1, Consult = 2, Monitor = 3 }
    Visibility { Public = 1, Internal = 2 }
    FileState { Coming = 1, Loose = 2, Internal = 3, Public = 4 }
    SystemMessage {
        AgentAccepted = 1,
        AgentEnded = 2,
        AgentDisconnected = 3,
        CustomerEnded = 4,
        CustomerDisconnected = 5,
        TransferToQueue = 6,
        TransferToAgent = 7,
        SessionClosed = 8,
        ConversationClosed = 9,
        ConsultInitiated = 10,
        ConsultAccepted = 11,
        ConsultRejected = 12,
        ConsultTimedOut = 13,
        ConsultSessionClosed = 14,
        AgentJoined = 15,
        AgentLeft = 16,
    }
    BasePresence { Available = 1, Busy = 2, DoNotDisturb = 3, Away = 4, Offline = 5, Inactive = 6 }
    PresenceSource { Automatic = 1, Agent = 2, System = 3 }
    CaseStatus { Active = 1, Resolved = 2, Cancelled = 3 }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Backends that sort by the number agree with those that sort by the word.
    #[test]
    fn numbers_rise_in_the_order_of_declaration() {
        fn rises<W: Code + Ord>() {
            let words: Vec<W> = (1..=40).filter_map(W::from_code).collect();
            assert!(words.is_sorted() && words.iter().all(|word| W::from_code(word.code()) == Some(*word)));
        }
        rises::<StatusReason>();
        rises::<Priority>();
        rises::<DistributionMode>();
        rises::<Channel>();
        assert!(ConversationStatus::ALL.into_iter().all(|status| Code::code(status) == status.code()));
    }
}
