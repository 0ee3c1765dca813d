//! How tests of a rubric on cases are spoken of, the same in every format.

pub mod summary;

use crate::engine::decision::Recommendation;
use crate::engine::robustness::Firmness;
use crate::engine::scoring::Outcome;
use crate::files::Alternative;
use crate::output::wording;
use crate::topics::backtest::{Column, Comparison, Miss, Overall, Row, Trial};
use crate::topics::decide::phrases;
use crate::topics::decide::phrases::{name, names};

pub(crate) use self::summary::{
    About, agreement, baselines, cross_validation, headline, reach, weight_changes,
};

/// A part of a whole, with its share: "42 of 46 (91%)"; "0 of 0" alone.
pub(crate) fn part(part: usize, whole: usize) -> String {
    if whole == 0 {
        return format!("{part} of {whole}");
    }
    let share = wording::percent(part as f64 / whole as f64);
    format!("{part} of {whole} ({share})")
}

/// What was chosen against what the rubric says, in a column's words.
pub(crate) const fn column_name(column: Column) -> &'static str {
    match column {
        Column::Recommended(alternative) => name(alternative),
        Column::TooClose => "too close",
        Column::Inconclusive => "inconclusive",
        Column::NoViableAlternative => "no viable alternative",
    }
}

/// What was chosen, in a row's words.
pub(crate) const fn row_name(row: Row) -> &'static str {
    match row {
        Row::Chosen(alternative) => name(alternative),
        Row::Mix => "a mix",
    }
}

/// How a trial compares, in a word.
pub(crate) const fn comparison(comparison: Option<Comparison>) -> &'static str {
    match comparison {
        Some(Comparison::Agrees) => "agrees",
        Some(Comparison::Undecided) => "undecided",
        Some(Comparison::Differs) => "differs",
        None => "",
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

/// What the rubric says, in the few words of a table: "build", "build or buy, too close".
pub(crate) fn says_in_short(trial: &Trial) -> String {
    match trial.outcome() {
        Outcome::Recommended(alternative) => name(*alternative).to_owned(),
        Outcome::TooClose(tied) => {
            let tied: Vec<&str> = tied.iter().map(|&one| name(one)).collect();
            format!("{}, too close", wording::either(&tied))
        }
        Outcome::Inconclusive => "too little answered".to_owned(),
        Outcome::NoViableAlternative(_) => "all ruled out".to_owned(),
    }
}

/// By how many points what is in front is ahead; empty if nothing is behind it, or too little is answered to say.
pub(crate) fn margin(trial: &Trial) -> String {
    let is_told = *trial.outcome() != Outcome::Inconclusive;
    let whole = trial.recommendation().filter(|_| is_told);
    let margin = whole.and_then(|whole| whole.margin);
    margin.map_or(String::new(), wording::points)
}

/// The rubrics that are taken together, with their versions.
pub(crate) fn together(overall: &Overall) -> String {
    let named = |(id, version): &(String, semver::Version)| format!("{id} {version}");
    let rubrics: Vec<String> = overall.rubrics.iter().map(named).collect();
    format!("{} together", wording::list(&rubrics))
}

fn recommended(trial: &Trial, whole: &Recommendation, alternative: Alternative) -> String {
    let ahead = whole.margin.map_or_else(
        || "the other two ruled out".to_owned(),
        |margin| format!("{} ahead", phrases::points_apart(margin)),
    );
    let firmness = trial
        .firmness()
        .map_or(String::new(), |word| format!(", {}", firmness(word)));
    format!("recommends {}{firmness}, {ahead}", name(alternative))
}

/// How firm, in a word.
pub(crate) const fn firmness(firmness: Firmness) -> &'static str {
    match firmness {
        Firmness::Robust => "robust",
        Firmness::Leaning => "leaning",
        Firmness::Fragile => "fragile",
    }
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
    let reason = trial.main_reasons(1).into_iter().next()?;
    Some(format!("{}.", wording::capitalised(&reason.because)))
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
            reason.because
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
