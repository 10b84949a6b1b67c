//! Whether a notice concerns one patient's pump or catheter, and why, by what the summary knows.

use super::Notice;
use crate::banner::banner_date;
use catalogue::{DateRange, PrintedDate, Reach, Recall};
use jiff::civil::Date;
use practice::rules::Rules;
use practice::summary::Summary;

/// A notice that names a device of a patient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Touched {
    pub(super) reach: Reach,
    /// Which device: "pump" or "catheter", or both.
    pub(super) device: &'static str,
    pub(super) why: String,
    pub(super) handled: bool,
}

impl Touched {
    /// For people.
    pub(super) const fn word(&self) -> &'static str {
        match self.reach {
            Reach::Inside => "yes",
            Reach::NotExcluded => "may be",
            Reach::Outside => "not",
        }
    }
}

/// Whether a notice names the pump or the catheter of a patient, and how far it reaches; `None` if it names neither.
pub(super) fn touched(recall: &Recall, summary: &Summary) -> Option<Touched> {
    let pump = summary.pump_id.as_ref().filter(|id| recall.names_pump(id));
    let catheter = summary.catheter_id.as_ref().filter(|id| recall.names_catheter(id));
    let of_pump = pump.map(|_| {
        let (built, implanted) = (summary.pump_built, summary.pump_implanted);
        ("pump", recall.reach(built, implanted), built, implanted)
    });
    // When a catheter was built is not on record.
    let of_catheter = catheter.map(|_| {
        let implanted = summary.catheter_implanted;
        ("catheter", recall.reach(None, implanted), None, implanted)
    });
    let hardest = of_pump.into_iter().chain(of_catheter).min_by_key(|(_, reach, _, _)| match reach {
        Reach::Inside => 0,
        Reach::NotExcluded => 1,
        Reach::Outside => 2,
    });
    let (device, reach, built, implanted) = hardest?;
    let mut why = why(recall, reach, built, implanted);
    if recall.lots.is_some() && !summary.lots.is_empty() {
        why = format!("{why}; own lots: {}", summary.lots.join(", "));
    }
    let handled = summary.recalls_handled.contains(&recall.id);
    Some(Touched { reach, device, why, handled })
}

fn why(recall: &Recall, reach: Reach, built: Option<Date>, implanted: Option<Date>) -> String {
    let said = |what: &str, day: Option<Date>| day.map(|day| format!("{what} {}", banner_date(day)));
    let known = [said("built", built), said("implanted", implanted)];
    let known = known.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let dated = recall.built.is_some() || recall.distributed.is_some();
    match reach {
        Reach::Inside if dated => format!("{known}: within the notice’s dates"),
        Reach::Inside => "the notice names every unit of this model".to_owned(),
        Reach::Outside => format!("{known}: outside the notice’s dates"),
        Reach::NotExcluded => {
            let missing = match (recall.built.is_some(), recall.distributed.is_some()) {
                (true, _) => "the build date is not on record",
                (false, _) => "when it left the maker is not on record",
            };
            if known.is_empty() { missing.to_owned() } else { format!("{missing} ({known})") }
        }
    }
}

fn range(range: DateRange) -> String {
    match (range.from, range.to) {
        (Some(from), Some(to)) => format!("from {} to {}", banner_date(from), banner_date(to)),
        (Some(from), None) => format!("from {} on", banner_date(from)),
        (None, Some(to)) => format!("until {}", banner_date(to)),
        (None, None) => "at any time".to_owned(),
    }
}

/// As exactly as it is known, the month in letters.
fn published(date: PrintedDate) -> String {
    let form = match date {
        PrintedDate::Year(_) => "%Y",
        PrintedDate::Month(_) => "%B %Y",
        PrintedDate::Day(_) => "%-d %B %Y",
    };
    date.first_day().strftime(form).to_string()
}

/// A notice in words.
pub(super) fn notice(recall: &Recall, rules: &Rules) -> Notice {
    let mut scope = Vec::new();
    let named = recall.pumps.iter().chain(&recall.catheters).cloned().chain(recall.parts.iter().cloned());
    scope.push(format!("names {}", named.collect::<Vec<_>>().join(", ")));
    scope.extend(recall.built.map(|built| format!("built {}", range(built))));
    scope.extend(recall.distributed.map(|left| format!("left the maker {}", range(left))));
    scope.extend(recall.serials.as_ref().map(|serials| format!("serial numbers: {serials}")));
    scope.extend(recall.lots.as_ref().map(|lots| format!("lots: {lots}")));
    scope.extend(recall.scope_note.clone());
    let source = |id: &catalogue::SourceId| {
        let known = rules.catalogue.source(id.as_str());
        known.map_or_else(|| id.to_string(), |source| format!("{id}: {}", source.citation))
    };
    Notice {
        id: recall.id.clone(),
        date: recall.date.map_or_else(|| "undated".to_owned(), published),
        title: recall.title.clone(),
        what: recall.what.clone(),
        what_to_do: recall.what_to_do.clone(),
        numbers: recall.numbers.clone(),
        scope,
        grade: recall.grade.to_string(),
        unverified: !recall.grade.verified(),
        sources: recall.sources.iter().map(source).collect(),
    }
}
