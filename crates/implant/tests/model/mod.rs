//! A model of link and commit: one pump, two programmers, a network that loses, repeats, delays and cuts, an attacker who sends
//! again whatever was said and forges what has no key, power that fails. All orders of events are tried, up to a budget of
//! mishaps.
//!
//! Cryptography is abstract: a sealed message carries the session whose keys it needs, and nobody makes one without them. The
//! decisions are the product's own pure functions, not copies: `controller::desk`, `link::endpoint::rules`, `link::session::rises`
//! and `link::programmer::life`. What stands between them here (who answers when, what a restart forgets) is the model's.

pub mod deeds;
pub mod rooms;
pub mod run;
pub mod settings;

use deeds::Deed;
use link::programmer::life::{OrderEvent, OrderLife};
use pump::HoldKind;
use rooms::{Ask, Broken, Frame, Line, NO_SESSION, Setting, World};
use stateright::{Model, Property};

/// R-MOD-1: only signed orders take effect.
pub const SIGNED: &str = "only signed and committed orders run";
/// R-MOD-2: and each once.
pub const ONCE: &str = "no order takes effect twice";
/// R-MOD-3: in the order of their counters; what was committed last is what the pump says.
pub const RISING: &str = "counters rise and one order is committed";
/// R-MOD-4: what a programmer calls running was committed.
pub const RUNS: &str = "what is confirmed was committed";
/// R-MOD-5: what it calls refused or not entered was not, and never will be.
pub const NOT_ENTERED: &str = "what is not entered never runs";
/// R-MOD-6: the unknown ends by a read-back only.
pub const UNKNOWN: &str = "the unknown ends by a read-back only";
/// R-MOD-7: the link changes nothing of what runs.
pub const DELIVERY: &str = "only commit and emergency hold change what runs";
/// R-MOD-8: an undisturbed session settles what is unknown, unless a later order hides it.
pub const SETTLED: &str = "a new session settles the unknown";
/// R-MOD-9: what the pump works out otherwise than planned is not committed.
pub const COMPARED: &str = "nothing runs that was read back otherwise";

/// Comes about.
pub const CONFIRMED: &str = "an order is confirmed";
/// Comes about.
pub const IS_UNKNOWN: &str = "an order is unknown";
/// Comes about.
pub const REFUSED: &str = "an order is refused";
/// Comes about.
pub const IS_NOT_ENTERED: &str = "an order is not entered";
/// Comes about.
pub const TWO: &str = "two orders have taken effect";
/// What must always be.
pub const ALWAYS: [&str; 9] = [SIGNED, ONCE, RISING, RUNS, NOT_ENTERED, UNKNOWN, DELIVERY, SETTLED, COMPARED];

fn name(place: usize) -> u8 {
    u8::try_from(place).unwrap()
}

fn settled(setting: &Setting, world: &World) -> bool {
    [0, 1].into_iter().all(|who| {
        let busy = world.busy_with(setting, who).map(|name| world.lives[usize::from(name)]);
        busy != Some(OrderLife::Unknown)
            || world.undisturbed(setting, who).is_some_and(|(_, life, event)| {
                life.is_over() || (life == OrderLife::Unknown && event == OrderEvent::SeenOvertaken)
            })
    })
}

impl Model for Setting {
    type State = World;
    type Action = Deed;

    fn init_states(&self) -> Vec<World> {
        vec![World::new(self)]
    }

    fn actions(&self, world: &World, deeds: &mut Vec<Deed>) {
        for frame in &world.air {
            deeds.push(Deed::Arrives(*frame));
            if matches!(frame, Frame::Asked { ask: Ask::Commit(_), .. }) && world.budget.memory_faults > 0 {
                deeds.push(Deed::ArrivesAndPowerFails(*frame));
                deeds.push(Deed::ArrivesAndWriteFails(*frame));
            }
        }
        // Without the keys: what is forged is for a session that nobody has.
        for place in 0..self.orders.len() {
            for ask in [Ask::Stage(name(place)), Ask::Commit(name(place))] {
                let (number, request) = (99, 99);
                deeds.push(Deed::Arrives(Frame::Asked { session: NO_SESSION, number, request, ask }));
            }
        }
        for who in [0, 1] {
            if world.busy_with(self, who).is_some() {
                deeds.push(Deed::Connects(who));
                deeds.push(Deed::Asks(who));
            }
            if world.programmers[who].waiting.is_some() {
                deeds.push(Deed::AsksAgain(who));
                deeds.push(Deed::GivesUp(who));
            }
            if world.programmers[who].line != Line::Off {
                deeds.push(Deed::ProgrammerRestarts(who));
            }
            if self.broken == Broken::InTheClear {
                deeds.push(Deed::HearsInTheClear(who));
            }
        }
        if self.handshake_whole && world.budget.connects != self.budget.connects {
            deeds.push(Deed::OldHello);
        }
        deeds.extend([Deed::PumpRestarts, Deed::TimePasses]);
        deeds.extend([Deed::EmergencyHold(HoldKind::Stop), Deed::EmergencyHold(HoldKind::MinimumRate)]);
    }

    fn next_state(&self, world: &World, deed: Deed) -> Option<World> {
        world.after(self, deed)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        fn life(world: &World, wanted: OrderLife) -> bool {
            world.lives.contains(&wanted)
        }
        fn has_run(world: &World, place: usize) -> bool {
            world.history.contains(&name(place))
        }
        vec![
            Property::always(SIGNED, |setting: &Self, world: &World| {
                world.history.iter().all(|name| setting.orders[usize::from(*name)].signed)
                    && world.pump.program.is_none_or(|name| world.history.contains(&name))
            }),
            Property::always(ONCE, |_, world: &World| {
                let mut names = world.history.clone();
                names.sort_unstable();
                names.windows(2).all(|pair| pair[0] != pair[1])
            }),
            Property::always(RISING, |setting: &Self, world: &World| {
                let counters: Vec<u64> =
                    world.history.iter().map(|name| setting.orders[usize::from(*name)].counter).collect();
                counters.windows(2).all(|pair| pair[0] < pair[1])
                    && counters.last().copied().unwrap_or(0) == world.pump.desk.accepted
                    && world.pump.desk.committed.map(|mark| mark.digest) == world.history.last().copied()
            }),
            Property::always(RUNS, |_, world: &World| {
                (0..)
                    .zip(&world.lives)
                    .all(|(place, life)| *life != OrderLife::Confirmed || has_run(world, place))
            }),
            Property::always(NOT_ENTERED, |_, world: &World| {
                (0..).zip(&world.lives).all(|(place, life)| {
                    !matches!(life, OrderLife::NotEntered | OrderLife::Refused) || !has_run(world, place)
                })
            }),
            Property::always(UNKNOWN, |_, world: &World| !world.guessed),
            Property::always(DELIVERY, |_, world: &World| !world.disturbed),
            Property::always(SETTLED, settled),
            Property::always(COMPARED, |setting: &Self, world: &World| {
                world.history.iter().all(|name| !setting.orders[usize::from(*name)].misread)
            }),
            Property::sometimes(CONFIRMED, |_, world| life(world, OrderLife::Confirmed)),
            Property::sometimes(IS_UNKNOWN, |_, world| life(world, OrderLife::Unknown)),
            Property::sometimes(REFUSED, |_, world| life(world, OrderLife::Refused)),
            Property::sometimes(IS_NOT_ENTERED, |_, world| life(world, OrderLife::NotEntered)),
            Property::sometimes(TWO, |_, world: &World| world.history.len() > 1),
        ]
    }
}
