//! Rules so simple that a rubric has to do better.

use super::trial::Trial;
use crate::files::{Alternative, Answers, Rubric, Value};

/// How often a rule that always names an alternative names what was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Baseline {
    /// Cases in all.
    pub cases: usize,
    /// Those where it names what was chosen.
    pub agree: usize,
    /// Cases where the rubric commits itself.
    pub committed: usize,
    /// Those of them where the rule names what was chosen.
    pub committed_agree: usize,
}

/// A line of [`RULE`]: the first whose conditions all hold names the alternative.
#[derive(Debug, Clone, Copy)]
pub struct RuleLine {
    /// A question, choices, and whether the answer must be one of them (or must not). What is unknown is none of them.
    pub when: &'static [(&'static str, &'static [&'static str], bool)],
    /// The alternative.
    pub then: Alternative,
}

const MATURE: &[&str] = &["several", "commodity"];
const PRODUCTS: (&str, &[&str], bool) = ("product-maturity", MATURE, true);
const PROJECTS: (&str, &[&str], bool) = ("oss-maturity", MATURE, true);
const CANNOT_RUN_IT: (&str, &[&str], bool) = ("operating-skill", &["routine"], false);

/// Market maturity and operating skill, and nothing else:
///
/// 1. products are mature, and the team does not run such systems as a matter of routine: buy
/// 2. open source is mature: adopt it
/// 3. products are mature: buy
/// 4. else: build
pub const RULE: [RuleLine; 4] = [
    RuleLine {
        when: &[PRODUCTS, CANNOT_RUN_IT],
        then: Alternative::Buy,
    },
    RuleLine {
        when: &[PROJECTS],
        then: Alternative::OpenSource,
    },
    RuleLine {
        when: &[PRODUCTS],
        then: Alternative::Buy,
    },
    RuleLine {
        when: &[],
        then: Alternative::Build,
    },
];

/// [`RULE`] on the cases, or why it cannot be applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarketRule {
    /// How it does.
    Applies(Baseline),
    /// The ids of the questions it needs that the rubric does not ask, or not with these choices.
    Lacks(Vec<&'static str>),
}

impl Baseline {
    /// How often a rule names what was chosen. Each case comes with what the rule says about it.
    fn of<'t>(named: impl Iterator<Item = (&'t Trial, Alternative)>) -> Self {
        named.fold(Self::default(), |so_far, (trial, alternative)| {
            let agrees = usize::from(trial.chosen.contains(&alternative));
            let commits = usize::from(trial.commits());
            Self {
                cases: so_far.cases + 1,
                agree: so_far.agree + agrees,
                committed: so_far.committed + commits,
                committed_agree: so_far.committed_agree + agrees * commits,
            }
        })
    }

    /// The sum of two, on cases that they do not share.
    fn plus(self, other: Self) -> Self {
        Self {
            cases: self.cases + other.cases,
            agree: self.agree + other.agree,
            committed: self.committed + other.committed,
            committed_agree: self.committed_agree + other.committed_agree,
        }
    }

    /// Always naming the alternative that was chosen most often; of equals the first. None without cases.
    pub(crate) fn majority(trials: &[&Trial]) -> Option<(Alternative, Self)> {
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
        let cases = compared(trials).map(|trial| (trial, alternative));
        (most > 0).then(|| (alternative, Self::of(cases)))
    }
}

impl MarketRule {
    pub(crate) fn of(rubric: &Rubric, trials: &[&Trial]) -> Self {
        let missing = missing(rubric);
        if !missing.is_empty() {
            return Self::Lacks(missing);
        }
        let cases = compared(trials).map(|trial| (trial, apply(rubric, &trial.answers)));
        Self::Applies(Baseline::of(cases))
    }

    /// The rule on the cases of several rubrics; it has to apply to each.
    pub(crate) fn sum<'r>(rules: impl Iterator<Item = &'r Self>) -> Self {
        let mut baseline = Baseline::default();
        let mut lacks: Vec<&'static str> = Vec::new();
        for rule in rules {
            match rule {
                Self::Applies(more) => baseline = baseline.plus(*more),
                Self::Lacks(questions) => lacks.extend(questions),
            }
        }
        if lacks.is_empty() {
            return Self::Applies(baseline);
        }
        lacks.sort_unstable();
        lacks.dedup();
        Self::Lacks(lacks)
    }
}

fn compared<'t>(trials: &[&'t Trial]) -> impl Iterator<Item = &'t Trial> {
    let compared = trials.iter().copied();
    compared.filter(|trial| trial.comparison.is_some())
}

/// What [`RULE`] says to some answers.
fn apply(rubric: &Rubric, answers: &Answers) -> Alternative {
    let holds = |(question, choices, wanted): &(&str, &[&str], bool)| {
        choice(rubric, answers, question).is_some_and(|id| choices.contains(&id)) == *wanted
    };
    let line = RULE.iter().find(|line| line.when.iter().all(holds));
    line.map_or(Alternative::Build, |line| line.then)
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
    let mut missing: Vec<&'static str> = Vec::new();
    for (question, choices, _) in RULE.iter().flat_map(|line| line.when) {
        let has = |id: &&str| {
            let asked = rubric.find_question(question);
            let known = asked.map_or(&[][..], |index| rubric.question(index).choices());
            known.iter().any(|choice| choice.id == *id)
        };
        if !choices.iter().all(has) && !missing.contains(question) {
            missing.push(question);
        }
    }
    missing
}
