//! Everybody whom an analysis is about.

use super::{day_in, key, read, until, zone_of};
use crate::access::{Actor, Right};
use crate::door::{Practice, Refusal, projection};
use crate::rules::Rules;
use crate::sight::{Seen, Sight};
use outcomes::cohort::Person;
use record::{After, Id, Kind, Stream};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Asked for at once.
const AT_ONCE: u32 = 200;

/// Everybody whom an analysis is about, and how many it is not about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct People {
    /// Those who are seen, by no order that says anything.
    pub persons: Vec<Person>,
    /// Whose rows they are, one for each: for a way back to the record, never for a report.
    pub ids: Vec<Id>,
    /// How many others there are, whom the actor does not see.
    pub hidden: usize,
    /// Records that cannot be read, by the keys that their persons would have.
    pub unreadable: Vec<String>,
}

impl People {
    fn take(&mut self, id: Id, person: Person) {
        self.ids.push(id);
        self.persons.push(person);
    }
}

impl Practice {
    /// Everybody whom the actor may analyse, as the record stood at `now`, in seconds since 1970.
    ///
    /// Whom somebody sees by house, care team or open to-do, that person analyses; so who sees every patient analyses every
    /// patient. A record that was opened with a reason is left out: the reason was for that patient's care. Rows carry no
    /// names, but a group of few tells who is in it, so the rule of lists holds here too.
    ///
    /// # Errors
    /// [`Refusal::Denied`] without the right, or that the store cannot be read.
    pub async fn people(
        &self,
        actor: &Actor,
        sight: &Sight,
        rules: &Arc<Rules>,
        now: i64,
    ) -> Result<People, Refusal> {
        actor.require(Right::AnalyseOutcomes)?;
        actor.require(Right::ReadPatients)?;
        let today = day_in(&zone_of(rules), now);
        let mut people = People::default();
        let mut bad = self.make_missing(rules, now).await?;
        let seen = self.seen_by(sight).await?;
        let sees = |id: &Id| seen.as_ref().is_none_or(|seen| seen.contains(id));
        let mut after = None;
        loop {
            let page = self.port().rows(Kind::Patient, after, AT_ONCE).await?;
            let Some(last) = page.last().map(|one| one.id) else { break };
            for kept in page {
                if !sees(&kept.id) {
                    people.hidden += 1;
                    continue;
                }
                match read(&kept.rows) {
                    Some(person) => people.take(kept.id, until(person, today)),
                    // Made by an earlier thecal.
                    None => match self.remake(kept.id, rules, now).await {
                        Ok(Some(person)) => people.take(kept.id, until(person, today)),
                        Ok(None) => {}
                        Err(refusal) if is_of_one(&refusal) => bad.push(kept.id),
                        Err(refusal) => return Err(refusal),
                    },
                }
            }
            after = Some(last);
        }
        people.unreadable = bad.iter().filter(|id| sees(id)).map(|id| key(*id)).collect();
        Ok(people)
    }

    /// Makes the projection of patients that have none of today's; says of whom it cannot be made.
    async fn make_missing(&self, rules: &Arc<Rules>, now: i64) -> Result<Vec<Id>, Refusal> {
        let (mut after, mut bad) = (None, Vec::new());
        loop {
            let page = self.port().without_rows(Kind::Patient, after, AT_ONCE).await?;
            let Some(last) = page.last().copied() else { return Ok(bad) };
            for id in page {
                match self.remake(id, rules, now).await {
                    Ok(_) => {}
                    Err(refusal) if is_of_one(&refusal) => bad.push(id),
                    Err(refusal) => return Err(refusal),
                }
            }
            after = Some(last);
        }
    }

    /// Makes the projection of a patient anew and gives the person.
    async fn remake(&self, id: Id, rules: &Arc<Rules>, now: i64) -> Result<Option<Person>, Refusal> {
        loop {
            let patient = self.unkept(id, rules).await?;
            let made = projection(&patient, rules, now)?;
            let person = read(&made.rows);
            let stream = Stream { kind: Kind::Patient, id };
            let stored = self.port().project(stream, patient.version, made).await;
            if stored.map_err(|error| Refusal::Store(error.to_string()))? {
                return Ok(person);
            }
        }
    }

    /// Whom somebody sees; `None` for everybody.
    async fn seen_by(&self, sight: &Sight) -> Result<Option<BTreeSet<Id>>, Refusal> {
        if sight.is_whole() {
            return Ok(None);
        }
        let (mut after, mut seen) = (None, BTreeSet::new());
        loop {
            let page = self.port().summaries(Kind::Patient, after.take(), AT_ONCE).await?;
            let Some(last) = page.last() else { return Ok(Some(seen)) };
            after = Some(After { order: last.order.clone(), id: last.stream.id });
            let own = page.iter().filter(|line| {
                serde_json::from_str::<Seen>(&line.summary).is_ok_and(|seen| sight.belongs(&seen))
            });
            seen.extend(own.map(|line| line.stream.id));
        }
    }
}

/// Whether a refusal is about one record, and no reason to stop.
const fn is_of_one(refusal: &Refusal) -> bool {
    !matches!(refusal, Refusal::Store(_) | Refusal::Unknown | Refusal::Denied(_))
}
