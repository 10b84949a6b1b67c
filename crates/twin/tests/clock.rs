//! A pump whose clock is set: the flex week turns with it, volumes stay exact. R-TWN-5.
#![allow(clippy::unwrap_used, reason = "tests may fail loudly")]

use pump::{Base, Delivery, Program, PumpTime, Rate, Step, Week};
use quantity::{Concentration, Flow, Quotient, Volume};
use twin::{RBig, Twin};

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

/// One mL per hour from 08:00 to 09:00 on the pump's clock, nothing else.
fn morning() -> Program {
    let rate = |text: &str| Rate::new(Flow::parse(text).unwrap().quotient()).unwrap();
    let day = [(0, "0 mL/d"), (8, "1 mL/h"), (9, "0 mL/d")]
        .map(|(hour, flow)| Step { from_second: hour * 3_600, rate: rate(flow) });
    Program::new(Base::Flex(Week::new([day.as_slice(); 7]).unwrap()))
}

#[test]
fn the_week_turns_with_the_clock() {
    let program = morning();
    let strength = Concentration::parse("500 ug/mL").unwrap();
    for ahead in [-5, 0, 1, 30] {
        let mut twin = Twin::new(Delivery::Continuous, Quotient::ZERO, Quotient::ZERO, strength);
        twin.fill(PumpTime(0), Volume::ZERO, Volume::parse("40 mL").unwrap(), strength).unwrap();
        twin.run(PumpTime(0), &program).unwrap();
        // Two mornings on the old clock, then it is set at noon of the second day.
        let set = DAY + 12 * HOUR;
        twin.set_clock_ahead(PumpTime(set), ahead * HOUR).unwrap();
        // By the new clock, 08:00 is `ahead` hours earlier in the times of the twin.
        let mut begins = 8 * HOUR - ahead * HOUR;
        while begins < set {
            begins += DAY;
        }
        let given = |from: i64, to: i64| twin.received(PumpTime(from), PumpTime(to)).volume;
        assert_eq!(given(0, set), RBig::from(2_000_000), "{ahead}");
        assert_eq!(given(set, begins), RBig::ZERO, "{ahead}");
        assert_eq!(given(begins, begins + HOUR), RBig::from(1_000_000), "{ahead}");
        assert_eq!(given(begins + HOUR, begins + DAY), RBig::ZERO, "{ahead}");
        // The inverse follows: the third mL is complete when that hour is over.
        assert_eq!(twin.time_since_fill(&RBig::from(3_000_000)), Some(PumpTime(begins + HOUR)), "{ahead}");
    }
}
