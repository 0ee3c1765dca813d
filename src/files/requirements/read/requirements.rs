//! Requirements files.

use std::path::{Path, PathBuf};

use crate::files::limits::MOST_COMPONENTS;
use crate::files::requirements::read::answer::{answers, does_not_apply, inapplicable, weights};
use crate::files::requirements::read::case::{
    case, expectation, one_or_several, one_or_several_schema,
};
use crate::files::requirements::read::finding::{findings, landscapes};
use crate::files::requirements::read::gate::{gate, waiver};
use crate::files::requirements::read::scorecard::scorecards;
use crate::files::rubric::read::chain::relative_to;
use crate::files::rubric::read::ids::{UniqueIds, own_id};
use crate::files::schema::build as schema;
use crate::files::yaml::decode::start_of;
use crate::files::yaml::problems::Problems;
use crate::files::yaml::reader::{
    Fields, content_hash, date, list, prose, some_items, text, version,
};
use crate::files::yaml::shape::Kind::{Like, Ref};
use crate::files::yaml::shape::{Shape, optional, required};
use crate::files::yaml::suggest::nearest;
use crate::files::yaml::tree;
use crate::files::yaml::tree::{Node, NodeKind};
use crate::files::{
    Answers, Component, DecisionPlaces, FileId, Files, Origin, Place, Problem, ProblemCode,
    QuestionIndex, RecordedDecision, Requirements, Rubric, RubricName, Weights,
};

#[rustfmt::skip] // a table
pub(crate) const COMPONENT: Shape = Shape {
    name: "a component",
    about: "A part that is decided like a file of its own.",
    keys: &[
        required("id", Ref("id"), ""),
        optional("title", Ref("text"), "What it is called; its id if left out."),
        optional("answers", Ref("answers"), ""),
        optional("weights", Ref("weights"), ""),
        optional("decision", Ref("decision"), ""),
    ],
};

#[rustfmt::skip] // a table
pub(crate) const DECISION: Shape = Shape {
    name: "a decision",
    about: "What the team decided.",
    keys: &[
        required(
            "chosen",
            Like(one_or_several_schema),
            "What was chosen: one alternative, or a list for a documented mix.",
        ),
        optional("decided-on", Ref("date"), "When, such as `2026-11-20`."),
        optional("deciders", Like(|| schema::list(schema::defined("text"))), "Who decided."),
        optional("rubric-version", Ref("version"), "The version of the rubric at the time."),
        optional(
            "rubric-hash",
            Ref("hash"),
            "What tells the rubric's content at the time from any other, as `trilemma check` prints it.",
        ),
        optional(
            "recommended",
            Like(one_or_several_schema),
            "What was recommended at the time: one alternative, or those too close to call.",
        ),
        optional("because", Ref("text"), "Why; above all where it differs from what is recommended."),
        optional("review-by", Ref("date"), "When to look at it again; not before `decided-on`."),
    ],
};

/// A requirements file that is YAML and names its rubric; its answers cannot be read before the rubric is known.
#[derive(Debug)]
pub struct ParsedRequirements {
    pub(crate) tree: Node,
    /// The rubric it names, if it names one.
    pub rubric: Option<RubricName>,
}

impl ParsedRequirements {
    /// Reads a file that was added before as far as is possible without its rubric.
    ///
    /// # Errors
    ///
    /// If it is not one plain YAML document.
    pub fn read(file: FileId, files: &Files) -> Result<Self, Problem> {
        let tree = tree::parse(file, &files.get(file).text)?;
        let rubric = match &tree.kind {
            NodeKind::Mapping(entries) => {
                entries
                    .iter()
                    .find_map(|(key, value)| match (&key.kind, &value.kind) {
                        (NodeKind::Scalar { text: key, .. }, NodeKind::Scalar { text, .. })
                            if key == "rubric" =>
                        {
                            (!value.is_null()).then(|| RubricName {
                                name: text.to_string(),
                                place: value.place,
                            })
                        }
                        _ => None,
                    })
            }
            _ => None,
        };
        Ok(Self { tree, rubric })
    }

    /// What is wrong with the file even without its rubric, in the order of its text.
    pub fn problems(&self, more: Vec<Problem>, files: &Files) -> Vec<Problem> {
        let mut problems = Problems::none(files);
        for problem in more {
            problems.add(problem);
        }
        without_rubric(&self.tree, &mut problems);
        problems.into_sorted()
    }

    /// Whether a rubric is named in a way that is wrong by itself, or the file is not even a map.
    pub fn is_malformed(&self) -> bool {
        !matches!(self.tree.kind, NodeKind::Mapping(_)) || self.misspells("rubric")
    }

    /// Whether the file is a map with a key that was most likely meant to be this one.
    pub fn misspells(&self, wanted: &str) -> bool {
        let NodeKind::Mapping(entries) = &self.tree.kind else {
            return false;
        };
        let is_near = |key: &Node| matches!(&key.kind, NodeKind::Scalar { text, .. } if nearest(text, [wanted]).is_some());
        entries.iter().any(|(key, _)| is_near(key))
    }

    /// Where a key of the file stands, if it is a map with this key.
    pub fn key_place(&self, wanted: &str) -> Option<Place> {
        let NodeKind::Mapping(entries) = &self.tree.kind else {
            return None;
        };
        let is_wanted =
            |key: &Node| matches!(&key.kind, NodeKind::Scalar { text, .. } if text == wanted);
        let key = entries
            .iter()
            .map(|(key, _)| key)
            .find(|key| is_wanted(key));
        key.map(|key| key.place)
    }

    /// Where the value of a key stands, if the file is a map with this key.
    pub fn value_place(&self, wanted: &str) -> Option<Place> {
        self.tree.get(wanted).map(|value| value.place)
    }

    /// The files that it names beside its rubric, by path from the folder it is in: landscapes and scorecards.
    pub fn files_named(&self, folder: &Path) -> Vec<PathBuf> {
        let sections = ["landscape", "scorecards"].into_iter();
        let items = sections.flat_map(|key| self.tree.get(key).map_or(&[][..], Node::items));
        let names = items.filter_map(Node::text);
        names
            .filter_map(|name| relative_to(name, folder).ok())
            .collect()
    }

    /// The very beginning of the file.
    pub fn start(&self) -> Place {
        start_of(self.tree.place.file)
    }

    /// Reads the rest, against its rubric.
    ///
    /// # Errors
    ///
    /// Every problem of the file, in the order of its text.
    pub fn resolve(&self, rubric: &Rubric, files: &Files) -> Result<Requirements, Vec<Problem>> {
        let mut problems = Problems::none(files);
        let requirements = requirements(&self.tree, self.rubric.is_some(), rubric, &mut problems);
        match requirements {
            Some(requirements) if problems.count() == 0 => Ok(requirements),
            _ => Err(problems.into_sorted()),
        }
    }
}

fn requirements(
    node: &Node,
    names_rubric: bool,
    rubric: &Rubric,
    problems: &mut Problems<'_>,
) -> Option<Requirements> {
    let mut fields = Fields::read(node, "a requirements file", problems)?;
    if names_rubric || fields.has("rubric") {
        fields.optional("rubric", problems, text);
    }
    let title = fields.required("title", problems, prose);
    let place = fields.value_place("title").unwrap_or(node.place);
    let mut shared = AnswersAndWeights::empty(rubric);
    shared.read(&mut fields, Origin::Shared, rubric, problems);
    let components = fields
        .optional("components", problems, |node, problems| {
            components(node, &shared, rubric, problems)
        })
        .unwrap_or_default();
    let decision = fields.optional("decision", problems, decision);
    let landscapes = fields.optional("landscape", problems, landscapes);
    let findings = fields.optional("candidates", problems, |node, problems| {
        findings(node, rubric, problems)
    });
    let scorecards = fields.optional("scorecards", problems, scorecards);
    let gate = fields
        .optional("gate", problems, |node, problems| {
            gate(node, rubric, problems)
        })
        .unwrap_or_default();
    let waivers = fields.optional("waivers", problems, |node, problems| {
        list(node, "`waivers`", problems, waiver)
    });
    let case = fields.optional("case", problems, case);
    let expect = fields.optional("expect", problems, |node, problems| {
        expectation(node, rubric, problems)
    });
    fields.finish(problems);
    report_unused(&shared, &components, rubric, problems);
    Some(Requirements {
        title: title?,
        place: problems.first_line(place),
        answers: shared.answers,
        weights: shared.weights,
        components,
        decision,
        landscapes: landscapes.unwrap_or_default(),
        findings: findings.unwrap_or_default(),
        scorecards: scorecards.unwrap_or_default(),
        gate,
        waivers: waivers.unwrap_or_default(),
        case,
        expect,
    })
}

/// Reads what can be read without knowing the questions.
fn without_rubric(node: &Node, problems: &mut Problems<'_>) {
    let Some(mut fields) = Fields::read(node, "a requirements file", problems) else {
        return;
    };
    fields.optional("rubric", problems, text);
    fields.required("title", problems, prose);
    fields.optional("case", problems, case);
    fields.optional("landscape", problems, landscapes);
    fields.optional("scorecards", problems, scorecards);
    for key in [
        "answers",
        "weights",
        "components",
        "candidates",
        "gate",
        "expect",
    ] {
        fields.optional(key, problems, |_, _| Some(()));
    }
    fields.optional("decision", problems, decision);
    fields.optional("waivers", problems, |node, problems| {
        list(node, "`waivers`", problems, waiver)
    });
    fields.finish(problems);
}

fn components(
    node: &Node,
    shared: &AnswersAndWeights,
    rubric: &Rubric,
    problems: &mut Problems<'_>,
) -> Option<Vec<Component>> {
    let mut ids = UniqueIds::default();
    let items = some_items(node, "`components`", problems)?;
    if items.len() > MOST_COMPONENTS {
        let found = format!("{} components", items.len());
        let place = problems.first_line(node.place);
        problems.add(
            Problem::new(ProblemCode::OutOfRange, place, found)
                .expected(format!("at most {MOST_COMPONENTS}")),
        );
        return None;
    }
    Some(
        items
            .iter()
            .filter_map(|item| component(item, shared, &mut ids, rubric, problems))
            .collect(),
    )
}

/// Answers and weights, of the whole file or of a component.
#[derive(Clone)]
struct AnswersAndWeights {
    answers: Answers,
    weights: Weights,
}

impl AnswersAndWeights {
    fn empty(rubric: &Rubric) -> Self {
        Self {
            answers: Answers::none(rubric.questions.len()),
            weights: Weights::unchanged(rubric.criteria.len()),
        }
    }

    fn read(
        &mut self,
        fields: &mut Fields<'_>,
        origin: Origin,
        rubric: &Rubric,
        problems: &mut Problems<'_>,
    ) {
        fields.optional("answers", problems, |node, problems| {
            answers(node, origin, rubric, &mut self.answers, problems);
            Some(())
        });
        fields.optional("weights", problems, |node, problems| {
            weights(node, origin, rubric, &mut self.weights, problems);
            Some(())
        });
    }
}

fn component(
    node: &Node,
    shared: &AnswersAndWeights,
    ids: &mut UniqueIds,
    rubric: &Rubric,
    problems: &mut Problems<'_>,
) -> Option<Component> {
    let mut fields = Fields::of(node, &COMPONENT, problems)?;
    let id = fields.get("id", problems, |node, problems| own_id(node, ids, problems));
    let place = fields.value_place("id").unwrap_or(node.place);
    let title = fields.get("title", problems, prose);
    let mut part = shared.clone();
    part.read(&mut fields, Origin::Component, rubric, problems);
    let decision = fields.get("decision", problems, decision);
    fields.finish(problems);
    set_aside(&mut part.answers, rubric, problems);
    let id = id?;
    Some(Component {
        title: title.unwrap_or_else(|| id.clone()),
        place,
        id,
        answers: part.answers,
        weights: part.weights,
        decision,
    })
}

/// Leaves out what a component inherits but has no use for; its own answers have to apply.
fn set_aside(answers: &mut Answers, rubric: &Rubric, problems: &mut Problems<'_>) {
    for question in inapplicable(rubric, answers) {
        match answers.remove(question) {
            Some(answer) if answer.origin == Origin::Component => {
                problems.add(does_not_apply(rubric, question, answers, answer.place));
            }
            _ => {}
        }
    }
}

/// Reports shared answers that apply nowhere.
fn report_unused(
    shared: &AnswersAndWeights,
    components: &[Component],
    rubric: &Rubric,
    problems: &mut Problems<'_>,
) {
    let used = |question: QuestionIndex| {
        components
            .iter()
            .any(|component| component.answers.get(question).is_some())
    };
    for question in inapplicable(rubric, &shared.answers) {
        if let Some(answer) = shared.answers.get(question)
            && !used(question)
        {
            problems.add(does_not_apply(
                rubric,
                question,
                &shared.answers,
                answer.place,
            ));
        }
    }
}

fn decision(node: &Node, problems: &mut Problems<'_>) -> Option<RecordedDecision> {
    let mut fields = Fields::of(node, &DECISION, problems)?;
    let chosen = fields.get("chosen", problems, one_or_several);
    let decided_on = fields.get("decided-on", problems, date);
    let deciders = fields.get("deciders", problems, |node, problems| {
        list(node, "`deciders`", problems, prose)
    });
    let rubric_version = fields.get("rubric-version", problems, version);
    let rubric_hash = fields.get("rubric-hash", problems, content_hash);
    let recommended = fields.get("recommended", problems, one_or_several);
    let because = fields.get("because", problems, text);
    let review_by = fields.get("review-by", problems, date);
    let place = fields.place();
    if let (Some(decided_on), Some(review_by), Some(place)) =
        (decided_on, review_by, fields.key_place("review-by"))
        && review_by < decided_on
    {
        let found = format!("`review-by` lies before `decided-on`, which is {decided_on}");
        problems.add(Problem::new(ProblemCode::OutOfRange, place, found));
    }
    let at = |key| {
        fields
            .value_place(key)
            .unwrap_or(problems.first_line(place))
    };
    let places = DecisionPlaces {
        chosen: at("chosen"),
        rubric_version: at("rubric-version"),
        rubric_hash: at("rubric-hash"),
        review_by: at("review-by"),
    };
    fields.finish(problems);
    Some(RecordedDecision {
        chosen: chosen?,
        decided_on,
        deciders: deciders.unwrap_or_default(),
        rubric_version,
        rubric_hash,
        recommended: recommended.unwrap_or_default(),
        because,
        review_by,
        places,
    })
}
