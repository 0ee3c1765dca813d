//! What testing a rubric comes to as a whole, in sentences.

use super::{column_name, part};
use crate::output::wording;
use crate::topics::backtest::{
    Baseline, Column, CrossValidation, MarketRule, RULE, Reach, RuleLine, Summary, Tally, Tuned,
    Unreached,
};
use crate::topics::decide::phrases::{name, names};

/// Whom sentences are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum About {
    /// One rubric.
    One,
    /// Several, together.
    Several,
}

impl About {
    const fn either(self, one: &'static str, several: &'static str) -> &'static str {
        match self {
            Self::One => one,
            Self::Several => several,
        }
    }

    /// The heading of the table of choices and what is said.
    pub(crate) const fn confusion(self) -> &'static str {
        self.either(
            "What they chose, against what it says",
            "What was chosen, against what is said",
        )
    }

    /// The heading of what cross-validation comes to.
    pub(crate) const fn not_tuned_on(self) -> &'static str {
        self.either(
            "On cases it was not tuned on",
            "On cases they were not tuned on",
        )
    }

    const fn recommends(self) -> &'static str {
        self.either("It recommends", "They recommend")
    }
}

/// The result in a few sentences.
pub(crate) fn headline(summary: &Summary, about: About) -> Vec<String> {
    let tally = summary.tally;
    if tally.cases == 0 {
        return expectations(summary, about).into_iter().collect();
    }
    let mut sentences = vec![
        format!(
            "{} with {}.",
            about.either("It agrees", "Together they agree"),
            of_decisions(tally.agree, tally.cases, "decision")
        ),
        committed(tally, about),
    ];
    if tally.undecided() > 0 {
        sentences.push(undecided(summary, about));
        sentences.push(format!(
            "Recommended or not, what was chosen is in front in {}.",
            part(summary.in_front, tally.cases)
        ));
    }
    sentences.extend(expectations(summary, about));
    sentences
}

fn committed(tally: Tally, about: About) -> String {
    let recommends = about.recommends();
    tally.committed_agreement().map_or_else(
        || format!("{recommends} something in none of them."),
        |share| {
            let (committed, agree) = (tally.committed, tally.committed_agree);
            let (agrees, share) = (about.either("agrees", "agree"), wording::percent(share));
            format!(
                "{recommends} something in {committed} of them, and {agrees} with {agree} of these ({share})."
            )
        },
    )
}

fn of_decisions(agree: usize, cases: usize, noun: &str) -> String {
    let share = wording::percent(agree as f64 / cases as f64);
    format!("{agree} of {} ({share})", wording::count(cases, noun))
}

fn undecided(summary: &Summary, about: About) -> String {
    let counts = Column::ALL.into_iter().zip(summary.confusion.totals());
    let kinds: Vec<String> = counts
        .filter(|(column, count)| *count > 0 && !matches!(column, Column::Recommended(_)))
        .map(|(column, count)| format!("{count} {}", column_name(column)))
        .collect();
    let tally = summary.tally;
    format!(
        "{} nothing in {}: {}.",
        about.recommends(),
        part(tally.undecided(), tally.cases),
        wording::list(&kinds)
    )
}

fn expectations(summary: &Summary, about: About) -> Option<String> {
    let (all, unmet) = (summary.expectations, summary.unmet);
    let it = about.either("it", "them");
    match (all, unmet) {
        (0, _) => None,
        (1, 0) => Some(format!("What 1 file expects of {it} is so.")),
        (_, 0) => Some(format!("What {all} files expect of {it} is so.")),
        (1, _) => Some(format!("What 1 file expects of {it} is not so.")),
        _ => Some(format!(
            "What {unmet} of {all} files expect of {it} is not so."
        )),
    }
}

/// Agreement in tables: headings, each with its rows. A group that holds every case says nothing new and is left out.
pub(crate) fn agreement(summary: &Summary) -> Vec<(&'static str, Vec<(String, Tally)>)> {
    let groups = &summary.groups;
    let firmness = groups.by_firmness.iter();
    let firmness = firmness.map(|(word, tally)| (super::firmness(*word).to_owned(), *tally));
    let chosen = groups.by_chosen.iter();
    let chosen = chosen.map(|(chosen, tally)| (names(chosen), *tally));
    let label = groups.by_label.iter();
    let label = label.map(|(label, tally)| (label.id().to_owned(), *tally));
    let mut tables = vec![
        ("firmness", firmness.collect()),
        ("domain", groups.by_domain.clone()),
        ("chosen", chosen.collect()),
        ("label", label.collect()),
    ];
    let says_more = |rows: &Vec<(String, Tally)>| {
        !rows.is_empty() && rows.iter().all(|(_, tally)| *tally != summary.tally)
    };
    tables.retain(|(_, rows)| says_more(rows));
    tables.insert(0, ("all", vec![("all".to_owned(), summary.tally)]));
    tables
}

/// How simpler rules do on the same cases, in sentences.
pub(crate) fn baselines(summary: &Summary, about: About) -> Vec<String> {
    let Some((alternative, majority)) = &summary.majority else {
        return Vec::new();
    };
    let mut sentences = vec![format!(
        "Always {}, what was chosen most often: {}.",
        name(*alternative),
        does(majority, about)
    )];
    sentences.push(match &summary.market_rule {
        MarketRule::Applies(baseline) => format!(
            "A rule of {} lines on market and team: {}.",
            RULE.len(),
            does(baseline, about)
        ),
        MarketRule::Lacks(questions) => format!(
            "The short rule on market and team is skipped: {} {} as the rule needs.",
            about.either("this rubric does not ask", "not every rubric asks"),
            wording::list(questions)
        ),
    });
    if matches!(summary.market_rule, MarketRule::Applies(_)) {
        sentences.push(rule());
    }
    sentences
}

fn does(baseline: &Baseline, about: About) -> String {
    format!(
        "agrees with {}, and with {} where {} something",
        part(baseline.agree, baseline.cases),
        part(baseline.committed_agree, baseline.committed),
        about.either("the rubric recommends", "its rubric recommends")
    )
}

/// The short rule in a sentence.
fn rule() -> String {
    let line = |line: &RuleLine| {
        let tests = line.when.iter().map(|(question, choices, wanted)| {
            let is = if *wanted { "is" } else { "is not" };
            format!("{question} {is} {}", wording::either(choices))
        });
        let tests: Vec<String> = tests.collect();
        match tests.as_slice() {
            [] => format!("else {}", name(line.then)),
            _ => format!("{} if {}", name(line.then), wording::list(&tests)),
        }
    };
    let lines: Vec<String> = RULE.iter().map(line).collect();
    format!("The rule, the first line that holds: {}.", lines.join("; "))
}

/// How weights do that were tuned on other cases, in so many folds, in sentences.
pub(crate) fn cross_validation(tuned: &Tuned, folds: usize, about: About) -> Vec<String> {
    let does = |tally: &Tally| {
        format!(
            "{} with {}, and with {} where {} something",
            about.either("agrees", "agree"),
            part(tally.agree, tally.cases),
            part(tally.committed_agree, tally.committed),
            about.either("it recommends", "they recommend")
        )
    };
    let folds = wording::count(folds, "fold");
    let others = match about {
        About::One => format!("the other organisations, {folds}"),
        About::Several => format!("the other organisations of each rubric, {folds} each"),
    };
    let same = about.either("the same cases", "the same cases of each rubric");
    vec![
        format!("Weights as written: {}.", does(&tuned.as_written)),
        format!("Weights tuned on {same}: {}.", does(&tuned.on_all)),
        format!("Weights tuned on {others}: {}.", does(&tuned.held_out)),
    ]
}

/// The weights that tuning on all cases changes: "latency 4 to 5".
pub(crate) fn weight_changes(result: &CrossValidation) -> String {
    let changes = result.changes.iter();
    let changes: Vec<String> = changes
        .map(|(id, from, to)| format!("{id} {from} to {to}"))
        .collect();
    if changes.is_empty() {
        "Tuning on all cases changes no weight.".to_owned()
    } else {
        format!("Tuning on all cases changes {}.", wording::list(&changes))
    }
}

/// How much of a rubric no case reaches, in a sentence.
pub(crate) fn reach(reach: &Reach) -> String {
    fn unreached<T>(items: &Unreached<T>, noun: &str) -> String {
        let (missing, all) = (items.items.len(), items.of);
        format!("{missing} of {}", wording::count(all, noun))
    }
    if reach.is_full() {
        return "The cases reach every row, every veto and every piece of advice.".to_owned();
    }
    let counts = [
        unreached(&reach.rows, "row"),
        unreached(&reach.vetoes, "veto"),
        format!(
            "{} of {} pieces of advice",
            reach.advice.items.len(),
            reach.advice.of
        ),
    ];
    format!("No case reaches {}.", wording::list(&counts))
}
