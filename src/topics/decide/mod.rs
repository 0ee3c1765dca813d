//! A decision as it is told: phrases, text and JSON.

pub mod changes;
pub mod json;
pub mod open;
pub mod phrases;
pub mod text;
