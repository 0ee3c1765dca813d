//! Whether enough is answered, and whether the answers go together.

use super::finding::{Finding, Subject, against};
use crate::engine::decision::{AdviceGiven, Outcome};
use crate::files::{
    Facts, Gate, Origin, Place, Problem, ProblemCode, QuestionIndex, Required, Rubric, Status,
};
use crate::output::wording;
use jiff::civil::Date;

/// Everything that is to be said about the answers.
pub(crate) fn check(subject: &Subject<'_>, gate: &Gate, today: Date, out: &mut Vec<Finding>) {
    let facts = Facts::new(subject.rubric, subject.answers);
    let required = gate.required.iter();
    out.extend(required.filter_map(|required| missing(subject, &facts, required)));
    out.extend(coverage(subject, gate));
    out.extend(inconclusive(subject));
    landscape(subject, today, out);
    let contradictions = subject.gist.contradictions.iter();
    out.extend(contradictions.map(|given| contradiction(subject, given)));
}

/// Answers against which the landscape speaks, and answers that it gives although it has grown old.
fn landscape(subject: &Subject<'_>, today: Date, out: &mut Vec<Finding>) {
    let rubric = subject.rubric;
    let mut is_old = false;
    for (index, answer) in subject.answers.iter() {
        let Some((answer, derived)) = answer.and_then(|it| Some((it, it.derived.as_ref()?))) else {
            continue;
        };
        let id = &rubric.question(index).id;
        if derived.differs {
            let found = format!(
                "the landscape of {} answers `{id}` with {}{}",
                derived.as_of,
                derived.says,
                subject.suffix()
            );
            let problem = Problem::new(ProblemCode::LandscapeDiffers, answer.place, found)
                .help("correct the answer, or say in its `note` what you know");
            out.push(subject.finding(problem).about(id));
        }
        let leans = answer.origin == Origin::Landscape && is_scored(rubric, index);
        if leans && today > derived.good_until && !is_old {
            is_old = true;
            let found = format!(
                "the landscape of {} answers `{id}`, and is out of date since {}{}",
                derived.as_of,
                derived.good_until,
                subject.suffix()
            );
            let problem = Problem::new(ProblemCode::OldLandscape, subject.place, found)
                .help("look at the market again, and answer the question yourselves");
            out.push(subject.finding(problem).about(id));
        }
    }
}

/// Whether a score or a veto hangs on a question.
fn is_scored(rubric: &Rubric, index: QuestionIndex) -> bool {
    let mut criteria = rubric.criteria.iter();
    let mut vetoes = rubric.vetoes.iter();
    criteria.any(|criterion| criterion.questions().contains(&index))
        || vetoes.any(|veto| veto.when.questions().contains(&index))
}

fn missing(subject: &Subject<'_>, facts: &Facts<'_>, required: &Required) -> Option<Finding> {
    if facts.value(required.question).is_some()
        || facts.status(required.question) == Status::NotApplicable
    {
        return None;
    }
    let question = subject.rubric.question(required.question);
    let (id, suffix) = (&question.id, subject.suffix());
    let code = ProblemCode::AnswerMissing;
    let answer = subject.answers.get(required.question);
    let problem = match answer.filter(|answer| answer.origin != Origin::Landscape) {
        Some(unknown) => Problem::new(
            code,
            unknown.place,
            format!("`{id}` is answered with `unknown`{suffix}"),
        )
        .related(required.place, "an answer is required here"),
        None => against(
            code,
            subject.place,
            required.place,
            format!("`{id}` is not answered{suffix}"),
        ),
    };
    let expected = format!("an answer to: {}", question.ask);
    Some(subject.finding(problem.expected(expected)).about(id))
}

fn coverage(subject: &Subject<'_>, gate: &Gate) -> Option<Finding> {
    let least = gate.min_coverage?;
    let coverage = subject.gist.coverage;
    (coverage < least.value).then(|| {
        let found = format!(
            "{} of the weight is answered{}",
            wording::percent_below(coverage),
            subject.suffix()
        );
        let code = ProblemCode::CoverageTooLow;
        let problem = against(code, subject.place, least.place, found)
            .expected(format!("at least {}", share(least.value)))
            .help("answer first what `trilemma decide` lists under \"Find out next\"");
        subject.finding(problem)
    })
}

fn inconclusive(subject: &Subject<'_>) -> Option<Finding> {
    let least = subject.rubric.min_coverage;
    (subject.gist.outcome == Outcome::Inconclusive).then(|| {
        let found = format!(
            "nothing can be recommended yet{}: {} of the weight is answered",
            subject.suffix(),
            wording::percent_below(subject.gist.coverage)
        );
        let problem = Problem::new(ProblemCode::Inconclusive, subject.place, found)
            .expected(format!("`{}` demands {}", subject.rubric.id, share(least)))
            .help("answer first what `trilemma decide` lists under \"Find out next\"");
        subject.finding(problem)
    })
}

/// A share that somebody demands, in percent: `80%`, `62.5%`.
pub(crate) fn share(share: f64) -> String {
    let percent = (share * 10_000.0).round() / 100.0;
    format!("{}%", wording::number(percent))
}

fn contradiction(subject: &Subject<'_>, given: &AdviceGiven) -> Finding {
    let place_of = |id: &str| -> Option<(Place, &str)> {
        let question = subject.rubric.find_question(id)?;
        let answer = subject.answers.get(question)?;
        Some((answer.place, subject.rubric.question(question).id.as_str()))
    };
    let mut answers: Vec<(Place, &str)> = given
        .rests_on
        .iter()
        .filter_map(|answer| place_of(&answer.question))
        .collect();
    answers.sort_unstable();
    let code = ProblemCode::Contradiction;
    let say = given.say.trim_end_matches('.');
    let found = match subject.component {
        Some(component) => format!("`{component}`: {say}"),
        None => say.to_owned(),
    };
    let problem = match answers.as_slice() {
        [] => Problem::new(code, subject.place, found),
        [(only, _)] => Problem::new(code, *only, found),
        [(first, id), .., (last, _)] => {
            Problem::new(code, *last, found).related(*first, format!("beside the answer to `{id}`"))
        }
    };
    let help = format!(
        "correct one of the answers; `trilemma explain {}` shows the rule",
        given.id
    );
    subject.finding(problem.help(help)).about(&given.id)
}

/// Everything that is to be said about how firm the result is.
pub(crate) fn check_firmness(subject: &Subject<'_>, gate: &Gate, out: &mut Vec<Finding>) {
    out.extend(margin(subject, gate));
    out.extend(acceptability(subject, gate));
    out.extend(nothing_left(subject));
}

fn margin(subject: &Subject<'_>, gate: &Gate) -> Option<Finding> {
    let least = gate.min_margin?;
    let margin = subject.gist.margin?;
    let [first, second, ..] = subject.gist.ranking.as_slice() else {
        return None;
    };
    (margin < least.value).then(|| {
        // Rounded down: what falls short is never shown as enough.
        let shown = (margin * 10.0).floor() / 10.0;
        let found = format!(
            "`{}` is {} points ahead of `{}`{}",
            first.id(),
            wording::tenths(shown),
            second.id(),
            subject.suffix()
        );
        let code = ProblemCode::MarginTooSmall;
        let problem = against(code, subject.place, least.place, found)
            .expected(format!("at least {} points", wording::number(least.value)));
        subject.finding(problem)
    })
}

fn acceptability(subject: &Subject<'_>, gate: &Gate) -> Option<Finding> {
    let least = gate.min_acceptability?;
    let acceptability = subject.gist.acceptability?;
    let first = subject.gist.ranking.first()?;
    (acceptability < least.value).then(|| {
        let found = format!(
            "`{}` comes first under {} of the weightings near the stated ones{}",
            first.id(),
            wording::percent_below(acceptability),
            subject.suffix()
        );
        let code = ProblemCode::AcceptabilityTooLow;
        let problem = against(code, subject.place, least.place, found)
            .expected(format!("at least {}", share(least.value)));
        subject.finding(problem)
    })
}

fn nothing_left(subject: &Subject<'_>) -> Option<Finding> {
    let Outcome::NoViableAlternative(_) = &subject.gist.outcome else {
        return None;
    };
    let vetoes: Vec<String> = subject
        .gist
        .vetoes
        .iter()
        .map(|veto| format!("`{}`", veto.id))
        .collect();
    let found = format!(
        "every alternative is ruled out{}, by {}",
        subject.suffix(),
        wording::list(&vetoes)
    );
    let problem = Problem::new(ProblemCode::NoViableAlternative, subject.place, found)
        .help("`trilemma decide` shows the ways out that lift the fewest vetoes");
    Some(subject.finding(problem))
}
