//! Every criterion with its answer, level and ratings, and every question, folded away.

use super::numbers::{ratings, tenths};
use super::reasons::answers;
use super::sources::Citations;
use crate::engine::decision::{AnswerResult, AnswerState, CriterionResult};
use crate::files::Alternative;
use crate::output::markdown::{Align, Page, said};
use crate::output::wording;
use crate::report::document::section::Section;
use crate::report::document::whole::Report;
use crate::topics::decide::phrases;

/// The appendix of every section.
pub(crate) fn appendix(page: &mut Page, report: &Report<'_>, citations: &mut Citations) {
    page.heading(2, "Appendix");
    // Nothing but this folds on a code host.
    page.paragraph("<!-- markdownlint-disable MD033 -->");
    for section in &report.sections {
        let of = section.id.map(|_| format!(" of {}", said(section.title)));
        let of = of.unwrap_or_default();
        folded(page, &format!("Every criterion{of}"), |page| {
            criteria(page, section, citations);
        });
        folded(page, &format!("Every question{of}"), |page| {
            questions(page, section);
        });
    }
    page.paragraph("<!-- markdownlint-enable MD033 -->");
}

fn folded(page: &mut Page, summary: &str, inside: impl FnOnce(&mut Page)) {
    page.paragraph(&format!("<details>\n<summary>{summary}</summary>"));
    inside(page);
    page.paragraph("</details>");
}

fn criteria(page: &mut Page, section: &Section<'_>, citations: &mut Citations) {
    let criteria = section.recommendation.criteria.iter();
    let rows = criteria.map(|criterion| criterion_row(criterion, citations));
    page.table(
        [
            ("Criterion", Align::Left),
            ("Weight", Align::Right),
            ("Row", Align::Right),
            ("Why", Align::Left),
            ("Rests on", Align::Left),
            ("Build", Align::Right),
            ("Buy", Align::Right),
            ("Open source", Align::Right),
        ],
        rows.collect(),
    );
    page.paragraph(
        "Ratings run from −2 to +2, with the points they add behind them; – counts for nothing.",
    );
}

fn criterion_row(criterion: &CriterionResult, citations: &mut Citations) -> [String; 8] {
    let name = format!("{} `{}`", said(&criterion.title), criterion.id);
    let weight = criterion.weight.to_string();
    let Some(level) = &criterion.level else {
        let hangs_on: Vec<String> = criterion
            .hangs_on
            .iter()
            .map(|id| format!("`{id}`"))
            .collect();
        let open = format!("not known yet, hangs on {}", wording::list(&hangs_on));
        let [build, buy, open_source] = [(); 3].map(|()| "–".to_owned());
        return [
            name,
            weight,
            "–".to_owned(),
            open,
            String::new(),
            build,
            buy,
            open_source,
        ];
    };
    let because = said(&wording::capitalised(&level.because));
    let known = crate::report::document::reasons::known(&level.rests_on);
    let mut cells = ratings(criterion);
    if level.ratings.is_some() {
        for (cell, alternative) in cells.iter_mut().zip(Alternative::ALL) {
            let points = tenths(criterion.contributions[alternative]);
            *cell = format!("{cell} ({points})");
        }
    }
    let [build, buy, open_source] = cells;
    [
        name,
        weight,
        level.row.to_string(),
        because + &citations.marks(&level.sources),
        answers(&known),
        build,
        buy,
        open_source,
    ]
}

fn questions(page: &mut Page, section: &Section<'_>) {
    let answers = section.answers.iter();
    page.table(
        [
            ("Question", Align::Left),
            ("Answer", Align::Left),
            ("Note", Align::Left),
        ],
        answers.map(|answer| question_row(answer)).collect(),
    );
}

fn question_row(answer: &AnswerResult) -> [String; 3] {
    let words = match &answer.state {
        AnswerState::Known(words) => said(words),
        AnswerState::MayNotApply(words) => format!("{} *(may not apply)*", said(words)),
        AnswerState::Unknown => "*unknown*".to_owned(),
        AnswerState::Unanswered => "*not answered*".to_owned(),
        AnswerState::NotApplicable => "*does not apply*".to_owned(),
    };
    let note = answer.note.iter().map(|note| said(note));
    let source = answer
        .source
        .iter()
        .map(|source| format!("({})", said(source)));
    let landscape = phrases::from_landscape(answer);
    let landscape = landscape.iter().map(|landscape| said(landscape));
    let remarks: Vec<String> = note.chain(source).chain(landscape).collect();
    [
        format!("{} `{}`", said(&answer.ask), answer.question),
        words,
        remarks.join(" "),
    ]
}
