//! Models in words: `y ~ week*grp + (week|id)`.

/// A variable of a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variable {
    /// Its name.
    pub name: String,
    /// Its values are names, even if they are numbers: `factor(week)`.
    pub factor: bool,
}

/// What varies between patients.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Random {
    /// The variable of which each patient has a slope; `None` of an intercept only.
    pub slope: Option<String>,
    /// The variable that says the patient.
    pub group: String,
}

/// A model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Formula {
    /// What is measured.
    pub response: String,
    /// The terms besides the intercept, each a product of variables.
    pub terms: Vec<Vec<Variable>>,
    /// What varies between patients.
    pub random: Option<Random>,
    /// The variable that says the patient within whom errors follow one another.
    pub autoregressive: Option<String>,
}

/// A formula that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?}; accepted: terms of variables with + * and :, factor(x), (1|id), (x|id), such as y ~ week*grp + (week|id)"
)]
pub struct NotRead(pub String);

impl Formula {
    /// Reads a formula, alone or within the call of R that fits it: `lmer(y ~ week + (1|id))`,
    /// `nlme::gls(y ~ week, corAR1(~1|id))`. `None` if the text has no formula.
    ///
    /// # Errors
    /// [`NotRead`] with the part that is not understood.
    pub fn find(text: &str) -> Result<Option<Self>, NotRead> {
        let Some((response, right)) = sides(text) else { return Ok(None) };
        let mut terms: Vec<Vec<Variable>> = Vec::new();
        let mut random = None;
        for part in split(right, '+') {
            let part = part.trim();
            if part == "1" {
                continue;
            }
            let inner = part.strip_prefix('(').and_then(|part| part.strip_suffix(')'));
            if let Some((effects, group)) = inner.and_then(|inner| inner.split_once('|')) {
                if random.is_some() {
                    return Err(NotRead(part.to_owned()));
                }
                random = Some(Random { slope: slope(effects, part)?, group: name(group)? });
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
        Ok(Some(Self { response: response.to_owned(), terms, random, autoregressive: autoregressive(text)? }))
    }
}

/// The response and the right side of the first formula that has a response.
fn sides(text: &str) -> Option<(&str, &str)> {
    if let Some((before, after)) = text.split_once('~') {
        let before = before.trim_end();
        let start = before.rfind(|sign| !is_name(sign)).map_or(0, |at| at + 1);
        let (_, response) = before.split_at_checked(start)?;
        if !response.is_empty() {
            return Some((response, end(after)));
        }
        return None;
    }
    // Only a right side, after dots.
    text.split_once("...").map(|(_, after)| ("y", end(after)))
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
    let inner = ["factor(", "as.factor("].iter().find_map(|start| text.strip_prefix(start));
    match inner.and_then(|inner| inner.strip_suffix(')')) {
        Some(inner) => Ok(Variable { name: name(inner)?, factor: true }),
        None => Ok(Variable { name: name(text)?, factor: false }),
    }
}

/// What varies with a patient: `1`, `x`, `1 + x`.
fn slope(effects: &str, whole: &str) -> Result<Option<String>, NotRead> {
    let named: Vec<&str> = effects.split('+').map(str::trim).filter(|effect| *effect != "1").collect();
    match named.as_slice() {
        [] => Ok(None),
        [one] => name(one).map(Some).map_err(|_| NotRead(whole.to_owned())),
        _ => Err(NotRead(whole.to_owned())),
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

fn autoregressive(text: &str) -> Result<Option<String>, NotRead> {
    let Some((_, after)) = text.split_once("corAR1(") else { return Ok(None) };
    let inner = end(after);
    let (_, group) = inner.split_once('|').ok_or_else(|| NotRead(inner.to_owned()))?;
    name(group).map(Some)
}
