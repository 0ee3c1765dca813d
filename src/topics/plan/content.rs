//! What a plan is made of beside its steps: texts of the rubric that apply with the answers put in, what is sent out, the
//! trial, and what to ask each candidate.

use std::collections::BTreeSet;

use super::schedule::PlannedStep;
use crate::engine::matching::{Demanded, OnMust, ShortlistPart, Standing, Verdict};
use crate::files::Facts;
use crate::files::{
    Alternative, Attribute, AttributeSet, CandidateKind, Condition, NextStep, ProcessItem,
    ProcessKind, QuestionKind, Rubric, SourceIndex, StepKind, Strength, Text, Truth, WorkTime,
};
use crate::topics::market::shortlist::caution;
use schemars::JsonSchema;
use serde::Serialize;

/// Something that the rubric says, with the answers put in.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(crate) struct Said<'a> {
    /// What is said.
    pub text: String,
    /// The ids of what it rests on.
    pub sources: Vec<&'a str>,
    /// Whether it names an answer that is a number.
    #[serde(skip)]
    pub names_a_number: bool,
}

/// What the rubric says under these answers about going for an alternative.
#[derive(Clone, Copy)]
pub(crate) struct Telling<'a> {
    pub(crate) rubric: &'a Rubric,
    pub(crate) facts: &'a Facts<'a>,
    pub(crate) alternative: Alternative,
}

impl<'a> Telling<'a> {
    /// A text with the answers put in.
    pub(crate) fn fill(self, text: &Text) -> String {
        text.with_answers(self.rubric, self.facts)
    }

    /// The ids of sources.
    pub(crate) fn ids(self, sources: &[SourceIndex]) -> Vec<&'a str> {
        let sources = sources.iter();
        sources
            .map(|source| self.rubric.source(*source).id.as_str())
            .collect()
    }

    fn said(self, text: &Text, sources: &[SourceIndex]) -> Said<'a> {
        let is_number = |question| {
            let kind = &self.rubric.question(question).kind;
            matches!(kind, QuestionKind::Number { .. })
        };
        Said {
            text: self.fill(text),
            sources: self.ids(sources),
            names_a_number: text.questions().any(is_number),
        }
    }

    /// What is known to apply: a condition that hangs on an open answer does not.
    fn holds(self, when: Option<&Condition>) -> bool {
        when.is_none_or(|when| when.holds(self.facts) == Truth::True)
    }

    /// Whether a part of the process is told.
    pub(crate) fn tells(self, item: &ProcessItem) -> bool {
        item.alternatives.contains(&self.alternative) && self.holds(item.when.as_ref())
    }

    /// The parts of the process of a kind, in the order of the rubric.
    pub(crate) fn parts(self, kind: ProcessKind) -> Vec<Said<'a>> {
        let items = self.rubric.process.iter();
        items
            .filter(|item| item.kind == kind && self.tells(item))
            .map(|item| self.said(&item.say, &item.sources))
            .collect()
    }

    /// The next steps of a kind that apply and that a filter lets through.
    pub(crate) fn next_steps(
        self,
        kind: StepKind,
        wanted: impl Fn(&NextStep) -> bool,
    ) -> Vec<Said<'a>> {
        let steps = self.rubric.next_steps[self.alternative].iter();
        steps
            .filter(|step| step.kind == kind && self.holds(step.when.as_ref()) && wanted(step))
            .map(|step| self.said(&step.say, &step.sources))
            .collect()
    }
}

/// What suppliers may know of what is needed.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Brief<'a> {
    /// What every candidate has to meet.
    pub musts: Vec<MustAsked<'a>>,
    /// What is asked for beside that.
    pub wants: Vec<Said<'a>>,
    /// The ids of the questions without an answer on which further musts hang.
    pub unanswered: Vec<&'a str>,
}

/// A must as it is sent out.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct MustAsked<'a> {
    /// Its id.
    pub id: &'a str,
    /// What it is called.
    pub title: &'a str,
    /// The question that it comes to, with the answers put in.
    pub ask: &'a str,
}

impl<'a> Brief<'a> {
    pub(crate) fn new(
        telling: Telling<'a>,
        shortlist: Option<(&'a ShortlistPart<'a>, CandidateKind)>,
    ) -> Self {
        let musts = shortlist.map(|(part, kind)| {
            let demanded = part.lineup.demanded.iter();
            let demanded = demanded
                .filter(move |one| one.must.kinds.contains(&kind) && one.applies() == Truth::True);
            let musts = demanded.map(|one| MustAsked {
                id: &one.must.id,
                title: &one.must.title,
                ask: &part.asks[one.position],
            });
            musts.collect()
        });
        let open: BTreeSet<_> = shortlist
            .iter()
            .flat_map(|(part, kind)| {
                let demanded = part.lineup.demanded.iter();
                demanded.filter(|one| one.must.kinds.contains(kind))
            })
            .flat_map(Demanded::unanswered)
            .collect();
        let open = open.into_iter();
        Self {
            musts: musts.unwrap_or_default(),
            wants: telling.parts(ProcessKind::Want),
            unanswered: open
                .map(|question| telling.rubric.question(question).id.as_str())
                .collect(),
        }
    }
}

/// With fewer pass marks, a trial shows too little.
pub(crate) const FEWEST_MARKS: usize = 3;
/// With more pass marks, none of them matters.
pub(crate) const MOST_MARKS: usize = 5;

/// The trial.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Trial<'a> {
    /// What it has to show; at most five.
    #[serde(rename = "pass_marks")]
    pub marks: Vec<Said<'a>>,
    /// What it runs on.
    pub data: Vec<Said<'a>>,
    /// How much time it has; missing if the process has no trial.
    #[serde(flatten)]
    pub time_box: Option<WorkTime>,
}

impl<'a> Trial<'a> {
    /// The trial under these answers. What names a number of the team's comes first, then the marks of the process,
    /// which have numbers of their own, then the other pass marks.
    pub(crate) fn new(telling: Telling<'a>, steps: &[PlannedStep<'a>]) -> Self {
        let of_steps = telling.next_steps(StepKind::PassMark, |_| true);
        let of_process = telling.parts(ProcessKind::PassMark);
        let (numbers, others): (Vec<_>, Vec<_>) =
            of_steps.into_iter().partition(|mark| mark.names_a_number);
        let marks = numbers.into_iter().chain(of_process).chain(others);
        Self {
            marks: marks.take(MOST_MARKS).collect(),
            data: telling.parts(ProcessKind::Data),
            time_box: steps
                .iter()
                .find(|step| step.is_trial)
                .map(|step| step.takes),
        }
    }
}

/// A candidate that fits or may.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Candidate")]
pub(crate) struct CandidatePlan<'a> {
    /// Its id.
    pub id: &'a str,
    /// What it is called.
    pub name: &'a str,
    /// Whether it meets every must, as far as that is known.
    pub standing: Standing,
    /// Why it is to be chosen with care.
    pub caution: Option<String>,
    /// What to ask it.
    pub questions: Vec<Question<'a>>,
    /// What is to be found out about it, by must.
    #[serde(skip)]
    pub points: Vec<Point<'a>>,
}

/// A question to a candidate.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Question<'a> {
    /// The id of the must it comes from.
    pub must: &'a str,
    /// The question.
    pub ask: &'a str,
    /// The attributes that are not documented.
    pub undocumented: Vec<Attribute>,
    /// How far it is known, if it is only claimed or remembered.
    pub known: Option<Strength>,
}

/// What is to be found out about a candidate by one must.
#[derive(Debug)]
pub(crate) struct Point<'a> {
    /// How it stands to the must.
    pub on: &'a OnMust<'a>,
    /// The question that the must comes to, with the answers put in.
    pub ask: &'a str,
    /// Why it is to be asked; `None` if it is known well enough.
    pub why: Option<Why>,
}

/// Why something is to be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Why {
    /// It is not documented, for want of these attributes; none where no landscape would tell.
    NotDocumented(AttributeSet),
    /// It is claimed or remembered, and no more.
    Claimed(Strength),
}

/// The candidates of a kind that fit or may, those first that fit best.
pub(crate) fn candidates<'a>(
    telling: Telling<'a>,
    part: &'a ShortlistPart<'a>,
    kind: CandidateKind,
) -> Vec<CandidatePlan<'a>> {
    let lists = part.kinds.iter().filter(|list| list.kind == kind);
    let judged = lists
        .flat_map(|list| &list.looked_at)
        .map(|position| &part.lineup.judged[*position]);
    judged
        .filter(|judged| judged.standing() <= Standing::MayFit)
        .map(|judged| {
            let points: Vec<Point<'a>> = judged
                .verdicts
                .iter()
                .map(|on| Point {
                    on,
                    ask: &part.asks[on.must],
                    why: why(on),
                })
                .collect();
            CandidatePlan {
                id: &judged.candidate.id,
                name: &judged.candidate.name,
                standing: judged.standing(),
                caution: caution(judged),
                questions: points
                    .iter()
                    .filter_map(|point| Question::new(telling.rubric, point))
                    .collect(),
                points,
            }
        })
        .collect()
}

impl<'a> Question<'a> {
    fn new(rubric: &'a Rubric, point: &Point<'a>) -> Option<Self> {
        let (undocumented, known) = match point.why.as_ref()? {
            Why::NotDocumented(attributes) => (attributes.iter().collect(), None),
            Why::Claimed(strength) => (Vec::new(), Some(*strength)),
        };
        Some(Self {
            must: &rubric.musts[point.on.must].id,
            ask: point.ask,
            undocumented,
            known,
        })
    }
}

fn why(on: &OnMust<'_>) -> Option<Why> {
    match &on.verdict {
        // What hangs on answers alone is no question to a candidate.
        Verdict::Open(missing) if !missing.is_documented => {
            Some(Why::NotDocumented(missing.undocumented))
        }
        Verdict::Met(strength) if strength.is_claim() => Some(Why::Claimed(*strength)),
        _ => None,
    }
}
