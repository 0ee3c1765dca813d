//! `trilemma landscape`

mod import;
mod lint;

use super::session::{Done, Refusal, Session};
use crate::cli::PageFormat;
use crate::cli::landscape::{Kind, LandscapeCommand, ListArguments, ShowArguments};
use crate::files::{
    Attribute, Candidate, CandidateKind, Landscape, Vocabulary, did_you_mean, load_landscape,
};
use crate::output::json;
use crate::topics::market::json::Candidates;
use crate::topics::market::page;

/// Runs a command on landscapes.
pub(crate) fn run(command: &LandscapeCommand, session: &mut Session<'_>) -> Done {
    match command {
        LandscapeCommand::List(arguments) => list(arguments, session),
        LandscapeCommand::Show(arguments) => show(arguments, session),
        LandscapeCommand::Lint(arguments) => lint::run(arguments, session),
        LandscapeCommand::Import(arguments) => import::run(arguments, session),
    }
}

fn list(arguments: &ListArguments, session: &mut Session<'_>) -> Done {
    let landscape = load_landscape(&arguments.landscape, &mut session.files)?;
    let wanted = wanted(arguments, &landscape)?;
    let (mut listed, mut not_documented) = (Vec::new(), Vec::new());
    for candidate in &landscape.candidates {
        match meets(candidate, arguments.kind, &wanted) {
            Some(true) => listed.push(candidate),
            Some(false) => {}
            None => not_documented.push(candidate),
        }
    }
    let page = page::candidates(&landscape, &listed, &not_documented);
    session.print(&match arguments.format {
        PageFormat::Text => page.text(session.output.look()),
        PageFormat::Markdown => page.markdown(),
        PageFormat::Json => json::print(&Candidates::new(&landscape, &listed))?,
    })
}

/// The values that the command line asks for.
fn wanted(
    arguments: &ListArguments,
    landscape: &Landscape,
) -> Result<Vec<(Attribute, usize)>, Refusal> {
    let filters = [
        (Attribute::Components, &arguments.component),
        (Attribute::RunsOn, &arguments.runs_on),
        (Attribute::Hosting, &arguments.hosting),
        (Attribute::Languages, &arguments.language),
        (Attribute::Frameworks, &arguments.framework),
        (Attribute::Attestations, &arguments.attestation),
        (Attribute::DataRegions, &arguments.data_region),
        (Attribute::Support, &arguments.support),
        (Attribute::Licence, &arguments.licence),
    ];
    let mut values = Vec::new();
    for (attribute, words) in filters {
        for word in words {
            let Some(value) = landscape.vocabulary.find(attribute, word) else {
                let (name, id) = (&landscape.id, attribute.id());
                let message = format!("the landscape `{name}` has no word `{word}` for `{id}`");
                let help = words_for(&landscape.vocabulary, attribute, word);
                return Err(Refusal::usage(message).help(help));
            };
            values.push((attribute, value));
        }
    }
    Ok(values)
}

/// Whether a candidate has all that is asked for; `None` if that is not documented.
fn meets(candidate: &Candidate, kind: Option<Kind>, wanted: &[(Attribute, usize)]) -> Option<bool> {
    let kind = kind.map(|kind| match kind {
        Kind::Product => CandidateKind::Product,
        Kind::OpenSource => CandidateKind::OpenSource,
    });
    if kind.is_some_and(|kind| kind != candidate.kind) {
        return Some(false);
    }
    let has =
        |(attribute, value): &(Attribute, usize)| candidate.attributes.has(*attribute, *value);
    if wanted.iter().any(|wanted| has(wanted) == Some(false)) {
        return Some(false);
    }
    wanted
        .iter()
        .all(|wanted| has(wanted).is_some())
        .then_some(true)
}

/// The word that was meant, or else all there are.
fn words_for(vocabulary: &Vocabulary, attribute: Attribute, word: &str) -> String {
    let known = vocabulary.terms(attribute).iter();
    let known: Vec<&str> = known.map(|term| term.id.as_str()).collect();
    did_you_mean(word, known.iter().copied())
        .unwrap_or_else(|| format!("its words are {}", known.join(", ")))
}

fn show(arguments: &ShowArguments, session: &mut Session<'_>) -> Done {
    let landscape = load_landscape(&arguments.landscape, &mut session.files)?;
    let id = &arguments.id;
    let Some(candidate) = landscape.find(id) else {
        let known = landscape.candidates.iter();
        let help = did_you_mean(id, known.map(|candidate| candidate.id.as_str()))
            .unwrap_or_else(|| "`trilemma landscape list` names them all".to_owned());
        let message = format!("the landscape `{}` has no candidate `{id}`", landscape.id);
        return Err(Refusal::usage(message).help(help));
    };
    session.print(&match arguments.format {
        PageFormat::Text => page::candidate(&landscape, candidate).text(session.output.look()),
        PageFormat::Markdown => page::candidate(&landscape, candidate).markdown(),
        PageFormat::Json => json::print(&Candidates::new(&landscape, &[candidate]))?,
    })
}
