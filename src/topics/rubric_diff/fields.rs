//! What things consist of, field by field, so that they can be compared whatever they are.

use super::{FieldChange, Part, Value};
use crate::files::{
    Advice, Alternative, Choice, Condition, Criterion, EvidenceCounts, Group, Must, NextStep,
    ProcessItem, Question, QuestionKind, Rubric, Source, SourceIndex, StepKind, Strength, Text,
    Veto,
};
use crate::topics::rubric_diff::Clause;

/// A field of something: the part it belongs to, its key and its value. What is absent is left out.
pub(crate) type Field<'r> = (Part<'r>, &'static str, Value<'r>);

/// The fields that differ, in the order after; what is gone comes last.
pub(crate) fn changes<'r>(before: &[Field<'r>], after: &[Field<'r>]) -> Vec<FieldChange<'r>> {
    let is = |part: &Part<'r>, field: &str| {
        let (part, field) = (part.clone(), field.to_owned());
        move |other: &&Field<'r>| other.0 == part && other.1 == field
    };
    let gone = before
        .iter()
        .filter(|(part, field, _)| !after.iter().any(|other| is(part, field)(&other)))
        .map(|(part, field, value)| (part.clone(), *field, value.clone(), Value::Absent));
    let there = after.iter().map(|(part, field, value)| {
        let earlier = before.iter().find(is(part, field));
        let earlier = earlier.map_or(Value::Absent, |(_, _, value)| value.clone());
        (part.clone(), *field, earlier, value.clone())
    });
    there
        .chain(gone)
        .filter(|(_, _, before, after)| before != after)
        .map(|(part, field, before, after)| FieldChange {
            part,
            field,
            before,
            after,
        })
        .collect()
}

/// Fields of a thing itself.
fn whole<'r>(
    fields: impl IntoIterator<Item = (&'static str, Option<Value<'r>>)>,
) -> Vec<Field<'r>> {
    fields
        .into_iter()
        .filter_map(|(field, value)| Some((Part::Whole, field, value?)))
        .collect()
}

pub(crate) fn text(text: &str) -> Value<'static> {
    Value::Text(text.to_owned())
}

fn maybe(given: Option<&String>) -> Option<Value<'static>> {
    given.map(|given| text(given))
}

/// A text with the answers it names by id.
pub(crate) fn filled(text: &Text, rubric: &Rubric) -> Value<'static> {
    Value::Text(text.fill(|question| format!("{{{}}}", rubric.question(question).id)))
}

pub(crate) fn sources<'r>(sources: &[SourceIndex], rubric: &'r Rubric) -> Option<Value<'r>> {
    let ids = sources
        .iter()
        .map(|index| rubric.source(*index).id.as_str());
    (!sources.is_empty()).then(|| Value::Ids(ids.collect()))
}

fn condition<'r>(condition: &'r Condition, rubric: &'r Rubric) -> Value<'r> {
    Value::Condition(Clause { condition, rubric })
}

fn alternatives(alternatives: &[Alternative]) -> Option<Value<'static>> {
    let ids = alternatives.iter().map(|alternative| alternative.id());
    (!alternatives.is_empty()).then(|| Value::Ids(ids.collect()))
}

pub(crate) fn rubric(rubric: &Rubric) -> Vec<Field<'_>> {
    let firmness = &rubric.firmness;
    let number = |number| Some(Value::Number(number));
    let landscape = rubric.landscape.as_ref();
    let mut fields = whole([
        ("rubric", Some(text(&rubric.id))),
        ("version", Some(text(&rubric.version.to_string()))),
        ("title", Some(text(&rubric.title))),
        ("about", maybe(rubric.about.as_ref())),
        ("tie-margin", number(rubric.tie_margin)),
        ("min-coverage", number(rubric.min_coverage)),
        (
            "firmness: robust, acceptability",
            number(firmness.robust.acceptability),
        ),
        (
            "firmness: robust, weight-error",
            number(firmness.robust.weight_error),
        ),
        ("firmness: robust, outlook", number(firmness.robust.outlook)),
        (
            "firmness: leaning, acceptability",
            number(firmness.leaning.acceptability),
        ),
        (
            "firmness: leaning, weight-error",
            number(firmness.leaning.weight_error),
        ),
        (
            "firmness: leaning, outlook",
            number(firmness.leaning.outlook),
        ),
        ("landscape", landscape.map(|named| text(&named.name))),
    ]);
    if !rubric.musts.is_empty() {
        fields.extend(whole(evidence_counts(&rubric.evidence_counts)));
    }
    fields
}

/// What evidence counts, each by itself.
fn evidence_counts(
    counts: &EvidenceCounts,
) -> impl Iterator<Item = (&'static str, Option<Value<'static>>)> {
    let keys = [
        ("evidence-counts: remembered", Strength::Remembered),
        ("evidence-counts: claimed", Strength::Claimed),
        ("evidence-counts: documented", Strength::Documented),
        ("evidence-counts: demonstrated", Strength::Demonstrated),
        ("evidence-counts: tested", Strength::Tested),
        ("evidence-counts: in-production", Strength::InProduction),
    ];
    let keys = keys.into_iter();
    keys.map(|(key, strength)| (key, Some(Value::Number(counts.of(strength)))))
}

pub(crate) fn group<'r>(group: &'r Group, _: &'r Rubric) -> Vec<Field<'r>> {
    whole([
        ("title", Some(text(&group.title))),
        ("about", maybe(group.about.as_ref())),
    ])
}

pub(crate) fn question<'r>(question: &'r Question, rubric: &'r Rubric) -> Vec<Field<'r>> {
    let when = question.ask_when.as_ref();
    let mut fields = whole([
        ("group", Some(text(&rubric.groups[question.group.0].id))),
        ("ask", Some(text(&question.ask))),
        ("help", maybe(question.help.as_ref())),
        ("type", Some(text(kind(&question.kind)))),
        ("ask-when", when.map(|when| condition(when, rubric))),
        ("derived", question.derived.map(|fact| text(fact.id()))),
    ]);
    match &question.kind {
        QuestionKind::Choices { allow_none, .. } => {
            let allow_none = if *allow_none { "yes" } else { "no" };
            fields.extend(whole([("allow-none", Some(text(allow_none)))]));
        }
        QuestionKind::Number {
            unit,
            minimum,
            maximum,
        } => fields.extend(whole([
            ("unit", unit.as_ref().map(|unit| text(&unit.other))),
            ("minimum", minimum.map(Value::Number)),
            ("maximum", maximum.map(Value::Number)),
        ])),
        QuestionKind::Choice(_) | QuestionKind::YesNo | QuestionKind::Text => {}
    }
    fields.extend(question.choices().iter().flat_map(choice));
    fields
}

fn choice(choice: &Choice) -> Vec<Field<'_>> {
    let part = Part::Choice(&choice.id);
    let label = (part.clone(), "label", text(&choice.label));
    let help = maybe(choice.help.as_ref()).map(|help| (part, "help", help));
    [Some(label), help].into_iter().flatten().collect()
}

const fn kind(kind: &QuestionKind) -> &'static str {
    match kind {
        QuestionKind::Choice(_) => "choice",
        QuestionKind::Choices { .. } => "choices",
        QuestionKind::Number { .. } => "number",
        QuestionKind::YesNo => "yes-no",
        QuestionKind::Text => "text",
    }
}

/// The fields of a criterion without its rows, which have no ids and are paired by what they say.
pub(crate) fn criterion<'r>(criterion: &'r Criterion, rubric: &'r Rubric) -> Vec<Field<'r>> {
    whole([
        ("group", Some(text(&rubric.groups[criterion.group.0].id))),
        ("title", Some(text(&criterion.title))),
        (
            "weight",
            Some(Value::Number(criterion.weight.points().into())),
        ),
        ("why", Some(text(&criterion.why))),
        ("sources", sources(&criterion.sources, rubric)),
    ])
}

pub(crate) fn veto<'r>(veto: &'r Veto, rubric: &'r Rubric) -> Vec<Field<'r>> {
    whole([
        ("excludes", alternatives(&veto.excludes)),
        ("when", Some(condition(&veto.when, rubric))),
        ("because", Some(filled(&veto.because, rubric))),
        ("lifted-by", Some(filled(&veto.lifted_by, rubric))),
        ("sources", sources(&veto.sources, rubric)),
    ])
}

pub(crate) fn must<'r>(must: &'r Must, rubric: &'r Rubric) -> Vec<Field<'r>> {
    let kinds = must.kinds.iter().map(|kind| kind.id()).collect();
    let selects = if must.selects { "yes" } else { "no" };
    let mut fields = whole([
        ("title", Some(text(&must.title))),
        ("ask", Some(filled(&must.ask, rubric))),
        ("kinds", Some(Value::Ids(kinds))),
        ("selects", Some(text(selects))),
        ("sources", sources(&must.sources, rubric)),
    ]);
    fields.extend(must.needs.iter().map(|need| {
        let when = need.when.as_ref();
        let when = when.map(|condition| Clause { condition, rubric });
        (Part::Row(when), "has", text(&need.has.written()))
    }));
    fields
}

pub(crate) fn advice<'r>(advice: &'r Advice, rubric: &'r Rubric) -> Vec<Field<'r>> {
    whole([
        ("kind", Some(text(advice.kind.id()))),
        ("when", Some(condition(&advice.when, rubric))),
        ("beside", alternatives(&advice.beside)),
        ("say", Some(filled(&advice.say, rubric))),
        ("sources", sources(&advice.sources, rubric)),
    ])
}

pub(crate) fn next_step<'r>(step: &'r NextStep, rubric: &'r Rubric) -> Vec<Field<'r>> {
    let is_more = step.kind != StepKind::Step;
    whole([
        ("kind", is_more.then(|| text(step.kind.id()))),
        ("takes", maybe(step.takes.as_ref())),
        (
            "when",
            step.when.as_ref().map(|when| condition(when, rubric)),
        ),
        ("sources", sources(&step.sources, rubric)),
    ])
}

pub(crate) fn process<'r>(item: &'r ProcessItem, rubric: &'r Rubric) -> Vec<Field<'r>> {
    let step = item.step.as_ref();
    let joined = |all: &[String]| (!all.is_empty()).then(|| text(&all.join("; ")));
    let after = |after: &[usize]| {
        let ids = after.iter().map(|at| rubric.process[*at].id.as_str());
        (!after.is_empty()).then(|| Value::Ids(ids.collect()))
    };
    whole([
        ("kind", Some(text(item.kind.id()))),
        ("for", alternatives(&item.alternatives)),
        (
            "when",
            item.when.as_ref().map(|when| condition(when, rubric)),
        ),
        ("title", step.map(|step| text(&step.title))),
        ("takes", step.map(|step| text(&step.takes.written()))),
        ("needs", step.and_then(|step| joined(&step.needs))),
        ("say", Some(filled(&item.say, rubric))),
        ("gives", step.and_then(|step| maybe(step.gives.as_ref()))),
        ("gate", step.and_then(|step| maybe(step.gate.as_ref()))),
        ("after", step.and_then(|step| after(&step.after))),
        ("sources", sources(&item.sources, rubric)),
    ])
}

pub(crate) fn source<'r>(source: &'r Source, _: &'r Rubric) -> Vec<Field<'r>> {
    whole([
        ("title", Some(text(&source.title))),
        ("author", maybe(source.author.as_ref())),
        ("publisher", maybe(source.publisher.as_ref())),
        ("date", maybe(source.date.as_ref())),
        ("url", maybe(source.url.as_ref())),
        ("note", maybe(source.note.as_ref())),
    ])
}
