//! Whom to call, and when they answer, in words.

use super::{Said, Say};
use crate::papers::facts::{Desk, Hours};
use documents::{Part, Section};
use practice::contacts::{OnHolidays, Rule};

impl Say<'_> {
    /// Weekdays, from 0 for Monday; those in a row of three and more as a range.
    pub(crate) fn days(&self, days: &[usize]) -> Said {
        let name = |day: &usize| self.key(&format!("common-weekday-{}", day + 1));
        let in_a_row = days.iter().zip(days.iter().skip(1)).all(|(day, next)| day + 1 == *next);
        match (days.first(), days.last()) {
            _ if days.len() == 7 => self.key("common-every-day"),
            (Some(first), Some(last)) if in_a_row && days.len() > 2 => {
                self.with("paper-days-range", &[("from", name(first)), ("to", name(last))])
            }
            _ => Said::join(days.iter().map(name), ", "),
        }
    }

    fn rule(&self, rule: &Rule) -> Said {
        let listed = rule.weekdays.iter();
        let mut days: Vec<usize> =
            listed.filter_map(|day| usize::try_from(day.to_monday_zero_offset()).ok()).collect();
        days.sort_unstable();
        days.dedup();
        let all = days.len() == 7;
        let on = |key: &str| self.with(key, &[("days", self.days(&days))]);
        let days = match (rule.on_holidays, all) {
            (OnHolidays::Only, true) => self.key("paper-days-public-holidays"),
            (OnHolidays::Only, false) => on("paper-days-if-public-holiday"),
            (OnHolidays::Never, _) => on("paper-days-except-public-holidays"),
            (OnHolidays::Also, true) => self.key("common-every-day"),
            (OnHolidays::Also, false) if days.is_empty() => self.key("paper-days-every-public-holiday"),
            (OnHolidays::Also, false) => on("paper-days-and-public-holidays"),
        };
        let key = if rule.until <= rule.from { "paper-hours-overnight" } else { "paper-hours" };
        let [from, until] = [rule.from, rule.until].map(|time| Said::from(time.to_string()));
        self.with(key, &[("days", days), ("from", from), ("until", until)])
    }

    /// When somebody answers.
    pub(crate) fn hours(&self, hours: &Hours) -> Said {
        match hours {
            Hours::Any => self.key("paper-hours-any"),
            Hours::IfNobodyElse => self.key("paper-hours-if-nobody-else"),
            Hours::Weekly(rules) => Said::join(rules.iter().map(|rule| self.rule(rule)), "; "),
            Hours::Until { until, now } => {
                let time = Said::from(self.voice().clock(until.time()));
                let tomorrow = now.date().tomorrow().is_ok_and(|tomorrow| tomorrow == until.date());
                if until.date() == now.date() {
                    self.with("paper-hours-until-today", &[("time", time)])
                } else if tomorrow {
                    self.with("paper-hours-until-tomorrow", &[("time", time)])
                } else {
                    let date = self.weekday_and_date(until.date());
                    self.with("paper-hours-until-on", &[("time", time), ("date", date)])
                }
            }
        }
    }

    /// Desks as sheet and card take them.
    pub(crate) fn desks(&self, desks: &[Desk]) -> Vec<documents::Desk> {
        let desk = |desk: &Desk| documents::Desk {
            name: desk.name.clone(),
            telephone: desk.phone.clone(),
            hours: self.hours(&desk.hours).text,
        };
        desks.iter().map(desk).collect()
    }

    /// "Whom to call" as a section: a paper lies for weeks, so hours are those of every week.
    pub(crate) fn call_section(&self, desks: &[Desk], with_signs: bool) -> Section {
        let mut parts = Vec::new();
        if with_signs {
            let signs = ["paper-call-emergency", "paper-call-early"].map(|key| self.key(key).into());
            parts.push(Part::Bullets(signs.to_vec()));
        }
        if desks.is_empty() {
            parts.push(Part::Paragraph(self.key("paper-call-nobody").into()));
        } else {
            let columns = ["paper-call-who", "paper-call-telephone", "paper-call-when"];
            let row = |desk: &Desk| {
                vec![
                    Said::from(&desk.name).into(),
                    Said::from(&desk.phone).into(),
                    self.hours(&desk.hours).into(),
                ]
            };
            parts.push(Part::Table {
                columns: columns.iter().map(|key| self.key(key).into()).collect(),
                rows: desks.iter().map(row).collect(),
            });
        }
        Section { heading: self.key("paper-call").into(), parts }
    }
}
