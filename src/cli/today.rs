//! The day that stands for today, for every command that looks at the date.

use clap::Args;
use jiff::civil::Date;

/// The day that stands for today.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct Today {
    /// Take this day for today; without it `SOURCE_DATE_EPOCH` says, or else the clock, in UTC.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) today: Option<Date>,
}

/// A day of the calendar.
pub(crate) fn day(written: &str) -> Result<Date, String> {
    let parsed = written.parse().ok();
    parsed
        .filter(|_| written.len() == "2026-11-20".len())
        .ok_or_else(|| format!("`{written}` is not a day of the calendar, such as 2026-11-20"))
}
