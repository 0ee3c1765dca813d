//! Texts that name answers.

use crate::files::rubric::read::ids::DefinedQuestions;
use crate::files::yaml::problems::Problems;
use crate::files::yaml::reader::prose;
use crate::files::yaml::tree::Node;
use crate::files::{Problem, ProblemCode, Text, TextPart};

/// Reads a text of one paragraph in which `{question-id}` stands for an answer; `{{` and `}}` stand for braces.
pub(crate) fn answer_text(
    node: &Node,
    questions: &DefinedQuestions,
    problems: &mut Problems<'_>,
) -> Option<Text> {
    let written = prose(node, problems)?;
    let mut parts = Vec::new();
    let mut words = String::new();
    let mut sound = true;
    let mut rest = written.as_str();
    while let Some(at) = rest.find(['{', '}']) {
        words.push_str(&rest[..at]);
        let brace = &rest[at..=at];
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix(brace) {
            words.push_str(brace);
            rest = after;
            continue;
        }
        let Some((id, after)) = rest.split_once('}').filter(|_| brace == "{") else {
            let found = format!("a single `{brace}` in a text");
            let before = written.len() - rest.len() - brace.len();
            let place =
                problems.narrow(node.place, brace, written[..before].matches(brace).count());
            problems.add(
                Problem::new(ProblemCode::InvalidText, place, found)
                    .help(format!("write `{brace}{brace}` for the sign itself")),
            );
            return None;
        };
        rest = after;
        match questions.find(
            id,
            problems.narrow(node.place, &format!("{{{id}}}"), 0),
            ProblemCode::InvalidText,
        ) {
            Ok(question) => {
                parts.push(TextPart::Words(std::mem::take(&mut words)));
                parts.extend(question.map(TextPart::Answer));
            }
            Err(problem) => {
                problems.add(problem);
                sound = false;
            }
        }
    }
    words.push_str(rest);
    parts.push(TextPart::Words(words));
    parts.retain(|part| !matches!(part, TextPart::Words(words) if words.is_empty()));
    sound.then_some(Text(parts))
}
