//! The probability that a weighted sum of differences is positive.

/// P(sum of w d > 0) for w ~ Dirichlet(counts), from `(difference, count)` pairs; zero when all differences are zero.
///
/// The positive and the negative differences are two stacks; the top of one stack outlives the top of the other with
/// odds in proportion to their sizes, and the sum has the sign of the stack that survives, because exponential
/// variables have no memory (the recursion of Varsi 1973 for the volume of a halved simplex). All terms are positive,
/// so nothing cancels.
pub(crate) fn positive_probability(differences: &[(f64, u32)]) -> f64 {
    let positives: Vec<(f64, u32)> = differences
        .iter()
        .copied()
        .filter(|&(d, _)| d > 0.0)
        .collect();
    let negatives: Vec<(f64, u32)> = differences
        .iter()
        .copied()
        .filter(|&(d, _)| d < 0.0)
        .collect();
    let height: u32 = positives.iter().map(|&(_, count)| count).sum();
    // survival[i]: the positive stack, i from its bottom, survives the negatives taken so far.
    let mut survival = vec![1.0; height as usize];
    for &(negative, repeats) in &negatives {
        for _ in 0..repeats {
            let mut below = 0.0;
            let mut stack = survival.iter_mut();
            for &(positive, count) in &positives {
                let lives = positive / (positive - negative);
                let dies = -negative / (positive - negative);
                for value in stack.by_ref().take(count as usize) {
                    below = lives * *value + dies * below;
                    *value = below;
                }
            }
        }
    }
    survival.last().copied().unwrap_or(0.0)
}
