//! The report as one page that needs no other file: plots with axes and units, the figures of each under it, light and
//! dark as the reader's system has it. Knows nothing of how the figures came about.

use super::plot::{Plot, Series};
use super::words::{count, duration, duration_or_dash, hour_of_week, percent};
use super::{Report, StaffingReport};
use crate::measures::Figures;
use std::collections::BTreeSet;
use std::fmt::Write;

const STYLE: &str = include_str!("style.css");

/// Set-ups side by side.
pub fn page(report: &Report) -> String {
    let mut body = format!(
        "<h1>{}</h1>\n<p>{}. {} to {}, {}; seed {}. In time means {}. Waits are everyone's, until they were answered or left.</p>\n",
        escape(&report.title),
        escape(&report.demand),
        minute(report.from),
        minute(report.until),
        escape(&report.time_zone),
        report.seed,
        escape(&report.in_time)
    );
    for remark in &report.remarks {
        let _ = writeln!(body, "<p>{}</p>", escape(remark));
    }
    comparison(&mut body, report);
    queues(&mut body, report);
    let of_all = |figure: fn(&Figures) -> Option<f64>| -> Vec<(&str, Vec<Option<f64>>)> {
        report.runs.iter().map(|run| (run.name.as_str(), run.hours.iter().map(figure).collect())).collect()
    };
    type Said = (&'static str, &'static str, &'static str, Option<f64>, fn(&Figures) -> Option<f64>);
    let plots: [Said; 6] = [
        ("Answered in time", "Of those who came in each hour of the week.", "%", Some(100.0), |f| {
            f.service_level.map(hundred)
        }),
        ("Waiting: nine of ten waited less", "The 90th percentile of each hour.", "minutes", None, |f| {
            f.wait_ms_p90.map(|ms| ms as f64 / 60_000.0)
        }),
        ("Left before they were answered", "Of those who came in each hour.", "%", None, |f| {
            f.abandonment.map(hundred)
        }),
        (
            "Agents' occupancy",
            "The share of their capacity that was taken while they were on line.",
            "%",
            Some(100.0),
            |f| f.occupancy.map(hundred),
        ),
        ("Agents on line", "On average over each hour.", "agents", None, |f| f.agents_on_line),
        ("Arrivals", "Conversations begun in each hour, over the whole time.", "conversations", None, |f| {
            (f.arrivals > 0).then_some(f.arrivals as f64)
        }),
    ];
    for (title, says, unit, top, figure) in plots {
        draw(&mut body, title, says, unit, top, None, &of_all(figure));
    }
    by_queue_and_hour(&mut body, report);
    document(&report.title, &body)
}

fn hundred(share: f64) -> f64 {
    share * 100.0
}

/// Each figure, the set-ups in columns, and the difference where there are two.
fn comparison(body: &mut String, report: &Report) {
    body.push_str("<h2>Over all</h2>\n<div class=\"wide\"><table><thead><tr><th></th>");
    for run in &report.runs {
        let _ = write!(body, "<th>{}</th>", escape(&run.name));
    }
    body.push_str(if report.runs.len() == 2 {
        "<th>difference</th></tr></thead><tbody>"
    } else {
        "</tr></thead><tbody>"
    });
    type Said = (&'static str, fn(&Figures) -> String, fn(&Figures) -> Option<f64>, Better, fn(f64) -> String);
    let points: fn(f64) -> String = |difference| format!("{:+.1} points", difference * 100.0);
    let times: fn(f64) -> String = |ms| format!("{}{}", if ms < 0.0 { "−" } else { "+" }, duration(ms.abs() as u64));
    let numbers: fn(f64) -> String =
        |n| format!("{}{}", if n < 0.0 { "−" } else { "+" }, count(n.abs().round() as u64));
    let rows: [Said; 11] = [
        ("Arrivals", |f| count(f.arrivals), |f| Some(f.arrivals as f64), Better::Neither, numbers),
        ("Answered in time", |f| percent(f.service_level), |f| f.service_level, Better::More, points),
        (
            "Wait, half of them (p50)",
            |f| duration_or_dash(f.wait_ms_p50),
            |f| number(f.wait_ms_p50),
            Better::Less,
            times,
        ),
        (
            "Wait, nine of ten (p90)",
            |f| duration_or_dash(f.wait_ms_p90),
            |f| number(f.wait_ms_p90),
            Better::Less,
            times,
        ),
        ("Wait, 99 of 100 (p99)", |f| duration_or_dash(f.wait_ms_p99), |f| number(f.wait_ms_p99), Better::Less, times),
        ("Left before an answer", |f| percent(f.abandonment), |f| f.abandonment, Better::Less, points),
        ("Sent away", |f| count(f.sent_away), |f| Some(f.sent_away as f64), Better::Less, numbers),
        ("Unanswered at the end", |f| count(f.still_waiting), |f| Some(f.still_waiting as f64), Better::Less, numbers),
        ("Refused by the set-up", |f| count(f.refused), |f| Some(f.refused as f64), Better::Less, numbers),
        ("Occupancy", |f| percent(f.occupancy), |f| f.occupancy, Better::Neither, points),
        ("Transfers", |f| count(f.transfers), |f| Some(f.transfers as f64), Better::Less, numbers),
    ];
    for (what, said, value, better, difference) in rows {
        let _ = write!(body, "<tr><td>{what}</td>");
        for run in &report.runs {
            let _ = write!(body, "<td>{}</td>", said(&run.all));
        }
        if let [old, new] = &report.runs[..] {
            match value(&new.all).zip(value(&old.all)).map(|(new, old)| new - old) {
                Some(by) if difference(by) != difference(0.0) && difference(by) != difference(-0.0) => {
                    let _ = write!(body, "<td class=\"{}\">{}</td>", better.class(by), difference(by));
                }
                _ => body.push_str("<td>–</td>"),
            }
        }
        body.push_str("</tr>\n");
    }
    body.push_str("</tbody></table></div>\n");
}

#[derive(Clone, Copy)]
enum Better {
    More,
    Less,
    Neither,
}

impl Better {
    fn class(self, difference: f64) -> &'static str {
        match self {
            Better::Neither => "",
            Better::More if difference > 0.0 => "better",
            Better::Less if difference < 0.0 => "better",
            _ => "worse",
        }
    }
}

fn number(ms: Option<u64>) -> Option<f64> {
    ms.map(|ms| ms as f64)
}

fn queue_names(report: &Report) -> BTreeSet<&str> {
    report.runs.iter().flat_map(|run| run.queues.iter().map(|queue| queue.name.as_str())).collect()
}

fn queues(body: &mut String, report: &Report) {
    body.push_str(
        "<h2>By queue</h2>\n<p>Where they were answered, or last waited. Occupancy is that of the queue's members.</p>\n<div class=\"wide\"><table><thead><tr><th>Queue</th><th>set-up</th><th>arrivals</th><th>p50</th><th>p90</th><th>p99</th><th>in time</th><th>left</th><th>occupancy</th><th>transfers</th></tr></thead><tbody>\n",
    );
    for name in queue_names(report) {
        for run in &report.runs {
            let Some(queue) = run.queues.iter().find(|queue| queue.name == name) else { continue };
            let f = &queue.all;
            let _ = writeln!(
                body,
                "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
                escape(name),
                escape(&run.name),
                count(f.arrivals),
                duration_or_dash(f.wait_ms_p50),
                duration_or_dash(f.wait_ms_p90),
                duration_or_dash(f.wait_ms_p99),
                percent(f.service_level),
                percent(f.abandonment),
                percent(f.occupancy),
                count(f.transfers)
            );
        }
    }
    body.push_str("</tbody></table></div>\n");
}

fn by_queue_and_hour(body: &mut String, report: &Report) {
    let names = queue_names(report);
    if names.len() < 2 {
        return;
    }
    body.push_str("<h2>Queues by the hour</h2>\n<p>How long nine of ten waited at most, each queue for itself.</p>\n");
    for name in names {
        let series: Vec<(&str, Vec<Option<f64>>)> = report
            .runs
            .iter()
            .filter_map(|run| {
                let queue = run.queues.iter().find(|queue| queue.name == name)?;
                let waits = queue.hours.iter().map(|hour| hour.wait_ms_p90.map(|ms| ms as f64 / 60_000.0));
                Some((run.name.as_str(), waits.collect()))
            })
            .collect();
        if series.iter().any(|(_, values)| values.iter().any(Option::is_some)) {
            let _ = writeln!(body, "<details><summary>{}</summary>", escape(name));
            draw(body, "", "", "minutes", None, None, &series);
            body.push_str("</details>\n");
        }
    }
}

/// A plot with its key, and its figures as a table under it. Hours of which no set-up says anything are left out at
/// both ends.
fn draw(
    body: &mut String,
    title: &str,
    says: &str,
    unit: &str,
    top: Option<f64>,
    level: Option<f64>,
    of_runs: &[(&str, Vec<Option<f64>>)],
) {
    let said = |hour: &usize| of_runs.iter().any(|(_, values)| values.get(*hour).is_some_and(Option::is_some));
    let hours: Vec<usize> = (0..168).filter(said).collect();
    let (Some(first), Some(last)) = (hours.first(), hours.last()) else { return };
    let shown = *first..*last + 1;
    let labels: Vec<String> = shown.clone().map(hour_of_week).collect();
    let series: Vec<Series> =
        of_runs.iter().map(|(name, values)| Series { name, values: values[shown.clone()].to_vec() }).collect();
    if !title.is_empty() {
        let _ = writeln!(body, "<h2>{}</h2>\n<p>{}</p>", escape(title), escape(says));
    }
    let _ = writeln!(body, "<figure{}>", if series.len() == 1 { " class=\"only\"" } else { "" });
    if series.len() > 1 {
        body.push_str("<div class=\"key\">");
        for (number, series) in series.iter().enumerate() {
            let _ = write!(
                body,
                "<span><svg viewBox=\"0 0 26 10\"><path class=\"line s{number}\" d=\"M0 5H26\"/></svg>{}</span>",
                escape(series.name)
            );
        }
        body.push_str("</div>\n");
    }
    let plot = Plot { unit, labels: &labels, series: &series, top, level };
    body.push_str(&plot.svg(title));
    let _ = write!(body, "<details><summary>As a table</summary><div class=\"wide\"><table><thead><tr><th>Hour</th>");
    for series in &series {
        let _ = write!(body, "<th>{}, {}</th>", escape(series.name), escape(unit));
    }
    body.push_str("</tr></thead><tbody>");
    for (index, label) in labels.iter().enumerate() {
        let _ = write!(body, "<tr><td>{label}</td>");
        for series in &series {
            let value = series.values[index].map_or("–".to_owned(), |value| format!("{value:.1}"));
            let _ = write!(body, "<td>{value}</td>");
        }
        body.push_str("</tr>");
    }
    body.push_str("</tbody></table></div></details></figure>\n");
}

/// How many agents each hour needs.
pub fn staffing_page(report: &StaffingReport) -> String {
    let staffing = &report.staffing;
    let title = format!("Agents for {:.0} % within {}", staffing.target * 100.0, duration(staffing.within_ms));
    let mut body = format!(
        "<h1>{}</h1>\n<p>{}; {}; seed {}. The smallest numbers with which the simulated service level reaches the target with {:.0} % confidence, over {} runs each. {} agent hours a week; run as a whole, {} are answered in time.</p>\n",
        escape(&title),
        escape(&report.demand),
        escape(&report.time_zone),
        report.seed,
        staffing.confidence * 100.0,
        staffing.replications,
        count(staffing.agent_hours),
        percent(staffing.service_level_of_week)
    );
    let hours = &staffing.hours;
    let agents = hours.iter().map(|hour| Some(f64::from(hour.agents))).collect();
    draw(&mut body, "Agents", "On line in each hour of the week.", "agents", None, None, &[("agents", agents)]);
    let levels = hours.iter().map(|hour| hour.service_level_in_week.map(hundred)).collect();
    let (says, target) = ("Answered in time, with these agents, over the week as a whole.", staffing.target * 100.0);
    draw(&mut body, "Service level", says, "%", Some(100.0), Some(target), &[("in time", levels)]);
    let arrivals = hours.iter().map(|hour| Some(hour.arrivals)).collect();
    draw(&mut body, "Forecast", "Expected in each hour.", "conversations", None, None, &[("arrivals", arrivals)]);
    document(&title, &body)
}

fn minute(at: frontdesk_model::Timestamp) -> String {
    at.to_string().replace('T', " ").chars().take(16).collect()
}

fn document(title: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n",
        escape(title)
    )
}

pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
