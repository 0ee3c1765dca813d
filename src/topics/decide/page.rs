//! A decision as a page: the answer first, then why, what is open, and what to do next.

use std::collections::BTreeSet;

use crate::engine::decision::{
    AlternativeResult, AnswerState, Assessment, Mix, Part, Recommendation, Recorded, Subject,
};
use crate::engine::scoring::Outcome;
use crate::files::{AdviceKind, Origin, StepKind};
use crate::output::document::{Align, Bar, Document, Mark, Rich, Tone};
use crate::output::text::Look;
use crate::output::wording;
use crate::topics::decide::reasons::{
    Citations, fired_vetoes, open_questions, possible_vetoes, reasons, what_would_change_this,
};
use crate::topics::decide::{changes, phrases};
use crate::topics::rubric::reference;

pub use crate::output::document::Detail;

/// What a requirements file comes to. With `only`, the component of that id in full instead of the overview.
pub fn assessment(
    assessment: &Assessment,
    look: Look,
    detail: Detail,
    only: Option<&str>,
) -> String {
    let mut page = Page {
        document: Document::default(),
        citations: Citations::none(detail),
        detail,
    };
    let rubric = &assessment.rubric;
    let name = format!("{} {}", rubric.id, rubric.version);
    page.document.head("", &assessment.title, name);
    match &assessment.subject {
        Subject::Whole(recommendation) => {
            page.recommendation(recommendation);
            page.citations
                .list(&mut page.document, &recommendation.sources);
        }
        Subject::Parts {
            parts,
            mix,
            recorded,
        } => match parts.iter().find(|part| Some(part.id.as_str()) == only) {
            Some(part) => {
                page.document.strong(2, &part.title);
                page.document.gap();
                page.recommendation(&part.recommendation);
                let sources = &part.recommendation.sources;
                page.citations.list(&mut page.document, sources);
            }
            None => page.overview(parts, mix, recorded.as_ref()),
        },
    }
    page.document.text(look)
}

/// A decision being written.
struct Page {
    document: Document,
    citations: Citations,
    detail: Detail,
}

impl Page {
    /// What the components come to together, and each in short.
    fn overview(&mut self, parts: &[Part], mix: &Mix, recorded: Option<&Recorded>) {
        self.summary(parts, mix);
        if let Some(recorded) = recorded {
            self.record(recorded);
        }
        for part in parts {
            self.document.part(&part.title);
            self.document.gap();
            match self.detail {
                Detail::All => self.recommendation(&part.recommendation),
                Detail::Short => self.short(&part.recommendation),
            }
        }
        self.document.end_parts();
        if let Some(part) = parts.first() {
            let sources = &part.recommendation.sources;
            self.citations.list(&mut self.document, sources);
        }
        if self.detail == Detail::Short {
            self.document.gap();
            let ids: Vec<&str> = parts.iter().map(|part| part.id.as_str()).collect();
            let text = format!("`--component {}` shows one in full.", ids.join("|"));
            self.document.quiet(2, text);
        }
    }

    fn summary(&mut self, parts: &[Part], mix: &Mix) {
        let rows = parts.iter().map(|part| {
            let result = phrases::result(&part.recommendation);
            vec![Rich::from(&part.title), result.into()]
        });
        let head = [("Component", Align::Left), ("Result", Align::Left)];
        self.document.table(&head, rows.collect(), Tone::Strong);
        if mix.drivers.is_empty() {
            return;
        }
        self.document
            .heading("Shared answers behind several of these");
        for driver in &mix.drivers {
            if let AnswerState::Known(words) = &driver.answer.state {
                let answer = format!("{}: {words}", driver.answer.question);
                self.document.entry(4, answer);
                let named = parts.iter().filter(|part| driver.parts.contains(&part.id));
                let titles: Vec<&str> = named.map(|part| part.title.as_str()).collect();
                let titles = format!("weighs in {}", wording::list(&titles));
                self.document.more(6, titles, Tone::Quiet);
            }
        }
    }

    /// The answer, the first reasons and the first open questions.
    fn short(&mut self, recommendation: &Recommendation) {
        self.opening(recommendation);
        if let Some(argument) = recommendation.arguments.first() {
            let [own, rival] = [argument.alternative, argument.rival].map(phrases::noun);
            let heading = format!("For {own}, next to {rival}");
            self.reasons(recommendation, &heading, &argument.reasons_for, 3);
            let heading = format!("Against {own}, next to {rival}");
            self.reasons(recommendation, &heading, &argument.reasons_against, 2);
        }
        open_questions(&mut self.document, recommendation, 2);
        if let Some(recorded) = &recommendation.recorded {
            self.record(recorded);
        }
    }

    /// A recommendation with its rationale.
    fn recommendation(&mut self, recommendation: &Recommendation) {
        self.opening(recommendation);
        self.ways_out(recommendation);
        self.arguments(recommendation);
        fired_vetoes(&mut self.document, recommendation, &mut self.citations);
        if self.detail == Detail::All {
            possible_vetoes(&mut self.document, recommendation);
        }
        what_would_change_this(&mut self.document, recommendation, self.detail);
        let most = match self.detail {
            Detail::All => usize::MAX,
            Detail::Short => 5,
        };
        open_questions(&mut self.document, recommendation, most);
        for kind in [
            AdviceKind::Contradiction,
            AdviceKind::Hybrid,
            AdviceKind::Caution,
        ] {
            self.advice(recommendation, kind);
        }
        self.landscape(recommendation);
        self.next_steps(recommendation);
        self.changed_weights(recommendation);
        self.notes(recommendation);
        if let Some(recorded) = &recommendation.recorded {
            self.record(recorded);
        }
    }

    /// The answer: sentence, vetoes, whether to wait, and scores.
    fn opening(&mut self, recommendation: &Recommendation) {
        let page = &mut self.document;
        page.strong(2, phrases::headline(recommendation));
        for result in &recommendation.alternatives {
            if let Some(sentence) = phrases::ruled_out(recommendation, result.alternative) {
                page.say(2, sentence);
            }
        }
        if let Some(sentence) = phrases::vetoed_leader(recommendation) {
            page.say(2, sentence);
        }
        let advice = recommendation.advice.iter();
        for advice in advice.filter(|advice| advice.kind == AdviceKind::Defer) {
            page.gap();
            page.say(2, format!("Or wait: {}", advice.say));
        }
        page.gap();
        page.bars(recommendation.alternatives.iter().map(bar).collect());
        if recommendation.coverage < 1.0 && recommendation.outcome != Outcome::Inconclusive {
            let known = wording::percent(recommendation.coverage);
            page.quiet(2, format!(
                "{known} of the weight is answered. The ranges are where each score could end once the rest is."
            ));
        }
        if let Some(text) = changes::firmness(recommendation) {
            page.quiet(2, text);
        }
    }

    fn reasons(
        &mut self,
        recommendation: &Recommendation,
        heading: &str,
        all: &[crate::engine::decision::Reason],
        most: usize,
    ) {
        let citations = &mut self.citations;
        reasons(
            &mut self.document,
            recommendation,
            heading,
            all,
            most,
            citations,
        );
    }

    /// What it would take for an alternative to become possible again.
    fn ways_out(&mut self, recommendation: &Recommendation) {
        if !recommendation.ways_out.is_empty() {
            self.document.heading("Shortest ways out");
        }
        for way in &recommendation.ways_out {
            let possible = phrases::becomes_possible(way.alternative);
            let lifted = recommendation
                .vetoes
                .iter()
                .filter(|veto| way.vetoes.contains(&veto.id));
            let lifted: Vec<&str> = lifted.map(|veto| veto.lifted_by.as_str()).collect();
            if let [only] = lifted.as_slice() {
                self.document.entry(4, format!("{possible} {only}"));
                continue;
            }
            self.document.entry(4, format!("{possible} all of these:"));
            for lift in lifted {
                self.document.bullet(6, lift);
            }
        }
    }

    fn arguments(&mut self, recommendation: &Recommendation) {
        for (position, argument) in recommendation.arguments.iter().enumerate() {
            let most = match (self.detail, position) {
                // What speaks for the second is what speaks against the first.
                (_, 1) => continue,
                (Detail::All, _) => (usize::MAX, usize::MAX),
                (Detail::Short, 0) => (4, 3),
                (Detail::Short, _) => (1, 3),
            };
            let headings = phrases::argument_headings(recommendation, argument);
            let fors = (&headings.0, &argument.reasons_for, most.0);
            let against = (&headings.1, &argument.reasons_against, most.1);
            // What is behind is told by what speaks against it.
            let order = if position == 0 {
                [fors, against]
            } else {
                [against, fors]
            };
            for (heading, reasons, most) in order {
                self.reasons(recommendation, heading, reasons, most);
            }
        }
    }

    fn advice(&mut self, recommendation: &Recommendation, kind: AdviceKind) {
        let advice = recommendation.advice.iter();
        for (position, advice) in advice.filter(|advice| advice.kind == kind).enumerate() {
            if position == 0 {
                self.document.heading(reference::advice_heading(kind));
            }
            let say = self.citations.cite(&advice.say, &advice.sources);
            self.document.entry(4, say);
        }
    }

    /// What the landscape answers; of what is said briefly, only where it speaks against an answer or rules something out.
    fn landscape(&mut self, recommendation: &Recommendation) {
        let vetoes = recommendation.vetoes.iter();
        let rules_out: BTreeSet<&str> = vetoes
            .filter(|veto| veto.fired)
            .flat_map(|veto| &veto.rests_on)
            .filter(|answer| answer.origin == Some(Origin::Landscape))
            .map(|answer| answer.question.as_str())
            .collect();
        let answers = recommendation.answers.iter();
        let said = answers
            .filter_map(|answer| Some((answer, answer.derived.as_ref()?)))
            .filter(|(answer, derived)| {
                self.detail == Detail::All
                    || derived.differs
                    || rules_out.contains(answer.question.as_str())
            });
        for (position, (answer, derived)) in said.enumerate() {
            if position == 0 {
                let as_of = &derived.as_of;
                let heading = format!("From the landscape of {as_of}, a starting point");
                self.document.heading(heading);
            }
            let mut text = format!("{} {}", answer.ask, derived.says);
            if let (true, AnswerState::Known(given)) = (derived.differs, &answer.state) {
                text = format!("{text}; you say {given}, and that counts");
            }
            self.document.entry(4, text);
        }
    }

    /// What to do; what to ask, to prove and to check is left to a report.
    fn next_steps(&mut self, recommendation: &Recommendation) {
        let steps = recommendation.next_steps().iter();
        let steps = steps.filter(|step| step.kind == StepKind::Step);
        for (index, step) in steps.enumerate() {
            if index == 0 {
                self.document.heading("Next");
            }
            let say = self.citations.cite(&step.say, &step.sources);
            let mark = Mark::Number(index + 1);
            self.document.line(4, mark, say, Tone::Plain);
        }
    }

    fn changed_weights(&mut self, recommendation: &Recommendation) {
        let criteria = recommendation.criteria.iter();
        let changed = criteria.filter_map(|criterion| Some((criterion, criterion.weight_origin?)));
        for (position, (criterion, origin)) in changed.enumerate() {
            if position == 0 {
                self.document.heading("Weights set by you");
            }
            let (weight, rubric) = (criterion.weight, criterion.rubric_weight);
            let (id, origin) = (&criterion.id, phrases::origin(origin));
            let text = format!("{id}: {weight} instead of {rubric}, {origin}");
            self.document.entry(4, text);
        }
    }

    fn notes(&mut self, recommendation: &Recommendation) {
        // A note on what is open stands with the open question.
        let is_open = |id: &str| {
            let mut open = recommendation.open_questions.iter();
            open.any(|open| open.question == id)
        };
        let answers = recommendation.answers.iter();
        let noted = answers
            .filter(|answer| answer.note.is_some() || answer.source.is_some())
            .filter(|answer| !is_open(&answer.question));
        for (position, answer) in noted.enumerate() {
            if position == 0 {
                self.document.heading("Notes on the answers");
            }
            let words = match &answer.state {
                AnswerState::Known(words) | AnswerState::MayNotApply(words) => words.as_str(),
                _ => "unknown",
            };
            let note = answer.note.as_ref().map(|note| format!(" - \"{note}\""));
            let source = answer.source.as_ref();
            let source = source.map(|source| format!(" ({source})"));
            self.document.entry(
                4,
                format!(
                    "{}: {words}{}{}",
                    answer.question,
                    note.unwrap_or_default(),
                    source.unwrap_or_default()
                ),
            );
        }
    }

    /// What the team decided, beside what is recommended.
    fn record(&mut self, recorded: &Recorded) {
        self.document.heading("Your decision");
        self.document.say(4, phrases::decided(recorded));
        if let Some(because) = &recorded.because {
            self.document.say(4, format!("Because: {because}"));
        }
        if let Some(day) = recorded.review_by {
            self.document.say(4, format!("To be reviewed by {day}."));
        }
    }
}

/// An alternative in the chart of scores.
fn bar(result: &AlternativeResult) -> Bar {
    let mut remarks = Vec::new();
    if result.rank.is_none() {
        remarks.push("ruled out".to_owned());
    }
    let ends = [result.range.low, result.range.high];
    let [low, high] = ends.map(|end| phrases::signed(&wording::signed_points(end)));
    if low != high {
        let about = if result.range.exact { "" } else { "about " };
        remarks.push(format!("{about}{low} to {high}"));
    }
    Bar {
        name: phrases::name(result.alternative),
        value: result.score,
        shown: phrases::signed(&wording::signed_points(result.score)),
        remark: remarks.join(", "),
    }
}
