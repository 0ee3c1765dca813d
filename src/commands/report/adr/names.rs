//! How decision records are named.

use jiff::civil::Date;

/// The longest name of a title, in characters; longer ones are cut between words.
const LONGEST: usize = 60;
/// How many digits a number has at least.
const DIGITS: usize = 4;

/// What a record's name begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Prefix {
    /// A number of so many digits: `0007-…`.
    Number(u32, usize),
    /// A day without hyphens: `20261120-…`.
    Day,
    /// A day with hyphens: `2026-11-20-…`.
    HyphenedDay,
}

/// What a file's name begins with, if it is that of a record.
pub(crate) fn prefix(name: &str) -> Option<Prefix> {
    let stem = name.strip_suffix(".md")?;
    let digits = stem.find(|c: char| !c.is_ascii_digit())?;
    let (number, rest) = stem.split_at(digits);
    let rest = rest.strip_prefix('-')?;
    if number.len() == 4 && is_month_and_day(rest) {
        return Some(Prefix::HyphenedDay);
    }
    match number.len() {
        0 => None,
        8 => Some(Prefix::Day),
        digits => Some(Prefix::Number(number.parse().ok()?, digits)),
    }
}

fn is_month_and_day(rest: &str) -> bool {
    let bytes = rest.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let is_hyphen = |at: usize| bytes.get(at) == Some(&b'-');
    is_digit(0) && is_digit(1) && is_hyphen(2) && is_digit(3) && is_digit(4) && is_hyphen(5)
}

/// How a new record is named among these names: numbered after the highest number, or dated where most are.
pub(crate) fn next<'n>(names: impl IntoIterator<Item = &'n str>) -> Prefix {
    let mut numbered = 0;
    let mut dated = Vec::new();
    let (mut highest, mut digits) = (0, DIGITS);
    for prefix in names.into_iter().filter_map(prefix) {
        match prefix {
            Prefix::Number(number, width) => {
                numbered += 1;
                highest = highest.max(number);
                digits = digits.max(width);
            }
            day => dated.push(day),
        }
    }
    match dated.pop() {
        Some(day) if dated.len() >= numbered => day,
        _ => Prefix::Number(highest.saturating_add(1), digits),
    }
}

impl Prefix {
    /// The name of a record with this title. A dated one needs its day.
    pub(crate) fn name(&self, title: &str, day: Option<Date>) -> Option<String> {
        let slug = slug(title);
        Some(match self {
            Self::Number(number, digits) => format!("{number:0digits$}-{slug}.md"),
            Self::Day => format!("{}-{slug}.md", day?.to_string().replace('-', "")),
            Self::HyphenedDay => format!("{}-{slug}.md", day?),
        })
    }
}

/// A title as part of a file's name: lower-case words of letters and digits, joined by hyphens.
pub(crate) fn slug(title: &str) -> String {
    let lower = title.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric());
    let mut slug = String::new();
    for word in words.filter(|word| !word.is_empty()) {
        let length = slug.chars().count() + word.chars().count();
        if !slug.is_empty() && length >= LONGEST {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.extend(word.chars().take(LONGEST));
    }
    if slug.is_empty() {
        "decision".to_owned()
    } else {
        slug
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_go_on_and_days_are_kept_where_most_are_dated() {
        assert_eq!(next([]), Prefix::Number(1, 4));
        assert_eq!(
            next(["0001-a.md", "0007-b.md", "README.md"]),
            Prefix::Number(8, 4)
        );
        assert_eq!(next(["00012-a.md"]), Prefix::Number(13, 5));
        assert_eq!(
            next(["20260101-a.md", "20260102-b.md", "0001-c.md"]),
            Prefix::Day
        );
        assert_eq!(next(["2026-01-01-a.md"]), Prefix::HyphenedDay);
        assert_eq!(next(["2026-plan.md"]), Prefix::Number(2027, 4));
    }

    #[test]
    fn a_title_becomes_words_with_hyphens() {
        assert_eq!(
            slug("Online serving, for fraud scoring!"),
            "online-serving-for-fraud-scoring"
        );
        assert_eq!(slug("Größe & Ærlighed"), "größe-ærlighed");
        assert_eq!(slug("../../etc/passwd"), "etc-passwd");
        assert_eq!(slug("???"), "decision");
        let long = "word ".repeat(40);
        assert!(slug(&long).len() <= LONGEST);
    }

    proptest! {
        #[test]
        fn no_title_leaves_its_folder(title in "\\PC*|[./\\\\\\x00-\\x1f:a-c ]*") {
            let slug = slug(&title);
            prop_assert!(!slug.is_empty());
            prop_assert!(slug.chars().all(|c| c.is_alphanumeric() || c == '-'), "{}", slug);
        }
    }
}
