//! One case put to a rubric.

use super::expectation::Unmet;
use crate::engine::decision::{Assessment, Recommendation, Subject, assess};
use crate::engine::robustness::Firmness;
use crate::engine::robustness::acceptability::Error;
use crate::engine::scoring::Outcome;
use crate::files::{Alternative, Answers, Case, CaseFile, Rubric};

/// A case with what the rubric says about it.
#[derive(Debug)]
pub struct Trial {
    /// The id of the case.
    pub id: String,
    /// Where the decision comes from; none if the file only says what to expect.
    pub case: Option<Case>,
    /// What the organisation chose, in order; empty if there is no case.
    pub chosen: Vec<Alternative>,
    /// How what the rubric says compares with that; none if there is no case.
    pub comparison: Option<Comparison>,
    /// The expectations that are not met.
    pub unmet: Vec<Unmet>,
    /// Whether anything is expected.
    pub has_expectation: bool,
    /// Everything the rubric says.
    pub assessment: Assessment,
    pub(crate) answers: Answers,
}

/// How what a rubric says compares with what an organisation chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Comparison {
    /// What was chosen, or a part of a documented mix, is recommended; or every part of a documented mix is among those
    /// too close to call.
    Agrees,
    /// Nothing is recommended, and what was chosen is not ruled out.
    Undecided,
    /// Something else is recommended, or what was chosen is ruled out.
    Differs,
}

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
        let is_viable = |alternative| is_viable(recommendation, alternative);
        let comparison = (!chosen.is_empty())
            .then(|| Comparison::of(&chosen, &recommendation.outcome, is_viable));
        let expect = requirements.expect.as_ref();
        Ok(Some(Self {
            id: file.id.clone(),
            case: requirements.case.clone(),
            comparison,
            unmet: expect.map_or(Vec::new(), |expect| Unmet::all(expect, recommendation)),
            has_expectation: expect.is_some(),
            answers: requirements.answers.clone(),
            chosen,
            assessment,
        }))
    }

    /// What the rubric says; none only for a case that is decided part by part, which no trial is.
    pub fn recommendation(&self) -> Option<&Recommendation> {
        match &self.assessment.subject {
            Subject::Whole(recommendation) => Some(recommendation),
            Subject::Parts { .. } => None,
        }
    }

    /// What it comes to.
    pub fn outcome(&self) -> &Outcome {
        self.recommendation()
            .map_or(&Outcome::Inconclusive, |whole| &whole.outcome)
    }

    /// Whether one alternative is recommended.
    pub fn commits(&self) -> bool {
        matches!(self.outcome(), Outcome::Recommended(_))
    }

    /// Whether what was chosen, or a part of a documented mix, is in front, be it recommended or not.
    pub fn is_in_front(&self) -> bool {
        let ranked = |alternative: Alternative| {
            let whole = self.recommendation();
            whole
                .into_iter()
                .flat_map(|whole| &whole.alternatives)
                .any(|result| result.alternative == alternative && result.rank == Some(1))
        };
        self.chosen.iter().any(|&part| ranked(part))
    }

    /// Whether what it says agrees with what was chosen.
    pub fn agrees(&self) -> bool {
        self.comparison == Some(Comparison::Agrees)
    }

    /// The ids of the vetoes that have fired, as in the rubric.
    pub fn fired_vetoes(&self) -> impl Iterator<Item = &str> {
        let vetoes = self
            .recommendation()
            .into_iter()
            .flat_map(|whole| &whole.vetoes);
        vetoes
            .filter(|veto| veto.fired)
            .map(|veto| veto.id.as_str())
    }

    /// The ids of the advice that is given.
    pub fn advice(&self) -> impl Iterator<Item = &str> {
        let advice = self
            .recommendation()
            .into_iter()
            .flat_map(|whole| &whole.advice);
        advice.map(|advice| advice.id.as_str())
    }

    /// How firm the recommendation is, if there is one.
    pub fn firmness(&self) -> Option<Firmness> {
        let (firmness, _) = self.recommendation()?.robustness.firmness?;
        Some(firmness)
    }
}

fn is_viable(whole: &Recommendation, alternative: Alternative) -> bool {
    whole
        .alternatives
        .iter()
        .any(|result| result.alternative == alternative && result.rank.is_some())
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
