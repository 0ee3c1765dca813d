//! What `check --format json` prints.

pub mod v1;
