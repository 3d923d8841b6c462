//! Each promise is broken on purpose, by an engine spoiled in one small way, and the check of that promise must see it: a
//! check that does not notice is the defect these tests look for. Knows no way to lie.

mod routing;
mod saboteur;

use frontdesk_sim::{Promise, run_seed, run_seed_twice};
use saboteur::{Spoiled, spoil};

/// Seeds until one breaks: it has to be this promise.
#[track_caller]
fn assert_notices(how: Spoiled, promise: Promise) {
    let failure = (1..=40).find_map(|seed| run_seed(seed, 2_000, false, |world| spoil(how, world)).failure);
    let noticed = failure.map(|failure| failure.broken);
    assert_eq!(noticed.as_ref().map(|broken| broken.promise), Some(promise), "{how:?}: {noticed:?}");
}

/// Where one lie leads to several broken promises, some seed has to meet this one first.
#[track_caller]
fn assert_some_seed_notices(how: Spoiled, promise: Promise) {
    if let Err(noticed) = some_seed_notices(how, promise) {
        panic!("{how:?}: {noticed:?}");
    }
}

/// Otherwise what was noticed instead.
fn some_seed_notices(how: Spoiled, promise: Promise) -> Result<(), Vec<Promise>> {
    let mut noticed = Vec::new();
    for seed in 1..=60 {
        let failure = run_seed(seed, 800, false, |world| spoil(how, world)).failure;
        noticed.extend(failure.map(|failure| failure.broken.promise));
        if noticed.last() == Some(&promise) {
            return Ok(());
        }
    }
    Err(noticed)
}

#[test]
fn a_skipped_message_number_is_noticed() {
    assert_some_seed_notices(Spoiled::SkipsANumber, Promise::NumbersWithoutGaps);
}

#[test]
fn marks_that_move_back_are_noticed() {
    assert_notices(Spoiled::ForgetsMarks, Promise::MarksMoveForward);
}

#[test]
fn a_change_to_a_closed_conversation_is_noticed() {
    assert_notices(Spoiled::TouchesClosedOnes, Promise::ClosedIsFinal);
}

#[test]
fn a_move_that_the_table_does_not_have_is_noticed() {
    assert_notices(Spoiled::WaitsInLiveChat, Promise::LegalMoves);
}

#[test]
fn a_stamp_that_is_missing_is_noticed() {
    assert_notices(Spoiled::ForgetsWhenItClosed, Promise::StampsAgree);
}

#[test]
fn a_refusal_that_tells_somebody_is_noticed() {
    assert_notices(Spoiled::TalksAboutRefusals, Promise::RefusalsChangeNothing);
}

#[test]
fn an_answer_of_yes_to_what_was_not_allowed_is_noticed() {
    assert_notices(Spoiled::AllowsEverything, Promise::AnswersAreRight);
}

#[test]
fn a_row_that_was_not_written_is_noticed() {
    assert_some_seed_notices(Spoiled::LosesRows, Promise::RowsAreTheTruth);
}

#[test]
fn an_event_that_was_not_journaled_is_noticed() {
    assert_notices(Spoiled::LosesEvents, Promise::EverythingIsTold);
}

#[test]
fn units_that_do_not_add_up_are_noticed() {
    assert_notices(Spoiled::MiscountsUnits, Promise::ExactCapacity);
}

#[test]
fn an_active_conversation_without_its_participant_is_noticed() {
    assert_notices(Spoiled::LosesParticipants, Promise::OneSession);
}

#[test]
fn a_presence_that_does_not_follow_the_load_is_noticed() {
    assert_notices(Spoiled::AlwaysAvailable, Promise::PresenceFollowsLoad);
}

#[test]
fn a_time_limit_that_passes_unheeded_is_noticed() {
    assert_notices(Spoiled::SetsNoAlarm, Promise::InTime);
}

#[test]
fn an_alarm_that_is_due_still_after_it_rang_is_noticed() {
    assert_notices(Spoiled::IgnoresAlarms, Promise::AlarmsEnd);
}

#[test]
fn a_note_that_a_customer_hears_is_noticed() {
    assert_notices(Spoiled::ReadsNotesToCustomers, Promise::RightEars);
}

#[test]
fn a_reload_that_forgets_is_noticed() {
    assert_notices(Spoiled::ForgetsOnReload, Promise::SurvivesReload);
}

#[test]
fn a_second_run_that_differs_is_noticed() {
    let outcome = run_seed_twice(1, 500, |world| spoil(Spoiled::DreamsUpNames, world));
    assert_eq!(outcome.failure.map(|failure| failure.broken.promise), Some(Promise::SameSeedSameWorld));
}

#[test]
fn a_list_that_forgets_who_waits_is_noticed() {
    assert_notices(Spoiled::ForgetsWhoWaits, Promise::ListsAreRight);
}

#[test]
fn a_session_that_ended_for_another_reason_is_noticed() {
    assert_notices(Spoiled::BlamesTheClock, Promise::LegalMoves);
}

#[test]
fn a_wrap_up_that_gives_its_units_back_too_early_is_noticed() {
    assert_notices(Spoiled::ForgetsTheWrapUpBlock, Promise::ExactCapacity);
}

#[test]
fn a_session_that_was_not_written_as_it_is_is_noticed() {
    assert_notices(Spoiled::ForgetsDisplays, Promise::RowsAreTheTruth);
}

#[test]
fn a_presence_that_forgets_what_was_chosen_is_noticed() {
    assert_notices(Spoiled::IgnoresChoices, Promise::PresenceFollowsLoad);
}

#[test]
fn a_message_after_the_end_is_noticed() {
    assert_notices(Spoiled::ReopensAfterTheEnd, Promise::ClosedIsFinal);
}

#[test]
fn an_agent_with_less_room_than_another_is_noticed() {
    assert_some_seed_notices(Spoiled::PrefersSomeAgents, Promise::RightAgent);
}

#[test]
fn an_agent_who_does_not_hear_of_their_conversation_is_noticed() {
    assert_notices(Spoiled::WhispersPastAgents, Promise::RightEars);
}

#[test]
fn a_conversation_that_the_clock_closes_too_early_is_noticed() {
    assert_notices(Spoiled::HurriesToClose, Promise::LegalMoves);
}

#[test]
fn a_list_of_open_items_in_another_order_is_noticed() {
    assert_notices(Spoiled::ListsTheLastFirst, Promise::InTurn);
}

#[test]
fn an_engine_that_finds_itself_wrong_is_believed() {
    assert_notices(Spoiled::ComplainsOfItself, Promise::RowsAreTheTruth);
}
