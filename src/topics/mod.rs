//! What can be asked of the program, a topic each: its logic, words, text and JSON.

pub mod backtest;
pub mod compare;
pub mod decide;
pub mod gate;
pub mod interview;
pub mod lint;
pub(crate) mod market;
pub(crate) mod plan;
pub mod rubric;
pub mod rubric_diff;
