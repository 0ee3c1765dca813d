//! A rubric as a page: what is asked, what follows from the answers, and what that rests on.

use std::collections::BTreeSet;

use crate::files::{
    Advice, AdviceKind, Alternative, Criterion, Effect, Group, GroupIndex, Level, Must, NextStep,
    Place, ProcessItem, Question, Rubric, SourceIndex, Veto,
};
use crate::output::document::{Align, Document, Mark, Rich, Tone};
use crate::output::wording;
use crate::topics::decide::phrases;
use crate::topics::rubric::{conditions, reference};

/// Ids wider than this do not push the labels further to the right.
const WIDEST_ID: usize = 24;

const HOW_TO_READ: &str = "Each criterion is a table of which the first row that holds applies. Its ratings say how the row \
    speaks for or against building, buying and open source: +2 strongly for, +1 for, 0 neutral, −1 against, −2 strongly \
    against. The weight, 1 to 10, is what the swing from the worst to the best rating counts. A veto rules an alternative \
    out whatever it scores. Words in braces stand for the answer to that question, and numbers in brackets lead to the \
    sources.";

/// Whether the rows of a criterion are a table or lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rows {
    Table,
    Lines,
}

/// Every rubric with its version, its size and what it is for.
pub(crate) fn list(rubrics: &[Rubric]) -> Document {
    let mut page = Document::default();
    for rubric in rubrics {
        page.part(format!("{} {}", rubric.id, rubric.version));
        page.say(2, rubric.about.as_ref().unwrap_or(&rubric.title));
        page.quiet(2, reference::size(rubric));
    }
    page
}

/// A whole rubric.
pub(crate) fn page(rubric: &Rubric, rows: Rows) -> Document {
    let mut entries = Entries::new(rubric, rows);
    entries.opening();
    for index in (0..rubric.groups.len()).map(GroupIndex) {
        entries.group(index);
    }
    entries.rules();
    let all = (0..rubric.sources.len()).map(SourceIndex);
    entries.cited.extend(all);
    entries.sources();
    entries.page
}

/// A whole rubric as the page that is kept beside it.
pub(crate) fn reference(rubric: &Rubric) -> String {
    let by = format!(
        "<!-- Written by `trilemma rubric show {} --format markdown`. Change the rubric, not this page. -->\n\n",
        rubric.id
    );
    by + &page(rubric, Rows::Table).markdown()
}

/// Entries of a rubric being written on a page.
pub(crate) struct Entries<'r> {
    pub(crate) rubric: &'r Rubric,
    pub(crate) page: Document,
    rows: Rows,
    /// What was cited so far. A source's number is its position in the rubric.
    pub(crate) cited: BTreeSet<SourceIndex>,
}

impl<'r> Entries<'r> {
    pub(crate) fn new(rubric: &'r Rubric, rows: Rows) -> Self {
        Self {
            rubric,
            page: Document::default(),
            rows,
            cited: BTreeSet::new(),
        }
    }

    fn opening(&mut self) {
        let rubric = self.rubric;
        let version = format!("{} {}", rubric.id, rubric.version);
        self.page.head("", &rubric.title, version);
        if let Some(about) = &rubric.about {
            self.page.say(2, about);
            self.page.gap();
        }
        let (size, thresholds) = (reference::size(rubric), reference::thresholds(rubric));
        let lineage = reference::lineage(rubric).map(|lineage| format!(" {lineage}"));
        let facts = format!("{size}. {thresholds}{}", lineage.unwrap_or_default());
        self.page.quiet(2, facts);
        if self.rows == Rows::Table {
            self.page.say(2, HOW_TO_READ);
        }
    }

    /// A group with its questions and its criteria.
    fn group(&mut self, index: GroupIndex) {
        let rubric = self.rubric;
        let group = &rubric.groups[index.0];
        let mut about = group.about.as_ref();
        let questions = rubric.questions.iter().filter(|one| one.group == index);
        for (position, question) in questions.enumerate() {
            if position == 0 {
                self.group_heading("what is asked", about.take(), group);
            }
            self.question(question);
        }
        let criteria = rubric.criteria.iter().filter(|one| one.group == index);
        for (position, criterion) in criteria.enumerate() {
            if position == 0 {
                self.group_heading("what follows", about.take(), group);
            }
            self.criterion(criterion);
        }
    }

    fn group_heading(&mut self, what: &str, about: Option<&String>, group: &Group) {
        self.page.heading(format!("{}: {what}", group.title));
        if let Some(about) = about {
            self.page.say(4, about);
        }
        if reference::inherited_from(self.rubric, group.place).is_some() {
            self.facts(4, &group.id, &[], group.place);
        }
    }

    /// What else follows from the answers, group by group or not.
    fn rules(&mut self) {
        let rubric = self.rubric;
        self.section("Vetoes", &rubric.vetoes, Self::veto);
        self.section("Musts", &rubric.musts, Self::must);
        for kind in AdviceKind::ALL {
            let heading = reference::advice_heading(kind).to_lowercase();
            let of_kind = rubric.advice.iter().filter(|advice| advice.kind == kind);
            self.section(&format!("Advice: {heading}"), of_kind, Self::advice);
        }
        for alternative in Alternative::ALL {
            let heading = format!("Next steps when {}", phrases::doing(alternative));
            self.section(&heading, &rubric.next_steps[alternative], Self::next_step);
        }
        self.section("Process", &rubric.process, Self::part);
    }

    fn section<'i, T: 'i>(
        &mut self,
        heading: &str,
        items: impl IntoIterator<Item = &'i T>,
        print: impl Fn(&mut Self, &T),
    ) {
        for (position, item) in items.into_iter().enumerate() {
            if position == 0 {
                self.page.heading(heading);
            }
            print(self, item);
        }
    }

    /// The list of what was cited.
    pub(crate) fn sources(&mut self) {
        if self.cited.is_empty() {
            return;
        }
        self.page.heading("Sources");
        for index in std::mem::take(&mut self.cited) {
            let source = self.rubric.source(index);
            let from = reference::inherited_from(self.rubric, source.place);
            let from = from.map(|id| format!(" · from {id}")).unwrap_or_default();
            let text = reference::source_in_full(source).said(from);
            let mark = Mark::Source(index.0 + 1, self.rubric.sources.len());
            self.page.line(4, mark, text, Tone::Plain);
        }
    }

    /// A text with the numbers of its sources behind it.
    fn cite(&mut self, text: &str, sources: &[SourceIndex]) -> Rich {
        self.cited.extend(sources);
        Rich::from(text).cite(sources.iter().map(|index| index.0 + 1))
    }

    /// An entry that has a line of facts.
    fn titled(&mut self, title: &str, sources: &[SourceIndex]) {
        self.page.gap();
        let title = self.cite(title, sources);
        self.page.entry(4, title);
    }

    fn more(&mut self, text: impl Into<Rich>) {
        self.page.more(6, text, Tone::Plain);
    }

    /// The line below a title: the id, what else there is to say, and where it was taken over from.
    pub(crate) fn facts(&mut self, indent: usize, id: &str, facts: &[&str], place: Place) {
        let from = reference::inherited_from(self.rubric, place);
        let from = from.map(|id| format!("from {id}"));
        let facts: Vec<&str> = facts.iter().copied().chain(from.as_deref()).collect();
        let facts = facts.join(" · ");
        let text = match (id, facts.as_str()) {
            ("", facts) => Rich::from(facts),
            (id, "") => Rich::id(id),
            (id, facts) => Rich::id(id).said(format!(" · {facts}")),
        };
        self.page.more(indent, text, Tone::Quiet);
    }

    /// A question with its choices.
    pub(crate) fn question(&mut self, question: &Question) {
        self.titled(&question.ask, &[]);
        let answers = reference::answers(question);
        self.facts(6, &question.id, &[&answers], question.place);
        if let Some(help) = &question.help {
            self.more(help);
        }
        if let Some(when) = &question.ask_when {
            let when = conditions::words(when, self.rubric);
            self.more(format!("Asked only if {when}."));
        }
        if let Some(derived) = reference::derived(question) {
            self.more(derived);
        }
        let choices = question.choices();
        let lengths = choices.iter().map(|choice| choice.id.len());
        let width = lengths.max().unwrap_or(0).min(WIDEST_ID);
        for choice in choices {
            let id = format!("{:<width$}", choice.id);
            self.page.label(8, id, &choice.label, Tone::Plain);
            if let Some(help) = &choice.help {
                self.page.label(8, " ".repeat(width), help, Tone::Quiet);
            }
        }
    }

    /// A criterion with its rows.
    pub(crate) fn criterion(&mut self, criterion: &Criterion) {
        self.page.gap();
        self.page
            .line(4, Mark::Heading, &criterion.title, Tone::Plain);
        let (weight, says_where) = reference::weight(criterion, self.rubric);
        if says_where {
            let facts = Rich::id(&criterion.id).said(format!(" · {weight}"));
            self.page.more(6, facts, Tone::Quiet);
        } else {
            self.facts(6, &criterion.id, &[&weight], criterion.place);
        }
        let why = self.cite(&criterion.why, &criterion.sources);
        self.more(why);
        match self.rows {
            Rows::Lines => {
                for (index, level) in criterion.levels.iter().enumerate() {
                    self.level(index, level, criterion);
                }
            }
            Rows::Table => {
                let levels = criterion.levels.iter();
                let rows = levels.map(|level| self.row(level, criterion)).collect();
                let head = [
                    ("If", Align::Left),
                    ("Build", Align::Right),
                    ("Buy", Align::Right),
                    ("Open source", Align::Right),
                    ("Because", Align::Left),
                ];
                self.page.table(&head, rows, Tone::Plain);
            }
        }
    }

    fn level(&mut self, index: usize, level: &Level, criterion: &Criterion) {
        let when = match &level.when {
            Some(when) => {
                let otherwise = if index == 0 { "" } else { "otherwise, " };
                format!("{otherwise}if {}", conditions::words(when, self.rubric))
            }
            None if index == 0 => "always".to_owned(),
            None => "otherwise".to_owned(),
        };
        self.page.entry(6, wording::capitalised(&when));
        let effect = wording::capitalised(&reference::effect(level.effect));
        self.page.more(8, effect, Tone::Quiet);
        let because = wording::capitalised(&reference::text(&level.because, self.rubric));
        let because = self.cite(&because, &level.sources);
        self.page.more(8, because, Tone::Plain);
        // A row has a place of its own only where it was not taken over together with its criterion.
        if level.place.file != criterion.place.file {
            self.facts(8, "", &[], level.place);
        }
    }

    /// A row of the decision table of a criterion.
    fn row(&mut self, level: &Level, criterion: &Criterion) -> Vec<Rich> {
        let when = level.when.as_ref();
        let when = when.map(|when| conditions::words(when, self.rubric));
        let mut cells = vec![Rich::from(when.unwrap_or_else(|| "otherwise".to_owned()))];
        let because = reference::text(&level.because, self.rubric);
        let because = match level.effect {
            Effect::Rates(ratings) => {
                let ratings = ratings.iter().map(|(_, rating)| reference::rating(*rating));
                cells.extend(ratings.map(Rich::from));
                because
            }
            Effect::NotApplicable => {
                cells.extend([(); 3].map(|()| Rich::from("–")));
                format!("Counts for nothing: {because}")
            }
        };
        let mut because = self.cite(&because, &level.sources);
        if level.place.file != criterion.place.file {
            let from = reference::inherited_from(self.rubric, level.place);
            because = because.said(from.map(|id| format!(" (from {id})")).unwrap_or_default());
        }
        cells.push(because);
        cells
    }

    /// A veto: what it rules out, when, and what lifts it.
    pub(crate) fn veto(&mut self, veto: &Veto) {
        let rubric = self.rubric;
        let doing = wording::capitalised(&phrases::doing_either(&veto.excludes));
        let because = reference::text(&veto.because, rubric);
        self.titled(&format!("{doing} is ruled out: {because}"), &veto.sources);
        self.facts(6, &veto.id, &[], veto.place);
        self.more(format!("If {}.", conditions::words(&veto.when, rubric)));
        let lifted_by = reference::text(&veto.lifted_by, rubric);
        self.more(format!("Lifted by: {lifted_by}"));
    }

    /// A must: what a candidate is to have, and when.
    pub(crate) fn must(&mut self, must: &Must) {
        let rubric = self.rubric;
        self.titled(&must.title, &must.sources);
        self.facts(6, &must.id, &reference::must_facts(must), must.place);
        for need in &must.needs {
            self.more(reference::need(need, rubric));
        }
        let ask = reference::text(&must.ask, rubric);
        self.more(format!("Otherwise ask: {ask}"));
    }

    /// A piece of advice and when it is said.
    pub(crate) fn advice(&mut self, advice: &Advice) {
        self.titled(&reference::text(&advice.say, self.rubric), &advice.sources);
        self.facts(6, &advice.id, &[], advice.place);
        let when = conditions::words(&advice.when, self.rubric);
        let beside = reference::beside(&advice.beside);
        self.more(format!("Said if {when}{beside}."));
    }

    /// A part of the process, and when it belongs there.
    pub(crate) fn part(&mut self, item: &ProcessItem) {
        let title = item.step.as_ref().map(|step| format!("{}. ", step.title));
        let say = reference::text(&item.say, self.rubric);
        self.titled(
            &format!("{}{say}", title.unwrap_or_default()),
            &item.sources,
        );
        self.facts(6, &item.id, &[&reference::part_facts(item)], item.place);
        for detail in reference::part_details(item, self.rubric) {
            self.more(detail);
        }
        if let Some(when) = &item.when {
            self.more(format!("If {}.", conditions::words(when, self.rubric)));
        }
    }

    /// A next step and when it is worth taking.
    fn next_step(&mut self, step: &NextStep) {
        let say = reference::text(&step.say, self.rubric);
        let say = self.cite(&say, &step.sources);
        self.page.bullet(4, say);
        let mut facts: Vec<String> = reference::step_facts(step).into_iter().collect();
        if let Some(when) = &step.when {
            facts.push(format!("if {}", conditions::words(when, self.rubric)));
        }
        let inherited = reference::inherited_from(self.rubric, step.place).is_some();
        if inherited || !facts.is_empty() {
            let facts: Vec<&str> = facts.iter().map(String::as_str).collect();
            self.facts(7, "", &facts, step.place);
        }
    }
}
