//! Candidates as pages: a landscape, one of its candidates, and a shortlist.

use crate::engine::matching::{Judged, KindList, Shortlist, ShortlistPart};
use crate::files::{Attribute, Candidate, Landscape, Rubric};
use crate::output::document::{Document, Mark, Rich, Tone};
use crate::output::wording;
use crate::topics::market::{landscape, shortlist as said};

/// The candidates that passed a filter, and how many may or may not.
pub(crate) fn candidates(
    from: &Landscape,
    listed: &[&Candidate],
    not_documented: &[&Candidate],
) -> Document {
    let mut page = Document::default();
    page.title("", format!("{} {}", from.id, from.version));
    page.say(0, landscape::caveat(from));
    for candidate in listed {
        page.gap();
        page.line(2, Mark::Entry, &candidate.id, Tone::Strong);
        page.more(4, landscape::line(candidate), Tone::Plain);
        if let Some(does) = landscape::attribute(from, candidate, Attribute::Components) {
            let does = does.replace(", and nothing else", "");
            page.more(4, does, Tone::Quiet);
        }
    }
    page.gap();
    let mut counted = format!("{} listed.", wording::count(listed.len(), "candidate"));
    if !not_documented.is_empty() {
        let ids: Vec<&str> = not_documented.iter().map(|it| it.id.as_str()).collect();
        counted.extend([format!(
            " Of {} more it is not documented: {}.",
            not_documented.len(),
            wording::list(&ids)
        )]);
    }
    page.say(0, counted);
    page
}

/// Everything that is known of a candidate, and what that rests on.
pub(crate) fn candidate(from: &Landscape, candidate: &Candidate) -> Document {
    let mut page = Document::default();
    page.title("", format!("{} ({})", candidate.name, candidate.id));
    page.gap();
    for (what, said) in landscape::facts(from, candidate) {
        page.label(2, format!("{what:12}"), said, Tone::Plain);
    }
    if !candidate.notes.is_empty() {
        page.heading("Worth knowing");
        for note in &candidate.notes {
            page.entry(4, note);
        }
    }
    page.heading("What this rests on");
    if candidate.sources.is_empty() {
        page.say(4, "Nothing is named.");
    }
    for source in &candidate.sources {
        page.line(4, Mark::Bullet, landscape::source(source), Tone::Quiet);
    }
    page.gap();
    page.quiet(
        0,
        format!("From the landscape {} of {}.", from.id, from.days()),
    );
    page
}

/// The candidates that fit or may, component by component; with `all`, the others too.
pub(crate) fn shortlist(list: &Shortlist<'_>, all: bool) -> Document {
    let mut page = Document::default();
    page.title("Shortlist", list.title);
    page.gap();
    page.say(2, said::caveat_of(list.landscape, Some(list.age)));
    for part in &list.parts {
        if part.id.is_some() {
            page.part(part.title);
        }
        page.gap();
        let musts = said::musts(part);
        let nothing = || "Your answers demand nothing of a candidate yet.".to_owned();
        page.say(2, musts.unwrap_or_else(nothing));
        let unanswered = said::unanswered(part, list.rubric);
        if !unanswered.is_empty() {
            let ids = Rich::from("Answer ").then(Rich::ids(&unanswered));
            page.say(2, ids.said(" to know the rest of them."));
        }
        for kind in &part.kinds {
            kind_list(&mut page, part, kind, list.rubric, all);
        }
    }
    page.end_parts();
    for exclusion in &list.landscape.exclusions {
        page.gap();
        page.quiet(
            2,
            format!("{} is left out: {}", exclusion.id, exclusion.because),
        );
    }
    page
}

fn kind_list(
    page: &mut Document,
    part: &ShortlistPart<'_>,
    list: &KindList,
    rubric: &Rubric,
    all: bool,
) {
    page.heading(said::heading(list.kind));
    page.say(4, said::counts(part, list));
    for relaxation in &list.relaxations {
        page.bullet(4, said::relaxation(relaxation, part, rubric, usize::MAX));
    }
    for judged in said::shown(part, list, all) {
        candidate_of(page, judged, part, rubric);
    }
    if let Some(text) = said::may_be(part, list, usize::MAX) {
        page.gap();
        page.quiet(4, text);
    }
}

fn candidate_of(
    page: &mut Document,
    judged: &Judged<'_>,
    part: &ShortlistPart<'_>,
    rubric: &Rubric,
) {
    page.gap();
    let standing = said::standing(judged.standing());
    let candidate = judged.candidate;
    let title = format!("{} ({}): {standing}", candidate.name, candidate.id);
    page.line(4, Mark::Entry, title, Tone::Strong);
    page.more(6, said::line(judged), Tone::Quiet);
    for (what, lines) in [
        ("misses", said::missed(judged, rubric)),
        ("meets", said::met(judged, rubric)),
        ("ask", said::asks(judged, part)),
        ("mind", said::caution(judged).into_iter().collect()),
    ] {
        for line in lines {
            page.label(6, format!("{what:6}"), line, Tone::Plain);
        }
    }
}
