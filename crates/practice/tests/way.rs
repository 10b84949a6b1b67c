//! R-DEM-1: invented patients on the way stand where they should, through the same doors as real ones.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests may fail loudly"
)]

use practice::Practice;
use practice::access::{Actor, Matrix, Role};
use practice::enquiry::EnquirySummary;
use practice::holidays::Holidays;
use practice::rules::Rules;
use practice::settings::Settings;
use practice::summary::Summary;
use practice::synth::{ON_THE_WAY, People, Synth, way};
use record::{Id, Keys, Kind, Options, Port, SqliteStore, system_random};
use std::sync::Arc;

fn actor(number: u128, role: Role) -> Actor {
    let name = format!("Invented {}", role.title());
    Actor { account: Id(number), name, role, rights: Matrix::default().rights(role) }
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_stands_where_the_way_has_led() {
    let folder = tempfile::tempdir().unwrap();
    let keys = Keys::generate(&mut system_random()).unwrap();
    let store = SqliteStore::open(&folder.path().join("way.db"), Options::new(keys)).await.unwrap();
    let store = Arc::new(store);
    let practice = Practice::new(Arc::clone(&store) as Arc<dyn Port>, true);
    let mut settings = Settings::default();
    settings.clinic.zone = "Europe/Berlin".to_owned();
    let rules = Arc::new(Rules::of(&settings).unwrap());
    let people = People {
        nurse: actor(11, Role::Nurse),
        physician: actor(12, Role::Physician),
        surgeon: actor(13, Role::Surgeon),
        therapist: actor(14, Role::Therapist),
        coordinator: actor(15, Role::Coordinator),
    };
    // A Thursday at 15:00 in Berlin: everybody works.
    let now = 1_795_010_400;
    let wanted = Synth { patients: 0, years: 3, seed: 7, now, first: 1, all_years: false };
    let holidays: Holidays = settings.holidays();
    way(&practice, &rules, &people, &holidays, &wanted).await.unwrap();

    let patients = store.summaries(Kind::Patient, None, 100).await.unwrap();
    assert_eq!(patients.len(), ON_THE_WAY as usize);
    let mut stages: Vec<(String, &str, usize)> = Vec::new();
    for kept in &patients {
        let summary: Summary = serde_json::from_str(&kept.summary).unwrap();
        stages.push((summary.record, summary.place.stage.word(), summary.place.blocks.len()));
    }
    stages.sort();
    let words: Vec<&str> = stages.iter().map(|(_, stage, _)| *stage).collect();
    assert_eq!(words, ["referred", "ended", "test", "planned", "maintenance", "maintenance"], "{stages:?}");
    // Five disciplines have not answered; one dose is watched; nobody has recorded the planned implant.
    let blocks: Vec<usize> = stages.iter().map(|(_, _, blocks)| *blocks).collect();
    assert_eq!(blocks, [5, 0, 1, 1, 0, 0], "{stages:?}");

    let enquiries = store.summaries(Kind::Enquiry, None, 100).await.unwrap();
    assert_eq!(enquiries.len(), 2);
    for kept in &enquiries {
        serde_json::from_str::<EnquirySummary>(&kept.summary).unwrap();
    }
    for (id, _) in store.streams(Kind::Patient, None, 100).await.unwrap() {
        let patient = practice.patient(id, &rules).await.unwrap();
        // Every sheet that was answered is one that thecal has, and holds nothing that its questions do not take.
        for kept in &patient.path.sheets.all {
            let sheet = kept.answered.sheet().unwrap();
            assert_eq!(sheet.judge(&kept.answered.answers, &rules.catalogue), Ok(()), "{}", sheet.id);
        }
    }
}
