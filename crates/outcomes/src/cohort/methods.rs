//! How a report was done, in words: its footer.

use super::compute;
use super::dose::RISING_ABOVE;
use super::effect::{Change, OverYears};
use super::report::Plan;
use super::safety::EARLY_DAYS;
use super::visit::VISITS;
use scales::{MEAN_SITES_MIN_PERCENT, Scale};

/// How it was done.
pub(super) fn methods(plan: &Plan, before_after: &[Change], over_years: &[OverYears]) -> Vec<String> {
    let mut all = vec![format!(
        "Data up to {}. Years are counted from the first implant; a year has 365.25 days.",
        plan.cut
    )];
    for visit in VISITS {
        all.push(format!("The value {}: {}.", visit.words(), visit.rule(&plan.windows)));
    }
    all.push(
        format!(
            "Muscle groups on Ashworth scales: the mean over the sites rated before (else on the first day rated); a later \
             day counts if at least {MEAN_SITES_MIN_PERCENT} % of them were rated. On other scales each site is a row of its own. Arms \
             and legs, and variants of a scale, are never mixed."
        ),
    );
    all.push(
        "One rating may count for two visits whose windows overlap, such as after titration and 1 year."
            .to_owned(),
    );
    let mut measures =
        before_after.iter().map(|change| &change.measure).chain(over_years.iter().map(|over| &over.measure));
    if measures.any(|measure| measure.starts_with(Scale::ModifiedAshworth.word())) {
        all.push(
            "Modified Ashworth: 1+ is counted as 1.5. Tests by rank do not depend on it where single sites are compared; \
             means and their differences do."
                .to_owned(),
        );
    }
    all.push(
        "Median (Q1\u{2013}Q3): quartiles by R's type 7. Missing values are left out and counted by their reason, never \
         filled in. Ratings within 48 hours after a test dose are no values before the implant: of a record they are left out."
            .to_owned(),
    );
    all.push(format!(
        "Change: later less earlier, the Hodges-Lehmann estimate with the interval of order statistics; its level is \
         given, and it is at least 95 % where the number of pairs allows. p: Wilcoxon's signed-rank test, two-sided, \
         changes of zero dropped, ties by mid-ranks; exact up to {} pairs that changed, by the normal distribution without \
         continuity correction above. Holm: adjusted over the scales before and after titration; over the years over before against 1, 5 and 10 years of one scale.",
        compute::EXACT_MOST
    ));
    all.push(
        "Per cent of patients, pairs and operations: Wilson's 95 % interval; Clopper and Pearson's for none and for all. Over the years: Friedman's test of before and 1, 5 and 10 years in those who have every one, and a model of all values with a random \
         intercept for each patient (restricted maximum likelihood), which takes grades as if they were even steps: secondary."
            .to_owned(),
    );
    all.push(
        "Follow-up: from the first implant, or from the day a system was found here if that is not known; its median by \
         the reverse Kaplan-Meier method counts loss and the day of the analysis as its end, and is cut short by death and \
         the end of the therapy."
            .to_owned(),
    );
    all.push(format!(
        "Rates: events per 100 years with a pump, exact (Garwood); events between two systems are counted. Time counts from \
         implant (or from the day a system was found here) to its end, death, leaving, the day last seen, or the day of the \
         analysis. The mean number of events is that per patient still followed (Nelson-Aalen). An infection belongs to the \
         last operation before its day, and is early within {EARLY_DAYS} days after it."
    ));
    all.push(
        "Pumps and catheters: those implanted here on a known day. Kaplan-Meier; the event is failure of the device; end of \
         battery, infection, end of therapy, other reasons, death and loss are censored there and shown as competing causes \
         (Aalen-Johansen), loss apart. Intervals are log-log. The therapy: from a first implant here to the end of the last \
         system; the event is its end by anything but death. Groups: log-rank test."
            .to_owned(),
    );
    all.push(format!(
        "Dose: as seen running on the anniversary of the first implant; after titration, on the day on which it was declared \
         finished, or {} days after the implant where that is not recorded; nothing is carried over a time without a pump. \
         Slope: least squares over at least three yearly doses. Above {RISING_ABOVE} micrograms per 24 hours more each year, \
         over all years or over the last one, the system is checked first (Heetla, Spinal Cord 2009;47:751-6).",
        plan.windows.titrated_to
    ));
    all
}
