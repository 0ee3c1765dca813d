//! Machine output of `rubric lint`.

pub mod v1;
