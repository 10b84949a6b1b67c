//! Papers, for programs that are not ours: a checker of PDF, a reader of codes, a checker of how they are read out.

use crate::emergency::file;
use crate::patients::as_role;
use e2e::{Driver, House, Scripts, tool};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use words::Language;

/// What a program says of a file, whether it is content or not.
fn told(program: &Path, before: &[&str], file: &Path, after: &[&str]) -> (bool, String) {
    let output = Command::new(program).args(before).arg(file).args(after).output().unwrap();
    (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Everything that the links of a page lead to, papers alone.
const PAPERS: &str = "const done = arguments[1]; fetch(arguments[0]).then(async answer => { \
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html'); \
    const forms = [...page.querySelectorAll('[formaction]')].map(button => button.getAttribute('formaction')); \
    const all = [...page.links].map(a => a.getAttribute('href')).concat(forms); \
    const links = all.map(to => new URL(to, answer.url)); \
    done([...new Set(links.filter(to => to.pathname.endsWith('.pdf')).map(to => to.pathname))]); }, \
    error => done([]));";

/// The programs that look at papers.
struct Readers {
    qpdf: PathBuf,
    info: PathBuf,
    fonts: PathBuf,
    picture: PathBuf,
    codes: PathBuf,
}

impl Readers {
    fn find() -> Option<Self> {
        let all = ["qpdf", "pdfinfo", "pdffonts", "pdftoppm", "zbarimg"].map(tool);
        let [Some(qpdf), Some(info), Some(fonts), Some(picture), Some(codes)] = all else { return None };
        Some(Self { qpdf, info, fonts, picture, codes })
    }

    /// What is wrong with a paper; `pages` where their number is promised.
    fn faults(&self, path: &Path, pages: Option<usize>) -> Vec<String> {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let mut faults = Vec::new();
        let mut fault = |what: String| faults.push(format!("{name}: {what}"));
        let (sound, said) = told(&self.qpdf, &["--check"], path, &[]);
        if !sound {
            fault(said);
        }
        let (_, info) = told(&self.info, &[], path, &[]);
        let value = |field: &str| info.lines().find_map(|line| line.strip_prefix(field)).unwrap_or("").trim();
        if value("Tagged:") != "yes" || value("Title:").is_empty() {
            fault(format!("not tagged or without a title: {info}"));
        }
        if pages.is_some_and(|pages| value("Pages:") != pages.to_string()) {
            fault(format!("{} pages", value("Pages:")));
        }
        let (_, fonts) = told(&self.fonts, &[], path, &[]);
        // Name, type, encoding, then whether it is embedded, in part, with what its letters mean.
        let whole = |line: &str| line.contains("yes yes yes");
        if fonts.lines().count() < 3 || !fonts.lines().skip(2).all(whole) {
            fault(format!("fonts: {fonts}"));
        }
        faults
    }

    /// The codes on a paper.
    fn codes(&self, path: &Path) -> String {
        let drawn = path.with_extension("");
        assert!(told(&self.picture, &["-r", "300", "-png"], path, &[drawn.to_str().unwrap()]).0);
        let begins = drawn.file_name().unwrap().to_string_lossy().into_owned();
        let pictures = std::fs::read_dir(path.parent().unwrap()).unwrap().map(|entry| entry.unwrap().path());
        let of_it = |picture: &PathBuf| {
            let name = picture.file_name().unwrap().to_string_lossy();
            name.starts_with(&format!("{begins}-")) && name.ends_with(".png")
        };
        pictures.filter(of_it).map(|picture| told(&self.codes, &["-q", "--raw"], &picture, &[]).1).collect()
    }
}

/// What the checker of how papers are read out says of all of them.
fn not_read_out(folder: &Path) -> Vec<String> {
    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/tools/python/bin/outloud");
    if !program.is_file() {
        eprintln!("not judged: how papers are read out; cargo xtask test installs the checker");
        return Vec::new();
    }
    let papers = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let papers = papers.filter(|path| path.extension().is_some_and(|kind| kind == "pdf"));
    let output = Command::new(program).args(["--json", "-"]).args(papers).output().unwrap();
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let results = told["results"].as_array().unwrap();
    assert!(!results.is_empty());
    let found = results.iter().flat_map(|result| {
        let name = result["path"].as_str().unwrap().rsplit('/').next().unwrap();
        result["findings"].as_array().unwrap().iter().map(move |finding| (name, finding))
    });
    // It looks for a long table's lines on one page only: the rule of ruled grids says nothing of a table over two pages.
    let bad = found.filter(|(_, finding)| finding["severity"] == "error" || finding["rule"] != "TBL-014");
    bad.map(|(name, finding)| {
        format!("{name}: {} {} {}", finding["rule"], finding["message"], finding["evidence"])
    })
    .collect()
}

/// R-PAP-8: every paper in every language is sound for other programs, and its codes say what the paper says.
#[tokio::test(flavor = "multi_thread")]
async fn other_programs_read_every_paper() {
    let (Some(driver), Some(readers)) = (Driver::start(), Readers::find()) else { return };
    let house = House::demonstration(6, 4).await;
    house.on_the_way(6).await;
    let person = as_role(&driver, &house, Scripts::On, "physician").await;
    let list = person.client.execute_async(crate::crawl::ASK, vec!["/patients".into()]).await.unwrap();
    let patients: BTreeSet<String> = (list[3].as_array().unwrap().iter())
        .filter_map(|link| link.as_str()?.strip_prefix(&house.address))
        .filter(|path| path.len() == "/patients/".len() + 32 && path.starts_with("/patients/"))
        .map(str::to_owned)
        .collect();
    // Each paper once, of the first patient who has it.
    let mut papers: Vec<String> = Vec::new();
    for patient in patients {
        let links =
            person.client.execute_async(PAPERS, vec![format!("{patient}/papers").into()]).await.unwrap();
        for link in links.as_array().unwrap().iter().filter_map(|link| link.as_str()) {
            let word = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
            if papers.iter().all(|known| word(known) != word(link)) {
                papers.push(link.to_owned());
            }
        }
    }
    assert!(papers.len() >= 13, "{papers:?}");
    let folder = tempfile::tempdir().unwrap();
    let mut faults = Vec::new();
    for language in Language::ALL {
        for paper in &papers {
            let word = paper.rsplit('/').next().unwrap().trim_end_matches(".pdf");
            let path = folder.path().join(format!("{word}-{}.pdf", language.code()));
            let bytes = file(&person, &format!("{paper}?language={}", language.code())).await;
            std::fs::write(&path, bytes).unwrap();
            // Nobody has approved anything here: the English page follows.
            let languages = if language == Language::English { 1 } else { 2 };
            let pages = match word {
                "emergency-sheet" => Some(languages),
                "card" => Some(2 * languages),
                _ => None,
            };
            faults.extend(readers.faults(&path, pages));
            if pages.is_some() && matches!(language, Language::English | Language::Hebrew) {
                let codes = readers.codes(&path);
                for words in ["BACLOFEN PUMP", "INVENTED", "changes at every visit"] {
                    assert!(codes.contains(words), "no {words} in the codes of {word}: {codes}");
                }
            }
        }
    }
    faults.extend(not_read_out(folder.path()));
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    person.close().await;
}
