//! Machine output of `plan`.

pub mod v1;
