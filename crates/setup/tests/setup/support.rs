//! Set-ups for tests: an empty one, and random ones from a seed.

use frontdesk_calendar::{Holiday, MonthlyOpening, OperatingHours as Hours, Span, Weekday, WeeklyOpening};
use frontdesk_model::*;
use frontdesk_predicate::Predicate;
use frontdesk_setup::SetUp;

pub const AT: Timestamp = Timestamp(1_795_406_706_007);

pub fn empty() -> SetUp {
    SetUp::empty(Organization {
        id: Uuid::from_u128(7).into(),
        name: "Somebody".to_owned(),
        created_at: Timestamp(1),
        settings: Settings::default(),
        version: 3,
    })
}

pub fn ids(mut last: u128) -> impl FnMut() -> Uuid {
    move || {
        last += 1;
        Uuid::from_u128(last)
    }
}

/// A small generator: the same seed, the same set-up.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }

    fn coin(&mut self) -> bool {
        self.below(2) == 0
    }

    fn maybe<T>(&mut self, value: T) -> Option<T> {
        self.coin().then_some(value)
    }

    fn one_of<T: Clone>(&mut self, values: &[T]) -> T {
        values[self.below(values.len())].clone()
    }

    /// In another order, some left out.
    fn some_of<T: Clone>(&mut self, values: &[T]) -> Vec<T> {
        let mut left = values.to_vec();
        let count = self.below(values.len() + 1);
        (0..count).map(|_| left.swap_remove(self.below(left.len()))).collect()
    }

    fn number(&mut self) -> u32 {
        match self.below(3) {
            0 => self.below(4) as u32,
            1 => self.below(1_000) as u32,
            _ => self.next() as u32,
        }
    }

    fn milliseconds(&mut self) -> u64 {
        match self.below(3) {
            0 => self.below(10) as u64 * 60_000,
            1 => self.below(1_000_000) as u64,
            _ => self.next() % (366 * 86_400_000),
        }
    }

    /// With all that is awkward in TOML.
    fn text(&mut self) -> String {
        let parts = [
            "a", "Z", " ", "\"", "'", "\\", "\n", "\r\n", "\t", "#", "=", "é", "日本", "'''", "\"\"\"", "\u{7f}",
            "\u{0}", "]",
        ];
        let length = self.below(6);
        (0..length).map(|_| self.one_of(&parts)).collect()
    }

    /// Unlike every other.
    fn name(&mut self, kind: &str, index: usize) -> String {
        format!("{}{kind} {index}{}", self.text(), self.one_of(&["", "\"", ".", "-x"]))
    }

    fn predicate(&mut self) -> Predicate {
        let texts = [
            "true",
            "context.vip",
            "conversation.channel == \"live_chat\" && (customer.tier in [\"gold\", 'it''s'] || context.orders > 10)",
            "!has(context[\"odd \\\"name\\\"\"])",
            "title.contains(\"re\\nfund\")",
        ];
        Predicate::parse(self.one_of(&texts)).unwrap_or(Predicate::Always)
    }

    fn many<T>(&mut self, most: usize, mut one: impl FnMut(&mut Dice, usize) -> T) -> Vec<T> {
        let count = self.below(most + 1);
        (0..count).map(|index| one(self, index)).collect()
    }
}

pub fn random(seed: u64) -> SetUp {
    let dice = &mut Dice::new(seed);
    let mut new_id = ids(u128::from(seed) << 64);
    let mut set_up = empty();
    set_up.organization.name = dice.name("organisation", 0);
    set_up.organization.settings = settings(dice);
    let bases = [BasePresence::Available, BasePresence::Away, BasePresence::Inactive];
    set_up.presences = dice.many(4, |dice, index| Presence {
        id: new_id().into(),
        name: dice.name("presence", index),
        base: dice.one_of(&bases),
        settable: dice.coin(),
        is_default: dice.coin(),
        version: dice.next(),
    });
    set_up.skills = dice.many(4, |dice, index| Skill {
        id: new_id().into(),
        name: dice.name("skill", index),
        kind: dice.text(),
        rating: RatingModel { minimum: dice.number(), maximum: dice.number() },
        version: dice.next(),
    });
    set_up.capacity_profiles = dice.many(3, |dice, index| CapacityProfile {
        id: new_id().into(),
        name: dice.name("profile", index),
        units_max: dice.number(),
        blocks_assignment: dice.coin(),
        reset: dice.one_of(&[CapacityReset::Immediate, CapacityReset::EndOfDay]),
        version: dice.next(),
    });
    set_up.operating_hours = dice.many(3, |dice, index| OperatingHours {
        id: new_id().into(),
        name: dice.name("hours", index),
        hours: hours(dice),
        version: dice.next(),
    });
    set_up.session_templates = dice.many(3, |dice, index| SessionTemplate {
        id: new_id().into(),
        name: dice.name("tab", index),
        title: dice.text(),
        icon: dice.one_of(&[TemplateIcon::Channel, TemplateIcon::Star]),
        version: dice.next(),
    });
    set_up.notification_templates = dice.many(3, |dice, index| NotificationTemplate {
        id: new_id().into(),
        name: dice.name("toast", index),
        title: dice.text(),
        fields: dice.many(3, |dice, _| TemplateField { header: dice.text(), value: dice.text() }),
        timeout_ms: dice.milliseconds(),
        countdown_shown: dice.coin(),
        on_timeout: dice.one_of(&[OfferTimeout::Decline, OfferTimeout::Accept]),
        accept_text: dice.text(),
        desktop: dice.one_of(&[DesktopNotification::Never, DesktopNotification::Background]),
        version: dice.next(),
        ..NotificationTemplate::default()
    });
    set_up.agents = dice.many(5, |dice, index| agent(dice, new_id().into(), index, &set_up));
    let queue_ids: Vec<QueueId> = dice.many(4, |_, _| new_id().into());
    set_up.queues =
        queue_ids.iter().enumerate().map(|(index, id)| queue(dice, *id, index, &queue_ids, &set_up)).collect();
    if !queue_ids.is_empty() {
        set_up.workstreams = dice.many(3, |dice, index| workstream(dice, new_id().into(), index, &queue_ids, &set_up));
    }
    if !set_up.workstreams.is_empty() {
        set_up.rulesets = dice.many(4, |dice, index| ruleset(dice, new_id().into(), index, &queue_ids, &set_up));
        set_up.widgets = dice.many(3, |dice, index| Widget {
            id: new_id().into(),
            name: dice.name("widget", index),
            workstream_id: dice.one_of(&set_up.workstreams).id,
            title: dice.text(),
            greeting: dice.text(),
            color: "#123456".to_owned(),
            message_color: dice.coin().then(|| "#654321".to_owned()),
            position: dice.one_of(&[WidgetPosition::Right, WidgetPosition::Left]),
            color_scheme: dice.one_of(&[ColorScheme::System, ColorScheme::Dark]),
            allowed_domains: dice.many(2, |dice, _| dice.text()),
            operating_hours_id: set_up.operating_hours.first().map(|hours| hours.id),
            offline_text: dice.text(),
            pre_chat: dice.many(3, |dice, index| PreChatQuestion {
                name: dice.name("answer", index),
                text: dice.text(),
                kind: dice.one_of(&[QuestionKind::MultipleLines, QuestionKind::Options]),
                required: dice.coin(),
                options: dice.many(3, |dice, _| dice.text()),
                link: None,
            }),
            queue_position_shown: dice.coin(),
            proactive_shown_ms: dice.milliseconds(),
            version: dice.next(),
            ..Widget::default()
        });
    }
    let workstreams: Vec<WorkstreamId> = set_up.workstreams.iter().map(|workstream| workstream.id).collect();
    set_up.quick_replies = dice.many(4, |dice, index| QuickReply {
        id: new_id().into(),
        // The same title in two languages is two replies.
        title: if index < 2 { "Hello".to_owned() } else { dice.name("reply", index) },
        text: dice.text(),
        locale: if index == 0 { "de-DE" } else { "en-US" }.to_owned(),
        tags: dice.many(2, |dice, _| dice.text()),
        workstreams: dice.some_of(&workstreams),
        version: dice.next(),
    });
    set_up
}

fn settings(dice: &mut Dice) -> Settings {
    let usual = Settings::default();
    Settings {
        timers: Timers {
            live_chat_open_close_ms: dice.coin().then(|| dice.milliseconds()),
            live_chat_active_close_ms: dice.maybe(60_000),
            auto_close_scan_ms: dice.milliseconds(),
            ..Timers::default()
        },
        sessions_max: dice.number(),
        inactive_after_missed_offer: dice.coin(),
        framed_origins: dice.many(3, |dice, _| dice.text()),
        time_zone: dice.one_of(&["UTC", "Europe/London"]).to_owned(),
        attachments: AttachmentRules {
            from_agents: dice.coin(),
            size_kilobytes_max: dice.number(),
            blocked_extensions: dice.many(3, |dice, _| dice.text()),
            ..AttachmentRules::default()
        },
        supervisors: SupervisorRights { force_close: dice.coin(), ..SupervisorRights::default() },
        ..usual
    }
}

fn hours(dice: &mut Dice) -> Hours {
    let weekly = WeeklyOpening {
        days: vec![dice.one_of(&Weekday::ALL), Weekday::Sunday],
        from: "09:00".to_owned(),
        to: "17:30".to_owned(),
        every_weeks: dice.one_of(&[1, 2]),
        anchor_date: Some("2026-01-05".to_owned()),
        from_date: None,
        until_date: dice.maybe("2027-12-31".to_owned()),
    };
    let monthly = MonthlyOpening {
        nth: vec![-1],
        days: vec![Weekday::Friday],
        from: "20:00".to_owned(),
        to: "02:00".to_owned(),
        ..MonthlyOpening::default()
    };
    let holiday = Holiday {
        name: format!("h{}", dice.text()),
        date: "2026-12-24".to_owned(),
        until_date: dice.maybe("2026-12-26".to_owned()),
        yearly: dice.coin(),
        openings: dice.many(2, |_, _| Span { from: "10:00".to_owned(), to: "12:00".to_owned() }),
    };
    Hours {
        time_zone: dice.one_of(&["UTC", "Europe/Berlin"]).to_owned(),
        weekly: vec![weekly],
        monthly: dice.maybe(monthly).into_iter().collect(),
        holidays: dice.maybe(holiday).into_iter().collect(),
    }
}

fn agent(dice: &mut Dice, id: AgentId, index: usize, set_up: &SetUp) -> Agent {
    let rated = dice.some_of(&set_up.skills);
    let held = dice.some_of(&set_up.capacity_profiles);
    Agent {
        id,
        name: dice.name("agent", index),
        email: format!("agent{index}@example.org"),
        role: dice.one_of(&[Role::Agent, Role::Supervisor, Role::Administrator]),
        active: true,
        capacity_units: dice.one_of(&[100, 0, 37]),
        default_presence_id: dice.maybe(()).and(set_up.presences.first()).map(|presence| presence.id),
        password_hash: dice.maybe("$argon2id$secret".to_owned()),
        created_at: Timestamp(dice.below(1_000) as i64),
        skills: rated.iter().map(|skill| SkillRating { skill_id: skill.id, proficiency: dice.number() }).collect(),
        capacity_profiles: held
            .iter()
            .map(|profile| AgentCapacityProfile { profile_id: profile.id, units_max: dice.maybe(7) })
            .collect(),
        attributes: dice
            .many(3, |dice, index| ContextVariable { name: dice.name("attribute", index), value: dice.text() }),
        operating_hours_id: dice.maybe(()).and(set_up.operating_hours.first()).map(|hours| hours.id),
        version: dice.next(),
    }
}

fn action(dice: &mut Dice, queues: &[QueueId]) -> OverflowAction {
    match dice.below(3) {
        0 => OverflowAction::EndConversation,
        1 => OverflowAction::QueueAnyway,
        _ => OverflowAction::TransferToQueue { queue_id: dice.one_of(queues) },
    }
}

fn queue(dice: &mut Dice, id: QueueId, index: usize, queues: &[QueueId], set_up: &SetUp) -> Queue {
    let agents: Vec<AgentId> = set_up.agents.iter().map(|agent| agent.id).collect();
    let orders = [
        AgentOrder::RoundRobin,
        AgentOrder::MostProficient,
        AgentOrder::FewestSkills,
        AgentOrder::Attribute { name: "tier \"1\"".to_owned(), descending: true },
        AgentOrder::Attribute { name: "city".to_owned(), descending: false },
    ];
    use AssignmentMethod::*;
    let everyone = dice.coin();
    let mut queue = Queue {
        id,
        everyone,
        name: dice.name("queue", index),
        priority: dice.number(),
        method: dice.one_of(&[HighestCapacity, AdvancedRoundRobin, LeastActive, Custom]),
        members: if everyone { Vec::new() } else { dice.some_of(&agents) },
        operating_hours_id: dice.maybe(()).and(set_up.operating_hours.last()).map(|hours| hours.id),
        assignment_rules: dice.many(3, |dice, index| AssignmentRule {
            name: dice.name("rule", index),
            after_wait_ms: dice.milliseconds(),
            when: dice.predicate(),
            presences: dice.some_of(&BasePresence::SETTABLE),
            skills: dice.one_of(&[SkillMatching::Exact, SkillMatching::Closest, SkillMatching::Ignored]),
            within_capacity: dice.coin(),
            within_hours: dice.coin(),
            order: dice.some_of(&orders),
        }),
        prioritization_rules: dice.many(3, |dice, index| PrioritizationRule {
            name: dice.name("rule", index),
            when: dice.predicate(),
            order: dice.maybe(PlaceOrder { field: "context.orders".to_owned(), descending: true }),
        }),
        overflow_before: dice.many(2, |dice, _| OverflowBefore {
            condition: match dice.coin() {
                true => OverflowCondition::OutOfHours,
                false => OverflowCondition::QueueLength { waiting_max: dice.number() },
            },
            action: action(dice, queues),
        }),
        overflow_waiting: dice
            .maybe(())
            .map(|()| OverflowWaiting { after_ms: dice.milliseconds(), action: action(dice, queues) }),
        service_level_ms: dice.milliseconds(),
        short_abandon_ms: dice.milliseconds(),
        version: dice.next(),
    };
    if everyone {
        queue.enlist(set_up.agents.iter());
    }
    queue
}

fn workstream(dice: &mut Dice, id: WorkstreamId, index: usize, queues: &[QueueId], set_up: &SetUp) -> Workstream {
    let profiles: Vec<CapacityProfileId> = set_up.capacity_profiles.iter().map(|profile| profile.id).collect();
    let templates: Vec<NotificationTemplateId> = set_up.notification_templates.iter().map(|one| one.id).collect();
    let block = WrapUpBlock::For { milliseconds: dice.milliseconds() };
    Workstream {
        id,
        name: dice.name("workstream", index),
        channel: dice.one_of(&[Channel::LiveChat, Channel::Sms, Channel::Email]),
        mode: dice.one_of(&[ConversationMode::LiveChat, ConversationMode::Asynchronous]),
        distribution: dice.one_of(&[DistributionMode::Push, DistributionMode::Pick]),
        capacity_units: dice.number(),
        capacity_profiles: dice.some_of(&profiles),
        wrap_up_block: dice.one_of(&[WrapUpBlock::Always, WrapUpBlock::Never, block]),
        allowed_presences: dice.some_of(&BasePresence::SETTABLE),
        notification: dice.one_of(&[Notification::OpenSession, Notification::ScreenPopWithDecline]),
        offer_timeout_ms: dice.milliseconds(),
        notification_templates: NotificationTemplates {
            incoming_authenticated: dice.some_of(&templates).first().copied(),
            transfer: dice.some_of(&templates).first().copied(),
            ..NotificationTemplates::default()
        },
        session_template_id: set_up.session_templates.last().and_then(|template| dice.maybe(template.id)),
        close_after_inactivity_ms: dice.maybe(86_400_000),
        reoffer_after_decline_ms: dice.milliseconds(),
        reconnect_within_ms: dice.maybe(90_000),
        agent_affinity: dice.coin(),
        pick_from_push: dice.coin(),
        skill_matching: dice.one_of(&[SkillMatching::Exact, SkillMatching::Closest]),
        fallback_queue_id: dice.one_of(queues),
        version: dice.next(),
    }
}

fn ruleset(dice: &mut Dice, id: RulesetId, index: usize, queues: &[QueueId], set_up: &SetUp) -> Ruleset {
    let rules = match dice.coin() {
        true => Rules::Classification(dice.many(4, |dice, index| ClassificationRule {
            name: dice.name("rule", index),
            when: dice.predicate(),
            outputs: dice.many(4, |dice, _| output(dice, queues, set_up)),
        })),
        false => Rules::RouteToQueue(dice.many(4, |dice, index| RouteRule {
            name: dice.name("rule", index),
            when: dice.predicate(),
            queues: dice.many(3, |dice, _| QueueShare { queue_id: dice.one_of(queues), percent: dice.number() }),
        })),
    };
    let position = dice.number();
    let workstream_id = dice.one_of(&set_up.workstreams).id;
    Ruleset { id, name: dice.name("ruleset", index), workstream_id, position, rules, version: dice.next() }
}

fn output(dice: &mut Dice, queues: &[QueueId], set_up: &SetUp) -> Classification {
    let context = Classification::Context { variable: ContextVariable { name: dice.text(), value: dice.text() } };
    match (dice.below(5), set_up.skills.first(), set_up.capacity_profiles.first()) {
        (0, _, _) => Classification::Queue { queue_id: dice.one_of(queues) },
        (1, _, _) => Classification::Priority { priority: dice.one_of(&[Priority::Low, Priority::High]) },
        (2, Some(skill), _) => {
            Classification::Skill { skill: SkillRating { skill_id: skill.id, proficiency: dice.number() } }
        }
        (3, _, Some(profile)) => Classification::CapacityProfile { profile_id: profile.id },
        _ => context,
    }
}
