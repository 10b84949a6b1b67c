//! The exact twin of an implanted pump: reservoir, tubing and catheter as moving fluid, and the dates that follow.
//!
//! Words
//! - *reservoir*: a volume and a mixture; a fill mixes with what was left.
//! - *line*: tubing and catheter, an ordered queue of slugs of fluid; what leaves the reservoir pushes the queue.
//! - *emitted*: the volume that has left the tip since the twin began; the axis on which slugs lie.
//! - *history*: what was emitted at each event and what lay in the line, worked out when the past is first asked about.
//! - *asked*, *programmed*, *received*: what an order wanted, what the pump was told (its flow times the strength it was
//!   told), and what left the tip. They differ, and they have different types of question here.
//! - *forecast*: alarm, empty, early empty, refill by, replace by ([`Forecast`]).
//! - *calibration*: from expected and measured residuals, how fast this pump really runs ([`Calibration`]).
//!
//! Invariants
//! - Volume and mass are conserved exactly: what was filled is in the reservoir, in the line, or has left the tip.
//! - No float. Ratios are big-integer ratios; nothing rounds here except civil dates and whole seconds, which are the
//!   first at which a condition holds.
//! - The past and the future are answered by the same code: a span that is still running has no end.
//! - No clock: `now` is an argument wherever it matters.
#![forbid(unsafe_code)]

mod calibration;
mod exact;
mod forecast;
mod history;
mod line;
mod service;
mod span;
mod sum;
mod twin;

pub use calibration::{Calibration, CalibrationLimit, CalibrationRule, Cycle, calibrate};
pub use dashu_ratio::RBig;
pub use exact::{Cut, cut, decimal_places, of, ratio, volume_times};
pub use forecast::{Candidate, Forecast, ForecastInput, LimitedBy, civil, forecast};
pub use line::{Contents, Slug};
pub use service::{ServiceForecast, ServiceInput, replace_by};
pub use twin::{Received, Twin, TwinError};
