//! Build it, buy it, or adopt open source?
//!
//! `trilemma` scores a team's requirements for a piece of infrastructure against a rubric and recommends one of three
//! ways to get it, with a rationale that can be argued with. The modules are layers, each of which uses only those
//! before it:
//!
//! ```text
//! input ──► model ──► scoring ──► robustness ──► decision ──► render ──► schema
//!                                                             commands: one per subcommand
//! ```

pub mod commands;
pub mod decision;
pub mod input;
pub mod model;
pub mod render;
pub mod robustness;
pub mod schema;
pub mod scoring;
