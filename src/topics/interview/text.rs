//! The words of the questionnaire: a question, why it is asked, and all answers for a last look.

use super::conduct::Remaining;
use super::part::InterviewPart;
use super::stages::Interview;
use super::walk::Walk;
use crate::engine::decision::recommend;
use crate::files::{Alternative, Effect, Question, QuestionIndex, Reply, Rubric, Truth};
use crate::output::text::{BOLD, DIM, Look, Page};
use crate::output::wording;
use crate::topics::decide::phrases;
use crate::topics::rubric::conditions;
use anstyle::Style;

/// The names of at most so many questions are listed.
const MOST_NAMED: usize = 6;

/// A question without its choices. The title of its group stands above it if `with_group`.
pub(crate) fn question(
    walk: &Walk<'_>,
    index: QuestionIndex,
    with_group: bool,
    look: Look,
) -> String {
    let rubric = walk.rubric();
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
    let (number, total) = walk.progress();
    let mut head = match walk.part() {
        Some(part) => format!("{part}: question {number} of about {total}"),
        None => format!("Question {number} of about {total}"),
    };
    if walk.applies(index) == Truth::Unknown {
        head.push_str(", which may turn out not to apply");
    }
    page.paragraph(0, &head, DIM);
    page.paragraph(0, &question.ask, BOLD);
    page.finish()
}

/// The choices of a question with their numbers.
pub(crate) fn choices(question: &Question, look: Look) -> String {
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
pub(crate) fn numbered(lines: &[String], look: Look) -> String {
    let mut page = Page::new(look);
    let width = lines.len().to_string().len();
    for (position, line) in lines.iter().enumerate() {
        page.hanging(2, &format!("{:>width$}", position + 1), line, Style::new());
    }
    page.finish()
}

/// Something that is asked beside the rubric's questions.
pub(crate) fn heading(words: &str, look: Look) -> String {
    let mut page = Page::new(look);
    page.paragraph(0, words, BOLD);
    page.finish()
}

/// Which keys do what.
pub(crate) fn hint(keys: &str, look: Look) -> String {
    let mut page = Page::new(look);
    page.paragraph(0, keys, DIM);
    page.finish()
}

/// How to answer a question, why it is asked, and what its answer moves.
pub(crate) fn why(rubric: &Rubric, index: QuestionIndex, look: Look) -> String {
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
pub(crate) fn reasons(rubric: &Rubric, index: QuestionIndex) -> Vec<String> {
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
pub(crate) fn reply(question: &Question, reply: &Reply) -> String {
    let value = match &reply.value {
        Some(value) => question.words(value),
        None => "not known".to_owned(),
    };
    match &reply.note {
        Some(note) => format!("{value} ({note})"),
        None => value,
    }
}

/// A question's name, beginning with a capital, and its answer.
fn named(question: &Question, answer: &str) -> String {
    format!(
        "{}: {answer}",
        wording::capitalised(&conditions::name(question))
    )
}

/// All answers by group, numbered as in `asked`, and what is recommended with them.
pub(crate) fn review(interview: &Interview<'_>, asked: &[QuestionIndex], look: Look) -> String {
    let walk = interview.shared();
    let rubric = walk.rubric();
    let kept = walk.kept();
    let mut page = Page::new(look);
    page.gap();
    page.paragraph(0, "Your answers", BOLD);
    let title = format!(
        "What is decided about: {}",
        walk.title().unwrap_or_default()
    );
    page.hanging(2, " 0", &title, Style::new());
    let mut group = None;
    for (position, &index) in asked.iter().enumerate() {
        let question = rubric.question(index);
        if group.replace(question.group) != Some(question.group) {
            page.heading(&rubric.groups[question.group.0].title);
        }
        let number = format!("{:>2}", position + 1);
        let answer = match kept.get(index) {
            Some(said) if said.value.is_none() => format!("? {}", reply(question, said)),
            Some(said) => reply(question, said),
            None => "? no answer".to_owned(),
        };
        page.hanging(2, &number, &named(question, &answer), Style::new());
    }
    let set_aside = walk.set_aside();
    if !set_aside.is_empty() {
        page.heading("Set aside, because the question does not apply any more");
        for index in set_aside {
            let name = conditions::name(rubric.question(index));
            page.paragraph(6, &wording::capitalised(&name), DIM);
        }
    }
    page.heading("As it stands");
    if interview.parts().is_empty() {
        page.paragraph(2, &headline(walk), Style::new());
    }
    for (position, part) in interview.parts().iter().enumerate() {
        reviewed_part(&mut page, position + 1, part, walk);
    }
    page.finish()
}

/// A part: what is recommended for it, its own answers, and those of them that do not apply to it any more.
fn reviewed_part(page: &mut Page, number: usize, part: &InterviewPart, shared: &Walk<'_>) {
    let rubric = shared.rubric();
    let walk = part.walk(shared);
    let kept = walk.kept();
    let number = format!("p{number}");
    let line = format!("{}: {}", part.title, headline(&walk));
    page.hanging(2, &number, &line, Style::new());
    let all = part.own.iter();
    let (own, set_aside): (Vec<_>, Vec<_>) = all.partition(|(index, _)| kept.get(*index).is_some());
    let own = own.iter().map(|(index, said)| {
        let question = rubric.question(*index);
        format!("{}: {}", conditions::name(question), reply(question, said))
    });
    let own: Vec<String> = own.collect();
    let own = if own.is_empty() {
        "All answers are as for all.".to_owned()
    } else {
        format!("Its own: {}.", own.join("; "))
    };
    page.paragraph(3 + number.len(), &own, DIM);
    if !set_aside.is_empty() {
        let names = names(rubric, set_aside.into_iter().map(|(index, _)| index));
        page.paragraph(3 + number.len(), &format!("Set aside: {names}."), DIM);
    }
}

/// What is recommended with the answers so far.
fn headline(walk: &Walk<'_>) -> String {
    match recommend(walk.rubric(), &walk.answers(), walk.weights(), None, None) {
        Ok(recommendation) => phrases::headline(&recommendation),
        // The same fault is told in full once the file is written.
        Err(_) => "Not known.".to_owned(),
    }
}

/// What can be typed at the review.
pub(crate) fn review_keys(has_parts: bool, gaps: bool) -> String {
    let mut keys = vec!["`save` writes the file", "a number changes an answer"];
    if gaps {
        keys.push("`rest` asks what has no answer");
    }
    if has_parts {
        keys.extend([
            "`p1` says anew what differs for part 1",
            "`drop p1` leaves it out",
            "`parts` adds one",
        ]);
    } else {
        keys.push("`parts` decides it part by part");
    }
    keys.join(", ")
}

/// Asks whether to decide part by part.
pub(crate) const SPLIT: &str = "Is it one decision, or may parts of it come out differently, such as serving built and tracking bought?";

/// The answers to that.
pub(crate) const SPLIT_CHOICES: [&str; 2] = ["One decision", "Part by part"];

/// Asks for the name of a part.
pub(crate) fn ask_for_part(interview: &Interview<'_>) -> String {
    let parts = interview.parts().iter();
    let names: Vec<String> = parts
        .map(|part| format!("\u{201c}{}\u{201d}", part.title))
        .collect();
    if names.is_empty() {
        return "What is the first part called?".to_owned();
    }
    let so_far = wording::list(&names);
    format!("Parts so far: {so_far}. What is the next one called?")
}

/// The answers to these questions that hold for all, each with its name.
pub(crate) fn shared_answers(walk: &Walk<'_>, asked: &[QuestionIndex]) -> Vec<String> {
    let line = |index: &QuestionIndex| {
        let question = walk.rubric().question(*index);
        let answer = walk.reply(*index).map(|said| reply(question, said));
        named(question, answer.as_deref().unwrap_or("no answer"))
    };
    asked.iter().map(line).collect()
}

/// The names of questions, as a list in words.
pub(crate) fn names(rubric: &Rubric, questions: impl IntoIterator<Item = QuestionIndex>) -> String {
    let names = questions
        .into_iter()
        .map(|question| conditions::name(rubric.question(question)));
    wording::list(&names.collect::<Vec<_>>())
}

/// What the questions that are left could still do; nothing while there are many.
pub(crate) fn left(rubric: &Rubric, remaining: &Remaining) -> Option<String> {
    let left = wording::count(remaining.left, "question");
    if remaining.settled.is_some() {
        return Some(format!(
            "Whatever you answer to the {left} left, the recommendation stays the same."
        ));
    }
    if remaining.decisive.is_empty() || remaining.decisive.len() > MOST_NAMED {
        return None;
    }
    let names = names(rubric, remaining.decisive.iter().copied());
    Some(format!(
        "Of the {left} left, these can still move the result: {names}."
    ))
}
