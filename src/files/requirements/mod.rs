//! The requirements file and the files that go with it: cases, policies, scorecards.

pub(crate) mod model;
pub(crate) mod read;
pub mod write;
