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
        text: include_str!("../../../rubrics/infrastructure/rubric.yaml"),
        landscape: Some(include_str!(
            "../../../rubrics/infrastructure/landscape.yaml"
        )),
    },
    Bundled {
        id: "ml-infrastructure",
        text: include_str!("../../../rubrics/ml-infrastructure/rubric.yaml"),
        landscape: Some(include_str!(
            "../../../rubrics/ml-infrastructure/landscape.yaml"
        )),
    },
];

/// The bundled rubric with this id.
pub fn bundled(id: &str) -> Option<&'static Bundled> {
    BUNDLED.iter().find(|bundled| bundled.id == id)
}

/// A file of a bundled rubric as steps: the rubric's id, the file's name, and its steps.
type BundledSteps = (&'static str, &'static str, &'static [u8]);

/// The steps of every file of every bundled rubric, but for the cases.
const STEPS: &[BundledSteps] = include!(concat!(env!("OUT_DIR"), "/bundled_steps.rs"));

/// The steps of this text, if it is that of a bundled rubric or landscape.
pub(crate) fn bundled_steps(text: &str) -> Option<&'static [u8]> {
    // Mostly it is the very text, and need not be looked through.
    let is_it = |own: &str| std::ptr::eq(own, text) || own == text;
    let named = BUNDLED.iter().find_map(|bundled| {
        if is_it(bundled.text) {
            return Some((bundled.id, "rubric"));
        }
        let is_landscape = bundled.landscape.is_some_and(is_it);
        is_landscape.then_some((bundled.id, "landscape"))
    })?;
    let steps = STEPS.iter().find(|(id, file, _)| (*id, *file) == named);
    steps.map(|(_, _, steps)| *steps)
}

/// A case of a bundled rubric: the rubric's id, the case's id, and its text.
type BundledCase = (&'static str, &'static str, &'static str);

/// Every case of every bundled rubric, in order.
const CASES: &[BundledCase] = include!(concat!(env!("OUT_DIR"), "/bundled_cases.rs"));

/// The cases of the bundled rubric with this id: ids and texts, in order.
pub(crate) fn bundled_cases(
    rubric: &str,
) -> impl Iterator<Item = (&'static str, &'static str)> + use<'_> {
    CASES
        .iter()
        .filter(move |(of, _, _)| *of == rubric)
        .map(|(_, id, text)| (*id, *text))
}
