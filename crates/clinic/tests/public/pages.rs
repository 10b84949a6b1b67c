//! R-PUB-9: what is done on the patient page.

use super::*;
use crate::house::Browser;
use practice::path::told::What;
use practice::triage::Urgency;

const QUIET: [(&str, &str); 6] = [
    ("sound", "single-tone"),
    ("often", "as-listed"),
    ("since", "this morning"),
    ("withdrawal", "none"),
    ("overdose", "none"),
    ("risk", "no"),
];

fn with(changes: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    let kept = QUIET.iter().filter(|(field, _)| changes.iter().all(|(changed, _)| changed != field));
    kept.chain(changes).filter(|(_, value)| !value.is_empty()).copied().collect()
}

async fn opened(house: &House) -> (Id, String) {
    let id = patient(house, 1, true).await;
    (id, linked(house, id, Kind::Patient).await)
}

/// Every page of the patient page is sound in every language, and the language that was chosen stays.
#[tokio::test]
async fn every_page_is_sound_in_every_language() {
    let house = clinic().await;
    let (id, own) = opened(&house).await;
    let without = patient(&house, 2, false).await;
    let none = linked(&house, without, Kind::Patient).await;
    let parts =
        ["", "/beeps", "/sounds", "/answers", "/answers?q=bath", "/answers?q=zzz", "/answers/alarm-do"];
    let parts =
        parts.iter().chain(&["/answers/insurance", "/ask", "/diary", "/report", "/goals", "/appointments"]);
    let parts: Vec<&&str> = parts.collect();
    for (at, code) in LANGUAGES.iter().enumerate() {
        // The house waits, so that no link is opened too often.
        house.pass(3_601);
        let mut browser = house.browser();
        let chosen = browser.get(&format!("{own}?language={code}")).await;
        assert!(browser.cookies.iter().any(|(name, value)| name == "language" && value == code));
        assert_eq!(chosen.status, StatusCode::OK);
        for base in [&own, &none] {
            for part in &parts {
                let page = browser.get(&format!("{base}{part}")).await;
                assert_eq!(page.status, StatusCode::OK, "{part}: {}", page.body);
                is_sound(part, &page);
                assert!(page.body.contains(&format!("<html lang=\"{code}\"")), "{part} in {code}, {at}");
                assert!(!page.body.contains('\u{fffd}'), "{part}: a text is missing in {}", page.body);
                let mut forms = page.tags("form").into_iter().filter(|tag| tag.contains("post"));
                assert!(forms.all(|tag| tag.contains(base.as_str())), "{part}");
            }
        }
    }
    // Without a choice it is the language of the patient.
    let home = house.browser().get(&own).await;
    assert!(home.body.contains("<html lang=\"de\""));
    let worker = house.browser().get(&format!("{own}/sw.js")).await;
    assert_eq!(worker.header("service-worker-allowed"), own);
    assert!(worker.body.contains(&format!("const base = \"{own}\";")), "{}", worker.body);
    assert!(fold(&house, id).await.path.reports.all.is_empty());
}

async fn asked(browser: &mut Browser<'_>, own: &str, fields: &[(&str, &str)]) -> Answer {
    browser.fill(&format!("{own}/beeps"), fields).await
}

/// The triage of the patient page says what the table says, whom to call, and is recorded when that is asked for.
#[tokio::test]
async fn it_beeps_leads_to_whom_to_call() {
    let house = clinic().await;
    let (id, own) = opened(&house).await;
    let mut browser = house.browser();
    browser.get(&format!("{own}?language=en")).await;
    for (changes, status, says) in [
        (&[][..], 200, "Call your pump team today."),
        (&[("sound", "two-tone")], 200, "Call your pump team now, day or night."),
        (&[("sound", "not-sure")], 200, "Call your pump team now, day or night."),
        (&[("withdrawal", "fever")], 200, "Emergency: call the emergency number"),
        (&[("overdose", "not-known")], 200, "Emergency: call the emergency number"),
        (&[("sound", "")], 422, "Say what it sounds like."),
        (&[("often", "x")], 422, "Say how often it sounds."),
        (&[("since", "")], 200, "Call your pump team today."),
        (&[("withdrawal", "")], 422, "Tick the signs of too little"),
        (&[("overdose", "none"), ("overdose", "coma")], 200, "Emergency: call the emergency number"),
        (&[("withdrawal", "none"), ("withdrawal", "itching")], 422, "not both"),
        (&[("risk", "perhaps")], 422, "Answer the question about the risk."),
    ] {
        let answer = asked(&mut browser, &own, &with(changes)).await;
        assert_eq!(answer.status.as_u16(), status, "{changes:?}: {}", answer.body);
        assert!(answer.body.contains(says), "{changes:?}: no {says:?} in {}", answer.body);
        assert!(answer.body.contains("href=\"tel:+49300000999\""), "{changes:?}");
        is_sound("beeps", &answer);
    }
    // Nobody fills in a form beside somebody who cannot be woken: one such sign is enough, also beside what is missing.
    for sign in [("overdose", "coma"), ("withdrawal", "fever")] {
        let answer = asked(&mut browser, &own, &[sign]).await;
        assert_eq!(answer.status, StatusCode::OK, "{sign:?}");
        assert!(answer.body.contains("Emergency: call the emergency number"), "{sign:?}: {}", answer.body);
    }
    assert_eq!(asked(&mut browser, &own, &[("withdrawal", "itching")]).await.status.as_u16(), 422);
    assert!(fold(&house, id).await.path.reports.all.is_empty(), "judging records nothing");
    let judged = asked(&mut browser, &own, &with(&[("sound", "two-tone")])).await;
    let form = judged.value("form").unwrap();
    let mut fields = with(&[("sound", "two-tone"), ("act", "record"), ("text", "in the night")]);
    fields.extend([("form", form.as_str()), ("expected", "0")]);
    for _ in 0..2 {
        let told = browser.post(&format!("{own}/beeps"), &fields).await;
        assert_eq!(told.status, StatusCode::OK, "{}", told.body);
        assert!(told.body.contains("Your clinic has received this."), "{}", told.body);
        assert!(told.body.contains("Call your pump team now, day or night."));
        is_sound("beeps", &told);
    }
    let patient = fold(&house, id).await;
    let [report] = patient.path.reports.all.as_slice() else { panic!("sent twice, it is one report") };
    let What::Alarm(alarm) = &report.what else { panic!() };
    assert_eq!((alarm.urgency, &*alarm.text, &*alarm.since), (Urgency::Now, "in the night", "this morning"));
    assert!(patient.entries.last().unwrap().by.is_none());
}

/// A symptom with a sign is answered with what to do now before anything else, and recorded; without words it is refused.
#[tokio::test]
async fn a_sign_of_danger_is_answered_first() {
    let house = clinic().await;
    let (id, own) = opened(&house).await;
    let path = format!("{own}/report");
    let mut browser = house.browser();
    browser.get(&format!("{own}?language=en")).await;
    let empty = browser.fill(&path, &[]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.body.contains("Tick a sign, or write what it is."));
    is_sound(&path, &empty);
    let told = browser.fill(&path, &[("signs", "coma"), ("text", "cannot be woken")]).await;
    is_sound(&path, &told);
    let (danger, sent) =
        (told.body.find("Emergency: call").unwrap(), told.body.find("has received this").unwrap());
    assert!(danger < sent && told.body.find("tel:+49300000999").unwrap() < sent, "{}", told.body);
    let quiet = browser.fill(&path, &[("text", "a rash <i>"), ("since", "Monday")]).await;
    assert!(quiet.body.contains("has received this") && !quiet.body.contains("<i>"));
    let long = "x".repeat(3_000);
    let refused = browser.fill(&path, &[("text", long.as_str()), ("signs", "fever")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Emergency: call") && refused.body.contains("This is too long."));
    is_sound(&path, &refused);
    assert_eq!(fold(&house, id).await.path.reports.all.len(), 2);
}

/// A day of the diary is kept once, shown, and refused where it makes no sense.
#[tokio::test]
async fn a_day_of_the_diary_is_kept() {
    let house = clinic().await;
    let (id, own) = opened(&house).await;
    let path = format!("{own}/diary");
    let mut browser = house.browser();
    browser.get(&format!("{own}?language=en")).await;
    let day = [
        ("on", "2026-03-02"),
        ("spasms", "4"),
        ("sleep", "broken"),
        ("pain", "3"),
        ("side-effects", "tired <u>"),
    ];
    for _ in 0..2 {
        let kept = browser.fill(&path, &day).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.body);
        assert_eq!(kept.header("location"), format!("{path}?saved=true"));
    }
    let page = browser.get(&format!("{path}?saved=true")).await;
    is_sound(&path, &page);
    for said in ["Saved.", "2\u{a0}March\u{a0}2026", "woken by spasms", "tired &#60;u&#62;"] {
        let spaces = page.body.replace("2 March 2026", "2\u{a0}March\u{a0}2026");
        assert!(spaces.contains(said), "{said}: {}", page.body);
    }
    let again = browser.get(&format!("{path}?on=2026-03-02")).await;
    assert_eq!(again.value("spasms").unwrap(), "4");
    for (field, value, says) in [
        ("on", "2026-03-09", "Choose a day from the last"),
        ("on", "2025-03-02", "Choose a day from the last"),
        ("spasms", "many", "Write a whole number"),
        ("spasms", "-1", "Write a whole number"),
        ("pain", "11", "Choose a number from 0 to 10"),
        ("sleep", "x", "Choose one of the answers"),
        ("", "", "Say at least one thing"),
    ] {
        let mut fields = vec![("on", "2026-03-01")];
        fields.retain(|(name, _)| *name != field);
        fields.push((field, value));
        let refused = browser.fill(&path, &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{field} {value}");
        assert!(refused.body.contains(says), "{field} {value}: {}", refused.body);
        is_sound(&path, &refused);
    }
    assert_eq!(fold(&house, id).await.path.diary.days.len(), 1);
    // Another link of the same patient has a diary of its own.
    let other = linked(&house, id, Kind::Patient).await;
    let page = browser.get(&format!("{other}/diary?language=en")).await;
    assert!(page.body.contains("Nothing is written yet."), "{}", page.body);
}

/// An answer says where it comes from and who approved it; what no source answers is asked of the clinic, whose answer
/// stands on the page of the link that asked.
#[tokio::test]
async fn an_answer_has_a_source_and_the_clinic_answers_the_rest() {
    let house = clinic().await;
    let (id, own) = opened(&house).await;
    let mut browser = house.browser();
    browser.get(&format!("{own}?language=en")).await;
    let registry = practice::answers::Answers::embedded().unwrap();
    let mut clinics = 0;
    for question in &registry.questions {
        // So many pages are opened by nobody in an hour.
        house.pass(60);
        let page = browser.get(&format!("{own}/answers/{}", question.id)).await;
        assert_eq!(page.status, StatusCode::OK);
        is_sound(&question.id, &page);
        let clinic = page.body.contains("Your clinic answers this.");
        clinics += usize::from(clinic);
        assert_ne!(clinic, page.body.contains("<section class=\"source\""), "{}", question.id);
        assert!(
            clinic || page.body.contains("Your clinic has not approved this answer yet"),
            "{}",
            question.id
        );
    }
    assert!(clinics > 3, "{clinics}");
    let mine = browser.get(&format!("{own}/answers/missed-refill")).await;
    assert!(
        mine.body.contains("In your case") && mine.body.contains("Next refill at the latest"),
        "{}",
        mine.body
    );

    // Somebody approves a wording: name and day stand beneath it.
    let key = "answer-what-is-it".to_owned();
    let digest = words::fingerprint(words::Language::English, &key).unwrap();
    let decision = settings::TextDecision {
        language: "en".to_owned(),
        texts: vec![(key, digest)],
        decision: settings::TextVerdict::Approved,
    };
    let version = house.store.version(settings::STREAM).await.unwrap();
    let append = settings::appending(&[Change::Texts(decision)], version, START).unwrap();
    let account = practice::account::id("physician");
    let by = practice::account::By { account: Some(account), form: Id(78), content: [8; 32], now: START };
    house.store.append(by.act(vec![append])).await.unwrap();
    let page = browser.get(&format!("{own}/answers/what-is-it")).await;
    assert!(
        page.body.contains("Approved for your clinic by Test") && page.body.contains("2026"),
        "{}",
        page.body
    );

    let found = browser.get(&format!("{own}/answers?q=sauna")).await;
    assert!(
        found.body.contains("/answers/heat\"") && !found.body.contains("/answers/cure\""),
        "{}",
        found.body
    );
    let empty = browser.fill(&format!("{own}/ask"), &[("text", "")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    is_sound("ask", &empty);
    for fields in
        [&[("text", "May I fly <b>?")][..], &[("question", "insurance")], &[("question", "x"), ("text", "y")]]
    {
        let sent = browser.fill(&format!("{own}/ask"), fields).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    }
    let entry = fold(&house, id).await.path.reports.all[0].entry;
    let answer = practice::path::told::Event::Answered { entry, text: "Yes, tell us before.".to_owned() };
    record(&house, id, vec![event(&house, PatientEvent::FromPatient(answer))]).await;
    let page = browser.get(&format!("{own}/ask?sent=true")).await;
    is_sound("ask", &page);
    for said in [
        "Your question has reached the clinic",
        "May I fly &#60;b&#62;?",
        "Yes, tell us before.",
        "Does my insurance pay",
    ] {
        assert!(page.body.contains(said), "{said}: {}", page.body);
    }
}
