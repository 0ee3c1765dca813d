//! Landscape files.

use super::build::{
    Object, any_of, at_most, defined, describe, document, list, map_by_id, some, whole,
};
use super::words::{date, id, source_date, text, url, version, yes_no};
use crate::files::landscape::read::candidate::{RELEASE, STATUS, STEWARD};
use crate::files::landscape::read::file::{EXCLUSION, STALE};
use crate::files::limits::{MOST_CANDIDATES, MOST_TERMS};
use crate::files::yaml::shape::Kind::{Like, Map, Ref};
use crate::files::yaml::shape::{Key, object, optional, required};
use crate::files::{Attribute, CandidateKind, Evidence, Field};
use serde_json::{Value, json};

/// The schema of landscape files.
pub fn landscape() -> Value {
    let definitions = [
        ("text", text()),
        (
            "texts",
            any_of(vec![defined("text"), list(defined("text"))]),
        ),
        ("id", id()),
        ("ids", list(defined("id"))),
        ("version", version()),
        ("date", date()),
        ("source-date", source_date()),
        (
            "as-of",
            any_of(vec![json!({"const": "undated"}), defined("source-date")]),
        ),
        ("url", url()),
        ("yes-no", yes_no()),
        ("vocabulary", vocabulary()),
        ("attributes", attributes()),
        ("exclusion", EXCLUSION.schema()),
        ("candidate", candidate()),
        ("status", STATUS.schema()),
        ("steward", STEWARD.schema()),
        ("release", RELEASE.schema()),
        ("source", source()),
        ("common-source", common_source()),
    ];
    let definitions = definitions.map(|(name, schema)| (name.to_owned(), schema));
    let about = "A landscape: what there is to buy or to adopt, as it was on a day.";
    document("Landscape", object(about, ROOT).build(), definitions)
}

#[rustfmt::skip] // a table
const ROOT: &[Key] = &[
    required("landscape", Ref("id"), ""),
    required("version", Ref("version"), "The version of its content."),
    required("title", Ref("text"), "What it is called."),
    optional("about", Ref("text"), "What it covers, and what not."),
    optional(
        "extends",
        Like(|| json!({"type": "string", "minLength": 1})),
        "The landscape that it is put over: a bundled id, or a `.yaml` file relative to this one.",
    ),
    required("compiled", Ref("date"), "The day on which it was put together."),
    optional("stale-after", Map(&STALE), ""),
    optional("vocabulary", Ref("vocabulary"), ""),
    optional(
        "complete",
        Ref("attributes"),
        "The attributes whose lists leave nothing out, unless a candidate does not state them.",
    ),
    optional(
        "exclude",
        Like(|| list(defined("exclusion"))),
        "What to leave out of the landscape that it extends.",
    ),
    optional("source", Ref("common-source"), ""),
    optional("candidates", Like(|| at_most(list(defined("candidate")), MOST_CANDIDATES)), ""),
];

/// What a candidate has beside its lists of words.
#[rustfmt::skip] // a table
const CANDIDATE: &[Key] = &[
    required("id", Ref("id"), ""),
    required("name", Ref("text"), "What it is called."),
    required(
        "kind",
        Like(|| json!({"enum": CandidateKind::ALL.map(CandidateKind::id)})),
        "`open-source` if the Open Source Initiative approves its licence; else `product`.",
    ),
    optional("licence", Ref("text"), "An SPDX identifier out of the vocabulary, or `proprietary`."),
    optional("licence-note", Ref("text"), "What the licence does not say by its name."),
    optional("attestation-scope", Ref("text"), "What its attestations are for."),
    optional("complete", Ref("attributes"), "Its lists that leave nothing out."),
    optional("steward", Ref("steward"), ""),
    optional("managed-by", Ref("texts"), "Who runs it for others."),
    optional("status", Ref("status"), ""),
    optional("first-release", Like(|| whole(1950, 2100)), "The year in which it first came out."),
    optional("latest-release", Ref("release"), ""),
    optional("data-export", Ref("text"), "How to get one's data out again."),
    optional("price-model", Ref("text"), "What is paid for."),
    optional("homepage", Ref("url"), "Its page."),
    optional("repository", Ref("url"), "Where its source is."),
    optional("notes", Ref("texts"), "What else is worth knowing."),
    optional("as-of", Ref("as-of"), "When it was last looked at."),
    optional("sources", Like(|| list(defined("source"))), "What its facts rest on."),
];

fn vocabulary() -> Value {
    let object = Object::new("Every word that candidates may be described in.");
    let licences = describe(
        map_by_id(list(defined("text"))),
        "Classes of licences, each with its SPDX identifiers.",
    );
    matched()
        .fold(object, |object, attribute| {
            let mut words = map_by_id(defined("text"));
            words["maxProperties"] = MOST_TERMS.into();
            let says = format!(
                "Words for {}, with what they are called.",
                attribute.words()
            );
            object.optional(attribute.id(), describe(words, &says))
        })
        .optional("licences", licences)
        .build()
}

/// The attributes that are lists of words.
fn matched() -> impl Iterator<Item = Attribute> {
    let all = Attribute::ALL.into_iter();
    all.filter(|attribute| *attribute != Attribute::Licence)
}

fn attributes() -> Value {
    list(json!({"enum": Attribute::ALL.map(Attribute::id)}))
}

fn candidate() -> Value {
    let words = |object: Object| {
        matched().fold(object, |object, attribute| {
            object.optional(attribute.id(), defined("ids"))
        })
    };
    let lacks = words(Object::new("What it is documented not to have.")).build();
    let about = "A product that could be bought, or a project that could be adopted.";
    let candidate = words(object(about, CANDIDATE));
    candidate.optional("lacks", lacks).build()
}

fn source() -> Value {
    let fields: Vec<&str> = Field::ALL.iter().map(|field| field.id()).collect();
    let fields = some(json!({"enum": fields}), None);
    let object = Object::new("What some facts rest on.")
        .required("fields", describe(fields, "The facts, by their keys."));
    supports(object)
}

fn common_source() -> Value {
    supports(Object::new(
        "What every fact rests on for which its candidate names no source.",
    ))
}

/// What is said of every source.
fn supports(object: Object) -> Value {
    let evidence = json!({
        "description": "Of what kind it is, from weak to strong.",
        "enum": Evidence::ALL.map(Evidence::id),
    });
    object
        .required("source", described("text", "Where they were read."))
        .required("evidence", evidence)
        .required("as-of", described("as-of", "Of when that is."))
        .build()
}

fn described(name: &str, says: &str) -> Value {
    describe(defined(name), says)
}
