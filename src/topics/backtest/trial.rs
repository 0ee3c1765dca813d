//! One case put to a rubric: what the rubric says, how that compares with what was chosen, and what a case that the
//! rubric gets wrong turned on.

use super::expectation::Unmet;
use crate::engine::decision::{Assessment, Reason, Recommendation, Subject, assess, reasons};
use crate::engine::robustness::acceptability::Error;
use crate::engine::scoring::Outcome;
use crate::files::Firmness;
use crate::files::{Alternative, Answers, Case, CaseFile, Rubric};
use crate::output::with_ids::with_ids;
use schemars::JsonSchema;
use serde::Serialize;

/// A case with what the rubric says about it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Case")]
pub struct Trial {
    /// Its id: the name of the file without its ending.
    pub id: String,
    /// What is decided about.
    pub title: String,
    /// Where the decision comes from; none if the file only says what to expect.
    #[serde(flatten)]
    pub case: Option<Case>,
    /// What was chosen: one, or several for a mix; none if the file only says what to expect.
    pub chosen: Vec<Alternative>,
    /// What the rubric says.
    #[serde(flatten)]
    pub outcome: Outcome,
    /// How firm the recommendation is; null if there is none.
    pub firmness: Option<Firmness>,
    /// The points between the first and the second; null if fewer than two are not ruled out.
    pub margin: Option<f64>,
    /// How that compares with what was chosen; null if the file only says what to expect.
    pub comparison: Option<Comparison>,
    /// What speaks most for the alternative in front, next to the one behind it.
    pub reasons: Vec<Reason>,
    /// The ids of the vetoes that have fired.
    pub vetoes_fired: Vec<String>,
    /// The ids of the advice that is given.
    pub advice_given: Vec<String>,
    /// What it turned on, if the rubric gets it wrong.
    pub miss: Option<Miss>,
    /// What is expected and not so; null if nothing is expected.
    pub expectations_unmet: Option<Vec<Unmet>>,
    #[serde(skip)]
    pub(crate) answers: Answers,
    /// Everything the rubric says.
    #[serde(skip)]
    pub(crate) assessment: Assessment,
}

with_ids! {
    /// How what a rubric says compares with what an organisation chose.
    pub enum Comparison {
        /// What was chosen, or a part of a documented mix, is recommended; or every part of a documented mix is among those
        /// too close to call.
        Agrees = "agrees",
        /// Nothing is recommended, and what was chosen is not ruled out.
        Undecided = "undecided",
        /// Something else is recommended, or what was chosen is ruled out.
        Differs = "differs",
    }
}

/// What a case that a rubric gets wrong turned on.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Miss {
    /// What was chosen; of a mix, the part that comes first in the ranking.
    pub chosen: Alternative,
    /// What is in front instead; null if every alternative is ruled out.
    pub instead: Option<Alternative>,
    /// The ids of the vetoes that rule out what was chosen.
    pub vetoes: Vec<String>,
    /// What moves the other one ahead, the most first.
    pub reasons: Vec<Reason>,
}

/// How many reasons are given for what is in front, and for a miss.
const REASONS: usize = 3;

impl Comparison {
    /// How an outcome compares with a choice; `is_viable` tells which alternatives are not ruled out.
    pub fn of(
        chosen: &[Alternative],
        outcome: &Outcome,
        is_viable: impl Fn(Alternative) -> bool,
    ) -> Self {
        match outcome {
            Outcome::Recommended(alternative) if chosen.contains(alternative) => Self::Agrees,
            Outcome::Recommended(_) => Self::Differs,
            Outcome::TooClose(tied)
                if chosen.len() > 1 && chosen.iter().all(|part| tied.contains(part)) =>
            {
                Self::Agrees
            }
            _ if !chosen.iter().any(|&part| is_viable(part)) => Self::Differs,
            _ => Self::Undecided,
        }
    }
}

impl Trial {
    /// A case put to a rubric; none if it is decided part by part, which no case is.
    ///
    /// # Errors
    ///
    /// If a result does not stand up to its own checks, which is a fault of the program.
    pub fn of(rubric: &Rubric, file: &CaseFile) -> Result<Option<Self>, Error> {
        let requirements = &file.requirements;
        let assessment = assess(rubric, requirements)?;
        let Subject::Whole(recommendation) = &assessment.subject else {
            return Ok(None);
        };
        let decision = requirements
            .decision
            .as_ref()
            .filter(|_| requirements.case.is_some());
        let chosen = decision.map_or(Vec::new(), |decision| decision.chosen.clone());
        let is_viable = |alternative| recommendation.is_viable(alternative);
        let comparison = (!chosen.is_empty())
            .then(|| Comparison::of(&chosen, &recommendation.outcome, is_viable));
        let expect = requirements.expect.as_ref();
        let fired = recommendation.vetoes.iter().filter(|veto| veto.fired);
        let advice = recommendation.advice.iter();
        Ok(Some(Self {
            id: file.id.clone(),
            title: assessment.title.clone(),
            case: requirements.case.clone(),
            outcome: recommendation.outcome.clone(),
            firmness: recommendation.firmness.map(|firmness| firmness.word),
            margin: recommendation.margin,
            reasons: main_reasons(recommendation),
            vetoes_fired: fired.map(|veto| veto.id.clone()).collect(),
            advice_given: advice.map(|advice| advice.id.clone()).collect(),
            miss: (comparison == Some(Comparison::Differs))
                .then(|| Miss::of(recommendation, &chosen))
                .flatten(),
            expectations_unmet: expect.map(|expect| Unmet::all(expect, recommendation)),
            answers: requirements.answers.clone(),
            comparison,
            chosen,
            assessment,
        }))
    }

    /// What the rubric says; none only for a case that is decided part by part, which no trial is.
    pub(crate) fn recommendation(&self) -> Option<&Recommendation> {
        match &self.assessment.subject {
            Subject::Whole(recommendation) => Some(recommendation),
            Subject::Parts { .. } => None,
        }
    }

    /// The expectations that are not met.
    pub(crate) fn unmet(&self) -> &[Unmet] {
        self.expectations_unmet.as_deref().unwrap_or_default()
    }

    /// Whether one alternative is recommended.
    pub(crate) fn commits(&self) -> bool {
        matches!(self.outcome, Outcome::Recommended(_))
    }

    /// Whether what was chosen, or a part of a documented mix, is in front, be it recommended or not.
    pub(crate) fn is_in_front(&self) -> bool {
        let results = self.recommendation().into_iter();
        results
            .flat_map(|whole| &whole.alternatives)
            .any(|result| result.rank == Some(1) && self.chosen.contains(&result.alternative))
    }

    /// Whether what it says agrees with what was chosen.
    pub(crate) fn agrees(&self) -> bool {
        self.comparison == Some(Comparison::Agrees)
    }
}

impl Miss {
    fn of(whole: &Recommendation, chosen: &[Alternative]) -> Option<Self> {
        let mut ranked = whole.alternatives.iter().map(|result| result.alternative);
        let chosen = ranked.find(|alternative| chosen.contains(alternative))?;
        let mut viable = whole.alternatives.iter();
        let instead = viable
            .find(|result| result.rank.is_some())
            .map(|result| result.alternative);
        let fired = whole
            .vetoes
            .iter()
            .filter(|veto| veto.fired && veto.excludes.contains(&chosen));
        Some(Self {
            chosen,
            instead,
            vetoes: fired.map(|veto| veto.id.clone()).collect(),
            reasons: instead.map_or(Vec::new(), |instead| against(whole, chosen, instead)),
        })
    }
}

/// What speaks most for the alternative in front, next to the one behind it.
fn main_reasons(whole: &Recommendation) -> Vec<Reason> {
    let leader = whole.arguments.first();
    let reasons = leader.map_or(&[][..], |argument| &argument.reasons_for);
    reasons.iter().take(REASONS).cloned().collect()
}

/// What speaks most for one alternative against another.
fn against(whole: &Recommendation, other: Alternative, one: Alternative) -> Vec<Reason> {
    let mut reasons = reasons(&whole.criteria, one, other);
    reasons.retain(|reason| reason.points > 0.0);
    reasons.truncate(REASONS);
    reasons
}

#[cfg(test)]
mod tests {
    use super::Comparison;
    use crate::engine::scoring::Outcome;
    use crate::files::Alternative::{Build, Buy, OpenSource};

    #[test]
    fn a_recommendation_agrees_with_any_part_of_a_mix() {
        let compare = |chosen: &[_], outcome| Comparison::of(chosen, &outcome, |_| true);
        assert_eq!(
            compare(&[Buy], Outcome::Recommended(Buy)),
            Comparison::Agrees
        );
        assert_eq!(
            compare(&[Build, Buy], Outcome::Recommended(Buy)),
            Comparison::Agrees
        );
        assert_eq!(
            compare(&[Build], Outcome::Recommended(Buy)),
            Comparison::Differs
        );
    }

    #[test]
    fn a_tie_agrees_only_with_a_mix_that_it_holds_in_full() {
        let tie = |tied: &[_], chosen: &[_]| {
            Comparison::of(chosen, &Outcome::TooClose(tied.to_vec()), |_| true)
        };
        assert_eq!(tie(&[Buy, Build], &[Build, Buy]), Comparison::Agrees);
        assert_eq!(
            tie(&[Buy, Build, OpenSource], &[Build, Buy]),
            Comparison::Agrees
        );
        assert_eq!(
            tie(&[Buy, OpenSource], &[Build, Buy]),
            Comparison::Undecided
        );
        assert_eq!(tie(&[Buy, Build], &[Build]), Comparison::Undecided);
    }

    #[test]
    fn ruling_out_what_was_chosen_is_wrong_even_without_a_recommendation() {
        let rules_out = |ruled_out, outcome: Outcome| {
            Comparison::of(&[Build], &outcome, |one| one != ruled_out)
        };
        let nothing = Outcome::NoViableAlternative(Vec::new());
        assert_eq!(rules_out(Build, nothing), Comparison::Differs);
        assert_eq!(rules_out(Build, Outcome::Inconclusive), Comparison::Differs);
        assert_eq!(rules_out(Buy, Outcome::Inconclusive), Comparison::Undecided);
    }
}
