//! What a reference of a rubric says of its parts, the same in every format.

use crate::files::{
    AdviceKind, Alternative, CandidateKind, Criterion, Demand, Effect, Must, Need, NextStep, Place,
    ProcessItem, ProcessKind, Question, QuestionKind, Ratings, Rubric, Source, StepKind, Text,
};
use crate::output::document::{Piece, Rich};
use crate::output::wording;
use crate::topics::decide::phrases;

/// The rubric that something was taken over from; `None` where it is the rubric's own.
pub(crate) fn inherited_from(rubric: &Rubric, place: Place) -> Option<&str> {
    let own = rubric.lineage.last()?;
    let ancestor = rubric.defined_in(place)?;
    (ancestor.file != own.file).then_some(ancestor.id.as_str())
}

/// What a criterion weighs; where a rubric gave an inherited one another weight, also whose that is and what it was, and
/// so in which rubric the criterion is defined: whether that is said comes second.
pub(crate) fn weight(criterion: &Criterion, rubric: &Rubric) -> (String, bool) {
    let points = criterion.weight.points();
    let before = criterion
        .inherited_weight
        .filter(|before| *before != criterion.weight);
    let stated = rubric.defined_in(criterion.weight_place);
    let defined = rubric.defined_in(criterion.place);
    match (before, stated, defined) {
        (Some(before), Some(stated), Some(defined)) => {
            let (before, stated, defined) = (before.points(), &stated.id, &defined.id);
            let words = format!("weight {points} from {stated}, {before} in {defined}");
            (words, true)
        }
        _ => (format!("weight {points}"), false),
    }
}

/// How much there is in it.
pub(crate) fn size(rubric: &Rubric) -> String {
    wording::list(&[
        wording::count(rubric.questions.len(), "question"),
        wording::count(rubric.criteria.len(), "criterion"),
        wording::count(rubric.vetoes.len(), "veto"),
    ])
}

/// How it comes to a recommendation, in two sentences.
pub(crate) fn thresholds(rubric: &Rubric) -> String {
    format!(
        "Alternatives less than {} apart are too close to call. Nothing is recommended before {} of the weight is answered.",
        phrases::count_points(rubric.tie_margin),
        wording::percent(rubric.min_coverage),
    )
}

/// What the rubric is put together from, if it extends another.
pub(crate) fn lineage(rubric: &Rubric) -> Option<String> {
    let (_, ancestors) = rubric.lineage.split_last()?;
    let ancestors: Vec<String> = ancestors
        .iter()
        .rev()
        .map(|ancestor| format!("{} {}", ancestor.id, ancestor.version))
        .collect();
    (!ancestors.is_empty()).then(|| format!("It extends {}.", wording::list(&ancestors)))
}

/// A text with the answers that it names in braces, as in the file.
pub(crate) fn text(text: &Text, rubric: &Rubric) -> String {
    text.fill(|question| format!("{{{}}}", rubric.question(question).id))
}

/// What an answer looks like, without the choices.
pub(crate) fn answers(question: &Question) -> String {
    match &question.kind {
        QuestionKind::Choice(_) => "one of".to_owned(),
        QuestionKind::Choices {
            allow_none: true, ..
        } => "any of, or none".to_owned(),
        QuestionKind::Choices { .. } => "any of".to_owned(),
        QuestionKind::Number {
            unit,
            minimum,
            maximum,
        } => {
            let unit = match unit {
                Some(unit) if unit.one == unit.other => format!(" in {}", unit.other),
                Some(unit) => format!(" of {}", unit.other),
                None => String::new(),
            };
            format!("a number{unit}{}", range(*minimum, *maximum))
        }
        QuestionKind::YesNo => "yes or no".to_owned(),
        QuestionKind::Text => "free text".to_owned(),
    }
}

fn range(minimum: Option<f64>, maximum: Option<f64>) -> String {
    let number = wording::number;
    match (minimum, maximum) {
        (Some(low), Some(high)) => format!(", from {} to {}", number(low), number(high)),
        (Some(low), None) => format!(", {} or more", number(low)),
        (None, Some(high)) => format!(", {} or less", number(high)),
        (None, None) => String::new(),
    }
}

/// That a landscape answers a question, if one does.
pub(crate) fn derived(question: &Question) -> Option<String> {
    let fact = question.derived?;
    if fact.is_bound() {
        return Some(format!(
            "The landscape says what it can be at most ({}).",
            fact.id()
        ));
    }
    Some(format!(
        "Not asked: the landscape answers it, unless you do ({}).",
        fact.id()
    ))
}

/// For which candidates a must holds, and whether it tells which of them are looked at.
pub(crate) fn must_facts(must: &Must) -> Vec<&'static str> {
    let mut facts = Vec::new();
    match must.kinds.as_slice() {
        [CandidateKind::Product] => facts.push("for products"),
        [CandidateKind::OpenSource] => facts.push("for open source"),
        _ => {}
    }
    if must.selects {
        facts.push("tells which candidates are looked at");
    }
    facts
}

/// What is needed, and under which answers.
pub(crate) fn need(need: &Need, rubric: &Rubric) -> String {
    let has = demand(&need.has);
    match &need.when {
        Some(when) => format!("If {}: {has}.", super::conditions::words(when, rubric)),
        None => format!("{}.", wording::capitalised(&has)),
    }
}

/// What a candidate is to have, in the words of the file.
pub(crate) fn demand(demand: &Demand) -> String {
    let joined = |parts: &[Demand], word: &str| {
        let parts: Vec<String> = parts.iter().map(self::demand).collect();
        parts.join(word)
    };
    match demand {
        Demand::NotDocumented => "no landscape says it, so it has to be asked".to_owned(),
        Demand::AllOf(parts) => joined(parts, ", and "),
        Demand::AnyOf(parts) => joined(parts, ", or "),
        Demand::Has {
            attribute,
            words,
            all,
        } => {
            let words: Vec<&str> = words.iter().map(|word| word.id.as_str()).collect();
            let words = if *all {
                wording::list(&words)
            } else {
                wording::either(&words)
            };
            format!("{} {words}", attribute.id())
        }
    }
}

/// A rating with its sign and a real minus: "+2", "−1", "0".
pub(crate) fn rating(rating: i8) -> String {
    match rating {
        0 => "0".to_owned(),
        1.. => format!("+{rating}"),
        _ => format!("−{}", rating.unsigned_abs()),
    }
}

/// What follows from a row: "build +2, buy −2, open source 0".
pub(crate) fn effect(effect: Effect) -> String {
    match effect {
        Effect::NotApplicable => "the criterion counts for nothing".to_owned(),
        Effect::Rates(ratings) if ratings == Ratings::default() => {
            "neutral for all three".to_owned()
        }
        Effect::Rates(ratings) => {
            let rated = ratings.iter().map(|(alternative, points)| {
                let (name, points) = (phrases::name(alternative), rating(*points));
                format!("{name} {points}")
            });
            rated.collect::<Vec<_>>().join(", ")
        }
    }
}

/// A source with how far to trust it and where to read it.
pub(crate) fn source_in_full(source: &Source) -> Rich {
    let title = source.title.clone();
    let title = Rich(vec![match &source.url {
        Some(url) => Piece::Link(title, url.clone()),
        None => Piece::Said(title),
    }]);
    let by = source_line(source).split_off(source.title.len());
    let note = source.note.as_ref().map(|note| format!(" ({note})"));
    let mut text = title.said(by + &note.unwrap_or_default());
    let url = source.url.as_ref().map(|url| format!(" {url}"));
    let address = Piece::Address(format!(".{}", url.unwrap_or_default()));
    text.0.push(address);
    text
}

/// A source in a line, without its address and note.
pub(crate) fn source_line(source: &Source) -> String {
    let by = [&source.author, &source.publisher, &source.date];
    let by = by.into_iter().flatten().map(String::as_str);
    [source.title.as_str()]
        .into_iter()
        .chain(by)
        .collect::<Vec<_>>()
        .join(", ")
}

/// What advice of a kind is headed by.
pub(crate) const fn advice_heading(kind: AdviceKind) -> &'static str {
    match kind {
        AdviceKind::Defer => "Or wait",
        AdviceKind::Contradiction => "Worth a second look",
        AdviceKind::Hybrid => "A mix to consider",
        AdviceKind::Caution => "Mind",
    }
}

/// What a step is for, unless it is just a step, and how long it takes; `None` if neither is said.
pub(crate) fn step_facts(step: &NextStep) -> Option<String> {
    let kind = (step.kind != StepKind::Step).then(|| step_kind(step.kind).to_owned());
    let takes = step.takes.as_ref().map(|takes| format!("takes {takes}"));
    let facts: Vec<String> = kind.into_iter().chain(takes).collect();
    (!facts.is_empty()).then(|| facts.join(", "))
}

/// What a step is for.
const fn step_kind(kind: StepKind) -> &'static str {
    match kind {
        StepKind::Step => "something to do",
        StepKind::Question => "a question to send",
        StepKind::PassMark => "a pass mark of the trial",
        StepKind::Check => "something to check",
    }
}

/// What a part of the process is, and of which alternatives.
pub(crate) fn part_facts(item: &ProcessItem) -> String {
    let kind = part_kind(item.kind);
    if item.alternatives.len() == Alternative::ALL.len() {
        return kind.to_owned();
    }
    format!("{kind}, when {}", phrases::doing_either(&item.alternatives))
}

/// What a step has beside what is done in it, in a sentence each.
pub(crate) fn part_details(item: &ProcessItem, rubric: &Rubric) -> Vec<String> {
    let Some(step) = &item.step else {
        return Vec::new();
    };
    let mut time = format!("Takes {}", step.takes.words());
    if !step.after.is_empty() {
        let after = step.after.iter().map(|at| rubric.process[*at].id.as_str());
        let after: Vec<&str> = after.collect();
        time = format!("{time}, after {}", wording::list(&after));
    }
    let mut details = vec![time + "."];
    if !step.needs.is_empty() {
        details.push(format!("Needs {}.", wording::list(&step.needs)));
    }
    details.extend(step.gives.as_ref().map(|gives| format!("Gives: {gives}")));
    details.extend(step.gate.as_ref().map(|gate| format!("Gate: {gate}")));
    details
}

/// What a part of the process is for.
const fn part_kind(kind: ProcessKind) -> &'static str {
    match kind {
        ProcessKind::Step => "a step",
        ProcessKind::Trial => "the trial",
        ProcessKind::Want => "a want to send out",
        ProcessKind::Demo => "a line of the demonstration",
        ProcessKind::PassMark => "a pass mark of the trial",
        ProcessKind::Data => "what the trial runs on",
        ProcessKind::Reference => "a question to users",
        ProcessKind::Security => "a question about security",
        ProcessKind::Negotiation => "a point to agree on",
        ProcessKind::Exit => "a way out",
    }
}

/// Beside what advice is said; empty if beside anything.
pub(crate) fn beside(alternatives: &[Alternative]) -> String {
    if alternatives.is_empty() {
        return String::new();
    }
    let nouns: Vec<&str> = alternatives
        .iter()
        .map(|&alternative| phrases::noun(alternative))
        .collect();
    format!(", and {} is in front", wording::either(&nouns))
}
