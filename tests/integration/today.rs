//! Which day it is, for every command that looks at the date.

use crate::common::{Run, root, trilemma};
use jiff::Timestamp;
use jiff::tz::TimeZone;

#[test]
fn the_day_comes_from_the_option_then_the_environment_then_the_clock() {
    let arguments = ["check", "tests/golden/check/review-due.yaml"];
    let on = |epoch: Option<&str>, day: Option<&str>| {
        let mut command = trilemma(root());
        command.args(arguments);
        command.env_remove("SOURCE_DATE_EPOCH");
        command.envs(epoch.map(|epoch| ("SOURCE_DATE_EPOCH", epoch)));
        command.args(day.map(|day| format!("--today={day}")));
        Run::from(command.output().expect("the program runs"))
    };
    // 2026-12-02T00:00:00Z, a day after the review.
    let late = on(Some("1796169600"), None);
    assert!(
        late.stdout.contains("on 2026-12-02") && late.code == Some(1),
        "{}",
        late.stdout
    );
    let early = on(Some("1796169600"), Some("2026-01-01"));
    assert!(
        early.stdout.contains("on 2026-01-01") && early.code == Some(0),
        "{}",
        early.stdout
    );
    assert_eq!(on(Some("soon"), None).code, Some(2));
    assert_eq!(on(Some("soon"), Some("2026-01-01")).code, Some(0));
    // The day may end between the two.
    let today = || Timestamp::now().to_zoned(TimeZone::UTC).date().to_string();
    let (before, by_clock, after) = (today(), on(None, None).stdout, today());
    assert!(
        [before, after]
            .iter()
            .any(|day| by_clock.contains(&format!(" on {day}"))),
        "{by_clock}"
    );
}

#[test]
fn every_command_that_looks_at_the_date_takes_it_from_the_same_places() {
    let decision = "examples/fraud-scoring-serving.yaml";
    let commands: [&[&str]; 5] = [
        &["check", decision],
        &["plan", decision],
        &["shortlist", decision],
        &["landscape", "lint"],
        &["rubric", "lint", "--max-source-age=100"],
    ];
    for command in commands {
        let on = |arguments: &[&str]| {
            let mut program = trilemma(root());
            program.env("SOURCE_DATE_EPOCH", "yesterday");
            program.args(command).args(arguments);
            Run::from(program.output().expect("the program runs"))
        };
        let refused = on(&[]);
        assert_eq!(refused.code, Some(2), "{command:?}");
        assert!(
            refused.stderr.contains("SOURCE_DATE_EPOCH is `yesterday`")
                && refused.stderr.contains("help: give `--today YYYY-MM-DD`"),
            "{command:?}: {}",
            refused.stderr
        );
        let told = on(&["--today=2026-11-20"]);
        assert!(told.stderr.is_empty(), "{command:?}: {}", told.stderr);
        assert_ne!(told.code, Some(2), "{command:?}");
    }
}
