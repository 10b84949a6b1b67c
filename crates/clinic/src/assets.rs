//! Style sheet and scripts: inside the binary, under names that change with their content.

use crate::error::PageError;
use crate::state::AppState;
use axum::Router;
use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use core::fmt::Write;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

struct Asset {
    name: &'static str,
    media_type: &'static str,
    bytes: &'static [u8],
    /// `/assets/HASH/NAME`.
    address: String,
}

const EMBEDDED: [(&str, &str, &[u8]); 5] = [
    ("style.css", "text/css; charset=utf-8", include_bytes!("../assets/style.css")),
    ("thecal.js", "text/javascript; charset=utf-8", include_bytes!("../assets/thecal.js")),
    ("public.css", "text/css; charset=utf-8", include_bytes!("../assets/public.css")),
    ("patient.js", "text/javascript; charset=utf-8", include_bytes!("../assets/patient.js")),
    ("icon.svg", "image/svg+xml", include_bytes!("../assets/icon.svg")),
];

static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    let asset = |(name, media_type, bytes): (&'static str, &'static str, &'static [u8])| {
        let mut address = "/assets/".to_owned();
        for byte in Sha256::digest(bytes).iter().take(8) {
            // Writing into a String cannot fail.
            write!(address, "{byte:02x}").ok();
        }
        address.push('/');
        address.push_str(name);
        Asset { name, media_type, bytes, address }
    };
    EMBEDDED.map(asset).into()
});

/// Where an asset is; empty for one that does not exist.
pub(crate) fn address(name: &str) -> &'static str {
    ASSETS.iter().find(|asset| asset.name == name).map_or("", |asset| &asset.address)
}

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/assets/{hash}/{name}", get(serve))
}

async fn serve(Path((hash, name)): Path<(String, String)>) -> Result<Response, PageError> {
    let wanted = format!("/assets/{hash}/{name}");
    let asset = ASSETS.iter().find(|asset| asset.address == wanted).ok_or(PageError::NotFound)?;
    let headers = [(CONTENT_TYPE, asset.media_type), (CACHE_CONTROL, "public, max-age=31536000, immutable")];
    Ok((headers, asset.bytes).into_response())
}
