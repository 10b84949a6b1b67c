//! R-TEA-1, R-TEA-2, R-TEA-5: houses and accounts in the settings; the care team of a patient; to-dos from hand to hand.

use super::Typed;
use super::house::{COORDINATOR, House, NURSE, THERAPIST, Who};
use practice::access::Role;
use practice::account;
use practice::discipline::Discipline;
use practice::settings::WhoSees;

const ADMINISTRATOR: Who = ("administrator", Role::Administrator);

/// What is said of houses and accounts is kept, and refused beside its field.
#[tokio::test]
async fn houses_and_accounts_are_placed() {
    let mut house = House::new().await;
    house.get(NURSE, "/account").await.is(200);
    let page = house.get(ADMINISTRATOR, "/settings/clinic").await;
    house.fill_in(ADMINISTRATOR, &page, "/settings/clinic", &[("houses", "North\r\nSouth")]).await.is(303);
    let page = house.get(ADMINISTRATOR, "/settings/team").await;
    page.is(200).says("North").says("No open account has that right").says("nurse");
    let typed: Typed =
        &[("who-sees", "team-and-houses"), ("house-1-phone", "0123 45"), ("house-1-email", "south")];
    let refused = house.fill_in(ADMINISTRATOR, &page, "/settings/team", typed).await;
    refused.is(422).says("An e-mail address has an @ in it");
    let typed: Typed = &[("house-1-email", "a@south.example"), ("house-1-disciplines", "physiotherapy")];
    house.fill_in(ADMINISTRATOR, &refused, "/settings/team", typed).await.is(303);
    let settings = house.state.settings().await.unwrap();
    assert_eq!(settings.team.who_sees, WhoSees::TeamAndHouses);
    let south = settings.houses().nth(1).unwrap();
    assert_eq!((south.phone.as_str(), south.email.as_str()), ("0123 45", "a@south.example"));
    assert_eq!(south.disciplines, [Discipline::Physiotherapy]);
    house.get(NURSE, "/settings/team").await.is(403);
    // Where a person works.
    let address = format!("/settings/accounts/{}", account::id(NURSE.0));
    let page = house.get(ADMINISTRATOR, &address).await;
    page.says("the person belongs to every house");
    let typed: Typed = &[("houses", "South"), ("disciplines", "nursing"), ("what", "placed")];
    house.fill_in(ADMINISTRATOR, &page, &address, typed).await.is(303);
    let placed =
        account::load(house.store.as_ref(), account::id(NURSE.0)).await.unwrap().unwrap().placed.unwrap();
    assert_eq!((placed.houses, placed.disciplines), (vec!["South".to_owned()], vec![Discipline::Nursing]));
    // Somebody new sees nobody until that is said of them.
    let page = house.get(ADMINISTRATOR, "/settings/accounts/new").await;
    let password = "quiet lanterns over the bridge";
    let typed: Typed = &[
        ("name", "New One"),
        ("login", "new.one"),
        ("role", "nurse"),
        ("first-password", password),
        ("first-password-again", password),
    ];
    house.fill_in(ADMINISTRATOR, &page, "/settings/accounts/new", typed).await.is(303);
    let new = account::load(house.store.as_ref(), account::id("new.one")).await.unwrap().unwrap();
    assert_eq!(new.placed, Some(account::Placed::default()));
}

/// People of the clinic and from outside join and leave; the timeline says so.
#[tokio::test]
async fn a_care_team_is_kept() {
    let mut house = House::new().await;
    let id = house.patient(1).await;
    let (path, join) = (format!("/patients/{id}/team"), format!("/patients/{id}/team/join"));
    house.get(THERAPIST, "/account").await.is(200);
    let page = house.get(NURSE, &path).await;
    page.is(200).says("Nobody is in the care team yet");
    house.fill_in(NURSE, &page, &join, &[]).await.is(422).says("Choose who joins").says("Choose as what");
    let member = account::id(THERAPIST.0).to_string();
    let both: Typed = &[("account", &member), ("name", "Invented Doctor"), ("discipline", "physiotherapy")];
    house.fill_in(NURSE, &page, &join, both).await.is(422).says("Leave this empty");
    let typed: Typed = &[("account", &member), ("discipline", "physiotherapy"), ("lead", "yes")];
    house.fill_in(NURSE, &page, &join, typed).await.is(303);
    let page = house.get(NURSE, &path).await;
    page.says("therapist leads the therapy").says("Physiotherapy");
    house.fill_in(NURSE, &page, &join, typed).await.is(422).says("is in the care team already");
    let outside: Typed =
        &[("name", "Invented Doctor"), ("contact", "0123 456"), ("discipline", "family-medicine")];
    house.fill_in(NURSE, &page, &join, outside).await.is(303);
    let page = house.get(THERAPIST, &path).await;
    page.says("Invented Doctor").says("0123 456").silent("Somebody joins");
    let page = house.get(NURSE, &path).await;
    let leave = format!("{path}/leave");
    house.fill_in(NURSE, &page, &leave, &[("member", "member-2")]).await.is(422).says("Say why");
    house.fill_in(NURSE, &page, &leave, &[("member", "member-2"), ("reason", "other house")]).await.is(303);
    let page = house.get(NURSE, &path).await;
    page.says("Earlier members").says("other house").silent("leads the therapy of this");
    let timeline = house.get(NURSE, &format!("/patients/{id}/timeline")).await;
    timeline.says("Care team: therapist (Physiotherapy, leads the therapy)").says("Care team: a member left");
    house.get(NURSE, &format!("/patients/{id}/pathway")).await.says("Care team").says("To do");
}

/// A to-do is on the day's list of its house, goes from house to house with its reason, and is done or dropped once.
#[tokio::test]
async fn a_to_do_goes_from_hand_to_hand() {
    let mut house = House::new().await;
    let page = house.get(ADMINISTRATOR, "/settings/clinic").await;
    house.fill_in(ADMINISTRATOR, &page, "/settings/clinic", &[("houses", "North\r\nSouth")]).await.is(303);
    let id = house.patient(1).await;
    let path = format!("/patients/{id}/to-do");
    let page = house.get(THERAPIST, &path).await;
    page.is(200).says("Nothing is to be done");
    let typed: Typed = &[("what", "order the wheelchair"), ("by", "2026-03-01")];
    house.fill_in(THERAPIST, &page, &path, typed).await.is(422).says("This day has passed");
    house
        .fill_in(THERAPIST, &page, &path, &[("by", "2026-03-30")])
        .await
        .is(422)
        .says("Write what is to be done");
    let typed: Typed = &[("what", "order the wheelchair"), ("by", "2026-03-30"), ("house", "North")];
    house.fill_in(THERAPIST, &page, &path, typed).await.is(303);
    // Its day is far: it is not on the list of the next days yet, unless it is handed over.
    house.get(COORDINATOR, "/today").await.silent("order the wheelchair");
    let page = house.get(THERAPIST, &path).await;
    page.says("order the wheelchair").says("North").says("30-Mar-2026");
    let one =
        page.text.split(&format!("href=\"{path}/")).nth(1).unwrap().split('"').next().unwrap().to_owned();
    let act = format!("{path}/{one}");
    let page = house.get(THERAPIST, &act).await;
    let over: Typed = &[("act", "hand-over"), ("house", "South")];
    house
        .fill_in(THERAPIST, &page, &act, over)
        .await
        .is(422)
        .says("Say why, and what the other one must know");
    let same: Typed = &[("act", "hand-over"), ("house", "North"), ("hand-reason", "x")];
    house.fill_in(THERAPIST, &page, &act, same).await.is(422).says("This is whose it is already");
    let over: Typed =
        &[("act", "hand-over"), ("house", "South"), ("hand-reason", "they have the technician")];
    house.fill_in(THERAPIST, &page, &act, over).await.is(303);
    let listed = house.get(COORDINATOR, "/today?house=South").await;
    listed
        .says("Order the wheelchair (South); handed over by North on 2 March 2026: they have the technician");
    house.get(COORDINATOR, "/today?house=North").await.silent("wheelchair");
    house.get(NURSE, &path).await.says("from North to South: they have the technician");
    // Late ones are marked; what is done is done once.
    House::wait(40 * 86_400);
    house.get(NURSE, &path).await.says("late:");
    let (page, elsewhere) = (house.get(NURSE, &act).await, house.get(THERAPIST, &act).await);
    house.fill_in(NURSE, &page, &act, &[("act", "drop")]).await.is(422).says("Say why it is not done");
    house.fill_in(NURSE, &page, &act, &[("act", "done"), ("outcome", "it has come")]).await.is(303);
    house.fill_in(THERAPIST, &elsewhere, &act, &[("act", "done")]).await.is(422).says("To-do done");
    house.get(NURSE, &path).await.says("by nurse: it has come").says("Nothing is to be done");
    house.get(COORDINATOR, "/today?ahead=all").await.silent("wheelchair");
}
