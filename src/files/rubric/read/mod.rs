//! From a YAML tree to a rubric.

pub mod advice;
pub mod assembled;
pub mod chain;
pub mod condition;
pub mod criterion;
pub mod extend;
pub mod ids;
pub mod inherited;
pub mod must;
pub mod named;
pub mod process;
pub mod question;
pub mod removed;
pub mod rubric;
pub mod source;
pub mod text;
pub mod veto;
