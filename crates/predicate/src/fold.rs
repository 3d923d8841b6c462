//! Texts without regard to case: Unicode lower case, letter by letter, without allocating. Knows no values and no rules.

use std::cmp::Ordering;

/// The text as it is compared.
pub(crate) fn folded(text: &str) -> impl Iterator<Item = char> + Clone + '_ {
    text.chars().flat_map(char::to_lowercase)
}

pub(crate) fn same(left: &str, right: &str) -> bool {
    if left.is_ascii() && right.is_ascii() { left.eq_ignore_ascii_case(right) } else { folded(left).eq(folded(right)) }
}

pub(crate) fn compare(left: &str, right: &str) -> Ordering {
    if left.is_ascii() && right.is_ascii() {
        let lower = |byte: u8| byte.to_ascii_lowercase();
        left.bytes().map(lower).cmp(right.bytes().map(lower))
    } else {
        folded(left).cmp(folded(right))
    }
}

pub(crate) fn starts_with(text: &str, start: &str) -> bool {
    begins(folded(text), folded(start))
}

pub(crate) fn ends_with(text: &str, end: &str) -> bool {
    let backwards = |text| str::chars(text).rev().flat_map(|letter| letter.to_lowercase().rev());
    begins(backwards(text), backwards(end))
}

pub(crate) fn contains(text: &str, part: &str) -> bool {
    if text.is_ascii() && part.is_ascii() {
        return part.is_empty()
            || text.as_bytes().windows(part.len()).any(|at| at.eq_ignore_ascii_case(part.as_bytes()));
    }
    let mut rest = folded(text);
    loop {
        if begins(rest.clone(), folded(part)) {
            return true;
        }
        if rest.next().is_none() {
            return false;
        }
    }
}

fn begins(mut text: impl Iterator<Item = char>, mut start: impl Iterator<Item = char>) -> bool {
    start.all(|letter| text.next() == Some(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_found_whatever_the_case() {
        // text, part, starts, ends, contains
        let cases = [
            ("Refund please", "REFUND", true, false, true),
            ("Refund please", "Please", false, true, true),
            ("Refund please", "d P", false, false, true),
            ("Refund", "refunds", false, false, false),
            ("", "", true, true, true),
            ("x", "", true, true, true),
            ("ÉCOLE normale", "école", true, false, true),
            ("grande École", "éCOLE", false, true, true),
            ("İ", "\u{307}", false, true, true),
            ("\u{212a}elvin", "k", true, false, true),
        ];
        for (text, part, starts, ends, inside) in cases {
            assert_eq!(
                (starts_with(text, part), ends_with(text, part), contains(text, part)),
                (starts, ends, inside),
                "{part:?} in {text:?}"
            );
        }
    }
}
