//! A whole path: a family writes, and a month after the implant the pump is refilled for the first time.

use crate::patients::as_role;
use e2e::{Driver, House, Scripts, Session};
use fantoccini::Locator;
use practice::account::{self, DEMONSTRATION_PASSWORD};

/// Monday, 2 March 2026, 09:00 in Berlin.
const MONDAY: i64 = 1_772_438_400;
const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

type Typed<'a> = &'a [(&'a str, &'a str)];

const LETTER: [(&str, &str); 8] = [
    ("wish", "consultation"),
    ("relation", "parent"),
    ("writer", "Invented Parent"),
    ("about", "Bea Invented"),
    ("born", "2004-05-02"),
    ("phone", "+49 30 123456"),
    ("language", "English"),
    ("message", "Stiff legs since birth; tablets make drowsy. Would a pump help?"),
];

const NEUROLOGY: [(&str, &str); 14] = [
    ("cause", "cerebral-palsy"),
    ("cause-words", "born early"),
    ("course", "stable"),
    ("relapse-now", "no"),
    ("type", "spasticity"),
    ("distribution", "diplegia"),
    ("severe", "yes"),
    ("seizures", "none"),
    ("breathing", "normal"),
    ("swallowing", "normal"),
    ("shunt", "none"),
    ("dysreflexia", "never"),
    ("communicates", "yes"),
    ("withdrawal-before", "no"),
];

const GOALS: [(&str, &str); 8] = [
    ("reasons", "sleep"),
    ("reasons", "dressing-and-care"),
    ("expect", "sleep through the night"),
    ("realistic", "yes"),
    ("rehabilitation-potential", "high"),
    ("follow-up", "yes"),
    ("follow-up-words", "the mother drives, half an hour"),
    ("barriers", "none"),
];

/// The other sheets of the evaluation, with what is answered otherwise than by the first answer.
const SHEETS: [(&str, Typed<'_>); 6] = [
    ("orthopaedics", &[("spine-anomaly", "no")]),
    ("physiotherapy", &[("uses-tone", "no")]),
    ("skin-nutrition", &[("weight", "52.5"), ("height", "163"), ("pressure-wound", "no")]),
    (
        "medical",
        &[
            ("infection", "no"),
            ("urinary-infection", "no"),
            ("acute-illness", "no"),
            ("baclofen-hypersensitivity", "no"),
            ("material-allergy", "no"),
        ],
    ),
    (
        "treatment",
        &[("oral-result", "not-tolerated"), ("botulinum", "too-little"), ("baclofen-pump-before", "no")],
    ),
    ("imaging", &[]),
];

const PLAN: [(&str, &str); 6] = [
    ("pump", "synchromed-ii-8637-40"),
    ("depth", "2"),
    ("catheter", "prometra-ii"),
    ("tip-level", "T10"),
    ("drug", "lioresal-500-20"),
    ("fragile", "no"),
];

const IMPLANT: [(&str, &str); 14] = [
    ("surgeon", "Invented Surgeon"),
    ("pump.model", "synchromed-ii-8637-40"),
    ("pump.serial", "INVENTED-8"),
    ("pump.tubing", "0.14"),
    ("pump.clock", "+01:00"),
    ("pump.alarm-volume", "2"),
    ("catheter.model", "prometra-ii"),
    ("catheter.trimmed", "30"),
    ("tip-level", "T10"),
    ("pocket", "left abdomen, under the fascia"),
    ("depth", "2"),
    ("pump-primed", "yes"),
    ("catheter-holds", "csf"),
    ("primed-with", "500"),
];

/// Each needed question of a sheet: name, what it takes, its first answer.
const NEEDED: &str = "const all = []; \
    for (const e of document.querySelectorAll('main [name^=\"q.\"]')) { \
        const asks = e.closest('.field').querySelector('label, legend').textContent; \
        if (asks.includes('may be left empty') || all.some(known => known[0] === e.name)) continue; \
        const select = e.tagName === 'SELECT'; \
        const kind = e.inputMode === 'decimal' ? 'number' : e.type; \
        all.push([e.name, kind, select ? e.options[1].value : e.value]); } \
    return all;";

/// Answers a sheet: as it is said, and else by the first answer.
async fn sheet(person: &Session, patient: &str, sheet: &str, said: Typed<'_>) {
    let address = format!("{patient}/sheets/{sheet}");
    person.open(&address).await;
    for (question, answer) in said {
        person.fill(&[(format!("q.{question}").as_str(), *answer)]).await;
    }
    let needed = person.client.execute(NEEDED, vec![]).await.unwrap();
    for question in needed.as_array().unwrap() {
        let (name, kind) = (question[0].as_str().unwrap(), question[1].as_str().unwrap());
        if said.iter().any(|(known, _)| name == format!("q.{known}")) {
            continue;
        }
        let answer = match kind {
            "number" => panic!("{sheet}: no number is said for {name}"),
            "date" => "2026-03-12",
            "text" | "textarea" => "as examined and said",
            _ => question[2].as_str().unwrap(),
        };
        person.fill(&[(name, answer)]).await;
    }
    person.press("Record the answers").await;
    person.find(&format!("//tr[.//a[@href='{address}']]//*[.='complete']")).await;
}

async fn consent(person: &Session, patient: &str, to: &str, words: &str) {
    person.open(&format!("{patient}/decision")).await;
    person.fill(&[("to", to), ("said", "given"), ("consent.by", "mother, Invented Parent")]).await;
    person.press("Record it").await;
    person.find(&format!("//tr[td[contains(., '{words}')]]//*[.='given']")).await;
}

/// The board shows the patient in this column.
async fn stands(person: &Session, patient: &str, stage: &str) {
    person.open("/board").await;
    let column = format!("//section[h2[starts-with(normalize-space(.), '{stage}')]]");
    person.find(&format!("{column}//a[@href='{patient}/pathway']")).await;
}

/// From the public page to a patient; the path of the record.
async fn enquired(driver: &Driver, house: &House, scripts: Scripts) -> String {
    let folder = tempfile::tempdir().unwrap();
    let (letter, program) = (folder.path().join("referral.pdf"), folder.path().join("images.pdf"));
    std::fs::write(&letter, b"%PDF-1.7\nreferral, invented").unwrap();
    std::fs::write(&program, b"MZ\x90\x00\x03\x00\x00\x00").unwrap();
    let parent = driver.session(house, scripts).await;
    parent.open("/enquiry").await;
    house.wait(5 * MINUTE);
    parent.fill(&LETTER).await;
    parent.choose("files", &program).await;
    parent.press("Send to the clinic").await;
    parent.says("\u{201c}images.pdf\u{201d} is a program").await;
    assert_eq!(parent.value("writer").await, "Invented Parent", "what was typed is kept");
    parent.choose("files", &letter).await;
    parent.fill(&[("consent", "yes")]).await;
    parent.press("Send to the clinic").await;
    parent.says("We answer by").await;
    parent.silent("Bea").await;
    assert_eq!(parent.complaints().await, Vec::<String>::new());
    parent.close().await;

    let desk = as_role(driver, house, scripts, "coordinator").await;
    desk.open("/enquiries").await;
    desk.says("1 in quarantine").await;
    desk.follow("Bea Invented").await;
    desk.press("I work on it").await;
    desk.follow("look at referral.pdf").await;
    desk.silent("Download").await;
    desk.press("Take it out of quarantine").await;
    desk.says("Download").await;
    desk.fill(&[("shows", "asks for a pump")]).await;
    desk.press("Record the review").await;
    desk.follow("Enquiry about Bea Invented").await;
    desk.fill(&[("how", "phone, the mother"), ("reached", "yes"), ("said", "comes on Monday")]).await;
    desk.press("Record the contact").await;
    desk.says("comes on Monday").await;
    desk.says("Answer by").await;
    desk.unfold("It is answered").await;
    desk.fill(&[("answer.how", "phone: consultation on Monday")]).await;
    desk.press("Record the answer").await;
    desk.silent("Answer by").await;
    desk.follow("Make it a patient").await;
    desk.says("No record looks alike").await;
    assert_eq!((desk.value("family").await, desk.value("given").await), ("Invented".into(), "Bea".into()));
    let who =
        [("gender", "female"), ("record", "R-2"), ("diagnosis", "cerebral-palsy"), ("house", "Main house")];
    desk.fill(&who).await;
    desk.press("Register as a new patient").await;
    desk.says("referral.pdf").await;
    let patient = desk.path().await.trim_end_matches("/files").to_owned();
    stands(&desk, &patient, "Referred").await;
    assert_eq!(desk.complaints().await, Vec::<String>::new());
    desk.close().await;
    patient
}

/// Those who treat one patient.
struct Ward<'a> {
    house: &'a House,
    patient: String,
    nurse: Session,
    physician: Session,
    surgeon: Session,
}

impl Ward<'_> {
    /// Time passes, and everybody signs in again.
    async fn wait(&self, seconds: i64) {
        self.house.wait(seconds);
        let all = [(&self.nurse, "nurse"), (&self.physician, "physician"), (&self.surgeon, "surgeon")];
        for (person, role) in all {
            person.is_signed_out().await;
            person.sign_in(role, DEMONSTRATION_PASSWORD).await;
        }
    }

    async fn stands(&self, stage: &str) {
        stands(&self.physician, &self.patient, stage).await;
    }

    async fn evaluate(&self) {
        let (physician, patient) = (&self.physician, self.patient.as_str());
        let team = format!("{patient}/team");
        physician.open(&team).await;
        let who = account::id("physician").to_string();
        let joins = [
            ("account", who.as_str()),
            ("discipline", "neurology"),
            ("house", "Main house"),
            ("lead", "yes"),
        ];
        physician.fill(&joins).await;
        physician.press("Add to the care team").await;
        physician.says("leads the therapy").await;
        physician
            .fill(&[
                ("name", "Invented Family Doctor"),
                ("contact", "0456"),
                ("discipline", "family-medicine"),
            ])
            .await;
        physician.press("Add to the care team").await;
        physician.find("//tr[contains(., 'Invented Family Doctor')][contains(., 'none of ours')]").await;

        physician.open(&format!("{patient}/sheets/neurology")).await;
        physician.press("Record the answers").await;
        physician.says("Nothing is answered yet").await;
        sheet(physician, patient, "neurology", &NEUROLOGY).await;
        sheet(physician, patient, "goals", &GOALS).await;
        self.stands("Referred").await;
        physician.says("not answered").await;
        for (name, said) in SHEETS {
            sheet(physician, patient, name, said).await;
        }
        self.stands("Evaluated").await;
        physician.open(&format!("{patient}/candidacy")).await;
        physician.says("An aid with reasons, not a verdict").await;
        let against =
            physician.client.find_all(Locator::XPath("//main//td[1][normalize-space()='not met']")).await;
        assert!(against.unwrap().is_empty(), "{}", physician.text().await);
        sheet(physician, patient, "decision", &[("decided", "test")]).await;
        consent(physician, patient, "test", "the screening test").await;
    }

    /// Writes and signs what was asked for, with a second person who types `again`; the path of the order.
    async fn ordered(&self, again: &str) -> String {
        let physician = &self.physician;
        physician.press("Check this order").await;
        let beyond = physician.client.find_all(Locator::Css("textarea[name^='reason-']")).await.unwrap();
        if !beyond.is_empty() {
            for field in beyond {
                field.send_keys("first order, discussed").await.unwrap();
            }
            physician.press("Go on to check the order").await;
        }
        physician.says("Check this order before it is written").await;
        physician.fill(&[("password", DEMONSTRATION_PASSWORD)]).await;
        physician.press("Write and sign this order").await;
        physician.find("//h1[starts-with(., 'Order:')]").await;
        let order = physician.path().await;
        if physician.text().await.contains("a second person must check") {
            self.surgeon.open(&format!("{order}/check")).await;
            self.surgeon.fill(&[("again", again)]).await;
            self.surgeon.press("Compare with the order").await;
            self.surgeon.fill(&[("password", DEMONSTRATION_PASSWORD)]).await;
            self.surgeon.press("Sign as second person").await;
        }
        physician.open(&order).await;
        physician.says("ordered, not confirmed").await;
        order
    }

    /// 50 micrograms, looked at, and what they did.
    async fn test(&self) {
        let (nurse, physician, patient) = (&self.nurse, &self.physician, self.patient.as_str());
        physician.open(&format!("{patient}/assessments/modified-ashworth")).await;
        let tone = [("knee-flexors-left.value", "3"), ("knee-flexors-right.value", "3")];
        physician.fill(&tone).await;
        physician.press("Record").await;
        physician.says("Rate again").await;
        sheet(nurse, patient, "test-readiness", &[]).await;
        physician.open(&format!("{patient}/test-dose")).await;
        let checks = [
            "no-relapse",
            "no-urinary-infection",
            "no-pressure-wound",
            "no-acute-illness",
            "resuscitation-ready",
        ];
        for check in checks {
            physician.fill(&[(format!("check-{check}").as_str(), "yes")]).await;
        }
        physician.fill(&[("dose", "50")]).await;
        self.ordered("50").await;

        let screening = format!("{patient}/screening");
        nurse.open(&screening).await;
        nurse.fill(&[("again", "75"), ("route", "lumbar")]).await;
        nurse.press("It went in").await;
        nurse.says("This is not what was ordered").await;
        nurse.fill(&[("again", "50")]).await;
        let (day, time) = (nurse.value("at").await, nurse.value("at.time").await);
        nurse.press("It went in").await;
        nurse.says("being watched").await;
        self.stands("Screening test").await;
        for (systolic, tone) in [("112", "2"), ("114", "1")] {
            self.wait(HOUR).await;
            nurse.open(&screening).await;
            nurse.fill(&[("systolic", systolic), ("diastolic", "70"), ("awake", "alert")]).await;
            nurse.fill(&[("score.0", tone), ("score.1", tone), ("answer", "as-hoped")]).await;
            nurse.press("Record the look").await;
            nurse.find(&format!("//td[.='{systolic}/70']")).await;
        }
        nurse.find("//span[contains(@class, 'chip-good')][.='reached']").await;
        self.wait(6 * HOUR).await;
        nurse.open(&format!("{patient}/test-dose/result")).await;
        nurse.fill(&[("at", day.as_str()), ("at.time", time.as_str()), ("screened.dose", "50")]).await;
        nurse
            .fill(&[("screened.responded", "yes"), ("screened.effect", "7"), ("screened.adverse", "no")])
            .await;
        nurse.press("Record the test dose").await;
        nurse.says("effect lasted 7 h").await;
        nurse.open(&screening).await;
        nurse.says("A test dose had an effect").await;
        nurse.says("Starting dose at most 100 micrograms per 24 hours").await;
        self.stands("Decision").await;
    }

    async fn implant(&self) {
        let (surgeon, patient) = (&self.surgeon, self.patient.as_str());
        self.wait(DAY).await;
        sheet(surgeon, patient, "decision", &[("decided", "implant")]).await;
        consent(surgeon, patient, "surgery", "the operation").await;
        self.stands("Decision").await;
        sheet(surgeon, patient, "implant-plan", &PLAN).await;
        surgeon.says("T6 to T10: both legs").await;
        self.stands("Implant planned").await;
        self.wait(2 * DAY).await;
        surgeon.open(&format!("{patient}/implant")).await;
        surgeon.follow("Record an implant").await;
        surgeon.fill(&IMPLANT).await;
        surgeon.press("Check").await;
        surgeon.says("Nothing is recorded yet").await;
        surgeon.press_twice("Record the operation").await;
        surgeon.says("Starting dose by the test: 100 micrograms per day").await;
        sheet(surgeon, patient, "back-table", &[("implanted-length", "80")]).await;
        self.stands("Implanted").await;
    }

    /// Fills the pump; `withdrawn` is what came out of it, in millilitres; empty if it is the first fill.
    async fn fills(&self, withdrawn: &str) {
        let nurse = &self.nurse;
        nurse.open(&format!("{}/refill", self.patient)).await;
        let read = [("identified", "yes"), ("serial.read", "INVENTED-8"), ("interrogated.running", "yes")];
        nurse.fill(&read).await;
        nurse.press("Port and needle").await;
        let place = [("template", "yes"), ("port", "reservoir"), ("needle", "refill"), ("stop-felt", "yes")];
        nurse.fill(&place).await;
        nurse.press("Withdraw all").await;
        if !withdrawn.is_empty() {
            nurse.fill(&[("filled.withdrawn", withdrawn)]).await;
        }
        nurse.fill(&[("withdrawn-all", "yes")]).await;
        nurse.press("Compare").await;
        nurse.press("Go on").await;
        let fill = [
            ("filled.drug", "lioresal-500-20"),
            ("label-strength", "500"),
            ("filled.lot", "L-1, L-2"),
            ("filled.expires", "2040-03"),
            ("syringe-1", "20"),
            ("syringe-2", "20"),
            ("filled.volume", "40"),
        ];
        nurse.fill(&fill).await;
        nurse.press("Check").await;
        nurse.says("Nothing is recorded yet").await;
        nurse.press_twice("Record this refill").await;
        nurse.says("Tell the programmer").await;
    }

    /// The first fill, the first program with its prime, and the way home.
    async fn start(&self) {
        let (nurse, physician, patient) = (&self.nurse, &self.physician, self.patient.as_str());
        self.fills("").await;
        physician.open(&format!("{patient}/program")).await;
        physician.fill(&[("mode", "continuous"), ("dose", "100"), ("concentration", "500")]).await;
        physician.press("Show what the rules say").await;
        physician.says("without drug").await;
        physician.press("Fill in this dose").await;
        assert_eq!(physician.value("dose").await, "100");
        assert_eq!(physician.value("prime-dose").await, "104", "0.208 mL of 500 micrograms per mL");
        physician.fill(&[("prime-minutes", "30")]).await;
        let order = self.ordered("100").await;
        nurse.open(&format!("{order}/type")).await;
        nurse.says("INVENTED-8").await;
        nurse.follow("Confirm what the programmer shows").await;
        let shown = [
            ("confirmed.drug", "lioresal-500-20"),
            ("confirmed.concentration", "500"),
            ("confirmed.mode", "continuous"),
            ("confirmed.total", "100"),
            ("confirmed.running", "yes"),
            ("confirmed.method", "telemetry"),
        ];
        nurse.fill(&shown).await;
        nurse.press("Confirm this order").await;
        nurse.says("in the pump and running").await;
        self.stands("Titration").await;
        physician.says("No discharge plan").await;
        sheet(nurse, patient, "discharge-plan", &[("first-visit", "2026-03-19")]).await;
        self.stands("Titration").await;
        physician.silent("No discharge plan").await;

        nurse.open(&format!("{patient}/appointments")).await;
        let slot = [
            ("what", "refill"),
            ("starts", "2026-03-01"),
            ("starts.time", "10:00"),
            ("minutes", "45"),
            ("house", "Main house"),
            ("place", "Room 2"),
        ];
        nurse.fill(&slot).await;
        nurse.press("Book").await;
        nurse.says("This time has passed").await;
        nurse.fill(&[("starts", "2026-04-02")]).await;
        nurse.press("Book").await;
        nurse
            .find(
                "//section[@aria-labelledby='ahead']//tr[contains(., '2 April 2026')][contains(., 'Room 2')]",
            )
            .await;
    }
}

/// R-USE-9
#[tokio::test(flavor = "multi_thread")]
async fn a_path_from_the_enquiry_to_the_first_refill() {
    let Some(driver) = Driver::start() else { return };
    for scripts in Scripts::BOTH {
        let house = House::on(MONDAY).await;
        let patient = enquired(&driver, &house, scripts).await;
        let nurse = as_role(&driver, &house, scripts, "nurse").await;
        let physician = as_role(&driver, &house, scripts, "physician").await;
        let surgeon = as_role(&driver, &house, scripts, "surgeon").await;
        let ward = Ward { house: &house, patient, nurse, physician, surgeon };
        ward.evaluate().await;
        ward.test().await;
        ward.implant().await;
        ward.start().await;
        // To 2 April: 28 days at 0.2 mL a day, and the prime.
        ward.wait(28 * DAY - 8 * HOUR).await;
        ward.fills("34.2").await;
        ward.stands("Titration").await;
        let timeline = format!("{}/timeline", ward.patient);
        ward.nurse.open(&timeline).await;
        assert_eq!(ward.nurse.text().await.matches("Pump filled").count(), 2);
        for person in [ward.nurse, ward.physician, ward.surgeon] {
            assert_eq!(person.complaints().await, Vec::<String>::new());
            person.close().await;
        }
    }
}
