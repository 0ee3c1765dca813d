//! Criteria that count what one question says twice.
//!
//! Two criteria are reported if a question moves both of them always and in the same direction. *Always*: whatever the
//! other questions that a criterion reads are answered, it tells at least two answers to this one apart. *In the same
//! direction*: between no two answers, and for no two alternatives, does one criterion shift the difference of ratings
//! towards the first and the other towards the second, and somewhere both shift it the same way. A question that
//! merely modifies what another one says is therefore no double counting. Criteria that read more answers than can be
//! listed are passed over: what this finds is a hint, and its silence proves nothing.

use std::collections::BTreeSet;

use super::findings::Findings;
use super::rows::id_place;
use super::space::Space;
use super::tidy::same_rows;
use crate::engine::scoring::{Cell, LevelStatus, for_each_assignment, open_questions};
use crate::files::{
    Alternative, Answers, Criterion, Problem, ProblemCode, QuestionIndex, Ratings, Rubric,
};
use crate::files::{Facts, Status};

/// How many joint answers are listed for one criterion and one question, and for all of them together.
const MOST_JOINT_ANSWERS: usize = 1 << 12;
const MOST_IN_ALL: usize = 1 << 16;
/// In how many ways a question may move a criterion.
const MOST_PROFILES: usize = 64;

/// What a criterion comes to for each answer to a question, the other answers fixed; nothing where it does not count.
type Profile = Vec<Option<Ratings>>;

/// What a question does to a criterion.
struct Influence<'r> {
    criterion: &'r Criterion,
    question: QuestionIndex,
    /// One for each way in which the other questions can be answered, each once.
    profiles: Vec<Profile>,
}

/// Reports every two criteria that a question moves in the same direction.
pub(crate) fn check(rubric: &Rubric, space: &Space<'_>, findings: &mut Findings<'_>) {
    let nothing = Answers::all_open(rubric);
    let facts = Facts::new(rubric, &nothing);
    let shared = shared_questions(rubric);
    let mut budget = MOST_IN_ALL;
    let influences: Vec<Influence<'_>> = rubric
        .criteria
        .iter()
        .flat_map(|criterion| {
            let questions = criterion.questions();
            let shared: Vec<_> = questions.intersection(&shared).copied().collect();
            shared
                .into_iter()
                .map(move |question| (criterion, question))
        })
        .filter_map(|(criterion, question)| {
            Influence::of(space, &facts, criterion, question, &mut budget)
        })
        .collect();
    for (at, second) in influences.iter().enumerate() {
        let first = influences[..at].iter().find(|first| {
            first.question == second.question
                && !same_rows(first.criterion, second.criterion)
                && first.agrees_with(second)
        });
        if let Some(first) = first {
            report(rubric, first, second, findings);
        }
    }
}

/// The questions that more than one criterion reads.
fn shared_questions(rubric: &Rubric) -> BTreeSet<QuestionIndex> {
    let mut once = BTreeSet::new();
    let mut shared = BTreeSet::new();
    for question in rubric.criteria.iter().flat_map(Criterion::questions) {
        if !once.insert(question) {
            shared.insert(question);
        }
    }
    shared
}

fn report(
    rubric: &Rubric,
    first: &Influence<'_>,
    second: &Influence<'_>,
    findings: &mut Findings<'_>,
) {
    let (one, other) = (first.criterion, second.criterion);
    let question = &rubric.question(first.question).id;
    let found = format!(
        "`{}` counts `{question}` in the same direction as `{}`",
        other.id, one.id
    );
    findings.add(
        Problem::new(
            ProblemCode::DoubleCounting,
            id_place(other, findings),
            found,
        )
        .related(
            id_place(one, findings),
            "whichever way the answer goes, this one goes the same way",
        )
        .help("make them one criterion, or let each read something of its own"),
    );
}

impl<'r> Influence<'r> {
    /// What a question does to a criterion; `None` unless it always does something, or if there is too much to list.
    fn of(
        space: &Space<'_>,
        facts: &Facts<'_>,
        criterion: &'r Criterion,
        question: QuestionIndex,
        budget: &mut usize,
    ) -> Option<Self> {
        let rubric = space.rubric;
        let scope = open_questions(rubric, facts, criterion.questions());
        let others: Vec<QuestionIndex> = scope
            .into_iter()
            .filter(|&other| other != question)
            .collect();
        let own = &space.cells[question.0];
        let other_cells: Vec<&[Cell]> = others
            .iter()
            .map(|other| space.cells[other.0].as_slice())
            .collect();
        let sizes: Vec<usize> = other_cells.iter().map(|cells| cells.len()).collect();
        let joint = sizes
            .iter()
            .try_fold(own.len(), |all, size| all.checked_mul(*size))
            .filter(|&all| all <= MOST_JOINT_ANSWERS.min(*budget))?;
        *budget -= joint;
        let positions: Vec<usize> = (0..others.len()).collect();
        let mut profiles: Vec<Profile> = Vec::new();
        for_each_assignment(&positions, &sizes, |assignment| {
            let chosen = others.iter().zip(&other_cells).zip(assignment);
            let fixed = facts.with(
                rubric,
                chosen.map(|((&other, cells), &cell)| (other, &cells[cell].value)),
            );
            let profile = profile(rubric, &fixed, criterion, question, own);
            if let Some(profile) = profile
                && profiles.len() <= MOST_PROFILES
                && !profiles.contains(&profile)
            {
                profiles.push(profile);
            }
        });
        let is_listed = !profiles.is_empty() && profiles.len() <= MOST_PROFILES;
        let always = is_listed && profiles.iter().all(tells_apart);
        always.then_some(Self {
            criterion,
            question,
            profiles,
        })
    }

    /// Whether both go the same way wherever both go at all, and somewhere they do.
    fn agrees_with(&self, other: &Self) -> bool {
        let mut agree = false;
        for one in &self.profiles {
            for other in &other.profiles {
                match direction(one, other) {
                    Direction::Opposite => return false,
                    Direction::Same => agree = true,
                    Direction::Unrelated => {}
                }
            }
        }
        agree
    }
}

/// What a criterion comes to for each answer to a question; `None` if the question does not apply.
fn profile(
    rubric: &Rubric,
    fixed: &Facts<'_>,
    criterion: &Criterion,
    question: QuestionIndex,
    own: &[Cell],
) -> Option<Profile> {
    own.iter()
        .map(|cell| {
            let facts = fixed.with(rubric, [(question, &cell.value)]);
            (facts.status(question) != Status::NotApplicable)
                .then(|| LevelStatus::of(criterion, &facts).ratings(criterion))
        })
        .collect()
}

/// Whether the difference between some two alternatives hangs on the answer.
fn tells_apart(profile: &Profile) -> bool {
    pairs().any(|pair| {
        let mut shifts = profile
            .iter()
            .flatten()
            .map(|&ratings| difference(ratings, pair));
        let first = shifts.next();
        shifts.any(|shift| Some(shift) != first)
    })
}

/// How two profiles move between any two answers.
enum Direction {
    Same,
    Opposite,
    Unrelated,
}

fn direction(one: &Profile, other: &Profile) -> Direction {
    let both: Vec<(Ratings, Ratings)> = one
        .iter()
        .zip(other)
        .filter_map(|(one, other)| Some(((*one)?, (*other)?)))
        .collect();
    let mut same = false;
    for pair in pairs() {
        for (at, to) in both.iter().enumerate() {
            for from in &both[..at] {
                let shift = |to, from| difference(to, pair) - difference(from, pair);
                let product = shift(to.0, from.0) * shift(to.1, from.1);
                if product < 0 {
                    return Direction::Opposite;
                }
                same |= product > 0;
            }
        }
    }
    if same {
        Direction::Same
    } else {
        Direction::Unrelated
    }
}

fn difference(ratings: Ratings, (one, other): (Alternative, Alternative)) -> i8 {
    ratings[one] - ratings[other]
}

fn pairs() -> impl Iterator<Item = (Alternative, Alternative)> {
    use Alternative::{Build, Buy, OpenSource};
    [(Build, Buy), (Buy, OpenSource), (OpenSource, Build)].into_iter()
}
