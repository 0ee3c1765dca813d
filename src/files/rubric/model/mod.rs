//! What a rubric says.

pub(crate) mod alternative;
pub(crate) mod condition;
pub(crate) mod criterion;
pub(crate) mod must;
pub(crate) mod process;
pub(crate) mod question;
pub(crate) mod rubric;
