//! The cases that are compared, and their data: made here, written as files, and read again by every program alike.

use super::invented::Chance;

/// What is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Exact signed-rank test of `change`.
    SignedRank,
    /// Exact Mann-Whitney test of `value` between two values of `group`.
    MannWhitney,
    /// Kaplan-Meier curve of `time` and `event`, read at [`TIMES`].
    KaplanMeier,
    /// Log-rank test of `time` and `event` between two values of `group`.
    LogRank,
    /// Cumulative incidence of `cause` (0 is censored) at `time`, read at [`TIMES`].
    Incidence,
    /// Friedman's test over the columns.
    Friedman,
}

impl Kind {
    /// Its word in the list of cases.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::SignedRank => "signed-rank",
            Self::MannWhitney => "mann-whitney",
            Self::KaplanMeier => "kaplan-meier",
            Self::LogRank => "log-rank",
            Self::Incidence => "incidence",
            Self::Friedman => "friedman",
        }
    }
}

/// One case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Case {
    /// What is computed.
    pub kind: Kind,
    /// Of how many: pairs, values of one group, patients or rows.
    pub n: usize,
    /// Whether values tie; of no matter for survival, where times are whole days and always do.
    pub ties: bool,
    /// Columns of Friedman's test.
    pub visits: usize,
}

/// Times at which curves are read, in days: 1, 2, 5, 10 and 15 years.
pub const TIMES: [f64; 5] = [365.0, 730.0, 1826.0, 3652.0, 5479.0];

impl Case {
    /// Its name, which is that of its file too.
    #[must_use]
    pub fn name(&self) -> String {
        let ties = match (self.kind, self.ties) {
            (Kind::SignedRank | Kind::MannWhitney, true) => "-ties",
            (Kind::SignedRank | Kind::MannWhitney, false) => "-no-ties",
            _ => "",
        };
        let visits = if self.visits > 0 { format!("x{}", self.visits) } else { String::new() };
        format!("{}{ties}-{}{visits}", self.kind.word(), self.n)
    }

    /// Its data as CSV: a line of columns, and a line for each patient.
    #[must_use]
    pub fn data(&self) -> String {
        let mut chance = Chance::of(self.n as u64, u64::from(self.ties));
        match self.kind {
            Kind::SignedRank => self.changes(&mut chance),
            Kind::MannWhitney => self.groups(&mut chance),
            Kind::KaplanMeier | Kind::LogRank => self.survival(&mut chance),
            Kind::Incidence => self.causes(&mut chance),
            Kind::Friedman => self.rows(&mut chance),
        }
    }

    /// Changes that lean to one side, but not far: the tail is not the last sum. Ties are whole grades, of four sizes.
    fn changes(&self, chance: &mut Chance) -> String {
        let lean = 0.5 + 0.6 / (self.n as f64).sqrt();
        let mut text = "change\n".to_owned();
        for place in 0..self.n as u64 {
            let size = if self.ties { 1 + chance.below(4) } else { 7 * place + 1 + chance.below(7) };
            let sign = if chance.happens(lean) { "" } else { "-" };
            let unit = if self.ties { String::new() } else { format!(".{}", chance.below(10)) };
            lines(&mut text, &[format!("{sign}{size}{unit}")]);
        }
        text
    }

    fn groups(&self, chance: &mut Chance) -> String {
        let mut text = "value,group\n".to_owned();
        for place in 0..2 * self.n as u64 {
            let group = place % 2;
            let value = if self.ties {
                chance.below(6) + u64::from(group == 1 && chance.happens(0.3))
            } else {
                // No two are the same: the place is in the last digits.
                (chance.below(1_000) + 60 * group) * 1_000 + place
            };
            lines(&mut text, &[value.to_string(), group.to_string()]);
        }
        text
    }

    /// Whole days until a device fails, or until somebody is followed no further.
    fn survival(&self, chance: &mut Chance) -> String {
        let mut text = "time,event,group\n".to_owned();
        for place in 0..self.n as u64 {
            let group = place % 2;
            let fails = chance.waits(if group == 0 { 0.06 } else { 0.065 });
            let ends = chance.share() * 20.0;
            let day = (fails.min(ends) * 365.25).ceil();
            lines(&mut text, &[day.to_string(), u8::from(fails <= ends).to_string(), group.to_string()]);
        }
        text
    }

    fn causes(&self, chance: &mut Chance) -> String {
        let mut text = "time,cause\n".to_owned();
        for _ in 0..self.n {
            let waits = [chance.share() * 20.0, chance.waits(0.05), chance.waits(0.03)];
            let first = waits.iter().copied().zip(0_u8..).min_by(|one, other| one.0.total_cmp(&other.0));
            let (years, cause) = first.unwrap_or_default();
            lines(&mut text, &[(years * 365.25).ceil().to_string(), cause.to_string()]);
        }
        text
    }

    fn rows(&self, chance: &mut Chance) -> String {
        let columns: Vec<String> = (0..self.visits).map(|visit| format!("visit{visit}")).collect();
        let mut text = String::new();
        lines(&mut text, &columns);
        for _ in 0..self.n {
            let own = chance.between(2, 5);
            let value = |visit: usize, chance: &mut Chance| {
                let eased = if visit > 0 && chance.happens(0.3) { 1 } else { 0 };
                (own - eased + chance.between(-1, 1)).clamp(0, 5).to_string()
            };
            let row: Vec<String> = (0..self.visits).map(|visit| value(visit, chance)).collect();
            lines(&mut text, &row);
        }
        text
    }
}

fn lines(text: &mut String, fields: &[String]) {
    text.push_str(&fields.join(","));
    text.push('\n');
}

/// All cases, or those of so few patients that a test can afford them.
#[must_use]
pub fn all(most: usize) -> Vec<Case> {
    let case = |kind, n, ties| Case { kind, n, ties, visits: 0 };
    let mut cases = Vec::new();
    for ties in [true, false] {
        cases.extend([10, 24, 50, 100, 200, 500].map(|n| case(Kind::SignedRank, n, ties)));
    }
    for ties in [true, false] {
        cases.extend([10, 24, 50, 100].map(|n| case(Kind::MannWhitney, n, ties)));
    }
    for kind in [Kind::KaplanMeier, Kind::LogRank] {
        cases.extend([1_000, 100_000, 1_000_000].map(|n| case(kind, n, true)));
    }
    cases.push(case(Kind::Incidence, 10_000, true));
    for (n, visits) in [(24, 4), (10_000, 6)] {
        cases.push(Case { kind: Kind::Friedman, n, ties: true, visits });
    }
    cases.retain(|case| case.n <= most);
    cases
}
