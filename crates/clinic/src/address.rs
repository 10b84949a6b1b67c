//! Where people outside reach this application, for cards and links that leave it.

use crate::state::Config;
use axum::http::HeaderMap;
use axum::http::header::HOST;
use practice::settings::Settings;

/// Scheme and host without a path: the clinic's own, or that of the request.
pub(crate) fn public(settings: &Settings, config: &Config, headers: &HeaderMap) -> String {
    let own = &settings.clinic.public_address;
    if !own.is_empty() {
        return own.clone();
    }
    let scheme = if config.https { "https" } else { "http" };
    let plain =
        |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | ':' | '[' | ']');
    let host = headers.get(HOST).and_then(|host| host.to_str().ok()).filter(|host| host.chars().all(plain));
    format!("{scheme}://{}", host.unwrap_or("localhost"))
}
