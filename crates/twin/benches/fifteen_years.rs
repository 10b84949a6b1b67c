//! Fifteen years of a pump: folding every fill and program into a twin and making the forecast, beside a tuned walk over
//! every piece; and how the cost grows with events, steps a day and years.
//!
//! A twin works out the past when it is first asked about it, so that is measured as well: `fold_and_past` is the fold and
//! one such question, `fold_and_all_drug` the fold and the drug of all the years, through every mixture.
//!
//! The walk is the peer: whole ticks in 64 bits, a flat array of the week's pieces, no allocation, nothing but what a
//! reservoir needs. It answers only for programs of whole nL per day and for one reservoir, without line or strengths.

#![allow(missing_docs, clippy::print_stdout, reason = "a benchmark is run by hand")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "and may stop")]

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use pump::{Base, Delivery, Program, PumpTime, Rate, Step, Week};
use quantity::{Concentration, Flow, Volume};
use std::hint::black_box;
use std::time::{Duration, Instant};
use twin::{Forecast, ForecastInput, Twin, decimal_places, forecast};

const DAY: i64 = 86_400;
const WEEK: i64 = 7 * DAY;
/// Thursday, 1 January 2026, at 10:17 in the clinic.
const START: i64 = 1_767_262_620;
const ALARM_NANOLITRES: u64 = 2_000_000;

/// A therapy in bare numbers.
#[derive(Clone)]
struct Course {
    /// Second, nL that stay, nL, ng/mL.
    fills: Vec<(i64, u64, u64, u64)>,
    /// Second, and nL/d for each step of the week, with the second of the week at which it begins.
    programs: Vec<(i64, Vec<(i64, u64)>)>,
}

/// `events` fills and programs, one fill to two programs, over `years`; titrated slowly up, with other days at the end of
/// the week; the strength doubles in the middle and the flow halves with it.
fn course(years: i64, events: i64, steps: i64) -> Course {
    let fill_count = events / 3;
    let between = years * 365 * DAY / fill_count;
    let fills = (0..fill_count)
        .map(|count| {
            let strength = if count < fill_count / 2 { 1_000_000 } else { 2_000_000 };
            (START + count * between, if count == 0 { 0 } else { 1_000_000 }, 19_000_000, strength)
        })
        .collect();
    let programs = (0..fill_count * 2)
        .map(|count| {
            // Not on a whole day: the start cuts a step.
            let at = START + count * between / 2 + if count % 2 == 0 { 0 } else { 7_777 };
            let weaker = if count < fill_count { 2 } else { 1 };
            let pieces = (0..7 * steps).map(|piece| {
                let (day, step) = (piece / steps, piece % steps);
                let flow = 90_000 + 200 * count.min(100) + 1_300 * step + if day > 4 { 4_000 } else { 0 };
                (day * DAY + step * DAY / steps / 900 * 900, (flow * weaker / 2) as u64)
            });
            (at, pieces.collect())
        })
        .collect();
    Course { fills, programs }
}

impl Course {
    fn built(&self) -> Vec<(i64, Program)> {
        let build = |(at, pieces): &(i64, Vec<(i64, u64)>)| {
            let days: Vec<Vec<Step>> = (0..7)
                .map(|day| {
                    let of_day = pieces.iter().filter(|(from, _)| from / DAY == day);
                    let step = |&(from, flow): &(i64, u64)| Step {
                        from_second: (from % DAY) as u32,
                        rate: Rate::new(Flow::from_nanolitres_per_day(flow).unwrap().quotient()).unwrap(),
                    };
                    of_day.map(step).collect()
                })
                .collect();
            let week = Week::new(std::array::from_fn(|day| days[day].as_slice())).unwrap();
            (*at, Program::new(Base::Flex(week)))
        };
        self.programs.iter().map(build).collect()
    }
}

fn nanolitres(volume: u64) -> Volume {
    Volume::from_nanolitres(volume).unwrap()
}

fn strength(nanograms: u64) -> Concentration {
    Concentration::from_nanograms_per_millilitre(nanograms).unwrap()
}

/// All fills and programs in the order of time.
fn fold<'a>(course: &Course, programs: &'a [(i64, Program)]) -> Twin<'a> {
    let line = (nanolitres(200_000).quotient(), nanolitres(180_000).quotient());
    let mut twin = Twin::new(Delivery::Continuous, line.0, line.1, strength(0));
    let mut programs = programs.iter().peekable();
    for &(at, residual, volume, concentration) in &course.fills {
        while let Some((from, program)) = programs.next_if(|(from, _)| *from < at) {
            twin.run(PumpTime(*from), program).unwrap();
        }
        twin.fill(PumpTime(at), nanolitres(residual), nanolitres(volume), strength(concentration)).unwrap();
    }
    for (from, program) in programs {
        twin.run(PumpTime(*from), program).unwrap();
    }
    twin
}

fn forecast_of(course: &Course, twin: &Twin<'_>) -> Forecast {
    forecast(
        twin,
        &ForecastInput {
            filled_at: PumpTime(course.fills.last().unwrap().0),
            found: false,
            alarm_volume: nanolitres(ALARM_NANOLITRES),
            accuracy: decimal_places(145, 3),
            stability_days: 180,
            lead_days: 5,
            service_ends: None,
            patient_bolus: None,
        },
    )
}

/// A reservoir walked piece by piece: a nL is 86 400 ticks, so nL/d times seconds are ticks.
struct Walk {
    at: i64,
    left: i64,
    pieces: u64,
}

impl Walk {
    /// To `until`, or to the first piece in which no more than `floor` is left; says whether it came to that.
    fn to(&mut self, week: &[(i64, i64)], until: i64, floor: i64) -> bool {
        // A program's pieces are rate and length; the first one is cut by where the walk stands.
        let mut into = (self.at + 3 * DAY).rem_euclid(WEEK);
        let mut index = 0;
        while week[index].1 <= into {
            into -= week[index].1;
            index += 1;
        }
        loop {
            for &(rate, length) in &week[index..] {
                let length = length - into;
                into = 0;
                self.pieces += 1;
                let end = self.at + length;
                let next = self.left - rate * length;
                if end >= until || next <= floor {
                    let reach = if rate == 0 { i64::MAX } else { (self.left - floor + rate - 1) / rate };
                    let length = reach.min(until - self.at);
                    self.at += length;
                    self.left -= rate * length;
                    return self.left <= floor;
                }
                (self.at, self.left) = (end, next);
            }
            index = 0;
        }
    }
}

/// The walk's own form of the programs: rate and length of every piece of the week.
fn flat(course: &Course) -> Vec<(i64, Vec<(i64, i64)>)> {
    let flatten = |(at, pieces): &(i64, Vec<(i64, u64)>)| {
        let ends = pieces.iter().skip(1).map(|piece| piece.0).chain([WEEK]);
        (*at, pieces.iter().zip(ends).map(|(&(from, flow), end)| (flow as i64, end - from)).collect())
    };
    course.programs.iter().map(flatten).collect()
}

/// Left at every event, then alarm, empty and early empty of the last fill. Returns those and the number of pieces.
fn walk(course: &Course, programs: &[(i64, Vec<(i64, i64)>)]) -> ([i64; 3], u64) {
    let mut walk = Walk { at: START, left: 0, pieces: 0 };
    let (mut fills, mut programs) = (course.fills.iter().peekable(), programs.iter().peekable());
    let mut week: &[(i64, i64)] = &[];
    let mut since_fill = Vec::with_capacity(4);
    loop {
        let next_fill = fills.peek().map(|fill| fill.0);
        let next_program = programs.peek().map(|program| program.0);
        let Some(next) = next_fill.into_iter().chain(next_program).min() else { break };
        if walk.at < next && !week.is_empty() && walk.to(week, next, 0) {
            walk.left = 0;
        }
        walk.at = next;
        if next_fill == Some(next) {
            let (_, residual, volume, _) = fills.next().unwrap();
            walk.left = (residual + volume) as i64 * DAY;
            since_fill.clear();
        } else {
            week = &programs.next().unwrap().1;
        }
        since_fill.push((next, week));
    }
    let fill = course.fills.last().map_or(0, |fill| (fill.1 + fill.2) as i64 * DAY);
    let floors = [ALARM_NANOLITRES as i64 * DAY, 0, fill - fill * 1_000 / 1_145];
    let answers = floors.map(|floor| {
        let mut again = Walk { at: since_fill[0].0, left: fill, pieces: 0 };
        for (index, (_, week)) in since_fill.iter().enumerate() {
            let until = since_fill.get(index + 1).map_or(i64::MAX, |next| next.0);
            if !week.is_empty() && again.to(week, until, floor) {
                break;
            }
        }
        walk.pieces += again.pieces;
        again.at
    });
    (answers, walk.pieces)
}

fn quick(
    criterion: &mut Criterion,
    name: &str,
    mut body: impl FnMut(&mut criterion::BenchmarkGroup<'_, criterion::measurement::WallTime>),
) {
    let mut group = criterion.benchmark_group(name);
    group
        .sample_size(10)
        .nresamples(2_000)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_millis(600));
    body(&mut group);
    group.finish();
}

/// Best of several, in ns: the least disturbed by others on the machine.
fn nanoseconds(mut act: impl FnMut()) -> f64 {
    let best = (0..200).map(|_| {
        let start = Instant::now();
        act();
        start.elapsed().as_nanos()
    });
    best.min().unwrap() as f64
}

fn fifteen_years(criterion: &mut Criterion) {
    let course = course(15, 180, 13);
    let (programs, plain) = (course.built(), flat(&course));
    let twin = fold(&course, &programs);
    let forecast = forecast_of(&course, &twin);
    // The two must agree before their times mean anything.
    let (answers, pieces) = walk(&course, &plain);
    let seconds = |at: Option<PumpTime>| at.map(|at| at.0);
    let answers = answers.map(Some);
    assert_eq!(
        [seconds(forecast.alarm_at), seconds(forecast.empty_at), seconds(forecast.early_empty_at)],
        answers
    );

    let walked = nanoseconds(|| {
        black_box(walk(&course, &plain));
    });
    let folded = nanoseconds(|| drop(black_box(fold(&course, &programs))));
    let forecasted = nanoseconds(|| drop(black_box(forecast_of(&course, &twin))));
    let both = nanoseconds(|| drop(black_box(forecast_of(&course, &fold(&course, &programs)))));
    let (begin, end) = (PumpTime(START), PumpTime(START + 15 * 365 * DAY));
    let asked = nanoseconds(|| drop(black_box(fold(&course, &programs).emitted_by(end))));
    let received = nanoseconds(|| drop(black_box(fold(&course, &programs).received(begin, end))));
    println!("walk: {pieces} pieces, {:.1} µs, {:.2} ns per piece", walked / 1e3, walked / pieces as f64);
    println!(
        "twin: fold {:.1} µs, forecast {:.1} µs, both {:.1} µs",
        folded / 1e3,
        forecasted / 1e3,
        both / 1e3
    );
    println!("twin: fold and first question about the past {:.1} µs", asked / 1e3);
    println!("twin: fold and all drug of fifteen years {:.1} µs", received / 1e3);
    println!("the twin is {:.1} times as fast as the walk", walked / both);

    quick(criterion, "fifteen_years", |group| {
        group.bench_function("fold", |bench| bench.iter(|| fold(&course, &programs)));
        group.bench_function("forecast", |bench| bench.iter(|| forecast_of(&course, &twin)));
        group.bench_function("fold_and_forecast", |bench| {
            bench.iter(|| forecast_of(&course, &fold(&course, &programs)));
        });
        group.bench_function("fold_and_past", |bench| {
            bench.iter(|| fold(&course, &programs).emitted_by(end));
        });
        group.bench_function("fold_and_all_drug", |bench| {
            bench.iter(|| fold(&course, &programs).received(begin, end));
        });
        group.bench_function("peer_walk", |bench| bench.iter(|| walk(&course, &plain)));
    });
}

fn growth(criterion: &mut Criterion) {
    let mut measure = |name: &str, sizes: &[i64], course_of: fn(i64) -> Course| {
        quick(criterion, name, |group| {
            for &size in sizes {
                let course = course_of(size);
                let (programs, plain) = (course.built(), flat(&course));
                group.bench_function(BenchmarkId::new("fold_and_forecast", size), |bench| {
                    bench.iter(|| forecast_of(&course, &fold(&course, &programs)));
                });
                let end = PumpTime(START + 15 * 365 * DAY);
                group.bench_function(BenchmarkId::new("fold_and_past", size), |bench| {
                    bench.iter(|| fold(&course, &programs).emitted_by(end));
                });
                // The walk of thousands of years would take the whole time; its cost is pieces × ns per piece.
                if size <= 720 {
                    group.bench_function(BenchmarkId::new("peer_walk", size), |bench| {
                        bench.iter(|| walk(&course, &plain));
                    });
                }
            }
        });
    };
    measure("growth_events", &[45, 90, 180, 360, 720], |events| course(15, events, 13));
    measure("growth_steps_a_day", &[1, 4, 8, 13], |steps| course(15, 180, steps));
    measure("growth_years", &[1, 15, 150, 1_500, 7_900], |years| course(years, 180, 13));
}

criterion_group!(benches, fifteen_years, growth);
criterion_main!(benches);
