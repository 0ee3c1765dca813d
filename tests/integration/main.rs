//! The program as its users see it, through the real binary; and the layers against the literature and against
//! brute force.

#![allow(clippy::expect_used)] // a test may fail
#![allow(unreachable_pub)] // nobody reaches a test
#![allow(clippy::float_cmp)] // where the same is claimed, exactly the same is meant

/// How often alternatives come first: for every table, against a slow reference and against sampling.
mod acceptability;
/// What the pages say of agreement with real decisions.
mod agreement;
/// What `rubric test` makes of rubrics and their cases.
mod backtest;
/// The gate: what CI sees of it.
mod check;
/// Text made to leave its place, in every format of the gate.
mod check_hostile;
/// Running the program in a clean environment.
#[path = "../common/mod.rs"]
mod common;
/// What changed between two decisions, and which change did it.
mod compare;
/// What the bundled rubrics look at for each kind of component.
mod components;
/// Conditions in words.
mod conditions;
/// What `decide` does with its options.
mod decide;
/// What a landscape answers, against what the team says and finds out.
mod derived;
/// Small random rubrics with answers.
mod drawn;
/// The bundled examples and what they come to.
mod examples;
/// Rubrics that extend others.
mod extends;
/// Files that were made to do harm.
mod hostile;
/// The questionnaire and the files it writes.
mod interview;
/// Landscapes of candidates, as files.
mod landscape;
/// What `rubric lint` finds.
mod lint;
/// Published tables with known results.
mod oracles;
/// The script of a page, under Node.
mod page_script;
/// Plans, and scorecards from blank to evidence.
mod plan;
/// What holds for every rubric and every set of answers.
mod properties;
/// What the README shows is what happens.
mod readme;
/// What the tests of acceptability need.
mod reference;
/// Reports and decision records: where they go, what they leave alone, and what others read from them.
mod report;
/// Text made to leave its place, in every format of a report.
mod report_hostile;
/// The report as a page: what it is made of.
mod report_page;
/// How firm a result is, against trying it out.
mod robustness;
/// Showing, comparing, explaining and beginning rubrics.
mod rubrics;
/// The JSON Schemas: committed, and true to what is read and printed.
mod schema;
/// The JSON Schemas against the reader, value by value.
mod schema_mirror;
/// A second opinion on every YAML file that is read.
mod second_opinion;
/// What a landscape says under whatever answers and candidates.
mod shortlists;
/// Random rubrics in two files against the same in one.
mod taken_apart;
/// Which day it is, for every command that looks at the date.
mod today;
/// Checking values against a JSON Schema.
mod validator;
/// Random walks through questionnaires.
mod walks;
