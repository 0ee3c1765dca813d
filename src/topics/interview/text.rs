//! The words of the questionnaire: a question, why it is asked, and all answers for a last look.

use crate::files::{Alternative, Effect, Question, QuestionIndex, Replies, Reply, Rubric};
use crate::output::text::{BOLD, DIM, Look, Page};
use crate::output::wording;
use crate::topics::decide::phrases;
use crate::topics::rubric::conditions;
use anstyle::Style;

/// Where in the questionnaire a question stands.
#[derive(Debug, Clone, Copy)]
pub struct Progress<'a> {
    /// Which question it is, from 1.
    pub number: usize,
    /// Of how many, as things stand.
    pub total: usize,
    /// Whether it may turn out not to apply.
    pub may_not_apply: bool,
    /// What the part is called that it is about, if it is about one.
    pub part: Option<&'a str>,
}

/// A question without its choices. The title of its group stands above it if `with_group`.
pub fn question(
    rubric: &Rubric,
    index: QuestionIndex,
    progress: Progress<'_>,
    with_group: bool,
    look: Look,
) -> String {
    let question = rubric.question(index);
    let mut page = Page::new(look);
    if with_group {
        let group = &rubric.groups[question.group.0];
        page.paragraph(0, &group.title, BOLD);
        if let Some(about) = &group.about {
            page.paragraph(0, about, Style::new());
        }
        page.gap();
    }
    let about = progress
        .part
        .map_or(String::new(), |part| format!("{part}: "));
    let mut head = format!(
        "{about}question {} of about {}",
        progress.number, progress.total
    );
    if progress.part.is_none() {
        head = wording::capitalised(&head);
    }
    if progress.may_not_apply {
        head.push_str(", which may turn out not to apply");
    }
    page.paragraph(0, &head, DIM);
    page.paragraph(0, &question.ask, BOLD);
    page.finish()
}

/// The choices of a question with their numbers.
pub fn choices(question: &Question, look: Look) -> String {
    let mut page = Page::new(look);
    let count = question.choices().len();
    let width = count.to_string().len();
    for (position, choice) in question.choices().iter().enumerate() {
        let number = format!("{:>width$}", position + 1);
        page.hanging(2, &number, &choice.label, Style::new());
        if let Some(help) = &choice.help {
            page.hanging(2, &" ".repeat(width), help, DIM);
        }
    }
    if count == 0 {
        String::new()
    } else {
        page.finish()
    }
}

/// Lines with their numbers.
pub fn numbered(lines: &[String], look: Look) -> String {
    let mut page = Page::new(look);
    let width = lines.len().to_string().len();
    for (position, line) in lines.iter().enumerate() {
        page.hanging(2, &format!("{:>width$}", position + 1), line, Style::new());
    }
    page.finish()
}

/// Something that is asked beside the rubric's questions.
pub fn heading(words: &str, look: Look) -> String {
    let mut page = Page::new(look);
    page.paragraph(0, words, BOLD);
    page.finish()
}

/// Which keys do what.
pub fn hint(keys: &str, look: Look) -> String {
    let mut page = Page::new(look);
    page.paragraph(0, keys, DIM);
    page.finish()
}

/// How to answer a question, why it is asked, and what its answer moves.
pub fn why(rubric: &Rubric, index: QuestionIndex, look: Look) -> String {
    let mut page = Page::new(look);
    if let Some(help) = &rubric.question(index).help {
        page.paragraph(2, help, Style::new());
    }
    for line in reasons(rubric, index) {
        page.paragraph(2, &line, Style::new());
    }
    page.finish()
}

/// Why a question is asked, and what its answer moves, a sentence each.
pub fn reasons(rubric: &Rubric, index: QuestionIndex) -> Vec<String> {
    let mut sentences = Vec::new();
    sentences.extend(counts(rubric, index));
    let vetoes = rubric.vetoes.iter();
    let excluded = vetoes.filter(|veto| veto.when.questions().contains(&index));
    let mut excluded: Vec<Alternative> = excluded
        .flat_map(|veto| veto.excludes.iter().copied())
        .collect();
    excluded.sort_unstable();
    excluded.dedup();
    if !excluded.is_empty() {
        let doing = phrases::doing_either(&excluded);
        sentences.push(format!("An answer can rule out {doing}."));
    }
    let reads = |question: &&Question| {
        let when = question.ask_when.as_ref();
        when.is_some_and(|when| when.questions().contains(&index))
    };
    let depending = rubric.questions.iter().filter(reads).count();
    if depending > 0 {
        let more = wording::count(depending, "other question");
        sentences.push(format!("Whether {more} will be asked depends on it."));
    }
    let musts: Vec<&str> = rubric
        .musts
        .iter()
        .filter(|must| must.questions().contains(&index))
        .map(|must| must.title.as_str())
        .collect();
    if !musts.is_empty() {
        let musts = wording::list(&musts);
        sentences.push(format!(
            "Products and projects that are looked at have to meet it: {musts}."
        ));
    }
    let advised = rubric.advice.iter();
    if sentences.is_empty()
        && advised
            .clone()
            .any(|advice| advice.when.questions().contains(&index))
    {
        sentences
            .push("It moves no score; advice beside the recommendation hangs on it.".to_owned());
    }
    if sentences.is_empty() {
        sentences
            .push("It moves nothing; the answer is kept for whoever reads the file.".to_owned());
    }
    if let Some(when) = &rubric.question(index).ask_when {
        let when = conditions::words(when, rubric);
        sentences.push(format!("Asked if {when}."));
    }
    sentences
}

/// In which criteria a question counts, and between which alternatives.
fn counts(rubric: &Rubric, index: QuestionIndex) -> Option<String> {
    let mut titles = Vec::new();
    let mut moved = Vec::new();
    for criterion in &rubric.criteria {
        if !criterion.questions().contains(&index) {
            continue;
        }
        titles.push(criterion.title.clone());
        moved.extend(Alternative::ALL.into_iter().filter(|&alternative| {
            let rating = |effect: &Effect| match effect {
                Effect::Rates(ratings) => ratings[alternative],
                Effect::NotApplicable => 0,
            };
            let mut ratings = criterion.levels.iter().map(|level| rating(&level.effect));
            let first = ratings.next();
            ratings.any(|other| Some(other) != first)
        }));
    }
    if titles.is_empty() {
        return None;
    }
    moved.sort_unstable();
    moved.dedup();
    let noun = if titles.len() == 1 {
        "criterion"
    } else {
        "criteria"
    };
    Some(format!(
        "It counts in the {noun} {}, for or against {}.",
        wording::list(&titles),
        phrases::names(&moved)
    ))
}

/// An answer in words, with its note.
pub fn reply(question: &Question, reply: &Reply) -> String {
    let value = match &reply.value {
        Some(value) => question.words(value),
        None => "not known".to_owned(),
    };
    match &reply.note {
        Some(note) => format!("{value} ({note})"),
        None => value,
    }
}

/// What a review shows.
#[derive(Debug)]
pub struct Review<'a> {
    /// What is decided about.
    pub title: &'a str,
    /// The answers that apply.
    pub kept: &'a Replies,
    /// The questions that apply, or may, in order; they are numbered from 1.
    pub asked: &'a [QuestionIndex],
    /// The questions whose answers are set aside.
    pub set_aside: &'a [QuestionIndex],
    /// How things stand, in a sentence or two.
    pub standing: &'a str,
    /// The parts.
    pub parts: &'a [ReviewedPart],
}

/// A part as a review shows it.
#[derive(Debug)]
pub struct ReviewedPart {
    /// What it is called.
    pub title: String,
    /// Its own answers, each with its name.
    pub own: Vec<String>,
    /// The names of those of its own that do not apply to it any more.
    pub set_aside: String,
    /// How it stands, in a sentence or two.
    pub standing: String,
}

/// All answers by group.
pub fn review(rubric: &Rubric, review: &Review<'_>, look: Look) -> String {
    let mut page = Page::new(look);
    page.gap();
    page.paragraph(0, "Your answers", BOLD);
    page.hanging(
        2,
        " 0",
        &format!("What is decided about: {}", review.title),
        Style::new(),
    );
    let mut group = None;
    for (position, &index) in review.asked.iter().enumerate() {
        let question = rubric.question(index);
        if group.replace(question.group) != Some(question.group) {
            page.heading(&rubric.groups[question.group.0].title);
        }
        let number = format!("{:>2}", position + 1);
        let answer = match review.kept.get(index) {
            Some(said) if said.value.is_none() => format!("? {}", reply(question, said)),
            Some(said) => reply(question, said),
            None => "? no answer".to_owned(),
        };
        let name = wording::capitalised(&conditions::name(question));
        page.hanging(2, &number, &format!("{name}: {answer}"), Style::new());
    }
    if !review.set_aside.is_empty() {
        page.heading("Set aside, because the question does not apply any more");
        for &index in review.set_aside {
            let name = conditions::name(rubric.question(index));
            page.paragraph(6, &wording::capitalised(&name), DIM);
        }
    }
    page.heading("As it stands");
    if review.parts.is_empty() {
        page.paragraph(2, review.standing, Style::new());
    }
    for (position, part) in review.parts.iter().enumerate() {
        let number = format!("p{}", position + 1);
        let line = format!("{}: {}", part.title, part.standing);
        page.hanging(2, &number, &line, Style::new());
        let own = if part.own.is_empty() {
            "All answers are as for all.".to_owned()
        } else {
            format!("Its own: {}.", part.own.join("; "))
        };
        page.paragraph(3 + number.len(), &own, DIM);
        if !part.set_aside.is_empty() {
            let set_aside = format!("Set aside: {}.", part.set_aside);
            page.paragraph(3 + number.len(), &set_aside, DIM);
        }
    }
    page.finish()
}
