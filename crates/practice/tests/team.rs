//! R-TEA-1, R-TEA-2 and R-TEA-5: care team and to-dos as they fold, and the door to them; settings and accounts of before.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests may fail loudly"
)]

use practice::access::{Actor, Matrix, Role};
use practice::account::{Account, Placed};
use practice::discipline::Discipline;
use practice::path::team::{Event as Team, OPENED_SECONDS, Who};
use practice::path::todo::{self, Event as Todo, State, Whose};
use practice::patient::{Entry, Fate, Id128, Identity, Patient, PatientEvent};
use practice::rules::Rules;
use practice::settings::{Change, House, Settings, TeamSettings, WhoSees};
use practice::sight::{Seen, Sight};
use practice::worklist::Task;
use practice::{Form, Practice, Refusal, Step, projection};
use proptest::prelude::*;
use record::{Id, Keys, Options, Port, SqliteStore};
use std::collections::BTreeMap;
use std::sync::Arc;

/// 2 March 2026, 10:00 UTC.
const START: i64 = 1_772_445_600;
const DAY: i64 = 86_400;

fn identity(house: &str) -> Identity {
    Identity {
        family: "Invented".to_owned(),
        given: "Forty-two".to_owned(),
        title: None,
        born: "1980-05-02".parse().unwrap(),
        gender: "female".to_owned(),
        record: "R-42".to_owned(),
        diagnosis: "multiple-sclerosis".to_owned(),
        small_child: None,
        contact: String::new(),
        language: String::new(),
        house: house.to_owned(),
        invented: false,
    }
}

fn actor(account: u128, role: Role) -> Actor {
    let rights = Matrix::default().rights(role);
    Actor { account: Id(account), name: format!("Invented {account}"), role, rights }
}

fn rules() -> Arc<Rules> {
    Arc::new(Rules::of(&Settings::default()).unwrap())
}

fn entry(version: u64, event: PatientEvent) -> Entry {
    let at = START + i64::try_from(version).unwrap();
    Entry {
        version,
        happened: at,
        recorded: at,
        by: Some(Id(1)),
        form: Id(version.into()),
        event,
        fate: Fate::Stands,
    }
}

fn joined(id: &str, account: u128) -> Team {
    Team::Joined {
        id: id.to_owned(),
        who: Who::Account { id: Id128(Id(account)), name: format!("Invented {account}") },
        discipline: Discipline::Nursing,
        house: "North".to_owned(),
        lead: account == 1,
    }
}

fn left(id: &str) -> Team {
    Team::Left { id: id.to_owned(), reason: "moved".to_owned() }
}

/// Somebody's, by a number.
fn whose(number: u8) -> Whose {
    match number % 4 {
        0 => Whose::default(),
        1 => Whose::house("South"),
        2 => Whose::discipline(Discipline::Physiotherapy),
        _ => Whose { account: Some((Id128(Id(7)), "Invented 7".to_owned())), ..Whose::default() },
    }
}

/// What somebody may record, by three numbers; also what makes no sense.
fn event(act: u8, which: u8, to: u8) -> PatientEvent {
    let id = format!("todo-{}", which % 5);
    let by = format!("2026-03-{:02}", to % 28 + 1).parse().unwrap();
    match act % 6 {
        0 | 1 => todo::set(id, "call", by, whose(to)),
        2 => PatientEvent::Todo(Todo::HandedOver { id, to: whose(to), reason: "asked".to_owned() }),
        3 if to.is_multiple_of(2) => PatientEvent::Todo(Todo::Done { id, outcome: String::new() }),
        3 => PatientEvent::Todo(Todo::Dropped { id, reason: "no longer needed".to_owned() }),
        4 => PatientEvent::Team(joined(&format!("member-{}", which % 5), u128::from(to % 5))),
        _ => PatientEvent::Team(left(&format!("member-{}", which % 5))),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// R-TEA-2, R-TEA-5: whatever is recorded reads back as it was, and folds into what a plain book-keeping has; folded in
    /// one go or entry by entry, it is the same.
    #[test]
    fn team_and_to_dos_fold(acts in prop::collection::vec((any::<u8>(), any::<u8>(), any::<u8>()), 0..40)) {
        let rules = rules();
        let mut entries = vec![entry(1, PatientEvent::Registered(identity("North")))];
        let mut step_by_step = Patient::of_entries(Id(42), entries.clone(), &rules).unwrap();
        // Open to-dos: whose they are and through how many hands; members.
        let mut open: BTreeMap<String, (Whose, usize)> = BTreeMap::new();
        let (mut ended, mut members) = (0, BTreeMap::new());
        let mut used = Vec::new();
        for (act, which, to) in acts {
            let event = event(act, which, to);
            match &event {
                PatientEvent::Todo(Todo::Set { id, .. }) | PatientEvent::Team(Team::Joined { id, .. })
                    if used.contains(id) => continue,
                PatientEvent::Todo(Todo::Set { id, whose, .. }) => {
                    used.push(id.clone());
                    open.insert(id.clone(), (whose.clone(), 0));
                }
                PatientEvent::Todo(Todo::HandedOver { id, to, .. }) => {
                    if let Some((whose, hands)) = open.get_mut(id) {
                        *whose = to.clone();
                        *hands += 1;
                    }
                }
                PatientEvent::Todo(Todo::Done { id, .. } | Todo::Dropped { id, .. }) => {
                    ended += usize::from(open.remove(id).is_some());
                }
                PatientEvent::Team(Team::Joined { id, who, .. }) => {
                    used.push(id.clone());
                    members.insert(id.clone(), who.account().unwrap());
                }
                PatientEvent::Team(Team::Left { id, .. }) => drop(members.remove(id)),
                other => prop_assert!(false, "not one of the acts: {other:?}"),
            }
            let recorded = event.to_record(START).unwrap();
            prop_assert_eq!(&PatientEvent::from_record(&recorded.kind, &recorded.body).unwrap(), &event);
            let version = entries.len() as u64 + 1;
            entries.push(entry(version, event.clone()));
            step_by_step = step_by_step.with(entry(version, event), &rules).unwrap();
        }
        let patient = Patient::of_entries(Id(42), entries, &rules).unwrap();
        prop_assert_eq!(&patient.path.todos, &step_by_step.path.todos);
        prop_assert_eq!(&patient.path.team, &step_by_step.path.team);
        let todos = &patient.path.todos;
        let folded: BTreeMap<String, (Whose, usize)> =
            todos.open().into_iter().map(|one| (one.id.clone(), (one.whose.clone(), one.handed.len()))).collect();
        prop_assert_eq!(&folded, &open);
        prop_assert_eq!(todos.all.iter().filter(|one| one.state != State::Open).count(), ended);
        prop_assert!(todos.open().is_sorted_by_key(|one| one.by));
        let present: BTreeMap<String, Id> =
            patient.path.team.present().into_iter().map(|one| (one.id.clone(), one.who.account().unwrap())).collect();
        prop_assert_eq!(&present, &members);
        // What lists keep says the same: who sees the patient, and one line for each open to-do.
        let seen = practice::summary::seen(&patient);
        for account in [0, 1, 2, 3, 4, 7].map(Id) {
            let own = |(whose, _): &(Whose, usize)| whose.account.as_ref().is_some_and(|(id, _)| id.0 == account);
            let expected = members.values().any(|member| *member == account) || open.values().any(own);
            prop_assert_eq!(seen.seen_by.contains(&account.to_string()), expected);
        }
        prop_assert_eq!(!seen.seen_houses.is_empty(), open.values().any(|(whose, _)| whose.house == "South"));
        let due = projection(&patient, &rules, START + DAY).unwrap().due;
        prop_assert_eq!(due.iter().filter(|due| due.kind == Task::ToDo.word()).count(), open.len());
    }
}

async fn practice() -> (tempfile::TempDir, Practice, Arc<Rules>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("clinic.db");
    let keys = Keys::beside(&path, &mut record::system_random()).unwrap();
    let store: Arc<dyn Port> = Arc::new(SqliteStore::open(&path, Options::new(keys)).await.unwrap());
    (folder, Practice::new(store, false), rules())
}

/// R-TEA-2, R-TEA-4, R-TEA-5: what the door takes and what it refuses.
#[tokio::test]
async fn the_door() {
    let (_folder, practice, rules) = practice().await;
    let (coordinator, therapist) = (actor(1, Role::Coordinator), actor(2, Role::Therapist));
    let number = std::cell::Cell::new(0_u128);
    let hand_in = async |patient: Id, who: &Actor, event: PatientEvent| {
        number.set(number.get() + 1);
        let version = practice.patient(patient, &rules).await.map_or(0, |patient| patient.version);
        let form = Form { id: Id(1_000 + number.get()), patient, expected: version, now: START };
        practice.record(who, form, &rules, vec![Step::Event { event, happened: START }]).await.map(drop)
    };
    hand_in(Id(42), &coordinator, PatientEvent::Registered(identity("North"))).await.unwrap();
    let by = "2026-03-09".parse().unwrap();
    let set = |id: &str| todo::set(id, "call", by, Whose::default());
    let over = |id: &str, to: Whose| {
        PatientEvent::Todo(Todo::HandedOver { id: id.to_owned(), to, reason: "x".to_owned() })
    };
    let done = |id: &str| PatientEvent::Todo(Todo::Done { id: id.to_owned(), outcome: String::new() });
    let opened =
        |name: &str, until: i64| Team::Opened { name: name.to_owned(), reason: "on call".to_owned(), until };
    let until = START + OPENED_SECONDS;
    let seen = |entry: u64| Team::OpeningSeen { entry, outcome: "was needed".to_owned() };
    let own = &coordinator;
    let team = PatientEvent::Team;
    // Who, what, and the words of a refusal; empty if it is taken.
    let cases = [
        (&therapist, team(joined("a", 2)), "does not have the right"),
        (own, team(joined("a", 2)), ""),
        (own, team(joined("a", 3)), "/id is used already"),
        (own, team(joined("b", 2)), "/account Invented 2 is in the care team already"),
        (own, team(left("b")), "/id is nobody who is in the care team now"),
        (own, team(Team::Left { id: "a".to_owned(), reason: " ".to_owned() }), "/reason is missing"),
        (own, team(left("a")), ""),
        (own, team(left("a")), "/id is nobody who is in the care team now"),
        (own, team(joined("a", 2)), "/id is used already"),
        (&therapist, set("t"), ""),
        (own, set("t"), "/id is used already"),
        (own, todo::set("u", " ", by, Whose::default()), "/what is missing"),
        (own, over("u", whose(1)), "/id is no to-do of this patient"),
        (own, over("t", whose(0)), "/to is whose it is already"),
        (own, over("t", whose(1)), ""),
        (own, done("t"), ""),
        (own, done("t"), "/id is no longer open"),
        (own, over("t", whose(0)), "/id is no longer open"),
        (
            own,
            PatientEvent::Todo(Todo::Dropped { id: "t".to_owned(), reason: "x".to_owned() }),
            "/id is no longer open",
        ),
        (&therapist, team(opened("Invented 2", until + 1)), "/until is within the next 12 hours"),
        (&therapist, team(opened("Invented 2", START)), "/until is within the next 12 hours"),
        (&therapist, team(opened("Somebody else", until)), "in one's own name"),
        (&therapist, team(opened("Invented 2", until)), ""),
        (own, team(seen(2)), "/entry opened nothing"),
        (own, team(seen(7)), ""),
        (own, team(seen(7)), "/entry has been looked at already"),
    ];
    for (place, (who, event, said)) in cases.into_iter().enumerate() {
        let told =
            hand_in(Id(42), who, event).await.err().map_or_else(String::new, |refusal| refusal.to_string());
        assert!(
            told.contains(said) && told.is_empty() == said.is_empty(),
            "case {place}: {told:?}, not {said:?}"
        );
    }
    // A guest of the record gives nobody sight of it: not by the team, the house, a hand-over or a merge.
    let guest = actor(9, Role::Physician);
    hand_in(Id(42), &guest, team(opened("Invented 9", until))).await.unwrap();
    hand_in(Id(43), &coordinator, PatientEvent::Registered(identity("South"))).await.unwrap();
    let moved = PatientEvent::IdentityChanged { identity: identity("South"), reason: "x".to_owned() };
    let to_self = Whose { account: Some((Id128(Id(9)), "Invented 9".to_owned())), ..Whose::default() };
    for event in [
        team(joined("g", 9)),
        moved,
        todo::set("g", "see again", by, to_self),
        todo::set("g", "see again", by, Whose::house("South")),
        team(seen(9)),
    ] {
        let refused = hand_in(Id(42), &guest, event).await;
        assert!(
            matches!(refused, Err(Refusal::Impossible(why)) if why.contains("with a reason")),
            "{refused:?}"
        );
    }
    hand_in(Id(42), &guest, todo::set("g", "call the family", by, Whose::default())).await.unwrap();
    // When two records become one, the care team and what is to be done go along.
    hand_in(Id(42), &coordinator, team(joined("c", 3))).await.unwrap();
    let versions = [practice.patient(Id(42), &rules).await.unwrap().version, 1];
    let form = Form { id: Id(5_000), patient: Id(42), expected: versions[0], now: START };
    let other = practice::Other { patient: Id(43), expected: versions[1] };
    let merged = practice.merge(&guest, form, other, "one person".to_owned(), &rules).await;
    assert!(matches!(merged, Err(Refusal::Impossible(why)) if why.contains("with a reason")));
    practice.merge(&coordinator, form, other, "one person".to_owned(), &rules).await.unwrap();
    let one = practice.patient(Id(43), &rules).await.unwrap();
    assert!(
        one.path.team.has(Id(3)) && one.path.todos.open().iter().any(|todo| todo.what == "call the family")
    );
}

/// R-TEA-1, R-TEA-3: settings and accounts of before hold: everybody sees everybody, and who is not placed belongs to
/// every house; what is chosen is kept.
#[test]
fn settings_and_accounts_of_before() {
    let event = |version, kind: &str, body: &str| record::Event {
        version,
        kind: kind.to_owned(),
        schema: 1,
        happened: START,
        recorded: START,
        by: None,
        form: Id(version.into()),
        body: body.to_owned(),
    };
    let clinic =
        event(1, "settings-clinic", r#"{"name":"Hill","zone":"Europe/Berlin","houses":["North","South"]}"#);
    let before = Settings::fold(std::slice::from_ref(&clinic)).unwrap();
    assert_eq!(before.team.who_sees, WhoSees::Everybody);
    assert_eq!(before.houses().map(|house| house.name).collect::<Vec<_>>(), ["North", "South"]);
    let south = House { name: "South".to_owned(), phone: "0123".to_owned(), ..House::default() };
    let team = TeamSettings { who_sees: WhoSees::TeamAndHouses, houses: vec![south.clone()] };
    let change = Change::Team(team.clone()).event(START).unwrap();
    let after = Settings::fold(&[clinic, event(2, &change.kind, &change.body)]).unwrap();
    assert_eq!((&after.team, after.houses().nth(1)), (&team, Some(south)));

    let opened = r#"{"login":"a","name":"A","role":"nurse","password":"","password_is_given":false}"#;
    let account = Account::fold(Id(1), &[event(1, "account-opened", opened)]).unwrap().unwrap();
    let seen = Seen { house: "South".to_owned(), ..Seen::default() };
    let nurse = actor(1, Role::Nurse);
    let of = |placed: Option<&Placed>, who_sees| Sight::of(&nurse, placed, who_sees).sees(&seen, START);
    assert!(account.placed.is_none() && of(None, WhoSees::TeamAndHouses));
    let placed = |houses: &[&str]| Placed {
        disciplines: Vec::new(),
        houses: houses.iter().map(|house| (*house).to_owned()).collect(),
    };
    for (houses, sees) in
        [(&["South"][..], true), (&["North"], false), (&[], false), (&["North", "South"], true)]
    {
        assert_eq!(of(Some(&placed(houses)), WhoSees::TeamAndHouses), sees, "{houses:?}");
        assert!(of(Some(&placed(houses)), WhoSees::Everybody));
    }
    // A patient of no house is not seen by whoever has none either.
    let nobodys = Seen::default();
    let nowhere = Sight::of(&nurse, Some(&placed(&[""])), WhoSees::TeamAndHouses);
    assert!(!nowhere.sees(&nobodys, START));
    let opened = Seen { opened_by: vec![(nurse.account.to_string(), START + 1)], ..Seen::default() };
    assert!(nowhere.sees(&opened, START) && !nowhere.sees(&opened, START + 1) && !nowhere.belongs(&opened));
    assert!(!Sight::of(&actor(1, Role::Administrator), None, WhoSees::Everybody).sees(&seen, START));
    assert!(
        Sight::of(&actor(1, Role::Coordinator), Some(&placed(&[])), WhoSees::TeamAndHouses)
            .sees(&seen, START)
    );
}
