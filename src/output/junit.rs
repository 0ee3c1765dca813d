//! Writing the XML that readers of `JUnit` results expect.

use crate::output::escape::xml;

/// A set of test cases.
pub(crate) struct Suite {
    pub(crate) name: String,
    pub(crate) properties: Vec<(&'static str, String)>,
    pub(crate) cases: Vec<TestCase>,
}

/// A test case.
pub(crate) struct TestCase {
    pub(crate) name: String,
    pub(crate) result: TestResult,
}

/// How a test case went.
pub(crate) enum TestResult {
    Passed,
    /// It tells something without failing anything.
    Skipped {
        message: String,
    },
    Failed {
        kind: &'static str,
        message: String,
        lines: Vec<String>,
    },
}

/// The document. Nothing is timed, and no clock is read: the same input gives the same bytes.
pub(crate) fn document(package: &str, suites: &[Suite]) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
    for (id, suite) in suites.iter().enumerate() {
        let count = |of: fn(&TestResult) -> bool| {
            suite.cases.iter().filter(|case| of(&case.result)).count()
        };
        let head = format!(
            "  <testsuite package=\"{}\" id=\"{id}\" name=\"{}\" timestamp=\"1970-01-01T00:00:00\" \
             hostname=\"localhost\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\" time=\"0\">\n",
            xml(package),
            xml(&suite.name),
            suite.cases.len(),
            count(|result| matches!(result, TestResult::Failed { .. })),
            count(|result| matches!(result, TestResult::Skipped { .. })),
        );
        out += &head;
        out += &properties(&suite.properties);
        for case in &suite.cases {
            out += &test_case(&suite.name, case);
        }
        out += "    <system-out></system-out>\n    <system-err></system-err>\n  </testsuite>\n";
    }
    out + "</testsuites>\n"
}

fn properties(properties: &[(&'static str, String)]) -> String {
    let line = |(name, value): &(&str, String)| {
        let (name, value) = (xml(name), xml(value));
        format!("      <property name=\"{name}\" value=\"{value}\"/>\n")
    };
    let lines: Vec<String> = properties.iter().map(line).collect();
    format!("    <properties>\n{}    </properties>\n", lines.concat())
}

fn test_case(suite: &str, case: &TestCase) -> String {
    let open = format!(
        "    <testcase name=\"{}\" classname=\"{}\" time=\"0\"",
        xml(&case.name),
        xml(suite)
    );
    let body = match &case.result {
        TestResult::Passed => return open + "/>\n",
        TestResult::Skipped { message } => {
            format!("      <skipped message=\"{}\"></skipped>\n", xml(message))
        }
        TestResult::Failed {
            kind,
            message,
            lines,
        } => {
            let lines: Vec<String> = lines.iter().map(|line| xml(line)).collect();
            format!(
                "      <failure message=\"{}\" type=\"{}\">{}</failure>\n",
                xml(message),
                xml(kind),
                lines.join("\n")
            )
        }
    };
    format!("{open}>\n{body}    </testcase>\n")
}
