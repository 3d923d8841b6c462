//! The small worlds in which all histories are tried, and the inputs they are made of. Knows no outcome.

use frontdesk_model::*;
use frontdesk_sim::histories::{Letter, Stage};
use frontdesk_sim::{Text, Transition, WhichSession, World};

/// Both agents are there and free.
pub fn live_chat() -> Stage {
    let workstream = Workstream { name: "Chat".into(), ..Workstream::default() };
    let mut happens = customer();
    happens.extend([
        Transition::CustomerEnds { conversation: 0 },
        Transition::CustomerConnects { conversation: 0 },
        Transition::CustomerDrops { conversation: 0 },
    ]);
    stage(workstream, happens)
}

/// Two agents of whom the one who had it gets it back.
pub fn asynchronous() -> Stage {
    let workstream = Workstream {
        name: "Messages".into(),
        channel: Channel::Sms,
        mode: ConversationMode::Asynchronous,
        agent_affinity: true,
        close_after_inactivity_ms: Some(60_000),
        ..Workstream::default()
    };
    stage(workstream, customer())
}

fn stage(workstream: Workstream, mut happens: Vec<Transition>) -> Stage {
    for agent in 0..2 {
        happens.extend(agents(agent));
    }
    let mut alphabet: Vec<Letter> = happens.into_iter().map(Letter::Happens).collect();
    alphabet.push(Letter::Alarm);
    let mut world = World::small(2, vec![workstream]);
    world.organization.settings.declines_allowed = 2;
    let before = (0..2).map(|agent| Transition::OpensBrowser { agent }).collect();
    Stage { world, before, alphabet }
}

fn customer() -> Vec<Transition> {
    let starts = Transition::Starts {
        conversation: 0,
        workstream: 0,
        queue: None,
        customer: None,
        case: None,
        priority: Priority::Normal,
        titled: false,
        context: Vec::new(),
        preferred: Vec::new(),
    };
    vec![starts, Transition::CustomerWrites { conversation: 0, text: Text::Plain }]
}

fn agents(agent: usize) -> Vec<Transition> {
    let (conversation, session) = (0, WhichSession::Unsaid);
    vec![
        Transition::Displays { agent, conversation, session: WhichSession::Last },
        Transition::Accepts { agent, conversation, session },
        Transition::Rejects { agent, conversation, session },
        Transition::Picks { agent, conversation },
        Transition::AgentWrites { agent, conversation, text: Text::Plain, note: false },
        Transition::Ends { agent, conversation },
        Transition::ClosesSession { agent, conversation },
        Transition::Releases { agent, conversation },
        Transition::TransfersToAgent { agent, conversation, to: 1 - agent },
        Transition::TransfersToQueue { agent, conversation, to: 0 },
        Transition::OpensBrowser { agent },
        Transition::LosesBrowser { agent },
        Transition::SetsPresence { agent, presence: 3 },
    ]
}
