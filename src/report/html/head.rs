//! What is in a page as it is: its style, its script, and a policy that lets in nothing but that and its script.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// What every page of this program has in it.
pub(crate) const GENERATOR: &str = "<meta name=\"generator\" content=\"trilemma\">";

pub(crate) const STYLE: &str = include_str!("style.css");
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

/// A policy that lets in the style and this script, and nothing else.
pub(crate) fn policy(script: &str) -> String {
    format!(
        "default-src 'none'; style-src '{}'; script-src '{}'; base-uri 'none'; form-action 'none'",
        hash(STYLE),
        hash(script)
    )
}

/// What a policy knows a style or a script by.
fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}
