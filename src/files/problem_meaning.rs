//! What each kind of problem means, for someone who sees its code for the first time.

use super::ProblemCode;

/// What a code means and what to do about it, a paragraph each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProblemMeaning {
    /// What has happened, and why it matters.
    pub meaning: &'static str,
    /// What to do about it.
    pub remedy: &'static str,
}

impl ProblemCode {
    /// The code with this id, if there is one.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.id() == id)
    }

    /// What it means and what to do about it.
    #[allow(clippy::too_many_lines)] // a table
    pub const fn meaning(self) -> ProblemMeaning {
        let (meaning, remedy) = match self {
            Self::FileTooLarge => (
                "The file is larger than any rubric or requirements file needs to be. It may come from anybody, \
                 so it is refused before it is read as a whole.",
                "Check that the path names the file you meant. A long note belongs in a document that the file \
                 refers to.",
            ),
            Self::NotUtf8 => (
                "The file holds bytes that are not UTF-8 text. It was probably saved in another encoding.",
                "Save the file as UTF-8 in your editor.",
            ),
            Self::EmptyFile => (
                "The file is empty, or holds nothing but comments.",
                "Check that the path names the file you meant. `trilemma rubric new` prints a rubric to begin with.",
            ),
            Self::InvalidYaml => (
                "The text cannot be read as YAML from the marked place on. Usual causes are a colon or a hash in a \
                 text without quotes, a bracket or quote that is never closed, and indents that do not line up.",
                "Put quotes round texts that hold `: `, ` #`, brackets or braces, and look at the line above the \
                 marked one too.",
            ),
            Self::SeveralDocuments => (
                "The file holds a second YAML document after `---`. Only one is read, and leaving the rest out in \
                 silence would be wrong.",
                "Put the second document into a file of its own.",
            ),
            Self::UnsupportedYaml => (
                "The file uses a part of YAML that these files do without: anchors, aliases, merge keys, tags, or \
                 keys that are no plain text. They make a file hard to review, and a small one can be made to swell \
                 without end.",
                "Write the values out where they are used.",
            ),
            Self::TooComplex => (
                "Lists and maps are nested deeper than any of these files needs, or there are far too many values.",
                "Simplify the file. A condition that is nested this deep reads better as several rows.",
            ),
            Self::UnknownKey => (
                "A key means nothing at this place: it is misspelled, or indented under the wrong parent. A key that \
                 was passed over in silence would be a rule that does not hold.",
                "Correct or remove it. The message names the keys there are, and rubrics/README.md describes them.",
            ),
            Self::DuplicateKey => (
                "The same key stands twice in one map. Programs differ in which of the two they take.",
                "Remove one of them.",
            ),
            Self::MissingKey => (
                "Something that cannot be guessed is not said: a key is missing at this place.",
                "Add the key that the message names.",
            ),
            Self::MissingValue => (
                "A key stands there with nothing behind it, or an empty text. It could mean that nothing is to be \
                 said, or that somebody meant to come back.",
                "Give the value, or remove the key. An answer that the team does not know is written `unknown`.",
            ),
            Self::WrongType => (
                "A value is of another kind than this place needs: a text where a number is needed, a list where one \
                 value is, or the like.",
                "Write what the message expects. Numbers go without quotes, units and separators between thousands.",
            ),
            Self::OutOfRange => (
                "A number lies outside what is allowed here, or a list is too short or too long.",
                "Choose a value in the range that the message names. If the range is the rubric's and is wrong, \
                 change `minimum` or `maximum` of the question.",
            ),
            Self::InvalidFormat => (
                "A text does not have the form that is needed: an id is made of lower-case words joined by hyphens, a \
                 date looks like 2026-11-20, a version like 1.2.0, an address begins with https://.",
                "Write it in that form.",
            ),
            Self::UnknownId => (
                "An id names nothing: there is no such question, choice, criterion, group or source. It is \
                 misspelled, or belongs to another rubric or another version of this one.",
                "Take the id that the message suggests. `trilemma rubric show` lists them all.",
            ),
            Self::DuplicateId => (
                "An id is given a second time among things of one kind, or named twice in one list. References \
                 to it could mean either.",
                "Rename one of them, or remove what is repeated.",
            ),
            Self::InvalidCondition => (
                "A condition does not fit the question that it reads: it compares a choice with a number, tests free \
                 text, describes a range that nothing lies in, or reads a question that is asked only later.",
                "Write the test that fits the type of the question. rubrics/README.md lists them.",
            ),
            Self::InvalidText => (
                "A text names an answer in braces, as in {p99-latency-ms}, and there is no such question; or a brace \
                 stands alone.",
                "Name a question of the rubric. Write `{{` or `}}` for a brace that is meant as one.",
            ),
            Self::UnreachableLevel => (
                "A row of a decision table can never apply, because a row before it always does. Whoever wrote it \
                 expects something that will not happen.",
                "Move the row up, or remove it. `otherwise` comes last.",
            ),
            Self::AnswerDoesNotApply => (
                "The file answers a question that is not asked, given its other answers. One of them is probably \
                 wrong, and using neither or both would be a guess.",
                "Remove the answer, or correct the answer on which asking it hangs.",
            ),
            Self::LandscapeNotFound => (
                "The file names a landscape of candidates that is neither bundled nor a file beside it.",
                "Write the id of a bundled landscape, or a path that ends in `.yaml`, relative to the file that names it.",
            ),
            Self::ScorecardNotFound => (
                "The scorecard that a requirements file names is not there, cannot be read, or is named by something \
                 other than a relative path that ends in `.yaml`.",
                "Put the file beside the requirements file, or correct its path; `trilemma plan FILE --format scorecard` writes \
                 one to fill in.",
            ),
            Self::ExtendsCycle => (
                "A rubric extends itself, be it by way of others. There is no first one to begin from.",
                "Take `extends` out of one of them.",
            ),
            Self::ProcessCycle => (
                "A step of the process comes after itself, be it by way of others. None of them could begin.",
                "Take one of them out of an `after`.",
            ),
            Self::ConflictingChange => (
                "One file changes the same inherited thing in two ways: it removes it and weights or replaces it too. \
                 Only one of them can be meant.",
                "Decide which of the two holds, and take the other out.",
            ),
            Self::RemovedButNeeded => (
                "A rubric removes something from the one it extends that is needed by something else that stays.",
                "Remove or replace what needs it too, or keep it.",
            ),
            Self::UncoveredAnswers => (
                "Some answers are covered by no row of a criterion, so that the criterion counts for nothing there and \
                 nobody has said so.",
                "Add a row for the answers that the message shows, or end with `otherwise: true`. A row that means to \
                 count for nothing says `not-applicable: yes`.",
            ),
            Self::QuestionNeverAsked => (
                "No answers to the questions before it make the `ask-when` of this question hold, so nobody is ever \
                 asked.",
                "Correct the `ask-when`, or remove the question.",
            ),
            Self::VetoNeverFires => (
                "No answers meet the condition of this veto. Whoever relies on it is not protected.",
                "Correct the condition, or remove the veto.",
            ),
            Self::VetoAlwaysFires => (
                "The condition of this veto holds whatever the answers, so that an alternative is never considered.",
                "Narrow the condition.",
            ),
            Self::VetoExcludesEverything => (
                "A single veto rules out building, buying and open source. Where it fires there is nothing left to \
                 recommend.",
                "Exclude only what is impossible. If nothing should be done at all, say so as advice of the kind \
                 `defer`.",
            ),
            Self::NothingLeft => (
                "The vetoes between them rule out all three alternatives whatever the answers, so this rubric can \
                 never recommend anything.",
                "Narrow one of the vetoes that the message names.",
            ),
            Self::AlternativeNeverFirst => (
                "Under no answers does this alternative come first, with the weights of the rubric. The result is \
                 then decided before anybody is asked.",
                "Look at what always speaks against it: vetoes, ratings that are never positive, and weights.",
            ),
            Self::AdviceNeverSaid => (
                "No answers meet the condition of this advice, so nobody ever reads it.",
                "Correct the condition, or remove the advice.",
            ),
            Self::StepNeverSaid => (
                "No answers meet the condition of this next step, so nobody ever reads it.",
                "Correct the condition, or remove the step.",
            ),
            Self::BesideNeverHolds => (
                "Advice is to be said beside an alternative that is ruled out wherever the advice applies.",
                "Take the alternative out of `beside`, or look at the veto that rules it out.",
            ),
            Self::UnreadQuestion => (
                "A question is asked, and neither a condition nor a text reads the answer. People are asked for \
                 nothing.",
                "Let a criterion read it, or remove it. A question for the reader of the report has the type `text`.",
            ),
            Self::EmptyGroup => (
                "A group has neither questions nor criteria.",
                "Remove it, or put something into it.",
            ),
            Self::UncitedSource => (
                "A source is listed that nothing rests on.",
                "Cite it where it belongs, or remove it.",
            ),
            Self::NoDifference => (
                "Every row of this criterion rates the three alternatives alike. Its weight counts, and it can never \
                 tell them apart.",
                "Rate what differs, or remove the criterion.",
            ),
            Self::SameRowTwice => (
                "Two rows next to each other have the same effect and say the same.",
                "Make one row of them, with `any-of` if need be.",
            ),
            Self::SameCriterionTwice => (
                "Two criteria have the same rows, so that what they say counts twice.",
                "Remove one of them, and give the other the weight that both should have.",
            ),
            Self::SameVetoTwice => (
                "Two vetoes have the same condition and rule out the same alternative, or say the same.",
                "Make one veto of them.",
            ),
            Self::SameAdviceTwice => (
                "Two pieces of advice, or two next steps, have the same condition and say the same.",
                "Keep one of them, with the sources of both.",
            ),
            Self::DoubleCounting => (
                "One question moves two criteria, and always in the same direction, so that one fact counts twice.",
                "Let one criterion read it, or make sure that the two mean different things and lower a weight.",
            ),
            Self::AnswerMayBeMissing => (
                "A text names an answer in braces that may be missing where the text is shown. The reader would see a \
                 gap.",
                "Name only answers that the condition beside the text reads, or say it without the answer.",
            ),
            Self::OldSource => (
                "A source is older than the check allows. What was true of the market then may not be now.",
                "Look for a newer one, or confirm that it still holds and note when.",
            ),
            Self::UndatedSource => (
                "A source has no date, so nobody can tell how old it is.",
                "Add `date`: a year, a month or a day.",
            ),
            Self::TooEntangledToCheck => (
                "Conditions read so many answers together that something could not be proven within the work allowed \
                 for it. Nothing is known to be wrong.",
                "Split the criterion or condition that the message names, if it can be split.",
            ),
            Self::Contradiction => (
                "Two answers hardly go together, as the rubric's advice on contradictions says. One of them is probably \
                 wrong, and a decision that rests on both rests on a mistake.",
                "Decide which of the answers holds, and correct the other. Where both are true after all, a waiver says \
                 why.",
            ),
            Self::RubricNotFound => (
                "The requirements file names a rubric that is neither bundled nor a `.yaml` file that can be read. \
                 Paths are relative to the file that names them; absolute paths and addresses are refused, because \
                 such a file may come from anybody.",
                "Name a bundled rubric (`trilemma rubric list`), correct the path, or give `--rubric`.",
            ),
            Self::UnsourcedFact => (
                "Facts about a candidate have no source, so nobody can tell whether they were ever true.",
                "Name under `sources` where each was read, or leave it out: what is not documented is no \"no\".",
            ),
            Self::FactFromMemory => (
                "Facts about a candidate rest on somebody's memory alone. Such facts count least, and may be wrong.",
                "Look them up in the candidate's documentation or elsewhere, and add that as a source.",
            ),
            Self::SourceForNothing => (
                "A source says that it supports facts which the candidate does not state. One of the two was forgotten.",
                "State the fact, or take its key out of `fields`.",
            ),
            Self::SameCandidateTwice => (
                "Two candidates have the same name or repository. Most likely they are one, which then counts twice.",
                "Make one of the two, or tell them apart.",
            ),
            Self::UnusedWord => (
                "The vocabulary has a word that describes no candidate. It is a left-over, or was forgotten somewhere.",
                "Describe a candidate by it, or take it out of the vocabulary.",
            ),
            Self::OldLandscape => (
                "The landscape was put together longer ago than it says it may be. Products come and go in a year.",
                "Go through its candidates again and change `compiled`; until then, read it as what it is.",
            ),
            Self::LandscapeDiffers => (
                "A question that the landscape of candidates answers was answered otherwise by the team. The team's \
                 answer counts: it may know more. It may also be a slip, or older than the landscape.",
                "Look at `trilemma shortlist`. Correct the answer or take it out, or say in its `note` what you know.",
            ),
            Self::OldCandidate => (
                "A candidate was last looked at longer ago than the landscape says it may be, or nobody knows when.",
                "See whether what is said of it still holds, and change `as-of`.",
            ),
            Self::UnreadableFile => (
                "`trilemma check` was told to check a file that cannot be opened or read, so it cannot tell whether \
                 the file would pass.",
                "Correct the path, or the permissions of the file.",
            ),
            Self::RubricAtFault => (
                "The rubric of a requirements file has problems of its own. They are listed under the rubric; the \
                 requirements file was not checked.",
                "Correct the rubric first, or name another one.",
            ),
            Self::AnswerMissing => (
                "The file's `gate.required` names a question that nobody answered, or that was answered with \
                 `unknown`. The team agreed not to decide without it.",
                "Answer the question; or take it out of `required`, or waive this finding until the answer is there.",
            ),
            Self::CoverageTooLow => (
                "The answers given settle a smaller share of the weight than the file's `gate.min-coverage` demands. \
                 What is not answered may yet turn the recommendation.",
                "Answer more questions, those first that `trilemma decide` lists under \"Find out next\".",
            ),
            Self::MarginTooSmall => (
                "The first alternative is ahead of the second by fewer points than the file's `gate.min-margin` \
                 demands. Little would make the second one first.",
                "Settle the open questions and doubtful answers that `trilemma decide` shows; if it stays close, decide \
                 by what the rubric does not ask, record why, and waive this finding.",
            ),
            Self::AcceptabilityTooLow => (
                "Under too many of the weightings near yours another alternative comes first: fewer agree with the \
                 leader than the file's `gate.min-acceptability` demands. The result hangs on the exact weights.",
                "Agree on the weights on which it hangs, which `trilemma decide` names, or settle open questions.",
            ),
            Self::Inconclusive => (
                "Less of the weight is answered than the rubric's `min-coverage` demands before it recommends \
                 anything, so there is nothing yet that a decision could follow.",
                "Answer more questions, beginning with those that `trilemma decide` puts first.",
            ),
            Self::NoViableAlternative => (
                "Vetoes rule out building, buying and open source alike. Whatever is done breaks a hard constraint.",
                "Look at the ways out that `trilemma decide` shows: they name the fewest vetoes to lift, and what \
                 lifts them.",
            ),
            Self::RecommendationChanged => (
                "What the team decided was recommended when it was recorded. Since then answers, weights or the rubric \
                 have changed, and something else is recommended now. The reasons of the decision may be gone.",
                "Look at the decision again. Record the new one; or keep it, and say in `because` why and in \
                 `recommended` what is recommended now.",
            ),
            Self::ChoiceVetoed => (
                "What the team decided breaks a hard constraint. No score and no reason makes up for that; either \
                 the answer behind the veto is wrong, or the decision is.",
                "Do what lifts the veto, correct the answer, or decide otherwise. An exception with an end is a waiver.",
            ),
            Self::DeviationUnexplained => (
                "The team decided against the recommendation and did not write down why. Nobody will be able to tell \
                 later whether the reason still holds.",
                "Say why in `decision.because`.",
            ),
            Self::ReviewDue => (
                "The day on which the decision is to be looked at again is near.",
                "Look at it again: correct the answers, run `trilemma decide`, and set a new `review-by`.",
            ),
            Self::ReviewOverdue => (
                "The day on which the decision was to be looked at again is past. It may rest on facts that have \
                 changed since.",
                "Hold the review that is due: correct the answers, decide anew or confirm it, and move `review-by`.",
            ),
            Self::RubricChanged => (
                "The decision was recorded against another version of the rubric, or another content of the same \
                 version. Where that changes the recommendation, another finding says so.",
                "Read what has changed (`trilemma rubric diff`), and set `rubric-version` and `rubric-hash` to what \
                 `trilemma check` prints.",
            ),
            Self::WaiverExpired => (
                "A waiver's last day is past, and the finding that it accepted is still there. It counts again.",
                "Correct what the finding is about; or have the owner agree to another day.",
            ),
            Self::WaiverExpiring => (
                "A waiver runs out within two weeks; what it accepts will fail the gate then.",
                "Correct what it accepts in time, or agree on another day.",
            ),
            Self::WaiverUnused => (
                "A waiver matches no finding. What it accepted was corrected, or its `scope` names something else; left \
                 where it is, it would accept the next such finding unseen.",
                "Remove the waiver, or correct its `scope`.",
            ),
            Self::WaiverMalformed => (
                "A waiver cannot count as it is written: a reason, an owner or the last day is missing or wrong, or it \
                 names a code that there is not or that cannot be waived. It waives nothing.",
                "Give it `code`, `because`, `owner` and `until`, a day such as 2027-01-31. Only findings about a \
                 decision can be waived: neither invalid input nor waivers themselves.",
            ),
        };
        ProblemMeaning { meaning, remedy }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::ProblemCode;

    #[test]
    fn every_code_has_a_meaning_and_a_remedy_of_its_own() {
        let mut seen = HashSet::new();
        for code in ProblemCode::ALL {
            let about = code.meaning();
            for text in [about.meaning, about.remedy] {
                assert!(text.ends_with('.'), "{}: {text}", code.id());
                assert!(!text.contains("  "), "{}: {text}", code.id());
                assert!(seen.insert(text), "{}: said twice: {text}", code.id());
            }
        }
    }

    #[test]
    fn every_code_is_found_by_its_id() {
        for code in ProblemCode::ALL {
            assert_eq!(ProblemCode::from_id(code.id()), Some(*code));
        }
        assert_eq!(ProblemCode::from_id("no-such-code"), None);
    }
}
