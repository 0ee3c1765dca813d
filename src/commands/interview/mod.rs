//! `trilemma interview` and `trilemma init`

mod conversation;
mod draft;
mod init;
mod plain;
mod save;
mod start;
mod terminal;

use std::collections::BTreeSet;
use std::io::{IsTerminal, stderr, stdin};
use std::path::Path;

use self::conversation::Conversation;
use self::draft::{Draft, Keeper, listen, say_farewell};
use self::plain::Plain;
use self::save::NotSaved;
use self::start::{Beginning, begin, found};
use self::terminal::Terminal;
use super::exit_status::ExitStatus;
use super::output::Output;
use super::session::{Refusal, Session};
use crate::engine::decision::Assessment;
use crate::files::{Files, Place, QuestionIndex};
use crate::output::{escape, wording};
use crate::topics::decide::page;
use crate::topics::decide::page::Detail;
use crate::topics::interview::{Interview, Plan, Stop, Walk, conduct, quick};

pub(crate) use self::init::init;
use crate::cli::interview::InterviewArguments;

/// Asks, writes the file, and says what is recommended.
pub(crate) fn run(arguments: &InterviewArguments, output: &Output) -> anyhow::Result<ExitStatus> {
    let style = match style(arguments) {
        Ok(style) => style,
        Err((message, help)) => return Ok(output.usage_error(message, Some(help))),
    };
    let beginning = match begin(arguments, output) {
        Ok(beginning) => beginning,
        Err(status) => return Ok(status),
    };
    let to_stdout = beginning.target == Path::new("-");
    if to_stdout && style != Style::Silent {
        let message = "`-o -` goes with `--no-input`, for a draft needs a file to stand beside";
        return Ok(output.usage_error(message, None));
    }
    if !to_stdout && let Err(message) = save::folder_is_there(&beginning.target) {
        return Ok(output.usage_error(&message, None));
    }
    let rubric = match save::rubric_name(&beginning) {
        Ok(name) => name,
        Err(message) => {
            let help = "write it beside the file it begins with";
            return Ok(output.usage_error(&message, Some(help)));
        }
    };
    let quickly = match chosen(&beginning) {
        Ok(chosen) => chosen,
        Err(error) => return Err(anyhow::Error::new(error)),
    };
    let mut interview = about(&beginning, quickly.as_ref());
    if style == Style::Silent {
        return silent(arguments, &beginning, &interview, output);
    }
    let keeper = keeper(arguments, &beginning, rubric, quickly);
    listen();
    keeper.announce(&interview);
    introduce(&beginning, &keeper, output);
    if arguments.rubric.is_none() && beginning.base.is_none() && beginning.draft.is_none() {
        output.tell("For infrastructure of another kind, begin with `--rubric infrastructure`.\n");
    }
    match ask(
        arguments,
        &beginning,
        &mut interview,
        &keeper,
        style,
        output,
    ) {
        Ok(()) => finish(&beginning, &interview, &keeper, output),
        Err(Stop::Interrupted) => {
            say_farewell();
            Ok(ExitStatus::Interrupted)
        }
        Err(Stop::Failed(error)) => {
            let help = format!("what was answered is kept in {}", keeper.path.display());
            Ok(output.usage_error(&error.to_string(), Some(&help)))
        }
    }
}

/// The most decisive questions, if only those are asked.
fn chosen(
    beginning: &Beginning,
) -> Result<Option<BTreeSet<QuestionIndex>>, crate::engine::robustness::acceptability::Error> {
    let rubric = &beginning.rubric;
    let drafted = beginning.draft.as_ref();
    if let Some(planned) = drafted.and_then(|draft| draft.progress.planned.as_ref()) {
        return Ok(Some(found(rubric, planned)));
    }
    match beginning.plan {
        Plan::All => Ok(None),
        Plan::Missing => {
            let is_open = |question: &QuestionIndex| {
                beginning
                    .replies
                    .get(*question)
                    .is_none_or(|reply| reply.value.is_none())
            };
            Ok(Some(rubric.question_indices().filter(is_open).collect()))
        }
        Plan::Quick => {
            let fresh = Walk::new(rubric, nowhere()).knowing(None, beginning.replies.clone());
            quick(rubric, &fresh.answers(), fresh.weights()).map(Some)
        }
    }
}

fn nowhere() -> Place {
    Place {
        file: Files::default().add("the interview", ""),
        start: 0,
        end: 0,
    }
}

fn about<'r>(beginning: &'r Beginning, chosen: Option<&BTreeSet<QuestionIndex>>) -> Interview<'r> {
    let draft = beginning.draft.as_ref();
    let dropped = draft.map_or(Vec::new(), |draft| draft.progress.dropped.clone());
    let walk = walk(beginning, chosen);
    Interview::new(
        walk,
        beginning.parts.clone(),
        beginning.parts_progress,
        dropped,
    )
}

fn walk<'r>(beginning: &'r Beginning, chosen: Option<&BTreeSet<QuestionIndex>>) -> Walk<'r> {
    let rubric = &beginning.rubric;
    let mut walk = Walk::new(rubric, nowhere())
        .knowing(beginning.title.clone(), beginning.replies.clone())
        .having_asked(beginning.given.iter().copied());
    if let Some(base) = &beginning.base {
        walk = walk.weighing(base.requirements.weights.clone());
    }
    if let Some(chosen) = chosen {
        walk = walk.asking(|question| chosen.contains(&question));
    }
    let keeps_title = beginning.base.is_some() && beginning.plan != Plan::All;
    if beginning.title_given || keeps_title {
        walk = walk.titled();
    }
    if beginning.draft.is_some() {
        walk = walk.resumed(beginning.asked.iter().copied());
    }
    walk
}

fn keeper(
    arguments: &InterviewArguments,
    beginning: &Beginning,
    rubric: String,
    chosen: Option<BTreeSet<QuestionIndex>>,
) -> Keeper {
    let target = save::argument(&beginning.target.display().to_string());
    let force = if arguments.force { " --force" } else { "" };
    let plain = if arguments.plain { " --plain" } else { "" };
    let from = beginning.base.as_ref();
    Keeper {
        path: Draft::path_for(&beginning.target),
        rubric,
        from: from.map(|base| base.path.display().to_string()),
        plan: beginning.plan,
        planned: chosen.map(|chosen| chosen.into_iter().collect()),
        resume: format!("trilemma interview -o {target}{force}{plain}"),
    }
}

fn introduce(beginning: &Beginning, keeper: &Keeper, output: &Output) {
    let rubric = &beginning.rubric;
    let about = escape::terminal(&rubric.title).into_owned();
    output.tell(&format!("{about} ({} {})\n", rubric.id, rubric.version));
    output.tell(
        "At every question: ? says why it is asked, < goes back, u is \"I don't know\", s skips,\n\
         note adds a note, review shows all answers. Esc or Ctrl-C breaks off.\n",
    );
    let path = keeper.path.display().to_string();
    output.tell(&format!(
        "Every answer is kept in {}.\n",
        escape::terminal(&path)
    ));
}

/// Asks until a file is written.
fn ask(
    arguments: &InterviewArguments,
    beginning: &Beginning,
    interview: &mut Interview<'_>,
    keeper: &Keeper,
    style: Style,
    output: &Output,
) -> Result<(), Stop> {
    let (plain, terminal) = (Plain::new(output), Terminal::new(output));
    let mut prompter = match style {
        Style::Terminal => Conversation::new(output, &terminal),
        Style::Plain | Style::Silent => Conversation::new(output, &plain),
    };
    loop {
        conduct(interview, &mut prompter, &mut |interview| {
            keeper.keep(interview)
        })?;
        let saved = save::text(beginning, interview, output)
            .and_then(|text| save::write(beginning, &text, arguments.force));
        match saved {
            Ok(()) => return Ok(()),
            Err(NotSaved::AtFault) => {
                output.tell("With these answers the rest of the file does not hold, so nothing is written.\n");
            }
            Err(NotSaved::Refused(message)) => {
                return Err(Stop::Failed(std::io::Error::other(message)));
            }
        }
    }
}

/// Writes what was given, without asking.
fn silent(
    arguments: &InterviewArguments,
    beginning: &Beginning,
    interview: &Interview<'_>,
    output: &Output,
) -> anyhow::Result<ExitStatus> {
    let walk = interview.shared();
    if walk.title().is_none_or(str::is_empty) {
        let help =
            Some("`--title \"Feature store for ads\"`, or `title:` in the file of `--answers`");
        return Ok(output.usage_error("the decision has no title", help));
    }
    for question in walk.set_aside() {
        let id = &beginning.rubric.question(question).id;
        output.tell(&format!(
            "note: `{id}` does not apply, so its answer is left out\n"
        ));
    }
    let text = match save::text(beginning, interview, output) {
        Ok(text) => text,
        Err(NotSaved::AtFault) => return Ok(ExitStatus::RequirementsAtFault),
        Err(NotSaved::Refused(message)) => return Ok(output.usage_error(&message, None)),
    };
    if beginning.target == Path::new("-") {
        output.print(&text)?;
        return Ok(ExitStatus::Done);
    }
    match save::write(beginning, &text, arguments.force) {
        Ok(()) => recommend(beginning, interview, output),
        Err(NotSaved::AtFault) => Ok(ExitStatus::RequirementsAtFault),
        Err(NotSaved::Refused(message)) => Ok(output.usage_error(&message, None)),
    }
}

/// Lets the draft go, and says what is recommended.
fn finish(
    beginning: &Beginning,
    interview: &Interview<'_>,
    keeper: &Keeper,
    output: &Output,
) -> anyhow::Result<ExitStatus> {
    keeper.let_go()?;
    if beginning.plan == Plan::Quick {
        let walk = interview.shared();
        let left = walk.applicable();
        let left = left
            .iter()
            .filter(|&&index| walk.reply(index).is_none())
            .count();
        let left = wording::count(left, "question");
        output.tell(&format!("\n{left} left out, as `--quick` asks for.\n"));
    }
    output.tell("\n");
    recommend(beginning, interview, output)
}

/// What `decide` prints for the file, where it is, and what to do next.
fn recommend(
    beginning: &Beginning,
    interview: &Interview<'_>,
    output: &Output,
) -> anyhow::Result<ExitStatus> {
    let mut session = Session::new(output);
    let assessment = match decided(&mut session, &beginning.target) {
        Ok(assessment) => assessment,
        Err(refusal) => return session.refuse(refusal),
    };
    output.print(&page::assessment(
        &assessment,
        output.look(),
        Detail::Short,
        None,
    ))?;
    let walk = interview.shared();
    let is_open =
        |index: &QuestionIndex| walk.reply(*index).is_none_or(|reply| reply.value.is_none());
    let gaps = walk.applicable().iter().any(is_open);
    output.tell(&save::next(&beginning.target, gaps));
    Ok(ExitStatus::Done)
}

fn decided(session: &mut Session<'_>, file: &Path) -> Result<Assessment, Refusal> {
    let loaded = session.load(file, None, &[], &[])?;
    session.decision(loaded, file)?.assess()
}

/// How it is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// With lists to move about in.
    Terminal,
    /// Line by line.
    Plain,
    /// Not at all.
    Silent,
}

/// How it is asked here, or why it cannot be, with what helps.
fn style(arguments: &InterviewArguments) -> Result<Style, (&'static str, &'static str)> {
    let has_terminal = stdin().is_terminal() && stderr().is_terminal();
    match (arguments.no_input, arguments.plain, has_terminal) {
        (true, _, _) => Ok(Style::Silent),
        (_, true, _) => Ok(Style::Plain),
        (_, _, false) => Err((
            "there is no terminal to ask on",
            "give the answers by `--answers FILE` or `--set QUESTION=VALUE` together with `--no-input`, let \
             `--plain` read them line by line, or fill in what `trilemma init` writes",
        )),
        _ if accessible() || is_dumb() => Ok(Style::Plain),
        _ => Ok(Style::Terminal),
    }
}

/// Whether the environment asks for plain lines, as a screen reader needs them.
fn accessible() -> bool {
    let value = std::env::var("ACCESSIBLE").unwrap_or_default();
    !matches!(value.to_lowercase().as_str(), "" | "0" | "false" | "no")
}

/// Whether the terminal cannot move its cursor.
fn is_dumb() -> bool {
    std::env::var("TERM").is_ok_and(|term| term == "dumb")
}
