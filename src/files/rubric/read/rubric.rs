//! Rubric files.

use crate::files::limits::{MOST_CRITERIA, MOST_PROCESS_PARTS, MOST_QUESTIONS};
use crate::files::rubric::read::chain::{EXTENDS, Layer};
use crate::files::rubric::read::extend::{REMOVE, Removed};
use crate::files::rubric::read::ids::{Context, Defined, DefinedQuestions};
use crate::files::rubric::read::inheritance::Inherited;
use crate::files::rubric::read::source::sources;
use crate::files::rubric::read::{advice, criterion, must, process, question};
use crate::files::schema::build as schema;
use crate::files::yaml::problems::Problems;
use crate::files::yaml::reader::{Fields, number, prose, version};
use crate::files::yaml::shape::Kind::{Like, Map, Ref};
use crate::files::yaml::shape::{Shape, optional, required};
use crate::files::yaml::tree::Node;
use crate::files::{
    Ancestor, EvidenceCounts, FirmnessThresholds, LandscapeName, Must, Problem, ProblemCode,
    Rubric, Source, Threshold,
};
use serde_json::{Value, json};

const TIE_MARGIN: f64 = 5.0;
const MIN_COVERAGE: f64 = 0.6;

#[rustfmt::skip] // a table
const RUBRIC: Shape = Shape {
    name: "a rubric",
    about: "A rubric: what is asked, and what follows from the answers.",
    keys: &[
        required("rubric", Ref("id"), ""),
        required("version", Ref("version"), "The version of its content, such as `1.2.0`."),
        required("title", Ref("text"), "What it is called."),
        optional("about", Ref("text"), "What it is for."),
        optional(
            EXTENDS,
            Ref("rubric-name"),
            "The rubric to take everything from that is not replaced here: a bundled id, or a `.yaml` file relative to this one.",
        ),
        optional(
            "weights",
            Like(|| schema::map_by_id(schema::defined("weight"))),
            "Other weights for criteria of the rubric that this one extends.",
        ),
        optional("remove", Map(&REMOVE), ""),
        optional(
            "tie-margin",
            Like(|| schema::number(Some(0.0), Some(100.0))),
            "Points within which there is no winner; 5 if left out.",
        ),
        optional(
            "min-coverage",
            Like(share),
            "Share of the weight that must be answered before anything is recommended; 0.6 if left out.",
        ),
        optional("firmness", Like(firmness_schema), ""),
        optional("sources", Like(|| schema::map_by_id(schema::defined("source"))), "What rows rest on. By id."),
        optional("groups", Like(|| list_of("group")), "Their order is the order of asking."),
        optional(
            "questions",
            Like(|| schema::at_most(list_of("question"), MOST_QUESTIONS)),
            "What is asked, group by group.",
        ),
        optional(
            "criteria",
            Like(|| schema::at_most(list_of("criterion"), MOST_CRITERIA)),
            "The aspects on which the alternatives differ.",
        ),
        optional("vetoes", Like(|| list_of("veto")), "What rules an alternative out, whatever it scores."),
        optional(
            "landscape",
            Like(|| json!({"type": "string", "minLength": 1})),
            "The landscape of candidates: a bundled id, or a `.yaml` file relative to this one.",
        ),
        optional("evidence-counts", Map(&must::EVIDENCE_COUNTS), ""),
        optional(
            "musts",
            Like(|| list_of("must")),
            "What candidates of the landscape have to meet, as far as the answers demand it.",
        ),
        optional("advice", Like(|| list_of("advice")), "What is said beside a recommendation."),
        optional("next-steps", Map(&advice::NEXT_STEPS), ""),
        optional(
            "process",
            Like(|| schema::at_most(list_of("part"), MOST_PROCESS_PARTS)),
            "How each alternative is gone about once it is chosen.",
        ),
    ],
};

#[rustfmt::skip] // a table
const FIRMNESS: Shape = Shape {
    name: "`firmness`",
    about: "What makes a recommendation robust, or a leaning; less is fragile.",
    keys: &[
        optional("robust", Map(&THRESHOLD), ""),
        optional("leaning", Map(&THRESHOLD), ""),
    ],
};

#[rustfmt::skip] // a table
const THRESHOLD: Shape = Shape {
    name: "a threshold",
    about: "The least of each measure, all of which must be reached.",
    keys: &[
        optional(
            "acceptability",
            Like(share),
            "Share of the weightings near the stated ones under which it comes first",
        ),
        optional(
            "weight-error",
            Like(share),
            "Share by which every weight may be off at once before it could be overtaken",
        ),
        optional(
            "outlook",
            Like(share),
            "Share of the ways in which the open questions could turn out that leave it first",
        ),
    ],
};

fn share() -> Value {
    schema::number(Some(0.0), Some(1.0))
}

fn list_of(defined: &str) -> Value {
    schema::list(schema::defined(defined))
}

/// The schema of firmness, which says what each measure is if it is left out.
fn firmness_schema() -> Value {
    let mut schema = FIRMNESS.schema();
    let default = FirmnessThresholds::default();
    for (level, least) in [("robust", default.robust), ("leaning", default.leaning)] {
        for (measure, least) in [
            ("acceptability", least.acceptability),
            ("weight-error", least.weight_error),
            ("outlook", least.outlook),
        ] {
            let about = &mut schema["properties"][level]["properties"][measure]["description"];
            let says = about.as_str().unwrap_or_default();
            *about = format!("{says}; {least} if left out.").into();
        }
    }
    schema
}

/// The schema of a rubric, of which one that extends no other needs more.
pub(crate) fn rubric_schema() -> Value {
    let some = json!({"minItems": 1});
    let on_its_own = json!({
        "required": ["groups", "questions", "criteria"],
        "properties": {"groups": some, "questions": some, "criteria": some, "weights": false, "remove": false},
    });
    let schema = RUBRIC
        .object()
        .keyword("if", json!({"required": [EXTENDS]}));
    schema.keyword("else", on_its_own).build()
}

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
    let mut fields = Fields::of(node, &RUBRIC, problems)?;
    let id = fields.get("rubric", problems, |node, problems| {
        own_id(node, above, problems)
    });
    let version = fields.get("version", problems, version);
    let title = fields.get("title", problems, prose);
    let about = fields.get("about", problems, prose);
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
        let stated = inherited.and_then(|inherited| inherited.original_weights.get(&criterion.id));
        criterion.inherited_weight = stated.and_then(|node| criterion::weight(node, problems));
    }
    let vetoes = fields
        .get("vetoes", problems, |node, problems| {
            Some(criterion::vetoes(node, &context, problems))
        })
        .unwrap_or_default();
    let candidate_rules = CandidateRules::read(&mut fields, &context, complete, problems);
    let advice = fields
        .get("advice", problems, |node, problems| {
            Some(advice::advice(node, &context, problems))
        })
        .unwrap_or_default();
    let next_steps = fields
        .get("next-steps", problems, |node, problems| {
            advice::next_steps(node, &context, problems)
        })
        .unwrap_or_default();
    let process = fields
        .get("process", problems, |node, problems| {
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
        musts: candidate_rules.musts,
        evidence_counts: candidate_rules.evidence_counts,
        landscape: candidate_rules.landscape,
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
        let tie_margin = fields.get("tie-margin", problems, |node, problems| {
            number(node, (Some(0.0), Some(100.0)), problems)
        });
        let min_coverage = fields.get("min-coverage", problems, |node, problems| {
            number(node, (Some(0.0), Some(1.0)), problems)
        });
        let firmness = fields.get("firmness", problems, firmness);
        Self {
            tie_margin: tie_margin.unwrap_or(TIE_MARGIN),
            min_coverage: min_coverage.unwrap_or(MIN_COVERAGE),
            firmness: firmness.unwrap_or_default(),
        }
    }
}

fn known_sources(fields: &mut Fields<'_>, problems: &mut Problems<'_>) -> Defined<Source> {
    let are_given = fields.has("sources");
    let sources = fields.get("sources", problems, |node, problems| {
        Some(sources(node, problems))
    });
    match sources {
        Some(sources) => sources,
        None if are_given => Defined::unreadable(),
        None => Defined::none(),
    }
}

/// What candidates are matched by.
struct CandidateRules {
    landscape: Option<LandscapeName>,
    evidence_counts: EvidenceCounts,
    musts: Vec<Must>,
}

impl CandidateRules {
    fn read(
        fields: &mut Fields<'_>,
        context: &Context<'_>,
        complete: bool,
        problems: &mut Problems<'_>,
    ) -> Self {
        let landscape = fields.get("landscape", problems, must::landscape_name);
        let evidence_counts = fields.get("evidence-counts", problems, must::evidence_counts);
        let musts = fields.get("musts", problems, |node, problems| {
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
    fields.get(EXTENDS, problems, |_, _| Some(()));
    for (key, help) in [
        ("weights", "a criterion has its weight where it is defined"),
        ("remove", "there is nothing to remove but what is inherited"),
    ] {
        if let (true, Some(place)) = (alone, fields.key_place(key)) {
            let found = format!("`{key}` in a rubric without `{EXTENDS}`");
            problems.add(Problem::new(ProblemCode::UnknownKey, place, found).help(help));
        }
        fields.get(key, problems, |_, _| Some(()));
    }
}

fn firmness(node: &Node, problems: &mut Problems<'_>) -> Option<FirmnessThresholds> {
    let default = FirmnessThresholds::default();
    let mut fields = Fields::of(node, &FIRMNESS, problems)?;
    let mut read = |key, default| {
        fields
            .get(key, problems, |node, problems| {
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
    let mut fields = Fields::of(node, &THRESHOLD, problems)?;
    let mut read = |key, default| {
        let share = |node: &Node, problems: &mut Problems<'_>| {
            number(node, (Some(0.0), Some(1.0)), problems)
        };
        fields.get(key, problems, share).unwrap_or(default)
    };
    let threshold = Threshold {
        acceptability: read("acceptability", default.acceptability),
        weight_error: read("weight-error", default.weight_error),
        outlook: read("outlook", default.outlook),
    };
    fields.finish(problems);
    Some(threshold)
}
