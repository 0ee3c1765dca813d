//! Landscapes and shortlists as JSON: where a word of a vocabulary or a must of a rubric is known by its position, its
//! id is printed, and what is said of a candidate in words stands beside it.

use std::collections::BTreeMap;

use crate::engine::matching::{
    Age, Judged, KindList, OnMust, Relaxation, Share, Shortlist, ShortlistPart, Standing, Verdict,
};
use crate::files::{
    Attribute, Candidate, CandidateKind, CandidateState, ChoiceSet, Exclusion, Landscape,
    OwnFinding, QuestionIndex, Rubric, Strength, Truth,
};
use crate::topics::market::shortlist as said;
use schemars::JsonSchema;
use serde::Serialize;

/// Candidates of a landscape.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Candidates<'a> {
    /// The landscape they stand in.
    landscape: &'a Landscape,
    /// The candidates, as in the landscape.
    candidates: Vec<Described<'a>>,
}

/// A product or a project, with everything that is known of it. What is null or missing is not documented.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Candidate")]
struct Described<'a> {
    #[serde(flatten)]
    candidate: &'a Candidate,
    /// What it is documented to have, by attribute; an attribute that is not documented is missing.
    has: BTreeMap<Attribute, Vec<&'a str>>,
    /// What it is documented not to have, by attribute.
    lacks: BTreeMap<Attribute, Vec<&'a str>>,
    /// The attributes of which `has` leaves nothing out.
    complete: Vec<Attribute>,
}

impl<'a> Candidates<'a> {
    pub(crate) fn new(landscape: &'a Landscape, candidates: &[&'a Candidate]) -> Self {
        let candidates = candidates.iter();
        Self {
            landscape,
            candidates: candidates
                .map(|candidate| Described::new(landscape, candidate))
                .collect(),
        }
    }
}

impl<'a> Described<'a> {
    fn new(landscape: &'a Landscape, candidate: &'a Candidate) -> Self {
        let ids = |attribute: Attribute, values: ChoiceSet| -> Vec<&'a str> {
            let terms = landscape.vocabulary.terms(attribute);
            let terms = values.iter().filter_map(|value| terms.get(value));
            terms.map(|term| term.id.as_str()).collect()
        };
        let known = &candidate.attributes;
        let mut described = Self {
            candidate,
            has: BTreeMap::new(),
            lacks: BTreeMap::new(),
            complete: Vec::new(),
        };
        for attribute in Attribute::ALL {
            if let Some(values) = known.values(attribute) {
                described.has.insert(attribute, ids(attribute, values));
                let complete = known.is_complete(attribute).then_some(attribute);
                described.complete.extend(complete);
            }
            let lacked = known.lacked(attribute);
            if !lacked.is_empty() {
                described.lacks.insert(attribute, ids(attribute, lacked));
            }
        }
        described
    }
}

/// The candidates that are looked at, and how each stands to what is demanded.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Shortlist")]
pub(crate) struct Printed<'a> {
    /// What is decided about.
    title: &'a str,
    /// The rubric whose musts count.
    rubric: &'a Rubric,
    /// The landscape that the candidates come from.
    landscape: &'a Landscape,
    #[serde(flatten)]
    age: Age,
    /// What was taken out of the landscape, and why.
    left_out: &'a [Exclusion],
    /// The whole, or every component.
    parts: Vec<Part<'a>>,
}

impl<'a> Printed<'a> {
    pub(crate) fn new(list: &'a Shortlist<'a>) -> Self {
        let parts = list.parts.iter();
        Self {
            title: list.title,
            rubric: list.rubric,
            landscape: list.landscape,
            age: list.age,
            left_out: &list.landscape.exclusions,
            parts: parts.map(|part| Part::new(part, list.rubric)).collect(),
        }
    }
}

/// The candidates for one subject.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Part<'a> {
    /// The component's id; null if there are no components.
    id: Option<&'a str>,
    /// What it is called.
    title: &'a str,
    /// Every must of the rubric.
    musts: Vec<Must<'a>>,
    /// The candidates, by kind.
    kinds: Vec<Kind<'a>>,
}

/// Something that candidates have to meet.
#[derive(Debug, Serialize, JsonSchema)]
struct Must<'a> {
    /// Its id.
    id: &'a str,
    /// What it is called.
    title: &'a str,
    /// What to ask where it is not documented.
    ask: &'a str,
    /// Whether it tells which candidates are looked at.
    selects: bool,
    /// Whether the answers demand it.
    demanded: Truth,
    /// The ids of the questions without an answer on which that depends.
    unanswered: Vec<&'a str>,
}

/// The candidates of a kind.
#[derive(Debug, Serialize, JsonSchema)]
#[allow(clippy::struct_field_names)] // the key in files
struct Kind<'a> {
    /// The kind.
    kind: CandidateKind,
    /// What they are headed by.
    heading: &'static str,
    /// How many there are and how they stand, in a sentence.
    counts: String,
    /// The candidates that are looked at, those first that fit best.
    candidates: Vec<Listed<'a>>,
    /// The ids of those of which it is not known whether they are to be looked at.
    may_be: Vec<&'a str>,
    /// What would have to give, if nothing fits.
    relaxations: Vec<Relaxed<'a>>,
}

/// Musts without which some candidates would fit.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Relaxation")]
struct Relaxed<'a> {
    /// The ids of the musts.
    musts: Vec<&'a str>,
    /// The ids of the candidates that would then meet every must.
    fit: &'a [String],
    /// The ids of those that would then miss none, and of which something is not known.
    may_fit: &'a [String],
    /// All of that, in words.
    says: String,
}

/// A candidate that is looked at.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Candidate")]
struct Listed<'a> {
    /// Its id.
    id: &'a str,
    /// What it is called.
    name: &'a str,
    standing: Standing,
    #[serde(flatten)]
    share: Share,
    /// Its licence.
    licence: Option<&'a str>,
    /// What the licence does not say by its name.
    licence_note: Option<&'a str>,
    /// How it is doing.
    state: Option<CandidateState>,
    /// Why it is to be chosen with care, or not at all.
    caution: Option<String>,
    /// When it was last looked at.
    as_of: Option<&'a str>,
    /// How it stands to every must that is demanded, but for those that tell which candidates are looked at.
    musts: Vec<On<'a>>,
    /// The musts it misses, in words.
    misses: Vec<String>,
    /// The musts it meets, in words: those of which that is known best first.
    meets: Vec<String>,
    /// What to ask about it.
    ask: Vec<String>,
}

/// How a candidate stands to a must.
#[derive(Debug, Serialize, JsonSchema)]
struct On<'a> {
    /// The must's id.
    must: &'a str,
    verdict: VerdictWord,
    /// How far it is known that it is met, if it is.
    known: Option<Strength>,
    /// The attributes that are not documented.
    undocumented: Vec<Attribute>,
    /// The ids of the questions without an answer on which it depends.
    unanswered: Vec<&'a str>,
    /// What the team found out by itself, if that decided it.
    own: Option<&'a OwnFinding>,
}

/// Whether a must is met.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "Verdict")]
enum VerdictWord {
    /// It is.
    Met,
    /// It is not.
    Missed,
    /// It is not documented whether it is.
    NotDocumented,
    /// Whether it matters depends on answers that are missing.
    NotAnswered,
}

fn questions(questions: impl IntoIterator<Item = QuestionIndex>, rubric: &Rubric) -> Vec<&str> {
    let questions = questions.into_iter();
    questions
        .map(|question| rubric.question(question).id.as_str())
        .collect()
}

impl<'a> Part<'a> {
    pub(crate) fn new(part: &'a ShortlistPart<'a>, rubric: &'a Rubric) -> Self {
        let demanded = part.lineup.demanded.iter();
        let kinds = part.kinds.iter();
        Self {
            id: part.id,
            title: part.title,
            musts: demanded
                .map(|one| Must {
                    id: &one.must.id,
                    title: &one.must.title,
                    ask: &part.asks[one.position],
                    selects: one.must.selects,
                    demanded: one.applies(),
                    unanswered: questions(one.unanswered(), rubric),
                })
                .collect(),
            kinds: kinds.map(|kind| Kind::new(kind, part, rubric)).collect(),
        }
    }
}

impl<'a> Kind<'a> {
    fn new(list: &'a KindList, part: &'a ShortlistPart<'a>, rubric: &'a Rubric) -> Self {
        let judged = |position: &usize| &part.lineup.judged[*position];
        let looked_at = list.looked_at.iter().map(judged);
        let may_be = list.may_be.iter().map(judged);
        let relaxed = |one: &'a Relaxation| Relaxed {
            musts: one
                .musts
                .iter()
                .map(|must| rubric.musts[*must].id.as_str())
                .collect(),
            fit: &one.fit,
            may_fit: &one.may_fit,
            says: said::relaxation(one, part, rubric, usize::MAX),
        };
        Self {
            kind: list.kind,
            heading: said::heading(list.kind),
            counts: said::counts(part, list),
            candidates: looked_at
                .map(|judged| Listed::new(judged, part, rubric))
                .collect(),
            may_be: may_be.map(|judged| judged.candidate.id.as_str()).collect(),
            relaxations: list.relaxations.iter().map(relaxed).collect(),
        }
    }
}

impl<'a> Listed<'a> {
    fn new(judged: &'a Judged<'a>, part: &'a ShortlistPart<'a>, rubric: &'a Rubric) -> Self {
        let candidate = judged.candidate;
        let verdicts = judged.verdicts.iter();
        Self {
            id: &candidate.id,
            name: &candidate.name,
            standing: judged.standing(),
            share: judged.share,
            licence: candidate.licence.as_deref(),
            licence_note: candidate.licence_note.as_deref(),
            state: candidate.state(),
            caution: said::caution(judged),
            as_of: candidate.as_of.as_deref(),
            musts: verdicts.map(|on| On::new(on, rubric)).collect(),
            misses: said::missed(judged, rubric),
            meets: said::met(judged, rubric),
            ask: said::asks(judged, part),
        }
    }
}

impl<'a> On<'a> {
    fn new(on: &'a OnMust<'a>, rubric: &'a Rubric) -> Self {
        let (verdict, missing) = match &on.verdict {
            Verdict::Met(_) | Verdict::NotDemanded => (VerdictWord::Met, None),
            Verdict::Missed => (VerdictWord::Missed, None),
            Verdict::Open(missing) if missing.is_documented => {
                (VerdictWord::NotAnswered, Some(missing))
            }
            Verdict::Open(missing) => (VerdictWord::NotDocumented, Some(missing)),
        };
        Self {
            must: &rubric.musts[on.must].id,
            verdict,
            known: on.verdict.strength(),
            undocumented: missing.map_or_else(Vec::new, |it| it.undocumented.iter().collect()),
            unanswered: questions(missing.iter().flat_map(|it| it.unanswered.clone()), rubric),
            own: on.own,
        }
    }
}
