//! The three alternatives a decision is between.

use crate::output::with_ids::with_ids;
use schemars::JsonSchema;
use serde::Serialize;
use std::ops::{Index, IndexMut};

with_ids! {
    /// One of the three ways to get a piece of infrastructure.
    ///
    /// The order of the variants is the order of every table and list that has no better one.
    pub enum Alternative {
        /// The team writes and owns it.
        Build = "build",
        /// A supplier runs or licenses it, managed open source included.
        Buy = "buy",
        /// The team runs or assembles open-source software.
        OpenSource = "open-source",
    }
}

impl Alternative {
    /// The alternative with this id, if there is one.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|alternative| alternative.id() == id)
    }
}

/// A value for each alternative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[serde(into = "Written<T>", bound(serialize = "T: Serialize + Clone"))]
#[schemars(with = "Written<T>")]
pub struct PerAlternative<T>([T; 3]);

/// A value for each alternative, by its id.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
struct Written<T> {
    build: T,
    buy: T,
    open_source: T,
}

impl<T> From<PerAlternative<T>> for Written<T> {
    fn from(PerAlternative([build, buy, open_source]): PerAlternative<T>) -> Self {
        Self {
            build,
            buy,
            open_source,
        }
    }
}

impl<T> PerAlternative<T> {
    /// The value that `make` gives for each alternative.
    pub fn from_fn(mut make: impl FnMut(Alternative) -> T) -> Self {
        Self(Alternative::ALL.map(&mut make))
    }

    /// The alternatives with their values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (Alternative, &T)> {
        Alternative::ALL.into_iter().zip(&self.0)
    }
}

impl<T> Index<Alternative> for PerAlternative<T> {
    type Output = T;

    fn index(&self, alternative: Alternative) -> &T {
        &self.0[alternative as usize]
    }
}

impl<T> IndexMut<Alternative> for PerAlternative<T> {
    fn index_mut(&mut self, alternative: Alternative) -> &mut T {
        &mut self.0[alternative as usize]
    }
}
