//! A piece of the set-up as an entry of the file, whichever noun it is: its section, its name, its fields.

use crate::fields::{self, Entry, Extent, Ids, Names};
use crate::node::Table;
use crate::reading::{Given, Reading, folded, word};
use frontdesk_model::{
    Agent, CapacityProfile, NotificationTemplate, OperatingHours, Organization, Presence, Queue, QuickReply, Ruleset,
    SessionTemplate, SetUpNoun, SetUpPiece, Skill, Uuid, Widget, Workstream,
};

/// The sections in the order of the file. The organisation is the one that is no list.
pub(crate) const SECTIONS: [(SetUpNoun, &str); 13] = [
    (SetUpNoun::Organization, "organization"),
    (SetUpNoun::Presence, "presences"),
    (SetUpNoun::Skill, "skills"),
    (SetUpNoun::CapacityProfile, "capacityProfiles"),
    (SetUpNoun::OperatingHours, "operatingHours"),
    (SetUpNoun::Agent, "agents"),
    (SetUpNoun::Queue, "queues"),
    (SetUpNoun::SessionTemplate, "sessionTemplates"),
    (SetUpNoun::NotificationTemplate, "notificationTemplates"),
    (SetUpNoun::Workstream, "workstreams"),
    (SetUpNoun::Ruleset, "rulesets"),
    (SetUpNoun::Widget, "widgets"),
    (SetUpNoun::QuickReply, "quickReplies"),
];

/// The same of whichever noun it is.
macro_rules! of_any {
    ($piece:expr, $inner:ident => $value:expr) => {
        match $piece {
            SetUpPiece::Organization($inner) => $value,
            SetUpPiece::Presence($inner) => $value,
            SetUpPiece::Skill($inner) => $value,
            SetUpPiece::CapacityProfile($inner) => $value,
            SetUpPiece::OperatingHours($inner) => $value,
            SetUpPiece::Agent($inner) => $value,
            SetUpPiece::Queue($inner) => $value,
            SetUpPiece::SessionTemplate($inner) => $value,
            SetUpPiece::NotificationTemplate($inner) => $value,
            SetUpPiece::Workstream($inner) => $value,
            SetUpPiece::Ruleset($inner) => $value,
            SetUpPiece::Widget($inner) => $value,
            SetUpPiece::QuickReply($inner) => $value,
        }
    };
}

pub(crate) fn blank(noun: SetUpNoun) -> SetUpPiece {
    match noun {
        SetUpNoun::Organization => SetUpPiece::Organization(<Organization as Entry>::blank()),
        SetUpNoun::Presence => SetUpPiece::Presence(<Presence as Entry>::blank()),
        SetUpNoun::Skill => SetUpPiece::Skill(<Skill as Entry>::blank()),
        SetUpNoun::CapacityProfile => SetUpPiece::CapacityProfile(<CapacityProfile as Entry>::blank()),
        SetUpNoun::OperatingHours => SetUpPiece::OperatingHours(<OperatingHours as Entry>::blank()),
        SetUpNoun::Agent => SetUpPiece::Agent(<Agent as Entry>::blank()),
        SetUpNoun::Queue => SetUpPiece::Queue(<Queue as Entry>::blank()),
        SetUpNoun::SessionTemplate => SetUpPiece::SessionTemplate(<SessionTemplate as Entry>::blank()),
        SetUpNoun::NotificationTemplate => SetUpPiece::NotificationTemplate(<NotificationTemplate as Entry>::blank()),
        SetUpNoun::Workstream => SetUpPiece::Workstream(<Workstream as Entry>::blank()),
        SetUpNoun::Ruleset => SetUpPiece::Ruleset(<Ruleset as Entry>::blank()),
        SetUpNoun::Widget => SetUpPiece::Widget(<Widget as Entry>::blank()),
        SetUpNoun::QuickReply => SetUpPiece::QuickReply(<QuickReply as Entry>::blank()),
    }
}

pub(crate) fn written(piece: &SetUpPiece, names: &Names, extent: Extent) -> Table {
    of_any!(piece, inner => fields::written(inner, names, extent))
}

pub(crate) fn read(piece: &mut SetUpPiece, given: &Given, reading: &mut Reading, known: &[&'static str]) {
    of_any!(piece, inner => fields::read(inner, given, reading, known));
}

pub(crate) fn re_identify(piece: &mut SetUpPiece, ids: &Ids) {
    of_any!(piece, inner => fields::re_identified(inner, ids));
}

pub(crate) fn set_identity(piece: &mut SetUpPiece, id: Uuid, version: u64) {
    of_any!(piece, inner => { inner.id = id.into(); inner.version = version; });
}

/// What it is known by: people by their e-mail, quick replies by their title, everything else by its name.
pub(crate) fn name(piece: &SetUpPiece) -> &str {
    match piece {
        SetUpPiece::Agent(agent) => &agent.email,
        other => other.name(),
    }
}

/// Whether two of one noun have the same name, and where names are known within a language, the same language.
pub(crate) fn is_called_like(one: &SetUpPiece, other: &SetUpPiece) -> bool {
    let locale = |piece: &SetUpPiece| match piece {
        SetUpPiece::QuickReply(reply) => Some(folded(&reply.locale)),
        _ => None,
    };
    name(one) == name(other) && locale(one) == locale(other)
}

pub(crate) fn name_key(noun: SetUpNoun) -> &'static str {
    match noun {
        SetUpNoun::Agent => "email",
        SetUpNoun::QuickReply => "title",
        _ => "name",
    }
}

pub(crate) fn former_name_key(noun: SetUpNoun) -> &'static str {
    match noun {
        SetUpNoun::Agent => "formerEmail",
        SetUpNoun::QuickReply => "formerTitle",
        _ => "formerName",
    }
}

/// Two pieces of one key are the same object. Rulesets of different workstreams may share a name, and so may quick
/// replies in different languages.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key(SetUpNoun, Uuid, String);

pub(crate) fn key(piece: &SetUpPiece) -> Key {
    key_under(piece, name(piece))
}

/// As if it had another name.
pub(crate) fn key_under(piece: &SetUpPiece, name: &str) -> Key {
    match piece {
        // There is one, whatever it is called.
        SetUpPiece::Organization(_) => Key(SetUpNoun::Organization, Uuid::nil(), String::new()),
        SetUpPiece::Ruleset(ruleset) => Key(SetUpNoun::Ruleset, ruleset.workstream_id.0, folded(name)),
        SetUpPiece::QuickReply(reply) => {
            Key(SetUpNoun::QuickReply, Uuid::nil(), format!("{}/{}", folded(&reply.locale), folded(name)))
        }
        other => Key(other.noun(), Uuid::nil(), folded(name)),
    }
}

/// `queue 'Orders'`, for people.
pub(crate) fn described(noun: SetUpNoun, name: &str) -> String {
    format!("{} '{}'", word(noun), crate::reading::shortened(name))
}
