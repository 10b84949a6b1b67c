//! Single words and amounts.

use jiff::SignedDuration;
use jiff::civil::DateTime;
use pump::{AlarmState, BolusKind, Condition, FaultKind, Flowing, HoldKind, ModeMark, Running};
use quantity::{Decimals, Mass, Span, Volume, multiply_divide_floor};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Pump time as a date with the month in letters, and the time of day.
pub(super) fn when(at: i64) -> String {
    let civil = DateTime::constant(1970, 1, 1, 0, 0, 0, 0).checked_add(SignedDuration::from_secs(at)).ok();
    let Some(civil) = civil else { return format!("second {at} of the pump's clock") };
    let month = usize::try_from(civil.month()).ok().and_then(|month| MONTHS.get(month.saturating_sub(1)));
    let month = month.copied().unwrap_or_default();
    let seconds = if civil.second() == 0 { String::new() } else { format!(":{:02}", civil.second()) };
    format!("{} {month} {} {:02}:{:02}{seconds}", civil.day(), civil.year(), civil.hour(), civil.minute())
}

/// A span of seconds.
pub(super) fn span(seconds: u64) -> String {
    Span::from_seconds(seconds).unwrap_or(Span::MAX).to_string()
}

/// Micrograms, of whole ng.
pub(super) fn mass(nanograms: u128) -> String {
    let mass = u64::try_from(nanograms).ok().and_then(|nanograms| Mass::from_nanograms(nanograms).ok());
    // Beyond what a dose may be, said all the same.
    let beyond = || format!("{}\u{a0}micrograms", Decimals { value: nanograms, places: 3 });
    mass.map_or_else(beyond, |mass| mass.to_string())
}

/// mL, of whole nL.
pub(super) fn volume(nanolitres: u128) -> String {
    let volume = u64::try_from(nanolitres).ok().and_then(|volume| Volume::from_nanolitres(volume).ok());
    let beyond = || format!("{}\u{a0}mL", Decimals { value: nanolitres, places: 6 });
    volume.map_or_else(beyond, |volume| volume.to_string())
}

/// Drug in a volume of `numerator / denominator` nL, rounded down to whole ng.
pub(super) fn drug(numerator: u64, denominator: u64, concentration: u64) -> u128 {
    let per = u128::from(denominator).saturating_mul(1_000_000);
    multiply_divide_floor(u128::from(numerator), u128::from(concentration), per).unwrap_or(0)
}

/// Drug in 24 hours at an even flow.
pub(super) fn daily(flow: Flowing, concentration: u64) -> String {
    format!("{} in 24\u{a0}hours", mass(drug(flow.numerator, flow.denominator, concentration)))
}

/// Volume in 24 hours at an even flow.
pub(super) fn daily_volume(flow: Flowing) -> String {
    let nanolitres = u128::from(flow.numerator).checked_div(u128::from(flow.denominator)).unwrap_or(0);
    format!("{} in 24\u{a0}hours", volume(nanolitres))
}

/// The name of a day, 0 for Monday.
pub(super) fn day(day: usize) -> &'static str {
    DAYS.get(day).copied().unwrap_or_default()
}

/// The totals of a week in 24 hours each: one for all days, or one for each run of equal days.
pub(crate) fn day_totals(totals: &[u64; 7]) -> String {
    let [first, ..] = *totals;
    let said = |nanograms: u64| format!("{} in 24\u{a0}hours", mass(u128::from(nanograms)));
    if totals.iter().all(|total| *total == first) {
        return said(first);
    }
    let mut runs: Vec<(usize, usize, u64)> = Vec::new();
    for (index, total) in totals.iter().enumerate() {
        match runs.last_mut() {
            Some((_, last, before)) if before == total => *last = index,
            Some(_) | None => runs.push((index, index, *total)),
        }
    }
    let runs = runs.into_iter().map(|(first, last, total)| {
        let days =
            if first == last { day(first).to_owned() } else { format!("{} to {}", day(first), day(last)) };
        format!("{days} {}", said(total))
    });
    runs.collect::<Vec<_>>().join(", ")
}

/// What delivers, as half a sentence.
pub(crate) const fn running(running: Running) -> &'static str {
    match running {
        Running::NeverProgrammed => "no program was ever committed, and nothing is delivered",
        Running::Program => "the pump runs its program",
        Running::HeldAtMinimum => "delivery is held at the minimum rate",
        Running::HeldStopped => "delivery is stopped by a hold",
        Running::SafeState => "the pump is in its safe state and delivers the minimum rate",
        Running::TelemetryHold => "telemetry mode keeps delivery off until the pump is interrogated",
        Running::Ended => "the pump is past its end of service, and nothing is delivered",
    }
}

/// What an alarm is about.
pub(super) const fn condition(condition: Condition) -> &'static str {
    match condition {
        Condition::LowReservoir => "reservoir low (calculated, not measured)",
        Condition::EmptyReservoir => "reservoir empty (calculated, not measured)",
        Condition::ElectiveReplacement => "battery low, time to replace the pump",
        Condition::EndOfService => "end of service, the pump has stopped",
        Condition::Stalled => "the motor does not turn, or the valve does not open",
        Condition::StoppedTooLong => "nothing delivered for too long",
        Condition::EmergencyHold => "held back without a key, over the emergency path",
        Condition::HoldOver => "the time of a hold is over and nobody has decided",
        Condition::UnderDelivery => "less delivered than programmed",
        Condition::OverDelivery => "more delivered than programmed",
        Condition::MemoryMinor => "one of two copies in memory is broken, the other one is good",
        Condition::MemoryCritical => "both copies in memory are broken, or it contradicts itself",
        Condition::ClockFault => "the clock ran backwards, jumped or stood",
        Condition::LowBatteryReset => "reset for want of battery",
        Condition::SafeState => "safe state, or the controller was not heard from",
        Condition::TelemetryHold => "telemetry mode keeps delivery off",
    }
}

/// Where an alarm stands.
pub(super) fn alarm_state(state: AlarmState) -> String {
    match state {
        AlarmState::Clear => "over".to_owned(),
        AlarmState::Sounding { issued_at } => format!("sounding since {}", when(issued_at)),
        AlarmState::Acknowledged { issued_at, acknowledged_at, silent_until } => format!(
            "since {}, acknowledged {}, silent until {}",
            when(issued_at),
            when(acknowledged_at),
            when(silent_until)
        ),
    }
}

pub(super) const fn hold(kind: HoldKind) -> &'static str {
    match kind {
        HoldKind::MinimumRate => "at the minimum rate",
        HoldKind::Stop => "stopped",
    }
}

pub(super) const fn mode(mode: ModeMark) -> &'static str {
    match mode {
        ModeMark::Continuous => "continuous",
        ModeMark::Flex => "flex",
        ModeMark::MinimumRate => "minimum rate",
        ModeMark::Stopped => "stopped",
    }
}

pub(super) const fn bolus(kind: BolusKind) -> &'static str {
    match kind {
        BolusKind::Single => "single bolus",
        BolusKind::Bridge => "bridge bolus",
        BolusKind::Prime => "priming bolus",
    }
}

pub(super) const fn fault(fault: FaultKind) -> &'static str {
    match fault {
        FaultKind::OrderLost => "the committed order cannot be read",
        FaultKind::OrderUnfit => "the committed order does not pass the pump's bounds any more",
        FaultKind::TallyLost => "the count of strokes cannot be read",
        FaultKind::StateLost => "the state cannot be read",
        FaultKind::Envelope => "more than the most in 24 hours would have been delivered",
        FaultKind::Arithmetic => "the arithmetic of delivery left its range",
        FaultKind::WriteFailed => "memory could not be written",
        FaultKind::LowBattery => "the battery gave way",
    }
}
