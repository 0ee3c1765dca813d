//! What an id means.

use crate::files::{Condition, GroupIndex, Named, ProblemCode, QuestionIndex, Rubric, SourceIndex};
use crate::output::document::{Document, Tone};
use crate::output::text::Look;
use crate::topics::gate::CODES;
use crate::topics::rubric::page::{Entries, Rows};

/// What an id names in a rubric, if there is one, and what it means as the code of a problem.
pub fn explanation(
    rubric: Option<&Rubric>,
    id: &str,
    code: Option<ProblemCode>,
    look: Look,
) -> String {
    let code = code.map(|code| problem(code).text(look));
    let named = rubric.map(|rubric| {
        let mut entries = Entries::new(rubric, Rows::Lines);
        for named in rubric.named().filter(|named| named.id() == id) {
            entries.named(named);
        }
        entries.sources();
        entries.page.text(look)
    });
    let pages: Vec<String> = code.into_iter().chain(named).collect();
    pages.join("\n")
}

fn problem(code: ProblemCode) -> Document {
    let mut page = Document::default();
    let what = if CODES.contains(&code) {
        format!("a finding of `trilemma check`, {}", code.severity().id())
    } else {
        "a problem of a file".to_owned()
    };
    page.heading(format!("{}, {what}", code.id()));
    let about = code.meaning();
    page.gap();
    page.say(4, about.meaning);
    page.gap();
    page.say(4, format!("What to do: {}", about.remedy));
    page
}

impl Entries<'_> {
    fn named(&mut self, named: Named<'_>) {
        let what = match named {
            Named::Group(..) => "a group",
            Named::Question(..) => "a question",
            Named::Criterion(..) => "a criterion",
            Named::Veto(_) => "a veto",
            Named::Must(_) => "a must",
            Named::Advice(_) => "a piece of advice",
            Named::Process(_) => "a part of the process",
            Named::Source(..) => "a source",
        };
        let rubric = self.rubric;
        self.page.heading(format!(
            "{}, {what} of {} {}",
            named.id(),
            rubric.id,
            rubric.version
        ));
        match named {
            Named::Group(index, group) => {
                self.page.gap();
                self.page.entry(4, &group.title);
                self.facts(6, &group.id, &[], group.place);
                if let Some(about) = &group.about {
                    self.page.more(6, about, Tone::Plain);
                }
                self.group_members(index);
            }
            Named::Question(index, question) => {
                self.question(question);
                self.readers(index);
            }
            Named::Criterion(_, criterion) => {
                self.criterion(criterion);
                let questions = criterion.questions();
                self.ids(
                    "Reads",
                    questions.iter().map(|index| &rubric.question(*index).id),
                );
            }
            Named::Veto(veto) => self.veto(veto),
            Named::Must(must) => {
                self.must(must);
                let mut read = must.questions();
                read.sort_unstable();
                read.dedup();
                self.ids(
                    "Reads",
                    read.iter().map(|index| &rubric.question(*index).id),
                );
            }
            Named::Advice(advice) => self.advice(advice),
            Named::Process(item) => self.part(item),
            Named::Source(index, _) => {
                self.cited.insert(index);
                self.citing(index);
            }
        }
    }

    fn group_members(&mut self, group: GroupIndex) {
        let rubric = self.rubric;
        let questions = rubric.questions.iter().filter(|one| one.group == group);
        self.ids("Questions", questions.map(|one| &one.id));
        let criteria = rubric.criteria.iter().filter(|one| one.group == group);
        self.ids("Criteria", criteria.map(|one| &one.id));
    }

    /// What hangs on the answer to a question.
    fn readers(&mut self, question: QuestionIndex) {
        let rubric = self.rubric;
        let reads = |when: &Condition| when.questions().contains(&question);
        let criteria = rubric.criteria.iter();
        let criteria = criteria.filter(|one| one.questions().contains(&question));
        self.ids("Criteria that read it", criteria.map(|one| &one.id));
        let vetoes = rubric.vetoes.iter().filter(|one| reads(&one.when));
        self.ids("Vetoes that read it", vetoes.map(|one| &one.id));
        let musts = rubric.musts.iter();
        let musts = musts.filter(|one| one.questions().contains(&question));
        self.ids("Musts that read it", musts.map(|one| &one.id));
        let advice = rubric.advice.iter().filter(|one| reads(&one.when));
        self.ids("Advice that reads it", advice.map(|one| &one.id));
        let process = rubric.process.iter().filter(|one| {
            one.when.as_ref().is_some_and(reads) || one.say.questions().any(|it| it == question)
        });
        self.ids(
            "Parts of the process that read it",
            process.map(|one| &one.id),
        );
        let questions = rubric.questions.iter();
        let questions = questions.filter(|one| one.ask_when.as_ref().is_some_and(reads));
        self.ids("Questions that hang on it", questions.map(|one| &one.id));
    }

    /// What rests on a source.
    fn citing(&mut self, source: SourceIndex) {
        let rubric = self.rubric;
        let criteria = rubric.criteria.iter().filter(|one| {
            let mut levels = one.levels.iter();
            one.sources.contains(&source) || levels.any(|level| level.sources.contains(&source))
        });
        self.ids("Criteria that rest on it", criteria.map(|one| &one.id));
        let vetoes = rubric
            .vetoes
            .iter()
            .filter(|one| one.sources.contains(&source));
        self.ids("Vetoes that rest on it", vetoes.map(|one| &one.id));
        let musts = rubric
            .musts
            .iter()
            .filter(|one| one.sources.contains(&source));
        self.ids("Musts that rest on it", musts.map(|one| &one.id));
        let advice = rubric
            .advice
            .iter()
            .filter(|one| one.sources.contains(&source));
        self.ids("Advice that rests on it", advice.map(|one| &one.id));
        let process = rubric.process.iter();
        let process = process.filter(|one| one.sources.contains(&source));
        self.ids(
            "Parts of the process that rest on it",
            process.map(|one| &one.id),
        );
    }

    /// A line of ids, if there are any.
    fn ids<'i>(&mut self, what: &str, ids: impl Iterator<Item = &'i String>) {
        let ids: Vec<&str> = ids.map(String::as_str).collect();
        if !ids.is_empty() {
            let text = format!("{what}: {}", ids.join(", "));
            self.page.more(6, text, Tone::Plain);
        }
    }
}
