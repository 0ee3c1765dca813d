//! Numbers, plurals and lists in words: the one place that rounds.

use std::borrow::Cow;

/// A number as written, with commas between thousands: `1,250,000`, `0.5`.
pub(crate) fn number(number: f64) -> String {
    let plain = number.to_string();
    let (sign, digits) = plain
        .strip_prefix('-')
        .map_or(("", plain.as_str()), |rest| ("-", rest));
    let (whole, fraction) = digits
        .split_once('.')
        .map_or((digits, None), |(whole, part)| (whole, Some(part)));
    let mut out = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// Items joined as in a sentence: `a`, `a and b`, `a, b and c`.
pub(crate) fn list<S: AsRef<str>>(items: &[S]) -> String {
    join(items, "and")
}

/// Items joined as alternatives: `a`, `a or b`, `a, b or c`.
pub(crate) fn either<S: AsRef<str>>(items: &[S]) -> String {
    join(items, "or")
}

fn join<S: AsRef<str>>(items: &[S], last: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [start @ .., end] => {
            let start: Vec<_> = start.iter().map(AsRef::as_ref).collect();
            format!("{} {last} {}", start.join(", "), end.as_ref())
        }
    }
}

/// A count with its noun: `1 question`, `3 questions`.
pub(crate) fn count(count: usize, noun: &str) -> String {
    if count == 1 {
        format!("1 {noun}")
    } else {
        format!("{count} {}", plural(noun))
    }
}

fn plural(noun: &str) -> String {
    if let Some(before) = noun.strip_suffix("criterion") {
        return format!("{before}criteria");
    }
    match noun {
        "veto" => "vetoes".to_owned(),
        _ => format!("{noun}s"),
    }
}

/// How many of so many are shown where at most so many are: one left over takes as much room as saying so.
pub(crate) fn shown(all: usize, most: usize) -> usize {
    if all <= most.saturating_add(1) {
        all
    } else {
        most
    }
}

/// A text that is not endless: cut after so many characters.
pub(crate) fn cut(text: &str, longest: usize) -> Cow<'_, str> {
    match text.char_indices().nth(longest) {
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
        None => Cow::Borrowed(text),
    }
}

/// The same text with its first letter in upper case.
pub(crate) fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

/// A share between 0 and 1 in whole percent. Never says 0 % or 100 % of what is merely close to it.
pub(crate) fn percent(share: f64) -> String {
    let rounded = (share * 100.0).round();
    let honest = match share {
        share if share > 0.0 && share < 1.0 => rounded.clamp(1.0, 99.0),
        _ => rounded,
    };
    format!("{:.0}%", tidy(honest))
}

/// A share between 0 and 1 in whole percent, rounded down: what is promised up to it holds.
pub(crate) fn percent_below(share: f64) -> String {
    format!("{:.0}%", tidy((share * 100.0 + 1e-9).floor()))
}

/// A share between 0 and 1 as so many out of 100. Never says 0 or 100 of what is merely close to it.
pub(crate) fn out_of_100(share: f64) -> String {
    percent(share).trim_end_matches('%').to_owned()
}

/// Points rounded to a whole number: `12`, `0`. Never `-0`.
pub(crate) fn points(points: f64) -> String {
    format!("{:.0}", tidy(points.round()))
}

/// Points rounded to one decimal: `4.9`.
pub(crate) fn tenths(points: f64) -> String {
    format!("{:.1}", tidy((points * 10.0).round() / 10.0))
}

/// Points rounded to a whole number, with their sign: `+12`, `-3`, `0`.
pub(crate) fn signed_points(points: f64) -> String {
    let rounded = tidy(points.round());
    if rounded > 0.0 {
        format!("+{rounded:.0}")
    } else {
        format!("{rounded:.0}")
    }
}

/// Points rounded to one decimal, with their sign: `+6.1`, `-4.8`, `0.0`.
pub(crate) fn signed_tenths(points: f64) -> String {
    let rounded = tidy((points * 10.0).round() / 10.0);
    if rounded > 0.0 {
        format!("+{rounded:.1}")
    } else {
        format!("{rounded:.1}")
    }
}

/// Removes the sign of a negative zero.
fn tidy(number: f64) -> f64 {
    if number == 0.0 { 0.0 } else { number }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_and_keep_their_fraction() {
        assert_eq!(number(15.0), "15");
        assert_eq!(number(1500.0), "1,500");
        assert_eq!(number(1_250_000.5), "1,250,000.5");
        assert_eq!(number(-1000.0), "-1,000");
        assert_eq!(number(100.0), "100");
    }

    #[test]
    fn lists_read_as_in_a_sentence() {
        assert_eq!(list::<&str>(&[]), "");
        assert_eq!(list(&["a"]), "a");
        assert_eq!(list(&["a", "b"]), "a and b");
        assert_eq!(either(&["a", "b", "c"]), "a, b or c");
    }

    #[test]
    fn counts_agree_with_their_noun() {
        assert_eq!(count(1, "criterion"), "1 criterion");
        assert_eq!(count(2, "criterion"), "2 criteria");
        assert_eq!(count(2, "other criterion"), "2 other criteria");
        assert_eq!(count(0, "question"), "0 questions");
    }

    #[test]
    fn rounding_never_shows_a_negative_zero_or_a_false_certainty() {
        assert_eq!(signed_points(-0.4), "0");
        assert_eq!(signed_tenths(-0.04), "0.0");
        assert_eq!(signed_points(12.4), "+12");
        assert_eq!(percent(0.9999), "99%");
        assert_eq!(percent(0.001), "1%");
        assert_eq!(percent(1.0), "100%");
    }

    #[test]
    fn a_first_letter_is_capitalised_whatever_its_script() {
        assert_eq!(capitalised("étude"), "Étude");
        assert_eq!(capitalised(""), "");
    }
}
