//! What follows from rubric, requirements and landscape: facts, scores, robustness and the decision. Pure: no files, no printing.

pub mod decision;
pub mod matching;
pub mod robustness;
pub mod scoring;
