//! Version 1: where the candidates of a report come from.

use crate::files::{Exclusion, Landscape};
use crate::topics::market::candidates::Listing;
use crate::topics::market::shortlist::caveat_of;
use schemars::JsonSchema;
use serde::Serialize;

/// The landscape behind a report.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ReportLandscape")]
pub(crate) struct LandscapeEntry<'a> {
    #[serde(flatten)]
    landscape: &'a Landscape,
    /// The day after which it should be looked at again.
    good_until: String,
    /// The days since its oldest part was put together; null if `--today` names no day.
    age_days: Option<i32>,
    /// Whether it should have been looked at again by the day that `--today` names; null if it names none.
    is_stale: Option<bool>,
    /// Where the candidates come from and how far that goes, in sentences.
    caveat: String,
    /// What was taken out of it, and why.
    left_out: &'a [Exclusion],
}

impl<'a> LandscapeEntry<'a> {
    pub(crate) fn new(listing: &'a Listing<'a>) -> Self {
        let landscape = listing.landscape;
        Self {
            landscape,
            good_until: landscape.good_until().to_string(),
            age_days: listing.age.map(|age| age.days),
            is_stale: listing.age.map(|age| age.is_stale),
            caveat: caveat_of(landscape, listing.age),
            left_out: &landscape.exclusions,
        }
    }
}
