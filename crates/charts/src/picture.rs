//! Charts that leave the page: a file that stands alone, and a picture.

use super::svg::{escaped, wrapped};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb::Database};
use std::sync::Arc;

/// The rules of the style sheet, those of the outcomes last; colours by the names of the page's style sheet.
const RULES: [&str; 2] = [include_str!("base.css"), include_str!("outcomes.css")];
/// Around a chart that stands alone.
const MARGIN: f64 = 12.0;
/// The most dots that a picture has.
const MOST_DOTS: f64 = 64e6;

/// In which colours a chart stands alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Palette {
    /// On white.
    Light,
    /// On near black.
    Dark,
    /// Black and greys on white.
    Print,
}

impl Palette {
    /// What the names of the style sheet stand for.
    const fn colours(self) -> [(&'static str, &'static str); 17] {
        match self {
            Self::Light => [
                ("--paper", "#ffffff"),
                ("--ink", "#14212a"),
                ("--ink-soft", "#48565e"),
                ("--line", "#c3ccd1"),
                ("--line-strong", "#5d6b73"),
                ("--good", "#1f6333"),
                ("--stop", "#a3111b"),
                ("--warn-line", "#c98a1b"),
                ("--chart-1", "#0072b2"),
                ("--chart-2", "#d55e00"),
                ("--chart-3", "#008a64"),
                ("--chart-4", "#c06c9b"),
                ("--chart-5", "#8c5a28"),
                ("--chart-6", "#14212a"),
                ("--chart-better", "#0072b2"),
                ("--chart-worse", "#d55e00"),
                ("--chart-same", "#5d6b73"),
            ],
            Self::Dark => [
                ("--paper", "#12181b"),
                ("--ink", "#e8edef"),
                ("--ink-soft", "#a9b6bc"),
                ("--line", "#36434a"),
                ("--line-strong", "#8797a0"),
                ("--good", "#8fd6a3"),
                ("--stop", "#ff9c94"),
                ("--warn-line", "#c98a1b"),
                ("--chart-1", "#56b4e9"),
                ("--chart-2", "#e69f00"),
                ("--chart-3", "#009e73"),
                ("--chart-4", "#cc79a7"),
                ("--chart-5", "#f0e442"),
                ("--chart-6", "#e8edef"),
                ("--chart-better", "#56b4e9"),
                ("--chart-worse", "#e69f00"),
                ("--chart-same", "#8797a0"),
            ],
            Self::Print => [
                ("--paper", "#ffffff"),
                ("--ink", "#000000"),
                ("--ink-soft", "#000000"),
                ("--line", "#c4c4c4"),
                ("--line-strong", "#5a5a5a"),
                ("--good", "#3c3c3c"),
                ("--stop", "#000000"),
                ("--warn-line", "#5a5a5a"),
                ("--chart-1", "#000000"),
                ("--chart-2", "#5a5a5a"),
                ("--chart-3", "#2e2e2e"),
                ("--chart-4", "#747474"),
                ("--chart-5", "#444444"),
                ("--chart-6", "#000000"),
                ("--chart-better", "#4d4d4d"),
                ("--chart-worse", "#000000"),
                ("--chart-same", "#949494"),
            ],
        }
    }

    /// The style sheet in these colours, without any that would have to be looked up.
    fn style(self) -> String {
        self.colours()
            .iter()
            .fold(RULES.concat(), |style, (name, colour)| style.replace(&format!("var({name})"), colour))
    }
}

/// The same chart with its style sheet, a ground and a margin: right wherever the file is opened.
#[must_use]
pub fn standalone(svg: &str, palette: Palette) -> String {
    captioned(svg, palette, "")
}

/// As [`standalone`], with a visible caption above, in as many lines as it takes.
///
/// What is not a chart of this crate comes back as it is.
#[must_use]
pub fn captioned(svg: &str, palette: Palette, caption: &str) -> String {
    let Some((before, width, height, after)) = parts(svg) else { return svg.to_owned() };
    // The caption's letters are larger.
    let lines = if caption.is_empty() { Vec::new() } else { wrapped(caption, width * 12.0 / 14.0, 8) };
    let above = lines.iter().fold(0.0, |above, _| above + 18.0);
    let above = if lines.is_empty() { 0.0 } else { above + 6.0 };
    let (whole_width, whole_height) = (width + 2.0 * MARGIN, height + above + 2.0 * MARGIN);
    let (left, top) = (-MARGIN, -MARGIN - above);
    let Some((root, rest)) = after.split_once('>') else { return svg.to_owned() };
    // The name and the description stay the first of all.
    let named = rest
        .rfind("</desc>")
        .map(|at| at + "</desc>".len())
        .or_else(|| Some(rest.find("</title>")? + "</title>".len()));
    let Some((name, drawing)) = named.and_then(|at| rest.split_at_checked(at)) else { return svg.to_owned() };
    let mut out = format!(
        "{before}width=\"{whole_width:.0}\" height=\"{whole_height:.0}\" viewBox=\"{left:.0} {top:.0} {whole_width:.0} {whole_height:.0}\"{root}>{name}<style>{}</style>\
         <rect class=\"chart-paper\" x=\"{left:.0}\" y=\"{top:.0}\" width=\"{whole_width:.0}\" height=\"{whole_height:.0}\" fill=\"none\"/>",
        palette.style(),
    );
    let mut y = -above + 12.0;
    for line in &lines {
        out += &format!(
            "<text class=\"chart-text chart-caption\" x=\"0\" y=\"{y:.0}\" font-size=\"14\" fill=\"currentColor\">{}</text>",
            escaped(line)
        );
        y += 18.0;
    }
    out + drawing
}

/// What stands before the view box, its width and height, and what follows.
fn parts(svg: &str) -> Option<(&str, f64, f64, &str)> {
    let (before, rest) = svg.split_once("viewBox=\"")?;
    let (size, after) = rest.split_once('"')?;
    let mut numbers = size.strip_prefix("0 0 ")?.split(' ').map(str::parse::<f64>);
    let (width, height) = (numbers.next()?.ok()?, numbers.next()?.ok()?);
    let fine = before.starts_with("<svg ") && !before.contains('>') && width > 0.0 && height > 0.0;
    fine.then_some((before, width, height, after))
}

/// Why there is no picture.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PictureError {
    /// Not one of the fonts could be read: there would be no text.
    #[error("a picture needs at least one font")]
    NoFont,
    /// Not an SVG.
    #[error("this is no SVG: {0}")]
    NotSvg(String),
    /// Of no size, or too large.
    #[error("a picture of {width} by {height} dots cannot be made")]
    Size {
        /// Wished for.
        width: u32,
        /// By the proportions of the chart.
        height: u32,
    },
    /// The picture could not be written.
    #[error("the picture could not be written: {0}")]
    Encoding(String),
}

/// A PNG of so many dots across. The fonts are given as files' contents: the first names the letters of the text, the others are
/// looked into for letters that it lacks. No font of the machine is used.
///
/// # Errors
/// [`PictureError`]: no font, no SVG, or a size that cannot be.
pub fn png(svg: &str, width: u32, fonts: &[&[u8]]) -> Result<Vec<u8>, PictureError> {
    let mut known = Database::new();
    for font in fonts {
        known.load_font_data(font.to_vec());
    }
    let first = known.faces().next().and_then(|face| Some(face.families.first()?.0.clone()));
    let family = first.ok_or(PictureError::NoFont)?;
    known.set_sans_serif_family(family.clone());
    known.set_serif_family(family.clone());
    let options = Options { font_family: family, fontdb: Arc::new(known), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|error| PictureError::NotSvg(error.to_string()))?;
    let size = tree.size();
    let scale = width as f32 / size.width();
    let height = (size.height() * scale).ceil() as u32;
    let wrong = PictureError::Size { width, height };
    if f64::from(width) * f64::from(height) > MOST_DOTS {
        return Err(wrong);
    }
    let mut picture = Pixmap::new(width, height).ok_or(wrong)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
    picture.encode_png().map_err(|error| PictureError::Encoding(error.to_string()))
}
