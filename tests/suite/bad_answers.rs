//! Answers documents with mistakes.
