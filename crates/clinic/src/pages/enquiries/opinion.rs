//! The opinion letter: written, signed by a physician with the password, printed. A signed version is never changed.

use super::Desk;
use super::files::locked;
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::frame::{SignedIn, Viewer, prove};
use crate::page::{Page, show};
use crate::pages::enquiry::number_of;
use crate::papers;
use crate::papers::say::{Said, Say};
use crate::state::AppState;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use documents::{Paper, Part, PrintStamp, Section, Signature};
use practice::access::Right;
use practice::enquiry::{EnquiryEvent, Letter, Opinion, TreatmentOption, digest};
use words::{Language, Voice, Worded};

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

/// The letter as a paper: what the physician wrote as it is, the fixed words in the language of the voice.
fn paper_of(desk: &Desk, letter: &Letter, zone: &str, say: Say<'_>) -> Result<Paper, PageError> {
    let (opinion, request) = (&letter.opinion, &desk.enquiry.request);
    let page = &desk.page;
    let section = |heading: &str, part: Part| Section { heading: say.key(heading).into(), parts: vec![part] };
    let paragraphs = |heading: &str, text: &String| {
        (!text.is_empty()).then(|| section(heading, Part::Paragraph(text.clone().into())))
    };
    let rows = opinion.options.iter();
    let rows: Vec<Vec<Worded>> = rows
        .map(|it| [&it.name, &it.supports, &it.against].map(|text| text.clone().into()).to_vec())
        .collect();
    let columns = ["paper-opinion-option", "paper-opinion-for", "paper-opinion-against"];
    let columns = columns.map(|key| say.key(key).into()).to_vec();
    let options = (!rows.is_empty()).then(|| section("paper-opinion-options", Part::Table { columns, rows }));
    let nature = Part::Paragraph(say.key("paper-opinion-nature-says").into());
    let sections = [
        paragraphs("paper-opinion-asked", &opinion.question),
        paragraphs("paper-opinion-seen", &opinion.seen),
        options,
        paragraphs("paper-opinion-suggested", &opinion.reasons),
        paragraphs("paper-opinion-missing", &opinion.missing),
        paragraphs("paper-opinion-next", &opinion.next),
        Some(section("paper-opinion-nature", nature)),
    ];
    let number = |number: u32| [("number", Said::from(number.to_string()))];
    let mut warnings: Vec<Worded> = Vec::new();
    if letter.issued.is_none() {
        warnings.push(say.key("paper-opinion-draft").into());
    }
    if let Some(later) = replaced(desk, letter) {
        warnings.push(say.with("paper-opinion-replaced", &number(later)).into());
    }
    let now = jiff::Timestamp::from_second(page.now).map_err(|error| PageError::Fault(error.to_string()))?;
    let moment = |unix: i64| {
        let at = jiff::Timestamp::from_second(unix).unwrap_or(now);
        say.moment(at.to_zoned(page.zone.clone()).datetime())
    };
    let hash = digest_of(desk, letter);
    let part = |from: usize| hash.chars().skip(from).take(4).collect::<String>();
    let enquiry = [Said::from(number_of(desk.enquiry.id)), moment(desk.enquiry.received)];
    Ok(Paper {
        heading: say.key("paper-opinion").into(),
        addressee: opinion.addressee.lines().map(str::to_owned).collect(),
        warnings,
        facts: vec![
            say.fact("paper-opinion-about", Some(Said::from(&request.about))),
            say.fact("paper-born", request.born.map(|born| say.date(born))),
            say.fact("paper-opinion-enquiry", Some(Said::join(enquiry, ", "))),
        ],
        sections: sections.into_iter().flatten().collect(),
        sources: Vec::new(),
        codes: Vec::new(),
        signature: letter.issued.as_ref().map(|issued| Signature {
            name: issued.name.clone(),
            role: issued.role.clone().into(),
            signed: say.with("paper-signed", &[("at", moment(issued.at))]).into(),
        }),
        version: say.with("paper-version", &number(letter.number)).into(),
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

/// The language in which somebody asked; English where no paper is written in it.
fn language_of(written: &str) -> Language {
    let words = || written.split([',', ';', '/', ' ']);
    Language::read(written).or_else(|| words().find_map(Language::read)).unwrap_or(Language::English)
}

/// What every opinion says of itself.
pub(super) fn nature() -> &'static str {
    words::source(Language::English, "paper-opinion-nature-says").unwrap_or_default()
}

pub(super) async fn paper(State(state): State<AppState>, desk: Desk) -> Result<Response, PageError> {
    let settings = state.settings().await?;
    let letter = letter_of(&desk)?;
    let approvals = papers::approvals(&settings);
    let language = language_of(&desk.enquiry.request.language);
    let say = Say::new(Voice::new(language, &approvals));
    let paper = paper_of(&desk, letter, &settings.clinic.zone, say)?;
    let name = format!("opinion-{}-version-{}.pdf", number_of(desk.enquiry.id), letter.number);
    locked("application/pdf", &name, papers::pdf(paper, language, approvals.clone()).await?)
}
