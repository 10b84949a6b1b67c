//! How scores and days are written as data: in words, straight into what writes them. A cohort of 100,000 has millions.

use super::row::{NoScore, Scored};
use jiff::civil::Date;
use scales::{Muscle, Values};
use serde::ser::SerializeTupleStruct;
use serde::{Deserialize, Serialize, Serializer};

/// A score as it is written: day, scale, value, muscle, side. "1+" stays "1+".
#[derive(Deserialize)]
pub(super) struct Written(Date, String, String, String, String);

impl TryFrom<Written> for Scored {
    type Error = NoScore;
    fn try_from(Written(on, scale, value, muscle, side): Written) -> Result<Self, NoScore> {
        Self::read(on, &scale, &value, &muscle, &side)
    }
}

impl Serialize for Scored {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut line = serializer.serialize_tuple_struct("Scored", 5)?;
        line.serialize_field(&Day(self.on))?;
        line.serialize_field(self.scale.word())?;
        match self.scale.values() {
            Values::Grades(grades) => {
                let grade = grades.get(usize::from(self.rank)).map(|grade| grade.value);
                line.serialize_field(grade.unwrap_or_default())?;
            }
            range @ Values::Range { .. } => {
                line.serialize_field(&range.value(self.rank).unwrap_or_default())?;
            }
        }
        line.serialize_field(self.site.and_then(|site| site.muscle).map(Muscle::word).unwrap_or_default())?;
        line.serialize_field(self.site.map(|site| site.side.word()).unwrap_or_default())?;
        line.end()
    }
}

/// A date, written as [`Date`] is, without a formatter.
struct Day(Date);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        day(&self.0, serializer)
    }
}

/// A date, written as [`Date`] is, without a formatter.
pub(super) fn day<S: Serializer>(on: &Date, serializer: S) -> Result<S::Ok, S::Error> {
    let (Ok(year), Ok(month), Ok(day)) =
        (u16::try_from(on.year()), u8::try_from(on.month()), u8::try_from(on.day()))
    else {
        return on.serialize(serializer);
    };
    let digit = |number: u16| b'0' + u8::try_from(number % 10).unwrap_or_default();
    let two = |number: u8| (digit(u16::from(number / 10)), digit(u16::from(number)));
    let ((month_tens, month), (day_tens, day)) = (two(month), two(day));
    let text = [
        digit(year / 1_000),
        digit(year / 100),
        digit(year / 10),
        digit(year),
        b'-',
        month_tens,
        month,
        b'-',
        day_tens,
        day,
    ];
    // Digits and hyphens are text.
    serializer.serialize_str(std::str::from_utf8(&text).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::super::row::DoseFrom;
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_written_as_dates_are() {
        for on in [date(2026, 1, 9), date(1999, 12, 31), date(7, 10, 3), date(9999, 11, 30), date(-5, 2, 1)] {
            assert_eq!(serde_json::to_string(&Day(on)).unwrap(), serde_json::to_string(&on).unwrap());
            let dose = serde_json::to_value(DoseFrom(on, 5)).unwrap();
            assert_eq!(dose, serde_json::json!([on, 5]));
        }
    }

    #[test]
    fn scores_are_written_in_words_and_read_again() {
        let on = date(2026, 3, 9);
        for (text, scale, value, muscle, side) in [
            (
                r#"["2026-03-09","modified-ashworth","1+","knee-flexors","left"]"#,
                "modified-ashworth",
                "1+",
                "knee-flexors",
                "left",
            ),
            (r#"["2026-03-09","barthel","95","",""]"#, "barthel", "95", "", ""),
        ] {
            let scored = Scored::read(on, scale, value, muscle, side).unwrap();
            assert_eq!(serde_json::to_string(&scored).unwrap(), text);
            assert_eq!(serde_json::from_str::<Scored>(text).unwrap(), scored);
        }
    }
}
