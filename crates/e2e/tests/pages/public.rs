//! Pages behind a link, on a telephone: without a barrier, by the keyboard alone, and without a connection.

use e2e::{Checkers, Driver, House, Scripts, Session, Theme};
use practice::Step;
use practice::path::link::{self, Kind};
use practice::patient::PatientEvent;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// What everybody sees of one patient.
struct Links {
    card: String,
    own: String,
}

/// The links of an invented patient whose pump runs; they are made if there are none.
async fn links(house: &House) -> Links {
    let rules = house.state.rules().await.unwrap();
    let practice = house.state.practice();
    for (id, _) in house.store_streams().await {
        let patient = practice.patient(id, &rules).await.unwrap();
        if !patient.has_pump() || patient.died.is_some() {
            continue;
        }
        let mut paths = Vec::new();
        for (kind, seed) in [(Kind::Emergency, 1), (Kind::Patient, 2)] {
            let patient = practice.patient(id, &rules).await.unwrap();
            let random = [seed; 32];
            let now = house.state.now();
            let steps: Vec<Step> = link::make(&patient, kind, "mother", random)
                .into_iter()
                .map(|event: PatientEvent| Step::Event { event, happened: now })
                .collect();
            let form =
                practice::Form { id: house.state.new_id(), patient: id, expected: patient.version, now };
            practice.record(&house.physician().await, form, &rules, steps).await.unwrap();
            paths.push(kind.path(&link::token(random)));
        }
        let [card, own] = paths.try_into().unwrap();
        return Links { card, own };
    }
    panic!("no invented patient has a pump");
}

fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/pages/public");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).unwrap();
    }
    std::fs::create_dir_all(folder.join("html")).unwrap();
    folder
}

/// Everything that axe-core finds, however small.
async fn violations(person: &Session, axe: &str) -> Vec<String> {
    let script = format!(
        "{axe}; const done = arguments[arguments.length - 1]; axe.run(document, {{resultTypes: ['violations']}}) \
         .then(r => done(r.violations.map(v => v.id + ' (' + v.impact + '): ' + v.nodes[0].html)), e => done([String(e)]));"
    );
    let found = person.client.execute_async(&script, vec![]).await.unwrap();
    found.as_array().unwrap().iter().map(|it| it.as_str().unwrap_or_default().to_owned()).collect()
}

/// The text of a page as the server sends it.
async fn source(person: &Session, path: &str) -> String {
    let script = "const done = arguments[1]; fetch(arguments[0]).then(answer => answer.text()).then(done)";
    person.client.execute_async(script, vec![json!(path)]).await.unwrap().as_str().unwrap().to_owned()
}

const PARTS: [&str; 11] = [
    "",
    "/beeps",
    "/sounds",
    "/answers",
    "/answers/alarm-do",
    "/answers/insurance",
    "/ask",
    "/diary",
    "/report",
    "/goals",
    "/appointments",
];

/// R-PUB-10
#[tokio::test(flavor = "multi_thread")]
async fn pages_behind_a_link_have_no_barrier_in_either_direction() {
    let (Some(driver), Some(checkers)) = (Driver::start(), Checkers::find()) else { return };
    let house = House::demonstration(3, 2).await;
    house.with_contacts().await;
    let Links { card, own } = links(&house).await;
    let person = driver.session(&house, Scripts::On).await;
    let (folder, mut faults) = (folder(), Vec::new());
    let mut paths: Vec<String> = PARTS.iter().map(|part| format!("{own}{part}")).collect();
    paths.extend([card, format!("/e/{}", "x".repeat(43))]);
    for language in ["en", "he"] {
        for path in &paths {
            // So many pages are opened by nobody in an hour.
            house.wait(600);
            let name = path.replace(&own, "p").replace('/', "-");
            let name = format!("{language}-{}", name.trim_matches('-').chars().take(30).collect::<String>());
            let path = format!("{path}?language={language}");
            person.open(&path).await;
            let text = source(&person, &path).await;
            std::fs::write(folder.join("html").join(format!("{name}.html")), text).unwrap();
            // A telephone by day and night, a wide window at twice its size, and a narrow one at four times.
            for (width, theme) in [
                (390, Theme::Light),
                (390, Theme::Dark),
                (640, Theme::Light),
                (320, Theme::Light),
                (1280, Theme::Light),
            ] {
                person.look(width, theme).await;
                let at = format!("{name} at {width} {theme:?}");
                faults.extend(person.overflow().await.map(|it| format!("{at}: {it}")));
                if width != 640 {
                    let found = violations(&person, &checkers.axe).await;
                    faults.extend(found.into_iter().map(|it| format!("{at}: {it}")));
                }
                person.picture(&folder.join(format!("{name}-{width}-{theme:?}.png"))).await;
            }
            faults.extend(person.complaints().await.into_iter().map(|it| format!("{name}: {it}")));
        }
    }
    person.close().await;
    faults.extend(checkers.html_errors(&folder.join("html")));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Presses a key, as a person without a mouse does.
async fn press(person: &Session, key: &str) {
    person.client.active_element().await.unwrap().send_keys(key).await.unwrap();
}

const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";
const SPACE: &str = " ";

/// Goes on with Tab until this is true of what has the focus.
async fn tab_to(person: &Session, wanted: &str) {
    for _ in 0..120 {
        press(person, TAB).await;
        let script = format!("const it = document.activeElement; return Boolean({wanted})");
        if person.client.execute(&script, vec![]).await.unwrap() == Value::Bool(true) {
            return;
        }
    }
    panic!("Tab never comes to {wanted}\n{}", person.text().await);
}

/// R-PUB-11
#[tokio::test(flavor = "multi_thread")]
async fn the_triage_needs_no_mouse_and_no_script() {
    let Some(driver) = Driver::start() else { return };
    let house = House::demonstration(3, 2).await;
    house.with_contacts().await;
    let Links { own, .. } = links(&house).await;
    for scripts in Scripts::BOTH {
        let person = driver.session(&house, scripts).await;
        person.open(&format!("{own}?language=en")).await;
        person.says("It beeps now").await;
        if scripts == Scripts::On {
            tab_to(&person, "it.classList.contains('big') && it.href.endsWith('/beeps')").await;
            press(&person, ENTER).await;
            person.says("What does the alarm sound like?").await;
            for (name, choice) in [("sound", "two-tone"), ("often", "more-often")] {
                tab_to(&person, &format!("it.name === '{name}'")).await;
                press(&person, SPACE).await;
                let script = format!("return document.querySelector('[name={name}]:checked')?.value");
                assert_eq!(person.client.execute(&script, vec![]).await.unwrap(), choice);
            }
            tab_to(&person, "it.name === 'since'").await;
            press(&person, "this morning").await;
            for name in ["withdrawal", "overdose"] {
                tab_to(&person, &format!("it.name === '{name}' && it.value === 'none'")).await;
                press(&person, SPACE).await;
            }
            tab_to(&person, "it.name === 'risk'").await;
            press(&person, SPACE).await;
            tab_to(&person, "it.tagName === 'BUTTON'").await;
            press(&person, ENTER).await;
        } else {
            person.follow("It beeps now").await;
            let answers = [
                ("sound", "two-tone"),
                ("often", "more-often"),
                ("since", "this morning"),
                ("withdrawal", "none"),
                ("overdose", "none"),
                ("risk", "yes"),
            ];
            person.fill(&answers).await;
            person.press("Show what to do").await;
        }
        person.says("Call your pump team now, day or night.").await;
        person.says("+49 30 0000 999").await;
        person.press("Send to the clinic").await;
        person.says("Your clinic has received this.").await;
        person.close().await;
    }
}

/// The page says that it is a copy.
async fn copy(person: &Session) {
    person.find("//*[@id='saved'][not(@hidden)][contains(., 'You see what was saved on')]").await;
}

/// R-PUB-12
#[tokio::test(flavor = "multi_thread")]
async fn the_patient_page_opens_without_a_connection() {
    let Some(driver) = Driver::start() else { return };
    let house = House::demonstration(3, 2).await;
    house.with_contacts().await;
    let Links { own, .. } = links(&house).await;
    let person = driver.session(&house, Scripts::On).await;
    person.open(&format!("{own}?language=en")).await;
    person.says("Next refill by").await;
    assert!(!person.text().await.contains("No connection."), "it is no copy");
    // The first visit: until the worker has copied everything.
    let copied = "const [base, done] = arguments; const look = async () => { \
        const into = await caches.open('copies of ' + base); \
        const all = await Promise.all(['', '/beeps', '/sounds', '/answers', '/sound/two-tone.wav', '/copied'].map(part => into.match(base + part))); \
        if (all.every(Boolean)) done(all.length); else setTimeout(look, 100); }; look();";
    let kept = person.client.execute_async(copied, vec![json!(own)]).await.unwrap();
    assert_eq!(kept, 6);
    assert_eq!(person.complaints().await, Vec::<String>::new());
    house.cut_off();

    person.open(&own).await;
    for words in
        ["No connection. You see what was saved on", "Next refill by", "It beeps now", "+49 30 0000 999"]
    {
        person.says(words).await;
    }
    person.look(390, Theme::Light).await;
    person.picture(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/pages/offline.png")).await;
    person.open(&format!("{own}/sounds")).await;
    person.says("Two tones in turn: serious").await;
    let play = "const [file, done] = arguments; fetch(file, {headers: {range: 'bytes=0-99'}}) \
        .then(async answer => done([answer.status, (await answer.arrayBuffer()).byteLength]), error => done(String(error)))";
    let played =
        person.client.execute_async(play, vec![json!(format!("{own}/sound/two-tone.wav"))]).await.unwrap();
    assert_eq!(played, json!([206, 100]));
    // What nobody looked at before is not made up: the start is shown instead.
    person.open(&format!("{own}/answers/cure")).await;
    copy(&person).await;

    for (answers, told) in [
        (
            vec![
                ("sound", "two-tone"),
                ("often", "as-listed"),
                ("withdrawal", "none"),
                ("overdose", "none"),
                ("risk", "no"),
            ],
            "Call your pump team now, day or night.",
        ),
        (
            vec![
                ("sound", "single-tone"),
                ("often", "once"),
                ("withdrawal", "none"),
                ("overdose", "coma"),
                ("risk", "no"),
            ],
            "Emergency: call the emergency number",
        ),
        (
            vec![
                ("sound", "single-tone"),
                ("often", "once"),
                ("withdrawal", "fever"),
                ("overdose", "none"),
                ("risk", "no"),
            ],
            "Emergency: call the emergency number",
        ),
        // Nothing more was answered: it counts as the worst.
        (vec![("sound", "single-tone")], "Emergency: call the emergency number"),
    ] {
        person.open(&format!("{own}/beeps")).await;
        copy(&person).await;
        person.fill(&answers).await;
        let button = person.find("//main//form//button").await;
        button.click().await.unwrap();
        person
            .find(&format!(
                "//*[@id='offline'][not(@hidden)]//h2[not(ancestor::*[@hidden])][contains(., '{told}')]"
            ))
            .await;
        person.find("//*[@id='offline']//a[starts-with(@href, 'tel:')]").await;
    }
    person.close().await;
}
