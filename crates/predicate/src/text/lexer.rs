//! Words and signs of the text form, each with its place.

use super::parser::{ParseError, ParseErrorKind};
use crate::value::{EXACT_MAX, Number};
use serde::Serialize;
use std::fmt;

/// A place in a text. Lines and columns count from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Position {
    pub byte: usize,
    pub line: usize,
    pub column: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Word(String),
    Text(String),
    Number(Number),
    /// One of `SIGNS`.
    Sign(&'static str),
    End,
}

/// Longer signs before their own beginnings.
const SIGNS: &[&str] = &["&&", "||", "==", "!=", "<=", ">=", "<", ">", "!", "(", ")", "[", "]", ",", "."];

impl fmt::Display for Token {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Token::Word(word) => write!(formatter, "`{word}`"),
            Token::Text(text) if text.chars().count() > 20 => {
                write!(formatter, "the text {:?}…", text.chars().take(20).collect::<String>())
            }
            Token::Text(text) => write!(formatter, "the text {text:?}"),
            Token::Number(number) => write!(formatter, "the number {number}"),
            Token::Sign(sign) => write!(formatter, "`{sign}`"),
            Token::End => formatter.write_str("the end"),
        }
    }
}

/// Words that cannot begin a field's name.
pub(super) fn is_reserved(word: &str) -> bool {
    matches!(word, "true" | "false" | "null" | "in" | "has" | "timestamp")
}

pub(super) fn is_identifier(word: &str) -> bool {
    let mut letters = word.bytes();
    letters.next().is_some_and(|first| first.is_ascii_alphabetic() || first == b'_')
        && letters.all(|letter| letter.is_ascii_alphanumeric() || letter == b'_')
}

pub(super) struct Lexer<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Lexer<'a> {
    pub(super) fn new(text: &'a str) -> Lexer<'a> {
        Lexer { text, at: 0 }
    }

    pub(super) fn position(&self, byte: usize) -> Position {
        let before = &self.text[..byte];
        let line = before.rsplit('\n').next().unwrap_or_default();
        Position { byte, line: 1 + before.matches('\n').count(), column: 1 + line.chars().count() }
    }

    /// The next token and the byte it begins at.
    pub(super) fn next(&mut self) -> Result<(usize, Token), ParseError> {
        let rest = self.rest().trim_start();
        self.at = self.text.len() - rest.len();
        let start = self.at;
        let token = match rest.bytes().next() {
            None => Token::End,
            Some(b'"' | b'\'') => self.text_literal()?,
            Some(first) if first.is_ascii_alphabetic() || first == b'_' => {
                Token::Word(self.take(|byte| byte.is_ascii_alphanumeric() || byte == b'_').to_owned())
            }
            Some(first) if first.is_ascii_digit() || first == b'-' => self.number()?,
            Some(_) => {
                let sign = SIGNS.iter().find(|sign| rest.starts_with(**sign));
                let Some(sign) = sign else {
                    return Err(self.unexpected(start, "a field, a value or an operator"));
                };
                self.at += sign.len();
                Token::Sign(sign)
            }
        };
        Ok((start, token))
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn take(&mut self, mut belongs: impl FnMut(u8) -> bool) -> &'a str {
        let rest = self.rest();
        let length = rest.bytes().position(|byte| !belongs(byte)).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    fn number(&mut self) -> Result<Token, ParseError> {
        let start = self.at;
        let mut previous = b' ';
        let text = self.take(|byte| {
            let exponent_sign = matches!(previous, b'e' | b'E') && matches!(byte, b'+' | b'-');
            let belongs = byte.is_ascii_digit() || matches!(byte, b'.' | b'e' | b'E') || exponent_sign;
            let first_sign = previous == b' ' && byte == b'-';
            previous = byte;
            belongs || first_sign
        });
        let number = text.parse().ok().and_then(Number::new);
        let number = number.ok_or_else(|| self.fault(start, format!("`{text}`"), "a number such as 5, -2.5 or 1e9"))?;
        let whole = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        if whole && number.get().abs() > EXACT_MAX {
            return Err(self.fault(
                start,
                format!("`{text}`"),
                "a whole number up to 9007199254740991, or a text in quotes",
            ));
        }
        Ok(Token::Number(number))
    }

    fn text_literal(&mut self) -> Result<Token, ParseError> {
        let start = self.at;
        let mut letters = self.rest().char_indices();
        let quote = letters.next().map(|(_, quote)| quote);
        let mut text = String::new();
        while let Some((offset, letter)) = letters.next() {
            if Some(letter) == quote {
                self.at = start + offset + 1;
                return Ok(Token::Text(text));
            }
            if letter.is_control() {
                return Err(self.fault(
                    start + offset,
                    format!("{letter:?} inside a text"),
                    "an escape such as \\n or \\t",
                ));
            }
            if letter != '\\' {
                text.push(letter);
                continue;
            }
            let escaped = letters.next().and_then(|(_, escape)| {
                let mut digits = |count: usize| {
                    let digits: String = letters.by_ref().take(count).map(|(_, digit)| digit).collect();
                    let whole = digits.len() == count && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
                    whole.then(|| u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32)).flatten()
                };
                match escape {
                    'n' => Some('\n'),
                    'r' => Some('\r'),
                    't' => Some('\t'),
                    '\\' | '"' | '\'' => Some(escape),
                    'u' => digits(4),
                    'U' => digits(8),
                    _ => None,
                }
            });
            let expected = "\\n, \\r, \\t, \\\\, \\\", \\', \\uXXXX or \\UXXXXXXXX";
            text.push(escaped.ok_or_else(|| self.fault(start + offset, "an unknown escape".into(), expected))?);
        }
        Err(self.fault(start, "a text that does not end".into(), "the closing quote"))
    }

    fn unexpected(&self, byte: usize, expected: &str) -> ParseError {
        let found = self.text[byte..].chars().next().map(|letter| format!("`{letter}`"));
        self.fault(byte, found.unwrap_or_else(|| Token::End.to_string()), expected)
    }

    pub(super) fn fault(&self, byte: usize, found: String, expected: &str) -> ParseError {
        let kind = ParseErrorKind::Unexpected { found, expected: expected.to_owned() };
        ParseError { at: self.position(byte), kind }
    }
}
