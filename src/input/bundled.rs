//! Rubrics that are part of the program.

/// A rubric that is part of the program.
#[derive(Debug, Clone, Copy)]
pub struct Bundled {
    /// Its id.
    pub id: &'static str,
    /// Its text.
    pub text: &'static str,
}

/// Every bundled rubric, by id.
pub const BUNDLED: &[Bundled] = &[
    Bundled {
        id: "infrastructure",
        text: include_str!("../../rubrics/infrastructure/rubric.yaml"),
    },
    Bundled {
        id: "ml-infrastructure",
        text: include_str!("../../rubrics/ml-infrastructure/rubric.yaml"),
    },
];

/// The bundled rubric with this id.
pub fn bundled(id: &str) -> Option<&'static Bundled> {
    BUNDLED.iter().find(|bundled| bundled.id == id)
}
