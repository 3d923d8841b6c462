//! From JSON or a query string to a [`Request`]; every wrong member is named with what was expected.
//!
//! Lenient where the contract is vague (`agentID`, numbers as text, one value where a list is meant), strict where a slip
//! would silently change the answer.

use super::error::InputError;
use super::request::{Request, Statuses};
use super::{DAYS_MAX, ORDER_KEYS_MAX, TOP_MAX};
use crate::metadata::{Column, Sort};
use crate::spelling::nearest;
use crate::tables::msdyn_ocliveworkitem::{DEFAULT_COLUMNS, STATUS, TABLE};
use frontdesk_model::ConversationOrder::CreatedAt;
use frontdesk_model::{AgentId, Conversation, ConversationOrder, ConversationStatus, OrderKey, Timestamp};
use serde_json::{Map, Value as Json};

type Result<T> = std::result::Result<T, InputError>;

impl Request {
    /// The call's `input`: an object, or a JSON string that holds one.
    pub fn from_json(input: &[u8]) -> Result<Request> {
        let json = parse_json(input)?;
        let json = match json {
            Json::String(text) => parse_json(text.as_bytes())?,
            other => other,
        };
        let Json::Object(members) = json else {
            return Err(InputError::new(
                "input_invalid",
                "",
                format!("input must be an object or a JSON string that holds one, not {}", kind_of(&json)),
            ));
        };
        Request::from_members(&members)
    }

    /// `GET …/agents/{agentId}/conversations?attributes=a,b&status=2,3&orderBy=createdon desc,msdyn_title&top=10`.
    /// A name that stands several times adds up.
    pub fn from_query<'a>(agent_id: &str, pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Request> {
        let mut members = Map::new();
        members.insert("agentId".to_owned(), agent_id.into());
        for (name, text) in pairs {
            let added = match name {
                "attributes" | "status" => text.split(',').map(|part| part.trim().into()).collect(),
                "orderBy" => text
                    .split(',')
                    .filter(|key| !key.trim().is_empty())
                    .map(order_from_text)
                    .collect::<Result<Vec<Json>>>()?,
                "createdBeforeDays" | "createdAfter" | "createdBefore" | "top" | "skipToken" => {
                    if members.insert(name.to_owned(), text.into()).is_some() {
                        return Err(InputError::new("parameter_repeated", name, format!("{name} may stand only once")));
                    }
                    continue;
                }
                _ => return Err(unknown_parameter(name)),
            };
            if let Json::Array(list) = members.entry(name).or_insert_with(|| Json::Array(Vec::new())) {
                list.extend(added);
            }
        }
        Request::from_members(&members)
    }

    fn from_members(members: &Map<String, Json>) -> Result<Request> {
        let get = |name: &str| members.get(name).filter(|value| !value.is_null());
        Ok(Request {
            agent_id: agent_id(get("agentId").or_else(|| get("agentID")))?,
            columns: columns(get("attributes"))?,
            statuses: statuses(get("status"))?,
            order: order(get("orderBy"))?,
            created_before_days: get("createdBeforeDays").map(created_before_days).transpose()?,
            created_after: get("createdAfter").map(|value| time("createdAfter", value)).transpose()?,
            created_before: get("createdBefore").map(|value| time("createdBefore", value)).transpose()?,
            top: get("top").map_or(Ok(TOP_MAX), top)?,
            skip_token: get("skipToken").map(skip_token).transpose()?,
        })
    }
}

fn parse_json(text: &[u8]) -> Result<Json> {
    serde_json::from_slice(text)
        .map_err(|error| InputError::new("input_not_json", "", format!("input is not valid JSON: {error}")))
}

fn agent_id(value: Option<&Json>) -> Result<AgentId> {
    let Some(value) = value else {
        return Err(InputError::new("agent_id_missing", "agentId", "agentId is required: the GUID of the agent"));
    };
    value.as_str().and_then(|text| text.parse().ok()).ok_or_else(|| {
        InputError::new("agent_id_invalid", "agentId", format!("agentId must be a GUID, not {}", shown(value)))
    })
}

fn columns(value: Option<&Json>) -> Result<Vec<&'static Column<Conversation>>> {
    let mut columns: Vec<_> = DEFAULT_COLUMNS.iter().filter_map(|name| TABLE.column(name)).collect();
    for (field, part) in list("attributes", value)? {
        let Json::String(text) = part else {
            return Err(InputError::new(
                "attribute_invalid",
                &field,
                format!("{field} must be the name of an attribute, not {}", shown(&part)),
            ));
        };
        for name in text.split(',').map(str::trim).filter(|name| !name.is_empty()) {
            let column = column("attribute_unknown", &field, name)?;
            if !columns.iter().any(|known| known.logical == column.logical) {
                columns.push(column);
            }
        }
    }
    Ok(columns)
}

fn column(code: &'static str, field: &str, name: &str) -> Result<&'static Column<Conversation>> {
    TABLE.column(name).ok_or_else(|| {
        let hint =
            nearest(name, TABLE.column_names()).map(|near| format!("; did you mean '{near}'?")).unwrap_or_default();
        let shown = shown(&name.into());
        InputError::new(code, field, format!("msdyn_ocliveworkitem has no attribute {shown}{hint}"))
    })
}

fn statuses(value: Option<&Json>) -> Result<Statuses> {
    let mut asked = false;
    let mut statuses = Vec::new();
    for (field, part) in list("status", value)? {
        let codes: Vec<i64> = match &part {
            Json::Number(number) => vec![whole(number).unwrap_or(-1)],
            Json::String(text) => {
                text.split(',').map(str::trim).filter(|word| !word.is_empty()).map(status_code).collect()
            }
            _ => vec![-1],
        };
        for code in codes {
            if STATUS.label(code).is_none() {
                let known: Vec<String> =
                    STATUS.options.iter().map(|(value, label)| format!("{value} {label}")).collect();
                return Err(InputError::new(
                    "status_invalid",
                    &field,
                    format!("{} is not a status; there are {}", shown(&part), known.join(", ")),
                ));
            }
            asked = true;
            statuses.extend(ConversationStatus::from_code(code));
        }
    }
    statuses.sort_unstable();
    statuses.dedup();
    Ok(if asked { Statuses::These(statuses) } else { Statuses::Any })
}

/// By number or by label ("Wrap-up", "wrap up"); −1 if neither.
fn status_code(word: &str) -> i64 {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    word.parse().unwrap_or_else(|_| {
        STATUS.options.iter().find(|(_, label)| letters(label) == letters(word)).map_or(-1, |(code, _)| *code)
    })
}

fn order(value: Option<&Json>) -> Result<Vec<OrderKey>> {
    let parts = list("orderBy", value)?;
    if parts.len() > ORDER_KEYS_MAX {
        let detail = format!("orderBy takes at most {ORDER_KEYS_MAX} keys, not {}", parts.len());
        return Err(InputError::new("order_by_invalid", "orderBy", detail));
    }
    let mut keys: Vec<OrderKey> = Vec::new();
    let mut last_is_constant = None;
    for (field, part) in parts {
        let (by, descending) = order_key(&field, &part)?;
        last_is_constant = by.is_none().then_some(descending);
        // Sorting by the same thing again, or by what is the same in every row, changes nothing.
        if let Some(by) = by.filter(|by| !keys.iter().any(|key| key.by == *by)) {
            keys.push(OrderKey { by, descending });
        }
    }
    // … but as the last key it says which way the ties go.
    if let Some(descending) = last_is_constant.filter(|_| !keys.iter().any(|key| key.by == CreatedAt)) {
        keys.push(OrderKey { by: CreatedAt, descending });
    }
    Ok(keys)
}

/// None for an attribute that is the same in every row.
fn order_key(field: &str, part: &Json) -> Result<(Option<ConversationOrder>, bool)> {
    let invalid = || {
        let detail = format!("{field} must be {{attributeName, descending}}, not {}", shown(part));
        InputError::new("order_by_invalid", field, detail)
    };
    let members = part.as_object().ok_or_else(invalid)?;
    let name = members.get("attributeName").and_then(Json::as_str).ok_or_else(invalid)?;
    let descending = match members.get("descending") {
        None | Some(Json::Null) => false,
        Some(Json::Bool(descending)) => *descending,
        Some(other) => {
            let detail = format!("{field}.descending must be true or false, not {}", shown(other));
            return Err(InputError::new("order_by_invalid", format!("{field}.descending"), detail));
        }
    };
    let at = format!("{field}.attributeName");
    let column = column("order_by_unknown", &at, name)?;
    match column.sort {
        Sort::By(by) => Ok((Some(by), descending)),
        Sort::Constant => Ok((None, descending)),
        Sort::Never => {
            let detail = format!("'{}' cannot be sorted by", column.logical);
            Err(InputError::new("order_by_unsortable", at, detail))
        }
    }
}

fn order_from_text(text: &str) -> Result<Json> {
    let mut words = text.split_whitespace();
    let name = words.next().unwrap_or_default();
    let descending = match (words.next().map(str::to_ascii_lowercase).as_deref(), words.next()) {
        (None | Some("asc"), None) => false,
        (Some("desc"), None) => true,
        _ => {
            let detail = format!("orderBy must be 'attribute' or 'attribute desc', not {}", shown(&text.into()));
            return Err(InputError::new("order_by_invalid", "orderBy", detail));
        }
    };
    Ok(serde_json::json!({ "attributeName": name, "descending": descending }))
}

fn created_before_days(value: &Json) -> Result<u64> {
    number(value).and_then(|days| u64::try_from(days).ok()).filter(|days| *days <= DAYS_MAX).ok_or_else(|| {
        let detail = format!("createdBeforeDays must be a whole number from 0 to {DAYS_MAX}, not {}", shown(value));
        InputError::new("created_before_days_invalid", "createdBeforeDays", detail)
    })
}

fn time(field: &'static str, value: &Json) -> Result<Timestamp> {
    let code = if field == "createdAfter" { "created_after_invalid" } else { "created_before_invalid" };
    value.as_str().and_then(|text| text.parse().ok()).ok_or_else(|| {
        let detail = format!("{field} must be an ISO 8601 time such as 2026-11-23T04:05:06Z, not {}", shown(value));
        InputError::new(code, field, detail)
    })
}

fn top(value: &Json) -> Result<u32> {
    number(value).and_then(|top| u32::try_from(top).ok()).filter(|top| (1..=TOP_MAX).contains(top)).ok_or_else(|| {
        let detail = format!("top must be a whole number from 1 to {TOP_MAX}, not {}", shown(value));
        InputError::new("top_invalid", "top", detail)
    })
}

fn skip_token(value: &Json) -> Result<String> {
    value.as_str().map(str::to_owned).ok_or_else(|| {
        InputError::new("skip_token_invalid", "skipToken", "skipToken must be the nextToken of the page before")
    })
}

/// The parts of a list, each with its place; one value alone is a list of one.
fn list(name: &str, value: Option<&Json>) -> Result<Vec<(String, Json)>> {
    match value {
        None => Ok(Vec::new()),
        Some(Json::Array(parts)) => {
            Ok(parts.iter().enumerate().map(|(index, part)| (format!("{name}[{index}]"), part.clone())).collect())
        }
        Some(one @ (Json::String(_) | Json::Number(_) | Json::Object(_))) => Ok(vec![(name.to_owned(), one.clone())]),
        Some(other) => {
            let detail = format!("{name} must be a list, not {}", shown(other));
            Err(InputError::new("input_invalid", name, detail))
        }
    }
}

fn number(value: &Json) -> Option<i64> {
    match value {
        Json::Number(number) => whole(number),
        Json::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// 30 and 30.0, but not 30.5.
fn whole(number: &serde_json::Number) -> Option<i64> {
    number.as_i64().or_else(|| {
        let float = number.as_f64()?;
        (float.fract() == 0.0 && float.abs() < 1e15).then_some(float as i64)
    })
}

fn unknown_parameter(name: &str) -> InputError {
    const KNOWN: [&str; 8] =
        ["attributes", "status", "orderBy", "createdBeforeDays", "createdAfter", "createdBefore", "top", "skipToken"];
    let hint = nearest(name, KNOWN).map(|near| format!("; did you mean '{near}'?")).unwrap_or_default();
    InputError::new("parameter_unknown", name, format!("there is no parameter {}{hint}", shown(&name.into())))
}

fn kind_of(value: &Json) -> &'static str {
    match value {
        Json::Null => "null",
        Json::Bool(_) => "a boolean",
        Json::Number(_) => "a number",
        Json::String(_) => "text",
        Json::Array(_) => "a list",
        Json::Object(_) => "an object",
    }
}

/// A value as it came, cut short: error texts are for people.
fn shown(value: &Json) -> String {
    let text = value.to_string();
    match text.char_indices().nth(80) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    }
}
