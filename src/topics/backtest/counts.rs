//! Cases counted: how often a rubric agrees, what was chosen against what it says, and how simpler rules do.

use std::collections::BTreeSet;

use super::trial::Trial;
use crate::engine::scoring::Outcome;
use crate::files::Firmness;
use crate::files::{Alternative, Answers, CaseLabel, Rubric, Value};
use schemars::JsonSchema;
use serde::Serialize;

/// How many cases there are, and with how many of them a rubric, or a simpler rule, agrees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, JsonSchema)]
pub struct Tally {
    /// Cases.
    pub cases: usize,
    /// Those that it agrees with.
    pub agree: usize,
    /// Those where the rubric recommends an alternative.
    pub recommended: usize,
    /// Those of them that it agrees with.
    pub recommended_agree: usize,
}

impl Tally {
    /// The tally of some trials; those without a case count for nothing.
    fn of<'t>(trials: impl IntoIterator<Item = &'t Trial>) -> Self {
        let counted = compared(trials).map(|trial| (trial.agrees(), trial.commits()));
        Self::counted(counted)
    }

    /// How often an alternative that somebody names for each trial is what was chosen.
    fn named<'t>(named: impl Iterator<Item = (&'t Trial, Alternative)>) -> Self {
        let counted = named.map(|(trial, one)| (trial.chosen.contains(&one), trial.commits()));
        Self::counted(counted)
    }

    /// The tally of cases: whether it agrees with each, and whether the rubric recommends something there.
    fn counted(cases: impl Iterator<Item = (bool, bool)>) -> Self {
        cases.fold(Self::default(), |tally, (agrees, commits)| {
            tally.plus(Self {
                cases: 1,
                agree: agrees.into(),
                recommended: commits.into(),
                recommended_agree: (agrees && commits).into(),
            })
        })
    }

    /// The sum of two tallies.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            cases: self.cases + other.cases,
            agree: self.agree + other.agree,
            recommended: self.recommended + other.recommended,
            recommended_agree: self.recommended_agree + other.recommended_agree,
        }
    }

    /// Cases where nothing is recommended.
    pub(crate) fn undecided(self) -> usize {
        self.cases - self.recommended
    }

    /// Agreement among all cases, 0 to 1; none without cases.
    pub(crate) fn share(self) -> Option<f64> {
        share(self.agree, self.cases)
    }

    /// Agreement among the cases where something is recommended, 0 to 1; none if nothing ever is.
    pub(crate) fn recommended_share(self) -> Option<f64> {
        share(self.recommended_agree, self.recommended)
    }

    /// Whether it agrees with at least so many of 100 of the cases where something is recommended. Where nothing ever is,
    /// it does not.
    pub(crate) fn reaches(self, percent: u8) -> bool {
        self.recommended > 0
            && self.recommended_agree * 100 >= self.recommended * usize::from(percent)
    }
}

fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// The trials that have a decision to compare with.
fn compared<'t>(trials: impl IntoIterator<Item = &'t Trial>) -> impl Iterator<Item = &'t Trial> {
    let trials = trials.into_iter();
    trials.filter(|trial| trial.comparison.is_some())
}

/// Trials counted together, of one rubric or of several.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Summary {
    /// All cases.
    #[serde(rename = "agreement")]
    pub tally: Tally,
    /// Cases where what was chosen is in front, be it recommended or not.
    pub in_front: usize,
    /// Cases where an alternative is recommended, by how firmly, the firmest first.
    pub by_firmness: Vec<Group<Firmness>>,
    /// By what the cases are about, in the order of the alphabet.
    pub by_domain: Vec<Group<String>>,
    /// By what was chosen; mixes come last.
    pub by_chosen: Vec<Group<Vec<Alternative>>>,
    /// By how clearly what was chosen is one of the alternatives.
    pub by_label: Vec<Group<CaseLabel>>,
    /// What was chosen against what is said.
    pub confusion: Vec<ConfusionRow>,
    /// Simpler rules on the same cases.
    pub baselines: Baselines,
    /// How many files say what to expect.
    pub expectations: usize,
    /// How many of them expect something that is not so.
    pub expectations_unmet: usize,
}

/// Cases that have something in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Group<K> {
    /// What they have in common.
    pub name: K,
    /// How many there are; never none.
    pub agreement: Tally,
}

impl Summary {
    pub(crate) fn of(trials: &[&Trial], baselines: Baselines) -> Self {
        let count = |is: fn(&Trial) -> bool| trials.iter().filter(|trial| is(trial)).count();
        let mut by_chosen = by(trials, |trial| Some(trial.chosen.clone()));
        // Stable, so that mixes of as many parts stay in order.
        by_chosen.sort_by_key(|group| group.name.len());
        Self {
            tally: Tally::of(trials.iter().copied()),
            in_front: count(Trial::is_in_front),
            by_firmness: by(trials, |trial| trial.firmness),
            by_domain: by(trials, |trial| Some(trial.case.as_ref()?.domain.clone())),
            by_chosen,
            by_label: by(trials, |trial| Some(trial.case.as_ref()?.label)),
            confusion: confusion(trials),
            baselines,
            expectations: count(|trial| trial.expectations_unmet.is_some()),
            expectations_unmet: count(|trial| !trial.unmet().is_empty()),
        }
    }

    /// How many cases there are of each kind of outcome in which nothing is recommended.
    pub(crate) fn undecided(&self) -> [(&'static str, usize); 3] {
        let sum = |count: fn(&ConfusionRow) -> usize| self.confusion.iter().map(count).sum();
        [
            ("too close", sum(|row| row.too_close)),
            ("inconclusive", sum(|row| row.inconclusive)),
            (
                "no viable alternative",
                sum(|row| row.no_viable_alternative),
            ),
        ]
    }
}

/// The tally of each group of trials with a case, in the order of the keys.
fn by<K: Ord + Clone>(trials: &[&Trial], key: impl Fn(&Trial) -> Option<K>) -> Vec<Group<K>> {
    let compared = || compared(trials.iter().copied());
    let keys: BTreeSet<K> = compared().filter_map(&key).collect();
    let group = |name: K| {
        let members = compared().filter(|trial| key(trial).as_ref() == Some(&name));
        Group {
            agreement: Tally::of(members),
            name,
        }
    };
    keys.into_iter().map(group).collect()
}

/// The cases in which this was chosen, by what is said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct ConfusionRow {
    /// What was chosen.
    pub chosen: Chosen,
    /// Build is recommended.
    pub build: usize,
    /// Buy is recommended.
    pub buy: usize,
    /// Open source is recommended.
    pub open_source: usize,
    /// Several are within the tie margin.
    pub too_close: usize,
    /// Too little is answered.
    pub inconclusive: usize,
    /// Every alternative is vetoed.
    pub no_viable_alternative: usize,
}

/// What was chosen: an alternative, or several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Chosen {
    /// Build, alone.
    Build,
    /// Buy, alone.
    Buy,
    /// Open source, alone.
    OpenSource,
    /// More than one, for a documented mix.
    Mix,
}

impl Chosen {
    const ALL: [Self; 4] = [Self::Build, Self::Buy, Self::OpenSource, Self::Mix];

    fn of(chosen: &[Alternative]) -> Option<Self> {
        match chosen {
            [] => None,
            [Alternative::Build] => Some(Self::Build),
            [Alternative::Buy] => Some(Self::Buy),
            [Alternative::OpenSource] => Some(Self::OpenSource),
            _ => Some(Self::Mix),
        }
    }
}

/// What was chosen in some trials against what is said; those without a case count for nothing.
fn confusion(trials: &[&Trial]) -> Vec<ConfusionRow> {
    let row = |chosen| {
        let of_row = trials
            .iter()
            .filter(|trial| Chosen::of(&trial.chosen) == Some(chosen));
        let outcomes: Vec<&Outcome> = of_row.map(|trial| &trial.outcome).collect();
        ConfusionRow::of(chosen, &outcomes)
    };
    Chosen::ALL.map(row).to_vec()
}

impl ConfusionRow {
    fn of(chosen: Chosen, outcomes: &[&Outcome]) -> Self {
        let count = |is: fn(&Outcome) -> bool| outcomes.iter().filter(|one| is(one)).count();
        Self {
            chosen,
            build: count(|one| *one == Outcome::Recommended(Alternative::Build)),
            buy: count(|one| *one == Outcome::Recommended(Alternative::Buy)),
            open_source: count(|one| *one == Outcome::Recommended(Alternative::OpenSource)),
            too_close: count(|one| matches!(one, Outcome::TooClose(_))),
            inconclusive: count(|one| *one == Outcome::Inconclusive),
            no_viable_alternative: count(|one| matches!(one, Outcome::NoViableAlternative(_))),
        }
    }

    /// The counts, in the order of the columns.
    pub(crate) fn counts(&self) -> [usize; 6] {
        [
            self.build,
            self.buy,
            self.open_source,
            self.too_close,
            self.inconclusive,
            self.no_viable_alternative,
        ]
    }
}

/// Rules so simple that a rubric has to do better, on the same cases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Baselines {
    /// Always naming what was chosen most often; null without cases.
    pub majority: Option<Majority>,
    /// A short rule on the market and the team; null if it cannot be applied.
    pub market_rule: Option<Tally>,
    /// The ids of the questions that the short rule needs and that are not asked as it needs them.
    pub market_rule_lacks: Vec<&'static str>,
}

/// Always naming the same alternative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Majority {
    /// What was chosen most often.
    pub alternative: Alternative,
    /// How often it is what was chosen.
    #[serde(flatten)]
    pub tally: Tally,
}

impl Majority {
    /// Of alternatives that were chosen equally often the first. None without cases.
    fn of(trials: &[&Trial]) -> Option<Self> {
        let chosen = |alternative| {
            let chosen = trials
                .iter()
                .filter(|trial| trial.chosen.contains(&alternative));
            chosen.count()
        };
        let most = Alternative::ALL.into_iter().map(chosen).max()?;
        let alternative = Alternative::ALL
            .into_iter()
            .find(|&alternative| chosen(alternative) == most)?;
        let cases = compared(trials.iter().copied()).map(|trial| (trial, alternative));
        (most > 0).then(|| Self {
            alternative,
            tally: Tally::named(cases),
        })
    }
}

impl Baselines {
    /// The simpler rules on the cases of one rubric.
    pub(crate) fn of(rubric: &Rubric, trials: &[&Trial]) -> Self {
        let market_rule_lacks = missing(rubric);
        let cases = compared(trials.iter().copied());
        let named = cases.map(|trial| (trial, apply(rubric, &trial.answers)));
        Self {
            majority: Majority::of(trials),
            market_rule: market_rule_lacks.is_empty().then(|| Tally::named(named)),
            market_rule_lacks,
        }
    }

    /// The simpler rules on the cases of several rubrics; the short rule has to apply to each.
    pub(crate) fn sum(trials: &[&Trial], each: &[&Self]) -> Self {
        let mut lacks: Vec<&'static str> = each
            .iter()
            .flat_map(|one| one.market_rule_lacks.iter().copied())
            .collect();
        lacks.sort_unstable();
        lacks.dedup();
        let tallies = each.iter().filter_map(|one| one.market_rule);
        Self {
            majority: Majority::of(trials),
            market_rule: lacks
                .is_empty()
                .then(|| tallies.fold(Tally::default(), Tally::plus)),
            market_rule_lacks: lacks,
        }
    }
}

/// The questions that the short rule reads, each with the choices that it looks for.
const READ: [(&str, &[&str]); 3] = [
    ("product-maturity", &["several", "commodity"]),
    ("operating-skill", &["routine"]),
    ("oss-maturity", &["several", "commodity"]),
];

/// Market maturity and operating skill, and nothing else: the short rule in four lines.
pub(crate) const RULE: &str = "buy if product-maturity is several or commodity and operating-skill is not routine; \
     open source if oss-maturity is several or commodity; \
     buy if product-maturity is several or commodity; \
     else build";

/// What [`RULE`] says to some answers. What is unknown is none of the choices.
fn apply(rubric: &Rubric, answers: &Answers) -> Alternative {
    let is_one = |(question, choices): (&str, &[&str])| {
        choice(rubric, answers, question).is_some_and(|id| choices.contains(&id))
    };
    match READ.map(is_one) {
        [true, false, _] => Alternative::Buy,
        [_, _, true] => Alternative::OpenSource,
        [true, ..] => Alternative::Buy,
        _ => Alternative::Build,
    }
}

/// The id of the choice that was made, if the question was answered.
fn choice<'r>(rubric: &'r Rubric, answers: &Answers, question: &str) -> Option<&'r str> {
    let index = rubric.find_question(question)?;
    match answers.value(index)? {
        Value::Choice(choice) => Some(&rubric.question(index).choices().get(*choice)?.id),
        _ => None,
    }
}

/// The questions that the rule reads and the rubric does not ask with the choices it needs.
fn missing(rubric: &Rubric) -> Vec<&'static str> {
    let is_missing = |(question, choices): &(&str, &[&str])| {
        let asked = rubric.find_question(question);
        let known = asked.map_or(&[][..], |index| rubric.question(index).choices());
        let has = |id: &&str| known.iter().any(|choice| choice.id == *id);
        !choices.iter().all(has)
    };
    let missing = READ.into_iter().filter(is_missing);
    missing.map(|(question, _)| question).collect()
}

#[cfg(test)]
mod tests {
    use super::{Chosen, ConfusionRow, Tally};
    use crate::engine::scoring::Outcome;
    use crate::files::Alternative::{Build, Buy, OpenSource};

    const SIX: Tally = Tally {
        cases: 6,
        agree: 4,
        recommended: 4,
        recommended_agree: 3,
    };

    #[test]
    fn agreement_is_counted_over_all_cases_and_over_those_with_a_recommendation() {
        let counted = [
            (true, true),
            (true, true),
            (true, true),
            (false, true),
            (true, false),
            (false, false),
        ];
        let tally = Tally::counted(counted.into_iter());
        assert_eq!(tally, SIX);
        assert_eq!(tally.undecided(), 2);
        assert_eq!(tally.recommended_share(), Some(0.75));
        assert_eq!(tally.share(), Some(4.0 / 6.0));
    }

    #[test]
    fn a_threshold_is_reached_exactly_and_never_without_a_recommendation() {
        assert!(SIX.reaches(75));
        assert!(!SIX.reaches(76));
        assert!(!Tally::default().reaches(0));
        assert_eq!(Tally::default().share(), None);
    }

    #[test]
    fn every_outcome_of_a_row_is_counted_once() {
        let outcomes = [
            Outcome::Recommended(Build),
            Outcome::Recommended(OpenSource),
            Outcome::TooClose(vec![Build, Buy]),
            Outcome::NoViableAlternative(Vec::new()),
            Outcome::Inconclusive,
        ];
        let outcomes: Vec<&Outcome> = outcomes.iter().collect();
        let row = ConfusionRow::of(Chosen::Build, &outcomes);
        assert_eq!(row.counts(), [1, 0, 1, 1, 1, 1]);
    }

    #[test]
    fn several_alternatives_are_a_mix() {
        let rows = [&[][..], &[OpenSource], &[Buy, Build]].map(Chosen::of);
        assert_eq!(rows, [None, Some(Chosen::OpenSource), Some(Chosen::Mix)]);
    }
}
