//! What an answer would be worth.

/// A possible answer: how likely it is, and what it does to each alternative's value, over the expected value.
#[derive(Debug, Clone, PartialEq)]
pub struct PossibleAnswer {
    /// 0 to 1; those of a question sum to 1.
    pub probability: f64,
    /// Value of each alternative with this answer, minus its expected value without any.
    pub shifts: Vec<f64>,
}

/// What it would be worth to know the answer to a question before deciding: by how much the value of what one would
/// then choose exceeds, on average, the value of the best choice now. Never negative; 0 if no answer changes the choice.
///
/// The expected value of partial perfect information (H. Raiffa & R. Schlaifer, *Applied Statistical Decision Theory*,
/// 1961; R. Howard, "Information value theory", 1966) in closed form, which the additive model allows.
pub fn value_of_information(expected: &[f64], answers: &[PossibleAnswer]) -> f64 {
    let best = |values: &mut dyn Iterator<Item = f64>| values.fold(f64::NEG_INFINITY, f64::max);
    let informed: f64 = answers
        .iter()
        .map(|answer| {
            let values = expected
                .iter()
                .zip(&answer.shifts)
                .map(|(value, shift)| value + shift);
            answer.probability * best(&mut { values })
        })
        .sum();
    (informed - best(&mut expected.iter().copied())).max(0.0)
}

/// The probability that the answer changes which alternative has the highest expected value. Where the alternative
/// that is best now stays level with the best, nothing changes.
pub fn probability_of_change(expected: &[f64], answers: &[PossibleAnswer]) -> f64 {
    let Some(best) =
        (0..expected.len()).max_by(|&a, &b| expected[a].total_cmp(&expected[b]).then(b.cmp(&a)))
    else {
        return 0.0;
    };
    let changes = |answer: &&PossibleAnswer| {
        let value = |alternative: usize| expected[alternative] + answer.shifts[alternative];
        (0..expected.len()).any(|other| value(other) > value(best) + TOLERANCE)
    };
    let changing: f64 = answers
        .iter()
        .filter(changes)
        .map(|answer| answer.probability)
        .sum();
    // An empty sum is a negative zero.
    changing + 0.0
}

/// Values nearer than this are equal.
const TOLERANCE: f64 = 1e-12;
