//! `trilemma rubric new`

use super::arguments::NewArguments;
use crate::commands::exit_status::ExitStatus;
use crate::commands::output::Output;
pub(in crate::commands) fn run(_: &NewArguments, _: &Output) -> anyhow::Result<ExitStatus> {
    todo!()
}
