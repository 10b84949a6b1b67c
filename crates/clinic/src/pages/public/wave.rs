//! The sound of an alarm as a file: made from what the catalogue says of tone and duration, and nothing else.
//!
//! The pitch stands in no source: it is our own choice, and the page says so.

use pump::AlarmSound;
use quantity::Span;

/// Samples in a second: a telephone's; the tones are far below half of it.
const RATE: u32 = 8_000;
/// The pitch of a single tone, and of the two tones, in hertz: where old ears still hear well.
const SINGLE: u32 = 1_000;
const TWO: [u32; 2] = [1_000, 750];
/// How long each of the two tones sounds before the other, in samples.
const TURN: u32 = RATE / 4;
/// How long a tone takes to come and to go, in samples: without it there are clicks.
const FADE: u32 = RATE / 100;
/// The loudest sample, of 32767.
pub(super) const PEAK: i16 = 20_000;
/// The longest sound that is made.
const SECONDS_MAX: u64 = 30;

/// Bytes before the samples.
pub(super) const HEAD: usize = 44;

/// A WAV file, mono, 16 bits. It begins and ends in silence.
pub(super) fn wav(sound: AlarmSound, lasts: Span) -> Vec<u8> {
    let seconds = u32::try_from(lasts.seconds().clamp(1, SECONDS_MAX)).unwrap_or(1);
    let count = RATE * seconds;
    let data = count * 2;
    let mut file = Vec::with_capacity(HEAD + data as usize);
    file.extend(b"RIFF");
    file.extend((data + 36).to_le_bytes());
    file.extend(b"WAVEfmt ");
    file.extend(16_u32.to_le_bytes());
    // PCM, one channel.
    file.extend(1_u16.to_le_bytes());
    file.extend(1_u16.to_le_bytes());
    file.extend(RATE.to_le_bytes());
    file.extend((RATE * 2).to_le_bytes());
    file.extend(2_u16.to_le_bytes());
    file.extend(16_u16.to_le_bytes());
    file.extend(b"data");
    file.extend(data.to_le_bytes());
    for at in 0..count {
        file.extend(sample(sound, at, count).to_le_bytes());
    }
    file
}

/// One sample.
fn sample(sound: AlarmSound, at: u32, count: u32) -> i16 {
    // Each turn of a tone begins and ends in silence, so that nothing clicks between two of them.
    let (pitch, within, turn) = match sound {
        AlarmSound::SingleTone => (SINGLE, at, count),
        AlarmSound::TwoTone => {
            let [first, second] = TWO;
            let pitch = if (at / TURN).is_multiple_of(2) { first } else { second };
            (pitch, at % TURN, TURN.min(count - at / TURN * TURN))
        }
    };
    let edge = within.min(turn - 1 - within).min(FADE);
    let phase = f64::from(within) * f64::from(pitch) / f64::from(RATE) * core::f64::consts::TAU;
    let loud = f64::from(PEAK) * f64::from(edge) / f64::from(FADE);
    #[expect(clippy::cast_possible_truncation, reason = "no louder than the peak, which is an i16")]
    let sample = (phase.sin() * loud) as i16;
    sample
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn samples(file: &[u8]) -> Vec<i16> {
        file[HEAD..].chunks(2).map(|two| i16::from_le_bytes([two[0], two[1]])).collect()
    }

    fn said(file: &[u8], at: usize) -> u32 {
        u32::from_le_bytes(file[at..at + 4].try_into().unwrap())
    }

    /// How often the samples go up through zero: the pitch, in a second.
    fn rises(samples: &[i16]) -> usize {
        samples.windows(2).filter(|two| two[0] < 0 && two[1] >= 0).count()
    }

    proptest! {
        /// R-PUB-4: a sound lasts as long as the catalogue says, is never too loud, and begins and ends in silence.
        #[test]
        fn a_sound_lasts_as_listed_and_clicks_nowhere(seconds in 1_u64..=30, two in any::<bool>()) {
            let sound = if two { AlarmSound::TwoTone } else { AlarmSound::SingleTone };
            let file = wav(sound, Span::from_seconds(seconds).unwrap());
            prop_assert_eq!(&file[..4], b"RIFF");
            prop_assert_eq!(said(&file, 4) as usize + 8, file.len());
            prop_assert_eq!(said(&file, 40) as usize + HEAD, file.len());
            prop_assert_eq!(said(&file, 24), RATE);
            let samples = samples(&file);
            prop_assert_eq!(samples.len() as u64, u64::from(RATE) * seconds);
            let (first, last) = (samples[0], samples[samples.len() - 1]);
            prop_assert_eq!((first, last), (0, 0));
            let peak = samples.iter().map(|it| it.unsigned_abs()).max().unwrap();
            prop_assert!(peak <= PEAK.unsigned_abs() && peak > PEAK.unsigned_abs() / 10 * 9);
            // A step between two samples is never larger than the tone itself makes.
            let step = samples.windows(2).map(|two| two[0].abs_diff(two[1])).max().unwrap();
            prop_assert!(step < PEAK.unsigned_abs(), "{}", step);
        }
    }

    #[test]
    fn one_tone_stays_and_two_take_turns() {
        let one = samples(&wav(AlarmSound::SingleTone, Span::from_seconds(1).unwrap()));
        assert!(rises(&one).abs_diff(SINGLE as usize) <= 2, "{}", rises(&one));
        let two = samples(&wav(AlarmSound::TwoTone, Span::from_seconds(3).unwrap()));
        let turns: Vec<usize> = two.chunks(TURN as usize).map(rises).collect();
        assert_eq!(turns.len(), 12);
        for (at, turn) in turns.iter().enumerate() {
            let wanted = TWO[at % 2] as usize / 4;
            assert!(turn.abs_diff(wanted) <= 2, "{at}: {turn}, not {wanted}");
        }
    }

    #[test]
    fn absurd_durations_make_short_files() {
        assert!(wav(AlarmSound::TwoTone, Span::from_seconds(1_000_000).unwrap()).len() < 500_000);
        assert!(wav(AlarmSound::TwoTone, Span::from_seconds(0).unwrap()).len() > HEAD);
    }
}
