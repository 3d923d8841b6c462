//! The nearest right spelling of a wrong name. Knows nothing of what the names stand for.

/// The candidate with the smallest edit distance, if it is near enough to be what was meant.
pub fn nearest<'a>(wrong: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wrong = wrong.to_lowercase();
    let allowed = (wrong.chars().count() / 3).clamp(2, 6);
    candidates
        .into_iter()
        .map(|candidate| (distance(&wrong, candidate), candidate))
        .min()
        .filter(|(distance, _)| *distance <= allowed)
        .map(|(_, candidate)| candidate)
}

/// Levenshtein's distance, over characters.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let substituted = diagonal + usize::from(from != *to);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_word_and_nonsense_finds_none() {
        let names = ["msdyn_title", "msdyn_channel", "createdon"];
        assert_eq!(nearest("msdyn_titel", names), Some("msdyn_title"));
        assert_eq!(nearest("CreatedOn ", names), Some("createdon"));
        assert_eq!(nearest("weather_in_paris", names), None);
    }
}
