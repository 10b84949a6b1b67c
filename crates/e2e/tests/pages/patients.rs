//! From a name to a patient with a pump; and two people, two clicks, two records.

use e2e::{Driver, House, Scripts, Session};
use practice::account::DEMONSTRATION_PASSWORD;

const ADA: [(&str, &str); 7] = [
    ("family", "Invented"),
    ("given", "Ada"),
    ("born", "1980-05-02"),
    ("gender", "female"),
    ("record", "R-0001"),
    ("diagnosis", "multiple-sclerosis"),
    ("contact", "sister, 0456"),
];

const READ: [(&str, &str); 12] = [
    ("pump.model", "synchromed-ii-8637-40"),
    ("pump.serial", "INVENTED-7"),
    ("pump.clock", "+01:00"),
    ("pump.tubing", "0.14"),
    ("pump.alarm-volume", "2"),
    ("pump.implanted", "2025-02-06"),
    ("catheter.volume", "0.21"),
    ("found.drug", "lioresal-500-20"),
    ("found.concentration", "500"),
    ("found.reservoir", "14.6"),
    ("found.run.mode", "continuous"),
    ("found.run.dose", "200"),
];

pub async fn as_role(driver: &Driver, house: &House, scripts: Scripts, role: &str) -> Session {
    let person = driver.session(house, scripts).await;
    person.sign_in(role, DEMONSTRATION_PASSWORD).await;
    person
}

/// A patient with a pump that runs 200 micrograms per day; the path of its record.
pub async fn admitted(person: &Session) -> String {
    person.open("/patients/new").await;
    person.fill(&ADA).await;
    person.press("Register, then admit with a pump").await;
    person.says("Admit a patient who has a pump").await;
    let path = person.path().await.trim_end_matches("/admit").to_owned();
    person.fill(&READ).await;
    person.press("Check").await;
    person.says("Check what you read from the pump").await;
    person.press("Admit with this pump").await;
    person.says("200 micrograms").await;
    path
}

/// R-USE-2
#[tokio::test(flavor = "multi_thread")]
async fn a_patient_is_registered_once_and_admitted() {
    let Some(driver) = Driver::start() else { return };
    for scripts in Scripts::BOTH {
        let house = House::demonstration(0, 1).await;
        let nurse = as_role(&driver, &house, scripts, "nurse").await;
        nurse.says("Nothing waits").await;
        nurse.follow("Patients").await;
        nurse.says("There is no patient yet").await;
        nurse.follow("New patient").await;
        nurse.press("Register the patient").await;
        nurse.says("Give the family name").await;
        nurse.fill(&ADA).await;
        nurse.press_twice("Register, then admit with a pump").await;
        nurse.says("Admit a patient who has a pump").await;
        nurse.fill(&READ).await;
        nurse.fill(&[("pump.tubing", "0,14")]).await;
        nurse.press("Check").await;
        nurse.says("There is a problem").await;
        assert_eq!(nurse.value("pump.tubing").await, "0,14", "a mistyped number is shown");
        assert_eq!(nurse.value("pump.serial").await, "INVENTED-7");
        nurse.fill(&[("pump.tubing", "0.14")]).await;
        nurse.press("Check").await;
        nurse.says("Check what you read from the pump").await;
        nurse.press_twice("Admit with this pump").await;
        nurse.says("200 micrograms").await;
        nurse.says("INVENTED-7").await;

        // Again, as if nobody had been here.
        nurse.open("/patients/new").await;
        nurse.fill(&ADA).await;
        nurse.press("Register the patient").await;
        nurse.says("Is this patient already here?").await;
        nurse.press("It is another person: register").await;
        nurse.says("Say how you know").await;
        nurse.fill(&[("another", "twin sister")]).await;
        nurse.press("It is another person: register").await;
        nurse.open("/patients?q=invented").await;
        nurse.says("2 found").await;

        // Typing is enough with scripts, and the button without.
        nurse.open("/patients").await;
        nurse.fill(&[("q", "INVENTED-7")]).await;
        if scripts == Scripts::Off {
            nurse.press("Search").await;
        }
        nurse.says("1 found").await;
        assert_eq!(nurse.path().await, "/patients?q=INVENTED-7");
        nurse.fill(&[("q", "zzz")]).await;
        if scripts == Scripts::Off {
            nurse.press("Search").await;
        }
        nurse.says("Nobody is found").await;
        nurse.press("dark").await;
        nurse.find("/html[@data-theme='dark']").await;
        assert_eq!(nurse.path().await.split('?').next(), Some("/patients"));
        assert_eq!(nurse.complaints().await, Vec::<String>::new());
        nurse.close().await;
    }
}

/// R-USE-3
#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_survives_another_person_and_the_night() {
    let Some(driver) = Driver::start() else { return };
    for scripts in Scripts::BOTH {
        let house = House::demonstration(0, 1).await;
        let nurse = as_role(&driver, &house, scripts, "nurse").await;
        let patient = admitted(&nurse).await;
        let identity = format!("{patient}/identity");
        let other = as_role(&driver, &house, scripts, "coordinator").await;
        nurse.open(&identity).await;
        other.open(&identity).await;
        other.fill(&[("contact", "brother, 0789"), ("reason", "sister moved")]).await;
        other.press("Save the change").await;
        nurse.fill(&[("given", "Ada Maria"), ("reason", "passport")]).await;
        nurse.press("Save the change").await;
        nurse.says("Nothing was saved: the record has changed").await;
        assert_eq!(nurse.value("given").await, "Ada Maria");
        assert_eq!(nurse.value("reason").await, "passport");

        // The night: what was typed comes back after signing in.
        nurse.is_signed_out().await;
        nurse.press("Save the change").await;
        nurse.says("nothing that you typed is lost").await;
        nurse.fill(&[("login", "nurse"), ("password", DEMONSTRATION_PASSWORD)]).await;
        nurse.press("Sign in").await;
        nurse.press("Back to the form with this").await;
        assert_eq!(nurse.value("given").await, "Ada Maria");
        nurse.press("Save the change").await;
        nurse.says("Ada Maria").await;
        for person in [nurse, other] {
            assert_eq!(person.complaints().await, Vec::<String>::new());
            person.close().await;
        }
    }
}
