//! What is wrong with a rubric although it can be read.
//!
//! Whatever depends on which answers go together (rows that can never apply, answers that no row covers, vetoes that
//! never or always fire, advice that is never said, answers that a text may lack) is decided exactly over every
//! combination of answers (`space`); where the work allowed for it does not suffice, that is a finding, too. Only fully answered combinations
//! count, in which every question that applies has an answer.

pub(crate) mod double_counting;
pub(crate) mod findings;
pub(crate) mod first;
pub(crate) mod json;
pub(crate) mod landscape;
pub(crate) mod rows;
pub(crate) mod rules;
pub(crate) mod space;
pub(crate) mod texts;
pub(crate) mod tidy;
pub(crate) mod view;

pub(crate) use landscape::{LANDSCAPE_CODES, lint_landscape};
pub(crate) use tidy::AgeLimit;

use crate::files::{Files, Problem, ProblemCode, Rubric};
use crate::topics::lint::findings::Findings;
use crate::topics::lint::space::Space;

/// The codes of what can be found, errors first.
pub const CODES: &[ProblemCode] = &[
    ProblemCode::UnreachableLevel,
    ProblemCode::UncoveredAnswers,
    ProblemCode::QuestionNeverAsked,
    ProblemCode::VetoNeverFires,
    ProblemCode::VetoAlwaysFires,
    ProblemCode::NothingLeft,
    ProblemCode::AlternativeNeverFirst,
    ProblemCode::AdviceNeverSaid,
    ProblemCode::StepNeverSaid,
    ProblemCode::BesideNeverHolds,
    ProblemCode::VetoExcludesEverything,
    ProblemCode::NoDifference,
    ProblemCode::DoubleCounting,
    ProblemCode::SameRowTwice,
    ProblemCode::SameCriterionTwice,
    ProblemCode::SameVetoTwice,
    ProblemCode::SameAdviceTwice,
    ProblemCode::AnswerMayBeMissing,
    ProblemCode::UnreadQuestion,
    ProblemCode::EmptyGroup,
    ProblemCode::UncitedSource,
    ProblemCode::OldSource,
    ProblemCode::UndatedSource,
    ProblemCode::TooEntangledToCheck,
];

/// Every finding about a rubric, in the order of its text. The age of sources counts only if there is a limit.
pub fn lint(rubric: &Rubric, files: &Files, limit: Option<AgeLimit>) -> Vec<Problem> {
    let space = Space::new(rubric);
    let mut findings = Findings::none(files);
    rows::check(rubric, &space, &mut findings);
    let always = rules::vetoes(rubric, &space, &mut findings);
    first::check(rubric, &space, &always, &mut findings);
    tidy::questions_and_groups(rubric, &space, &mut findings);
    rules::advice(rubric, &space, &mut findings);
    texts::check(rubric, &space, &mut findings);
    tidy::repeated(rubric, &mut findings);
    double_counting::check(rubric, &space, &mut findings);
    tidy::sources(rubric, limit, &mut findings);
    findings.into_sorted()
}
