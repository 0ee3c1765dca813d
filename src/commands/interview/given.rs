//! What the command line answers.

use super::arguments::InterviewArguments;
use super::start::Beginning;
use crate::commands::exit_status::ExitStatus;
use crate::commands::output::Output;
use crate::files::{
    Answers, Files, Gate, Loaded, Place, Requirements, Rubric, Weights, apply_overrides,
    read_answers,
};

impl Beginning {
    /// Takes what the command line gives.
    pub(crate) fn take_given(
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
        let place = Place {
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
