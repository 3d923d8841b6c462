//! Option sets that more than one table uses, and how the model's words become their numbers.

use crate::metadata::Choices;
use frontdesk_model::{Channel, DistributionMode};

/// `msdyn_streamsource`. Microsoft Teams has eight digits in the published list, too.
pub static CHANNELS: Choices = Choices {
    name: "msdyn_streamsource",
    options: &[
        (19_241_000, "Microsoft Teams"),
        (192_300_000, "WhatsApp"),
        (192_310_000, "LINE"),
        (192_320_000, "WeChat"),
        (192_330_000, "Facebook"),
        (192_340_000, "SMS"),
        (192_350_000, "Entity Records"),
        (192_350_001, "Twitter"),
        (192_350_002, "Custom"),
        (192_360_000, "Live chat"),
        (192_370_000, "Voice"),
        (192_380_000, "Video"),
        (192_390_000, "Co-browse"),
        (192_400_000, "Screen sharing"),
        (192_440_000, "Voice call"),
        (192_450_000, "Apple Messages for Business"),
        (192_450_001, "Google's Business Messages"),
    ],
};

/// Telegram and e-mail have no number of their own in the contract: they are custom channels there.
pub fn channel_value(channel: Channel) -> i64 {
    match channel {
        Channel::LiveChat => 192_360_000,
        Channel::Sms => 192_340_000,
        Channel::Whatsapp => 192_300_000,
        Channel::Facebook => 192_330_000,
        Channel::Line => 192_310_000,
        Channel::Telegram | Channel::Email | Channel::Custom => 192_350_002,
    }
}

pub static DISTRIBUTION: Choices =
    Choices { name: "msdyn_workdistributionmode", options: &[(192_350_000, "Push"), (192_350_001, "Pick")] };

pub fn distribution_value(distribution: DistributionMode) -> i64 {
    match distribution {
        DistributionMode::Push => 192_350_000,
        DistributionMode::Pick => 192_350_001,
    }
}

/// `statecode` of tables that are simply in use or not.
pub static ACTIVE_STATE: Choices = Choices { name: "statecode", options: &[(0, "Active"), (1, "Inactive")] };
