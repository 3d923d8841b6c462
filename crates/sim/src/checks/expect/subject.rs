//! Whom and what an input is about. Knows inputs alone.

use frontdesk_engine::Input;
use frontdesk_model::{AgentId, ConversationId};

pub fn conversation_of(input: &Input) -> Option<ConversationId> {
    Some(match input {
        Input::StartConversation(new) => new.id,
        Input::CustomerMessage { conversation_id, .. }
        | Input::CustomerEnd { conversation_id }
        | Input::CustomerConnected { conversation_id }
        | Input::CustomerDisconnected { conversation_id }
        | Input::CustomerMarks { conversation_id, .. }
        | Input::AgentMessage { conversation_id, .. }
        | Input::AgentMarks { conversation_id, .. }
        | Input::OfferDisplayed { conversation_id, .. }
        | Input::AcceptOffer { conversation_id, .. }
        | Input::RejectOffer { conversation_id, .. }
        | Input::Pick { conversation_id, .. }
        | Input::EndConversation { conversation_id, .. }
        | Input::CloseSession { conversation_id, .. }
        | Input::Release { conversation_id, .. }
        | Input::TransferToAgent { conversation_id, .. }
        | Input::TransferToQueue { conversation_id, .. }
        | Input::LinkCustomer { conversation_id, .. }
        | Input::LinkCase { conversation_id, .. }
        | Input::UnlinkCustomer { conversation_id, .. }
        | Input::UnlinkCase { conversation_id, .. }
        | Input::ConsultAgent { conversation_id, .. }
        | Input::ConsultQueue { conversation_id, .. }
        | Input::AcceptConsult { conversation_id, .. }
        | Input::RejectConsult { conversation_id, .. }
        | Input::AddToPublic { conversation_id, .. }
        | Input::RemoveConsultant { conversation_id, .. }
        | Input::Leave { conversation_id, .. }
        | Input::AssignToAgent { conversation_id, .. }
        | Input::AssignToQueue { conversation_id, .. }
        | Input::ForceClose { conversation_id, .. }
        | Input::Monitor { conversation_id, .. }
        | Input::Join { conversation_id, .. } => *conversation_id,
        Input::Bulk(_)
        | Input::ResetPresence { .. }
        | Input::SetPresence { .. }
        | Input::AgentConnected { .. }
        | Input::AgentDisconnected { .. }
        | Input::AgentSignedOut { .. }
        | Input::Configure(_)
        | Input::LookAtLine { .. }
        | Input::PutRecord(_) => return None,
    })
}

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
