//! Operating hours: the calendar's own words and its own checks.

use crate::fields::{Entry, Fields};
use frontdesk_calendar::{Holiday, MonthlyOpening, OperatingHours as Hours, Span, WeeklyOpening};
use frontdesk_model::OperatingHours;

impl Entry for OperatingHours {
    fn blank() -> OperatingHours {
        OperatingHours::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        let OperatingHours { name, hours, id: _, version: _ } = self;
        let Hours { time_zone, weekly, monthly, holidays } = hours;
        fields.required("name", name);
        fields.required("timeZone", time_zone);
        fields.usually("weekly", weekly, Vec::new());
        fields.usually("monthly", monthly, Vec::new());
        fields.usually("holidays", holidays, Vec::new());
    }
}

impl Entry for WeeklyOpening {
    fn blank() -> WeeklyOpening {
        WeeklyOpening {
            days: Vec::new(),
            from: String::new(),
            to: String::new(),
            every_weeks: 1,
            anchor_date: None,
            from_date: None,
            until_date: None,
        }
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        let WeeklyOpening { days, from, to, every_weeks, anchor_date, from_date, until_date } = self;
        fields.required("days", days);
        fields.required("from", from);
        fields.required("to", to);
        fields.usually("everyWeeks", every_weeks, 1);
        fields.optional("anchorDate", anchor_date);
        fields.optional("fromDate", from_date);
        fields.optional("untilDate", until_date);
    }
}

impl Entry for MonthlyOpening {
    fn blank() -> MonthlyOpening {
        MonthlyOpening::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        let MonthlyOpening { days_of_month, nth, days, from, to, from_date, until_date } = self;
        fields.usually("daysOfMonth", days_of_month, Vec::new());
        fields.usually("nth", nth, Vec::new());
        fields.usually("days", days, Vec::new());
        fields.required("from", from);
        fields.required("to", to);
        fields.optional("fromDate", from_date);
        fields.optional("untilDate", until_date);
    }
}

impl Entry for Holiday {
    fn blank() -> Holiday {
        Holiday::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        let Holiday { name, date, until_date, yearly, openings } = self;
        fields.required("name", name);
        fields.required("date", date);
        fields.optional("untilDate", until_date);
        fields.usually("yearly", yearly, false);
        fields.usually("openings", openings, Vec::new());
    }
}

impl Entry for Span {
    fn blank() -> Span {
        Span { from: String::new(), to: String::new() }
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        let Span { from, to } = self;
        fields.required("from", from);
        fields.required("to", to);
    }
}
