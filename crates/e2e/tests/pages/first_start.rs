//! From the printed code to the first clinician in front of an empty day.

use e2e::{Driver, House, SET_UP_CODE, Scripts};

const PASSWORD: &str = "copper kettle on the roof";
const OWN_PASSWORD: &str = "green ladder behind a stove";

/// R-USE-1
#[tokio::test(flavor = "multi_thread")]
async fn a_clinic_is_set_up_and_its_first_clinician_signs_in() {
    let Some(driver) = Driver::start() else { return };
    for scripts in Scripts::BOTH {
        let house = House::empty().await;
        let person = driver.session(&house, scripts).await;
        person.open("/").await;
        person.says("Set up thecal for your clinic").await;
        let mut fields = vec![
            ("code", "WRONG-CODES"),
            ("clinic", "Hill"),
            ("zone", "Europe/Berlin"),
            ("administrator-name", "Ada"),
            ("administrator-login", "ada"),
            ("administrator-password", PASSWORD),
            ("administrator-password-again", PASSWORD),
            ("clinician-name", "Nia"),
            ("clinician-role", "nurse"),
            ("clinician-login", "nia"),
            ("clinician-password", PASSWORD),
            ("clinician-password-again", PASSWORD),
        ];
        person.fill(&fields).await;
        person.press("Set up the clinic").await;
        person.says("This is not the code").await;
        assert_eq!(person.value("clinic").await, "Hill", "what was typed is kept, but no password");
        assert_eq!(person.value("clinician-password").await, "");
        fields[0].1 = SET_UP_CODE;
        person.fill(&fields).await;
        person.press("Set up the clinic").await;
        person.says("Login name").await;
        person.fill(&[("login", "nia"), ("password", "not this one at all")]).await;
        person.press("Sign in").await;
        person.says("There is a problem").await;
        person.sign_in("nia", PASSWORD).await;
        person.says("Choose your own password").await;
        let fields =
            [("password", PASSWORD), ("new-password", OWN_PASSWORD), ("new-password-again", OWN_PASSWORD)];
        person.fill(&fields).await;
        person.press("Set the password").await;
        person.open("/").await;
        person.says("Nothing waits").await;
        assert_eq!(person.complaints().await, Vec::<String>::new());
        person.close().await;
    }
}
