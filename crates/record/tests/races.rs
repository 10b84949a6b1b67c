//! Two people at once, and a disk that fails at the worst moment: an armed store, no waiting for luck.
//! R-REC-3, R-REC-4, R-REC-10.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests may fail loudly"
)]

mod common;

use common::*;
use record::*;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::sync::oneshot;

/// What the writer finds at one point, once.
enum Trap {
    /// It stops until it is let go.
    Stop(Point),
    /// The disk fails.
    Fail(Point),
}

/// The writer passes these in order; a point that is not the next one is passed freely.
#[derive(Clone)]
struct Armed {
    traps: Arc<Mutex<VecDeque<Trap>>>,
    stopped: UnboundedSender<oneshot::Sender<()>>,
}

type Stopped = UnboundedReceiver<oneshot::Sender<()>>;

impl Armed {
    fn new() -> (Self, Stopped) {
        let (stopped, arrivals) = unbounded_channel();
        (Self { traps: Arc::default(), stopped }, arrivals)
    }

    fn set(&self, traps: impl IntoIterator<Item = Trap>) {
        *self.traps.lock().unwrap() = traps.into_iter().collect();
    }

    fn pause(&self) -> Pause {
        let armed = self.clone();
        Arc::new(move |point| {
            let mut traps = armed.traps.lock().unwrap();
            let hit = match traps.front() {
                Some(Trap::Stop(at) | Trap::Fail(at)) if *at == point => traps.pop_front(),
                _ => None,
            };
            let stopped = armed.stopped.clone();
            Box::pin(async move {
                match hit {
                    None => Ok(()),
                    Some(Trap::Fail(_)) => Err("the disk has gone".to_owned()),
                    Some(Trap::Stop(_)) => {
                        let (go, gone) = oneshot::channel();
                        stopped.send(go).unwrap();
                        gone.await.map_err(|_| "nobody let it go".to_owned())
                    }
                }
            })
        })
    }
}

async fn armed(home: &Home) -> (SqliteStore, Armed, Stopped) {
    let (armed, stopped) = Armed::new();
    let store = SqliteStore::open(&home.path(), home.options().pause(armed.pause())).await.unwrap();
    (store, armed, stopped)
}

/// A request that has been handed over and not been answered.
async fn begun<T>(mut later: Later<'_, T>) -> Later<'_, T> {
    std::future::poll_fn(|context| {
        assert!(later.as_mut().poll(context).is_pending());
        std::task::Poll::Ready(())
    })
    .await;
    later
}

/// Runs requests that were all made before any was answered: the first is between its reading and its commit when the
/// others come (`apart`), or all are taken together.
async fn at_once(
    home: &Home,
    apart: bool,
    acts: Vec<Act>,
) -> (SqliteStore, Vec<Result<Receipt, AppendError>>) {
    let (store, armed, mut stopped) = armed(home).await;
    let mut acts = acts.into_iter();
    let mut waiting = Vec::new();
    armed.set([Trap::Stop(Point::Commit)]);
    let busy = if apart {
        waiting.push(begun(store.append(acts.next().unwrap())).await);
        None
    } else {
        Some(begun(store.append(act(999, vec![append(patient(999), 0, &["{}"])]))).await)
    };
    let go = stopped.recv().await.unwrap();
    for act in acts {
        waiting.push(begun(store.append(act)).await);
    }
    go.send(()).unwrap();
    let mut answers = Vec::new();
    for later in waiting {
        answers.push(later.await);
    }
    for later in busy.into_iter() {
        later.await.unwrap();
    }
    (store, answers)
}

#[tokio::test]
async fn of_writers_who_saw_the_same_one_wins_and_the_others_are_told() {
    for apart in [true, false] {
        let home = Home::new();
        let stream = patient(1);
        let acts = (1..=5).map(|form| act(form, vec![append(stream, 0, &[&form.to_string()])])).collect();
        let (store, answers) = at_once(&home, apart, acts).await;
        assert_eq!(answers[0].as_ref().map(|receipt| receipt.versions.clone()), Ok(vec![(stream, 1)]));
        for answer in &answers[1..] {
            assert_eq!(*answer, Err(AppendError::Stale { stream, expected: 0, found: 1 }));
        }
        let events = store.read(stream, 0).await.unwrap();
        assert_eq!(events.iter().map(|event| event.body.as_str()).collect::<Vec<_>>(), ["1"]);
        // The others look again, and go on.
        store.append(act(2, vec![append(stream, 1, &["2"])])).await.unwrap();
        store.close().await;
        assert_eq!(verify(&home.path(), &[]).await.unwrap().fault, None);
    }
}

#[tokio::test]
async fn a_stale_act_does_not_spoil_the_others_of_its_commit() {
    for apart in [true, false] {
        let home = Home::new();
        let good = |form: u128| act(form, vec![append(patient(form), 0, &["{}"])]);
        let half_stale = act(2, vec![append(patient(8), 0, &["{}"]), append(patient(1), 0, &["{}"])]);
        let (store, answers) = at_once(&home, apart, vec![good(1), half_stale, good(3)]).await;
        let stale = AppendError::Stale { stream: patient(1), expected: 0, found: 1 };
        assert!(answers[0].is_ok() && answers[2].is_ok());
        assert_eq!(answers[1], Err(stale));
        assert_eq!(store.version(patient(8)).await.unwrap(), 0);
        store.close().await;
        assert_eq!(verify(&home.path(), &[]).await.unwrap().fault, None);
    }
}

#[tokio::test]
async fn a_double_click_is_one_act() {
    for apart in [true, false] {
        let home = Home::new();
        let stream = patient(1);
        let form = act(1, vec![append(stream, 0, &["{}"])]);
        let other = Act { content: [9; 32], ..form.clone() };
        let (store, answers) = at_once(&home, apart, vec![form.clone(), form.clone(), form, other]).await;
        let receipts: Vec<_> = answers[..3].iter().map(|answer| answer.clone().unwrap()).collect();
        assert_eq!(receipts.iter().map(|receipt| receipt.again).collect::<Vec<_>>(), [false, true, true]);
        assert!(receipts.iter().all(|receipt| receipt.versions == [(stream, 1)]));
        assert_eq!(answers[3], Err(AppendError::FormReused));
        assert_eq!(store.version(stream).await.unwrap(), 1);
        store.close().await;
    }
}

/// The disk fails before or after the commit; the file can be opened again, or not at once.
#[tokio::test]
async fn a_failed_commit_is_told_as_what_became_of_it() {
    use Point::{Commit, Committed, Reopen};
    for (fails, committed, known) in [
        (vec![Commit], false, true),
        (vec![Committed], true, true),
        (vec![Commit, Reopen], false, false),
        (vec![Committed, Reopen], true, false),
        (vec![Committed, Reopen, Reopen], true, false),
    ] {
        let home = Home::new();
        let (store, armed, _stopped) = armed(&home).await;
        let (one, two) = (patient(1), patient(2));
        store.append(act(1, vec![append(one, 0, &["{}"])])).await.unwrap();
        let reopens = fails.iter().filter(|point| **point == Reopen).count();
        armed.set(fails.iter().map(|point| Trap::Fail(*point)));
        let form = act(2, vec![append(one, 1, &["{}"]), append(two, 0, &["{}"])]);
        let answer = store.append(form.clone()).await;
        match (known, committed) {
            (true, true) => assert!(!answer.clone().unwrap().again),
            (true, false) => assert!(matches!(answer, Err(AppendError::Store(_))), "{answer:?}"),
            (false, _) => assert!(matches!(answer, Err(AppendError::Unknown(_))), "{answer:?}"),
        }
        // As long as the file cannot be opened nobody is told anything that may turn out wrong.
        for _ in 1..reopens {
            assert!(matches!(store.resolve(Id(2)).await, Err(ReadError::Store(_))));
        }
        let resolved = store.resolve(Id(2)).await.unwrap();
        assert_eq!(resolved.is_some(), committed, "{fails:?}");
        // Sent again it is one act in any case.
        let again = store.append(form).await.unwrap();
        assert_eq!(again.again, committed, "{fails:?}");
        assert_eq!(again.versions, [(one, 2), (two, 1)]);
        store.close().await;
        let verdict = verify(&home.path(), &[]).await.unwrap();
        assert_eq!((verdict.fault, verdict.events), (None, 3));
    }
}

/// The disk is full after so many pages: what was acknowledged is there, what was not is not there at all.
#[tokio::test]
async fn a_full_disk_is_told_and_leaves_nothing_half_written() {
    let home = Home::new();
    home.open().await.close().await;
    let pages = u32::try_from(ask(&home.path(), "PRAGMA page_count").await).unwrap();
    let mut refused = 0;
    for more in 0..12 {
        let store =
            SqliteStore::open(&home.path(), home.options().pages_max(pages + 4 * more)).await.unwrap();
        let body = format!("\"{}\"", "x".repeat(2_000));
        loop {
            let (a, b) = (store.version(patient(1)).await.unwrap(), store.version(patient(2)).await.unwrap());
            let form = 100 * (a + 1);
            let both = act(
                u128::from(form),
                vec![append(patient(1), a, &[&body]), append(patient(2), b, &[&body, &body])],
            );
            match store.append(both).await {
                Ok(_) => {}
                Err(AppendError::Store(why)) => {
                    assert!(why.contains("the disk is full"), "{why}");
                    refused += 1;
                    // Nothing of it is there, and reading goes on.
                    assert_eq!(store.read(patient(1), 0).await.unwrap().len() as u64, a);
                    assert_eq!(store.read(patient(2), 0).await.unwrap().len() as u64, b);
                    assert_eq!(store.resolve(Id(u128::from(form))).await.unwrap(), None);
                    break;
                }
                other => panic!("{other:?}"),
            }
        }
        let file = vec![b'a'; 100_000];
        assert!(matches!(store.attach(patient(1), file).await, Err(AttachError::Store(_))));
        store.close().await;
        assert_eq!(verify(&home.path(), &[]).await.unwrap().fault, None);
    }
    assert_eq!(refused, 12);
    // There is room again.
    let store = home.open().await;
    let a = store.version(patient(1)).await.unwrap();
    store.append(act(1, vec![append(patient(1), a, &["{}"])])).await.unwrap();
    store.close().await;
}
