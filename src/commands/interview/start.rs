//! What an interview begins with: the rubric, what was said before, and where the file is to go.

use std::fs;
use std::path::{Path, PathBuf};

use super::arguments::{DEFAULT_FILE, DEFAULT_RUBRIC, InterviewArguments};
use super::resume::find_draft;
use crate::commands::exit_status::ExitStatus;
use crate::commands::output::Output;
use crate::files::requirements::write::{ReadDraft, Said, SaidOfComponent};
use crate::files::{
    Component, Files, QuestionIndex, Replies, Requirements, Rubric, Weights, load, load_rubric,
};
use crate::topics::interview::{Part, Parting, Plan};

/// A requirements file whose answers an interview begins with.
pub(crate) struct Base {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// Its bytes as text, as they were read.
    pub(crate) text: String,
    /// What is decided about.
    pub(crate) title: String,
    /// What is said in it.
    pub(crate) replies: Replies,
    /// What it says of weights.
    pub(crate) weights: Weights,
    /// What its components say.
    pub(crate) components: Vec<SaidOfComponent>,
}

/// What an interview begins with.
pub(crate) struct Beginning {
    /// The rubric.
    pub(crate) rubric: Rubric,
    /// The rubric as it was given.
    pub(crate) rubric_name: String,
    /// The file to write.
    pub(crate) target: PathBuf,
    /// The file to begin with.
    pub(crate) base: Option<Base>,
    /// What was kept of an interview that was broken off.
    pub(crate) draft: Option<ReadDraft>,
    /// The ids of the questions whose answers in the draft do not fit the rubric any more.
    pub(crate) dropped: Vec<String>,
    /// What is decided about, if that was said.
    pub(crate) title: Option<String>,
    /// Whether it was said on the command line, so that it need not be asked for.
    pub(crate) title_given: bool,
    /// What was said before.
    pub(crate) replies: Replies,
    /// What was said on the command line, and need not be asked.
    pub(crate) given: Vec<QuestionIndex>,
    /// Which questions are asked.
    pub(crate) plan: Plan,
    /// The parts that are known.
    pub(crate) parts: Vec<Part>,
    /// How far the talk about them has come.
    pub(crate) parting: Parting,
}

/// Reads everything an interview begins with. What is wrong with it is told already.
pub(crate) fn begin(
    arguments: &InterviewArguments,
    output: &Output,
) -> Result<Beginning, ExitStatus> {
    let target = arguments
        .output
        .clone()
        .or_else(|| arguments.from.clone())
        .unwrap_or_else(|| PathBuf::from(DEFAULT_FILE));
    let draft = find_draft(arguments, &target, output)?;
    let from = draft
        .as_ref()
        .and_then(|draft| draft.file.from.as_ref().map(PathBuf::from))
        .or_else(|| arguments.from.clone());
    refuse_to_overwrite(arguments, &target, from.as_deref(), output)?;
    let mut files = Files::default();
    let mut parts = Vec::new();
    let (rubric, rubric_name, base) = if let Some(from) = &from {
        let loaded = load(from, None, &mut files);
        let loaded = loaded.map_err(|error| output.load_error(&error, &files))?;
        let text = fs::read_to_string(from).map_err(|error| {
            output.usage_error(&format!("cannot read `{}`: {error}", from.display()), None)
        })?;
        let name = loaded.rubric.id.clone();
        let base = base(from, text, &loaded.requirements);
        parts = known_parts(&base, &loaded.requirements);
        (loaded.rubric, name, Some(base))
    } else {
        let drafted = draft.as_ref().map(|draft| draft.file.rubric.as_str());
        let name = drafted
            .or(arguments.rubric.as_deref())
            .unwrap_or(DEFAULT_RUBRIC);
        let rubric = load_rubric(name, &mut files);
        let rubric = rubric.map_err(|error| output.load_error(&error, &files))?;
        (rubric, name.to_owned(), None)
    };
    let replies = base.as_ref().map_or_else(
        || Replies::none(rubric.questions.len()),
        |base| base.replies.clone(),
    );
    let title = base.as_ref().map(|base| base.title.clone());
    let plan = plan(arguments, draft.as_ref());
    let mut beginning = Beginning {
        plan,
        parting: parting(plan),
        parts,
        title_given: arguments.title.is_some(),
        given: Vec::new(),
        dropped: Vec::new(),
        rubric,
        rubric_name,
        target,
        base,
        draft,
        title,
        replies,
    };
    beginning.take_up(output);
    if beginning.draft.is_none() && plan == Plan::Missing {
        let parts = std::mem::take(&mut beginning.parts);
        beginning.parts = parts.into_iter().map(Part::with_gaps_only).collect();
    }
    beginning.take_given(arguments, output, &mut files)?;
    Ok(beginning)
}

fn base(path: &Path, text: String, requirements: &Requirements) -> Base {
    Base {
        path: path.to_owned(),
        text,
        title: requirements.title.clone(),
        replies: Replies::from(&requirements.answers),
        weights: requirements.weights.clone(),
        components: Said::from(requirements).components,
    }
}

fn known_parts(base: &Base, requirements: &Requirements) -> Vec<Part> {
    let said = base.components.iter().zip(&requirements.components);
    let known = |(said, component): (&SaidOfComponent, &Component)| {
        Part::known(
            said.id.clone(),
            said.title.clone(),
            said.own.clone(),
            component.weights.clone(),
        )
    };
    said.map(known).collect()
}

/// Whether parts are talked about: not where only some questions are asked.
fn parting(plan: Plan) -> Parting {
    match plan {
        Plan::All => Parting::Ahead,
        Plan::Missing => Parting::Named,
        Plan::Quick => Parting::Behind,
    }
}

pub(crate) fn plan(arguments: &InterviewArguments, draft: Option<&ReadDraft>) -> Plan {
    let drafted = draft.and_then(|draft| Plan::from_id(&draft.file.plan));
    drafted.unwrap_or(match (arguments.missing, arguments.quick) {
        (true, _) => Plan::Missing,
        (_, true) => Plan::Quick,
        _ => Plan::All,
    })
}

/// Nobody's file is replaced unless that was asked for.
fn refuse_to_overwrite(
    arguments: &InterviewArguments,
    target: &Path,
    from: Option<&Path>,
    output: &Output,
) -> Result<(), ExitStatus> {
    if arguments.force || from == Some(target) || target == Path::new("-") || !target.exists() {
        return Ok(());
    }
    let shown = target.display();
    let help = format!(
        "`--from {shown}` goes on from its answers, `-o` names another file, `--force` replaces it"
    );
    Err(output.usage_error(&format!("`{shown}` is there already"), Some(&help)))
}
