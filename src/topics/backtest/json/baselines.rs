//! Version 1: simpler rules on the same cases.

use crate::topics::backtest::{Baseline, MarketRule, Summary};
use crate::topics::decide::json::words::AlternativeId;
use schemars::JsonSchema;
use serde::Serialize;

/// Simpler rules on the same cases.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Baselines {
    /// Always naming what was chosen most often; null without cases.
    majority: Option<Majority>,
    /// A short rule on the market and the team; null if it cannot be applied.
    market_rule: Option<BaselineEntry>,
    /// The ids of the questions that the short rule needs and that are not asked as it needs them.
    market_rule_lacks: Vec<&'static str>,
}

/// Always naming the same alternative.
#[derive(Debug, Serialize, JsonSchema)]
struct Majority {
    /// What was chosen most often.
    alternative: AlternativeId,
    #[serde(flatten)]
    baseline: BaselineEntry,
}

/// How often a rule that always names an alternative names what was chosen.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Baseline")]
struct BaselineEntry {
    /// Cases.
    cases: usize,
    /// Those where it names what was chosen.
    agree: usize,
    /// Those where the rubric recommends an alternative.
    recommended: usize,
    /// Those of them where the rule names what was chosen.
    recommended_agree: usize,
}

impl From<&Baseline> for BaselineEntry {
    fn from(baseline: &Baseline) -> Self {
        Self {
            cases: baseline.cases,
            agree: baseline.agree,
            recommended: baseline.committed,
            recommended_agree: baseline.committed_agree,
        }
    }
}

impl Baselines {
    pub(crate) fn new(summary: &Summary) -> Self {
        let (market_rule, market_rule_lacks) = match &summary.market_rule {
            MarketRule::Applies(baseline) => (Some(baseline.into()), Vec::new()),
            MarketRule::Lacks(questions) => (None, questions.clone()),
        };
        let majority = summary.majority.as_ref();
        Self {
            majority: majority.map(|(alternative, baseline)| Majority {
                alternative: (*alternative).into(),
                baseline: baseline.into(),
            }),
            market_rule,
            market_rule_lacks,
        }
    }
}
