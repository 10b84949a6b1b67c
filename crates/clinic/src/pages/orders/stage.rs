//! How far an order has come.

use crate::patient::Chart;
use practice::patient::DraftState;
use therapy::{Course, OrderState};

/// How far an order has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stage {
    /// Written; nobody has signed.
    Written,
    /// Signed once; a second person must check.
    AwaitsSecond,
    /// Written too long ago to be signed.
    Expired,
    /// It will not become an order.
    Dropped,
    /// Signed; nobody has said that it is in the pump.
    Ordered,
    /// In the pump and running.
    Running,
    /// Was in the pump.
    Replaced,
    /// Not entered.
    NotEntered,
    /// Nobody knows.
    Unknown,
    /// Carried out.
    Done,
    /// Of a pump that is no longer there.
    Past,
}

impl Stage {
    /// In words.
    pub(crate) const fn words(self) -> &'static str {
        match self {
            Self::Written => "written, not signed",
            Self::AwaitsSecond => "signed once; a second person must check",
            Self::Expired => "written too long ago to be signed",
            Self::Dropped => "refused or dropped",
            Self::Ordered => "ordered, not confirmed in the pump",
            Self::Running => "in the pump and running",
            Self::Replaced => "was in the pump, replaced",
            Self::NotEntered => "not entered",
            Self::Unknown => "unknown: nobody knows what the pump runs",
            Self::Done => "done",
            Self::Past => "of a pump that is no longer in the patient",
        }
    }

    /// The class of its mark.
    pub(crate) const fn chip(self) -> &'static str {
        match self {
            Self::Unknown => "chip chip-stop",
            Self::Written | Self::AwaitsSecond | Self::Ordered | Self::Expired => "chip chip-warn",
            Self::Running | Self::Done => "chip chip-good",
            Self::Dropped | Self::Replaced | Self::NotEntered | Self::Past => "chip chip-quiet",
        }
    }

    /// Whether it must be dealt with before another order is written.
    pub(crate) const fn blocks(self) -> bool {
        matches!(self, Self::Written | Self::AwaitsSecond | Self::Expired | Self::Ordered | Self::Unknown)
    }

    /// Whether nobody knows what the pump runs.
    pub(crate) fn is_unknown(self) -> bool {
        self == Self::Unknown
    }
}

/// How far the order of this name has come; `None` if there is none.
pub(crate) fn stage_of(chart: &Chart, course: &Course<'_>, name: &str) -> Option<Stage> {
    let draft = chart.patient.draft(name);
    if let Some(draft) = draft.filter(|draft| draft.is_open()) {
        let limit = chart.rules.protocol.signing.confirm_within.value.seconds();
        let age = u64::try_from(chart.page.now.saturating_sub(draft.at)).unwrap_or(0);
        return Some(match draft.state {
            _ if age > limit => Stage::Expired,
            DraftState::AwaitsSecond { .. } => Stage::AwaitsSecond,
            _ => Stage::Written,
        });
    }
    if let Some(DraftState::Dropped { .. }) = draft.map(|draft| &draft.state) {
        return Some(Stage::Dropped);
    }
    chart.patient.lines.iter().find(|placed| placed.line.id == name)?;
    let found = course.orders.iter().rev().find(|record| record.event.id == name);
    Some(match found.map(|record| record.state) {
        None => Stage::Past,
        Some(OrderState::Ordered) => Stage::Ordered,
        Some(OrderState::Running) => Stage::Running,
        Some(OrderState::Replaced) => Stage::Replaced,
        Some(OrderState::NotEntered) => Stage::NotEntered,
        Some(OrderState::Unknown) => Stage::Unknown,
        Some(OrderState::Done) => Stage::Done,
    })
}
