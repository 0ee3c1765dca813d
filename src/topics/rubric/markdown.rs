//! The reference of a rubric.

use crate::files::{
    Advice, AdviceKind, Alternative, Criterion, GroupIndex, Must, NextStep, Place, ProcessItem,
    Rubric, Source, SourceIndex, Veto,
};
use crate::output::escape::markdown;
use crate::output::markdown::rich;
use crate::output::wording;
use crate::topics::decide::phrases;
use crate::topics::rubric::tables::{levels, questions};
use crate::topics::rubric::{conditions, reference};

/// A rubric as a page: what is asked, what follows from the answers, and what that rests on.
pub fn rubric(rubric: &Rubric) -> String {
    let sections = Section::all(rubric);
    let mut page = opening(rubric);
    page.push_str("\n## Contents\n\n");
    for section in &sections {
        let title = markdown(&section.title);
        page.extend([format!("- [{title}](#{})\n", section.anchor)]);
    }
    for section in &sections {
        let (anchor, title) = (&section.anchor, markdown(&section.title));
        page.extend([format!("\n## <a id=\"{anchor}\"></a>{title}\n")]);
        page.push_str(&section.body);
    }
    page
}

fn opening(rubric: &Rubric) -> String {
    let mut page = format!(
        "<!-- Written by `trilemma rubric show {} --format markdown`. Change the rubric, not this page. -->\n\n# {}\n",
        rubric.id,
        markdown(&rubric.title)
    );
    if let Some(about) = &rubric.about {
        page.extend([format!("\n{}\n", markdown(about))]);
    }
    let lineage = reference::lineage(rubric).map(|lineage| format!(" {lineage}"));
    page.extend([format!(
        "\nThis is `{}` {}, with {}.{} {}\n",
        rubric.id,
        rubric.version,
        reference::size(rubric),
        lineage.unwrap_or_default(),
        reference::thresholds(rubric)
    )]);
    page.push_str(HOW_TO_READ);
    page
}

const HOW_TO_READ: &str = "
Each criterion is a table of which the first row that holds applies. Its ratings say how the row speaks for or against
building, buying and open source: +2 strongly for, +1 for, 0 neutral, −1 against, −2 strongly against. The weight, 1 to
10, is what the swing from the worst to the best rating counts. A veto rules an alternative out whatever it scores.
Words in braces stand for the answer to that question, and numbers in brackets lead to the sources.
";

/// A part of the page that the contents lead to.
struct Section {
    anchor: String,
    title: String,
    body: String,
}

impl Section {
    fn new(anchor: &str, title: &str, body: String) -> Option<Self> {
        (!body.is_empty()).then(|| Self {
            anchor: anchor.to_owned(),
            title: title.to_owned(),
            body,
        })
    }

    fn all(rubric: &Rubric) -> Vec<Self> {
        let groups = (0..rubric.groups.len()).map(|index| {
            let group = &rubric.groups[index];
            let anchor = format!("group-{}", group.id);
            Self::new(&anchor, &group.title, group_body(rubric, GroupIndex(index)))
        });
        groups
            .chain([
                Self::new("vetoes", "Vetoes", all(&rubric.vetoes, rubric, veto)),
                Self::new("musts", "Musts", musts(rubric)),
                Self::new("advice", "Advice", advice(rubric)),
                Self::new("next-steps", "Next steps", next_steps(rubric)),
                Self::new("process", "Process", process(rubric)),
                Self::new("sources", "Sources", sources(rubric)),
            ])
            .flatten()
            .collect()
    }
}

fn all<T>(items: &[T], rubric: &Rubric, shape: impl Fn(&T, &Rubric) -> String) -> String {
    items.iter().map(|item| shape(item, rubric)).collect()
}

fn group_body(rubric: &Rubric, index: GroupIndex) -> String {
    let group = &rubric.groups[index.0];
    let mut body = String::new();
    let about = group.about.as_ref().map(|about| markdown(about));
    let about = about.unwrap_or_default() + &from(rubric, group.place);
    if !about.is_empty() {
        body.extend([format!("\n{}\n", about.trim_start())]);
    }
    let asked: Vec<_> = rubric
        .questions
        .iter()
        .filter(|one| one.group == index)
        .collect();
    if !asked.is_empty() {
        body.push('\n');
        body.push_str(&questions(&asked, rubric));
    }
    let criteria = rubric.criteria.iter().filter(|one| one.group == index);
    body.extend(criteria.map(|one| criterion(one, rubric)));
    body
}

fn criterion(criterion: &Criterion, rubric: &Rubric) -> String {
    let weight = reference::weight(criterion, rubric, |id| format!("`{id}`"));
    let from = if weight.says_where {
        String::new()
    } else {
        from(rubric, criterion.place)
    };
    format!(
        "\n### <a id=\"criterion-{}\"></a>{}\n\nCriterion `{}`, {}{}. {}{}\n\n{}",
        criterion.id,
        markdown(&criterion.title),
        criterion.id,
        weight.words,
        from,
        markdown(&criterion.why),
        marks(&criterion.sources),
        levels(criterion, rubric)
    )
}

fn veto(veto: &Veto, rubric: &Rubric) -> String {
    let text = |text| markdown(&reference::text(text, rubric));
    format!(
        "\n**{} is ruled out: {}**{}\n\n- `{}`{}\n- If {}.\n- Lifted by: {}\n",
        wording::capitalised(&phrases::doing_either(&veto.excludes)),
        text(&veto.because),
        marks(&veto.sources),
        veto.id,
        from(rubric, veto.place),
        markdown(&conditions::words(&veto.when, rubric)),
        text(&veto.lifted_by),
    )
}

fn musts(rubric: &Rubric) -> String {
    if rubric.musts.is_empty() {
        return String::new();
    }
    format!(
        "\nWhat products and projects of the landscape have to meet, as far as the answers demand it.\n{}",
        all(&rubric.musts, rubric, must)
    )
}

fn must(must: &Must, rubric: &Rubric) -> String {
    let mut facts = vec![format!("`{}`{}", must.id, from(rubric, must.place))];
    facts.extend(reference::must_facts(must).into_iter().map(str::to_owned));
    let needs = must.needs.iter();
    let needs = needs.map(|need| format!("- {}\n", markdown(&reference::need(need, rubric))));
    let needs = needs.collect::<Vec<_>>().concat();
    format!(
        "\n**{}**{}\n\n- {}\n{needs}- Otherwise ask: {}\n",
        markdown(&must.title),
        marks(&must.sources),
        facts.join(", "),
        markdown(&reference::text(&must.ask, rubric)),
    )
}

fn advice(rubric: &Rubric) -> String {
    let mut body = String::new();
    for kind in AdviceKind::ALL {
        let of_kind: String = rubric
            .advice
            .iter()
            .filter(|advice| advice.kind == kind)
            .map(|advice| one_advice(advice, rubric))
            .collect();
        if !of_kind.is_empty() {
            body.extend([format!(
                "\n### {}\n{of_kind}",
                reference::advice_heading(kind)
            )]);
        }
    }
    if body.is_empty() {
        return body;
    }
    format!("\nSaid beside the recommendation; it never changes a score.\n{body}")
}

fn one_advice(advice: &Advice, rubric: &Rubric) -> String {
    format!(
        "\n**`{}`**{}: {}{}\n<br>Said if {}{}.\n",
        advice.id,
        from(rubric, advice.place),
        markdown(&reference::text(&advice.say, rubric)),
        marks(&advice.sources),
        markdown(&conditions::words(&advice.when, rubric)),
        reference::beside(&advice.beside),
    )
}

fn next_steps(rubric: &Rubric) -> String {
    let mut body = String::new();
    for alternative in Alternative::ALL {
        let steps = &rubric.next_steps[alternative];
        if !steps.is_empty() {
            let doing = phrases::doing(alternative);
            body.extend([format!("\n### When {doing}\n\n")]);
            body.extend(steps.iter().map(|step| next_step(step, rubric)));
        }
    }
    body
}

fn next_step(step: &NextStep, rubric: &Rubric) -> String {
    let when = step.when.as_ref().map(|when| {
        let when = markdown(&conditions::words(when, rubric));
        format!(" *If {when}.*")
    });
    let more = reference::step_facts(step);
    let more = more.map(|more| format!(" ({})", markdown(&more)));
    format!(
        "- {}{}{}{}{}\n",
        markdown(&reference::text(&step.say, rubric)),
        more.unwrap_or_default(),
        marks(&step.sources),
        when.unwrap_or_default(),
        from(rubric, step.place)
    )
}

fn process(rubric: &Rubric) -> String {
    if rubric.process.is_empty() {
        return String::new();
    }
    let parts = all(&rubric.process, rubric, part);
    format!(
        "\nHow each alternative is gone about; `trilemma plan` tells it with the answers put in.\n{parts}"
    )
}

fn part(item: &ProcessItem, rubric: &Rubric) -> String {
    let title = item.step.as_ref().map(|step| format!("{}. ", step.title));
    let when = item.when.as_ref().map(|when| {
        let when = markdown(&conditions::words(when, rubric));
        format!("<br>If {when}.\n")
    });
    let details = reference::part_details(item, rubric);
    let details = details.iter();
    let details: Vec<String> = details
        .map(|detail| format!("<br>{}\n", markdown(detail)))
        .collect();
    let details = details.concat();
    format!(
        "\n**`{}`**{} ({}): {}{}{}\n{details}{}",
        item.id,
        from(rubric, item.place),
        reference::part_facts(item),
        markdown(&title.unwrap_or_default()),
        markdown(&reference::text(&item.say, rubric)),
        marks(&item.sources),
        when.unwrap_or_default(),
    )
}

fn sources(rubric: &Rubric) -> String {
    let numbered = rubric.sources.iter().enumerate();
    let entries: String = numbered
        .map(|(index, one)| source(index, one, rubric))
        .collect();
    if entries.is_empty() {
        return entries;
    }
    format!("\n{entries}")
}

fn source(index: usize, source: &Source, rubric: &Rubric) -> String {
    let number = index + 1;
    format!(
        "{number}. <a id=\"source-{number}\"></a>{}{}\n",
        rich(&reference::source_in_full(source), usize::MAX),
        from(rubric, source.place)
    )
}

/// Where something was taken over from, in brackets; empty where it is the rubric's own.
pub(crate) fn from(rubric: &Rubric, place: Place) -> String {
    let inherited = reference::inherited_from(rubric, place);
    inherited
        .map(|id| format!(" (from `{id}`)"))
        .unwrap_or_default()
}

/// The numbers of sources, each leading to it.
pub(crate) fn marks(sources: &[SourceIndex]) -> String {
    let mark = |index: &SourceIndex| format!(" [\\[{0}\\]](#source-{0})", index.0 + 1);
    sources.iter().map(mark).collect()
}
