//! Small random rubrics with answers.

use std::fmt::Write;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use trilemma::engine::scoring::Standing;
use trilemma::files::{
    Alternative, Answer, Answers, Files, Origin, QuestionIndex, QuestionKind, Rubric, RubricOrigin,
    Value, Weights, read_rubric,
};
use trilemma::files::{Facts, Status};

/// So many cases, the same on every run.
pub fn fixed(cases: u32) -> ProptestConfig {
    let seed = std::env::var("PROPTEST_RNG_SEED").ok();
    let seed = seed.and_then(|seed| seed.parse().ok()).unwrap_or(2019);
    ProptestConfig {
        cases,
        rng_seed: RngSeed::Fixed(seed),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// A row: the question it reads, what for, and its ratings.
pub type Row = (usize, u8, [i8; 3]);

/// A rubric and answers, as numbers to be turned into files.
#[derive(Debug, Clone)]
pub struct Draw {
    /// For each question: its kind, whether it has an `ask-when`, and its answer.
    pub questions: Vec<(u8, bool, u8)>,
    /// For each criterion: its weight and rows.
    pub criteria: Vec<(u8, Vec<Row>)>,
    /// For each veto: what it excludes, the question it reads, and what for.
    pub vetoes: Vec<(usize, usize, u8)>,
}

pub fn draw() -> impl Strategy<Value = Draw> {
    let questions = prop::collection::vec((0u8..4, any::<bool>(), 0u8..12), 2..6);
    let row = (0usize..6, 0u8..4, prop::array::uniform3(-2i8..=2));
    let criteria = prop::collection::vec((1u8..=10, prop::collection::vec(row, 1..4)), 1..6);
    let vetoes = prop::collection::vec((0usize..3, 0usize..6, 0u8..4), 0..4);
    (questions, criteria, vetoes).prop_map(|(questions, criteria, vetoes)| Draw {
        questions,
        criteria,
        vetoes,
    })
}

/// A condition on question `index` of the draw.
fn condition(draw: &Draw, index: usize, what: u8) -> String {
    let index = index % draw.questions.len();
    let test = match draw.questions[index].0 {
        0 => ["a", "[a, b]", "c", "[b, c]"][usize::from(what)],
        1 => [
            "{under: 5}",
            "{at-least: 10}",
            "{at-least: 5, under: 10}",
            "{under: 7}",
        ][usize::from(what)],
        2 => ["yes", "no", "yes", "no"][usize::from(what)],
        _ => [
            "{includes: x}",
            "{count: {at-least: 2}}",
            "{includes-any: [y, z]}",
            "{includes-all: [x, y]}",
        ][usize::from(what)],
    };
    format!("{{q{index}: {test}}}")
}

/// The beginning of a rubric with this id, up to its groups.
pub fn head(id: &str) -> String {
    format!(
        "rubric: {id}\nversion: 1.0.0\ntitle: Drawn\nsources: {{s: {{title: S}}}}\ngroups: [{{id: g, title: G}}]\n"
    )
}

/// A question of the draw, as an item of a list.
pub fn question_text(draw: &Draw, index: usize) -> String {
    let (kind, _, _) = draw.questions[index];
    let kind = match kind {
        0 => "choice, choices: [{id: a, label: A}, {id: b, label: B}, {id: c, label: C}]",
        1 => "number, minimum: 0, maximum: 20",
        2 => "yes-no",
        _ => "choices, choices: [{id: x, label: X}, {id: y, label: Y}, {id: z, label: Z}]",
    };
    let when = match question_reads(draw, index) {
        Some(other) => format!(", ask-when: {}", condition(draw, other, 0)),
        None => String::new(),
    };
    format!("  - {{id: q{index}, group: g, ask: Q, type: {kind}{when}}}\n")
}

/// The question that the `ask-when` of a question reads.
pub fn question_reads(draw: &Draw, index: usize) -> Option<usize> {
    let (_, is_conditional, _) = draw.questions[index];
    index.checked_sub(1).filter(|_| is_conditional)
}

/// A criterion of the draw with this weight, as an item of a list.
pub fn criterion_text(draw: &Draw, index: usize, weight: u8) -> String {
    let (_, rows) = &draw.criteria[index];
    let mut text = format!(
        "  - {{id: c{index}, group: g, title: C, weight: {weight}, why: W, sources: [s], levels: [\n"
    );
    for (question, what, ratings) in rows {
        let when = condition(draw, *question, *what);
        let effect = if ratings == &[2, 2, 2] {
            "not-applicable: yes".to_owned()
        } else {
            rating(*ratings)
        };
        writeln!(text, "      {{when: {when}, {effect}, because: B}},").expect("a string takes it");
    }
    let last = rows
        .first()
        .map_or([0; 3], |(_, _, ratings)| ratings.map(|rating| -rating));
    writeln!(
        text,
        "      {{otherwise: true, {}, because: B}}]}}",
        rating(last)
    )
    .expect("a string takes it");
    text
}

/// A veto of the draw, as an item of a list.
pub fn veto_text(draw: &Draw, index: usize) -> String {
    let (excludes, question, what) = draw.vetoes[index];
    let excludes = Alternative::ALL[excludes].id();
    let when = condition(draw, question, what);
    format!(
        "  - {{id: v{index}, excludes: [{excludes}], when: {when}, because: B, lifted-by: L, sources: [s]}}\n"
    )
}

fn rubric_text(draw: &Draw) -> String {
    let questions = (0..draw.questions.len()).map(|index| question_text(draw, index));
    let criteria = draw.criteria.iter().enumerate();
    let criteria = criteria.map(|(index, (weight, _))| criterion_text(draw, index, *weight));
    let vetoes = (0..draw.vetoes.len()).map(|index| veto_text(draw, index));
    head("drawn")
        + &section("questions", questions)
        + &section("criteria", criteria)
        + &section("vetoes", vetoes)
}

/// A key with the items of its list; nothing if there are none.
pub fn section(key: &str, items: impl IntoIterator<Item = String>) -> String {
    let items: String = items.into_iter().collect();
    if items.is_empty() {
        items
    } else {
        format!("{key}:\n{items}")
    }
}

fn rating([build, buy, open_source]: [i8; 3]) -> String {
    format!("build: {build}, buy: {buy}, open-source: {open_source}")
}

pub fn read(draw: &Draw) -> Rubric {
    read_with_files(draw).0
}

/// The drawn rubric with the file that its places refer to.
pub fn read_with_files(draw: &Draw) -> (Rubric, Files) {
    let mut files = Files::default();
    let file = files.add("rubric.yaml", rubric_text(draw));
    let rubric = read_rubric(file, &mut files, RubricOrigin::Bundled);
    (rubric.expect("the drawn rubric is sound"), files)
}

/// Every value of a question that a condition could tell from another, and more.
pub fn values(rubric: &Rubric, question: QuestionIndex) -> Vec<Value> {
    match &rubric.question(question).kind {
        QuestionKind::Choice(choices) => (0..choices.len()).map(Value::Choice).collect(),
        QuestionKind::Choices { .. } => (1u64..8).map(|bits| Value::Choices(set(bits))).collect(),
        QuestionKind::Number { .. } => [0.0, 5.0, 7.5, 10.0].map(Value::Number).to_vec(),
        QuestionKind::YesNo => vec![Value::YesNo(true), Value::YesNo(false)],
        QuestionKind::Text => Vec::new(),
    }
}

fn set(bits: u64) -> trilemma::files::ChoiceSet {
    trilemma::files::ChoiceSet::from_bits(bits)
}

/// The drawn answers; one in three is missing.
pub fn answers(rubric: &Rubric, draw: &Draw) -> Answers {
    let mut files = Files::default();
    let file = files.add("answers", "x");
    let place = trilemma::files::Place {
        file,
        start: 0,
        end: 1,
    };
    let mut answers = Answers::none(rubric.questions.len());
    for (question, (_, _, answer)) in rubric.question_indices().zip(&draw.questions) {
        let values = values(rubric, question);
        if answer % 3 != 0 {
            let value = Some(values[usize::from(*answer) % values.len()].clone());
            answers.set(
                question,
                Answer {
                    derived: None,
                    value,
                    note: None,
                    source: None,
                    origin: Origin::Shared,
                    place,
                },
            );
        }
    }
    answers
}

pub fn standing(rubric: &Rubric, answers: &Answers) -> Standing {
    let weights = Weights::unchanged(rubric.criteria.len());
    Standing::new(rubric, &Facts::new(rubric, answers), &weights)
}

/// Calls `visit` with every way to answer what is not answered.
pub fn complete(rubric: &Rubric, answers: &Answers, visit: &mut impl FnMut(&Answers)) {
    let facts = Facts::new(rubric, answers);
    let open = |question: &QuestionIndex| {
        facts.status(*question) == Status::Open && facts.value(*question).is_none()
    };
    let Some(question) = rubric.question_indices().find(open) else {
        return visit(answers);
    };
    let mut files = Files::default();
    let place = trilemma::files::Place {
        file: files.add("answers", "x"),
        start: 0,
        end: 1,
    };
    for value in values(rubric, question) {
        let mut more = answers.clone();
        more.set(
            question,
            Answer {
                derived: None,
                value: Some(value),
                note: None,
                source: None,
                origin: Origin::Shared,
                place,
            },
        );
        complete(rubric, &more, visit);
    }
}
