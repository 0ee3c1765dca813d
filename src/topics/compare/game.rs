//! Changes as the players of a game: what the alternatives score once some of them are made.
//!
//! A score is `50 · Σ w·r / Σ w` over the criteria whose level is known. A criterion hangs on few changes, so what it
//! adds to both sums is worked out once for each set of those and kept; making a change moves only the criteria that
//! hang on it. A criterion is always read with the questions of the rubric that it is taken from, and an answer that
//! this rubric has no place for is unknown there.

use std::collections::{BTreeMap, BTreeSet};

use super::counted::{Counted, Given, Player, Term, changed_answers, counted};
use super::counting;
use super::plain::Side;
use super::shapley::Game;
use crate::files::PerAlternative;

/// What the criteria come to while some changes are made.
pub(crate) struct Play<'r> {
    sides: [Side<'r>; 2],
    /// The changes that scores hang on, in an order that is the same whichever side comes first.
    pub(crate) players: Vec<Player>,
    given: BTreeMap<String, Given>,
    criteria: Vec<Counted>,
    /// For each player, the criteria that hang on it, with its position there.
    moves: Vec<Vec<(usize, usize)>>,
    sums: Term,
}

impl<'r> Play<'r> {
    /// The game between two sides, with none of the changes made.
    pub(crate) fn new(sides: [Side<'r>; 2]) -> Self {
        let related = counting::related(sides[0].rubric, sides[1].rubric);
        let given = changed_answers(sides, related);
        let mut criteria = counted(sides, &given, related);
        let players: BTreeSet<&Player> = criteria.iter().flat_map(|one| &one.players).collect();
        let players: Vec<Player> = players.into_iter().cloned().collect();
        let moves = players.iter().map(|player| {
            let moved = criteria
                .iter()
                .enumerate()
                .filter_map(|(index, criterion)| {
                    let position = criterion.players.iter().position(|other| other == player);
                    position.map(|position| (index, position))
                });
            moved.collect()
        });
        let moves = moves.collect();
        let mut sums = Term::default();
        for criterion in &mut criteria {
            sums.add(1, criterion.term(sides, &given));
        }
        Self {
            sides,
            players,
            given,
            criteria,
            moves,
            sums,
        }
    }
}

impl Game for Play<'_> {
    fn players(&self) -> usize {
        self.players.len()
    }

    fn flip(&mut self, player: usize) {
        for &(index, position) in &self.moves[player] {
            let criterion = &mut self.criteria[index];
            self.sums.add(-1, criterion.term(self.sides, &self.given));
            criterion.made[position] = !criterion.made[position];
            self.sums.add(1, criterion.term(self.sides, &self.given));
        }
    }

    fn worth(&self) -> PerAlternative<f64> {
        PerAlternative::from_fn(|alternative| match self.sums.weight {
            0 => 0.0,
            weight => 50.0 * self.sums.rated[alternative] as f64 / weight as f64,
        })
    }
}
