//! "Did you mean".

use crate::files::Problem;

/// Words that others use for ours.
const SYNONYMS: [(&str, &str); 14] = [
    ("over", "at-least"),
    ("above", "at-least"),
    ("min", "at-least"),
    ("more-than", "at-least"),
    ("from", "at-least"),
    ("below", "under"),
    ("less-than", "under"),
    ("at-most", "under"),
    ("max", "under"),
    ("any", "any-of"),
    ("all", "all-of"),
    ("contains", "includes"),
    ("else", "otherwise"),
    ("reason", "because"),
];
/// Words longer than this are no slips of anything.
const LONGEST: usize = 64;
/// How many words are listed.
const SHOWN: usize = 12;
/// How many words are listed where one of them was most likely meant.
const SHOWN_WITH_HELP: usize = 8;

/// Says what could stand in place of a word that nobody knows: the words there are, or the one that was most likely
/// meant if there are too many to read.
pub(crate) fn expect_known<'a>(
    problem: Problem,
    wrong: &str,
    known: impl IntoIterator<Item = &'a str> + Clone,
) -> Problem {
    let help = did_you_mean(wrong, known.clone());
    let many = known.clone().into_iter().count() > SHOWN_WITH_HELP;
    let expected = if many && help.is_some() {
        String::new()
    } else {
        one_of(known)
    };
    problem.expected(expected).maybe_help(help)
}

/// What someone who wrote `wrong` most likely meant, as a help text.
pub(crate) fn did_you_mean<'a>(
    wrong: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    nearest(wrong, known).map(|near| format!("did you mean `{near}`?"))
}

/// The known word nearest to `wrong`, if one is near enough: a third of its letters may differ.
pub(crate) fn nearest<'a>(
    wrong: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    if wrong.len() > LONGEST {
        return None;
    }
    let allowed = (wrong.chars().count() / 3).max(1);
    let folded = wrong.to_lowercase().replace(['_', ' '], "-");
    let known: Vec<&str> = known.into_iter().collect();
    let synonym = SYNONYMS
        .iter()
        .find(|(other, meant)| *other == folded && known.contains(meant));
    if let Some((_, meant)) = synonym {
        return Some(meant);
    }
    known
        .into_iter()
        .map(|word| (strsim::damerau_levenshtein(&folded, word), word))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

/// Words in back-ticks as alternatives, cut short where there are many: `a`, `b` or `c`.
pub(crate) fn one_of<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let words: Vec<_> = words.into_iter().map(|word| format!("`{word}`")).collect();
    match words.as_slice() {
        [] => "there is none to choose from".to_owned(),
        [only] => only.clone(),
        _ if words.len() <= SHOWN => format!("one of {}", words.join(", ")),
        _ => format!(
            "one of {} and {} more",
            words[..SHOWN].join(", "),
            words.len() - SHOWN
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::{nearest, one_of};

    #[test]
    fn near_misses_are_recognised_and_wild_guesses_are_not() {
        let known = ["title", "answers", "rubric", "open-source"];
        assert_eq!(nearest("titel", known), Some("title"));
        assert_eq!(nearest("Open_Source", known), Some("open-source"));
        assert_eq!(nearest("colour", known), None);
    }

    #[test]
    fn long_lists_are_cut_short() {
        let words: Vec<String> = (0..20).map(|n| format!("w{n}")).collect();
        assert!(one_of(words.iter().map(String::as_str)).ends_with("`w11` and 8 more"));
        assert_eq!(one_of(["a"]), "`a`");
    }
}
