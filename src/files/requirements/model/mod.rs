//! What a team requires, answered and decided.

pub mod answer;
pub mod case;
pub mod evidence;
pub mod facts;
pub mod requirements;
