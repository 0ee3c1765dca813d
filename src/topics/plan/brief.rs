//! What is sent out: musts and wants, and nothing that tells how they weigh.

use std::collections::BTreeSet;

use super::said::{Said, Telling};
use crate::engine::matching::ShortlistPart;
use crate::files::{CandidateKind, ProcessKind, Truth};

/// What suppliers may know of what is needed.
#[derive(Debug)]
pub struct Brief<'a> {
    /// What every candidate has to meet.
    pub musts: Vec<MustAsked<'a>>,
    /// What is asked for beside that.
    pub wants: Vec<Said<'a>>,
    /// The ids of the questions without an answer on which further musts hang.
    pub unanswered: Vec<&'a str>,
}

/// A must as it is sent out.
#[derive(Debug)]
pub struct MustAsked<'a> {
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
            .flat_map(crate::engine::matching::Demanded::unanswered)
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
