//! The first program with its prime, and a restart after a stop: over the answers to check, two signatures and what to type
//! into the pump.

use super::Typed;
use super::house::{Answer, DAY, House, NURSE, PASSWORD, SECOND, WRITER, Who};
use practice::Step;
use practice::patient::PatientEvent;
use record::Id;
use serde_json::json;

const HOUR: i64 = 3_600;

struct Ward {
    house: House,
    patient: Id,
}

impl Ward {
    fn path(&self, part: &str) -> String {
        format!("/patients/{}/{part}", self.patient)
    }

    async fn open(&mut self, who: Who, part: &str) -> Answer {
        let page = self.house.get(who, &self.path(part)).await;
        page.is(200);
        page
    }

    /// From the form to the page that checks the answers, or to what stands in the way.
    async fn ask(&mut self, typed: Typed<'_>) -> Answer {
        let page = self.open(WRITER, "program").await;
        self.house.fill_in(WRITER, &page, &self.path("program/check"), typed).await
    }

    /// Presses a button of the form that records nothing.
    async fn press(&mut self, page: &Answer, typed: Typed<'_>, act: &str) -> Answer {
        let mut fields = page.fields(&self.path("program/check"));
        fields.extend(typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        fields.insert("act".to_owned(), act.to_owned());
        self.house.post(WRITER, &self.path("program"), &fields).await
    }

    /// Writes and signs what was checked.
    async fn sign(&mut self, check: &Answer) -> String {
        check.is(200).says("Check this order before it is written");
        let done = [("act", "sign"), ("password", PASSWORD)];
        let order = self.house.fill_in(WRITER, check, &self.path("program/write"), &done).await;
        order.is(303).to.clone()
    }

    /// The second person types what was not shown, and signs.
    async fn second(&mut self, order: &str, wrong: &str, right: &str) {
        self.house.get(NURSE, order).await.says("signed once");
        assert!(
            !self
                .house
                .lines(self.patient, "order")
                .await
                .iter()
                .any(|line| order.ends_with(line["id"].as_str().unwrap()))
        );
        let path = format!("{order}/check");
        let page = self.house.get(SECOND, &path).await;
        page.is(200).silent(&format!(" {right} micrograms per day"));
        let compare = |typed| [("again", typed), ("act", "compare")];
        let differs = self.house.fill_in(SECOND, &page, &path, &compare(wrong)).await;
        differs.says("is not what the order says").silent("Sign as second person");
        let agreed = self.house.fill_in(SECOND, &page, &path, &compare(right)).await;
        agreed.says("agrees with the order");
        let done = [("act", "sign"), ("password", PASSWORD)];
        self.house.fill_in(SECOND, &agreed, &path, &done).await.is(303);
    }

    /// What the programmer showed, at a strength of 500 micrograms per mL.
    async fn confirm(&mut self, order: &str, mode: &str, total: &str, running: &str) {
        House::wait(300);
        let path = format!("{order}/confirm");
        let page = self.house.get(NURSE, &path).await;
        let shown = [
            ("confirmed.drug", "lioresal-500-20"),
            ("confirmed.concentration", "500"),
            ("confirmed.mode", mode),
            ("confirmed.total", total),
            ("confirmed.running", running),
            ("confirmed.method", "telemetry"),
        ];
        self.house.fill_in(NURSE, &page, &path, &shown).await.is(303);
    }
}

/// R-ORD-18: the first program is held to the starting dose; a dry line is primed by the calculator's numbers when somebody
/// asks for them, two persons sign, and the observation begins with the prime.
#[tokio::test]
async fn the_first_program_primes_a_dry_line() {
    let house = House::new().await;
    let patient = house.patient(1).await;
    let pump = json!({"model": "synchromed-ii-8637-40", "serial": "NGP-774411H", "tubing": "0.14 mL",
        "clock": "+01:00", "implanted": "2026-03-02", "alarm-volume": "2 mL"});
    let event = PatientEvent::System { pump, catheter: json!({"volume": "0.21 mL"}) };
    let at = |time: &str, kind: &str, line| Step::Report {
        line: json!({"at": format!("2026-03-02T{time}:00+01:00"), kind: line}),
    };
    let test = json!({"dose": "50 ug", "responded": true, "effect": "6 h", "adverse": false});
    let fill = json!({"drug": "lioresal-500-20", "concentration": "500 ug/mL", "volume": "40 mL"});
    let steps = vec![
        at("09:00", "screened", test),
        Step::Event { event, happened: super::house::MORNING - 600 },
        at("09:50", "implanted", json!({"pump-primed": false, "catheter-holds": "nothing"})),
        at("09:55", "filled", fill),
    ];
    house.record(patient, steps).await;
    let mut ward = Ward { house, patient };
    let before = ward.house.version(patient).await;
    let dose = [("mode", "continuous"), ("dose", "100")];
    let high = ward.ask(&[("mode", "continuous"), ("dose", "150")]).await;
    high.says("This order is refused").says("above the starting dose").says("100 micrograms per day");
    let dry = ward.ask(&dose).await;
    dry.says("This order goes beyond a limit").says("a stretch without drug will reach the patient");
    // Offered with its numbers, and in the form only when somebody presses for it.
    let page = ward.open(WRITER, "program").await;
    let shown = ward.press(&page, &dose, "show").await;
    shown.says("Tubing or catheter hold no drug").says("volume to push 0.35 mL");
    shown.says("priming bolus to program 175 micrograms");
    let check = ward.path("program/check");
    assert_eq!(shown.fields(&check)["prime-dose"], "");
    let taken = ward.press(&shown, &[], "take-prime").await;
    assert_eq!(taken.fields(&check)["prime-dose"], "175");
    let prime =
        |dose| [("mode", "continuous"), ("dose", "100"), ("prime-dose", dose), ("prime-minutes", "20")];
    ward.ask(&prime("400")).await.says("This order is refused").says("The prime is larger");
    ward.ask(&prime("50")).await.says("This order goes beyond a limit").says("a stretch without drug");
    let answers = ward.house.fill_in(WRITER, &taken, &check, &[("prime-minutes", "20")]).await;
    answers.says("175 micrograms (0.35 mL) over 20 min").says("100 micrograms per day");
    answers.says("it is the first program and it has a priming bolus");
    assert_eq!(ward.house.version(patient).await, before, "nothing recorded yet");
    let order = ward.sign(&answers).await;
    ward.second(&order, "175", "100").await;
    let typing = ward.house.get(NURSE, &format!("{order}/type")).await;
    typing.is(200).says("NGP-774411H").says("500 micrograms per mL");
    typing.says("175 micrograms over 20 min (0.35 mL)").says("It must show 100 micrograms in 24 hours");
    ward.open(NURSE, "observation").await.silent("After a priming bolus");
    ward.confirm(&order, "continuous", "100", "yes").await;
    ward.house.get(NURSE, &order).await.says("in the pump and running");
    ward.open(NURSE, "observation").await.says("After a priming bolus");
    ward.open(NURSE, "implant").await.silent("Next: the first program");
    let today = ward.house.get(NURSE, "/today?kind=observation").await;
    today.says("Observation after a priming bolus");
    // The line holds drug now: it is not primed again.
    House::wait(2 * DAY);
    ward.ask(&prime("175")).await.says("This order is refused").says("a prime would push it in");
}

/// R-ORD-19: a stop asks for a reason and a second person; the longer nothing flowed, the more a restart asks for, and after a
/// long stop only the starting dose is left.
#[tokio::test]
async fn a_restart_after_a_stop() {
    let house = House::new().await;
    let patient = house.with_pump(1, "30").await;
    let test = json!({"at": "2026-03-02T09:45:00+01:00", "screened": {"dose": "50 ug", "responded": true,
        "effect": "6 h", "adverse": false}});
    house.report(patient, test).await;
    House::wait(2 * DAY);
    let mut ward = Ward { house, patient };
    let stop = ward.ask(&[("mode", "stopped")]).await;
    stop.says("This order goes beyond a limit").says("Stopping this drug can cause withdrawal");
    let stop = ward.ask(&[("mode", "stopped"), ("reason-STOP-ORDERED", "imaging of the pocket")]).await;
    stop.says("imaging of the pocket").says("A second person must check it");
    let order = ward.sign(&stop).await;
    ward.second(&order, "200", "0").await;
    let typing = ward.house.get(NURSE, &format!("{order}/type")).await;
    typing.says("Stop the pump").says("The pump shows stopped");
    ward.confirm(&order, "stopped", "0", "no").await;
    ward.open(NURSE, "program").await.says("stopped");
    let same = [("mode", "continuous"), ("dose", "200")];
    let mut hours = 0;
    for (after, at, words) in [
        (2, "Check this order before it is written", "the former dose may go on"),
        (12, "This order goes beyond a limit", "Restart after a longer known stop"),
        (30, "This order is refused", "tolerance may be lost, the old dose can kill"),
        (49, "This order is refused", "restart at the starting dose or below"),
    ] {
        House::wait((after - hours) * HOUR);
        hours = after;
        ward.ask(&same).await.is(200).says(at).says(words);
    }
    assert!(ward.house.open(patient).await.contains(&"STOPPED-TOO-LONG"));
    let low = ward.ask(&[("mode", "continuous"), ("dose", "100")]).await;
    let order = ward.sign(&low).await;
    ward.confirm(&order, "continuous", "100", "yes").await;
    ward.house.get(NURSE, &order).await.says("in the pump and running");
    ward.open(NURSE, "program").await.says("100 micrograms per day");
    let open = ward.house.open(patient).await;
    assert!(!open.contains(&"STOPPED-TOO-LONG") && !open.contains(&"NOT-RUNNING"), "{open:?}");
}

/// R-ORD-19: a time without delivery of which nobody knows how long it was counts as the longest; the minimum rate is left.
#[tokio::test]
async fn an_unknown_time_counts_as_the_longest() {
    let house = House::new().await;
    let patient = house.with_pump(1, "30").await;
    House::wait(2 * DAY);
    let gap = json!({"at": "2026-03-04T09:00:00+01:00", "gap": {"cause": "found stopped"}});
    house.report(patient, gap).await;
    let mut ward = Ward { house, patient };
    assert!(ward.house.open(patient).await.contains(&"NOT-RUNNING"));
    let same = ward.ask(&[("mode", "continuous"), ("dose", "200")]).await;
    same.says("This order is refused").says("Restart after a long or unknown gap").says("not known");
    let least = ward.ask(&[("mode", "minimum-rate"), ("minimum-flow", "0.006")]).await;
    least.says("Check this order before it is written").silent("Restart after");
}
