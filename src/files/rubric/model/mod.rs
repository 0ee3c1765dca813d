//! What a rubric says.

pub mod advice;
pub mod alternative;
pub mod condition;
pub mod criterion;
pub mod firmness;
pub mod must;
pub mod named;
pub mod process;
pub mod question;
pub mod rubric;
pub mod text;
pub mod truth;
pub mod veto;
