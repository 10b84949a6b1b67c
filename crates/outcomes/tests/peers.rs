//! The cases of `cargo xtask peers`, where they are small: their data can be read and answered, ties and none, and the invented
//! people make a whole report that their order does not change.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests may fail loudly")]

#[path = "../examples/peers/answer.rs"]
mod answer;
#[path = "../examples/peers/cases.rs"]
mod cases;
#[path = "../examples/peers/files.rs"]
mod files;
#[path = "common/invented.rs"]
mod invented;

use answer::{Data, Ready};
use cases::{Kind, all};
use files::list;

#[test]
fn small_cases_are_answered() {
    let cases = all(1_000);
    assert_eq!(list(&cases).lines().count(), cases.len() + 1);
    for case in cases {
        let data = Data::read(&case.data()).unwrap();
        let values = Ready::of(case.kind, &data).answer(&case).unwrap();
        assert!(!values.is_empty() && values.iter().all(|(_, value)| value.is_finite()), "{}", case.name());
        if matches!(case.kind, Kind::SignedRank | Kind::MannWhitney) {
            // Neither end of the distribution: the whole of it has to be counted.
            let p = values.iter().find(|(name, _)| name == "p").unwrap().1;
            assert!((0.005..1.0).contains(&p), "{}: {p}", case.name());
        }
    }
}

#[test]
fn invented_people_make_a_whole_report() {
    let mut people = invented::people(300);
    let report = outcomes::cohort::report(&people, &invented::plan());
    assert_eq!((report.described.n, report.invented), (300, 300));
    assert_eq!(report.before_after.len(), 3);
    assert!(report.before_after.iter().all(|change| change.changed.p.is_some_and(|p| p < 0.001)));
    assert!(report.survival.iter().all(|survival| survival.all.events > 0 && survival.groups.len() == 5));
    assert!(report.safety.events.len() > 5 && report.described.died > 0 && report.described.left > 0);
    people.reverse();
    assert_eq!(outcomes::cohort::report(&people, &invented::plan()), report);
    // As a file of rows, and read again.
    let read =
        outcomes::cohort::read(&outcomes::cohort::write(&people), jiff::civil::date(2100, 1, 1)).unwrap();
    assert_eq!(outcomes::cohort::report(&read, &invented::plan()).survival, report.survival);
}
