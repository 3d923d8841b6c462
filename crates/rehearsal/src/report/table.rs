//! The report for a terminal: set-ups side by side over all, by queue, and by hour of the day. Knows no colours.

use super::words::{count, duration_or_dash, hour_of_week, percent};
use super::{Report, StaffingReport};
use crate::measures::Figures;
use std::fmt::Write;

pub fn table(report: &Report) -> String {
    let mut text = format!("{}\n{}, seed {}\n\n", report.title, report.demand, report.seed);
    heading(&mut text, "");
    for run in &report.runs {
        row(&mut text, "all", &run.name, &run.all);
    }
    let names = report.runs.iter().flat_map(|run| run.queues.iter().map(|queue| &queue.name));
    let names: std::collections::BTreeSet<&String> = names.collect();
    for name in names {
        for run in &report.runs {
            if let Some(queue) = run.queues.iter().find(|queue| queue.name == *name) {
                row(&mut text, name, &run.name, &queue.all);
            }
        }
    }
    text.push('\n');
    heading(&mut text, "by hour of the week");
    for hour in 0..168 {
        for run in &report.runs {
            if let Some(figures) = run.hours.get(hour).filter(|figures| figures.arrivals > 0) {
                row(&mut text, &hour_of_week(hour), &run.name, figures);
            }
        }
    }
    let _ = writeln!(text, "\nIn time: {}. Waits are everyone's, until they were answered or left.", report.in_time);
    for remark in &report.remarks {
        let _ = writeln!(text, "{remark}");
    }
    text
}

fn heading(text: &mut String, first: &str) {
    let _ = writeln!(
        text,
        "{first:<20} {:<8} {:>8} {:>10} {:>10} {:>10} {:>8} {:>8} {:>9} {:>9}",
        "set-up", "arrivals", "wait p50", "wait p90", "wait p99", "in time", "left", "occupied", "transfers"
    );
}

fn row(text: &mut String, what: &str, run: &str, figures: &Figures) {
    let what: String = what.chars().take(20).collect();
    let _ = writeln!(
        text,
        "{what:<20} {run:<8} {:>8} {:>10} {:>10} {:>10} {:>8} {:>8} {:>9} {:>9}",
        count(figures.arrivals),
        duration_or_dash(figures.wait_ms_p50),
        duration_or_dash(figures.wait_ms_p90),
        duration_or_dash(figures.wait_ms_p99),
        percent(figures.service_level),
        percent(figures.abandonment),
        percent(figures.occupancy),
        count(figures.transfers),
    );
}

pub fn staffing_table(report: &StaffingReport) -> String {
    let staffing = &report.staffing;
    let mut text = format!(
        "{} in time ({}), with {:.0} % confidence\n{}, seed {}\n\n",
        percent(Some(staffing.target)),
        super::words::duration(staffing.within_ms),
        staffing.confidence * 100.0,
        report.demand,
        report.seed
    );
    let _ = writeln!(
        text,
        "{:<12} {:>9} {:>7} {:>9} {:>9} {:>12}",
        "hour", "arrivals", "agents", "in time", "at least", "whole week"
    );
    for hour in staffing.hours.iter().filter(|hour| hour.arrivals > 0.0) {
        let _ = writeln!(
            text,
            "{:<12} {:>9.1} {:>7} {:>9} {:>9} {:>12}",
            hour_of_week(hour.hour),
            hour.arrivals,
            hour.agents,
            percent(Some(hour.service_level)),
            percent(Some(hour.service_level_least)),
            percent(hour.service_level_in_week),
        );
    }
    let _ = writeln!(
        text,
        "\n{} agent hours; the week as a whole: {} in time.",
        count(staffing.agent_hours),
        percent(staffing.service_level_of_week)
    );
    text
}
