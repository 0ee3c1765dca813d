//! Which candidates of a landscape meet what a team needs, and what that says about buying and adopting.
//!
//! Everything is three-valued: a candidate fits, misses, or it is *not documented* which. What is not documented is never
//! taken for a "no", nor for a "yes". Candidates are told apart by nothing but what is written of them, so their order
//! makes no difference.

pub mod bind;
pub mod demanded;
pub mod derive;
pub mod facts;
pub mod following;
pub mod known;
pub mod lineup;
pub mod relax;
pub mod share;
pub mod shortlist;
pub mod verdict;

pub use bind::{Bound, bind};
pub use demanded::Demanded;
pub use derive::derive;
pub use facts::{FactValue, fact};
pub use following::FromLandscape;
pub use lineup::{Judged, Lineup, Standing};
pub use relax::{Relaxation, relaxations};
pub(crate) use share::Share;
pub use shortlist::{Age, KindList, Shortlist, ShortlistPart, shortlist, shortlist_parts};
pub use verdict::{OnMust, Verdict};
