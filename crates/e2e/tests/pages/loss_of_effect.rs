//! The guide through a loss of effect to a catheter, and a goal that is rated, in front of the screen.

use crate::patients::{admitted, as_role};
use e2e::{Checkers, Driver, House, Scripts, Session};

/// Nothing sticks out of a phone, and no barrier is in the way of those who do not see or click.
async fn sound(person: &Session, scripts: Scripts) {
    person.look(390, e2e::Theme::Light).await;
    assert_eq!(person.overflow().await, None);
    // The checker of barriers is a script itself.
    if let Some(checkers) = Checkers::find().filter(|_| scripts == Scripts::On) {
        assert_eq!(person.barriers(&checkers.axe).await, Vec::<String>::new());
    }
    person.look(1280, e2e::Theme::Light).await;
}

/// R-LOE-6
#[tokio::test(flavor = "multi_thread")]
async fn a_lost_effect_is_found_to_be_a_catheter() {
    let Some(driver) = Driver::start() else { return };
    for scripts in Scripts::BOTH {
        let house = House::demonstration(0, 1).await;
        let nurse = as_role(&driver, &house, scripts, "nurse").await;
        let patient = admitted(&nurse).await;
        nurse.open(&format!("{patient}/pathway")).await;
        nurse.follow("Loss of effect").await;
        nurse.press("Begin").await;
        nurse.says("Tick every sign that is there").await;
        nurse.fill(&[("why", "stiff since Sunday"), ("signs", "none")]).await;
        nurse.press_twice("Begin").await;
        nurse.says("Next: Is it the pump at all?").await;
        nurse.fill(&[("found", "none")]).await;
        nurse.press("Record this step").await;
        nurse.says("Next: Read the pump").await;
        nurse.fill(&[("found", "in-order"), ("running", "yes")]).await;
        nurse.press("Record this step").await;
        nurse.says("Next: Measure what is left").await;
        nurse.fill(&[("found", "as-expected")]).await;
        nurse.press("Record this step").await;
        nurse.says("Next: X-ray").await;
        nurse.fill(&[("found", "in-order")]).await;
        nurse.press("Record this step").await;
        nurse.says("105 micrograms of drug").await;
        sound(&nurse, scripts).await;
        nurse.follow("It was done: Contrast").await;
        nurse.says("Not now: Contrast").await;
        nurse.says("The drug in the catheter would be pushed into the patient").await;
        nurse.says("Aspirate first, at least what the catheter holds").await;
        nurse.fill(&[("found", "flows"), ("what", "contrast, 1 mL")]).await;
        nurse.press("Record this step").await;
        nurse.says("If it was done, tick below").await;
        nurse.open(&format!("{patient}/loss-of-effect")).await;
        nurse.fill(&[("found", "freely"), ("volume", "1")]).await;
        nurse.press_twice("Record this step").await;
        nurse.says("Next: Contrast").await;
        nurse.fill(&[("found", "subdural"), ("what", "contrast, 1 mL")]).await;
        nurse.press("Record this step").await;
        nurse.says("Likely cause: Catheter: beside the spinal fluid").await;
        assert_eq!(nurse.value("cause").await, "catheter-subdural", "what was found is proposed");
        nurse.fill(&[("plan", "revision on Thursday")]).await;
        nurse.press("End the guide").await;
        nurse.says("Catheter: beside the spinal fluid (subdural)").await;
        nurse.unfold("Catheter: beside the spinal fluid").await;
        let history =
            nurse.find("//details[@open][contains(., 'Revision on Thursday')]").await.text().await.unwrap();
        for words in ["Is it the pump", "Read the pump", "Measure what", "X-ray", "Aspirate", "Contrast"] {
            assert!(history.contains(words), "no {words}: {history}");
        }
        assert!(!history.contains("although refused"), "contrast was recorded before the aspiration");
        nurse.open(&format!("{patient}/timeline")).await;
        let aspirated = nurse.text().await.matches("Catheter aspirated").count();
        assert_eq!(aspirated, 1, "a double click is one aspiration");
        assert_eq!(nurse.complaints().await, Vec::<String>::new());
        nurse.close().await;
    }
}

/// R-REH-6
#[tokio::test(flavor = "multi_thread")]
async fn a_goal_is_set_and_rated() {
    let Some(driver) = Driver::start() else { return };
    for scripts in Scripts::BOTH {
        let house = House::demonstration(0, 1).await;
        let nurse = as_role(&driver, &house, scripts, "nurse").await;
        let patient = admitted(&nurse).await;
        nurse.close().await;
        let therapist = as_role(&driver, &house, scripts, "therapist").await;
        therapist.open(&format!("{patient}/rehabilitation")).await;
        therapist.follow("Set a goal").await;
        let goal = [
            ("goal", "sleeps through"),
            ("level-0", "wakes 5 times"),
            ("level-1", "wakes 3 times"),
            ("level-2", "wakes twice"),
            ("level-3", "wakes once"),
            ("level-4", "sleeps through"),
            ("importance", "3"),
            ("difficulty", "2"),
        ];
        therapist.fill(&goal).await;
        therapist.press("Record").await;
        therapist.says("at which level the patient is now").await;
        sound(&therapist, scripts).await;
        therapist.fill(&[("baseline", "-2")]).await;
        therapist.press("Record").await;
        therapist.says("30.00").await;
        sound(&therapist, scripts).await;
        therapist.follow("Write a programme").await;
        therapist.fill(&[("movement.what", "rolling"), ("review", "2040-01-02")]).await;
        therapist.press("Record").await;
        therapist.says("Next review: 2 January 2040").await;
        therapist.open(&format!("{patient}/timeline")).await;
        let rated = therapist.text().await.matches("sleeps through: -2").count();
        assert_eq!(rated, 1);
        assert_eq!(therapist.complaints().await, Vec::<String>::new());
        therapist.close().await;
    }
}
