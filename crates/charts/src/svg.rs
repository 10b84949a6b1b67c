//! Writing SVG: escaping, numbers, the few shapes that the charts use.

use std::fmt::Write;

/// From one line of text to the next, in user units.
pub(crate) const TEXT_LINE: f64 = 16.0;
/// Height of the text in user units.
pub(crate) const TEXT_HEIGHT: f64 = 12.0;
/// Least distance of the base lines of two texts above each other.
const TEXT_APART: f64 = 12.0;
/// How each series is dashed; the first is solid.
const DASHES: [&str; 6] = ["", "9 4", "2.5 3", "10 3 2 3", "16 5", "3 3 3 3 10 3"];
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

/// The text in lines that fit into a width, broken between words; what is over after `most` lines is cut.
pub(crate) fn wrapped(text: &str, width: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut rest = text.split_whitespace().peekable();
    while let Some(word) = rest.next() {
        let mut line = word.to_owned();
        if lines.len() + 1 >= most {
            for word in rest.by_ref() {
                line += " ";
                line += word;
            }
        }
        while let Some(word) =
            rest.peek().filter(|word| text_width(&line) + text_width(word) + LETTER_WIDTH <= width)
        {
            line += " ";
            line += word;
            rest.next();
        }
        lines.push(fitted(&line, width));
    }
    lines
}

/// How a series, counted from 1, is dashed.
pub(crate) fn dash(series: usize) -> &'static str {
    DASHES.get(series.saturating_sub(1) % DASHES.len()).copied().unwrap_or_default()
}

/// For text and attributes.
pub(crate) fn escaped(text: &str) -> String {
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

/// A short line from here to there.
pub(crate) type Stroke = ((f64, f64), (f64, f64));

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
    /// Left, right and base line of each text.
    taken: Vec<(f64, f64, f64)>,
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
        Self { out, width, height, taken: Vec::new() }
    }

    pub(crate) fn width(&self) -> f64 {
        self.width
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
        self.corners(points);
        self.out.push_str("\"/>");
    }

    /// A line through points with a dash of its own (none: solid), so wide where no style sheet says otherwise.
    pub(crate) fn trace(&mut self, class: &str, points: &[(f64, f64)], dash: &str, width: f64) {
        if points.len() < 2 {
            return;
        }
        self.write(format_args!(
            "<path class=\"{class}\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"{width:.1}\""
        ));
        if !dash.is_empty() {
            self.write(format_args!(" stroke-dasharray=\"{dash}\""));
        }
        self.out.push_str(" d=\"");
        self.corners(points);
        self.out.push_str("\"/>");
    }

    /// An area; without a style sheet its dotted outline.
    pub(crate) fn area(&mut self, class: &str, points: &[(f64, f64)]) {
        if points.len() < 3 {
            return;
        }
        self.write(format_args!(
            "<path class=\"{class}\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"0.6\" stroke-dasharray=\"1 2\" d=\""
        ));
        self.corners(points);
        self.out.push_str("Z\"/>");
    }

    /// Many short lines as one shape.
    pub(crate) fn strokes(&mut self, class: &str, strokes: &[Stroke], title: &str) {
        if strokes.is_empty() {
            return;
        }
        self.write(format_args!("<path class=\"{class}\" fill=\"none\" stroke=\"currentColor\" d=\""));
        for (from, to) in strokes {
            self.corners(&[*from, *to]);
        }
        self.out.push('"');
        self.titled("path", title);
    }

    /// A line of a width of its own, half transparent so that what lies over it is legible.
    pub(crate) fn weighed(
        &mut self,
        class: &str,
        ((x1, y1), (x2, y2)): Stroke,
        (width, dash): (f64, &str),
        title: &str,
    ) {
        let (x1, y1, x2, y2) = (self.x(x1), self.y(y1), self.x(x2), self.y(y2));
        self.write(format_args!(
            "<line class=\"{class}\" x1=\"{x1:.1}\" y1=\"{y1:.1}\" x2=\"{x2:.1}\" y2=\"{y2:.1}\" \
             stroke=\"currentColor\" stroke-width=\"{width:.1}\" stroke-opacity=\"0.5\""
        ));
        if !dash.is_empty() {
            self.write(format_args!(" stroke-dasharray=\"{dash}\""));
        }
        self.titled("line", title);
    }

    /// A rectangle that is not filled without a style sheet.
    pub(crate) fn outline(
        &mut self,
        class: &str,
        (x, y): (f64, f64),
        (width, height): (f64, f64),
        title: &str,
    ) {
        let (left, top) = (self.x(x), self.y(y));
        let (width, height) = (self.x(x + width) - left, self.y(y + height) - top);
        self.write(format_args!(
            "<rect class=\"{class}\" x=\"{left:.1}\" y=\"{top:.1}\" width=\"{:.1}\" height=\"{:.1}\" fill=\"none\" stroke=\"currentColor\"",
            width.max(0.0),
            height.max(0.0)
        ));
        self.titled("rect", title);
    }

    fn corners(&mut self, points: &[(f64, f64)]) {
        for (number, (x, y)) in points.iter().enumerate() {
            let (letter, x, y) = (if number == 0 { 'M' } else { 'L' }, self.x(*x), self.y(*y));
            self.write(format_args!("{letter}{x:.1} {y:.1}"));
        }
    }

    /// A dot in the shape of its series: circle, square, triangle, diamond, triangle upside down, cross, and again. Hollow by class.
    pub(crate) fn dot(&mut self, series: usize, class: &str, x: f64, y: f64, title: &str) {
        let (x, y) = (x.clamp(4.0, self.width - 4.0), y.clamp(4.0, self.height - 4.0));
        let (x, y) = (self.x(x), self.y(y));
        let hollow = class.contains("chart-hollow");
        let paint = if hollow { " fill=\"none\" stroke=\"currentColor\"" } else { "" };
        let corners: &[(f64, f64)] = match series.saturating_sub(1) % 6 {
            0 => {
                self.write(format_args!(
                    "<circle class=\"{class}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3.2\"{paint}"
                ));
                return self.titled("circle", title);
            }
            1 if hollow => return self.outline(class, (x - 3.0, y - 3.0), (6.0, 6.0), title),
            1 => return self.rect(class, (x - 3.0, y - 3.0), (6.0, 6.0), title),
            2 => &[(0.0, -3.8), (3.8, 3.0), (-3.8, 3.0), (0.0, -3.8)],
            3 => &[(0.0, -4.0), (4.0, 0.0), (0.0, 4.0), (-4.0, 0.0)],
            4 => &[(0.0, 3.8), (3.8, -3.0), (-3.8, -3.0), (0.0, 3.8)],
            _ => &[
                (-1.2, -4.0),
                (1.2, -4.0),
                (1.2, -1.2),
                (4.0, -1.2),
                (4.0, 1.2),
                (1.2, 1.2),
                (1.2, 4.0),
                (-1.2, 4.0),
                (-1.2, 1.2),
                (-4.0, 1.2),
                (-4.0, -1.2),
                (-1.2, -1.2),
            ],
        };
        self.write(format_args!("<path class=\"{class}\"{paint} d=\""));
        let corners: Vec<(f64, f64)> = corners.iter().map(|(right, down)| (x + right, y + down)).collect();
        self.corners(&corners);
        self.out.push_str("Z\"");
        self.titled("path", title);
    }

    /// A text where no other text is yet; gives whether there was room.
    pub(crate) fn text_if_free(&mut self, class: &str, at: (f64, f64), anchor: Anchor, text: &str) -> bool {
        let (left, right) = self.span(at.0, anchor, text);
        // Bold letters are wider.
        let gap = if class.contains("chart-value") || class.contains("chart-weight") { 7.0 } else { 3.0 };
        let over = |(other_left, other_right, y): &(f64, f64, f64)| {
            left < *other_right + gap && *other_left < right + gap && (y - at.1).abs() < TEXT_APART
        };
        if text.is_empty() || self.taken.iter().any(over) {
            return false;
        }
        self.text(class, at, anchor, text);
        true
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
        self.taken.push((left, right, y));
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
