//! What two persons decide, first half: proposing limits, numbers of devices and rights.

use super::{Frame, OpenLine, People, admit, open_lines, save, words_of};
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, show};
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use practice::access::{Actor, Matrix, Right, Rights, Role};
use practice::settings::{Change, DeviceNumber, Proposal};
use therapy::Protocol;

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/settings/limits", get(ask_limits).post(propose_limits))
        .route("/settings/devices", get(ask_devices).post(propose_device))
        .route("/settings/rights", get(ask_rights).post(propose_rights))
}

/// What waits for a second person beside the form.
async fn waiting(state: &AppState, actor: &Actor, frame: &Frame) -> Result<Vec<OpenLine>, PageError> {
    let people = People::load(state).await?;
    Ok(open_lines(&*state.settings().await?, &people, frame, actor))
}

fn status(form: &Form) -> StatusCode {
    if form.is_refused() || !form.moved.is_empty() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    }
}

/// A proposal that has been made is waiting in the overview.
async fn proposed(
    state: &AppState,
    actor: &Actor,
    page: &Page,
    form: &mut Form,
    proposal: Proposal,
) -> Result<Option<Response>, PageError> {
    actor.require(Right::Settings)?;
    let done = save(state, actor, page, form, Change::Proposed(proposal)).await?;
    Ok(done.then(|| Redirect::to("/settings").into_response()))
}

#[derive(Template)]
#[template(path = "settings/limits.html")]
struct LimitsPage {
    page: Page,
    frame: Frame,
    form: Form,
    open: Vec<OpenLine>,
    /// Who decided on the present limits, if they are the clinic's own.
    decided: Option<String>,
}

/// The text of the protocol in force.
pub(super) async fn text_in_force(state: &AppState) -> Result<String, PageError> {
    let settings = state.settings().await?;
    Ok(settings.limits.as_ref().map_or_else(|| Protocol::embedded_text().to_owned(), |own| own.what.clone()))
}

async fn limits_page(state: &AppState, actor: &Actor, page: Page, form: Form) -> Result<Response, PageError> {
    let frame = Frame::new(page, "/settings/limits");
    let open = waiting(state, actor, &frame).await?;
    let people = People::load(state).await?;
    let settings = state.settings().await?;
    let decided = settings.limits.as_ref().map(|own| {
        let (one, other) = (people.name(own.proposed_by), people.name(own.approved_by));
        format!("proposed by {one}, approved by {other} on {}", frame.page.moment(own.approved))
    });
    let shown = LimitsPage { page: frame.page.clone(), frame, form, open, decided };
    Ok((status(&shown.form), show(&shown)?).into_response())
}

async fn ask_limits(State(state): State<AppState>, actor: Actor, page: Page) -> Result<Response, PageError> {
    admit(&actor, "/settings/limits")?;
    let form = Form::new(&state, state.settings().await?.version);
    let form = form.with("text", text_in_force(&state).await?);
    limits_page(&state, &actor, page, form).await
}

async fn propose_limits(
    State(state): State<AppState>,
    actor: Actor,
    page: Page,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let proposal = if form.fields.has("default") {
        Proposal::DefaultLimits
    } else {
        // Browsers send lines with a carriage return; the text is compared line by line and hashed.
        let text = form.fields.raw("text").replace("\r\n", "\n");
        if text.trim() == text_in_force(&state).await?.trim() {
            form.refuse("text", "This is what holds already: change something first");
        }
        Proposal::Limits { text }
    };
    match proposed(&state, &actor, &page, &mut form, proposal).await? {
        Some(done) => Ok(done),
        None => limits_page(&state, &actor, page, form).await,
    }
}

#[derive(Template)]
#[template(path = "settings/devices.html")]
struct DevicesPage {
    page: Page,
    frame: Frame,
    form: Form,
    open: Vec<OpenLine>,
    devices: Vec<(String, String)>,
    fields: Vec<(&'static str, &'static str)>,
    unverified: Vec<Unverified>,
    confirmed: Vec<ConfirmedLine>,
}

/// A number that stands in the catalogue without a source.
struct Unverified {
    device: String,
    field: String,
    value: String,
}

/// A number that two persons read in the manual.
struct ConfirmedLine {
    device: String,
    field: String,
    value: String,
    manual: String,
    who: String,
}

async fn devices_page(
    state: &AppState,
    actor: &Actor,
    page: Page,
    form: Form,
) -> Result<Response, PageError> {
    let frame = Frame::new(page, "/settings/devices");
    let open = waiting(state, actor, &frame).await?;
    let (rules, settings, people) =
        (state.rules().await?, state.settings().await?, People::load(state).await?);
    let catalogue = &rules.catalogue;
    let pumps = catalogue.pumps().iter().map(|pump| (pump.id.clone(), pump.name.clone()));
    let catheters = catalogue.catheters().iter().map(|catheter| (catheter.id.clone(), catheter.name.clone()));
    let devices: Vec<(String, String)> = pumps.chain(catheters).collect();
    let named = |id: &str| {
        let known = devices.iter().find(|(known, _)| known == id);
        known.map_or(id, |(_, name)| name).to_owned()
    };
    let fields = catalogue::CONFIRMABLE.to_vec();
    let confirmable = |evidence: &&catalogue::Evidence| {
        !evidence.grade.verified() && fields.iter().any(|(field, _)| *field == evidence.place.field)
    };
    let unverified = catalogue.evidence().iter().filter(confirmable).map(|evidence| Unverified {
        device: named(&evidence.place.entry),
        field: words_of(&evidence.place.field).to_owned(),
        value: evidence.text.clone(),
    });
    let confirmed = settings.device_numbers.iter().map(|decided| ConfirmedLine {
        device: named(&decided.what.model),
        field: words_of(&decided.what.field).to_owned(),
        value: decided.what.value.clone(),
        manual: decided.what.manual.clone(),
        who: format!("{} and {}", people.name(decided.proposed_by), people.name(decided.approved_by)),
    });
    let shown = DevicesPage {
        open,
        unverified: unverified.collect(),
        confirmed: confirmed.collect(),
        devices,
        fields,
        page: frame.page.clone(),
        frame,
        form,
    };
    Ok((status(&shown.form), show(&shown)?).into_response())
}

async fn ask_devices(State(state): State<AppState>, actor: Actor, page: Page) -> Result<Response, PageError> {
    admit(&actor, "/settings/devices")?;
    let form = Form::new(&state, state.settings().await?.version);
    devices_page(&state, &actor, page, form).await
}

async fn propose_device(
    State(state): State<AppState>,
    actor: Actor,
    page: Page,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let number = DeviceNumber {
        model: form.required("model", "Choose the pump or catheter"),
        field: form.required("field", "Choose what the manual states"),
        value: form.required("value", "Enter the value with its unit, as it stands in the manual"),
        manual: form.required("manual", "Enter the manual, its edition and the page"),
    };
    match proposed(&state, &actor, &page, &mut form, Proposal::DeviceNumber(number)).await? {
        Some(done) => Ok(done),
        None => devices_page(&state, &actor, page, form).await,
    }
}

#[derive(Template)]
#[template(path = "settings/rights.html")]
struct RightsPage {
    page: Page,
    frame: Frame,
    form: Form,
    open: Vec<OpenLine>,
}

impl RightsPage {
    fn roles(&self) -> &'static [Role] {
        Role::ALL
    }

    fn rights(&self) -> &'static [Right] {
        Right::ALL
    }

    /// Whether the box is ticked.
    fn ticked(&self, role: &Role, right: &Right) -> bool {
        self.form.is(role.word(), right.word())
    }
}

async fn rights_page(state: &AppState, actor: &Actor, page: Page, form: Form) -> Result<Response, PageError> {
    let frame = Frame::new(page, "/settings/rights");
    let open = waiting(state, actor, &frame).await?;
    let shown = RightsPage { page: frame.page.clone(), frame, form, open };
    Ok((status(&shown.form), show(&shown)?).into_response())
}

async fn ask_rights(State(state): State<AppState>, actor: Actor, page: Page) -> Result<Response, PageError> {
    admit(&actor, "/settings/rights")?;
    let settings = state.settings().await?;
    let mut form = Form::new(&state, settings.version);
    for role in Role::ALL {
        for right in settings.access.rights(*role).iter() {
            form.fields.add(role.word(), right.word());
        }
    }
    rights_page(&state, &actor, page, form).await
}

async fn propose_rights(
    State(state): State<AppState>,
    actor: Actor,
    page: Page,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let rights = |role: &Role| {
        form.fields.all(role.word()).filter_map(|word| word.parse().ok()).fold(Rights::NONE, Rights::with)
    };
    let rows: Vec<(Role, Rights)> = Role::ALL.iter().map(|role| (*role, rights(role))).collect();
    let done = match Matrix::new(rows) {
        Ok(matrix) if matrix == state.settings().await?.access => {
            form.refuse("", "This is what holds already: change something first");
            None
        }
        Ok(matrix) => proposed(&state, &actor, &page, &mut form, Proposal::Access { matrix }).await?,
        Err(error) => {
            actor.require(Right::Settings)?;
            form.refuse("", crate::patient::sentence(&error.to_string()));
            None
        }
    };
    match done {
        Some(done) => Ok(done),
        None => rights_page(&state, &actor, page, form).await,
    }
}
