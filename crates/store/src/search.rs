//! What a search for records looks at: the same words in every backend. Knows nothing of how they are found.

use frontdesk_model::{Account, Case, Contact};

/// Between the words of a record, so that a needle does not match across two of them.
const BETWEEN: char = '\u{1f}';

/// Text as it is compared where case does not count.
pub(crate) fn fold(text: &str) -> String {
    text.to_lowercase()
}

pub(crate) fn needle(text: &str) -> String {
    fold(text.trim()).replace(BETWEEN, "")
}

pub(crate) fn contact_words(contact: &Contact) -> String {
    words([Some(&contact.name), contact.email.as_ref(), contact.phone.as_ref()])
}

pub(crate) fn account_words(account: &Account) -> String {
    words([Some(&account.name), account.email.as_ref(), account.phone.as_ref()])
}

pub(crate) fn case_words(case: &Case) -> String {
    words([Some(&case.ticket_number), Some(&case.title), None])
}

fn words(texts: [Option<&String>; 3]) -> String {
    let mut words = String::new();
    for text in texts.into_iter().flatten() {
        words.push_str(&fold(text));
        words.push(BETWEEN);
    }
    words
}
