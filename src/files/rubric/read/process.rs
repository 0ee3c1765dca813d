//! The process of a rubric.

use crate::files::limits::MOST_PROCESS_PARTS;

use crate::files::rubric::read::extend::Removed;
use crate::files::rubric::read::ids::{Context, UniqueIds, alternatives, own_id};
use crate::files::schema::build as schema;
use crate::files::yaml::problems::Problems;
use crate::files::yaml::reader::{
    Fields, at_most, check_id, items, known_id, list, prose, shortened, some_items, text,
};
use crate::files::yaml::shape::Kind::{Like, Ref};
use crate::files::yaml::shape::{Shape, optional, required};
use crate::files::yaml::suggest::expect_known;
use crate::files::yaml::tree::Node;
use crate::files::{
    Alternative, Place, Problem, ProblemCode, ProcessItem, ProcessKind, ProcessStep, WorkTime,
    WorkUnit,
};
use serde_json::{Value, json};

/// The keys that only steps and trials have.
const OF_STEPS: [&str; 6] = ["title", "takes", "needs", "gives", "gate", "after"];

#[rustfmt::skip] // a table
pub(crate) const PART: Shape = Shape {
    name: "a part of the process",
    about: "A part of how alternatives are gone about once they are chosen.",
    keys: &[
        required("id", Ref("id"), ""),
        required("kind", Like(part_kinds), "What it is for."),
        optional("for", Ref("alternatives"), "The alternatives it belongs to; all, if left out."),
        optional("when", Ref("condition"), "When it belongs there; always, if left out."),
        required("say", Ref("answer-text"), "What is done, asked, shown, tried or demanded."),
        optional("title", Ref("text"), "What the step is called."),
        optional("takes", Like(takes), "Working days or weeks, such as `2-3 days` or `1 week`."),
        optional("needs", Like(|| schema::some(schema::defined("text"), None)), "Who is needed."),
        optional("gives", Ref("text"), "What comes out of it."),
        optional("gate", Ref("text"), "What must hold to go on."),
        optional(
            "after",
            Like(|| schema::distinct(schema::list(schema::defined("id")))),
            "The steps that come before it; it can begin at once if left out.",
        ),
        optional("sources", Ref("source-ids"), ""),
    ],
};

fn takes() -> Value {
    json!({"type": "string", "pattern": "^[0-9]+(-[0-9]+)? (days?|weeks?)$"})
}

fn part_kinds() -> Value {
    let meaning = |kind| match kind {
        ProcessKind::Step => "Something to do.",
        ProcessKind::Trial => "The step in which the pass marks are tried.",
        ProcessKind::Want => "Something to ask for beside the musts, as it may be sent out.",
        ProcessKind::Demo => "A line of the script of a demonstration.",
        ProcessKind::PassMark => "What a trial has to show, so that it can fail.",
        ProcessKind::Data => "What a trial runs on.",
        ProcessKind::Reference => "A question to those who use it already.",
        ProcessKind::Security => "A question about security.",
        ProcessKind::Negotiation => "A point to agree on before signing.",
        ProcessKind::Exit => "What ends the attempt, or leads out of it later.",
    };
    let kinds =
        ProcessKind::ALL.map(|kind| json!({"const": kind.id(), "description": meaning(kind)}));
    json!({"oneOf": kinds})
}

/// The schema of a part: only steps and trials have what steps have, and they must have a title and take time.
pub(crate) fn part_schema() -> Value {
    let nothing: serde_json::Map<String, Value> = OF_STEPS
        .map(|key| (key.to_owned(), json!(false)))
        .into_iter()
        .collect();
    PART.object()
        .keyword(
            "if",
            json!({"properties": {"kind": {"enum": ["step", "trial"]}}}),
        )
        .keyword("then", json!({"required": ["title", "takes"]}))
        .keyword("else", json!({"properties": nothing}))
        .build()
}

/// An item whose `after` still names ids.
struct Read {
    item: ProcessItem,
    after: Vec<(String, Place)>,
}

/// Reads the process. What comes after what is looked up when every item is known.
pub(crate) fn process(
    node: &Node,
    context: &Context<'_>,
    removed: &Removed,
    problems: &mut Problems<'_>,
) -> Option<Vec<ProcessItem>> {
    let parts = items(node, "`process`", problems)?;
    if !at_most(
        MOST_PROCESS_PARTS,
        parts,
        "parts of the process",
        node,
        problems,
    ) {
        return None;
    }
    let before = problems.count();
    let mut ids = UniqueIds::default();
    let read = list(node, "`process`", problems, |node, problems| {
        item(node, context, &mut ids, problems)
    })?;
    // An item that could not be read would be missed by those that come after it.
    if problems.count() > before {
        return Some(read.into_iter().map(|read| read.item).collect());
    }
    Some(ordered(read, removed, problems))
}

fn item(
    node: &Node,
    context: &Context<'_>,
    ids: &mut UniqueIds,
    problems: &mut Problems<'_>,
) -> Option<Read> {
    let mut fields = Fields::of(node, &PART, problems)?;
    let id = fields.get("id", problems, |node, problems| own_id(node, ids, problems));
    let kind = fields.get("kind", problems, |node, problems| {
        let known = ProcessKind::ALL.map(ProcessKind::id);
        Some(ProcessKind::ALL[known_id(node, "kind of part", known, problems)?])
    });
    let of = fields.get("for", problems, alternatives);
    let when = fields.get("when", problems, context.condition());
    let say = fields.get("say", problems, context.answer_text());
    let mut after = Vec::new();
    let step = match kind {
        Some(kind) if !kind.takes_time() => {
            only_for_steps(&mut fields, problems);
            None
        }
        _ => step(&mut fields, &mut after, problems),
    };
    let sources = fields
        .get("sources", problems, context.sources())
        .unwrap_or_default();
    let place = fields.place();
    fields.finish(problems);
    let kind = kind?;
    if kind.takes_time() && step.is_none() {
        return None;
    }
    Some(Read {
        item: ProcessItem {
            id: id?,
            kind,
            alternatives: of.unwrap_or_else(|| Alternative::ALL.to_vec()),
            when,
            say: say?,
            step,
            sources,
            place,
        },
        after,
    })
}

/// Reports what only steps have.
fn only_for_steps(fields: &mut Fields<'_>, problems: &mut Problems<'_>) {
    for key in OF_STEPS {
        if let Some(place) = fields.key_place(key) {
            let found = format!("`{key}` of something that is no step");
            problems.add(
                Problem::new(ProblemCode::UnknownKey, place, found)
                    .help("only what is of `kind: step` or `kind: trial` has it"),
            );
        }
        fields.get(key, problems, |_, _| Some(()));
    }
}

/// Reads what a step has beside what is done in it; the ids of what comes before it go to `after`.
fn step(
    fields: &mut Fields<'_>,
    after: &mut Vec<(String, Place)>,
    problems: &mut Problems<'_>,
) -> Option<ProcessStep> {
    let title = fields.required("title", problems, prose);
    let takes = fields.required("takes", problems, work_time);
    let needs = fields.get("needs", problems, |node, problems| {
        let items = some_items(node, "`needs`", problems)?.iter();
        Some(items.filter_map(|item| prose(item, problems)).collect())
    });
    let gives = fields.get("gives", problems, prose);
    let gate = fields.get("gate", problems, prose);
    let earlier = fields.get("after", problems, |node, problems| {
        let items = items(node, "`after`", problems)?.iter();
        let read = items.filter_map(|item| {
            let id = check_id(&text(item, problems)?, item.place, problems)?;
            Some((id, item.place))
        });
        Some(read.collect())
    });
    *after = earlier.unwrap_or_default();
    Some(ProcessStep {
        title: title?,
        takes: takes?,
        needs: needs.unwrap_or_default(),
        gives,
        gate,
        after: Vec::new(),
    })
}

/// Reads a stretch of working time, such as `2-3 days` or `1 week`.
fn work_time(node: &Node, problems: &mut Problems<'_>) -> Option<WorkTime> {
    let written = text(node, problems)?;
    let time = parsed(&written);
    if time.is_none() {
        let found = format!("`{}` is no stretch of working time", shortened(&written));
        problems.add(
            Problem::new(ProblemCode::InvalidFormat, node.place, found).expected(format!(
                "days or weeks such as `2-3 days` or `1 week`, at most {} of them",
                WorkTime::MOST
            )),
        );
    }
    time
}

fn parsed(written: &str) -> Option<WorkTime> {
    let (amount, unit) = written.split_once(' ')?;
    let unit = match unit.trim() {
        "day" | "days" => WorkUnit::Days,
        "week" | "weeks" => WorkUnit::Weeks,
        _ => return None,
    };
    let number = |text: &str| {
        let is_plain = text.chars().all(|c| c.is_ascii_digit());
        text.parse::<u16>().ok().filter(|_| is_plain)
    };
    let (least, most) = match amount.split_once('-') {
        Some((least, most)) => (number(least)?, number(most)?),
        None => (number(amount)?, number(amount)?),
    };
    (1 <= least && least <= most && most <= WorkTime::MOST).then_some(WorkTime {
        least,
        most,
        unit,
    })
}

/// Looks up what comes after what, and that nothing comes after itself.
fn ordered(read: Vec<Read>, removed: &Removed, problems: &mut Problems<'_>) -> Vec<ProcessItem> {
    let steps: Vec<(usize, String)> = read
        .iter()
        .enumerate()
        .filter(|(_, read)| read.item.step.is_some())
        .map(|(at, read)| (at, read.item.id.clone()))
        .collect();
    let mut items = Vec::with_capacity(read.len());
    for Read { mut item, after } in read {
        let mut found = Vec::new();
        for (id, place) in after {
            let known = steps.iter().find(|(_, step)| *step == id);
            match known {
                Some((at, _)) if !found.contains(at) => found.push(*at),
                Some(_) => {
                    let found = format!("`{id}` stands here a second time");
                    problems.add(Problem::new(ProblemCode::DuplicateId, place, found));
                }
                None => {
                    let gone = removed.process.still_needed("step", &id, place);
                    problems.add(gone.unwrap_or_else(|| {
                        let found = format!("there is no step `{}`", shortened(&id));
                        let ids = steps.iter().map(|(_, id)| id.as_str());
                        let problem = Problem::new(ProblemCode::UnknownId, place, found);
                        expect_known(problem, &id, ids)
                    }));
                }
            }
        }
        if let Some(step) = &mut item.step {
            step.after = found;
        }
        items.push(item);
    }
    circle(&items, problems);
    items
}

/// Reports the first step that comes after itself.
fn circle(items: &[ProcessItem], problems: &mut Problems<'_>) {
    // What can be put in order is taken away, round by round, until nothing more can.
    let after = |at: usize| items[at].step.as_ref().map_or(&[][..], |step| &step.after);
    let mut left: Vec<usize> = (0..items.len()).collect();
    loop {
        let (stuck, free): (Vec<usize>, Vec<usize>) = left
            .iter()
            .partition(|at| after(**at).iter().any(|earlier| left.contains(earlier)));
        if free.is_empty() {
            left = stuck;
            break;
        }
        left = stuck;
    }
    if let Some(first) = left.first() {
        let item = &items[*first];
        let place = problems.first_line(item.place);
        let found = format!("step `{}` comes after itself", item.id);
        problems.add(
            Problem::new(ProblemCode::ProcessCycle, place, found)
                .help("take one of the steps out of an `after`"),
        );
    }
}
