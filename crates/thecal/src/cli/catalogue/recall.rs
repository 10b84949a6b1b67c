//! Recalls and safety notices as entries.

use super::entry::Entry;
use catalogue::{DateRange, PrintedDate, Recall};
use therapy::date_in_words;

/// A recall or safety notice.
pub fn entry(recall: &Recall) -> Entry {
    Entry::new(&recall.id, &recall.title)
        .plain("date", "date", Some(recall.date.map_or_else(|| "undated".to_owned(), date)))
        .stated("what", "what went wrong", &recall.what, recall.grade, &recall.sources)
        .plain("what_to_do", "what to do", Some(recall.what_to_do.clone()))
        .list("numbers", "figures", &recall.numbers)
        .part("Which devices")
        .list("pumps", "pumps", &recall.pumps)
        .list("catheters", "catheters", &recall.catheters)
        .list("parts", "other parts", &recall.parts)
        .plain("scope_note", "scope", recall.scope_note.clone())
        .plain("built", "built", recall.built.map(range))
        .plain("distributed", "left the maker", recall.distributed.map(range))
        .plain("serials", "serial numbers", recall.serials.clone())
        .plain("lots", "lots", recall.lots.clone())
}

/// As exact as it was printed, the month in letters.
fn date(printed: PrintedDate) -> String {
    let words = date_in_words(printed.first_day());
    match printed {
        PrintedDate::Year(_) => printed.to_string(),
        PrintedDate::Month(_) => words.split_once(' ').map_or(words.clone(), |(_, month)| month.to_owned()),
        PrintedDate::Day(_) => words,
    }
}

fn range(range: DateRange) -> String {
    match (range.from.map(date_in_words), range.to.map(date_in_words)) {
        (Some(from), Some(to)) => format!("{from} to {to}"),
        (Some(from), None) => format!("from {from} on"),
        (None, Some(to)) => format!("up to {to}"),
        (None, None) => "at any time".to_owned(),
    }
}
