//! What testing a rubric comes to as a whole, in sentences.

use super::{column_name, part};
use crate::backtest::{
    Baseline, Column, CrossValidation, MarketRule, RULE, Reach, Report, RuleLine, Tally, Unreached,
};
use crate::model::wording;
use crate::render::phrases::{name, names};

/// The result in a few sentences.
pub(in crate::render) fn headline(report: &Report) -> Vec<String> {
    let tally = report.tally;
    if tally.cases == 0 {
        return expectations(report).into_iter().collect();
    }
    let mut sentences = vec![
        format!(
            "It agrees with {}.",
            of_decisions(tally.agree, tally.cases, "decision")
        ),
        committed(tally),
    ];
    if tally.undecided() > 0 {
        sentences.push(undecided(report));
    }
    sentences.extend(expectations(report));
    sentences
}

fn committed(tally: Tally) -> String {
    tally.committed_agreement().map_or_else(
        || "It recommends something in none of them.".to_owned(),
        |share| {
            let (committed, agree) = (tally.committed, tally.committed_agree);
            let share = wording::percent(share);
            format!(
                "It recommends something in {committed} of them, and agrees with {agree} of these ({share})."
            )
        },
    )
}

fn of_decisions(agree: usize, cases: usize, noun: &str) -> String {
    let share = wording::percent(agree as f64 / cases as f64);
    format!("{agree} of {} ({share})", wording::count(cases, noun))
}

fn undecided(report: &Report) -> String {
    let counts = Column::ALL.into_iter().zip(report.confusion.totals());
    let kinds: Vec<String> = counts
        .filter(|(column, count)| *count > 0 && !matches!(column, Column::Recommended(_)))
        .map(|(column, count)| format!("{count} {}", column_name(column)))
        .collect();
    let tally = report.tally;
    format!(
        "It recommends nothing in {}: {}.",
        part(tally.undecided(), tally.cases),
        wording::list(&kinds)
    )
}

fn expectations(report: &Report) -> Option<String> {
    let (all, unmet) = (report.expectations(), report.unmet().count());
    match (all, unmet) {
        (0, _) => None,
        (1, 0) => Some("What 1 file expects of it is so.".to_owned()),
        (_, 0) => Some(format!("What {all} files expect of it is so.")),
        (1, _) => Some("What 1 file expects of it is not so.".to_owned()),
        _ => Some(format!(
            "What {unmet} of {all} files expect of it is not so."
        )),
    }
}

/// Agreement in tables: headings, each with its rows.
pub(in crate::render) fn agreement(report: &Report) -> Vec<(&'static str, Vec<(String, Tally)>)> {
    let groups = &report.groups;
    let named = |name: &str, tally: &Tally| (name.to_owned(), *tally);
    let firmness = groups.by_firmness.iter();
    let chosen = groups.by_chosen.iter();
    let label = groups.by_label.iter();
    vec![
        ("all", vec![("all".to_owned(), report.tally)]),
        (
            "firmness",
            firmness
                .map(|(word, tally)| named(super::firmness(*word), tally))
                .collect(),
        ),
        ("domain", groups.by_domain.clone()),
        (
            "chosen",
            chosen
                .map(|(chosen, tally)| (names(chosen), *tally))
                .collect(),
        ),
        (
            "label",
            label
                .map(|(label, tally)| named(label.id(), tally))
                .collect(),
        ),
    ]
}

/// How simpler rules do on the same cases, in sentences.
pub(in crate::render) fn baselines(report: &Report) -> Vec<String> {
    let Some((alternative, majority)) = &report.majority else {
        return Vec::new();
    };
    let mut sentences = vec![format!(
        "Always {}, what was chosen most often: {}.",
        name(*alternative),
        does(majority)
    )];
    sentences.push(match &report.market_rule {
        MarketRule::Applies(baseline) => format!("A rule of {} lines on market and team: {}.", RULE.len(), does(baseline)),
        MarketRule::Lacks(questions) => format!(
            "The short rule on market and team is skipped: this rubric does not ask {} as the rule needs.",
            wording::list(questions)
        ),
    });
    if matches!(report.market_rule, MarketRule::Applies(_)) {
        sentences.push(rule());
    }
    sentences
}

fn does(baseline: &Baseline) -> String {
    format!(
        "agrees with {}, and with {} where the rubric recommends something",
        part(baseline.agree, baseline.cases),
        part(baseline.committed_agree, baseline.committed)
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

/// How weights do that were tuned on other cases, in sentences.
pub(in crate::render) fn cross_validation(result: &CrossValidation) -> Vec<String> {
    let does = |tally: &Tally| {
        format!(
            "agrees with {}, and with {} where it recommends something",
            part(tally.agree, tally.cases),
            part(tally.committed_agree, tally.committed)
        )
    };
    vec![
        format!("Weights as written: {}.", does(&result.as_written)),
        format!(
            "Weights tuned on the same cases: {}.",
            does(&result.as_tuned)
        ),
        format!(
            "Weights tuned on the other organisations, {}: {}.",
            wording::count(result.folds.len(), "fold"),
            does(&result.held_out)
        ),
    ]
}

/// The weights that tuning on all cases changes: "latency 4 to 5".
pub(in crate::render) fn weight_changes(result: &CrossValidation) -> String {
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
pub(in crate::render) fn reach(reach: &Reach) -> String {
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
