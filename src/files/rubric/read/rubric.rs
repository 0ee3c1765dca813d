//! Rubric files.

use crate::files::rubric::read::chain::{EXTENDS, Layer};
use crate::files::rubric::read::ids::{Context, Defined, DefinedQuestions};
use crate::files::rubric::read::inherited::Inherited;
use crate::files::rubric::read::removed::Removed;
use crate::files::rubric::read::source::sources;
use crate::files::rubric::read::{advice, criterion, must, process, question, veto};
use crate::files::yaml::problems::Problems;
use crate::files::yaml::reader::{Fields, number, prose, version};
use crate::files::yaml::tree::Node;
use crate::files::{
    Ancestor, EvidenceCounts, FirmnessThresholds, LandscapeName, Must, Problem, ProblemCode,
    Rubric, Source, Threshold,
};

const TIE_MARGIN: f64 = 5.0;
const MIN_COVERAGE: f64 = 0.6;

/// Reads a rubric, with what it has from others already in its tree.
pub(crate) fn rubric(
    layer: &Layer,
    inherited: Option<&Inherited>,
    problems: &mut Problems<'_>,
) -> Option<Rubric> {
    let node = &layer.tree;
    let nothing = Removed::default();
    let (above, removed) = match inherited {
        Some(inherited) => (inherited.lineage.as_slice(), &inherited.removed),
        None => (&[][..], &nothing),
    };
    let mut fields = Fields::read(node, "a rubric", problems)?;
    let id = fields.required("rubric", problems, |node, problems| {
        own_id(node, above, problems)
    });
    let version = fields.required("version", problems, version);
    let title = fields.required("title", problems, prose);
    let about = fields.optional("about", problems, prose);
    // What is meant to extend another rubric, and does not for a slip, refers to more than there is.
    let complete = !fields.misspells(EXTENDS);
    changes(&mut fields, complete && inherited.is_none(), problems);
    let thresholds = Thresholds::read(&mut fields, problems);
    let sources =
        known_sources(&mut fields, problems).known_to_be(complete, removed.sources.clone());
    let groups = fields
        .required_if(complete, "groups", problems, |node, problems| {
            Some(question::groups(node, problems))
        })
        .unwrap_or_else(Defined::unreadable)
        .known_to_be(complete, removed.groups.clone());
    let questions = fields
        .required_if(complete, "questions", problems, |node, problems| {
            let removed = removed.questions.clone();
            Some(question::questions(node, &groups, removed, problems))
        })
        .filter(|_| complete)
        .unwrap_or_else(DefinedQuestions::unreadable);
    let context = Context {
        questions: &questions,
        groups: &groups,
        sources: &sources,
    };
    let mut criteria = fields
        .required_if(complete, "criteria", problems, |node, problems| {
            Some(criterion::criteria(node, &context, problems))
        })
        .unwrap_or_default();
    for criterion in &mut criteria {
        let stated = inherited.and_then(|inherited| inherited.reweighted.get(&criterion.id));
        criterion.inherited_weight = stated.and_then(|node| criterion::weight(node, problems));
    }
    let vetoes = fields
        .optional("vetoes", problems, |node, problems| {
            Some(veto::vetoes(node, &context, problems))
        })
        .unwrap_or_default();
    let matched = Matched::read(&mut fields, &context, complete, problems);
    let advice = fields
        .optional("advice", problems, |node, problems| {
            Some(advice::advice(node, &context, problems))
        })
        .unwrap_or_default();
    let next_steps = fields
        .optional("next-steps", problems, |node, problems| {
            advice::next_steps(node, &context, problems)
        })
        .unwrap_or_default();
    let process = fields
        .optional("process", problems, |node, problems| {
            process::process(node, &context, removed, problems)
        })
        .unwrap_or_default();
    fields.finish(problems);
    let (id, version) = (id?, version?);
    let own = Ancestor {
        id: id.clone(),
        version: version.clone(),
        origin: layer.origin.clone(),
        file: layer.file,
    };
    Some(Rubric {
        id,
        version,
        title: title?,
        about,
        lineage: above.iter().cloned().chain([own]).collect(),
        tie_margin: thresholds.tie_margin,
        min_coverage: thresholds.min_coverage,
        firmness: thresholds.firmness,
        questions: questions.in_order,
        groups: groups.items,
        sources: sources.items,
        criteria,
        vetoes,
        musts: matched.musts,
        evidence_counts: matched.evidence_counts,
        landscape: matched.landscape,
        advice,
        next_steps,
        process,
    })
}

/// What a result has to come to.
struct Thresholds {
    tie_margin: f64,
    min_coverage: f64,
    firmness: FirmnessThresholds,
}

impl Thresholds {
    fn read(fields: &mut Fields<'_>, problems: &mut Problems<'_>) -> Self {
        let tie_margin = fields.optional("tie-margin", problems, |node, problems| {
            number(node, (Some(0.0), Some(100.0)), problems)
        });
        let min_coverage = fields.optional("min-coverage", problems, |node, problems| {
            number(node, (Some(0.0), Some(1.0)), problems)
        });
        let firmness = fields.optional("firmness", problems, firmness);
        Self {
            tie_margin: tie_margin.unwrap_or(TIE_MARGIN),
            min_coverage: min_coverage.unwrap_or(MIN_COVERAGE),
            firmness: firmness.unwrap_or_default(),
        }
    }
}

fn known_sources(fields: &mut Fields<'_>, problems: &mut Problems<'_>) -> Defined<Source> {
    if !fields.has("sources") {
        return Defined::none();
    }
    let sources = fields.optional("sources", problems, |node, problems| {
        Some(sources(node, problems))
    });
    sources.unwrap_or_else(Defined::unreadable)
}

/// What candidates are matched by.
struct Matched {
    landscape: Option<LandscapeName>,
    evidence_counts: EvidenceCounts,
    musts: Vec<Must>,
}

impl Matched {
    fn read(
        fields: &mut Fields<'_>,
        context: &Context<'_>,
        complete: bool,
        problems: &mut Problems<'_>,
    ) -> Self {
        let landscape = fields.optional("landscape", problems, must::landscape_name);
        let evidence_counts = fields.optional("evidence-counts", problems, must::evidence_counts);
        let musts = fields.optional("musts", problems, |node, problems| {
            Some(must::musts(node, context, problems))
        });
        let place = fields.key_place("musts").filter(|_| complete);
        if let (Some(place), false) = (place, fields.has("landscape")) {
            problems.add(
                Problem::new(ProblemCode::MissingKey, place, "musts without a landscape")
                    .expected("`landscape: …`, whose words they use"),
            );
        }
        Self {
            landscape,
            evidence_counts: evidence_counts.unwrap_or_default(),
            musts: musts.unwrap_or_default(),
        }
    }
}

/// Reads the id of a rubric, which none that it extends may have.
fn own_id(node: &Node, above: &[Ancestor], problems: &mut Problems<'_>) -> Option<String> {
    let id = crate::files::yaml::reader::id(node, problems)?;
    if above.iter().any(|ancestor| ancestor.id == id) {
        let found = format!("`{id}` is the id of a rubric that this one extends");
        problems.add(
            Problem::new(ProblemCode::DuplicateId, node.place, found)
                .help("give this one an id of its own"),
        );
    }
    Some(id)
}

/// Passes over what was dealt with when the rubric was put over the one it extends; alone, it has no use for it.
fn changes(fields: &mut Fields<'_>, alone: bool, problems: &mut Problems<'_>) {
    fields.optional(EXTENDS, problems, |_, _| Some(()));
    for (key, help) in [
        ("weights", "a criterion has its weight where it is defined"),
        ("remove", "there is nothing to remove but what is inherited"),
    ] {
        if let (true, Some(place)) = (alone, fields.key_place(key)) {
            let found = format!("`{key}` in a rubric without `{EXTENDS}`");
            problems.add(Problem::new(ProblemCode::UnknownKey, place, found).help(help));
        }
        fields.optional(key, problems, |_, _| Some(()));
    }
}

fn firmness(node: &Node, problems: &mut Problems<'_>) -> Option<FirmnessThresholds> {
    let default = FirmnessThresholds::default();
    let mut fields = Fields::read(node, "`firmness`", problems)?;
    let mut read = |key, default| {
        fields
            .optional(key, problems, |node, problems| {
                threshold(node, default, problems)
            })
            .unwrap_or(default)
    };
    let thresholds = FirmnessThresholds {
        robust: read("robust", default.robust),
        leaning: read("leaning", default.leaning),
    };
    fields.finish(problems);
    Some(thresholds)
}

fn threshold(node: &Node, default: Threshold, problems: &mut Problems<'_>) -> Option<Threshold> {
    let mut fields = Fields::read(node, "a threshold", problems)?;
    let mut read = |key, default| {
        let share = |node: &Node, problems: &mut Problems<'_>| {
            number(node, (Some(0.0), Some(1.0)), problems)
        };
        fields.optional(key, problems, share).unwrap_or(default)
    };
    let threshold = Threshold {
        acceptability: read("acceptability", default.acceptability),
        weight_error: read("weight-error", default.weight_error),
        outlook: read("outlook", default.outlook),
    };
    fields.finish(problems);
    Some(threshold)
}
