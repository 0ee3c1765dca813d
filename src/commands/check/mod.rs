//! `trilemma check`

mod glob;
mod one;
mod policy;
mod sources;

use std::fs::OpenOptions;
use std::io;
use std::io::Write;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::Context as _;

use self::one::{Context, Looked, invalid, look_at};
use self::policy::PolicySource;
use self::sources::{Source, sources};
use super::exit_status::ExitStatus;
use super::git::{Changed, Commit};
use super::output::Output;
use super::session::{Done, Refusal, Session};
use super::today::today;
use crate::cli::check::{CheckArguments, CheckFormat};
use crate::files::RubricCache;
use crate::output::escape;
use crate::output::escape::terminal;
use crate::output::json;
use crate::output::text::Look;
use crate::output::wording;
use crate::topics::gate::json::Printed;
use crate::topics::gate::{
    FileReport, Report, State, Verdict, github, junit, markdown, sarif, text, words,
};

/// More threads than this gain nothing: reading files is what takes the time.
const MOST_THREADS: usize = 16;
/// The variable that names the file to which a step on GitHub adds to the summary of its job.
const STEP_SUMMARY: &str = "GITHUB_STEP_SUMMARY";
/// What is larger is dropped by GitHub as a whole.
const LARGEST_SUMMARY: u64 = 1024 * 1024;
/// How wide a file for people is.
const WIDTH: usize = 100;

/// Looks for files, checks them and prints.
pub(crate) fn run(arguments: &CheckArguments, session: &mut Session<'_>) -> Done {
    let context = context(arguments, session)?;
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
        return Err(Refusal::usage(message).help(help));
    }
    let faulty = context.rubrics.faulty().into_iter();
    files.extend(
        faulty.map(|rubric| invalid(rubric.name, rubric.files, rubric.problems, State::Rubric)),
    );
    let allow_empty = arguments.allow_empty || unchanged > 0;
    let report = Report::new(files, context.today, arguments.fail_on.into(), allow_empty);
    tell(arguments, &report, unchanged, session.output);
    write(arguments, &report, session.output)?;
    Ok(ExitStatus::Gate(report.verdict))
}

fn context<'a>(
    arguments: &'a CheckArguments,
    session: &mut Session<'_>,
) -> Result<Context<'a>, Refusal> {
    let usage = |help: &'static str| move |message: String| Refusal::usage(message).help(help);
    let today = today(arguments.today)?;
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
    Ok(Context {
        rubrics: RubricCache::new(arguments.rubric.as_deref(), &mut session.files)?,
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
        output.tell(&(terminal(&words::summary(report)).into_owned() + "\n"));
    }
}

/// Prints and writes the result, in every format that is asked for.
fn write(arguments: &CheckArguments, report: &Report, output: &Output) -> Result<(), Refusal> {
    let look = output.look();
    output.print(&render(arguments.format, report, look, arguments.quiet)?)?;
    if arguments.format == CheckFormat::Github
        && let Some(path) = std::env::var_os(STEP_SUMMARY).filter(|path| !path.is_empty())
        && let Err(error) = add_summary(Path::new(&path), &markdown::check(report))
    {
        // The summary is an extra; the gate does not hang on it.
        output.tell(&format!(
            "note: the summary of the job was not written: {error}\n"
        ));
    }
    for written in &arguments.output {
        let look = Look {
            width: WIDTH,
            ascii: look.ascii,
        };
        let text = render(written.format, report, look, false)?;
        let plain = anstream::adapter::strip_str(&text).to_string();
        std::fs::write(&written.path, plain).map_err(|error| {
            let path = written.path.display();
            Refusal::usage(format!("`{path}` cannot be written: {error}"))
        })?;
    }
    Ok(())
}

fn render(
    format: CheckFormat,
    report: &Report,
    look: Look,
    quiet: bool,
) -> serde_json::Result<String> {
    Ok(match format {
        CheckFormat::Text => text::check(report, look, quiet),
        CheckFormat::Json => json::print(&Printed::new(report))?,
        CheckFormat::Github => github::check(report),
        CheckFormat::Sarif => escape::json(&sarif::check(report))? + "\n",
        CheckFormat::Junit => junit::check(report),
        CheckFormat::Markdown => markdown::check(report),
    })
}

fn add_summary(path: &Path, page: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().append(true).create(true).open(path)?;
    let size = file.metadata()?.len() + page.len() as u64;
    if size > LARGEST_SUMMARY {
        return Err(io::Error::other("it is full"));
    }
    file.write_all(page.as_bytes())
}
