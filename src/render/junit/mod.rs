//! `JUnit` XML, for servers that show test results.

mod backtest;
mod check;
mod writer;

pub use self::backtest::backtest;
pub use self::check::check;
