//! What differs between two decisions as a page: the outcome first, then what moved it, then everything else.

use crate::engine::decision::AnswerState;
use crate::files::Alternative;
use crate::output::document::{Align, Detail, Document, Mark, Rich, Tone};
use crate::output::markdown::{Sheet, print_on};
use crate::output::wording;
use crate::topics::compare::words::{self, is_visible};
use crate::topics::compare::{
    Altered, AnswerChange, Attributed, DecisionComparison, Given, Presence, SubjectChange,
    SubjectOf, TextChange, WeightChange,
};
use crate::topics::decide::phrases::{self, signed};
use crate::topics::rubric_diff::page as difference;

/// What the two sides of a comparison are called.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Names<'a> {
    /// The file before, as it was asked for.
    pub before: &'a str,
    /// The file after.
    pub after: &'a str,
    /// The path of the file after, without a revision.
    pub file: &'a str,
}

/// The heading over shared answers that changed for no component.
const SHARED: &str = "Shared, and taken over by no component that is in both files";
/// So many changes are shown before the rest is counted.
const SHORT: usize = 8;
/// Values longer than this stand on lines of their own.
const LONGEST: usize = 24;

/// What differs, as a comment on a pull request. Its first line is a mark that is not seen, by which the comment can be
/// found and replaced; it stays the same while the file keeps its path.
pub(crate) fn comment(comparison: &DecisionComparison<'_>, names: Names<'_>) -> String {
    let sheet = Sheet {
        opening: &mark(names.file),
        level: 3,
        // GitHub refuses a comment of more than 65,536 characters.
        most: 60_000,
        longest: 400,
    };
    print_on(sheet, &page(comparison, names, Detail::All))
}

/// The mark. It is inside a comment, which `--` or `>` would end.
fn mark(file: &str) -> String {
    let mut name = String::new();
    for c in file.chars().take(200) {
        let plain = c.is_ascii_alphanumeric() || matches!(c, '.' | '/' | '_');
        if plain || (c == '-' && !name.ends_with('-')) {
            name.push(c);
        } else {
            name.push('_');
        }
    }
    format!(
        "<!-- trilemma-compare: {} -->\n",
        name.trim_end_matches('-')
    )
}

/// What differs.
pub(crate) fn page(
    comparison: &DecisionComparison<'_>,
    names: Names<'_>,
    detail: Detail,
) -> Document {
    let mut page = Page {
        page: Document::default(),
        detail,
    };
    let rubric = comparison.rubric.after;
    let name = format!("{} {}", rubric.id, rubric.version);
    page.page.head("", comparison.titles[1], name);
    page.page.strong(2, words::summary(comparison));
    if let [
        SubjectOf {
            presence: Presence::Both(change),
            ..
        },
    ] = comparison.subjects.as_slice()
    {
        page.one(change);
    } else {
        page.several(comparison);
    }
    page.keys(SHARED, &texts(&comparison.shared));
    if let Some(sentence) = words::agreement(&comparison.record) {
        page.page.gap();
        page.page.say(2, sentence);
    }
    page.keys("Recorded decision", &texts(&comparison.record.keys));
    page.keys("Demands of the gate", &texts(&comparison.gate));
    page.keys("Waivers", &texts(&comparison.waivers));
    let [before, after] = comparison.titles;
    if before != after {
        page.page.heading("Title");
        page.page.label(4, "was", before, Tone::Quiet);
        page.page.label(4, "now", after, Tone::Plain);
    }
    page.rubric(comparison);
    page.page.gap();
    page.page
        .quiet(2, format!("{} → {}", names.before, names.after));
    page.page
}

struct Page {
    page: Document,
    detail: Detail,
}

impl Page {
    fn several(&mut self, comparison: &DecisionComparison<'_>) {
        self.page.gap();
        let subjects = comparison.subjects.iter();
        let rows = subjects
            .clone()
            .map(|subject| vec![Rich::from(&subject.title), words::brief(subject).into()]);
        let head = [("Component", Align::Left), ("Outcome", Align::Left)];
        self.page.table(&head, rows.collect(), Tone::Plain);
        for subject in subjects {
            if let Presence::Both(change) = &subject.presence
                && !change.is_same()
            {
                self.page.part(&subject.title);
                self.page.gap();
                self.page.strong(2, words::headline(change));
                self.one(change);
            }
        }
        self.page.end_parts();
    }

    /// Everything about one decision but its first sentence.
    fn one(&mut self, change: &SubjectChange) {
        if change.is_same() {
            return;
        }
        for sentence in words::opening(change) {
            self.page.say(2, sentence);
        }
        self.page.gap();
        self.scoreboard(change);
        let items = change.changes.iter().map(item);
        let (moved, others): (Vec<Item>, Vec<Item>) = items.partition(|item| item.points.is_some());
        self.movers(change, &moved);
        self.keys(&others_heading(change, !moved.is_empty()), &others);
        self.sentences("Vetoes", words::other_vetoes(change));
        let advice = change.advice.iter().map(|advice| {
            let now = if advice.given { "Now" } else { "No longer" };
            format!("{now} said: {}", advice.say)
        });
        self.sentences("Advice", advice.collect());
        self.keys("Recorded decision", &texts(&change.record.keys));
    }

    /// How far alternatives and coverage moved.
    fn scoreboard(&mut self, change: &SubjectChange) {
        let alternatives = change.after.alternatives.iter();
        let mut rows: Vec<Vec<Rich>> = alternatives
            .map(|after| standing(change, after.alternative))
            .collect();
        let answered = [&change.before, &change.after].map(|one| wording::percent(one.coverage));
        let [before, after] = answered;
        let cells = ["answered", &before, "→", &after, "", ""];
        rows.push(cells.into_iter().map(Rich::from).collect());
        let head = [
            ("", Align::Left),
            ("before", Align::Right),
            ("", Align::Left),
            ("after", Align::Right),
            ("", Align::Right),
            ("", Align::Left),
        ];
        self.page.table(&head, rows, Tone::Plain);
    }

    /// What moved the lead, most first; those that are not shown are summed up.
    fn movers(&mut self, change: &SubjectChange, items: &[Item]) {
        if items.is_empty() {
            return;
        }
        let lead = &change.lead;
        self.page.heading(signed(&format!(
            "What moved the lead of {} over {}, from {} to {}",
            phrases::noun(lead.of),
            phrases::noun(lead.over),
            wording::signed_tenths(lead.before),
            wording::signed_tenths(lead.after),
        )));
        let written = |points: f64| signed(&wording::signed_tenths(points));
        let moved = items.iter().filter_map(|item| item.points);
        let lengths = moved
            .chain([lead.moved()])
            .map(|points| written(points).chars().count());
        let longest = lengths.max().unwrap_or_default().max(5);
        let points = |points: f64| format!("{:>longest$}", written(points));
        let shown = self.shown(items.len());
        for item in &items[..shown] {
            let marker = points(item.points.unwrap_or_default());
            self.item(longest + 2, Mark::Label(marker), item);
        }
        if shown < items.len() {
            let rest = items[shown..].iter().filter_map(|item| item.points).sum();
            let count = wording::count(items.len() - shown, "smaller change");
            let text = format!("from {count}; `--all` lists them");
            self.page.label(4, points(rest), text, Tone::Quiet);
        }
        if items.len() > 1 {
            self.page
                .label(4, points(lead.moved()), "in all", Tone::Plain);
        }
        if !change.exact {
            let text = "With so many changes, each one's part is the mean over evenly spread orders of making them; together they add up all the same.";
            self.page.quiet(4, text);
        }
    }

    /// Changes without points under a heading.
    fn keys(&mut self, heading: &str, items: &[Item]) {
        if items.is_empty() {
            return;
        }
        let shown = self.shown(items.len());
        self.page.fold(heading, items.len());
        for item in &items[..shown] {
            self.item(2, Mark::Entry, item);
        }
        if shown < items.len() {
            let text = format!("and {} more; `--all` lists them", items.len() - shown);
            self.page.quiet(4, text);
        }
        self.page.end_fold();
    }

    fn shown(&self, all: usize) -> usize {
        match self.detail {
            Detail::Short => wording::shown(all, SHORT),
            Detail::All => all,
        }
    }

    /// A change: what it was and what it is, on one line if both are short.
    fn item(&mut self, inner: usize, mark: Mark, item: &Item) {
        let inner = 4 + inner;
        let is_short = |text: &String| text.chars().count() <= LONGEST;
        let values = item.values.as_ref();
        match values.filter(|values| values.iter().all(is_short)) {
            Some([before, after]) => {
                let text = format!("{}: {before} → {after}", item.what);
                self.page.line(4, mark, text, Tone::Plain);
            }
            None => self.page.line(4, mark, &item.what, Tone::Plain),
        }
        if let Some([before, after]) = values.filter(|values| !values.iter().all(is_short)) {
            self.page.label(inner, "was", before, Tone::Quiet);
            self.page.label(inner, "now", after, Tone::Plain);
        }
        if !item.about.is_empty() {
            self.page.more(inner, &item.about, Tone::Quiet);
        }
    }

    fn sentences(&mut self, heading: &str, sentences: Vec<String>) {
        if !sentences.is_empty() {
            self.page.heading(heading);
        }
        for sentence in sentences {
            self.page.entry(4, sentence);
        }
    }

    /// What differs between the rubrics: ids alone, or everything.
    fn rubric(&mut self, comparison: &DecisionComparison<'_>) {
        let rubric = &comparison.rubric;
        if rubric.same {
            return;
        }
        let [before, after] =
            [rubric.before, rubric.after].map(|one| format!("{} {}", one.id, one.version));
        let heading = format!("Rubric: {before} → {after}");
        if comparison.related && self.detail == Detail::All {
            let count = rubric.whole.len() + rubric.differences.len();
            self.page.fold(&heading, count);
            self.page.say(4, difference::summary(rubric));
            difference::sections(&mut self.page, rubric);
            self.page.end_fold();
            return;
        }
        self.page.heading(heading);
        if !comparison.related {
            let text = "These are two rubrics that have nothing to do with each other, so their difference counts as one change.";
            self.page.say(4, text);
            return;
        }
        self.page.say(4, difference::summary(rubric));
        for change in difference::thresholds(rubric) {
            difference::field(&mut self.page, change, 4);
        }
        for (kind, differences) in difference::by_kind(rubric) {
            let ids = difference::ids(&differences);
            self.page
                .bullet(4, format!("{}: {ids}", difference::heading(kind)));
        }
    }
}

/// How far an alternative moved, as a row of a table.
fn standing(change: &SubjectChange, alternative: Alternative) -> Vec<Rich> {
    let sides = [&change.before, &change.after];
    let [before, after] = sides.map(|result| result.score(alternative));
    let moved = match wording::signed_points(after.round() - before.round()).as_str() {
        "0" => "=".to_owned(),
        moved => signed(moved),
    };
    let remark = match sides.map(|result| result.is_viable(alternative)) {
        [true, true] => "",
        [true, false] => "ruled out now",
        [false, true] => "no longer ruled out",
        [false, false] => "still ruled out",
    };
    let [before, after] = [before, after].map(|score| signed(&wording::signed_points(score)));
    let cells = [
        phrases::name(alternative),
        &before,
        "→",
        &after,
        &moved,
        remark,
    ];
    cells.into_iter().map(Rich::from).collect()
}

/// The heading over what changed without moving the lead.
fn others_heading(change: &SubjectChange, some_moved: bool) -> String {
    if some_moved {
        return "Changed without moving it".to_owned();
    }
    let [of, over] = [change.lead.of, change.lead.over].map(phrases::noun);
    format!("Changed without moving the lead of {of} over {over}")
}

/// A change in words.
struct Item {
    /// The points by which it moved the lead, if that can be seen.
    points: Option<f64>,
    /// What changed.
    what: String,
    /// What it was and is; none if it is told by `what` alone.
    values: Option<[String; 2]>,
    /// The question, or what a criterion is called.
    about: String,
}

fn item(change: &Attributed) -> Item {
    let points = Some(change.points).filter(|points| is_visible(*points));
    let (what, values, about) = match &change.what {
        Altered::Answer(change) => answer(change),
        Altered::Weight(change) => weight(change),
        Altered::Criterion {
            id,
            title,
            points,
            only_weight,
        } => criterion(id, title, *points, *only_weight),
        Altered::Rubric => {
            let what = "the other rubric, as a whole".to_owned();
            (what, None, String::new())
        }
    };
    Item {
        points,
        what,
        values,
        about,
    }
}

type Words = (String, Option<[String; 2]>, String);

fn answer(change: &AnswerChange) -> Words {
    let given = [&change.before, &change.after];
    let noted = given.map(|given| given.as_ref().map(noted).unwrap_or_default());
    if change.only_noted {
        let what = format!("{}, noted", change.question);
        return (what, Some(noted.map(or_nothing)), change.ask.clone());
    }
    let [before, after] = given.map(|given| state(given.as_ref()));
    let more = |note: &str, differs: bool| {
        if differs && !note.is_empty() {
            format!(" ({note})")
        } else {
            String::new()
        }
    };
    let differs = noted[0] != noted[1];
    let values = [
        before + &more(&noted[0], differs),
        after + &more(&noted[1], differs),
    ];
    (change.question.clone(), Some(values), change.ask.clone())
}

fn or_nothing(text: String) -> String {
    if text.is_empty() {
        "nothing".to_owned()
    } else {
        text
    }
}

/// How a question stands, in words.
fn state(given: Option<&Given>) -> String {
    match given.map(|given| &given.state) {
        None => "not asked".to_owned(),
        Some(AnswerState::Known(words)) => words.clone(),
        Some(AnswerState::MayNotApply(words)) => format!("{words}, if it applies"),
        Some(AnswerState::Unknown) => "unknown".to_owned(),
        Some(AnswerState::Unanswered) => "not answered".to_owned(),
        Some(AnswerState::NotApplicable) => "does not apply".to_owned(),
    }
}

/// What is noted with an answer.
fn noted(given: &Given) -> String {
    let source = given
        .source
        .as_ref()
        .map(|source| format!("source: {source}"));
    let noted: Vec<String> = given.note.clone().into_iter().chain(source).collect();
    noted.join("; ")
}

fn weight(change: &WeightChange) -> Words {
    let side = |at: usize| match (change.points[at], change.is_set[at]) {
        (None, _) => "no such criterion".to_owned(),
        (Some(points), true) => points.to_string(),
        (Some(points), false) => format!("{points} (the rubric's)"),
    };
    let what = format!("weight of {}", change.criterion);
    (what, Some([side(0), side(1)]), change.title.clone())
}

fn criterion(id: &str, title: &str, points: [Option<u8>; 2], only_weight: bool) -> Words {
    let (what, values) = match points {
        [Some(before), Some(after)] if only_weight => {
            let values = [before, after].map(|points| points.to_string());
            (format!("the rubric's weight of {id}"), Some(values))
        }
        [None, _] => (format!("criterion {id}, new in the rubric"), None),
        [_, None] => (format!("criterion {id}, no longer in the rubric"), None),
        _ => (format!("criterion {id}, changed in the rubric"), None),
    };
    (what, values, title.to_owned())
}

/// Keys that differ, as changes without points.
fn texts(changes: &[TextChange]) -> Vec<Item> {
    let text = |value: &Option<String>| value.clone().unwrap_or_else(|| "nothing".to_owned());
    let item = |change: &TextChange| Item {
        points: None,
        what: change.key.clone(),
        values: Some([text(&change.before), text(&change.after)]),
        about: String::new(),
    };
    changes.iter().map(item).collect()
}
