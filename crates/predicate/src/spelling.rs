//! The word somebody probably meant. Knows only words.

use std::cmp::min;

/// The nearest of the known words, where one is near enough to be meant.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word: Vec<char> = crate::fold::folded(word).take(LETTERS_MAX + 1).collect();
    if word.len() > LETTERS_MAX {
        return None;
    }
    let far = 1 + word.len() / 3;
    known.into_iter().map(|known| (distance(&word, known), known)).filter(|(d, _)| *d <= far).min().map(|(_, it)| it)
}

/// Longer words are no slips of the finger, and the comparison is quadratic.
const LETTERS_MAX: usize = 100;

/// Levenshtein's distance without regard to case.
fn distance(word: &[char], known: &str) -> usize {
    let mut above: Vec<usize> = (0..=word.len()).collect();
    for (row, letter) in crate::fold::folded(known).take(2 * LETTERS_MAX).enumerate() {
        let mut corner = row;
        above[0] = row + 1;
        for column in 1..above.len() {
            let replaced = corner + usize::from(word[column - 1] != letter);
            corner = above[column];
            above[column] = min(replaced, 1 + min(above[column - 1], above[column]));
        }
    }
    above.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_known_word_is_proposed() {
        let known = ["conversation.channel", "conversation.queue", "customer.tier"];
        let cases = [
            ("conversation.chanel", Some("conversation.channel")),
            ("Conversation.Channel", Some("conversation.channel")),
            ("customer.teir", Some("customer.tier")),
            ("weather", None),
            ("", None),
        ];
        for (word, expected) in cases {
            assert_eq!(nearest(word, known), expected, "{word}");
        }
        assert_eq!(nearest(&"x".repeat(1_000_000), known), None);
    }
}
