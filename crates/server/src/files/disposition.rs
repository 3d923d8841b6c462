//! A file's name in a header, so that every browser saves it under that name. Refuses to know the rest of the header.

use std::fmt::Write;

/// `filename` for those who know no other, `filename*` (RFC 8187) for everybody else.
pub fn disposition_names(name: &str) -> String {
    let plain: String = name.chars().map(|letter| if is_plain(letter) { letter } else { '_' }).collect();
    let mut exact = String::new();
    for byte in name.bytes() {
        match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'.' | b'_' => exact.push(char::from(byte)),
            // Writing to a string cannot fail.
            _ => drop(write!(exact, "%{byte:02X}")),
        }
    }
    format!("filename=\"{plain}\"; filename*=UTF-8''{exact}")
}

fn is_plain(letter: char) -> bool {
    letter == ' ' || (letter.is_ascii_graphic() && !matches!(letter, '"' | '\\' | '%'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_end_its_header() {
        let cases = [
            ("a.png", r#"filename="a.png"; filename*=UTF-8''a.png"#),
            ("Größe 1.pdf", r#"filename="Gr__e 1.pdf"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%201.pdf"#),
            ("a\"; x=\"\r\n.txt", r#"filename="a_; x=___.txt"; filename*=UTF-8''a%22%3B%20x%3D%22%0D%0A.txt"#),
        ];
        for (name, expected) in cases {
            assert_eq!(disposition_names(name), expected);
        }
    }
}
