//! Which candidates of a landscape meet what a team needs, and what that says about buying and adopting.
//!
//! Everything is three-valued: a candidate fits, misses, or it is *not documented* which. What is not documented is never
//! taken for a "no", nor for a "yes". Candidates are told apart by nothing but what is written of them, so their order
//! makes no difference.

pub(crate) mod bind;
pub(crate) mod demanded;
pub(crate) mod derive;
pub(crate) mod facts;
pub(crate) mod following;
pub(crate) mod known;
pub(crate) mod lineup;
pub(crate) mod relax;
pub(crate) mod share;
pub(crate) mod shortlist;
pub(crate) mod verdict;

pub(crate) use bind::Bound;
pub use bind::bind;
pub(crate) use demanded::Demanded;
pub use derive::derive;
pub use facts::{FactValue, fact};
pub use following::FromLandscape;
pub(crate) use lineup::Judged;
pub use lineup::{Lineup, Standing};
pub(crate) use relax::Relaxation;
pub use relax::relaxations;
pub(crate) use share::Share;
pub use shortlist::shortlist;
pub(crate) use shortlist::{Age, KindList, Shortlist, ShortlistPart, shortlist_parts};
pub(crate) use verdict::OnMust;
pub use verdict::Verdict;
