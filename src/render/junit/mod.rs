//! `JUnit` XML, for servers that show test results.

mod backtest;
mod writer;

pub use self::backtest::backtest;
