//! Models in words: `y ~ week*grp + (week|id)`.

/// A variable of a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variable {
    /// Its name.
    pub name: String,
    /// Its values are names, even if they are numbers: `factor(week)`.
    pub factor: bool,
    /// To which power its numbers are taken: 2 of `I(week^2)`, else 1.
    pub power: u32,
}

/// What varies between patients.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Random {
    /// Whether each patient has an intercept; not so in `(0 + x|id)`.
    pub intercept: bool,
    /// The variable of which each patient has a slope; `None` of an intercept only.
    pub slope: Option<String>,
    /// Whether intercept and slope may be correlated; not so in `(x||id)`.
    pub correlated: bool,
    /// The variable that says the patient.
    pub group: String,
}

/// Errors within a patient that follow one another: `corAR1(~1|id)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Following {
    /// The variable that says when, in whole numbers; `None` if rows follow each other in their order.
    pub time: Option<String>,
    /// The variable that says the patient.
    pub group: String,
}

/// A model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Formula {
    /// What is measured.
    pub response: String,
    /// Whether it has an intercept; without one (`0 +` or `- 1`) the first term of names has an effect for every name.
    pub intercept: bool,
    /// The terms besides the intercept, each a product of variables.
    pub terms: Vec<Vec<Variable>>,
    /// What varies between patients.
    pub random: Option<Random>,
    /// How errors follow one another, if they do.
    pub autoregressive: Option<Following>,
}

/// A formula that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?}; accepted: terms of variables with + * and :, factor(x), I(x^2), 0 or - 1 for no intercept, (1|id), (x|id), (0 + x|id), (x||id), such as \
     y ~ week*grp + (week|id)"
)]
pub struct NotRead(pub String);

impl Formula {
    /// Reads a formula, alone or within the call of R that fits it: `lmer(y ~ week + (1|id))`,
    /// `nlme::gls(y ~ week, corAR1(~1|id))`. `None` if the text has no formula.
    ///
    /// # Errors
    /// [`NotRead`] with the part that is not understood.
    pub fn find(text: &str) -> Result<Option<Self>, NotRead> {
        let Some((response, right)) = sides(text)? else { return Ok(None) };
        let mut terms: Vec<Vec<Variable>> = Vec::new();
        let (mut random, mut intercept) = (None, true);
        for whole in split(right, '+') {
            let mut less = split(whole, '-').into_iter().map(str::trim);
            let part = less.next().unwrap_or_default();
            for taken in less {
                if taken != "1" {
                    return Err(NotRead(whole.trim().to_owned()));
                }
                intercept = false;
            }
            match part {
                "1" => continue,
                "0" => {
                    intercept = false;
                    continue;
                }
                // Before a minus that is first.
                "" if !intercept => continue,
                _ => {}
            }
            let inner = part.strip_prefix('(').and_then(|part| part.strip_suffix(')'));
            if let Some((effects, group)) = inner.and_then(|inner| inner.split_once('|')) {
                let own = Random::read(effects, group, part)?;
                random = Some(match random {
                    None => own,
                    Some(before) => Random::beside(before, own).ok_or_else(|| NotRead(part.to_owned()))?,
                });
                continue;
            }
            for term in crossed(part)? {
                if !terms.contains(&term) {
                    terms.push(term);
                }
            }
        }
        // As R: what has fewer variables comes first.
        terms.sort_by_key(Vec::len);
        for term in terms.iter().filter(|term| term.len() > 1) {
            if let Some(alone) = term.iter().find(|variable| !terms.contains(&vec![(*variable).clone()])) {
                return Err(NotRead(format!("{} in a product, but not alone", alone.name)));
            }
        }
        let autoregressive = autoregressive(text)?;
        if let Some(of_patients) = random_argument(text)? {
            if random.is_some() {
                return Err(NotRead("two random parts".to_owned()));
            }
            random = Some(of_patients);
        }
        if random.is_some() && autoregressive.is_some() {
            return Err(NotRead("a random part, and corAR1 beside it".to_owned()));
        }
        if let Some(unknown) = not_known(text) {
            return Err(NotRead(unknown.to_owned()));
        }
        Ok(Some(Self { response: response.to_owned(), intercept, terms, random, autoregressive }))
    }
}

/// The response and the right side of the first formula that has a response.
fn sides(text: &str) -> Result<Option<(&str, &str)>, NotRead> {
    if let Some((before, after)) = text.split_once('~') {
        let before = before.trim_end();
        let (earlier, response) = before.split_at(name_at_end(before));
        if !response.is_empty() {
            return Ok(Some((response, end(after))));
        }
        // log(y) ~ x is another model than y ~ x.
        return if before.ends_with(')') { Err(NotRead(earlier.to_owned())) } else { Ok(None) };
    }
    // Only a right side, after dots.
    Ok(text.split_once("...").map(|(_, after)| ("y", end(after))))
}

/// Where the name at the end of a text begins.
fn name_at_end(text: &str) -> usize {
    text.char_indices().rev().take_while(|(_, sign)| is_name(*sign)).last().map_or(text.len(), |(at, _)| at)
}

/// Up to where a right side goes: to a bracket that closes what is around it, to a comma or to a semicolon.
fn end(text: &str) -> &str {
    let mut depth = 0_i32;
    for (at, sign) in text.char_indices() {
        match sign {
            '(' => depth += 1,
            ')' if depth == 0 => return text.split_at(at).0,
            ')' => depth -= 1,
            ',' | ';' if depth == 0 => return text.split_at(at).0,
            _ => {}
        }
    }
    text
}

fn is_name(sign: char) -> bool {
    sign.is_alphanumeric() || matches!(sign, '_' | '.')
}

/// Parts between a sign, outside brackets.
fn split(text: &str, sign: char) -> Vec<&str> {
    let mut depth = 0_i32;
    text.split(|each: char| {
        match each {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        each == sign && depth == 0
    })
    .collect()
}

fn name(text: &str) -> Result<String, NotRead> {
    let text = text.trim();
    let begins = text.chars().next().is_some_and(|sign| sign.is_alphabetic() || sign == '_');
    if begins && text.chars().all(is_name) { Ok(text.to_owned()) } else { Err(NotRead(text.to_owned())) }
}

fn variable(text: &str) -> Result<Variable, NotRead> {
    let text = text.trim();
    let within = |start: &str| text.strip_prefix(start)?.strip_suffix(')');
    if let Some(inner) = within("factor(").or_else(|| within("as.factor(")) {
        return Ok(Variable { name: name(inner)?, factor: true, power: 1 });
    }
    if let Some((inner, power)) = within("I(").and_then(|inner| inner.split_once('^')) {
        let power = power.trim().parse().ok().filter(|power| (1..=9).contains(power));
        let power = power.ok_or_else(|| NotRead(text.to_owned()))?;
        return Ok(Variable { name: name(inner)?, factor: false, power });
    }
    Ok(Variable { name: name(text)?, factor: false, power: 1 })
}

impl Random {
    /// What varies with a patient: `1`, `x`, `1 + x`, `0 + x`, `x - 1`; a second bar after the first leaves intercept and slope
    /// without correlation.
    fn read(effects: &str, group: &str, whole: &str) -> Result<Self, NotRead> {
        let wrong = || NotRead(whole.to_owned());
        let (correlated, group) = group.strip_prefix('|').map_or((true, group), |group| (false, group));
        let (mut intercept, mut slope) = (true, None);
        for effect in split(effects, '+') {
            let mut less = split(effect, '-').into_iter().map(str::trim);
            let named = less.next().unwrap_or_default();
            for taken in less {
                if taken != "1" {
                    return Err(wrong());
                }
                intercept = false;
            }
            match named {
                "1" => {}
                "0" => intercept = false,
                _ if slope.is_some() => return Err(wrong()),
                _ => slope = Some(name(named).map_err(|_| wrong())?),
            }
        }
        if !intercept && slope.is_none() {
            return Err(wrong());
        }
        Ok(Self { intercept, slope, correlated, group: name(group)? })
    }

    /// An intercept and a slope that are said apart: `(1|id) + (0 + x|id)`.
    fn beside(self, other: Self) -> Option<Self> {
        let (one, other) = if self.slope.is_none() { (self, other) } else { (other, self) };
        let apart = one.slope.is_none() && !other.intercept && one.group == other.group;
        apart.then_some(Self { intercept: true, correlated: false, ..other })
    }
}

/// `a*b` is a, b and a:b; `a:b` is the product alone.
fn crossed(part: &str) -> Result<Vec<Vec<Variable>>, NotRead> {
    let mut terms: Vec<Vec<Variable>> = Vec::new();
    for factor in split(part, '*') {
        let product: Vec<Variable> =
            split(factor, ':').into_iter().map(variable).collect::<Result<_, _>>()?;
        let joined: Vec<Vec<Variable>> =
            terms.iter().map(|term| term.iter().chain(&product).cloned().collect()).collect();
        terms.push(product);
        terms.extend(joined);
    }
    Ok(terms)
}

/// What varies between patients where it is said beside the formula, as `nlme::lme(y ~ week, random = ~week|id)` does.
fn random_argument(text: &str) -> Result<Option<Random>, NotRead> {
    let said = text.split_once("random").and_then(|(_, after)| after.trim_start().strip_prefix('='));
    let Some(said) = said else { return Ok(None) };
    let said = end(said).trim();
    let (effects, group) = said
        .strip_prefix('~')
        .and_then(|said| said.split_once('|'))
        .ok_or_else(|| NotRead(said.to_owned()))?;
    Random::read(effects, group, said).map(Some)
}

/// A part of the call that would make another model: other correlations, or variances that differ.
fn not_known(text: &str) -> Option<&'static str> {
    const OTHERS: [&str; 8] =
        ["corCompSymm", "corSymm", "corARMA", "corCAR1", "corExp", "corGaus", "varIdent", "weights"];
    OTHERS.into_iter().find(|other| text.contains(other))
}

fn autoregressive(text: &str) -> Result<Option<Following>, NotRead> {
    let Some((_, after)) = text.split_once("corAR1(") else { return Ok(None) };
    let inner = end(after);
    let of = inner.split_once('~').and_then(|(_, form)| form.split_once('|'));
    let (time, group) = of.ok_or_else(|| NotRead(inner.to_owned()))?;
    let time = if time.trim() == "1" { None } else { Some(name(time)?) };
    Ok(Some(Following { time, group: name(group)? }))
}
