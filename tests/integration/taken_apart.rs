//! Random rubrics in two files, one of which extends the other, against the same rubrics in one file.

use std::fs;

use crate::drawn::{
    Draw, answers, criterion_text, draw, fixed, head, question_reads, question_text, read, section,
    standing, veto_text,
};
use proptest::prelude::*;
use trilemma::files::{Alternative, Files, Rubric, load_rubric};

/// How a rubric is taken apart.
#[derive(Debug, Clone)]
struct Split {
    /// How many questions, criteria and vetoes stand in the base.
    inherited: (usize, usize, usize),
    /// Which of those stand there as something else, which is replaced.
    replaced: Vec<bool>,
    /// Which of those criteria stand there with another weight.
    reweighted: Vec<bool>,
    /// Whether the base has more than is wanted, which is removed.
    removed: bool,
}

fn split() -> impl Strategy<Value = Split> {
    let flags = || prop::collection::vec(any::<bool>(), 6);
    let inherited = (1usize..6, 1usize..6, 0usize..4);
    (inherited, flags(), flags(), any::<bool>()).prop_map(
        |(inherited, replaced, reweighted, removed)| Split {
            inherited,
            replaced,
            reweighted,
            removed,
        },
    )
}

/// The two files that a rubric is taken apart into.
struct Apart {
    base: String,
    own: String,
}

impl Apart {
    fn new(draw: &Draw, split: &Split) -> Self {
        let mut apart = Lists::default();
        let asked = apart.take_questions(draw, split);
        let weights = apart.take_criteria(draw, split, &asked);
        apart.take_vetoes(draw, split, &asked);
        let (mut head, mut removal) = (head("base"), "");
        if split.removed {
            head = head
                .replace("sources: {", "sources: {gone: {title: G}, ")
                .replace("groups: [", "groups: [{id: gone, title: G}, ");
            let question = "  - {id: gone, group: gone, ask: G, type: yes-no}\n";
            apart.questions.0.insert(0, question.to_owned());
            apart.criteria.0.insert(1, GONE.to_owned());
            removal = REMOVAL;
        }
        let own_head = "rubric: drawn\nversion: 1.0.0\ntitle: Drawn\nextends: base.yaml\n";
        let (base, own) = apart.texts();
        Self {
            base: head + &base,
            own: own_head.to_owned() + &section("weights", weights) + removal + &own,
        }
    }

    /// Writes the files and reads the rubric.
    fn read(&self) -> Rubric {
        let folder = tempfile::tempdir().expect("a folder can be made");
        fs::write(folder.path().join("base.yaml"), &self.base).expect("it can be written");
        let path = folder.path().join("own.yaml");
        fs::write(&path, &self.own).expect("it can be written");
        let name = path.to_str().expect("the path is UTF-8");
        load_rubric(name, &mut Files::default()).expect("both files are sound")
    }
}

/// What stands in the base and what in the rubric that extends it.
type Items = (Vec<String>, Vec<String>);

#[derive(Default)]
struct Lists {
    questions: Items,
    criteria: Items,
    vetoes: Items,
}

impl Lists {
    /// Tells which questions the base asks as they are. It has to be sound by itself, so what reads another question
    /// is something else there.
    fn take_questions(&mut self, draw: &Draw, split: &Split) -> Vec<usize> {
        let (base, own) = &mut self.questions;
        let mut asked = Vec::new();
        for at in 0..draw.questions.len() {
            let text = question_text(draw, at);
            let is_sound = question_reads(draw, at).is_none_or(|read| asked.contains(&read));
            if at >= split.inherited.0 {
                own.push(text);
            } else if split.replaced[at] || !is_sound {
                base.push(format!(
                    "  - {{id: q{at}, group: g, ask: Other, type: text}}\n"
                ));
                own.push(text);
            } else {
                base.push(text);
                asked.push(at);
            }
        }
        asked
    }

    /// Tells the weights that the base does not state as they are.
    fn take_criteria(&mut self, draw: &Draw, split: &Split, asked: &[usize]) -> Vec<String> {
        let (base, own) = &mut self.criteria;
        let mut weights = Vec::new();
        for (at, (weight, rows)) in draw.criteria.iter().enumerate() {
            let text = criterion_text(draw, at, *weight);
            let is_sound = rows
                .iter()
                .all(|(question, ..)| is_asked(draw, asked, *question));
            if at >= split.inherited.1 {
                own.push(text);
            } else if split.replaced[at] || !is_sound {
                base.push(other_criterion(at));
                own.push(text);
            } else if split.reweighted[at] {
                base.push(criterion_text(draw, at, 11 - weight));
                weights.push(format!("  c{at}: {weight}\n"));
            } else {
                base.push(text);
            }
        }
        weights
    }

    fn take_vetoes(&mut self, draw: &Draw, split: &Split, asked: &[usize]) {
        let (base, own) = &mut self.vetoes;
        for (at, (_, question, _)) in draw.vetoes.iter().enumerate() {
            let text = veto_text(draw, at);
            if at < split.inherited.2 && own.is_empty() && is_asked(draw, asked, *question) {
                base.push(text);
            } else {
                own.push(text);
            }
        }
    }

    fn texts(self) -> (String, String) {
        let parts = [
            ("questions", self.questions),
            ("criteria", self.criteria),
            ("vetoes", self.vetoes),
        ];
        parts
            .into_iter()
            .map(|(key, (base, own))| (section(key, base), section(key, own)))
            .unzip()
    }
}

fn is_asked(draw: &Draw, asked: &[usize], question: usize) -> bool {
    asked.contains(&(question % draw.questions.len()))
}

const REMOVAL: &str =
    "remove: {sources: [gone], groups: [gone], questions: [gone], criteria: [gone]}\n";

/// A criterion that reads what is removed with it.
const GONE: &str = "  - {id: gone, group: gone, title: G, weight: 1, why: W, sources: [gone], levels: [{when: {gone: yes}, because: \"{gone}\"}]}\n";

fn other_criterion(at: usize) -> String {
    format!(
        "  - {{id: c{at}, group: g, title: Other, weight: 1, why: O, sources: [s], levels: [{{otherwise: true, buy: +2, because: O}}]}}\n"
    )
}

/// Everything in a rubric but where it stands and what it was before.
fn content(rubric: &Rubric) -> String {
    let mut rubric = rubric.clone();
    rubric.lineage.clear();
    for criterion in &mut rubric.criteria {
        criterion.inherited_weight = None;
    }
    let text = format!("{rubric:?}");
    let mut parts = text.split("Place {");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |content, part| {
        content + part.split_once('}').map_or(part, |(_, rest)| rest)
    })
}

proptest! {
    #![proptest_config(fixed(200))]

    #[test]
    fn a_rubric_taken_apart_is_the_same_when_put_together(draw in draw(), split in split()) {
        let whole = read(&draw);
        let together = Apart::new(&draw, &split).read();
        prop_assert_eq!(content(&together), content(&whole));
        prop_assert_eq!(together.lineage.len(), 2);
        let answers = answers(&whole, &draw);
        let (one, other) = (standing(&whole, &answers), standing(&together, &answers));
        for alternative in Alternative::ALL {
            prop_assert_eq!(one.scores[alternative], other.scores[alternative]);
        }
        prop_assert_eq!(one.outcome, other.outcome);
    }
}
