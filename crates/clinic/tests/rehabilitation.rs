//! R-REH-4, R-REH-5: rehabilitation through the router, on a store in a folder.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    missing_docs,
    reason = "tests may fail loudly"
)]

#[path = "ward/mod.rs"]
mod house;

use house::{Answer, COORDINATOR, DAY, House, THERAPIST};
use practice::path::sheet::Answered;
use practice::patient::PatientEvent;
use record::Id;
use std::collections::BTreeMap;
use tokio::sync::{Mutex, MutexGuard};

/// The clock of the house is one for all tests of a process.
static ALONE: Mutex<()> = Mutex::const_new(());

struct Gym {
    _alone: MutexGuard<'static, ()>,
    house: House,
    patient: Id,
}

impl Gym {
    async fn new() -> Self {
        let alone = ALONE.lock().await;
        let house = House::new().await;
        let patient = house.with_pump(1, "18").await;
        Self { _alone: alone, house, patient }
    }

    fn path(&self, part: &str) -> String {
        format!("/patients/{}/rehabilitation{part}", self.patient)
    }

    async fn show(&mut self, part: &str) -> Answer {
        let path = self.path(part);
        self.house.get(THERAPIST, &path).await
    }

    /// Fills in the form of a page that is sent to itself.
    async fn fill(&mut self, part: &str, typed: &[(&str, &str)]) -> Answer {
        let page = self.show(part).await;
        let action = self.path(part);
        self.house.fill_in(THERAPIST, page.is(200), &action, typed).await
    }

    async fn goal(&mut self, name: &str, weight: (&str, &str), baseline: &str) {
        let typed = [
            ("goal", name),
            ("reason", "sleep"),
            ("level-0", "far less"),
            ("level-1", "less"),
            ("level-2", "what we agreed"),
            ("level-3", "more"),
            ("level-4", "far more"),
            ("importance", weight.0),
            ("difficulty", weight.1),
            ("baseline", baseline),
        ];
        self.fill("/goal", &typed).await.is(303);
    }
}

/// R-REH-4: goals are set with levels and weight, rated where every score is, and T stands beside its baseline; a form
/// that lacks something says so and keeps what was typed; sent twice it is one act.
#[tokio::test]
async fn goals_and_their_t() {
    let mut gym = Gym::new().await;
    gym.show("").await.is(200).says("No goal is set yet").says("No programme is written down yet");
    let short = gym.fill("/goal", &[("goal", "sleeps through"), ("importance", "3")]).await;
    short.is(422).says("Describe the level -1").says("Choose the difficulty too").says("at which level");
    assert_eq!(short.fields(&gym.path("/goal"))["goal"], "sleeps through");
    gym.goal("sleeps through", ("3", "2"), "-1").await;
    gym.goal("sits", ("3", "1"), "-2").await;
    gym.goal("dresses", ("3", "3"), "-1").await;
    gym.goal("stands", ("1", "1"), "-2").await;
    assert_eq!(gym.house.lines(gym.patient, "scored").await.len(), 4);
    gym.show("")
        .await
        .says("T now 33.62")
        .says("T at the baseline 33.62")
        .says("Change 0.00")
        .says("3 × 2 = 6");
    House::wait(30 * DAY);
    let page = gym.show("/rate").await;
    page.says("what we agreed");
    gym.fill("/rate", &[]).await.is(422).says("Nothing is rated yet");
    let fields: Vec<String> = page
        .text
        .split("id=\"goal-")
        .skip(1)
        .map(|rest| format!("goal-{}", rest.split('"').next().unwrap()))
        .collect();
    let values = ["0", "+1", "0", "+1"];
    let typed: Vec<(&str, &str)> = fields.iter().map(String::as_str).zip(values).collect();
    let action = gym.path("/rate");
    gym.house.fill_in(THERAPIST, &page, &action, &typed).await.is(303);
    gym.house.fill_in(THERAPIST, &page, &action, &typed).await.is(303);
    assert_eq!(gym.house.lines(gym.patient, "scored").await.len(), 8, "sent twice is one act");
    let page = gym.show("").await;
    page.says("T now 52.85").says("T at the baseline 33.62").says("Change +19.23").says("Goal attainment, T");
    page.says("T 52.85 over 4 goals").says("0: what we agreed");
    // It is the same score as on the page of assessments.
    let path = format!("/patients/{}/assessments", gym.patient);
    gym.house.get(THERAPIST, &path).await.says("goal attainment").says("sleeps through");
    let page = gym.show("").await;
    let action = gym.path("/drop");
    gym.house.fill_in(THERAPIST, &page, &action, &[("drop", "sits")]).await.is(422).says("Say why");
    let typed = [("drop", "sits"), ("drop.why", "reached")];
    gym.house.fill_in(THERAPIST, &page, &action, &typed).await.is(303);
    gym.show("").await.says("Goals pursued no longer").says("sits: Reached.");
}

/// R-REH-5: programme, sessions, reviews with the reasons that were ticked, exercises for home; the review is on Today and
/// overdue after its day; who may not record sees all of it.
#[tokio::test]
async fn a_programme_to_its_review() {
    let mut gym = Gym::new().await;
    let sheet = Answered {
        sheet: "goals".to_owned(),
        version: 1,
        on: "2026-03-02".parse().unwrap(),
        examiner: "Invented Nine, physiotherapy".to_owned(),
        answers: BTreeMap::from([("reasons".to_owned(), vec!["sleep".to_owned(), "pain".to_owned()])]),
    };
    gym.house.event(gym.patient, PatientEvent::Sheet(sheet)).await;
    gym.fill("/programme", &[("review", "2026-03-20")]).await.is(422).says("at least one of the four");
    gym.fill("/programme", &[("movement.how-often", "daily"), ("review", "2026-02-01")])
        .await
        .is(422)
        .says("say what is done")
        .says("before the programme begins");
    let typed = [
        ("movement.what", "rolling, sitting up"),
        ("movement.how-often", "daily"),
        ("daily.what", "eating with a spoon"),
        ("review", "2026-03-20"),
    ];
    gym.fill("/programme", &typed).await.is(303);
    gym.show("")
        .await
        .says("Next review: 20 March 2026")
        .says("rolling, sitting up; daily")
        .says("Daily function");
    let session = [("minutes", "45"), ("what", "sitting at the edge"), ("tolerated", "well")];
    gym.fill("/session", &[("minutes", "long"), ("on", "2026-04-02")])
        .await
        .is(422)
        .says("has not come yet")
        .says("whole minutes");
    gym.fill("/session", &session).await.is(303);
    gym.show("").await.says("2 March 2026 45 sitting at the edge well");
    let typed = [("exercise-0.name", "Heel slides"), ("exercise-0.how", "On your back, slide one heel up.")];
    gym.fill("/exercises/write", &typed).await.is(422).says("Say how often");
    let typed = [
        &typed[..],
        &[("exercise-0.how-often", "10 times, twice a day"), ("exercise-0.caution", "stop if it hurts")],
    ]
    .concat();
    gym.fill("/exercises/write", &typed).await.is(303);
    gym.show("/exercises")
        .await
        .says("Heel slides")
        .says("Take care: stop if it hurts")
        .says("Do not rub or twist");
    let (headers, pdf) = gym.house.download(THERAPIST, &gym.path("/exercises.pdf")).await;
    assert_eq!(headers["content-type"], "application/pdf");
    assert!(pdf.starts_with(b"%PDF"));
    House::wait(20 * DAY);
    gym.show("").await.says("The review of 20 March 2026 is overdue");
    gym.house.get(COORDINATOR, "/today?kind=rehabilitation-review").await.says("review on 20-Mar-2026");
    gym.fill("/review", &[("outcome", "go on"), ("reason-sleep", "better")])
        .await
        .is(422)
        .says("Pain: say how it stands");
    let typed = [
        ("outcome", "go on"),
        ("reason-sleep", "better"),
        ("reason-pain", "as-before"),
        ("next", "2026-06-19"),
    ];
    gym.fill("/review", &typed).await.is(303);
    let page = gym.show("").await;
    page.says("Next review: 19 June 2026").says("Sleep Better").says("no published scale");
    let path = gym.path("");
    gym.house.get(COORDINATOR, &path).await.is(200).says("Go on.").silent("Rate the goals");
    let path = gym.path("/goal");
    gym.house.get(COORDINATOR, &path).await.is(403);
}
