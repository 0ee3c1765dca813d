//! What a rubric says.

pub(crate) mod advice;
pub(crate) mod alternative;
pub(crate) mod condition;
pub(crate) mod criterion;
pub(crate) mod firmness;
pub(crate) mod must;
pub(crate) mod named;
pub(crate) mod process;
pub(crate) mod question;
pub(crate) mod rubric;
pub(crate) mod text;
pub(crate) mod truth;
pub(crate) mod veto;
