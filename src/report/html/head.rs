//! The head of a page: its style, and a policy that lets in nothing but that and its script.

use super::markup::{Element, Node, element};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// What every page of this program has in it.
pub(crate) const GENERATOR: &str = "<meta name=\"generator\" content=\"trilemma\">";

const STYLE: &str = include_str!("style.css");
const SCRIPT: [&str; 5] = [
    include_str!("script/arithmetic.js"),
    include_str!("script/wording.js"),
    include_str!("script/version.js"),
    include_str!("script/controls.js"),
    include_str!("script/what_if.js"),
];

/// One script, so that nothing of it can be seen or changed from outside.
pub(crate) fn script() -> String {
    let parts = SCRIPT.join("\n");
    format!("(() => {{\n'use strict';\n\n{parts}}})();\n")
}

/// The head of a page with this title and this script.
pub(crate) fn head(title: &str, script: &str) -> Element {
    let policy = format!(
        "default-src 'none'; style-src '{}'; script-src '{}'; base-uri 'none'; form-action 'none'",
        hash(STYLE),
        hash(script)
    );
    let meta =
        |name: &str, content: &str| element("meta").with("name", name).with("content", content);
    element("head")
        .child(element("meta").with("charset", "utf-8"))
        .child(
            element("meta")
                .with("http-equiv", "Content-Security-Policy")
                .with("content", policy),
        )
        .child(meta("viewport", "width=device-width, initial-scale=1"))
        .child(meta("generator", "trilemma"))
        .child(meta("color-scheme", "light dark"))
        .child(meta("referrer", "no-referrer"))
        .child(element("title").text(format!("{title} - build, buy or open source")))
        .child(element("style").child(Node::Code(STYLE.to_owned())))
}

/// What a policy knows a style or a script by.
fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}
