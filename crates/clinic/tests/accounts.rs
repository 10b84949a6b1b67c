//! R-ACC-1 to R-ACC-4: signing in, being slowed down, sessions and their end.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    missing_docs,
    reason = "tests may fail loudly"
)]

mod house;

use axum::http::StatusCode;
use house::{House, PASSWORD, START, is_sound};
use practice::account::{self, By, Change, PasswordSet};
use record::Port;

/// R-ACC-1: wrong passwords slow an account down, never lock it, and tell nothing about who exists.
#[tokio::test]
async fn wrong_passwords_slow_down() {
    let house = House::new().await;
    let mut browser = house.browser();
    let mut said = Vec::new();
    for login in ["nurse", "stranger"] {
        for attempt in 1..=7 {
            let answer = browser.post("/sign-in", &[("login", login), ("password", "wrong")]).await;
            let slowed = answer.status == StatusCode::TOO_MANY_REQUESTS;
            assert_eq!(slowed, attempt > 5, "{login}, attempt {attempt}");
            is_sound("/sign-in", &answer);
            said.push((attempt, answer.status, answer.body.replace(login, "")));
        }
    }
    let (first, second) = said.split_at(7);
    assert!(first == second, "an unknown name answers as a known one");
    // The right password waits too, and then opens.
    let fields = [("login", "nurse"), ("password", PASSWORD)];
    assert_eq!(browser.post("/sign-in", &fields).await.status, StatusCode::TOO_MANY_REQUESTS);
    house.pass(1);
    assert_eq!(browser.post("/sign-in", &fields).await.status, StatusCode::SEE_OTHER);
    // And all is forgotten.
    assert_eq!(
        house.browser().post("/sign-in", &[("login", "nurse")]).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
}

/// R-ACC-1: the delay grows to a minute and not beyond.
#[test]
fn delays_are_bounded() {
    let delays: Vec<i64> = [0, 4, 5, 6, 7, 10, 11, 63, 70, 1_000_000].map(account::delay_seconds).into();
    assert_eq!(delays, [0, 0, 1, 2, 4, 32, 60, 60, 60, 60]);
}

/// R-ACC-2: a session ends after a quarter of an hour without a request, after twelve hours in any case, at sign-out, and
/// with its account; its token is new with each sign-in and is nowhere in the store.
#[tokio::test]
async fn sessions_end() {
    let house = House::new().await;
    let id = account::id("nurse");
    let mut nurse = house.signed_in("nurse").await;
    house.pass(15 * 60 - 1);
    assert_eq!(nurse.get("/account").await.status, StatusCode::OK);
    house.pass(15 * 60 - 1);
    assert_eq!(nurse.get("/account").await.status, StatusCode::OK, "seen in between");
    house.pass(15 * 60);
    assert_eq!(nurse.get("/account").await.status, StatusCode::UNAUTHORIZED);

    let mut nurse = house.signed_in("nurse").await;
    let token = nurse.cookies[0].1.clone();
    for _ in 0..48 {
        house.pass(15 * 60 - 1);
        nurse.get("/account").await;
    }
    house.pass(60);
    assert_eq!(nurse.get("/account").await.status, StatusCode::UNAUTHORIZED, "twelve hours");
    let mut other = house.signed_in("nurse").await;
    assert_ne!(other.cookies[0].1, token);
    let kept = house.store.sessions(id).await.unwrap();
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    assert!(kept.iter().all(|session| hex(&session.token_hash) != other.cookies[0].1));

    let stolen = other.cookies.clone();
    other.post("/sign-out", &[]).await;
    other.cookies = stolen;
    assert_eq!(other.get("/account").await.status, StatusCode::UNAUTHORIZED, "signed out");
}

/// R-ACC-2: a person sees where they are signed in, and ends it elsewhere.
#[tokio::test]
async fn a_person_ends_own_sessions() {
    let house = House::new().await;
    let (mut here, mut there) = (house.signed_in("nurse").await, house.signed_in("nurse").await);
    let page = here.get("/account").await;
    is_sound("/account", &page);
    assert_eq!(page.body.matches("name=\"session\"").count(), 2, "one other, and all others");
    let mut physician = house.signed_in("physician").await;
    let one = page.value("session").unwrap();
    physician.post("/account/sessions/end", &[("session", &one)]).await;
    assert_eq!(there.get("/account").await.status, StatusCode::OK, "somebody else's is not ended");
    here.post("/account/sessions/end", &[("session", "others")]).await;
    assert_eq!(there.get("/account").await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(here.get("/account").await.status, StatusCode::OK);
}

/// R-ACC-3: which passwords are taken. No rule of composition; the longest that is taken signs in.
#[tokio::test]
async fn passwords() {
    let house = House::new().await;
    let long = "a river under old stone bridges runs quietly past sleeping mills and orchards at dusk while lamps glow over the harbour and bell";
    assert_eq!(long.chars().count(), 128);
    let mut nurse = house.signed_in("nurse").await;
    for (new, again, old, said) in [
        ("elevenchars", "elevenchars", PASSWORD, "at least 12"),
        ("password1234", "password1234", PASSWORD, "easily guessed"),
        ("aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa", PASSWORD, "easily guessed"),
        ("my nurse has long words", "my nurse has long words", PASSWORD, "Leave out"),
        ("Baclofen is our drug here", "Baclofen is our drug here", PASSWORD, "Leave out"),
        ("plain words are fine", "plain words are fin", PASSWORD, "not the same"),
        ("plain words are fine", "plain words are fine", "wrong", "not your password"),
        (PASSWORD, PASSWORD, PASSWORD, "not the present one"),
        (&format!("{long}y"), &format!("{long}y"), PASSWORD, "at most 128"),
    ] {
        let fields = [("password", old), ("new-password", new), ("new-password-again", again)];
        let answer = nurse.fill("/account/password", &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{new}");
        assert!(answer.body.contains(said), "{new}: {}", answer.body);
        assert!(!answer.body.contains(new), "{new}: no password comes back in a page");
        is_sound("/account/password", &answer);
    }
    let mut elsewhere = house.signed_in("nurse").await;
    let fields = [("password", PASSWORD), ("new-password", long), ("new-password-again", long)];
    assert_eq!(nurse.fill("/account/password", &fields).await.header("location"), "/account");
    assert_eq!(nurse.get("/account").await.status, StatusCode::OK, "goes on here");
    assert_eq!(elsewhere.get("/account").await.status, StatusCode::UNAUTHORIZED, "ended elsewhere");
    let mut again = house.browser();
    assert_eq!(
        again.post("/sign-in", &[("login", "Nurse "), ("password", long)]).await.status,
        StatusCode::SEE_OTHER
    );
}

/// R-ACC-4: what is kept of a password is argon2id with the parameters of today; an older form is replaced at sign-in.
#[test]
fn passwords_are_kept_as_argon2id() {
    use practice::password::{Match, hash, verify};
    let kept = hash(PASSWORD, [3; 16]).unwrap();
    assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
    assert_eq!(verify(PASSWORD, Some(&kept)), Match::Yes);
    assert_eq!(verify("another", Some(&kept)), Match::No);
    assert_eq!(verify(PASSWORD, None), Match::No);
    assert_eq!(verify(PASSWORD, Some("no hash")), Match::No);
    // Two ways to type one text are one password.
    let composed = hash("caf\u{e9} and three long words", [3; 16]).unwrap();
    assert_eq!(verify("cafe\u{301} and three long words", Some(&composed)), Match::Yes);
    assert_ne!(hash(PASSWORD, [4; 16]).unwrap(), kept, "the salt counts");
    // Made with other parameters by argon2 itself: m=8, t=1.
    let old = "$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$";
    assert_eq!(verify(PASSWORD, Some(old)), Match::No, "cut short");
}

/// R-ACC-4: an account kept with older parameters is kept with those of today from its next sign-in on: the same password, no
/// other session ended, and nothing for a wrong password.
#[tokio::test]
async fn an_older_form_is_replaced_at_sign_in() {
    // Made of the password of this house by argon2 itself, with 64 KiB and one pass.
    const OLD: &str =
        "$argon2id$v=19$m=64,t=1,p=1$c2l4dGVlbiBieXRlcyBvaw$oV9ZTKZGCiCgGfhGSZIhyKxxiflbI0UreXSPRovpc2c";
    let house = House::new().await;
    let port: &dyn Port = house.store.as_ref();
    let load = async || account::load(port, account::id("nurse")).await.unwrap().unwrap();
    let mut here = house.signed_in("nurse").await;
    let set = PasswordSet { password: OLD.to_owned(), password_is_given: false, rehashed: true };
    let by = By { account: None, form: house.state.new_id(), content: [2; 32], now: START };
    let before = load().await;
    account::change(port, &before, before.version, Change::PasswordSet(set), by).await.unwrap();
    house.pass(60);
    let wrong = house.browser().post("/sign-in", &[("login", "nurse"), ("password", "wrong")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(load().await.version, before.version + 1, "nothing more");
    house.signed_in("nurse").await;
    let after = load().await;
    let kept = house.store.read(account::stream(after.id), after.version - 1).await.unwrap();
    assert_eq!(kept.len(), 1);
    let body = &kept[0].body;
    assert!(body.contains("$argon2id$v=19$m=19456,t=2,p=1$") && body.contains("\"rehashed\":true"), "{body}");
    assert_eq!(
        (after.password_set, after.password_is_given),
        (before.password_set, before.password_is_given)
    );
    assert_eq!(here.get("/account").await.status, StatusCode::OK, "no session ends for it");
    // What is of today stays as it is.
    house.signed_in("nurse").await;
    assert_eq!(load().await, after);
}
