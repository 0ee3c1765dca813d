//! From a YAML tree to requirements.

pub(crate) mod answer;
pub(crate) mod answers_file;
pub(crate) mod case;
pub(crate) mod cases;
pub(crate) mod finding;
pub(crate) mod fitting;
pub(crate) mod gate;
pub(crate) mod overrides;
pub(crate) mod policy;
pub(crate) mod requirements;
pub(crate) mod scorecard;
