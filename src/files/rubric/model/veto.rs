//! Hard constraints.

use crate::files::{Alternative, Condition, Place, SourceIndex, Text};

/// A reason that rules alternatives out whatever they score.
#[derive(Debug, Clone)]
pub struct Veto {
    /// Its id.
    pub id: String,
    /// What it rules out; at least one, in order.
    pub excludes: Vec<Alternative>,
    /// When.
    pub when: Condition,
    /// Why; follows "… is ruled out:".
    pub because: Text,
    /// What would have to change for it to go away.
    pub lifted_by: Text,
    /// What it rests on.
    pub sources: Vec<SourceIndex>,
    /// Where it is defined.
    pub place: Place,
}
