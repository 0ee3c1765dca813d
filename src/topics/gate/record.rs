//! Whether what was decided still stands, and whether it is to be looked at again.

use super::finding::Finding;
use crate::engine::decision::{Agreement, Gist, Outcome};
use crate::files::{Alternative, Problem, ProblemCode, RecordedDecision, Rubric};
use crate::output::wording;
use jiff::civil::Date;

/// A recorded decision with what it is held against.
pub(crate) struct Record<'a> {
    pub(crate) decision: &'a RecordedDecision,
    pub(crate) agreement: Option<Agreement>,
    pub(crate) rubric: &'a Rubric,
    pub(crate) rubric_hash: &'a str,
    /// What is recommended now: one alternative, those too close to call, or those of the components; none if nothing
    /// is.
    pub(crate) recommended: Vec<Alternative>,
    /// Which component is meant, to end a message with.
    pub(crate) suffix: String,
}

/// What an outcome recommends, or finds too close to call.
pub(crate) fn recommended(outcome: &Outcome) -> Vec<Alternative> {
    match outcome {
        Outcome::Recommended(alternative) => vec![*alternative],
        Outcome::TooClose(tied) => tied.clone(),
        Outcome::Inconclusive | Outcome::NoViableAlternative(_) => Vec::new(),
    }
}

/// The vetoes that what was decided runs into.
pub(crate) fn vetoed(record: &Record<'_>, gist: &Gist) -> Vec<Finding> {
    let chosen = &record.decision.chosen;
    let mut found = Vec::new();
    for veto in &gist.vetoes {
        let hit = chosen.iter().find(|one| veto.excludes.contains(one));
        found.extend(hit.map(|alternative| {
            let says = format!(
                "`{}` is ruled out{} by `{}`: {}",
                alternative.id(),
                record.suffix,
                veto.id,
                veto.because
            );
            let place = record.decision.places.chosen;
            let problem = Problem::new(ProblemCode::ChoiceVetoed, place, says)
                .expected("an alternative that is not ruled out")
                .help(format!("what lifts it: {}", veto.lifted_by));
            Finding::of_file(problem).about(&veto.id)
        }));
    }
    found
}

/// Whether the decision follows what is recommended, and if not, whether that is explained.
pub(crate) fn deviation(record: &Record<'_>) -> Option<Finding> {
    if record.agreement != Some(Agreement::Differs) {
        return None;
    }
    let decision = record.decision;
    let is_explained = decision
        .because
        .as_ref()
        .is_some_and(|because| !because.trim().is_empty());
    let has_moved = if decision.recommended.is_empty() {
        // What needs no reason followed the recommendation.
        !is_explained && record.has_another_version()
    } else {
        !same(&decision.recommended, &record.recommended)
    };
    let now = quoted(&record.recommended);
    let are = if record.recommended.len() > 1 {
        "are"
    } else {
        "is"
    };
    let chosen = quoted(&decision.chosen);
    let suffix = &record.suffix;
    let place = decision.places.chosen;
    let problem = if has_moved {
        let then = record.then();
        let found = format!(
            "{chosen} was decided{suffix}{then}, and now it is {now}: {}",
            record.cause()
        );
        Problem::new(ProblemCode::RecommendationChanged, place, found)
            .expected(now)
            .help("look at the decision again; if it stands, say why in `because` and set `recommended` to what is recommended now")
    } else if is_explained {
        return None;
    } else {
        let found =
            format!("{chosen} was decided{suffix}, {now} {are} recommended, and nothing says why");
        Problem::new(ProblemCode::DeviationUnexplained, place, found)
            .expected(now)
            .help("say why in `because`")
    };
    Some(Finding::of_file(problem))
}

/// Whether the rubric is still the one that the decision was recorded against.
pub(crate) fn rubric(record: &Record<'_>) -> Option<Finding> {
    let decision = record.decision;
    let (id, version) = (&record.rubric.id, &record.rubric.version);
    let problem = if record.has_another_version() {
        let then = decision.rubric_version.as_ref()?;
        let found = format!(
            "the decision{} was recorded against `{id}` {then}",
            record.suffix
        );
        Problem::new(
            ProblemCode::RubricChanged,
            decision.places.rubric_version,
            found,
        )
        .expected(format!("it is {version} now"))
    } else if record.has_another_content() {
        let found = format!(
            "the decision{} was recorded against another content of `{id}` {version}",
            record.suffix
        );
        let now = record.rubric_hash.get(..12).unwrap_or(record.rubric_hash);
        Problem::new(
            ProblemCode::RubricChanged,
            decision.places.rubric_hash,
            found,
        )
        .expected(format!("it is `sha256:{now}` now"))
    } else {
        return None;
    };
    let help = "read what has changed, then record the decision against the rubric as it is";
    Some(Finding::of_file(problem.help(help)))
}

impl Record<'_> {
    fn has_another_version(&self) -> bool {
        let then = self.decision.rubric_version.as_ref();
        then.is_some_and(|then| *then != self.rubric.version)
    }

    fn has_another_content(&self) -> bool {
        let then = self.decision.rubric_hash.as_ref();
        then.is_some_and(|then| !self.rubric_hash.starts_with(then.as_str()))
    }

    /// What was recommended at the time, in the middle of a sentence.
    fn then(&self) -> String {
        match self.decision.recommended.as_slice() {
            [] => " as it was recommended".to_owned(),
            then if same(then, &self.decision.chosen) => " as it was recommended".to_owned(),
            then => format!(" when {} was recommended", quoted(then)),
        }
    }

    /// What has changed since, as far as the record tells.
    fn cause(&self) -> String {
        let now = &self.rubric.version;
        match &self.decision.rubric_version {
            Some(then) if then != now => {
                format!("the rubric has gone from {then} to {now} since")
            }
            _ if self.has_another_content() => "the rubric's content has changed since".to_owned(),
            Some(_) => "answers or weights have changed since".to_owned(),
            None => "answers, weights or the rubric have changed since".to_owned(),
        }
    }
}

fn same(one: &[Alternative], other: &[Alternative]) -> bool {
    one.iter().all(|a| other.contains(a)) && other.iter().all(|a| one.contains(a))
}

fn quoted(alternatives: &[Alternative]) -> String {
    if alternatives.is_empty() {
        return "nothing".to_owned();
    }
    let ids: Vec<String> = alternatives
        .iter()
        .map(|a| format!("`{}`", a.id()))
        .collect();
    wording::list(&ids)
}

/// So many days ahead a review is announced.
const AHEAD: i64 = 30;

/// A finding if the day of the review is near or past.
pub(crate) fn review(decision: &RecordedDecision, suffix: &str, today: Date) -> Option<Finding> {
    let review_by = decision.review_by?;
    let days = days_until(review_by, today);
    let place = decision.places.review_by;
    let problem = if days < 0 {
        let found = format!(
            "the review{suffix} was due on {review_by}, {} ago",
            wording::count(usize::try_from(-days).unwrap_or_default(), "day")
        );
        Problem::new(ProblemCode::ReviewOverdue, place, found)
            .help("look at the decision again, then move `review-by`")
    } else if days <= AHEAD {
        let found = format!("the review{suffix} is due {}", in_days(days));
        Problem::new(ProblemCode::ReviewDue, place, found)
    } else {
        return None;
    };
    Some(Finding::of_file(problem))
}

/// How many days there are until a day; negative if it is past.
pub(crate) fn days_until(day: Date, today: Date) -> i64 {
    day.duration_since(today).as_secs() / 86_400
}

/// When something happens: `today`, `in 3 days`.
pub(crate) fn in_days(days: i64) -> String {
    match usize::try_from(days).unwrap_or_default() {
        0 => "today".to_owned(),
        days => format!("in {}", wording::count(days, "day")),
    }
}
