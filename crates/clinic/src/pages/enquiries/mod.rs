//! Enquiries for those who answer them: the inbox, one enquiry, its files, its opinion, and the patient it becomes.

pub(crate) mod files;
mod list;
mod one;
mod opinion;
mod patient;

use crate::error::PageError;
use crate::form::{Form, Moved};
use crate::page::{Page, Section};
use crate::state::AppState;
use axum::Router;
use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use axum::routing::{get, post};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use practice::access::{Actor, Right};
use practice::account::By;
use practice::enquiry::{self, Enquiry, EnquiryError, EnquiryEvent};
use record::AppendError;
use sha2::{Digest, Sha256};
use std::collections::HashMap;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/enquiries", get(list::list))
        .route("/enquiries/{id}", get(one::look))
        .route("/enquiries/{id}/take", post(one::take))
        .route("/enquiries/{id}/contact", post(one::contact))
        .route("/enquiries/{id}/answered", post(one::answered))
        .route("/enquiries/{id}/review", post(one::review))
        .route("/enquiries/{id}/close", post(one::close))
        .route("/enquiries/{id}/reopen", post(one::reopen))
        .route("/enquiries/{id}/files/{hash}", get(files::look))
        .route("/enquiries/{id}/files/{hash}/open", post(files::open))
        .route("/enquiries/{id}/files/{hash}/refuse", post(files::refuse))
        .route("/enquiries/{id}/files/{hash}/review", post(files::review))
        .route("/enquiries/{id}/files/{hash}/download", get(files::download))
        .route("/enquiries/{id}/opinion", get(opinion::ask).post(opinion::draft))
        .route("/enquiries/{id}/opinion/{number}", get(opinion::look))
        .route("/enquiries/{id}/opinion/{number}/sign", post(opinion::sign))
        .route("/enquiries/{id}/opinion/{number}/paper", get(opinion::paper))
        .route("/enquiries/{id}/patient", get(patient::ask).post(patient::become_patient))
}

/// A page of one enquiry. As an argument of a handler it checks the right to answer enquiries and loads it.
#[derive(Debug, Clone)]
struct Desk {
    actor: Actor,
    page: Page,
    enquiry: Enquiry,
    /// The parts of the path.
    path: HashMap<String, String>,
}

impl FromRequestParts<AppState> for Desk {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, PageError> {
        let actor = Actor::from_request_parts(parts, state).await?;
        actor.require(Right::AnswerEnquiries)?;
        let page = Page::from_request_parts(parts, state).await?.at(Section::Enquiries);
        let path: Path<HashMap<String, String>> =
            Path::from_request_parts(parts, state).await.map_err(|_| PageError::NotFound)?;
        let id = path.get("id").and_then(|id| id.parse().ok()).ok_or(PageError::NotFound)?;
        let enquiry = enquiry::load(state.store(), id).await?;
        Ok(Self { actor, page, enquiry, path: path.0 })
    }
}

impl Desk {
    /// The address of a part of the enquiry.
    fn address(&self, part: &str) -> String {
        let slash = if part.is_empty() { "" } else { "/" };
        format!("/enquiries/{}{slash}{part}", self.enquiry.id)
    }

    /// A new form over the enquiry.
    fn form(&self, state: &AppState) -> Form {
        Form::new(state, self.enquiry.version)
    }

    /// Refuses what shows or uses what was sent, once consent is withdrawn.
    fn with_consent(&self) -> Result<(), PageError> {
        if self.enquiry.is_withdrawn() { Err(PageError::NotFound) } else { Ok(()) }
    }

    /// Who does what with which form; the content covers the enquiry and what is done with it, so that no form stands for
    /// two acts.
    fn by(&self, form: &Form, act: &str) -> By {
        let mut content = Sha256::new();
        content.update(self.enquiry.id.bytes());
        content.update(act.as_bytes());
        content.update([0]);
        content.update(form.content());
        By {
            account: Some(self.actor.account),
            form: form.id,
            content: content.finalize().into(),
            now: self.page.now,
        }
    }

    /// Records what a form holds. `false` if it was refused in a way that the form shows: show it again. `act` names what is
    /// done; `before` stands before the names of the form's fields.
    async fn record(
        &self,
        state: &AppState,
        form: &mut Form,
        act: &str,
        before: &str,
        events: Vec<(EnquiryEvent, i64)>,
    ) -> Result<bool, PageError> {
        let by = self.by(form, act);
        let done =
            enquiry::record(state.store(), &self.actor, &self.enquiry, form.expected, events, by).await;
        match done {
            Ok(_) => Ok(true),
            Err(error) => self.refused(state, form, before, error).await.map(|()| false),
        }
    }

    /// Takes a refusal that a form itself can show.
    async fn refused(
        &self,
        state: &AppState,
        form: &mut Form,
        before: &str,
        error: EnquiryError,
    ) -> Result<(), PageError> {
        match error {
            EnquiryError::Field { field, message } => form.refuse(&format!("{before}{field}"), message),
            EnquiryError::Impossible(why) => form.refuse("", crate::sentence(why)),
            EnquiryError::Append(AppendError::Stale { .. }) => {
                let now = enquiry::load(state.store(), self.enquiry.id).await?;
                let later = now.entries.iter().filter(|entry| entry.version > form.expected);
                form.moved = later
                    .map(|entry| Moved { what: entry.event.title(), when: self.page.moment(entry.recorded) })
                    .collect();
                if form.moved.is_empty() {
                    form.refuse(
                        "",
                        "The enquiry is no longer what you saw: look at it, then send this again.",
                    );
                }
                form.expected = now.version;
            }
            other => return Err(other.into()),
        }
        Ok(())
    }
}

fn zoned(unix: i64, zone: &TimeZone) -> jiff::Zoned {
    Timestamp::from_second(unix).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned(zone.clone())
}

/// A promise as people read it: "Tuesday, 24 November 2026, 14:05", or "the end of Monday, 23 November 2026".
pub(crate) fn by_words(unix: i64, zone: &TimeZone) -> String {
    let at = zoned(unix, zone);
    let day = |at: &jiff::Zoned| at.strftime("%A, %-d %B %Y").to_string();
    if at.hour() == 0 && at.minute() == 0 {
        return format!("the end of {}", day(&zoned(unix.saturating_sub(1), zone)));
    }
    format!("{}, {}", day(&at), at.strftime("%H:%M"))
}

/// How far a promise is away, and whether it is broken: "3 h 10 min left", "overdue by 2 days".
pub(crate) fn away(answer_by: i64, now: i64) -> (String, bool) {
    let seconds = answer_by.saturating_sub(now);
    let long = seconds.saturating_abs();
    let words = if long >= 48 * 3_600 {
        format!("{}\u{a0}days", long / 86_400)
    } else if long >= 3_600 {
        format!("{}\u{a0}h {}\u{a0}min", long / 3_600, long % 3_600 / 60)
    } else {
        format!("{}\u{a0}min", long / 60)
    };
    if seconds > 0 { (format!("{words} left"), false) } else { (format!("overdue by {words}"), true) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_promise_is_said_as_people_say_it() {
        let zone = TimeZone::get("Europe/Berlin").unwrap();
        let unix = |text: &str| text.parse::<Timestamp>().unwrap().as_second();
        for (at, words) in [
            ("2026-11-24T14:05:00+01:00", "Tuesday, 24 November 2026, 14:05"),
            ("2026-11-24T00:00:00+01:00", "the end of Monday, 23 November 2026"),
        ] {
            assert_eq!(by_words(unix(at), &zone), words);
        }
        for (seconds, words) in [
            (0, "overdue by 0\u{a0}min"),
            (59 * 60, "59\u{a0}min left"),
            (3 * 3_600 + 600, "3\u{a0}h 10\u{a0}min left"),
            (72 * 3_600, "3\u{a0}days left"),
            (-49 * 3_600, "overdue by 2\u{a0}days"),
        ] {
            assert_eq!(away(1_000_000 + seconds, 1_000_000).0, words);
        }
    }
}
