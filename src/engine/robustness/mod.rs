//! How firm a result is, exactly: no sampling, no seed.

pub mod acceptability;
pub(crate) mod firmness;
pub(crate) mod flips;
pub(crate) mod information;
pub(crate) mod outlook;
pub(crate) mod swings;
pub(crate) mod switching;
pub(crate) mod unknowns;
pub(crate) mod weights;

pub(crate) use firmness::{HowFirm, Support};
pub use flips::{Flip, flips};
pub use information::{PossibleAnswer, probability_of_change, value_of_information};
pub(crate) use outlook::Outlook;
pub(crate) use swings::Swing;
pub use switching::{least_difference, stability_interval, tolerated_error};
pub(crate) use unknowns::OpenQuestionValue;
pub use unknowns::Unknowns;
pub use weights::WeightRobustness;
pub(crate) use weights::{Switching, SwitchingWeight};
