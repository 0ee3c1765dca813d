//! Candidates, as `landscape list --format json` and its kin print them.

pub mod v1;
