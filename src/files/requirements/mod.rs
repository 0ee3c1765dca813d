//! The requirements file and the files that go with it: cases, policies, scorecards.

pub mod model;
pub mod read;
pub mod write;
