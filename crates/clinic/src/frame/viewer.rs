//! Who asks, from the cookie; and the note that they looked.

use crate::error::PageError;
use crate::page::Theme;
use crate::state::{AppState, Config};
use axum::extract::{ConnectInfo, FromRequestParts, Request, State};
use axum::http::header::{COOKIE, HeaderMap};
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::Response;
use practice::access::Actor;
use practice::account::{self, Placed};
use practice::session::{self, Found, Token};
use practice::sight::Sight;
use record::{Id, Kind, Session, Stream, Viewed};
use std::net::SocketAddr;
use std::sync::{Arc, OnceLock};

/// Somebody who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// Who.
    pub actor: Actor,
    /// Their session.
    pub session: Session,
    /// Whether they have to choose a password first.
    pub password_is_given: bool,
    /// Where they work and as what; `None` if nobody has said.
    pub placed: Option<Placed>,
    /// Whom they see.
    pub sight: Sight,
}

/// Who asks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Viewer {
    /// Who is signed in.
    pub signed_in: Option<SignedIn>,
    /// Who was signed in until now: the session has ended.
    pub ended: Option<Id>,
    /// Light or dark.
    pub theme: Theme,
    /// From where.
    pub address: String,
}

/// Put into an answer by sign-in and sign-out, so that the note says whose it was.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Whose(pub(crate) Id);

/// Whose record a page behind a link belongs to and by which link, for the note of who looked: set by what opens it. The
/// address itself opens the page, so it is in no note.
#[derive(Debug, Clone, Default)]
pub(crate) struct Opened(Arc<OnceLock<(Stream, String)>>);

/// Where pages behind links begin.
const BEHIND_LINKS: [&str; 2] = ["/e/", "/p/"];

impl Opened {
    /// It belongs to this record, and was opened by the link of this name. Only the first one counts.
    pub(crate) fn by(&self, stream: Stream, link: &str) {
        drop(self.0.set((stream, link.to_owned())));
    }

    /// What the note says of a path.
    fn note(&self, path: &str) -> (Option<Stream>, String) {
        let behind = BEHIND_LINKS.iter().find_map(|begin| Some((begin, path.strip_prefix(begin)?)));
        let Some((begin, rest)) = behind else { return (stream(path), path.to_owned()) };
        match self.0.get() {
            Some((stream, link)) => {
                let part = rest.split_once('/').map(|(_, part)| format!("/{part}")).unwrap_or_default();
                (Some(*stream), format!("{begin}{link}{part}"))
            }
            None => (None, format!("{begin}unknown")),
        }
    }
}

/// Why nobody knows who asks: the store does not answer.
#[derive(Debug, Clone)]
pub(super) struct Unanswered(pub(super) PageError);

pub(super) async fn viewer(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    if request.uri().path().starts_with("/assets/") || request.uri().path() == "/healthz" {
        return next.run(request).await;
    }
    let address = address(&request, state.config());
    let viewer = match look(&state, request.headers(), address).await {
        Ok(viewer) => viewer,
        Err(error) => {
            // Further in it becomes a page.
            request.extensions_mut().insert(Unanswered(error));
            Viewer::default()
        }
    };
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let by = viewer.signed_in.as_ref().map(|signed_in| signed_in.actor.account);
    let from = viewer.address.clone();
    request.extensions_mut().insert(viewer);
    let opened = Opened::default();
    request.extensions_mut().insert(opened.clone());
    let response = next.run(request).await;
    let (stream, path) = opened.note(&path);
    state.store().viewed(Viewed {
        at: state.now(),
        by: response.extensions().get::<Whose>().map(|whose| whose.0).or(by),
        from,
        stream,
        what: format!("{method} {path}"),
        result: response.status().as_u16(),
    });
    response
}

async fn look(state: &AppState, headers: &HeaderMap, address: String) -> Result<Viewer, PageError> {
    let mut viewer = Viewer {
        theme: Theme::read(cookie(headers, THEME).unwrap_or_default()),
        address,
        ..Viewer::default()
    };
    let Some(token) = cookie(headers, &cookie_name(state.config())).and_then(Token::read) else {
        return Ok(viewer);
    };
    let settings = state.settings().await?;
    match session::find(state.store(), &token, settings.sessions.times(), state.now()).await? {
        Found::Nobody => {}
        Found::Ended { account } => viewer.ended = Some(account),
        Found::Live(session) => {
            let account = account::load(state.store(), session.account).await?;
            viewer.signed_in = account.filter(|account| !account.closed).map(|account| {
                let actor = Actor {
                    account: account.id,
                    name: account.name,
                    role: account.role,
                    rights: settings.access.rights(account.role),
                };
                SignedIn {
                    sight: Sight::of(&actor, account.placed.as_ref(), settings.team.who_sees),
                    actor,
                    session,
                    password_is_given: account.password_is_given,
                    placed: account.placed,
                }
            });
        }
    }
    Ok(viewer)
}

/// The record that a path belongs to: a patient's or an enquiry's.
fn stream(path: &str) -> Option<Stream> {
    let of = |name: &str, kind: Kind| {
        let id = path.split('/').skip_while(|part| *part != name).nth(1)?.parse().ok()?;
        Some(Stream { kind, id })
    };
    of("patients", Kind::Patient).or_else(|| of("enquiries", Kind::Enquiry))
}

/// From where: behind a proxy, what the proxy itself saw, which it adds last.
fn address(request: &Request, config: &Config) -> String {
    let forwarded = request.headers().get_all("x-forwarded-for").iter().next_back();
    let forwarded = forwarded.and_then(|value| value.to_str().ok()).and_then(|all| all.rsplit(',').next());
    match forwarded {
        Some(address) if config.https => address.trim().chars().take(64).collect(),
        _ => request
            .extensions()
            .get::<ConnectInfo<SocketAddr>>()
            .map_or_else(|| "local".to_owned(), |info| info.0.ip().to_string()),
    }
}

const THEME: &str = "theme";

fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let all = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = all.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(known, _)| *known == name).map(|(_, value)| value)
}

/// The browser itself guards a name that begins so: only over https, for this host alone.
fn cookie_name(config: &Config) -> String {
    if config.https { format!("__Host-{}", config.cookie) } else { config.cookie.clone() }
}

fn secure(config: &Config) -> &'static str {
    if config.https { "; Secure" } else { "" }
}

/// The cookie of a new session; it lasts as long as the browser is open.
pub(crate) fn session_cookie(config: &Config, token: &Token) -> String {
    let (name, secure) = (cookie_name(config), secure(config));
    format!("{name}={}; Path=/; HttpOnly; SameSite=Lax{secure}", token.text())
}

/// The same, gone.
pub(crate) fn ended_cookie(config: &Config) -> String {
    let (name, secure) = (cookie_name(config), secure(config));
    format!("{name}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0{secure}")
}

/// The theme, for a year.
pub(crate) fn theme_cookie(config: &Config, theme: Theme) -> String {
    let secure = secure(config);
    format!("{THEME}={}; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000{secure}", theme.word())
}

impl FromRequestParts<AppState> for Actor {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, PageError> {
        Ok(SignedIn::from_request_parts(parts, state).await?.actor)
    }
}

impl FromRequestParts<AppState> for SignedIn {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, _: &AppState) -> Result<Self, PageError> {
        let viewer = parts.extensions.get::<Viewer>().cloned().unwrap_or_default();
        viewer.signed_in.ok_or(PageError::SignedOut)
    }
}

impl FromRequestParts<AppState> for Viewer {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, _: &AppState) -> Result<Self, PageError> {
        Ok(parts.extensions.get::<Self>().cloned().unwrap_or_default())
    }
}
