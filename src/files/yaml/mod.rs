//! YAML with the place of every value.

pub(crate) mod decode;
pub(crate) mod node;
pub(crate) mod problems;
pub(crate) mod reader;
pub(crate) mod shape;
pub(crate) mod steps;
pub(crate) mod suggest;
pub(crate) mod tree;
