//! How well a fact is known.

use crate::output::with_ids::with_ids;
with_ids! {
    /// The kind of source that a fact about a candidate was read in, the weakest first.
    pub enum Evidence {
        /// Remembered by whoever wrote it down.
        GeneralKnowledge = "general-knowledge",
        /// Said by those who sell it.
        VendorClaim = "vendor-claim",
        /// Said by a project about itself.
        ProjectDocs = "project-docs",
        /// Read in a registry of packages.
        PackageRegistry = "package-registry",
        /// Said by somebody who sells neither it nor its rivals.
        Independent = "independent",
    }
}

impl Evidence {
    /// How far a fact is known that rests on this.
    pub const fn strength(self) -> Strength {
        match self {
            Self::GeneralKnowledge => Strength::Remembered,
            Self::VendorClaim => Strength::Claimed,
            Self::ProjectDocs | Self::PackageRegistry | Self::Independent => Strength::Documented,
        }
    }
}

with_ids! {
    /// How far it is known that a candidate meets something, from hearsay to use.
    pub enum Strength {
        /// Somebody remembers it.
        Remembered = "remembered",
        /// Those who sell it say so.
        Claimed = "claimed",
        /// It stands in documentation, a registry or an independent source.
        Documented = "documented",
        /// The team has seen it.
        Demonstrated = "demonstrated",
        /// The team has tried it.
        Tested = "tested",
        /// The team uses it so.
        InProduction = "in-production",
    }
}

impl Strength {
    /// How far a team can know something by itself.
    pub const OWN: [Self; 5] = [
        Self::Claimed,
        Self::Documented,
        Self::Demonstrated,
        Self::Tested,
        Self::InProduction,
    ];

    /// Whether it is a claim and no more.
    pub const fn is_claim(self) -> bool {
        matches!(self, Self::Remembered | Self::Claimed)
    }
}
