//! Rubrics that are part of the program.

/// A rubric that is part of the program.
#[derive(Debug, Clone, Copy)]
pub struct Bundled {
    /// Its id.
    pub id: &'static str,
    /// Its text.
    pub text: &'static str,
    /// The text of the landscape that comes with it, if one does.
    pub landscape: Option<&'static str>,
}

/// Every bundled rubric, by id.
pub const BUNDLED: &[Bundled] = &[
    Bundled {
        id: "infrastructure",
        text: include_str!("../../rubrics/infrastructure/rubric.yaml"),
        landscape: Some(include_str!("../../rubrics/infrastructure/landscape.yaml")),
    },
    Bundled {
        id: "ml-infrastructure",
        text: include_str!("../../rubrics/ml-infrastructure/rubric.yaml"),
        landscape: Some(include_str!(
            "../../rubrics/ml-infrastructure/landscape.yaml"
        )),
    },
];

/// The bundled rubric with this id.
pub fn bundled(id: &str) -> Option<&'static Bundled> {
    BUNDLED.iter().find(|bundled| bundled.id == id)
}

/// A case of a bundled rubric: the rubric's id, the case's id, and its text.
type BundledCase = (&'static str, &'static str, &'static str);

/// Every case of every bundled rubric, in order.
const CASES: &[BundledCase] = include!(concat!(env!("OUT_DIR"), "/bundled_cases.rs"));

/// The cases of the bundled rubric with this id: ids and texts, in order.
pub(super) fn bundled_cases(
    rubric: &str,
) -> impl Iterator<Item = (&'static str, &'static str)> + use<'_> {
    CASES
        .iter()
        .filter(move |(of, _, _)| *of == rubric)
        .map(|(_, id, text)| (*id, *text))
}
