//! What is not answered yet, and how far it could move the result.

use super::recommendation::VetoResult;
use super::trace::{AnswerState, Trace};
use crate::engine::robustness::{OpenQuestionValue, Unknowns};
use crate::engine::scoring::{Completions, Range, Standing};
use crate::files::Alternative;
use crate::output::json::nine;
use schemars::JsonSchema;
use serde::Serialize;

/// A question without an answer on which something hangs.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct OpenQuestion {
    /// Its id.
    pub question: String,
    /// The question.
    pub ask: String,
    /// Whether the team said that it does not know, rather than nothing.
    pub said_unknown: bool,
    /// The team's note.
    pub note: Option<String>,
    /// The ids of the criteria that hang on it.
    pub criteria: Vec<String>,
    /// Share of the weight that counts which hangs on it, 0 to 1.
    pub weight_share: f64,
    /// By how many points knowing the answer before choosing would raise the score of what is chosen, on average over
    /// its possible answers; vetoes apart.
    #[serde(serialize_with = "nine")]
    pub value: f64,
    /// The share of its possible answers that change which alternative has the highest expected score.
    #[serde(serialize_with = "nine")]
    pub changes: f64,
    /// Whether some answer to it alone changes the outcome, vetoes and coverage included.
    pub decides: bool,
    /// What the margin of the leader over the runner-up could come to, were the criteria that hang on it known.
    pub margin: Range,
    /// The viable alternatives that could then be ahead of the leader.
    pub could_lead: Vec<Alternative>,
    /// The ids of the possible vetoes that hang on it.
    pub vetoes: Vec<String>,
    /// The viable alternatives that those vetoes would exclude.
    pub could_exclude: Vec<Alternative>,
}

/// The open questions, the most pressing first: those that could rule the leader out, then by what knowing the answer
/// is worth, then those that decide, then by how far they could move the margin.
pub(crate) fn find(
    trace: &Trace<'_>,
    standing: &Standing,
    completions: &Completions,
    unknowns: &Unknowns,
    vetoes: &[VetoResult],
) -> Vec<OpenQuestion> {
    let by_score = standing.by_score();
    let [leader, runner_up, ..] = by_score.as_slice() else {
        return Vec::new();
    };
    let margin = standing.scores[*leader] - standing.scores[*runner_up];
    let mut questions: Vec<OpenQuestion> = unknowns
        .questions
        .iter()
        .map(|open| open_question(trace, standing, completions, vetoes, &by_score, open))
        .collect();
    questions.sort_by(|a, b| {
        let hits = |question: &OpenQuestion| question.could_exclude.contains(leader);
        let reach = |question: &OpenQuestion| {
            (question.margin.high - margin).max(margin - question.margin.low)
        };
        hits(b)
            .cmp(&hits(a))
            .then(b.value.total_cmp(&a.value))
            .then(b.decides.cmp(&a.decides))
            .then(reach(b).total_cmp(&reach(a)))
    });
    questions
}

fn open_question(
    trace: &Trace<'_>,
    standing: &Standing,
    completions: &Completions,
    vetoes: &[VetoResult],
    by_score: &[Alternative],
    open: &OpenQuestionValue,
) -> OpenQuestion {
    let index = open.question;
    let answer = trace.answer(index);
    let waiting = completions.waiting_for(index);
    let leader = by_score[0];
    let margin = |rival: Alternative| {
        let difference = |r: &crate::files::Ratings| i64::from(r[leader]) - i64::from(r[rival]);
        completions.range(difference, Some(&waiting))
    };
    let viable = |alternative: &Alternative| standing.is_viable(*alternative);
    let hanging: Vec<&VetoResult> = vetoes
        .iter()
        .filter(|veto| veto.hangs_on.contains(&answer.question))
        .collect();
    let mut could_exclude: Vec<Alternative> = hanging
        .iter()
        .flat_map(|veto| veto.excludes.clone())
        .collect();
    could_exclude.retain(viable);
    could_exclude.sort_unstable();
    could_exclude.dedup();
    OpenQuestion {
        said_unknown: answer.state == AnswerState::Unknown,
        question: answer.question,
        ask: answer.ask,
        note: answer.note,
        criteria: waiting
            .iter()
            .map(|&criterion| trace.rubric.criterion(criterion).id.clone())
            .collect(),
        weight_share: standing.weight_share(&waiting),
        value: open.value,
        changes: open.changes,
        decides: open.decides,
        margin: margin(by_score[1]),
        could_lead: by_score[1..]
            .iter()
            .filter(|a| viable(a) && margin(**a).low < 0.0)
            .copied()
            .collect(),
        vetoes: hanging.iter().map(|veto| veto.id.clone()).collect(),
        could_exclude,
    }
}
