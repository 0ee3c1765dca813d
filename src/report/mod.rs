//! What a report says, gathered from what was decided, whatever format it is then written in.
//!
//! [`Report`] borrows the assessment: what it adds is order, choice and sentences. Formats take figures from the
//! recommendation of each [`Section`], and compute none.

mod candidates;
pub mod changes;
mod contributions;
mod decided;
mod drivers;
pub mod open;
pub mod phrases;
mod provenance;
mod reasons;
pub mod region;
mod revisit;
mod section;
mod sources;
mod statement;
mod steps;
mod summary;
mod whole;

pub use candidates::{Candidates, CandidatesOfKind, Listing};
pub use contributions::Contributions;
pub use decided::{Stance, stance};
pub use drivers::{Driver, SetBy};
pub use provenance::Provenance;
pub use reasons::{Case, ReasonSaid, cited, known};
pub use revisit::{Revisit, Risk};
pub use section::{OptionRow, Section};
pub use sources::Cited;
pub use steps::StepList;
pub use summary::MOST_WORDS;
pub use whole::{MixReport, Report};
