//! Writing SVG: escaping, numbers, the few shapes that the charts use.

use std::fmt::Write;

/// From one line of text to the next, in user units.
pub(crate) const TEXT_LINE: f64 = 16.0;
/// Height of the text in user units.
pub(crate) const TEXT_HEIGHT: f64 = 12.0;
/// A cautious width of one letter, so that estimated texts are rather too wide than too narrow.
const LETTER_WIDTH: f64 = 6.9;

/// Estimated width of a text in user units.
pub(crate) fn text_width(text: &str) -> f64 {
    f64::from(u32::try_from(text.chars().count()).unwrap_or(u32::MAX)) * LETTER_WIDTH
}

/// The text, cut with an ellipsis to what fits into a width.
pub(crate) fn fitted(text: &str, width: f64) -> String {
    if text_width(text) <= width {
        return text.to_owned();
    }
    let mut cut = String::new();
    for letter in text.chars() {
        if text_width(&cut) + 2.0 * LETTER_WIDTH > width {
            break;
        }
        cut.push(letter);
    }
    cut + "…"
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            // XML knows no other control characters.
            letter if letter.is_control() => safe.push(' '),
            letter => safe.push(letter),
        }
    }
    safe
}

/// On which side of its point a text stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// An SVG under construction. Whatever comes in, what is written is finite and inside the view box.
pub(crate) struct Svg {
    out: String,
    width: f64,
    height: f64,
}

impl Svg {
    pub(crate) fn open(class: &str, width: f64, height: f64, title: &str, description: &str) -> Self {
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" class=\"{class}\" viewBox=\"0 0 {width:.0} {height:.0}\" \
             font-size=\"{TEXT_HEIGHT:.0}\"><title>{}</title>",
            escaped(title)
        );
        if !description.is_empty() {
            out.push_str("<desc>");
            out.push_str(&escaped(description));
            out.push_str("</desc>");
        }
        Self { out, width, height }
    }

    pub(crate) fn close(mut self) -> String {
        self.out.push_str("</svg>");
        self.out
    }

    fn write(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        self.out.write_fmt(text).unwrap_or_default();
    }

    fn x(&self, x: f64) -> f64 {
        if x.is_finite() { x.clamp(0.0, self.width) } else { 0.0 }
    }

    fn y(&self, y: f64) -> f64 {
        if y.is_finite() { y.clamp(0.0, self.height) } else { 0.0 }
    }

    pub(crate) fn line(&mut self, class: &str, (x1, y1): (f64, f64), (x2, y2): (f64, f64), title: &str) {
        let (x1, y1, x2, y2) = (self.x(x1), self.y(y1), self.x(x2), self.y(y2));
        self.write(format_args!("<line class=\"{class}\" x1=\"{x1:.1}\" y1=\"{y1:.1}\" x2=\"{x2:.1}\" y2=\"{y2:.1}\" stroke=\"currentColor\""));
        self.titled("line", title);
    }

    pub(crate) fn rect(&mut self, class: &str, (x, y): (f64, f64), (width, height): (f64, f64), title: &str) {
        let (left, top) = (self.x(x), self.y(y));
        let (width, height) = (self.x(x + width) - left, self.y(y + height) - top);
        self.write(format_args!(
            "<rect class=\"{class}\" x=\"{left:.1}\" y=\"{top:.1}\" width=\"{:.1}\" height=\"{:.1}\"",
            width.max(0.0),
            height.max(0.0)
        ));
        if class.contains("chart-before") {
            self.out.push_str(" fill-opacity=\"0.35\"");
        }
        self.titled("rect", title);
    }

    /// A line through points. One point alone is no line.
    pub(crate) fn path(&mut self, class: &str, points: &[(f64, f64)], dashed: bool) {
        if points.len() < 2 {
            return;
        }
        self.write(format_args!("<path class=\"{class}\" fill=\"none\" stroke=\"currentColor\""));
        if dashed {
            self.out.push_str(" stroke-dasharray=\"5 4\"");
        }
        self.out.push_str(" d=\"");
        for (number, (x, y)) in points.iter().enumerate() {
            let (letter, x, y) = (if number == 0 { 'M' } else { 'L' }, self.x(*x), self.y(*y));
            self.write(format_args!("{letter}{x:.1} {y:.1}"));
        }
        self.out.push_str("\"/>");
    }

    /// A dot in the shape of its series: circle, square, triangle, diamond, and again.
    pub(crate) fn dot(&mut self, series: usize, class: &str, x: f64, y: f64, title: &str) {
        let (x, y) = (x.clamp(4.0, self.width - 4.0), y.clamp(4.0, self.height - 4.0));
        let (x, y) = (self.x(x), self.y(y));
        match series % 4 {
            1 => {
                self.write(format_args!("<circle class=\"{class}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3.2\""));
                self.titled("circle", title);
            }
            2 => self.rect(class, (x - 3.0, y - 3.0), (6.0, 6.0), title),
            shape => {
                let corners = if shape == 3 {
                    [(x, y - 3.8), (x + 3.8, y + 3.0), (x - 3.8, y + 3.0), (x, y - 3.8)]
                } else {
                    [(x, y - 4.0), (x + 4.0, y), (x, y + 4.0), (x - 4.0, y)]
                };
                self.write(format_args!("<path class=\"{class}\" d=\""));
                for (number, (x, y)) in corners.iter().enumerate() {
                    let (letter, x, y) = (if number == 0 { 'M' } else { 'L' }, self.x(*x), self.y(*y));
                    self.write(format_args!("{letter}{x:.1} {y:.1}"));
                }
                self.out.push_str("Z\"");
                self.titled("path", title);
            }
        }
    }

    /// A text; pushed inwards where it would leave the view box. Gives the span that it takes.
    pub(crate) fn text(&mut self, class: &str, (x, y): (f64, f64), anchor: Anchor, text: &str) -> (f64, f64) {
        let (left, right) = self.span(x, anchor, text);
        let (x, word) = match anchor {
            Anchor::Start => (left, "start"),
            Anchor::Middle => (f64::midpoint(left, right), "middle"),
            Anchor::End => (right, "end"),
        };
        let (x, y) = (self.x(x), self.y(y));
        self.write(format_args!(
            "<text class=\"chart-text {class}\" x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{word}\" fill=\"currentColor\">{}</text>",
            escaped(text)
        ));
        (left, right)
    }

    /// The span that a text takes, pushed into the view box.
    pub(crate) fn span(&self, x: f64, anchor: Anchor, text: &str) -> (f64, f64) {
        let width = text_width(text).min(self.width);
        let left = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        let left = self.x(left).min(self.width - width);
        (left, left + width)
    }

    fn titled(&mut self, element: &str, title: &str) {
        if title.is_empty() {
            self.out.push_str("/>");
        } else {
            self.write(format_args!("><title>{}</title></{element}>", escaped(title)));
        }
    }
}
