//! Numbers as people type them: `15`, `15 ms`, `1.5k`, `1,500`, `65 %`.

use crate::files::{Question, QuestionKind, Unit};
use crate::output::wording;

/// Reads a number with or without its unit, within the range of its question.
///
/// # Errors
///
/// Why not, in words for the user.
pub(crate) fn quantity(question: &Question, typed: &str) -> Result<f64, String> {
    let QuestionKind::Number {
        unit,
        minimum,
        maximum,
    } = &question.kind
    else {
        return Err("this question is not answered by a number".to_owned());
    };
    let (digits, rest) = split(typed);
    let Some(number) = decimal(&digits) else {
        return Err(format!(
            "`{typed}` is not a number; expected {}",
            expected(unit.as_ref(), *minimum, *maximum)
        ));
    };
    let factor = factor(rest, unit.as_ref()).ok_or_else(|| {
        let counted = match unit {
            Some(unit) => format!("this is counted in `{}`", unit.other),
            None => "this has no unit".to_owned(),
        };
        format!("`{rest}` is not understood: {counted}")
    })?;
    // Zero has no sign here; tenths of a thousand are meant to be whole.
    let number = tidy(number * factor);
    let too_small = minimum.is_some_and(|low| number < low);
    let too_large = maximum.is_some_and(|high| number > high);
    if too_small || too_large || !number.is_finite() {
        return Err(format!(
            "`{typed}` is out of range; expected {}",
            expected(unit.as_ref(), *minimum, *maximum)
        ));
    }
    Ok(number)
}

/// What a number may be, in words.
pub(crate) fn expected(unit: Option<&Unit>, minimum: Option<f64>, maximum: Option<f64>) -> String {
    let amount = |number: f64| unit.map_or_else(|| wording::number(number), |u| u.amount(number));
    match (minimum, maximum) {
        (Some(low), Some(high)) => {
            format!("a number from {} to {}", wording::number(low), amount(high))
        }
        (Some(low), None) => format!("a number, {} or more", amount(low)),
        (None, Some(high)) => format!("a number, {} or less", amount(high)),
        (None, None) => "a number".to_owned(),
    }
}

/// The digits, without what groups them, and what follows.
fn split(typed: &str) -> (String, &str) {
    let mut digits = String::new();
    let mut end = 0;
    let mut chars = typed.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next_is_digit = chars.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        match c {
            '0'..='9' | '.' | ',' => digits.push(c),
            '-' | '+' | '−' if digits.is_empty() => digits.push(if c == '+' { '+' } else { '-' }),
            ' ' | '_' | '\'' | '’' | '\u{a0}' | '\u{202f}'
                if next_is_digit && !digits.is_empty() => {}
            _ => break,
        }
        end = at + c.len_utf8();
    }
    (digits, typed[end..].trim())
}

/// A number of digits, a point or a comma; a comma before three digits groups thousands, unless nothing but a zero
/// stands before it.
fn decimal(digits: &str) -> Option<f64> {
    let mut plain = digits.to_owned();
    while let Some(comma) = plain.find(',') {
        let after = plain[comma + 1..]
            .chars()
            .take_while(char::is_ascii_digit)
            .count();
        let groups = after == 3 && plain[..comma].trim_start_matches(['-', '+']) != "0";
        plain.replace_range(comma..=comma, if groups { "" } else { "." });
    }
    let has_digit = plain.contains(|c: char| c.is_ascii_digit());
    plain.parse().ok().filter(|_| has_digit)
}

/// What the words behind the digits make of them; none if they are not understood.
fn factor(rest: &str, unit: Option<&Unit>) -> Option<f64> {
    if rest.is_empty() || is_unit(rest, unit) {
        return Some(1.0);
    }
    let (word, after) = rest
        .split_once(char::is_whitespace)
        .map_or((rest, ""), |(word, after)| (word, after.trim()));
    let factor = match word {
        "k" | "K" | "thousand" => 1e3,
        "M" | "million" => 1e6,
        "bn" | "billion" => 1e9,
        _ => return None,
    };
    (after.is_empty() || is_unit(after, unit)).then_some(factor)
}

/// Whether words name the unit, in full or by its first word.
fn is_unit(words: &str, unit: Option<&Unit>) -> bool {
    let Some(unit) = unit else {
        return false;
    };
    let names = |name: &str| {
        let name = name.to_lowercase();
        let words = words.to_lowercase();
        words == name || Some(words.as_str()) == name.split_whitespace().next()
    };
    names(&unit.one) || names(&unit.other)
}

/// The same number with what a multiplication added behind its twelfth digit taken off.
fn tidy(number: f64) -> f64 {
    let text = format!("{number:.11e}");
    text.parse::<f64>().unwrap_or(number) + 0.0
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]

    use super::quantity;
    use crate::files::{FileId, Files, GroupIndex, Place, Question, QuestionKind, Unit};

    fn question(unit: &str, maximum: Option<f64>) -> Question {
        let file: FileId = Files::default().add("", "");
        Question {
            id: "q".to_owned(),
            group: GroupIndex(0),
            ask: "How many?".to_owned(),
            help: None,
            kind: QuestionKind::Number {
                unit: Some(Unit {
                    one: unit.to_owned(),
                    other: unit.to_owned(),
                }),
                minimum: Some(0.0),
                maximum,
            },
            ask_when: None,
            derived: None,
            place: Place {
                file,
                start: 0,
                end: 0,
            },
        }
    }

    #[test]
    fn numbers_are_read_with_units_multipliers_and_groups() {
        let ms = question("ms", None);
        for (typed, number) in [
            ("15", 15.0),
            ("15 ms", 15.0),
            ("15ms", 15.0),
            ("1.5k", 1500.0),
            ("1.1k", 1100.0),
            ("1.5k ms", 1500.0),
            ("1,500", 1500.0),
            ("1 500", 1500.0),
            ("1'500", 1500.0),
            ("1,5", 1.5),
            ("0,125", 0.125),
            ("-0", 0.0),
            ("2 M", 2e6),
            ("2 million", 2e6),
        ] {
            assert_eq!(quantity(&ms, typed), Ok(number), "{typed}");
        }
        let tokens = question("million tokens a month", None);
        assert_eq!(quantity(&tokens, "300 million"), Ok(300.0));
        assert_eq!(quantity(&question("%", Some(100.0)), "65 %"), Ok(65.0));
    }

    #[test]
    fn what_is_not_a_number_in_range_is_refused_in_words() {
        let percent = question("%", Some(100.0));
        let refused = |typed| quantity(&percent, typed).unwrap_err();
        assert_eq!(
            refused("many"),
            "`many` is not a number; expected a number from 0 to 100%"
        );
        assert_eq!(
            refused("120"),
            "`120` is out of range; expected a number from 0 to 100%"
        );
        assert_eq!(
            quantity(&question("ms", None), "15 s"),
            Err("`s` is not understood: this is counted in `ms`".to_owned())
        );
        for typed in ["", ".", "1.2.3", "NaN", "inf", "1e999", "0x10", "--1"] {
            assert!(quantity(&percent, typed).is_err(), "{typed}");
        }
    }
}
