//! Missed visits, operations, imaging, observations and the first program through the router, on a store in a folder.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    missing_docs,
    reason = "tests may fail loudly"
)]

mod attendance;
#[path = "../ward/mod.rs"]
mod house;
mod imaging;
mod implant;
mod observation;
mod programs;
mod surgery;
mod team;

use house::{Answer, House, Who};
use practice::patient::PatientEvent;
use record::Id;

/// Fields and what was typed into them.
type Typed<'a> = &'a [(&'a str, &'a str)];

/// A form of one patient, open on somebody's screen.
struct Screen {
    house: House,
    who: Who,
    patient: Id,
    page: Answer,
    action: String,
}

impl Screen {
    /// Opens a page of the patient whose form is sent to `action`.
    async fn open(house: House, who: Who, patient: Id, path: &str, action: &str) -> Self {
        let action = format!("/patients/{patient}/{action}");
        let mut screen = Self { house, who, patient, page: Answer::default(), action };
        screen.show(path).await;
        screen
    }

    /// Opens another page of the patient.
    async fn show(&mut self, path: &str) -> &Answer {
        self.page = self.house.get(self.who, &format!("/patients/{}/{path}", self.patient)).await;
        self.page.is(200)
    }

    /// Takes another form of the page.
    fn form(&mut self, action: &str) {
        self.action = format!("/patients/{}/{action}", self.patient);
    }

    async fn send(&mut self, typed: Typed<'_>) -> Answer {
        self.house.fill_in(self.who, &self.page, &self.action, typed).await
    }

    /// What the form of an answer holds is what was typed; what is pressed is no field.
    fn keeps(&self, answer: &Answer, typed: Typed<'_>) {
        let kept = answer.fields(&self.action);
        for (name, value) in typed.iter().filter(|(name, value)| *name != "confirmed" && !value.is_empty()) {
            assert_eq!(kept.get(*name).map(String::as_str), Some(*value), "{name} in\n{}", answer.plain());
        }
    }

    /// What is typed is refused in these words beside this field; nothing is recorded, and what was typed is still there.
    async fn refused(&mut self, typed: Typed<'_>, field: &str, words: &str) -> Answer {
        let before = self.house.version(self.patient).await;
        let answer = self.send(typed).await;
        answer.is(422).says(words);
        let beside = answer.text.split(&format!("id=\"{field}-error\"")).nth(1);
        let beside = beside.unwrap_or_else(|| panic!("nothing beside {field} in\n{}", answer.plain()));
        let beside = Answer { text: beside[..beside.find("</p>").unwrap()].to_owned(), ..Answer::default() };
        beside.says(words);
        self.keeps(&answer, typed);
        assert_eq!(self.house.version(self.patient).await, before, "recorded: {words}");
        answer
    }

    /// A time-out and another person's entry lose nothing that was typed and record nothing; sent again, and once more, it
    /// is one act.
    async fn recorded_once(&mut self, typed: Typed<'_>) -> Answer {
        let before = self.house.version(self.patient).await;
        let mut resumed = typed.to_vec();
        resumed.push(("resumed", "yes"));
        let back = self.send(&resumed).await;
        self.keeps(&back, typed);
        let text = "call from the ward".to_owned();
        self.house.event(self.patient, PatientEvent::Note { text }).await;
        let stale = self.send(typed).await;
        stale.is(422).says("the record has changed since you opened this form");
        self.keeps(&stale, typed);
        assert_eq!(self.house.version(self.patient).await, before + 1, "the note alone");
        self.page = stale;
        let done = self.send(typed).await;
        done.is(303);
        let after = self.house.version(self.patient).await;
        assert!(after > before + 1);
        assert_eq!(self.send(typed).await.is(303).to, done.to);
        assert_eq!(self.house.version(self.patient).await, after, "sent twice is one act");
        done
    }
}
