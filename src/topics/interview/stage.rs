//! What an interview as a whole asks.

use super::walk::Step;

/// What is asked now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Something that holds for all parts.
    Shared(Step),
    /// Whether to decide part by part.
    Split,
    /// What the next part is called.
    Naming,
    /// Which answers differ for a part.
    Differences(usize),
    /// Something about a part.
    Part(usize, Step),
    /// What to do with all the answers.
    Review,
}

/// How far the talk about parts has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parting {
    /// Whether there are parts is still to be asked.
    Ahead,
    /// They are being named.
    Naming,
    /// They are named, and gone through one by one.
    Named,
    /// The review was reached.
    Behind,
}

impl Parting {
    /// The word for it in a draft.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Ahead => "ahead",
            Self::Naming => "naming",
            Self::Named => "named",
            Self::Behind => "behind",
        }
    }

    /// How far it has come, by this word.
    pub fn from_id(id: &str) -> Option<Self> {
        let all = [Self::Ahead, Self::Naming, Self::Named, Self::Behind];
        all.into_iter().find(|parting| parting.id() == id)
    }
}
