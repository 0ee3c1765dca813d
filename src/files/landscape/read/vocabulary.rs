//! The words in which candidates are described.

use crate::files::limits::MOST_TERMS;
use crate::files::yaml::problems::Problems;
use crate::files::yaml::reader::{
    Fields, check_id, entries, items, known_id, prose, shortened, text, wrong_type,
};
use crate::files::yaml::suggest::expect_known;
use crate::files::yaml::tree::{Node, NodeKind};
use crate::files::{Attribute, ChoiceSet, Problem, ProblemCode, Term, Vocabulary};

/// Reads `vocabulary` over the words there are already.
pub(crate) fn vocabulary(node: &Node, vocabulary: &mut Vocabulary, problems: &mut Problems<'_>) {
    let Some(mut fields) = Fields::read(node, "`vocabulary`", problems) else {
        return;
    };
    for attribute in Attribute::ALL {
        if attribute == Attribute::Licence {
            continue;
        }
        fields.optional(attribute.id(), problems, |node, problems| {
            terms(node, attribute, vocabulary, problems);
            Some(())
        });
    }
    fields.optional("licences", problems, |node, problems| {
        licences(node, vocabulary, problems);
        Some(())
    });
    fields.finish(problems);
}

/// Words with what they are called.
fn terms(
    node: &Node,
    attribute: Attribute,
    vocabulary: &mut Vocabulary,
    problems: &mut Problems<'_>,
) {
    let what = format!("`{}`", attribute.id());
    for entry in entries(node, &what, problems).unwrap_or_default() {
        let id = check_id(entry.key, entry.key_place, problems);
        let label = prose(entry.value, problems);
        if let (Some(id), Some(label)) = (id, label) {
            vocabulary.add(attribute, Term { id, label });
        }
    }
    refuse_too_many(node, attribute, vocabulary, problems);
}

/// Classes of licences, each with the licences in it.
fn licences(node: &Node, vocabulary: &mut Vocabulary, problems: &mut Problems<'_>) {
    for entry in entries(node, "`licences`", problems).unwrap_or_default() {
        let Some(id) = check_id(entry.key, entry.key_place, problems) else {
            continue;
        };
        let label = id.replace('-', " ");
        let class = vocabulary.add(Attribute::Licence, Term { id, label });
        for licence in items(entry.value, "a class of licences", problems).unwrap_or_default() {
            if let Some(licence) = text(licence, problems) {
                vocabulary.classify(licence, class);
            }
        }
    }
    refuse_too_many(node, Attribute::Licence, vocabulary, problems);
}

fn refuse_too_many(
    node: &Node,
    attribute: Attribute,
    vocabulary: &Vocabulary,
    problems: &mut Problems<'_>,
) {
    let count = vocabulary.terms(attribute).len();
    if count > MOST_TERMS {
        let found = format!("{count} words for `{}`", attribute.id());
        let place = problems.first_line(node.place);
        problems.add(
            Problem::new(ProblemCode::OutOfRange, place, found)
                .expected(format!("at most {MOST_TERMS}")),
        );
    }
}

/// A list of words for an attribute, each at most once.
pub(crate) fn words(
    node: &Node,
    attribute: Attribute,
    vocabulary: &Vocabulary,
    problems: &mut Problems<'_>,
) -> Option<ChoiceSet> {
    let what = format!("`{}`", attribute.id());
    let mut set = ChoiceSet::default();
    for item in items(node, &what, problems)? {
        let NodeKind::Scalar { text, .. } = &item.kind else {
            problems.add(wrong_type(item, "this", "a word", problems));
            continue;
        };
        match vocabulary.find(attribute, text) {
            Some(value) if value < MOST_TERMS && set.contains(value) => {
                let found = format!("`{}` stands here a second time", shortened(text));
                problems.add(Problem::new(ProblemCode::DuplicateId, item.place, found));
            }
            Some(value) if value < MOST_TERMS => set.insert(value),
            Some(_) => {}
            None => problems.add(no_such_word(item, text, attribute, vocabulary, problems)),
        }
    }
    Some(set)
}

fn no_such_word(
    item: &Node,
    written: &str,
    attribute: Attribute,
    vocabulary: &Vocabulary,
    problems: &Problems<'_>,
) -> Problem {
    let found = format!(
        "the vocabulary has no `{}` for `{}`",
        shortened(written),
        attribute.id()
    );
    let problem = Problem::new(ProblemCode::UnknownId, item.place, found);
    if problems.are_many() {
        return problem;
    }
    let known = vocabulary.terms(attribute).iter();
    let problem = expect_known(problem, written, known.map(|term| term.id.as_str()));
    match &problem.help {
        Some(_) => problem,
        None => problem.help(format!(
            "use a word of the vocabulary, or add this one under `vocabulary: {{{}: …}}`",
            attribute.id()
        )),
    }
}

/// Reads a licence, whose class must be known: the licence, and its class.
pub(crate) fn licence(
    node: &Node,
    vocabulary: &Vocabulary,
    problems: &mut Problems<'_>,
) -> Option<(String, usize)> {
    let written = text(node, problems)?;
    if let Some(class) = vocabulary.class_of(&written) {
        return Some((written, class));
    }
    let found = format!(
        "the vocabulary has no class for the licence `{}`",
        shortened(&written)
    );
    let problem = Problem::new(ProblemCode::UnknownId, node.place, found);
    problems.add(if problems.are_many() {
        problem
    } else {
        let problem = expect_known(problem, &written, vocabulary.licences());
        match &problem.help {
            Some(_) => problem,
            None => problem.help("put it into a class under `vocabulary: {licences: …}`"),
        }
    });
    None
}

/// Reads a list of attributes.
pub(crate) fn attributes(node: &Node, problems: &mut Problems<'_>) -> Option<Vec<Attribute>> {
    let known = Attribute::ALL.map(Attribute::id);
    let read = items(node, "`complete`", problems)?
        .iter()
        .filter_map(|item| known_id(item, "attribute", known, problems))
        .map(|at| Attribute::ALL[at]);
    Some(read.collect())
}
