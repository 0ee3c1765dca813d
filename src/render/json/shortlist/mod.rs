//! Machine output of `shortlist`.

pub mod v1;
