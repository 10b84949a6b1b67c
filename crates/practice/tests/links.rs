//! R-LNK-1 to R-LNK-5, R-DIA-1 and R-DIA-2: links that open a page without signing in, what comes through them and nothing
//! else.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests may fail loudly"
)]

use practice::access::{Actor, Matrix, Right, Role};
use practice::outside::{self, NotTaken, SENT_PER_DAY_MAX, Sent};
use practice::path::diary::{self, Day};
use practice::path::link::{self, Event as Link, Kind};
use practice::path::told::{self, Alarm, Question, Symptom, What};
use practice::patient::{Entry, Fate, Identity, Patient, PatientEvent};
use practice::rules::Rules;
use practice::settings::Settings;
use practice::triage::{Answers as Heard, Delivery, Often, Sign, Signs, Sound, Urgency, triage};
use practice::worklist::{DueBody, Task};
use practice::{Done, Form, Other, Practice, Refusal, Step};
use proptest::prelude::*;
use record::{Id, Keys, Kind as StreamKind, Options, Port, SqliteStore, Window};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// 2 March 2026, 10:00 UTC.
const START: i64 = 1_772_445_600;
const DAY: i64 = 86_400;
const PATIENT: Id = Id(1);

fn identity(number: u128) -> Identity {
    Identity {
        family: "Invented".to_owned(),
        given: "Ada".to_owned(),
        title: None,
        born: "1980-05-02".parse().unwrap(),
        gender: "female".to_owned(),
        record: format!("R-{number}"),
        diagnosis: "multiple-sclerosis".to_owned(),
        small_child: None,
        contact: String::new(),
        language: String::new(),
        house: String::new(),
        invented: false,
    }
}

fn actor(role: Role) -> Actor {
    let rights = Matrix::default().rights(role);
    Actor { account: Id(role as u128 + 1), name: role.word().to_owned(), role, rights }
}

fn rules() -> Arc<Rules> {
    Arc::new(Rules::of(&Settings::default()).unwrap())
}

struct Clinic {
    _folder: tempfile::TempDir,
    practice: Practice,
    rules: Arc<Rules>,
    forms: AtomicU64,
}

impl Clinic {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("clinic.db");
        let keys = Keys::beside(&path, &mut record::system_random()).unwrap();
        let store: Arc<dyn Port> = Arc::new(SqliteStore::open(&path, Options::new(keys)).await.unwrap());
        let practice = Practice::new(store, false);
        let clinic = Self { _folder: folder, practice, rules: rules(), forms: AtomicU64::new(1_000) };
        clinic.register(1).await;
        clinic
    }

    async fn register(&self, number: u128) {
        let event = PatientEvent::Registered(identity(number));
        self.record(Role::Coordinator, Id(number), START, vec![event]).await.unwrap();
    }

    fn form(&self) -> Id {
        Id(self.forms.fetch_add(1, Ordering::Relaxed).into())
    }

    async fn version(&self, patient: Id) -> u64 {
        self.practice.patient(patient, &self.rules).await.map_or(0, |patient| patient.version)
    }

    async fn record(
        &self,
        role: Role,
        patient: Id,
        now: i64,
        events: Vec<PatientEvent>,
    ) -> Result<Done, Refusal> {
        let form = Form { id: self.form(), patient, expected: self.version(patient).await, now };
        let steps = events.into_iter().map(|event| Step::Event { event, happened: now }).collect();
        self.practice.record(&actor(role), form, &self.rules, steps).await
    }

    async fn patient(&self, id: Id) -> Arc<Patient> {
        self.practice.patient(id, &self.rules).await.unwrap()
    }

    /// A new link and its token.
    async fn link(&self, patient: Id, kind: Kind, seed: u8) -> String {
        let events = link::make(&*self.patient(patient).await, kind, "mother", [seed; 32]);
        self.record(Role::Nurse, patient, START, events).await.unwrap();
        link::token([seed; 32])
    }

    async fn find(&self, token: &str) -> Option<(Id, String)> {
        let found = outside::find(&self.practice, &self.rules, token).await.unwrap();
        found.map(|found| (found.patient.id, found.link.id))
    }

    async fn send(&self, token: &str, now: i64, sent: Sent) -> Result<Done, NotTaken> {
        let (form, content) = (self.form(), [9; 32]);
        self.practice.record_from_outside(token, form, content, &self.rules, now, sent).await
    }

    /// What is on the day's list from patient pages.
    async fn due(&self) -> Vec<(Task, String)> {
        let window = Window { now: START, until: i64::MAX };
        let kinds = [Task::ReportedUrgent, Task::Reported];
        let words = kinds.iter().map(|task| task.word().to_owned()).collect();
        let lines = self.practice.port().due(words, window, 100).await.unwrap();
        let line = |line: &record::DueLine| {
            let body: DueBody = serde_json::from_str(&line.due.body).unwrap();
            (Task::by_word(&line.due.kind).unwrap(), body.text)
        };
        lines.iter().map(line).collect()
    }
}

fn day(on: &str) -> Day {
    Day { spasms: Some(3), ..Day::empty(on.parse().unwrap()) }
}

fn heard(sound: Sound) -> Alarm {
    let answers = Heard {
        sound,
        often: Often::AsListed,
        tones_known: true,
        withdrawal: Signs::Asked(BTreeSet::new()),
        overdose: Signs::Asked(BTreeSet::new()),
        high_risk: Some(false),
        delivery: Delivery::Flows,
    };
    Alarm::of(&answers, &triage(&answers), "an hour", "in the kitchen")
}

fn asked(text: &str) -> Sent {
    Sent::Question(Question { question: None, text: text.to_owned() })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    /// R-LNK-1: whatever is made and revoked, a plain book-keeping says the same of which links are live; a token opens its
    /// own link exactly while it is live; and the words under which a patient is found are hashes of live tokens only.
    #[test]
    fn links_fold(acts in prop::collection::vec((any::<bool>(), 0_u8..6), 0..30)) {
        let rules = rules();
        let entry = |version: u64, event| Entry {
            version, happened: START, recorded: START, by: Some(Id(7)), form: Id(version.into()), event, fate: Fate::Stands,
        };
        let mut patient =
            Patient::of_entries(PATIENT, vec![entry(1, PatientEvent::Registered(identity(1)))], &rules).unwrap();
        let mut live: BTreeMap<u8, bool> = BTreeMap::new();
        for (make, which) in acts {
            let event = if make {
                if live.contains_key(&which) { continue }
                live.insert(which, true);
                Link::Made {
                    id: format!("link-{which}"),
                    token: link::token([which; 32]),
                    link: if which == 0 { Kind::Emergency } else { Kind::Patient },
                    for_whom: "mother".to_owned(),
                }
            } else {
                if let Some(is_live) = live.get_mut(&which) { *is_live = false }
                Link::Revoked { id: format!("link-{which}"), reason: "lost".to_owned() }
            };
            let event = PatientEvent::Link(event);
            let written = event.to_record(START).unwrap();
            prop_assert_eq!(&PatientEvent::from_record(&written.kind, &written.body).unwrap(), &event);
            let next = entry(patient.version + 1, event);
            patient = patient.with(next, &rules).unwrap();
        }
        let projection = practice::projection(&patient, &rules, START).unwrap();
        for which in 0..6 {
            let token = link::token([which; 32]);
            let is_live = live.get(&which).copied().unwrap_or_default();
            let found = patient.path.links.opened_by(&token).map(|link| link.id.clone());
            prop_assert_eq!(found, is_live.then(|| format!("link-{which}")));
            let term = link::term(&link::hash(&token));
            prop_assert_eq!(projection.terms.contains(&term), is_live);
            prop_assert!(projection.terms.iter().all(|term| !term.contains(&token)));
            prop_assert!(!projection.summary.contains(&token));
        }
    }
}

/// R-LNK-2: a link opens its page until it is revoked; one that nobody made, a revoked one and rubbish are alike. A new card
/// takes the place of the old one. No search of people finds a link.
#[tokio::test(flavor = "multi_thread")]
async fn a_link_opens_until_it_is_revoked() {
    let clinic = Clinic::new().await;
    let card = clinic.link(PATIENT, Kind::Emergency, 1).await;
    let mother = clinic.link(PATIENT, Kind::Patient, 2).await;
    assert_eq!(clinic.find(&card).await.unwrap().0, PATIENT);
    let (_, mothers) = clinic.find(&mother).await.unwrap();
    let new_card = clinic.link(PATIENT, Kind::Emergency, 3).await;
    assert_eq!(clinic.find(&card).await, None, "a new card takes its place");
    assert!(clinic.find(&new_card).await.is_some() && clinic.find(&mother).await.is_some());

    let revoke = PatientEvent::Link(Link::Revoked { id: mothers.clone(), reason: "lost".to_owned() });
    clinic.record(Role::Nurse, PATIENT, START + 1, vec![revoke.clone()]).await.unwrap();
    for nothing in [mother.as_str(), &link::token([9; 32]), "", "link", "%", &"a".repeat(5_000)] {
        assert_eq!(clinic.find(nothing).await, None, "{nothing:.50}");
    }
    let again = clinic.record(Role::Nurse, PATIENT, START + 2, vec![revoke]).await.unwrap_err();
    assert!(matches!(again, Refusal::Field { .. }), "{again}");
    let link = clinic.patient(PATIENT).await.path.links.by_id(&mothers).unwrap().clone();
    assert_eq!(link.revoked.unwrap().reason, "lost");

    for typed in ["link", "=link", &link::hash(&new_card), &new_card, "=link-"] {
        let words = practice::worklist::search_words(typed);
        if !words.is_empty() {
            assert!(clinic.practice.port().search(StreamKind::Patient, words, 5).await.unwrap().is_empty());
        }
    }
}

/// R-LNK-2: who may make links, and what is refused: no words for whom, a second card beside the first, a token of before,
/// more patient links than the most; a link is revoked and not struck out.
#[tokio::test(flavor = "multi_thread")]
async fn links_are_made_by_those_who_hand_out_cards() {
    let clinic = Clinic::new().await;
    let made = |seed: u8, link: Kind, for_whom: &str| {
        PatientEvent::Link(Link::Made {
            id: format!("link-of-{seed}"),
            token: link::token([seed; 32]),
            link,
            for_whom: for_whom.to_owned(),
        })
    };
    for role in [Role::Coordinator, Role::Nurse, Role::Physician, Role::Surgeon] {
        assert!(Matrix::default().rights(role).has(Right::EditIdentity), "{}", role.word());
    }
    let denied = clinic.record(Role::Therapist, PATIENT, START, vec![made(1, Kind::Patient, "x")]).await;
    assert!(matches!(denied, Err(Refusal::Denied(_))));
    clinic.record(Role::Coordinator, PATIENT, START, vec![made(1, Kind::Emergency, "card")]).await.unwrap();
    for wrong in [
        made(2, Kind::Patient, "  "),
        made(2, Kind::Emergency, "card"),
        made(1, Kind::Patient, "mother"),
        PatientEvent::Link(Link::Made {
            id: "link-x".to_owned(),
            token: "guess".to_owned(),
            link: Kind::Patient,
            for_whom: "mother".to_owned(),
        }),
    ] {
        let refused = clinic.record(Role::Nurse, PATIENT, START, vec![wrong.clone()]).await;
        assert!(matches!(refused, Err(Refusal::Field { .. })), "{wrong:?}");
    }
    for seed in 10..10 + u8::try_from(link::PATIENT_LINKS_MAX).unwrap() {
        clinic.record(Role::Nurse, PATIENT, START, vec![made(seed, Kind::Patient, "x")]).await.unwrap();
    }
    let refused = clinic.record(Role::Nurse, PATIENT, START, vec![made(99, Kind::Patient, "x")]).await;
    assert!(matches!(refused, Err(Refusal::Field { .. })));
    let form =
        Form { id: clinic.form(), patient: PATIENT, expected: clinic.version(PATIENT).await, now: START };
    let strike = vec![Step::StrikeEntry { entry: 2, reason: "lost".to_owned() }];
    let refused = clinic.practice.record(&actor(Role::Surgeon), form, &clinic.rules, strike).await;
    assert!(matches!(refused, Err(Refusal::Impossible(_))));
}

/// R-LNK-3: after a merge the card in the wallet opens the record that is used, can be revoked there, and what came from the
/// patient page of the other record is there with its answers.
#[tokio::test(flavor = "multi_thread")]
async fn a_merge_keeps_a_card_working() {
    let clinic = Clinic::new().await;
    clinic.register(2).await;
    let card = clinic.link(PATIENT, Kind::Emergency, 1).await;
    let page = clinic.link(PATIENT, Kind::Patient, 2).await;
    let lost = clinic.link(PATIENT, Kind::Patient, 3).await;
    let (_, id) = clinic.find(&lost).await.unwrap();
    let revoke = PatientEvent::Link(Link::Revoked { id, reason: "lost".to_owned() });
    clinic.record(Role::Nurse, PATIENT, START, vec![revoke]).await.unwrap();
    let other_card = clinic.link(Id(2), Kind::Emergency, 4).await;
    clinic.send(&page, START, Sent::Diary(day("2026-03-01"))).await.unwrap();
    clinic.send(&page, START, asked("first?")).await.unwrap();
    let answered = told::Event::Answered { entry: clinic.version(PATIENT).await, text: "yes".to_owned() };
    clinic.record(Role::Nurse, PATIENT, START, vec![PatientEvent::FromPatient(answered)]).await.unwrap();
    clinic.send(&page, START, Sent::Alarm(heard(Sound::TwoTone))).await.unwrap();

    let form =
        Form { id: clinic.form(), patient: PATIENT, expected: clinic.version(PATIENT).await, now: START };
    let into = Other { patient: Id(2), expected: clinic.version(Id(2)).await };
    let merger = actor(Role::Physician);
    clinic.practice.merge(&merger, form, into, "same person".to_owned(), &clinic.rules).await.unwrap();

    for token in [&card, &page, &other_card] {
        assert_eq!(clinic.find(token).await.unwrap().0, Id(2));
    }
    assert_eq!(clinic.find(&lost).await, None);
    let patient = clinic.patient(Id(2)).await;
    assert_eq!(patient.path.diary.days.len(), 1);
    let reports = &patient.path.reports.all;
    assert_eq!((reports[0].is_open(), reports[1].is_open()), (false, true));
    assert_eq!(reports[0].answers[0].text, "yes");
    assert!(patient.path.links.by_id(&reports[1].link).is_some_and(link::Link::is_live));
    assert_eq!(clinic.due().await.len(), 1, "once, in the record that is used");
    // One new card takes the place of both.
    let new = clinic.link(Id(2), Kind::Emergency, 5).await;
    assert_eq!((clinic.find(&card).await, clinic.find(&other_card).await), (None, None));
    assert_eq!(clinic.find(&new).await.unwrap().0, Id(2));
    clinic.send(&page, START, asked("second?")).await.unwrap();
}

/// R-LNK-4: through a live patient link come a diary, reports and questions, by nobody and with the link's name, and nothing
/// through any other link; nobody signed in records them in a patient's place. The same form twice is one act.
#[tokio::test(flavor = "multi_thread")]
async fn only_a_live_patient_link_takes_something() {
    let clinic = Clinic::new().await;
    let card = clinic.link(PATIENT, Kind::Emergency, 1).await;
    let page = clinic.link(PATIENT, Kind::Patient, 2).await;
    for token in [card.as_str(), &link::token([8; 32]), "rubbish"] {
        let refused = clinic.send(token, START, asked("well?")).await;
        assert!(matches!(refused, Err(NotTaken::NoLink)));
    }
    clinic.send(&page, START, asked("well?")).await.unwrap();
    let patient = clinic.patient(PATIENT).await;
    let entry = patient.entries.last().unwrap();
    assert_eq!((entry.by, outside::link_of(&entry.event)), (None, Some("link-3")));
    let version = patient.version;

    let (form, content) = (clinic.form(), [1; 32]);
    let again = async |content| {
        let sent = asked("and again?");
        clinic.practice.record_from_outside(&page, form, content, &clinic.rules, START, sent).await
    };
    assert!(!again(content).await.unwrap().receipt.again);
    assert!(again(content).await.unwrap().receipt.again);
    assert!(matches!(again([2; 32]).await, Err(NotTaken::Refused(Refusal::FormReused))));
    assert_eq!(clinic.version(PATIENT).await, version + 1);

    let link = "link-3".to_owned();
    let forged = [
        PatientEvent::Diary(diary::Event::Kept { link: link.clone(), day: day("2026-03-01") }),
        PatientEvent::FromPatient(told::Event::AlarmReported {
            link: link.clone(),
            alarm: heard(Sound::TwoTone),
        }),
        PatientEvent::FromPatient(told::Event::SymptomReported {
            link: link.clone(),
            symptom: Symptom { text: "x".to_owned(), since: String::new(), signs: Vec::new() },
        }),
        PatientEvent::FromPatient(told::Event::Asked {
            link,
            question: Question { question: None, text: "x".to_owned() },
        }),
    ];
    for event in forged {
        let refused = clinic.record(Role::Surgeon, PATIENT, START, vec![event]).await;
        assert!(matches!(refused, Err(Refusal::Impossible(_))));
    }
}

/// R-LNK-4: what a person of the clinic records meanwhile stops nobody outside, and what both wrote is there.
#[tokio::test(flavor = "multi_thread")]
async fn what_only_adds_is_tried_again() {
    let clinic = Arc::new(Clinic::new().await);
    let page = clinic.link(PATIENT, Kind::Patient, 2).await;
    let before = clinic.version(PATIENT).await;
    let all = (0..12).map(|number| {
        let (clinic, page) = (Arc::clone(&clinic), page.clone());
        tokio::spawn(async move { clinic.send(&page, START, asked(&format!("question {number}"))).await })
    });
    let mut taken = 0;
    for task in all.collect::<Vec<_>>() {
        taken += u64::from(task.await.unwrap().is_ok());
    }
    assert!(taken >= 8, "{taken}");
    assert_eq!(clinic.version(PATIENT).await, before + taken);
}

/// R-LNK-5: by one link only so much is taken within a day, and other links are not held up by it.
#[tokio::test(flavor = "multi_thread")]
async fn a_link_takes_only_so_much_a_day() {
    let clinic = Clinic::new().await;
    let page = clinic.link(PATIENT, Kind::Patient, 2).await;
    let other = clinic.link(PATIENT, Kind::Patient, 3).await;
    for number in 0..SENT_PER_DAY_MAX {
        clinic.send(&page, START, asked(&format!("{number}?"))).await.unwrap();
    }
    assert!(matches!(clinic.send(&page, START + 60, asked("more?")).await, Err(NotTaken::TooMany)));
    clinic.send(&other, START + 60, asked("mine?")).await.unwrap();
    clinic.send(&page, START + DAY + 61, asked("more?")).await.unwrap();
}

/// R-DIA-1: a day is entered once by each link, the last time counts and both stay in the record; numbers and days that
/// cannot be, and texts that are too long, are refused by their field.
#[tokio::test(flavor = "multi_thread")]
async fn the_diary_keeps_one_day_of_each_link() {
    let clinic = Clinic::new().await;
    let (one, other) =
        (clinic.link(PATIENT, Kind::Patient, 2).await, clinic.link(PATIENT, Kind::Patient, 3).await);
    for (token, on, spasms) in
        [(&one, "2026-03-01", 3), (&other, "2026-03-01", 4), (&one, "2026-02-27", 9), (&one, "2026-03-01", 5)]
    {
        let sent = Sent::Diary(Day { spasms: Some(spasms), ..Day::empty(on.parse().unwrap()) });
        clinic.send(token, START, sent).await.unwrap();
    }
    let patient = clinic.patient(PATIENT).await;
    let kept: Vec<_> = patient.path.diary.days.iter().map(|kept| kept.day.spasms.unwrap()).collect();
    assert_eq!(kept, [9, 4, 5]);
    let entries = patient.entries.iter().filter(|entry| matches!(entry.event, PatientEvent::Diary(_)));
    assert_eq!(entries.count(), 4);

    let wrong: [(&str, Day); 7] = [
        ("/on", day("2026-03-04")),
        ("/on", day("2026-01-20")),
        ("/pain", Day { pain: Some(11), ..day("2026-03-01") }),
        ("/spasms", Day { spasms: Some(1_000), ..day("2026-03-01") }),
        ("/spasms", Day::empty("2026-03-01".parse().unwrap())),
        ("/note", Day { note: "x".repeat(2_001), ..day("2026-03-01") }),
        ("/side-effects", Day { side_effects: "\0".to_owned(), ..day("2026-03-01") }),
    ];
    for (expected, day) in wrong {
        match clinic.send(&one, START, Sent::Diary(day)).await {
            Err(NotTaken::Field { field, message }) => assert_eq!(field, expected, "{message}"),
            other => panic!("{expected}: {other:?}"),
        }
    }
}

/// R-DIA-2: what was reported or asked is on the day's list until somebody has dealt with it, what may not wait ahead of the
/// rest; a question until it is answered.
#[tokio::test(flavor = "multi_thread")]
async fn reports_are_listed_until_somebody_deals_with_them() {
    let clinic = Clinic::new().await;
    let page = clinic.link(PATIENT, Kind::Patient, 2).await;
    let symptom = |sign: Sign| Symptom {
        text: "since the night".to_owned(),
        since: String::new(),
        signs: vec![sign.word().to_owned()],
    };
    assert_eq!(symptom(Sign::Coma).urgency(), Urgency::Emergency);
    clinic.send(&page, START, Sent::Alarm(heard(Sound::SingleTone))).await.unwrap();
    clinic.send(&page, START, Sent::Alarm(heard(Sound::TwoTone))).await.unwrap();
    clinic.send(&page, START, Sent::Symptom(symptom(Sign::Itching))).await.unwrap();
    clinic.send(&page, START, asked("May I swim?")).await.unwrap();
    let due = clinic.due().await;
    let count = |wanted| due.iter().filter(|(task, _)| *task == wanted).count();
    assert_eq!((count(Task::ReportedUrgent), count(Task::Reported)), (2, 2), "{due:?}");
    assert!(due.iter().any(|(_, text)| text == "now; hears an alarm: two tones in turn (mother)"), "{due:?}");
    let place = |task| Task::ALL.iter().position(|known| *known == task).unwrap();
    assert!(place(Task::ReportedUrgent) < place(Task::NotDelivering));
    assert!(place(Task::Refill) < place(Task::Reported));

    // A forged urgency, an unknown sign and a text beyond the bound are refused.
    let forged = Alarm { urgency: Urgency::Today, ..heard(Sound::TwoTone) };
    let unknown = Symptom { signs: vec!["magic".to_owned()], ..symptom(Sign::Fever) };
    for sent in [Sent::Alarm(forged), Sent::Symptom(unknown), asked(&"x".repeat(2_001)), asked(" ")] {
        assert!(matches!(clinic.send(&page, START, sent).await, Err(NotTaken::Field { .. })));
    }

    let reports = clinic.patient(PATIENT).await.path.reports.all.clone();
    let seen =
        |entry, said: &str| PatientEvent::FromPatient(told::Event::Seen { entry, said: said.to_owned() });
    let answered =
        |entry, text: &str| PatientEvent::FromPatient(told::Event::Answered { entry, text: text.to_owned() });
    for report in &reports {
        let (is_question, entry) = (matches!(report.what, What::Question(_)), report.entry);
        let denied = clinic.record(Role::Therapist, PATIENT, START, vec![answered(entry, "x")]).await;
        assert!(matches!(denied, Err(Refusal::Denied(_))));
        let done = clinic.record(Role::Nurse, PATIENT, START, vec![seen(entry, "called back")]).await;
        assert_eq!(done.is_ok(), !is_question);
        if is_question {
            assert!(clinic.record(Role::Nurse, PATIENT, START, vec![answered(entry, " ")]).await.is_err());
            clinic.record(Role::Coordinator, PATIENT, START, vec![answered(entry, "Yes.")]).await.unwrap();
        } else {
            let twice = clinic.record(Role::Nurse, PATIENT, START, vec![seen(entry, "again")]).await;
            assert!(matches!(twice, Err(Refusal::Field { .. })));
        }
    }
    assert_eq!(clinic.due().await, []);
    assert!(clinic.record(Role::Nurse, PATIENT, START, vec![seen(1, "nothing there")]).await.is_err());
}
