//! What the words of a text are, and what somebody looks for in texts: the same for every backend and for whoever marks
//! the places that were found. Knows nothing of where texts are kept.
//!
//! Words are compared without case and without accents. Scripts that set no spaces between words (Chinese, Japanese, …)
//! count by pairs of characters, so that any piece of a run is found.

use icu_normalizer::properties::CanonicalCombiningClassMapBorrowed;
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use std::ops::Range;

const DECOMPOSED: DecomposingNormalizerBorrowed<'static> = DecomposingNormalizerBorrowed::new_nfd();
const COMPOSED: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfc();
const COMBINING: CanonicalCombiningClassMapBorrowed<'static> = CanonicalCombiningClassMapBorrowed::new();

/// One word, and where it stands in its text, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    pub range: Range<usize>,
    pub folded: String,
}

/// All words of a text in their order; pairs of characters overlap.
pub fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    for run in runs(text) {
        let whole = &text[run.range.clone()];
        if !run.unspaced {
            words.push(Word { folded: fold(whole), range: run.range });
            continue;
        }
        let starts: Vec<usize> = whole.char_indices().map(|(at, _)| run.range.start + at).collect();
        for (index, start) in starts.iter().enumerate() {
            let end = starts.get(index + 2).copied().unwrap_or(run.range.end);
            words.push(Word { folded: fold(&text[*start..end]), range: *start..end });
        }
    }
    words
}

/// What somebody looks for: every piece must be in the same text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    pieces: Vec<Piece>,
}

/// Words that follow each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    pub words: Vec<String>,
    /// The last may be the beginning of a longer word.
    pub open: bool,
}

impl Wanted {
    /// Pieces are set apart by spaces or put in quotation marks. The last one is still being typed, unless a space or a
    /// quotation mark ends it. None: there is no word in it.
    pub fn parse(text: &str) -> Option<Wanted> {
        let mut pieces = Vec::new();
        for (index, part) in text.split('"').enumerate() {
            if index % 2 == 1 {
                pieces.extend(pieces_of(part));
            } else {
                pieces.extend(part.split_whitespace().flat_map(pieces_of));
            }
        }
        let unfinished = text.ends_with(|last: char| !last.is_whitespace() && last != '"');
        if let Some(last) = pieces.last_mut().filter(|_| unfinished) {
            // A single letter begins half the words there are.
            last.open |= last.words.last().is_some_and(|word| word.chars().count() > 1);
        }
        (!pieces.is_empty()).then_some(Wanted { pieces })
    }

    pub(crate) fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// Where its words stand in the text, ascending and apart from each other; none where a piece is missing.
    pub fn find(&self, text: &str) -> Option<Vec<Range<usize>>> {
        let words = words(text);
        let places: Vec<_> = self.pieces.iter().map(|piece| piece.places(&words)).collect();
        places.iter().all(|places| !places.is_empty()).then(|| merged(places.concat()))
    }

    /// The same of whatever is there of it.
    pub fn mark(&self, text: &str) -> Vec<Range<usize>> {
        let words = words(text);
        merged(self.pieces.iter().flat_map(|piece| piece.places(&words)).collect())
    }
}

impl Piece {
    fn places(&self, words: &[Word]) -> Vec<Range<usize>> {
        let places = words.windows(self.words.len()).filter(|place| self.is(place));
        places.flatten().map(|word| word.range.clone()).collect()
    }

    fn is(&self, place: &[Word]) -> bool {
        let last = self.words.len() - 1;
        place.iter().zip(&self.words).enumerate().all(|(index, (word, wanted))| {
            word.folded == *wanted || (self.open && index == last && word.folded.starts_with(wanted.as_str()))
        })
    }
}

/// A piece ends where the way of writing changes: what follows is not next to it among the words.
fn pieces_of(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut spaced: Option<Piece> = None;
    for run in runs(text) {
        let whole = &text[run.range];
        if !run.unspaced {
            spaced.get_or_insert_with(|| Piece { words: Vec::new(), open: false }).words.push(fold(whole));
            continue;
        }
        pieces.extend(spaced.take());
        let characters: Vec<char> = whole.chars().collect();
        let pairs = characters.windows(2).map(|pair| fold(&pair.iter().collect::<String>()));
        let mut piece = Piece { words: pairs.collect(), open: false };
        if piece.words.is_empty() {
            // Alone it is the beginning of a pair, or the last of a run.
            piece = Piece { words: vec![fold(whole)], open: true };
        }
        pieces.push(piece);
    }
    pieces.extend(spaced);
    pieces
}

struct Run {
    range: Range<usize>,
    unspaced: bool,
}

/// Letters and digits next to each other, of one way of writing.
fn runs(text: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (at, character) in text.char_indices() {
        let goes_on = runs.last().is_some_and(|run| run.range.end == at);
        // An accent written by itself belongs to the letter before it.
        let is_accent = COMBINING.get_u8(character) != 0;
        if is_accent && !goes_on || !is_accent && !character.is_alphanumeric() {
            continue;
        }
        let unspaced = is_unspaced(character);
        if !goes_on || !is_accent && runs.last().is_some_and(|run| run.unspaced != unspaced) {
            runs.push(Run { range: at..at, unspaced });
        }
        if let Some(run) = runs.last_mut() {
            run.range.end = at + character.len_utf8();
        }
    }
    runs
}

/// Scripts that set no spaces between words.
fn is_unspaced(character: char) -> bool {
    matches!(u32::from(character),
        0x0E00..=0x0EFF          // Thai, Lao
        | 0x1000..=0x109F        // Burmese
        | 0x1780..=0x17FF        // Khmer
        | 0x3040..=0x30FF        // Hiragana, Katakana
        | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF // Han
        | 0xAC00..=0xD7AF) // Hangul: particles stand at the word
}

/// As words are compared: small letters, without accents.
fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let bare: String =
        DECOMPOSED.normalize(&word.to_lowercase()).chars().filter(|c| COMBINING.get_u8(*c) == 0).collect();
    COMPOSED.normalize(&bare).into_owned()
}

fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_runs_of_letters_and_digits() {
        for (text, expected) in [
            ("", vec![]),
            (" — !? ", vec![]),
            ("Where is my order #4711?", vec!["where", "is", "my", "order", "4711"]),
            ("ada@example.com", vec!["ada", "example", "com"]),
            ("Crème brûlée, ÅNGSTRÖM", vec!["creme", "brulee", "angstrom"]),
            ("cafe\u{301}s", vec!["cafes"]),
            ("İstanbul Straße", vec!["istanbul", "straße"]),
            ("مَرحبا", vec!["مرحبا"]),
            ("東京都2026", vec!["東京", "京都", "都", "2026"]),
            ("한국어", vec!["한국", "국어", "어"]),
            ("🦀crab🦀", vec!["crab"]),
        ] {
            let found: Vec<_> = words(text).into_iter().map(|word| word.folded).collect();
            assert_eq!(found, expected, "{text:?}");
        }
    }

    #[test]
    fn what_is_looked_for_is_marked_where_it_stands() {
        for (wanted, text, marked) in [
            ("order", "My ORDER, my order", Some("My [ORDER], my [order]")),
            ("ord", "My order", Some("My [order]")),
            ("ord ", "My order", None),
            ("my order", "order of my own", Some("[order] of [my] own")),
            ("\"my order\"", "order of my own", None),
            ("\"my order\"", "it is my order.", Some("it is [my] [order].")),
            ("o", "o my order", Some("[o] my order")),
            ("brulee", "Crème brûlée", Some("Crème [brûlée]")),
            ("CRÈME", "creme", Some("[creme]")),
            ("ada@exam", "write to Ada@Example.com", Some("write to [Ada]@[Example].com")),
            ("CAS-0104", "see cas-01042 and 0104", Some("see [cas]-[01042] and 0104")),
            ("京都", "東京都へ", Some("東[京都]へ")),
            ("都", "東京都", Some("東京[都]")),
            ("京", "東京都", Some("東[京都]")),
            ("東京2026", "2026年東京", Some("[2026]年[東京]")),
            ("lost parcel", "lost", None),
        ] {
            let found = Wanted::parse(wanted).expect("has words").find(text);
            let found = found.map(|ranges| {
                let mut shown = String::new();
                let mut from = 0;
                for range in ranges {
                    shown += &format!("{}[{}]", &text[from..range.start], &text[range.clone()]);
                    from = range.end;
                }
                shown + &text[from..]
            });
            assert_eq!(found.as_deref(), marked, "{wanted:?} in {text:?}");
        }
        for nothing in ["", "  ", "?!", "\"\"", "\" \""] {
            assert_eq!(Wanted::parse(nothing), None, "{nothing:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn a_text_is_found_by_each_of_its_words(text in ".{0,60}") {
            for word in words(&text) {
                let written = &text[word.range.clone()];
                let wanted = Wanted::parse(&format!("\"{written}\"")).expect("a word");
                proptest::prop_assert!(wanted.find(&text).is_some(), "{:?} in {:?}", written, text);
            }
        }
    }
}
