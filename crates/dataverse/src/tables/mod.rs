//! One file a table, named by its logical name. A new table: its file, and a line in each of the two lists here.

pub mod account;
mod choices;
pub mod contact;
pub mod incident;
pub mod msdyn_liveworkstream;
pub mod msdyn_ocliveworkitem;
pub mod msdyn_ocsession;
pub mod msdyn_queueextension;
pub mod msdyn_sessionparticipant;
pub mod queue;
pub mod systemuser;

use crate::metadata::Described;

/// Every table there is.
pub fn all() -> [&'static dyn Described; 10] {
    [
        &account::TABLE,
        &contact::TABLE,
        &incident::TABLE,
        &msdyn_liveworkstream::TABLE,
        &msdyn_ocliveworkitem::TABLE,
        &msdyn_ocsession::TABLE,
        &msdyn_queueextension::TABLE,
        &msdyn_sessionparticipant::TABLE,
        &queue::TABLE,
        &systemuser::TABLE,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::Kind;
    use std::collections::BTreeSet;

    /// Tables of the contract that lookups lead to and that we hold nothing of yet.
    const NOT_YET: [&str; 9] = [
        "businessunit",
        "msdyn_channelinstance",
        "msdyn_ocexternalcontext",
        "msdyn_oclanguage",
        "msdyn_omnichannelqueue",
        "queueitem",
        "sla",
        "socialprofile",
        "team",
    ];

    #[test]
    fn every_lookup_leads_to_a_table_and_every_table_has_its_primary_columns() {
        let tables: BTreeSet<&str> = all().iter().map(|table| table.names().logical).collect();
        for table in all() {
            let columns = table.columns();
            let has = |name| columns.iter().any(|(column, _)| *column == name);
            assert!(has(table.names().primary_id) && has(table.names().primary_name), "{}", table.names().logical);
            for (column, kind) in &columns {
                let Kind::Lookup { targets } = kind else { continue };
                for target in *targets {
                    assert!(tables.contains(target) != NOT_YET.contains(target), "{column} leads to {target}");
                }
            }
        }
    }

    #[test]
    fn column_names_are_lower_case_and_each_stands_once() {
        for table in all() {
            let columns = table.columns();
            let names: BTreeSet<&str> = columns.iter().map(|(name, _)| *name).collect();
            assert_eq!(names.len(), columns.len(), "{}", table.names().logical);
            assert!(
                names.iter().all(|name| name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'))
            );
        }
    }
}
