//! What every backend promises: one suite, run by each in one line. Knows the port only.

mod commits;
mod conversations;
mod credentials;
mod files;
mod fixture;
mod journal;
mod loading;
mod maintenance;
mod messages;
mod quick_replies;
mod records;
mod routing;
mod texts;

pub(crate) use commits::*;
pub(crate) use conversations::*;
pub(crate) use credentials::*;
pub(crate) use files::*;
pub(crate) use fixture::{Desk, command, conversation, id, message, message_row, organization, row};
pub(crate) use journal::*;
pub(crate) use loading::*;
pub(crate) use maintenance::*;
pub(crate) use messages::*;
pub(crate) use quick_replies::*;
pub(crate) use records::*;
pub(crate) use routing::*;
pub(crate) use texts::*;

/// `$open` makes an empty store: what keeps its place alive, and the store.
macro_rules! run {
    ($open:expr) => {
        $crate::suite::run! { $open;
            an_acknowledged_batch_is_read_back_whole,
            an_organisation_is_founded_by_its_first_batch,
            a_batch_for_an_unknown_organisation_is_refused,
            a_former_owner_writes_nothing,
            a_batch_that_does_not_follow_the_journal_writes_nothing,
            journal_numbers_with_a_gap_are_refused,
            a_command_is_carried_out_once,
            a_command_is_remembered_with_its_answer,
            a_message_is_written_once_for_each_key_of_its_sender,
            a_message_number_is_given_once,
            a_refused_batch_takes_no_other_with_it,
            batches_in_flight_are_written_in_order,
            organisations_do_not_see_each_other,
            a_foreign_organisation_row_is_refused,
            every_attribute_of_a_conversation_comes_back,
            a_conversation_moves_between_agents_and_statuses,
            an_agent_list_is_newest_first_by_default,
            an_agent_list_pages_without_gap_or_overlap,
            an_agent_list_keeps_to_statuses_and_creation_times,
            every_order_is_the_model_s,
            random_lists_are_the_model_s,
            visitors_and_customers_find_their_own_newest_first,
            sessions_and_participants_come_in_order,
            secrets_lead_to_their_holder,
            an_agent_is_found_by_address_without_case,
            the_journal_is_read_in_order_from_any_number,
            every_event_comes_back,
            loading_gives_the_set_up_and_what_is_not_closed,
            loading_nothing_gives_nothing,
            routing_s_set_up_is_put_replaced_and_deleted,
            an_agent_s_own_quick_replies_are_theirs_alone,
            changes_to_the_set_up_are_kept_and_read_newest_first,
            decisions_and_stays_come_in_order_and_open_stays_are_loaded,
            bulk_rows_are_there_without_journal,
            a_sound_store_has_no_faults,
            gaps_and_lost_rows_are_found,
            messages_are_read_from_any_number,
            a_message_before_comes_in_ascending_order,
            customers_read_public_messages_by_public_number,
            every_sender_comes_back,
            files_come_back_with_their_messages,
            a_message_moves_its_files_on_and_never_back,
            only_loose_files_are_listed_and_deleted,
            a_message_without_its_file_is_found,
            records_are_found_by_id,
            records_are_searched_by_a_piece_of_anything,
            what_was_said_is_found_as_soon_as_it_is_acknowledged,
            a_changed_subject_is_found_by_what_it_is_now,
            found_texts_come_in_pages_newest_first,
            what_was_loaded_is_found_too,
        }
    };
    ($open:expr; $($promise:ident),+ $(,)?) => {$(
        #[tokio::test]
        async fn $promise() {
            let open = $open;
            let (_place, store) = open();
            $crate::suite::$promise(store).await;
        }
    )+};
}
pub(crate) use run;
