//! A set-up as the text of a file, the same text each time: by section, then by name. Knows no files.

use crate::fields::{Extent, Names};
use crate::node::{Table, lay_out, lay_out_block};
use crate::pieces::{SECTIONS, name, written};
use crate::reading::folded;
use crate::set_up::SetUp;
use frontdesk_model::{Rules, SetUpNoun, SetUpPiece};
use std::collections::BTreeMap;

pub const FORMAT: u32 = 1;

const HEAD: &str = "\
# The set-up of an organisation of Frontdesk: who serves which queues, and how work finds them.
# `frontdesk config diff FILE` says what it would change, `frontdesk config import FILE` puts it in force, all or nothing.
# A section stands for all of its kind: what it leaves out is deleted (an agent: deactivated). Without a section, its kind
# stays as it is. Objects are known by name; to rename one, add formerName = \"…\". No passwords, no ids: keep it in git.
";

fn heading(noun: SetUpNoun) -> &'static str {
    match noun {
        SetUpNoun::Organization => "The organisation, and what differs from the usual settings",
        SetUpNoun::Presence => "Presences: the names that agents choose from",
        SetUpNoun::Skill => "Skills",
        SetUpNoun::CapacityProfile => "Capacity profiles: how much of one kind of work somebody takes",
        SetUpNoun::OperatingHours => "Operating hours",
        SetUpNoun::Agent => "Agents, known by their e-mail",
        SetUpNoun::Queue => "Queues: where conversations wait, and who serves them",
        SetUpNoun::SessionTemplate => "Session templates: how the tab of a conversation looks",
        SetUpNoun::NotificationTemplate => "Notification templates: how an offer looks, and how it is answered",
        SetUpNoun::Workstream => "Workstreams: how the work of a channel is distributed",
        SetUpNoun::Ruleset => "Rulesets: how a new conversation is classified, and to which queue it goes",
        SetUpNoun::Widget => "Widgets of websites",
        SetUpNoun::QuickReply => "Quick replies: what agents insert with a few keys, each title once in its language",
    }
}

pub fn export(set_up: &SetUp) -> String {
    let set_up = set_up.clone().without_those_who_left();
    let names = names(&set_up);
    let sections = sections(&set_up, &names);
    let mut out = format!("{HEAD}format = {FORMAT}\n");
    for (_, section) in SECTIONS.iter().filter(|(noun, _)| !sections.contains_key(noun)) {
        out.push_str(&format!("{section} = []\n"));
    }
    for (noun, section) in SECTIONS {
        let Some(entries) = sections.get(&noun) else { continue };
        out.push_str(&format!("\n# {}\n", heading(noun)));
        for entry in entries {
            match noun {
                SetUpNoun::Organization => {
                    out.push_str(&format!("\n[{section}]\n"));
                    lay_out(&mut out, section, entry);
                }
                _ => lay_out_block(&mut out, section, entry),
            }
        }
    }
    out
}

pub(crate) fn names(set_up: &SetUp) -> Names {
    let mut names = Names::default();
    for piece in set_up.pieces() {
        names.add(piece.noun(), piece.id(), name(&piece));
    }
    names
}

fn sections(set_up: &SetUp, names: &Names) -> BTreeMap<SetUpNoun, Vec<Table>> {
    let mut sections: BTreeMap<SetUpNoun, Vec<(Order, Table)>> = BTreeMap::new();
    for piece in set_up.pieces() {
        let entry = (order(&piece, names), written(&piece, names, Extent::Short));
        sections.entry(piece.noun()).or_default().push(entry);
    }
    let sorted = |mut entries: Vec<(Order, Table)>| {
        entries.sort_by(|one, other| one.0.cmp(&other.0));
        entries.into_iter().map(|(_, table)| table).collect()
    };
    sections.into_iter().map(|(noun, entries)| (noun, sorted(entries))).collect()
}

type Order = (String, bool, u32, String, String);

/// By name without regard to case; rulesets as they run, workstream by workstream.
fn order(piece: &SetUpPiece, names: &Names) -> Order {
    let (workstream, routes, position) = match piece {
        SetUpPiece::Ruleset(ruleset) => {
            let workstream = folded(&names.of(SetUpNoun::Workstream, ruleset.workstream_id.0));
            (workstream, matches!(ruleset.rules, Rules::RouteToQueue(_)), ruleset.position)
        }
        _ => (String::new(), false, 0),
    };
    (workstream, routes, position, folded(name(piece)), name(piece).to_owned())
}
