//! Build it, buy it, or adopt open source?
//!
//! `trilemma` scores a team's requirements for a piece of infrastructure against a rubric and recommends one of three
//! ways to get it, with a rationale that can be argued with. The modules are layers, each of which uses only those
//! before it:
//!
//! ```text
//! input ──► model ──► scoring ──► robustness ──► decision ──► backtest ──► render ──► schema
//!              report: what a report says of a decision ───────────────────┤
//!              gate: what a decision must meet ────────────────────────────┤
//!              comparison: what differs between two rubrics or decisions ──┘
//!                                                                          commands: one per subcommand
//! ```
//!
//! [`interview`] stands beside that line too: it asks what a requirements file is made of, and knows no terminal.
//!
//! [`landscape`] says which candidates meet what a team needs; its facts are answers like any other, so that scoring
//! knows nothing of them.
//!
//! [`report`] names those candidates beside what is decided.
//!
//! [`plan`] says how to go about what is recommended, with what `landscape` and `decision` come to.
//!
//! [`lint`] stands beside that line: it uses `model` and `scoring` and looks at a rubric alone.

pub mod backtest;
pub mod commands;
pub mod comparison;
pub mod decision;
pub mod gate;
pub mod input;
pub mod interview;
pub mod landscape;
pub mod lint;
pub mod model;
pub mod plan;
pub mod render;
pub mod report;
pub mod robustness;
pub mod schema;
pub mod scoring;
