//! Tests on ranks in JSON.

use super::Question;
use super::describe::{confidence, pairs, sample, status};
use super::read::{Fields, Refused, number};
use crate::Undefined;
use crate::describe::{Sample, TwoSamples};
use crate::ranks::{
    self, Adjustment, Fraction, HodgesLehmann, Normal, Rows, SignedRank, SignedRankTest, Zeros,
};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The changes: x less y, or as they are in d.
fn changes(question: &Question<'_>) -> Result<Sample, Refused> {
    let inputs = Fields::inputs(question.inputs);
    if inputs.value("d").is_some() { sample(inputs, "d") } else { Ok(pairs(inputs)?.differences()) }
}

/// What is done with zeros, in every way that is asked for; both without it.
fn zero_methods(question: &Question<'_>) -> Result<Vec<Zeros>, Refused> {
    let options = Fields::options(question.options);
    let one = match options.value("zero_methods") {
        None => return Ok(Zeros::ALL.to_vec()),
        Some(Value::String(name)) => Some(vec![name.clone()]),
        Some(_) => None,
    };
    let by_name = |(index, name): (usize, &String)| {
        Zeros::ALL.into_iter().find(|zeros| zeros.name() == name).ok_or_else(|| {
            let field = format!("options.zero_methods[{index}]");
            Refused::new(field, format!("{name:?} is not done; accepted: \"wilcox\", \"pratt\""))
        })
    };
    one.map_or_else(|| options.names("zero_methods"), Ok)?.iter().enumerate().map(by_name).collect()
}

fn fraction(of: Option<Fraction>) -> Value {
    json!(of.map(|of| of.to_string()))
}

pub(super) fn signed_rank(question: &Question<'_>) -> Result<Value, Refused> {
    let changes = changes(question)?;
    let mut answer = Map::new();
    for zeros in zero_methods(question)? {
        let of = ranks::signed_rank(&changes, zeros);
        let name = zeros.name();
        answer.insert(format!("exact_{name}"), exact(&of));
        let test = of.test.as_ref().ok();
        let approximation = |of: fn(&SignedRankTest) -> Normal| {
            json!({
                "z": test.map(|test| of(test).z),
                "p": test.map(|test| of(test).p),
                "mean_w": test.map(|test| test.mean),
                "var_w": test.map(|test| test.variance),
            })
        };
        answer.insert(format!("normal_{name}_nocc"), approximation(|test| test.normal));
        answer.insert(format!("normal_{name}_cc"), approximation(|test| test.corrected));
    }
    let of = ranks::signed_rank(&changes, Zeros::Wilcox);
    let test = of.test.as_ref().ok();
    answer.insert("n_pairs".to_owned(), json!(of.pairs));
    answer.insert("n_missing_pairs".to_owned(), json!(of.missing));
    answer.insert("smallest_p".to_owned(), json!(test.map(|_| ranks::smallest_p(of.used))));
    answer.insert(
        "effect".to_owned(),
        json!({
            "r_z_over_sqrt_n_nonzero": test.map(|test| test.r_used),
            "r_z_over_sqrt_n_pairs": test.map(|test| test.r_pairs),
            "rank_biserial": test.map(|test| test.rank_biserial),
        }),
    );
    Ok(Value::Object(answer))
}

fn exact(of: &SignedRank) -> Value {
    let test = of.test.as_ref().ok();
    let p = of.test.as_ref().map_err(|undefined| *undefined).and_then(|test| test.exact);
    json!({
        "status": status(&p),
        "n_used": of.used,
        "n_zero": of.zeros,
        "w_plus": test.map(|test| test.w_plus),
        "w_minus": test.map(|test| test.w_minus),
        "p": p.ok().map(|p| p.two_sided),
        "p_fraction": fraction(test.and_then(SignedRankTest::fraction)),
        "p_less": p.ok().map(|p| p.less),
        "p_greater": p.ok().map(|p| p.greater),
    })
}

pub(super) fn sign(question: &Question<'_>) -> Result<Value, Refused> {
    let of = ranks::sign_test(&changes(question)?);
    Ok(json!({
        "n_pos": of.positive,
        "n_neg": of.negative,
        "n_zero": of.zeros,
        "n_missing_pairs": of.missing,
        "status": status(&of.exact),
        "p": of.exact.as_ref().ok().map(Fraction::value),
        "p_fraction": of.exact.as_ref().ok().map(ToString::to_string),
        "p_normal": of.normal,
    }))
}

pub(super) fn hodges_lehmann(question: &Question<'_>) -> Result<Value, Refused> {
    let changes = changes(question)?;
    let level = confidence(Fields::options(question.options))?;
    let of = ranks::hodges_lehmann(&changes, level);
    let estimate = of.as_ref().ok();
    Ok(json!({
        "n": changes.len(),
        "n_missing": changes.missing(),
        "status": status(&of),
        "estimate": estimate.map(|of| of.estimate),
        "ci_low": estimate.map(|of| of.interval.low),
        "ci_high": estimate.map(|of| of.interval.high),
        "achieved_confidence": estimate.map(|of| of.achieved),
        "achieved_exact": estimate.map(|of| of.exact),
        "walsh_count": estimate.map_or(0, |of| of.count),
        "order_index": estimate.map(|of| of.order),
    }))
}

pub(super) fn mann_whitney(question: &Question<'_>) -> Result<Value, Refused> {
    let inputs = Fields::inputs(question.inputs);
    let (x, y) = (inputs.numbers_or_missing("x")?, inputs.numbers_or_missing("y")?);
    let samples = TwoSamples::of(&x, &y)
        .map_err(|unusable| Refused::new("inputs.x and inputs.y", unusable.to_string()))?;
    let of = ranks::mann_whitney(&samples);
    let test = of.as_ref().ok();
    let p = of.as_ref().map_err(|undefined| *undefined).and_then(|test| test.exact);
    let estimate = ranks::hodges_lehmann_shift(&samples, confidence(Fields::options(question.options))?).ok();
    let shift = |of: fn(&HodgesLehmann) -> f64| estimate.as_ref().map(of);
    Ok(json!({
        "n_x": samples.x().len(),
        "n_y": samples.y().len(),
        "n_missing": samples.x().missing() + samples.y().missing(),
        "status": status(&p),
        "U_x": test.map(|test| test.u_x),
        "U_y": test.map(|test| test.u_y),
        "p": p.ok().map(|p| p.two_sided),
        "p_fraction": fraction(test.and_then(ranks::MannWhitney::fraction)),
        "p_less": p.ok().map(|p| p.less),
        "p_greater": p.ok().map(|p| p.greater),
        "hl_shift": shift(|of| of.estimate),
        "ci_low": shift(|of| of.interval.low),
        "ci_high": shift(|of| of.interval.high),
        "achieved_confidence": shift(|of| of.achieved),
        "achieved_exact": estimate.as_ref().map(|of| of.exact),
        "z_nocc": test.and_then(|test| Some(test.normal?.z)),
        "p_normal_nocc": test.and_then(|test| Some(test.normal?.p)),
        "z_cc": test.and_then(|test| Some(test.corrected?.z)),
        "p_normal_cc": test.and_then(|test| Some(test.corrected?.p)),
        "vargha_delaney_a": test.map(|test| test.vargha_delaney_a),
        "rank_biserial": test.map(|test| test.rank_biserial),
        "r_z_over_sqrt_N": test.and_then(|test| test.r),
    }))
}

pub(super) fn friedman(question: &Question<'_>) -> Result<Value, Refused> {
    let row = |(row, values): (usize, &Value)| -> Result<Vec<Option<f64>>, Refused> {
        let place = format!("inputs.matrix[{row}]");
        let values = values.as_array().ok_or_else(|| {
            Refused::new(&place, "is no list; accepted: a list of numbers, null where one is missing")
        })?;
        let value = |(index, value): (usize, &Value)| {
            if value.is_null() { Ok(None) } else { number(value, &format!("{place}[{index}]")).map(Some) }
        };
        values.iter().enumerate().map(value).collect()
    };
    let matrix: Vec<_> = Fields::inputs(question.inputs)
        .list("matrix")?
        .iter()
        .enumerate()
        .map(row)
        .collect::<Result<_, _>>()?;
    let rows = Rows::of(&matrix).map_err(|unusable| Refused::new("inputs.matrix", unusable.to_string()))?;
    let of = ranks::friedman(&rows);
    let test = of.test.as_ref().ok();
    let f = test.and_then(|test| test.iman_davenport);
    let compared = ranks::comparisons(&rows).ok();
    let compared = compared.as_ref();
    let conover = json!(compared.map(|compared| &compared.conover));
    let pairs = compared.map(|compared| {
        let list = |of: &dyn Fn(&ranks::PairTest) -> Value| compared.pairs.iter().map(of).collect::<Vec<_>>();
        json!({
            "pairs": list(&|pair| json!([pair.first, pair.second])),
            "p": list(&|pair| json!(pair.p.ok())),
            "holm": list(&|pair| json!(pair.holm)),
            "status": list(&|pair| json!(status(&pair.p))),
        })
    });
    Ok(json!({
        "status": status(&of.test),
        "n": of.n,
        "k": of.k,
        "n_missing_rows": of.missing,
        "rank_sums": of.rank_sums,
        "chi2": test.map(|test| test.chi_square),
        "df": test.map(|test| test.df),
        "p": test.map(|test| test.p),
        "kendall_w": test.map(|test| test.kendall_w),
        "iman_davenport_f": f.map(|test| test.f),
        "iman_davenport_p": f.map(|test| test.p),
        "nemenyi_p": compared.map(|compared| &compared.nemenyi),
        "conover_p_unadjusted": conover,
        "conover_p_formula": conover,
        "pairwise_wilcoxon_exact": pairs,
    }))
}

pub(super) fn kruskal_wallis(question: &Question<'_>) -> Result<Value, Refused> {
    let inputs = Fields::inputs(question.inputs);
    let (x, g) = (inputs.numbers_or_missing("x")?, inputs.names_or_missing("g")?);
    inputs.same_length(("x", x.len()), ("g", g.len()))?;
    // Groups in the order in which they are first named.
    let (mut names, mut groups): (Vec<&String>, Vec<Vec<Option<f64>>>) = (Vec::new(), Vec::new());
    let mut place: BTreeMap<&String, usize> = BTreeMap::new();
    let mut without_group = 0_usize;
    for (name, value) in g.iter().zip(&x) {
        let Some(name) = name else {
            without_group += 1;
            continue;
        };
        let at = *place.entry(name).or_insert_with(|| {
            names.push(name);
            groups.push(Vec::new());
            names.len() - 1
        });
        if let Some(group) = groups.get_mut(at) {
            group.push(*value);
        }
    }
    let groups: Vec<&[Option<f64>]> = groups.iter().map(Vec::as_slice).collect();
    let groups =
        Sample::together(&groups).map_err(|unusable| Refused::new("inputs.x", unusable.to_string()))?;
    let of = ranks::kruskal_wallis(&groups);
    let test = of.as_ref().ok();
    Ok(json!({
        "status": status(&of),
        "n": groups.iter().map(Sample::len).sum::<usize>(),
        "n_missing": without_group + groups.iter().map(Sample::missing).sum::<usize>(),
        "groups": names,
        "sizes": groups.iter().map(Sample::len).collect::<Vec<_>>(),
        "chi2": test.map(|test| test.chi_square),
        "df": test.map(|test| test.df),
        "p": test.map(|test| test.p),
    }))
}

pub(super) fn spearman(question: &Question<'_>) -> Result<Value, Refused> {
    let pairs = pairs(Fields::inputs(question.inputs))?;
    let of = ranks::spearman(&pairs);
    let test = of.as_ref().ok();
    Ok(json!({
        "status": status(&of),
        "n": pairs.first().len(),
        "n_missing_pairs": pairs.first().missing(),
        "rho": test.map(|test| test.rho),
        "p": test.and_then(|test| test.p_t),
        "p_exact": test.and_then(|test| test.p_exact),
    }))
}

pub(super) fn adjust(question: &Question<'_>) -> Result<Value, Refused> {
    let p = Fields::inputs(question.inputs).numbers_or_missing("p")?;
    let by = |adjustment| {
        ranks::adjust(&p, adjustment)
            .map(|adjusted| json!(adjusted))
            .map_err(|wrong| Refused::new(format!("inputs.p[{}]", wrong.place), wrong.to_string()))
    };
    Ok(json!({
        "m": p.iter().flatten().count(),
        "status": if p.iter().any(Option::is_some) { "ok" } else { Undefined::NoData.word() },
        "holm": by(Adjustment::Holm)?,
        "bonferroni": by(Adjustment::Bonferroni)?,
        "hochberg": by(Adjustment::Hochberg)?,
        "bh": by(Adjustment::BenjaminiHochberg)?,
    }))
}
