//! From what is entered to an answer, the same whatever it is entered with.

use crate::commands::output::Output;
use crate::files::{QuestionIndex, Reply};
use crate::output::escape::terminal;
use crate::topics::interview::{Entry, Response, Stop, Walk, text as questionnaire};

/// Takes entries in one of the ways.
pub(crate) trait Asking {
    /// Takes the next entry for a question.
    fn entry(&self, walk: &Walk<'_>, index: QuestionIndex) -> Result<Entry, Stop>;

    /// Where messages go.
    fn output(&self) -> &Output;

    /// Says something on a line of its own.
    fn say(&self, line: &str) {
        self.output().tell(&format!("{}\n", terminal(line)));
    }
}

/// Takes entries until one of them answers the question or leads away from it.
pub(crate) fn answer(
    asking: &dyn Asking,
    walk: &Walk<'_>,
    index: QuestionIndex,
) -> Result<Response, Stop> {
    let before = walk.reply(index);
    let mut note = before.and_then(|reply| reply.note.clone());
    loop {
        let value = match asking.entry(walk, index)? {
            Entry::Value(value) => Some(value),
            Entry::Unknown(said) => {
                note = said.or(note);
                None
            }
            Entry::Accept => {
                if let Some(reply) = before {
                    reply.value.clone()
                } else {
                    asking.say("type an answer, `u` if you don't know, or `s` to leave it out");
                    continue;
                }
            }
            Entry::Note(said) => {
                asking.say(if said.is_some() {
                    "noted; now the answer"
                } else {
                    "no note; now the answer"
                });
                note = said;
                continue;
            }
            Entry::Help => {
                let look = asking.output().look_of_messages();
                let why = questionnaire::why(walk.rubric(), index, look);
                asking.output().tell(&why);
                continue;
            }
            Entry::Back if walk.can_go_back() => {
                asking.say("< back");
                return Ok(Response::Back);
            }
            Entry::Back => {
                asking.say("this is the first question");
                continue;
            }
            Entry::Skip => {
                asking.say(match walk.part() {
                    Some(_) => "as for all",
                    None => "left out",
                });
                return Ok(Response::Skip);
            }
            Entry::Finish => return Ok(Response::Finish),
        };
        let reply = Reply {
            value,
            note,
            source: before.and_then(|reply| reply.source.clone()),
        };
        let words = questionnaire::reply(walk.rubric().question(index), &reply);
        asking.say(&format!("= {words}"));
        return Ok(Response::Reply(reply));
    }
}
