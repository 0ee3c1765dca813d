//! Which alternatives could come first once everything is answered.

use crate::engine::scoring::{
    Completions, Joint, Standing, for_each_assignment, offset, table_size,
};
use crate::files::{Alternative, PerAlternative, Ratings, Rubric, Truth};
use crate::output::json::nine;
use schemars::JsonSchema;
use serde::Serialize;

/// How many pairs of standings are put together at most; where more are needed, there are only bounds. It takes about
/// a millisecond to put so many together, which is enough for eight or nine open questions.
pub(crate) const MAX_PAIRS: usize = 50_000;

/// Which alternatives could come first once everything is answered, each answer to each open question being equally
/// likely. First is whatever is viable and has no viable alternative with a higher score; several may be.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Outlook {
    /// The share of completions in which each alternative comes first.
    pub first: PerAlternative<Share>,
    /// The share of completions in which no veto excludes each alternative; at least that share, if it is not counted.
    #[serde(skip)]
    pub viable: PerAlternative<f64>,
    /// Whether the shares were counted out. If not, the open questions are too many for it, and the shares are bounds:
    /// counted for pairs of alternatives, or where even that is too much, from what is certain and what is impossible.
    pub exact: bool,
}

/// A share that lies between two bounds, which are equal if it is known.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
pub struct Share {
    /// It is at least this, 0 to 1.
    #[serde(serialize_with = "nine")]
    pub low: f64,
    /// It is at most this, 0 to 1.
    #[serde(serialize_with = "nine")]
    pub high: f64,
}

impl Outlook {
    /// The share of completions in which an alternative comes first, at least, among those in which no veto excludes
    /// it; 0 if there are none.
    pub fn first_if_viable(&self, alternative: Alternative) -> f64 {
        let viable = self.viable[alternative];
        if viable > 0.0 {
            (self.first[alternative].low / viable).min(1.0)
        } else {
            0.0
        }
    }

    /// The alternatives that could come first.
    pub fn possible(&self) -> Vec<Alternative> {
        self.first
            .iter()
            .filter(|(_, share)| share.high > 0.0)
            .map(|(alternative, _)| alternative)
            .collect()
    }

    /// The alternative that comes first whatever the answers turn out to be, alone; if there is one.
    pub fn guaranteed(&self) -> Option<Alternative> {
        match self.possible().as_slice() {
            [only] if self.first[*only].low >= CERTAIN => Some(*only),
            _ => None,
        }
    }
}

/// Sums of shares this near to 1 are 1.
const CERTAIN: f64 = 1.0 - 1e-9;

/// Works out the outlook of a standing.
pub(crate) fn outlook(rubric: &Rubric, standing: &Standing, completions: &Completions) -> Outlook {
    let parts: Option<Vec<_>> = parts(completions)
        .iter()
        .map(|part| distribution(rubric, completions, part))
        .collect();
    let Some(parts) = parts else {
        return bounded(rubric, standing, completions);
    };
    let known = known(standing);
    counted(known, &parts).unwrap_or_else(|| paired(known, &parts))
}

/// Where the alternatives stand to each other: weight times rating relative to the first, and what is vetoed, a bit for
/// each. Who is ahead depends on differences alone, and so fewer standings differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct State {
    second: i32,
    third: i32,
    vetoed: u8,
}

/// States with their probabilities, by state.
type Distribution = Vec<(State, f64)>;

impl State {
    fn new(points: [i64; 3], vetoed: u8) -> Self {
        let relative = |points: i64| i32::try_from(points).unwrap_or(i32::MAX);
        Self {
            second: relative(points[1] - points[0]),
            third: relative(points[2] - points[0]),
            vetoed,
        }
    }

    fn and(self, more: Self) -> Self {
        Self {
            second: self.second + more.second,
            third: self.third + more.third,
            vetoed: self.vetoed | more.vetoed,
        }
    }

    fn is_first(self, alternative: Alternative) -> bool {
        let points = [0, self.second, self.third];
        let is_viable = |other: Alternative| self.vetoed & bit(other) == 0;
        let own = points[alternative as usize];
        let ahead = |other: Alternative| is_viable(other) && points[other as usize] > own;
        is_viable(alternative) && !Alternative::ALL.into_iter().any(ahead)
    }
}

/// The shares, by convolution of the parts of the open questions that have nothing to do with each other.
fn counted(known: State, parts: &[Distribution]) -> Option<Outlook> {
    let mut left = MAX_PAIRS;
    let mut all = vec![(known, 1.0)];
    for part in parts {
        left = left.checked_sub(all.len() * part.len())?;
        all = convolved(&all, part);
    }
    let share = |alternative: Alternative| {
        let first = all.iter().filter(|(state, _)| state.is_first(alternative));
        let share: f64 = first.map(|(_, probability)| probability).sum();
        // An empty sum is a negative zero.
        let share = if share >= CERTAIN { 1.0 } else { share + 0.0 };
        Share {
            low: share,
            high: share,
        }
    };
    let viable = |alternative: Alternative| {
        all.iter()
            .filter(|(state, _)| state.vetoed & bit(alternative) == 0)
            .map(|(_, probability)| probability)
            .sum()
    };
    Some(Outlook {
        first: PerAlternative::from_fn(share),
        viable: PerAlternative::from_fn(viable),
        exact: true,
    })
}

fn known(standing: &Standing) -> State {
    let points = Alternative::ALL.map(|alternative| {
        let rated = standing
            .criteria
            .iter()
            .filter_map(|known| Some((known.weight, known.ratings?[alternative])));
        rated
            .map(|(weight, rating)| i64::from(weight) * i64::from(rating))
            .sum()
    });
    let vetoed = Alternative::ALL
        .into_iter()
        .filter(|&alternative| !standing.is_viable(alternative));
    State::new(points, vetoed.map(bit).sum())
}

const fn bit(alternative: Alternative) -> u8 {
    1 << alternative as u8
}

/// Groups of variables that some open criterion or veto ties together.
fn parts(completions: &Completions) -> Vec<Vec<usize>> {
    let mut part_of: Vec<usize> = (0..completions.variables.len()).collect();
    let scopes = completions.criteria.iter().map(|open| &open.scope);
    for scope in scopes.chain(completions.vetoes.iter().map(|open| &open.scope)) {
        let Some(&first) = scope.first() else {
            continue;
        };
        for &other in scope {
            let (from, to) = (part_of[other], part_of[first]);
            part_of
                .iter_mut()
                .filter(|part| **part == from)
                .for_each(|part| *part = to);
        }
    }
    let members = |part: usize| {
        (0..part_of.len())
            .filter(|&variable| part_of[variable] == part)
            .collect()
    };
    (0..part_of.len())
        .map(members)
        .filter(|members: &Vec<usize>| !members.is_empty())
        .collect()
}

/// What the variables of a part do together, for each joint answer.
fn distribution(
    rubric: &Rubric,
    completions: &Completions,
    part: &[usize],
) -> Option<Distribution> {
    let sizes = completions.sizes();
    table_size(part, &sizes).filter(|&size| size <= MAX_PAIRS)?;
    let criteria: Vec<_> = completions
        .criteria
        .iter()
        .filter(|open| open.scope.first().is_some_and(|first| part.contains(first)))
        .collect();
    let vetoes: Vec<_> = completions
        .vetoes
        .iter()
        .filter(|open| open.scope.first().is_some_and(|first| part.contains(first)))
        .collect();
    let mut states = Vec::new();
    for_each_assignment(part, &sizes, |assignment| {
        let at = |variable: usize| {
            part.iter()
                .position(|&member| member == variable)
                .map_or(0, |at| assignment[at])
        };
        let chance = |(&variable, &cell): (&usize, &usize)| {
            completions.variables[variable].cells[cell].probability
        };
        let probability: f64 = part.iter().zip(assignment).map(chance).product();
        let mut points = [0; 3];
        for open in &criteria {
            let Joint::Listed(terms) = &open.terms else {
                continue;
            };
            if let Some(term) = terms[offset(&open.scope, &sizes, at)] {
                for alternative in Alternative::ALL {
                    points[alternative as usize] +=
                        term.weight * i64::from(term.ratings[alternative]);
                }
            }
        }
        let mut vetoed = 0;
        for open in &vetoes {
            let Joint::Listed(fires) = &open.fires else {
                continue;
            };
            if fires[offset(&open.scope, &sizes, at)] {
                vetoed |= rubric.vetoes[open.veto.0]
                    .excludes
                    .iter()
                    .fold(0, |set, &excluded| set | bit(excluded));
            }
        }
        states.push((State::new(points, vetoed), probability));
    });
    Some(merged(states))
}

fn convolved(one: &Distribution, other: &Distribution) -> Distribution {
    let mut states = Vec::with_capacity(one.len() * other.len());
    for (more, chance) in other {
        states.extend(
            one.iter()
                .map(|(state, probability)| (state.and(*more), probability * chance)),
        );
    }
    merged(states)
}

/// The same with equal states as one, in order: sums come out the same on every run.
fn merged(mut states: Distribution) -> Distribution {
    // Runs that are in order already, as from a convolution, make a stable sort cheap.
    states.sort_by_key(|(state, _)| *state);
    states.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 += next.1;
        }
        same
    });
    states
}

/// Bounds from pairs of alternatives, each of which is counted out: an alternative comes first at least as often as it
/// is viable less how often each rival is ahead of it, and at most as often as it holds off the strongest of them.
fn paired(known: State, parts: &[Distribution]) -> Outlook {
    let mut viable = PerAlternative::<f64>::default();
    let first = PerAlternative::from_fn(|alternative: Alternative| {
        let duels = Alternative::ALL
            .into_iter()
            .filter(|&rival| rival != alternative)
            .map(|rival| duel(alternative, rival, known, parts));
        let mut share = Share {
            low: 0.0,
            high: 1.0,
        };
        let mut behind = 0.0;
        for duel in duels {
            behind += duel.behind;
            viable[alternative] = duel.viable;
            share.low = (duel.viable - behind).max(0.0);
            share.high = share.high.min(duel.viable - duel.behind).max(0.0);
        }
        let settled = |share: f64| if share >= CERTAIN { 1.0 } else { share };
        Share {
            low: settled(share.low),
            high: settled(share.high),
        }
    });
    Outlook {
        first,
        viable,
        exact: false,
    }
}

/// How an alternative fares against one rival.
struct Duel {
    /// The probability that it is viable.
    viable: f64,
    /// The probability that it is viable and so is the rival, which is ahead.
    behind: f64,
}

/// Weight times rating of an alternative less that of a rival, and which of the two are vetoed: 1, 2 or both.
type Lead = (i32, usize);

fn duel(
    alternative: Alternative,
    rival: Alternative,
    known: State,
    parts: &[Distribution],
) -> Duel {
    let lead = |state: &State| -> Lead {
        let is_vetoed = |one: Alternative| usize::from(state.vetoed & bit(one) != 0);
        let points = [0, state.second, state.third];
        let margin = points[alternative as usize] - points[rival as usize];
        (margin, is_vetoed(alternative) | is_vetoed(rival) << 1)
    };
    let (mut lowest, vetoed) = lead(&known);
    let mut all = vec![[0.0; 4]];
    all[0][vetoed] = 1.0;
    for part in parts {
        let steps: Vec<(Lead, f64)> = part
            .iter()
            .map(|(state, probability)| (lead(state), *probability))
            .collect();
        let margins = || steps.iter().map(|((margin, _), _)| *margin);
        let (low, high) = (margins().min().unwrap_or(0), margins().max().unwrap_or(0));
        let mut next = vec![[0.0; 4]; all.len() + high.abs_diff(low) as usize];
        for ((margin, vetoed), probability) in steps {
            let shift = margin.abs_diff(low) as usize;
            for (to, from) in next[shift..].iter_mut().zip(&all) {
                for (before, chance) in from.iter().enumerate() {
                    to[before | vetoed] += chance * probability;
                }
            }
        }
        lowest += low;
        all = next;
    }
    let behind = all
        .iter()
        .zip(lowest..0)
        .map(|(chances, _)| chances[0])
        .sum();
    Duel {
        viable: all.iter().map(|chances| chances[0] + chances[2]).sum(),
        behind,
    }
}

/// Bounds from what is certain and what is impossible: each pair of alternatives by the range of its margin.
fn bounded(rubric: &Rubric, standing: &Standing, completions: &Completions) -> Outlook {
    let may_be_vetoed = |alternative: Alternative| {
        let possible = rubric
            .vetoes
            .iter()
            .zip(&standing.vetoes)
            .filter(|(_, holds)| **holds == Truth::Unknown);
        !standing.is_viable(alternative)
            || possible
                .into_iter()
                .any(|(veto, _)| veto.excludes.contains(&alternative))
    };
    let margin = |one: Alternative, other: Alternative| {
        completions.range(|r: &Ratings| i64::from(r[one]) - i64::from(r[other]), None)
    };
    let others = |alternative: Alternative| {
        Alternative::ALL
            .into_iter()
            .filter(move |&other| other != alternative)
    };
    let share = |alternative: Alternative| {
        let is_possible = standing.is_viable(alternative)
            && others(alternative)
                .all(|other| may_be_vetoed(other) || margin(alternative, other).high >= 0.0);
        let is_certain = !may_be_vetoed(alternative)
            && others(alternative)
                .all(|other| !standing.is_viable(other) || margin(alternative, other).low >= 0.0);
        Share {
            low: f64::from(u8::from(is_certain)),
            high: f64::from(u8::from(is_possible)),
        }
    };
    Outlook {
        first: PerAlternative::from_fn(share),
        viable: PerAlternative::from_fn(|alternative| {
            f64::from(u8::from(!may_be_vetoed(alternative)))
        }),
        exact: false,
    }
}
