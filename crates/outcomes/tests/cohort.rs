//! Cohorts: what holds of every report, whoever is in it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests may fail loudly")]

mod people;

use jiff::ToSpan;
use jiff::civil::Date;
use outcomes::cohort::{
    Class, Device, DoseFrom, End, Happened, Lasting, Measure, Member, Missing, Operation, Part, Person,
    Related, STEPS_PER_POINT, TIMES, VISITS, Visit, Why, Windows, dose_on, doses, read, report, series,
    survival, write,
};
use people::{SCALES, after, cut, end, implanted, members, plan, score, site, sort};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

fn json(people: &[Person], cut: Date) -> String {
    serde_json::to_string(&report(people, &plan(cut))).unwrap()
}

fn hash(what: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    hasher.finish()
}

/// R-OUT-10: the order of people, and of the lines of a file, changes nothing; lines of one kind and day keep theirs.
fn order_changes_nothing(people: &[Person], cut: Date, seed: u64) -> TestCaseResult {
    let wanted = json(people, cut);
    let mut turned = people.to_vec();
    turned.sort_by_key(|person| hash((seed, &person.key)));
    prop_assert_eq!(&json(&turned, cut), &wanted);
    let text = write(people);
    if people.is_empty() {
        return Ok(());
    }
    let mut lines: Vec<&str> = text.lines().collect();
    let head = lines.remove(0);
    lines.sort_by_key(|line| {
        let fields: Vec<&str> = line.split(',').collect();
        hash((seed, fields[0], fields[1], fields[2]))
    });
    let turned = read(&format!("{head}\n{}\n", lines.join("\n"))).unwrap();
    prop_assert_eq!(json(&turned, cut), wanted);
    Ok(())
}

/// R-OUT-11: nothing after the day of the analysis changes the report, and all of it can be taken away.
fn later_changes_nothing(people: &[Person], cut: Date, by: i64) -> TestCaseResult {
    let wanted = json(people, cut);
    let mut earlier = people.to_vec();
    earlier.iter_mut().for_each(|person| end(person, cut));
    prop_assert_eq!(&json(&earlier, cut), &wanted);
    let on = after(cut, by);
    let mut later = people.to_vec();
    for person in later.iter_mut().filter(|person| person.died.is_none()) {
        for device in person.devices.iter_mut().filter(|device| device.out.is_none() && device.followed <= on)
        {
            device.out = Some((on, Why::Failure));
        }
        for part in [Part::Pump, Part::Catheter] {
            let model = "later".to_owned();
            person.devices.push(Device { part, model, into: Some(on), followed: on, out: None });
        }
        person.scores.extend(SCALES.map(|scale| {
            let value = scale.values().value(0).unwrap();
            score(on, scale, &value, site(scale, 0))
        }));
        person.doses.push(DoseFrom(on, 999_000));
        let kind = "new-deficit".to_owned();
        let (class, related) = (Class::Infection, Related::Related);
        person.events.push(Happened { on, class, kind, related, surgery: true });
        person.operations.push((on, Operation::Revision));
        person.died = Some((on, Related::Related));
        person.left = person.left.or(Some(on));
        person.titrated = person.titrated.or(Some(on));
        person.seen = person.seen.map(|seen| if seen >= cut { on } else { seen });
        sort(person);
    }
    prop_assert_eq!(json(&later, cut), wanted);
    Ok(())
}

/// R-OUT-12: no key, birth date or name is in a report, but the keys of those whose dose rises; tables have none at all.
fn nobody_is_named(people: &[Person], cut: Date) -> TestCaseResult {
    let report = report(people, &plan(cut));
    let rising: Vec<&str> = report.doses.rising.iter().map(|rising| rising.key.as_str()).collect();
    let mut without = report.clone();
    without.doses.rising.clear();
    let text = serde_json::to_string(&without).unwrap();
    let tables: String = report.tables().iter().map(|table| format!("{table:?}{}", table.csv())).collect();
    prop_assert!(!text.contains("of-nobody") && !tables.contains("of-nobody"));
    for person in people {
        let whole = serde_json::to_string(&report).unwrap();
        prop_assert_eq!(whole.contains(&person.key), rising.contains(&person.key.as_str()));
        if let Some(born) = person.born {
            prop_assert!(!text.contains(&born.to_string()) && !tables.contains(&born.to_string()));
        }
    }
    Ok(())
}

/// The scores of one person on one measure: the last of each day and site.
fn by_day(person: &Person, measure: Measure) -> BTreeMap<Date, BTreeMap<String, i64>> {
    let mut days: BTreeMap<Date, BTreeMap<String, i64>> = BTreeMap::new();
    for scored in person.scores.iter().filter(|scored| Measure::of(scored) == Some(measure)) {
        let tenths = scored.scale.values().ordinal_tenths(scored.rank).unwrap();
        days.entry(scored.on).or_default().insert(format!("{:?}", scored.site), i64::from(tenths));
    }
    days
}

/// The value that counts for a visit, by looking at every day of its window in the order of the rule.
fn value_by_days(
    member: &Member<'_>,
    measure: Measure,
    visit: Visit,
    windows: &Windows,
) -> Option<(Date, i64)> {
    let days = by_day(member.person, measure);
    let implant = member.followed.implanted?;
    let before = (0..=windows.before).map(|back| after(implant, -back)).find(|day| days.contains_key(day));
    let first = before.or_else(|| days.keys().next().copied())?;
    let sites: Vec<&String> = days[&first].keys().collect();
    let mean = |day: Date| -> Option<i64> {
        let own: Vec<i64> =
            days.get(&day)?.iter().filter(|(site, _)| sites.contains(site)).map(|(_, t)| *t).collect();
        let enough = own.len() * 5 >= sites.len() * 4 && !own.is_empty();
        enough.then(|| own.iter().sum::<i64>() * STEPS_PER_POINT / 10 / i64::try_from(own.len()).unwrap())
    };
    let pump = |day: Date| {
        let until = member.followed.until;
        let own = member
            .person
            .devices
            .iter()
            .filter(|device| device.part == Part::Pump && device.followed <= until);
        day <= until
            && own
                .into_iter()
                .any(|device| device.followed <= day && device.out.is_none_or(|(out, _)| day <= out))
    };
    let rated = |day: Date| pump(day).then(|| Some((day, mean(day)?))).flatten();
    match visit {
        Visit::Before => before.map(|day| (day, mean(day).unwrap())),
        Visit::Titrated => {
            let finished = member
                .person
                .titrated
                .filter(|day| *day > implant && *day <= member.followed.until.max(*day));
            let (from, to) = match finished {
                Some(day) => (day, after(day, windows.titrated)),
                None => (after(implant, windows.titrated_from), after(implant, windows.titrated_to)),
            };
            let mut day = from;
            while day <= to {
                if let Some(found) = rated(day) {
                    return Some(found);
                }
                day = after(day, 1);
            }
            None
        }
        Visit::Year(year) => {
            let day = implant.checked_add(i64::from(year).years()).unwrap();
            let width = if year == 1 { windows.year_one } else { windows.later_years };
            (0..=width).find_map(|far| rated(after(day, -far)).or_else(|| rated(after(day, far))))
        }
    }
}

/// R-OUT-13: the value of every visit is that of the printed rule; who lacks one is counted with a reason.
fn visits_follow_their_rule(people: &[Person], cut: Date) -> TestCaseResult {
    let mut people = people.to_vec();
    people.iter_mut().for_each(|person| end(person, cut));
    let windows = Windows::default();
    let members = members(&people, cut);
    for one in series(&members, &windows) {
        for visit in VISITS {
            for (member, chosen) in members.iter().zip(one.at(visit)) {
                let wanted = value_by_days(member, one.measure, visit, &windows);
                let found = chosen.ok().map(|chosen| (chosen.on, chosen.value));
                prop_assert_eq!(found, wanted, "{} {:?} {:?}", &member.person.key, one.measure, visit);
                // Any rating in the window, and no value: too few of its sites, whatever came later.
                let window = visit.window(&windows, &member.followed, member.person.titrated);
                let counts = |day: &Date| {
                    let inside = window.is_some_and(|(first, _, last)| (first..=last).contains(day));
                    inside && (visit == Visit::Before || member.followed.had_pump(*day))
                };
                let rated = by_day(member.person, one.measure).keys().any(counts);
                prop_assert_eq!(found.is_none() && rated, chosen == Err(Missing::TooFewSites));
                prop_assert_eq!(window.is_none(), chosen == Err(Missing::NoDay));
                let until = member.followed.until;
                match chosen {
                    Err(Missing::Died) => prop_assert!(member.person.died.is_some_and(|(on, _)| on == until)),
                    Err(Missing::Left) => prop_assert_eq!(member.person.left, Some(until)),
                    Err(Missing::NotYet) => prop_assert_eq!(member.followed.end, End::Followed),
                    _ => {}
                }
            }
        }
    }
    let report = report(&people, &plan(cut));
    let missing = |all: &Vec<(&str, usize)>| all.iter().map(|(_, count)| count).sum::<usize>();
    for over in &report.over_years {
        for at in &over.at {
            prop_assert_eq!(at.values.map_or(0, |values| values.n) + missing(&at.missing), members.len());
        }
    }
    for change in
        report.before_after.iter().chain(report.over_years.iter().flat_map(|over| &over.against_before))
    {
        prop_assert_eq!(change.better + change.same + change.worse, change.n);
        let (earlier, later) =
            (members.len() - missing(&change.missing_from), members.len() - missing(&change.missing_to));
        prop_assert!(change.n <= earlier.min(later) && change.n + members.len() >= earlier + later);
    }
    Ok(())
}

/// R-OUT-14: the time with a pump is what counting days gives; ends add up; deaths are those under the therapy.
fn time_is_counted_in_days(people: &[Person], cut: Date) -> TestCaseResult {
    let mut people = people.to_vec();
    people.iter_mut().for_each(|person| end(person, cut));
    let members = members(&people, cut);
    let mut all = 0;
    for member in &members {
        let followed = &member.followed;
        let pumps: Vec<&Device> =
            member.person.devices.iter().filter(|device| device.part == Part::Pump).collect();
        prop_assert!(followed.from <= followed.until && followed.until <= cut.max(followed.from));
        let mut day = followed.from;
        let mut count = 0;
        while day < followed.until {
            count += i64::from(
                pumps.iter().any(|pump| pump.followed <= day && pump.out.is_none_or(|(out, _)| day < out)),
            );
            day = after(day, 1);
        }
        prop_assert_eq!(followed.exposure_days(), count, "{:?}", followed);
        all += count;
        let last_out =
            pumps.iter().map(|pump| pump.out.map(|(out, _)| out)).reduce(|one, other| Some(one?.max(other?)));
        let out = last_out.flatten();
        match followed.end {
            End::Died => {
                prop_assert_eq!(member.person.died.map(|(on, _)| on), Some(followed.until));
                prop_assert!(out.is_none_or(|out| out >= followed.until));
            }
            End::Left => prop_assert_eq!(member.person.left, Some(followed.until)),
            End::SystemOut => prop_assert_eq!(out, Some(followed.until)),
            End::Followed => {
                prop_assert!(member.person.died.is_none() && member.person.left.is_none() && out.is_none());
            }
        }
    }
    let report = report(&people, &plan(cut));
    let all_years = outcomes::cohort::years(all);
    prop_assert!((report.described.patient_years - all_years).abs() < 1e-9);
    let ends = [
        report.described.followed,
        report.described.died,
        report.described.left,
        report.described.system_out,
    ];
    prop_assert_eq!(ends.iter().sum::<usize>(), members.len());
    prop_assert_eq!(report.safety.deaths.patients, report.described.died);
    let events: usize = members.iter().map(|member| member.person.events.len()).sum();
    prop_assert_eq!(report.safety.events[0].events + report.safety.events_outside, events);
    let classes = report.safety.events.iter().filter(|row| row.kind.is_empty()).skip(1);
    prop_assert_eq!(classes.map(|row| row.events).sum::<usize>(), report.safety.events[0].events);
    let infections: usize = report.safety.infections.iter().map(|row| row.early + row.late).sum();
    let class =
        report.safety.events.iter().find(|row| row.class == "infection" && row.kind.is_empty()).unwrap();
    prop_assert_eq!(infections + report.safety.infections_before_any, class.events);
    let operations: usize = report.safety.infections.iter().map(|row| row.operations).sum();
    prop_assert_eq!(operations, report.safety.operations_all);
    Ok(())
}

/// R-OUT-15: every device is in its curve or left out; causes and what still goes on are all of them.
fn spells_add_up(people: &[Person], cut: Date) -> TestCaseResult {
    let mut people = people.to_vec();
    people.iter_mut().for_each(|person| end(person, cut));
    let members = members(&people, cut);
    for (what, part) in [
        (Lasting::Pump, Some(Part::Pump)),
        (Lasting::Catheter, Some(Part::Catheter)),
        (Lasting::Therapy, None),
    ] {
        let one = survival(&members, what, plan(cut).group_by);
        let (mut going, mut failed) = (0, 0);
        let mut known = 0;
        let mut left_out = 0;
        for member in &members {
            let until = member.followed.until;
            let died = member.followed.end == End::Died;
            let Some(part) = part else {
                let here = member.followed.implanted == Some(member.followed.from);
                known += usize::from(here);
                left_out += usize::from(!here);
                failed += u64::from(here && member.followed.end == End::SystemOut);
                going += usize::from(here && matches!(member.followed.end, End::Followed | End::Left));
                continue;
            };
            for device in
                member.person.devices.iter().filter(|device| device.part == part && device.followed <= until)
            {
                if device.into != Some(device.followed) {
                    left_out += 1;
                    continue;
                }
                known += 1;
                failed += u64::from(device.out.is_some_and(|(out, why)| out <= until && why == Why::Failure));
                going += usize::from(device.out.is_none_or(|(out, _)| out > until) && !died);
            }
        }
        prop_assert_eq!((usize::try_from(one.all.n).unwrap(), one.left_out), (known, left_out));
        prop_assert_eq!(one.all.events, failed, "{:?}", what);
        let ended: usize = one.causes.iter().map(|cause| cause.events).sum();
        prop_assert_eq!(ended + going, known, "{:?}", what);
        let groups: u64 = one.groups.iter().map(|group| group.n).sum();
        prop_assert_eq!(groups, one.all.n);
        for curve in std::iter::once(&one.all).chain(&one.groups) {
            let mut last = 100.0;
            for at in &curve.at {
                prop_assert!(at.percent.value <= last && at.percent.value >= 0.0);
                prop_assert!(curve.events > 0 || at.percent.value >= 100.0);
                prop_assert!(at.percent.low.is_none_or(|low| low <= at.percent.value));
                prop_assert!(at.percent.high.is_none_or(|high| high >= at.percent.value && high <= 100.0));
                last = at.percent.value;
            }
        }
        for year in TIMES {
            let at = |cause: &outcomes::cohort::Competing| {
                cause
                    .percent_at
                    .iter()
                    .find(|(time, _)| (time - year).abs() < 1e-9)
                    .map_or(0.0, |(_, percent)| *percent)
            };
            prop_assert!(one.causes.iter().map(at).sum::<f64>() <= 100.0 + 1e-9);
        }
    }
    Ok(())
}

/// R-OUT-16: the dose of a day is the last one seen in the time with a pump that the day is in; a slope is flagged above 100 only.
fn doses_are_those_seen(people: &[Person], cut: Date, day: i64) -> TestCaseResult {
    let mut people = people.to_vec();
    people.iter_mut().for_each(|person| end(person, cut));
    let members = members(&people, cut);
    for member in &members {
        let on = after(member.followed.from, day);
        let span = member.followed.spans.iter().find(|(from, to)| (*from..=*to).contains(&on));
        let wanted = span.and_then(|(from, _)| {
            let own = member.person.doses.iter().filter(|dose| (*from..=on).contains(&dose.0));
            own.max_by_key(|dose| dose.0).filter(|last| {
                // Nothing newer from before the gap.
                member.person.doses.iter().all(|dose| dose.0 > on || dose.0 <= last.0)
            })
        });
        let found = dose_on(member.person, &member.followed, on);
        prop_assert_eq!(found.map(|dose| (dose * 1_000.0).round() as u64), wanted.map(|dose| dose.1));
    }
    let found = doses(&members, &Windows::default());
    let slopes = found.slopes.map_or(0, |slopes| slopes.n);
    prop_assert_eq!(slopes + found.without_slope, members.len());
    prop_assert!(found.rising.iter().all(|one| one.steepest() > 100.0));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whoever_is_in_it(people in people::people(9), cut in cut(), seed: u64, days in 0_i64..7_000) {
        order_changes_nothing(&people, cut, seed)?;
        later_changes_nothing(&people, cut, 1 + days % 900)?;
        nobody_is_named(&people, cut)?;
        visits_follow_their_rule(&people, cut)?;
        time_is_counted_in_days(&people, cut)?;
        spells_add_up(&people, cut)?;
        doses_are_those_seen(&people, cut, days)?;
    }
}

/// A person like any other, for what holds of one.
#[test]
fn a_person_without_anything_else_is_followed() {
    let person = implanted("one", people::START);
    let report = report(&[person], &plan(after(people::START, 1_000)));
    assert_eq!((report.described.n, report.described.followed, report.survival[0].all.events), (1, 1, 0));
    assert!((report.survival[0].all.at[0].percent.value - 100.0).abs() < 1e-12);
}
