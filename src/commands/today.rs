//! Which day it is. Nothing else in the program reads the clock.

use std::time::{SystemTime, UNIX_EPOCH};

use super::session::Refusal;
use crate::cli::today::Today;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The variable that states the time for builds that are to be repeated, in seconds since 1970.
const EPOCH: &str = "SOURCE_DATE_EPOCH";

/// The day given; what the environment says; or else the day it is, in UTC.
///
/// # Errors
///
/// If the environment states no time that there is.
pub(crate) fn today(given: Today) -> Result<Date, Refusal> {
    day(given).map_err(|message| Refusal::usage(message).help("give `--today YYYY-MM-DD`"))
}

/// Like [`today`], with the bare message where it fails, for options that are called something else.
///
/// # Errors
///
/// If the environment states no time that there is.
pub(crate) fn day(given: Today) -> Result<Date, String> {
    if let Some(day) = given.today {
        return Ok(day);
    }
    let Some(stated) = std::env::var_os(EPOCH).filter(|stated| !stated.is_empty()) else {
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        let seconds = now.map_or(0, |now| i64::try_from(now.as_secs()).unwrap_or(i64::MAX));
        return day_of(seconds).ok_or_else(|| "the clock of this machine is wrong".to_owned());
    };
    let stated = stated.to_string_lossy();
    let seconds = stated.parse().ok();
    seconds
        .and_then(day_of)
        .ok_or_else(|| format!("{EPOCH} is `{stated}`, which is not a number of seconds"))
}

fn day_of(seconds: i64) -> Option<Date> {
    let time = Timestamp::from_second(seconds).ok()?;
    Some(time.to_zoned(TimeZone::UTC).date())
}
