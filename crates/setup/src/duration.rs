//! Durations in words: `2m`, `1h 30m`, `250ms`. Exact to the millisecond. Knows no clock.

const UNITS: [(&str, u64); 5] = [("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1_000), ("ms", 1)];

pub(crate) fn write(milliseconds: u64) -> String {
    let mut left = milliseconds;
    let mut words = Vec::new();
    for (unit, length) in UNITS {
        if left >= length {
            words.push(format!("{}{unit}", left / length));
            left %= length;
        }
    }
    if words.is_empty() { "0s".to_owned() } else { words.join(" ") }
}

/// In milliseconds. Blanks between the parts may be left out; a unit may come once.
pub(crate) fn read(text: &str) -> Option<u64> {
    let mut rest = text.trim();
    let mut total: u64 = 0;
    let mut seen = Vec::new();
    while !rest.is_empty() {
        let digits = rest.len() - rest.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
        let number: u64 = rest[..digits].parse().ok()?;
        let after = rest[digits..].trim_start();
        let letters = after.len() - after.trim_start_matches(|letter: char| letter.is_ascii_alphabetic()).len();
        let (unit, length) = UNITS.into_iter().find(|(unit, _)| *unit == &after[..letters])?;
        if seen.contains(&unit) {
            return None;
        }
        seen.push(unit);
        total = total.checked_add(number.checked_mul(length)?)?;
        rest = after[letters..].trim_start();
    }
    (!seen.is_empty()).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_written_shortly_and_read_back() {
        let cases = [
            (0, "0s"),
            (250, "250ms"),
            (150_000, "2m 30s"),
            (5_400_000, "1h 30m"),
            (2_592_000_000, "30d"),
            (90_061_001, "1d 1h 1m 1s 1ms"),
        ];
        for (milliseconds, text) in cases {
            assert_eq!((write(milliseconds).as_str(), read(text)), (text, Some(milliseconds)));
        }
        assert_eq!(read(&write(u64::MAX)), Some(u64::MAX));
        assert_eq!(read("1h30m"), Some(5_400_000));
        assert_eq!(read("90 s"), Some(90_000));
    }

    #[test]
    fn what_is_no_duration_is_refused() {
        for wrong in ["", "2", "m", "2 minutes", "-1s", "1.5h", "1m 1m", "99999999999999999999d", "3é"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
