//! The opinion letter: written, signed by a physician with the password, printed. A signed version is never changed.

use super::Desk;
use super::files::locked;
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::frame::{SignedIn, Viewer, prove};
use crate::page::{Page, show};
use crate::pages::enquiry::number_of;
use crate::state::AppState;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use documents::{Letter as Paper, LetterPart, LetterSection, PrintStamp, Signature, Warmed};
use practice::access::Right;
use practice::enquiry::{EnquiryEvent, Letter, Opinion, TreatmentOption, digest};

/// Options that a form has room for.
const OPTIONS_MAX: usize = 6;
/// What an opinion discusses, as the page for families and the question list of patients name it.
const USUAL: [&str; 5] = [
    "Intrathecal baclofen: test dose, then a pump",
    "Selective dorsal rhizotomy",
    "Botulinum toxin or phenol",
    "Neuromodulation",
    "Tailored conservative care: physiotherapy, aids, tablets",
];

#[derive(Template)]
#[template(path = "enquiries/opinion_edit.html")]
struct EditPage {
    page: Page,
    address: String,
    about: String,
    number: u32,
    message: String,
    form: Form,
}

impl EditPage {
    /// Names of the fields of each option.
    fn options(&self) -> Vec<(usize, String, String, String)> {
        (1..=OPTIONS_MAX)
            .map(|place| {
                let field = |name: &str| format!("option.{place}.{name}");
                (place, field("name"), field("supports"), field("against"))
            })
            .collect()
    }
}

fn edit_page(desk: &Desk, form: Form) -> Result<Response, PageError> {
    let is_refused = form.is_refused() || !form.moved.is_empty();
    let shown = EditPage {
        page: desk.page.clone(),
        address: desk.address(""),
        about: desk.enquiry.request.about.clone(),
        number: desk.enquiry.next_number(),
        message: desk.enquiry.request.message.clone(),
        form,
    };
    let status = if is_refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, show(&shown)?).into_response())
}

/// The form with an opinion in it.
fn filled(form: Form, opinion: &Opinion) -> Form {
    let mut form = form
        .with("addressee", opinion.addressee.clone())
        .with("question", opinion.question.clone())
        .with("seen", opinion.seen.clone())
        .with("reasons", opinion.reasons.clone())
        .with("missing", opinion.missing.clone())
        .with("next", opinion.next.clone());
    for (place, option) in (1..=OPTIONS_MAX).zip(&opinion.options) {
        form = form
            .with(&format!("option.{place}.name"), option.name.clone())
            .with(&format!("option.{place}.supports"), option.supports.clone())
            .with(&format!("option.{place}.against"), option.against.clone());
    }
    form
}

/// What a new opinion begins with: the question, what the reviews say, and the usual options.
fn begun(desk: &Desk) -> Opinion {
    let reviews = &desk.enquiry.reviews;
    let line = |hash: &Option<String>, text: &str| {
        let file = hash.as_ref().and_then(|hash| desk.enquiry.file(hash));
        file.map_or_else(|| text.to_owned(), |held| format!("{}: {text}", held.file.name))
    };
    let seen: Vec<String> = reviews.iter().map(|review| line(&review.hash, &review.shows)).collect();
    let missing = reviews.iter().map(|review| review.missing.as_str()).filter(|text| !text.is_empty());
    let missing: Vec<&str> = missing.collect();
    let option = |name: &&str| TreatmentOption {
        name: (*name).to_owned(),
        supports: String::new(),
        against: String::new(),
    };
    Opinion {
        addressee: desk.enquiry.request.writer.clone(),
        question: String::new(),
        seen: seen.join("\n"),
        options: USUAL.iter().map(option).collect(),
        reasons: String::new(),
        missing: missing.join("\n"),
        next: String::new(),
    }
}

pub(super) async fn ask(State(state): State<AppState>, desk: Desk) -> Result<Response, PageError> {
    desk.with_consent()?;
    let opinion = match desk.enquiry.letters.last() {
        // The next version begins with what the last one said.
        Some(letter) => letter.opinion.clone(),
        None => begun(&desk),
    };
    edit_page(&desk, filled(desk.form(&state), &opinion))
}

pub(super) async fn draft(
    State(state): State<AppState>,
    desk: Desk,
    fields: Fields,
) -> Result<Response, PageError> {
    desk.with_consent()?;
    let mut form = Form::posted(fields)?;
    let text = |form: &Form, name: &str| form.value(name).replace("\r\n", "\n");
    let mut options = Vec::new();
    for place in 1..=OPTIONS_MAX {
        let field = |name: &str| text(&form, &format!("option.{place}.{name}"));
        let (name, supports, against) = (field("name"), field("supports"), field("against"));
        // Without a word for or against it was not discussed.
        if supports.is_empty() && against.is_empty() {
            continue;
        }
        if name.is_empty() {
            form.refuse(&format!("option.{place}.name"), "Name the option");
        }
        options.push(TreatmentOption { name, supports, against });
    }
    let opinion = Opinion {
        addressee: text(&form, "addressee"),
        question: text(&form, "question"),
        seen: text(&form, "seen"),
        options,
        reasons: text(&form, "reasons"),
        missing: text(&form, "missing"),
        next: text(&form, "next"),
    };
    let number = desk.enquiry.next_number();
    let events = vec![(EnquiryEvent::OpinionDrafted { number, opinion }, desk.page.now)];
    if !form.is_refused()
        && !form.fields.is_resumed()
        && desk.record(&state, &mut form, "draft", "", events).await?
    {
        return Ok(Redirect::to(&desk.address(&format!("opinion/{number}"))).into_response());
    }
    edit_page(&desk, form)
}

#[derive(Template)]
#[template(path = "enquiries/opinion.html")]
struct OpinionPage {
    page: Page,
    address: String,
    about: String,
    letter: Letter,
    signed: Option<String>,
    /// The version that replaces it.
    replaced: Option<u32>,
    may_sign: bool,
    is_closed: bool,
    form: Form,
}

fn letter_of(desk: &Desk) -> Result<&Letter, PageError> {
    desk.with_consent()?;
    let number = desk.path.get("number").and_then(|number| number.parse::<u32>().ok());
    let number = number.ok_or(PageError::NotFound)?;
    desk.enquiry.letters.iter().find(|letter| letter.number == number).ok_or(PageError::NotFound)
}

/// The signed version after this one.
fn replaced(desk: &Desk, letter: &Letter) -> Option<u32> {
    let later = desk.enquiry.letters.iter().filter(|other| other.number > letter.number);
    later.filter(|other| other.issued.is_some()).map(|other| other.number).next_back()
}

fn opinion_page(desk: &Desk, form: Form) -> Result<Response, PageError> {
    let letter = letter_of(desk)?.clone();
    let signed = letter
        .issued
        .as_ref()
        .map(|issued| format!("{}, {}, {}", issued.name, issued.role, desk.page.moment(issued.at)));
    let is_refused = form.is_refused() || !form.moved.is_empty();
    let shown = OpinionPage {
        page: desk.page.clone(),
        address: desk.address(""),
        about: desk.enquiry.request.about.clone(),
        signed,
        replaced: replaced(desk, &letter),
        may_sign: desk.actor.may(Right::SignOrders),
        is_closed: desk.enquiry.closed.is_some(),
        letter,
        form,
    };
    let status = if is_refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, show(&shown)?).into_response())
}

fn digest_of(desk: &Desk, letter: &Letter) -> String {
    digest(desk.enquiry.id, letter.number, &letter.opinion)
}

pub(super) async fn look(State(state): State<AppState>, desk: Desk) -> Result<Response, PageError> {
    let digest = digest_of(&desk, letter_of(&desk)?);
    opinion_page(&desk, desk.form(&state).with("digest", digest))
}

pub(super) async fn sign(
    State(state): State<AppState>,
    desk: Desk,
    viewer: Viewer,
    signed_in: SignedIn,
    fields: Fields,
) -> Result<Response, PageError> {
    desk.actor.require(Right::SignOrders)?;
    let number = letter_of(&desk)?.number;
    let mut form = Form::posted(fields)?;
    // A form that is sent twice is recorded already: nobody gives the password twice for one signature.
    let before = state.store().resolve(form.id).await?.is_some();
    let proven = before || !form.fields.is_resumed() && prove(&state, &viewer, &signed_in, &mut form).await?;
    if proven {
        let event = EnquiryEvent::OpinionIssued {
            number,
            digest: form.value("digest").to_owned(),
            name: desk.actor.name.clone(),
            role: desk.actor.role.title().to_owned(),
        };
        let act = format!("sign {number}");
        if desk.record(&state, &mut form, &act, "", vec![(event, desk.page.now)]).await? {
            return Ok(Redirect::to(&desk.address(&format!("opinion/{number}"))).into_response());
        }
        form.fields.set("digest", digest_of(&desk, letter_of(&desk)?));
    }
    opinion_page(&desk, form)
}

/// The code of a language that people write in words; English for others.
fn code_of(language: &str) -> &'static str {
    const CODES: [(&str, &str); 12] = [
        ("german", "de"),
        ("deutsch", "de"),
        ("french", "fr"),
        ("italian", "it"),
        ("spanish", "es"),
        ("slovak", "sk"),
        ("czech", "cs"),
        ("polish", "pl"),
        ("dutch", "nl"),
        ("turkish", "tr"),
        ("russian", "ru"),
        ("ukrainian", "uk"),
    ];
    let language = language.to_lowercase();
    CODES.iter().find(|(word, _)| language.contains(word)).map_or("en", |(_, code)| code)
}

/// The letter as a paper.
fn paper_of(desk: &Desk, letter: &Letter, zone: &str) -> Result<Paper, PageError> {
    let (opinion, request) = (&letter.opinion, &desk.enquiry.request);
    let page = &desk.page;
    let paragraphs = |heading: &str, text: &String| {
        (!text.is_empty()).then(|| LetterSection {
            heading: heading.to_owned(),
            parts: vec![LetterPart::Paragraph(text.clone())],
        })
    };
    let rows = opinion.options.iter();
    let rows: Vec<Vec<String>> =
        rows.map(|it| vec![it.name.clone(), it.supports.clone(), it.against.clone()]).collect();
    let columns = ["Option", "What speaks for it here", "What speaks against it here"];
    let options = (!rows.is_empty()).then(|| LetterSection {
        heading: "Options".to_owned(),
        parts: vec![LetterPart::Table { columns: columns.map(str::to_owned).to_vec(), rows }],
    });
    let sections = [
        paragraphs("What was asked", &opinion.question),
        paragraphs("What was looked at", &opinion.seen),
        options,
        paragraphs("What is suggested, and why", &opinion.reasons),
        paragraphs("What is missing", &opinion.missing),
        paragraphs("What to do next", &opinion.next),
        paragraphs("What this letter is", &NATURE.to_owned()),
    ];
    let mut warnings = Vec::new();
    if letter.issued.is_none() {
        warnings.push("DRAFT: not signed".to_owned());
    }
    if let Some(later) = replaced(desk, letter) {
        warnings.push(format!("REPLACED by version {later}: do not use this one"));
    }
    let now = jiff::Timestamp::from_second(page.now).map_err(|error| PageError::Fault(error.to_string()))?;
    let hash = digest_of(desk, letter);
    let part = |from: usize| hash.chars().skip(from).take(4).collect::<String>();
    Ok(Paper {
        heading: "Opinion on records that were sent".to_owned(),
        language: code_of(&request.language).to_owned(),
        addressee: opinion.addressee.lines().map(str::to_owned).collect(),
        warnings,
        facts: vec![
            ("About".to_owned(), Some(request.about.clone())),
            ("Born".to_owned(), request.born.map(crate::banner_date)),
            (
                "Enquiry".to_owned(),
                Some(format!("{}, {}", number_of(desk.enquiry.id), page.moment(desk.enquiry.received))),
            ),
        ],
        sections: sections.into_iter().flatten().collect(),
        signature: letter.issued.as_ref().map(|issued| Signature {
            name: issued.name.clone(),
            role: issued.role.clone(),
            signed: format!(
                "signed in the record on {}, with the password given again",
                page.moment(issued.at)
            ),
        }),
        version: format!("Version {}", letter.number),
        invented: request.invented,
        stamp: PrintStamp {
            clinic: page.clinic.clone(),
            printed_at: now.to_zoned(page.zone.clone()).datetime(),
            time_zone: zone.to_owned(),
            record_version: desk.enquiry.version.to_string(),
            record_hash: format!("{} {}", part(0), part(4)),
        },
    })
}

/// What every opinion says of itself.
pub(super) const NATURE: &str = "It rests on what was sent. Nobody of this clinic has examined the patient for it, unless the letter says so. It is an aid to a decision that patient, family and treating physicians take together.";

pub(super) async fn paper(State(state): State<AppState>, desk: Desk) -> Result<Response, PageError> {
    let settings = state.settings().await?;
    let letter = letter_of(&desk)?;
    let paper = paper_of(&desk, letter, &settings.clinic.zone)?;
    let name = format!("opinion-{}-version-{}.pdf", number_of(desk.enquiry.id), letter.number);
    // Typesetting takes as long as many pages: not on a thread that answers others.
    let made = tokio::task::spawn_blocking(move || Warmed::shared()?.letter(&paper)).await;
    let pdf = made.map_err(|error| PageError::Fault(error.to_string()))?;
    let pdf = pdf.map_err(|error| PageError::Fault(error.to_string()))?;
    locked("application/pdf", &name, pdf)
}
