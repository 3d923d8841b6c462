//! Widgets: which workstream their visitors reach. Knows nothing of pages.

use super::check::check_name;
use crate::Refusal;
use frontdesk_model::Widget;

pub(super) fn check(widget: &Widget) -> Result<(), Refusal> {
    check_name(&widget.name)
}
