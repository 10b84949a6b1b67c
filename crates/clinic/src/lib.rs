//! The web application: pages that work without JavaScript, over `practice`.
//!
//! What it is: axum routes, askama templates, one style sheet and a few small scripts. It knows no SQL and no rule: it
//! reads forms, asks `practice`, shows what comes back.
//!
//! Words
//! - *frame*: what every page has in common ([`frame`]): session, headers, the note of who looked, errors as pages.
//! - *page*: what a template needs beside its own content ([`Page`]).
//! - *paper*: what is printed or shown of a patient in a language; made in [`papers`].
//! - *form*: what a person filled in, with the id that makes it one act and the version that was seen ([`Form`]).
//!
//! To add a page: a module `pages/NAME/` with `pub(crate) fn routes() -> Router<AppState>`, merged in [`pages`]; templates in
//! `templates/NAME/` that extend `layout.html` (or `patient/layout.html`) and whose struct has a field `page: Page`. A
//! handler of one patient's page takes a [`Chart`], which loads the record and knows the banner. Any other
//! handler takes `State<AppState>`, `Actor` (refused without a session), `Page`, and [`Fields`] for what was posted; it
//! answers `Result<_, PageError>`.
//!
//! Invariants
//! - The patient's id is in the path and in the form, never in the session.
//! - A page is never kept by a browser or proxy; an asset always is, under a name that changes with its content.
//! - Everything works without JavaScript, and nothing is loaded from elsewhere.
//! - No wall clock and no randomness but those of [`Outside`].
#![forbid(unsafe_code)]

mod address;
pub mod api;
mod assets;
mod banner;
mod bedside;
mod error;
mod form;
mod frame;
pub mod outcomes;
mod page;
mod pages;
mod papers;
mod patient;
mod sight;
mod staff;
mod state;
pub mod telemetry;
mod when;

pub use banner::{Banner, PARTS, banner_born, banner_date, banner_name};
pub use error::PageError;
pub use form::{Fields, Form, Moved, Refusal};
pub use frame::{PROOF, SignedIn, Viewer, prove};
pub use page::{Page, Section, Theme, show};
pub use patient::{Chart, sentence};
pub use state::{AppState, Config, Outside};
pub use when::{When, day_of, written};

use axum::Router;

/// The whole application.
pub fn router(state: AppState) -> Router {
    frame::around(pages::routes(), state)
}
