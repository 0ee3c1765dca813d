//! Markdown, for a README or a comment on a pull request.

mod backtest;

pub use self::backtest::backtest;
