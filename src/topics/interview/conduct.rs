//! Asking until there is a file to write: whoever asks, what comes of it, and what the questions left could still do.

use std::io;

use super::stages::{
    DifferencesResponse, Interview, NameResponse, Response, ReviewResponse, Stage,
};
use super::walk::{Step, Walk};
use crate::engine::scoring::{Completions, Outcome, Standing};
use crate::files::{Alternative, Facts, GroupIndex, QuestionIndex, Ratings, Truth};

/// Asks, on a terminal or line by line.
pub trait Prompter {
    /// Asks for what the walk is [at](Walk::at).
    ///
    /// # Errors
    ///
    /// If the user broke off, or asking failed.
    fn ask(&mut self, walk: &Walk<'_>, step: Step) -> Result<Response, Stop>;

    /// Shows all answers and asks what to do with them.
    ///
    /// # Errors
    ///
    /// If the user broke off, or asking failed.
    fn review(&mut self, interview: &Interview<'_>) -> Result<ReviewResponse, Stop>;

    /// Asks whether to decide part by part; nothing to go back.
    ///
    /// # Errors
    ///
    /// If the user broke off, or asking failed.
    fn split(&mut self, interview: &Interview<'_>) -> Result<Option<bool>, Stop>;

    /// Asks what the next part is called, if there is another.
    ///
    /// # Errors
    ///
    /// If the user broke off, or asking failed.
    fn name_part(&mut self, interview: &Interview<'_>) -> Result<NameResponse, Stop>;

    /// Asks which answers differ for a part.
    ///
    /// # Errors
    ///
    /// If the user broke off, or asking failed.
    fn differences(
        &mut self,
        interview: &Interview<'_>,
        part: usize,
    ) -> Result<DifferencesResponse, Stop>;

    /// Says what the questions that are left could still do, after a group of them. Where they can do nothing any more,
    /// asks whether to stop here, and tells the answer.
    ///
    /// # Errors
    ///
    /// If the user broke off, or asking failed.
    fn between_groups(&mut self, walk: &Walk<'_>, left: &Remaining) -> Result<bool, Stop>;
}

/// Why an interview ended before its end.
#[derive(Debug)]
pub enum Stop {
    /// The user broke off, or went away.
    Interrupted,
    /// Something could not be read or written.
    Failed(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::Interrupted | io::ErrorKind::UnexpectedEof => Self::Interrupted,
            _ => Self::Failed(error),
        }
    }
}

/// Asks until the answers are to be saved. `keep` is called after every change.
///
/// # Errors
///
/// If the user broke off, or something could not be read, written or kept.
pub fn conduct(
    interview: &mut Interview<'_>,
    prompter: &mut dyn Prompter,
    keep: &mut dyn FnMut(&Interview<'_>) -> Result<(), Stop>,
) -> Result<(), Stop> {
    let mut offered = false;
    loop {
        match interview.stage() {
            Stage::Shared(step) => {
                let group = group_of(interview, step);
                let response = prompter.ask(interview.shared(), step)?;
                let went_on = matches!(response, Response::Reply(_) | Response::Skip);
                interview.respond(response);
                keep(interview)?;
                if went_on && is_between_groups(interview, group) {
                    offer(interview, prompter, &mut offered)?;
                }
            }
            Stage::Part(_, step) => {
                let response = prompter.ask(interview.walk(), step)?;
                interview.respond(response);
            }
            Stage::Split => match prompter.split(interview)? {
                Some(by_part) => interview.split(by_part),
                None => {
                    interview.back();
                }
            },
            Stage::Naming => match prompter.name_part(interview)? {
                NameResponse::Name(title) => interview.name(title),
                NameResponse::Enough => interview.named(),
                NameResponse::Back => {
                    interview.back();
                }
            },
            Stage::Differences(part) => match prompter.differences(interview, part)? {
                DifferencesResponse::Differ(chosen) => interview.differ(chosen),
                DifferencesResponse::Finish => interview.finish(),
                DifferencesResponse::Back => {
                    interview.back();
                }
            },
            Stage::Review => match prompter.review(interview)? {
                ReviewResponse::Save => return Ok(()),
                response => interview.review(response),
            },
        }
        keep(interview)?;
    }
}

/// Says what the questions that are left could still do, and stops here if they can do nothing and that is wanted.
fn offer(
    interview: &mut Interview<'_>,
    prompter: &mut dyn Prompter,
    offered: &mut bool,
) -> Result<(), Stop> {
    let left = Remaining::of(interview.shared());
    let asks = left.settled.is_some();
    if !(asks && *offered) && prompter.between_groups(interview.shared(), &left)? {
        interview.finish();
    }
    *offered |= asks;
    Ok(())
}

fn is_between_groups(interview: &Interview<'_>, before: Option<GroupIndex>) -> bool {
    let after = match interview.stage() {
        Stage::Shared(step) => group_of(interview, step),
        _ => None,
    };
    // What is settled for the whole need not be for its parts.
    interview.parts().is_empty() && before.is_some() && after.is_some() && after != before
}

fn group_of(interview: &Interview<'_>, step: Step) -> Option<GroupIndex> {
    match step {
        Step::Title => None,
        Step::Question(question) => Some(interview.shared().rubric().question(question).group),
    }
}

/// What the questions that are left could still do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remaining {
    /// The alternative that is recommended whatever is answered to them, if there is one.
    pub settled: Option<Alternative>,
    /// Those that can move the result; none if it is settled.
    pub decisive: Vec<QuestionIndex>,
    /// How many are left.
    pub left: usize,
}

impl Remaining {
    /// What the questions that a walk has not asked yet could still do.
    pub fn of(walk: &Walk<'_>) -> Self {
        let rubric = walk.rubric();
        let answers = walk.answers();
        let facts = Facts::new(rubric, &answers);
        let standing = Standing::new(rubric, &facts, walk.weights());
        let completions = Completions::new(rubric, &facts, &standing);
        let pending = walk.pending();
        let settled = settled(walk, &standing, &completions);
        let moves = completions.variables.iter().map(|open| open.question);
        let decisive = match settled {
            Some(_) => Vec::new(),
            None => moves
                .filter(|question| pending.contains(question))
                .collect(),
        };
        Self {
            settled,
            decisive,
            left: pending.len(),
        }
    }
}

/// The alternative that stays recommended however the open questions turn out: no veto can reach it, and no rival that
/// may stay in the running can come within the margin of a tie.
fn settled(walk: &Walk<'_>, standing: &Standing, completions: &Completions) -> Option<Alternative> {
    let Outcome::Recommended(leader) = standing.outcome else {
        return None;
    };
    let rubric = walk.rubric();
    let vetoes = rubric.vetoes.iter().zip(&standing.vetoes);
    let threatened = vetoes
        .filter(|(_, holds)| **holds == Truth::Unknown)
        .any(|(veto, _)| veto.excludes.contains(&leader));
    let stays_ahead = |rival: Alternative| {
        let lead = |r: &Ratings| i64::from(r[leader]) - i64::from(r[rival]);
        completions.range(lead, None).low > rubric.tie_margin
    };
    let mut rivals = Alternative::ALL
        .into_iter()
        .filter(|&rival| rival != leader && standing.is_viable(rival));
    (!threatened && rivals.all(stays_ahead)).then_some(leader)
}
