//! R-WEB-1 to R-WEB-8: what every page and every form has in common.
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

use axum::http::{Method, StatusCode};
use clinic::Config;
use house::{House, PASSWORD, is_sound};
use record::Port;

/// R-WEB-1: the headers, on pages, errors and assets.
#[tokio::test]
async fn every_answer_has_its_headers() {
    let house = House::new().await;
    let mut browser = house.signed_in("physician").await;
    for path in ["/account", "/nothing", "/healthz", "/sign-in"] {
        let answer = browser.get(path).await;
        let policy = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; \
                      form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
        for (name, value) in [
            ("content-security-policy", policy),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("permissions-policy", "geolocation=(), camera=(), microphone=()"),
            ("cache-control", "no-store"),
            ("strict-transport-security", ""),
        ] {
            assert_eq!(answer.header(name), value, "{path}: {name}");
        }
    }
    let page = browser.get("/account").await;
    let sheet = page.tags("link").into_iter().find(|tag| tag.contains("stylesheet")).unwrap();
    let asset = browser.get(&house::attribute(&sheet, "href").unwrap()).await;
    assert_eq!(asset.status, StatusCode::OK);
    assert_eq!(asset.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(browser.get("/assets/0000000000000000/style.css").await.status, StatusCode::NOT_FOUND);
}

/// R-WEB-1: over https the cookie has the name that the browser guards, and the browser is told to stay with https.
#[tokio::test]
async fn https_has_its_own_cookie() {
    let house = House::with(Config { https: true, ..Config::default() }).await;
    let mut browser = house.browser();
    let answer = browser.post("/sign-in", &[("login", "nurse"), ("password", PASSWORD)]).await;
    let cookie = answer.header("set-cookie");
    for part in ["__Host-thecal=", "; Path=/", "; HttpOnly", "; SameSite=Lax", "; Secure"] {
        assert!(cookie.contains(part), "{part} in {cookie}");
    }
    assert_eq!(answer.header("strict-transport-security"), "max-age=63072000; includeSubDomains");
    assert_eq!(browser.get("/account").await.status, StatusCode::OK);
    let house = House::new().await;
    let answer = house.browser().post("/sign-in", &[("login", "nurse"), ("password", PASSWORD)]).await;
    let cookie = answer.header("set-cookie");
    assert!(cookie.starts_with("thecal=") && !cookie.contains("Secure"), "{cookie}");
}

/// R-WEB-2: a form from another site is refused before anything is read.
#[tokio::test]
async fn forms_from_elsewhere_are_refused() {
    let house = House::new().await;
    for (name, value, status) in [
        ("sec-fetch-site", "cross-site", StatusCode::FORBIDDEN),
        ("sec-fetch-site", "same-site", StatusCode::FORBIDDEN),
        ("sec-fetch-site", "same-origin", StatusCode::SEE_OTHER),
        ("origin", "http://elsewhere.test", StatusCode::FORBIDDEN),
        ("origin", "null", StatusCode::FORBIDDEN),
        ("origin", "http://clinic.test", StatusCode::SEE_OTHER),
    ] {
        let mut browser = house.signed_in("nurse").await;
        browser.headers.insert(name, value.parse().unwrap());
        let answer = browser.post("/sign-out", &[]).await;
        assert_eq!(answer.status, status, "{name}: {value}");
        let still = if status == StatusCode::FORBIDDEN { StatusCode::OK } else { StatusCode::UNAUTHORIZED };
        browser.headers.clear();
        assert_eq!(browser.get("/account").await.status, still, "{name}: {value}");
    }
}

/// R-WEB-3: what goes wrong is a page that says what to do and nothing of our insides.
#[tokio::test]
async fn errors_are_pages() {
    let house = House::new().await;
    let mut nurse = house.signed_in("nurse").await;
    for (method, path, status, said) in [
        (Method::GET, "/nothing", StatusCode::NOT_FOUND, "Page not found"),
        (Method::DELETE, "/account", StatusCode::NOT_FOUND, "Page not found"),
        (Method::GET, "/settings", StatusCode::FORBIDDEN, "You may not do this"),
        (Method::GET, "/settings/accounts", StatusCode::FORBIDDEN, "You may not do this"),
    ] {
        let answer = nurse.send(method, path, Vec::new(), None).await;
        assert_eq!(answer.status, status, "{path}");
        assert!(answer.body.contains(said), "{path}: {}", answer.body);
        is_sound(path, &answer);
    }
    let large = vec![b'a'; 40 << 20];
    let kind = Some("application/x-www-form-urlencoded");
    let answer = nurse.send(Method::POST, "/account/password", large, kind).await;
    assert!(answer.status.is_client_error(), "{}", answer.status);
    house.store.close().await;
    let answer = nurse.get("/account").await;
    assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(answer.body.contains("Nothing was saved") && !answer.body.contains("closed"), "{}", answer.body);
}

/// R-WEB-4: a form that arrives after the session has ended is carried through sign-in, without passwords, to its own
/// person only.
#[tokio::test]
async fn a_time_out_loses_nothing() {
    let house = House::new().await;
    let mut nurse = house.signed_in("nurse").await;
    let typed = [
        ("form", "00000000000000000000000000000001"),
        ("expected", "3"),
        ("note", "<b>calm & \"well\"</b>"),
        ("password", "never carried"),
    ];
    house.pass(15 * 60);
    let asked = nurse.post("/patients/00000000000000000000000000000009/refill", &typed).await;
    assert_eq!(asked.status, StatusCode::UNAUTHORIZED);
    assert!(asked.body.contains("nothing that you typed is lost"), "{}", asked.body);
    assert!(!asked.body.contains("never carried") && !asked.body.contains("<b>calm"));
    is_sound("sign-in", &asked);
    let carried: Vec<(String, String)> = asked
        .tags("input")
        .iter()
        .filter_map(|tag| Some((house::attribute(tag, "name")?, house::attribute(tag, "value")?)))
        .filter(|(name, _)| name != "login")
        .collect();
    for (login, shown) in [("physician", false), ("nurse", true)] {
        let mut fields: Vec<(&str, &str)> =
            carried.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        fields.extend([("login", login), ("password", PASSWORD)]);
        let answer = house.browser().post("/sign-in", &fields).await;
        assert_eq!(answer.body.contains("Back to the form"), shown, "{login}: {}", answer.body);
        if shown {
            is_sound("resume", &answer);
            assert_eq!(answer.value("note").unwrap().replace("&#62;", ">"), "<b>calm & \"well\"</b>");
            assert_eq!(answer.value("expected").unwrap(), "3");
            assert_eq!(answer.value("resumed").unwrap(), "yes");
            let own = "action=\"/patients/00000000000000000000000000000009/refill\"";
            assert!(answer.body.contains(own), "{}", answer.body);
        }
    }
}

/// R-WEB-5: every view and act is noted: who, what, whose record, what came of it.
#[tokio::test]
async fn who_looked_is_noted() {
    let house = House::new().await;
    let mut nurse = house.signed_in("nurse").await;
    nurse.get("/account").await;
    nurse.get("/patients/00000000000000000000000000000009?q=secret").await;
    house.browser().get("/account").await;
    house.browser().post("/sign-in", &[("login", "nurse"), ("password", "wrong")]).await;
    // Views are written with the next commit.
    house.store.sign_head(house::START).await.unwrap();
    let views = house.store.views(None, None, 100).await.unwrap();
    let noted: Vec<(String, bool, u16, bool)> = views
        .into_iter()
        .map(|(_, view)| (view.what, view.by.is_some(), view.result, view.stream.is_some()))
        .rev()
        .collect();
    let expected = [
        ("POST /sign-in", true, 303, false),
        ("GET /account", true, 200, false),
        ("GET /patients/00000000000000000000000000000009", true, 404, true),
        ("GET /account", false, 401, false),
        ("POST /sign-in", true, 422, false),
    ];
    let expected: Vec<_> = expected.map(|(what, by, result, of)| (what.to_owned(), by, result, of)).into();
    assert_eq!(noted, expected);
}

/// R-WEB-6: an empty database opens with the code that was printed, once; then it is closed.
#[tokio::test]
async fn the_set_up_opens_once() {
    use sha2::Digest;
    let code = sha2::Sha256::digest("ABCDEFGHJK").into();
    let house = House::empty(Config { set_up_code: Some(code), ..Config::default() }).await;
    let mut browser = house.browser();
    assert_eq!(browser.get("/account").await.header("location"), "/set-up");
    let page = browser.get("/set-up").await;
    is_sound("/set-up", &page);
    let fields = |code: &'static str| {
        [
            ("code", code),
            ("clinic", "North Clinic"),
            ("zone", "Europe/Berlin"),
            ("administrator-name", "Ada One"),
            ("administrator-login", "ada"),
            ("administrator-password", PASSWORD),
            ("administrator-password-again", PASSWORD),
            ("clinician-name", "Ben Two"),
            ("clinician-role", "physician"),
            ("clinician-login", "ben"),
            ("clinician-password", PASSWORD),
            ("clinician-password-again", PASSWORD),
        ]
    };
    let answer = browser.fill("/set-up", &fields("WRONG-CODEX")).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    is_sound("/set-up", &answer);
    for (field, value, said) in [
        ("clinic", "", "Enter the clinic"),
        ("zone", "Mars/Base", "time zone by its name"),
        ("administrator-login", "A b", "A login name has"),
        ("administrator-login", "ben", "different login names"),
        ("administrator-password", "short", "at least 12 characters"),
        ("clinician-password-again", "another one", "not the same"),
        ("clinician-role", "administrator", "Choose what"),
    ] {
        let mut wrong = fields("abcde fghjk");
        wrong.iter_mut().filter(|(name, _)| *name == field).for_each(|pair| pair.1 = value);
        let answer = browser.fill("/set-up", &wrong).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
        assert!(answer.body.contains(said) && answer.body.contains("North"), "{field}: {}", answer.body);
        is_sound(field, &answer);
    }
    house.pass(3600);
    let answer = browser.fill("/set-up", &fields("ABCDE-FGHJK")).await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/sign-in"));
    assert_eq!(browser.get("/set-up").await.header("location"), "/");
    let form = "00000000000000000000000000000002";
    let mut again = vec![("form", form), ("expected", "0")];
    again.extend(fields("ABCDE-FGHJK"));
    assert_eq!(browser.post("/set-up", &again).await.header("location"), "/");
    // The clinician's password was chosen by somebody else.
    browser.post("/sign-in", &[("login", "ben"), ("password", PASSWORD)]).await;
    assert_eq!(browser.get("/today").await.header("location"), "/account/password");
    let own = "nine tall birches whisper";
    let fields = [("password", PASSWORD), ("new-password", own), ("new-password-again", own)];
    assert_eq!(browser.fill("/account/password", &fields).await.header("location"), "/account");
    assert_eq!(browser.get("/account").await.status, StatusCode::OK);
}

/// R-WEB-7: the set-up code cannot be guessed by trying.
#[tokio::test]
async fn guessing_the_code_is_slowed_down() {
    let code = [1; 32];
    let house = House::empty(Config { set_up_code: Some(code), ..Config::default() }).await;
    let mut browser = house.browser();
    for guess in 1..=11 {
        let answer = browser.fill("/set-up", &[("code", "AAAAA-AAAAA")]).await;
        let slowed = answer.body.contains("Too many tries");
        assert_eq!(slowed, guess > 10, "guess {guess}");
    }
}

/// R-WEB-8: a demonstration says so on every page; the theme needs no script; a way back leads nowhere else.
#[tokio::test]
async fn the_demonstration_and_the_theme() {
    let house = House::with(Config { demonstration: true, ..Config::default() }).await;
    let mut nurse = house.signed_in("nurse").await;
    for path in ["/account", "/nothing"] {
        assert!(nurse.get(path).await.body.contains("invented patients"), "{path}");
    }
    for (back, to) in
        [("/account", "/account"), ("//evil.test", "/"), ("https://evil.test", "/"), ("/\\evil", "/")]
    {
        let answer = nurse.post("/theme", &[("theme", "dark"), ("back", back)]).await;
        assert_eq!(answer.header("location"), to);
    }
    assert!(nurse.get("/account").await.body.contains("data-theme=\"dark\""));
    nurse.post("/theme", &[("theme", "\"><script>"), ("back", "/")]).await;
    assert!(nurse.get("/account").await.body.contains("data-theme=\"system\""));
}
