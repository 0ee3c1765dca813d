//! One subject of a decision, before and after.

use super::game::Play;
use super::plain::Side;
use super::record::RecordChange;
use super::shapley;
use super::shapley::EXACT;
use super::stated::{Altered, altered};
use crate::engine::decision::{AdviceGiven, Recommendation, VetoResult};
use crate::engine::scoring::Outcome;
use crate::files::{AdviceKind, Alternative, Firmness, PerAlternative, RecordedDecision};
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

/// Something that is decided, in one file or in both.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SubjectOf {
    /// The id of the component; none if it is decided as a whole.
    #[serde(rename = "component")]
    pub id: Option<String>,
    /// What it is called, as in the file after if it is there.
    pub title: String,
    /// How it differs.
    #[serde(flatten, serialize_with = "presence")]
    #[schemars(with = "PresenceWritten<'_>")]
    pub presence: Presence,
}

/// Where something is.
#[derive(Debug)]
pub enum Presence {
    /// In both files.
    Both(Box<SubjectChange>),
    /// In the file after only.
    Added(Box<Recommendation>),
    /// In the file before only.
    Removed(Box<Recommendation>),
}

/// What became of a decision that is in both files.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SubjectChange {
    /// What was recommended.
    #[serde(skip)]
    pub before: Recommendation,
    /// What is recommended.
    #[serde(skip)]
    pub after: Recommendation,
    /// The two alternatives between which changes are told in points.
    pub lead: Lead,
    /// Everything that changed and that scores may hang on, by what it moved in the lead, most first.
    pub changes: Vec<Attributed>,
    /// Whether what each change accounts for is the Shapley value itself; if not, there were too many of them, and it
    /// is the mean over evenly spread orders, which adds up all the same.
    pub exact: bool,
    /// Vetoes that stand otherwise than they did. They are not worth points: no score buys them back.
    pub vetoes: Vec<VetoChange>,
    /// Advice that is given now, or no longer.
    pub advice: Vec<AdviceChange>,
    /// What differs in the recorded decision.
    #[serde(rename = "recorded_decision")]
    pub record: RecordChange,
}

/// How far one alternative is ahead of another.
///
/// If the leader changed, it is the one that led before over the one that leads now, so that the sum of what moved it
/// is how the lead was lost. If it did not, it is the leader over the rival that comes closest now or, where the others
/// are all ruled out now, the one that came closest before. Whoever is ruled out keeps a score, so that the lead is a
/// number on both sides; what counts is told by the outcome.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
pub struct Lead {
    /// The alternative that led before.
    pub of: Alternative,
    /// The other.
    pub over: Alternative,
    /// Points between them before; negative where the first is behind.
    pub before: f64,
    /// Points between them after.
    pub after: f64,
}

/// A change with what it accounts for.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Attributed {
    /// What changed.
    #[serde(flatten)]
    pub what: Altered,
    /// Points by which it moved the lead.
    pub points: f64,
    /// Its part of what each score moved. Over all changes, these add up to what it moved.
    pub scores: PerAlternative<f64>,
}

impl SubjectChange {
    pub(crate) fn new<'a>(
        before: (Side<'a>, Recommendation, Option<&RecordedDecision>),
        after: (Side<'a>, Recommendation, Option<&RecordedDecision>),
    ) -> Self {
        let sides = [before.0, after.0];
        let results = [&before.1, &after.1];
        let mut play = Play::new(sides);
        let values = shapley::values(&mut play);
        let exact = play.players.len() <= EXACT;
        let lead = Lead::between(results);
        let mut changes: Vec<Attributed> = altered(sides, results)
            .into_iter()
            .map(|what| {
                let player = what.player();
                let position = play.players.iter().position(|other| *other == player);
                let scores = position
                    .map(|position| values[position])
                    .unwrap_or_default();
                Attributed {
                    what,
                    points: scores[lead.of] - scores[lead.over],
                    scores,
                }
            })
            .collect();
        changes.sort_by(|one, two| two.points.abs().total_cmp(&one.points.abs()));
        Self {
            lead,
            changes,
            exact,
            vetoes: vetoes(results),
            advice: advice(results),
            record: RecordChange::new(
                [before.2, after.2],
                results.map(|result| result.recorded.as_ref().map(|recorded| recorded.agreement)),
            ),
            before: before.1,
            after: after.1,
        }
    }

    /// Whether the outcome says the same.
    pub fn same_outcome(&self) -> bool {
        self.before.outcome.is_same_as(&self.after.outcome)
    }

    /// Whether nothing that was stated differs, nor what follows from it.
    pub fn is_same(&self) -> bool {
        self.changes.is_empty()
            && self.vetoes.is_empty()
            && self.advice.is_empty()
            && self.record.is_same()
            && self.same_outcome()
    }

    /// Whether the outcome recommends an alternative that did not lead before, or one that did leads no longer.
    pub fn leader_changed(&self) -> bool {
        leader(&self.before) != leader(&self.after)
    }
}

impl Lead {
    fn between(results: [&Recommendation; 2]) -> Self {
        let of = leader(results[0]);
        let now = leader(results[1]);
        let over = if of == now {
            let rival = |result: &Recommendation| {
                let others = result.alternatives.iter();
                let others = others.filter(|other| other.alternative != of);
                let mut viable = others.filter(|other| other.rank.is_some());
                viable.next().map(|other| other.alternative)
            };
            rival(results[1])
                .or_else(|| rival(results[0]))
                .unwrap_or_else(|| closest(results[1], of))
        } else {
            now
        };
        let apart = |result: &Recommendation| result.score(of) - result.score(over);
        Self {
            of,
            over,
            before: apart(results[0]),
            after: apart(results[1]),
        }
    }

    /// Points by which it moved.
    pub fn moved(&self) -> f64 {
        self.after - self.before
    }
}

/// The alternative in front: the first that is not ruled out or, if all are, the one with the highest score.
fn leader(result: &Recommendation) -> Alternative {
    match &result.outcome {
        Outcome::Recommended(alternative) => *alternative,
        _ => result
            .alternatives
            .first()
            .map_or(Alternative::Build, |first| first.alternative),
    }
}

/// The alternative with the highest score apart from one.
fn closest(result: &Recommendation, but: Alternative) -> Alternative {
    let others = result.alternatives.iter().map(|other| other.alternative);
    let others = others.filter(|other| *other != but);
    others
        .max_by(|one, two| {
            let score = |alternative: &Alternative| result.score(*alternative);
            score(one).total_cmp(&score(two)).then(two.cmp(one))
        })
        .unwrap_or(but)
}

/// How a veto stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum VetoState {
    /// It rules something out.
    Fired,
    /// It may, depending on an open question.
    Possible,
    /// It does not, or there is none.
    Quiet,
}

/// A veto that stands otherwise than it did.
#[derive(Debug, Serialize, JsonSchema)]
pub struct VetoChange {
    /// Its id.
    pub id: String,
    /// What it excludes.
    pub excludes: Vec<Alternative>,
    /// Why.
    pub because: String,
    /// How it stood.
    pub before: VetoState,
    /// How it stands.
    pub after: VetoState,
}

/// Advice that is given in one of the files only.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AdviceChange {
    /// Its id.
    pub id: String,
    /// What kind it is.
    pub kind: AdviceKind,
    /// What is said.
    pub say: String,
    /// Whether it is given now; if not, it was.
    pub given: bool,
}

/// The vetoes that stand otherwise: as in the rubric after, then what is gone.
pub(crate) fn vetoes([before, after]: [&Recommendation; 2]) -> Vec<VetoChange> {
    let find = |result: &Recommendation, id: &str| -> Option<VetoResult> {
        let mut all = result.vetoes.iter();
        all.find(|veto| veto.id == id).cloned()
    };
    let state = |veto: Option<&VetoResult>| match veto {
        Some(veto) if veto.fired => VetoState::Fired,
        Some(_) => VetoState::Possible,
        None => VetoState::Quiet,
    };
    let gone = before
        .vetoes
        .iter()
        .filter(|veto| find(after, &veto.id).is_none());
    let all = after.vetoes.iter().chain(gone);
    let changes = all.filter_map(|veto| {
        let [was, is] = [before, after].map(|result| state(find(result, &veto.id).as_ref()));
        (was != is).then(|| VetoChange {
            id: veto.id.clone(),
            excludes: veto.excludes.clone(),
            because: veto.because.clone(),
            before: was,
            after: is,
        })
    });
    changes.collect()
}

/// The advice that came or went.
pub(crate) fn advice([before, after]: [&Recommendation; 2]) -> Vec<AdviceChange> {
    let has = |result: &Recommendation, id: &str| result.advice.iter().any(|one| one.id == id);
    let change = |advice: &AdviceGiven, given: bool| AdviceChange {
        id: advice.id.clone(),
        kind: advice.kind,
        say: advice.say.clone(),
        given,
    };
    let came = after.advice.iter().filter(|one| !has(before, &one.id));
    let went = before.advice.iter().filter(|one| !has(after, &one.id));
    let came = came.map(|advice| change(advice, true));
    came.chain(went.map(|advice| change(advice, false)))
        .collect()
}

/// Where something is, as it is written.
#[derive(Serialize, JsonSchema)]
struct PresenceWritten<'c> {
    /// How it came out; null if it is in the file after only.
    before: Option<Came>,
    /// How it comes out; null if it is in the file before only.
    after: Option<Came>,
    /// What changed; null if it is in one of the files only.
    comparison: Option<ChangeWritten<'c>>,
}

/// What changed, and what each change accounts for.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "SubjectComparison")]
struct ChangeWritten<'c> {
    /// Whether the outcome is the same.
    same_outcome: bool,
    #[serde(flatten)]
    change: &'c SubjectChange,
}

/// How a decision comes out.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Result")]
struct Came {
    #[serde(flatten)]
    outcome: Outcome,
    /// How firm a recommendation is; null if there is none.
    firmness: Option<Firmness>,
    /// Points, -100 to 100; those that are ruled out keep theirs.
    scores: PerAlternative<f64>,
    /// Which alternatives are ruled out.
    ruled_out: PerAlternative<bool>,
    /// Points by which the first is ahead of the second; null if fewer than two are not ruled out.
    margin: Option<f64>,
    /// Share of the weight whose level is known, 0 to 1.
    coverage: f64,
}

impl Came {
    fn new(result: &Recommendation) -> Self {
        Self {
            outcome: result.outcome.clone(),
            firmness: result.firmness.map(|firmness| firmness.word),
            scores: PerAlternative::from_fn(|alternative| result.score(alternative)),
            ruled_out: PerAlternative::from_fn(|alternative| !result.is_viable(alternative)),
            margin: result.margin,
            coverage: result.coverage,
        }
    }
}

/// Writes where something is.
fn presence<S: Serializer>(presence: &Presence, serializer: S) -> Result<S::Ok, S::Error> {
    let (before, after, comparison) = match presence {
        Presence::Both(change) => (Some(&change.before), Some(&change.after), Some(&**change)),
        Presence::Added(after) => (None, Some(&**after), None),
        Presence::Removed(before) => (Some(&**before), None, None),
    };
    let written = PresenceWritten {
        before: before.map(Came::new),
        after: after.map(Came::new),
        comparison: comparison.map(|change| ChangeWritten {
            same_outcome: change.same_outcome(),
            change,
        }),
    };
    written.serialize(serializer)
}
