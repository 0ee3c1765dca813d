//! A plan in words: what is done in which order, what to send out, ask, show and try, and what that rests on.

use crate::files::{Alternative, Attribute, WorkTime};
use crate::output::document::{Document, Mark, Rich, Tone};
use crate::output::wording;
use crate::topics::decide::phrases;
use crate::topics::market::shortlist::{self, caveat_of, strength_words};
use crate::topics::plan::{
    Basis, FEWEST_MARKS, Length, NotPlanned, Plan, PlanPart, PlannedStep, Point, Said, Why, Window,
    Without,
};
use crate::topics::rubric::reference;

/// A plan with all of its sections.
pub(crate) fn page(plan: &Plan<'_>) -> Document {
    let mut page = Page {
        document: Document::default(),
        plan,
        cited: plan
            .sources()
            .into_iter()
            .map(|it| it.id.as_str())
            .collect(),
    };
    let rubric = format!("{} {}", plan.rubric.id, plan.rubric.version);
    page.document.head("Plan", plan.title, rubric);
    if let Some(caveat) = caveat(plan) {
        page.document.say(2, caveat);
    }
    for part in &plan.parts {
        page.part(part);
    }
    page.document.end_parts();
    for one in &plan.without {
        page.document.gap();
        page.document.say(2, format!("note: {}", without(one)));
    }
    page.sources();
    page.document
}

/// A plan being written.
struct Page<'p> {
    document: Document,
    plan: &'p Plan<'p>,
    /// The sources, in the order in which they are numbered.
    cited: Vec<&'p str>,
}

impl Page<'_> {
    fn part(&mut self, part: &PlanPart<'_>) {
        self.document.gap();
        if part.id.is_some() {
            self.document.part(part.title);
        }
        self.document.strong(2, opening(part));
        self.steps(part);
        self.list("Beside the steps", &Mark::Task, &part.beside);
        self.brief(part);
        self.list(everybody(part.alternative), &Mark::Task, &part.questions);
        if part.has_landscape {
            self.candidates(part);
        }
        self.list("Script of the demonstration", &Mark::Number(1), &part.demo);
        self.marks(part);
        self.list("What it runs on", &Mark::Bullet, &part.trial.data);
        self.list("Checklist", &Mark::Task, &part.checks);
        self.list("Questions to references", &Mark::Bullet, &part.references);
        self.list("Security", &Mark::Task, &part.security);
        if !part.negotiation.is_empty() {
            self.heading(
                "To negotiate",
                "Keep this to yourselves until there is an offer.",
            );
            self.entries(&Mark::Task, &part.negotiation);
        }
        self.list("When to stop or look again", &Mark::Bullet, &part.exits);
    }

    /// What the rubric says, under a heading.
    fn list(&mut self, heading: &str, mark: &Mark, said: &[Said<'_>]) {
        if !said.is_empty() {
            self.heading(heading, "");
            self.entries(mark, said);
        }
    }

    fn heading(&mut self, heading: &str, intro: &str) {
        self.document.heading(heading);
        if !intro.is_empty() {
            self.document.say(4, intro);
        }
    }

    fn entries(&mut self, mark: &Mark, said: &[Said<'_>]) {
        for (index, one) in said.iter().enumerate() {
            let mark = match mark {
                Mark::Number(_) => Mark::Number(index + 1),
                mark => mark.clone(),
            };
            self.entry(mark, &one.text, &one.sources);
        }
    }

    fn entry(&mut self, mark: Mark, text: &str, sources: &[&str]) {
        let number = |id: &&str| self.cited.iter().position(|one| one == id);
        let numbers = sources.iter().filter_map(number).map(|at| at + 1);
        let text = Rich::from(text).cite(numbers);
        self.document.line(4, mark, text, Tone::Plain);
    }

    fn details(&mut self, details: Vec<String>) {
        for detail in details {
            self.document.bullet(9, detail);
        }
    }

    /// The steps with their days, what each needs, gives and has to meet.
    fn steps(&mut self, part: &PlanPart<'_>) {
        if part.steps.is_empty() {
            return;
        }
        let intro = part.length.map(|length| self::length(length, self.plan));
        self.heading("Steps", &intro.unwrap_or_default());
        for step in &part.steps {
            let text = format!("{}: {}, {}", step.title, step.takes.words(), days(step));
            self.entry(Mark::Task, &text, &step.sources);
            self.details(step_details(step, part));
        }
    }

    /// What is sent out.
    fn brief(&mut self, part: &PlanPart<'_>) {
        let brief = &part.brief;
        if brief.musts.is_empty() && brief.wants.is_empty() {
            return;
        }
        let (heading, intro) = match part.alternative {
            Alternative::Buy => (
                "Brief to send out",
                "Musts and wants as suppliers may see them, without what they weigh.",
            ),
            Alternative::Build | Alternative::OpenSource => {
                ("What has to be met", "Musts, without what they weigh.")
            }
        };
        let unanswered = brief.unanswered.iter();
        let unanswered: Vec<String> = unanswered.map(|id| format!("`{id}`")).collect();
        let more = match wording::list(&unanswered) {
            none if none.is_empty() => none,
            ids => format!(" Answer {ids} first: more musts hang on that."),
        };
        self.heading(heading, &format!("{intro}{more}"));
        for must in &brief.musts {
            self.entry(
                Mark::Bullet,
                &format!("Must: {}. {}", must.title, must.ask),
                &[],
            );
        }
        for want in &brief.wants {
            self.entry(Mark::Bullet, &format!("Want: {}", want.text), &want.sources);
        }
    }

    /// The questions to each candidate.
    fn candidates(&mut self, part: &PlanPart<'_>) {
        let intro = if part.candidates.is_empty() {
            "Nothing in the landscape fits or may fit; `trilemma shortlist` says which must would have to give."
        } else {
            "Everything that is not documented and everything that is only claimed becomes a question. Write the answers into \
             the scorecard, which `--format scorecard` writes."
        };
        self.heading("Questions to each candidate", intro);
        for candidate in &part.candidates {
            let (name, id) = (candidate.name, candidate.id);
            let standing = shortlist::standing(candidate.standing);
            self.entry(Mark::Task, &format!("{name} ({id}): {standing}"), &[]);
            let mut details: Vec<String> = candidate.points.iter().filter_map(asked).collect();
            if details.is_empty() {
                details.push("Nothing is left to ask; see it work.".to_owned());
            }
            let caution = candidate.caution.as_ref();
            details.extend(caution.map(|caution| format!("Mind: {caution}")));
            self.details(details);
        }
    }

    /// The pass marks of the trial.
    fn marks(&mut self, part: &PlanPart<'_>) {
        let marks = &part.trial.marks;
        if marks.is_empty() {
            return;
        }
        let time = part.trial.time_box.map(WorkTime::words);
        let time = time.map(|time| format!("The time is fixed: {time}. "));
        let more = match FEWEST_MARKS.saturating_sub(marks.len()) {
            0 => String::new(),
            missing => format!(
                " Add {} with a number and a unit, so that it can fail.",
                wording::count(missing, "pass mark")
            ),
        };
        let intro = format!(
            "{}Whoever misses one of these has failed, and you agree on that beforehand.{more}",
            time.unwrap_or_default()
        );
        self.heading(trial(part.alternative), &intro);
        self.entries(&Mark::Task, marks);
    }

    fn sources(&mut self) {
        let cited = self.plan.sources();
        if !cited.is_empty() {
            self.document.heading("Sources");
        }
        for (position, source) in cited.iter().enumerate() {
            let mark = Mark::Source(position + 1, cited.len());
            self.document
                .line(4, mark, reference::source_in_full(source), Tone::Quiet);
        }
    }
}

/// What is planned for, and why that.
fn opening(part: &PlanPart<'_>) -> String {
    let what = phrases::imperative(part.alternative);
    let why = match part.basis {
        Basis::AskedFor => "as asked for, whatever is recommended",
        Basis::Decided => "as decided",
        Basis::Recommended => "as recommended",
    };
    let ruled_out = if part.is_ruled_out {
        format!(
            " As the answers stand, {} is ruled out; `trilemma decide` says by what.",
            phrases::doing(part.alternative)
        )
    } else {
        String::new()
    };
    format!("{what}, {why}.{ruled_out}")
}

/// How old the landscape is, if there is one and candidates are taken from it.
pub(crate) fn caveat(plan: &Plan<'_>) -> Option<String> {
    let takes_candidates = |part: &PlanPart<'_>| part.has_landscape;
    let (landscape, age) = plan.landscape?;
    let is_needed = plan.parts.iter().any(takes_candidates);
    is_needed.then(|| caveat_of(landscape, Some(age)))
}

/// Why a subject is not planned for.
pub(crate) fn without(one: &Without<'_>) -> String {
    let names = |alternatives: &[Alternative]| wording::list(&names(alternatives));
    let why = match &one.why {
        NotPlanned::Mixed(several) => format!("what was decided is a mix: {}", names(several)),
        NotPlanned::TooClose(tied) => format!("{} are too close to call", names(tied)),
        NotPlanned::Inconclusive => "too little is answered to recommend anything".to_owned(),
        NotPlanned::NothingViable => "every alternative is ruled out".to_owned(),
    };
    match one.id {
        Some(id) => format!("there is no plan for `{id}`: {why}"),
        None => format!("there is nothing to plan for: {why}"),
    }
}

fn names(alternatives: &[Alternative]) -> Vec<&'static str> {
    let names = alternatives.iter();
    names
        .map(|alternative| phrases::name(*alternative))
        .collect()
}

/// What is asked of a candidate by a must, and why; `None` if that is known well enough.
pub(crate) fn asked(point: &Point<'_>) -> Option<String> {
    let why = match point.why.as_ref()? {
        Why::NotDocumented(attributes) if attributes.is_empty() => String::new(),
        Why::NotDocumented(attributes) => {
            let words: Vec<&str> = attributes.iter().map(Attribute::words).collect();
            format!(" Not documented: {}.", wording::list(&words))
        }
        Why::Claimed(strength) => {
            let words = wording::capitalised(strength_words(*strength));
            format!(" {words} only: ask to be shown.")
        }
    };
    Some(format!("{}{why}", point.ask))
}

/// What the questions to everybody are headed by.
const fn everybody(alternative: Alternative) -> &'static str {
    match alternative {
        Alternative::Buy => "Written questions to every supplier",
        Alternative::OpenSource => "Questions to the maintainers",
        Alternative::Build => "Questions to settle first",
    }
}

/// What a trial is called.
const fn trial(alternative: Alternative) -> &'static str {
    match alternative {
        Alternative::Buy => "Proof of concept: pass marks",
        Alternative::OpenSource => "Trial: pass marks",
        Alternative::Build => "Prototype: pass marks",
    }
}

/// How long it all takes.
fn length(length: Length, plan: &Plan<'_>) -> String {
    let days = |days: u32| wording::count(usize::try_from(days).unwrap_or(usize::MAX), "day");
    let span = if length.least == length.most {
        format!("{} of work", days(length.most))
    } else {
        format!(
            "{} to {} of work from the first to the last",
            length.least,
            days(length.most)
        )
    };
    let until = plan.start.map(|start| {
        let last = |end| Window { first: 0, end }.days(start).1;
        let (early, late) = (last(length.least), last(length.most));
        if early == late {
            format!(", until {late}")
        } else {
            format!(", until {early} if everything goes fast and {late} if it does not")
        }
    });
    format!(
        "{span}{}. Every step is given the longest that it may take; Saturdays and Sundays are free, and holidays are not \
         known.",
        until.unwrap_or_default()
    )
}

/// The days of a step: dates if the start is known, or else counted from the first.
fn days(step: &PlannedStep<'_>) -> String {
    let window = step.window;
    let (first, last) = if let Some((from, to)) = step.from.zip(step.to) {
        (from.to_string(), to.to_string())
    } else {
        let first = window.first.saturating_add(1);
        let last = window.end.max(first);
        (format!("day {first}"), format!("day {last}"))
    };
    if first == last {
        first
    } else {
        format!("{first} to {last}")
    }
}

fn step_details(step: &PlannedStep<'_>, part: &PlanPart<'_>) -> Vec<String> {
    let mut details = vec![step.say.clone()];
    let titles = |ids: &[&str]| {
        let step = |id: &&str| part.steps.iter().find(|one| one.id == *id);
        let steps = ids.iter().filter_map(step);
        let titles: Vec<String> = steps.map(|step| format!("“{}”", step.title)).collect();
        wording::list(&titles)
    };
    if !step.after.is_empty() {
        details.push(format!("After {}.", titles(&step.after)));
    }
    if !step.needs.is_empty() {
        details.push(format!("Needs {}.", wording::list(step.needs)));
    }
    details.extend(step.gives.map(|it| format!("Gives: {it}")));
    details.extend(step.gate.map(|it| format!("Gate: {it}")));
    details
}
