//! What the model is run with.

use super::rooms::{Broken, Budget, Does, Order, Setting};
use pump::HoldKind;

/// Nothing goes wrong but that frames are lost, late and repeated.
const QUIET: Budget = Budget {
    connects: [2, 1],
    offers: 0,
    repeats: 0,
    pump_restarts: 0,
    programmer_restarts: 0,
    memory_faults: 0,
    expiries: 0,
    emergencies: 0,
};

fn setting(orders: Vec<Order>, budget: Budget) -> Setting {
    let broken = Broken::Nothing;
    Setting { orders, broken, budget, look_first: false, handshake_whole: true, requests_max: 3 }
}

impl Setting {
    pub fn but(self, broken: Broken) -> Self {
        Self { broken, ..self }
    }
}

/// One order for each programmer.
fn each(one: Does, other: Does) -> Vec<Order> {
    vec![Order { does: one, ..Order::program(0, 1) }, Order { does: other, ..Order::program(1, 1) }]
}

/// Two programmers, each with a program under the same counter.
pub fn rivals() -> Setting {
    setting(each(Does::Program, Does::Program), QUIET)
}

/// Two programmers, the second with the higher counter.
pub fn overtaken() -> Setting {
    setting(vec![Order::program(0, 1), Order::program(1, 2)], QUIET)
}

/// One programmer; a request is sent again, memory fails, the pump restarts.
pub fn alone() -> Setting {
    let budget = Budget { connects: [2, 0], repeats: 1, pump_restarts: 1, memory_faults: 1, ..QUIET };
    setting(vec![Order::program(0, 1)], budget)
}

/// One programmer that restarts, and whose staged order grows old.
pub fn forgetful() -> Setting {
    let budget = Budget { connects: [2, 0], offers: 1, programmer_restarts: 1, expiries: 1, ..QUIET };
    setting(vec![Order::program(0, 1)], budget)
}

/// One programmer, and everything that can go wrong once.
fn everything() -> Setting {
    let budget = Budget {
        connects: [2, 0],
        offers: 1,
        repeats: 1,
        pump_restarts: 1,
        programmer_restarts: 1,
        memory_faults: 1,
        expiries: 1,
        emergencies: 1,
    };
    setting(vec![Order::program(0, 1)], budget)
}

/// One whose order is not signed, and one whose order the pump works out otherwise.
pub fn unfit() -> Setting {
    let orders = vec![
        Order { signed: false, ..Order::program(0, 1) },
        Order { misread: true, ..Order::program(1, 1) },
        Order::program(1, 2),
    ];
    setting(orders, Budget { connects: [1, 1], ..QUIET })
}

/// A program, a hold and its end, and somebody who holds in an emergency.
pub fn holds() -> Setting {
    let hold = Does::Hold(HoldKind::MinimumRate);
    let orders = vec![
        Order::program(0, 1),
        Order { does: hold, ..Order::program(0, 2) },
        Order { does: Does::Resume, ..Order::program(0, 3) },
    ];
    let budget = Budget { connects: [1, 0], emergencies: 1, ..QUIET };
    Setting { requests_max: 6, ..setting(orders, budget) }
}

/// Two holds under the same counter.
pub fn two_holds() -> Setting {
    setting(each(Does::Hold(HoldKind::Stop), Does::Hold(HoldKind::Stop)), QUIET)
}

/// The long form: the short settings with more orders, more sessions, more mishaps.
pub fn long() -> Vec<(&'static str, Setting)> {
    let programs = vec![Order::program(0, 1), Order::program(1, 1), Order::program(1, 2)];
    let more = Budget { offers: 1, pump_restarts: 1, ..QUIET };
    let two = Budget { connects: [2, 2], memory_faults: 1, ..QUIET };
    let late = Budget { expiries: 1, programmer_restarts: 1, ..QUIET };
    let apart = Budget { connects: [1, 1], offers: 3, pump_restarts: 1, ..QUIET };
    let with = |budget| Setting { requests_max: 4, ..setting(each(Does::Program, Does::Program), budget) };
    vec![
        ("two programmers, recorded first messages, the pump restarts", with(more)),
        ("two programmers, two sessions each, memory fails", with(two)),
        ("two programmers, staged orders grow old, a programmer restarts", with(late)),
        ("handshakes step by step", Setting { handshake_whole: false, ..with(apart) }),
        ("three programs", Setting { requests_max: 5, ..setting(programs, QUIET) }),
        ("looking before staging", Setting { look_first: true, ..with(QUIET) }),
        (
            "a program, a hold, a resume",
            Setting { budget: Budget { connects: [2, 0], pump_restarts: 1, ..holds().budget }, ..holds() },
        ),
        ("one programmer and everything once", Setting { requests_max: 5, ..everything() }),
        (
            "one programmer, two programs and everything once",
            Setting {
                orders: vec![Order::program(0, 1), Order::program(0, 2)],
                requests_max: 4,
                ..everything()
            },
        ),
    ]
}
