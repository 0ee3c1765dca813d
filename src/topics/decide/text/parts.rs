//! Several components: an overview, then each in short.

use super::citations::Citations;
use super::{Detail, rationale, whole};
use crate::engine::decision::{AnswerState, Mix, Part, Recorded};
use crate::output::text::{BOLD, DIM, Page};
use crate::output::wording;
use crate::topics::decide::phrases;
use anstyle::Style;
use comfy_table::{Cell, ContentArrangement, Table, presets};

/// One component in full.
pub(crate) fn one(page: &mut Page, part: &Part, detail: Detail) {
    page.paragraph(2, &part.title, BOLD);
    page.gap();
    let mut citations = Citations::none(detail);
    whole::recommendation(page, &part.recommendation, &mut citations, detail);
    citations.list(page, &part.recommendation.sources);
}

/// What the components come to together, and each in short.
pub(crate) fn overview(
    page: &mut Page,
    parts: &[Part],
    mix: &Mix,
    recorded: Option<&Recorded>,
    detail: Detail,
) {
    summary(page, parts, mix);
    if let Some(recorded) = recorded {
        whole::record(page, recorded);
    }
    let mut citations = Citations::none(detail);
    for part in parts {
        page.gap();
        page.paragraph(0, &part.title, BOLD);
        page.gap();
        if detail == Detail::All {
            whole::recommendation(page, &part.recommendation, &mut citations, detail);
        } else {
            short(page, part, &mut citations);
        }
    }
    if let Some(part) = parts.first() {
        citations.list(page, &part.recommendation.sources);
    }
    if detail == Detail::Short {
        page.gap();
        let ids: Vec<&str> = parts.iter().map(|part| part.id.as_str()).collect();
        page.paragraph(
            2,
            &format!("`--component {}` shows one in full.", ids.join("|")),
            DIM,
        );
    }
}

fn summary(page: &mut Page, parts: &[Part], mix: &Mix) {
    let titles = |ids: &[String]| {
        let named = parts.iter().filter(|part| ids.contains(&part.id));
        wording::list(&named.map(|part| part.title.as_str()).collect::<Vec<_>>())
    };
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(page.look.width - 1).unwrap_or(u16::MAX));
    for part in parts {
        table.add_row(
            [&part.title, &phrases::result(&part.recommendation)]
                .map(|cell| Cell::new(page.draw(cell))),
        );
    }
    for line in table.to_string().lines() {
        page.line(&format!(" {line}"), BOLD);
    }
    if mix.drivers.is_empty() {
        return;
    }
    page.heading("Shared answers behind several of these");
    for driver in &mix.drivers {
        if let AnswerState::Known(words) = &driver.answer.state {
            page.paragraph(
                4,
                &format!("{}: {words}", driver.answer.question),
                Style::new(),
            );
            page.paragraph(6, &format!("weighs in {}", titles(&driver.parts)), DIM);
        }
    }
}

fn short(page: &mut Page, part: &Part, citations: &mut Citations) {
    let recommendation = &part.recommendation;
    whole::opening(page, recommendation);
    if let Some(argument) = recommendation.arguments.first() {
        let [own, rival] = [argument.alternative, argument.rival].map(phrases::noun);
        let headings = (
            format!("For {own}, next to {rival}"),
            format!("Against {own}, next to {rival}"),
        );
        rationale::reasons(
            page,
            recommendation,
            &headings.0,
            &argument.reasons_for,
            3,
            citations,
        );
        rationale::reasons(
            page,
            recommendation,
            &headings.1,
            &argument.reasons_against,
            2,
            citations,
        );
    }
    rationale::open_questions(page, recommendation, 2);
    if let Some(recorded) = &recommendation.recorded {
        whole::record(page, recorded);
    }
}
