//! Whole numbers in English words.

/// A number below twenty.
pub(super) fn small(number: u64) -> &'static str {
    const SMALL: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    usize::try_from(number).ok().and_then(|index| SMALL.get(index)).copied().unwrap_or_default()
}

/// A whole number in English words.
pub(super) fn words(number: u64) -> String {
    const TENS: [&str; 10] =
        ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let rest = |rest: u64, between: &str| {
        if rest == 0 { String::new() } else { format!("{between}{}", words(rest)) }
    };
    match number {
        0..20 => small(number).to_owned(),
        20..100 => {
            let tens = usize::try_from(number / 10)
                .ok()
                .and_then(|index| TENS.get(index))
                .copied()
                .unwrap_or_default();
            format!("{tens}{}", rest(number % 10, "-"))
        }
        100..1_000 => format!("{} hundred{}", small(number / 100), rest(number % 100, " and ")),
        1_000..1_000_000 => {
            let between = if number % 1_000 < 100 { " and " } else { " " };
            format!("{} thousand{}", words(number / 1_000), rest(number % 1_000, between))
        }
        _ => format!("{} million{}", words(number / 1_000_000), rest(number % 1_000_000, " ")),
    }
}
