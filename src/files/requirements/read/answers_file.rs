//! Answers given in a file of their own.

use std::path::Path;

use crate::files::load::read_input;
use crate::files::requirements::read::answer::answers;
use crate::files::yaml::problems::Problems;
use crate::files::yaml::reader::prose;
use crate::files::yaml::tree;
use crate::files::{Answers, Files, LoadError, Origin, ReadFrom, Rubric, decode};

/// Reads answers, and the title if there is one, from a requirements file or from a map of questions to answers; `-` is
/// standard input.
///
/// # Errors
///
/// If it cannot be read, or every problem of the answers.
pub(crate) fn read_answers(
    path: &Path,
    rubric: &Rubric,
    files: &mut Files,
) -> Result<(Option<String>, Answers), LoadError> {
    let at_fault = |problem| LoadError::Requirements(vec![problem]);
    let (name, bytes) = read_input(ReadFrom::Disk, path)?;
    let file = decode(&name, &bytes, files).map_err(at_fault)?;
    let tree = tree::parse(file, &files.get(file).text).map_err(at_fault)?;
    let mut problems = Problems::none(files);
    let mut read = Answers::none(rubric.questions.len());
    let wrapped = tree.get("answers");
    let node = wrapped.unwrap_or(&tree);
    answers(node, Origin::Shared, rubric, &mut read, &mut problems);
    let title = wrapped.and_then(|_| prose(tree.get("title")?, &mut problems));
    if problems.count() == 0 {
        Ok((title, read))
    } else {
        Err(LoadError::Requirements(problems.into_sorted()))
    }
}
