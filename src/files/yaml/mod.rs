//! YAML with the place of every value.

pub mod decode;
pub mod node;
pub mod problems;
pub mod reader;
pub mod shape;
pub mod steps;
pub mod suggest;
pub mod tree;
