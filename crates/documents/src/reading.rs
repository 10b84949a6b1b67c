//! For tests: what stands on a document, read from the document itself.

use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;

/// Everything printed, without spaces: lines break anywhere.
pub(crate) fn printed(document: &PagedDocument) -> String {
    fn read(frame: &Frame, into: &mut String) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => read(&group.frame, into),
                FrameItem::Text(text) => into.push_str(&text.text),
                _ => {}
            }
        }
    }
    let mut text = String::new();
    for page in document.pages() {
        read(&page.frame, &mut text);
    }
    close(&text)
}

/// A text without its spaces and marks of direction.
pub(crate) fn close(text: &str) -> String {
    let silent = |c: char| {
        c.is_whitespace()
            || matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().filter(|c| !silent(*c)).collect()
}
