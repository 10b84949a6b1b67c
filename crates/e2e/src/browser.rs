//! Chromium, as a person uses it.

use crate::checkers::tool;
use crate::house::House;
use base64::Engine;
use core::time::Duration;
use fantoccini::elements::Element;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// Nobody waits longer for a page.
const PATIENCE: Duration = Duration::from_secs(20);

/// Whether pages may run scripts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scripts {
    On,
    Off,
}

impl Scripts {
    pub const BOTH: [Self; 2] = [Self::On, Self::Off];
}

/// The colours that are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    Light,
    Dark,
}

/// A chromedriver on a port that was free.
pub struct Driver {
    child: Child,
    address: String,
    chromium: PathBuf,
}

impl Driver {
    /// `None`, and words, where there is no browser.
    #[must_use]
    pub fn start() -> Option<Self> {
        let (driver, chromium) = (tool("chromedriver")?, tool("chromium")?);
        let mut command = Command::new(driver);
        let mut child = command.arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        // "ChromeDriver was started successfully on port 41234."
        let port = lines.by_ref().map_while(Result::ok).find_map(|line| {
            let (_, port) = line.split_once("successfully on port ")?;
            Some(port.trim_end_matches('.').to_owned())
        });
        // Whatever it still says must have somewhere to go.
        std::thread::spawn(move || lines.map_while(Result::ok).count());
        let address = format!("http://127.0.0.1:{}", port.expect("chromedriver names its port"));
        Some(Self { child, address, chromium })
    }

    /// A browser of its own, that can reach 127.0.0.1 and nothing else.
    pub async fn session(&self, house: &House, scripts: Scripts) -> Session {
        let profile = tempfile::tempdir().unwrap();
        let mut arguments: Vec<String> = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--hide-scrollbars",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--lang=en-GB",
            // A page that still scrolls is no place to click.
            "--force-prefers-reduced-motion",
            "--window-size=1440,1000",
            "--proxy-server=127.0.0.1:1",
            "--proxy-bypass-list=127.0.0.1",
        ]
        .map(str::to_owned)
        .to_vec();
        arguments.push(format!("--user-data-dir={}", profile.path().display()));
        let content = json!({"javascript": if scripts == Scripts::On { 1 } else { 2 }});
        let options = json!({
            "args": arguments,
            "binary": self.chromium,
            "prefs": {"profile.managed_default_content_settings": content},
        });
        let capabilities = json!({
            "goog:chromeOptions": options,
            "goog:loggingPrefs": {"browser": "ALL"},
            // A page that asks before it is left would stop every test.
            "unhandledPromptBehavior": "accept",
        });
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities.as_object().unwrap().clone());
        let client = builder.connect(&self.address).await.expect("Chromium starts");
        let album = (scripts == Scripts::On && std::env::var_os("THECAL_ALL_PICTURES").is_some())
            .then(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/pages/steps"));
        Session { client, address: house.address.clone(), album, _profile: profile }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended already.
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// One browser window of one person.
pub struct Session {
    pub client: Client,
    address: String,
    /// Where each page that a story passes is kept as pictures, if they were asked for.
    album: Option<PathBuf>,
    _profile: tempfile::TempDir,
}

impl Session {
    pub async fn close(self) {
        self.client.close().await.unwrap();
    }

    /// Opens a page by its path.
    pub async fn open(&self, path: &str) {
        self.client.goto(&format!("{}{path}", self.address)).await.unwrap();
    }

    /// Signs in at the sign-in page.
    pub async fn sign_in(&self, login: &str, password: &str) {
        self.open("/sign-in").await;
        self.fill(&[("login", login), ("password", password)]).await;
        self.press("Sign in").await;
        self.find("//header//button[normalize-space()='Sign out']").await;
    }

    /// Path and query of this page.
    pub async fn path(&self) -> String {
        let url = self.client.current_url().await.unwrap();
        url.as_str().trim_start_matches(&self.address).to_owned()
    }

    /// Waits for an element by XPath.
    pub async fn find(&self, search: &str) -> Element {
        match self.client.wait().at_most(PATIENCE).for_element(Locator::XPath(search)).await {
            Ok(element) => element,
            Err(error) => panic!("{}: no {search}: {error}\n{}", self.path().await, self.text().await),
        }
    }

    /// Waits until the page says so, wherever.
    pub async fn says(&self, words: &str) {
        self.find(&format!("//body[contains({PLAIN}, {})]", quoted(words))).await;
        if let Some(album) = &self.album {
            self.keep(album).await;
        }
    }

    /// Four pictures of this page, by its title; a later page with the same title takes their place.
    async fn keep(&self, album: &Path) {
        std::fs::create_dir_all(album).unwrap();
        let title = self.client.title().await.unwrap();
        let words = title.split(" \u{b7} ").next().unwrap_or_default();
        let name: String =
            words.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect();
        for (width, theme) in
            [(390, Theme::Light), (390, Theme::Dark), (1440, Theme::Dark), (1440, Theme::Light)]
        {
            self.look(width, theme).await;
            self.picture(&album.join(format!("{name}-{width}-{theme:?}.png"))).await;
        }
    }

    /// The page that is here now does not say so.
    pub async fn silent(&self, words: &str) {
        let search = format!("//body[contains({PLAIN}, {})]", quoted(words));
        let found = self.client.find_all(Locator::XPath(&search)).await.unwrap();
        assert!(found.is_empty(), "{}: says {words:?}\n{}", self.path().await, self.text().await);
    }

    /// What a person reads on the page.
    pub async fn text(&self) -> String {
        let body = self.client.find(Locator::Css("body")).await.unwrap();
        body.text().await.unwrap().replace('\u{a0}', " ")
    }

    /// Types into fields, chooses options, radios and boxes; by their names, in `main`.
    pub async fn fill(&self, fields: &[(&str, &str)]) {
        for (name, value) in fields {
            let element = self.find(&format!("//main//*[@name='{name}'][not(@type='hidden')]")).await;
            let kind = element.attr("type").await.unwrap().unwrap_or_default();
            match element.tag_name().await.unwrap().as_str() {
                "select" => element.select_by_value(value).await.unwrap(),
                "input" if kind == "radio" || kind == "checkbox" => {
                    let one = self.find(&format!("//main//input[@name='{name}'][@value='{value}']")).await;
                    if !one.is_selected().await.unwrap() {
                        self.click(&one).await;
                    }
                }
                // Their keys depend on the language of the browser.
                "input" if kind == "date" || kind == "time" => self.set(&element, value).await,
                _ => {
                    element.clear().await.unwrap();
                    element.send_keys(value).await.unwrap();
                }
            }
        }
    }

    /// Puts a long text into a field at once.
    pub async fn put(&self, name: &str, value: &str) {
        let element = self.find(&format!("//main//*[@name='{name}']")).await;
        self.set(&element, value).await;
    }

    async fn set(&self, element: &Element, value: &str) {
        let element = serde_json::to_value(element).unwrap();
        let script = "arguments[0].value = arguments[1]; \
                      arguments[0].dispatchEvent(new Event('input', {bubbles: true}))";
        self.client.execute(script, vec![element, json!(value)]).await.unwrap();
    }

    /// Chooses a file, as in the window that opens.
    pub async fn choose(&self, name: &str, file: &Path) {
        let element = self.find(&format!("//main//input[@type='file'][@name='{name}']")).await;
        element.send_keys(file.to_str().unwrap()).await.unwrap();
    }

    /// Opens what is folded under these words.
    pub async fn unfold(&self, words: &str) {
        let search = format!("//main//details/summary[contains({PLAIN}, {})]", quoted(words));
        let summary = self.find(&search).await;
        if summary.find(Locator::XPath("..")).await.unwrap().attr("open").await.unwrap().is_none() {
            self.click(&summary).await;
        }
    }

    /// What is in a field now.
    pub async fn value(&self, name: &str) -> String {
        let element = self.find(&format!("//main//*[@name='{name}']")).await;
        element.prop("value").await.unwrap().unwrap_or_default()
    }

    /// Presses the button with these words, and waits until its page has gone.
    pub async fn press(&self, words: &str) {
        // One that takes the Enter key only is not in sight.
        let search = format!("//button[not(@tabindex='-1')][contains({PLAIN}, {})]", quoted(words));
        let button = self.find(&search).await;
        self.click(&button).await;
        self.gone(&button).await;
    }

    /// Presses a button twice, as people do who are used to icons.
    pub async fn press_twice(&self, words: &str) {
        let button = self.find(&format!("//button[contains({PLAIN}, {})]", quoted(words))).await;
        let script = "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'}); \
                      const r = arguments[0].getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]";
        let element = serde_json::to_value(&button).unwrap();
        let place = self.client.execute(script, vec![element]).await.unwrap();
        for _ in 0..2 {
            for kind in ["mousePressed", "mouseReleased"] {
                let event =
                    json!({"type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1});
                self.chromium("Input.dispatchMouseEvent", event).await;
            }
        }
        self.gone(&button).await;
    }

    /// As after a night: the session is over.
    pub async fn is_signed_out(&self) {
        self.client.delete_all_cookies().await.unwrap();
    }

    /// Follows the link with these words.
    pub async fn follow(&self, words: &str) {
        let search = format!("//a[contains({PLAIN}, {})]", quoted(words));
        let link = self.find(&search).await;
        self.click(&link).await;
        self.gone(&link).await;
    }

    /// In the middle of the window, where nothing that stays in sight covers it.
    async fn click(&self, element: &Element) {
        let script = "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})";
        self.client.execute(script, vec![serde_json::to_value(element).unwrap()]).await.unwrap();
        if let Err(error) = element.click().await {
            panic!("{}: {error}\n{}", self.path().await, self.text().await);
        }
    }

    /// Waits until the element's page is no longer shown.
    async fn gone(&self, element: &Element) {
        let gone = async {
            while element.is_enabled().await.is_ok() {
                tokio::task::yield_now().await;
            }
        };
        if tokio::time::timeout(PATIENCE, gone).await.is_err() {
            panic!("{}: nothing happened\n{}", self.path().await, self.text().await);
        }
    }

    /// What the browser complained of since it was asked last: errors of scripts, of the policy, of what was not loaded.
    pub async fn complaints(&self) -> Vec<String> {
        let log = self.command("se/log", json!({"type": "browser"})).await;
        let lines = log.as_array().cloned().unwrap_or_default();
        // A refused form is an answer as it should be, and advice for other people's forms is none for these.
        let advice = ["status of 4", "[DOM]", "Autofocus processing was blocked"];
        let lines = lines.iter().map(|line| line["message"].as_str().unwrap_or_default().to_owned());
        lines.filter(|line| !advice.iter().any(|advice| line.contains(advice))).collect()
    }

    /// As wide as this, in these colours.
    pub async fn look(&self, width: u32, theme: Theme) {
        let metrics = json!({"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false});
        self.chromium("Emulation.setDeviceMetricsOverride", metrics).await;
        let value = if theme == Theme::Dark { "dark" } else { "light" };
        let features = json!({"features": [{"name": "prefers-color-scheme", "value": value}]});
        self.chromium("Emulation.setEmulatedMedia", features).await;
    }

    /// The whole page as a picture.
    pub async fn picture(&self, file: &Path) {
        let script = "return [document.documentElement.scrollWidth, document.documentElement.scrollHeight]";
        let size = self.client.execute(script, vec![]).await.unwrap();
        let height = size[1].as_f64().unwrap().min(6_000.0);
        let clip = json!({"x": 0, "y": 0, "width": size[0], "height": height, "scale": 1});
        let wanted = json!({"format": "png", "captureBeyondViewport": true, "clip": clip});
        let picture = self.chromium("Page.captureScreenshot", wanted).await;
        let bytes =
            base64::engine::general_purpose::STANDARD.decode(picture["data"].as_str().unwrap()).unwrap();
        std::fs::write(file, bytes).unwrap();
    }

    /// What sticks out at the right of the window.
    pub async fn overflow(&self) -> Option<String> {
        let script = "const e = document.documentElement, wide = e.clientWidth; \
            if (e.scrollWidth <= wide) return null; \
            const out = [...document.querySelectorAll('body *')].filter(x => x.getBoundingClientRect().right > wide + 1 \
                && !x.closest('.table-scroll, svg, .patient-tabs, [hidden]')); \
            const name = x => x.tagName.toLowerCase() + '.' + x.className + ' ' + Math.round(x.getBoundingClientRect().right); \
            return (e.scrollWidth - wide) + ' pixels stick out: ' + out.slice(-3).map(name).join(', ')";
        self.client.execute(script, vec![]).await.unwrap().as_str().map(str::to_owned)
    }

    /// What axe-core calls serious or critical here.
    pub async fn barriers(&self, axe: &str) -> Vec<String> {
        let tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
        let script = format!(
            "{axe}; const done = arguments[arguments.length - 1]; \
             axe.run(document, {{runOnly: arguments[0], resultTypes: ['violations']}}) \
             .then(r => done(r.violations), e => done([{{impact: 'critical', id: String(e), nodes: []}}]));"
        );
        let violations = self.client.execute_async(&script, vec![json!(tags)]).await.unwrap();
        let serious =
            |violation: &&Value| matches!(violation["impact"].as_str(), Some("serious" | "critical"));
        let told = |violation: &Value| {
            let nodes = violation["nodes"].as_array().cloned().unwrap_or_default();
            let first = nodes.first().cloned().unwrap_or_default();
            let why = first["any"][0]["message"].as_str().unwrap_or_default();
            format!(
                "{} ({}): {} {why}",
                violation["id"].as_str().unwrap_or_default(),
                nodes.len(),
                first["html"]
            )
        };
        violations.as_array().unwrap().iter().filter(serious).map(told).collect()
    }

    /// A command of Chromium's own protocol.
    pub async fn chromium(&self, command: &str, parameters: Value) -> Value {
        self.command("goog/cdp/execute", json!({"cmd": command, "params": parameters})).await
    }

    async fn command(&self, path: &'static str, body: Value) -> Value {
        self.client.issue_cmd(Own { path, body }).await.unwrap()
    }
}

/// A command that only chromedriver has.
#[derive(Debug)]
struct Own {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Own {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}

/// An element's text with every run of spaces as one space.
const PLAIN: &str = "normalize-space(translate(., '\u{a0}', ' '))";

/// A string of XPath, which knows no escapes.
fn quoted(words: &str) -> String {
    if words.contains('\'') { format!("\"{words}\"") } else { format!("'{words}'") }
}
