//! R-REH-1, R-REH-2, R-REH-3: goals, their attainment, the programme and what of it is due.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests may fail loudly"
)]

use practice::access::{Actor, Matrix, Role};
use practice::path::rehabilitation::{Event, Part, Weight};
use practice::patient::{Identity, Patient, PatientEvent};
use practice::rules::Rules;
use practice::settings::Settings;
use practice::{Form, Practice, Refusal, Step};
use record::{Id, Keys, Kind, Options, Port, SqliteStore, Stream, system_random};
use scales::{GoalLevel, goal_attainment_t, goal_attainment_t_with};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;
use therapy::pathway::reasons::Reason;

/// 2 March 2026, 10:00 in Berlin.
const NOW: i64 = 1_772_442_000;
const DAY: i64 = 86_400;

struct Clinic {
    _folder: tempfile::TempDir,
    store: Arc<SqliteStore>,
    practice: Practice,
    rules: Arc<Rules>,
    forms: u128,
}

impl Clinic {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let keys = Keys::generate(&mut system_random()).unwrap();
        let path = folder.path().join("rehabilitation.db");
        let store = Arc::new(SqliteStore::open(&path, Options::new(keys)).await.unwrap());
        let practice = Practice::new(Arc::clone(&store) as Arc<dyn Port>, true);
        let mut settings = Settings::default();
        settings.clinic.zone = "Europe/Berlin".to_owned();
        let rules = Arc::new(Rules::of(&settings).unwrap());
        let mut clinic = Self { _folder: folder, store, practice, rules, forms: 100 };
        let identity = Identity {
            family: "Invented".to_owned(),
            given: "Forty-two".to_owned(),
            title: None,
            born: "2012-05-02".parse().unwrap(),
            gender: "female".to_owned(),
            record: "R-0042".to_owned(),
            diagnosis: "cerebral-palsy".to_owned(),
            small_child: None,
            contact: String::new(),
            language: String::new(),
            house: String::new(),
            invented: true,
        };
        let registered = PatientEvent::Registered(identity);
        let step = Step::Event { event: registered, happened: NOW };
        clinic.record(Role::Nurse, NOW, vec![step]).await.unwrap();
        clinic
    }

    async fn record(&mut self, role: Role, now: i64, steps: Vec<Step>) -> Result<(), Refusal> {
        self.forms += 1;
        let stream = Stream { kind: Kind::Patient, id: Id(1) };
        let expected = self.store.version(stream).await.unwrap();
        let form = Form { id: Id(self.forms), patient: Id(1), expected, now };
        let rights = Matrix::default().rights(role);
        let actor = Actor { account: Id(9), name: "Invented Nine".to_owned(), role, rights };
        self.practice.record(&actor, form, &self.rules, steps).await.map(|_| ())
    }

    async fn event(&mut self, now: i64, event: Event) -> Result<(), Refusal> {
        let event = PatientEvent::Rehabilitation(event);
        self.record(Role::Therapist, now, vec![Step::Event { event, happened: now }]).await
    }

    async fn goal(&mut self, now: i64, goal: &str, weight: Option<(u8, u8)>) -> Result<(), Refusal> {
        let weight = weight.map(|(importance, difficulty)| Weight { importance, difficulty });
        let levels = ["far less", "less", "as agreed", "more", "far more"].map(str::to_owned);
        let reason = Some(Reason::Sleep.id().to_owned());
        self.event(now, Event::GoalSet { goal: goal.to_owned(), reason, levels, weight }).await
    }

    async fn rate(&mut self, now: i64, goal: &str, level: i8) {
        let value = if level > 0 { format!("+{level}") } else { level.to_string() };
        let at = jiff::Timestamp::from_second(now).unwrap().to_string();
        let scored = json!({ "scale": "goal-attainment", "value": value, "goal": goal });
        let line = json!({ "at": at.replace('Z', "+00:00"), "scored": scored });
        self.record(Role::Therapist, now, vec![Step::Report { line }]).await.unwrap();
    }

    async fn patient(&self) -> Arc<Patient> {
        self.practice.patient(Id(1), &self.rules).await.unwrap()
    }

    async fn due(&self, now: i64) -> Vec<String> {
        let patient = self.patient().await;
        let stand = patient.stand(&self.rules, now).unwrap();
        let summary = practice::summary::summary(&patient, &stand, &self.rules);
        let due = practice::worklist::due(&patient, &stand, &summary, &self.rules, now);
        let due = due.into_iter().filter(|due| due.kind == "rehabilitation-review");
        due.map(|due| format!("{} {}", due.kind, due.from)).collect()
    }
}

fn field(answer: Result<(), Refusal>) -> String {
    match answer {
        Err(Refusal::Field { field, .. }) => field,
        other => panic!("{other:?}"),
    }
}

/// R-REH-1: every reference case and worked example of goal attainment, to the hundredth.
#[test]
fn every_case_of_goal_attainment() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("goal-attainment.json")).unwrap();
    assert_eq!(cases.len(), 12);
    for case in &cases {
        let numbers = |key: &str| -> Option<Vec<i64>> {
            let list = case[key].as_array()?;
            Some(list.iter().map(|it| it.as_i64().unwrap()).collect())
        };
        let weights = numbers("weights");
        let t = |levels: &[i64]| {
            let goals: Vec<GoalLevel> = levels
                .iter()
                .enumerate()
                .map(|(index, level)| GoalLevel {
                    level: i8::try_from(*level).unwrap(),
                    weight: weights.as_ref().map_or(1, |all| u16::try_from(all[index]).unwrap()),
                })
                .collect();
            if case["correlation"] == json!(0.3) {
                goal_attainment_t(&goals).unwrap()
            } else {
                goal_attainment_t_with(&goals, 0).unwrap()
            }
        };
        let near = |found: i32, key: &str, hundredths: f64| {
            let wanted = case["expected"][key].as_f64().unwrap() * 100.0;
            assert!((f64::from(found) - wanted).abs() <= hundredths, "{} {key}: {found}", case["id"]);
        };
        let now = t(&numbers("levels").unwrap());
        near(now, "t", 0.501);
        if let Some(baseline) = numbers("baseline") {
            let before = t(&baseline);
            near(before, "t_baseline", 0.501);
            near(now - before, "change", 1.002);
        }
    }
}

/// R-REH-2: a goal is rated as a score of the course; its baseline is the first rating since it was set; the change of T
/// is that of the same goals with the same weights (the reference file, fifth case of goal attainment), and a goal that is dropped or not rated
/// counts for nothing.
#[tokio::test]
async fn goals_are_rated_in_the_course() {
    let mut clinic = Clinic::new().await;
    // A rating from before a goal was set is none of it.
    clinic.rate(NOW - DAY, "sleeps through", 2).await;
    let goals = [
        ("sleeps through", (3, 2), -1, 0),
        ("sits", (3, 1), -2, 1),
        ("dresses", (3, 3), -1, 0),
        ("stands", (1, 1), -2, 1),
    ];
    for (goal, weight, baseline, _) in goals {
        clinic.goal(NOW, goal, Some(weight)).await.unwrap();
        clinic.rate(NOW, goal, baseline).await;
    }
    let before = clinic.patient().await.attainment();
    assert_eq!((before.baseline, before.now, before.change()), (Some(3_362), Some(3_362), Some(0)));
    for (goal, _, _, level) in goals {
        clinic.rate(NOW + 30 * DAY, goal, level).await;
    }
    let after = clinic.patient().await.attainment();
    assert_eq!((after.baseline, after.now, after.change()), (Some(3_362), Some(5_285), Some(1_923)));
    let points: Vec<(i32, usize)> = after.points.iter().map(|point| (point.t, point.goals)).collect();
    assert_eq!(points, [(3_362, 4), (5_285, 4)]);
    clinic.goal(NOW + 31 * DAY, "swims", None).await.unwrap();
    assert_eq!(clinic.patient().await.attainment().not_rated, ["swims"]);
    assert_eq!(clinic.patient().await.attainment().now, Some(5_285));
    for goal in ["sits", "dresses", "stands", "swims"] {
        let (goal, why) = (goal.to_owned(), "reached".to_owned());
        clinic.event(NOW + 32 * DAY, Event::GoalDropped { goal, why }).await.unwrap();
    }
    // One goal alone: 50 + 10 times its level, whatever it weighs.
    let one = clinic.patient().await.attainment();
    assert_eq!((one.baseline, one.now), (Some(4_000), Some(5_000)));
    // The same name may be pursued again, from a new baseline.
    clinic.goal(NOW + 40 * DAY, "sits", None).await.unwrap();
    assert_eq!(clinic.patient().await.attainment().not_rated, ["sits"]);
}

/// R-REH-3: what makes no sense is refused at its field; who may not rate records nothing; the review is due on its day
/// until the next one is set.
#[tokio::test]
async fn a_programme_and_its_reviews() {
    let mut clinic = Clinic::new().await;
    let day = |text: &str| text.parse().unwrap();
    let part = |area: &str, what: &str| Part {
        area: area.to_owned(),
        what: what.to_owned(),
        how_often: "twice a week".to_owned(),
        by_whom: "physiotherapy".to_owned(),
    };
    let programme = |parts: Vec<Part>, review: &str| Event::Programme {
        from: day("2026-03-02"),
        by: "Invented Nine".to_owned(),
        parts,
        review: day(review),
    };
    let good = vec![part("movement", "rolling, sitting up"), part("daily", "eating")];
    for (event, wrong) in [
        (programme(Vec::new(), "2026-06-01"), "/parts"),
        (programme(vec![part("magic", "x")], "2026-06-01"), "/parts"),
        (programme(vec![part("daily", " ")], "2026-06-01"), "/parts"),
        (programme(good.clone(), "2026-03-01"), "/review"),
        (Event::ProgrammeEnded { why: "moved".to_owned() }, "/why"),
        (Event::GoalDropped { goal: "x".to_owned(), why: "y".to_owned() }, "/goal"),
        (Event::HomeExercises { list: Vec::new() }, "/list"),
    ] {
        assert_eq!(field(clinic.event(NOW, event).await), wrong);
    }
    assert_eq!(field(clinic.goal(NOW, " ", None).await), "/goal");
    assert_eq!(field(clinic.goal(NOW, "sits", Some((4, 1))).await), "/importance");
    assert_eq!(field(clinic.goal(NOW, "sits", Some((1, 4))).await), "/difficulty");
    clinic.goal(NOW, "sits", None).await.unwrap();
    assert_eq!(field(clinic.goal(NOW, "sits", None).await), "/goal");
    clinic.event(NOW, programme(good.clone(), "2026-06-01")).await.unwrap();
    // 1 June 2026 begins at 22:00 of the day before, by universal time.
    let first = 1_780_264_800;
    assert_eq!(clinic.due(NOW).await, [format!("rehabilitation-review {first}")]);
    let reviewed = |reason: &str, change: &str, next: Option<&str>| Event::Reviewed {
        on: day("2026-06-01"),
        by: "Invented Nine, mother".to_owned(),
        reasons: BTreeMap::from([(reason.to_owned(), change.to_owned())]),
        outcome: "go on".to_owned(),
        next: next.map(day),
    };
    let later = first + 12 * 3_600;
    for (event, wrong) in [
        (reviewed("sleep", "splendid", None), "/reasons"),
        (reviewed("wishes", "better", None), "/reasons"),
        (reviewed("sleep", "better", Some("2026-06-01")), "/next"),
    ] {
        assert_eq!(field(clinic.event(later, event).await), wrong);
    }
    clinic.event(later, reviewed("sleep", "better", Some("2026-09-01"))).await.unwrap();
    assert_eq!(clinic.due(later).await, [format!("rehabilitation-review {}", first + 92 * DAY)]);
    clinic.event(later, Event::ProgrammeEnded { why: "moved away".to_owned() }).await.unwrap();
    assert!(clinic.due(later).await.is_empty());
    let event = PatientEvent::Rehabilitation(programme(good, "2026-06-01"));
    let by_coordinator =
        clinic.record(Role::Coordinator, NOW, vec![Step::Event { event, happened: NOW }]).await;
    assert!(matches!(by_coordinator, Err(Refusal::Denied(_))), "{by_coordinator:?}");
}
