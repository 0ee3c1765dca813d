//! A shortlist.

use anstyle::Style;

use super::super::page::{BOLD, DIM, Look, Page};
use crate::landscape::{Judged, KindList, Shortlist, ShortlistPart};
use crate::model::{Rubric, wording};
use crate::render::shortlist as said;

/// The candidates that fit or may, component by component; with `all`, the others too.
pub fn shortlist(list: &Shortlist<'_>, all: bool, look: Look) -> String {
    let mut page = Page::new(look);
    page.paragraph(0, list.title, BOLD);
    page.gap();
    page.paragraph(2, &said::caveat(list), Style::new());
    for part in &list.parts {
        if part.id.is_some() {
            page.gap();
            page.paragraph(0, part.title, BOLD);
        }
        demands(&mut page, part, list.rubric);
        for kind in &part.kinds {
            kind_list(&mut page, part, kind, list.rubric, all);
        }
    }
    for exclusion in &list.landscape.exclusions {
        page.gap();
        let text = format!("{} is left out: {}", exclusion.id, exclusion.because);
        page.paragraph(2, &text, DIM);
    }
    page.finish()
}

fn demands(page: &mut Page, part: &ShortlistPart<'_>, rubric: &Rubric) {
    page.gap();
    let demanded = said::demanded(part);
    let text = if demanded.is_empty() {
        "Your answers demand nothing of a candidate yet.".to_owned()
    } else {
        format!("Musts: {}", demanded.join("; "))
    };
    page.paragraph(2, &text, Style::new());
    let unanswered = said::unanswered(part, rubric);
    if !unanswered.is_empty() {
        let text = format!(
            "Answer {} to know the rest of them.",
            wording::list(&unanswered)
        );
        page.paragraph(2, &text, Style::new());
    }
}

fn kind_list(
    page: &mut Page,
    part: &ShortlistPart<'_>,
    list: &KindList,
    rubric: &Rubric,
    all: bool,
) {
    page.heading(said::heading(list.kind));
    page.paragraph(4, &said::counts(part, list), Style::new());
    for relaxation in &list.relaxations {
        page.hanging(4, "-", &said::relaxation(relaxation, rubric), Style::new());
    }
    for judged in said::shown(part, list, all) {
        candidate(page, judged, part, rubric);
    }
    if !list.may_be.is_empty() {
        page.gap();
        let ids = list.may_be.iter();
        let ids: Vec<&str> = ids
            .map(|position| part.lineup.judged[*position].candidate.id.as_str())
            .collect();
        let text = format!("Not known to do the job: {}", wording::list(&ids));
        page.paragraph(4, &text, DIM);
    }
}

fn candidate(page: &mut Page, judged: &Judged<'_>, part: &ShortlistPart<'_>, rubric: &Rubric) {
    page.gap();
    let standing = said::standing(judged.standing());
    let candidate = judged.candidate;
    let title = format!("{} ({}): {standing}", candidate.name, candidate.id);
    page.paragraph(4, &title, BOLD);
    page.paragraph(6, &said::line(judged), DIM);
    for (what, lines) in [
        ("misses", said::missed(judged, rubric)),
        ("meets", said::met(judged, rubric)),
        ("ask", said::asks(judged, part)),
        ("mind", said::caution(judged).into_iter().collect()),
    ] {
        for line in lines {
            page.hanging(6, &format!("{what:6}"), &line, Style::new());
        }
    }
}
