//! Turns a transition into what the engine is told. Knows the record, to find "the session that is open"; judges nothing.

use crate::demands::{self, EVERYTHING};
use crate::ids::{Noun, agent_id, conversation_id, id};
use crate::random::Random;
use crate::record::Record;
use crate::transition::{Act, Change, Record as Linked, Text, Transition, WhichSession};
use frontdesk_engine::{Bulk, BulkAct, Input, NewConversation};
use frontdesk_model::*;

/// None: it does not reach the engine (time passes, the machine crashes; or a script lost the step it hung on).
pub fn input(transition: &Transition, record: &Record) -> Option<Input> {
    if let Transition::Starts { conversation, .. } = transition
        && record.closed.contains_key(&conversation_id(*conversation))
    {
        // Ids are drawn once: an engine that keeps no closed conversations relies on it.
        return None;
    }
    customers_input(transition, record)
        .or_else(|| agents_input(transition, record))
        .or_else(|| work_input(transition, record))
        .or_else(|| advice_input(transition, record))
        .or_else(|| supervision_input(transition, record))
        .or_else(|| workplace_input(transition, record))
}

fn customers_input(transition: &Transition, record: &Record) -> Option<Input> {
    Some(match *transition {
        Transition::Starts {
            conversation,
            workstream,
            queue,
            customer,
            case,
            priority,
            titled,
            ref context,
            ref preferred,
        } => Input::StartConversation(Box::new(NewConversation {
            id: conversation_id(conversation),
            workstream_id: workstream_id(workstream, record),
            widget_id: None,
            visitor_id: Some(VisitorId(id(Noun::Visitor, u64::from(conversation)))),
            customer_name: format!("Customer {conversation}"),
            customer: customer.and_then(customer_ref),
            case_id: case.map(case_id),
            title: if titled { format!("Question {conversation}") } else { String::new() },
            priority,
            locale: None,
            context: context.clone(),
            facts: facts(customer, case),
            preferred_agents: preferred.iter().map(|agent| agent_id(*agent)).collect(),
            queue_id: queue.map(|queue| queue_id(queue, record)),
            first_message: None,
        })),
        Transition::CustomerWrites { conversation, text } => Input::CustomerMessage {
            conversation_id: conversation_id(conversation),
            text: text_of(text, record),
            attachments: Vec::new(),
            client_message_id: None,
        },
        Transition::CustomerEnds { conversation } => {
            Input::CustomerEnd { conversation_id: conversation_id(conversation) }
        }
        Transition::CustomerConnects { conversation } => {
            Input::CustomerConnected { conversation_id: conversation_id(conversation) }
        }
        Transition::CustomerDrops { conversation } => {
            Input::CustomerDisconnected { conversation_id: conversation_id(conversation) }
        }
        Transition::CustomerReads { conversation, delivered, read } => {
            Input::CustomerMarks { conversation_id: conversation_id(conversation), delivered, read }
        }
        _ => return None,
    })
}

/// What the desk knows of the records that are linked.
fn facts(customer: Option<Linked>, case: Option<u64>) -> Vec<ContextVariable> {
    let name = customer.map(|customer| ("customer.name", format!("{customer:?}")));
    let title = case.map(|case| ("case.title", format!("Case {case}")));
    let facts = name.into_iter().chain(title);
    facts.map(|(name, value)| ContextVariable { name: name.into(), value }).collect()
}

fn agents_input(transition: &Transition, record: &Record) -> Option<Input> {
    Some(match *transition {
        Transition::AgentWrites { agent, conversation, text, note } => Input::AgentMessage {
            conversation_id: conversation_id(conversation),
            agent_id: agent_id(agent),
            text: text_of(text, record),
            attachments: Vec::new(),
            visibility: if note { Visibility::Internal } else { Visibility::Public },
            client_message_id: None,
        },
        Transition::AgentReads { agent, conversation, delivered, read } => Input::AgentMarks {
            conversation_id: conversation_id(conversation),
            agent_id: agent_id(agent),
            delivered,
            read,
        },
        Transition::Displays { agent, conversation, session } => Input::OfferDisplayed {
            conversation_id: conversation_id(conversation),
            session_id: session_id(session, conversation, record).unwrap_or(foreign_session()),
            agent_id: agent_id(agent),
        },
        Transition::Accepts { agent, conversation, session } => Input::AcceptOffer {
            conversation_id: conversation_id(conversation),
            session_id: session_id(session, conversation, record),
            agent_id: agent_id(agent),
        },
        Transition::Rejects { agent, conversation, session } => Input::RejectOffer {
            conversation_id: conversation_id(conversation),
            session_id: session_id(session, conversation, record),
            agent_id: agent_id(agent),
        },
        Transition::Picks { agent, conversation } => {
            Input::Pick { conversation_id: conversation_id(conversation), agent_id: agent_id(agent) }
        }
        _ => return None,
    })
}

fn work_input(transition: &Transition, record: &Record) -> Option<Input> {
    Some(match *transition {
        Transition::Ends { agent, conversation } => {
            Input::EndConversation { conversation_id: conversation_id(conversation), agent_id: agent_id(agent) }
        }
        Transition::ClosesSession { agent, conversation } => {
            Input::CloseSession { conversation_id: conversation_id(conversation), agent_id: agent_id(agent) }
        }
        Transition::Releases { agent, conversation } => {
            Input::Release { conversation_id: conversation_id(conversation), agent_id: agent_id(agent) }
        }
        Transition::TransfersToAgent { agent, conversation, to } => Input::TransferToAgent {
            conversation_id: conversation_id(conversation),
            agent_id: agent_id(agent),
            to_agent_id: agent_id(to),
        },
        Transition::TransfersToQueue { agent, conversation, to } => Input::TransferToQueue {
            conversation_id: conversation_id(conversation),
            agent_id: agent_id(agent),
            to_queue_id: queue_id(to, record),
        },
        Transition::Links { agent, conversation, record } => link(agent, conversation, record),
        Transition::Unlinks { agent, conversation, record } => unlink(agent, conversation, record),
        _ => return None,
    })
}

fn advice_input(transition: &Transition, record: &Record) -> Option<Input> {
    Some(match *transition {
        Transition::ConsultsAgent { agent, conversation, to } => Input::ConsultAgent {
            conversation_id: conversation_id(conversation),
            agent_id: agent_id(agent),
            to_agent_id: agent_id(to),
        },
        Transition::ConsultsQueue { agent, conversation, to } => Input::ConsultQueue {
            conversation_id: conversation_id(conversation),
            agent_id: agent_id(agent),
            to_queue_id: queue_id(to, record),
        },
        Transition::AnswersConsult { agent, conversation, accepts } => {
            let (conversation_id, agent_id) = (conversation_id(conversation), agent_id(agent));
            let participant_id = guest_id(conversation_id, agent_id, record);
            if accepts {
                Input::AcceptConsult { conversation_id, agent_id, participant_id }
            } else {
                Input::RejectConsult { conversation_id, agent_id, participant_id }
            }
        }
        Transition::LetsIn { agent, conversation, guest } => Input::AddToPublic {
            conversation_id: conversation_id(conversation),
            agent_id: agent_id(agent),
            participant_id: guest_id(conversation_id(conversation), agent_id(guest), record),
        },
        Transition::SendsOut { agent, conversation, guest } => Input::RemoveConsultant {
            conversation_id: conversation_id(conversation),
            agent_id: agent_id(agent),
            participant_id: guest_id(conversation_id(conversation), agent_id(guest), record),
        },
        Transition::Leaves { agent, conversation } => {
            Input::Leave { conversation_id: conversation_id(conversation), agent_id: agent_id(agent) }
        }
        _ => return None,
    })
}

/// As what this agent takes part beside the one whose it is, or did last.
fn guest_id(conversation: ConversationId, agent: AgentId, record: &Record) -> ParticipantId {
    let all = record.participants.get(&conversation).into_iter().flatten().rev();
    let mut theirs = all.filter(|one| one.agent_id == agent && one.mode != ParticipantMode::Primary);
    theirs.next().map_or(ParticipantId(id(Noun::Foreign, 4)), |participant| participant.id)
}

fn supervision_input(transition: &Transition, record: &Record) -> Option<Input> {
    Some(match transition {
        Transition::Supervises { agent, conversation, act } => {
            supervise(agent_id(*agent), conversation_id(*conversation), *act, record)
        }
        Transition::InBulk { agent, conversations, act } => {
            let act = match *act {
                Act::AssignsToAgent { to, regardless } => {
                    BulkAct::AssignToAgent { to_agent_id: agent_id(to), regardless }
                }
                Act::AssignsToQueue { to } => BulkAct::AssignToQueue { to_queue_id: queue_id(to, record) },
                Act::TransfersToAgent { to } => BulkAct::TransferToAgent { to_agent_id: agent_id(to) },
                Act::TransfersToQueue { to } => BulkAct::TransferToQueue { to_queue_id: queue_id(to, record) },
                Act::ForceCloses | Act::Monitors | Act::Joins => BulkAct::ForceClose,
                Act::WritesToCustomers { text } => BulkAct::MessageCustomers { text: text_of(text, record) },
                Act::NotifiesAgents { text } => BulkAct::NotifyAgents { text: text_of(text, record) },
            };
            let conversations = conversations.iter().map(|number| conversation_id(*number)).collect();
            Input::Bulk(Box::new(Bulk { agent_id: agent_id(*agent), conversations, act }))
        }
        Transition::ResetsPresence { agent, of, presence } => Input::ResetPresence {
            agent_id: agent_id(*agent),
            of_agent_id: agent_id(*of),
            presence_id: presence_id(*presence, record),
        },
        Transition::LooksAtLine => {
            Input::LookAtLine { conversation_ids: record.conversations.keys().copied().collect() }
        }
        _ => return None,
    })
}

fn supervise(agent: AgentId, conversation_id: ConversationId, act: Act, record: &Record) -> Input {
    let agent_id = |to| crate::ids::agent_id(to);
    match act {
        Act::AssignsToAgent { to, regardless } => {
            Input::AssignToAgent { conversation_id, agent_id: agent, to_agent_id: agent_id(to), regardless }
        }
        Act::AssignsToQueue { to } => {
            Input::AssignToQueue { conversation_id, agent_id: agent, to_queue_id: queue_id(to, record) }
        }
        Act::TransfersToAgent { to } => {
            Input::TransferToAgent { conversation_id, agent_id: agent, to_agent_id: agent_id(to) }
        }
        Act::TransfersToQueue { to } => {
            Input::TransferToQueue { conversation_id, agent_id: agent, to_queue_id: queue_id(to, record) }
        }
        Act::ForceCloses => Input::ForceClose { conversation_id, agent_id: agent },
        Act::Monitors => Input::Monitor { conversation_id, agent_id: agent },
        Act::Joins => Input::Join { conversation_id, agent_id: agent },
        Act::WritesToCustomers { text } => {
            let act = BulkAct::MessageCustomers { text: text_of(text, record) };
            Input::Bulk(Box::new(Bulk { agent_id: agent, conversations: vec![conversation_id], act }))
        }
        Act::NotifiesAgents { text } => {
            let act = BulkAct::NotifyAgents { text: text_of(text, record) };
            Input::Bulk(Box::new(Bulk { agent_id: agent, conversations: vec![conversation_id], act }))
        }
    }
}

fn link(agent: usize, conversation: u32, record: Linked) -> Input {
    let (conversation_id, agent_id) = (conversation_id(conversation), agent_id(agent));
    match customer_ref(record) {
        Some(customer) => Input::LinkCustomer { conversation_id, agent_id, customer, name: format!("{record:?}") },
        None => Input::LinkCase { conversation_id, agent_id, case_id: case_id(record.number()) },
    }
}

fn unlink(agent: usize, conversation: u32, record: Linked) -> Input {
    let (conversation_id, agent_id) = (conversation_id(conversation), agent_id(agent));
    match customer_ref(record) {
        Some(customer) => Input::UnlinkCustomer { conversation_id, agent_id, customer },
        None => Input::UnlinkCase { conversation_id, agent_id, case_id: case_id(record.number()) },
    }
}

fn workplace_input(transition: &Transition, record: &Record) -> Option<Input> {
    Some(match transition {
        Transition::SetsPresence { agent, presence } => {
            Input::SetPresence { agent_id: agent_id(*agent), presence_id: presence_id(*presence, record) }
        }
        Transition::OpensBrowser { agent } => Input::AgentConnected { agent_id: agent_id(*agent) },
        Transition::LosesBrowser { agent } => Input::AgentDisconnected { agent_id: agent_id(*agent) },
        Transition::SignsOut { agent } => Input::AgentSignedOut { agent_id: agent_id(*agent) },
        Transition::SetUp(Change::Deletes { noun }) => delete(*noun, record)?,
        Transition::SetUp(Change::Rules { workstream, seed }) => rules(*workstream, *seed, record)?,
        Transition::SetUp(change) => Input::put(configure(change, record)?),
        _ => return None,
    })
}

/// None where the change is about somebody who is not there (their hiring was left out of the script).
fn configure(change: &Change, record: &Record) -> Option<SetUpPiece> {
    let agent = |number: usize| record.agents.get(&agent_id(number)).cloned();
    let queue = |number: usize| record.queues.get(&queue_id(number, record)).cloned();
    let workstream = |number: usize, alter: &dyn Fn(&mut Workstream)| {
        let mut workstream = record.workstreams.get(&workstream_id(number, record)).cloned()?;
        alter(&mut workstream);
        Some(SetUpPiece::Workstream(workstream))
    };
    let organization = |alter: &dyn Fn(&mut Settings)| {
        let mut organization = record.organization.clone()?;
        alter(&mut organization.settings);
        Some(SetUpPiece::Organization(organization))
    };
    match change {
        Change::Hires { capacity_units } => {
            let mut hired = agent(0)?;
            let number = record.agents.len();
            hired.id = agent_id(number);
            hired.name = format!("Agent {number}");
            hired.email = format!("agent{number}@contoso.example");
            hired.active = true;
            hired.capacity_units = *capacity_units;
            Some(SetUpPiece::Agent(hired))
        }
        Change::Capacity { agent: number, units } => {
            Some(SetUpPiece::Agent(Agent { capacity_units: *units, ..agent(*number)? }))
        }
        Change::Activity { agent: number, active } => {
            Some(SetUpPiece::Agent(Agent { active: *active, ..agent(*number)? }))
        }
        Change::Members { queue: number, members } => {
            let members = members.iter().map(|member| agent_id(*member)).collect();
            Some(SetUpPiece::Queue(Queue { members, ..queue(*number)? }))
        }
        Change::Everyone { queue: number, everyone } => {
            Some(SetUpPiece::Queue(Queue { everyone: *everyone, ..queue(*number)? }))
        }
        Change::QueuePriority { queue: number, priority } => {
            Some(SetUpPiece::Queue(Queue { priority: *priority, ..queue(*number)? }))
        }
        Change::WorkstreamUnits { workstream: number, units } => workstream(*number, &|w| w.capacity_units = *units),
        Change::WorkstreamBlock { workstream: number, block } => workstream(*number, &|w| w.wrap_up_block = *block),
        Change::WorkstreamPresences { workstream: number, allowed } => {
            workstream(*number, &|w| w.allowed_presences.clone_from(allowed))
        }
        Change::WorkstreamNotification { workstream: number, notification, offer_timeout_ms } => {
            workstream(*number, &|w| {
                w.notification = *notification;
                w.offer_timeout_ms = *offer_timeout_ms;
            })
        }
        Change::WorkstreamWaits { workstream: number, close_after_inactivity_ms, reoffer_after_decline_ms } => {
            workstream(*number, &|w| {
                w.close_after_inactivity_ms = *close_after_inactivity_ms;
                w.reoffer_after_decline_ms = *reoffer_after_decline_ms;
            })
        }
        Change::WorkstreamAffinity { workstream: number, affinity } => workstream(*number, &|w| {
            w.agent_affinity = *affinity && w.distribution == DistributionMode::Push;
        }),
        Change::Timers(timers) => organization(&|settings| settings.timers = timers.clone()),
        Change::Limits { declines_allowed, declining_agents_max, sessions_max } => organization(&|settings| {
            settings.declines_allowed = *declines_allowed;
            settings.declining_agents_max = *declining_agents_max;
            settings.sessions_max = *sessions_max;
        }),
        Change::PresenceBase { presence, base } => {
            let presence = record.presences.get(&presence_id(*presence, record))?;
            Some(SetUpPiece::Presence(Presence { base: *base, ..presence.clone() }))
        }
        Change::Equips { agent: number, seed } => {
            let mut agent = agent(*number)?;
            demands::equip(&mut agent, EVERYTHING, &mut Random::new(*seed));
            Some(SetUpPiece::Agent(agent))
        }
        Change::Rearranges { queue: number, seed } => {
            let mut queue = queue(*number)?;
            // Only to queues before it, so that nothing goes round.
            let before: Vec<QueueId> = record.queues.range(..queue.id).map(|(id, _)| *id).collect();
            demands::arrange(&mut queue, &before, EVERYTHING, &mut Random::new(*seed));
            Some(SetUpPiece::Queue(queue))
        }
        Change::Charges { workstream: number, seed } => {
            workstream(*number, &|w| demands::charge(w, EVERYTHING, &mut Random::new(*seed)))
        }
        Change::Reschedules { hours, seed } => {
            Some(SetUpPiece::OperatingHours(demands::hours(*hours, &mut Random::new(*seed))))
        }
        Change::ProfileLimit { profile, units } => {
            let profile = record.capacity_profiles.get(&demands::profile_id(*profile))?.clone();
            Some(SetUpPiece::CapacityProfile(CapacityProfile { units_max: *units, ..profile }))
        }
        Change::Supervisors { monitor, assign, transfer, force_close } => organization(&|settings| {
            settings.supervisors =
                SupervisorRights { monitor: *monitor, assign: *assign, transfer: *transfer, force_close: *force_close };
        }),
        Change::Rules { .. } | Change::Deletes { .. } => None,
        Change::NoSuchMember { queue: number } => {
            Some(SetUpPiece::Queue(Queue { members: vec![AgentId(id(Noun::Foreign, 1))], ..queue(*number)? }))
        }
        Change::NoSuchQueue { workstream: number } => {
            workstream(*number, &|w| w.fallback_queue_id = QueueId(id(Noun::Foreign, 2)))
        }
        Change::ChangedDistribution { workstream: number } => workstream(*number, &|w| {
            w.distribution = match w.distribution {
                DistributionMode::Push => DistributionMode::Pick,
                DistributionMode::Pick => DistributionMode::Push,
            }
        }),
    }
}

/// All rulesets of a workstream anew, in one list of edits.
fn rules(workstream: usize, seed: u64, record: &Record) -> Option<Input> {
    let id = record.workstreams.keys().nth(workstream)?;
    let number = id.0.as_u128() as u64;
    let random = &mut Random::new(seed);
    let rulesets = demands::rulesets(number, record.queues.len() as u64, EVERYTHING, random);
    let kept = |id: &RulesetId| rulesets.iter().any(|ruleset| ruleset.id == *id);
    let former = record.rulesets.values().filter(|ruleset| ruleset.workstream_id == *id && !kept(&ruleset.id));
    let gone = former.map(|ruleset| delete_edit(SetUpNoun::Ruleset, ruleset.id.0));
    let put = rulesets.iter().cloned().map(|ruleset| SetUpEdit::put(SetUpPiece::Ruleset(ruleset)));
    Some(Input::Configure(Box::new(SetUpEdits { by: None, edits: put.chain(gone).collect() })))
}

fn delete(noun: SetUpNoun, record: &Record) -> Option<Input> {
    let id = match noun {
        SetUpNoun::Ruleset => record.rulesets.keys().next_back()?.0,
        SetUpNoun::Skill => record.skills.keys().next_back()?.0,
        SetUpNoun::CapacityProfile => record.capacity_profiles.keys().next_back()?.0,
        SetUpNoun::OperatingHours => record.operating_hours.keys().next_back()?.0,
        SetUpNoun::Queue => record.queues.keys().next_back()?.0,
        SetUpNoun::Workstream => record.workstreams.keys().next_back()?.0,
        _ => return None,
    };
    Some(Input::Configure(Box::new(SetUpEdits { by: None, edits: vec![delete_edit(noun, id)] })))
}

fn delete_edit(noun: SetUpNoun, id: Uuid) -> SetUpEdit {
    SetUpEdit::Delete { noun, id, expected_version: None }
}

// --- from numbers to ids; what is not there is another organisation's ---

fn queue_id(number: usize, record: &Record) -> QueueId {
    record.queues.keys().nth(number).copied().unwrap_or(QueueId(id(Noun::Foreign, 5)))
}

fn workstream_id(number: usize, record: &Record) -> WorkstreamId {
    record.workstreams.keys().nth(number).copied().unwrap_or(WorkstreamId(id(Noun::Foreign, 6)))
}

fn presence_id(number: usize, record: &Record) -> PresenceId {
    record.presences.keys().nth(number).copied().unwrap_or(PresenceId(id(Noun::Foreign, 7)))
}

fn case_id(number: u64) -> CaseId {
    CaseId(id(Noun::Case, number))
}

fn customer_ref(record: Linked) -> Option<CustomerRef> {
    match record {
        Linked::Contact(number) => Some(CustomerRef::Contact(ContactId(id(Noun::Contact, number)))),
        Linked::Account(number) => Some(CustomerRef::Account(AccountId(id(Noun::Account, number)))),
        Linked::Case(_) => None,
    }
}

fn session_id(which: WhichSession, conversation: u32, record: &Record) -> Option<SessionId> {
    let sessions = record.sessions.get(&conversation_id(conversation)).map_or(&[][..], |all| all);
    match which {
        WhichSession::Unsaid => None,
        WhichSession::Last => Some(sessions.last().map_or(foreign_session(), |session| session.id)),
        WhichSession::Former => {
            let former = sessions.iter().rev().find(|session| session.status != SessionStatus::Open);
            Some(former.map_or(foreign_session(), |session| session.id))
        }
        WhichSession::Foreign => Some(foreign_session()),
    }
}

fn foreign_session() -> SessionId {
    SessionId(id(Noun::Foreign, 3))
}

fn text_of(text: Text, record: &Record) -> String {
    let longest = record.settings().message_characters_max as usize;
    match text {
        Text::Plain => "Hello".into(),
        Text::Longest => "ß".repeat(longest),
        Text::Empty => String::new(),
        Text::Blank => " \n\t".into(),
        Text::TooLong => "x".repeat(longest + 1),
    }
}
