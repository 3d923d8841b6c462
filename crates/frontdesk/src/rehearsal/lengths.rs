//! Lengths of time and targets as people type them: `7d`, `90s`, `80% in 60s`. Knows no flag.

use frontdesk_rehearsal::staffing::Target;

/// In milliseconds: a number and one of ms, s, m, h, d, w.
pub fn milliseconds(text: &str) -> Result<u64, String> {
    let text = text.trim();
    let split = text.find(|letter: char| !letter.is_ascii_digit() && letter != '.').unwrap_or(text.len());
    let (number, unit) = text.split_at(split);
    let unit_ms = match unit.trim() {
        "ms" => 1.0,
        "s" => 1_000.0,
        "m" | "min" => 60_000.0,
        "h" => 3_600_000.0,
        "d" => 86_400_000.0,
        "w" => 604_800_000.0,
        _ => return Err(format!("'{text}' is not a length of time, such as 90s, 15m, 2h or 7d")),
    };
    match number.parse::<f64>() {
        // Beyond a century nothing is meant.
        Ok(number) if number * unit_ms <= 100.0 * 366.0 * 86_400_000.0 => Ok((number * unit_ms).round() as u64),
        _ => Err(format!("'{text}' is not a length of time, such as 90s, 15m, 2h or 7d")),
    }
}

/// "80% in 60s".
pub fn target(text: &str) -> Result<Target, String> {
    let wrong = || format!("'{text}' is not a target, such as \"80% in 60s\"");
    let (share, within) = text.split_once(" in ").ok_or_else(wrong)?;
    let percent: f64 =
        share.trim().strip_suffix('%').and_then(|number| number.trim().parse().ok()).ok_or_else(wrong)?;
    if !(percent > 0.0 && percent < 100.0) {
        return Err(format!("'{text}': a share above 0 % and below 100 %"));
    }
    Ok(Target { share: percent / 100.0, within_ms: milliseconds(within)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_and_targets_read_as_they_are_said() {
        for (text, expected) in [("90s", Some(90_000)), ("1.5 h", Some(5_400_000)), ("7d", Some(604_800_000))] {
            assert_eq!(milliseconds(text).ok(), expected, "{text}");
        }
        for text in ["", "7", "d", "-3s", "1e9d", "9999999d", "7 days"] {
            assert!(milliseconds(text).is_err(), "{text}");
        }
        assert_eq!(target("80% in 60s"), Ok(Target { share: 0.8, within_ms: 60_000 }));
        for text in ["80% 60s", "0% in 60s", "100% in 1m", "x% in 1m", "80% in soon"] {
            assert!(target(text).is_err(), "{text}");
        }
    }
}
