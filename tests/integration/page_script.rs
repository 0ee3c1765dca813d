//! The arithmetic of the page's script against the program, under Node. Without Node nothing is tried; `.ci/run` has it.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::common::{files_with_ending, root, run};

/// How many versions of each part are tried, beside what is recorded.
const VERSIONS: usize = 2;

/// Reads vectors from standard input, one page a line, and prints what the script makes of each version.
const NODE: &str = r"
const lines = require('fs').readFileSync(0, 'utf8').trim().split('\n').map(JSON.parse);
for (const { data, versions } of lines) {
  const { standing, read } = load(data);
  console.log(JSON.stringify(versions.map(({ part, set, weights }) => {
    const answers = [...data.parts[part].answers];
    const points = [...data.parts[part].weights];
    for (const [question, text] of set) answers[question] = read(data.rubric.questions[question], text);
    for (const [criterion, weight] of weights) points[criterion] = weight;
    const { outcome, scores, coverage, ranking, front } = standing(data.rubric, answers, points);
    return { outcome, scores, coverage, ranking, front };
  })));
}
";

#[test]
#[allow(clippy::print_stderr)] // whoever looks learns that nothing was tried
fn the_script_of_a_page_works_out_what_the_program_does() {
    if Command::new("node").arg("--version").output().is_err() {
        eprintln!("skipped: there is no Node");
        return;
    }
    let mut pages = Vec::new();
    let mut expected: Vec<Vec<Value>> = Vec::new();
    for file in files_with_ending(&root().join("examples"), "yaml") {
        let file = file.display().to_string();
        let page = run("", &["report", &file, "--format", "html"]);
        // Rubrics and landscapes lie among the examples too.
        if page.code != Some(0) {
            continue;
        }
        let data = page_data(&page.stdout);
        let parts = data["parts"].as_array().expect("there are parts").len();
        let versions = (0..parts)
            .flat_map(|part| (0..=VERSIONS).map(move |number| (part, number)))
            .map(|(part, number)| Version::drawn(&data, part, number));
        // What does not apply is refused.
        let decided = versions.filter_map(|version| Some((version.decided(&file)?, version)));
        let (decided, versions): (Vec<Value>, Vec<Version>) = decided.unzip();
        expected.push(decided);
        let versions: Vec<Value> = versions.iter().map(Version::vector).collect();
        pages.push(json!({"data": data, "versions": versions}).to_string());
    }
    let found = scripted(&pages.join("\n"));
    assert!(expected.iter().map(Vec::len).sum::<usize>() > 60);
    let outcomes = |outcome: &str| {
        let all = expected.iter().flatten();
        all.filter(|one| one["outcome"] == outcome).count()
    };
    assert!(outcomes("recommended") > 0 && outcomes("too-close") > 0);
    assert_eq!(found, expected);
}

/// A part of a page with some answers and weights changed.
struct Version {
    part: usize,
    prefix: String,
    set: Vec<(usize, String, String)>,
    weights: Vec<(usize, String, usize)>,
}

impl Version {
    /// The version of this number, always the same; the first changes nothing.
    fn drawn(data: &Value, part: usize, number: usize) -> Self {
        let list = |name: &str| data["rubric"][name].as_array().expect("a list").clone();
        let id = |one: &Value| one["id"].as_str().expect("an id").to_owned();
        let questions: Vec<(usize, Value)> = list("questions")
            .into_iter()
            .enumerate()
            .filter(|(_, one)| one["type"] != "text" && one["locked"] != true)
            .collect();
        let mut set: Vec<(usize, String, String)> = Vec::new();
        for step in 0..number {
            let (index, question) = &questions[(number * 11 + step * 7) % questions.len()];
            let is_new = set.iter().all(|(other, ..)| other != index);
            if let Some(text) = answer(question, number + step).filter(|_| is_new) {
                set.push((*index, id(question), text));
            }
        }
        let criteria = list("criteria");
        let index = number * 5 % criteria.len();
        let weight = (index, id(&criteria[index]), 1 + number * 3 % 10);
        let part_id = data["parts"][part]["id"].as_str();
        Self {
            part,
            prefix: part_id.map(|id| format!("{id}.")).unwrap_or_default(),
            set,
            weights: if number == 0 {
                Vec::new()
            } else {
                vec![weight]
            },
        }
    }

    fn vector(&self) -> Value {
        let set = self.set.iter().map(|(index, _, text)| json!([index, text]));
        let weights = self
            .weights
            .iter()
            .map(|(index, _, points)| json!([index, points]));
        json!({
            "part": self.part,
            "set": set.collect::<Vec<_>>(),
            "weights": weights.collect::<Vec<_>>(),
        })
    }

    /// What the program makes of it.
    fn decided(&self, file: &str) -> Option<Value> {
        let prefix = &self.prefix;
        let set = self
            .set
            .iter()
            .map(|(_, id, text)| format!("--set={prefix}{id}={text}"));
        let weights = self.weights.iter();
        let weights = weights.map(|(_, id, points)| format!("--weight={prefix}{id}={points}"));
        let mut arguments = vec![
            "decide".to_owned(),
            file.to_owned(),
            "--format=json".to_owned(),
        ];
        arguments.extend(set.chain(weights));
        let decided = run("", &arguments);
        if decided.stderr.contains("answer-does-not-apply") {
            return None;
        }
        assert_eq!(decided.code, Some(0), "{arguments:?}: {}", decided.stderr);
        let decided: Value = serde_json::from_str(&decided.stdout).expect("it is JSON");
        let whole = &decided["recommendation"];
        let part = if whole.is_null() {
            &decided["components"]["parts"][self.part]["recommendation"]
        } else {
            whole
        };
        let alternatives = part["alternatives"]
            .as_array()
            .expect("there are alternatives");
        let number = |id: &Value| {
            let ids = ["build", "buy", "open-source"];
            ids.iter()
                .position(|one| id == one)
                .expect("an alternative")
        };
        let mut scores = [const { Value::Null }; 3];
        for one in alternatives {
            scores[number(&one["alternative"])] = one["score"].clone();
        }
        let mut ranking: Vec<&Value> = alternatives
            .iter()
            .filter(|one| !one["rank"].is_null())
            .collect();
        ranking.sort_by_key(|one| (one["rank"].as_u64(), number(&one["alternative"])));
        let ranking = ranking.iter().map(|one| number(&one["alternative"]));
        Some(numbers(json!({
            "outcome": part["outcome"],
            "scores": scores,
            "coverage": part["coverage"],
            "ranking": ranking.collect::<Vec<_>>(),
        })))
    }
}

/// An answer to a question, as on the command line.
fn answer(question: &Value, draw: usize) -> Option<String> {
    let choices = question["choices"].as_array();
    let choice =
        choices.map(|choices| choices[draw % choices.len()]["id"].as_str().expect("an id"));
    Some(match question["type"].as_str()? {
        "choice" | "choices" => choice?.to_owned(),
        "number" => {
            let low = question["minimum"].as_f64().unwrap_or(0.0);
            let high = question["maximum"].as_f64().unwrap_or(low + 5000.0);
            (low + (high - low) * (draw % 7) as f64 / 6.0)
                .ceil()
                .to_string()
        }
        _ => if draw.is_multiple_of(2) { "yes" } else { "no" }.to_owned(),
    })
}

/// The same value with every number as a floating-point number.
fn numbers(value: Value) -> Value {
    match value {
        Value::Number(number) => json!(number.as_f64()),
        Value::Array(items) => items.into_iter().map(numbers).collect(),
        Value::Object(fields) => {
            let fields = fields.into_iter().filter(|(name, _)| name != "front");
            Value::Object(fields.map(|(name, value)| (name, numbers(value))).collect())
        }
        other => other,
    }
}

/// What a page is given to reckon with.
fn page_data(page: &str) -> Value {
    let start = page.find("<script id=\"data\"").expect("there is data");
    let data = &page[start..];
    let data = &data[data.find('>').expect("a tag ends") + 1..];
    let data = &data[..data.find("</script>").expect("the data ends")];
    serde_json::from_str(data).expect("it is JSON")
}

/// What the page's script makes of the vectors.
fn scripted(vectors: &str) -> Vec<Vec<Value>> {
    let script = |name: &str| {
        let path = root().join("src/report/html/script").join(name);
        fs::read_to_string(path).expect("the script is there")
    };
    let load = "const load = (given) => { const document = { getElementById: () => ({ textContent: JSON.stringify(given) }) };";
    let (arithmetic, wording) = (script("arithmetic.js"), script("wording.js"));
    let program =
        format!("{load}\n{arithmetic}\n{wording}\nreturn {{ standing, read }}; }};\n{NODE}");
    let mut node = Command::new("node")
        .args(["-e", &program])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Node runs");
    let mut stdin = node.stdin.take().expect("standard input is piped");
    stdin.write_all(vectors.as_bytes()).expect("Node reads");
    drop(stdin);
    let output = node.wait_with_output().expect("Node ends");
    assert!(output.status.success());
    let lines = String::from_utf8(output.stdout).expect("it is text");
    let lines = lines
        .lines()
        .map(|line| serde_json::from_str(line).expect("it is JSON"));
    lines
        .map(|page: Vec<Value>| page.into_iter().map(numbers).collect())
        .collect()
}
