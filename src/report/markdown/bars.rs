//! Bars out of block characters, for the cells of a table.

/// How many characters the longest bar has.
const LONGEST: f64 = 8.0;
/// The ends of bars, by eighths of a character.
const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/// A bar for a number of points where `largest` fills it: solid for what adds, shaded for what takes away, so that
/// neither colour nor a sign is needed to tell them apart. At least a sliver for what does not round to zero.
pub(crate) fn bar(points: f64, largest: f64) -> String {
    if points.abs() < 0.05 || largest <= 0.0 {
        return String::new();
    }
    let length = points.abs() / largest * LONGEST;
    if points < 0.0 {
        return "▒".repeat(rounded(length).max(1));
    }
    let eighths = rounded(length * 8.0).max(1);
    format!("{}{}", "█".repeat(eighths / 8), EIGHTHS[eighths % 8])
}

/// The nearest whole number; lengths are small and not negative.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn rounded(length: f64) -> usize {
    length.round() as usize
}

#[cfg(test)]
mod tests {
    use super::bar;

    #[test]
    fn a_bar_is_as_long_as_its_share_of_the_largest() {
        assert_eq!(bar(10.0, 10.0), "████████");
        assert_eq!(bar(5.0, 10.0), "████");
        assert_eq!(bar(0.7, 10.0), "▌");
        assert_eq!(bar(-5.0, 10.0), "▒▒▒▒");
    }

    #[test]
    fn what_is_not_zero_shows_and_what_is_does_not() {
        assert_eq!(bar(0.06, 100.0), "▏");
        assert_eq!(bar(-0.06, 100.0), "▒");
        assert_eq!(bar(0.0, 100.0), "");
        assert_eq!(bar(0.0, 0.0), "");
    }
}
