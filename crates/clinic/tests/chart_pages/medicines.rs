//! Medicines, allergies, what is kept at home.

use super::house::{House, NURSE, THERAPIST};

/// R-CHA-7: medicines with reasons and weaning plans, allergies, home stock; what adds to sedation is said where a pump is.
#[tokio::test]
async fn medicines_from_start_to_stop() {
    let mut house = House::new().await;
    let id = house.with_pump(1, "23").await;
    let list = format!("/patients/{id}/medicines");
    let new = format!("{list}/new");
    house.get(NURSE, &list).await.is(200).says("Not recorded: nobody has asked yet");
    house.get(THERAPIST, &new).await.is(403);
    let form = house.get(NURSE, &new).await;
    let sound = [
        ("name", "diazepam"),
        ("is", "cns-depressant"),
        ("dose", "5 mg at night"),
        ("reason", "spasms at night"),
    ];
    for (name, told) in
        [("name", "generic name"), ("is", "Choose what"), ("dose", "dose and times"), ("reason", "Say why")]
    {
        let typed: Vec<_> = sound.into_iter().filter(|(known, _)| *known != name).collect();
        house.fill_in(NURSE, &form, &new, &typed).await.is(422).says(told);
    }
    for (from, to, told) in [
        ("2026-03-10", "2026-03-10", "Each step begins after the one before"),
        ("2026-03-10", "10.04.2026", "month in letters"),
    ] {
        let typed = [&sound[..], &[("from-1", from), ("step-1", "half"), ("from-2", to), ("step-2", "stop")]]
            .concat();
        house.fill_in(NURSE, &form, &new, &typed).await.is(422).says(told);
    }
    let mut sent = form.fields(&new);
    for (name, value) in sound {
        sent.insert(name.to_owned(), value.to_owned());
    }
    house.post(NURSE, &new, &sent).await.is(303);
    let version = house.version(id).await;
    house.post(NURSE, &new, &sent).await.is(303);
    assert_eq!(house.version(id).await, version, "twice is one act");
    house.get(NURSE, &list).await.says("Adds to sedation: diazepam 5 mg at night").says("spasms at night");
    house.get(NURSE, &format!("/patients/{id}")).await.says("Adds to sedation: diazepam");

    let medicine = format!("{list}/medicine-{version}");
    let form = house.get(NURSE, &medicine).await;
    let plan = [
        ("reason", "weaning"),
        ("from-1", "2026-03-10"),
        ("step-1", "2.5 mg at night"),
        ("from-2", "20 March 2026"),
        ("step-2", "stop"),
    ];
    house.fill_in(NURSE, &form, &medicine, &plan).await.is(303);
    house
        .get(NURSE, &list)
        .await
        .says("from 10 March 2026: 2.5 mg at night")
        .says("from 20 March 2026: stop");

    let stop = format!("{medicine}/stop");
    let form = house.get(NURSE, &stop).await;
    house.fill_in(NURSE, &form, &stop, &[]).await.is(422).says("Say why it is stopped");
    let mut sent = form.fields(&stop);
    sent.insert("reason".to_owned(), "no longer needed".to_owned());
    house.post(NURSE, &stop, &sent).await.is(303);
    house.post(NURSE, &stop, &sent).await.is(303);
    house
        .get(NURSE, &list)
        .await
        .silent("Adds to sedation")
        .says("stopped on 2 March 2026: no longer needed");
    house.get(NURSE, &medicine).await.is(404);
}

/// R-CHA-8: an allergy to the drug in the pump is a stop; refuting takes a reason; "none" is asked, never assumed.
#[tokio::test]
async fn allergies_and_home_stock() {
    let mut house = House::new().await;
    let id = house.with_pump(1, "23").await;
    let list = format!("/patients/{id}/medicines");
    let (add, none, stock) = (
        format!("/patients/{id}/allergies"),
        format!("/patients/{id}/allergies/none"),
        format!("/patients/{id}/home-stock"),
    );
    let page = house.get(NURSE, &list).await;
    house
        .fill_in(NURSE, &page, &add, &[("substance", "Lioresal")])
        .await
        .is(422)
        .says("Say what happens")
        .says("Error");
    let answer = house.fill_in(NURSE, &page, &add, &[("substance", "Lioresal"), ("reaction", "rash")]).await;
    answer.is(303);
    let version = house.version(id).await;
    house
        .get(NURSE, &list)
        .await
        .says("Allergy to the drug in the pump: Lioresal")
        .silent("nobody has asked");
    let refute = format!("{add}/allergy-{version}/refute");
    let form = house.get(NURSE, &refute).await;
    house.fill_in(NURSE, &form, &refute, &[]).await.is(422).says("Say how it is known");
    house.fill_in(NURSE, &form, &refute, &[("reason", "tested")]).await.is(303);
    house.get(NURSE, &list).await.says("No known allergies").silent("Allergy to the drug");
    house.get(NURSE, &refute).await.is(404);

    let other = house.patient(2).await;
    let page = house.get(NURSE, &format!("/patients/{other}/medicines")).await;
    house.fill_in(NURSE, &page, &none.replace(&id.to_string(), &other.to_string()), &[]).await.is(303);
    house.get(NURSE, &format!("/patients/{other}/medicines")).await.says("No known allergies");

    let page = house.get(NURSE, &list).await;
    for (typed, told) in [
        (vec![("checked", "2026-03-01")], "Say what is kept"),
        (vec![("what", "30 tablets")], "month in letters"),
        (vec![("what", "30 tablets"), ("checked", "2026-03-03")], "has not come yet"),
        (vec![("what", "30 tablets"), ("checked", "2026-03-01"), ("expires", "soon")], "month in letters"),
    ] {
        house.fill_in(NURSE, &page, &stock, &typed).await.is(422).says(told);
    }
    let typed = [("what", "30 tablets of 10 mg"), ("checked", "2026-03-01"), ("expires", "2026-02-01")];
    house.fill_in(NURSE, &page, &stock, &typed).await.is(303);
    house
        .get(NURSE, &list)
        .await
        .says("30 tablets of 10 mg")
        .says("expired")
        .says("1 March 2026 (yesterday)");
}
