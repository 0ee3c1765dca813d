//! The tables of a rubric's reference.

use crate::files::{Choice, Criterion, Effect, Level, Question, Rubric};
use crate::output::escape::markdown;
use crate::output::markdown::row;
use crate::output::wording;
use crate::topics::rubric::markdown::{from, marks};
use crate::topics::rubric::{conditions, reference};

/// Questions with what can be answered.
pub(crate) fn questions(questions: &[&Question], rubric: &Rubric) -> String {
    let mut table = row(&["Question", "Answer"]) + &row(&["---", "---"]);
    for question in questions {
        table.push_str(&row(&[asked(question, rubric), answers(question)]));
    }
    table
}

fn asked(question: &Question, rubric: &Rubric) -> String {
    let mut lines = vec![
        format!(
            "<a id=\"question-{}\"></a>**{}**",
            question.id,
            markdown(&question.ask)
        ),
        format!("`{}`{}", question.id, from(rubric, question.place)),
    ];
    lines.extend(question.help.as_ref().map(|help| markdown(help)));
    lines.extend(question.ask_when.as_ref().map(|when| {
        let when = markdown(&conditions::words(when, rubric));
        format!("*Asked only if {when}.*")
    }));
    lines.extend(reference::derived(question).map(|derived| format!("*{}*", markdown(&derived))));
    lines.join("<br>")
}

fn answers(question: &Question) -> String {
    let kind = markdown(&wording::capitalised(&reference::answers(question)));
    let choices = question.choices();
    if choices.is_empty() {
        return kind;
    }
    let lines: Vec<String> = [format!("{kind}:")]
        .into_iter()
        .chain(choices.iter().map(choice))
        .collect();
    lines.join("<br>")
}

fn choice(choice: &Choice) -> String {
    let help = choice
        .help
        .as_ref()
        .map(|help| format!(" ({})", markdown(help)));
    let label = markdown(&choice.label);
    format!("`{}` {label}{}", choice.id, help.unwrap_or_default())
}

/// The decision table of a criterion.
pub(crate) fn levels(criterion: &Criterion, rubric: &Rubric) -> String {
    let mut table = row(&["If", "Build", "Buy", "Open source", "Because"])
        + &row(&["---", "--:", "--:", "--:", "---"]);
    for level in &criterion.levels {
        table.push_str(&row(&level_cells(level, criterion, rubric)));
    }
    table
}

fn level_cells(level: &Level, criterion: &Criterion, rubric: &Rubric) -> [String; 5] {
    let when = match &level.when {
        Some(when) => markdown(&conditions::words(when, rubric)),
        None => "*otherwise*".to_owned(),
    };
    let because = markdown(&reference::text(&level.because, rubric)) + &marks(&level.sources);
    let (ratings, remark) = match level.effect {
        Effect::Rates(ratings) => {
            let mut cells = ratings.iter().map(|(_, rating)| reference::rating(*rating));
            (
                std::array::from_fn(|_| cells.next().unwrap_or_default()),
                "",
            )
        }
        Effect::NotApplicable => ([(); 3].map(|()| "–".to_owned()), "*Counts for nothing:* "),
    };
    // A row has a place of its own only where it was not taken over together with its criterion.
    let from = if level.place.file == criterion.place.file {
        String::new()
    } else {
        from(rubric, level.place)
    };
    let [build, buy, open_source]: [String; 3] = ratings;
    [
        when,
        build,
        buy,
        open_source,
        format!("{remark}{because}{from}"),
    ]
}
