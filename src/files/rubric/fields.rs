//! What a rubric consists of, field by field: as files have it, and as two rubrics are compared.

use std::borrow::Cow;

use crate::files::{
    Advice, Alternative, CandidateKind, Choice, Condition, Criterion, Demand, DerivedFact, Effect,
    EvidenceCounts, FirmnessThresholds, Group, Level, Must, Need, NextStep, ProcessItem,
    ProcessStep, Question, QuestionKind, Rubric, Source, SourceIndex, StepKind, Strength, Text,
    Threshold, Unit, Veto,
};

/// A key with its value. Fields without a value are left out.
#[derive(Debug)]
pub(crate) struct Field<'r> {
    pub(crate) key: &'r str,
    pub(crate) value: FieldValue<'r>,
    /// Whether the value holds without being written.
    pub(crate) is_default: bool,
}

/// The value of a field.
#[derive(Debug)]
pub(crate) enum FieldValue<'r> {
    Text(Cow<'r, str>),
    /// A text that names answers.
    AnswerText(&'r Text),
    Number(f64),
    YesNo(bool),
    Ids(Vec<&'r str>),
    Texts(&'r [String]),
    Unit(&'r Unit),
    Condition(&'r Condition),
    Demand(&'r Demand),
    Map(Vec<Field<'r>>),
    List(Vec<Vec<Field<'r>>>),
}

type Maybe<'r> = Option<Field<'r>>;

fn given<'r>(fields: impl IntoIterator<Item = Maybe<'r>>) -> Vec<Field<'r>> {
    fields.into_iter().flatten().collect()
}

#[allow(clippy::unnecessary_wraps)] // stands in lists beside fields that may be absent
fn field<'r>(key: &'r str, value: FieldValue<'r>) -> Maybe<'r> {
    Some(Field {
        key,
        value,
        is_default: false,
    })
}

#[allow(clippy::unnecessary_wraps)] // stands in lists beside fields that may be absent
fn or_default<'r>(key: &'r str, value: FieldValue<'r>, is_default: bool) -> Maybe<'r> {
    Some(Field {
        key,
        value,
        is_default,
    })
}

fn text<'r>(key: &'r str, text: &'r str) -> Maybe<'r> {
    field(key, FieldValue::Text(text.into()))
}

fn maybe<'r>(key: &'r str, text: Option<&'r String>) -> Maybe<'r> {
    field(key, FieldValue::Text(text?.into()))
}

fn answer_text<'r>(key: &'r str, text: &'r Text) -> Maybe<'r> {
    field(key, FieldValue::AnswerText(text))
}

fn number(key: &str, number: f64) -> Maybe<'_> {
    field(key, FieldValue::Number(number))
}

fn when<'r>(key: &'r str, condition: Option<&'r Condition>) -> Maybe<'r> {
    field(key, FieldValue::Condition(condition?))
}

fn some_ids<'r>(key: &'r str, ids: impl Iterator<Item = &'r str>) -> Maybe<'r> {
    let ids: Vec<&str> = ids.collect();
    (!ids.is_empty()).then(|| field(key, FieldValue::Ids(ids)))?
}

fn sources<'r>(sources: &[SourceIndex], rubric: &'r Rubric) -> Maybe<'r> {
    let ids = sources.iter().map(|index| &*rubric.source(*index).id);
    some_ids("sources", ids)
}

fn alternatives<'r>(key: &'r str, alternatives: &[Alternative]) -> Maybe<'r> {
    some_ids(key, alternatives.iter().map(|alternative| alternative.id()))
}

fn list<'r, T>(
    key: &'r str,
    items: &'r [T],
    fields: impl Fn(&'r T) -> Vec<Field<'r>>,
) -> Maybe<'r> {
    let all = FieldValue::List(items.iter().map(fields).collect());
    or_default(key, all, items.is_empty())
}

/// The rubric itself.
pub(crate) fn rubric(rubric: &Rubric) -> Vec<Field<'_>> {
    let firmness = FieldValue::Map(given([
        threshold("robust", &rubric.firmness.robust),
        threshold("leaning", &rubric.firmness.leaning),
    ]));
    let counts = &rubric.evidence_counts;
    let count = |strength: Strength| number(strength.id(), counts.of(strength));
    given([
        text("rubric", &rubric.id),
        field(
            "version",
            FieldValue::Text(rubric.version.to_string().into()),
        ),
        text("title", &rubric.title),
        maybe("about", rubric.about.as_ref()),
        number("tie-margin", rubric.tie_margin),
        number("min-coverage", rubric.min_coverage),
        or_default(
            "firmness",
            firmness,
            rubric.firmness == FirmnessThresholds::default(),
        ),
        maybe(
            "landscape",
            rubric.landscape.as_ref().map(|named| &named.name),
        ),
        or_default(
            "evidence-counts",
            FieldValue::Map(given(Strength::ALL.map(count))),
            *counts == EvidenceCounts::default(),
        ),
    ])
}

fn threshold<'r>(key: &'r str, least: &Threshold) -> Maybe<'r> {
    let measures = given([
        number("acceptability", least.acceptability),
        number("weight-error", least.weight_error),
        number("outlook", least.outlook),
    ]);
    field(key, FieldValue::Map(measures))
}

/// The rubric with everything in it.
pub(crate) fn whole(it: &Rubric) -> Vec<Field<'_>> {
    let sources = it.sources.iter();
    let sources = sources.filter_map(|each| field(&each.id, FieldValue::Map(source(each, it))));
    let steps = Alternative::ALL.map(|alternative| {
        list(alternative.id(), &it.next_steps[alternative], |step| {
            next_step(step, it)
        })
    });
    let has_steps = it.next_steps.iter().any(|(_, steps)| !steps.is_empty());
    let contents = given([
        or_default(
            "sources",
            FieldValue::Map(sources.collect()),
            it.sources.is_empty(),
        ),
        list("groups", &it.groups, |group_of| group(group_of, it)),
        list("questions", &it.questions, |each| question(each, it)),
        list("criteria", &it.criteria, |each| {
            let levels = list("levels", &each.levels, |row| level(row, it));
            criterion(each, it).into_iter().chain(levels).collect()
        }),
        list("vetoes", &it.vetoes, |each| veto(each, it)),
        list("musts", &it.musts, |each| must(each, it)),
        list("advice", &it.advice, |each| advice(each, it)),
        or_default("next-steps", FieldValue::Map(given(steps)), !has_steps),
        list("process", &it.process, |item| process(item, it)),
    ]);
    rubric(it).into_iter().chain(contents).collect()
}

pub(crate) fn group<'r>(group: &'r Group, _: &'r Rubric) -> Vec<Field<'r>> {
    given([
        text("id", &group.id),
        text("title", &group.title),
        maybe("about", group.about.as_ref()),
    ])
}

pub(crate) fn question<'r>(question: &'r Question, rubric: &'r Rubric) -> Vec<Field<'r>> {
    let before = given([
        text("id", &question.id),
        text("group", &rubric.groups[question.group.0].id),
        text("ask", &question.ask),
        maybe("help", question.help.as_ref()),
    ]);
    let after = given([
        when("ask-when", question.ask_when.as_ref()),
        question
            .derived
            .map(DerivedFact::id)
            .and_then(|id| text("derived", id)),
    ]);
    let kind = kind(&question.kind);
    before.into_iter().chain(kind).chain(after).collect()
}

fn kind(kind: &QuestionKind) -> Vec<Field<'_>> {
    match kind {
        QuestionKind::Choice(choices) => {
            given([text("type", "choice"), list("choices", choices, choice)])
        }
        QuestionKind::Choices {
            choices,
            allow_none,
        } => given([
            text("type", "choices"),
            or_default("allow-none", FieldValue::YesNo(*allow_none), !allow_none),
            list("choices", choices, choice),
        ]),
        QuestionKind::Number {
            unit,
            minimum,
            maximum,
        } => given([
            text("type", "number"),
            unit.as_ref()
                .and_then(|unit| field("unit", FieldValue::Unit(unit))),
            minimum.and_then(|least| number("minimum", least)),
            maximum.and_then(|most| number("maximum", most)),
        ]),
        QuestionKind::YesNo => given([text("type", "yes-no")]),
        QuestionKind::Text => given([text("type", "text")]),
    }
}

fn choice(choice: &Choice) -> Vec<Field<'_>> {
    given([
        text("id", &choice.id),
        text("label", &choice.label),
        maybe("help", choice.help.as_ref()),
    ])
}

/// A criterion without its rows, which have no ids and are compared by what they say.
pub(crate) fn criterion<'r>(criterion: &'r Criterion, rubric: &'r Rubric) -> Vec<Field<'r>> {
    given([
        text("id", &criterion.id),
        text("group", &rubric.groups[criterion.group.0].id),
        text("title", &criterion.title),
        number("weight", criterion.weight.points().into()),
        text("why", &criterion.why),
        sources(&criterion.sources, rubric),
    ])
}

fn level<'r>(level: &'r Level, rubric: &'r Rubric) -> Vec<Field<'r>> {
    let rating = |alternative: Alternative| match level.effect {
        Effect::Rates(ratings) => {
            let points = f64::from(ratings[alternative]);
            or_default(alternative.id(), FieldValue::Number(points), points == 0.0)
        }
        Effect::NotApplicable => None,
    };
    let is = |key, holds: bool| or_default(key, FieldValue::YesNo(holds), !holds);
    given([
        when("when", level.when.as_ref()),
        is("otherwise", level.when.is_none()),
        rating(Alternative::Build),
        rating(Alternative::Buy),
        rating(Alternative::OpenSource),
        is("not-applicable", level.effect == Effect::NotApplicable),
        answer_text("because", &level.because),
        sources(&level.sources, rubric),
    ])
}

pub(crate) fn veto<'r>(veto: &'r Veto, rubric: &'r Rubric) -> Vec<Field<'r>> {
    given([
        text("id", &veto.id),
        alternatives("excludes", &veto.excludes),
        when("when", Some(&veto.when)),
        answer_text("because", &veto.because),
        answer_text("lifted-by", &veto.lifted_by),
        sources(&veto.sources, rubric),
    ])
}

pub(crate) fn must<'r>(must: &'r Must, rubric: &'r Rubric) -> Vec<Field<'r>> {
    let kinds = must.kinds.iter().map(|kind| kind.id()).collect();
    let need = |need: &'r Need| {
        given([
            when("when", need.when.as_ref()),
            field("has", FieldValue::Demand(&need.has)),
        ])
    };
    given([
        text("id", &must.id),
        text("title", &must.title),
        answer_text("ask", &must.ask),
        or_default(
            "kinds",
            FieldValue::Ids(kinds),
            must.kinds == CandidateKind::ALL,
        ),
        or_default("selects", FieldValue::YesNo(must.selects), !must.selects),
        list("needs", &must.needs, need),
        sources(&must.sources, rubric),
    ])
}

pub(crate) fn advice<'r>(advice: &'r Advice, rubric: &'r Rubric) -> Vec<Field<'r>> {
    given([
        text("id", &advice.id),
        text("kind", advice.kind.id()),
        when("when", Some(&advice.when)),
        alternatives("beside", &advice.beside),
        answer_text("say", &advice.say),
        sources(&advice.sources, rubric),
    ])
}

pub(crate) fn next_step<'r>(step: &'r NextStep, rubric: &'r Rubric) -> Vec<Field<'r>> {
    let kind = Some(step.kind).filter(|kind| *kind != StepKind::Step);
    given([
        kind.and_then(|kind| text("kind", kind.id())),
        answer_text("say", &step.say),
        maybe("takes", step.takes.as_ref()),
        when("when", step.when.as_ref()),
        sources(&step.sources, rubric),
    ])
}

pub(crate) fn process<'r>(item: &'r ProcessItem, rubric: &'r Rubric) -> Vec<Field<'r>> {
    let of = item.alternatives.iter().map(|alternative| alternative.id());
    let is_for_all = item.alternatives.as_slice() == Alternative::ALL;
    let before = given([
        text("id", &item.id),
        text("kind", item.kind.id()),
        or_default("for", FieldValue::Ids(of.collect()), is_for_all),
        when("when", item.when.as_ref()),
    ]);
    let after = given([
        answer_text("say", &item.say),
        sources(&item.sources, rubric),
    ]);
    let step = item.step.iter().flat_map(|of| step(of, rubric));
    before.into_iter().chain(step).chain(after).collect()
}

fn step<'r>(step: &'r ProcessStep, rubric: &'r Rubric) -> Vec<Field<'r>> {
    let after = step.after.iter().map(|at| &*rubric.process[*at].id);
    let needs = Some(&*step.needs).filter(|needs| !needs.is_empty());
    given([
        text("title", &step.title),
        field("takes", FieldValue::Text(step.takes.written().into())),
        needs.and_then(|needs| field("needs", FieldValue::Texts(needs))),
        maybe("gives", step.gives.as_ref()),
        maybe("gate", step.gate.as_ref()),
        some_ids("after", after),
    ])
}

pub(crate) fn source<'r>(source: &'r Source, _: &'r Rubric) -> Vec<Field<'r>> {
    given([
        text("title", &source.title),
        maybe("author", source.author.as_ref()),
        maybe("publisher", source.publisher.as_ref()),
        maybe("date", source.date.as_ref()),
        maybe("url", source.url.as_ref()),
        maybe("note", source.note.as_ref()),
    ])
}
