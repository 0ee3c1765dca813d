//! The findings of the gate: a closed list.

use crate::files::ProblemCode;

/// Every code that the gate adds to those of invalid input, in the order in which they are told about.
pub const CODES: &[ProblemCode] = &[
    ProblemCode::AnswerMissing,
    ProblemCode::CoverageTooLow,
    ProblemCode::MarginTooSmall,
    ProblemCode::AcceptabilityTooLow,
    ProblemCode::Inconclusive,
    ProblemCode::NoViableAlternative,
    ProblemCode::Contradiction,
    ProblemCode::LandscapeDiffers,
    ProblemCode::OldLandscape,
    ProblemCode::ChoiceVetoed,
    ProblemCode::RecommendationChanged,
    ProblemCode::DeviationUnexplained,
    ProblemCode::RubricChanged,
    ProblemCode::ReviewDue,
    ProblemCode::ReviewOverdue,
    ProblemCode::WaiverExpired,
    ProblemCode::WaiverExpiring,
    ProblemCode::WaiverUnused,
    ProblemCode::WaiverMalformed,
];

/// Whether a finding with this code can be accepted for a time. Neither invalid input nor what is said about waivers
/// can.
pub fn can_be_waived(code: ProblemCode) -> bool {
    CODES.contains(&code)
        && !matches!(
            code,
            ProblemCode::WaiverExpired
                | ProblemCode::WaiverExpiring
                | ProblemCode::WaiverUnused
                | ProblemCode::WaiverMalformed
        )
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{CODES, can_be_waived};

    #[test]
    fn no_code_is_listed_twice_and_four_cannot_be_waived() {
        let ids: HashSet<_> = CODES.iter().map(|code| code.id()).collect();
        assert_eq!(ids.len(), CODES.len());
        let waivable = CODES.iter().filter(|code| can_be_waived(**code)).count();
        assert_eq!(waivable, CODES.len() - 4);
    }
}
