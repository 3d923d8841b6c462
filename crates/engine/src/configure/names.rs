//! Which names are taken: each once within its noun, compared without case; agents by their address, rulesets within
//! their workstream, quick replies within their language. Kept, so that a set-up of ten thousand pieces is not searched at each change.

use super::Draft;
use super::draft::words;
use crate::{Engine, Refusal};
use frontdesk_model::{SetUpChange, SetUpNoun, SetUpPiece, Uuid};
use std::collections::BTreeMap;

/// Noun, what it must be unique within, and the name in lower case.
type Name = (SetUpNoun, Uuid, String);

#[derive(Clone, Default)]
pub(crate) struct Names {
    owners: BTreeMap<Name, Uuid>,
}

impl Names {
    pub fn of(engine: &Engine) -> Names {
        Names { owners: engine.pieces().filter_map(|piece| Some((name_of(&piece)?, piece.id()))).collect() }
    }

    pub fn follow(&mut self, change: &SetUpChange) {
        if let Some(name) = change.before.as_ref().and_then(name_of)
            && self.owners.get(&name) == Some(&change.id)
        {
            self.owners.remove(&name);
        }
        if let Some(name) = change.after.as_ref().and_then(name_of) {
            self.owners.insert(name, change.id);
        }
    }
}

impl Draft<'_> {
    /// A name that a piece has already is not asked about again: there may be older pieces of the same name.
    pub(super) fn check_names(&self) -> Result<(), Refusal> {
        let mut put: BTreeMap<Name, Uuid> = BTreeMap::new();
        for piece in self.puts() {
            let Some(name) = name_of(piece) else { continue };
            let (noun, id) = (piece.noun(), piece.id());
            let new = self.before(noun, id).and_then(name_of).as_ref() != Some(&name);
            let stands = self.engine.names.owners.get(&name).is_some_and(|owner| !self.is_edited(noun, *owner));
            if put.insert(name, id).is_some() || (new && stands) {
                return Err(self.name_the_edit(taken(piece), noun, id));
            }
        }
        Ok(())
    }
}

fn taken(piece: &SetUpPiece) -> Refusal {
    match piece {
        SetUpPiece::Agent(agent) => {
            Refusal::conflict("email_taken", format!("{} is another agent's address", agent.email)).at("email")
        }
        SetUpPiece::QuickReply(reply) => {
            let detail = format!("another quick reply in {} has the title '{}'", reply.locale, reply.title);
            Refusal::conflict("title_taken", detail).at("title")
        }
        _ => {
            let detail = format!("another {} has the name '{}'", words(piece.noun()), piece.name());
            Refusal::conflict("name_taken", detail).at("name")
        }
    }
}

fn name_of(piece: &SetUpPiece) -> Option<Name> {
    if let SetUpPiece::QuickReply(reply) = piece {
        let name = format!("{}/{}", reply.locale, reply.title.trim()).to_lowercase();
        return Some((piece.noun(), Uuid::nil(), name));
    }
    let (within, name) = match piece {
        SetUpPiece::Organization(_) => return None,
        SetUpPiece::Agent(agent) => (Uuid::nil(), agent.email.as_str()),
        SetUpPiece::Ruleset(ruleset) => (ruleset.workstream_id.0, ruleset.name.as_str()),
        other => (Uuid::nil(), other.name()),
    };
    Some((piece.noun(), within, name.trim().to_lowercase()))
}
