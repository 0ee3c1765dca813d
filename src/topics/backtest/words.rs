//! How tests of a rubric on cases are spoken of, the same in every format.

use super::counts::{Chosen, Group, RULE, Summary, Tally};
use super::report::{Reach, Unreached};
use super::trial::{Miss, Trial};
use crate::engine::decision::Recommendation;
use crate::engine::scoring::Outcome;
use crate::files::Alternative;
use crate::output::wording;
use crate::topics::decide::phrases;
use crate::topics::decide::phrases::{name, names};

/// A part of a whole, with its share: "42 of 46 (91%)"; "0 of 0" alone.
pub(crate) fn part(part: usize, whole: usize) -> String {
    if whole == 0 {
        return format!("{part} of {whole}");
    }
    let share = wording::percent(part as f64 / whole as f64);
    format!("{part} of {whole} ({share})")
}

/// What was chosen, in a word.
pub(crate) const fn chosen(chosen: Chosen) -> &'static str {
    match chosen {
        Chosen::Build => name(Alternative::Build),
        Chosen::Buy => name(Alternative::Buy),
        Chosen::OpenSource => name(Alternative::OpenSource),
        Chosen::Mix => "a mix",
    }
}

/// Who decided, when, and about what; empty if the file only says what to expect.
pub(crate) fn who(trial: &Trial) -> String {
    trial.case.as_ref().map_or(String::new(), |case| {
        let year = case.year.map(|year| year.to_string());
        let parts = [
            Some(case.organisation.clone()),
            year,
            Some(case.domain.clone()),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    })
}

/// What the rubric says about a case: "recommends build, robust, 23 points ahead".
pub(crate) fn says(trial: &Trial) -> String {
    let Some(whole) = trial.recommendation() else {
        return String::new();
    };
    match &whole.outcome {
        Outcome::Recommended(alternative) => recommended(trial, whole, *alternative),
        Outcome::TooClose(tied) => format!("finds {} too close to call", names(tied)),
        Outcome::Inconclusive => format!(
            "finds too little answered, {} of the weight",
            wording::percent(whole.coverage)
        ),
        Outcome::NoViableAlternative(_) => "rules every alternative out".to_owned(),
    }
}

fn recommended(trial: &Trial, whole: &Recommendation, alternative: Alternative) -> String {
    let ahead = whole.margin.map_or_else(
        || "the other two ruled out".to_owned(),
        |margin| format!("{} ahead", phrases::points_apart(margin)),
    );
    let firmness = trial
        .firmness
        .map_or(String::new(), |firmness| format!(", {}", firmness.id()));
    format!("recommends {}{firmness}, {ahead}", name(alternative))
}

/// The main reason for what is in front, as a sentence; where vetoes leave no choice, what they say.
pub(crate) fn main_reason(trial: &Trial) -> Option<String> {
    let whole = trial.recommendation()?;
    let viable = whole
        .alternatives
        .iter()
        .filter(|result| result.rank.is_some());
    if viable.count() < 2 {
        let vetoed = whole.alternatives.iter();
        let sentences = vetoed.filter_map(|result| phrases::ruled_out(whole, result.alternative));
        return Some(sentences.collect::<Vec<_>>().join(" "));
    }
    let reason = trial.reasons.first()?;
    Some(format!(
        "{}.",
        wording::capitalised(reason.because.as_deref()?)
    ))
}

/// What a case that the rubric gets wrong turned on: the vetoes, then the reasons.
pub(crate) fn miss(miss: &Miss) -> Vec<String> {
    let chosen = name(miss.chosen);
    let mut lines: Vec<String> = miss
        .vetoes
        .iter()
        .map(|veto| format!("the veto {veto} rules {chosen} out"))
        .collect();
    lines.extend(miss.reasons.iter().map(|reason| {
        format!(
            "{} {}: {}",
            wording::signed_tenths(reason.points),
            reason.criterion,
            reason.because.as_deref().unwrap_or_default()
        )
    }));
    lines
}

/// What was chosen and what the rubric has instead.
pub(crate) fn chosen_and_instead(trial: &Trial, miss: &Miss) -> String {
    let chose = format!("chose {}", names(&trial.chosen));
    match miss.instead {
        Some(_) => format!("{chose}, it {}", says(trial)),
        None => format!("{chose}, it rules every alternative out"),
    }
}

/// The case and who decided.
pub(crate) fn title(trial: &Trial) -> String {
    match who(trial) {
        who if who.is_empty() => trial.id.clone(),
        who => format!("{} ({who})", trial.id),
    }
}

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
    tally.recommended_share().map_or_else(
        || format!("{recommends} something in none of them."),
        |share| {
            let (committed, agree) = (tally.recommended, tally.recommended_agree);
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
    let counts = summary.undecided().into_iter();
    let kinds: Vec<String> = counts
        .filter(|(_, count)| *count > 0)
        .map(|(kind, count)| format!("{count} {kind}"))
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
    let (all, unmet) = (summary.expectations, summary.expectations_unmet);
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

/// Agreement in tables: what the cases have in common, each with its groups. Groups of which one holds every case say
/// nothing new and are left out.
pub(crate) fn agreement(summary: &Summary) -> Vec<(&'static str, Vec<(String, Tally)>)> {
    fn rows<K>(groups: &[Group<K>], name: impl Fn(&K) -> String) -> Vec<(String, Tally)> {
        let groups = groups.iter();
        groups
            .map(|group| (name(&group.name), group.agreement))
            .collect()
    }
    let mut tables = vec![
        (
            "by firmness",
            rows(&summary.by_firmness, |it| it.id().to_owned()),
        ),
        ("by domain", rows(&summary.by_domain, String::clone)),
        ("by chosen", rows(&summary.by_chosen, |it| names(it))),
        ("by label", rows(&summary.by_label, |it| it.id().to_owned())),
    ];
    tables.retain(|(_, rows)| {
        !rows.is_empty() && rows.iter().all(|(_, tally)| *tally != summary.tally)
    });
    tables
}

/// How simpler rules do on the same cases, in sentences.
pub(crate) fn baselines(summary: &Summary, about: About) -> Vec<String> {
    let baselines = &summary.baselines;
    let Some(majority) = &baselines.majority else {
        return Vec::new();
    };
    let mut sentences = vec![format!(
        "Always {}, what was chosen most often: {}.",
        name(majority.alternative),
        does(&majority.tally, about)
    )];
    if let Some(market_rule) = &baselines.market_rule {
        sentences.push(format!(
            "A rule of 4 lines on market and team: {}.",
            does(market_rule, about)
        ));
        sentences.push(format!("The rule, the first line that holds: {RULE}."));
    } else {
        sentences.push(format!(
            "The short rule on market and team is skipped: {} {} as the rule needs.",
            about.either("this rubric does not ask", "not every rubric asks"),
            wording::list(&baselines.market_rule_lacks)
        ));
    }
    sentences
}

fn does(baseline: &Tally, about: About) -> String {
    format!(
        "agrees with {}, and with {} where {} something",
        part(baseline.agree, baseline.cases),
        part(baseline.recommended_agree, baseline.recommended),
        about.either("the rubric recommends", "its rubric recommends")
    )
}

/// How much of a rubric no case reaches, in a sentence.
pub(crate) fn reach(reach: &Reach) -> String {
    fn unreached<T>(items: &Unreached<T>, noun: &str) -> String {
        let (missing, all) = (items.unreached.len(), items.of);
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
            reach.advice.unreached.len(),
            reach.advice.of
        ),
    ];
    format!("No case reaches {}.", wording::list(&counts))
}
