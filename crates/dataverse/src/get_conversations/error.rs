//! Why an input is not accepted. Knows nothing of HTTP: each edge gives it its own shape.

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{detail}")]
pub struct InputError {
    /// Stable, snake_case.
    pub code: &'static str,
    /// The member at fault, as in `orderBy[1].attributeName`; empty for the input as a whole.
    pub field: String,
    pub detail: String,
}

impl InputError {
    pub fn new(code: &'static str, field: impl Into<String>, detail: impl Into<String>) -> Self {
        InputError { code, field: field.into(), detail: detail.into() }
    }
}
