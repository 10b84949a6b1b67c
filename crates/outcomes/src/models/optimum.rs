//! The lowest place of a function of a few numbers.

/// The lowest place that is found from a start, by a simplex that walks downhill (Nelder & Mead 1965), begun anew until that
/// gains nothing. `close` is how close its corners come together. Where the function is not defined it is infinite.
pub(super) fn lowest(
    start: &[f64],
    size: f64,
    close: f64,
    value: &impl Fn(&[f64]) -> f64,
) -> (Vec<f64>, f64) {
    let mut best = (start.to_vec(), value(start));
    let mut size = size;
    for _ in 0..30 {
        let found = walk(&best.0, size, close, value);
        let gain = best.1 - found.1;
        if found.1 < best.1 {
            best = found;
        }
        // The first gain from infinity is not a number to compare.
        if gain.is_finite() && gain <= 1e-2 * close * best.1.abs().max(1.0) {
            break;
        }
        size = (size / 2.0).max(1e-3);
    }
    best
}

/// Whether a ratio of the variance between patients to that within leaves the deviance as it is, so that the data say nothing of
/// it: as where all that is left are differences of two values of two patients. `value` takes the root of the ratio.
pub(super) fn is_flat(value: &impl Fn(&[f64]) -> f64) -> bool {
    let none = value(&[0.0]);
    let near = |root: f64| (value(&[root]) - none).abs() <= 1e-9 * none.abs().max(1.0);
    none.is_finite() && [0.3, 1.0, 3.0].into_iter().all(near)
}

fn walk(start: &[f64], size: f64, close: f64, value: &impl Fn(&[f64]) -> f64) -> (Vec<f64>, f64) {
    let corner = |at: usize| {
        let mut point = start.to_vec();
        if let Some(moved) = at.checked_sub(1).and_then(|at| point.get_mut(at)) {
            *moved += size * f64::max(1.0, moved.abs());
        }
        let height = value(&point);
        (point, height)
    };
    let mut corners: Vec<(Vec<f64>, f64)> = (0..=start.len()).map(corner).collect();
    for _ in 0..400 * (start.len() + 1) {
        corners.sort_by(|one, other| one.1.total_cmp(&other.1));
        let (Some(lowest), Some(worst)) = (corners.first().cloned(), corners.pop()) else { break };
        let spread =
            corners.iter().map(|corner| far(&corner.0, &lowest.0)).fold(far(&worst.0, &lowest.0), f64::max);
        if spread <= close {
            corners.push(worst);
            break;
        }
        // Through the middle of the others, by how much: mirrored, twice as far, half, or half back.
        let along = |factor: f64| {
            let others = corners.len().max(1);
            #[expect(clippy::cast_precision_loss, reason = "three at most")]
            let middle =
                |at: usize| corners.iter().filter_map(|corner| corner.0.get(at)).sum::<f64>() / others as f64;
            let point: Vec<f64> = worst
                .0
                .iter()
                .enumerate()
                .map(|(at, worst)| middle(at) + factor * (middle(at) - worst))
                .collect();
            let height = value(&point);
            (point, height)
        };
        let second = corners.last().map_or(f64::INFINITY, |corner| corner.1);
        let mirrored = along(1.0);
        let next = if mirrored.1 < lowest.1 {
            let farther = along(2.0);
            Some(if farther.1 < mirrored.1 { farther } else { mirrored })
        } else if mirrored.1 < second {
            Some(mirrored)
        } else {
            let nearer = if mirrored.1 < worst.1 { along(0.5) } else { along(-0.5) };
            (nearer.1 < worst.1.min(mirrored.1)).then_some(nearer)
        };
        if let Some(next) = next {
            corners.push(next);
        } else {
            corners.push(worst);
            for corner in corners.iter_mut().skip(1) {
                for (at, lowest) in corner.0.iter_mut().zip(&lowest.0) {
                    *at = f64::midpoint(*at, *lowest);
                }
                corner.1 = value(&corner.0);
            }
        }
    }
    corners
        .into_iter()
        .min_by(|one, other| one.1.total_cmp(&other.1))
        .unwrap_or_else(|| (start.to_vec(), f64::INFINITY))
}

fn far(one: &[f64], other: &[f64]) -> f64 {
    one.iter()
        .zip(other)
        .map(|(one, other)| (one - other).abs() / f64::max(1.0, one.abs()))
        .fold(0.0, f64::max)
}
