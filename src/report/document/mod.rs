//! What a report says, gathered from what was decided, whatever format it is then written in.
//!
//! [`Report`] borrows the assessment: what it adds is order, choice and sentences. Formats take figures from the
//! recommendation of each [`Section`], and compute none.

pub mod contributions;
pub mod decided;
pub mod drivers;
pub mod provenance;
pub mod reasons;
pub mod region;
pub mod revisit;
pub mod section;
pub mod sources;
pub mod statement;
pub mod steps;
pub mod summary;
pub mod whole;

pub use crate::topics::market::candidates::{Candidates, CandidatesOfKind, Listing};
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
