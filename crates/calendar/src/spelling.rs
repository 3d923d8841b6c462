//! The nearest right spelling of a wrong name. Knows nothing of what the names stand for.

/// The candidate whose last part this is (`Berlin` → `Europe/Berlin`), or with the smallest edit distance, if that is small
/// enough to be what was meant.
pub fn nearest<'a>(wrong: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const LONGEST: usize = 64;
    let wrong = wrong.trim().to_lowercase().replace(' ', "_");
    if wrong.is_empty() || wrong.len() > LONGEST {
        return None;
    }
    let allowed = (wrong.chars().count() / 3).clamp(1, 5);
    candidates
        .into_iter()
        .map(|candidate| {
            let right = candidate.to_lowercase();
            let is_last_part = right.rsplit('/').next() == Some(&wrong);
            (if is_last_part { 0 } else { distance(&wrong, &right) }, candidate)
        })
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
