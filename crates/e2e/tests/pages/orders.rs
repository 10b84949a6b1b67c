//! A dose is changed by three people who do not copy from each other.

use crate::patients::{admitted, as_role};
use e2e::{Driver, House, Scripts, Session};
use practice::account::DEMONSTRATION_PASSWORD;

/// Fills in the program form for this dose and asks for the check.
async fn asks(person: &Session, patient: &str, dose: &str) {
    person.open(&format!("{patient}/program")).await;
    person.fill(&[("mode", "continuous"), ("dose", dose)]).await;
    person.press("Check this order").await;
}

/// R-USE-5
#[tokio::test(flavor = "multi_thread")]
async fn a_dose_is_changed_from_the_form_to_the_pump() {
    let Some(driver) = Driver::start() else { return };
    for scripts in Scripts::BOTH {
        let house = House::demonstration(0, 1).await;
        let nurse = as_role(&driver, &house, scripts, "nurse").await;
        let patient = admitted(&nurse).await;
        let physician = as_role(&driver, &house, scripts, "physician").await;

        // Mistyped keys are shown, a hard limit blocks, and what was typed stays.
        asks(&physician, &patient, "22O").await;
        physician.says("“22O” was typed").await;
        assert_eq!(physician.value("dose").await, "22O");
        asks(&physician, &patient, "2200").await;
        physician.says("This order is refused").await;
        physician.says("What can be done").await;
        physician.press("Change the order").await;
        assert_eq!(physician.value("dose").await, "2200");

        // Beyond a soft limit a reason is asked for, and a second person.
        asks(&physician, &patient, "300").await;
        physician.says("This order goes beyond a limit").await;
        physician.press("Go on to check the order").await;
        physician.says("There is a problem").await;
        let why = "admitted for titration";
        physician.fill(&[("reason-STEP-HIGH", why), ("reason-STEP-TOO-SOON", why)]).await;
        physician.press("Go on to check the order").await;
        physician.says("Check this order before it is written").await;
        physician.says("300 micrograms per day").await;
        physician.fill(&[("password", DEMONSTRATION_PASSWORD)]).await;
        physician.press_twice("Write and sign this order").await;
        physician.says("signed once").await;
        let order = physician.path().await;

        // The second person types the dose without having seen it.
        let second = as_role(&driver, &house, scripts, "surgeon").await;
        second.open(&format!("{order}/check")).await;
        second.silent("300").await;
        second.fill(&[("again", "200")]).await;
        second.press("Compare with the order").await;
        second.says("is not what the order says").await;
        second.fill(&[("again", "300")]).await;
        second.press("Compare with the order").await;
        second.says("What you typed agrees with the order").await;
        second.fill(&[("password", DEMONSTRATION_PASSWORD)]).await;
        second.press("Sign as second person").await;

        // What to type, and what the programmer then shows.
        nurse.open("/today").await;
        nurse.says("INVENTED, Ada").await;
        nurse.open(&format!("{order}/type")).await;
        nurse.says("INVENTED-7").await;
        nurse.says("300 micrograms per day").await;
        nurse.follow("Confirm what the programmer shows").await;
        nurse.silent("300 micrograms").await;
        let shown = [
            ("confirmed.drug", "lioresal-500-20"),
            ("confirmed.concentration", "500"),
            ("confirmed.mode", "continuous"),
            ("confirmed.total", "300"),
            ("confirmed.running", "yes"),
            ("confirmed.method", "telemetry"),
        ];
        nurse.fill(&shown).await;
        nurse.press("Confirm this order").await;
        nurse.says("in the pump and running").await;
        for person in [nurse, physician, second] {
            assert_eq!(person.complaints().await, Vec::<String>::new());
            person.close().await;
        }
    }
}
