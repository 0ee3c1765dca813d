//! The same candidates under one set of answers after another.

use super::bind::Bound;
use super::demanded::Demanded;
use super::facts::{FactValue, fact};
use super::lineup::{Judged, Lineup, OwnFindings, demanded};
use super::share::share;
use super::verdict::{Missing, OnMust, Verdict};
use crate::files::Facts;
use crate::files::{Candidate, DerivedFact, Landscape, Strength, Truth};

/// Judges the candidates of a landscape again and again. What is demanded as it was before is not judged again, which
/// is most of it: other answers change a must or two.
#[derive(Debug)]
pub(crate) struct Rejudging<'a> {
    bound: &'a Bound<'a>,
    landscape: &'a Landscape,
    own: OwnFindings<'a>,
    wanted: Vec<DerivedFact>,
    selections: Vec<Selection<'a>>,
    told: Vec<Told>,
}

/// The candidates that are looked at, or may be, with everything that they have been judged by.
#[derive(Debug)]
struct Selection<'a> {
    /// What tells which candidates are looked at.
    selecting: Vec<Demanded<'a>>,
    candidates: Vec<(&'a Candidate, Truth)>,
    columns: Vec<Column<'a>>,
}

/// A must as it was demanded once, with how each candidate stands to it; `None` where it demands nothing of its kind.
#[derive(Debug)]
struct Column<'a> {
    demanded: Demanded<'a>,
    verdicts: Vec<Option<Brief>>,
}

/// A verdict without what is missing, which no fact asks for: there are very many.
#[derive(Debug, Clone, Copy)]
struct Brief {
    holds: Truth,
    strength: Option<Strength>,
    applies: Truth,
}

/// What candidates told, by their selection and the columns that held for them.
#[derive(Debug)]
struct Told {
    selection: usize,
    columns: Vec<usize>,
    facts: Vec<(DerivedFact, Option<FactValue>)>,
}

impl<'a> Rejudging<'a> {
    /// The candidates of this landscape, of which these facts are wanted.
    pub(crate) fn new(
        bound: &'a Bound<'a>,
        landscape: &'a Landscape,
        own: OwnFindings<'a>,
        wanted: Vec<DerivedFact>,
    ) -> Self {
        Self {
            bound,
            landscape,
            own,
            wanted,
            selections: Vec::new(),
            told: Vec::new(),
        }
    }

    /// What the facts come to under these answers; `None` if there is nothing to say.
    pub(crate) fn told(&mut self, facts: &Facts<'_>) -> &[(DerivedFact, Option<FactValue>)] {
        let demanded = demanded(self.bound, facts);
        let selection = self.selection(&demanded);
        let selected = &mut self.selections[selection];
        let others = demanded.iter().filter(|one| !one.must.selects);
        let columns: Vec<usize> = others.map(|one| selected.column(one, &self.own)).collect();
        let mut told = self.told.iter();
        let known = told.position(|told| told.selection == selection && told.columns == columns);
        let known = known.unwrap_or_else(|| {
            let lineup = self.lineup(demanded, selection, &columns);
            let facts = self.wanted.iter();
            let facts = facts.map(|&wanted| (wanted, fact(wanted, &lineup, self.landscape)));
            self.told.push(Told {
                facts: facts.collect(),
                selection,
                columns,
            });
            self.told.len() - 1
        });
        &self.told[known].facts
    }

    fn lineup(
        &self,
        demanded: Vec<Demanded<'a>>,
        selection: usize,
        columns: &[usize],
    ) -> Lineup<'a> {
        let selection = &self.selections[selection];
        let candidates = selection.candidates.iter().enumerate();
        let judged = candidates.map(|(row, &(candidate, looked_at))| {
            let columns = columns.iter().map(|&column| &selection.columns[column]);
            let verdicts: Vec<OnMust<'a>> = columns
                .filter_map(|column| Some(column.verdicts[row]?.on(column.demanded.position)))
                .collect();
            Judged {
                candidate,
                looked_at,
                share: share(&verdicts, &self.bound.counts),
                verdicts,
            }
        });
        let judged = judged.collect();
        Lineup { demanded, judged }
    }

    /// Position of the candidates that are looked at where this is demanded.
    fn selection(&mut self, demanded: &[Demanded<'a>]) -> usize {
        let selecting = || demanded.iter().filter(|one| one.must.selects);
        let known = self.selections.iter().position(|known| {
            let mut known = known.selecting.iter().zip(selecting());
            known.all(|(one, other)| one.demands_the_same(other))
        });
        known.unwrap_or_else(|| {
            let candidates = self.landscape.candidates.iter();
            let candidates = candidates.filter_map(|candidate| {
                let looked_at = self.own.looked_at(candidate, demanded);
                looked_at.is_possible().then_some((candidate, looked_at))
            });
            self.selections.push(Selection {
                selecting: selecting().cloned().collect(),
                candidates: candidates.collect(),
                columns: Vec::new(),
            });
            self.selections.len() - 1
        })
    }
}

impl<'a> Selection<'a> {
    /// Position of the column for what is demanded by a must.
    fn column(&mut self, demanded: &Demanded<'a>, own: &OwnFindings<'a>) -> usize {
        let mut columns = self.columns.iter();
        let known = columns.position(|column| column.demanded.demands_the_same(demanded));
        known.unwrap_or_else(|| {
            let candidates = self.candidates.iter();
            let verdicts = candidates.map(|(candidate, _)| {
                let on = own.verdict(candidate, demanded)?;
                Some(Brief::of(&on))
            });
            self.columns.push(Column {
                verdicts: verdicts.collect(),
                demanded: demanded.clone(),
            });
            self.columns.len() - 1
        })
    }
}

impl Brief {
    fn of(on: &OnMust<'_>) -> Self {
        Self {
            holds: on.verdict.holds(),
            strength: on.verdict.strength(),
            applies: on.applies,
        }
    }

    /// The verdict on this must, as far as facts need it.
    fn on<'a>(self, must: usize) -> OnMust<'a> {
        let verdict = match (self.holds, self.strength) {
            (_, Some(strength)) => Verdict::Met(strength),
            (Truth::False, None) => Verdict::Missed,
            (Truth::Unknown, None) => Verdict::Open(Missing::default()),
            (Truth::True, None) => Verdict::NotDemanded,
        };
        OnMust {
            must,
            verdict,
            applies: self.applies,
            own: None,
        }
    }
}
