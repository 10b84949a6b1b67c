//! A sheet as paper: the discharge plan for the family, any other one for the file.

use crate::error::PageError;
use crate::papers;
use crate::patient::Chart;
use crate::state::AppState;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use std::collections::HashMap;
use therapy::pathway::sheet;

/// A sheet as it was answered last.
pub(super) async fn of_sheet(
    State(state): State<AppState>,
    Path(path): Path<HashMap<String, String>>,
    Query(asked): Query<papers::Asked>,
    chart: Chart,
) -> Result<Response, PageError> {
    let sheet = path.get("sheet").and_then(|id| sheet::by_id(id)).ok_or(PageError::NotFound)?;
    papers::sheet_pdf(&state, &chart, &sheet.id, &asked).await
}
