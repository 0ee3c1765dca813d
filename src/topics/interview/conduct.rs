//! Asking until there is a file to write.

use super::course::Interview;
use super::prompter::{
    DifferencesResponse, NameResponse, Prompter, Response, ReviewResponse, Stop,
};
use super::remaining::Remaining;
use super::stage::Stage;
use super::walk::Step;
use crate::files::GroupIndex;

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
