//! `trilemma decide`

use super::session::{Done, Session, check_component};
use crate::cli::Format;
use crate::cli::decide::DecideArguments;
use crate::output::document::Detail;
use crate::output::json;
use crate::topics::decide::json::Printed;
use crate::topics::decide::page;

/// Loads, decides and prints.
pub(crate) fn run(arguments: &DecideArguments, session: &mut Session<'_>) -> Done {
    let rubric = arguments.rubric.as_deref();
    let loaded = session.load(&arguments.file, rubric, &arguments.set, &arguments.weight)?;
    let assessment = session.decision(loaded, &arguments.file)?.assess()?;
    let component = arguments.component.as_deref();
    check_component(&assessment, component)?;
    session.print(&match arguments.format {
        Format::Text => {
            let detail = Detail::of(arguments.all);
            page::assessment(&assessment, session.output.look(), detail, component)
        }
        Format::Json => json::print(&Printed::new(&assessment))?,
    })
}
