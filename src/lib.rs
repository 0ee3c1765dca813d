//! Build it, buy it, or adopt open source?
//!
//! `trilemma` scores a team's requirements for a piece of infrastructure against a rubric and recommends one of three
//! ways to get it, with a rationale that can be argued with. Each room uses only those before it:
//!
//! ```text
//! output ──► files ──► engine ──► topics ──► report ──► cli ──► commands
//! ```

pub mod cli;
pub mod commands;
pub mod engine;
pub mod files;
pub mod output;
#[allow(unreachable_pub)]
pub(crate) mod report;
pub mod topics;
