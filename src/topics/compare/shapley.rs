//! How much of a difference each of several changes accounts for.
//!
//! Changes hang together: a weight counts for more once the answer below it is another. The Shapley value (L. S.
//! Shapley, "A value for n-person games", in *Contributions to the Theory of Games II*, Princeton 1953, pp. 307–317)
//! is the one division that adds up to the whole, gives nothing to what changes nothing, treats alike what acts alike,
//! and hangs on no order: the mean, over all orders in which the changes could be made, of what each does when its turn
//! comes,
//!
//! ```text
//! φᵢ = Σ_{S ∌ i} |S|! (n − |S| − 1)! / n! · (v(S ∪ i) − v(S))
//! ```
//!
//! Up to `EXACT` changes it is computed as it stands. With more, the mean is over orders that are spread evenly: with
//! `p` the first prime from `n` on, the orders `a·t + b mod p` for `t = 0 … p − 1` and every `b`, each with its reverse,
//! for as many `a` as there is time for. In each order the parts add up to the whole, and so does their mean. What any
//! two changes do together is divided evenly, because of the reverses, as in the value itself; only what three or more
//! do together may be divided a little differently. Nothing is drawn at random.

use crate::files::PerAlternative;

/// Up to so many changes every set of them is tried.
pub(crate) const EXACT: usize = 14;

/// About so many steps are taken with more changes than that.
const STEPS: usize = 400_000;

/// What sets of changes come to; a set is reached by turning changes on and off.
pub(crate) trait Game {
    /// How many changes there are.
    fn players(&self) -> usize;
    /// Makes a change, or takes it back.
    fn flip(&mut self, player: usize);
    /// What the changes that are made now come to, for each alternative.
    fn worth(&self) -> PerAlternative<f64>;
}

/// What each change accounts for, starting and ending with none or all of them made.
pub(crate) fn values(game: &mut impl Game) -> Vec<PerAlternative<f64>> {
    match game.players() {
        0 => Vec::new(),
        few if few <= EXACT => over_sets(game),
        _ => over_orders(game),
    }
}

fn over_sets(game: &mut impl Game) -> Vec<PerAlternative<f64>> {
    let players = game.players();
    let mut worth = vec![game.worth(); 1 << players];
    let mut set = 0_usize;
    // A Gray code: each set differs from the one before in one change.
    for step in 1_usize..1 << players {
        let player = step.trailing_zeros();
        game.flip(player as usize);
        set ^= 1 << player;
        worth[set] = game.worth();
    }
    let shares = shares(players);
    let value = |player: usize| {
        let mut value = PerAlternative::default();
        for without in (0..worth.len()).filter(|set| set >> player & 1 == 0) {
            let with = without | 1 << player;
            let share = shares[without.count_ones() as usize];
            add(&mut value, share, &worth[with], &worth[without]);
        }
        value
    };
    (0..players).map(value).collect()
}

/// `|S|! (n − |S| − 1)! / n!` by the size of `S`: one of `n` places, and one of the sets of that size.
fn shares(players: usize) -> Vec<f64> {
    let n = players as f64;
    let mut sets = 1.0;
    let share = |size: usize| {
        let share = 1.0 / (n * sets);
        sets *= (n - 1.0 - size as f64) / (size as f64 + 1.0);
        share
    };
    (0..players).map(share).collect()
}

fn over_orders(game: &mut impl Game) -> Vec<PerAlternative<f64>> {
    let players = game.players();
    // There is a prime between any number and its double.
    let prime = (players..2 * players).find(|&number| is_prime(number));
    let prime = prime.unwrap_or(players);
    let most = STEPS / (2 * players * prime);
    // The orders with `prime − a` are the reverses of those with `a`.
    let multipliers = most.clamp(1, (prime - 1) / 2);
    let mut values = vec![PerAlternative::default(); players];
    let orders = (2 * multipliers * prime) as f64;
    for multiplier in 1..=multipliers {
        for start in 0..prime {
            let order = (0..prime).map(|turn| (multiplier * turn + start) % prime);
            let order: Vec<usize> = order.filter(|&player| player < players).collect();
            // Made in this order, and then taken back in it: the last to be missed is the first of the reverse.
            for sign in [1.0, -1.0] {
                for &player in &order {
                    let before = game.worth();
                    game.flip(player);
                    add(&mut values[player], sign / orders, &game.worth(), &before);
                }
            }
        }
    }
    values
}

fn is_prime(number: usize) -> bool {
    let mut divisors = (2..).take_while(|divisor| divisor * divisor <= number);
    number > 1 && divisors.all(|divisor| !number.is_multiple_of(divisor))
}

fn add(
    value: &mut PerAlternative<f64>,
    share: f64,
    with: &PerAlternative<f64>,
    without: &PerAlternative<f64>,
) {
    *value = PerAlternative::from_fn(|alternative| {
        value[alternative] + share * (with[alternative] - without[alternative])
    });
}

#[cfg(test)]
mod tests {
    use super::{EXACT, Game, over_orders, over_sets, values};
    use crate::files::{Alternative, PerAlternative};

    struct Of<F>(Vec<bool>, F);

    impl<F: Fn(&[bool]) -> f64> Game for Of<F> {
        fn players(&self) -> usize {
            self.0.len()
        }

        fn flip(&mut self, player: usize) {
            self.0[player] = !self.0[player];
        }

        fn worth(&self) -> PerAlternative<f64> {
            PerAlternative::from_fn(|_| self.1(&self.0))
        }
    }

    fn close(found: &[PerAlternative<f64>], expected: &[f64]) {
        assert_eq!(found.len(), expected.len());
        for (found, expected) in found.iter().zip(expected) {
            let found = found[Alternative::Buy];
            assert!((found - expected).abs() < 1e-9, "{found} for {expected}");
        }
    }

    #[test]
    fn a_right_glove_is_worth_as_much_as_it_is_rare() {
        // Two left gloves and a right one; a pair is worth 1. The value is 1/6, 1/6 and 4/6.
        let pair = |set: &[bool]| f64::from(u8::from((set[0] || set[1]) && set[2]));
        let mut game = Of(vec![false; 3], pair);
        close(&values(&mut game), &[1.0 / 6.0, 1.0 / 6.0, 4.0 / 6.0]);
    }

    #[test]
    fn a_permanent_member_of_the_security_council_weighs_100_times_another() {
        // Five permanent members with a veto, and since 1965 nine of fifteen votes: 421/2145 and 4/2145 (Straffin 1983).
        let passes = |set: &[bool]| {
            let votes = set.iter().filter(|is_for| **is_for).count();
            f64::from(u8::from(
                set[..5].iter().all(|is_for| *is_for) && votes >= 9,
            ))
        };
        let mut game = Of(vec![false; 15], passes);
        let exact: Vec<f64> = [421.0; 5]
            .into_iter()
            .chain([4.0; 10])
            .map(|n| n / 2145.0)
            .collect();
        close(&over_sets(&mut game), &exact);
    }

    #[test]
    fn many_changes_of_which_two_act_together_are_valued_exactly() {
        let players = EXACT + 9;
        let worth = |set: &[bool]| {
            let is = |player: usize| f64::from(u8::from(set[player]));
            let alone: f64 = (0..players).map(|player| player as f64 * is(player)).sum();
            alone + 6.0 * is(0) * is(1) - 10.0 * is(2) * is(22)
        };
        let mut expected: Vec<f64> = (0..players).map(|player| player as f64).collect();
        for (player, more) in [(0, 3.0), (1, 3.0), (2, -5.0), (22, -5.0)] {
            expected[player] += more;
        }
        close(&values(&mut Of(vec![false; players], worth)), &expected);
    }

    #[test]
    fn orders_come_near_what_all_sets_say_and_add_up() {
        let worth = |set: &[bool]| {
            let weights = [7.0, 1.0, 4.0, 9.0, 3.0, 5.0, 2.0, 8.0, 6.0];
            let is = |player: usize| f64::from(u8::from(set[player]));
            let total: f64 = 20.0
                + (0..9)
                    .map(|player| weights[player] * is(player))
                    .sum::<f64>();
            (0..9)
                .map(|player| weights[player] * is(player) * ((player % 5) as f64 - 2.0))
                .sum::<f64>()
                / total
        };
        let exact = over_sets(&mut Of(vec![false; 9], worth));
        let near = over_orders(&mut Of(vec![false; 9], worth));
        let buy = Alternative::Buy;
        let sum: f64 = near.iter().map(|value| value[buy]).sum();
        assert!((sum - worth(&[true; 9])).abs() < 1e-12);
        for (exact, near) in exact.iter().zip(&near) {
            assert!((exact[buy] - near[buy]).abs() < 0.01, "{exact:?} {near:?}");
        }
    }
}
