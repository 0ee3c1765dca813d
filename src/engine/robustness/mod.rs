//! How firm a result is, exactly: no sampling, no seed.

pub mod acceptability;
pub mod firmness;
pub mod flips;
pub mod information;
pub mod outlook;
pub mod swings;
pub mod switching;
pub mod unknowns;
pub mod weights;

pub use firmness::{HowFirm, Support};
pub use flips::{Flip, flips};
pub use information::{PossibleAnswer, probability_of_change, value_of_information};
pub use outlook::{MAX_PAIRS, Outlook, Share};
pub use swings::Swing;
pub use switching::{StabilityInterval, least_difference, stability_interval, tolerated_error};
pub use unknowns::{OpenQuestionValue, Unknowns};
pub use weights::{Switching, SwitchingWeight, WeightRobustness};
