//! `trilemma interview` and `trilemma init`

mod conversation;
mod draft;
mod paths;
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
pub(crate) use self::save::init;
use self::start::{Beginning, begin, found};
use self::terminal::Terminal;
use super::exit_status::ExitStatus;
use super::output::Output;
use super::session::{Done, Refusal, Session};
use crate::cli::interview::InterviewArguments;
use crate::engine::robustness::acceptability::Error;
use crate::files::{Files, Place, QuestionIndex};
use crate::output::{escape, wording};
use crate::topics::decide::page;
use crate::topics::decide::page::Detail;
use crate::topics::interview::{Interview, Plan, Stop, Walk, conduct, quick};

/// Asks, writes the file, and says what is recommended.
pub(crate) fn run(arguments: &InterviewArguments, session: &mut Session<'_>) -> Done {
    let style = style(arguments)?;
    let beginning = begin(arguments, session)?;
    if beginning.target != Path::new("-") {
        paths::check_folder(&beginning.target)?;
    } else if style != Style::Silent {
        let message = "`-o -` goes with `--no-input`, for a draft needs a file to stand beside";
        return Err(Refusal::usage(message));
    }
    let rubric = save::rubric_name(&beginning)
        .map_err(|refusal| refusal.help("write it beside the file it begins with"))?;
    let planned = planned(&beginning)?;
    let mut interview = about(&beginning, planned.as_ref());
    if style == Style::Silent {
        return silent(arguments, &beginning, &interview, session);
    }
    let keeper = keeper(arguments, &beginning, rubric, planned);
    listen();
    keeper.announce(&interview);
    introduce(&beginning, &keeper, session.output);
    if arguments.rubric.is_none() && beginning.base.is_none() && beginning.draft.is_none() {
        let hint = "For infrastructure of another kind, begin with `--rubric infrastructure`.\n";
        session.output.tell(hint);
    }
    let asked = ask(
        arguments,
        &beginning,
        &mut interview,
        &keeper,
        style,
        session,
    );
    match asked {
        Ok(()) => finish(&beginning, &interview, &keeper, session),
        Err(Stop::Interrupted) => {
            say_farewell();
            Ok(ExitStatus::Interrupted)
        }
        Err(Stop::Failed(error)) => {
            let help = format!("what was answered is kept in {}", keeper.path.display());
            Err(Refusal::usage(error.to_string()).help(help))
        }
    }
}

/// The questions that are asked, where they are chosen once.
fn planned(beginning: &Beginning) -> Result<Option<BTreeSet<QuestionIndex>>, Error> {
    let rubric = &beginning.rubric;
    let drafted = beginning.draft.as_ref();
    if let Some(planned) = drafted.and_then(|draft| draft.progress.planned.as_ref()) {
        return Ok(Some(found(rubric, planned)));
    }
    match beginning.plan {
        Plan::All => Ok(None),
        Plan::Missing => {
            let reply = |question: &QuestionIndex| beginning.replies.get(*question);
            let is_open = |question: &QuestionIndex| {
                reply(question).is_none_or(|reply| reply.value.is_none())
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
    let target = paths::argument(&beginning.target.display().to_string());
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
    session: &mut Session<'_>,
) -> Result<(), Stop> {
    let output = session.output;
    let (plain, terminal) = (Plain::new(output), Terminal::new(output));
    let mut prompter = match style {
        Style::Terminal => Conversation::new(output, &terminal),
        Style::Plain | Style::Silent => Conversation::new(output, &plain),
    };
    loop {
        conduct(interview, &mut prompter, &mut |interview| {
            keeper.keep(interview)
        })?;
        let saved = save::text(beginning, interview, &mut session.files)
            .and_then(|text| save::write(beginning, &text, arguments.force));
        match saved {
            Ok(()) => return Ok(()),
            Err(Refusal::Usage { message, .. }) => {
                return Err(Stop::Failed(std::io::Error::other(message)));
            }
            Err(at_fault) => {
                session.refuse(at_fault).map_err(std::io::Error::other)?;
                output.tell("With these answers the rest of the file does not hold, so nothing is written.\n");
            }
        }
    }
}

/// Writes what was given, without asking.
fn silent(
    arguments: &InterviewArguments,
    beginning: &Beginning,
    interview: &Interview<'_>,
    session: &mut Session<'_>,
) -> Done {
    let walk = interview.shared();
    if walk.title().is_none_or(str::is_empty) {
        let help = "`--title \"Feature store for ads\"`, or `title:` in the file of `--answers`";
        return Err(Refusal::usage("the decision has no title").help(help));
    }
    for question in walk.set_aside() {
        let id = &beginning.rubric.question(question).id;
        let note = format!("note: `{id}` does not apply, so its answer is left out\n");
        session.output.tell(&note);
    }
    let text = save::text(beginning, interview, &mut session.files)?;
    if beginning.target == Path::new("-") {
        return session.print(&text);
    }
    save::write(beginning, &text, arguments.force)?;
    recommend(beginning, interview, session)
}

/// Lets the draft go, and says what is recommended.
fn finish(
    beginning: &Beginning,
    interview: &Interview<'_>,
    keeper: &Keeper,
    session: &mut Session<'_>,
) -> Done {
    keeper.let_go()?;
    if beginning.plan == Plan::Quick {
        let walk = interview.shared();
        let mut left = walk.applicable();
        left.retain(|&index| walk.reply(index).is_none());
        let left = wording::count(left.len(), "question");
        let note = format!("\n{left} left out, as `--quick` asks for.\n");
        session.output.tell(&note);
    }
    session.output.tell("\n");
    recommend(beginning, interview, session)
}

/// What `decide` prints for the file, where it is, and what to do next.
fn recommend(beginning: &Beginning, interview: &Interview<'_>, session: &mut Session<'_>) -> Done {
    let target = &beginning.target;
    let loaded = session.load(target, None, &[], &[])?;
    let assessment = session.decision(loaded, target)?.assess()?;
    let look = session.output.look();
    session.print(&page::assessment(&assessment, look, Detail::Short, None))?;
    let walk = interview.shared();
    let is_open =
        |index: &QuestionIndex| walk.reply(*index).is_none_or(|reply| reply.value.is_none());
    let gaps = walk.applicable().iter().any(is_open);
    session.output.tell(&save::next(target, gaps));
    Ok(ExitStatus::Done)
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
fn style(arguments: &InterviewArguments) -> Result<Style, Refusal> {
    let has_terminal = stdin().is_terminal() && stderr().is_terminal();
    match (arguments.no_input, arguments.plain, has_terminal) {
        (true, _, _) => Ok(Style::Silent),
        (_, true, _) => Ok(Style::Plain),
        (_, _, false) => {
            let refusal = Refusal::usage("there is no terminal to ask on");
            Err(refusal.help(
                "give the answers by `--answers FILE` or `--set QUESTION=VALUE` together with `--no-input`, let \
                 `--plain` read them line by line, or fill in what `trilemma init` writes",
            ))
        }
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
