//! What an interview begins with: the rubric, what was said before, and where the file is to go.

use std::fs;
use std::path::{Path, PathBuf};

use super::arguments::{DEFAULT_FILE, DEFAULT_RUBRIC, InterviewArguments};
use super::keeper::Keeper;
use crate::commands::exit_status::ExitStatus;
use crate::commands::output::Output;
use crate::input::write::{ReadDraft, read_draft};
use crate::input::{Loaded, apply_overrides, load, load_rubric, read_answers};
use crate::interview::Plan;
use crate::model::{Files, Gate, QuestionIndex, Replies, Requirements, Rubric, Weights, wording};

/// A requirements file whose answers an interview begins with.
pub(super) struct Base {
    /// Where it is.
    pub(super) path: PathBuf,
    /// Its bytes as text, as they were read.
    pub(super) text: String,
    /// What is decided about.
    pub(super) title: String,
    /// What is said in it.
    pub(super) replies: Replies,
    /// What it says of weights.
    pub(super) weights: Weights,
    /// How many components it has.
    pub(super) components: usize,
}

/// What an interview begins with.
pub(super) struct Beginning {
    /// The rubric.
    pub(super) rubric: Rubric,
    /// The rubric as it was given.
    pub(super) rubric_name: String,
    /// The file to write.
    pub(super) target: PathBuf,
    /// The file to begin with.
    pub(super) base: Option<Base>,
    /// What was kept of an interview that was broken off.
    pub(super) draft: Option<ReadDraft>,
    /// The ids of the questions whose answers in the draft do not fit the rubric any more.
    pub(super) dropped: Vec<String>,
    /// What is decided about, if that was said.
    pub(super) title: Option<String>,
    /// Whether it was said on the command line, so that it need not be asked for.
    pub(super) title_given: bool,
    /// What was said before.
    pub(super) replies: Replies,
    /// What was said on the command line, and need not be asked.
    pub(super) given: Vec<QuestionIndex>,
    /// Which questions are asked.
    pub(super) plan: Plan,
}

/// Reads everything an interview begins with. What is wrong with it is told already.
pub(super) fn begin(
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
    let (rubric, rubric_name, base) = if let Some(from) = &from {
        let loaded = load(from, None, &mut files);
        let loaded = loaded.map_err(|error| output.load_error(&error, &files))?;
        let text = fs::read_to_string(from).map_err(|error| {
            output.usage_error(&format!("cannot read `{}`: {error}", from.display()), None)
        })?;
        let name = loaded.rubric.id.clone();
        let base = base(from, text, &loaded.requirements);
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
    let mut beginning = Beginning {
        plan: plan(arguments, draft.as_ref()),
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
        components: requirements.components.len(),
    }
}

fn plan(arguments: &InterviewArguments, draft: Option<&ReadDraft>) -> Plan {
    let drafted = draft.and_then(|draft| Plan::from_id(&draft.file.plan));
    drafted.unwrap_or(match (arguments.missing, arguments.quick) {
        (true, _) => Plan::Missing,
        (_, true) => Plan::Quick,
        _ => Plan::All,
    })
}

/// The draft of an interview that was broken off, if there is one that belongs to this command.
fn find_draft(
    arguments: &InterviewArguments,
    target: &Path,
    output: &Output,
) -> Result<Option<ReadDraft>, ExitStatus> {
    let path = Keeper::path_for(target);
    if arguments.restart || arguments.no_input || !path.exists() {
        return Ok(None);
    }
    let shown = path.display();
    let refuse = |why: &str| {
        let message = format!("there is a draft in `{shown}`, but {why}");
        let help = "`--restart` begins anew and lets the draft go";
        Err(output.usage_error(&message, Some(help)))
    };
    let draft = match fs::read_to_string(&path) {
        Ok(text) => read_draft(&text),
        Err(error) => return refuse(&format!("it cannot be read: {error}")),
    };
    let draft = match draft {
        Ok(draft) => draft,
        Err(error) => return refuse(&error.to_string()),
    };
    let file = &draft.file;
    let asked_plan = plan(arguments, None);
    let from = arguments
        .from
        .as_ref()
        .map(|path| path.display().to_string());
    let rubric = &arguments.rubric;
    if rubric.as_ref().is_some_and(|rubric| *rubric != file.rubric) {
        return refuse(&format!("it is about the rubric `{}`", file.rubric));
    }
    if from.is_some() && from != file.from {
        return refuse("it did not begin with this file");
    }
    if asked_plan != Plan::All && asked_plan.id() != file.plan {
        return refuse("it asks other questions");
    }
    Ok(Some(draft))
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

impl Beginning {
    /// Takes up what a draft holds, and tells so.
    fn take_up(&mut self, output: &Output) {
        let Some(draft) = &self.draft else {
            return;
        };
        let (replies, dropped) = draft.replies(&self.rubric);
        let kept = wording::count(replies.iter().count(), "answer");
        output.tell(&format!("Going on where you broke off: {kept} kept.\n"));
        let version = self.rubric.version.to_string();
        if draft.file.rubric_version != version {
            output.tell(&format!(
                "The rubric has changed since, from {} to {version}.\n",
                crate::render::escape::terminal(&draft.file.rubric_version)
            ));
        }
        if !dropped.is_empty() {
            let names: Vec<String> = dropped.iter().map(|id| format!("`{id}`")).collect();
            let names = crate::render::escape::terminal(&wording::list(&names)).into_owned();
            output.tell(&format!("These answers do not fit it any more: {names}.\n"));
        }
        // The file may have changed since: what was not asked yet is as it says now.
        let asked = |question: QuestionIndex| {
            let id = &self.rubric.question(question).id;
            draft.file.asked.contains(id)
        };
        for question in self.rubric.question_indices() {
            match replies.get(question) {
                Some(reply) if asked(question) || self.replies.get(question).is_none() => {
                    self.replies.set(question, reply.clone());
                }
                None if asked(question) => self.replies.remove(question),
                _ => {}
            }
        }
        self.dropped = dropped;
        self.title.clone_from(&draft.file.title);
        self.title_given |= draft.file.title_asked;
    }

    /// Takes what the command line gives.
    fn take_given(
        &mut self,
        arguments: &InterviewArguments,
        output: &Output,
        files: &mut Files,
    ) -> Result<(), ExitStatus> {
        if let Some(path) = &arguments.answers {
            let read = read_answers(path, &self.rubric, files);
            let (title, answers) = read.map_err(|error| output.load_error(&error, files))?;
            if let Some(title) = title {
                self.title = Some(title);
                self.title_given = true;
            }
            for (question, answer) in answers.iter() {
                if let Some(answer) = answer {
                    self.replies.set(question, answer.into());
                    self.given.push(question);
                }
            }
        }
        if let Some(title) = &arguments.title {
            self.title = Some(title.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        self.set(&arguments.set, output, files)
    }

    /// Takes what `--set` gives, read as `decide` reads it.
    fn set(
        &mut self,
        set: &[String],
        output: &Output,
        files: &mut Files,
    ) -> Result<(), ExitStatus> {
        if set.is_empty() {
            return Ok(());
        }
        let file = files.add("--answers", "");
        let place = crate::model::Place {
            file,
            start: 0,
            end: 0,
        };
        let mut loaded = Loaded {
            rubric: self.rubric.clone(),
            requirements: requirements(&self.rubric, self.replies.at(place), place),
        };
        apply_overrides(&mut loaded, set, &[], files)
            .map_err(|error| output.load_error(&error, files))?;
        for option in set {
            let id = option.split('=').next().unwrap_or_default().trim();
            let Some(question) = self.rubric.find_question(id) else {
                continue;
            };
            let answer = loaded.requirements.answers.get(question);
            let before = self.replies.get(question).map(|reply| &reply.value);
            if let Some(answer) = answer
                && before != Some(&answer.value)
            {
                self.replies.set(question, answer.into());
            }
            self.given.push(question);
        }
        Ok(())
    }
}

/// Answers as a requirements file of nothing else.
fn requirements(
    rubric: &Rubric,
    answers: crate::model::Answers,
    place: crate::model::Place,
) -> Requirements {
    Requirements {
        title: String::new(),
        place,
        answers,
        weights: Weights::unchanged(rubric.criteria.len()),
        components: Vec::new(),
        decision: None,
        landscapes: Vec::new(),
        findings: Vec::new(),
        gate: Gate::default(),
        waivers: Vec::new(),
        case: None,
        expect: None,
    }
}
