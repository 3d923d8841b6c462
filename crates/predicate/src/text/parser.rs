//! Reading a condition. One rule of the grammar a function:
//!
//! ```text
//! any     = all ("||" all)*
//! all     = part ("&&" part)*
//! part    = "!" negated | test
//! negated = "!" negated | "(" any ")" | simple
//! test    = "(" any ")" | simple | operand relation
//! simple  = "true" | "false" | "has(" field ")" | field "." method "(" text ")" | field      a field alone: == true
//! relation = ("==" | "!=" | "<" | "<=" | ">" | ">=") operand | "in" "[" value ("," value)* "]"
//! ```

use super::lexer::{Lexer, Position, Token, is_reserved};
use crate::tree::{DEPTH_MAX, NODES_MAX, Operand, Operator, Predicate, TEXT_BYTES_MAX, TooLarge};
use crate::value::{Value, read_time};
use serde::{Deserialize, Deserializer};
use std::str::FromStr;

/// What is wrong with a text, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {}, column {}: {kind}", at.line, at.column)]
pub struct ParseError {
    pub at: Position,
    pub kind: ParseErrorKind,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ParseErrorKind {
    #[error("found {found}, expected {expected}")]
    Unexpected { found: String, expected: String },
    #[error(transparent)]
    TooLarge(TooLarge),
}

impl Predicate {
    /// Reads the text form. The result is [normal](Predicate::normal).
    pub fn parse(text: &str) -> Result<Predicate, ParseError> {
        let mut lexer = Lexer::new(text);
        let start = lexer.position(0);
        let too_large = |bound| ParseError { at: start, kind: ParseErrorKind::TooLarge(bound) };
        if text.len() > TEXT_BYTES_MAX {
            return Err(too_large(TooLarge::Text));
        }
        let (at, token) = lexer.next()?;
        let mut parser = Parser { lexer, token, at, nesting: 0, nodes: 0 };
        let predicate = parser.any()?.normal();
        if parser.token != Token::End {
            return Err(parser.unexpected("`&&`, `||` or the end"));
        }
        // Compact text grows when written in full, and every text that is accepted must be so again as it is printed.
        predicate.check_size().map_err(too_large)?;
        Ok(predicate)
    }
}

impl FromStr for Predicate {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Predicate, ParseError> {
        Predicate::parse(text)
    }
}

impl<'de> Deserialize<'de> for Predicate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Predicate, D::Error> {
        let text = String::deserialize(deserializer)?;
        Predicate::parse(&text).map_err(serde::de::Error::custom)
    }
}

struct Parser<'a> {
    lexer: Lexer<'a>,
    /// The token that comes next, and the byte it begins at.
    token: Token,
    at: usize,
    nesting: usize,
    nodes: usize,
}

impl Parser<'_> {
    fn any(&mut self) -> Result<Predicate, ParseError> {
        let mut parts = vec![self.all()?];
        while self.skip("||")? {
            parts.push(self.all()?);
        }
        Ok(Predicate::Any(parts))
    }

    fn all(&mut self) -> Result<Predicate, ParseError> {
        let mut parts = vec![self.part()?];
        while self.skip("&&")? {
            parts.push(self.part()?);
        }
        Ok(Predicate::All(parts))
    }

    fn part(&mut self) -> Result<Predicate, ParseError> {
        self.count_node()?;
        match self.token {
            Token::Sign("!") => self.negated(),
            Token::Sign("(") => self.group(),
            _ => self.test(),
        }
    }

    fn negated(&mut self) -> Result<Predicate, ParseError> {
        match self.token {
            Token::Sign("!") => self.nested(|parser| {
                parser.advance()?;
                parser.count_node()?;
                Ok(Predicate::Not(Box::new(parser.negated()?)))
            }),
            Token::Sign("(") => self.group(),
            _ => match self.term()? {
                Term::Test(test) => Ok(test),
                Term::Operand(operand) => self.alone(operand),
            },
        }
    }

    fn group(&mut self) -> Result<Predicate, ParseError> {
        self.nested(|parser| {
            parser.expect("(")?;
            let inner = parser.any()?;
            parser.expect(")")?;
            Ok(inner)
        })
    }

    fn test(&mut self) -> Result<Predicate, ParseError> {
        let start = self.at;
        let left = match self.term()? {
            Term::Test(test) => return Ok(test),
            Term::Operand(left) => left,
        };
        if let (Operand::Field(field), Token::Word(word)) = (&left, &self.token)
            && word == "in"
        {
            let field = field.clone();
            self.advance()?;
            return Ok(Predicate::In { field, values: self.list()? });
        }
        let Some(operator) = self.operator()? else {
            return self.alone(left);
        };
        match (left, self.operand()?) {
            (Operand::Field(field), operand) => Ok(Predicate::Compare { field, operator, operand }),
            (operand, Operand::Field(field)) => {
                Ok(Predicate::Compare { field, operator: operator.mirrored(), operand })
            }
            (Operand::Value(value), Operand::Value(_)) => {
                Err(self.lexer.fault(start, format!("two values ({value} and another)"), "a field on one side"))
            }
        }
    }

    /// A term without a relation: a field or a boolean.
    fn alone(&self, operand: Operand) -> Result<Predicate, ParseError> {
        match operand {
            Operand::Value(Value::Boolean(true)) => Ok(Predicate::Always),
            Operand::Value(Value::Boolean(false)) => Ok(Predicate::never()),
            Operand::Value(_) => Err(self.unexpected("a comparison (`==`, `!=`, `<`, `<=`, `>`, `>=`)")),
            Operand::Field(field) => Ok(Predicate::equal(field, true)),
        }
    }

    fn operator(&mut self) -> Result<Option<Operator>, ParseError> {
        let operators = [
            Operator::Equal,
            Operator::NotEqual,
            Operator::LessOrEqual,
            Operator::GreaterOrEqual,
            Operator::Less,
            Operator::Greater,
        ];
        for operator in operators {
            if self.skip(operator.symbol())? {
                return Ok(Some(operator));
            }
        }
        Ok(None)
    }

    fn operand(&mut self) -> Result<Operand, ParseError> {
        let start = self.at;
        match self.term()? {
            Term::Operand(operand) => Ok(operand),
            Term::Test(_) => Err(self.lexer.fault(start, "a condition".into(), "a value or a field")),
        }
    }

    /// A field, a value, or a call, whichever comes.
    fn term(&mut self) -> Result<Term, ParseError> {
        match &self.token {
            Token::Word(word) if word == "has" => {
                self.advance()?;
                self.expect("(")?;
                let start = self.at;
                let Term::Operand(Operand::Field(field)) = self.field()? else {
                    return Err(self.lexer.fault(start, "a condition".into(), "a field"));
                };
                self.expect(")")?;
                Ok(Term::Test(Predicate::Exists(field)))
            }
            Token::Word(word) if !is_reserved(word) => self.field(),
            Token::Sign("[") => self.field(),
            _ => Ok(Term::Operand(Operand::Value(self.value("a value or a field")?))),
        }
    }

    fn field(&mut self) -> Result<Term, ParseError> {
        let mut field = match &self.token {
            Token::Word(word) if !is_reserved(word) => {
                let word = word.clone();
                self.advance()?;
                word
            }
            Token::Sign("[") => self.quoted_segment()?,
            _ => return Err(self.unexpected("a field")),
        };
        loop {
            if self.skip(".")? {
                let Token::Word(word) = &self.token else {
                    return Err(self.unexpected("a name after the dot"));
                };
                let (start, word) = (self.at, word.clone());
                self.advance()?;
                if self.token == Token::Sign("(") {
                    return self.method(field, start, &word).map(Term::Test);
                }
                field.push('.');
                field.push_str(&word);
            } else if self.token == Token::Sign("[") {
                let segment = self.quoted_segment()?;
                field.push('.');
                field.push_str(&segment);
            } else {
                return Ok(Term::Operand(Operand::Field(field)));
            }
        }
    }

    fn quoted_segment(&mut self) -> Result<String, ParseError> {
        self.expect("[")?;
        let segment = self.text("a name in quotes")?;
        self.expect("]")?;
        Ok(segment)
    }

    fn method(&mut self, field: String, start: usize, name: &str) -> Result<Predicate, ParseError> {
        if !matches!(name, "contains" | "startsWith" | "endsWith") {
            return Err(self.lexer.fault(start, format!("`{name}(`"), "contains, startsWith or endsWith"));
        }
        self.expect("(")?;
        let text = self.text("a text in quotes")?;
        self.expect(")")?;
        Ok(match name {
            "contains" => Predicate::Contains { field, text },
            "startsWith" => Predicate::StartsWith { field, text },
            _ => Predicate::EndsWith { field, text },
        })
    }

    fn list(&mut self) -> Result<Vec<Value>, ParseError> {
        let mut values = Vec::new();
        self.expect("[")?;
        while !self.skip("]")? {
            if !values.is_empty() {
                self.expect(",")?;
            }
            values.push(self.value("a value")?);
        }
        Ok(values)
    }

    fn value(&mut self, expected: &str) -> Result<Value, ParseError> {
        let value = match &self.token {
            Token::Text(text) => Value::Text(text.clone()),
            Token::Number(number) => Value::Number(*number),
            Token::Word(word) if word == "true" => Value::Boolean(true),
            Token::Word(word) if word == "false" => Value::Boolean(false),
            Token::Word(word) if word == "timestamp" => return self.timestamp(),
            Token::Word(word) if word == "null" => {
                return Err(self.unexpected("a value (a missing one is `!has(field)`)"));
            }
            _ => return Err(self.unexpected(expected)),
        };
        self.advance()?;
        Ok(value)
    }

    fn timestamp(&mut self) -> Result<Value, ParseError> {
        self.advance()?;
        self.expect("(")?;
        let time = match &self.token {
            // Bare milliseconds: how times outside the calendar's years are written.
            Token::Text(text) => read_time(text).or_else(|| text.parse().ok()),
            _ => None,
        };
        let time = time.ok_or_else(|| self.unexpected("a time such as \"2026-01-31T09:00:00Z\""))?;
        self.advance()?;
        self.expect(")")?;
        Ok(Value::Time(time))
    }

    fn text(&mut self, expected: &str) -> Result<String, ParseError> {
        let Token::Text(text) = &mut self.token else {
            return Err(self.unexpected(expected));
        };
        let text = std::mem::take(text);
        self.advance()?;
        Ok(text)
    }

    fn nested<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T, ParseError>) -> Result<T, ParseError> {
        self.nesting += 1;
        if self.nesting > DEPTH_MAX {
            return Err(self.too_large(TooLarge::Depth));
        }
        let read = read(self)?;
        self.nesting -= 1;
        Ok(read)
    }

    fn count_node(&mut self) -> Result<(), ParseError> {
        self.nodes += 1;
        if self.nodes > NODES_MAX { Err(self.too_large(TooLarge::Nodes)) } else { Ok(()) }
    }

    fn advance(&mut self) -> Result<(), ParseError> {
        (self.at, self.token) = self.lexer.next()?;
        Ok(())
    }

    fn skip(&mut self, sign: &'static str) -> Result<bool, ParseError> {
        let there = self.token == Token::Sign(sign);
        if there {
            self.advance()?;
        }
        Ok(there)
    }

    fn expect(&mut self, sign: &'static str) -> Result<(), ParseError> {
        if self.skip(sign)? { Ok(()) } else { Err(self.unexpected(&format!("`{sign}`"))) }
    }

    fn unexpected(&self, expected: &str) -> ParseError {
        self.lexer.fault(self.at, self.token.to_string(), expected)
    }

    fn too_large(&self, bound: TooLarge) -> ParseError {
        ParseError { at: self.lexer.position(self.at), kind: ParseErrorKind::TooLarge(bound) }
    }
}

enum Term {
    Test(Predicate),
    Operand(Operand),
}
