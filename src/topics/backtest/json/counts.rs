//! Version 1: agreement counted, of one rubric or of several.

use super::baselines::Baselines;
use crate::files::Alternative;
use crate::topics::backtest::{Column, Row, Summary, Tally};
use crate::topics::decide::json::shapes::ids;
use crate::topics::decide::json::words::{AlternativeId, ChosenWord, FirmnessWord, LabelWord};
use schemars::JsonSchema;
use serde::Serialize;

/// Agreement counted.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Counts<'a> {
    /// All cases.
    agreement: TallyEntry,
    /// Those where what was chosen is in front, be it recommended or not.
    in_front: usize,
    /// Those where an alternative is recommended, by how firmly, the firmest first.
    by_firmness: Vec<ByFirmness>,
    /// By what the cases are about, in the order of the alphabet.
    by_domain: Vec<ByDomain<'a>>,
    /// By what was chosen; mixes come last.
    by_chosen: Vec<ByChosen>,
    /// By how clearly what was chosen is one of the alternatives.
    by_label: Vec<ByLabel>,
    /// What was chosen against what is said.
    confusion: Vec<ConfusionRow>,
    /// Simpler rules on the same cases.
    baselines: Baselines,
}

impl<'a> Counts<'a> {
    pub(crate) fn new(summary: &'a Summary) -> Self {
        let groups = &summary.groups;
        let firmness = groups.by_firmness.iter();
        let domain = groups.by_domain.iter();
        let chosen = groups.by_chosen.iter();
        let label = groups.by_label.iter();
        Self {
            agreement: (&summary.tally).into(),
            in_front: summary.in_front,
            by_firmness: firmness.map(ByFirmness::new).collect(),
            by_domain: domain.map(ByDomain::new).collect(),
            by_chosen: chosen.map(ByChosen::new).collect(),
            by_label: label.map(ByLabel::new).collect(),
            confusion: summary.confusion.rows().map(ConfusionRow::new).collect(),
            baselines: Baselines::new(summary),
        }
    }
}

/// How many cases there are, and with how many of them a rubric agrees. Shares are from 0 to 1, and null where there is
/// nothing to share.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Tally")]
pub(crate) struct TallyEntry {
    /// Cases.
    cases: usize,
    /// Those that it agrees with.
    agree: usize,
    /// Agreement among all cases.
    share: Option<f64>,
    /// Those where it recommends an alternative.
    recommended: usize,
    /// Those of them that it agrees with.
    recommended_agree: usize,
    /// Agreement where it recommends an alternative.
    recommended_share: Option<f64>,
    /// Those where it recommends nothing.
    undecided: usize,
    /// The share of these.
    undecided_share: Option<f64>,
}

impl From<&Tally> for TallyEntry {
    fn from(tally: &Tally) -> Self {
        Self {
            cases: tally.cases,
            agree: tally.agree,
            share: tally.agreement(),
            recommended: tally.committed,
            recommended_agree: tally.committed_agree,
            recommended_share: tally.committed_agreement(),
            undecided: tally.undecided(),
            undecided_share: tally.undecided_share(),
        }
    }
}

/// The cases where something is recommended this firmly.
#[derive(Debug, Serialize, JsonSchema)]
struct ByFirmness {
    /// How firmly.
    name: FirmnessWord,
    /// These cases.
    agreement: TallyEntry,
}

impl ByFirmness {
    fn new((firmness, tally): &(crate::engine::robustness::Firmness, Tally)) -> Self {
        Self {
            name: (*firmness).into(),
            agreement: tally.into(),
        }
    }
}

/// The cases that are about this.
#[derive(Debug, Serialize, JsonSchema)]
struct ByDomain<'a> {
    /// What they are about.
    name: &'a str,
    /// These cases.
    agreement: TallyEntry,
}

impl<'a> ByDomain<'a> {
    fn new((name, tally): &'a (String, Tally)) -> Self {
        Self {
            name,
            agreement: tally.into(),
        }
    }
}

/// The cases in which this was chosen.
#[derive(Debug, Serialize, JsonSchema)]
struct ByChosen {
    /// What was chosen: one, or several for a mix.
    chosen: Vec<AlternativeId>,
    /// These cases.
    agreement: TallyEntry,
}

impl ByChosen {
    fn new((chosen, tally): &(Vec<Alternative>, Tally)) -> Self {
        Self {
            chosen: ids(chosen),
            agreement: tally.into(),
        }
    }
}

/// The cases with this label.
#[derive(Debug, Serialize, JsonSchema)]
struct ByLabel {
    /// The label.
    name: LabelWord,
    /// These cases.
    agreement: TallyEntry,
}

impl ByLabel {
    fn new((label, tally): &(crate::files::CaseLabel, Tally)) -> Self {
        Self {
            name: (*label).into(),
            agreement: tally.into(),
        }
    }
}

/// The cases in which this was chosen, by what is said.
#[derive(Debug, Serialize, JsonSchema)]
struct ConfusionRow {
    /// What was chosen.
    chosen: ChosenWord,
    /// Build is recommended.
    build: usize,
    /// Buy is recommended.
    buy: usize,
    /// Open source is recommended.
    #[serde(rename = "open-source")]
    open_source: usize,
    /// Several are within the tie margin.
    #[serde(rename = "too-close")]
    too_close: usize,
    /// Too little is answered.
    inconclusive: usize,
    /// Every alternative is vetoed.
    #[serde(rename = "no-viable-alternative")]
    no_viable_alternative: usize,
}

impl ConfusionRow {
    fn new((row, counts): (Row, [usize; Column::ALL.len()])) -> Self {
        let [build, buy, open_source, too_close, inconclusive, none] = counts;
        Self {
            chosen: row.into(),
            build,
            buy,
            open_source,
            too_close,
            inconclusive,
            no_viable_alternative: none,
        }
    }
}
