//! Linking: one customer, one case, Active only, by the agent whose conversation it is or who oversees.

use crate::world::World;
use frontdesk_engine::Input;
use frontdesk_model::*;

fn link(conversation_id: ConversationId, agent_id: AgentId, customer: CustomerRef) -> Input {
    Input::LinkCustomer { conversation_id, agent_id, customer, name: "Ada Lovelace".into() }
}

#[test]
fn an_account_takes_the_place_of_a_contact_and_the_name_is_shown() {
    let mut world = World::live_chat();
    let (id, agent) = world.accepted();
    let contact = CustomerRef::Contact(ContactId(world.next_id()));
    let account = CustomerRef::Account(AccountId(world.next_id()));
    world.ok(link(id, agent, contact));
    world.ok(link(id, agent, account));
    let conversation = world.conversation(id);
    assert_eq!((conversation.customer, conversation.customer_name.as_str()), (Some(account), "Ada Lovelace"));
}

#[test]
fn only_what_is_linked_can_be_unlinked() {
    let mut world = World::live_chat();
    let (conversation_id, agent_id) = world.accepted();
    let customer = CustomerRef::Contact(ContactId(world.next_id()));
    let (case_id, other_case) = (CaseId(world.next_id()), CaseId(world.next_id()));
    let unlink = Input::UnlinkCustomer { conversation_id, agent_id, customer };
    assert_eq!(world.refused(unlink.clone()), "not_linked");
    world.ok(link(conversation_id, agent_id, customer));
    world.ok(Input::LinkCase { conversation_id, agent_id, case_id });
    assert_eq!(world.refused(Input::UnlinkCase { conversation_id, agent_id, case_id: other_case }), "not_linked");
    world.ok(unlink);
    world.ok(Input::UnlinkCase { conversation_id, agent_id, case_id });
    assert_eq!(
        (world.conversation(conversation_id).customer, world.conversation(conversation_id).case_id),
        (None, None)
    );
}

#[test]
fn only_active_conversations_are_linked() {
    let mut world = World::asynchronous();
    let (id, agent) = world.waiting();
    let customer = CustomerRef::Contact(ContactId(world.next_id()));
    assert_eq!(world.refused(link(id, agent, customer)), "conversation_not_active");
    let (id, agent) = world.wrapping_up();
    assert_eq!(world.refused(link(id, agent, customer)), "conversation_not_active");
    world.close(id, agent);
    assert_eq!(world.refused(link(id, agent, customer)), "conversation_not_found");
}

#[test]
fn others_may_not_link_but_supervisors_may() {
    let mut world = World::live_chat();
    let (id, _) = world.accepted();
    let customer = CustomerRef::Contact(ContactId(world.next_id()));
    let (colleague, supervisor) = (world.agent(), world.supervisor());
    assert_eq!(world.refused(link(id, colleague, customer)), "not_assigned_to_you");
    world.ok(link(id, supervisor, customer));
}
