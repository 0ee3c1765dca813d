//! What a team requires, answered and decided.

pub(crate) mod answer;
pub(crate) mod case;
pub(crate) mod evidence;
pub(crate) mod facts;
pub(crate) mod requirements;
