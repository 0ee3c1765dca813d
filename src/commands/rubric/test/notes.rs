//! What is said beside the results of `rubric test`.

use crate::files::{Cases, CasesFrom, Rubric};
use crate::output::wording;

/// What is worth knowing about where the cases of a rubric come from.
pub(crate) fn notes(rubric: &Rubric, cases: &Cases) -> Vec<String> {
    let id = &rubric.id;
    let CasesFrom::Extended(other) = &cases.from else {
        return Vec::new();
    };
    let mut notes = vec![format!(
        "`{id}` has no cases of its own and is tested on those of `{other}`, which it extends"
    )];
    if cases.answers_left_out > 0 {
        let answers = wording::count(cases.answers_left_out, "answer");
        notes.push(format!(
            "{answers} in these cases left out, because `{id}` has no use for them"
        ));
    }
    if cases.files_left_out > 0 {
        let files = wording::count(cases.files_left_out, "file");
        notes.push(format!(
            "{files} left out, with nothing but what to expect of `{other}`"
        ));
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::notes;
    use crate::files::{Cases, CasesFrom, Files, load_rubric};

    #[test]
    fn what_was_left_out_of_the_cases_of_another_rubric_is_counted() {
        let rubric = load_rubric("ml-infrastructure", &mut Files::default());
        let rubric = rubric.expect("the bundled rubric is sound");
        let cases = Cases {
            files: Vec::new(),
            from: CasesFrom::Extended("infrastructure".to_owned()),
            answers_left_out: 7,
            files_left_out: 1,
        };
        assert_eq!(
            notes(&rubric, &cases),
            [
                "`ml-infrastructure` has no cases of its own and is tested on those of `infrastructure`, which it extends",
                "7 answers in these cases left out, because `ml-infrastructure` has no use for them",
                "1 file left out, with nothing but what to expect of `infrastructure`",
            ]
        );
    }
}
