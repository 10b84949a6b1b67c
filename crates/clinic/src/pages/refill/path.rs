//! The steps of a refill: what each asks for, and what it refuses. Nothing is recorded before the last one; what was
//! typed goes from page to page in the form itself.

use super::compare::{Comparison, compare};
use crate::bedside::{amount, required_amount};
use crate::form::Form;
use crate::page::Page;
use crate::patient::Chart;
use catalogue::DrugUse;
use jiff::civil::Date;
use practice::patient::Stand;
use practice::rules::Rules;
use practice::udi;
use quantity::{Concentration, Volume};
use therapy::act::RefillOrder;
use therapy::{OrderState, Value};

/// A step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    /// Patient and pump.
    Identify,
    /// Template, port, needle.
    Place,
    /// Withdraw and measure.
    Withdraw,
    /// Compare, and stop if it does not fit.
    Compare,
    /// Product, lot, volume.
    Fill,
    /// Look once more, and record.
    Check,
}

impl Step {
    /// In order: the step, its word in the form, its title, and its fields.
    pub(super) const ALL: [(Self, &'static str, &'static str, &'static [&'static str]); 6] = [
        (
            Self::Identify,
            "identify",
            "Patient and pump",
            &["identified", "serial.read", "interrogated.running"],
        ),
        (Self::Place, "place", "Port and needle", &["template", "port", "needle", "stop-felt"]),
        (Self::Withdraw, "withdraw", "Withdraw all", &["filled.withdrawn", "filled.left", "withdrawn-all"]),
        (
            Self::Compare,
            "compare",
            "Compare",
            &["exit", "again", "physician", "decision", "trouble", "emptied"],
        ),
        (
            Self::Fill,
            "fill",
            "Fill",
            &[
                "filled.drug",
                "drug-name",
                "label-strength",
                "filled.lot",
                "filled.expires",
                "filled.volume",
                "syringe-1",
                "syringe-2",
                "syringe-3",
                "syringe-4",
                "filled.alarm-volume",
                "change-known",
                "already-in",
            ],
        ),
        (Self::Check, "check", "Check and record", &["at", "at.time"]),
    ];

    pub(super) fn by_word(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known, ..)| *known == word).map(|(step, ..)| *step)
    }

    pub(super) fn word(self) -> &'static str {
        Self::ALL.iter().find(|(step, ..)| *step == self).map_or("", |(_, word, ..)| word)
    }

    pub(super) fn title(self) -> &'static str {
        Self::ALL.iter().find(|(step, ..)| *step == self).map_or("", |(_, _, title, _)| title)
    }

    pub(super) fn fields(self) -> &'static [&'static str] {
        Self::ALL.iter().find(|(step, ..)| *step == self).map_or(&[], |(.., fields)| fields)
    }

    pub(super) fn next(self) -> Self {
        Self::ALL.iter().map(|(step, ..)| *step).find(|step| *step > self).unwrap_or(Self::Check)
    }

    pub(super) fn before(self) -> Option<Self> {
        Self::ALL.iter().rev().map(|(step, ..)| *step).find(|step| *step < self)
    }
}

/// An order that waits for this refill.
#[derive(Debug, Clone)]
pub(super) struct Waiting {
    /// Its name.
    pub name: String,
    /// The fill it asks for.
    pub refill: Option<RefillOrder>,
    /// Whether it has a program, which somebody must enter and confirm.
    pub has_program: bool,
}

impl Waiting {
    /// Product, strength and volume in words.
    pub(super) fn words(&self, rules: &Rules) -> String {
        let Some(refill) = &self.refill else { return "a program".to_owned() };
        let name = rules.catalogue.drug(&refill.drug).map_or(refill.drug.as_str(), |drug| drug.name.as_str());
        let (strength, volume) = (Value::concentration(refill.concentration), Value::volume(refill.volume));
        let then = if self.has_program { ", then a program" } else { "" };
        format!("{volume} of {name}, {strength}{then}")
    }
}

/// Orders with a refill or a program that nobody has seen in the pump yet, oldest first.
pub(super) fn waiting(stand: &Stand<'_>) -> Vec<Waiting> {
    let open = |state| matches!(state, OrderState::Ordered | OrderState::Unknown);
    let orders = stand.course.orders.iter().filter(|record| {
        open(record.state) && (record.order.refill.is_some() || record.order.program.is_some())
    });
    let waiting = orders.map(|record| Waiting {
        name: record.event.id.clone(),
        refill: record.order.refill.clone(),
        has_program: record.order.program.is_some(),
    });
    waiting.collect()
}

/// What was withdrawn and left, as typed so far.
pub(super) fn measured(form: &mut Form) -> Option<Volume> {
    let withdrawn: Option<Volume> = amount(form, "filled.withdrawn", "mL", "Withdrawn");
    let left: Option<Volume> = amount(form, "filled.left", "mL", "Left");
    withdrawn?.checked_add(left.unwrap_or(Volume::ZERO)).ok()
}

/// The comparison of what was typed so far.
pub(super) fn comparison(form: &mut Form, chart: &Chart, stand: &Stand<'_>) -> Option<Comparison> {
    let not_running = form.is("interrogated.running", "no");
    compare(stand, &chart.rules, measured(form)?, not_running)
}

/// Checks one step; what is wrong goes into the form.
pub(super) fn check(step: Step, form: &mut Form, chart: &Chart, stand: &Stand<'_>) {
    match step {
        Step::Identify => identify(form, stand),
        Step::Place => place(form),
        Step::Withdraw => withdraw(form, stand),
        Step::Compare => stopped(form, chart, stand),
        Step::Fill => fill(form, chart, stand),
        Step::Check => {
            form.when("at", &chart.page);
        }
    }
}

/// Letters and digits alone, in capitals: how a serial number is compared.
fn bare(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_uppercase()).collect()
}

/// So many of the last characters of a serial number tell one pump from another.
const SERIAL_TYPED_MIN: usize = 4;

fn identify(form: &mut Form, stand: &Stand<'_>) {
    if !form.is("identified", "yes") {
        form.refuse("identified", "Ask for name and date of birth, and compare them with the banner");
    }
    if form.value("interrogated.running").is_empty() {
        form.refuse("interrogated.running", "Say what the programmer showed before the refill");
    }
    let Some(pump) = stand.course.pump else { return };
    let typed = form.value("serial.read").to_owned();
    let scanned = udi::read(&typed).ok().and_then(|udi| udi.serial);
    let (read, record) = (bare(scanned.as_deref().unwrap_or(&typed)), bare(&pump.serial));
    let enough = SERIAL_TYPED_MIN.min(record.len()).max(1);
    if read.len() < enough {
        let problem = format!(
            "Serial number: type at least its last {enough} characters, as the pump or its card shows it"
        );
        form.refuse("serial.read", problem);
    } else if !record.ends_with(&read) {
        form.refuse(
            "serial.read",
            "This is not the pump of this record: stop, and find out whose pump or whose record it is",
        );
    }
}

fn place(form: &mut Form) {
    if !form.is("template", "yes") {
        form.refuse("template", "Lay on the template and find the port before the needle goes in");
    }
    match form.value("port") {
        "reservoir" => {}
        "access" => form.refuse(
            "port",
            "The catheter access port is never for a refill: drug injected there goes into the spinal fluid at once. Take the needle out",
        ),
        "unsure" => form.refuse(
            "port",
            "Do not fill while it is not certain which port this is. Find the port anew, with imaging if need be",
        ),
        _ => form.refuse("port", "Say which port the needle is in"),
    }
    match form.value("needle") {
        "refill" => {}
        "access" => form.refuse(
            "needle",
            "This needle belongs to the access-port kit, and fits into the access port. Take the needle of the refill kit",
        ),
        _ => form.refuse("needle", "Say which needle this is"),
    }
    if !form.is("stop-felt", "yes") {
        form.refuse(
            "stop-felt",
            "The needle must reach the stop at the bottom of the reservoir. If it does not, it may lie in the pocket: do not fill",
        );
    }
}

fn withdraw(form: &mut Form, stand: &Stand<'_>) {
    let first = stand.course.reservoir.is_none();
    if first && form.value("filled.withdrawn").is_empty() {
        return;
    }
    required_amount::<Volume>(form, "filled.withdrawn", "mL", "Withdrawn");
    amount::<Volume>(form, "filled.left", "mL", "Left in the reservoir");
    if !form.is("withdrawn-all", "yes") {
        form.refuse("withdrawn-all", "Withdraw until nothing more comes, then say so");
    }
}

/// The stop rule: no fill page without one of its exits.
fn stopped(form: &mut Form, chart: &Chart, stand: &Stand<'_>) {
    let Some(found) = comparison(form, chart, stand) else { return };
    if !found.stops() {
        return;
    }
    match form.value("exit") {
        "physician" => {
            if form.value("physician").is_empty() {
                form.refuse("physician", "Name the physician who was called");
            }
            if form.value("decision").is_empty() {
                form.refuse("decision", "Write down what was decided, and why");
            }
        }
        _ => form.refuse("exit", "The stop rule stops this refill: choose how it goes on"),
    }
}

/// The strength of the product that was chosen, as typed from its label; what is wrong goes into the form.
pub(super) fn product(
    form: &mut Form,
    rules: &Rules,
    objections: &mut Vec<(&'static str, String)>,
) -> Option<Concentration> {
    let drug = match form.value("filled.drug").to_owned() {
        none if none.is_empty() => {
            form.refuse("filled.drug", "Choose the product that goes in");
            None
        }
        other if other == "other" => {
            let name = form.required("drug-name", "Name the product as its label does");
            (!name.is_empty()).then_some(name)
        }
        listed => Some(listed),
    };
    let strength: Option<Concentration> =
        required_amount(form, "label-strength", "ug/mL", "Strength on the label");
    let (drug, strength) = (drug?, strength?);
    if strength.is_zero() {
        form.refuse("label-strength", "Strength on the label: a number above zero");
        return None;
    }
    if let Some(listed) = rules.catalogue.drug(&drug) {
        if listed.concentration.checked().is_some_and(|known| *known != strength) {
            objections.push((
                "label-strength",
                format!(
                    "The label says {}, but {} has {}. Look at the vial again: strength and product must agree",
                    Value::concentration(strength),
                    listed.name,
                    Value::concentration(listed.concentration.value)
                ),
            ));
        }
        if listed.usage.checked() == Some(&DrugUse::ScreeningOnly) {
            objections
                .push(("filled.drug", "This product is for the screening test, never for a pump".to_owned()));
        }
    }
    Some(strength)
}

/// The last day of use as printed: a day, or a month, which means its last day.
pub(super) fn expiry(form: &mut Form, field: &str) -> Option<Date> {
    let typed = form.value(field).to_owned();
    let month = typed.split_once(['-', '/']).and_then(|(one, other)| {
        let (year, month) = if one.len() == 4 { (one, other) } else { (other, one) };
        let short = year.len() == 4 && month.len() == 2;
        short.then(|| Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok())?
    });
    let day = month.map(Date::last_of_month).or_else(|| crate::when::day_of(&typed));
    if day.is_none() {
        form.refuse(field, "Expiry: as printed, a month such as 2027-03, or a day such as 2027-03-31");
    }
    day
}

fn fill(form: &mut Form, chart: &Chart, stand: &Stand<'_>) {
    let mut objections: Vec<(&'static str, String)> = Vec::new();
    let course = &stand.course;
    let product = product(form, &chart.rules, &mut objections);
    form.required("filled.lot", "Lot: as on the label");
    if expiry(form, "filled.expires").is_some_and(|expires| expires < chart.today()) {
        objections.push(("filled.expires", "This product has expired: take another one".to_owned()));
    }
    let volume: Option<Volume> = required_amount(form, "filled.volume", "mL", "Volume filled");
    if volume.is_some_and(Volume::is_zero) {
        form.refuse("filled.volume", "Volume filled: a number above zero");
    }
    let alarm: Option<Volume> = amount(form, "filled.alarm-volume", "mL", "Alarm volume");
    if let (Some(alarm), Some(volume)) = (alarm, volume)
        && alarm >= volume
    {
        objections.push((
            "filled.alarm-volume",
            "The alarm volume is not below what was filled: the pump would sound at once".to_owned(),
        ));
    }
    syringes(form, volume, &mut objections);
    if let Some(strength) = product {
        strengths(form, stand, strength, &mut objections);
    }
    let left: Volume = amount(form, "filled.left", "mL", "Left").unwrap_or(Volume::ZERO);
    let holds = course.profile.and_then(|profile| profile.reservoir.as_ref()?.checked());
    if let (Some(volume), Some(holds)) = (volume, holds)
        && left.checked_add(volume).is_ok_and(|total| total > *holds)
    {
        objections.push((
            "filled.volume",
            format!(
                "This pump holds {}: never overfill, it is a risk for giving too much",
                Value::volume(*holds)
            ),
        ));
    }
    // What is in the pump is in the pump: then it is a fact, and the rules open their findings.
    if !form.is("already-in", "yes") {
        for (field, problem) in objections {
            form.refuse(field, problem);
        }
    }
}

/// What went in, syringe by syringe, must be what is said to have gone in: a refill 18 mL short has killed.
fn syringes(form: &mut Form, volume: Option<Volume>, objections: &mut Vec<(&'static str, String)>) {
    let mut sum = Volume::ZERO;
    let mut any = false;
    for field in ["syringe-1", "syringe-2", "syringe-3", "syringe-4"] {
        if let Some(part) = amount::<Volume>(form, field, "mL", "Syringe") {
            any = true;
            sum = sum.checked_add(part).unwrap_or(Volume::MAX);
        }
    }
    if !any {
        form.refuse("syringe-1", "Count the syringes: what went in from each");
        return;
    }
    let Some(volume) = volume.filter(|volume| *volume != sum) else { return };
    let (off, how) = if sum < volume {
        (volume.saturating_sub(sum), "missing")
    } else {
        (sum.saturating_sub(volume), "too many")
    };
    objections.push((
        "syringe-1",
        format!(
            "The syringes add up to {}, the volume filled says {}: {} {how}. Count the syringes again",
            Value::volume(sum),
            Value::volume(volume),
            Value::volume(off)
        ),
    ));
}

/// The strength against the order that waits, and against what the pump was told.
fn strengths(
    form: &Form,
    stand: &Stand<'_>,
    filled: Concentration,
    objections: &mut Vec<(&'static str, String)>,
) {
    let strength = Value::concentration(filled);
    let ordered = waiting(stand).into_iter().find_map(|waiting| Some((waiting.name, waiting.refill?)));
    if let Some((name, refill)) = ordered {
        if refill.concentration != filled {
            objections.push((
                "label-strength",
                format!(
                    "The order {name} says {}, the label says {strength}. Take what was ordered, or have the order changed first",
                    Value::concentration(refill.concentration)
                ),
            ));
        }
        return;
    }
    let Some(running) = stand.course.running() else { return };
    if running.concentration != filled && !form.is("change-known", "yes") {
        objections.push((
            "change-known",
            format!(
                "The pump was told {}, the label says {strength}: every dose would be wrong by their ratio until a program with a bridge is in the pump. Take the same strength, or say that the change is meant",
                Value::concentration(running.concentration)
            ),
        ));
    }
}

/// Today on the page of this form, for the first time the last step is shown.
pub(super) fn with_time(form: Form, page: &Page) -> Form {
    if form.value("at").is_empty() { form.at("at", page.now, page) } else { form }
}
