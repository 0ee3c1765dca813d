//! Landscape files.

use super::build::{Object, any_of, defined, describe, document, list, map_by_id, some, whole};
use super::words::{date, id, source_date, text, url, version, yes_no};
use crate::files::limits::{MOST_CANDIDATES, MOST_TERMS};
use crate::files::{Attribute, CandidateKind, CandidateState, Evidence, Field};
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
        ("exclusion", exclusion()),
        ("candidate", candidate()),
        ("status", status()),
        ("steward", steward()),
        ("release", release()),
        ("source", source()),
        ("common-source", common_source()),
    ];
    let definitions = definitions.map(|(name, schema)| (name.to_owned(), schema));
    document("Landscape", root(), definitions)
}

fn root() -> Value {
    let stale = Object::new("When it should be looked at again; after 180 days if left out.")
        .required("days", whole(1, 3650))
        .build();
    let extends = json!({
        "description": "The landscape that it is put over: a bundled id, or a `.yaml` file relative to this one.",
        "type": "string",
        "minLength": 1,
    });
    let mut candidates = list(defined("candidate"));
    candidates["maxItems"] = MOST_CANDIDATES.into();
    Object::new("A landscape: what there is to buy or to adopt, as it was on a day.")
        .required("landscape", defined("id"))
        .required("version", described("version", "The version of its content."))
        .required("title", described("text", "What it is called."))
        .optional("about", described("text", "What it covers, and what not."))
        .optional("extends", extends)
        .required(
            "compiled",
            described("date", "The day on which it was put together."),
        )
        .optional("stale-after", stale)
        .optional("vocabulary", defined("vocabulary"))
        .optional(
            "complete",
            described(
                "attributes",
                "The attributes whose lists leave nothing out, unless a candidate does not state them.",
            ),
        )
        .optional(
            "exclude",
            describe(
                list(defined("exclusion")),
                "What to leave out of the landscape that it extends.",
            ),
        )
        .optional("source", defined("common-source"))
        .optional("candidates", candidates)
        .build()
}

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

fn exclusion() -> Value {
    Object::new("A candidate that is not to be considered.")
        .required("id", defined("id"))
        .required("because", described("text", "Why."))
        .build()
}

fn candidate() -> Value {
    let kinds = json!({
        "description": "`open-source` if the Open Source Initiative approves its licence; else `product`.",
        "enum": CandidateKind::ALL.map(CandidateKind::id),
    });
    let words = |object: Object| {
        matched().fold(object, |object, attribute| {
            object.optional(attribute.id(), defined("ids"))
        })
    };
    let lacks = words(Object::new("What it is documented not to have.")).build();
    let object = Object::new("A product that could be bought, or a project that could be adopted.")
        .required("id", defined("id"))
        .required("name", described("text", "What it is called."))
        .required("kind", kinds);
    words(object)
        .optional(
            "licence",
            described(
                "text",
                "An SPDX identifier out of the vocabulary, or `proprietary`.",
            ),
        )
        .optional(
            "licence-note",
            described("text", "What the licence does not say by its name."),
        )
        .optional(
            "attestation-scope",
            described("text", "What its attestations are for."),
        )
        .optional(
            "complete",
            described("attributes", "Its lists that leave nothing out."),
        )
        .optional("lacks", lacks)
        .optional("steward", defined("steward"))
        .optional("managed-by", described("texts", "Who runs it for others."))
        .optional("status", defined("status"))
        .optional(
            "first-release",
            describe(whole(1950, 2100), "The year in which it first came out."),
        )
        .optional("latest-release", defined("release"))
        .optional(
            "data-export",
            described("text", "How to get one's data out again."),
        )
        .optional("price-model", described("text", "What is paid for."))
        .optional("homepage", described("url", "Its page."))
        .optional("repository", described("url", "Where its source is."))
        .optional("notes", described("texts", "What else is worth knowing."))
        .optional("as-of", described("as-of", "When it was last looked at."))
        .optional(
            "sources",
            describe(list(defined("source")), "What its facts rest on."),
        )
        .build()
}

fn status() -> Value {
    let states = CandidateState::ALL.map(CandidateState::id);
    Object::new("How it is doing.")
        .required("state", json!({"enum": states}))
        .optional("date", described("source-date", "Since when."))
        .optional("note", described("text", "What happened."))
        .build()
}

fn steward() -> Value {
    let neutral = "Whether it is a foundation in which no single company decides.";
    Object::new("Who decides about it.")
        .required("name", defined("text"))
        .optional("neutral-foundation", described("yes-no", neutral))
        .build()
}

fn release() -> Value {
    Object::new("The newest release that was seen.")
        .required("version", defined("text"))
        .optional("date", defined("source-date"))
        .build()
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
