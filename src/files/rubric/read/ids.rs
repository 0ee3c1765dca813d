//! Ids of a rubric: each is given once, and names something that is defined, could not be read, or was removed.

use std::collections::HashMap;

use crate::files::yaml::problems::Problems;
use crate::files::yaml::reader::{every, id, known_id, prose, shortened, some_items};
use crate::files::yaml::suggest::expect_known;
use crate::files::yaml::tree::{Node, NodeKind};
use crate::files::{
    Alternative, Group, GroupIndex, Place, Problem, ProblemCode, Question, QuestionIndex, Source,
    SourceIndex, Text, TextPart,
};

/// The word for an answer that is not known; no choice may have it as id.
pub(crate) const UNKNOWN: &str = "unknown";

/// Ids that were given, each to be used once.
#[derive(Debug, Default)]
pub(crate) struct UniqueIds(HashMap<String, Place>);

impl UniqueIds {
    /// Notes an id; a problem if it was given before.
    pub(crate) fn claim(&mut self, id: &str, place: Place, problems: &mut Problems<'_>) {
        if let Some(earlier) = self.0.get(id) {
            let found = format!("the id `{id}` is given a second time");
            problems.add(
                Problem::new(ProblemCode::DuplicateId, place, found)
                    .related(*earlier, "first here"),
            );
        } else {
            self.0.insert(id.to_owned(), place);
        }
    }
}

/// Reads an id that must not have been given before.
pub(crate) fn own_id(
    node: &Node,
    ids: &mut UniqueIds,
    problems: &mut Problems<'_>,
) -> Option<String> {
    let id = id(node, problems)?;
    ids.claim(&id, node.place, problems);
    Some(id)
}

/// Ids that were removed, each with where that is said.
#[derive(Debug, Clone, Default)]
pub(crate) struct RemovedIds(pub(crate) HashMap<String, Place>);

impl RemovedIds {
    /// Where an id was removed, if it was.
    pub(crate) fn place(&self, id: &str) -> Option<Place> {
        self.0.get(id).copied()
    }

    /// A problem for something that was removed and is needed at `place` all the same.
    pub(crate) fn still_needed(&self, what: &str, id: &str, place: Place) -> Option<Problem> {
        let removal = self.place(id)?;
        let found = format!("{what} `{id}` is removed, and something still needs it");
        let problem = Problem::new(ProblemCode::RemovedButNeeded, removal, found);
        Some(problem.related(place, "needed here"))
    }
}

/// What was defined under some key. References to what could not be read pass in silence: its own problem is noted.
#[derive(Debug)]
pub(crate) struct Defined<T> {
    /// What could be read.
    pub(crate) items: Vec<T>,
    broken: Vec<String>,
    unreadable: bool,
    removed: RemovedIds,
}

impl<T> Defined<T> {
    /// The definitions, each either read or with its id if that much could be told.
    pub(crate) fn new(definitions: impl IntoIterator<Item = Result<T, Option<String>>>) -> Self {
        let mut known = Self::none();
        for definition in definitions {
            match definition {
                Ok(item) => known.items.push(item),
                Err(Some(id)) => known.broken.push(id),
                Err(None) => known.unreadable = true,
            }
        }
        known
    }

    /// Nothing could be read at all.
    pub(crate) fn unreadable() -> Self {
        Self {
            unreadable: true,
            ..Self::none()
        }
    }

    /// Nothing is defined.
    pub(crate) fn none() -> Self {
        Self {
            items: Vec::new(),
            broken: Vec::new(),
            unreadable: false,
            removed: RemovedIds::default(),
        }
    }

    /// The same, knowing what was removed; unless it is complete, there may be more that could not be read.
    pub(crate) fn known_to_be(self, complete: bool, removed: RemovedIds) -> Self {
        Self {
            unreadable: self.unreadable || !complete,
            removed,
            ..self
        }
    }

    /// What could be read, and the ids of what could not.
    pub(crate) fn into_parts(self) -> (Vec<T>, Vec<String>) {
        (self.items, self.broken)
    }

    /// The position of what a value names.
    pub(crate) fn find(
        &self,
        node: &Node,
        what: &str,
        id: impl Fn(&T) -> &str,
        problems: &mut Problems<'_>,
    ) -> Option<usize> {
        let is_broken = |written: &str| {
            let is_known = self.items.iter().any(|item| id(item) == written);
            !is_known && (self.unreadable || self.broken.iter().any(|broken| broken == written))
        };
        if let NodeKind::Scalar { text, .. } = &node.kind {
            if is_broken(text) {
                return None;
            }
            if let Some(problem) = self.removed.still_needed(what, text, node.place) {
                problems.add(problem);
                return None;
            }
        }
        let ids: Vec<&str> = self.items.iter().map(id).collect();
        known_id(node, what, ids, problems)
    }
}

/// The questions of a rubric by id, those included that could not be read.
#[derive(Debug, Default)]
pub(crate) struct DefinedQuestions {
    /// In the order of asking.
    pub(crate) in_order: Vec<Question>,
    by_id: HashMap<String, Option<QuestionIndex>>,
    removed: RemovedIds,
    unreadable: bool,
}

impl DefinedQuestions {
    /// These questions, the ids of those that were written but could not be read, and of those that were removed.
    pub(crate) fn new(
        questions: Vec<Question>,
        broken: impl IntoIterator<Item = String>,
        removed: RemovedIds,
    ) -> Self {
        let mut by_id: HashMap<String, Option<QuestionIndex>> =
            broken.into_iter().map(|id| (id, None)).collect();
        // Where an id is given twice, the first counts.
        for (index, question) in questions.iter().enumerate().rev() {
            by_id.insert(question.id.clone(), Some(QuestionIndex(index)));
        }
        Self {
            in_order: questions,
            by_id,
            removed,
            unreadable: false,
        }
    }

    /// Nothing could be read at all.
    pub(crate) fn unreadable() -> Self {
        Self {
            unreadable: true,
            ..Self::default()
        }
    }

    /// The question with this id. A broken one is passed over in silence: its own problem has been noted.
    ///
    /// # Errors
    ///
    /// If no question has the id; `code` says which kind of problem that is here.
    pub(crate) fn find(
        &self,
        id: &str,
        place: Place,
        code: ProblemCode,
    ) -> Result<Option<QuestionIndex>, Problem> {
        if self.unreadable {
            return Ok(None);
        }
        self.by_id.get(id).copied().ok_or_else(|| {
            if let Some(problem) = self.removed.still_needed("question", id, place) {
                return problem;
            }
            let ids = || self.in_order.iter().map(|question| question.id.as_str());
            let found = match id {
                "" => "no question is named".to_owned(),
                _ => format!("there is no question `{}`", shortened(id)),
            };
            expect_known(Problem::new(code, place, found), id, ids())
        })
    }

    /// The question at an index.
    pub(crate) fn question(&self, index: QuestionIndex) -> &Question {
        &self.in_order[index.0]
    }
}

/// What the rows of a rubric may refer to.
pub(crate) struct Context<'c> {
    pub(crate) questions: &'c DefinedQuestions,
    pub(crate) groups: &'c Defined<Group>,
    pub(crate) sources: &'c Defined<Source>,
}

/// Reads the group that a question or criterion belongs to.
pub(crate) fn group_ref(
    node: &Node,
    groups: &Defined<Group>,
    problems: &mut Problems<'_>,
) -> Option<GroupIndex> {
    groups
        .find(node, "group", |group| group.id.as_str(), problems)
        .map(GroupIndex)
}

impl Context<'_> {
    pub(crate) fn answer_text(&self) -> impl Fn(&Node, &mut Problems<'_>) -> Option<Text> {
        |node, problems| answer_text(node, self.questions, problems)
    }

    /// Reads references to sources; at least one, each once.
    pub(crate) fn sources(&self) -> impl Fn(&Node, &mut Problems<'_>) -> Option<Vec<SourceIndex>> {
        |node, problems| sources(node, self, problems)
    }
}

fn sources(
    node: &Node,
    context: &Context<'_>,
    problems: &mut Problems<'_>,
) -> Option<Vec<SourceIndex>> {
    let mut ids = UniqueIds::default();
    let items = some_items(node, "`sources`", problems)?;
    let known = context.sources;
    every(items, problems, |item, problems| {
        let index = known.find(item, "source", |source| source.id.as_str(), problems)?;
        ids.claim(&known.items[index].id, item.place, problems);
        Some(SourceIndex(index))
    })
}

/// Reads a list of alternatives, each at most once; gives them in order.
pub(crate) fn alternatives(node: &Node, problems: &mut Problems<'_>) -> Option<Vec<Alternative>> {
    let items = some_items(node, "the list of alternatives", problems)?;
    let mut ids = UniqueIds::default();
    let mut found = every(items, problems, |item, problems| {
        let alternative = alternative(item, problems)?;
        ids.claim(alternative.id(), item.place, problems);
        Some(alternative)
    })?;
    found.sort_unstable();
    found.dedup();
    Some(found)
}

pub(crate) fn alternative(node: &Node, problems: &mut Problems<'_>) -> Option<Alternative> {
    known_id(
        node,
        "alternative",
        Alternative::ALL.map(Alternative::id),
        problems,
    )
    .map(|index| Alternative::ALL[index])
}

/// Reads a text of one paragraph in which `{question-id}` stands for an answer; `{{` and `}}` stand for braces.
pub(crate) fn answer_text(
    node: &Node,
    questions: &DefinedQuestions,
    problems: &mut Problems<'_>,
) -> Option<Text> {
    let written = prose(node, problems)?;
    let mut parts = Vec::new();
    let mut words = String::new();
    let mut sound = true;
    let mut rest = written.as_str();
    while let Some(at) = rest.find(['{', '}']) {
        words.push_str(&rest[..at]);
        let brace = &rest[at..=at];
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix(brace) {
            words.push_str(brace);
            rest = after;
            continue;
        }
        let Some((id, after)) = rest.split_once('}').filter(|_| brace == "{") else {
            let found = format!("a single `{brace}` in a text");
            let before = written.len() - rest.len() - brace.len();
            let place =
                problems.narrow(node.place, brace, written[..before].matches(brace).count());
            problems.add(
                Problem::new(ProblemCode::InvalidText, place, found)
                    .help(format!("write `{brace}{brace}` for the sign itself")),
            );
            return None;
        };
        rest = after;
        match questions.find(
            id,
            problems.narrow(node.place, &format!("{{{id}}}"), 0),
            ProblemCode::InvalidText,
        ) {
            Ok(question) => {
                parts.push(TextPart::Words(std::mem::take(&mut words)));
                parts.extend(question.map(TextPart::Answer));
            }
            Err(problem) => {
                problems.add(problem);
                sound = false;
            }
        }
    }
    words.push_str(rest);
    parts.push(TextPart::Words(words));
    parts.retain(|part| !matches!(part, TextPart::Words(words) if words.is_empty()));
    sound.then_some(Text(parts))
}
