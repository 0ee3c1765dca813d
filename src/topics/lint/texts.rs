//! Texts that name answers: that each answer is there where the text is shown.
//!
//! What is shown, and when: the text of a row once the row is known to apply, advice and steps once their condition is
//! known to hold, the texts of a veto as soon as it could fire. Where an answer is missing then, the text reads
//! `unknown` or `not applicable` in its place.

use std::collections::BTreeSet;

use super::findings::Findings;
use super::rows::row_applies;
use super::space::{Demand, Search, Space};
use crate::files::{
    DerivedAnswer, Place, Problem, ProblemCode, Question, QuestionIndex, Rubric, Text,
};

/// Checks every text.
pub(crate) fn check(rubric: &Rubric, space: &Space<'_>, findings: &mut Findings<'_>) {
    let texts = Texts { rubric, space };
    for criterion in &rubric.criteria {
        for (row, level) in criterion.levels.iter().enumerate() {
            let demands = row_applies(&criterion.levels, row);
            let who = format!("row {} of `{}`", row + 1, criterion.id);
            texts.check(&level.because, level.place, &demands, &who, findings);
        }
    }
    for veto in &rubric.vetoes {
        for question in named([&veto.because, &veto.lifted_by]) {
            texts.veto(&veto.id, veto.place, question, findings);
        }
    }
    for advice in &rubric.advice {
        let demands = [Demand::holds(&advice.when)];
        let who = format!("`{}`", advice.id);
        texts.check(&advice.say, advice.place, &demands, &who, findings);
    }
    for step in rubric.next_steps.iter().flat_map(|(_, steps)| steps) {
        let demands: Vec<_> = step.when.iter().map(Demand::holds).collect();
        texts.check(&step.say, step.place, &demands, "this step", findings);
    }
    for item in &rubric.process {
        let demands: Vec<_> = item.when.iter().map(Demand::holds).collect();
        let who = format!("`{}`", item.id);
        texts.check(&item.say, item.place, &demands, &who, findings);
    }
}

/// The questions that texts name, each once.
fn named<'t>(texts: impl IntoIterator<Item = &'t Text>) -> BTreeSet<QuestionIndex> {
    texts.into_iter().flat_map(Text::questions).collect()
}

struct Texts<'r> {
    rubric: &'r Rubric,
    space: &'r Space<'r>,
}

impl Texts<'_> {
    /// Checks a text that is shown where these demands are met.
    fn check(
        &self,
        text: &Text,
        place: Place,
        demands: &[Demand<'_>],
        who: &str,
        findings: &mut Findings<'_>,
    ) {
        for index in named([text]) {
            let question = self.rubric.question(index);
            if is_always_said(question) {
                continue;
            }
            let place = findings.narrow(place, &format!("{{{}}}", question.id));
            let problem = |why: &str| {
                let found = format!("{who} names `{}`, which {why}", question.id);
                Problem::new(ProblemCode::AnswerMayBeMissing, place, found)
                    .expected("an answer that is known wherever this is shown")
            };
            match self.missing(index, demands) {
                Ok(Some(Missing::NotApplicable)) => findings.add(
                    problem("may not apply there")
                        .help("test it in the condition, or leave it out of the text"),
                ),
                Ok(Some(Missing::Unknown)) => findings.add(
                    problem("need not be known there")
                        .help("test it in the condition, or leave it out of the text"),
                ),
                Ok(None) => {}
                Err(GivenUp) => {
                    findings.give_up(place, &format!("`{}` is always known here", question.id));
                }
            }
        }
    }

    /// How the answer to a question can be missing where the demands are met.
    ///
    /// More answers never undo what is known to hold, so it is enough to look where everything but this one is answered.
    fn missing(
        &self,
        question: QuestionIndex,
        demands: &[Demand<'_>],
    ) -> Result<Option<Missing>, GivenUp> {
        if let Some(when) = &self.rubric.question(question).ask_when {
            let mut demands = demands.to_vec();
            demands.push(Demand::fails(when));
            match self.space.find(&demands) {
                Search::Found(_) => return Ok(Some(Missing::NotApplicable)),
                Search::Impossible => {}
                Search::GivenUp => return Err(GivenUp),
            }
        }
        match self.space.find_without(question, demands) {
            Search::Found(_) => Ok(Some(Missing::Unknown)),
            Search::Impossible => Ok(None),
            Search::GivenUp => Err(GivenUp),
        }
    }

    /// A veto is shown as possible while nothing is known at all, so whatever it names may be missing.
    fn veto(&self, id: &str, place: Place, index: QuestionIndex, findings: &mut Findings<'_>) {
        let question = self.rubric.question(index);
        if is_always_said(question) {
            return;
        }
        let place = findings.narrow(place, &format!("{{{}}}", question.id));
        let found = format!(
            "`{id}` names `{}`, which need not be known there",
            question.id
        );
        findings.add(
            Problem::new(ProblemCode::AnswerMayBeMissing, place, found)
                .expected("words that hold while the answer is open, too")
                .help("a veto is also shown while it is merely possible; leave the answer out of its texts"),
        );
    }
}

/// Whether a landscape always has words for it, if only that there is nothing to say.
fn is_always_said(question: &Question) -> bool {
    question
        .derived
        .is_some_and(|fact| fact.answer() == DerivedAnswer::Words)
}

/// How an answer can be missing.
enum Missing {
    /// Its question does not apply.
    NotApplicable,
    /// It is not known.
    Unknown,
}

/// The work allowed did not suffice.
struct GivenUp;
