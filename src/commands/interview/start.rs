//! What an interview begins with: the rubric, what was said before, and where the file is to go.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::draft::{Draft, refused};
use super::paths::name_from;
use crate::cli::interview::{DEFAULT_FILE, DEFAULT_RUBRIC, InterviewArguments};
use crate::commands::session::{Refusal, Session};
use crate::files::{
    Answers, Files, Gate, Loaded, Place, QuestionIndex, Replies, Requirements, RequirementsReplies,
    Rubric, Weights, apply_overrides, folder_of, load, load_rubric, read_answers,
};
use crate::output::{escape, wording};
use crate::topics::interview::{InterviewPart, PartsProgress, Plan};

/// A requirements file whose answers an interview begins with.
pub(crate) struct Base {
    pub(crate) path: PathBuf,
    /// Its bytes as text, as they were read.
    pub(crate) text: String,
    pub(crate) requirements: Requirements,
    /// What it says in answer to questions.
    pub(crate) replies: RequirementsReplies,
}

/// What an interview begins with.
pub(crate) struct Beginning {
    pub(crate) rubric: Rubric,
    /// The file to write.
    pub(crate) target: PathBuf,
    pub(crate) base: Option<Base>,
    /// What was kept of an interview that was broken off.
    pub(crate) draft: Option<Draft>,
    /// The questions that were asked before it was broken off.
    pub(crate) asked: Vec<QuestionIndex>,
    /// What is decided about, if that was said.
    pub(crate) title: Option<String>,
    /// Whether it was said on the command line or asked before, so that it need not be asked for.
    pub(crate) title_given: bool,
    /// What was said before.
    pub(crate) replies: Replies,
    /// What was said on the command line, and need not be asked.
    pub(crate) given: Vec<QuestionIndex>,
    pub(crate) plan: Plan,
    /// The parts that are known.
    pub(crate) parts: Vec<InterviewPart>,
    pub(crate) parts_progress: PartsProgress,
}

/// Reads everything an interview begins with.
///
/// # Errors
///
/// Whatever is wrong with it.
pub(crate) fn begin(
    arguments: &InterviewArguments,
    session: &mut Session<'_>,
) -> Result<Beginning, Refusal> {
    let target = arguments.output.as_ref().or(arguments.from.as_ref());
    let target = target.map_or_else(|| PathBuf::from(DEFAULT_FILE), PathBuf::clone);
    let draft = find_draft(arguments, &target, &mut session.files)?;
    let drafted = draft
        .as_ref()
        .and_then(|draft| draft.progress.from.as_ref());
    let from = drafted
        .map(PathBuf::from)
        .or_else(|| arguments.from.clone());
    refuse_to_overwrite(arguments, &target, from.as_deref())?;
    let (rubric, base) = if let Some(from) = &from {
        let (rubric, base) = base(from, &mut session.files)?;
        (rubric, Some(base))
    } else {
        let name = match (&draft, &arguments.rubric) {
            (Some(draft), _) => draft.rubric_from(folder_of(&target)),
            (None, Some(given)) => given.clone(),
            (None, None) => DEFAULT_RUBRIC.to_owned(),
        };
        (load_rubric(&name, &mut session.files)?, None)
    };
    let plan = draft
        .as_ref()
        .map_or_else(|| plan(arguments), |draft| draft.progress.plan);
    let mut beginning = Beginning {
        plan,
        // Parts are not talked about where only some questions are asked.
        parts_progress: match plan {
            Plan::All => PartsProgress::Ahead,
            Plan::Missing => PartsProgress::Named,
            Plan::Quick => PartsProgress::Behind,
        },
        parts: base.as_ref().map_or_else(Vec::new, known_parts),
        title_given: arguments.title.is_some(),
        given: Vec::new(),
        asked: Vec::new(),
        title: base.as_ref().map(|base| base.requirements.title.clone()),
        replies: base.as_ref().map_or_else(
            || Replies::none(rubric.questions.len()),
            |base| base.replies.shared.clone(),
        ),
        rubric,
        target,
        base,
        draft: None,
    };
    if let Some(draft) = draft {
        beginning.take_up(draft, session);
    } else if plan == Plan::Missing {
        let parts = std::mem::take(&mut beginning.parts);
        let parts = parts.into_iter().map(InterviewPart::with_gaps_only);
        beginning.parts = parts.collect();
    }
    beginning.take_given(arguments, &mut session.files)?;
    Ok(beginning)
}

fn base(path: &Path, files: &mut Files) -> Result<(Rubric, Base), Refusal> {
    let loaded = load(path, None, files)?;
    let text = fs::read_to_string(path)
        .map_err(|error| Refusal::usage(format!("cannot read `{}`: {error}", path.display())))?;
    let base = Base {
        path: path.to_owned(),
        text,
        replies: RequirementsReplies::of(&loaded.requirements),
        requirements: loaded.requirements,
    };
    Ok((loaded.rubric, base))
}

fn known_parts(base: &Base) -> Vec<InterviewPart> {
    let said = base.replies.components.iter();
    let components = said.zip(&base.requirements.components);
    let known = components
        .map(|(said, component)| InterviewPart::known(said.clone(), component.weights.clone()));
    known.collect()
}

fn plan(arguments: &InterviewArguments) -> Plan {
    match (arguments.missing, arguments.quick) {
        (true, _) => Plan::Missing,
        (_, true) => Plan::Quick,
        _ => Plan::All,
    }
}

/// The draft of an interview that was broken off, if there is one that belongs to this command.
fn find_draft(
    arguments: &InterviewArguments,
    target: &Path,
    files: &mut Files,
) -> Result<Option<Draft>, Refusal> {
    let path = Draft::path_for(target);
    if arguments.restart || arguments.no_input || !path.exists() {
        return Ok(None);
    }
    let draft = Draft::read(&path, files)?;
    let from = arguments.from.as_ref();
    let from = from.map(|path| path.display().to_string());
    let given = arguments.rubric.as_ref();
    let given = given.map(|given| name_from(target, given).unwrap_or_else(|_| given.clone()));
    let why = if given.is_some_and(|given| given != draft.rubric()) {
        &format!("it is about the rubric `{}`", draft.rubric())
    } else if from.is_some() && from != draft.progress.from {
        "it did not begin with this file"
    } else if plan(arguments) != Plan::All && plan(arguments) != draft.progress.plan {
        "it asks other questions"
    } else {
        return Ok(Some(draft));
    };
    Err(refused(&path, why))
}

impl Beginning {
    /// Takes up what a draft holds, and tells so.
    fn take_up(&mut self, draft: Draft, session: &Session<'_>) {
        let (rubric, output) = (&self.rubric, session.output);
        let (drafted, unfit) = draft.requirements.replies(rubric, &session.files);
        let own = drafted
            .components
            .iter()
            .map(|part| part.own.iter().count());
        let kept = drafted.shared.iter().count() + own.sum::<usize>();
        let kept = wording::count(kept, "answer");
        output.tell(&format!("Going on where you broke off: {kept} kept.\n"));
        let version = rubric.version.to_string();
        if draft.progress.rubric_version != version {
            output.tell(&format!(
                "The rubric has changed since, from {} to {version}.\n",
                escape::terminal(&draft.progress.rubric_version)
            ));
        }
        if !unfit.is_empty() {
            let names: Vec<String> = unfit.iter().map(|id| format!("`{id}`")).collect();
            let names = escape::terminal(&wording::list(&names)).into_owned();
            output.tell(&format!("These answers do not fit it any more: {names}.\n"));
        }
        let asked = found::<BTreeSet<_>>(rubric, &draft.progress.asked);
        // The file may have changed since: what was not asked yet is as it says now.
        for question in rubric.question_indices() {
            match drafted.shared.get(question) {
                Some(reply)
                    if asked.contains(&question) || self.replies.get(question).is_none() =>
                {
                    self.replies.set(question, reply.clone());
                }
                None if asked.contains(&question) => self.replies.remove(question),
                _ => {}
            }
        }
        let fits = |question: &QuestionIndex| !unfit.contains(&rubric.question(*question).id);
        self.asked = asked.into_iter().filter(fits).collect();
        self.resume_parts(&draft, drafted);
        self.parts_progress = draft.progress.parts;
        self.title = draft.requirements.title().map(str::to_owned);
        self.title_given |= draft.progress.title_asked;
        self.draft = Some(draft);
    }

    /// Puts the parts of the draft into the place of those of the file or behind them, and leaves out those dropped.
    fn resume_parts(&mut self, draft: &Draft, drafted: RequirementsReplies) {
        let dropped = &draft.progress.dropped;
        self.parts.retain(|part| !dropped.contains(&part.id));
        for said in drafted.components {
            let rubric = &self.rubric;
            let position = self.parts.iter().position(|part| part.id == said.id);
            let weights = match position {
                Some(position) => self.parts[position].weights.clone(),
                None => Weights::unchanged(rubric.criteria.len()),
            };
            let progress = draft.progress.components.iter();
            let progress = progress.clone().find(|progress| progress.id == said.id);
            let mut part = InterviewPart::known(said, weights);
            // Somebody may have taken it out of the file meanwhile.
            part.is_new = position.is_none();
            if let Some(progress) = progress {
                part.asked = found(rubric, &progress.asked);
                if let Some(differs) = &progress.differs {
                    part.chosen = found(rubric, differs);
                    part.is_settled = true;
                }
            }
            match position {
                Some(position) => self.parts[position] = part,
                None => self.parts.push(part),
            }
        }
    }

    /// Takes what the command line gives.
    fn take_given(
        &mut self,
        arguments: &InterviewArguments,
        files: &mut Files,
    ) -> Result<(), Refusal> {
        if let Some(path) = &arguments.answers {
            let (title, answers) = read_answers(path, &self.rubric, files)?;
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
        if arguments.set.is_empty() {
            return Ok(());
        }
        self.set(&arguments.set, files)
    }

    /// Takes what `--set` gives, read as `decide` reads it.
    fn set(&mut self, set: &[String], files: &mut Files) -> Result<(), Refusal> {
        let file = files.add("--answers", "");
        let place = Place {
            file,
            start: 0,
            end: 0,
        };
        let mut loaded = Loaded {
            rubric: self.rubric.clone(),
            requirements: requirements(&self.rubric, self.replies.at(place), place),
        };
        apply_overrides(&mut loaded, set, &[], files)?;
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
fn requirements(rubric: &Rubric, answers: Answers, place: Place) -> Requirements {
    Requirements {
        title: String::new(),
        place,
        answers,
        weights: Weights::unchanged(rubric.criteria.len()),
        components: Vec::new(),
        decision: None,
        landscapes: Vec::new(),
        scorecards: Vec::new(),
        findings: Vec::new(),
        gate: Gate::default(),
        waivers: Vec::new(),
        case: None,
        expect: None,
    }
}

/// The questions with these ids that the rubric still asks.
pub(crate) fn found<C: FromIterator<QuestionIndex>>(rubric: &Rubric, ids: &[String]) -> C {
    ids.iter()
        .filter_map(|id| rubric.find_question(id))
        .collect()
}

/// Nobody's file is replaced unless that was asked for.
fn refuse_to_overwrite(
    arguments: &InterviewArguments,
    target: &Path,
    from: Option<&Path>,
) -> Result<(), Refusal> {
    if arguments.force || from == Some(target) || target == Path::new("-") || !target.exists() {
        return Ok(());
    }
    let shown = target.display();
    let help = format!(
        "`--from {shown}` goes on from its answers, `-o` names another file, `--force` replaces it"
    );
    Err(Refusal::usage(format!("`{shown}` is there already")).help(help))
}
