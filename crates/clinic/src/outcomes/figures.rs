//! The figures of a report.

use charts::{
    Amount, Better, BoxGroup, BoxPlots, Curve, CurveAxis, CurveStep, DoseByYear, DoseYear, Drawn, Estimate,
    Forest, ForestAxis, ForestRow, PairedSlopes, Scale, Shape, SlopeVisit, Survival, Words,
};
use outcomes::cohort::{Change, Lasting, OverYears, Quartiles, Report, capital, lasting_words, shown};
use outcomes::published::{Compared, PublishedRate, beside};
use outcomes::survival::{Interval, KaplanMeier};

/// A figure in both its shapes.
#[derive(Debug, Clone)]
pub struct Figure {
    /// Its word in addresses and file names.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// The table that it goes with.
    pub table: String,
    /// For desks and print.
    pub wide: Drawn,
    /// For telephones.
    pub narrow: Drawn,
}

fn figure(id: String, title: &str, table: &str, draw: impl Fn(Shape) -> Drawn) -> Figure {
    let (title, table) = (title.to_owned(), table.to_owned());
    Figure { id, title, table, wide: draw(Shape::Wide), narrow: draw(Shape::Narrow) }
}

/// Times on the axis of years.
const YEARS: [f64; 7] = [0.0, 1.0, 2.0, 5.0, 10.0, 15.0, 20.0];

/// Every figure of a report, in the order in which it is read.
#[must_use]
pub fn figures(report: &Report) -> Vec<Figure> {
    let words = Words::default();
    let mut all = Vec::new();
    for change in &report.before_after {
        all.push(slopes(report, change, &words));
    }
    for over in &report.over_years {
        all.push(boxes(over, &words));
        all.push(courses(over, &words));
    }
    if !report.doses.at.iter().all(|at| at.micrograms_per_day.is_none()) {
        all.push(doses(report, &words));
    }
    if report.described.n > 0 {
        all.push(rates(report, &words));
    }
    if !report.safety.mean_events.is_empty() {
        all.push(mean_events(report, &words));
    }
    for survival in report.survival.iter().filter(|survival| survival.all.n > 0) {
        all.push(lasting(survival, &words));
        if !survival.causes.is_empty() {
            all.push(causes(survival, &words));
        }
    }
    all
}

fn amount(value: f64, decimals: usize) -> Amount {
    Amount { value, words: shown(value, decimals) }
}

fn quartiles(values: &Quartiles, decimals: usize) -> charts::Quartiles {
    charts::Quartiles {
        first: amount(values.q1, decimals),
        median: amount(values.median, decimals),
        third: amount(values.q3, decimals),
    }
}

fn scale(title: &str, less_is_better: bool) -> Scale {
    let better = Some(if less_is_better { Better::Lower } else { Better::Higher });
    Scale { label: format!("{title}, points"), better, levels: Vec::new(), decimals: 2, from_zero: true }
}

fn slopes(report: &Report, change: &Change, words: &Words) -> Figure {
    let own = report.pairs.iter().find(|(measure, _)| *measure == change.measure);
    let patients =
        own.map(|(_, pairs)| pairs.iter().map(|(one, other)| vec![Some(*one), Some(*other)]).collect());
    let visit = |label: &str, values: Option<Quartiles>| SlopeVisit {
        label: label.to_owned(),
        median: values.map(|values| amount(values.median, 2)),
    };
    let title = format!("{}: each patient {} and {}", capital(&change.title), change.from, change.to);
    let data = PairedSlopes {
        title: title.clone(),
        scale: scale(&change.title, change.less_is_better),
        visits: vec![visit(&change.from, change.before), visit(&change.to, change.after)],
        patients: patients.unwrap_or_default(),
    };
    figure(format!("slopes-{}", change.measure), &title, "before-after", |shape| {
        charts::paired_slopes(&data, words, shape)
    })
}

fn boxes(over: &OverYears, words: &Words) -> Figure {
    let group = |(place, at): (usize, &outcomes::cohort::VisitAt)| BoxGroup {
        label: at.visit.clone(),
        quartiles: at.values.as_ref().map(|values| quartiles(values, 2)),
        values: over.lines.iter().filter_map(|line| *line.get(place)?).collect(),
    };
    let title = format!("{} over the years", capital(&over.title));
    let data = BoxPlots {
        title: title.clone(),
        scale: scale(&over.title, over.less_is_better),
        groups: over.at.iter().enumerate().map(group).collect(),
    };
    let id = format!("boxes-{}", over.measure);
    figure(id, &title, &format!("over-years-{}", over.measure), |shape| {
        charts::box_plots(&data, words, shape)
    })
}

fn courses(over: &OverYears, words: &Words) -> Figure {
    let visit = |at: &outcomes::cohort::VisitAt| SlopeVisit {
        label: at.visit.clone(),
        median: at.values.map(|values| amount(values.median, 2)),
    };
    let title = format!("{}: each patient over the years", capital(&over.title));
    let data = PairedSlopes {
        title: title.clone(),
        scale: scale(&over.title, over.less_is_better),
        visits: over.at.iter().map(visit).collect(),
        patients: over.lines.iter().filter(|line| line.iter().any(Option::is_some)).cloned().collect(),
    };
    let id = format!("courses-{}", over.measure);
    figure(id, &title, &format!("over-years-{}", over.measure), |shape| {
        charts::paired_slopes(&data, words, shape)
    })
}

fn doses(report: &Report, words: &Words) -> Figure {
    // Years that nobody has reached yet are no part of the picture.
    let last =
        report.doses.at.iter().rposition(|at| at.micrograms_per_day.is_some()).map_or(0, |last| last + 1);
    let year = |at: &outcomes::cohort::DoseAt| DoseYear {
        label: at.year.map_or_else(|| "titrated".to_owned(), |year| year.to_string()),
        n: at.micrograms_per_day.map_or(0, |dose| dose.n as u64),
        quartiles: at.micrograms_per_day.as_ref().map(|dose| quartiles(dose, 1)),
    };
    let title = "Dose by year, in micrograms per 24 hours".to_owned();
    let data = DoseByYear {
        title: title.clone(),
        scale: Scale {
            label: "micrograms per 24 hours".to_owned(),
            better: None,
            levels: Vec::new(),
            decimals: 1,
            from_zero: true,
        },
        year_label: "years since the first implant".to_owned(),
        years: report.doses.at.iter().take(last).map(year).collect(),
        patients: report.doses.lines.iter().map(|line| line.iter().take(last).copied().collect()).collect(),
    };
    figure("dose".to_owned(), &title, "dose", |shape| charts::dose_by_year(&data, words, shape))
}

fn estimate(value: &outcomes::cohort::Estimate, decimals: usize, n: String) -> Estimate {
    Estimate {
        value: value.value,
        low: value.low.unwrap_or(f64::NEG_INFINITY),
        high: value.high.unwrap_or(f64::INFINITY),
        words: value.shown(decimals),
        n,
    }
}

fn rates(report: &Report, words: &Words) -> Figure {
    let years = shown(report.safety.patient_years, 1);
    // A row for each thing that is counted: the own rate, and the first series that counts the same beside it; others below.
    let row = |compared: &Compared| -> Vec<ForestRow> {
        let own = compared.own.as_ref().zip(compared.events);
        let own = own.map(|(rate, events)| estimate(rate, 2, format!("{events} in {years} years")));
        let with = |own: Option<Estimate>, rate: &PublishedRate| ForestRow {
            label: format!("{}; {}", compared.words, rate.series),
            own,
            published: Some(estimate(&rate.per_100_years, 2, rate.rests_on.clone())),
        };
        match compared.published.split_first() {
            None => vec![ForestRow { label: compared.words.clone(), own, published: None }],
            Some((first, more)) => {
                std::iter::once(with(own, first)).chain(more.iter().map(|rate| with(None, rate))).collect()
            }
        }
    };
    let title = "Events per 100 patient-years, beside published series that count the same".to_owned();
    let data = Forest {
        title: title.clone(),
        label: "events per 100 patient-years, with 95 % interval".to_owned(),
        axis: ForestAxis::Linear,
        range: None,
        reference: None,
        own_name: "this cohort".to_owned(),
        published_name: "published, recomputed".to_owned(),
        rows: beside(&report.safety).iter().flat_map(row).collect(),
    };
    figure("rates".to_owned(), &title, "safety", |shape| charts::forest(&data, words, shape))
}

/// At risk at a time of those whose times these are, sorted.
fn followed(all: &KaplanMeier, times: &[f64]) -> Vec<u64> {
    times.iter().map(|time| all.at_risk(*time)).collect()
}

/// Labelled times up to the longest.
fn times(longest: f64) -> Vec<f64> {
    YEARS.into_iter().filter(|year| *year <= longest.max(1.0)).collect()
}

fn longest(all: &KaplanMeier) -> f64 {
    all.steps.last().map_or(0.0, |step| step.time)
}

fn mean_events(report: &Report, words: &Words) -> Figure {
    let steps = &report.safety.mean_events;
    let until = report.described.followed_years.map(|years| years.most);
    let times = times(until.unwrap_or(1.0));
    let curve = Curve {
        name: "all events".to_owned(),
        start: 0.0,
        steps: steps
            .iter()
            .map(|step| CurveStep {
                at: step.year,
                value: step.mean,
                interval: step.low.zip(step.high),
                words: shown(step.mean, 2),
                interval_words: step
                    .low
                    .zip(step.high)
                    .map(|(low, high)| format!("{} to {}", shown(low, 2), shown(high, 2)))
                    .unwrap_or_default(),
            })
            .collect(),
        until,
        censored: Vec::new(),
        at_risk: Vec::new(),
    };
    let title = "Mean number of events per patient".to_owned();
    let data = Survival {
        title: title.clone(),
        label: "events per patient".to_owned(),
        axis: CurveAxis::Number,
        time_label: "years since the first implant".to_owned(),
        times,
        curves: vec![curve],
    };
    figure("events".to_owned(), &title, "safety", |shape| charts::survival(&data, words, shape))
}

fn word_of(what: Lasting) -> &'static str {
    match what {
        Lasting::Pump => "pump",
        Lasting::Catheter => "catheter",
        Lasting::Therapy => "therapy",
    }
}

fn lasting(survival: &outcomes::cohort::Survival, words: &Words) -> Figure {
    let times = times(longest(&survival.all.whole));
    let curve = |curve: &outcomes::cohort::Curve, band: bool| {
        let all = &curve.whole;
        let step = |step: &outcomes::survival::Step| {
            let interval = step.interval(Interval::LogLog, 0.95);
            let percent = |share: f64| shown(share * 100.0, 1);
            CurveStep {
                at: step.time,
                value: step.survival,
                interval: interval.filter(|_| band),
                words: format!("{}\u{a0}%", percent(step.survival)),
                interval_words: interval
                    .map(|(low, high)| format!("{} to {}\u{a0}%", percent(low), percent(high)))
                    .unwrap_or_default(),
            }
        };
        let name = if curve.group.is_empty() { "all".to_owned() } else { curve.group.replace('-', " ") };
        Curve {
            name,
            start: 1.0,
            steps: all.event_steps().map(step).collect(),
            until: Some(longest(all)),
            censored: all.steps.iter().filter(|step| step.censored > 0).map(|step| step.time).collect(),
            at_risk: followed(all, &times),
        }
    };
    let curves = if survival.groups.len() > 1 {
        survival.groups.iter().map(|group| curve(group, false)).collect()
    } else {
        vec![curve(&survival.all, true)]
    };
    let title = lasting_words(survival.what).to_owned();
    let data = Survival {
        title: title.clone(),
        label: "still working, or still treated".to_owned(),
        axis: CurveAxis::Percent { up_to: 1.0 },
        time_label: "years since its implant".to_owned(),
        times: times.clone(),
        curves,
    };
    let id = format!("survival-{}", word_of(survival.what));
    figure(id, &title, "survival", |shape| charts::survival(&data, words, shape))
}

fn causes(survival: &outcomes::cohort::Survival, words: &Words) -> Figure {
    let until = longest(&survival.all.whole);
    let curve = |cause: &outcomes::cohort::Competing| Curve {
        name: format!("{} ({})", cause.cause, cause.events),
        start: 0.0,
        steps: cause
            .steps
            .iter()
            .map(|(year, percent)| CurveStep {
                at: *year,
                value: percent / 100.0,
                interval: None,
                words: format!("{}\u{a0}%", shown(*percent, 1)),
                interval_words: String::new(),
            })
            .collect(),
        until: Some(until),
        censored: Vec::new(),
        at_risk: Vec::new(),
    };
    let highest = survival.causes.iter().flat_map(|cause| &cause.steps).map(|(_, percent)| *percent);
    let what = word_of(survival.what);
    let title = format!("Why each {what} ended, causes competing");
    let data = Survival {
        title: title.clone(),
        label: "ended by the cause".to_owned(),
        axis: CurveAxis::Percent { up_to: (highest.fold(0.0, f64::max) / 100.0 * 1.1).clamp(0.1, 1.0) },
        time_label: "years since its implant".to_owned(),
        times: times(until),
        curves: survival.causes.iter().map(curve).collect(),
    };
    figure(format!("causes-{what}"), &title, "ends", |shape| charts::survival(&data, words, shape))
}
