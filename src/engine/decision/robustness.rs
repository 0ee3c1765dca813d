//! What would change the result, in words.

use super::trace::Trace;
use crate::engine::robustness::acceptability::{Acceptability, Error};
use crate::engine::robustness::{
    Flip, HowFirm, Outlook, Support, Swing, Switching, Unknowns, WeightRobustness,
};
use crate::engine::scoring::{Outcome, Standing};
use crate::files::{
    Alternative, FirmnessThresholds, NumberRange, QuestionIndex, QuestionKind, Value,
};
use crate::output::json::nine;
use crate::output::wording;
use schemars::JsonSchema;
use serde::Serialize;

/// What would change the result.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Robustness {
    /// How far it rests on the weights, if at least two alternatives are viable.
    pub weights: Option<WeightsResult>,
    /// Single answers that would change the outcome, nearest first.
    pub flips: Vec<FlipResult>,
    /// Which alternatives could come first once everything is answered.
    pub outlook: Outlook,
}

/// How far the order of the viable alternatives rests on the weights.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WeightsResult {
    /// The viable alternatives, the leader first; shares are in this order.
    pub alternatives: Vec<Alternative>,
    /// The ids of the criteria that count.
    #[serde(skip)]
    pub criteria: Vec<String>,
    /// Over the weightings near the stated ones.
    pub near_stated: Acceptability,
    /// Over all weightings.
    pub over_all: Acceptability,
    /// How far the weight of each criterion can move, by id.
    #[serde(rename = "criteria")]
    pub criterion_weights: Vec<Switching<String>>,
    /// The share by which every weight may be off at once: 0 to 1.
    #[serde(serialize_with = "nine")]
    pub tolerated_error: f64,
    #[serde(skip)]
    source: WeightRobustness,
}

/// A different answer that would change the outcome.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FlipResult {
    /// The question's id.
    pub question: String,
    /// The question.
    pub ask: String,
    /// The answer, in words: "20 ms or more", "also streaming".
    pub answer: String,
    /// The answer given, in words; empty where the other one says it all.
    pub instead_of: String,
    /// What to give to `--set` to try it.
    pub set: String,
    /// How far it is from the answer given: choices or bands away.
    pub steps: usize,
    /// The outcome it would lead to.
    #[serde(flatten)]
    pub outcome: Outcome,
}

impl Robustness {
    /// What a standing's robustness comes to.
    ///
    /// # Errors
    ///
    /// If a result does not stand up to its own checks, which is a fault of the program.
    pub(crate) fn of(
        trace: &Trace<'_>,
        standing: &Standing,
        unknowns: Unknowns,
        flips: Vec<Flip>,
    ) -> Result<Self, Error> {
        let weights = WeightRobustness::of(standing)?;
        Ok(Self {
            weights: weights.map(|weights| WeightsResult::new(trace, weights)),
            flips: flips.into_iter().map(|flip| trace.flip(flip)).collect(),
            outlook: unknowns.outlook,
        })
    }

    /// How firm a recommendation is; none if nothing is recommended.
    pub(crate) fn firmness(
        &self,
        thresholds: &FirmnessThresholds,
        outcome: &Outcome,
    ) -> Option<HowFirm> {
        let Outcome::Recommended(leader) = outcome else {
            return None;
        };
        let weights = self.weights.as_ref().map(|weights| &weights.source);
        let support = Support::of(*leader, weights, &self.outlook);
        Some(HowFirm {
            word: support.firmness(thresholds),
            support,
        })
    }
}

impl WeightsResult {
    fn new(trace: &Trace<'_>, source: WeightRobustness) -> Self {
        let criterion =
            |position: usize| trace.rubric.criterion(source.criteria[position]).id.clone();
        Self {
            alternatives: source.alternatives.clone(),
            criteria: (0..source.criteria.len()).map(criterion).collect(),
            near_stated: source.near_stated.clone(),
            over_all: source.over_all.clone(),
            criterion_weights: source
                .criterion_weights
                .iter()
                .map(|switching| switching.named(|of| trace.rubric.criterion(of).id.clone()))
                .collect(),
            tolerated_error: source.tolerated_error,
            source,
        }
    }

    /// How far the lead moves with each weight alone, by id, the farthest first; worked out only when asked for.
    pub fn swings(&self) -> Vec<Swing<String>> {
        let ids = self.source.criteria.iter().zip(&self.criteria);
        let name = |of| {
            let id = ids.clone().find(|(index, _)| **index == of);
            id.map_or_else(String::new, |(_, id)| id.clone())
        };
        let swings = self.source.swings().into_iter();
        swings.map(|swing| swing.named(name)).collect()
    }
}

impl Trace<'_> {
    fn flip(&self, flip: Flip) -> FlipResult {
        let question = self.rubric.question(flip.question);
        let given = self.facts.value(flip.question);
        let stated = given.map_or_else(String::new, |given| question.words(given));
        let (answer, instead_of) = match (&flip.value, given, flip.band) {
            (Value::Choices(set), Some(Value::Choices(given)), _) if !given.is_empty() => {
                let label = |choice: usize| question.choices()[choice].label.clone();
                let added = set.iter().find(|&choice| !given.contains(choice));
                let removed = given.iter().find(|&choice| !set.contains(choice));
                let toggled = added.map(|choice| format!("also {}", label(choice)));
                let toggled =
                    toggled.or_else(|| removed.map(|choice| format!("without {}", label(choice))));
                (toggled.unwrap_or_default(), String::new())
            }
            (_, _, Some(band)) => (self.band(flip.question, band), stated),
            (value @ Value::Choice(_), _, None) => {
                (quoted(&question.words(value)), quoted(&stated))
            }
            (value, _, None) => (question.words(value), stated),
        };
        FlipResult {
            question: question.id.clone(),
            ask: question.ask.clone(),
            answer,
            instead_of,
            set: format!("{}={}", question.id, question.written(&flip.value)),
            steps: flip.steps,
            outcome: flip.outcome,
        }
    }

    /// A band of numbers in words: "under 5 ms", "5 ms to under 20 ms", "20 ms or more".
    fn band(&self, index: QuestionIndex, band: NumberRange) -> String {
        let amount = |number: f64| match &self.rubric.question(index).kind {
            QuestionKind::Number {
                unit: Some(unit), ..
            } => unit.amount(number),
            _ => wording::number(number),
        };
        match (band.at_least, band.under) {
            (Some(low), Some(high)) => format!("{} to under {}", amount(low), amount(high)),
            (Some(low), None) => format!("{} or more", amount(low)),
            (None, Some(high)) => format!("under {}", amount(high)),
            (None, None) => "any number".to_owned(),
        }
    }
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}
