//! `--set` and `--weight`: trying a change without editing the file.

use crate::files::requirements::read::answer::{NONE, does_not_apply, inapplicable, value};
use crate::files::rubric::read::criterion::weight;
use crate::files::rubric::read::ids::UNKNOWN;
use crate::files::yaml::problems::Problems;
use crate::files::yaml::reader::shortened;
use crate::files::yaml::suggest::expect_known;
use crate::files::yaml::tree::{Node, NodeKind};
use crate::files::{
    Answer, Answers, FileId, Files, LoadError, Loaded, Origin, Place, Problem, ProblemCode,
    QuestionIndex, QuestionKind, Requirements, Rubric, WeightOverride, Weights,
};

/// An answer that was set aside because it does not apply any more after a `--set`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SetAside {
    /// The question.
    pub question: String,
    /// The component it belongs to, if there are components.
    pub component: Option<String>,
}

/// Changes answers and weights as the command line says: `QUESTION=VALUE` and `CRITERION=POINTS`, either with
/// `COMPONENT.` before it. Tells which answers do not apply any more and were set aside.
///
/// # Errors
///
/// Every problem of the options.
pub(crate) fn apply_overrides(
    loaded: &mut Loaded,
    set: &[String],
    weights: &[String],
    files: &mut Files,
) -> Result<Vec<SetAside>, LoadError> {
    let mut found = Vec::new();
    for option in set {
        let file = files.add("--set", option.as_str());
        let mut problems = Problems::none(files);
        set_answer(loaded, file, option, &mut problems);
        found.extend(problems.into_sorted());
    }
    for option in weights {
        let file = files.add("--weight", option.as_str());
        let mut problems = Problems::none(files);
        set_weight(loaded, file, option, &mut problems);
        found.extend(problems.into_sorted());
    }
    if !found.is_empty() {
        return Err(LoadError::CommandLine(found));
    }
    let (set_aside, problems) = set_aside(loaded);
    if problems.is_empty() {
        Ok(set_aside)
    } else {
        Err(LoadError::CommandLine(problems))
    }
}

/// One option taken apart.
struct Assignment<'o> {
    component: Option<(&'o str, Place)>,
    name: (&'o str, Place),
    value: (&'o str, Place),
}

fn assignment<'o>(
    file: FileId,
    option: &'o str,
    form: &str,
    problems: &mut Problems<'_>,
) -> Option<Assignment<'o>> {
    let at = |part: &'o str| {
        let start = part.as_ptr() as usize - option.as_ptr() as usize;
        (
            part,
            Place {
                file,
                start,
                end: start + part.len(),
            },
        )
    };
    let Some((name, value)) = option.split_once('=') else {
        let found = format!("`{option}` has no `=`");
        problems.add(Problem::new(ProblemCode::InvalidFormat, at(option).1, found).expected(form));
        return None;
    };
    let (component, name) = match name.split_once('.') {
        Some((component, name)) => (Some(at(component.trim())), name),
        None => (None, name),
    };
    Some(Assignment {
        component,
        name: at(name.trim()),
        value: at(value.trim()),
    })
}

fn set_answer(
    loaded: &mut Loaded,
    file: FileId,
    option: &str,
    problems: &mut Problems<'_>,
) -> Option<()> {
    let parts = assignment(file, option, "`QUESTION=VALUE`", problems)?;
    let rubric = &loaded.rubric;
    let ids = || rubric.questions.iter().map(|question| question.id.as_str());
    let question = find(
        parts.name,
        "question",
        rubric.find_question(parts.name.0),
        ids(),
        problems,
    )?;
    let asked = rubric.question(question);
    let node = node(parts.value, Some(&asked.kind));
    let value = value(&node, asked, problems)?;
    let answer = Answer {
        value,
        note: None,
        source: None,
        origin: Origin::CommandLine,
        place: node.place,
        derived: None,
    };
    change(
        &mut loaded.requirements,
        parts.component,
        problems,
        |answers, _, own| {
            if own || is_shared(answers.get(question).map(|answer| answer.origin)) {
                answers.set(question, answer.clone());
            }
        },
    )
}

fn set_weight(
    loaded: &mut Loaded,
    file: FileId,
    option: &str,
    problems: &mut Problems<'_>,
) -> Option<()> {
    let parts = assignment(file, option, "`CRITERION=POINTS`", problems)?;
    let rubric = &loaded.rubric;
    let ids = || {
        rubric
            .criteria
            .iter()
            .map(|criterion| criterion.id.as_str())
    };
    let criterion = find(
        parts.name,
        "criterion",
        rubric.find_criterion(parts.name.0),
        ids(),
        problems,
    )?;
    let node = node(parts.value, None);
    let weight = WeightOverride {
        weight: weight(&node, problems)?,
        origin: Origin::CommandLine,
        place: node.place,
    };
    change(
        &mut loaded.requirements,
        parts.component,
        problems,
        |_, weights, own| {
            if own || is_shared(weights.get(criterion).map(|weight| weight.origin)) {
                weights.set(criterion, weight);
            }
        },
    )
}

fn find<'k, T>(
    (name, place): (&str, Place),
    what: &str,
    found: Option<T>,
    ids: impl IntoIterator<Item = &'k str> + Clone,
    problems: &mut Problems<'_>,
) -> Option<T> {
    if found.is_none() {
        let found = match name {
            "" => format!("no {what} is named"),
            _ => format!("there is no {what} `{}`", shortened(name)),
        };
        let problem = Problem::new(ProblemCode::UnknownId, place, found);
        problems.add(expect_known(problem, name, ids));
    }
    found
}

/// The value as a tree: a list of words between commas where several choices are asked for, else one word.
fn node((text, place): (&str, Place), kind: Option<&QuestionKind>) -> Node {
    let scalar = |text: &str, place| {
        let text = text.to_owned();
        Node {
            place,
            kind: NodeKind::Scalar {
                text: text.into(),
                plain: true,
            },
        }
    };
    let is_list = match kind {
        Some(QuestionKind::Choices { allow_none, .. }) => {
            text != UNKNOWN && !(*allow_none && text == NONE)
        }
        _ => false,
    };
    if !is_list {
        return scalar(text, place);
    }
    let inner = text
        .strip_prefix('[')
        .and_then(|text| text.strip_suffix(']'))
        .unwrap_or(text);
    let offset = |part: &str| place.start + (part.as_ptr() as usize - text.as_ptr() as usize);
    let items = inner
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(|part| {
            scalar(
                part,
                Place {
                    start: offset(part),
                    end: offset(part) + part.len(),
                    ..place
                },
            )
        });
    Node {
        place,
        kind: NodeKind::Sequence(items.collect()),
    }
}

/// Changes a component if one is named; else the shared part and, through it, every component.
fn change(
    requirements: &mut Requirements,
    component: Option<(&str, Place)>,
    problems: &mut Problems<'_>,
    mut apply: impl FnMut(&mut Answers, &mut Weights, bool),
) -> Option<()> {
    if let Some((id, place)) = component {
        let position = requirements
            .components
            .iter()
            .position(|component| component.id == id);
        let ids = requirements
            .components
            .iter()
            .map(|component| component.id.as_str());
        let found = find((id, place), "component", position, ids, problems)?;
        let component = &mut requirements.components[found];
        apply(&mut component.answers, &mut component.weights, true);
        return Some(());
    }
    apply(&mut requirements.answers, &mut requirements.weights, false);
    for component in &mut requirements.components {
        apply(&mut component.answers, &mut component.weights, false);
    }
    Some(())
}

/// Whether a shared value counts in a component: what is the component's own stays.
fn is_shared(origin: Option<Origin>) -> bool {
    origin != Some(Origin::Component)
}

/// Removes the answers that do not apply any more. One that was just set is a problem.
fn set_aside(loaded: &mut Loaded) -> (Vec<SetAside>, Vec<Problem>) {
    let Loaded {
        rubric,
        requirements,
    } = loaded;
    let mut removed = Vec::new();
    if requirements.components.is_empty() {
        removed.extend(remove_inapplicable(rubric, &mut requirements.answers, None));
    }
    for component in &mut requirements.components {
        removed.extend(remove_inapplicable(
            rubric,
            &mut component.answers,
            Some(&component.id),
        ));
    }
    let (problems, set_aside): (Vec<_>, Vec<_>) = removed
        .into_iter()
        .partition(|(_, problem)| problem.is_some());
    (
        set_aside.into_iter().map(|(aside, _)| aside).collect(),
        problems
            .into_iter()
            .filter_map(|(_, problem)| problem)
            .collect(),
    )
}

fn remove_inapplicable(
    rubric: &Rubric,
    answers: &mut Answers,
    component: Option<&str>,
) -> Vec<(SetAside, Option<Problem>)> {
    let stale: Vec<QuestionIndex> = inapplicable(rubric, answers);
    let mut remove = |question: QuestionIndex| {
        let removed = answers.remove(question);
        // What is set for all components need not apply to each.
        let set =
            removed.filter(|answer| answer.origin == Origin::CommandLine && component.is_none());
        let problem = set.map(|answer| does_not_apply(rubric, question, answers, answer.place));
        let question = rubric.question(question).id.clone();
        (
            SetAside {
                question,
                component: component.map(str::to_owned),
            },
            problem,
        )
    };
    stale.into_iter().map(&mut remove).collect()
}
