//! How long it takes to load a landscape, and to match it.

#![allow(missing_docs)] // made by the macros
#![allow(clippy::expect_used)] // a benchmark may fail

use std::fmt::Write;
use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use trilemma::engine::matching::{bind, derive};
use trilemma::files::bundled;
use trilemma::files::{Files, load, read_landscape};

const EXAMPLE: &str = "examples/experiment-tracking-two-clouds.yaml";

/// As many candidates as an import may bring, each with what such a file says.
fn imported(candidates: usize) -> String {
    let mut text = String::from(
        "landscape: imported\nversion: 0.1.0\ntitle: Imported\ncompiled: 2026-11-23\nsource:\n  source: landscape.yml\n  \
         evidence: vendor-claim\n  as-of: 2026-11-23\nvocabulary:\n  components: {model-serving: Model serving}\n  \
         licences: {permissive: [Apache-2.0]}\ncandidates:\n",
    );
    for number in 0..candidates {
        writeln!(
            text,
            "- id: c-{number}\n  name: C {number}\n  kind: open-source\n  components:\n  - model-serving\n  licence: \
             Apache-2.0\n  status:\n    state: active\n    note: The foundation calls it incubating\n  homepage: \
             https://example.org/{number}\n  repository: https://git.example.org/{number}\n  notes:\n  - Serves \
             models on Kubernetes"
        )
        .expect("it is written");
    }
    text
}

fn loading(criterion: &mut Criterion) {
    let own = bundled("ml-infrastructure")
        .and_then(|bundled| bundled.landscape)
        .expect("it is bundled");
    let many = imported(5000);
    for (name, text) in [
        ("load the bundled landscape", own),
        ("load 5,000 imported candidates", many.as_str()),
    ] {
        criterion.bench_function(name, |bencher| {
            bencher.iter(|| {
                let mut files = Files::default();
                let file = files.add("landscape.yaml", text);
                read_landscape(black_box(file), None, &files).expect("it is sound")
            });
        });
    }
}

fn matching(criterion: &mut Criterion) {
    let mut files = Files::default();
    let loaded = load(Path::new(EXAMPLE), None, &mut files).expect("it is sound");
    let text = bundled("ml-infrastructure")
        .and_then(|bundled| bundled.landscape)
        .expect("it is bundled");
    let file = files.add("landscape.yaml", text);
    let landscape = read_landscape(file, None, &files).expect("it is sound");
    criterion.bench_function("match the bundled landscape", |bencher| {
        bencher.iter(|| {
            let bound = bind(&loaded.rubric, &landscape).expect("the words are there");
            let mut answers = loaded.requirements.answers.clone();
            let place = loaded.requirements.place;
            derive(&loaded.rubric, &bound, &landscape, &[], &mut answers, place);
            answers
        });
    });
}

criterion_group!(benches, loading, matching);
criterion_main!(benches);
