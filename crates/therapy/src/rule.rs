//! The rules: one table of identity, level, words, formula, source and ways out.
//!
//! The words here are the plain English ones; a finding itself carries only its rule and its numbers.

use crate::finding::Level;

/// What a rule is, for people who must act on it.
#[derive(Debug, PartialEq, Eq)]
pub struct About {
    /// Its name in data, in documents and in tests.
    pub id: &'static str,
    /// How much it weighs unless a finding says otherwise.
    pub level: Level,
    /// What it says.
    pub says: &'static str,
    /// How it is worked out.
    pub formula: &'static str,
    /// Where it comes from, with the grade of the source (A primary, B secondary, D derived, U unverified).
    pub source: &'static str,
    /// What can be done instead; never empty for a hard rule.
    pub exits: &'static [&'static str],
}

macro_rules! rules {
    ($($name:ident $id:literal $level:ident
        says: $says:literal;
        formula: $formula:literal;
        source: $source:literal;
        exits: [$($exit:literal),* $(,)?];
    )*) => {
        /// Every rule.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
            $(#[doc = $says] $name,)*
        }
        impl Rule {
            /// All of them, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];
            /// What the rule is.
            #[must_use]
            pub const fn about(self) -> &'static About {
                match self {
                    $(Self::$name => &About {
                        id: $id, level: Level::$level, says: $says, formula: $formula, source: $source,
                        exits: &[$($exit),*],
                    },)*
                }
            }
        }
    };
}

impl Rule {
    /// The rule of that name.
    #[must_use]
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.about().id == id)
    }
}

rules! {
    // ---- screening test
    ScreenAdverse "SCREEN-ADVERSE" Hard
        says: "A test dose was followed by an adverse response: no further test dose.";
        formula: "any test marked adverse";
        source: "label via drugs.com, grade A";
        exits: ["treat and observe the patient", "let the team decide whether the therapy is right at all"];
    ScreenTooSoon "SCREEN-TOO-SOON" Hard
        says: "Less than 24 hours since the last test dose.";
        formula: "time since last test < 24 h";
        source: "label via drugs.com; screening panel 2016, grade A";
        exits: ["wait until the time given"];
    ScreenOverMax "SCREEN-OVER-MAX" Hard
        says: "A test dose above the largest of the ladder.";
        formula: "dose > 100 micrograms";
        source: "label via drugs.com, grade A";
        exits: ["give the next dose of the ladder", "after no response to the largest dose: not a candidate for infusion"];
    ScreenSkipped "SCREEN-SKIPPED" Soft
        says: "A step of the test ladder was skipped.";
        formula: "dose > first of 50, 75, 100 micrograms above all doses before";
        source: "label via drugs.com, grade A";
        exits: ["give the next dose of the ladder", "state why the step is skipped"];
    ScreenChecks "SCREEN-CHECKS" Soft
        says: "Pre-test checks are missing or speak against a test today.";
        formula: "each of: no relapse, no urinary infection, no pressure wound, no other acute illness, resuscitation ready";
        source: "screening panel 2016, grade A; resuscitation equipment: expected practice, unverified (U)";
        exits: ["complete the checks", "postpone the test", "state why it is done now"];
    ScreenDecided "SCREEN-DECIDED" Hard
        says: "The tests already done have decided: no further test dose follows.";
        formula: "verdict of the ladder is stop, eligible or not a candidate";
        source: "label via drugs.com, grade A";
        exits: ["go on to the decision with patient and team", "record a new test series with its reason"];
    // ---- starting
    StartDoseHigh "START-DOSE-HIGH" Hard
        says: "The first dose is above the starting dose that the test allows.";
        formula: "dose > 2 x effective test dose per day, 1 x if its effect lasted more than 8 h";
        source: "label via drugs.com, grade A";
        exits: ["start at the starting dose or below and titrate"];
    StartDoseUnknown "START-DOSE-UNKNOWN" Soft
        says: "No starting dose can be worked out: no effective test with a known duration is on record.";
        formula: "needs a responding test of at most 100 micrograms and how long its effect lasted";
        source: "label via drugs.com, grade A";
        exits: ["record the test and how long its effect lasted", "start at minimum rate", "state why this dose"];
    // ---- titration
    StepHigh "STEP-HIGH" Soft
        says: "The rise is above the usual band.";
        formula: "proposed > dose x (1 + upper limit of the band)";
        source: "label via drugs.com, grade A; bands in protocol/default.toml";
        exits: ["stay within the band", "state why, with a second person"];
    StepLow "STEP-LOW" Soft
        says: "The fall is below the usual band.";
        formula: "proposed < dose x 0.8";
        source: "label via drugs.com, grade A; bands in protocol/default.toml";
        exits: ["stay within the band", "state why, with a plan for withdrawal"];
    StepTooSoon "STEP-TOO-SOON" Soft
        says: "A rise less than 24 hours after the last change.";
        formula: "rise and hours since change < 24";
        source: "label via drugs.com, grade A";
        exits: ["wait until 24 hours have passed", "state why it cannot wait"];
    StepExtreme "STEP-EXTREME" Hard
        says: "The dose would more than double or fall below half.";
        formula: "proposed > 2 x dose or < 0.5 x dose";
        source: "thecal's own limit, grade D";
        exits: ["change in steps within the band", "for a planned stop, step down over days"];
    DoseOver1000 "DOSE-OVER-1000" Soft
        says: "Above 1000 micrograms a day, where experience is limited.";
        formula: "proposed > 1000 micrograms/d";
        source: "label via drugs.com, grade A";
        exits: ["check pump and catheter before raising further", "state why"];
    DoseOverCap "DOSE-OVER-CAP" Hard
        says: "Above the highest dose that this site orders.";
        formula: "24-hour total > 2000 micrograms/d, and more than runs now";
        source: "CHEO outreach sheet (to 2000), grade B; as a cap thecal's own limit, grade D";
        exits: ["check dose, unit and strength", "check pump and catheter before raising further", "a site that goes higher sets its own cap in its protocol"];
    Tenfold "TENFOLD" Hard
        says: "Five times the last dose or more, or a fifth or less: looks like a slip of the decimal point or the unit.";
        formula: "proposed/dose >= 5 or <= 1/5";
        source: "thecal's own limit, grade D; ISMP baclofen programming error, grade A";
        exits: ["read dose, unit and time aloud and enter them again"];
    UnitSlip "UNIT-SLIP" Hard
        says: "The new dose stands to the last one as one unit or strength to another.";
        formula: "proposed/dose within 1 % of 1000, 24, 10 or 4, or their inverse";
        source: "ISMP baclofen programming error, grade A; factors grade D";
        exits: ["check micrograms against milligrams, per day against per hour, and the strength", "enter the dose again"];
    TotalDisagrees "TOTAL-DISAGREES" Hard
        says: "The 24-hour total written with the order is not that of its program.";
        formula: "stated total = sum of the program over 24 h, for each weekday";
        source: "ISMP baclofen programming error, grade A";
        exits: ["correct the program or the stated total"];
    FlexDayChanged "FLEX-DAY-CHANGED" Soft
        says: "One weekday changes by more than the band although the week may not.";
        formula: "24-h total of a weekday against the same weekday before";
        source: "thecal's own limit, grade D";
        exits: ["check that each weekday carries its own pattern", "state why this day changes"];
    DoseRising "DOSE-RISING" Soft
        says: "The dose keeps rising and the scores do not improve: check pump and catheter first.";
        formula: "several rises in a row and no better score";
        source: "thecal's own rule, grade D; Lew 2005 and Saulino 2016, grade A";
        exits: ["interrogate the pump and measure the residual", "x-ray of the system, access-port aspiration, contrast study", "state why the system is known to be sound"];
    // ---- concentration, bridge, prime
    BridgeRequired "BRIDGE-REQUIRED" Hard
        says: "The strength changes: until the old drug has left tubing and catheter the patient receives another dose.";
        formula: "bridge: old flow = old dose/old strength, for dead volume/old flow; without it the patient receives new flow x old strength";
        source: "best-practice panel 2016 (bridge must be programmed), grade A; arithmetic grade D";
        exits: ["program the bridge bolus shown", "aspirate the catheter and prime, both recorded", "a physician states another way, signed by two"];
    BridgeNotNeeded "BRIDGE-NOT-NEEDED" Note
        says: "The strength stays the same: no bridge.";
        formula: "from = to";
        source: "arithmetic, grade D";
        exits: [];
    BridgeWrong "BRIDGE-WRONG" Hard
        says: "The bridge does not move the old drug out at the old dose.";
        formula: "volume = dead volume and duration = dead volume/old flow, within the site's tolerance";
        source: "thecal's arithmetic, grade D";
        exits: ["use the duration and dose shown", "check tubing volume and catheter length"];
    TubingStale "TUBING-STALE" Hard
        says: "The tubing volume used is not the one on record for this pump.";
        formula: "tubing in the order = tubing on record";
        source: "TGA RC-2017-RN-00065-1 (0.199 to 0.140 mL), grade A";
        exits: ["read the tubing volume from the programmer and correct record or order"];
    PrimeWouldBolus "PRIME-WOULD-BOLUS" Hard
        says: "The catheter already holds drug: a prime would push it in.";
        formula: "dose pushed in = catheter volume x strength";
        source: "Medtronic priming-bolus labelling update; access-port procedures, grade A/B";
        exits: ["do not prime", "aspirate the catheter first and record it"];
    PrimeGap "PRIME-GAP" Soft
        says: "The tubing is without drug while the catheter holds some: a stretch without drug will reach the patient.";
        formula: "gap = tubing volume";
        source: "thecal's arithmetic, grade D";
        exits: ["observe through the gap with oral cover", "state how it is bridged"];
    PrimeWrong "PRIME-WRONG" Hard
        says: "The prime is larger than tubing and catheter need.";
        formula: "volume <= catheter (+ tubing if the pump is not primed)";
        source: "thecal's arithmetic, grade D; FDA class I 2016 (tubing volume), grade A";
        exits: ["use the volume shown"];
    LineImplausible "LINE-IMPLAUSIBLE" Soft
        says: "The volume of tubing or catheter on record is too large to be true: every bridge and prime would be wrong.";
        formula: "tubing and catheter volume <= the site's limits";
        source: "site limit, grade D";
        exits: ["check the decimal point, the length and the volume per cm", "record the measured volume"];
    PortNotAspirated "PORT-NOT-ASPIRATED" Hard
        says: "Something was injected through the access port without aspirating first: the drug in the catheter went in.";
        formula: "dose pushed in = catheter volume x strength";
        source: "Lew 2005; access-port kits, grade A";
        exits: ["observe for overdose", "aspirate first next time; if nothing can be aspirated, do not inject"];
    // ---- refill
    ResidualStop "RESIDUAL-STOP" Hard
        says: "What was found in the reservoir does not fit: do not refill and restart at the old dose.";
        formula: "|measured - expected| > threshold and > accuracy x dispensed";
        source: "ASRA 2017; Maino 2017; Sgouros 2010; AAN 2014, grade A";
        exits: ["aspirate again to be sure the reservoir is empty", "check access port and pocket", "refill at a reduced dose under observation", "oral cover and admission"];
    ResidualReflux "RESIDUAL-REFLUX" Hard
        says: "More was found than had been filled: fluid has come into the reservoir.";
        formula: "measured > fill";
        source: "Akman 1994 (hyperbaric), grade A";
        exits: ["discard the fluid and refill fresh", "look for the cause: pressure, needle, wrong pump record"];
    ResidualAttention "RESIDUAL-ATTENTION" Note
        says: "What was found in the reservoir is off by one of the two limits.";
        formula: "one of: |difference| > threshold; |difference| > accuracy x dispensed";
        source: "ASRA 2017; Maino 2017, grade A";
        exits: [];
    ResidualMissing "RESIDUAL-MISSING" Soft
        says: "A refill without the volume that was withdrawn: the pump cannot be checked.";
        formula: "withdrawn volume on record";
        source: "Sgouros 2010; ASRA 2017, grade A";
        exits: ["record what was withdrawn", "say why it was not measured"];
    DrugUnlisted "DRUG-UNLISTED" Hard
        says: "The drug is not in the catalogue, or is a mixture: recorded, but no order can be checked for it.";
        formula: "drug is a catalogue entry for use in a pump";
        source: "FDA November 2012 (failure 7.0 against 2.4 %), grade B; HSA 2016, grade A";
        exits: ["order a listed product", "enter the product in the site's catalogue, confirmed by two persons"];
    StrengthDisagrees "STRENGTH-DISAGREES" Hard
        says: "The strength is not that of the product, or not the one ordered.";
        formula: "strength filled = strength ordered = strength of the product";
        source: "FDA infusion-pump guidance 2014 (wrong concentration), grade A";
        exits: ["stop: withdraw and fill with the right product", "if it is in the pump, treat as a change of strength"];
    StrengthNotForPump "STRENGTH-NOT-FOR-PUMP" Hard
        says: "This strength is not for this pump: a screening ampoule, or outside the pump's label.";
        formula: "strength within the label of product and pump";
        source: "lioresal.com; Flowonix brief statement 2022, grade A";
        exits: ["use a strength of the label"];
    FillOverCapacity "FILL-OVER-CAPACITY" Hard
        says: "More than the reservoir holds.";
        formula: "residual left + volume <= reservoir";
        source: "HSA 2016 (overfilling is an over-infusion risk), grade A";
        exits: ["fill to the nominal volume at most"];
    // ---- the program against the pump
    ConcentrationDisagrees "CONCENTRATION-DISAGREES" Hard
        says: "The strength in the order is not the strength in the reservoir.";
        formula: "strength of the order = strength of the last fill";
        source: "FDA infusion-pump guidance 2014 (wrong concentration), grade A";
        exits: ["read the strength from the refill record and the label", "record the refill first"];
    SerialDisagrees "SERIAL-DISAGREES" Hard
        says: "The pump is not this patient's pump.";
        formula: "serial read = serial on record";
        source: "thecal's own rule against a mix-up of patients, grade D";
        exits: ["stop: check patient and pump", "record a pump replacement first"];
    ReservoirStale "RESERVOIR-STALE" Hard
        says: "The reservoir volume in the order is not that of the last fill: the alarm would come at the wrong time.";
        formula: "reservoir volume typed = volume by record now";
        source: "GIP 1.5 (recompute on each change), grade A";
        exits: ["enter the volume after the refill"];
    AlarmVolumeStale "ALARM-VOLUME-STALE" Soft
        says: "The alarm volume in the order is not the one on record.";
        formula: "alarm volume typed = alarm volume on record";
        source: "thecal's own rule, grade D; Gillette refill page (3 to 5 days before the alarm), grade B";
        exits: ["enter the alarm volume on record", "state why it changes"];
    OrderUnknown "ORDER-UNKNOWN" Hard
        says: "It is not known whether an earlier order is in the pump.";
        formula: "every earlier program order is confirmed or known not to be entered";
        source: "HSA 27 January 2021 (pumps left stopped after a session), grade A";
        exits: ["interrogate the pump and confirm the earlier order as it is read", "record that the earlier order was not entered"];
    ReadBackDisagrees "READ-BACK-DISAGREES" Hard
        says: "What was read back from the programmer is not what was ordered.";
        formula: "drug, strength, mode and 24-hour dose read back = ordered";
        source: "thecal's own rule, grade D; HSA 27 January 2021, grade A";
        exits: ["correct the pump and read back again"];
    NotRunning "NOT-RUNNING" Hard
        says: "The pump is not delivering, or was not seen running.";
        formula: "running = yes";
        source: "HSA 27 January 2021, grade A";
        exits: ["interrogate again until the pump is seen running", "if it stays stopped: oral cover, admission, restart by the restart rule"];
    // ---- stopping and restarting
    StopOrdered "STOP-ORDERED" Soft
        says: "Stopping this drug can cause withdrawal within one to three days.";
        formula: "program is stopped";
        source: "label, grade A";
        exits: ["use minimum rate", "state why, with cover against withdrawal and a time to restart"];
    StoppedTooLong "STOPPED-TOO-LONG" Hard
        says: "Stopped for longer than the pump is made for: critical alarm, risk of withdrawal and of damage.";
        formula: "stopped > 48 h";
        source: "Gillette; HSA 2016, grade A";
        exits: ["restart by the restart rule", "admit with cover against withdrawal"];
    RestartShort "RESTART-SHORT" Note
        says: "Restart after a short known stop: the former dose may go on.";
        formula: "stop <= the site's short limit";
        source: "site limit, grade D";
        exits: [];
    RestartLong "RESTART-LONG" Soft
        says: "Restart after a longer known stop: consider a lower dose.";
        formula: "short limit < stop <= long limit and dose > starting dose";
        source: "site limit, grade D; Saulino 2016 (restore at or near the dose), grade A";
        exits: ["restart at a lower dose and titrate", "state why, with a second person and observation"];
    RestartUnknown "RESTART-UNKNOWN" Hard
        says: "Restart after a long or unknown gap: tolerance may be lost, the old dose can kill.";
        formula: "gap unknown or > the site's long limit, and dose > starting dose";
        source: "Sgouros 2010, grade A; hours are a site limit, grade D";
        exits: ["restart at the starting dose or below, under observation", "titrate up", "find out how long the gap was"];
    RestoredDelivery "RESTORED-DELIVERY" Hard
        says: "Delivery is newly restored after under-delivery: the programmed dose has not been reaching the patient.";
        formula: "revision, unblocking or new pump after under-delivery, and dose > starting dose";
        source: "Sgouros 2010, grade A";
        exits: ["restart at the starting dose or below, under observation", "titrate up"];
    RevisionReview "REVISION-REVIEW" Soft
        says: "The catheter was worked on: the dose must be reviewed before it goes on.";
        formula: "first program after a revision keeps or raises the dose";
        source: "thecal's own rule, grade D; Sgouros 2010, grade A";
        exits: ["lower the dose and titrate", "state why the dose stays"];
    // ---- boluses
    DoubleBolus "DOUBLE-BOLUS" Hard
        says: "A bolus was given or ordered shortly before.";
        formula: "time since the last bolus < the site's limit";
        source: "FDA infusion-pump guidance 2014 (forgets earlier boluses), grade A; hours are a site limit, grade D";
        exits: ["check what has been given", "wait until the time given"];
    BolusLarge "BOLUS-LARGE" Soft
        says: "A bolus above the largest test dose, or large against what the patient has in a day.";
        formula: "bolus > 100 micrograms or > dose of a day, patient bolus > a quarter of it; hard above 200 micrograms";
        source: "site limit, grade D";
        exits: ["give less", "state why, with observation"];
    NotProgrammable "NOT-PROGRAMMABLE" Hard
        says: "This pump has a flow fixed in the factory: nothing can be programmed.";
        formula: "pump model";
        source: "catalogue, per pump model";
        exits: ["change the dose by the strength at the next refill, by the maker's instructions"];
    PatientBolusEnvelope "PATIENT-BOLUS-ENVELOPE" Soft
        says: "All allowed patient boluses together pass a limit.";
        formula: "24-hour dose + boluses per day x bolus dose, against 1000 micrograms/d and twice the dose";
        source: "thecal's own limit, grade D";
        exits: ["fewer boluses, a smaller bolus or a longer lockout", "state why"];
    PatientBolusLockout "PATIENT-BOLUS-LOCKOUT" Hard
        says: "The next patient bolus could begin before the last one is over, or there is no daily maximum.";
        formula: "lockout >= duration of a bolus; boluses per day >= 1";
        source: "Open PCA R5.2, grade A";
        exits: ["set lockout and daily maximum"];
    PatientControllerNotForBaclofen "PATIENT-CONTROLLER-NOT-FOR-BACLOFEN" Hard
        says: "This pump's patient controller is not to be used for baclofen.";
        formula: "patient bolus ordered on a pump whose controller excludes baclofen";
        source: "Flowonix patient controller guide, grade A";
        exits: ["use a flex program"];
    // ---- dates
    ReserveTooSmall "RESERVE-TOO-SMALL" Note
        says: "A pump fast within its specification is empty before the calculated alarm sounds.";
        formula: "alarm volume >= fill x a/(1 + a)";
        source: "thecal's arithmetic, grade D; TGA RC-2016-RN-01458-1, grade A";
        exits: [];
    VisitTooLate "VISIT-TOO-LATE" Soft
        says: "The next visit is later than the refill date.";
        formula: "next visit > refill by";
        source: "thecal's own rule, grade D; Gillette refill page (3 to 5 days before the alarm), grade B";
        exits: ["book the visit on the refill date or before"];
    StabilityLimit "STABILITY-LIMIT" Note
        says: "The time for which the drug keeps decides the refill date.";
        formula: "refill by = fill date + stability";
        source: "180 days: PubMed 38043050 and labels, grade A";
        exits: [];
    RefillPast "REFILL-PAST" Hard
        says: "The refill date lies before the fill itself.";
        formula: "refill by < fill date; soft if only the pump's end of service does it: the other limits then give the date";
        source: "arithmetic, grade D";
        exits: ["replace the pump before its end of service", "check the dates"];
    RefillOverdue "REFILL-OVERDUE" Soft
        says: "The refill date has passed.";
        formula: "today > refill by";
        source: "thecal's own rule, grade D; Gillette refill page (3 to 5 days before the alarm), grade B";
        exits: ["refill now", "check for withdrawal"];
    NeverEmpties "NEVER-EMPTIES" Note
        says: "At this program the reservoir never empties.";
        formula: "no empty date before the year 10000";
        source: "arithmetic, grade D";
        exits: [];
    Empty "EMPTY" Hard
        says: "The reservoir has run empty: nothing flows.";
        formula: "filled - delivered <= 0";
        source: "arithmetic, grade D; an empty pump may be damaged: HSA 2016, grade A";
        exits: ["refill now, restart by the restart rule", "cover against withdrawal"];
    ReplaceShown "REPLACE-SHOWN" Soft
        says: "The elective replacement indicator is up: the pump stops within 90 days.";
        formula: "indicator date + 90 days";
        source: "Medtronic, getting a replacement, grade A";
        exits: ["book the replacement"];
    ReplaceDateImpossible "REPLACE-DATE-IMPOSSIBLE" Hard
        says: "The replacement date shown cannot be true.";
        formula: "indicator <= replace by <= indicator + 90 days";
        source: "FDA Z-1338-2012, grade A";
        exits: ["interrogate again", "count 90 days from the indicator and plan at once"];
    ReplaceSoon "REPLACE-SOON" Note
        says: "The pump's longest life ends within the planning time: plan its replacement.";
        formula: "implanted + longest life - planning time <= today";
        source: "Medtronic; best-practice panel 2016 (3 months ahead), grade A";
        exits: [];
    // ---- around the patient
    AlarmCritical "ALARM-CRITICAL" Hard
        says: "A critical alarm: drug may no longer flow.";
        formula: "two-tone alarm, or a kind of alarm that is critical";
        source: "Gillette; Medtronic product advisories 2011, grade A";
        exits: ["interrogate the pump now", "watch for withdrawal, oral cover", "record what was found and close this finding"];
    AlarmAdvisory "ALARM-ADVISORY" Soft
        says: "A non-critical alarm: refill or replacement is due.";
        formula: "single-tone alarm, or a kind of alarm that is not critical";
        source: "Medtronic pump management, grade A";
        exits: ["call the patient in", "record what was found and close this finding"];
    MriTask "MRI-TASK" Soft
        says: "After magnetic resonance imaging this pump needs its own check.";
        formula: "imaging without the check of this pump model recorded after it";
        source: "catalogue, per pump model";
        exits: ["do the check of this model and record it"];
    MriUnsafe "MRI-UNSAFE" Hard
        says: "This pump is MR Unsafe by its labelling.";
        formula: "pump model";
        source: "Flowonix FSN2019-044-02, grade A";
        exits: ["use other imaging", "observe: valves may have opened and discharged"];
    Recall "RECALL" Note
        says: "A recall or safety notice concerns this pump or catheter.";
        formula: "model, and build, serial or distribution range where the notice gives one";
        source: "catalogue, per notice";
        exits: [];
    Observe "OBSERVE" Note
        says: "Observe the patient until the time given.";
        formula: "time of the act + observation time";
        source: "protocol, per act";
        exits: [];
    ClockShift "CLOCK-SHIFT" Note
        says: "The pump's clock does not follow: a flex program runs at another time of day.";
        formula: "difference between pump clock and local time";
        source: "Gillette travel page; best-practice panel 2016, grade B/A";
        exits: [];
    AgeOutsideLabel "AGE-OUTSIDE-LABEL" Note
        says: "The patient is younger than this pump's baclofen label.";
        formula: "age < youngest age of the label";
        source: "catalogue, per pump model";
        exits: [];
    Calibrated "CALIBRATED" Note
        says: "This pump's own refills tell how fast it runs; its interval may stand for the stated accuracy.";
        formula: "ratio = sum (fill - measured) / sum (fill - expected)";
        source: "twin, grade D; site limits in protocol";
        exits: [];
    NotChecked "NOT-CHECKED" Note
        says: "Not checked: needs your site's value.";
        formula: "the number is unverified (grade U) or missing in the catalogue";
        source: "catalogue";
        exits: [];
}

#[cfg(test)]
mod tests {
    use super::*;

    /// R-RUL-1: every hard rule offers a way out, ids are unique, and each can be found by its id.
    #[test]
    fn the_table_is_complete() {
        for &rule in Rule::ALL {
            let about = rule.about();
            assert_eq!(Rule::by_id(about.id), Some(rule), "{}", about.id);
            assert!(about.level != Level::Hard || !about.exits.is_empty(), "{} has no exit", about.id);
            assert!(
                !about.says.is_empty() && !about.formula.is_empty() && !about.source.is_empty(),
                "{}",
                about.id
            );
        }
    }
}
