//! Chance finds what nobody thought of: random inputs from a seed, the promises checked after each. A refusal or an
//! alarm at any moment must leave them whole.

use crate::world::{MINUTE, SECOND, World};
use frontdesk_engine::Input;
use frontdesk_model::*;

/// SplitMix64: enough to be fair, small enough to read.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % sides as u64).unwrap()
    }

    fn one_of<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.roll(items.len())]
    }
}

struct Play {
    world: World,
    dice: Dice,
    agents: Vec<AgentId>,
    queues: Vec<QueueId>,
    workstreams: Vec<Workstream>,
}

impl Play {
    fn new(seed: u64) -> Play {
        let mut dice = Dice(seed);
        let mut world = World::live_chat();
        let agents: Vec<AgentId> = (0..5)
            .map(|_| {
                let (capacity_units, role) =
                    (dice.roll(4) as u32, dice.one_of(&[Role::Agent, Role::Agent, Role::Supervisor]));
                world.agent_with(|agent| (agent.capacity_units, agent.role) = (capacity_units, role))
            })
            .collect();
        let queues = vec![world.queue.id, world.other_queue(&agents[..2]), world.other_queue(&[])];
        let mut workstreams = vec![world.workstream.clone()];
        for _ in 0..4 {
            let workstream = random_workstream(&mut world, &mut dice);
            world.configure(workstream.clone());
            workstreams.push(workstream);
        }
        Play { world, dice, agents, queues, workstreams }
    }

    fn step(&mut self) {
        match self.dice.roll(40) {
            0..=4 => {
                let (workstream, queue) = (self.dice.roll(self.workstreams.len()), self.dice.roll(4));
                let (workstream_id, queue_id) = (self.workstreams[workstream].id, self.queues.get(queue).copied());
                let priority = self.dice.one_of(&[Priority::Low, Priority::Normal, Priority::High]);
                self.world.start_with(|new| {
                    (new.workstream_id, new.queue_id, new.priority) = (workstream_id, queue_id, priority);
                });
            }
            5..=7 => self.pass(),
            8 => self.world.restart(),
            9..=14 => self.workplace(),
            15 => self.reconfigure(),
            _ => self.conversation(),
        }
    }

    fn pass(&mut self) {
        let time = self.dice.one_of(&[1, SECOND, 30 * SECOND, MINUTE, 2 * MINUTE, 10 * MINUTE]);
        self.world.pass(time);
    }

    fn workplace(&mut self) {
        let agent_id = self.dice.one_of(&self.agents);
        let base = self.dice.one_of(&BasePresence::SETTABLE);
        let input = match self.dice.roll(6) {
            0 => Input::AgentDisconnected { agent_id },
            1 => Input::AgentSignedOut { agent_id },
            2 => Input::SetPresence { agent_id, presence_id: crate::world::presence(base).id },
            _ => Input::AgentConnected { agent_id },
        };
        let _ = self.world.tell(input);
    }

    fn reconfigure(&mut self) {
        let agent = self.dice.one_of(&self.agents);
        match self.dice.roll(4) {
            0 => {
                let (active, capacity_units) = (self.dice.roll(2) == 0, self.dice.roll(4) as u32);
                self.world.change_agent(agent, |agent| (agent.active, agent.capacity_units) = (active, capacity_units));
            }
            1 => {
                let id = self.dice.one_of(&self.queues);
                let members = self.agents.iter().copied().filter(|_| self.dice.roll(2) == 0).collect();
                let priority = 1 + self.dice.roll(3) as u32;
                let queue = self.world.engine.queue(id).unwrap().clone();
                // Refused where the last one would leave a queue that work is sent to.
                let _ = self.world.tell(Input::put(Queue { members, priority, ..queue }));
            }
            2 => {
                let chosen = self.dice.roll(self.workstreams.len());
                let workstream = &mut self.workstreams[chosen];
                workstream.capacity_units = 1 + self.dice.roll(3) as u32;
                workstream.agent_affinity =
                    workstream.distribution == DistributionMode::Push && !workstream.agent_affinity;
                self.world.configure(workstream.clone());
            }
            _ => {
                let (declines, sessions) = (1 + self.dice.roll(3) as u32, 1 + self.dice.roll(4) as u32);
                self.world.change_settings(|settings| {
                    (settings.declines_allowed, settings.sessions_max) = (declines, sessions);
                });
            }
        }
    }

    /// Mostly by the agent whose it is, sometimes by another.
    fn conversation(&mut self) {
        let ids: Vec<ConversationId> = self.world.engine.conversations().map(|conversation| conversation.id).collect();
        if ids.is_empty() {
            return;
        }
        let conversation_id = self.dice.one_of(&ids);
        let conversation = self.world.engine.conversation(conversation_id).unwrap();
        let own = conversation.list_agent_id.filter(|_| self.dice.roll(5) > 0);
        let agent_id = own.unwrap_or_else(|| self.dice.one_of(&self.agents));
        let session = self.world.engine.session(conversation_id).map(|session| session.id);
        let (to_agent_id, to_queue_id) = (self.dice.one_of(&self.agents), self.dice.one_of(&self.queues));
        let text = "hello".to_owned();
        let input = match self.dice.roll(20) {
            0..=4 => Input::AcceptOffer { conversation_id, session_id: session, agent_id },
            5 => Input::RejectOffer { conversation_id, session_id: None, agent_id },
            6 => Input::Pick { conversation_id, agent_id },
            7 => Input::EndConversation { conversation_id, agent_id },
            8 | 9 => Input::CloseSession { conversation_id, agent_id },
            10 => Input::Release { conversation_id, agent_id },
            11 => Input::TransferToAgent { conversation_id, agent_id, to_agent_id },
            12 => Input::TransferToQueue { conversation_id, agent_id, to_queue_id },
            13 => Input::CustomerConnected { conversation_id },
            14 => Input::CustomerDisconnected { conversation_id },
            15 => Input::CustomerEnd { conversation_id },
            16 | 17 => {
                Input::CustomerMessage { conversation_id, text, attachments: Vec::new(), client_message_id: None }
            }
            18 => {
                let visibility = self.dice.one_of(&[Visibility::Public, Visibility::Internal]);
                Input::AgentMessage {
                    conversation_id,
                    agent_id,
                    text,
                    attachments: Vec::new(),
                    visibility,
                    client_message_id: None,
                }
            }
            _ => match session {
                Some(session_id) => Input::OfferDisplayed { conversation_id, session_id, agent_id },
                None => Input::AgentMarks { conversation_id, agent_id, delivered: 1, read: 1 },
            },
        };
        let _ = self.world.tell(input);
    }
}

fn random_workstream(world: &mut World, dice: &mut Dice) -> Workstream {
    use ConversationMode::*;
    let id = WorkstreamId(world.next_id());
    let presences = [
        vec![BasePresence::Available],
        vec![BasePresence::Available, BasePresence::Busy],
        vec![BasePresence::Busy, BasePresence::Away, BasePresence::Offline],
    ];
    let notifications =
        [Notification::OpenSession, Notification::ScreenPopWithTimeout, Notification::ScreenPopWithDecline];
    let distribution = dice.one_of(&[DistributionMode::Push, DistributionMode::Push, DistributionMode::Pick]);
    Workstream {
        id,
        name: format!("Workstream {id}"),
        mode: dice.one_of(&[LiveChat, Asynchronous, PersistentChat]),
        distribution,
        capacity_units: 1 + dice.roll(2) as u32,
        wrap_up_block: dice.one_of(&[
            WrapUpBlock::Always,
            WrapUpBlock::Never,
            WrapUpBlock::For { milliseconds: MINUTE },
        ]),
        allowed_presences: presences[dice.roll(3)].clone(),
        notification: dice.one_of(&notifications),
        close_after_inactivity_ms: Some(10 * MINUTE).filter(|_| dice.roll(2) == 0),
        reoffer_after_decline_ms: dice.one_of(&[0, SECOND, MINUTE]),
        agent_affinity: distribution == DistributionMode::Push && dice.roll(2) == 0,
        pick_from_push: dice.roll(2) == 0,
        ..world.workstream.clone()
    }
}

/// Message and public numbers run 1, 2, 3, … in each conversation.
fn assert_no_gaps(messages: &[std::sync::Arc<Message>]) {
    let mut last = std::collections::BTreeMap::new();
    for message in messages {
        let (number, public) = last.entry(message.conversation_id).or_insert((0, 0));
        *number += 1;
        assert_eq!(message.number, *number);
        if let Some(found) = message.public_number {
            *public += 1;
            assert_eq!(found, *public);
        }
    }
}

#[test]
fn a_hundred_random_worlds_keep_every_promise() {
    for seed in 0..100 {
        let played = std::panic::catch_unwind(|| {
            let mut play = Play::new(seed);
            for _ in 0..400 {
                play.step();
            }
            assert_no_gaps(&play.world.messages);
        });
        assert!(played.is_ok(), "seed {seed} breaks a promise");
    }
}

#[test]
fn the_same_seed_tells_the_same_story() {
    let story = || {
        let mut play = Play::new(7);
        for _ in 0..400 {
            play.step();
        }
        play.world.events
    };
    assert_eq!(story(), story());
}
