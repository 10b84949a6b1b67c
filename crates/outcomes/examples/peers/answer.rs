//! What is computed for a case, as other programs are asked for it too.

use super::cases::{Case, Kind, TIMES};
use outcomes::describe::{Sample, TwoSamples};
use outcomes::ranks::{Rows, Zeros, friedman, mann_whitney, signed_rank};
use outcomes::survival::{cumulative_incidence, kaplan_meier, log_rank};

/// The columns of a file, each a list of numbers.
pub struct Data(Vec<Vec<f64>>);

impl Data {
    /// Reads a file that [`Case::data`] wrote.
    ///
    /// # Errors
    /// A field that is no number.
    pub fn read(text: &str) -> Result<Self, String> {
        let mut lines = text.lines();
        let mut columns = vec![Vec::new(); lines.next().map_or(0, |head| head.split(',').count())];
        for line in lines {
            for (column, field) in columns.iter_mut().zip(line.split(',')) {
                column.push(field.parse().map_err(|_| format!("{field:?} is no number"))?);
            }
        }
        Ok(Self(columns))
    }

    fn column(&self, place: usize) -> &[f64] {
        self.0.get(place).map(Vec::as_slice).unwrap_or_default()
    }

    fn marks(&self, place: usize) -> Vec<u8> {
        self.column(place).iter().map(|mark| *mark as u8).collect()
    }
}

/// A case with its data in the form in which a program of ours holds them: numbers, some of which may be missing.
pub enum Ready {
    /// Changes.
    Changes(Vec<Option<f64>>),
    /// Values of two groups.
    Groups(Vec<Option<f64>>, Vec<Option<f64>>),
    /// Times, events and groups.
    Survival(Vec<f64>, Vec<bool>, Vec<u8>),
    /// Times and causes.
    Causes(Vec<f64>, Vec<Option<u8>>),
    /// Rows of visits.
    Rows(Vec<Vec<Option<f64>>>),
}

impl Ready {
    /// From the columns of a file.
    #[must_use]
    pub fn of(kind: Kind, data: &Data) -> Self {
        match kind {
            Kind::SignedRank => Self::Changes(data.column(0).iter().copied().map(Some).collect()),
            Kind::MannWhitney => {
                let group = |wanted: u8| {
                    let marks = data.marks(1).into_iter();
                    let own = data.column(0).iter().zip(marks).filter(|(_, group)| *group == wanted);
                    own.map(|(value, _)| Some(*value)).collect()
                };
                Self::Groups(group(0), group(1))
            }
            Kind::KaplanMeier | Kind::LogRank => {
                let events = data.marks(1).into_iter().map(|event| event == 1).collect();
                Self::Survival(data.column(0).to_vec(), events, data.marks(2))
            }
            Kind::Incidence => {
                let causes = data.marks(1).into_iter().map(|cause| (cause > 0).then_some(cause));
                Self::Causes(data.column(0).to_vec(), causes.collect())
            }
            Kind::Friedman => {
                let rows = 0..data.column(0).len();
                let row = |row: usize| data.0.iter().map(|visit| visit.get(row).copied()).collect();
                Self::Rows(rows.map(row).collect())
            }
        }
    }

    /// The numbers that are compared, by name.
    ///
    /// # Errors
    /// What the library refuses.
    pub fn answer(&self, case: &Case) -> Result<Vec<(String, f64)>, String> {
        let named = |name: &str, value: f64| (name.to_owned(), value);
        match self {
            Self::Changes(changes) => {
                let sample = Sample::of(changes).map_err(|error| error.to_string())?;
                let test = signed_rank(&sample, Zeros::Wilcox).test.map_err(|error| error.to_string())?;
                let exact = test.exact.map_err(|error| error.to_string())?;
                let smaller = test.w_plus.min(test.w_minus);
                Ok(vec![named("p", exact.two_sided), named("w", smaller)])
            }
            Self::Groups(x, y) => {
                let samples = TwoSamples::of(x, y).map_err(|error| error.to_string())?;
                let test = mann_whitney(&samples).map_err(|error| error.to_string())?;
                let exact = test.exact.map_err(|error| error.to_string())?;
                Ok(vec![named("p", exact.two_sided), named("u", test.u_x)])
            }
            Self::Survival(times, events, _) if case.kind == Kind::KaplanMeier => {
                let curve = kaplan_meier(times, events).map_err(|error| error.to_string())?;
                Ok(TIMES.map(|time| (format!("s{time}"), curve.at(time).survival)).into())
            }
            Self::Survival(times, events, groups) => {
                let found = log_rank::<u8, u8>(times, events, groups, &[], 0.0);
                let test =
                    found.map_err(|error| error.to_string())?.test.map_err(|error| error.to_string())?;
                Ok(vec![named("chi-square", test.statistic), named("p", test.p)])
            }
            Self::Causes(times, causes) => {
                let found = cumulative_incidence(times, causes).map_err(|error| error.to_string())?;
                let mut values = Vec::new();
                for course in &found.courses {
                    for time in TIMES {
                        let step = course.at(time);
                        let cause = course.cause;
                        values.push((format!("i{cause}-{time}"), step.map_or(0.0, |step| step.incidence)));
                        let variance = step.map_or(0.0, |step| step.variance_aalen);
                        values.push((format!("v{cause}-{time}"), variance));
                    }
                }
                Ok(values)
            }
            Self::Rows(rows) => {
                let rows = Rows::of(rows).map_err(|error| error.to_string())?;
                let test = friedman(&rows).test.map_err(|error| error.to_string())?;
                Ok(vec![named("chi-square", test.chi_square), named("p", test.p)])
            }
        }
    }
}
