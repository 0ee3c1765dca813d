//! From a YAML tree to requirements.

pub mod answer;
pub mod answers_file;
pub mod case;
pub mod cases;
pub mod finding;
pub mod fitting;
pub mod gate;
pub mod overrides;
pub mod policy;
pub mod requirements;
pub mod scorecard;
