//! From a YAML tree to a rubric.

pub(crate) mod advice;
pub(crate) mod chain;
pub(crate) mod condition;
pub(crate) mod criterion;
pub(crate) mod extend;
pub(crate) mod ids;
pub(crate) mod inheritance;
pub(crate) mod must;
pub(crate) mod process;
pub(crate) mod question;
pub(crate) mod rubric;
pub(crate) mod source;
