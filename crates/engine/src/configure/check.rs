//! Bounds that several nouns share. Knows no noun.

use crate::Refusal;
use crate::intake::check::Fault;
use frontdesk_model::ContextVariable;
use std::collections::BTreeSet;
use std::fmt::Display;
use std::ops::RangeInclusive;

/// All that is wrong, under the code of the first.
pub(super) fn refusal_of(faults: Vec<Fault>) -> Refusal {
    let mut refusal = match faults.first() {
        Some(first) => Refusal::invalid(first.code, first.detail.clone()),
        None => Refusal::invalid("invalid", "something is wrong"),
    };
    for fault in faults {
        refusal = refusal.with_fault(fault.field, fault.detail);
    }
    refusal
}

pub(super) fn check_name(name: &str) -> Result<(), Refusal> {
    if name.trim().is_empty() {
        return Err(Refusal::invalid("name_missing", "a name has some text").at("name"));
    }
    Ok(())
}

pub(super) fn check_range<T: PartialOrd + Display>(
    field: &str,
    value: T,
    range: RangeInclusive<T>,
) -> Result<(), Refusal> {
    if range.contains(&value) {
        return Ok(());
    }
    let detail = format!("{field} is {value}; it must be between {} and {}", range.start(), range.end());
    Err(Refusal::invalid("out_of_range", detail).at(field))
}

/// Each of a list once.
pub(super) fn check_once<T: Ord>(
    code: &'static str,
    field: &str,
    items: impl Iterator<Item = T>,
    detail: &str,
) -> Result<(), Refusal> {
    let mut seen = BTreeSet::new();
    for (index, item) in items.enumerate() {
        if !seen.insert(item) {
            return Err(Refusal::invalid(code, detail).at(format!("{field}[{index}]")));
        }
    }
    Ok(())
}

const VARIABLES_MAX: usize = 100;
const NAME_CHARACTERS_MAX: usize = 100;
const VALUE_CHARACTERS_MAX: usize = 512;

/// As many and as long as context variables may be.
pub(super) fn check_variables(field: &str, variables: &[ContextVariable]) -> Result<(), Refusal> {
    if variables.len() > VARIABLES_MAX {
        let detail = format!("there are at most {VARIABLES_MAX} {field}");
        return Err(Refusal::invalid("too_many", detail).at(field));
    }
    for (index, variable) in variables.iter().enumerate() {
        let place = |part: &str| format!("{field}[{index}].{part}");
        if variable.name.trim().is_empty() {
            return Err(Refusal::invalid("name_missing", "a name has some text").at(place("name")));
        }
        check_length(&place("name"), &variable.name, NAME_CHARACTERS_MAX)?;
        check_length(&place("value"), &variable.value, VALUE_CHARACTERS_MAX)?;
    }
    let names = variables.iter().map(|variable| variable.name.to_lowercase());
    check_once("name_twice", field, names, "each name stands here once")
}

pub(super) fn check_length(field: &str, text: &str, characters_max: usize) -> Result<(), Refusal> {
    if text.chars().nth(characters_max).is_some() {
        let detail = format!("{field} has at most {characters_max} characters");
        return Err(Refusal::invalid("too_long", detail).at(field));
    }
    Ok(())
}
