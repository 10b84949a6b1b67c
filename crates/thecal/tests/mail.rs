//! R-APT-6 to R-APT-8: reminders by e-mail against servers that answer, refuse, break off and are not there.
#![cfg(feature = "mail")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

use practice::access::{Actor, Matrix, Role};
use practice::account::By;
use practice::agenda::Calendar;
use practice::path::appointment::{Accepted, Event, Kind, Outcome, Reminder, Slot};
use practice::patient::{Identity, PatientEvent};
use practice::reminder::{self, Delivery, Letter, Post, Round};
use practice::rules::Rules;
use practice::settings::{self, Change, Clinic, Mail, Secret, Security, Settings};
use practice::{Arrangement, Form, Practice, Step};
use record::{Id, Keys, Later, Options, Port, SqliteStore, Window};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicI64, AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use thecal::cli::serve::post::Smtp;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// 2 March 2026, 10:00 in Berlin.
const MORNING: i64 = 1_772_442_000;
const HOUR: i64 = 3_600;
/// Four days later, at 11:00; the reminder goes out 48 hours before.
const STARTS: i64 = MORNING + 4 * 24 * HOUR + HOUR;
const DUE: i64 = STARTS - 48 * HOUR;

/// What a server does with one caller.
#[derive(Clone)]
struct Script {
    starttls: bool,
    rcpt: &'static str,
    data: &'static str,
    /// The answer to the text; none to break off.
    end: Option<&'static str>,
}

const GOOD: Script = Script { starttls: false, rcpt: "250 good", data: "354 go on", end: Some("250 taken") };

/// A server that follows a script for each caller, and keeps what it heard.
struct Server {
    port: u16,
    heard: Arc<Mutex<Vec<String>>>,
}

impl Server {
    async fn new(script: Vec<Script>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let heard = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&heard);
        tokio::spawn(async move {
            for script in script {
                let (stream, _) = listener.accept().await.unwrap();
                let heard = serve(stream, &script).await.unwrap_or_default();
                kept.lock().unwrap().push(heard);
            }
        });
        Self { port, heard }
    }

    async fn heard(&self, callers: usize) -> Vec<String> {
        for _ in 0..500 {
            if self.heard.lock().unwrap().len() >= callers {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
        self.heard.lock().unwrap().clone()
    }
}

async fn serve(stream: TcpStream, script: &Script) -> std::io::Result<String> {
    let mut stream = BufReader::new(stream);
    let mut heard = String::new();
    stream.write_all(b"220 test\r\n").await?;
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await? == 0 {
            return Ok(heard);
        }
        heard.push_str(&line);
        let word = line.split_whitespace().next().unwrap_or_default().to_ascii_uppercase();
        let answer = match word.as_str() {
            "EHLO" if script.starttls => "250-test\r\n250 STARTTLS",
            "EHLO" => "250 test",
            "MAIL" => "250 good",
            "RCPT" => script.rcpt,
            "DATA" => script.data,
            "QUIT" => "221 bye",
            _ => "502 no",
        };
        stream.write_all(format!("{answer}\r\n").as_bytes()).await?;
        if word == "QUIT" {
            return Ok(heard);
        }
        if word == "DATA" && answer.starts_with("354") {
            loop {
                let mut line = String::new();
                if stream.read_line(&mut line).await? == 0 {
                    return Ok(heard);
                }
                if line == ".\r\n" {
                    break;
                }
                heard.push_str(&line);
            }
            match script.end {
                Some(answer) => stream.write_all(format!("{answer}\r\n").as_bytes()).await?,
                None => return Ok(heard),
            }
        }
    }
}

struct Office {
    _folder: tempfile::TempDir,
    store: Arc<SqliteStore>,
    practice: Practice,
    rules: Arc<Rules>,
    settings: Settings,
    now: AtomicI64,
}

fn server(port: u16, security: Security) -> Mail {
    Mail {
        on: true,
        host: "127.0.0.1".to_owned(),
        port,
        security,
        user: String::new(),
        password: Secret::default(),
        from: "clinic@hill.example".to_owned(),
        phone: "0123 456".to_owned(),
        lead_hours: BTreeMap::from([(Kind::Refill, 48)]),
    }
}

impl Office {
    /// A clinic with one patient, who agreed to reminders and comes for a refill.
    async fn new(mail: Mail) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("clinic.db");
        let keys = Keys::beside(&path, &mut record::system_random()).unwrap();
        let store = Arc::new(SqliteStore::open(&path, Options::new(keys)).await.unwrap());
        let clinic = Clinic {
            name: "Hill".to_owned(),
            zone: "Europe/Berlin".to_owned(),
            houses: Vec::new(),
            ..Clinic::default()
        };
        let append = settings::appending(&[Change::Clinic(clinic), Change::Mail(mail)], 0, MORNING).unwrap();
        let by = By { account: None, form: Id(1), content: [0; 32], now: MORNING };
        store.append(by.act(vec![append])).await.unwrap();
        let settings = settings::load(store.as_ref()).await.unwrap();
        let rules = Arc::new(Rules::of(&settings).unwrap());
        let port: Arc<dyn Port> = store.clone();
        let practice = Practice::new(port, false);
        let clinic = Self { _folder: folder, store, practice, rules, settings, now: AtomicI64::new(MORNING) };
        clinic.book().await;
        clinic
    }

    async fn book(&self) {
        let rights = Matrix::default().rights(Role::Coordinator);
        let actor = Actor { account: Id(9), name: "Somebody".to_owned(), role: Role::Coordinator, rights };
        let identity = Identity {
            family: "Invented".to_owned(),
            given: "Forty-two".to_owned(),
            title: None,
            born: "1980-05-02".parse().unwrap(),
            gender: "female".to_owned(),
            record: "R-0042".to_owned(),
            diagnosis: "multiple-sclerosis".to_owned(),
            small_child: None,
            contact: String::new(),
            language: String::new(),
            house: String::new(),
            invented: false,
        };
        let agreed =
            Event::MailAgreed { address: "forty.two@home.example".to_owned(), agreed: "mother".to_owned() };
        let step = |event| Step::Event { event, happened: MORNING };
        let steps = vec![step(PatientEvent::Registered(identity)), step(PatientEvent::Appointment(agreed))];
        let form = Form { id: Id(2), patient: Id(42), expected: 0, now: MORNING };
        self.practice.record(&actor, form, &self.rules, steps).await.unwrap();
        let slot = Slot {
            starts: STARTS,
            offset: 3_600,
            minutes: 45,
            house: "South".to_owned(),
            place: "Room 2".to_owned(),
        };
        let book = Arrangement::Book {
            what: Kind::Refill,
            slot,
            people: Vec::new(),
            note: "baclofen".to_owned(),
            remind: self.settings.remind_at(Kind::Refill, STARTS, MORNING),
        };
        let calendar: Calendar = self.settings.calendar();
        let form = Form { id: Id(3), expected: 2, ..form };
        let wish = (book, Accepted::default());
        self.practice.arrange(&actor, form, [1; 32], &self.rules, &calendar, wish).await.unwrap();
    }

    async fn round_by(&self, post: &dyn Post, at: i64) -> Round {
        self.now.store(at, Ordering::Relaxed);
        let clock = || at;
        reminder::round(&self.practice, &self.rules, &self.settings, post, &clock, &|| false).await.unwrap()
    }

    async fn round(&self, at: i64) -> Round {
        self.round_by(&Smtp, at).await
    }

    async fn reminder(&self) -> Reminder {
        let patient = self.practice.patient(Id(42), &self.rules).await.unwrap();
        patient.path.appointments.all[0].reminder().unwrap().clone()
    }

    /// What people see of reminders on Today.
    async fn seen(&self, at: i64) -> Vec<String> {
        let lines = self.store.due(vec!["reminder".to_owned()], Window { now: at, until: i64::MAX }, 9).await;
        lines.unwrap().into_iter().map(|line| line.due.body).collect()
    }
}

const SENT: Round = Round { sent: 1, failed: 0, passed: 0 };
const FAILED: Round = Round { sent: 0, failed: 1, passed: 0 };
const NOTHING: Round = Round { sent: 0, failed: 0, passed: 0 };

/// R-APT-6: a reminder goes out once, when it is due, and says clinic, day, time, place and number and nothing of the illness.
#[tokio::test]
async fn a_reminder_goes_out_once_and_says_little() {
    let there = Server::new(vec![GOOD, GOOD]).await;
    let clinic = Office::new(server(there.port, Security::None)).await;
    assert_eq!(clinic.round(DUE - 1).await, NOTHING);
    assert_eq!(clinic.round(DUE).await, SENT);
    for later in [DUE + 1, DUE + HOUR, STARTS] {
        assert_eq!(clinic.round(later).await, NOTHING);
    }
    let heard = there.heard(1).await;
    assert_eq!(heard.len(), 1);
    for words in [
        "MAIL FROM:<clinic@hill.example>",
        "RCPT TO:<forty.two@home.example>",
        "Subject: Your appointment: Hill",
        "Auto-Submitted: auto-generated",
        "Clinic: Hill",
        "Day: Friday, 6 March 2026",
        "Time: 11:00",
        "Place: South, Room 2",
        "please call 0123 456.",
    ] {
        assert!(heard[0].contains(words), "{words} in\n{}", heard[0]);
    }
    let small = heard[0].to_lowercase();
    for secret in ["baclofen", "refill", "sclerosis", "invented", "r-0042", "pump", "dose"] {
        assert!(!small.contains(secret), "{secret} in\n{small}");
    }
    assert_eq!(clinic.reminder().await.outcome, Some(Outcome::Sent));
    assert!(clinic.seen(STARTS - 1).await.is_empty());
}

/// R-APT-7: what certainly failed is tried again, less and less often, five times at most; what a server refuses for good is
/// not; and people see what did not go out.
#[tokio::test]
async fn what_failed_is_tried_again_for_a_while() {
    // Nobody is there: the port was free a moment ago.
    let free = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
    let clinic = Office::new(server(free, Security::None)).await;
    let mut at = DUE;
    for attempt in 1..=5_u32 {
        assert_eq!(clinic.round(at).await, FAILED, "{attempt}");
        let reminder = clinic.reminder().await;
        assert_eq!(reminder.attempts, attempt);
        let Some(Outcome::Failed { why, again }) = reminder.outcome else { panic!("{reminder:?}") };
        assert!(why.contains("cannot connect"), "{why}");
        assert_eq!(clinic.round(at + 60).await, NOTHING, "too early");
        assert_eq!(clinic.seen(at).await.len(), usize::from(attempt == 5));
        match again {
            Some(again) => at = again,
            None => assert_eq!(attempt, 5),
        }
    }
    assert_eq!(at - DUE, (15 + 30 + 60 + 120) * 60);
    assert_eq!(clinic.round(STARTS - 1).await, NOTHING);

    for (script, retried) in [
        (Script { rcpt: "451 later", ..GOOD }, true),
        (Script { data: "451 later", ..GOOD }, true),
        (Script { end: Some("451 later"), ..GOOD }, true),
        (Script { rcpt: "550 nobody here", ..GOOD }, false),
        (Script { end: Some("554 not wanted"), ..GOOD }, false),
    ] {
        let there = Server::new(vec![script, GOOD]).await;
        let clinic = Office::new(server(there.port, Security::None)).await;
        assert_eq!(clinic.round(DUE).await, FAILED);
        assert_eq!(clinic.seen(DUE).await.len(), usize::from(!retried));
        let second = clinic.round(DUE + 15 * 60).await;
        assert_eq!(second, if retried { SENT } else { NOTHING });
    }
}

/// R-APT-7: without STARTTLS nothing is sent where it is asked for; and an unknown certificate ends it.
#[tokio::test]
async fn nothing_is_sent_in_the_open() {
    for starttls in [false, true] {
        let there = Server::new(vec![Script { starttls, ..GOOD }]).await;
        let mut mail = server(there.port, Security::StartTls);
        (mail.user, mail.password) = ("clinic".to_owned(), Secret("hunter".to_owned()));
        let clinic = Office::new(mail).await;
        assert_eq!(clinic.round(DUE).await, FAILED);
        let heard = there.heard(1).await.concat();
        assert!(!heard.contains("MAIL") && !heard.contains("AUTH"), "{heard}");
    }
    let text = format!("{:?}", Office::new(server(1, Security::Tls)).await.settings);
    assert!(text.contains("Secret(") && !text.contains("hunter"));
}

/// R-APT-8: a letter that may have gone out is never sent again by itself, whether the line broke or the sender was killed;
/// people see it.
#[tokio::test]
async fn what_may_have_gone_out_is_not_sent_again() {
    let there = Server::new(vec![Script { end: None, ..GOOD }, GOOD]).await;
    let clinic = Office::new(server(there.port, Security::None)).await;
    assert_eq!(clinic.round(DUE).await, FAILED);
    assert!(matches!(clinic.reminder().await.outcome, Some(Outcome::Unknown { .. })));
    assert!(clinic.seen(DUE).await[0].contains("nobody knows whether the reminder was sent"));
    assert_eq!(clinic.round(DUE + HOUR).await, NOTHING);

    /// Never comes back, as if the process were killed.
    struct Stuck;
    impl Post for Stuck {
        fn send<'a>(&'a self, _: &'a Mail, _: &'a Letter) -> Later<'a, Delivery> {
            Box::pin(std::future::pending())
        }
    }
    let clinic = Office::new(server(there.port, Security::None)).await;
    let wait = std::time::Duration::from_millis(300);
    tokio::time::timeout(wait, clinic.round_by(&Stuck, DUE)).await.unwrap_err();
    assert_eq!(clinic.reminder().await.outcome, None);
    assert!(clinic.seen(DUE + 1).await[0].contains("begun and has no outcome"));
    assert_eq!(clinic.round(DUE + HOUR).await, NOTHING);
}

/// R-APT-8: of several who send at once one sends.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_several_senders_one_sends() {
    struct Counting(AtomicU32);
    impl Post for Counting {
        fn send<'a>(&'a self, _: &'a Mail, _: &'a Letter) -> Later<'a, Delivery> {
            self.0.fetch_add(1, Ordering::SeqCst);
            Box::pin(async { Delivery::Taken })
        }
    }
    let clinic = Office::new(server(1, Security::None)).await;
    let post = Arc::new(Counting(AtomicU32::new(0)));
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..8 {
        let (rules, settings, post) = (clinic.rules.clone(), clinic.settings.clone(), post.clone());
        let port: Arc<dyn Port> = clinic.store.clone();
        tasks.spawn(async move {
            let practice = Practice::new(port, false);
            reminder::round(&practice, &rules, &settings, post.as_ref(), &|| DUE, &|| false).await.unwrap()
        });
    }
    let rounds = tasks.join_all().await;
    assert_eq!(post.0.load(Ordering::SeqCst), 1);
    assert_eq!(rounds.iter().map(|round| round.sent).sum::<u32>(), 1);
    assert_eq!(clinic.reminder().await.outcome, Some(Outcome::Sent));
}

/// R-APT-6: no name, place or address can put a line into a letter.
#[tokio::test]
async fn nothing_typed_becomes_a_header() {
    for bad in [
        "a@b.example\r\nBcc: c@d.example",
        "a@b.example\n",
        "a b@c.example",
        "a@b@c.example",
        "<a@b.example>",
        "a@b.example,c@d.example",
        "\"a\"@b.example",
        "a..b@c.example",
        "@b.example",
        "a@",
        "ä@b.example",
        "",
    ] {
        assert!(practice::path::appointment::address(bad).is_err(), "{bad:?}");
    }
    let there = Server::new(vec![GOOD]).await;
    let mut clinic = Office::new(server(there.port, Security::None)).await;
    clinic.settings.clinic.name = "Hill\r\nBcc: everybody@else.example\r\n\r\nx ä\u{2028}y\0".to_owned();
    clinic.settings.mail.as_mut().unwrap().phone = "1\r\n.\r\nMAIL FROM:<x@y.example>".to_owned();
    assert_eq!(clinic.round(DUE).await, SENT);
    let heard = there.heard(1).await.concat();
    let bad = |line: &&str| line.to_lowercase().starts_with("bcc") || line.starts_with("MAIL FROM:<x@");
    assert_eq!(heard.lines().find(bad), None, "{heard}");
    assert_eq!(heard.lines().filter(|line| line.starts_with("MAIL")).count(), 1, "{heard}");
    let (head, _) = heard.split_once("\r\n\r\n").unwrap();
    assert!(head.contains("Subject: "), "{head}");
}

/// R-APT-6: a mail server that others wrote takes the letter.
#[tokio::test]
async fn a_real_server_takes_the_letter() {
    let folder = tempfile::tempdir().unwrap();
    let port = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
    let mut command = std::process::Command::new("aiosmtpd");
    command.args(["-n", "-l", &format!("127.0.0.1:{port}"), "-c", "aiosmtpd.handlers.Mailbox"]);
    let Ok(mut running) = command.arg(folder.path().join("box")).spawn() else {
        assert!(std::env::var_os("CI").is_none(), "aiosmtpd is not here");
        println!("skipped: aiosmtpd is not here (Debian: python3-aiosmtpd)");
        return;
    };
    for _ in 0..100 {
        if TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    let clinic = Office::new(server(port, Security::None)).await;
    let sent = clinic.round(DUE).await;
    running.kill().unwrap();
    running.wait().unwrap();
    assert_eq!(sent, SENT);
    let letters: Vec<_> = std::fs::read_dir(folder.path().join("box/new")).unwrap().collect();
    assert_eq!(letters.len(), 1);
    let text = std::fs::read_to_string(letters[0].as_ref().unwrap().path()).unwrap();
    assert!(text.contains("Day: Friday, 6 March 2026"), "{text}");
}
