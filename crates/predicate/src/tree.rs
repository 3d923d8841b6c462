//! The tree of a rule's condition. Knows how it is put together, not how it is written, checked or decided.

use crate::value::Value;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A condition over the fields of a record.
///
/// Two trees may say the same: `All([x])` is `x`. [`Predicate::normal`] gives the one that the text form stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Predicate {
    /// Holds for every record; `Not(Always)` for none.
    Always,
    All(Vec<Predicate>),
    Any(Vec<Predicate>),
    Not(Box<Predicate>),
    Compare {
        field: String,
        operator: Operator,
        operand: Operand,
    },
    In {
        field: String,
        values: Vec<Value>,
    },
    Contains {
        field: String,
        text: String,
    },
    StartsWith {
        field: String,
        text: String,
    },
    EndsWith {
        field: String,
        text: String,
    },
    /// The record has a value for the field.
    Exists(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Operator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// What a field is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Operand {
    Value(Value),
    Field(String),
}

/// How large a condition may be: enough for any rule a person can read, too little to be a load.
pub const DEPTH_MAX: usize = 32;
pub const NODES_MAX: usize = 500;
pub const TEXT_BYTES_MAX: usize = 16 * 1024;

/// A condition past one of the bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TooLarge {
    #[error("the condition is nested more than {DEPTH_MAX} deep")]
    Depth,
    #[error("the condition has more than {NODES_MAX} parts")]
    Nodes,
    #[error("the condition is longer than {TEXT_BYTES_MAX} bytes as text")]
    Text,
}

impl Predicate {
    pub fn never() -> Predicate {
        Predicate::Not(Box::new(Predicate::Always))
    }

    pub fn compare(field: impl Into<String>, operator: Operator, value: impl Into<Value>) -> Predicate {
        Predicate::Compare { field: field.into(), operator, operand: Operand::Value(value.into()) }
    }

    pub fn equal(field: impl Into<String>, value: impl Into<Value>) -> Predicate {
        Predicate::compare(field, Operator::Equal, value)
    }

    pub fn compare_fields(field: impl Into<String>, operator: Operator, other: impl Into<String>) -> Predicate {
        Predicate::Compare { field: field.into(), operator, operand: Operand::Field(other.into()) }
    }

    pub fn one_of<V: Into<Value>>(field: impl Into<String>, values: impl IntoIterator<Item = V>) -> Predicate {
        Predicate::In { field: field.into(), values: values.into_iter().map(Into::into).collect() }
    }

    /// The same condition with lists of one unpacked, lists in lists of the same kind joined, and empty lists said plainly.
    pub fn normal(self) -> Predicate {
        match self {
            Predicate::All(parts) => joined(parts, true),
            Predicate::Any(parts) => joined(parts, false),
            Predicate::Not(part) => Predicate::Not(Box::new(part.normal())),
            leaf => leaf,
        }
    }

    /// Every field the condition reads.
    pub fn fields(&self) -> BTreeSet<&str> {
        let mut fields = BTreeSet::new();
        self.visit(&mut |part| match part {
            Predicate::Compare { field, operand, .. } => {
                fields.insert(field.as_str());
                if let Operand::Field(other) = operand {
                    fields.insert(other.as_str());
                }
            }
            Predicate::In { field, .. }
            | Predicate::Contains { field, .. }
            | Predicate::StartsWith { field, .. }
            | Predicate::EndsWith { field, .. }
            | Predicate::Exists(field) => {
                fields.insert(field.as_str());
            }
            Predicate::Always | Predicate::All(_) | Predicate::Any(_) | Predicate::Not(_) => {}
        });
        fields
    }

    /// Every part of the tree, parents before children.
    pub fn visit<'a>(&'a self, see: &mut impl FnMut(&'a Predicate)) {
        see(self);
        match self {
            Predicate::All(parts) | Predicate::Any(parts) => parts.iter().for_each(|part| part.visit(see)),
            Predicate::Not(part) => part.visit(see),
            _ => {}
        }
    }

    /// Whether the condition keeps within the bounds; what is read from text or structure always does.
    pub fn check_size(&self) -> Result<(), TooLarge> {
        let mut nodes = 0;
        self.visit(&mut |_| nodes += 1);
        if nodes > NODES_MAX {
            Err(TooLarge::Nodes)
        } else if self.depth() > DEPTH_MAX {
            Err(TooLarge::Depth)
        } else if self.to_string().len() > TEXT_BYTES_MAX {
            Err(TooLarge::Text)
        } else {
            Ok(())
        }
    }

    fn depth(&self) -> usize {
        match self {
            Predicate::All(parts) | Predicate::Any(parts) => {
                1 + parts.iter().map(Predicate::depth).max().unwrap_or_default()
            }
            Predicate::Not(part) => 1 + part.depth(),
            _ => 1,
        }
    }
}

fn joined(parts: Vec<Predicate>, all: bool) -> Predicate {
    let mut flat = Vec::with_capacity(parts.len());
    for part in parts {
        match part.normal() {
            Predicate::All(inner) if all => flat.extend(inner),
            Predicate::Any(inner) if !all => flat.extend(inner),
            part => flat.push(part),
        }
    }
    match (flat.len(), all) {
        (0, true) => Predicate::Always,
        (0, false) => Predicate::never(),
        (1, _) => flat.remove(0),
        (_, true) => Predicate::All(flat),
        (_, false) => Predicate::Any(flat),
    }
}

impl Operator {
    pub fn symbol(self) -> &'static str {
        match self {
            Operator::Equal => "==",
            Operator::NotEqual => "!=",
            Operator::Less => "<",
            Operator::LessOrEqual => "<=",
            Operator::Greater => ">",
            Operator::GreaterOrEqual => ">=",
        }
    }

    /// The operator that says the same with the two sides exchanged.
    pub fn mirrored(self) -> Operator {
        match self {
            Operator::Less => Operator::Greater,
            Operator::LessOrEqual => Operator::GreaterOrEqual,
            Operator::Greater => Operator::Less,
            Operator::GreaterOrEqual => Operator::LessOrEqual,
            same => same,
        }
    }

    /// Whether it needs values that have an order.
    pub fn orders(self) -> bool {
        !matches!(self, Operator::Equal | Operator::NotEqual)
    }
}
