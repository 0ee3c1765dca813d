//! Changes as the players of a game: what the alternatives score once some of them are made.
//!
//! A score is `50 · Σ w·r / Σ w` over the criteria whose level is known. A criterion hangs on few changes, so what it
//! adds to both sums is worked out once for each set of those and kept; making a change moves only the criteria that
//! hang on it. A criterion is always read with the questions of the rubric that it is taken from, and an answer that
//! this rubric has no place for is unknown there.

use std::collections::{BTreeMap, BTreeSet};

use super::plain::{BEFORE, Plain, Side};
use super::shapley::Game;
use crate::engine::scoring::LevelStatus;
use crate::files::{
    Answer, Condition, Criterion, CriterionIndex, Facts, Origin, PerAlternative, Question,
    QuestionIndex, QuestionKind, Rubric, Value,
};
use crate::topics::rubric_diff::Clause;

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
        let is_related = related(sides[0].rubric, sides[1].rubric);
        let given = changed_answers(sides, is_related);
        let mut criteria = counted(sides, &given, is_related);
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

/// A criterion in a rubric.
pub(crate) type Of<'r> = (&'r Rubric, &'r Criterion);

/// The ids of the questions on which a criterion hangs, those included that decide whether another one applies.
pub(crate) fn reads((rubric, criterion): Of<'_>) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    let mut open: Vec<QuestionIndex> = criterion.questions().into_iter().collect();
    while let Some(index) = open.pop() {
        if found.insert(index) {
            let when = rubric.question(index).ask_when.as_ref();
            open.extend(when.map(Condition::questions).unwrap_or_default());
        }
    }
    let id = |index: QuestionIndex| rubric.question(index).id.as_str();
    found.into_iter().map(id).collect()
}

/// Whether some answers and weights could make a criterion count differently in one rubric than in the other.
pub(crate) fn differs(before: Of<'_>, after: Of<'_>) -> bool {
    before.1.weight != after.1.weight || reads_otherwise(before, after)
}

/// Whether some answers could make another row apply, or a row say something else.
pub(crate) fn reads_otherwise(before: Of<'_>, after: Of<'_>) -> bool {
    let questions = reads(before);
    !same_rows(before, after)
        || questions != reads(after)
        || questions
            .iter()
            .any(|id| !same_question(before.0, after.0, id))
}

fn same_rows(before: Of<'_>, after: Of<'_>) -> bool {
    let (one, two) = (&before.1.levels, &after.1.levels);
    one.len() == two.len()
        && one.iter().zip(two).all(|(one, two)| {
            one.effect == two.effect
                && clause(one.when.as_ref(), before.0) == clause(two.when.as_ref(), after.0)
        })
}

/// Whether a question takes the same answers under the same conditions.
fn same_question(before: &Rubric, after: &Rubric, id: &str) -> bool {
    let question = |rubric: &Rubric| rubric.find_question(id);
    let (Some(one), Some(two)) = (question(before), question(after)) else {
        return false;
    };
    let (one, two) = (before.question(one), after.question(two));
    std::mem::discriminant(&one.kind) == std::mem::discriminant(&two.kind)
        && choices(one) == choices(two)
        && clause(one.ask_when.as_ref(), before) == clause(two.ask_when.as_ref(), after)
}

fn choices(question: &Question) -> BTreeSet<&str> {
    let choices = match &question.kind {
        QuestionKind::Choice(choices) | QuestionKind::Choices { choices, .. } => choices.as_slice(),
        QuestionKind::Number { .. } | QuestionKind::YesNo | QuestionKind::Text => &[],
    };
    choices.iter().map(|choice| choice.id.as_str()).collect()
}

fn clause<'r>(condition: Option<&'r Condition>, rubric: &'r Rubric) -> Option<Clause<'r>> {
    condition.map(|condition| Clause { condition, rubric })
}

/// Whether two rubrics are versions of one, or one extends the other, or both the same: so that the criteria of one can
/// be told from those of the other one by one.
pub(crate) fn related(before: &Rubric, after: &Rubric) -> bool {
    let ids = |rubric: &Rubric| -> BTreeSet<String> {
        let lineage = rubric.lineage.iter().map(|ancestor| ancestor.id.clone());
        lineage.chain([rubric.id.clone()]).collect()
    };
    !ids(before).is_disjoint(&ids(after))
}
