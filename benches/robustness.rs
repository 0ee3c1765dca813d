//! How long it takes to tell how firm a result is: acceptabilities of three alternatives, and all that `decide`
//! works out for an example.

#![allow(missing_docs)] // made by the macros
#![allow(clippy::expect_used)] // a benchmark may fail

#[path = "../tests/integration/reference.rs"]
mod reference;

use std::hint::black_box;
use std::path::Path;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use reference::Random;
use trilemma::engine::robustness::acceptability::acceptability;
use trilemma::engine::robustness::{Unknowns, WeightRobustness, flips};
use trilemma::engine::scoring::{Baseline, Completions, Standing};
use trilemma::files::Facts;
use trilemma::files::{Files, load};

type Table = (&'static str, Vec<Vec<f64>>, Vec<u32>);

/// Tables of values between 0 and 1 with all weights equally likely, and tables of ratings with weights in points.
fn tables() -> Vec<Table> {
    let mut random = Random(5);
    let mut values = |n: usize| {
        (0..3)
            .map(|_| (0..n).map(|_| random.unit()).collect())
            .collect()
    };
    let mut other = Random(6);
    let mut rating = |_| f64::from(other.below(5)) - 2.0;
    let mut ratings = |n: usize| (0..3).map(|_| (0..n).map(&mut rating).collect()).collect();
    let points = |n: u32| (0..n).map(|j| 1 + j * 7 % 10).collect();
    vec![
        ("10 uniform", values(10), vec![1; 10]),
        ("20 uniform", values(20), vec![1; 20]),
        ("30 uniform", values(30), vec![1; 30]),
        ("40 uniform", values(40), vec![1; 40]),
        ("28 ratings, 150 points", ratings(28), points(28)),
        ("40 ratings, 220 points", ratings(40), points(40)),
        ("40 ratings, 400 points", ratings(40), vec![10; 40]),
    ]
}

fn shares(criterion: &mut Criterion) {
    let tables = tables();
    let mut group = criterion.benchmark_group("acceptability");
    for (name, values, points) in &tables {
        group.bench_function(BenchmarkId::from_parameter(name), |b| {
            b.iter(|| acceptability(values, points));
        });
    }
    group.finish();
}

fn example(criterion: &mut Criterion) {
    let path = Path::new("examples/llm-gateway-early-days.yaml");
    let loaded = load(path, None, &mut Files::default()).expect("the example is sound");
    let (rubric, requirements) = (&loaded.rubric, &loaded.requirements);
    criterion.bench_function("all that decide works out for an example", |b| {
        b.iter(|| {
            let facts = Facts::new(black_box(rubric), &requirements.answers);
            let standing = Standing::new(rubric, &facts, &requirements.weights);
            let completions = Completions::new(rubric, &facts, &standing);
            let baseline = Baseline {
                rubric,
                facts: &facts,
                weights: &requirements.weights,
                standing: &standing,
            };
            let unknowns = Unknowns::of(&baseline, &completions);
            let flips = flips(&baseline, None);
            let weights = WeightRobustness::of(&standing).expect("it is consistent");
            (completions.scores(), unknowns, flips, weights)
        });
    });
}

criterion_group! {
    name = all;
    config = Criterion::default()
        .sample_size(20)
        .warm_up_time(std::time::Duration::from_millis(300))
        .measurement_time(std::time::Duration::from_secs(1));
    targets = shares, example
}
criterion_main!(all);
