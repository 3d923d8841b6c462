//! Edits to the set-up as lists: all or nothing, versions, names, what is in use, and what is kept of each change.

use crate::world::World;
use frontdesk_calendar::{OperatingHours as Hours, Weekday, WeeklyOpening};
use frontdesk_engine::Input;
use frontdesk_model::*;
use frontdesk_predicate::Predicate;

fn edits(edits: Vec<SetUpEdit>) -> Input {
    Input::Configure(Box::new(SetUpEdits { by: None, edits }))
}

fn put(piece: impl Into<SetUpPiece>, expected_version: u64) -> SetUpEdit {
    SetUpEdit::Put { piece: piece.into(), expected_version: Some(expected_version) }
}

fn delete(noun: SetUpNoun, id: impl Into<Uuid>) -> Input {
    edits(vec![SetUpEdit::delete(noun, id)])
}

impl World {
    fn skill(&mut self, name: &str) -> Skill {
        let skill = Skill { id: self.next_id().into(), name: name.into(), ..Skill::default() };
        self.configure(skill.clone());
        skill
    }

    fn profile(&mut self, name: &str) -> CapacityProfile {
        let profile = CapacityProfile {
            id: self.next_id().into(),
            name: name.into(),
            units_max: 2,
            ..CapacityProfile::default()
        };
        self.configure(profile.clone());
        profile
    }

    fn hours(&mut self, name: &str) -> OperatingHours {
        let hours = OperatingHours { id: self.next_id().into(), name: name.into(), hours: weekdays(), version: 0 };
        self.configure(hours.clone());
        hours
    }

    fn ruleset(&mut self, rules: Rules) -> Ruleset {
        let (id, workstream_id) = (self.next_id().into(), self.workstream.id);
        Ruleset { id, name: "Rules".into(), workstream_id, position: 1, rules, version: 0 }
    }

    fn changes(&mut self) -> Vec<SetUpChange> {
        let rows = self.set_up_rows();
        rows.into_iter()
            .filter_map(|row| if let Row::SetUpChange(change) = row { Some(*change) } else { None })
            .collect()
    }
}

fn weekdays() -> Hours {
    let opening = WeeklyOpening {
        days: vec![Weekday::Monday],
        from: "09:00".into(),
        to: "17:00".into(),
        every_weeks: 1,
        anchor_date: None,
        from_date: None,
        until_date: None,
    };
    Hours { time_zone: "Europe/Berlin".into(), weekly: vec![opening], ..Hours::default() }
}

fn classify(outputs: Vec<Classification>) -> Rules {
    Rules::Classification(vec![ClassificationRule { name: "All".into(), when: Predicate::Always, outputs }])
}

#[test]
fn of_a_list_of_edits_all_are_done_or_none() {
    let mut world = World::live_chat();
    let skill = Skill { id: world.next_id().into(), name: "German".into(), ..Skill::default() };
    let nobody = AgentId(world.next_id());
    let broken = Queue { members: vec![nobody], ..world.queue.clone() };
    assert_eq!(world.refused(edits(vec![SetUpEdit::put(skill.clone()), SetUpEdit::put(broken)])), "unknown_agent");
    assert_eq!(world.engine.skill(skill.id), None);

    // Whichever comes first: what is referred to is put first.
    let agent = world.agent();
    let skilled = Agent {
        skills: vec![SkillRating { skill_id: skill.id, proficiency: 5 }],
        ..world.engine.agent(agent).unwrap().clone()
    };
    world.ok(edits(vec![SetUpEdit::put(skilled), SetUpEdit::put(skill.clone())]));
    assert_eq!(world.engine.agent(agent).unwrap().skills[0].skill_id, skill.id);
    let twice = edits(vec![SetUpEdit::put(skill.clone()), SetUpEdit::delete(SetUpNoun::Skill, skill.id)]);
    assert_eq!(world.refused(twice), "edited_twice");
}

#[test]
fn each_put_raises_the_version_and_an_expected_one_must_be_right() {
    let mut world = World::live_chat();
    let skill = Skill { id: world.next_id().into(), name: "German".into(), version: 77, ..Skill::default() };
    assert_eq!(world.refused(edits(vec![put(skill.clone(), 1)])), "version_conflict");
    world.ok(edits(vec![put(skill.clone(), 0)]));
    assert_eq!(world.engine.skill(skill.id).unwrap().version, 1);
    let refusal = world.tell(edits(vec![put(skill.clone(), 3)])).unwrap_err();
    assert!(refusal.detail.contains("version 1, not 3"), "{}", refusal.detail);
    world.ok(edits(vec![put(skill.clone(), 1)]));
    assert_eq!(world.engine.skill(skill.id).unwrap().version, 2);
    let stale = SetUpEdit::Delete { noun: SetUpNoun::Skill, id: skill.id.0, expected_version: Some(1) };
    assert_eq!(world.refused(edits(vec![stale])), "version_conflict");
}

#[test]
fn every_change_is_kept_with_who_made_it_and_without_secrets() {
    let mut world = World::live_chat();
    let agent = world.agent();
    world.changes();
    let renamed = Agent { name: "Ada".into(), ..world.engine.agent(agent).unwrap().clone() };
    let number = world.engine.set_up_changes();
    let by = SetUpEdits { by: Some(agent), edits: vec![SetUpEdit::put(renamed)] };
    world.ok(Input::Configure(Box::new(by)));
    let [change] = world.changes().try_into().unwrap();
    assert_eq!(
        (change.number, change.by, change.noun, change.id),
        (number + 1, Some(agent), SetUpNoun::Agent, agent.0)
    );
    let (Some(SetUpPiece::Agent(before)), Some(SetUpPiece::Agent(after))) = (change.before, change.after) else {
        panic!("an agent, before and after")
    };
    assert_eq!((before.version + 1, after.name.as_str()), (after.version, "Ada"));
    assert_eq!((before.password_hash, after.password_hash), (None, None));
    assert!(world.engine.agent(agent).unwrap().password_hash.is_some());

    let skill = world.skill("German");
    world.changes();
    world.ok(delete(SetUpNoun::Skill, skill.id));
    let [change] = world.changes().try_into().unwrap();
    assert!(change.before.is_some() && change.after.is_none());
    let told = |event: &Event| matches!(event, Event::ConfigurationChanged { noun, id } if noun == "skill" && *id == skill.id.to_string());
    assert!(world.events.iter().any(|(audience, event)| audience.everyone && told(event)));
}

#[test]
fn a_name_is_had_once_within_its_noun_whatever_its_case() {
    let mut world = World::live_chat();
    let skill = world.skill("German");
    let again = Skill { id: world.next_id().into(), name: " GERMAN ".into(), ..Skill::default() };
    assert_eq!(world.refused(Input::put(again.clone())), "name_taken");
    world.profile("German");

    let swapped =
        edits(vec![SetUpEdit::put(Skill { name: "Deutsch".into(), ..skill.clone() }), SetUpEdit::put(again.clone())]);
    world.ok(swapped);
    world.ok(delete(SetUpNoun::Skill, skill.id));
    world.skill("deutsch");
    let (one, other) = (world.next_id(), world.next_id());
    let both =
        [one, other].map(|id| SetUpEdit::put(Skill { id: id.into(), name: "Danish".into(), ..Skill::default() }));
    assert_eq!(world.refused(edits(both.to_vec())), "name_taken");
    world.restart();
    assert_eq!(
        world.refused(Input::put(Skill { id: one.into(), name: "DEUTSCH".into(), ..Skill::default() })),
        "name_taken"
    );
}

#[test]
fn what_is_in_use_cannot_be_deleted_and_is_told_by_whom() {
    let mut world = World::live_chat();
    let (skill, profile, hours) = (world.skill("German"), world.profile("Chats"), world.hours("Office"));
    let agent = world.agent();
    let elsewhere = world.other_queue(&[agent]);
    let target = OverflowAction::TransferToQueue { queue_id: elsewhere };
    world.queue.overflow_waiting = Some(OverflowWaiting { after_ms: 60_000, action: target });
    world.queue.operating_hours_id = Some(hours.id);
    world.configure(world.queue.clone());
    world.change_agent(agent, |agent| {
        agent.skills = vec![SkillRating { skill_id: skill.id, proficiency: 5 }];
        agent.capacity_profiles = vec![AgentCapacityProfile { profile_id: profile.id, units_max: None }];
    });
    let mut in_use = |noun, id: Uuid, by: &str| {
        let refusal = world.tell(delete(noun, id)).unwrap_err();
        assert_eq!(refusal.code, "in_use");
        assert!(refusal.detail.contains(by), "{}", refusal.detail);
    };
    in_use(SetUpNoun::Skill, skill.id.0, "the agent 'Agent");
    in_use(SetUpNoun::CapacityProfile, profile.id.0, "the agent 'Agent");
    in_use(SetUpNoun::OperatingHours, hours.id.0, "the queue 'Support'");
    in_use(SetUpNoun::Queue, elsewhere.0, "the queue 'Support'");
    let (ours, stream) = (world.queue.id, world.workstream.id);
    assert_eq!(world.refused(delete(SetUpNoun::Queue, ours)), "in_use");
    assert_eq!(world.refused(delete(SetUpNoun::Agent, agent)), "not_deletable");
    let organization = world.engine.organization().id;
    assert_eq!(world.refused(delete(SetUpNoun::Organization, organization)), "not_deletable");
    assert_eq!(world.refused(delete(SetUpNoun::Skill, stream)), "skill_not_found");

    world.start();
    let refusal = world.tell(delete(SetUpNoun::Workstream, stream)).unwrap_err();
    assert!(refusal.detail.contains("1 conversation that is not closed"), "{}", refusal.detail);
    let [busy, away] = [BasePresence::Busy, BasePresence::Away].map(|base| crate::world::presence(base).id);
    assert_eq!(world.refused(delete(SetUpNoun::Presence, busy)), "in_use");
    assert_eq!(world.refused(delete(SetUpNoun::Presence, away)), "default_presence_required");
}

#[test]
fn all_that_is_wrong_with_a_list_of_edits_is_told_with_its_piece() {
    let mut world = World::live_chat();
    let (fine, nameless) = (world.skill("German"), Skill { id: world.next_id().into(), ..Skill::default() });
    let full = CapacityProfile {
        id: world.next_id().into(),
        name: "Chats".into(),
        units_max: 101,
        ..CapacityProfile::default()
    };
    let queue = Queue { priority: 0, ..world.queue.clone() };
    let wrong = vec![
        SetUpEdit::put(Skill { name: "Deutsch".into(), ..fine.clone() }),
        SetUpEdit::put(nameless.clone()),
        SetUpEdit::put(full.clone()),
        SetUpEdit::put(queue.clone()),
        SetUpEdit::delete(SetUpNoun::Presence, crate::world::presence(BasePresence::Away).id),
    ];
    let refusal = world.tell(edits(wrong)).unwrap_err();
    assert_eq!(refusal.code, "name_missing");
    let told: Vec<_> = refusal.faults.iter().map(|fault| (fault.piece, fault.field.as_str())).collect();
    assert_eq!(
        told[..3],
        [
            (Some((SetUpNoun::Skill, nameless.id.0)), "name"),
            (Some((SetUpNoun::CapacityProfile, full.id.0)), "unitsMax"),
            (Some((SetUpNoun::Queue, queue.id.0)), "priority"),
        ]
    );
    assert!(refusal.faults[1].detail.starts_with("capacity profile 'Chats': "), "{}", refusal.faults[1].detail);
    assert_eq!(world.engine.skill(fine.id).unwrap().name, "German", "nothing was changed");
}

#[test]
fn the_last_member_does_not_leave_a_queue_that_work_is_sent_to() {
    let mut world = World::live_chat();
    let agent = world.agent();
    let elsewhere = world.other_queue(&[agent]);
    let emptied =
        |world: &World, id| Input::put(Queue { members: Vec::new(), ..world.engine.queue(id).unwrap().clone() });
    let ours = world.queue.id;
    let refusal = world.tell(emptied(&world, ours)).unwrap_err();
    assert_eq!((refusal.code, refusal.faults[0].field.as_str()), ("queue_without_members", "members"));
    assert!(refusal.detail.contains("the workstream 'Web'"), "{}", refusal.detail);

    let mut tiers = world.ruleset(classify(vec![Classification::Queue { queue_id: elsewhere }]));
    world.configure(tiers.clone());
    let refusal = world.tell(emptied(&world, elsewhere)).unwrap_err();
    assert!(refusal.detail.contains("the ruleset"), "{}", refusal.detail);
    // In one list with what sends work there, or once nothing does.
    tiers.rules = classify(vec![]);
    world.configure(tiers);
    world.ok(emptied(&world, elsewhere));
    assert!(world.engine.queue(elsewhere).unwrap().members.is_empty());
}

#[test]
fn what_nothing_uses_any_more_can_be_deleted_even_in_the_same_list() {
    let mut world = World::live_chat();
    let skill = world.skill("German");
    let agent = world.agent();
    world.change_agent(agent, |agent| agent.skills = vec![SkillRating { skill_id: skill.id, proficiency: 5 }]);
    let unskilled = Agent { skills: Vec::new(), ..world.engine.agent(agent).unwrap().clone() };
    world.ok(edits(vec![SetUpEdit::delete(SetUpNoun::Skill, skill.id), SetUpEdit::put(unskilled)]));
    assert_eq!(world.engine.skills().count(), 0);

    let elsewhere = world.other_queue(&[agent]);
    let id = world.start_with(|new| new.queue_id = Some(elsewhere));
    assert_eq!(world.agent_of(id), Some(agent));
    assert_eq!(world.refused(delete(SetUpNoun::Queue, elsewhere)), "in_use");
    world.ok(Input::CustomerEnd { conversation_id: id });
    world.ok(delete(SetUpNoun::Queue, elsewhere));
    assert_eq!(world.refused(delete(SetUpNoun::Queue, elsewhere)), "queue_not_found");
    world.restart();
    assert!(world.engine.queue(elsewhere).is_none());
}

#[test]
fn bounds_of_the_routing_nouns() {
    let mut world = World::live_chat();
    let (skill, profile) = (world.skill("German"), world.profile("Chats"));
    let agent = world.agent();
    let agent = world.engine.agent(agent).unwrap().clone();
    let rating = |proficiency| SkillRating { skill_id: skill.id, proficiency };
    let limit = |units_max| AgentCapacityProfile { profile_id: profile.id, units_max };
    let variable = |name: &str, value: &str| ContextVariable { name: name.into(), value: value.into() };
    let nothing = Uuid::from_u128(9);
    let organization = |time_zone: &str| {
        let mut organization = world.engine.organization().clone();
        organization.settings.time_zone = time_zone.into();
        organization
    };
    let workstream = world.workstream.clone();
    let hours = |hours| OperatingHours { id: nothing.into(), name: "Hours".into(), hours, version: 0 };
    let never = Hours { weekly: Vec::new(), ..weekdays() };
    let ruleset = |rules| Ruleset {
        id: nothing.into(),
        name: "Rules".into(),
        workstream_id: workstream.id,
        position: 1,
        rules,
        version: 0,
    };
    let unknown_queue = classify(vec![Classification::Queue { queue_id: nothing.into() }]);
    let cases: Vec<(SetUpPiece, &str, &str)> = vec![
        (Skill { name: "".into(), ..skill.clone() }.into(), "name_missing", "name"),
        (Skill { rating: RatingModel { minimum: 5, maximum: 5 }, ..skill.clone() }.into(), "scale_empty", "rating"),
        (CapacityProfile { units_max: 101, ..profile.clone() }.into(), "out_of_range", "unitsMax"),
        (CapacityProfile { reset: CapacityReset::EndOfDay, ..profile.clone() }.into(), "reset_fixed", "reset"),
        (
            hours(Hours { time_zone: "Europe/Berlyn".into(), ..weekdays() }).into(),
            "unknown_time_zone",
            "hours.timeZone",
        ),
        (hours(never).into(), "never_opens", "hours"),
        (organization("Mars/Olympus").into(), "unknown_time_zone", "settings.timeZone"),
        (Agent { skills: vec![rating(11)], ..agent.clone() }.into(), "out_of_range", "skills[0].proficiency"),
        (Agent { skills: vec![rating(1), rating(2)], ..agent.clone() }.into(), "skill_twice", "skills[1]"),
        (
            Agent { skills: vec![SkillRating { skill_id: nothing.into(), proficiency: 1 }], ..agent.clone() }.into(),
            "unknown_skill",
            "skills[0].skillId",
        ),
        (
            Agent { capacity_profiles: vec![limit(Some(101))], ..agent.clone() }.into(),
            "out_of_range",
            "capacityProfiles[0].unitsMax",
        ),
        (
            Agent { capacity_profiles: vec![limit(None), limit(None)], ..agent.clone() }.into(),
            "profile_twice",
            "capacityProfiles[1]",
        ),
        (
            Agent { attributes: vec![variable("city", "Kiel"), variable("City", "Bonn")], ..agent.clone() }.into(),
            "name_twice",
            "attributes[1]",
        ),
        (
            Agent { attributes: vec![variable("city", &"x".repeat(513))], ..agent.clone() }.into(),
            "too_long",
            "attributes[0].value",
        ),
        (
            Agent { operating_hours_id: Some(nothing.into()), ..agent.clone() }.into(),
            "unknown_operating_hours",
            "operatingHoursId",
        ),
        (
            Workstream { capacity_profiles: vec![nothing.into()], ..workstream.clone() }.into(),
            "unknown_capacity_profile",
            "capacityProfiles[0]",
        ),
        (ruleset(unknown_queue).into(), "unknown_queue", "rules[0].outputs[0].queueId"),
    ];
    for (piece, code, field) in cases {
        let refusal = world.tell(Input::put(piece.clone())).expect_err("must be refused");
        assert_eq!((refusal.code, refusal.faults[0].field.as_str()), (code, field), "{piece:?}");
    }
}

#[test]
fn a_scale_does_not_leave_a_rating_outside() {
    let mut world = World::live_chat();
    let skill = world.skill("German");
    let agent = world.agent();
    world.change_agent(agent, |agent| agent.skills = vec![SkillRating { skill_id: skill.id, proficiency: 9 }]);
    let narrow = Skill { rating: RatingModel { minimum: 1, maximum: 5 }, ..skill.clone() };
    assert_eq!(world.refused(Input::put(narrow.clone())), "in_use");
    let lowered = Agent {
        skills: vec![SkillRating { skill_id: skill.id, proficiency: 5 }],
        ..world.engine.agent(agent).unwrap().clone()
    };
    world.ok(edits(vec![SetUpEdit::put(narrow), SetUpEdit::put(lowered)]));
    let demand = classify(vec![Classification::Skill { skill: SkillRating { skill_id: skill.id, proficiency: 5 } }]);
    let ruleset = world.ruleset(demand);
    world.configure(ruleset);
    let narrower = Skill { rating: RatingModel { minimum: 1, maximum: 4 }, ..skill };
    assert_eq!(world.refused(Input::put(narrower)), "in_use");
}
