//! Plots by the hour as inline SVG: steps over hours, one line for each set-up, axes with units. Colours are classes, so
//! that the page decides them for light and dark. Knows nothing of what is plotted.

use std::fmt::Write;

pub struct Plot<'a> {
    /// Of the vertical axis, as in "minutes".
    pub unit: &'a str,
    pub labels: &'a [String],
    pub series: &'a [Series<'a>],
    /// The top of the axis; none = what the values need.
    pub top: Option<f64>,
    /// A level to be reached, drawn across.
    pub level: Option<f64>,
}

pub struct Series<'a> {
    pub name: &'a str,
    /// None: nothing to say of that hour.
    pub values: Vec<Option<f64>>,
}

const WIDTH: f64 = 960.0;
const HEIGHT: f64 = 250.0;
const LEFT: f64 = 56.0;
const RIGHT: f64 = 14.0;
const TOP: f64 = 22.0;
const BOTTOM: f64 = 34.0;

impl Plot<'_> {
    pub fn svg(&self, title: &str) -> String {
        let (top, step) = self.axis();
        let mut svg = format!(
            "<svg viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"{}\">\n",
            super::html::escape(title)
        );
        self.draw_axes(&mut svg, top, step);
        if let Some(level) = self.level {
            let y = height_of(level, top);
            let _ = writeln!(
                svg,
                "<line class=\"level\" x1=\"{LEFT}\" x2=\"{}\" y1=\"{y:.1}\" y2=\"{y:.1}\"/>",
                WIDTH - RIGHT
            );
        }
        for (number, series) in self.series.iter().enumerate() {
            let path = self.path(series, top);
            let _ = writeln!(svg, "<path class=\"line s{number}\" d=\"{path}\"/>");
        }
        self.draw_hints(&mut svg);
        svg.push_str("</svg>");
        svg
    }

    /// The top of the axis and the distance of its lines: 1, 2 or 5 times a power of ten.
    fn axis(&self) -> (f64, f64) {
        let values = self.series.iter().flat_map(|series| series.values.iter().flatten());
        let largest = values.chain(&self.level).fold(0.0_f64, |largest, value| largest.max(*value));
        let largest = self.top.unwrap_or(if largest > 0.0 { largest } else { 1.0 });
        let rough = largest / 4.0;
        let power = 10f64.powf(rough.log10().floor());
        let step =
            [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().map(|times| times * power).find(|step| *step >= rough * 0.999);
        let step = step.unwrap_or(power * 10.0);
        (self.top.unwrap_or((largest / step).ceil() * step), step)
    }

    fn draw_axes(&self, svg: &mut String, top: f64, step: f64) {
        let right = WIDTH - RIGHT;
        let lines = (top / step + 0.001).floor() as u32;
        for line in 0..=lines {
            let value = f64::from(line) * step;
            let y = height_of(value, top);
            let said = if step < 1.0 { format!("{value:.1}") } else { format!("{value:.0}") };
            let _ = writeln!(svg, "<line class=\"grid\" x1=\"{LEFT}\" x2=\"{right}\" y1=\"{y:.1}\" y2=\"{y:.1}\"/>");
            let _ = writeln!(svg, "<text class=\"tick end\" x=\"{}\" y=\"{:.1}\">{said}</text>", LEFT - 8.0, y + 4.0);
        }
        let _ = writeln!(svg, "<text class=\"tick\" x=\"{LEFT}\" y=\"12\">{}</text>", super::html::escape(self.unit));
        let floor = HEIGHT - BOTTOM;
        let _ = writeln!(svg, "<line class=\"axis\" x1=\"{LEFT}\" x2=\"{right}\" y1=\"{floor}\" y2=\"{floor}\"/>");
        let every = match self.labels.len() {
            0..=30 => 3,
            31..=80 => 12,
            _ => 24,
        };
        for (index, label) in self.labels.iter().enumerate().step_by(every) {
            let x = self.x_of(index);
            let _ = writeln!(
                svg,
                "<line class=\"axis\" x1=\"{x:.1}\" x2=\"{x:.1}\" y1=\"{floor}\" y2=\"{}\"/>",
                floor + 5.0
            );
            let _ = writeln!(svg, "<text class=\"tick\" x=\"{x:.1}\" y=\"{}\">{label}</text>", floor + 20.0);
        }
    }

    fn path(&self, series: &Series, top: f64) -> String {
        let mut path = String::new();
        let mut drawing = false;
        for (index, value) in series.values.iter().enumerate() {
            let Some(value) = value else {
                drawing = false;
                continue;
            };
            let (y, from, to) = (height_of(*value, top), self.x_of(index), self.x_of(index + 1));
            let _ = write!(path, "{}{from:.1} {y:.1}H{to:.1}", if drawing { "L" } else { "M" });
            drawing = true;
        }
        path
    }

    /// What the pointer tells of an hour.
    fn draw_hints(&self, svg: &mut String) {
        let width = self.x_of(1) - self.x_of(0);
        for (index, label) in self.labels.iter().enumerate() {
            let mut said = label.clone();
            for series in self.series {
                if let Some(Some(value)) = series.values.get(index) {
                    let _ = write!(said, "\n{}: {value:.1} {}", series.name, self.unit);
                }
            }
            let _ = writeln!(
                svg,
                "<rect class=\"hint\" x=\"{:.1}\" y=\"{TOP}\" width=\"{width:.1}\" height=\"{}\"><title>{}</title></rect>",
                self.x_of(index),
                HEIGHT - TOP - BOTTOM,
                super::html::escape(&said)
            );
        }
    }

    fn x_of(&self, index: usize) -> f64 {
        LEFT + (WIDTH - LEFT - RIGHT) * index as f64 / self.labels.len().max(1) as f64
    }
}

fn height_of(value: f64, top: f64) -> f64 {
    TOP + (HEIGHT - TOP - BOTTOM) * (1.0 - (value / top).clamp(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_end_on_round_numbers() {
        for (value, top, step) in [(7.0, 8.0, 2.0), (93.0, 100.0, 25.0), (0.3, 0.3, 0.1), (0.0, 1.0, 0.25)] {
            let series = [Series { name: "old", values: vec![Some(value), None] }];
            let labels = ["Mon".to_owned(), "Tue".to_owned()];
            let plot = Plot { unit: "minutes", labels: &labels, series: &series, top: None, level: None };
            let (found_top, found_step) = plot.axis();
            assert!((found_top - top).abs() < 1e-9 && (found_step - step).abs() < 1e-9, "{found_top} {found_step}");
        }
    }
}
