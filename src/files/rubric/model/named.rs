//! What an id of a rubric names.

use crate::files::{
    Advice, Criterion, CriterionIndex, Group, GroupIndex, Must, Place, ProcessItem, Question,
    QuestionIndex, Rubric, Source, SourceIndex, Veto,
};

/// Something in a rubric that has an id. A question and a criterion, say, may share one.
#[derive(Debug, Clone, Copy)]
pub enum Named<'r> {
    /// A group.
    Group(GroupIndex, &'r Group),
    /// A question.
    Question(QuestionIndex, &'r Question),
    /// A criterion.
    Criterion(CriterionIndex, &'r Criterion),
    /// A veto.
    Veto(&'r Veto),
    /// A must.
    Must(&'r Must),
    /// A piece of advice.
    Advice(&'r Advice),
    /// A part of the process.
    Process(&'r ProcessItem),
    /// A source.
    Source(SourceIndex, &'r Source),
}

impl Named<'_> {
    /// Where it is defined.
    pub fn place(&self) -> Place {
        match self {
            Self::Group(_, group) => group.place,
            Self::Question(_, question) => question.place,
            Self::Criterion(_, criterion) => criterion.place,
            Self::Veto(veto) => veto.place,
            Self::Must(must) => must.place,
            Self::Advice(advice) => advice.place,
            Self::Process(item) => item.place,
            Self::Source(_, source) => source.place,
        }
    }

    /// Its id.
    pub fn id(&self) -> &str {
        match self {
            Self::Group(_, group) => &group.id,
            Self::Question(_, question) => &question.id,
            Self::Criterion(_, criterion) => &criterion.id,
            Self::Veto(veto) => &veto.id,
            Self::Must(must) => &must.id,
            Self::Advice(advice) => &advice.id,
            Self::Process(item) => &item.id,
            Self::Source(_, source) => &source.id,
        }
    }
}

impl Rubric {
    /// Everything that has an id: criteria first, for they are asked about most.
    pub fn named(&self) -> impl Iterator<Item = Named<'_>> {
        let criteria = self.criterion_indices().zip(&self.criteria);
        let questions = self.question_indices().zip(&self.questions);
        let groups = self.groups.iter().enumerate();
        let sources = self.sources.iter().enumerate();
        criteria
            .map(|(index, criterion)| Named::Criterion(index, criterion))
            .chain(questions.map(|(index, question)| Named::Question(index, question)))
            .chain(self.vetoes.iter().map(Named::Veto))
            .chain(self.musts.iter().map(Named::Must))
            .chain(self.advice.iter().map(Named::Advice))
            .chain(self.process.iter().map(Named::Process))
            .chain(groups.map(|(index, group)| Named::Group(GroupIndex(index), group)))
            .chain(sources.map(|(index, source)| Named::Source(SourceIndex(index), source)))
    }
}
