//! What is measured: a scale at a part of the body, as one number a person and day.

use super::row::{Scored, site_words};
use jiff::civil::Date;
use scales::{Direction, Limb, MEAN_SITES_MIN_PERCENT, Muscle, Scale, Site, Sites};

/// Which part of the body a number is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Region {
    /// The whole person.
    Person,
    /// Muscle groups of both legs, as one number.
    Legs,
    /// Muscle groups of both arms, as one number.
    Arms,
    /// One site of a scale whose sites stand each for itself.
    At(Site),
    /// A scale of sites whose site was not recorded.
    NotRecorded,
}

impl Region {
    /// Its word in data; empty for the whole person.
    #[must_use]
    pub fn word(self) -> String {
        match self {
            Self::Person => String::new(),
            Self::Legs => "legs".to_owned(),
            Self::Arms => "arms".to_owned(),
            Self::At(site) => site_words(Some(site)).replace(' ', "-"),
            Self::NotRecorded => "site-not-recorded".to_owned(),
        }
    }

    /// For people; empty for the whole person.
    #[must_use]
    pub fn words(self) -> String {
        match self {
            Self::At(site) => site.name(),
            Self::Person | Self::Legs | Self::Arms | Self::NotRecorded => self.word().replace('-', " "),
        }
    }

    /// Means over muscle groups are made of Ashworth scales alone, as papers do; of any other scale each site is a number of its
    /// own.
    fn of(scale: Scale, site: Option<Site>) -> Self {
        let Some(site) = site else {
            return if scale.sites() == Sites::Patient { Self::Person } else { Self::NotRecorded };
        };
        match site.muscle.filter(|_| scale.is_ashworth()).map(Muscle::limb) {
            Some(Limb::Leg) => Self::Legs,
            Some(Limb::Arm) => Self::Arms,
            None => Self::At(site),
        }
    }
}

/// A scale at a part of the body. Variants of a scale, and arms and legs, are never mixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Measure {
    /// The scale.
    pub scale: Scale,
    /// The part of the body.
    pub region: Region,
}

impl Measure {
    /// The measure that a score belongs to; `None` of scales that measure no change or need what rows do not hold (goals).
    #[must_use]
    pub fn of(scored: &Scored) -> Option<Self> {
        let counts = scored.scale.direction() != Direction::Classification && !scored.scale.has_goal();
        counts.then(|| Self { scale: scored.scale, region: Region::of(scored.scale, scored.site) })
    }

    /// For people, such as "modified Ashworth, legs".
    #[must_use]
    pub fn words(self) -> String {
        match self.region.words().as_str() {
            "" => self.scale.name().to_owned(),
            region => format!("{}, {region}", self.scale.name()),
        }
    }

    /// Its word in data.
    #[must_use]
    pub fn word(self) -> String {
        match self.region.word().as_str() {
            "" => self.scale.word().to_owned(),
            region => format!("{}-{region}", self.scale.word()),
        }
    }
}

/// A point of any scale in whole steps: means of up to 16 sites in half points are whole numbers of it, so that what ties on
/// paper ties here. It is 10 (tenths of a point) times the least common multiple of 1 to 16.
pub const STEPS_PER_POINT: i64 = 7_207_200;

/// A value in steps of [`STEPS_PER_POINT`].
pub type Steps = i64;

/// A value in points, for showing.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "values of scales are far below 2^53 steps")]
pub fn points(steps: f64) -> f64 {
    steps / STEPS_PER_POINT as f64
}

/// A value of whole steps, in points.
#[expect(clippy::cast_precision_loss, reason = "values of scales are far below 2^53 steps")]
pub(super) fn in_points(steps: Steps) -> f64 {
    points(steps as f64)
}

/// The scores of one person on one measure, by day.
#[derive(Debug, Clone, Default)]
pub struct Days {
    /// In order of days; those of one day in the order in which their sites first came.
    rated: Vec<Rated>,
}

#[derive(Debug, Clone, Copy)]
struct Rated {
    on: Date,
    site: Option<Site>,
    rank: u16,
}

impl Days {
    /// Takes a score in; of two of one site and day the later in the record counts.
    pub fn take(&mut self, scored: &Scored) {
        // Scores come in order of time, so that nearly always it is the end.
        let end = match self.rated.last() {
            Some(last) if last.on > scored.on => self.rated.partition_point(|rated| rated.on <= scored.on),
            _ => self.rated.len(),
        };
        let (before, _) = self.rated.split_at_mut(end);
        let mut same_day = before.iter_mut().rev().take_while(|rated| rated.on == scored.on);
        match same_day.find(|rated| rated.site == scored.site) {
            Some(known) => known.rank = scored.rank,
            None => {
                self.rated.insert(end, Rated { on: scored.on, site: scored.site, rank: scored.rank });
            }
        }
    }

    fn by_day(&self) -> impl Iterator<Item = (Date, &[Rated])> {
        let days = self.rated.chunk_by(|one, other| one.on == other.on);
        days.filter_map(|day| Some((day.first()?.on, day)))
    }

    fn day(&self, on: Date) -> &[Rated] {
        let from = self.rated.partition_point(|rated| rated.on < on);
        let (_, rest) = self.rated.split_at(from);
        let (day, _) = rest.split_at(rest.partition_point(|rated| rated.on <= on));
        day
    }

    /// The days, in order.
    pub fn all(&self) -> impl Iterator<Item = Date> + '_ {
        self.by_day().map(|(on, _)| on)
    }

    /// The sites of a day.
    #[must_use]
    pub fn sites(&self, on: Date) -> Vec<Option<Site>> {
        self.day(on).iter().map(|rated| rated.site).collect()
    }

    /// The days, in order, and whether enough of these sites were rated on each.
    pub fn rated<'a>(&'a self, sites: &'a [Option<Site>]) -> impl Iterator<Item = (Date, bool)> + 'a {
        self.by_day().map(move |(on, day)| (on, enough(day, sites)))
    }

    /// The mean over those of the sites that were rated on a day; `None` if they were too few.
    #[must_use]
    pub fn value(&self, scale: Scale, on: Date, sites: &[Option<Site>]) -> Option<Steps> {
        let day = self.day(on);
        if !enough(day, sites) {
            return None;
        }
        let (mut sum, mut count) = (0_i64, 0_i64);
        for rated in day.iter().filter(|rated| sites.contains(&rated.site)) {
            sum += i64::from(scale.values().ordinal_tenths(rated.rank)?);
            count += 1;
        }
        // Rounds only for means of more than 16 sites, to a ten-millionth of a point.
        (sum * (STEPS_PER_POINT / 10)).checked_div(count)
    }
}

fn enough(day: &[Rated], sites: &[Option<Site>]) -> bool {
    let rated = day.iter().filter(|rated| sites.contains(&rated.site)).count();
    rated > 0 && rated * 100 >= sites.len() * usize::from(MEAN_SITES_MIN_PERCENT)
}
