//! The set-up as a file: exported, compared with what is there, put in force. The same whether asked over the control
//! socket or in the process of a command line. Refuses to know where files lie.

mod check;

use crate::app::AppState;
use crate::desk::{Desk, DeskError, View};
use crate::errors::{Answer, Problem};
use crate::operations::organization_named;
use crate::seed::{self, NewOrganization};
use frontdesk_engine::{Engine, Input, Refusal};
use frontdesk_model::{Agent, Role, Row, SetUpEdit, SetUpEdits, SetUpPiece};
use frontdesk_setup::{Document, Fault, FaultCode, SetUp, changes, export, plan, read};
use serde::{Deserialize, Serialize};

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExportSetUp {
    /// The organisation's name; needed where there are several.
    #[serde(default)]
    pub organization: Option<String>,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct SetUpText {
    pub text: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ImportSetUp {
    pub text: String,
    /// The organisation's name; needed where there are several. Where there is none, one is founded.
    #[serde(default)]
    pub organization: Option<String>,
    /// Say what would change, and change nothing.
    #[serde(default)]
    pub dry_run: bool,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SetUpImported {
    /// What changes, in lines for people. Empty: nothing.
    pub changes: Vec<String>,
    /// Why nothing was changed. Empty: it was, or would be.
    pub faults: Vec<Fault>,
    /// False: no administrator has a password, so that nobody can administer it yet.
    pub administrator_can_sign_in: bool,
}

pub fn export_set_up(app: &AppState, request: &ExportSetUp) -> Answer<SetUpText> {
    let desk = organization_named(app, request.organization.as_deref())?;
    let desk = desk.ok_or_else(|| Problem::not_found("organization"))?;
    let text = export(&set_up_of(&desk.view()));
    Ok(SetUpText { text })
}

/// All or nothing: what is wrong with the file comes back as faults, what the engine refuses as a problem.
pub async fn import_set_up(app: &AppState, request: ImportSetUp) -> Answer<SetUpImported> {
    let document = match read(&request.text) {
        Ok(document) => document,
        Err(faults) => return Ok(faulty(faults)),
    };
    let _turn = app.configuring.lock().await;
    let target = Target::find(app, request.organization.as_deref(), &document)?;
    let now = target.set_up();
    let edits = match plan(&document, &now, app.now(), || app.ids.next()) {
        Ok(edits) => target.expecting(edits),
        Err(faults) => return Ok(faulty(faults)),
    };
    let mut faults = check::faults(&document, &edits);
    faults.extend(taken_emails(app, &document, &edits).await?);
    if !faults.is_empty() {
        faults.sort();
        return Ok(faulty(faults));
    }
    let after = now.clone().with(&edits);
    check_an_administrator_remains(&now, &after)?;
    let imported = SetUpImported {
        changes: changes(&now, &edits),
        faults: Vec::new(),
        administrator_can_sign_in: administrators(&after).any(|agent| agent.password_hash.is_some()),
    };
    let taken = match request.dry_run {
        true => target.try_out(app, edits.clone()).await?,
        false => target.put_in_force(app, edits.clone()).await?,
    };
    match taken {
        Ok(()) => Ok(imported),
        Err(refusal) if refusal.faults.is_empty() => Err(refusal.into()),
        Err(refusal) => Ok(faulty(refused(&document, &edits, refusal))),
    }
}

/// Each fault at the line of the piece it stands in; what the file leaves out has none of its own.
fn refused(document: &Document, edits: &[SetUpEdit], refusal: Refusal) -> Vec<Fault> {
    let edit_of = |(noun, id)| {
        edits
            .iter()
            .find(|edit| matches!(edit, SetUpEdit::Put { piece, .. } if (piece.noun(), piece.id()) == (noun, id)))
    };
    // A list of one does not say of which piece.
    let only = || edits.first().filter(|_| edits.len() == 1);
    let mut faults: Vec<Fault> = refusal
        .faults
        .into_iter()
        .map(|fault| {
            let edit = fault.piece.map_or_else(only, edit_of);
            let line = edit.and_then(|edit| document.line_of(edit)).unwrap_or(1);
            Fault { line, code: FaultCode::Refused, message: fault.detail }
        })
        .collect();
    faults.sort();
    faults
}

fn faulty(faults: Vec<Fault>) -> SetUpImported {
    SetUpImported { changes: Vec::new(), faults, administrator_can_sign_in: true }
}

/// Where a file goes: an organisation that is there, or the first one.
enum Target {
    Present(Desk),
    New(Box<NewOrganization>),
}

impl Target {
    fn find(app: &AppState, name: Option<&str>, document: &Document) -> Answer<Target> {
        if let Some(desk) = organization_named(app, name)? {
            return Ok(Target::Present(desk));
        }
        let name = document.organization_name().or(name).unwrap_or("My organisation");
        Ok(Target::New(Box::new(seed::new_organization(name, app.now(), || app.ids.next()))))
    }

    fn set_up(&self) -> SetUp {
        match self {
            Target::Present(desk) => set_up_of(&desk.view()),
            Target::New(new) => SetUp::empty(new.organization.clone()).with(&founding(new)),
        }
    }

    /// Nobody else can have changed what is founded here and now.
    fn expecting(&self, mut edits: Vec<SetUpEdit>) -> Vec<SetUpEdit> {
        if let Target::New(_) = self {
            for edit in &mut edits {
                let (SetUpEdit::Put { expected_version, .. } | SetUpEdit::Delete { expected_version, .. }) = edit;
                *expected_version = None;
            }
        }
        edits
    }

    async fn put_in_force(self, app: &AppState, edits: Vec<SetUpEdit>) -> Answer<Result<(), Refusal>> {
        let desk = match self {
            Target::Present(desk) => desk,
            Target::New(new) => {
                // An organisation without the set-up it was founded for would be half an import.
                if let Err(refusal) = try_out(founded(&new, app)?, edits.clone(), app) {
                    return Ok(Err(refusal));
                }
                app.organizations.create(new.organization, new.rows).await.map_err(DeskError::from)?
            }
        };
        if edits.is_empty() {
            return Ok(Ok(()));
        }
        match desk.command(None, configure(edits)).await {
            Ok(_) => Ok(Ok(())),
            Err(DeskError::Refused(refusal)) => Ok(Err(refusal)),
            Err(error) => Err(error.into()),
        }
    }

    /// On a copy of what was committed last.
    async fn try_out(self, app: &AppState, edits: Vec<SetUpEdit>) -> Answer<Result<(), Refusal>> {
        let engine = match self {
            Target::Present(desk) => {
                let snapshot = app.store.load(desk.organization_id()).await?;
                Engine::load(snapshot.ok_or_else(|| Problem::not_found("organization"))?, app.now())
            }
            Target::New(new) => founded(&new, app)?,
        };
        Ok(try_out(engine, edits, app))
    }
}

fn try_out(mut engine: Engine, edits: Vec<SetUpEdit>, app: &AppState) -> Result<(), Refusal> {
    engine.handle(configure(edits), app.now(), &mut || app.ids.next()).map(drop)
}

fn configure(edits: Vec<SetUpEdit>) -> Input {
    Input::Configure(Box::new(SetUpEdits { by: None, edits }))
}

/// What every organisation starts with.
fn founding(new: &NewOrganization) -> Vec<SetUpEdit> {
    let piece = |row: &Row| match row.clone() {
        Row::Presence(presence) => Some(SetUpEdit::put(presence)),
        Row::Queue(queue) => Some(SetUpEdit::put(queue)),
        Row::Workstream(workstream) => Some(SetUpEdit::put(workstream)),
        Row::Widget(widget) => Some(SetUpEdit::put(widget)),
        _ => None,
    };
    new.rows.iter().filter_map(piece).collect()
}

fn founded(new: &NewOrganization, app: &AppState) -> Answer<Engine> {
    let mut engine = Engine::new(new.organization.clone());
    engine.handle(configure(founding(new)), app.now(), &mut || app.ids.next())?;
    Ok(engine)
}

fn set_up_of(view: &View) -> SetUp {
    SetUp {
        organization: view.organization().clone(),
        presences: view.presences().cloned().collect(),
        skills: view.skills().cloned().collect(),
        capacity_profiles: view.capacity_profiles().cloned().collect(),
        operating_hours: view.all_operating_hours().cloned().collect(),
        agents: view.agents().cloned().collect(),
        queues: view.queues().cloned().collect(),
        session_templates: view.session_templates().cloned().collect(),
        notification_templates: view.notification_templates().cloned().collect(),
        quick_replies: view.quick_replies().cloned().collect(),
        workstreams: view.workstreams().cloned().collect(),
        rulesets: view.rulesets().cloned().collect(),
        widgets: view.widgets().cloned().collect(),
    }
}

/// Sign-in names are unique on a server, whatever the organisation.
async fn taken_emails(app: &AppState, document: &Document, edits: &[SetUpEdit]) -> Answer<Vec<Fault>> {
    let mut faults = Vec::new();
    for edit in edits {
        let SetUpEdit::Put { piece: SetUpPiece::Agent(agent), .. } = edit else { continue };
        let owner = app.store.find_agent_by_email(&agent.email).await?;
        if owner.is_some_and(|(_, owner)| owner.id != agent.id) {
            let message = format!("agent '{}': somebody else on this server has this e-mail", agent.email);
            let line = document.line_of(edit).unwrap_or(1);
            faults.push(Fault { line, code: FaultCode::NameTwice, message });
        }
    }
    Ok(faults)
}

fn check_an_administrator_remains(before: &SetUp, after: &SetUp) -> Answer<()> {
    if administrators(before).next().is_some() && administrators(after).next().is_none() {
        let detail = "the file leaves no administrator; keep one in its agents, or leave that section out";
        return Err(Problem::conflict("last_administrator", detail));
    }
    Ok(())
}

fn administrators(set_up: &SetUp) -> impl Iterator<Item = &Agent> {
    set_up.agents.iter().filter(|agent| agent.active && agent.role == Role::Administrator)
}
