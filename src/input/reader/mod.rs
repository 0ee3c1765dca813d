//! Reading typed values out of the tree; every fault is noted and reading goes on.

mod fields;
mod number;
mod scalar;

pub(super) use fields::{Entry, Fields, entries, items, list, some_items, unknown_key};
pub(super) use number::{number, whole};
pub use scalar::is_id;
pub(super) use scalar::{
    check_id, content_hash, date, id, known_id, prose, shortened, text, version, wrong_type, yes_no,
};
