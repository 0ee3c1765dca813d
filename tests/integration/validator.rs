//! Checking values against a JSON Schema.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use crate::common::run;
use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::Value;
use trilemma::files::{BUNDLED, Files, Rubric, load_rubric};

/// The bundled rubrics.
pub fn bundled() -> Vec<Rubric> {
    let mut files = Files::default();
    let ids = BUNDLED.iter().map(|bundled| bundled.id);
    ids.map(|id| load_rubric(id, &mut files).expect("it is sound"))
        .collect()
}

/// Schemas that were put together before.
#[derive(Default)]
pub struct Validators(HashMap<String, Validator>);

impl Validators {
    pub fn of_rubrics(&mut self) -> &Validator {
        self.get("rubric", || trilemma::files::schema::rubric(&bundled()))
    }

    pub fn of_landscapes(&mut self) -> &Validator {
        self.get("landscape", trilemma::files::schema::landscape)
    }

    pub fn of_requirements(&mut self) -> &Validator {
        self.get("requirements", || {
            trilemma::files::schema::requirements(&bundled())
        })
    }

    pub fn for_rubric(&mut self, rubric: &Rubric) -> &Validator {
        let name = format!("{} from {:?}", rubric.id, rubric.origin());
        self.get(&name, || {
            trilemma::files::schema::requirements::requirements_for(rubric, &bundled())
        })
    }

    fn get(&mut self, name: &str, schema: impl FnOnce() -> Value) -> &Validator {
        let validators = self.0.entry(name.to_owned());
        validators.or_insert_with(|| Validator::new(&schema()))
    }
}

/// A schema, ready to check with. Putting it together also checks it against the schema of schemas.
pub struct Validator {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Validator {
    pub fn new(schema: &Value) -> Self {
        let mut compiler = Compiler::new();
        compiler
            .add_resource("schema.json", schema.clone())
            .expect("it can be added");
        let mut schemas = Schemas::new();
        let index = compiler
            .compile("schema.json", &mut schemas)
            .unwrap_or_else(|error| panic!("this is not a schema: {error:#}"));
        Self { schemas, index }
    }

    /// What a value does not keep to.
    pub fn check(&self, value: &Value) -> Result<(), String> {
        self.schemas
            .validate(value, self.index)
            .map_err(|error| format!("{error:#}"))
    }

    /// Whether a value keeps to it.
    pub fn takes(&self, value: &Value) -> bool {
        self.schemas.validate(value, self.index).is_ok()
    }

    pub fn accepts(&self, path: &Path) -> bool {
        let text = fs::read(path).expect("the file can be read");
        json(&String::from_utf8_lossy(&text)).is_some_and(|value| self.takes(&value))
    }

    pub fn assert_accepts(&self, path: &Path) {
        let text = fs::read_to_string(path).expect("the file can be read");
        let value = json(text.trim_start_matches('\u{feff}'))
            .unwrap_or_else(|| panic!("{} is not JSON as well", path.display()));
        if let Err(error) = self.check(&value) {
            panic!("{}: {error}", path.display());
        }
    }

    pub fn assert_prints(&self, folder: &str, arguments: &[&str]) {
        self.assert_prints_ending(folder, arguments, 0);
    }

    pub fn assert_prints_ending(&self, folder: &str, arguments: &[&str], code: i32) {
        let run = run(folder, arguments);
        assert_eq!(run.code, Some(code), "{arguments:?}: {}", run.stderr);
        let printed = serde_json::from_str(&run.stdout).expect("the output is JSON");
        if let Err(error) = self.check(&printed) {
            panic!("{arguments:?}: {error}");
        }
    }
}

/// YAML as an editor sees it; none if it is not YAML, or has something that JSON does not, such as infinity.
pub fn json(yaml: &str) -> Option<Value> {
    as_json(serde_yaml::from_str(yaml).ok()?)
}

fn as_json(yaml: serde_yaml::Value) -> Option<Value> {
    use serde_yaml::Value as Yaml;
    Some(match yaml {
        Yaml::Null => Value::Null,
        Yaml::Bool(value) => value.into(),
        Yaml::Number(number) => serde_json::to_value(number).ok().filter(Value::is_number)?,
        Yaml::String(text) => text.into(),
        Yaml::Sequence(items) => {
            let items: Option<Vec<Value>> = items.into_iter().map(as_json).collect();
            items?.into()
        }
        Yaml::Mapping(entries) => {
            let entry = |(key, value)| Some((key_text(&as_json(key)?), as_json(value)?));
            let entries: Option<serde_json::Map<_, _>> = entries.into_iter().map(entry).collect();
            entries?.into()
        }
        Yaml::Tagged(_) => return None,
    })
}

fn key_text(key: &Value) -> String {
    key.as_str().map_or_else(|| key.to_string(), str::to_owned)
}
