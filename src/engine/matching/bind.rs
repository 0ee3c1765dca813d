//! The musts of a rubric in the words of a landscape.

use crate::files::{
    Attribute, Condition, Demand, EvidenceCounts, Landscape, Must, Problem, ProblemCode,
    QuestionIndex, Rubric, Word,
};
use crate::output::wording;
use strsim::damerau_levenshtein;

/// The musts of a rubric, their words looked up.
#[derive(Debug)]
pub struct Bound<'r> {
    pub(crate) musts: Vec<BoundMust<'r>>,
    pub(crate) counts: EvidenceCounts,
}

/// A must with the words of its needs looked up.
#[derive(Debug)]
pub(crate) struct BoundMust<'r> {
    pub(crate) must: &'r Must,
    /// As many as the must has needs.
    pub(crate) needs: Vec<BoundNeed>,
}

/// A need with its words looked up.
#[derive(Debug)]
pub(crate) struct BoundNeed {
    pub(crate) demand: BoundDemand,
    /// The questions on which it hangs whether it holds, in the order of asking.
    pub(crate) reads: Vec<QuestionIndex>,
}

/// What a candidate is to have, by positions in the vocabulary.
#[derive(Debug)]
pub(crate) enum BoundDemand {
    NotDocumented,
    AllOf(Vec<BoundDemand>),
    AnyOf(Vec<BoundDemand>),
    Has(Attribute, usize),
}

/// Looks up the words of every must.
///
/// # Errors
///
/// Every word of a must that the landscape does not have, in the order of the rubric.
pub fn bind<'r>(rubric: &'r Rubric, landscape: &Landscape) -> Result<Bound<'r>, Vec<Problem>> {
    let mut problems = Vec::new();
    let musts = rubric.musts.iter().map(|must| BoundMust {
        must,
        needs: must
            .needs
            .iter()
            .map(|need| BoundNeed {
                demand: demand(&need.has, landscape, &mut problems),
                reads: need.when.iter().flat_map(Condition::questions).collect(),
            })
            .collect(),
    });
    let musts = musts.collect();
    if problems.is_empty() {
        Ok(Bound {
            musts,
            counts: rubric.evidence_counts,
        })
    } else {
        Err(problems)
    }
}

fn demand(demand: &Demand, landscape: &Landscape, problems: &mut Vec<Problem>) -> BoundDemand {
    let mut several = |parts: &[Demand]| {
        let parts = parts.iter();
        parts
            .map(|part| self::demand(part, landscape, problems))
            .collect()
    };
    match demand {
        Demand::NotDocumented => BoundDemand::NotDocumented,
        Demand::AllOf(parts) => BoundDemand::AllOf(several(parts)),
        Demand::AnyOf(parts) => BoundDemand::AnyOf(several(parts)),
        Demand::Has {
            attribute,
            words,
            all,
        } => {
            let words = words.iter().filter_map(|word| {
                let found = landscape.vocabulary.find(*attribute, &word.id);
                if found.is_none() {
                    problems.push(no_such(*attribute, word, landscape));
                }
                Some(BoundDemand::Has(*attribute, found?))
            });
            let words = words.collect();
            if *all {
                BoundDemand::AllOf(words)
            } else {
                BoundDemand::AnyOf(words)
            }
        }
    }
}

fn no_such(attribute: Attribute, word: &Word, landscape: &Landscape) -> Problem {
    let terms = landscape.vocabulary.terms(attribute).iter();
    let known: Vec<&str> = terms.map(|term| term.id.as_str()).collect();
    let found = format!(
        "the landscape `{}` has no `{}` for `{}`",
        landscape.id,
        word.id,
        attribute.id()
    );
    let problem = Problem::new(ProblemCode::UnknownId, word.place, found);
    let allowed = (word.id.chars().count() / 3).max(1);
    let nearest = known
        .iter()
        .map(|id| (damerau_levenshtein(id, &word.id), id))
        .min();
    if let Some((_, near)) = nearest.filter(|(distance, _)| *distance <= allowed) {
        return problem.help(format!("did you mean `{near}`?"));
    }
    let known: Vec<String> = known.iter().map(|id| format!("`{id}`")).collect();
    problem.expected(wording::either(&known))
}
