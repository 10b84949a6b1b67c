//! What has happened to the fluid: emitted and left at each event, and the line.
//!
//! It is worked out when the past is first asked about, and kept up from then on: a forecast needs none of it.

use crate::line::Line;
use crate::span::{Change, Flow, Span};
use crate::sum::Sum;
use pump::PumpTime;

/// A span with what came before it.
#[derive(Debug, Clone)]
struct Account<'a> {
    from: PumpTime,
    flow: Flow<'a>,
    /// Emitted since the twin began, at `from`.
    emitted: Sum,
    /// Left in the reservoir at `from`.
    left: Sum,
}

impl Account<'_> {
    /// What really left the reservoir from `from` to `at`.
    fn out(&self, at: PumpTime) -> Sum {
        let wanted = self.flow.wanted(at);
        if wanted > self.left { self.left.clone() } else { wanted }
    }
}

#[derive(Debug, Clone)]
pub(crate) struct History<'a> {
    accounts: Vec<Account<'a>>,
    pub(crate) line: Line,
    /// The line as it was before each work on it.
    reworked: Vec<(PumpTime, Line)>,
    /// When the reservoir first ran empty, as far as the events have come.
    emptied: Option<PumpTime>,
}

impl<'a> History<'a> {
    pub(crate) fn new(line: Line, spans: &[Span<'a>]) -> Self {
        let accounts = Vec::with_capacity(spans.len());
        let mut history = Self { accounts, line, reworked: Vec::new(), emptied: None };
        for span in spans {
            history.take_up(span);
        }
        history
    }

    /// One event more.
    pub(crate) fn take_up(&mut self, span: &Span<'a>) {
        let (emitted, mut left) = self.accounts.last().map_or((Sum::ZERO, Sum::ZERO), |last| {
            let out = last.out(span.from);
            (last.emitted.plus(&out), last.left.minus(&out))
        });
        if left.is_zero() && self.emptied.is_none() {
            self.emptied = self.empties();
        }
        match &span.change {
            Change::Flow => {}
            Change::Fill { residual, volume } => {
                self.line.refill(&emitted, *residual, *volume, span.told);
                left = span.filled().unwrap_or(Sum::ZERO);
                if left.is_zero() {
                    self.emptied.get_or_insert(span.from);
                }
            }
            Change::Rework(work) => {
                self.reworked.push((span.from, self.line.clone()));
                self.line.rework(&emitted, work.catheter.clone(), work.tubing.clone());
            }
        }
        self.accounts.push(Account { from: span.from, flow: span.flow(), emitted, left });
    }

    /// When the reservoir runs empty if nothing happens any more; `None` also if there has never been anything in it.
    fn empties(&self) -> Option<PumpTime> {
        let last = self.accounts.last()?;
        if last.left.is_zero() { None } else { last.flow.time_of(&last.left) }
    }

    pub(crate) fn ran_empty_by(&self, until: PumpTime) -> bool {
        self.emptied.or_else(|| self.empties()).is_some_and(|at| at <= until)
    }

    fn account_at(&self, at: PumpTime) -> Option<&Account<'a>> {
        let after = self.accounts.partition_point(|account| account.from <= at);
        self.accounts.get(after.checked_sub(1)?)
    }

    pub(crate) fn emitted(&self, at: PumpTime) -> Sum {
        self.account_at(at).map_or(Sum::ZERO, |account| account.emitted.plus(&account.out(at)))
    }

    /// The line as it was at `at`: later work does not change what it held before.
    pub(crate) fn line_at(&self, at: PumpTime) -> &Line {
        let done = self.reworked.partition_point(|(when, _)| *when <= at);
        self.reworked.get(done).map_or(&self.line, |(_, line)| line)
    }
}
