//! The tables of a report.

mod lasting;

pub use lasting::lasting_words;

use super::effect::{Change, MissingCounts, OverYears};
use super::report::Report;
use super::safety::{Persons, Safety};
use super::table::{Cell, Estimate, Quartiles, Table};
use super::{DoseAt, Doses, compute};
use std::collections::BTreeMap;

fn text(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

fn heads(heads: &[&str]) -> Vec<String> {
    heads.iter().map(|head| (*head).to_owned()).collect()
}

fn quartiles(values: Option<Quartiles>, decimals: usize) -> Cell {
    values.map_or_else(|| Cell::None("no value".to_owned()), |values| Cell::Quartiles(values, decimals))
}

fn estimate(estimate: Option<Estimate>, decimals: usize, without: &str) -> Cell {
    estimate.map_or_else(|| Cell::None(without.to_owned()), |estimate| Cell::Estimate(estimate, decimals))
}

fn missing(counts: &MissingCounts) -> Cell {
    if counts.is_empty() {
        return text("none");
    }
    text(counts.iter().map(|(why, count)| format!("{count} {why}")).collect::<Vec<_>>().join("; "))
}

fn p(p: Option<f64>, exact: bool, without: &str) -> Cell {
    p.map_or_else(|| Cell::None(without.to_owned()), |p| Cell::P(p, exact))
}

impl Report {
    /// Every table of the report, in the order in which it is read.
    #[must_use]
    pub fn tables(&self) -> Vec<Table> {
        let changes: Vec<&Change> = self.before_after.iter().chain(&self.without_pair).collect();
        let mut tables = vec![self.cohort_table(), effects(&changes), reaching(&self.before_after)];
        tables.retain(|table| !table.rows.is_empty());
        for over in &self.over_years {
            tables.push(years(over));
        }
        tables.push(changes_over_years(&self.over_years));
        tables.extend([
            doses(&self.doses),
            events(&self.safety),
            mean_events(&self.safety),
            persons(&self.safety),
            infections(&self.safety),
        ]);
        tables.push(lasting::survival(&self.survival));
        tables.push(lasting::ends(&self.survival));
        tables.retain(|table| !table.rows.is_empty());
        tables
    }

    fn cohort_table(&self) -> Table {
        let all = &self.described;
        let mut rows = vec![
            ("Patients".to_owned(), Cell::Count(all.n)),
            ("Age at first implant, years, median (Q1\u{2013}Q3)".to_owned(), quartiles(all.age_years, 1)),
        ];
        for (title, counts) in [("Sex", &all.sexes), ("Cause", &all.aetiologies), ("House", &all.houses)] {
            for (word, count) in counts {
                rows.push((format!("{title}: {}", word.replace('-', " ")), Cell::Share(*count, all.n)));
            }
        }
        rows.push(("Follow-up, years, median (Q1\u{2013}Q3)".to_owned(), quartiles(all.followed_years, 1)));
        rows.push((
            "Follow-up, median by reverse Kaplan-Meier, years".to_owned(),
            all.followed_median_reverse_years
                .map_or_else(|| Cell::None("not reached".to_owned()), |years| Cell::Number(years, 1)),
        ));
        rows.push(("Patient-years with a pump".to_owned(), Cell::Number(all.patient_years, 1)));
        for (title, count) in [
            ("Still followed with a system", all.followed),
            ("Died under the therapy", all.died),
            ("Followed elsewhere, or lost", all.left),
            ("System out for good", all.system_out),
            ("First implant has a day", all.implanted_known),
        ] {
            rows.push((title.to_owned(), Cell::Share(count, all.n)));
        }
        rows.push(("Pumps".to_owned(), Cell::Count(all.pumps)));
        rows.push(("Catheters".to_owned(), Cell::Count(all.catheters)));
        let mut notes = Vec::new();
        if self.without_system > 0 {
            notes.push(format!(
                "{} people in the data had no system by then, and are not counted.",
                self.without_system
            ));
        }
        if all.left_and_back > 0 {
            notes.push(format!(
                "{} who left have rows of later days: what came after counts nowhere here.",
                all.left_and_back
            ));
        }
        if self.not_chosen > 0 {
            notes.push(format!("{} people with a system were not chosen.", self.not_chosen));
        }
        Table {
            id: "cohort".to_owned(),
            title: "The cohort".to_owned(),
            head: heads(&["", "Value"]),
            rows: rows.into_iter().map(|(title, cell)| vec![text(title), cell]).collect(),
            notes,
        }
    }
}

fn change_cells(change: &Change) -> Vec<Cell> {
    let changed = &change.changed;
    // Of earlier less later: positive where values fall. Shown so that positive is for the better.
    let better = |r: f64| if change.less_is_better { r } else { -r };
    // Whatever a single pair did, its p is 1 and its effects are 1 or -1: that would say something that is not there.
    let single = changed.used == 1;
    let without = if single {
        "a single pair changed".to_owned()
    } else {
        changed.undefined.clone().unwrap_or_default()
    };
    let told = |value: Option<f64>| value.filter(|_| !single);
    let not_adjusted = if told(changed.p).is_some() { "not a planned comparison" } else { &without };
    vec![
        Cell::Count(change.n),
        text(format!("{} / {} / {}", change.better, change.same, change.worse)),
        quartiles(change.before, 2),
        quartiles(change.after, 2),
        estimate(changed.shift, 2, "no pair"),
        changed
            .level
            .map_or_else(|| Cell::None("no interval".to_owned()), |level| Cell::Number(level * 100.0, 1)),
        p(told(changed.p), changed.exact, &without),
        p(told(change.p_holm), changed.exact, not_adjusted),
        told(changed.r).map_or_else(|| Cell::None(without.clone()), |r| Cell::Number(better(r), 2)),
        told(changed.rank_biserial).map_or_else(|| Cell::None(without), |r| Cell::Number(better(r), 2)),
    ]
}

const CHANGE_HEADS: [&str; 10] = [
    "Pairs",
    "Better / same / worse",
    "Earlier, median (Q1\u{2013}Q3)",
    "Later, median (Q1\u{2013}Q3)",
    "Change (interval)",
    "Level, %",
    "p",
    "p, Holm",
    "r",
    "Rank-biserial",
];

/// What must be known to read a change.
const CHANGE_NOTE: &str = "Change: later less earlier (Hodges-Lehmann); level: of its interval, which is exact and so not just 95. r: z by the root of the number of pairs, positive for the \
                           better. Rank-biserial: 1 if every value that changed is better, \u{2212}1 if every one is worse.";

/// Says of tests that they could not have found anything: so few pairs never give a p below 0.05. One line for each number of
/// pairs.
fn unreachable<'a>(
    changes: impl Iterator<Item = &'a Change>,
    what: impl Fn(&Change) -> String,
) -> Vec<String> {
    let mut few: BTreeMap<usize, (f64, Vec<String>)> = BTreeMap::new();
    for change in changes {
        if let Some(smallest) = change.changed.p_smallest.filter(|p| *p >= 1.0 - compute::LEVEL) {
            few.entry(change.changed.used).or_insert((smallest, Vec::new())).1.push(what(change));
        }
    }
    let line = |(used, (smallest, which)): (usize, (f64, Vec<String>))| {
        format!(
            "Only {used} {} changed, and so few never give a p below {}: that nothing is shown does not mean that nothing \
             changed. {}.",
            if used == 1 { "pair" } else { "pairs" },
            super::shown(smallest, 4),
            capital(&which.join("; "))
        )
    };
    few.into_iter().map(line).collect()
}

fn effects(changes: &[&Change]) -> Table {
    let head = std::iter::once("Scale").chain(CHANGE_HEADS).chain(["Missing before", "Missing after"]);
    let row = |change: &&Change| {
        let which = if change.less_is_better { "less is better" } else { "more is better" };
        let mut row = vec![text(format!("{} ({which})", change.title))];
        row.extend(change_cells(change));
        row.extend([missing(&change.missing_from), missing(&change.missing_to)]);
        row
    };
    Table {
        id: "before-after".to_owned(),
        title: "Before and after titration".to_owned(),
        head: heads(&head.collect::<Vec<_>>()),
        rows: changes.iter().map(row).collect(),
        notes: std::iter::once(CHANGE_NOTE.to_owned())
            .chain(unreachable(changes.iter().copied(), |change| change.title.clone()))
            .collect(),
    }
}

fn reaching(changes: &[Change]) -> Table {
    let rows = changes.iter().flat_map(|change| {
        change.reaching.iter().map(|reaching| {
            vec![
                text(change.title.clone()),
                text(reaching.points.clone()),
                text(reaching.of.clone()),
                Cell::Share(reaching.reached, reaching.n),
                estimate(reaching.percent, 1, "no pair"),
                text(reaching.source.clone()),
            ]
        })
    });
    Table {
        id: "reaching".to_owned(),
        title: "How many reach a change that matters".to_owned(),
        head: heads(&["Scale", "Change, points", "Found in", "Reached", "Per cent (interval)", "Source"]),
        rows: rows.collect(),
        notes: vec![
            "Each such change was found in one group of patients, none of them with a pump. Scales without one are not listed."
                .to_owned(),
        ],
    }
}

fn years(over: &OverYears) -> Table {
    let row = |at: &super::VisitAt| {
        vec![
            text(at.visit.clone()),
            Cell::Count(at.values.map_or(0, |values| values.n)),
            quartiles(at.values, 2),
            estimate(at.model, 2, over.model_undefined.as_deref().unwrap_or_default()),
            missing(&at.missing),
        ]
    };
    let overall = &over.overall;
    let visits = overall.visits.join(", ");
    let test = (overall.visits.len() > 1).then(|| match (overall.chi_square, overall.p) {
        (Some(chi), Some(p)) => format!(
            "Friedman over {visits}: {} with every visit, chi-square {}, {} degrees of freedom, p {}, Kendall's W {}.",
            patients(overall.n),
            super::shown(chi, 2),
            overall.df.unwrap_or_default(),
            super::p_shown(p),
            super::shown(overall.kendall_w.unwrap_or_default(), 2)
        ),
        _ => format!(
            "Friedman over {visits}: {} with every visit; no test: {}.",
            patients(overall.n),
            overall.undefined.as_deref().unwrap_or_default()
        ),
    });
    Table {
        id: format!("over-years-{}", over.measure),
        title: format!("{} over the years", capital(&over.title)),
        head: heads(&["Visit", "Values", "Median (Q1\u{2013}Q3)", "Mean of the model (interval)", "Missing"]),
        rows: over.at.iter().map(row).collect(),
        notes: test.into_iter().chain([WINDOWS_NOTE.to_owned()]).collect(),
    }
}

/// What must be known to read the visits of years.
const WINDOWS_NOTE: &str = "A value of a year is the nearest to the anniversary, within the windows that stand below under how it was done: \
                            so some who have one were followed a little less long.";

fn changes_over_years(all: &[OverYears]) -> Table {
    let head = ["Scale", "Visit"].into_iter().chain(CHANGE_HEADS);
    let rows = all.iter().flat_map(|over| {
        over.against_before.iter().map(|change| {
            let mut row = vec![text(change.title.clone()), text(change.to.clone())];
            row.extend(change_cells(change));
            row
        })
    });
    Table {
        id: "changes".to_owned(),
        title: "Each visit against before".to_owned(),
        head: heads(&head.collect::<Vec<_>>()),
        rows: rows.collect(),
        notes: [
            CHANGE_NOTE,
            "Holm: of each scale adjusted over what is planned, before against 1, 5 and 10 years.",
        ]
        .map(str::to_owned)
        .into_iter()
        .chain(unreachable(all.iter().flat_map(|over| &over.against_before), |change| {
            format!("{}, {}", change.title, change.to)
        }))
        .collect(),
    }
}

fn doses(doses: &Doses) -> Table {
    let row = |at: &DoseAt| {
        let n = at.micrograms_per_day.map_or(0, |dose| dose.n);
        vec![text(at.when.clone()), Cell::Count(n), quartiles(at.micrograms_per_day, 1)]
    };
    let mut notes = Vec::new();
    if let Some(slopes) = doses.slopes {
        notes.push(format!(
            "Slope of each patient, a year: median {} micrograms per 24 hours (Q1\u{2013}Q3 {} to {}), of {}; too few yearly doses: {}.",
            super::shown(slopes.median, 1),
            super::shown(slopes.q1, 1),
            super::shown(slopes.q3, 1),
            patients(slopes.n),
            doses.without_slope
        ));
    }
    notes.push(format!(
        "Above {} micrograms per 24 hours more in a year, over the last one or over all of them: {}. A rising dose can be a failing catheter: check the \
         system first.",
        super::shown(doses.rising_above, 1),
        patients(doses.rising.len())
    ));
    Table {
        id: "dose".to_owned(),
        title: "Dose by year".to_owned(),
        head: heads(&["When", "Patients", "Micrograms per 24 hours, median (Q1\u{2013}Q3)"]),
        rows: doses.at.iter().filter(|at| at.micrograms_per_day.is_some()).map(row).collect(),
        notes,
    }
}

fn events(safety: &Safety) -> Table {
    let row = |events: &super::Events| {
        let title = match (events.class.as_str(), events.kind.as_str()) {
            ("all", _) => "All".to_owned(),
            (class, "") => capital(class),
            (_, kind) => format!("\u{2003}{}", kind.replace('-', " ")),
        };
        vec![
            text(title),
            Cell::Count(events.events),
            Cell::Share(events.patients, safety.patients),
            estimate(events.patients_percent, 1, "no patient"),
            estimate(events.per_100_years, 2, "nobody was followed for any time"),
            events
                .per_100_operations
                .map_or_else(|| Cell::None("no operation".to_owned()), |rate| Cell::Number(rate, 1)),
            text(format!("{} / {} / {}", events.related, events.not_related, events.not_known)),
            Cell::Count(events.surgery),
        ]
    };
    let mut notes = vec![format!(
        "{} patients, {} patient-years with a pump, {} operations ({}).",
        safety.patients,
        super::shown(safety.patient_years, 1),
        safety.operations_all,
        safety
            .operations
            .iter()
            .map(|(what, count)| format!("{count} {what}"))
            .collect::<Vec<_>>()
            .join(", ")
    )];
    if safety.events_outside > 0 {
        notes.push(format!(
            "Before the first system or after the end of follow-up, and counted nowhere here: {} more events.",
            safety.events_outside
        ));
    }
    Table {
        id: "safety".to_owned(),
        title: "What went wrong".to_owned(),
        head: heads(&[
            "Class and kind",
            "Events",
            "Patients",
            "Patients, per cent (interval)",
            "Per 100 patient-years (interval)",
            "Per 100 operations",
            "Related / not / not known",
            "Needed surgery",
        ]),
        rows: safety.events.iter().map(row).collect(),
        notes,
    }
}

fn mean_events(safety: &Safety) -> Table {
    let row = |at: &super::MeanEvents| {
        let mean = Estimate { value: at.mean, low: at.low, high: at.high };
        vec![Cell::Number(at.year, 1), Cell::Count(at.at_risk), Cell::Estimate(mean, 2)]
    };
    Table {
        id: "mean-events".to_owned(),
        title: "Mean number of events per patient".to_owned(),
        head: heads(&["Years followed", "Patients still followed", "Events per patient until then (interval)"]),
        rows: safety.mean_events_at.iter().map(row).collect(),
        notes: vec![
            "Events of one patient may come together: this interval allows for it, that of a rate does not. Without an event until \
             then there is none."
                .to_owned(),
        ],
    }
}

fn persons(safety: &Safety) -> Table {
    let row = |(title, persons): (&str, &Persons)| {
        vec![
            text(title),
            Cell::Share(persons.patients, safety.patients),
            estimate(persons.percent, 1, "no patient"),
            Cell::Count(persons.related),
            estimate(persons.related_percent, 1, "no patient"),
            Cell::Count(persons.not_related),
            Cell::Count(persons.not_known),
            estimate(persons.not_excluded_percent, 1, "no patient"),
        ]
    };
    let rows = [("Death under the therapy", &safety.deaths), ("New neurological deficit", &safety.deficits)];
    Table {
        id: "deaths".to_owned(),
        title: "Deaths and new neurological deficits".to_owned(),
        head: heads(&[
            "",
            "Patients",
            "Per cent (interval)",
            "Related",
            "Related, per cent (interval)",
            "Not related",
            "Not known",
            "Related or not known, per cent (interval)",
        ]),
        rows: rows.into_iter().map(row).collect(),
        notes: std::iter::once(
            "None is not zero: the upper end says how many there may be. Related alone takes what is not known as not related."
                .to_owned(),
        )
            .chain((safety.deaths_outside > 0).then(|| {
                format!(
                    "{} more died after the system was out, or after having left: counted nowhere here.",
                    safety.deaths_outside
                )
            }))
            .collect(),
    }
}

fn infections(safety: &Safety) -> Table {
    let row = |after: &super::AfterOperation| {
        vec![
            text(after.after.clone()),
            Cell::Count(after.operations),
            Cell::Share(after.infected, after.operations),
            estimate(after.percent, 1, "no operation"),
            Cell::Count(after.early),
            Cell::Count(after.late),
        ]
    };
    Table {
        id: "infections".to_owned(),
        title: "Infections by operation".to_owned(),
        head: heads(&[
            "After",
            "Operations",
            "With infection",
            "Per cent (interval)",
            "Early (90 days)",
            "Late",
        ]),
        rows: safety.infections.iter().map(row).collect(),
        notes: vec![format!(
            "An infection belongs to the last operation before its day: one of the same day is what was done about it. \
             Before any operation that is recorded: {}.",
            safety.infections_before_any
        )],
    }
}

/// So many patients, for people.
fn patients(number: usize) -> String {
    format!("{number} {}", if number == 1 { "patient" } else { "patients" })
}

/// With a capital at its beginning.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
