//! `trilemma check`

mod glob;
mod one;
mod policy;
mod sources;
mod write;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::Context as _;

use crate::cli::check::CheckArguments;

use self::one::{Context, Looked, invalid, look_at};
use self::policy::PolicySource;
use self::sources::{Source, sources};
use super::exit_status::ExitStatus;
use super::git::{Changed, Commit};
use super::output::Output;
use super::today::today;
use crate::cli::check::CheckFormat;
use crate::files::{Files, LoadError, Shelf};
use crate::output::escape::terminal;
use crate::output::wording;
use crate::topics::gate::{FileReport, Report, State, Verdict};

/// More threads than this gain nothing: reading files is what takes the time.
const MOST_THREADS: usize = 16;

/// Why nothing was checked.
enum Refused {
    Usage(String, &'static str),
    Rubric(LoadError, Files),
}

/// Looks for files, checks them and prints.
pub(crate) fn run(arguments: &CheckArguments, output: &Output) -> anyhow::Result<ExitStatus> {
    let context = match context(arguments) {
        Ok(context) => context,
        Err(Refused::Usage(message, help)) => return Ok(output.usage_error(&message, Some(help))),
        Err(Refused::Rubric(error, files)) => return Ok(output.load_error(&error, &files)),
    };
    let sources = sources(&arguments.paths);
    let looked = look_at_all(&sources, &context)?;
    let unchanged = looked
        .iter()
        .filter(|one| matches!(one, Looked::Unchanged))
        .count();
    let mut files: Vec<FileReport> = looked
        .into_iter()
        .filter_map(|one| match one {
            Looked::Reported(report) => Some(report),
            Looked::Unchanged | Looked::Other => None,
        })
        .collect();
    if matches!(context.policy, PolicySource::File { .. }) && files.len() > 1 {
        let message = format!(
            "`--policy-from` names one file, and {} are checked",
            files.len()
        );
        let help = "name a folder in which they have the same paths, or `git:` and a revision";
        return Ok(output.usage_error(&message, Some(help)));
    }
    let faulty = context.shelf.faulty().into_iter();
    files.extend(
        faulty.map(|rubric| invalid(rubric.name, rubric.files, rubric.problems, State::Rubric)),
    );
    let allow_empty = arguments.allow_empty || unchanged > 0;
    let report = Report::new(files, context.today, arguments.fail_on.into(), allow_empty);
    tell(arguments, &report, unchanged, output);
    if let Err(message) = write::all(arguments, &report, output)? {
        return Ok(output.usage_error(&message, None));
    }
    Ok(ExitStatus::Gate(report.verdict))
}

fn context(arguments: &CheckArguments) -> Result<Context<'_>, Refused> {
    let usage = |help: &'static str| move |message: String| Refused::Usage(message, help);
    let today = today(arguments.today).map_err(usage("give `--today YYYY-MM-DD`"))?;
    let policy = PolicySource::named(arguments.policy_from.as_deref()).map_err(usage(
        "`--policy-from` takes a file, a folder, or `git:` and a revision",
    ))?;
    let since = arguments.changed_since.as_deref();
    let changed = since
        .map(|revision| Changed::since(&Commit::named(revision)?))
        .transpose()
        .map_err(usage(
            "a clone for CI needs the history: on GitHub, `fetch-depth: 0`",
        ))?;
    let mut files = Files::default();
    let shelf = Shelf::new(arguments.rubric.as_deref(), &mut files)
        .map_err(|error| Refused::Rubric(error, files))?;
    Ok(Context {
        shelf,
        policy,
        changed,
        stdin_filename: arguments.stdin_filename.as_deref(),
        today,
    })
}

/// Looks at every file, in parallel; the results are in the order of the files.
fn look_at_all(sources: &[Source], context: &Context<'_>) -> anyhow::Result<Vec<Looked>> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let threads = threads.min(MOST_THREADS).min(sources.len().max(1));
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some((index, source)) = {
            let index = next.fetch_add(1, Ordering::Relaxed);
            sources.get(index).map(|source| (index, source))
        } {
            done.push((index, look_at(source, context)));
        }
        done
    };
    let mut done = Vec::with_capacity(sources.len());
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        for worker in workers {
            let found = worker
                .join()
                .map_err(|_| anyhow::anyhow!("a check was broken off"))?;
            done.extend(found);
        }
        anyhow::Ok(())
    })?;
    done.sort_by_key(|(index, _)| *index);
    let results: Result<Vec<Looked>, _> = done.into_iter().map(|(_, looked)| looked).collect();
    results.context("a fault of this program, not of your files")
}

/// Tells what is to be known beside the result.
fn tell(arguments: &CheckArguments, report: &Report, unchanged: usize, output: &Output) {
    if arguments.quiet && report.verdict == Verdict::Passed {
        return;
    }
    if let Some(revision) = arguments.changed_since.as_ref().filter(|_| unchanged > 0) {
        let kept = wording::count(unchanged, "requirements file");
        let have = if unchanged == 1 { "has" } else { "have" };
        let note = format!("{kept} {have} not changed since `{revision}`, nor the rubric behind");
        output.tell(&format!("note: {}\n", terminal(&note)));
    }
    if report.counts.files == 0 && unchanged == 0 {
        let paths: Vec<String> = arguments
            .paths
            .iter()
            .map(|path| format!("`{}`", path.display()))
            .collect();
        let note = format!("no requirements file in {}", wording::list(&paths));
        output.tell(&format!("note: {}\n", terminal(&note)));
    }
    if arguments.format != CheckFormat::Text {
        output.tell(&(terminal(&crate::topics::gate::words::summary(report)).into_owned() + "\n"));
    }
}
