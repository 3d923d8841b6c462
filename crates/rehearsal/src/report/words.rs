//! Figures as people read them. Knows no page.

pub const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// `45 s`, `3:20 min`, `1:05 h`.
pub fn duration(ms: u64) -> String {
    let seconds = (ms + 500) / 1_000;
    match seconds {
        0..60 => format!("{seconds} s"),
        60 => "60 s".to_owned(),
        61..3_600 => format!("{}:{:02} min", seconds / 60, seconds % 60),
        _ => format!("{}:{:02} h", seconds / 3_600, seconds / 60 % 60),
    }
}

pub fn duration_or_dash(ms: Option<u64>) -> String {
    ms.map_or("–".to_owned(), duration)
}

pub fn percent(share: Option<f64>) -> String {
    share.map_or("–".to_owned(), |share| format!("{:.1} %", share * 100.0))
}

/// `12 345`.
pub fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push('\u{202f}');
        }
        grouped.push(digit);
    }
    grouped
}

/// `Mon 09:00`.
pub fn hour_of_week(hour: usize) -> String {
    format!("{} {:02}:00", DAYS[hour / 24 % 7], hour % 24)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_read_as_people_say_them() {
        for (ms, said) in [(499, "0 s"), (45_000, "45 s"), (200_000, "3:20 min"), (3_900_000, "1:05 h")] {
            assert_eq!(duration(ms), said);
        }
        assert_eq!(count(1_234_567), "1\u{202f}234\u{202f}567");
        assert_eq!(percent(Some(0.1234)), "12.3 %");
        assert_eq!(hour_of_week(33), "Tue 09:00");
    }
}
