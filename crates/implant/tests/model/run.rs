//! Runs the model and says what it came to.

use super::ALWAYS;
use super::rooms::Setting;
use stateright::{Checker, HasDiscoveries, Model};

/// What trying everything has come to.
pub struct Tried {
    /// Properties that do not hold.
    pub against: Vec<&'static str>,
    pub unique: usize,
}

/// Tries everything, or until something is found; prints the figures and the way to what was found.
pub fn tried(name: &str, setting: Setting) -> Tried {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let until = HasDiscoveries::AnyOf(ALWAYS.into_iter().collect());
    let checker = setting.checker().threads(threads).finish_when(until).spawn_bfs().join();
    let against: Vec<_> = ALWAYS.into_iter().filter(|name| checker.discovery(name).is_some()).collect();
    let unique = checker.unique_state_count();
    println!(
        "{name}: {unique} states ({} with repetitions), depth {}: {}",
        checker.state_count(),
        checker.max_depth(),
        if against.is_empty() { "nothing found".to_owned() } else { against.join("; ") }
    );
    for path in against.iter().filter_map(|name| checker.discovery(name)) {
        for (step, deed) in path.into_actions().iter().enumerate() {
            println!("    {:2} {deed:?}", step + 1);
        }
    }
    Tried { against, unique }
}

/// Whether something happens at all in a setting: a model in which nothing happens proves nothing.
pub fn happens(setting: Setting, what: &'static str) -> bool {
    let until = HasDiscoveries::AnyOf([what].into_iter().collect());
    setting.checker().finish_when(until).spawn_bfs().join().discovery(what).is_some()
}
