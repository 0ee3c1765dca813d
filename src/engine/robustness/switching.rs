//! How far weights can move before another alternative comes first.

/// The interval of a normalised weight in which the leader stays first, other weights shrinking or growing in
/// proportion.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StabilityInterval {
    /// The lower end, 0 if there is none.
    pub low: f64,
    /// The alternative that comes first below it.
    pub low_rival: Option<usize>,
    /// The upper end, 1 if there is none.
    pub high: f64,
    /// The alternative that comes first above it.
    pub high_rival: Option<usize>,
}

/// The stability interval of the joint weight of some criteria, their weights within it in proportion, and so the
/// others (B. Mareschal, "Weight stability intervals in multicriteria decision aid", *EJOR* 33, 1988).
///
/// `values` has a row for each alternative and a column for each criterion; `weights` sum to 1; `members` tells which
/// criteria move. `None` if all or nothing of the weight moves: then no other weight can take or give.
pub fn stability_interval(
    values: &[Vec<f64>],
    weights: &[f64],
    leader: usize,
    members: &[bool],
) -> Option<StabilityInterval> {
    let share: f64 = weights
        .iter()
        .zip(members)
        .filter(|(_, member)| **member)
        .map(|(weight, _)| weight)
        .sum();
    if share <= 0.0 || members.iter().all(|member| *member) {
        return None;
    }
    let mut interval = StabilityInterval {
        low: 0.0,
        low_rival: None,
        high: 1.0,
        high_rival: None,
    };
    for rival in (0..values.len()).filter(|&rival| rival != leader) {
        let margin = |inside: bool, total: f64| -> f64 {
            let terms = weights
                .iter()
                .zip(members)
                .enumerate()
                .filter(|(_, (_, member))| **member == inside);
            terms
                .map(|(j, (weight, _))| weight * (values[leader][j] - values[rival][j]))
                .sum::<f64>()
                / total
        };
        // The margin is linear in the joint weight, from what the others give to what the members give.
        let (at_zero, at_one) = (margin(false, 1.0 - share), margin(true, share));
        let crossing = at_zero / (at_zero - at_one);
        if at_zero < 0.0 && at_one > 0.0 && crossing > interval.low {
            interval = StabilityInterval {
                low: crossing,
                low_rival: Some(rival),
                ..interval
            };
        }
        if at_zero > 0.0 && at_one < 0.0 && crossing < interval.high {
            interval = StabilityInterval {
                high: crossing,
                high_rival: Some(rival),
                ..interval
            };
        }
    }
    Some(interval)
}

/// The least weighted sum of `differences` over all weights between `low` and `high` that sum to 1; `None` if there
/// are none. An alternative dominates another over these weights if it is not negative (the PAIRS of A. Salo & R.
/// Hämäläinen, "Preference assessment by imprecise ratio statements", *Operations Research* 40, 1992).
///
/// Every weight starts at its lower end; what is left to give goes where the difference is least.
pub fn least_difference(differences: &[f64], low: &[f64], high: &[f64]) -> Option<f64> {
    let mut left = 1.0 - low.iter().sum::<f64>();
    if left < -TOLERANCE || high.iter().sum::<f64>() < 1.0 - TOLERANCE {
        return None;
    }
    let mut order: Vec<usize> = (0..differences.len()).collect();
    order.sort_by(|&a, &b| differences[a].total_cmp(&differences[b]));
    let mut least: f64 = differences
        .iter()
        .zip(low)
        .map(|(difference, weight)| difference * weight)
        .sum();
    for j in order {
        let given = (high[j] - low[j]).min(left.max(0.0));
        least += given * differences[j];
        left -= given;
    }
    Some(least)
}

/// Sums of weights nearer than this are equal.
const TOLERANCE: f64 = 1e-12;

/// The share by which every weight may be off at once, in either direction, before some rival could be level with the
/// leader: 0 to 1. `rivals` holds leader minus rival, by criterion, for each rival; `weights` sum to 1.
///
/// The least margin falls as weights get less certain, so the share is found by halving.
pub fn tolerated_error(rivals: &[Vec<f64>], weights: &[f64]) -> f64 {
    let survives = |error: f64| {
        let low: Vec<f64> = weights
            .iter()
            .map(|weight| weight * (1.0 - error))
            .collect();
        let high: Vec<f64> = weights
            .iter()
            .map(|weight| weight * (1.0 + error))
            .collect();
        rivals.iter().all(|differences| {
            least_difference(differences, &low, &high).is_some_and(|least| least > 0.0)
        })
    };
    if survives(1.0) {
        return 1.0;
    }
    let (mut good, mut bad) = (0.0, 1.0);
    for _ in 0..40 {
        let middle = f64::midpoint(good, bad);
        if survives(middle) {
            good = middle;
        } else {
            bad = middle;
        }
    }
    good
}
