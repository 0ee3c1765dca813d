//! Version 1: simpler rules on the same cases.

use serde::Serialize;

use crate::backtest::{Baseline, MarketRule, Report};

/// Simpler rules on the same cases.
#[derive(Debug, Serialize)]
pub(super) struct Baselines {
    majority: Option<Majority>,
    market_rule: Option<BaselineEntry>,
    market_rule_lacks: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
struct Majority {
    alternative: &'static str,
    #[serde(flatten)]
    baseline: BaselineEntry,
}

/// A rule that always names an alternative. `recommended` is where the rubric recommends something.
#[derive(Debug, Serialize)]
struct BaselineEntry {
    cases: usize,
    agree: usize,
    recommended: usize,
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
    pub(super) fn new(report: &Report) -> Self {
        let (market_rule, market_rule_lacks) = match &report.market_rule {
            MarketRule::Applies(baseline) => (Some(baseline.into()), Vec::new()),
            MarketRule::Lacks(questions) => (None, questions.clone()),
        };
        Self {
            majority: report
                .majority
                .as_ref()
                .map(|(alternative, baseline)| Majority {
                    alternative: alternative.id(),
                    baseline: baseline.into(),
                }),
            market_rule,
            market_rule_lacks,
        }
    }
}
