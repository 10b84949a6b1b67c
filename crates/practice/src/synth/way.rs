//! Invented patients on the way: in evaluation, no candidate, in the test, planned, and a whole way from the first enquiry to
//! the first refill; a second opinion from abroad; a loss of effect that was the catheter. All of it through the doors.

mod answers;
mod late;

use super::{DAY, Maker, People, Synth};
use crate::account::By;
use crate::agenda::Calendar;
use crate::discipline::Discipline;
use crate::door::{Arranged, Arrangement, Form, Practice, Refusal, Step};
use crate::enquiry::{self, EnquiryError, EnquiryEvent, Opinion, Relation, Request, TreatmentOption, Wish};
use crate::holidays::Holidays;
use crate::path::appointment::{Accepted, Kind, Slot};
use crate::path::consent::{self, Said, To};
use crate::path::rehabilitation::{self, Exercise, Part, Weight};
use crate::path::sheet::Answered;
use crate::path::stage::{self, Ending};
use crate::path::todo::{self, Whose};
use crate::path::trial::{self, Answer, Awake, Route, Vitals};
use crate::patient::{Id128, PatientEvent};
use crate::rules::Rules;
use answers::FITS;
use jiff::ToSpan;
use jiff::civil::Weekday;
use rand::Rng;
use record::Id;
use serde_json::{Value, json};
use std::sync::Arc;
use therapy::pathway::sheet::{self, Answers, Phase};

/// How many patients are made.
pub const PATIENTS: u32 = 6;

/// Makes them all.
///
/// # Errors
/// [`Refusal`], as for any form.
pub async fn way(
    practice: &Practice,
    rules: &Arc<Rules>,
    people: &People,
    holidays: &Holidays,
    wanted: &Synth,
) -> Result<(), Refusal> {
    for index in 0..PATIENTS {
        let mut maker = Maker::new(practice, rules, people, wanted, index);
        maker.walk(index, holidays).await?;
    }
    opinion_from_abroad(practice, people, holidays, wanted).await.map_err(told)
}

/// What the door of enquiries says, as that of patients.
fn told(error: EnquiryError) -> Refusal {
    Refusal::Store(error.to_string())
}

/// Somebody from outside, whom nobody has an account for.
fn outside(form: Id, now: i64) -> By {
    By { account: None, form, content: [0; 32], now }
}

fn request(
    writer: &str,
    wish: Wish,
    received: i64,
    rules_zone: &jiff::tz::TimeZone,
    holidays: &Holidays,
) -> Request {
    Request {
        wish,
        writer: writer.to_owned(),
        relation: Relation::Parent,
        about: format!("{writer}'s child"),
        born: None,
        phone: String::new(),
        email: "nobody@example.org".to_owned(),
        best_time: "in the afternoon".to_owned(),
        country: if wish == Wish::SecondOpinion { "abroad" } else { "here" }.to_owned(),
        language: "English".to_owned(),
        message: "Stiff legs since birth, tablets make drowsy. Would a pump help?".to_owned(),
        consent: enquiry::CONSENT.0.to_owned(),
        answer_by: enquiry::answer_by(received, holidays, rules_zone),
        invented: true,
    }
}

/// A second opinion from abroad: reviewed, written, signed, answered. It never becomes a patient here.
async fn opinion_from_abroad(
    practice: &Practice,
    people: &People,
    holidays: &Holidays,
    wanted: &Synth,
) -> Result<(), EnquiryError> {
    let port = practice.port().as_ref();
    let zone = jiff::tz::TimeZone::UTC;
    let id = Id(0x5ec0_0000_0000_0000_0000_0000_0000_0000 | u128::from(wanted.seed));
    let received = wanted.now - 9 * DAY;
    let asked = request("Invented Parent abroad", Wish::SecondOpinion, received, &zone, holidays);
    enquiry::record_received(port, id, asked, Vec::new(), outside(Id(id.0 + 1), received)).await?;
    let opinion = Opinion {
        addressee: "Invented Parent abroad".to_owned(),
        question: "Rhizotomy was advised at one house and a pump at another: which?".to_owned(),
        seen: "The letter only; no examination here, no pictures of the spine.".to_owned(),
        options: vec![
            TreatmentOption {
                name: "Pump with intrathecal baclofen".to_owned(),
                supports: "the dose is changed by programming; a test dose shows the effect first".to_owned(),
                against: "refills for life: who does them at home is not settled".to_owned(),
            },
            TreatmentOption {
                name: "Selective dorsal rhizotomy".to_owned(),
                supports: "no refills".to_owned(),
                against: "counted among destructive procedures".to_owned(),
            },
        ],
        reasons: "A test dose first, at home if a house there refills pumps.".to_owned(),
        missing: "Tone by muscle, image of the spine, weight, who would refill.".to_owned(),
        next: "Send what is missing; a house near home that refills pumps is named to you.".to_owned(),
    };
    let physician = &people.physician;
    let events = [
        EnquiryEvent::Taken { name: people.coordinator.name.clone() },
        EnquiryEvent::ContactTried {
            how: "e-mail to the parent".to_owned(),
            reached: true,
            said: "asked for pictures; there are none".to_owned(),
        },
        EnquiryEvent::Reviewed {
            hash: None,
            shows: "Two recommendations that contradict each other.".to_owned(),
            missing: "Tone by muscle, image of the spine.".to_owned(),
        },
        EnquiryEvent::OpinionDrafted { number: 1, opinion: opinion.clone() },
        EnquiryEvent::OpinionIssued {
            number: 1,
            digest: enquiry::digest(id, 1, &opinion),
            name: physician.name.clone(),
            role: physician.role.title().to_owned(),
        },
        EnquiryEvent::Answered { how: "opinion letter by e-mail".to_owned() },
    ];
    for (place, event) in (0_i64..).zip(events) {
        let now = received + (place + 1) * 3 * 3_600;
        let known = enquiry::load(port, id).await?;
        let form = Id(id.0 + 2 + u128::from(place.unsigned_abs()));
        let by = By { account: Some(physician.account), form, content: [0; 32], now };
        let version = known.version;
        enquiry::record(port, physician, &known, version, vec![(event, now)], by).await?;
    }
    Ok(())
}

impl Maker<'_> {
    async fn walk(&mut self, index: u32, holidays: &Holidays) -> Result<(), Refusal> {
        match index {
            0 => self.in_evaluation().await,
            1 => self.no_candidate().await,
            2 => self.in_the_test().await,
            3 => self.planned(holidays).await,
            4 => self.whole_way(holidays).await,
            _ => self.lost_effect().await,
        }
    }

    /// A sheet, answered as above where nothing else is said.
    fn answered(&self, id: &str, other: &[(&str, &str)]) -> Option<PatientEvent> {
        let sheet = sheet::by_id(id)?;
        let mut answers = Answers::new();
        for question in sheet.questions() {
            let said = other.iter().find(|(known, _)| *known == question.id).map(|(_, said)| *said);
            let fits = FITS.iter().find(|(known, asked, _)| *known == id && *asked == question.id);
            let given = said.or(fits.map(|(_, _, said)| *said)).unwrap_or_default();
            if !given.is_empty() {
                answers.insert(question.id.clone(), given.split('+').map(str::to_owned).collect());
            }
        }
        // What is asked on the day itself is all in order unless said otherwise.
        if matches!(sheet.phase, Phase::Test | Phase::Implant) {
            for question in sheet.questions().filter(|question| question.needed) {
                let yes = matches!(&question.kind, sheet::Kind::Choice(options) if options.iter().any(|(word, _)| word == "yes"));
                if yes {
                    answers.entry(question.id.clone()).or_insert_with(|| vec!["yes".to_owned()]);
                }
            }
        }
        Some(PatientEvent::Sheet(Answered {
            sheet: id.to_owned(),
            version: sheet.version,
            on: self.date(self.now),
            examiner: format!("invented examiner, {}", sheet.discipline),
            answers,
        }))
    }

    async fn sheets(&mut self, all: &[(&str, &[(&str, &str)])]) -> Result<(), Refusal> {
        let physician = self.people.physician.clone();
        for (id, other) in all {
            if let Some(event) = self.answered(id, other) {
                let step = self.event(event);
                self.act(&physician, vec![step]).await?;
                self.later(40);
            }
        }
        Ok(())
    }

    /// Every discipline has answered.
    async fn evaluated(&mut self, other: &[(&str, &str)]) -> Result<(), Refusal> {
        let all = sheet::all().unwrap_or_default().iter().filter(|sheet| sheet.phase == Phase::Evaluation);
        let ids: Vec<(&str, &[(&str, &str)])> = all.map(|sheet| (sheet.id.as_str(), other)).collect();
        self.sheets(&ids).await
    }

    async fn begin(&mut self, days_ago: i64) -> Result<(), Refusal> {
        self.now = self.end - days_ago * DAY;
        self.next_day(0);
        self.register().await?;
        let on = self.date(self.now);
        let by = "invented house for children with cerebral palsy".to_owned();
        let question = "Would intrathecal baclofen help?".to_owned();
        let referred = PatientEvent::Pathway(stage::Event::Referred { by, on, question });
        let coordinator = self.people.coordinator.clone();
        let step = self.event(referred);
        self.act(&coordinator, vec![step]).await?;
        self.background().await
    }

    fn says(&self, to: To) -> Step {
        self.event(PatientEvent::Consent(consent::Event {
            to,
            said: Said::Given,
            on: self.date(self.now),
            by: "the patient, invented".to_owned(),
            interpreter: String::new(),
            note: "signed paper in the file".to_owned(),
        }))
    }

    async fn consents(&mut self, all: &[To]) -> Result<(), Refusal> {
        let steps = all.iter().map(|to| self.says(*to)).collect();
        let nurse = self.people.nurse.clone();
        self.act(&nurse, steps).await.map(drop)
    }

    async fn in_evaluation(&mut self) -> Result<(), Refusal> {
        self.begin(26).await?;
        self.next_day(6);
        self.sheets(&[("neurology", &[]), ("physiotherapy", &[]), ("goals", &[("follow-up", "with-help")])])
            .await?;
        let by = self.date(self.end).checked_add(3.days()).unwrap_or_else(|_| self.date(self.end));
        let patient = self.patient().await?;
        let id = todo::id(&patient, 0);
        drop(patient);
        let whose = Whose {
            house: "Rehabilitation house".to_owned(),
            discipline: Some(Discipline::Orthopaedics),
            account: None,
        };
        let step = self.event(todo::set(id, "Hip and spine for the evaluation", by, whose));
        let coordinator = self.people.coordinator.clone();
        self.act(&coordinator, vec![step]).await.map(drop)
    }

    async fn ready(&mut self) -> Result<(), Refusal> {
        self.consents(&[To::Test, To::Contact]).await?;
        self.sheets(&[("test-readiness", &[])]).await
    }

    /// An order of a test dose that went in.
    async fn give(&mut self, dose: &str) -> Result<String, Refusal> {
        let checks = super::course::checks();
        let order = json!({ "screening-dose": { "dose": dose, "checks": checks } });
        let order = self.order(order, "asked for by the ladder").await?;
        self.later(12);
        let id = self.patient().await?.next_line_id("test");
        let given = trial::Event::Given {
            id: id.clone(),
            dose: dose.to_owned(),
            order,
            route: Route::Lumbar,
            note: "invented; over one minute".to_owned(),
        };
        let step = self.event(PatientEvent::Trial(given));
        let physician = self.people.physician.clone();
        self.act(&physician, vec![step]).await?;
        Ok(id)
    }

    async fn seen(&mut self, dose: &str, systolic: u16, tone: Option<&str>) -> Result<(), Refusal> {
        let vitals = Vitals {
            systolic: Some(systolic),
            diastolic: Some(68),
            pulse: Some(74),
            breaths: Some(15),
            oxygen: Some(97),
            awake: Some(Awake::Alert),
        };
        let looked = trial::Event::Looked {
            dose: dose.to_owned(),
            vitals,
            answer: Answer::AsHoped,
            note: String::new(),
        };
        let mut steps = vec![self.event(PatientEvent::Trial(looked))];
        for side in ["left", "right"] {
            let Some(value) = tone else { continue };
            let scored =
                json!({ "scale": "modified-ashworth", "value": value, "site": "knee-flexors", "side": side });
            steps.push(self.report(json!({ "scored": scored })));
        }
        let nurse = self.people.nurse.clone();
        self.act(&nurse, steps).await.map(drop)
    }

    /// A day of the test: looks by the hour, and the effect.
    async fn test_day(&mut self, dose: &str, tones: [&str; 5], effect: Option<&str>) -> Result<(), Refusal> {
        let id = self.give(dose).await?;
        let given = self.now;
        let minutes = [30, 60, 90, 120, 180, 240];
        for (place, minutes) in minutes.into_iter().enumerate() {
            self.now = given + minutes * 60;
            let tone = match minutes {
                60 => tones.first(),
                120 => tones.get(1),
                180 => tones.get(2),
                240 => tones.get(3),
                _ => None,
            };
            let systolic = 112 + u16::try_from(place).unwrap_or(0);
            self.seen(&id, systolic, tone.copied()).await?;
        }
        self.now = given + 480 * 60;
        self.seen(&id, 116, tones.get(4).copied()).await?;
        self.later(10);
        let mut screened = json!({ "dose": dose, "responded": effect.is_some() });
        if let (Some(effect), Some(fields)) = (effect, screened.as_object_mut()) {
            fields.insert("effect".to_owned(), Value::String(effect.to_owned()));
        }
        let report = self.report(json!({ "screened": screened }));
        let physician = self.people.physician.clone();
        self.act(&physician, vec![report]).await?;
        let patient = self.patient().await?;
        let line = patient.lines.iter().rev().find(|placed| placed.line.line.get("screened").is_some());
        let line = line.map(|placed| placed.line.id.clone());
        drop(patient);
        if let Some(line) = line {
            let ended =
                PatientEvent::ObservationEnded { line, outcome: "tone back; breathing calm".to_owned() };
            let step = self.event(ended);
            self.act(&physician, vec![step]).await?;
        }
        Ok(())
    }

    async fn no_candidate(&mut self) -> Result<(), Refusal> {
        self.begin(120).await?;
        self.next_day(10);
        self.score(true).await?;
        self.evaluated(&[("realistic", "partly"), ("follow-up", "with-help")]).await?;
        self.next_day(20);
        self.ready().await?;
        let same = ["4", "4", "4", "4", "4"];
        self.test_day("50 ug", same, None).await?;
        self.next_day(2);
        self.test_day("75 ug", same, None).await?;
        self.next_day(2);
        self.test_day("100 ug", ["4", "4", "4", "4", "4"], None).await?;
        self.next_day(6);
        let decided: &[(&str, &str)] = &[
            ("decided", "no"),
            ("options", "pump+botulinum+conservative"),
            ("why", "no effect of the largest test dose; botulinum toxin and orthoses go on"),
        ];
        self.sheets(&[("decision", decided)]).await?;
        let reason = "no response to 100 micrograms; told to patient and family".to_owned();
        let ended = stage::Event::Ended { why: Ending::NotACandidate, reason };
        let step = self.event(PatientEvent::Pathway(ended));
        let physician = self.people.physician.clone();
        self.act(&physician, vec![step]).await.map(drop)
    }

    async fn in_the_test(&mut self) -> Result<(), Refusal> {
        self.begin(60).await?;
        self.next_day(9);
        self.score(true).await?;
        self.evaluated(&[]).await?;
        self.now = self.end - (3 * 3_600 + 1_500);
        self.ready().await?;
        let id = self.give("50 ug").await?;
        let given = self.now;
        for (minutes, tone) in [(30, None), (60, Some("3")), (90, None), (120, Some("2"))] {
            if given + minutes * 60 < self.end {
                self.now = given + minutes * 60;
                self.seen(&id, 114, tone).await?;
            }
        }
        Ok(())
    }

    /// Evaluated, tested and decided.
    async fn decided(&mut self) -> Result<(), Refusal> {
        self.next_day(10);
        self.score(true).await?;
        self.evaluated(&[("reasons", "sleep+dressing-and-care+sitting-in-wheelchair")]).await?;
        self.next_day(14);
        self.ready().await?;
        self.test_day("50 ug", ["3", "2", "1+", "1+", "3"], Some("7 h")).await?;
        self.next_day(12);
        let decided: &[(&str, &str)] = &[
            ("decided", "implant"),
            ("took-part", "patient+mother+neurology+neurosurgery+physiotherapy"),
            ("options", "pump+rhizotomy+botulinum+conservative"),
            ("risks", "withdrawal+overdose+infection+catheter+replacement+refills"),
        ];
        self.sheets(&[("decision", decided)]).await?;
        self.consents(&[To::Surgery, To::Registry]).await
    }

    async fn plan_implant(&mut self, on: &str) -> Result<(), Refusal> {
        let plan: &[(&str, &str)] = &[
            ("on", on),
            ("pump", "synchromed-ii-8637-40"),
            ("pocket-site", "left"),
            ("depth", "2"),
            ("catheter", "ascenda-8780"),
            ("tip-level", "T10"),
            ("oral-plan", "all go on up to the operation; afterwards baclofen first, one at a time"),
            ("drug", "lioresal-500-20"),
            ("fragile", "no"),
        ];
        self.sheets(&[("implant-plan", plan)]).await
    }

    async fn planned(&mut self, holidays: &Holidays) -> Result<(), Refusal> {
        self.begin(100).await?;
        self.decided().await?;
        self.next_day(8);
        let soon = self.date(self.end);
        let works = |day: &jiff::civil::Date| {
            !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && holidays.on(*day).is_none()
        };
        let on =
            (9..30).filter_map(|days: i64| soon.checked_add(days.days()).ok()).find(works).unwrap_or(soon);
        self.plan_implant(&on.to_string()).await?;
        self.book_implant(on, holidays).await
    }

    async fn book_implant(&mut self, on: jiff::civil::Date, holidays: &Holidays) -> Result<(), Refusal> {
        let Ok(starts) = on.at(8, 0, 0, 0).to_zoned(self.zone.clone()) else { return Ok(()) };
        let slot = Slot {
            starts: starts.timestamp().as_second(),
            offset: starts.offset().seconds(),
            minutes: 120,
            house: "Main house".to_owned(),
            place: "Operating room 2".to_owned(),
        };
        let (note, people) = (String::new(), Vec::new());
        let book = Arrangement::Book { what: Kind::Implant, slot, people, note, remind: None };
        let mut id = [0; 16];
        self.dice.fill_bytes(&mut id);
        let form = Form { id: Id::from_random(id), patient: self.id, expected: self.version, now: self.now };
        let calendar = Calendar { holidays: holidays.clone(), zone: self.zone.clone() };
        let coordinator = self.people.coordinator.clone();
        let wanted = (book, Accepted::default());
        match self.practice.arrange(&coordinator, form, [0; 32], self.rules, &calendar, wanted).await? {
            Arranged::Done(done) => {
                self.version = done.receipt.versions.first().map_or(self.version, |(_, version)| *version);
                Ok(())
            }
            Arranged::Held { .. } => Err(Refusal::Impossible("the invented operating room is taken")),
        }
    }

    /// From the first enquiry to the first refill and rehabilitation.
    async fn whole_way(&mut self, holidays: &Holidays) -> Result<(), Refusal> {
        let enquiry = Id(self.id.0 ^ 0xe);
        let asked = self.end - 232 * DAY;
        let zone = self.zone.clone();
        let port = Arc::clone(self.practice.port());
        let received = request("Invented Parent", Wish::Consultation, asked, &zone, holidays);
        let by = outside(Id(enquiry.0 ^ 1), asked);
        enquiry::record_received(port.as_ref(), enquiry, received, Vec::new(), by).await.map_err(told)?;
        self.begin(230).await?;
        let coordinator = self.people.coordinator.clone();
        let events = [
            EnquiryEvent::ContactTried {
                how: "phone, the mother".to_owned(),
                reached: true,
                said: "comes with the papers next week".to_owned(),
            },
            EnquiryEvent::Answered { how: "called back".to_owned() },
            EnquiryEvent::BecamePatient { patient: Id128(self.id), new: true },
        ];
        for (place, event) in (0_u128..).zip(events) {
            let known = enquiry::load(port.as_ref(), enquiry).await.map_err(told)?;
            let form = Id(enquiry.0 ^ (0x10 + place));
            let by = By { account: Some(coordinator.account), form, content: [0; 32], now: self.now };
            let version = known.version;
            let events = vec![(event, self.now)];
            enquiry::record(port.as_ref(), &coordinator, &known, version, events, by).await.map_err(told)?;
        }
        self.decided().await?;
        self.next_day(6);
        self.plan_implant("").await?;
        self.next_day(15);
        self.implant = self.now;
        self.sheets(&[("back-table", &[("implanted-length", "62.5"), ("catheter-holds", "fluid")])]).await?;
        self.implant_and_start().await?;
        self.rehabilitation().await?;
        self.titration().await?;
        let day = self.date(self.now).to_string();
        let discharge: &[(&str, &str)] = &[
            ("wound", "dry, stitches out after ten days by the family doctor"),
            ("oral-plan", "baclofen by mouth is weaned as planned"),
            ("activity", "school again; no swimming until the wound has healed"),
            ("first-call", &day),
            ("first-visit", &day),
            ("rehabilitation", "twice a week at the rehabilitation house"),
            ("explained-to", "patient and mother"),
        ];
        self.sheets(&[("discharge-plan", discharge)]).await?;
        while self.visit().await? {}
        Ok(())
    }

    async fn rehabilitation(&mut self) -> Result<(), Refusal> {
        let from = self.date(self.now);
        let review = self.date(self.end).checked_add(20.days()).unwrap_or(from);
        let part = |area: &str, what: &str, how_often: &str| Part {
            area: area.to_owned(),
            what: what.to_owned(),
            how_often: how_often.to_owned(),
            by_whom: "invented physiotherapist".to_owned(),
        };
        let programme = rehabilitation::Event::Programme {
            from,
            by: self.people.therapist.name.clone(),
            parts: vec![
                part("movement", "standing up without the tone of the legs", "twice a week"),
                part("strength", "legs and trunk against gravity", "three times a week"),
                part("prevention", "standing frame, ankles", "daily"),
                part("daily", "dressing, transfers with one person", "daily"),
            ],
            review,
        };
        let goal = |goal: &str, reason: &str, levels: [&str; 5]| rehabilitation::Event::GoalSet {
            goal: goal.to_owned(),
            reason: Some(reason.to_owned()),
            levels: levels.map(str::to_owned),
            weight: Some(Weight { importance: 3, difficulty: 1 }),
        };
        let events = [
            programme,
            goal(
                "sleep through",
                "sleep",
                [
                    "wakes five times",
                    "wakes three times",
                    "wakes once",
                    "sleeps through most nights",
                    "sleeps through every night",
                ],
            ),
            goal(
                "dress in the morning",
                "dressing-and-care",
                [
                    "an hour, two persons",
                    "an hour, one person",
                    "half an hour",
                    "a quarter of an hour",
                    "alone",
                ],
            ),
            rehabilitation::Event::HomeExercises {
                list: vec![Exercise {
                    name: "Stand".to_owned(),
                    how: "In the frame, knees straight, heels down.".to_owned(),
                    how_often: "Once a day, half an hour".to_owned(),
                    caution: "Stop if it hurts or the skin is red.".to_owned(),
                }],
            },
        ];
        let steps = events.into_iter().map(|event| self.event(PatientEvent::Rehabilitation(event))).collect();
        let therapist = self.people.therapist.clone();
        self.act(&therapist, steps).await?;
        for level in ["-2", "0"] {
            let scored = |goal: &str| json!({ "scored": { "scale": "goal-attainment", "value": level, "goal": goal } });
            let steps =
                vec![self.report(scored("sleep through")), self.report(scored("dress in the morning"))];
            self.act(&therapist, steps).await?;
            if level == "-2" {
                self.next_day(8);
            }
        }
        Ok(())
    }
}
