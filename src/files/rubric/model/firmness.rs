//! How firm a recommendation is called, and has to be for that.

use crate::output::with_ids::with_ids;

with_ids! {
    /// How firm a recommendation is, in a word; the firmest first.
    pub enum Firmness {
        /// It holds against weights that are well off and against what is still open.
        Robust = "robust",
        /// It holds, but not against much.
        Leaning = "leaning",
        /// Little would overturn it.
        Fragile = "fragile",
    }
}

/// What a recommendation must reach to be called robust, and to be called a leaning; less is fragile.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FirmnessThresholds {
    /// For robust.
    pub robust: Threshold,
    /// For leaning.
    pub leaning: Threshold,
}

/// The least of each measure, all of which must be reached.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Threshold {
    /// Share of the weightings near the stated ones under which it comes first, 0 to 1.
    pub acceptability: f64,
    /// Share by which every weight may be off at once before it could be overtaken, 0 to 1.
    pub weight_error: f64,
    /// Share of the ways in which the open questions could turn out that leave it first, 0 to 1.
    pub outlook: f64,
}

impl Default for FirmnessThresholds {
    fn default() -> Self {
        Self {
            robust: Threshold {
                acceptability: 0.95,
                weight_error: 0.4,
                outlook: 0.95,
            },
            leaning: Threshold {
                acceptability: 0.8,
                weight_error: 0.2,
                outlook: 0.6,
            },
        }
    }
}
