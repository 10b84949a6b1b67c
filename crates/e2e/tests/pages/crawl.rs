//! Every page of the demonstration: each role opens all that it can reach.

use e2e::{Checkers, Driver, House, Scripts, Session, Theme};
use practice::account::DEMONSTRATION_PASSWORD;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::{Path, PathBuf};

/// Who sees most comes first; an administrator sees no patients.
const ROLES: [&str; 6] = ["physician", "administrator", "nurse", "surgeon", "therapist", "coordinator"];

/// Pages of a patient that differ most with what was recorded: the fullest one of each is looked at too.
const FULLEST: [&str; 10] = [
    "appointments",
    "candidacy",
    "complications",
    "decision",
    "implant-plan",
    "loss-of-effect",
    "rehabilitation",
    "screening",
    "team",
    "to-do",
];

/// Asks for a page as a link would, and answers with its status, its type, its text and where it leads.
pub(crate) const ASK: &str = "const done = arguments[1]; fetch(arguments[0]).then(async answer => { \
    const type = answer.headers.get('content-type') ?? ''; \
    const text = type.startsWith('text/html') ? await answer.text() : ''; \
    const page = new DOMParser().parseFromString(text, 'text/html'); \
    const links = [...page.links].filter(a => !a.hasAttribute('download')).map(a => a.getAttribute('href')); \
    const forms = [...page.querySelectorAll('form[method=get]')].map(form => form.getAttribute('action')).filter(to => to); \
    done([answer.status, type, text, links.concat(forms).map(to => new URL(to, answer.url).href)]); \
}, error => done([0, String(error), '', []]));";

/// Pages of one shape are made by one template.
fn shape(path: &str) -> String {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let part = |part: &str| {
        let is_id = part.len() >= 16 || part.chars().any(|letter| letter.is_ascii_digit());
        if is_id && !part.contains('.') { "N".to_owned() } else { part.to_owned() }
    };
    let mut path: Vec<String> = path.split('/').map(part).collect();
    // Every question of the patient page is one template.
    if let [_, page, _, answers, question] = path.as_mut_slice()
        && page == "p"
        && answers == "answers"
    {
        "N".clone_into(question);
    }
    let keys: BTreeSet<&str> = query.split('&').filter_map(|pair| pair.split('=').next()).collect();
    let keys: Vec<&str> = keys.into_iter().filter(|key| !key.is_empty()).collect();
    if keys.is_empty() { path.join("/") } else { format!("{}?{}", path.join("/"), keys.join("&")) }
}

/// The shape as a name of files.
fn name(shape: &str) -> String {
    let name = shape.trim_matches('/').replace(['/', '?', '&', '.'], "-");
    if name.is_empty() { "start".to_owned() } else { name }
}

struct Crawl {
    checkers: Checkers,
    folder: PathBuf,
    /// All four pictures of a page, not the two that are checked.
    all: bool,
    seen: BTreeMap<String, &'static str>,
    faults: Vec<String>,
}

impl Crawl {
    fn fault(&mut self, at: &str, what: impl core::fmt::Display) {
        self.faults.push(format!("{at}: {what}"));
    }

    /// What is wrong with the page that is open.
    async fn look(&mut self, person: &Session, name: &str) {
        let looks = [(1440, Theme::Light), (390, Theme::Dark), (390, Theme::Light), (1440, Theme::Dark)];
        for (width, theme) in looks.into_iter().take(if self.all { 4 } else { 2 }) {
            person.look(width, theme).await;
            let at = format!("{name} at {width} {theme:?}");
            if let Some(overflow) = person.overflow().await {
                self.fault(&at, overflow);
            }
            for barrier in person.barriers(&self.checkers.axe).await {
                self.fault(&at, barrier);
            }
            person.picture(&self.folder.join(format!("{name}-{width}-{theme:?}.png"))).await;
        }
        for complaint in person.complaints().await {
            self.fault(name, complaint);
        }
    }

    async fn role(&mut self, person: &Session, address: &str, role: &'static str) {
        let mut waiting = VecDeque::from(["/".to_owned()]);
        let mut asked = BTreeSet::new();
        while let Some(path) = waiting.pop_front() {
            let shape = shape(&path);
            if !asked.insert(shape.clone()) {
                continue;
            }
            let told = person.client.execute_async(ASK, vec![json!(path)]).await.unwrap();
            let at = format!("{role} {path}");
            if told[0] != 200 {
                self.fault(&at, format!("status {} {}", told[0], told[1]));
                continue;
            }
            for link in told[3].as_array().unwrap() {
                let link = link.as_str().unwrap_or_default().split('#').next().unwrap_or_default();
                // What leads elsewhere is the address of a source; nothing is loaded from there.
                let Some(path) = link.strip_prefix(address) else { continue };
                // Whoever has sent an enquiry sees this one, and nobody else is led there.
                let sent = path.strip_prefix("/enquiries/").filter(|id| !id.contains(['/', '?']));
                waiting.extend(sent.map(|id| format!("/enquiry/received/{id}")));
                waiting.push_back(path.to_owned());
            }
            let text = told[2].as_str().unwrap();
            if text.is_empty() || self.seen.contains_key(&shape) {
                continue;
            }
            self.seen.insert(shape.clone(), role);
            self.keep(person, &path, &format!("{role}-{}", name(&shape)), text).await;
        }
    }

    /// Opens a page, looks at it, and keeps its text for the checker of HTML.
    async fn keep(&mut self, person: &Session, path: &str, name: &str, text: &str) {
        std::fs::write(self.folder.join("html").join(format!("{name}.html")), text).unwrap();
        person.open(path).await;
        self.look(person, name).await;
    }

    /// Of some pages of a patient, those with the most on them.
    async fn fullest(&mut self, person: &Session, address: &str) {
        let told = person.client.execute_async(ASK, vec![json!("/patients")]).await.unwrap();
        let links =
            told[3].as_array().unwrap().iter().filter_map(|link| link.as_str()?.strip_prefix(address));
        let patients: BTreeSet<String> =
            links.filter(|path| shape(path) == "/patients/N").map(str::to_owned).collect();
        assert!(patients.len() > 1, "the list of patients leads nowhere");
        for part in FULLEST {
            let mut fullest = (String::new(), String::new());
            for patient in &patients {
                let path = format!("{patient}/{part}");
                let told = person.client.execute_async(ASK, vec![json!(path)]).await.unwrap();
                let text = told[2].as_str().unwrap();
                if text.len() > fullest.1.len() {
                    fullest = (path, text.to_owned());
                }
            }
            self.keep(person, &fullest.0, &format!("fullest-{part}"), &fullest.1).await;
        }
    }
}

fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/pages");
    // The pictures of stories, in `steps`, are being taken meanwhile.
    for entry in std::fs::read_dir(&folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_file() {
            std::fs::remove_file(path).unwrap();
        }
    }
    let html = folder.join("html");
    if html.exists() {
        std::fs::remove_dir_all(&html).unwrap();
    }
    std::fs::create_dir_all(html).unwrap();
    folder
}

/// R-USE-8
#[tokio::test(flavor = "multi_thread")]
async fn every_page_opens_is_valid_and_has_no_barrier() {
    let (Some(driver), Some(checkers)) = (Driver::start(), Checkers::find()) else { return };
    let house = House::demonstration(6, 4).await;
    house.on_the_way(6).await;
    let all = std::env::var_os("THECAL_ALL_PICTURES").is_some();
    let mut crawl = Crawl { checkers, folder: folder(), all, seen: BTreeMap::new(), faults: Vec::new() };
    for role in ROLES {
        let person = driver.session(&house, Scripts::On).await;
        if role == "physician" {
            person.open("/sign-in").await;
            crawl.look(&person, "sign-in").await;
        }
        person.sign_in(role, DEMONSTRATION_PASSWORD).await;
        crawl.role(&person, &house.address, role).await;
        if role == "physician" {
            crawl.fullest(&person, &house.address).await;
        }
        person.close().await;
    }
    let errors = crawl.checkers.html_errors(&crawl.folder.join("html"));
    crawl.faults.extend(errors);
    let list: Vec<String> = crawl.seen.keys().cloned().collect();
    std::fs::write(crawl.folder.join("pages.txt"), list.join("\n")).unwrap();
    std::fs::write(crawl.folder.join("faults.txt"), crawl.faults.join("\n")).unwrap();
    assert!(crawl.faults.is_empty(), "{} pages\n{}", crawl.seen.len(), crawl.faults.join("\n"));
}
