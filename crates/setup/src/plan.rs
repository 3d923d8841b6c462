//! From a document to the edits that make a set-up what it says: ids kept by name, puts for what is new or differs, deletes
//! for what is there no longer. Whether the outcome may stand, the engine checks.

use crate::document::{Document, DocumentEntry};
use crate::fault::{Fault, FaultCode};
use crate::fields::{Extent, Ids, Names};
use crate::node::Table;
use crate::pieces::{self, Key, SECTIONS};
use crate::reading::{Outside, folded, unknown_name};
use crate::set_up::SetUp;
use frontdesk_model::{Agent, SetUpEdit, SetUpNoun, SetUpPiece, Timestamp, Uuid};
use std::collections::{BTreeMap, BTreeSet};

/// Puts first, those that are referred to before those that refer; then deletes, the other way round. `at` is when new
/// agents are created. Applied to the set-up it was made for, a document's plan leaves nothing to plan.
pub fn plan(
    document: &Document,
    now: &SetUp,
    at: Timestamp,
    mut new_id: impl FnMut() -> Uuid,
) -> Result<Vec<SetUpEdit>, Vec<Fault>> {
    let present = Present::new(now);
    let mut ids = outside(document, now)?;
    let mut edits = Vec::new();
    let mut kept: BTreeSet<Uuid> = BTreeSet::new();
    for (noun, _) in SECTIONS {
        for entry in document.sections.get(&noun).into_iter().flatten() {
            let mut piece = entry.piece.clone();
            let provisional = piece.id();
            pieces::re_identify(&mut piece, &ids);
            let before = present.find(&piece, entry);
            let id = before.map_or_else(&mut new_id, SetUpPiece::id);
            ids.insert(provisional, id);
            kept.insert(id);
            carry_over(&mut piece, id, before, at);
            edits.push((piece, before));
        }
    }
    // Overflow may lead to a queue that comes later in its own section.
    for (piece, _) in &mut edits {
        pieces::re_identify(piece, &ids);
    }
    let by_id = Names::default();
    let differs = |(piece, before): &(SetUpPiece, Option<&SetUpPiece>)| {
        before.is_none_or(|before| {
            let as_it_was = present.written(before, &by_id) == pieces::written(piece, &by_id, Extent::Short);
            !as_it_was || is_active(before) != is_active(piece)
        })
    };
    let puts = edits.into_iter().filter(differs);
    let puts = puts.map(|(piece, before)| put(piece, before));
    Ok(puts.chain(leavings(document, &present, &kept)).collect())
}

fn put(piece: SetUpPiece, before: Option<&SetUpPiece>) -> SetUpEdit {
    SetUpEdit::Put { piece, expected_version: before.map(SetUpPiece::version) }
}

/// What is there and the document does not name.
fn leavings(document: &Document, present: &Present, kept: &BTreeSet<Uuid>) -> Vec<SetUpEdit> {
    let gone = |piece: &SetUpPiece| document.sections.contains_key(&piece.noun()) && !kept.contains(&piece.id());
    let deletable = |piece: &&SetUpPiece| !matches!(piece, SetUpPiece::Organization(_) | SetUpPiece::Agent(_));
    let deleted: Vec<&SetUpPiece> = present.pieces.iter().filter(|piece| gone(piece)).filter(deletable).collect();
    let ids: BTreeSet<Uuid> = deleted.iter().map(|piece| piece.id()).collect();
    let mut edits = Vec::new();
    for piece in &present.pieces {
        let SetUpPiece::Agent(agent) = piece else { continue };
        if !kept.contains(&piece.id()) && (!agent.active || gone(piece)) {
            let left = Agent { active: false, ..without(agent, &ids) };
            edits.extend((left != *agent).then(|| put(SetUpPiece::Agent(left), Some(piece))));
        }
    }
    let delete = |piece: &&SetUpPiece| SetUpEdit::Delete {
        noun: piece.noun(),
        id: piece.id(),
        expected_version: Some(piece.version()),
    };
    edits.extend(deleted.iter().rev().map(delete));
    edits
}

/// Who has left holds on to nothing that goes.
fn without(agent: &Agent, deleted: &BTreeSet<Uuid>) -> Agent {
    let mut agent = agent.clone();
    agent.skills.retain(|rating| !deleted.contains(&rating.skill_id.0));
    agent.capacity_profiles.retain(|profile| !deleted.contains(&profile.profile_id.0));
    agent.operating_hours_id = agent.operating_hours_id.filter(|id| !deleted.contains(&id.0));
    agent.default_presence_id = agent.default_presence_id.filter(|id| !deleted.contains(&id.0));
    agent
}

/// The ids of what the document refers to and leaves alone.
fn outside(document: &Document, now: &SetUp) -> Result<Ids, Vec<Fault>> {
    let mut spelled: BTreeMap<SetUpNoun, Vec<String>> = BTreeMap::new();
    let mut known: BTreeMap<(SetUpNoun, String), Uuid> = BTreeMap::new();
    for piece in now.clone().without_those_who_left().pieces() {
        let (noun, name) = (piece.noun(), pieces::name(&piece));
        known.insert((noun, folded(name)), piece.id());
        spelled.entry(noun).or_default().push(name.to_owned());
    }
    let mut ids = Ids::new();
    let mut faults = Vec::new();
    for Outside { noun, name, id, line, what } in &document.outside {
        if let Some(found) = known.get(&(*noun, folded(name))) {
            ids.insert(*id, *found);
            continue;
        }
        let spelled = spelled.get(noun).into_iter().flatten().map(String::as_str);
        let message = format!("{what}: {}", unknown_name(*noun, name, spelled));
        faults.push(Fault { line: *line, code: FaultCode::UnknownName, message });
    }
    if faults.is_empty() { Ok(ids) } else { Err(faults) }
}

/// What a file does not say stays.
fn carry_over(piece: &mut SetUpPiece, id: Uuid, before: Option<&SetUpPiece>, at: Timestamp) {
    pieces::set_identity(piece, id, before.map_or(0, SetUpPiece::version));
    match (piece, before) {
        (SetUpPiece::Agent(agent), Some(SetUpPiece::Agent(before))) => {
            agent.password_hash.clone_from(&before.password_hash);
            agent.created_at = before.created_at;
        }
        (SetUpPiece::Agent(agent), _) => agent.created_at = at,
        (SetUpPiece::Organization(organization), Some(SetUpPiece::Organization(before))) => {
            organization.created_at = before.created_at;
        }
        _ => {}
    }
}

fn is_active(piece: &SetUpPiece) -> bool {
    !matches!(piece, SetUpPiece::Agent(agent) if !agent.active)
}

/// What is there now.
struct Present {
    pieces: Vec<SetUpPiece>,
    by_key: BTreeMap<Key, usize>,
    /// As an export would show them.
    shown: BTreeMap<(SetUpNoun, Uuid), SetUpPiece>,
}

impl Present {
    fn new(now: &SetUp) -> Present {
        let pieces: Vec<SetUpPiece> = now.pieces().collect();
        let by_key = pieces.iter().enumerate().map(|(index, piece)| (pieces::key(piece), index)).collect();
        let shown = now.clone().without_those_who_left();
        let shown = shown.pieces().map(|piece| ((piece.noun(), piece.id()), piece)).collect();
        Present { pieces, by_key, shown }
    }

    /// The same object: of the same name, or of the name it had.
    fn find(&self, piece: &SetUpPiece, entry: &DocumentEntry) -> Option<&SetUpPiece> {
        let by_former = || self.by_key.get(&pieces::key_under(piece, entry.former_name.as_deref()?));
        self.by_key.get(&pieces::key(piece)).or_else(by_former).map(|index| &self.pieces[*index])
    }

    fn written(&self, piece: &SetUpPiece, names: &Names) -> Table {
        pieces::written(self.shown.get(&(piece.noun(), piece.id())).unwrap_or(piece), names, Extent::Short)
    }
}
