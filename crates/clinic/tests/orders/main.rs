//! Orders through the web application: from the form to what the programmer showed, and every way in which one is refused.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    missing_docs,
    reason = "tests may fail loudly"
)]

#[path = "../ward/mod.rs"]
mod house;

use house::{Answer, DAY, House, NURSE, PASSWORD, SECOND, THERAPIST, WRITER, Who};
use record::Id;

/// Paths of one patient.
struct At(Id);

impl At {
    fn path(&self, part: &str) -> String {
        format!("/patients/{}/{part}", self.0)
    }
}

/// From the form to the page that checks the answers, or whatever stands in the way.
async fn ask(house: &mut House, who: Who, at: &At, typed: &[(&str, &str)]) -> Answer {
    let page = house.get(who, &at.path("program")).await;
    page.is(200);
    house.fill_in(who, &page, &at.path("program/check"), typed).await
}

/// From the checked answers to the order.
async fn write(house: &mut House, who: Who, at: &At, check: &Answer, act: &str) -> String {
    check.is(200).says("Check this order before it is written");
    let path = at.path("program/write");
    let password = if act == "sign" { PASSWORD } else { "" };
    let done = house.fill_in(who, check, &path, &[("act", act), ("password", password)]).await;
    done.is(303);
    done.to
}

const CONTINUOUS: [(&str, &str); 2] = [("mode", "continuous"), ("dose", "220")];

/// What the programmer shows for a continuous program at this strength.
fn shown<'a>(total: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("confirmed.drug", "lioresal-500-20"),
        ("confirmed.concentration", "500"),
        ("confirmed.mode", "continuous"),
        ("confirmed.total", total),
        ("confirmed.running", "yes"),
        ("confirmed.method", "telemetry"),
    ];
    for (name, value) in more {
        fields.retain(|(known, _)| known != name);
        fields.push((name, value));
    }
    fields
}

/// R-ORD-2: a change of dose goes from the form over the checked answers, signature, programmer and read-back into the
/// pump, and nothing is recorded before the order is written.
#[tokio::test]
async fn a_change_of_dose_from_form_to_pump() {
    let mut house = House::new().await;
    let at = At(house.with_pump(1, "30").await);
    House::wait(DAY);
    let before = house.version(at.0).await;
    let form = house.get(NURSE, &at.path("program")).await;
    form.is(200).says("200 micrograms per day").says("8.333 micrograms per hour");
    assert_eq!(form.fields(&at.path("program/check"))["dose"], "", "no dose is preselected");
    let check = ask(&mut house, NURSE, &at, &CONTINUOUS).await;
    check
        .says("220 micrograms per day")
        .says("9.166 micrograms per hour")
        .says("+20 micrograms per day (+10 %)")
        .says("0.44 mL per day")
        .says("Low-reservoir alarm")
        .says("no: the strength stays the same");
    assert_eq!(house.version(at.0).await, before, "nothing recorded yet");
    let order = write(&mut house, NURSE, &at, &check, "write").await;
    house
        .get(NURSE, &order)
        .await
        .is(200)
        .says("written, not signed")
        .says("waits for somebody who may sign");
    let page = house.get(WRITER, &order).await;
    page.says("Sign this order");
    let sign = house.get(WRITER, &format!("{order}/sign")).await;
    let path = format!("{order}/sign");
    house.fill_in(WRITER, &sign, &path, &[("password", "wrong")]).await.says("This is not your password");
    house.fill_in(WRITER, &sign, &path, &[("password", PASSWORD)]).await.is(303);
    house
        .get(NURSE, &order)
        .await
        .says("ordered, not confirmed in the pump")
        .says("What to type into the programmer");
    let typing = house.get(NURSE, &format!("{order}/type")).await;
    typing.is(200).says("NGP-774411H").says("500 micrograms per mL").says("220 micrograms per day");
    House::wait(300);
    let path = format!("{order}/confirm");
    let page = house.get(NURSE, &path).await;
    page.is(200).silent("220");
    house.fill_in(NURSE, &page, &path, &shown("220", &[])).await.is(303);
    house
        .get(NURSE, &order)
        .await
        .says("in the pump and running")
        .says("What the programmer showed by nurse");
    house.get(NURSE, &at.path("program")).await.says("220 micrograms per day");
    house.get(NURSE, &at.path("orders")).await.is(200).says("in the pump and running");
}

/// Fields of what is asked for, the words beside the wrong field.
type Wrong = (&'static [(&'static str, &'static str)], &'static str);

/// R-ORD-3: what was mistyped is shown and refused, never cleaned or swallowed, and what was typed is kept.
#[tokio::test]
async fn mistyped() {
    let mut house = House::new().await;
    let at = At(house.with_pump(1, "30").await);
    House::wait(DAY);
    let cases: [Wrong; 14] = [
        (&[], "Choose what the pump shall do"),
        (&[("mode", "continuous")], "is missing"),
        (&[("mode", "continuous"), ("dose", "1,200")], "“1,200” was typed"),
        (&[("mode", "continuous"), ("dose", "1.2.3")], "“1.2.3” was typed"),
        (&[("mode", "continuous"), ("dose", "220 mg")], "“220 mg” was typed"),
        (&[("mode", "continuous"), ("dose", "22O")], "“22O” was typed"),
        (&[("mode", "continuous"), ("dose", ".5")], "“.5” was typed"),
        (&[("mode", "continuous"), ("dose", "220.")], "“220.” was typed"),
        (&[("mode", "continuous"), ("dose", "-220")], "“-220” was typed"),
        (&[("mode", "continuous"), ("dose", "220"), ("concentration", "")], "is missing"),
        (&[("mode", "continuous"), ("dose", "220.0001")], "220.0001"),
        (&[("mode", "flex"), ("same", "yes")], "1 to 13 steps"),
        (
            &[("mode", "flex"), ("same", "yes"), ("mon-0-from", "08:00"), ("mon-0-dose", "200")],
            "must be 00:00",
        ),
        (
            &[("mode", "continuous"), ("dose", "220"), ("bolus-dose", "20"), ("bolus-minutes", "1.5")],
            "whole number",
        ),
    ];
    for (typed, words) in cases {
        let page = ask(&mut house, NURSE, &at, typed).await;
        page.is(200).says("There is a problem").says(words).says("Program");
        for (name, value) in typed.iter().filter(|(name, value)| *name != "same" && !value.is_empty()) {
            assert_eq!(&page.fields(&at.path("program/check"))[*name], value, "kept");
        }
    }
    assert_eq!(house.lines(at.0, "order").await.len(), 0);
}

/// R-ORD-3: a hard finding blocks and offers its ways out; nothing is recorded.
#[tokio::test]
async fn blocked() {
    let mut house = House::new().await;
    let at = At(house.with_pump(1, "30").await);
    House::wait(2 * DAY);
    let before = house.version(at.0).await;
    let flex = [("mode", "flex"), ("same", "yes"), ("mon-0-from", "00:00")];
    // 60 micrograms an hour where 60 micrograms in one morning hour were meant.
    let mut hourly = flex.to_vec();
    hourly.extend([("mon-0-dose", "1440"), ("total", "260")]);
    let cases: Vec<(Vec<(&str, &str)>, &str)> = vec![
        (vec![("mode", "continuous"), ("dose", "2200")], "looks like a slip of the decimal point"),
        (vec![("mode", "continuous"), ("dose", "20")], "looks like a slip of the decimal point"),
        (vec![("mode", "continuous"), ("dose", "800")], "as one unit or strength to another"),
        (
            vec![("mode", "continuous"), ("dose", "220"), ("concentration", "2000")],
            "not the strength in the reservoir",
        ),
        (vec![("mode", "continuous"), ("dose", "220"), ("serial", "ANOTHER")], "not this patient's pump"),
        (
            vec![("mode", "continuous"), ("dose", "220"), ("tubing", "0.2")],
            "tubing volume used is not the one on record",
        ),
        (hourly, "is not that of its program"),
    ];
    for (typed, words) in cases {
        let page = ask(&mut house, NURSE, &at, &typed).await;
        page.is(200).says("This order is refused").says(words).says("What can be done");
        // Its way back keeps what was typed.
        let again = house.fill_in(NURSE, &page, &at.path("program"), &[("act", "edit")]).await;
        for (name, value) in &typed {
            assert_eq!(&again.fields(&at.path("program/check"))[*name], value, "{words}");
        }
    }
    assert_eq!(house.version(at.0).await, before);
}

/// R-ORD-4: beyond a soft limit there is a page that asks why; the order is signed with that reason, and a second person
/// types the dose without having seen it.
#[tokio::test]
async fn a_soft_limit_and_a_second_person() {
    let mut house = House::new().await;
    let at = At(house.with_pump(1, "30").await);
    House::wait(2 * DAY);
    let page = ask(&mut house, WRITER, &at, &[("mode", "continuous"), ("dose", "300")]).await;
    page.is(200).says("This order goes beyond a limit").says("The rise is above the usual band");
    let path = at.path("program/check");
    house.fill_in(WRITER, &page, &path, &[("act", "reasons")]).await.says("Say why for");
    let reason = ("reason-STEP-HIGH", "admitted for titration");
    let check = house.fill_in(WRITER, &page, &path, &[("act", "reasons"), reason]).await;
    check
        .says("+100 micrograms per day (+50 %)")
        .says("A second person must check it")
        .says("admitted for titration");
    let order = write(&mut house, WRITER, &at, &check, "sign").await;
    house.get(WRITER, &order).await.says("signed once").says("neither the writer nor the signer");
    house.get(WRITER, &format!("{order}/check")).await.is(400).says("Somebody else must check");
    house.get(NURSE, &format!("{order}/check")).await.is(403);
    // Nothing that the second person sees before typing tells the amount.
    for path in [order.clone(), format!("{order}/check"), format!("{order}/drop")] {
        house.get(SECOND, &path).await.is(200).silent("300").silent("12.5");
    }
    let path = format!("{order}/check");
    let page = house.get(SECOND, &path).await;
    for (typed, words) in [
        ("", "Type the dose per 24 hours"),
        ("30", "is not what the order says"),
        ("3,00", "was typed"),
        ("200", "is not what the order says"),
    ] {
        let answer = house.fill_in(SECOND, &page, &path, &[("again", typed), ("act", "compare")]).await;
        answer.is(200).says(words).silent("300 ");
    }
    let agreed = house.fill_in(SECOND, &page, &path, &[("again", "300"), ("act", "compare")]).await;
    agreed.says("agrees with the order").says("300 micrograms per day").says("admitted for titration");
    house
        .fill_in(SECOND, &agreed, &path, &[("act", "sign"), ("password", "wrong")])
        .await
        .says("not your password");
    // Whoever skips the comparison is stopped by the door.
    let forged = [("act", "sign"), ("password", PASSWORD), ("agreed", "200 ug/d")];
    house.fill_in(SECOND, &agreed, &path, &forged).await.says("What you typed is not what the order says");
    house.fill_in(SECOND, &agreed, &path, &[("act", "sign"), ("password", PASSWORD)]).await.is(303);
    house
        .get(NURSE, &order)
        .await
        .says("ordered, not confirmed")
        .says("Checked and signed as second person by second.physician");
    let line = house.lines(at.0, "order").await.remove(0);
    assert_eq!(line["reason"], "STEP-HIGH: admitted for titration");
}

/// From the form to a signed order, within the band.
async fn signed(house: &mut House, at: &At, typed: &[(&str, &str)]) -> String {
    let check = ask(house, WRITER, at, typed).await;
    write(house, WRITER, at, &check, "sign").await
}

/// R-ORD-5: what the programmer showed is compared before it is recorded; what is recorded nevertheless leaves the order
/// unknown, which blocks any other until the pump has been read.
#[tokio::test]
async fn what_the_programmer_showed() {
    let mut house = House::new().await;
    let at = At(house.with_pump(1, "30").await);
    House::wait(2 * DAY);
    let order = signed(&mut house, &at, &CONTINUOUS).await;
    let path = format!("{order}/confirm");
    let page = house.get(NURSE, &path).await;
    let before = house.version(at.0).await;
    let missing: [(&str, &str); 5] = [
        ("confirmed.drug", "Choose the drug"),
        ("confirmed.concentration", "Type the strength"),
        ("confirmed.mode", "Choose the mode"),
        ("confirmed.total", "Type the dose in 24 hours"),
        ("confirmed.running", "shown as running"),
    ];
    for (field, words) in missing {
        house.fill_in(NURSE, &page, &path, &shown("220", &[(field, "")])).await.is(200).says(words);
    }
    let early = [("at", "2026-03-02"), ("at.time", "10:00")];
    house.fill_in(NURSE, &page, &path, &shown("220", &early)).await.says("before the order was written");
    for (differs, words) in [
        (shown("22", &[]), "24-hour dose"),
        (shown("220", &[("confirmed.concentration", "2000")]), "strength"),
        (shown("220", &[("confirmed.mode", "flex")]), "mode"),
        (shown("220", &[("confirmed.drug", "another")]), "drug"),
        (shown("220", &[("confirmed.running", "no")]), "not delivering, or was not seen running"),
        (shown("220", &[("confirmed.alarm-date", "1 January 2027")]), "alarm date"),
    ] {
        let answer = house.fill_in(NURSE, &page, &path, &differs).await;
        answer.is(200).says("Nothing was recorded yet").says(words).says("What to do now");
    }
    assert_eq!(house.version(at.0).await, before);
    let differs = house.fill_in(NURSE, &page, &path, &shown("22", &[])).await;
    // Another slip than the one that was shown is shown again.
    let other = shown("2200", &[("act", "record")]);
    house.fill_in(NURSE, &differs, &path, &other).await.says("Nothing was recorded yet");
    house.fill_in(NURSE, &differs, &path, &[("act", "record")]).await.is(303);
    house.get(NURSE, &order).await.says("nobody knows what the pump runs").says("Read the pump now");
    house.get(NURSE, &at.path("program")).await.says("First deal with the order that is open");
    ask(&mut house, NURSE, &at, &CONTINUOUS).await.says("This order is refused").says("Open that order");
    // It cannot be waved away without reading the pump.
    let path = format!("{order}/not-entered");
    let page = house.get(NURSE, &path).await;
    house.fill_in(NURSE, &page, &path, &[("reason", "cancelled")]).await.is(200).says("Read the pump first");
    let read = house.get(NURSE, &format!("{order}/interrogated")).await;
    let path = format!("{order}/interrogated");
    let fields = [("interrogated.serial", "NGP-774411H"), ("interrogated.running", "yes")];
    house.fill_in(NURSE, &read, &path, &fields).await.is(303);
    house.get(NURSE, &order).await.says("nobody knows what the pump runs");
    let path = format!("{order}/confirm");
    let page = house.get(NURSE, &path).await;
    house.fill_in(NURSE, &page, &path, &shown("220", &[])).await.is(303);
    house.get(NURSE, &order).await.says("in the pump and running");
}

/// R-ORD-5: an order that was not entered says so with its reason, and another one may be written.
#[tokio::test]
async fn not_entered() {
    let mut house = House::new().await;
    let at = At(house.with_pump(1, "30").await);
    House::wait(2 * DAY);
    let order = signed(&mut house, &at, &CONTINUOUS).await;
    let path = format!("{order}/not-entered");
    let page = house.get(NURSE, &path).await;
    house.fill_in(NURSE, &page, &path, &[("reason", "")]).await.is(200).says("Say why");
    house.fill_in(NURSE, &page, &path, &[("reason", "patient went home")]).await.is(303);
    house.get(NURSE, &order).await.says("not entered").says("patient went home");
    house.get(NURSE, &format!("{order}/confirm")).await.is(400).says("This cannot be done now");
    ask(&mut house, NURSE, &at, &CONTINUOUS).await.says("Check this order before it is written");
}

/// R-ORD-9: a form sent twice is one act, one that was filled in otherwise is none, and one over a record that has moved on
/// says what came.
#[tokio::test]
async fn sent_twice_and_too_late() {
    let mut house = House::new().await;
    let at = At(house.with_pump(1, "30").await);
    House::wait(2 * DAY);
    let check = ask(&mut house, NURSE, &at, &CONTINUOUS).await;
    let path = at.path("program/write");
    let other = ask(&mut house, WRITER, &at, &CONTINUOUS).await;
    let version = house.version(at.0).await;
    let first = house.fill_in(NURSE, &check, &path, &[("act", "write")]).await;
    let again = house.fill_in(NURSE, &check, &path, &[("act", "write")]).await;
    assert_eq!((first.status, &first.to), (again.status, &again.to));
    house.fill_in(NURSE, &check, &path, &[("act", "write"), ("dose", "230")]).await.is(409);
    assert_eq!(house.version(at.0).await, version + 1, "one act");
    let late = house.fill_in(WRITER, &other, &path, &[("act", "write")]).await;
    late.is(200).says("Nothing was saved").says("written");
    assert_eq!(house.version(at.0).await, version + 1);
    // What was shown is what is written: another dose under the same digest is shown again.
    house.get(NURSE, &format!("{}/drop", first.to)).await.is(200);
    let page = house.get(NURSE, &format!("{}/drop", first.to)).await;
    let drop = format!("{}/drop", first.to);
    house.fill_in(NURSE, &page, &drop, &[("reason", "")]).await.says("Say why");
    house.fill_in(NURSE, &page, &drop, &[("reason", "written twice")]).await.is(303);
    house.get(NURSE, &first.to).await.says("refused or dropped").says("written twice");
    let check = ask(&mut house, NURSE, &at, &CONTINUOUS).await;
    let forged = house.fill_in(NURSE, &check, &path, &[("act", "write"), ("dose", "230")]).await;
    forged.is(200).says("has changed since it was shown");
    // A day later nobody may sign it.
    let order = write(&mut house, NURSE, &at, &check, "write").await;
    let sign = house.get(WRITER, &format!("{order}/sign")).await;
    House::wait(DAY + 1);
    house.get(WRITER, &order).await.says("too long ago to be signed");
    let path = format!("{order}/sign");
    house.fill_in(WRITER, &sign, &path, &[("password", PASSWORD)]).await.is(400);
    assert!(house.lines(at.0, "order").await.is_empty());
}

/// R-ORD-13: flex by plain fields, days copied, and the total that somebody meant compared with the steps.
#[tokio::test]
async fn flex() {
    let mut house = House::new().await;
    let at = At(house.with_pump(1, "30").await);
    House::wait(2 * DAY);
    let program = at.path("program");
    let page = house.get(NURSE, &program).await;
    let typed = [
        ("mode", "flex"),
        ("mon-0-from", "00:00"),
        ("mon-0-dose", "192"),
        ("mon-2-from", "20:00"),
        ("mon-2-dose", "288"),
    ];
    let mut fields = page.fields(&at.path("program/check"));
    fields.extend(typed.map(|(name, value)| (name.to_owned(), value.to_owned())));
    fields.insert("act".to_owned(), "copy-mon-all".to_owned());
    let copied = house.post(NURSE, &program, &fields).await;
    let fields = copied.fields(&at.path("program/check"));
    for day in ["mon", "wed", "sun"] {
        assert_eq!(fields[&format!("{day}-0-dose")], "192");
        assert_eq!(fields[&format!("{day}-1-from")], "20:00", "an empty row is no step");
    }
    let path = at.path("program/check");
    house.fill_in(NURSE, &copied, &path, &[("total", "")]).await.says("This order goes beyond a limit");
    house.fill_in(NURSE, &copied, &path, &[("total", "228")]).await.says("This order is refused");
    // 20 h at 192 and 4 h at 288 micrograms a day.
    let check = house.fill_in(NURSE, &copied, &path, &[("total", "208")]).await;
    check.says("208 micrograms per day").says("20:00 to 24:00").says("Every day: 208 micrograms in 24 hours");
    let wrong = house.fill_in(NURSE, &copied, &path, &[("total", "208"), ("sun-1-from", "20:00:00")]).await;
    wrong.is(200).says("There is a problem");
    assert!(wrong.text.contains("id=\"sun-1-from-error\""), "at the step that is wrong");
    let order = write(&mut house, NURSE, &at, &check, "write").await;
    let line = &house.get(NURSE, &order).await;
    line.says("a flex program").says("208 micrograms per day");
}

/// R-ORD-14: a change of strength is bridged by the calculator's numbers when somebody asks for them, and what is typed into
/// the programmer says so.
#[tokio::test]
async fn a_bridge() {
    let mut house = House::new().await;
    let at = At(house.with_pump(1, "30").await);
    House::wait(2 * DAY);
    let typed = [
        ("mode", "continuous"),
        ("dose", "200"),
        ("concentration", "2000"),
        ("refill-drug", "lioresal-2000-20"),
        ("refill-concentration", "2000"),
        ("refill-volume", "40"),
    ];
    let blocked = ask(&mut house, WRITER, &at, &typed).await;
    blocked.says("This order is refused").says("The strength changes");
    let program = at.path("program");
    let page = house.fill_in(WRITER, &blocked, &program, &[("act", "show")]).await;
    page.says("A bridge is needed").says("Fill in this bridge");
    assert_eq!(page.fields(&at.path("program/check"))["bridge-dose"], "", "never filled in silently");
    let mut fields = page.fields(&at.path("program/check"));
    fields.insert("act".to_owned(), "take-bridge".to_owned());
    let page = house.post(WRITER, &program, &fields).await;
    let fields = page.fields(&at.path("program/check"));
    // 0.35 mL of old drug at 0.4 mL a day are 21 hours; in the new strength that is 700 micrograms.
    let filled = ["bridge-dose", "bridge-hours", "bridge-minutes"].map(|name| fields[name].as_str());
    assert_eq!(filled, ["700", "21", "0"]);
    let check = house.fill_in(WRITER, &page, &at.path("program/check"), &[]).await;
    check
        .says("Bridge bolus: 700 micrograms (0.35 mL) over 21 h")
        .says("yes, and it is in the order")
        .says("the strength changes and it has a bridge bolus");
    let order = write(&mut house, WRITER, &at, &check, "sign").await;
    let path = format!("{order}/check");
    let page = house.get(SECOND, &path).await;
    page.silent("700 micrograms");
    let agreed = house.fill_in(SECOND, &page, &path, &[("again", "200"), ("act", "compare")]).await;
    house.fill_in(SECOND, &agreed, &path, &[("act", "sign"), ("password", PASSWORD)]).await.is(303);
    house
        .get(NURSE, &format!("{order}/type"))
        .await
        .says("700 micrograms over 21 h (0.35 mL)")
        .says("2000 micrograms per mL")
        .says("Reservoir volume 40 mL")
        .says("Low-reservoir alarm volume 6 mL")
        .says("The fill is not on record yet");
}

/// R-ORD-15: stop, minimum rate, a single bolus and a dose in four figures go through the same pages.
#[tokio::test]
async fn other_programs() {
    let mut house = House::new().await;
    let at = At(house.with_pump(1, "30").await);
    House::wait(2 * DAY);
    for (typed, words) in [
        (vec![("mode", "stopped")], "Stopping this drug can cause withdrawal"),
        (vec![("mode", "minimum-rate"), ("minimum-flow", "0.006")], "minimum rate"),
        (
            vec![("mode", "continuous"), ("dose", "200"), ("bolus-dose", "120"), ("bolus-minutes", "20")],
            "A bolus above the largest test dose",
        ),
    ] {
        let page = ask(&mut house, NURSE, &at, &typed).await;
        page.is(200).says("This order goes beyond a limit").says(words);
    }
    let typed = [("mode", "continuous"), ("dose", "1440")];
    let page = house.get(NURSE, &at.path("program")).await;
    let mut fields = page.fields(&at.path("program/check"));
    fields.extend(typed.map(|(name, value)| (name.to_owned(), value.to_owned())));
    fields.insert("act".to_owned(), "show".to_owned());
    let page = house.post(NURSE, &at.path("program"), &fields).await;
    page.is(200)
        .says("in words: one thousand four hundred and forty micrograms per day")
        .says("60 micrograms per hour")
        .says("Refused");
    let running = house.get(NURSE, &format!("{}?from=running", at.path("program"))).await;
    assert_eq!(running.fields(&at.path("program/check"))["dose"], "200", "because somebody asked for it");
}

/// R-ORD-16: a test dose is ordered with its checks, signed like any other order, and its effect is recorded.
#[tokio::test]
async fn a_test_dose() {
    let mut house = House::new().await;
    let at = At(house.patient(1).await);
    let path = at.path("test-dose/check");
    let page = house.get(WRITER, &at.path("test-dose")).await;
    page.is(200).says("No test dose is on record");
    house.fill_in(WRITER, &page, &path, &[]).await.says("Type the test dose");
    house.fill_in(WRITER, &page, &path, &[("dose", "150")]).await.says("This order is refused");
    house.fill_in(WRITER, &page, &path, &[("dose", "50")]).await.says("Pre-test checks are missing");
    let checked = [
        "no-relapse",
        "no-urinary-infection",
        "no-pressure-wound",
        "no-acute-illness",
        "resuscitation-ready",
    ]
    .map(|check| format!("check-{check}"));
    let mut typed: Vec<(&str, &str)> = checked.iter().map(|check| (check.as_str(), "yes")).collect();
    typed.push(("dose", "50"));
    let check = house.fill_in(WRITER, &page, &path, &typed).await;
    check.says("Check this order before it is written").says("50 micrograms");
    let done = [("act", "sign"), ("password", PASSWORD)];
    let order = house.fill_in(WRITER, &check, &at.path("test-dose/write"), &done).await;
    house.get(NURSE, &order.is(303).to).await.says("ordered, not confirmed").says("Record the test dose");
    House::wait(60);
    let path = at.path("test-dose/result");
    let page = house.get(NURSE, &path).await;
    house
        .fill_in(NURSE, &page, &path, &[("screened.dose", "50")])
        .await
        .says("Say whether tone or spasms fell");
    let given = [("screened.responded", "yes"), ("screened.adverse", "no"), ("screened.effect", "6")];
    let mut other = given.to_vec();
    other.push(("screened.dose", "75"));
    house
        .fill_in(NURSE, &page, &path, &other)
        .await
        .says("Look at this before it is recorded")
        .says("ordered");
    let mut same = given.to_vec();
    same.push(("screened.dose", "50"));
    house.fill_in(NURSE, &page, &path, &same).await.is(303);
    house.get(NURSE, &order.to).await.says("done");
    house.get(NURSE, &at.path("test-dose")).await.says("effect lasted 6 h");
}

/// R-ORD-17: what a role may not do is not offered, and refused.
#[tokio::test]
async fn rights() {
    let mut house = House::new().await;
    let at = At(house.with_pump(1, "30").await);
    House::wait(2 * DAY);
    house.get(THERAPIST, &at.path("program")).await.is(200).silent("Check this order");
    let page = house.get(NURSE, &at.path("program")).await;
    house.fill_in(THERAPIST, &page, &at.path("program/check"), &CONTINUOUS).await.is(403);
    let check = ask(&mut house, NURSE, &at, &CONTINUOUS).await;
    check.silent("Write and sign");
    house.fill_in(THERAPIST, &check, &at.path("program/write"), &[("act", "write")]).await.is(403);
    let forged = [("act", "sign"), ("password", PASSWORD)];
    house.fill_in(NURSE, &check, &at.path("program/write"), &forged).await.is(403);
    let order = write(&mut house, NURSE, &at, &check, "write").await;
    for part in ["sign", "check"] {
        house.get(NURSE, &format!("{order}/{part}")).await.is(403);
    }
    house.get(THERAPIST, &format!("{order}/confirm")).await.is(403);
    for path in ["orders/order-99", "orders/order-99/sign", "orders/x/drop"] {
        let answer = house.get(WRITER, &at.path(path)).await;
        answer.is(404);
    }
    // A page of one patient's order under another patient.
    let other = At(house.with_pump(2, "30").await);
    let name = order.rsplit('/').next().unwrap();
    house.get(WRITER, &other.path(&format!("orders/{name}"))).await.is(404);
}
