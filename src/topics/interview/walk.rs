//! The way through the questions.

use crate::files::Facts;
use crate::files::{
    Answers, Place, Question, QuestionIndex, Replies, Reply, Rubric, Truth, Weights,
};

/// Something that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// What is decided about.
    Title,
    /// A question of the rubric.
    Question(QuestionIndex),
}

/// Where an interview stands: what was said, what is asked now, and what was asked before.
///
/// A question is asked only while its `ask-when` is not false. What was said to one that does not apply any more is
/// set aside: it is not among the [answers](Self::answers), and comes back if the question applies again.
#[derive(Debug, Clone)]
pub struct Walk<'r> {
    rubric: &'r Rubric,
    title: Option<String>,
    replies: Replies,
    title_done: bool,
    done: Vec<bool>,
    planned: Vec<bool>,
    history: Vec<Step>,
    at: Option<Step>,
    /// Whether `at` was picked at the review, and leads back to it.
    editing: bool,
    place: Place,
    weights: Weights,
    is_part: bool,
}

/// Which questions people are asked: not those that a landscape answers.
fn asked_of_people(rubric: &Rubric) -> Vec<bool> {
    let questions = rubric.questions.iter();
    questions.map(Question::is_asked).collect()
}

impl<'r> Walk<'r> {
    /// An interview that asks everything. Answers will be said to stand at `place`.
    pub fn new(rubric: &'r Rubric, place: Place) -> Self {
        let questions = rubric.questions.len();
        let mut walk = Self {
            rubric,
            title: None,
            replies: Replies::none(questions),
            title_done: false,
            done: vec![false; questions],
            planned: asked_of_people(rubric),
            history: Vec::new(),
            at: None,
            editing: false,
            place,
            weights: Weights::unchanged(rubric.criteria.len()),
            is_part: false,
        };
        walk.advance();
        walk
    }

    /// A way through questions about a part, with what is said to them so far.
    pub(crate) fn of_part(&self, title: &str, replies: Replies, weights: Weights) -> Self {
        let mut walk = Self::new(self.rubric, self.place)
            .knowing(Some(title.to_owned()), replies)
            .weighing(weights)
            .titled();
        walk.is_part = true;
        walk
    }

    /// Starts out with what was said before; it is offered again with its question.
    #[must_use]
    pub fn knowing(mut self, title: Option<String>, replies: Replies) -> Self {
        self.title = title;
        self.replies = replies;
        self
    }

    /// Weighs otherwise than the rubric.
    #[must_use]
    pub fn weighing(mut self, weights: Weights) -> Self {
        self.weights = weights;
        self
    }

    /// Does not ask for the title.
    #[must_use]
    pub fn titled(mut self) -> Self {
        self.title_done = true;
        self.advance();
        self
    }

    /// Asks only the questions for which `planned` is true.
    #[must_use]
    pub fn asking(mut self, planned: impl Fn(QuestionIndex) -> bool) -> Self {
        for (index, flag) in self.planned.iter_mut().enumerate() {
            let index = QuestionIndex(index);
            *flag = planned(index) && self.rubric.question(index).is_asked();
        }
        self.advance();
        self
    }

    /// Takes these questions as asked.
    #[must_use]
    pub fn having_asked(mut self, done: impl IntoIterator<Item = QuestionIndex>) -> Self {
        for question in done {
            self.done[question.0] = true;
        }
        self.advance();
        self
    }

    /// Goes on after these questions were asked, with a way back to them.
    #[must_use]
    pub fn resumed(self, asked: impl IntoIterator<Item = QuestionIndex>) -> Self {
        let mut asked: Vec<QuestionIndex> = asked.into_iter().collect();
        asked.sort_unstable();
        let mut walk = self.having_asked(asked.iter().copied());
        walk.history = asked.into_iter().map(Step::Question).collect();
        if walk.title_done && !walk.is_part {
            walk.history.insert(0, Step::Title);
        }
        walk
    }

    /// The rubric whose questions are asked.
    pub fn rubric(&self) -> &'r Rubric {
        self.rubric
    }

    /// What the criteria weigh.
    pub fn weights(&self) -> &Weights {
        &self.weights
    }

    /// What is asked now; `None` once everything was.
    pub fn at(&self) -> Option<Step> {
        self.at
    }

    /// What is decided about, if that was said.
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// What the part is called that is asked about, if it is one.
    pub fn part(&self) -> Option<&str> {
        self.title.as_deref().filter(|_| self.is_part)
    }

    /// What was said to a question, whether it applies or not.
    pub fn reply(&self, question: QuestionIndex) -> Option<&Reply> {
        self.replies.get(question)
    }

    /// All that was said, what was set aside included.
    pub fn replies(&self) -> &Replies {
        &self.replies
    }

    /// The questions that were asked, answered or not.
    pub fn asked(&self) -> impl Iterator<Item = QuestionIndex> {
        let done = self.done.iter().enumerate();
        done.filter(|(_, done)| **done)
            .map(|(index, _)| QuestionIndex(index))
    }

    /// Whether the question for the title is behind.
    pub fn title_was_asked(&self) -> bool {
        self.title_done
    }

    /// Whether a question applies, given what was said before it.
    pub fn applies(&self, question: QuestionIndex) -> Truth {
        self.with_facts(|facts| facts.applies(question))
    }

    fn with_facts<T>(&self, look_at: impl FnOnce(&Facts<'_>) -> T) -> T {
        let answers = self.replies.at(self.place);
        look_at(&Facts::new(self.rubric, &answers))
    }

    fn questions_where(
        &self,
        holds: impl Fn(&Facts<'_>, QuestionIndex) -> bool,
    ) -> Vec<QuestionIndex> {
        let questions = self.rubric.question_indices();
        self.with_facts(|facts| {
            questions
                .filter(|&question| holds(facts, question))
                .collect()
        })
    }

    /// The questions that people are asked and that apply, or may, in order.
    pub fn applicable(&self) -> Vec<QuestionIndex> {
        self.questions_where(|facts, question| {
            self.rubric.question(question).is_asked() && facts.applies(question).is_possible()
        })
    }

    /// What was said to the questions that apply, or may.
    pub fn kept(&self) -> Replies {
        let mut kept = self.replies.clone();
        for question in self.set_aside() {
            kept.remove(question);
        }
        kept
    }

    /// The same as answers.
    pub fn answers(&self) -> Answers {
        self.kept().at(self.place)
    }

    /// The questions to which something was said, and which do not apply.
    pub fn set_aside(&self) -> Vec<QuestionIndex> {
        self.questions_where(|facts, question| {
            self.reply(question).is_some() && facts.applies(question) == Truth::False
        })
    }

    /// The planned questions that apply, or may, and were not asked yet.
    pub fn pending(&self) -> Vec<QuestionIndex> {
        self.questions_where(|facts, question| {
            self.planned[question.0]
                && !self.done[question.0]
                && facts.applies(question).is_possible()
        })
    }

    /// Which question of how many the present one is; how many there will be depends on the answers.
    pub fn progress(&self) -> (usize, usize) {
        let counted = self.questions_where(|facts, question| {
            self.at == Some(Step::Question(question))
                || (self.planned[question.0] && facts.applies(question).is_possible())
        });
        let now = counted
            .iter()
            .position(|&question| self.at == Some(Step::Question(question)));
        (now.map_or(0, |position| position + 1), counted.len())
    }

    /// Whether there is a way back.
    pub fn can_go_back(&self) -> bool {
        // What differs for a part was asked before its first question.
        self.editing || self.is_part || !self.is_at_start()
    }

    /// Whether nothing was asked before.
    pub(crate) fn is_at_start(&self) -> bool {
        self.history.is_empty()
    }

    /// Names what is decided about, and goes on.
    pub fn name(&mut self, title: String) {
        self.title = Some(title);
        self.leave(Step::Title);
    }

    /// Answers the present question, and goes on.
    pub fn answer(&mut self, reply: Reply) {
        if let Some(Step::Question(question)) = self.at {
            self.replies.set(question, reply);
            self.leave(Step::Question(question));
        }
    }

    /// Leaves the present question without an answer, and goes on.
    pub fn skip(&mut self) {
        if let Some(Step::Question(question)) = self.at {
            self.replies.remove(question);
            self.leave(Step::Question(question));
        }
    }

    /// Goes back to what was asked before, or from an answer that was to be edited to the review.
    pub fn back(&mut self) {
        if std::mem::take(&mut self.editing) {
            self.advance();
            return;
        }
        while let Some(step) = self.history.pop() {
            if let Step::Question(question) = step {
                if !self.applies(question).is_possible() {
                    continue;
                }
                self.done[question.0] = false;
            } else {
                self.title_done = false;
            }
            self.at = Some(step);
            return;
        }
    }

    /// Asks something again, on the way to the review.
    pub fn edit(&mut self, step: Step) {
        let may = match step {
            Step::Title => true,
            Step::Question(question) => self.applies(question).is_possible(),
        };
        if may {
            self.at = Some(step);
            self.editing = true;
        }
    }

    /// Leaves out whatever was not asked yet.
    pub fn finish(&mut self) {
        self.at = None;
        self.editing = false;
        for question in self.pending() {
            self.planned[question.0] = false;
        }
    }

    /// Asks what has no answer, at the review.
    pub fn ask_the_rest(&mut self) {
        for question in self.rubric.question_indices() {
            if self.replies.get(question).is_none() {
                self.planned[question.0] = true;
                self.done[question.0] = false;
            }
        }
        self.advance();
    }

    fn leave(&mut self, step: Step) {
        match step {
            Step::Title => self.title_done = true,
            Step::Question(question) => self.done[question.0] = true,
        }
        if !std::mem::take(&mut self.editing) {
            self.history.push(step);
        }
        self.advance();
    }

    fn advance(&mut self) {
        self.at = if self.title_done {
            self.pending().first().copied().map(Step::Question)
        } else {
            Some(Step::Title)
        };
    }
}
