//! What a landscape says about buying and adopting, under whatever answers and candidates.

use std::fmt::Write;

use crate::drawn::fixed;
use proptest::prelude::*;
use trilemma::engine::matching::{FactValue, Lineup, bind, fact};
use trilemma::files::Facts;
use trilemma::files::{
    Attribute, CandidateKind, DerivedFact, Files, Landscape, NumberSpan, ParsedRequirements,
    Requirements, Rubric, RubricOrigin, Truth, read_landscape, read_rubric,
};

/// The attributes that are drawn, each with two words.
const ATTRIBUTES: [(&str, [&str; 2]); 3] = [
    ("components", ["oven", "hob"]),
    ("runs-on", ["gas", "mains"]),
    ("languages", ["norsk", "english"]),
];

/// What is drawn of a candidate: its kind, and for each attribute what is stated, lacking and complete.
#[derive(Debug, Clone)]
struct Drawn {
    is_product: bool,
    state: usize,
    evidence: usize,
    attributes: Vec<(Option<[bool; 2]>, [bool; 2], bool)>,
}

fn candidate() -> impl Strategy<Value = Drawn> {
    let attribute = (
        proptest::option::of(any::<[bool; 2]>()),
        any::<[bool; 2]>(),
        any::<bool>(),
    );
    let attributes = proptest::collection::vec(attribute, ATTRIBUTES.len());
    (any::<bool>(), 0..5_usize, 0..3_usize, attributes).prop_map(
        |(is_product, state, evidence, attributes)| Drawn {
            is_product,
            state,
            evidence,
            attributes,
        },
    )
}

/// A team's answers: for each attribute the word demanded, nothing, or no answer at all.
fn demands() -> impl Strategy<Value = Vec<usize>> {
    proptest::collection::vec(0..4_usize, ATTRIBUTES.len())
}

fn words(at: usize, chosen: [bool; 2]) -> String {
    let words = ATTRIBUTES[at].1.iter().zip(chosen);
    let words: Vec<&str> = words.filter(|(_, is)| *is).map(|(word, _)| *word).collect();
    format!("[{}]", words.join(", "))
}

/// A landscape of these candidates, named by the numbers beside them.
fn landscape_text(candidates: &[(usize, Drawn)]) -> String {
    let mut text = String::from(
        "landscape: l\nversion: 1.0.0\ntitle: L\ncompiled: 2026-01-01\nvocabulary:\n  support: {commercial: sold}\n",
    );
    for (attribute, [one, two]) in ATTRIBUTES {
        writeln!(text, "  {attribute}: {{{one}: {one}, {two}: {two}}}").expect("it is written");
    }
    text.push_str(if candidates.is_empty() {
        "candidates: []\n"
    } else {
        "candidates:\n"
    });
    for (number, drawn) in candidates {
        let kind = if drawn.is_product {
            "product"
        } else {
            "open-source"
        };
        let state = [
            "active",
            "archived",
            "acquired",
            "maintenance",
            "discontinued",
        ][drawn.state];
        let evidence = ["vendor-claim", "project-docs", "general-knowledge"][drawn.evidence];
        writeln!(
            text,
            "  - id: c{number}\n    name: C{number}\n    kind: {kind}\n    status: {{state: {state}}}\n    sources: \
             [{{fields: [components, runs-on], source: s, evidence: {evidence}, as-of: undated}}]"
        )
        .expect("it is written");
        let mut complete = Vec::new();
        let mut lacks = String::new();
        for (at, (stated, lacked, is_complete)) in drawn.attributes.iter().enumerate() {
            let has = stated.unwrap_or_default();
            if stated.is_some() {
                writeln!(text, "    {}: {}", ATTRIBUTES[at].0, words(at, has)).expect("written");
            }
            if *is_complete {
                complete.push(ATTRIBUTES[at].0);
            }
            let lacked = [lacked[0] && !has[0], lacked[1] && !has[1]];
            write!(lacks, "{}: {}, ", ATTRIBUTES[at].0, words(at, lacked)).expect("written");
        }
        writeln!(
            text,
            "    complete: [{}]\n    lacks: {{{lacks}}}",
            complete.join(", ")
        )
        .expect("it is written");
    }
    text
}

/// A rubric with a must for each of the first `musts` attributes; the first tells which candidates are looked at.
fn rubric_text(musts: usize) -> String {
    let mut text = String::from(
        "rubric: r\nversion: 1.0.0\ntitle: R\nlandscape: l.yaml\nsources: {s: {title: S}}\ngroups: [{id: g, title: \
         G}]\nquestions:\n",
    );
    for (attribute, [one, two]) in ATTRIBUTES {
        writeln!(
            text,
            "  - {{id: {attribute}, group: g, ask: A?, type: choice, choices: [{{id: {one}, label: A}}, {{id: {two}, \
             label: B}}, {{id: nothing, label: C}}]}}"
        )
        .expect("it is written");
    }
    text.push_str(
        "criteria: [{id: c, group: g, title: C, weight: 1, why: W, sources: [s], levels: [{otherwise: true, build: 1, \
         because: b}]}]\nmusts:\n",
    );
    for (at, (attribute, words)) in ATTRIBUTES.iter().take(musts).enumerate() {
        let selects = if at == 0 { "yes" } else { "no" };
        writeln!(
            text,
            "  - id: {attribute}\n    title: T\n    ask: A?\n    selects: {selects}\n    needs:"
        )
        .expect("it is written");
        for word in words {
            writeln!(
                text,
                "      - {{when: {{{attribute}: {word}}}, has: {{{attribute}: {word}}}}}"
            )
            .expect("it is written");
        }
    }
    text
}

fn requirements(demands: &[usize], rubric: &Rubric) -> Requirements {
    let mut text = String::from("rubric: r.yaml\ntitle: T\nanswers:\n  {");
    for (at, demand) in demands.iter().enumerate() {
        let (attribute, [one, two]) = ATTRIBUTES[at];
        if let Some(word) = [one, two, "nothing"].get(*demand) {
            write!(text, "{attribute}: {word}, ").expect("it is written");
        }
    }
    text.push_str("}\n");
    let mut files = Files::default();
    let file = files.add("f.yaml", text);
    let draft = ParsedRequirements::read(file, &files).expect("it is YAML");
    draft.resolve(rubric, &files).expect("it is sound")
}

fn rubric(musts: usize) -> Rubric {
    let mut files = Files::default();
    let file = files.add("r.yaml", rubric_text(musts));
    read_rubric(file, &mut files, RubricOrigin::Path("r.yaml".to_owned())).expect("it is sound")
}

fn landscape(candidates: &[(usize, Drawn)]) -> Landscape {
    let mut files = Files::default();
    let text = landscape_text(candidates);
    let file = files.add("l.yaml", text.as_str());
    read_landscape(file, None, &files).unwrap_or_else(|problems| panic!("{problems:?}\n{text}"))
}

/// Each candidate's id with whether it fits, sorted; and every derived fact.
type Outcome = (Vec<(String, Truth)>, Vec<Option<FactValue>>);

fn outcome(musts: usize, candidates: &[(usize, Drawn)], demands: &[usize]) -> Outcome {
    let rubric = rubric(musts);
    let landscape = landscape(candidates);
    let requirements = requirements(demands, &rubric);
    let bound = bind(&rubric, &landscape).expect("the words are there");
    let facts = Facts::new(&rubric, &requirements.answers);
    let lineup = Lineup::new(&bound, &landscape, &facts, &requirements.findings);
    let judged = lineup.judged.iter();
    let mut fits: Vec<(String, Truth)> = judged
        .map(|judged| (judged.candidate.id.clone(), judged.fits()))
        .collect();
    fits.sort_by(|a, b| a.0.cmp(&b.0));
    let derived = DerivedFact::ALL.iter();
    let derived = derived.map(|one| fact(*one, &lineup, &landscape));
    (fits, derived.collect())
}

fn numbered(drawn: Vec<Drawn>) -> Vec<(usize, Drawn)> {
    drawn.into_iter().enumerate().collect()
}

fn span(value: Option<FactValue>) -> NumberSpan {
    match value {
        Some(FactValue::Number(span)) => span,
        other => panic!("not a number: {other:?}"),
    }
}

/// The facts of which more is better: the numbers, and what holds of at least one that fits.
fn is_number(fact: DerivedFact) -> bool {
    fact.id().starts_with("fitting") || fact.id().ends_with("musts-met")
}

fn candidates() -> impl Strategy<Value = Vec<Drawn>> {
    proptest::collection::vec(candidate(), 0..6)
}

proptest! {
    #![proptest_config(fixed(150))]

    #[test]
    fn adding_a_must_never_adds_a_fit(drawn in candidates(), demands in demands(), musts in 1..3_usize) {
        let drawn = numbered(drawn);
        let (before, _) = outcome(musts, &drawn, &demands);
        let (after, _) = outcome(musts + 1, &drawn, &demands);
        for ((id, before), (_, after)) in before.into_iter().zip(after) {
            prop_assert!(after == before || before == Truth::True || after == Truth::False, "{id}: {before:?}, {after:?}");
        }
    }

    #[test]
    fn an_attribute_that_is_not_documented_counts_neither_as_a_miss_nor_as_a_fit(
        drawn in candidate(), demands in demands(), at in 0..3_usize,
    ) {
        let mut drawn = Drawn { state: 0, ..drawn };
        drawn.attributes[at] = (None, [false; 2], true);
        let demanded = demands[at] < 2;
        let (fits, _) = outcome(3, &[(0, drawn.clone())], &demands);
        // Whatever else it has: were the attribute all that is demanded, it would neither fit nor miss.
        let alone: Vec<usize> = (0..3).map(|other| if other == at { demands[at] } else { 2 }).collect();
        let (only, _) = outcome(3, &[(0, drawn)], &alone);
        prop_assert!(!demanded || fits[0].1 != Truth::True);
        prop_assert_eq!(only[0].1 == Truth::Unknown, demands[at] != 2);
        prop_assert!(only[0].1 != Truth::False);
    }

    #[test]
    fn removing_a_candidate_never_improves_what_is_derived(
        drawn in candidates(), gone in any::<prop::sample::Index>(), demands in demands(),
    ) {
        prop_assume!(!drawn.is_empty());
        let drawn = numbered(drawn);
        let mut fewer = drawn.clone();
        fewer.remove(gone.index(drawn.len()));
        let (_, before) = outcome(3, &drawn, &demands);
        let (_, after) = outcome(3, &fewer, &demands);
        for (fact, (before, after)) in DerivedFact::ALL.iter().zip(before.into_iter().zip(after)) {
            if is_number(*fact) {
                let (before, after) = (span(before), span(after));
                prop_assert!(after.low <= before.low && after.high <= before.high, "{}", fact.id());
                continue;
            }
            let (before, after) = match (before, after) {
                (Some(FactValue::YesNo(before)), Some(FactValue::YesNo(after))) => (before, after),
                (Some(FactValue::Number(before)), Some(FactValue::Number(after))) => {
                    prop_assert!(after.low <= before.low && after.high <= before.high, "{}", fact.id());
                    continue;
                }
                (Some(FactValue::Words(_)), Some(FactValue::Words(_))) => continue,
                // Nothing may fit any more, and nothing can be said.
                (_, after) => {
                    prop_assert!(after.is_none(), "{}", fact.id());
                    continue;
                }
            };
            let better = if fact.id().ends_with("claims") || fact.id().ends_with("care") {
                (before.negate(), after.negate())
            } else {
                (before, after)
            };
            let rank = |truth: Truth| [Truth::False, Truth::Unknown, Truth::True].iter().position(|one| *one == truth);
            prop_assert!(rank(better.1) <= rank(better.0), "{}: {better:?}", fact.id());
        }
    }

    #[test]
    fn the_order_of_candidates_changes_nothing(drawn in candidates(), demands in demands(), turn in 0..6_usize) {
        let drawn = numbered(drawn);
        let mut turned = drawn.clone();
        if !turned.is_empty() {
            let by = turn % turned.len();
            turned.rotate_left(by);
        }
        turned.reverse();
        prop_assert_eq!(outcome(3, &drawn, &demands), outcome(3, &turned, &demands));
    }

    #[test]
    fn answering_a_question_only_narrows_how_many_fit(drawn in candidates(), demands in demands(), at in 0..3_usize) {
        let drawn = numbered(drawn);
        let mut open = demands.clone();
        open[at] = 3;
        let (_, answered) = outcome(3, &drawn, &demands);
        let (_, open) = outcome(3, &drawn, &open);
        for (answered, open) in answered.into_iter().zip(open).take(2) {
            let (answered, open) = (span(answered), span(open));
            prop_assert!(open.low <= answered.low && answered.high <= open.high);
        }
    }
}

#[test]
fn the_kinds_of_candidates_are_the_two_that_are_not_built() {
    assert_eq!(
        CandidateKind::ALL.map(CandidateKind::id),
        ["product", "open-source"]
    );
    assert_eq!(Attribute::ALL.len(), Attribute::COUNT);
    for (position, attribute) in Attribute::ALL.into_iter().enumerate() {
        assert_eq!(attribute.index(), position);
    }
}
