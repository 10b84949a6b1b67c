//! Letters over any SMTP server, step by step, so that it is known how far a letter came when something fails.
//!
//! Before the text is on its way nothing was sent. When it is on its way and no answer comes, nobody knows, and that is
//! what is said.

use core::time::Duration;
use lettre::address::Envelope;
use lettre::message::Mailbox;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail as From, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use lettre::{Address, Message};
use practice::reminder::{Delivery, Letter, Post};
use practice::settings::{Mail, Security};
use record::Later;
use std::error::Error as _;

/// A server that does not answer for so long is not there.
const ANSWER_WITHIN: Duration = Duration::from_secs(30);

/// Sends letters over SMTP.
#[derive(Debug, Clone, Copy, Default)]
pub struct Smtp;

impl Post for Smtp {
    fn send<'a>(&'a self, server: &'a Mail, letter: &'a Letter) -> Later<'a, Delivery> {
        Box::pin(send(server, letter))
    }
}

/// Where a letter fails before it is on its way.
enum Failed {
    /// It may be better another time.
    Later(String),
    /// The server will never take it.
    Refused(String),
}

/// What an error says, with what it comes from.
fn words(error: &Error) -> String {
    let mut text = error.to_string();
    if let Some(source) = error.source() {
        let source = source.to_string();
        if !text.contains(&source) {
            text = format!("{text}: {source}");
        }
    }
    text
}

/// A step, within its time.
async fn within<T>(
    what: &str,
    step: impl Future<Output = Result<T, Error>>,
) -> Result<T, (Option<Error>, String)> {
    match tokio::time::timeout(ANSWER_WITHIN, step).await {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(error)) => {
            let said = format!("{what}: {}", words(&error));
            Err((Some(error), said))
        }
        Err(_) => Err((None, format!("{what}: no answer within {} seconds", ANSWER_WITHIN.as_secs()))),
    }
}

/// Of connecting and signing in everything may be mended by the clinic: it is tried again.
fn later((_, said): (Option<Error>, String)) -> Failed {
    Failed::Later(said)
}

/// Of an address or a text a permanent answer is permanent.
fn judged((error, said): (Option<Error>, String)) -> Failed {
    if error.is_some_and(|error| error.is_permanent()) { Failed::Refused(said) } else { Failed::Later(said) }
}

fn refused(error: impl std::fmt::Display) -> Failed {
    Failed::Refused(error.to_string())
}

/// The letter as it goes over the line. Names and texts are put into it by the library, which encodes what would end a line.
fn message(server: &Mail, letter: &Letter) -> Result<(Envelope, Vec<u8>), Failed> {
    let address = |text: &str| text.parse::<Address>().map_err(refused);
    let (from, to) = (address(&server.from)?, address(&letter.to)?);
    let envelope = Envelope::new(Some(from.clone()), vec![to.clone()]).map_err(refused)?;
    let id = format!("<{}@{}>", letter.id, from.domain());
    let mut message = Message::builder()
        .from(Mailbox::new(None, from))
        .to(Mailbox::new(None, to))
        .subject(letter.subject.clone())
        .message_id(Some(id))
        .date_now()
        .header(ContentType::TEXT_PLAIN)
        .body(letter.text.clone())
        .map_err(refused)?;
    // Nobody's holiday note shall answer.
    let name = HeaderName::new_from_ascii_str("Auto-Submitted");
    message.headers_mut().insert_raw(HeaderValue::new(name, "auto-generated".to_owned()));
    Ok((envelope, message.formatted()))
}

/// A connection that is as private as the settings say, signed in.
async fn connect(server: &Mail) -> Result<AsyncSmtpConnection, Failed> {
    let hello = ClientId::default();
    let private = || TlsParameters::new(server.host.clone()).map_err(refused);
    let tls = if server.security == Security::Tls { Some(private()?) } else { None };
    if server.security == Security::None && !server.is_loopback() {
        return Err(Failed::Refused("without TLS only a server on this machine is spoken to".to_owned()));
    }
    let to = (server.host.as_str(), server.port);
    let connecting = AsyncSmtpConnection::connect_tokio1(to, Some(ANSWER_WITHIN), &hello, tls, None);
    let mut connection = within("cannot connect", connecting).await.map_err(later)?;
    if server.security == Security::StartTls {
        if !connection.can_starttls() {
            connection.abort().await;
            let why = "the server offers no STARTTLS: nothing was sent, and no password";
            return Err(Failed::Later(why.to_owned()));
        }
        within("STARTTLS", connection.starttls(private()?, &hello)).await.map_err(later)?;
    }
    if !server.user.is_empty() {
        let credentials = Credentials::new(server.user.clone(), server.password.0.clone());
        within("cannot sign in", connection.auth(DEFAULT_MECHANISMS, &credentials)).await.map_err(later)?;
    }
    Ok(connection)
}

/// Everything until the text may go.
async fn announce(server: &Mail, envelope: &Envelope) -> Result<AsyncSmtpConnection, Failed> {
    let mut connection = connect(server).await?;
    let from = From::new(envelope.from().cloned(), Vec::new());
    within("the sender was not taken", connection.command(from)).await.map_err(judged)?;
    for to in envelope.to() {
        let to = Rcpt::new(to.clone(), Vec::new());
        within("the address was not taken", connection.command(to)).await.map_err(judged)?;
    }
    within("the letter was not taken", connection.command(Data)).await.map_err(judged)?;
    Ok(connection)
}

async fn send(server: &Mail, letter: &Letter) -> Delivery {
    let ready = match message(server, letter) {
        Ok((envelope, text)) => announce(server, &envelope).await.map(|connection| (connection, text)),
        Err(failed) => Err(failed),
    };
    let (mut connection, text) = match ready {
        Ok(ready) => ready,
        Err(Failed::Later(why)) => return Delivery::Later { why },
        Err(Failed::Refused(why)) => return Delivery::Refused { why },
    };
    // From here on only an answer tells.
    match within("the letter was not taken", connection.message(&text)).await {
        Ok(_) => {
            // The letter is taken, however the good-bye goes.
            drop(tokio::time::timeout(ANSWER_WITHIN, connection.quit()).await);
            Delivery::Taken
        }
        Err((Some(error), why)) if error.is_permanent() => Delivery::Refused { why },
        Err((Some(error), why)) if error.is_transient() => Delivery::Later { why },
        Err((_, why)) => Delivery::Unknown {
            why: why.replacen("the letter was not taken", "while the letter went out", 1),
        },
    }
}
