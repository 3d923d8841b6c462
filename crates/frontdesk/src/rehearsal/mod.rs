//! Where rehearsals get their matter: a data folder's set-up and journal, files of dialogues and rates, flags. Knows
//! nothing of what a rehearsal does with it.

pub mod folder;
pub mod forecast;
pub mod lengths;
pub mod new_set_up;
