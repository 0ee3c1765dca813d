//! What is still to be found out.

use crate::engine::decision::{OpenQuestion, VetoResult};
use crate::output::wording;
use crate::report::html::markup::{Element, element};
use crate::report::html::part::{Part, first_then_folded, paragraph};
use crate::report::html::words::sentence;
use crate::topics::decide::phrases;

/// How many questions stand there at once.
const MOST: usize = 6;

/// The open questions in order, and the vetoes that hang on them.
pub(crate) fn find_out_next(part: &Part<'_>) -> Option<Element> {
    let section = part.section;
    let mut content = Vec::new();
    if !section.open_questions.is_empty() {
        content.extend(
            section
                .outlook
                .as_ref()
                .map(|outlook| paragraph(&outlook.text)),
        );
        let items = section.open_questions.iter();
        let items = items
            .map(|(question, consequences)| item(question, consequences))
            .collect();
        content.extend(first_then_folded(element("ol"), items, MOST, |rest| {
            wording::count(rest, "more open question")
        }));
    }
    if !section.possible.is_empty() {
        content.push(part.heading(1).text("Could still be ruled out"));
        let items = section.possible.iter().map(|veto| possible(part, veto));
        content.push(element("ul").children(items));
    }
    part.section("open", "Find out next", content)
}

fn item(question: &OpenQuestion, consequences: &[String]) -> Element {
    let mut item = element("li").text(&question.ask);
    if !consequences.is_empty() {
        let text = wording::capitalised(&sentence(&consequences.join("; ")));
        item = item
            .child(element("br"))
            .child(element("span").class("note").text(text));
    }
    if let Some(note) = &question.note {
        let text = format!("Your note: {note}");
        item = item
            .child(element("br"))
            .child(element("span").class("note").text(text));
    }
    item
}

fn possible(part: &Part<'_>, veto: &VetoResult) -> Element {
    let doing = wording::capitalised(&phrases::doing_either(&veto.excludes));
    let text = sentence(&format!("{doing}, if {}", veto.because));
    let hangs = format!("Hangs on {}.", wording::list(&veto.hangs_on));
    element("li")
        .children(part.cited(text, &veto.sources))
        .child(element("br"))
        .child(element("span").class("note").text(hangs))
}
