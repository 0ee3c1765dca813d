//! What differs between two rubrics, as a page.

use crate::output::document::{Document, Mark, Rich, Tone};
use crate::output::wording;
use crate::topics::decide::phrases;
use crate::topics::rubric::{conditions, reference};
use crate::topics::rubric_diff::{
    Change, Comparison, Difference, FieldChange, Kind, Part, RowValue, Value,
};

/// Values longer than this stand on lines of their own.
const SHORT: usize = 24;

/// What differs, by kind: what was added, removed and changed.
pub(crate) fn page(comparison: &Comparison<'_>) -> Document {
    let mut page = Document::default();
    let name = |rubric: &crate::files::Rubric| format!("{} {}", rubric.id, rubric.version);
    let names = [comparison.before, comparison.after].map(name);
    page.title("", names.join(" → "));
    page.gap();
    page.say(2, summary(comparison));
    if let Some(reordered) = reordered(comparison) {
        page.say(2, reordered);
    }
    sections(&mut page, comparison);
    page
}

/// What differs, by kind, without what stands above it.
pub(crate) fn sections(page: &mut Document, comparison: &Comparison<'_>) {
    if !comparison.whole.is_empty() {
        page.heading("The rubric itself");
        fields(page, &comparison.whole, 4);
    }
    for (kind, differences) in by_kind(comparison) {
        page.heading(heading(kind));
        for difference in differences {
            let mark = match &difference.change {
                Change::Added => Mark::Sign("+", "added"),
                Change::Removed => Mark::Sign("-", "removed"),
                Change::Changed(_) => Mark::Sign("~", "changed"),
            };
            page.line(4, mark, Rich::id(&difference.id), Tone::Plain);
            if let Change::Changed(changes) = &difference.change {
                fields(page, changes, 7);
            }
        }
    }
}

/// Changed fields, those of one part under its name.
fn fields(page: &mut Document, changes: &[FieldChange<'_>], indent: usize) {
    for (index, change) in changes.iter().enumerate() {
        let part = part(&change.part);
        let is_new = index == 0 || changes[index - 1].part != change.part;
        if let Some(part) = part.as_ref().filter(|_| is_new) {
            page.entry(indent, part);
        }
        field(page, change, indent + 2 * usize::from(part.is_some()));
    }
}

/// One field that differs.
pub(crate) fn field(page: &mut Document, change: &FieldChange<'_>, indent: usize) {
    let key = Rich::id(&change.field);
    let is_short = |text: &str| text.chars().count() <= SHORT;
    match (value(&change.before), value(&change.after)) {
        (before, None) => {
            let before = before.unwrap_or_default();
            page.entry(indent, key.said(format!(" removed: {before}")));
        }
        (None, Some(after)) => page.entry(indent, key.said(format!(" added: {after}"))),
        (Some(before), Some(after)) if is_short(&before) && is_short(&after) => {
            page.entry(indent, key.said(format!(": {before} → {after}")));
        }
        (Some(before), Some(after)) => {
            page.entry(indent, key);
            page.label(indent + 2, "was", before, Tone::Quiet);
            page.label(indent + 2, "now", after, Tone::Plain);
        }
    }
}

/// The heading over things of a kind.
pub(crate) fn heading(kind: Kind) -> String {
    match kind {
        Kind::Group => "Groups".to_owned(),
        Kind::Question => "Questions".to_owned(),
        Kind::Criterion => "Criteria".to_owned(),
        Kind::Veto => "Vetoes".to_owned(),
        Kind::Must => "Musts".to_owned(),
        Kind::Advice => "Advice".to_owned(),
        Kind::NextStep(alternative) => format!("Next steps when {}", phrases::doing(alternative)),
        Kind::Process => "Process".to_owned(),
        Kind::Source => "Sources".to_owned(),
    }
}

/// The differences of each kind, in order.
pub(crate) fn by_kind<'c, 'r>(
    comparison: &'c Comparison<'r>,
) -> Vec<(Kind, Vec<&'c Difference<'r>>)> {
    let mut kinds: Vec<(Kind, Vec<&Difference<'_>>)> = Vec::new();
    for difference in &comparison.differences {
        match kinds
            .last_mut()
            .filter(|(kind, _)| *kind == difference.kind)
        {
            Some((_, of_kind)) => of_kind.push(difference),
            None => kinds.push((difference.kind, vec![difference])),
        }
    }
    kinds
}

/// What differs in a rubric as a whole and may change an outcome by itself.
pub(crate) fn thresholds<'c, 'r>(
    comparison: &'c Comparison<'r>,
) -> impl Iterator<Item = &'c FieldChange<'r>> {
    let says_only = ["rubric", "version", "title", "about"];
    let whole = comparison.whole.iter();
    whole.filter(move |change| !says_only.contains(&&*change.field))
}

/// Differences by id, with what became of each.
pub(crate) fn ids(differences: &[&Difference<'_>]) -> String {
    let id = |difference: &&Difference<'_>| {
        let how = match &difference.change {
            Change::Added => "added",
            Change::Removed => "removed",
            Change::Changed(_) => "changed",
        };
        format!("{} {how}", difference.id)
    };
    let ids: Vec<String> = differences.iter().map(id).collect();
    ids.join(", ")
}

/// What differs, counted, in a sentence.
pub(crate) fn summary(comparison: &Comparison<'_>) -> String {
    if comparison.same {
        return "The two rubrics say the same.".to_owned();
    }
    let count = |is: fn(&Change<'_>) -> bool| {
        let changes = comparison.differences.iter();
        changes.filter(|difference| is(&difference.change)).count()
    };
    let added = count(|change| matches!(change, Change::Added));
    let removed = count(|change| matches!(change, Change::Removed));
    let changed = count(|change| matches!(change, Change::Changed(_)));
    let counts: Vec<String> = [(added, "added"), (removed, "removed"), (changed, "changed")]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    if counts.is_empty() {
        return "What the two rubrics hold is the same.".to_owned();
    }
    wording::capitalised(&format!("{}.", wording::list(&counts)))
}

/// Of what the order differs, in a sentence; `None` if of nothing.
fn reordered(comparison: &Comparison<'_>) -> Option<String> {
    let kinds = comparison.reordered.iter();
    let kinds: Vec<String> = kinds.map(|kind| heading(*kind).to_lowercase()).collect();
    (!kinds.is_empty()).then(|| format!("In another order: {}.", wording::list(&kinds)))
}

/// What the field belongs to, if it is not the thing itself.
fn part(part: &Part<'_>) -> Option<String> {
    match part {
        Part::Whole => None,
        Part::Choice(id) => Some(format!("choice {id}")),
        Part::Row(None) => Some("row “otherwise”".to_owned()),
        Part::Row(Some(clause)) => Some(format!(
            "row if {}",
            conditions::words(clause.condition, clause.rubric)
        )),
    }
}

/// A value in words; `None` if there is none.
pub(crate) fn value(value: &Value<'_>) -> Option<String> {
    Some(match value {
        Value::Absent => return None,
        Value::Text(text) => text.clone(),
        Value::Number(number) => wording::number(*number),
        Value::Ids(ids) => ids.join(", "),
        Value::Rating(rating) => reference::rating(*rating),
        Value::Effect(effect) => reference::effect(*effect),
        Value::Condition(clause) => conditions::words(clause.condition, clause.rubric),
        Value::Row(RowValue { level, rubric }) => format!(
            "{}: {}",
            reference::effect(level.effect),
            reference::text(&level.because, rubric)
        ),
    })
}
