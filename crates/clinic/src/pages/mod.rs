//! The pages, one module each; a module has `routes()`.

mod account;
mod admit;
mod alarms;
mod appointments;
mod assessments;
mod attendance;
mod calendar;
pub(crate) mod contacts;
pub(crate) mod emergency;
pub(crate) mod enquiries;
mod enquiry;
pub(crate) mod files;
mod home;
mod implant;
mod links;
mod loss_of_effect;
pub(crate) mod medicines;
mod mri;
mod observation;
pub(crate) mod orders;
mod outcomes;
pub(crate) mod overview;
mod pathway;
pub(crate) mod patients;
mod program;
pub(crate) mod public;
mod recalls;
mod refill;
mod rehabilitation;
mod set_up;
mod settings;
pub(crate) mod sign_in;
pub(crate) mod team;
pub(crate) mod telemetry;
pub(crate) mod timeline;
mod to_do;
pub(crate) mod today;

use crate::assets;
use crate::state::AppState;
use axum::Router;

/// The level of a finding, as a word for people.
pub(crate) fn level_words(level: &str) -> &'static str {
    match level {
        "hard" => "Stop",
        "soft" => "Warning",
        _ => "Note",
    }
}

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .merge(crate::api::routes())
        .merge(assets::routes())
        .merge(home::routes())
        .merge(sign_in::routes())
        .merge(set_up::routes())
        .merge(account::routes())
        .merge(overview::routes())
        .merge(medicines::routes())
        .merge(assessments::routes())
        .merge(timeline::routes())
        .merge(files::routes())
        .merge(today::routes())
        .merge(patients::routes())
        .merge(admit::routes())
        .merge(recalls::routes())
        .merge(outcomes::routes())
        .merge(settings::routes())
        .merge(alarms::routes())
        .merge(emergency::routes())
        .merge(crate::papers::routes())
        .merge(enquiry::routes())
        .merge(public::routes())
        .merge(enquiries::routes())
        .merge(contacts::routes())
        .merge(refill::routes())
        .merge(attendance::routes())
        .merge(implant::routes())
        .merge(mri::routes())
        .merge(observation::routes())
        .merge(program::routes())
        .merge(orders::routes())
        .merge(pathway::routes())
        .merge(team::routes())
        .merge(to_do::routes())
        .merge(loss_of_effect::routes())
        .merge(rehabilitation::routes())
        .merge(appointments::routes())
        .merge(links::routes())
        .merge(telemetry::routes())
        .merge(telemetry::order_routes())
        .merge(calendar::routes())
}

/// The numbers of a finding for people: what no pump and no syringe shows is left out, and that is said.
pub(crate) fn for_people(numbers: &[(String, String)]) -> Vec<(String, String)> {
    numbers.iter().map(|(name, value)| (name.clone(), shortened(value))).collect()
}

/// Volumes and hours with more than three decimals, cut to two.
fn shortened(value: &str) -> String {
    let as_it_is = || value.to_owned();
    let Some((number, unit)) = value.split_once([' ', '\u{a0}']) else { return as_it_is() };
    let Some((whole, decimals)) = number.split_once('.') else { return as_it_is() };
    let long = decimals.len() > 3 && decimals.bytes().all(|letter| letter.is_ascii_digit());
    let Some(kept) = decimals.get(..2).filter(|_| long && matches!(unit, "mL" | "h")) else {
        return as_it_is();
    };
    let cut = format!("{whole}.{kept}");
    match cut.trim_end_matches('0').trim_end_matches('.') {
        "0" | "-0" | "\u{2212}0" => format!("less than 0.01\u{a0}{unit}"),
        cut => format!("about {cut}\u{a0}{unit}"),
    }
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_number_that_is_cut_says_so() {
        let cases = [
            ("14.599986\u{a0}mL", "about 14.59\u{a0}mL"),
            ("-12.599986 mL", "about -12.59\u{a0}mL"),
            ("20.000002\u{a0}mL", "about 20\u{a0}mL"),
            ("0.000002\u{a0}mL", "less than 0.01\u{a0}mL"),
            ("0.0025\u{a0}h", "less than 0.01\u{a0}h"),
        ];
        for (exact, short) in cases {
            assert_eq!(shortened(exact), short);
        }
        // What a programmer or a manual shows stays, and so does every dose.
        for exact in [
            "0.199\u{a0}mL",
            "2\u{a0}mL",
            "0.0022\u{a0}mL/cm",
            "91.6666\u{a0}micrograms per hour",
            "SynchroMed II, 40 mL",
        ] {
            assert_eq!(shortened(exact), exact);
        }
    }
}
