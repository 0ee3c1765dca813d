//! Reading typed values out of the tree; every fault is noted and reading goes on.

pub(crate) mod fields;
pub(crate) mod number;
pub(crate) mod scalar;

pub(crate) use fields::{
    Entry, Fields, at_most, entries, every, items, list, some_items, unknown_key,
};
pub(crate) use number::{number, whole};
pub(crate) use scalar::is_id;
pub(crate) use scalar::{
    check_id, content_hash, date, id, known_id, prose, shortened, text, version, wrong_type, yes_no,
};
