//! How long parsing, scoring and the whole of `decide` take, without starting a process.

#![allow(missing_docs)] // made by the macros
#![allow(clippy::expect_used)] // a benchmark may fail

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use trilemma::decision::assess;
use trilemma::input::{bundled, load, read_rubric};
use trilemma::model::{Facts, Files, RubricOrigin};
use trilemma::render::text::{Detail, Look, assessment};
use trilemma::scoring::Standing;

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
    criterion.bench_function("load, decide and render an example", |bencher| {
        bencher.iter(|| {
            let loaded = load(Path::new(black_box(EXAMPLE)), None, &mut Files::default());
            let loaded = loaded.expect("the example is sound");
            assessment(
                &assess(&loaded.rubric, &loaded.requirements).expect("it is consistent"),
                look,
                Detail::Short,
                None,
            )
        });
    });
}

criterion_group!(benches, parse, score, whole);
criterion_main!(benches);
