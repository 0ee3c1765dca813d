//! Where a report comes from.

use jiff::civil::Date;

/// What a report was made from, and with what.
#[derive(Debug, Clone)]
pub struct Provenance {
    /// The requirements file, as it is named in the report.
    pub input: String,
    /// The SHA-256 of its text: 64 hexadecimal digits. How lines end makes no difference.
    pub input_hash: String,
    /// Where the rubric was read, as it is named in the report; none if it is bundled.
    pub rubric_path: Option<String>,
    /// The SHA-256 of the rubric's text: 64 hexadecimal digits.
    pub rubric_hash: String,
    /// The day of the report, if it is to carry one.
    pub today: Option<Date>,
}
