//! What is wrong with a file, in a form that every output can show.

use super::Place;
use crate::output::with_ids::with_ids;

macro_rules! problem_codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $id:literal,)+) => {
        /// What kind of problem it is. The ids are stable and never reused.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum ProblemCode {
            $($(#[doc = $doc])+ $variant,)+
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

            /// What it means: one or more sentences.
            pub fn description(self) -> &'static str {
                match self {
                    $(Self::$variant => concat!($($doc),+).trim_start(),)+
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
    /// A row that can never apply: no answers meet its condition, or the rows before it cover everything that it does.
    UnreachableLevel = "unreachable-level",
    /// An answer to a question that does not apply, given the other answers.
    AnswerDoesNotApply = "answer-does-not-apply",
    /// Answers that hardly go together, as the rubric says.
    Contradiction = "contradiction",
    /// A rubric that cannot be found or opened.
    RubricNotFound = "rubric-not-found",
    /// A landscape of candidates that cannot be found or opened.
    LandscapeNotFound = "landscape-not-found",
    /// A scorecard that cannot be found or opened.
    ScorecardNotFound = "scorecard-not-found",
    /// Rubrics that extend one another in a circle.
    ExtendsCycle = "extends-cycle",
    /// Steps of a process that come after one another in a circle.
    ProcessCycle = "process-cycle",
    /// Two changes of something inherited, of which only one can be meant.
    ConflictingChange = "conflicting-change",
    /// Something inherited that is removed although something else needs it.
    RemovedButNeeded = "removed-but-needed",
    /// Answers that no row of a criterion covers, so that the criterion counts for nothing there.
    UncoveredAnswers = "uncovered-answers",
    /// A question whose `ask-when` can never hold.
    QuestionNeverAsked = "question-never-asked",
    /// A veto whose condition can never hold.
    VetoNeverFires = "veto-never-fires",
    /// A veto whose condition holds whatever the answers.
    VetoAlwaysFires = "veto-always-fires",
    /// One veto that rules out all three alternatives.
    VetoExcludesEverything = "veto-excludes-everything",
    /// Vetoes that between them rule out all three alternatives whatever the answers.
    NothingLeft = "nothing-left",
    /// An alternative that no answers let come first, with the weights of the rubric: it is always ruled out, or always
    /// behind one of the others. Not every such alternative is found.
    AlternativeNeverFirst = "alternative-never-first",
    /// Advice that is said under no answers.
    AdviceNeverSaid = "advice-never-said",
    /// A next step, or a part of the process, that is told under no answers.
    StepNeverSaid = "step-never-said",
    /// Advice said beside an alternative that is always ruled out where the advice holds.
    BesideNeverHolds = "beside-never-holds",
    /// A question that neither a condition nor a text reads.
    UnreadQuestion = "unread-question",
    /// A group without questions and criteria.
    EmptyGroup = "empty-group",
    /// A source that nothing cites.
    UncitedSource = "uncited-source",
    /// A criterion whose rows rate all three alternatives alike.
    NoDifference = "no-difference",
    /// Two rows next to each other with the same effect and the same text.
    SameRowTwice = "same-row-twice",
    /// Two criteria with the same rows.
    SameCriterionTwice = "same-criterion-twice",
    /// Two vetoes with the same condition that rule out the same alternative or say the same.
    SameVetoTwice = "same-veto-twice",
    /// Two pieces of advice, or two steps towards one alternative, with the same condition and text.
    SameAdviceTwice = "same-advice-twice",
    /// Two criteria that a question always moves, and always in the same direction: what it says counts twice.
    DoubleCounting = "double-counting",
    /// A text that names an answer which may be missing where the text is shown.
    AnswerMayBeMissing = "answer-may-be-missing",
    /// A source older than is allowed.
    OldSource = "old-source",
    /// A source without a date, where an age is demanded.
    UndatedSource = "undated-source",
    /// Conditions that hang together so much that something could not be proven within the work allowed for it.
    TooEntangledToCheck = "too-entangled-to-check",
    /// Facts about a candidate without a source.
    UnsourcedFact = "unsourced-fact",
    /// Facts about a candidate that somebody remembers and nobody has looked up.
    FactFromMemory = "fact-from-memory",
    /// A source for facts that are not stated.
    SourceForNothing = "source-for-nothing",
    /// Two candidates of the same name or repository.
    SameCandidateTwice = "same-candidate-twice",
    /// A word of a landscape's vocabulary that describes no candidate.
    UnusedWord = "unused-word",
    /// A landscape that was put together too long ago.
    OldLandscape = "old-landscape",
    /// A candidate that was last looked at too long ago.
    OldCandidate = "old-candidate",
    /// A file that cannot be opened or read.
    UnreadableFile = "unreadable-file",
    /// A file whose rubric is at fault, so that nothing can be said about the file.
    RubricAtFault = "rubric-at-fault",
    /// A question that the gate requires to be answered, without an answer.
    AnswerMissing = "answer-missing",
    /// Less of the weight is answered than the gate demands.
    CoverageTooLow = "coverage-too-low",
    /// First and second are closer than the gate demands.
    MarginTooSmall = "margin-too-small",
    /// The leader comes first under fewer of the weightings near the stated ones than the gate demands.
    AcceptabilityTooLow = "acceptability-too-low",
    /// Too little is answered to recommend anything.
    Inconclusive = "inconclusive",
    /// Every alternative is ruled out.
    NoViableAlternative = "no-viable-alternative",
    /// What was decided was recommended when it was recorded, and is not any more.
    RecommendationChanged = "recommendation-changed",
    /// What was decided is ruled out by a veto.
    ChoiceVetoed = "choice-vetoed",
    /// What was decided differs from the recommendation, and nothing says why.
    DeviationUnexplained = "deviation-unexplained",
    /// An answer against which the landscape of candidates speaks. The answer counts.
    LandscapeDiffers = "landscape-differs",
    /// The decision is to be looked at again soon.
    ReviewDue = "review-due",
    /// The decision was to be looked at again, and the day is past.
    ReviewOverdue = "review-overdue",
    /// The decision was recorded against another version or another content of the rubric.
    RubricChanged = "rubric-changed",
    /// A waiver that has run out while what it waived is still there.
    WaiverExpired = "waiver-expired",
    /// A waiver that runs out soon.
    WaiverExpiring = "waiver-expiring",
    /// A waiver that waives nothing.
    WaiverUnused = "waiver-unused",
    /// A waiver that cannot count: something is missing from it, or it names a code that cannot be waived.
    WaiverMalformed = "waiver-malformed",
}

with_ids! {
    /// How bad a problem is.
    pub enum Severity {
        /// The file does not say what it means to.
        Error = "error",
        /// It is worth a second look.
        Warning = "warning",
    }
}

impl ProblemCode {
    /// How bad it is.
    pub const fn severity(self) -> Severity {
        match self {
            Self::VetoExcludesEverything
            | Self::BesideNeverHolds
            | Self::UnreadQuestion
            | Self::EmptyGroup
            | Self::UncitedSource
            | Self::NoDifference
            | Self::SameRowTwice
            | Self::SameCriterionTwice
            | Self::SameVetoTwice
            | Self::SameAdviceTwice
            | Self::DoubleCounting
            | Self::AnswerMayBeMissing
            | Self::Contradiction
            | Self::ReviewDue
            | Self::RubricChanged
            | Self::WaiverExpiring
            | Self::WaiverUnused
            | Self::OldSource
            | Self::UndatedSource
            | Self::UnsourcedFact
            | Self::FactFromMemory
            | Self::SourceForNothing
            | Self::SameCandidateTwice
            | Self::UnusedWord
            | Self::OldLandscape
            | Self::LandscapeDiffers
            | Self::OldCandidate
            | Self::TooEntangledToCheck => Severity::Warning,
            _ => Severity::Error,
        }
    }
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
    use std::collections::HashSet;

    use super::ProblemCode;

    #[test]
    fn codes_are_unique_and_in_kebab_case() {
        let ids: HashSet<_> = ProblemCode::ALL.iter().map(|code| code.id()).collect();
        assert_eq!(ids.len(), ProblemCode::ALL.len());
        assert!(ids.iter().all(|id| {
            id.chars()
                .all(|c| c.is_ascii_lowercase() || c == '-' || c == '8')
        }));
    }

    #[test]
    fn every_code_says_what_it_means_in_sentences() {
        for code in ProblemCode::ALL {
            let text = code.description();
            assert!(text.starts_with(char::is_uppercase), "{}", code.id());
            assert!(text.ends_with('.') && !text.contains("  "), "{}", code.id());
        }
    }
}
