//! The words of enums as the file spells them. A new word in the model does not compile until it is here.

use crate::fields::{Names, Value};
use crate::node::Node;
use crate::reading::{Given, Reading, hint, shortened};
use frontdesk_calendar::Weekday;
use frontdesk_model::{
    AssignmentMethod, BasePresence, CapacityReset, Channel, ColorScheme, ConversationMode, DesktopNotification,
    DistributionMode, Notification, OfferTimeout, Priority, QuestionKind, Role, SkillMatching, TemplateIcon,
    WidgetPosition,
};

pub(crate) trait Word: Copy + Sized + 'static {
    const ALL: &'static [Self];

    fn as_word(self) -> &'static str;
}

pub(crate) fn read_word<T: Word>(value: &mut T, given: &Given, reading: &mut Reading) {
    let Some(text) = given.text(reading) else { return };
    match T::ALL.iter().find(|word| word.as_word().eq_ignore_ascii_case(text)) {
        Some(word) => *value = *word,
        None => {
            let hint = hint(text, T::ALL.iter().map(|word| word.as_word()), "known here");
            reading.wrong_value(given, format!("'{}' is not known{hint}", shortened(text)));
        }
    }
}

macro_rules! words {
    ($($name:ident { $($variant:ident = $word:literal),+ $(,)? })+) => {$(
        impl $crate::words::Word for $name {
            const ALL: &'static [$name] = &[$($name::$variant),+];

            fn as_word(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }
        }

        impl Value for $name {
            fn blank() -> $name {
                <$name as $crate::words::Word>::ALL[0]
            }

            fn write(&self, _names: &Names) -> Node {
                Node::Text($crate::words::Word::as_word(*self).to_owned())
            }

            fn read(&mut self, given: &Given, reading: &mut Reading) {
                $crate::words::read_word(self, given, reading);
            }
        }
    )+};
}
pub(crate) use words;

words! {
    Role { Agent = "agent", Supervisor = "supervisor", Administrator = "administrator" }
    BasePresence {
        Available = "available",
        Busy = "busy",
        DoNotDisturb = "do_not_disturb",
        Away = "away",
        Offline = "offline",
        Inactive = "inactive",
    }
    CapacityReset { Immediate = "immediate", EndOfDay = "end_of_day" }
    AssignmentMethod {
        HighestCapacity = "highest_capacity",
        AdvancedRoundRobin = "advanced_round_robin",
        LeastActive = "least_active",
        Custom = "custom",
    }
    SkillMatching { Exact = "exact", Closest = "closest", Ignored = "ignored" }
    Channel {
        LiveChat = "live_chat",
        Sms = "sms",
        Whatsapp = "whatsapp",
        Facebook = "facebook",
        Telegram = "telegram",
        Line = "line",
        Email = "email",
        Custom = "custom",
    }
    ConversationMode { LiveChat = "live_chat", PersistentChat = "persistent_chat", Asynchronous = "asynchronous" }
    DistributionMode { Push = "push", Pick = "pick" }
    Notification {
        OpenSession = "open_session",
        ScreenPopWithTimeout = "screen_pop_with_timeout",
        ScreenPopWithDecline = "screen_pop_with_decline",
    }
    OfferTimeout { Decline = "decline", Accept = "accept" }
    DesktopNotification { Never = "never", Background = "background", Always = "always" }
    TemplateIcon {
        Channel = "channel",
        Chat = "chat",
        Person = "person",
        People = "people",
        Alert = "alert",
        Star = "star",
    }
    WidgetPosition { Right = "right", Left = "left" }
    ColorScheme { System = "system", Light = "light", Dark = "dark" }
    QuestionKind {
        SingleLine = "single_line",
        MultipleLines = "multiple_lines",
        Options = "options",
        Consent = "consent",
    }
    Priority { Low = "low", Normal = "normal", High = "high" }
    Weekday {
        Monday = "Monday",
        Tuesday = "Tuesday",
        Wednesday = "Wednesday",
        Thursday = "Thursday",
        Friday = "Friday",
        Saturday = "Saturday",
        Sunday = "Sunday",
    }
}
