//! The mean weights of those who prefer an alternative.

use super::differences::Differences;
use super::orders::agree;
use super::tilt::tilted_probabilities;
use super::{Error, FLOOR};

/// For every distinct alternative, its mean weights; `None` if it comes first for (almost) no weights.
pub(crate) fn mean_weights(
    differences: &Differences,
    points: &[u32],
) -> Result<Vec<Option<Vec<f64>>>, Error> {
    let total: f64 = points.iter().map(|&p| f64::from(p)).sum();
    let shares: Vec<f64> = points.iter().map(|&p| f64::from(p) / total).collect();
    let firsts: Vec<Vec<f64>> = (0..differences.distinct())
        .map(|own| partial_means(differences, own, &shares))
        .collect::<Result<_, _>>()?;
    for (criterion, &share) in shares.iter().enumerate() {
        agree(
            "a mean weight",
            firsts.iter().map(|means| means[criterion]).sum(),
            share,
        )?;
    }
    Ok(firsts.into_iter().map(normalised).collect())
}

/// E[w; the alternative is first] for every criterion.
fn partial_means(differences: &Differences, own: usize, shares: &[f64]) -> Result<Vec<f64>, Error> {
    let mut rivals = (0..differences.distinct()).filter(|&other| other != own);
    // Without a rival the difference is that to itself, which is no condition.
    let mut against_rival = || (own, rivals.next().unwrap_or(own));
    let columns = differences.columns(against_rival(), against_rival());
    let mut tilted = tilted_probabilities(columns).ok_or(Error::Unsettled)?;
    let first = tilted.pop().unwrap_or_default();
    let means: Vec<f64> = differences
        .group_of()
        .iter()
        .zip(shares)
        .map(|(group, share)| share * group.map_or(first, |place| tilted[place]))
        .collect();
    agree("a first rank", means.iter().sum(), first)?;
    Ok(means)
}

/// The means divided by their sum, which is the share of the first rank.
fn normalised(means: Vec<f64>) -> Option<Vec<f64>> {
    let first: f64 = means.iter().sum();
    (first >= FLOOR).then(|| {
        means
            .into_iter()
            .map(|mean| (mean / first).max(0.0))
            .collect()
    })
}
