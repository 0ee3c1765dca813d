//! What is wrong with a file, in a form that every output can show.

use super::Place;

macro_rules! problem_codes {
    ($($(#[$doc:meta])* $variant:ident = $id:literal,)+) => {
        /// What kind of problem it is. The ids are stable and never reused.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum ProblemCode {
            $($(#[$doc])* $variant,)+
        }

        impl ProblemCode {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The id shown to users.
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$variant => $id,)+
                }
            }
        }
    };
}

problem_codes! {
    /// The file is larger than is read.
    FileTooLarge = "file-too-large",
    /// The file is not UTF-8 text.
    NotUtf8 = "not-utf-8",
    /// The file says nothing.
    EmptyFile = "empty-file",
    /// The text is not YAML.
    InvalidYaml = "invalid-yaml",
    /// There is more than one YAML document.
    SeveralDocuments = "several-documents",
    /// A YAML feature that these files do without: anchors, aliases, tags, complex keys.
    UnsupportedYaml = "unsupported-yaml",
    /// Lists and maps are nested deeper than any file needs, or there are too many values.
    TooComplex = "too-complex",
    /// A key that means nothing here.
    UnknownKey = "unknown-key",
    /// A key that stands twice in the same map.
    DuplicateKey = "duplicate-key",
    /// A key that must be there.
    MissingKey = "missing-key",
    /// A key without a value.
    MissingValue = "missing-value",
    /// A value of another kind than is needed.
    WrongType = "wrong-type",
    /// A number, date or version outside what is allowed, or a list that is too short or too long.
    OutOfRange = "out-of-range",
    /// A text that does not have the form needed, such as a date or a version.
    InvalidFormat = "invalid-format",
    /// An id that names nothing.
    UnknownId = "unknown-id",
    /// An id that was given before.
    DuplicateId = "duplicate-id",
    /// A condition that does not fit the question it reads.
    InvalidCondition = "invalid-condition",
    /// A text that names an answer which does not exist.
    InvalidText = "invalid-text",
    /// Rows in an order in which some can never apply.
    UnreachableLevel = "unreachable-level",
    /// An answer to a question that does not apply, given the other answers.
    AnswerDoesNotApply = "answer-does-not-apply",
    /// Two values that cannot both be meant.
    Contradiction = "contradiction",
    /// A rubric that cannot be found or opened.
    RubricNotFound = "rubric-not-found",
    /// Rubrics that extend one another in a circle.
    ExtendsCycle = "extends-cycle",
    /// Two changes of something inherited, of which only one can be meant.
    ConflictingChange = "conflicting-change",
    /// Something inherited that is removed although something else needs it.
    RemovedButNeeded = "removed-but-needed",
}

/// Another place that explains a problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Where.
    pub place: Place,
    /// What is there.
    pub label: String,
}

/// One thing that is wrong: what was found, what was expected, and what would help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Its kind.
    pub code: ProblemCode,
    /// Where it is.
    pub place: Place,
    /// What was found: lower-case, no full stop.
    pub found: String,
    /// What was expected there instead; empty if `found` says it all.
    pub expected: String,
    /// What to do about it.
    pub help: Option<String>,
    /// Another place that belongs to it.
    pub related: Option<Related>,
}

impl Problem {
    /// A problem with neither help nor a related place.
    pub fn new(code: ProblemCode, place: Place, found: impl Into<String>) -> Self {
        Self {
            code,
            place,
            found: found.into(),
            expected: String::new(),
            help: None,
            related: None,
        }
    }

    /// Says what was expected.
    #[must_use]
    pub fn expected(mut self, expected: impl Into<String>) -> Self {
        self.expected = expected.into();
        self
    }

    /// Says what would help.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Says what would help, if something would.
    #[must_use]
    pub fn maybe_help(mut self, help: Option<String>) -> Self {
        self.help = help;
        self
    }

    /// Points to another place.
    #[must_use]
    pub fn related(mut self, place: Place, label: impl Into<String>) -> Self {
        self.related = Some(Related {
            place,
            label: label.into(),
        });
        self
    }
}

#[cfg(test)]
mod tests {
    use super::ProblemCode;
    use std::collections::HashSet;

    #[test]
    fn codes_are_unique_and_in_kebab_case() {
        let ids: HashSet<_> = ProblemCode::ALL.iter().map(|code| code.id()).collect();
        assert_eq!(ids.len(), ProblemCode::ALL.len());
        assert!(ids.iter().all(|id| {
            id.chars()
                .all(|c| c.is_ascii_lowercase() || c == '-' || c == '8')
        }));
    }
}
