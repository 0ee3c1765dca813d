//! A shortlist.

use crate::engine::matching::{Judged, KindList, Shortlist, ShortlistPart};
use crate::files::Rubric;
use crate::output::text::{BOLD, DIM, Look, Page};
use crate::topics::market::shortlist as said;
use anstyle::Style;

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
    let musts = said::musts(part);
    let nothing = || "Your answers demand nothing of a candidate yet.".to_owned();
    page.paragraph(2, &musts.unwrap_or_else(nothing), Style::new());
    let unanswered = said::unanswered(part, rubric);
    if let Some(text) = said::to_answer(&unanswered, |id| format!("`{id}`")) {
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
        let text = said::relaxation(relaxation, part, rubric, usize::MAX);
        page.hanging(4, "-", &text, Style::new());
    }
    for judged in said::shown(part, list, all) {
        candidate(page, judged, part, rubric);
    }
    if let Some(text) = said::may_be(part, list, usize::MAX) {
        page.gap();
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
