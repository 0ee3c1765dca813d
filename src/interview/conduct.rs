//! Asking until there is a file to write.

use super::prompter::{Prompter, Response, ReviewResponse, Stop};
use super::remaining::Remaining;
use super::walk::{Step, Walk};
use crate::model::GroupIndex;

/// How an interview ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// The answers are to be saved.
    Save,
}

/// Asks until the answers are to be saved. `keep` is called after every change.
///
/// # Errors
///
/// If the user broke off, or something could not be read, written or kept.
pub fn conduct(
    walk: &mut Walk<'_>,
    prompter: &mut dyn Prompter,
    keep: &mut dyn FnMut(&Walk<'_>) -> Result<(), Stop>,
) -> Result<Ended, Stop> {
    let mut offered = false;
    loop {
        let Some(step) = walk.at() else {
            match prompter.review(walk)? {
                ReviewResponse::Edit(step) => walk.edit(step),
                ReviewResponse::AskTheRest => walk.ask_the_rest(),
                ReviewResponse::Save => return Ok(Ended::Save),
            }
            continue;
        };
        let group = group_of(walk, step);
        let went_on = respond(walk, prompter.ask(walk, step)?);
        keep(walk)?;
        let next = walk.at().and_then(|next| group_of(walk, next));
        if went_on && group.is_some() && next.is_some() && next != group {
            let left = Remaining::of(walk);
            let asks = left.settled.is_some();
            if !(asks && offered) && prompter.between_groups(walk, &left)? {
                walk.finish();
                keep(walk)?;
            }
            offered |= asks;
        }
    }
}

/// Does what was responded; tells whether that was an answer.
fn respond(walk: &mut Walk<'_>, response: Response) -> bool {
    match response {
        Response::Title(title) => walk.name(title),
        Response::Reply(reply) => {
            walk.answer(reply);
            return true;
        }
        Response::Skip => {
            walk.skip();
            return true;
        }
        Response::Back => walk.back(),
        Response::Finish => walk.finish(),
    }
    false
}

fn group_of(walk: &Walk<'_>, step: Step) -> Option<GroupIndex> {
    match step {
        Step::Title => None,
        Step::Question(question) => Some(walk.rubric().question(question).group),
    }
}
