//! Whom and what an input is about. Knows inputs alone.

use frontdesk_engine::Input;
use frontdesk_model::AgentId;

/// The agent who acts.
pub fn agent_of(input: &Input) -> Option<AgentId> {
    match input {
        Input::AgentMessage { agent_id, .. }
        | Input::AgentMarks { agent_id, .. }
        | Input::OfferDisplayed { agent_id, .. }
        | Input::AcceptOffer { agent_id, .. }
        | Input::RejectOffer { agent_id, .. }
        | Input::Pick { agent_id, .. }
        | Input::EndConversation { agent_id, .. }
        | Input::CloseSession { agent_id, .. }
        | Input::Release { agent_id, .. }
        | Input::TransferToAgent { agent_id, .. }
        | Input::TransferToQueue { agent_id, .. }
        | Input::LinkCustomer { agent_id, .. }
        | Input::LinkCase { agent_id, .. }
        | Input::UnlinkCustomer { agent_id, .. }
        | Input::UnlinkCase { agent_id, .. }
        | Input::ConsultAgent { agent_id, .. }
        | Input::ConsultQueue { agent_id, .. }
        | Input::AcceptConsult { agent_id, .. }
        | Input::RejectConsult { agent_id, .. }
        | Input::AddToPublic { agent_id, .. }
        | Input::RemoveConsultant { agent_id, .. }
        | Input::Leave { agent_id, .. }
        | Input::AssignToAgent { agent_id, .. }
        | Input::AssignToQueue { agent_id, .. }
        | Input::ForceClose { agent_id, .. }
        | Input::Monitor { agent_id, .. }
        | Input::Join { agent_id, .. }
        | Input::ResetPresence { agent_id, .. }
        | Input::SetPresence { agent_id, .. }
        | Input::AgentConnected { agent_id }
        | Input::AgentDisconnected { agent_id }
        | Input::AgentSignedOut { agent_id } => Some(*agent_id),
        _ => None,
    }
}

pub fn text_of(input: &Input) -> Option<&str> {
    match input {
        Input::CustomerMessage { text, .. } | Input::AgentMessage { text, .. } => Some(text),
        _ => None,
    }
}
