//! How long parsing, scoring and the whole of `decide` take, without starting a process.

#![allow(missing_docs)] // made by the macros
#![allow(clippy::expect_used)] // a benchmark may fail

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use trilemma::engine::decision::assess_with;
use trilemma::engine::matching::{FromLandscape, bind, derive};
use trilemma::engine::scoring::Standing;
use trilemma::files::Facts;
use trilemma::files::bundled;
use trilemma::files::{Files, RubricOrigin, landscape_of, load, read_rubric};
use trilemma::output::text::Look;
use trilemma::topics::decide::page;
use trilemma::topics::decide::page::Detail;

const EXAMPLE: &str = "examples/fraud-scoring-serving.yaml";

fn parse(criterion: &mut Criterion) {
    let text = bundled("ml-infrastructure").expect("it is bundled").text;
    criterion.bench_function("parse the bundled rubric", |bencher| {
        bencher.iter(|| {
            let mut files = Files::default();
            let file = files.add("rubric.yaml", text);
            read_rubric(black_box(file), &mut files, RubricOrigin::Bundled).expect("it is sound")
        });
    });
}

fn extend(criterion: &mut Criterion) {
    let text =
        "rubric: own\nversion: 1.0.0\ntitle: Own\nextends: ml-infrastructure\nweights: {exit: 9}\n";
    criterion.bench_function("parse a rubric that extends the bundled one", |bencher| {
        bencher.iter(|| {
            let mut files = Files::default();
            let file = files.add("rubric.yaml", text);
            read_rubric(black_box(file), &mut files, RubricOrigin::Bundled).expect("it is sound")
        });
    });
}

fn score(criterion: &mut Criterion) {
    let loaded =
        load(Path::new(EXAMPLE), None, &mut Files::default()).expect("the example is sound");
    let (rubric, requirements) = (&loaded.rubric, &loaded.requirements);
    criterion.bench_function("score an example", |bencher| {
        bencher.iter(|| {
            let facts = Facts::new(black_box(rubric), &requirements.answers);
            Standing::new(rubric, &facts, &requirements.weights)
        });
    });
}

fn whole(criterion: &mut Criterion) {
    let look = Look {
        width: 80,
        ascii: false,
    };
    criterion.bench_function("load, match, decide and render an example", |bencher| {
        bencher.iter(|| {
            let mut files = Files::default();
            let loaded = load(Path::new(black_box(EXAMPLE)), None, &mut files);
            let mut loaded = loaded.expect("the example is sound");
            let landscape = landscape_of(&loaded.rubric, &mut files);
            let landscape = landscape.expect("it is sound").expect("there is one");
            let (rubric, requirements) = (&loaded.rubric, &mut loaded.requirements);
            let bound = bind(rubric, &landscape).expect("the words are there");
            let (findings, place) = (&requirements.findings, requirements.place);
            derive(
                rubric,
                &bound,
                &landscape,
                findings,
                &mut requirements.answers,
                place,
            );
            let following = FromLandscape::new(rubric, &bound, &landscape, findings);
            let assessment = assess_with(rubric, requirements, Some(&following));
            let assessment = assessment.expect("it is consistent");
            page::assessment(&assessment, look, Detail::Short, None)
        });
    });
}

criterion_group!(benches, parse, extend, score, whole);
criterion_main!(benches);
