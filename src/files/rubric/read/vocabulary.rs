//! The questions that conditions, texts and answers may name.

use std::collections::HashMap;

use crate::files::rubric::read::removed::RemovedIds;
use crate::files::yaml::reader::shortened;
use crate::files::yaml::suggest::expect_known;
use crate::files::{Place, Problem, ProblemCode, Question, QuestionIndex};

/// The questions of a rubric by id, those included that could not be read.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    /// In the order of asking.
    pub(crate) questions: Vec<Question>,
    by_id: HashMap<String, Option<QuestionIndex>>,
    removed: RemovedIds,
    unreadable: bool,
}

impl Vocabulary {
    /// These questions, the ids of those that were written but could not be read, and of those that were removed.
    pub(crate) fn new(
        questions: Vec<Question>,
        broken: impl IntoIterator<Item = String>,
        removed: RemovedIds,
    ) -> Self {
        let mut by_id: HashMap<String, Option<QuestionIndex>> =
            broken.into_iter().map(|id| (id, None)).collect();
        // Where an id is given twice, the first counts.
        for (index, question) in questions.iter().enumerate().rev() {
            by_id.insert(question.id.clone(), Some(QuestionIndex(index)));
        }
        Self {
            questions,
            by_id,
            removed,
            unreadable: false,
        }
    }

    /// Nothing could be read at all.
    pub(crate) fn unreadable() -> Self {
        Self {
            unreadable: true,
            ..Self::default()
        }
    }

    /// The question with this id. A broken one is passed over in silence: its own problem has been noted.
    ///
    /// # Errors
    ///
    /// If no question has the id; `code` says which kind of problem that is here.
    pub(crate) fn find(
        &self,
        id: &str,
        place: Place,
        code: ProblemCode,
    ) -> Result<Option<QuestionIndex>, Problem> {
        if self.unreadable {
            return Ok(None);
        }
        self.by_id.get(id).copied().ok_or_else(|| {
            if let Some(problem) = self.removed.still_needed("question", id, place) {
                return problem;
            }
            let ids = || self.questions.iter().map(|question| question.id.as_str());
            let found = match id {
                "" => "no question is named".to_owned(),
                _ => format!("there is no question `{}`", shortened(id)),
            };
            expect_known(Problem::new(code, place, found), id, ids())
        })
    }

    /// The question at an index.
    pub(crate) fn question(&self, index: QuestionIndex) -> &Question {
        &self.questions[index.0]
    }
}
