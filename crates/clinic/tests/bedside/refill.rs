//! The guided refill, its stops, and what follows.

use super::house::{Answer, DAY, House, NURSE};
use record::Id;

struct Path {
    house: House,
    patient: Id,
    action: String,
    page: Answer,
}

impl Path {
    /// A pump with so many mL, found so many days ago: 0.4 mL a day have left it since.
    async fn begin(millilitres: &str, days: i64) -> Self {
        let mut house = House::new().await;
        let patient = house.with_pump(1, millilitres).await;
        House::wait(days * DAY);
        let action = format!("/patients/{patient}/refill");
        let page = house.get(NURSE, &action).await;
        Self { house, patient, action, page }
    }

    async fn go(&mut self, typed: &[(&str, &str)]) -> &Answer {
        self.page = self.house.fill_in(NURSE, &self.page, &self.action, typed).await;
        &self.page
    }

    /// To the page after identification and placing.
    async fn until_withdraw(&mut self) {
        self.go(&IDENTIFY).await.is(200).says("Port and needle");
        self.go(&PLACE).await.is(200).says("Measure first");
    }

    async fn until_compare(&mut self, withdrawn: &str) {
        self.until_withdraw().await;
        self.go(&[("filled.withdrawn", withdrawn), ("withdrawn-all", "yes")]).await.is(200);
    }
}

const IDENTIFY: [(&str, &str); 3] =
    [("identified", "yes"), ("serial.read", "4411h"), ("interrogated.running", "yes")];
const PLACE: [(&str, &str); 4] =
    [("template", "yes"), ("port", "reservoir"), ("needle", "refill"), ("stop-felt", "yes")];
const FILL: [(&str, &str); 7] = [
    ("filled.drug", "lioresal-500-20"),
    ("label-strength", "500"),
    ("filled.lot", "L-1, L-2"),
    ("filled.expires", "2027-03"),
    ("filled.volume", "40"),
    ("syringe-1", "20"),
    ("syringe-2", "20"),
];

/// R-REF-1
#[tokio::test]
async fn a_refill_goes_step_by_step_and_is_recorded_at_the_end() {
    let mut path = Path::begin("18", 30).await;
    path.until_withdraw().await;
    // 18 - 30 x 0.4 = 6, less the part of a day; nothing tells it before the measured volume is typed.
    path.page.silent("5.9").silent("6 mL");
    path.go(&[("filled.withdrawn", "5.6"), ("withdrawn-all", "yes")])
        .await
        .is(200)
        .says("5.9 mL")
        .says("It fits");
    path.go(&[]).await.is(200).says("The pump was told 500 micrograms per mL");
    path.go(&FILL).await.is(200).says("Nothing is recorded yet").says("31 March 2027").says("Refill by");
    assert!(path.house.lines(path.patient, "filled").await.is_empty());
    path.go(&[]).await.is(303);
    let done = format!("/patients/{}/refill/done", path.patient);
    assert_eq!(path.page.to, done);
    let filled = path.house.lines(path.patient, "filled").await;
    assert_eq!(filled.len(), 1);
    assert_eq!(filled[0]["filled"]["withdrawn"], "5.6 mL");
    assert_eq!(filled[0]["filled"]["expires"], "2027-03-31");
    assert_eq!(filled[0]["filled"]["lot"], "L-1, L-2");
    assert_eq!(path.house.lines(path.patient, "interrogated").await.len(), 1);
    let page = path.house.get(NURSE, &done).await;
    page.is(200).says("Reservoir volume 40 mL").says("Observe the patient until").says("No visit is booked");
    // Too late is refused once; insisted on, it is a fact.
    let visit = format!("/patients/{}/refill/visit", path.patient);
    let late = path.house.fill_in(NURSE, &page, &visit, &[("visit.on", "2026-12-01")]).await;
    late.is(422).says("later than the refill must be");
    let page = path.house.fill_in(NURSE, &page, &visit, &[]).await;
    page.is(303);
    assert_eq!(path.house.lines(path.patient, "visit").await.len(), 1);
}

/// R-REF-2: Sgouros 2010: 19 mL were left twice, far more than expected. Nothing is filled before somebody has dealt with it.
#[tokio::test]
async fn nineteen_millilitres_left_stop_the_refill() {
    let mut path = Path::begin("20", 45).await;
    path.until_compare("19").await;
    path.page.says("1.9 mL").says("RESIDUAL-STOP").says("Do not just refill and restart");
    path.go(&[]).await.is(422).says("choose how it goes on").silent("Product, as on the vial");
    // Going round the page does not help: the steps are checked from the first on.
    let mut fields = path.page.fields(&path.action);
    fields.insert("step".to_owned(), "check".to_owned());
    for (name, value) in FILL {
        fields.insert(name.to_owned(), value.to_owned());
    }
    path.house.post(NURSE, &path.action, &fields).await.is(422).says("choose how it goes on");
    // A physician without a reason is none.
    path.go(&[("exit", "physician"), ("physician", "Dr Hill")]).await.is(422).says("what was decided");
    // Looking for the cause: nothing is filled, the pump is empty, and the next person finds it.
    let stop = [("exit", "trouble"), ("emptied", "yes"), ("trouble", "X-ray of the system; Dr Hill told")];
    path.go(&stop).await.is(303);
    assert!(path.house.lines(path.patient, "filled").await.is_empty());
    assert!(path.house.open(path.patient).await.contains(&"NOT-RUNNING"));
    let start = path.house.get(NURSE, &path.action).await;
    start.says("A refill was begun and not finished").says("RESIDUAL-STOP").says("Withdrawn then: 19 mL");
    // Gone on with, it is stopped again.
    let resume = format!("{}/resume", path.action);
    path.page = path.house.fill_in(NURSE, &start, &resume, &[]).await;
    path.until_compare("19").await;
    path.page.says("RESIDUAL-STOP");
    let decided = [("exit", "physician"), ("physician", "Dr Hill"), ("decision", "half the dose, observed")];
    path.go(&decided).await.is(200).says("The stop rule was answered");
    path.go(&FILL).await.is(200);
    path.go(&[]).await.is(303);
    let filled = path.house.lines(path.patient, "filled").await;
    assert!(filled[0]["reason"].as_str().unwrap().contains("Dr Hill was called: half the dose"));
    assert!(path.house.open(path.patient).await.contains(&"RESIDUAL-STOP"));
    path.house.get(NURSE, &path.action).await.silent("A refill was begun");
}

/// R-REF-2: the comparison is that of the time at which it was filled, also if that is changed on the last page.
#[tokio::test]
async fn another_time_is_compared_anew() {
    let mut path = Path::begin("18", 30).await;
    path.until_compare("5.6").await;
    path.page.says("It fits");
    path.go(&[]).await;
    path.go(&FILL).await.is(200).says("Nothing is recorded yet");
    // A day after the fill nearly everything should still have been there.
    path.go(&[("at", "2026-03-03")]).await.is(422).says("choose how it goes on");
    assert!(path.house.lines(path.patient, "filled").await.is_empty());
    // Before the pump was read on admission nothing can have been filled that this reading does not hold.
    path.go(&[("at", "2026-02-20")]).await;
    path.go(&FILL).await;
    path.go(&[]).await.is(422).says("before the pump was read on admission");
    assert!(path.house.lines(path.patient, "filled").await.is_empty());
}

/// R-REF-3: AAN 2014: a refill 18 mL short. The syringes must add up to what is said to have gone in.
#[tokio::test]
async fn a_refill_eighteen_short_is_noticed() {
    let mut path = Path::begin("18", 30).await;
    path.until_compare("5.9").await;
    path.go(&[]).await;
    let mut fill = FILL.to_vec();
    fill[6].1 = "2";
    path.go(&fill).await.is(422).says("The syringes add up to 22 mL").says("18 mL missing");
    // What went in went in: then the dates are those of 22 mL.
    path.go(&[("filled.volume", "22")]).await.is(200).says("Filled 22 mL");
    path.go(&[]).await.is(303);
    assert_eq!(path.house.lines(path.patient, "filled").await[0]["filled"]["volume"], "22 mL");
}

/// R-REF-4
#[tokio::test]
async fn what_is_wrong_on_a_step_is_refused_there() {
    let mut path = Path::begin("18", 30).await;
    path.go(&[]).await.is(422).says("Ask for name and date of birth").says("Serial number: type");
    path.go(&[("identified", "yes"), ("serial.read", "9999"), ("interrogated.running", "yes")])
        .await
        .is(422)
        .says("This is not the pump of this record");
    // A scan of the label counts as its serial number.
    let scan = "(01)09506000134352(21)NGP-774411H";
    path.go(&[("serial.read", scan)]).await.is(200).says("Port and needle");
    path.go(&[("template", "yes"), ("port", "access"), ("needle", "access")])
        .await
        .is(422)
        .says("never for a refill")
        .says("Take the needle of the refill kit")
        .says("may lie in the pocket");
    path.go(&PLACE).await.is(200);
    for (typed, told) in
        [("", "type the number"), ("5,6", "comma"), ("-1", "no sign"), ("5.6 ug", "mL"), ("1 000", "unit")]
    {
        path.go(&[("filled.withdrawn", typed), ("withdrawn-all", "yes")]).await.is(422).says(told);
    }
    path.go(&[("filled.withdrawn", "5.9")]).await.is(200);
    path.go(&[]).await.is(200);
    path.go(&[]).await.is(422).says("Choose the product").says("Count the syringes");
    for (field, typed, told) in [
        ("label-strength", "2000", "The label says 2000 micrograms per mL, but"),
        ("filled.expires", "2026-02", "has expired"),
        ("filled.expires", "soon", "as printed"),
        ("filled.alarm-volume", "40", "not below what was filled"),
        ("filled.volume", "41", "holds 40 mL"),
    ] {
        let mut fill = FILL.to_vec();
        fill.extend([("filled.alarm-volume", ""), (field, typed)]);
        path.go(&fill).await.is(422).says(told);
    }
    // Another strength than the pump was told is meant, or it is the wrong vial.
    let mut strong = FILL.to_vec();
    strong.extend([
        ("filled.alarm-volume", ""),
        ("filled.drug", "lioresal-2000-20"),
        ("label-strength", "2000"),
    ]);
    path.go(&strong).await.is(422).says("The pump was told 500 micrograms per mL, the label says 2000");
    path.go(&[("change-known", "yes")]).await.is(200);
    path.go(&[]).await.is(303);
    let done = path.page.to.clone();
    path.house.get(NURSE, &done).await.says("Next: a program for the new strength");
}

/// R-REF-5
#[tokio::test]
async fn a_second_withdrawal_is_added_and_compared_anew() {
    let mut path = Path::begin("18", 30).await;
    path.until_compare("1").await;
    path.page.says("RESIDUAL-STOP").says("less than expected");
    path.go(&[("exit", "again"), ("again", "")]).await.is(422);
    path.go(&[("exit", "again"), ("again", "4.9")]).await.is(200).says("It fits").says("1 mL, then 4.9 mL");
    path.go(&[]).await.is(200).says("Product, as on the vial");
    path.go(&FILL).await.is(200).says("5.9 mL").says("withdrawn in several goes");
}

/// R-REF-6
#[tokio::test]
async fn a_refill_survives_a_time_out_and_a_stale_page() {
    let mut path = Path::begin("18", 30).await;
    path.until_compare("5.9").await;
    path.go(&[]).await;
    // The sign-in page sends the form again, marked: it is shown again, with what was typed.
    let mut fields = path.page.fields(&path.action);
    fields.extend(FILL.map(|(name, value)| (name.to_owned(), value.to_owned())));
    fields.insert("resumed".to_owned(), "yes".to_owned());
    path.page = path.house.post(NURSE, &path.action, &fields).await;
    assert_eq!(path.page.is(200).fields(&path.action)["filled.lot"], "L-1, L-2");
    path.go(&[]).await.is(200).says("Nothing is recorded yet");
    // Somebody else recorded something: nothing is saved, what was typed stays, and sending it again records it once.
    let visit = serde_json::json!({"at": "2026-03-30T10:00:00+02:00", "visit": {"on": "2026-04-02"}});
    path.house.report(path.patient, visit).await;
    path.go(&[]).await.is(422).says("the record has changed").says("Visit booked for 2 April 2026");
    let fields = path.page.fields(&path.action);
    path.house.post(NURSE, &path.action, &fields).await.is(303);
    path.house.post(NURSE, &path.action, &fields).await.is(303);
    assert_eq!(path.house.lines(path.patient, "filled").await.len(), 1);
}

/// R-REF-7
#[tokio::test]
async fn a_refill_done_elsewhere_is_a_fact_at_its_own_time() {
    let mut path = Path::begin("18", 30).await;
    let late = format!("{}/late", path.action);
    let page = path.house.get(NURSE, &late).await;
    let typed = [
        ("at", "2026-03-20"),
        ("at.time", "11:00"),
        ("filled.drug", "lioresal-500-20"),
        ("label-strength", "500"),
        ("filled.volume", "60"),
        ("filled.withdrawn", ""),
        ("reason", "letter of the other clinic"),
    ];
    let mut wrong = typed.to_vec();
    wrong[0].1 = "2027-03-20";
    path.house.fill_in(NURSE, &page, &late, &wrong).await.is(422).says("in the future");
    path.house.fill_in(NURSE, &page, &late, &typed).await.is(303);
    let open = path.house.open(path.patient).await;
    assert!(open.contains(&"FILL-OVER-CAPACITY") && open.contains(&"RESIDUAL-MISSING"), "{open:?}");
}

/// R-REF-8
#[tokio::test]
async fn drug_beside_the_pump_shows_both_paths_and_is_noted() {
    let mut path = Path::begin("18", 1).await;
    let pocket = format!("{}/pocket", path.action);
    let page = path.house.get(NURSE, &pocket).await;
    page.says("Withdrawal: what to look for").says("Overdose: what to look for").says("8 deaths");
    path.house.fill_in(NURSE, &page, &pocket, &[("seen", "drowsy")]).await.is(422).says("Name the physician");
    path.house.fill_in(NURSE, &page, &pocket, &[("seen", "drowsy"), ("told", "Dr Hill")]).await.is(303);
    path.house.get(NURSE, &pocket).await.says("Drowsy.");
    let none = path.house.patient(2).await;
    let page = path.house.get(NURSE, &format!("/patients/{none}/refill")).await;
    page.is(200).says("has no pump on record");
    assert_ne!(none, Id(1));
}
