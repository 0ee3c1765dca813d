//! Criteria of two rubrics with the changes that each hangs on, and what it adds to the scores while some are made.

use std::collections::{BTreeMap, BTreeSet};

use super::counting::{differs, reads};
use super::plain::{BEFORE, Plain, Side};
use crate::engine::scoring::LevelStatus;
use crate::files::Facts;
use crate::files::{Answer, CriterionIndex, Origin, PerAlternative, QuestionIndex, Rubric, Value};

/// Something that changed, by id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Player {
    /// The answer to a question.
    Answer(String),
    /// The weight that was set for a criterion, or that none is set any more.
    Weight(String),
    /// A criterion as the rubric has it.
    Criterion(String),
    /// The whole rubric, where the two have nothing to do with each other.
    Rubric,
}

/// A player's answer: as an answer in the rubric before and after (outer), what it was and what it is (inner).
pub(crate) type Given = [[Option<Value>; 2]; 2];

/// A criterion of either rubric.
pub(crate) struct Counted {
    /// Where it stands in the rubric before and after.
    versions: [Option<CriterionIndex>; 2],
    /// The weight that is set for it before and after.
    set: [Option<u8>; 2],
    /// The changes that it hangs on.
    pub(crate) players: Vec<Player>,
    /// Which of them are made.
    pub(crate) made: Vec<bool>,
    /// What it adds, for each set of them that came up.
    terms: BTreeMap<Vec<bool>, Term>,
}

/// What a criterion adds to the two sums of a score; nothing if its level is not known.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Term {
    pub(crate) rated: PerAlternative<i64>,
    pub(crate) weight: i64,
}

impl Term {
    pub(crate) fn add(&mut self, times: i64, other: Self) {
        self.weight += times * other.weight;
        self.rated = PerAlternative::from_fn(|alternative| {
            self.rated[alternative] + times * other.rated[alternative]
        });
    }
}

/// The answers that differ, by question. Of rubrics that have nothing to do with each other, what one alone asks comes
/// and goes with it.
pub(crate) fn changed_answers(sides: [Side<'_>; 2], related: bool) -> BTreeMap<String, Given> {
    let mut given = BTreeMap::new();
    for id in sides
        .iter()
        .flat_map(|side| &side.rubric.questions)
        .map(|one| &one.id)
    {
        let plain = sides
            .map(|side| Plain::given(side.rubric, side.answers, side.rubric.find_question(id)));
        let asked = sides.map(|side| side.rubric.find_question(id).is_some());
        if plain[0] == plain[1] || (!related && asked != [true, true]) {
            continue;
        }
        let in_rubric = |side: Side<'_>| {
            let question = side.rubric.find_question(id);
            let question = question.map(|index| side.rubric.question(index));
            plain
                .each_ref()
                .map(|plain| plain.as_ref()?.answers(question?))
        };
        given.insert(id.clone(), sides.map(in_rubric));
    }
    given
}

/// Every criterion of either rubric, with the changes that it hangs on.
pub(crate) fn counted(
    sides: [Side<'_>; 2],
    given: &BTreeMap<String, Given>,
    related: bool,
) -> Vec<Counted> {
    let ids: BTreeSet<&str> = sides
        .iter()
        .flat_map(|side| &side.rubric.criteria)
        .map(|criterion| criterion.id.as_str())
        .collect();
    let rubric = |id: &str| {
        if related {
            Player::Criterion(id.to_owned())
        } else {
            Player::Rubric
        }
    };
    ids.into_iter()
        .map(|id| {
            let versions = sides.map(|side| side.rubric.find_criterion(id));
            let set = [0, 1].map(|at| {
                let own = sides[at].weights.get(versions[at]?)?;
                Some(own.weight.points())
            });
            let players = players(id, versions, set, sides, given, rubric(id));
            Counted {
                versions,
                set,
                made: vec![false; players.len()],
                players,
                terms: BTreeMap::new(),
            }
        })
        .collect()
}

/// The changes that a criterion hangs on.
fn players(
    id: &str,
    versions: [Option<CriterionIndex>; 2],
    set: [Option<u8>; 2],
    sides: [Side<'_>; 2],
    given: &BTreeMap<String, Given>,
    rubric: Player,
) -> Vec<Player> {
    let of = |at: usize| {
        let rubric: &Rubric = sides[at].rubric;
        Some((rubric, rubric.criterion(versions[at]?)))
    };
    let both = [of(0), of(1)];
    let read: BTreeSet<&str> = both.into_iter().flatten().flat_map(reads).collect();
    let mut players: Vec<Player> = read
        .into_iter()
        .filter(|question| given.contains_key(*question))
        .map(|question| Player::Answer(question.to_owned()))
        .collect();
    if set[0] != set[1] {
        players.push(Player::Weight(id.to_owned()));
    }
    let is_same = match both {
        [Some(before), Some(after)] => !differs(before, after),
        _ => false,
    };
    if !is_same {
        players.push(rubric);
    }
    players
}

impl Counted {
    /// What it adds while these of its changes are made.
    pub(crate) fn term(&mut self, sides: [Side<'_>; 2], given: &BTreeMap<String, Given>) -> Term {
        if let Some(term) = self.terms.get(&self.made) {
            return *term;
        }
        let term = self.work_out(sides, given).unwrap_or_default();
        self.terms.insert(self.made.clone(), term);
        term
    }

    /// What it adds; `None` if it is not in the rubric that counts, or its level is not known.
    fn work_out(&self, sides: [Side<'_>; 2], given: &BTreeMap<String, Given>) -> Option<Term> {
        // Where neither its rows nor its questions differ, it is the same in both.
        let mut version = BEFORE;
        let mut set = self.set[BEFORE];
        for (player, made) in self.players.iter().zip(&self.made) {
            match player {
                Player::Criterion(_) | Player::Rubric => version = usize::from(*made),
                Player::Weight(_) => set = self.set[usize::from(*made)],
                Player::Answer(_) => {}
            }
        }
        let rubric = sides[version].rubric;
        let criterion = rubric.criterion(self.versions[version]?);
        let mut answers = sides[version].answers.clone();
        for (player, made) in self.players.iter().zip(&self.made) {
            let Player::Answer(id) = player else { continue };
            let Some(question) = rubric.find_question(id) else {
                continue;
            };
            let value = &given.get(id)?[version][usize::from(*made)];
            answers.set(question, answer(rubric, question, value.clone()));
        }
        let status = LevelStatus::of(criterion, &Facts::new(rubric, &answers));
        let ratings = status.ratings(criterion)?;
        let weight = i64::from(set.unwrap_or(criterion.weight.points()));
        Some(Term {
            rated: PerAlternative::from_fn(|alternative| weight * i64::from(ratings[alternative])),
            weight,
        })
    }
}

fn answer(rubric: &Rubric, question: QuestionIndex, value: Option<Value>) -> Answer {
    Answer {
        value,
        note: None,
        source: None,
        origin: Origin::Shared,
        place: rubric.question(question).place,
        derived: None,
    }
}
