//! What changed between two decisions, and which change did it.

/// What each change accounts for, against trying it out.
mod attribution;
/// Files from git.
mod revisions;
/// Text made to leave its place, and more of it than fits.
mod written;
