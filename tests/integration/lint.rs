//! What `rubric lint` finds, against trying every answer.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;

use crate::common::{Run, files_with_ending, root, run, trilemma};
use crate::drawn;
use crate::drawn::{complete, values};
use proptest::prelude::*;
use trilemma::engine::scoring::LevelStatus;
use trilemma::files::{
    Alternative, Answer, Answers, BUNDLED, Files, Origin, Place, Problem, ProblemCode,
    QuestionIndex, Rubric, RubricOrigin, Severity, Text, Truth, Value, read_rubric,
};
use trilemma::files::{Facts, Status};
use trilemma::topics::lint::{CODES, lint};

#[test]
fn every_bundled_rubric_is_without_findings() {
    for bundled in BUNDLED {
        let run = run("", &["rubric", "lint", bundled.id]);
        assert_eq!(run.code, Some(0), "{}", run.stdout);
        assert!(run.stdout.ends_with(": nothing found\n"), "{}", run.stdout);
    }
}

#[test]
fn every_code_is_found_in_some_recorded_run() {
    let cases = files_with_ending(&root().join("tests/golden/lint"), "golden");
    let recorded: String = cases
        .iter()
        .filter(|case| !case.ends_with("help.golden"))
        .map(|case| fs::read_to_string(case).expect("the case can be read"))
        .collect();
    for code in CODES {
        let shown = format!("{}[{}]: ", code.severity().id(), code.id());
        assert!(recorded.contains(&shown), "no recorded run shows {shown}");
    }
}

#[test]
fn help_tells_what_can_be_found() {
    let run = run("", &["rubric", "lint", "--help"]);
    for code in CODES {
        assert!(
            run.stdout.contains(&format!("{} (", code.id())),
            "{}",
            code.id()
        );
    }
}

#[test]
fn the_exit_code_does_not_depend_on_the_format() {
    let folder = "tests/golden/lint";
    for (file, plain, denied) in [
        ("sound.yaml", 0, 0),
        ("group-of-nothing.yaml", 0, 2),
        ("gap-of-one-choice.yaml", 2, 2),
        ("criterion-without-sources.yaml", 2, 2),
    ] {
        for format in ["human", "json"] {
            let lint = ["rubric", "lint", file, "--format", format];
            assert_eq!(run(folder, &lint).code, Some(plain), "{file} as {format}");
            let strict = [&lint[..], &["--deny-warnings"]].concat();
            assert_eq!(
                run(folder, &strict).code,
                Some(denied),
                "{file} as {format}"
            );
        }
    }
}

#[test]
fn the_day_may_come_from_the_environment() {
    let lint = |epoch: &str| {
        let mut command = trilemma(&root().join("tests/golden/lint"));
        command.args([
            "rubric",
            "lint",
            "sources-of-age.yaml",
            "--max-source-age",
            "5",
        ]);
        command.env("SOURCE_DATE_EPOCH", epoch);
        Run::from(command.output().expect("the program runs"))
    };
    let found = lint("1735646400");
    assert_eq!(found.code, Some(0));
    assert!(
        found.stdout.contains("warning[old-source]: `leaflet`"),
        "{}",
        found.stdout
    );
    assert!(!found.stdout.contains("`almanac`"), "{}", found.stdout);
    let later = lint("1735732800");
    assert!(
        later.stdout.contains("warning[old-source]: `almanac`"),
        "{}",
        later.stdout
    );
    assert_eq!(lint("yesterday").code, Some(2));
}

/// Each question reads the two before it, so that following every way through them would never end.
#[test]
fn a_long_chain_of_questions_that_hang_on_each_other_is_followed_once() {
    let mut text = String::from(
        "rubric: chain\nversion: 1.0.0\ntitle: Chain\nsources: {s: {title: S}}\ngroups: [{id: g, title: G}]\nquestions:\n",
    );
    for index in 0..100 {
        let when = match index {
            0 | 1 => String::new(),
            _ => format!(
                ", ask-when: {{any-of: [{{q{}: yes}}, {{q{}: no}}]}}",
                index - 1,
                index - 2
            ),
        };
        writeln!(
            text,
            "  - {{id: q{index}, group: g, ask: Q, type: yes-no{when}}}"
        )
        .expect("a string takes it");
    }
    text +=
        "criteria:\n  - {id: c, group: g, title: C, weight: 1, why: W, sources: [s], levels: [\n";
    text +=
        "      {when: {q99: yes}, build: 1, because: B}, {when: {q99: no}, buy: 1, because: B}]}\n";
    let mut files = Files::default();
    let file = files.add("chain.yaml", text);
    let rubric = read_rubric(file, &mut files, RubricOrigin::Bundled).expect("the chain is sound");
    let found = lint(&rubric, &files, None);
    let gap = found
        .iter()
        .find(|problem| problem.code == ProblemCode::UncoveredAnswers);
    let gap = gap.expect("where the last question is not asked, no row applies");
    assert!(gap.found.contains("`q99`"), "{}", gap.found);
}

/// A condition, to be written out.
#[derive(Debug, Clone)]
enum Draft {
    Test(usize, u8),
    All(Vec<Draft>),
    Any(Vec<Draft>),
    Not(Box<Draft>),
}

/// A rubric with one criterion, a veto and a piece of advice, as numbers to be turned into a file.
#[derive(Debug, Clone)]
struct Draw {
    /// For each question: its kind, and when it is asked.
    questions: Vec<(u8, Option<Draft>)>,
    /// For each row: its condition, and the question that its text names.
    rows: Vec<(Draft, usize)>,
    otherwise: bool,
    veto: Draft,
    advice: (Draft, usize),
}

fn condition() -> impl Strategy<Value = Draft> {
    let test = (0usize..4, 0u8..4).prop_map(|(question, what)| Draft::Test(question, what));
    test.prop_recursive(3, 8, 3, |part| {
        let parts = prop::collection::vec(part.clone(), 1..4);
        prop_oneof![
            parts.clone().prop_map(Draft::All),
            parts.prop_map(Draft::Any),
            part.prop_map(|part| Draft::Not(Box::new(part))),
        ]
    })
}

fn draw() -> impl Strategy<Value = Draw> {
    let question = (0u8..4, prop::option::of(condition()));
    let questions = prop::collection::vec(question, 1..5);
    let rows = prop::collection::vec((condition(), 0usize..4), 1..6);
    let advice = (condition(), 0usize..4);
    (questions, rows, any::<bool>(), condition(), advice).prop_map(
        |(questions, rows, otherwise, veto, advice)| Draw {
            questions,
            rows,
            otherwise,
            veto,
            advice,
        },
    )
}

/// A condition on the first `among` questions of the draw.
fn written(draft: &Draft, draw: &Draw, among: usize) -> String {
    let list = |parts: &[Draft]| {
        let parts: Vec<String> = parts
            .iter()
            .map(|part| written(part, draw, among))
            .collect();
        parts.join(", ")
    };
    match draft {
        Draft::All(parts) => format!("{{all-of: [{}]}}", list(parts)),
        Draft::Any(parts) => format!("{{any-of: [{}]}}", list(parts)),
        Draft::Not(part) => format!("{{not: {}}}", written(part, draw, among)),
        Draft::Test(question, what) => {
            let question = question % among;
            let tests = match draw.questions[question].0 {
                0 => ["a", "[a, b]", "c", "[b, c]"],
                1 => [
                    "{under: 5}",
                    "{at-least: 10}",
                    "{at-least: 5, under: 10}",
                    "{under: 7}",
                ],
                2 => ["yes", "no", "yes", "no"],
                _ => [
                    "{includes: x}",
                    "{count: {at-least: 2}}",
                    "{includes-any: [y, z]}",
                    "{includes-all: [x, y]}",
                ],
            };
            format!("{{q{question}: {}}}", tests[usize::from(*what)])
        }
    }
}

fn rubric_text(draw: &Draw) -> Result<String, std::fmt::Error> {
    let mut text = String::from(
        "rubric: drawn\nversion: 1.0.0\ntitle: Drawn\nsources: {s: {title: S}}\ngroups: [{id: g, title: G}]\nquestions:\n",
    );
    for (index, (kind, when)) in draw.questions.iter().enumerate() {
        let kind = match kind {
            0 => "choice, choices: [{id: a, label: A}, {id: b, label: B}, {id: c, label: C}]",
            1 => "number, minimum: 0, maximum: 20",
            2 => "yes-no",
            _ => "choices, choices: [{id: x, label: X}, {id: y, label: Y}, {id: z, label: Z}]",
        };
        let when = when.as_ref().filter(|_| index > 0);
        let when = when.map_or(String::new(), |when| {
            format!(", ask-when: {}", written(when, draw, index))
        });
        writeln!(
            text,
            "  - {{id: q{index}, group: g, ask: Q, type: {kind}{when}}}"
        )?;
    }
    let among = draw.questions.len();
    text +=
        "criteria:\n  - {id: c, group: g, title: C, weight: 1, why: W, sources: [s], levels: [\n";
    for (row, (when, named)) in draw.rows.iter().enumerate() {
        let (when, named) = (written(when, draw, among), named % among);
        writeln!(
            text,
            "      {{when: {when}, build: 1, because: \"{row} {{q{named}}}\"}},"
        )?;
    }
    if draw.otherwise {
        text += "      {otherwise: true, buy: 1, because: \"last {q0}\"},\n";
    }
    let (veto, advice) = (
        written(&draw.veto, draw, among),
        written(&draw.advice.0, draw, among),
    );
    let named = draw.advice.1 % among;
    writeln!(
        text,
        "  ]}}\nvetoes: [{{id: v, excludes: [build], when: {veto}, because: B, lifted-by: L, sources: [s]}}]"
    )?;
    writeln!(
        text,
        "advice: [{{id: a, kind: caution, when: {advice}, say: \"{{q{named}}}\"}}]"
    )?;
    Ok(text)
}

fn read(draw: &Draw) -> (Rubric, Files) {
    let mut files = Files::default();
    let text = rubric_text(draw).expect("a string takes it");
    let file = files.add("rubric.yaml", text);
    let rubric = read_rubric(file, &mut files, RubricOrigin::Bundled);
    (rubric.expect("the drawn rubric is sound"), files)
}

/// What trying every answer shows.
#[derive(Debug, Default)]
struct Tried {
    rows: BTreeSet<usize>,
    gap: bool,
    /// Whether the veto was seen to fire, and not to.
    veto: BTreeSet<bool>,
    advice: bool,
    asked: BTreeSet<QuestionIndex>,
}

fn try_everything(rubric: &Rubric) -> Tried {
    let mut tried = Tried::default();
    complete(
        rubric,
        &Answers::none(rubric.questions.len()),
        &mut |answers| {
            let facts = Facts::new(rubric, answers);
            match LevelStatus::of(&rubric.criteria[0], &facts) {
                LevelStatus::Known(row) => {
                    tried.rows.insert(row);
                }
                LevelStatus::Gap => tried.gap = true,
                LevelStatus::Open(_) => unreachable!("everything is answered"),
            }
            let fires = rubric.vetoes[0].when.holds(&facts) == Truth::True;
            tried.veto.insert(fires);
            tried.advice |= rubric.advice[0].when.holds(&facts) == Truth::True;
            let asked = rubric
                .question_indices()
                .filter(|&index| facts.status(index) == Status::Known);
            tried.asked.extend(asked);
        },
    );
    tried
}

/// Calls `visit` with every way to answer some of the questions.
fn every_partial(rubric: &Rubric, visit: &mut impl FnMut(&Facts<'_>)) {
    fn go(rubric: &Rubric, from: usize, answers: &mut Answers, visit: &mut impl FnMut(&Facts<'_>)) {
        if from == rubric.questions.len() {
            return visit(&Facts::new(rubric, answers));
        }
        let question = QuestionIndex(from);
        go(rubric, from + 1, answers, visit);
        for value in values(rubric, question) {
            answers.set(question, answer(rubric, value));
            go(rubric, from + 1, answers, visit);
        }
        answers.remove(question);
    }
    go(rubric, 0, &mut Answers::none(rubric.questions.len()), visit);
}

fn answer(rubric: &Rubric, value: Value) -> Answer {
    Answer {
        derived: None,
        value: Some(value),
        note: None,
        source: None,
        origin: Origin::Shared,
        place: Place {
            start: 0,
            end: 0,
            ..rubric.criteria[0].place
        },
    }
}

/// Whether an answer that a text names is missing.
fn lacks(text: &Text, facts: &Facts<'_>) -> bool {
    text.questions().any(|question| {
        facts.status(question) == Status::NotApplicable || facts.value(question).is_none()
    })
}

/// Which rows, and whether the advice, are shown somewhere without an answer that their text names.
fn try_texts(rubric: &Rubric) -> (BTreeSet<usize>, bool) {
    let mut rows = BTreeSet::new();
    let mut advice = false;
    every_partial(rubric, &mut |facts| {
        let criterion = &rubric.criteria[0];
        if let LevelStatus::Known(row) = LevelStatus::of(criterion, facts)
            && lacks(&criterion.levels[row].because, facts)
        {
            rows.insert(row);
        }
        let given = &rubric.advice[0];
        advice |= given.when.holds(facts) == Truth::True && lacks(&given.say, facts);
    });
    (rows, advice)
}

/// The rows that findings of a kind are about.
fn rows_with(found: &[Problem], code: ProblemCode) -> BTreeSet<usize> {
    let rows = found.iter().filter(|problem| problem.code == code);
    rows.filter_map(|problem| {
        let number = problem.found.strip_prefix("row ")?.split(' ').next()?;
        number.parse::<usize>().ok().map(|row| row - 1)
    })
    .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn what_can_never_happen_is_what_no_answers_bring_about(draw in draw()) {
        let (rubric, files) = read(&draw);
        let found = lint(&rubric, &files, None);
        let has = |code: ProblemCode| found.iter().any(|problem| problem.code == code);
        prop_assert!(!has(ProblemCode::TooEntangledToCheck));
        let tried = try_everything(&rubric);
        let never: BTreeSet<usize> =
            (0..rubric.criteria[0].levels.len()).filter(|row| !tried.rows.contains(row)).collect();
        prop_assert_eq!(rows_with(&found, ProblemCode::UnreachableLevel), never);
        prop_assert_eq!(has(ProblemCode::UncoveredAnswers), tried.gap);
        prop_assert_eq!(has(ProblemCode::VetoNeverFires), !tried.veto.contains(&true));
        prop_assert_eq!(has(ProblemCode::VetoAlwaysFires), !tried.veto.contains(&false));
        prop_assert_eq!(has(ProblemCode::AdviceNeverSaid), !tried.advice);
        let never_asked = rubric.question_indices().any(|index| !tried.asked.contains(&index));
        prop_assert_eq!(has(ProblemCode::QuestionNeverAsked), never_asked);
    }

    #[test]
    fn a_text_may_lack_an_answer_where_some_answers_leave_it_out(draw in draw()) {
        let (rubric, files) = read(&draw);
        let found = lint(&rubric, &files, None);
        let (rows, advice) = try_texts(&rubric);
        prop_assert_eq!(rows_with(&found, ProblemCode::AnswerMayBeMissing), rows);
        let told = found.iter().any(|problem| {
            problem.code == ProblemCode::AnswerMayBeMissing && problem.found.starts_with("`a`")
        });
        prop_assert_eq!(told, advice);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    /// What is reported is true; what is true need not be reported.
    #[test]
    fn an_alternative_that_some_answers_put_first_is_never_said_not_to_come_first(draw in drawn::draw()) {
        let (rubric, files) = drawn::read_with_files(&draw);
        let mut first = BTreeSet::new();
        complete(&rubric, &Answers::none(rubric.questions.len()), &mut |answers| {
            let standing = drawn::standing(&rubric, answers);
            let leaders = standing.ranking.iter().filter(|ranked| ranked.rank == 1);
            first.extend(leaders.map(|ranked| ranked.alternative));
        });
        let found = lint(&rubric, &files, None);
        let has = |code: ProblemCode| found.iter().any(|problem| problem.code == code);
        prop_assert_eq!(has(ProblemCode::NothingLeft), first.is_empty());
        for alternative in Alternative::ALL {
            let said = format!("`{}` can never come first", alternative.id());
            let is_said = found.iter().any(|problem| problem.found == said);
            prop_assert!(!(is_said && first.contains(&alternative)), "{said}");
        }
    }
}

#[test]
fn errors_come_before_warnings_in_the_list_of_codes() {
    let severities: Vec<Severity> = CODES.iter().map(|code| code.severity()).collect();
    assert!(severities.is_sorted());
}
