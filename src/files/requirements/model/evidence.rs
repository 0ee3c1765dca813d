//! How well a fact is known.

use schemars::JsonSchema;
use serde::Serialize;
/// The kind of source that a fact about a candidate was read in, the weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Evidence {
    /// Remembered by whoever wrote it down.
    GeneralKnowledge,
    /// Said by those who sell it.
    VendorClaim,
    /// Said by a project about itself.
    ProjectDocs,
    /// Read in a registry of packages.
    PackageRegistry,
    /// Said by somebody who sells neither it nor its rivals.
    Independent,
}

impl Evidence {
    /// Every kind, the weakest first.
    pub const ALL: [Self; 5] = [
        Self::GeneralKnowledge,
        Self::VendorClaim,
        Self::ProjectDocs,
        Self::PackageRegistry,
        Self::Independent,
    ];

    /// The id in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::GeneralKnowledge => "general-knowledge",
            Self::VendorClaim => "vendor-claim",
            Self::ProjectDocs => "project-docs",
            Self::PackageRegistry => "package-registry",
            Self::Independent => "independent",
        }
    }

    /// How far a fact is known that rests on this.
    pub const fn strength(self) -> Strength {
        match self {
            Self::GeneralKnowledge => Strength::Remembered,
            Self::VendorClaim => Strength::Claimed,
            Self::ProjectDocs | Self::PackageRegistry | Self::Independent => Strength::Documented,
        }
    }
}

/// How far it is known that a candidate meets something, from hearsay to use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Strength {
    /// Somebody remembers it.
    Remembered,
    /// Those who sell it say so.
    Claimed,
    /// It stands in documentation, a registry or an independent source.
    Documented,
    /// The team has seen it.
    Demonstrated,
    /// The team has tried it.
    Tested,
    /// The team uses it so.
    InProduction,
}

impl Strength {
    /// All, the weakest first.
    pub const ALL: [Self; 6] = [
        Self::Remembered,
        Self::Claimed,
        Self::Documented,
        Self::Demonstrated,
        Self::Tested,
        Self::InProduction,
    ];

    /// How far a team can know something by itself.
    pub const OWN: [Self; 5] = [
        Self::Claimed,
        Self::Documented,
        Self::Demonstrated,
        Self::Tested,
        Self::InProduction,
    ];

    /// The id in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Remembered => "remembered",
            Self::Claimed => "claimed",
            Self::Documented => "documented",
            Self::Demonstrated => "demonstrated",
            Self::Tested => "tested",
            Self::InProduction => "in-production",
        }
    }

    /// Whether it is a claim and no more.
    pub const fn is_claim(self) -> bool {
        matches!(self, Self::Remembered | Self::Claimed)
    }
}
